// SPDX-License-Identifier: MIT
// Options and arguments as they are typed; tables; leaves gathered by task.
#include "cli/options.h"

#include "cli/rollup.h"
#include "cli/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
	const char *line, *text, *path, *word, *first, *second;
	OptionInt number;
	bool flag;
} Values;

static const char *const words[] = { "one", "two", NULL };

static const Option options[] = {
	{ .name = "line", .type = OPTION_LINE, .offset = offsetof(Values, line), .value = "V" },
	{ .name = "text", .type = OPTION_TEXT, .offset = offsetof(Values, text), .value = "V" },
	{ .name = "path", .type = OPTION_PATH, .offset = offsetof(Values, path), .value = "V" },
	{ .name = "word",
		.type = OPTION_WORD,
		.offset = offsetof(Values, word),
		.value = "V",
		.words = words },
	{ .name = "number",
		.type = OPTION_INT,
		.offset = offsetof(Values, number),
		.value = "V",
		.min = -5,
		.max = 5 },
	{ .name = "flag", .type = OPTION_FLAG, .offset = offsetof(Values, flag) },
	{ 0 },
};

static const Option arguments[] = {
	{ .name = "FIRST",
		.type = OPTION_LINE,
		.offset = offsetof(Values, first),
		.need = OPTION_REQUIRED },
	{ .name = "SECOND", .type = OPTION_LINE, .offset = offsetof(Values, second) },
	{ 0 },
};

typedef struct {
	Values values;
	Arena arena;
	Err err;
	bool ok;
} Reading;

// words of argv, ended by NULL
static Reading *read_words(const char *const *typed)
{
	static Reading reading;
	char *argv[16];
	int argc = 0;
	arena_release(&reading.arena);
	reading = (Reading){ .arena = ARENA_INIT };
	while (typed[argc]) {
		argv[argc] = arena_strdup(&reading.arena, typed[argc]);
		argc++;
	}
	OptionSet set = option_set(options, &reading.values);
	OptionSet rest = option_set(arguments, &reading.values);
	reading.ok = options_read(&set, 1, &rest, argc, argv, &reading.arena, &reading.err) &&
		     options_complete(&set, &rest, &reading.err);
	return &reading;
}

#define READ(...) read_words((const char *const[]){ __VA_ARGS__, NULL })

static void values_are_taken(void **state)
{
	(void)state;
	const Reading *r = READ("--line", "a\tb", "x", "--number=-5", "--flag", "y", "--word=two");
	assert_true(r->ok);
	assert_string_equal(r->values.line, "a  b");
	assert_string_equal(r->values.first, "x");
	assert_string_equal(r->values.second, "y");
	assert_string_equal(r->values.word, "two");
	assert_true(r->values.number.given);
	assert_int_equal(r->values.number.value, -5);
	assert_true(r->values.flag);
	assert_string_equal(r->values.path, "");
}

static void text_is_cleaned_by_its_kind(void **state)
{
	(void)state;
	const Reading *r = READ("a", "--text", "x\ny\033[31m", "--line=x\ny", "--path", "p\033q");
	assert_true(r->ok);
	assert_string_equal(r->values.text, "x\ny");
	assert_string_equal(r->values.line, "x y");
	assert_string_equal(r->values.path, "p\033q");
	assert_true(READ("a", "--text", "")->ok);
}

static void a_value_may_look_like_an_option(void **state)
{
	(void)state;
	const Reading *r = READ("--line", "--flag", "a=b", "--path=a=b", "--", "--flag");
	assert_true(r->ok);
	assert_string_equal(r->values.line, "--flag");
	assert_string_equal(r->values.first, "a=b");
	assert_string_equal(r->values.path, "a=b");
	assert_string_equal(r->values.second, "--flag");
	assert_false(r->values.flag);
	assert_true(READ("-")->ok);
}

static void refused(const Reading *reading, const char *field, const char *part)
{
	assert_false(reading->ok);
	assert_int_equal(reading->err.kind, ERR_INVALID);
	assert_string_equal(reading->err.field, field);
	assert_non_null(strstr(reading->err.message, part));
}

static void mistakes_are_named(void **state)
{
	(void)state;
	refused(READ("a", "--lin", "x"), "", "--lin");
	refused(READ("a", "-line", "x"), "", "-line");
	refused(READ("a", "--=x"), "", "--=x");
	refused(READ("a", "--line"), "line", "--line");
	refused(READ("a", "--line="), "line", "--line");
	refused(READ("a", "--path", ""), "path", "--path");
	refused(READ("a", "--flag=1"), "flag", "--flag");
	refused(READ("a", "--flag", "--flag"), "flag", "--flag");
	refused(READ("a", "--word", "three"), "word", "three");
	refused(READ("a", "--number", "6"), "number", "6");
	refused(READ("a", "--number", "1x"), "number", "1x");
	refused(READ("a", "--number="), "number", "--number");
	refused(READ("a", "--number", "99999999999999999999"), "number", "9999");
	refused(READ("a", "b", "c"), "", "c");
	refused(READ("--flag"), "FIRST", "FIRST");
}

static void the_nearest_option_is_told(void **state)
{
	(void)state;
	assert_non_null(strstr(READ("a", "--nunber=1")->err.hint, "--number"));
	assert_null(strstr(READ("a", "--zzzzzz=1")->err.hint, "--number"));
}

static void leading_options_end_at_the_command(void **state)
{
	(void)state;
	Values values = { .flag = false };
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	int next = 0;
	char flag[] = "--flag", line[] = "--line", x[] = "x", command[] = "command";
	char *const argv[] = { flag, line, x, command, flag };
	OptionSet set = option_set(options, &values);
	assert_true(options_read_leading(&set, 1, 5, argv, &arena, &next, &err));
	assert_int_equal(next, 3);
	// What was given before the command may not be given again after it.
	OptionSet rest = option_set(arguments, &values);
	assert_false(options_read(&set, 1, &rest, 2, argv + 3, &arena, &err));
	arena_release(&arena);
}

static void columns_are_aligned_by_width(void **state)
{
	(void)state;
	static const TableColumn columns[] = { { "Nơi", ALIGN_LEFT }, { "%", ALIGN_RIGHT },
		{ "Việc", ALIGN_LEFT } };
	Buf out = BUF_INIT;
	Table table = table_new(columns, 3);
	table_add(&table, (const char *[]){ "Phú Quốc", "5", "" });
	table_add(&table, (const char *[]){ "漢字", "100", "x" });
	table_print(&table, "", &out);
	assert_string_equal(out.bytes, "Nơi         %  Việc\n"
				       "Phú Quốc    5\n"
				       "漢字      100  x\n");
	buf_release(&out);
}

static Rollup roll(const Leaf *leaves, size_t n)
{
	static Vec vec;
	vec_release(&vec);
	vec_init(&vec, sizeof(Leaf));
	vec_insert(&vec, 0, leaves, n);
	return rollup_at(&vec, 0);
}

static void leaves_add_up(void **state)
{
	(void)state;
	const Leaf done = { .task_id = 1, .state = STATE_DONE, .percent = 100 };
	const Leaf silent = { .task_id = 1, .state = STATE_SILENT };
	const Leaf idle = { .task_id = 1, .state = STATE_NOT_STARTED };
	const Leaf stuck = { .task_id = 1, .state = STATE_BLOCKED, .percent = 30, .late = true };
	const Leaf other = { .task_id = 2, .state = STATE_BLOCKED };
	Rollup rollup = roll((const Leaf[]){ done, done, other }, 3);
	assert_int_equal(rollup.n, 2);
	assert_int_equal(rollup.state, STATE_DONE);
	assert_int_equal(rollup.percent, 100);
	assert_int_equal(roll((const Leaf[]){ silent, idle }, 2).state, STATE_NOT_STARTED);
	assert_int_equal(roll((const Leaf[]){ done, silent }, 2).state, STATE_DOING);
	rollup = roll((const Leaf[]){ done, stuck, silent, silent }, 4);
	assert_int_equal(rollup.state, STATE_BLOCKED);
	assert_int_equal(rollup.percent, 33);
	assert_true(rollup.late);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_taken),
		cmocka_unit_test(text_is_cleaned_by_its_kind),
		cmocka_unit_test(a_value_may_look_like_an_option),
		cmocka_unit_test(mistakes_are_named),
		cmocka_unit_test(the_nearest_option_is_told),
		cmocka_unit_test(leading_options_end_at_the_command),
		cmocka_unit_test(columns_are_aligned_by_width),
		cmocka_unit_test(leaves_add_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
