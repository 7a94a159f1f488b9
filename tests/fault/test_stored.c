// SPDX-License-Identifier: MIT
// What no field would take, written into every text of the database by another program: whatever the
// screens and the commands show of it, the terminal gets no control but the program's own. All screens,
// operations, commands, options and columns are those of the program's own tables and of the schema:
// one that is added is walked through too, and one that is never shown fails.
#include "fault/terminal.h"

#include "cli/command.h"
#include "core/noun.h"
#include "fault/bytes.h"
#include "fault/common.h"
#include "fault/stored.h"
#include "fault/walk.h"
#include "tui/views.h"
#include "tui/views/forms.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { END_MS = 60000, ROWS = 50, COLS = 200, WORDS_MAX = 24 };

typedef struct {
	Fixture fixture;
	char program[PATH_MAX], clean[160], poisoned[160], db[160];
	Vec columns; // of Stored
	Buf labels;  // of all walks
} Case;

// The database -----------------------------------------------------------------------------------

static void run_shell(const char *format, const char *a, const char *b)
{
	char command[2 * PATH_MAX];
	snprintf(command, sizeof(command), format, a, b);
	if (system(command) != 0)
		fail_msg("%s", command);
}

static int set_up(void **state)
{
	Case *test = calloc(1, sizeof(*test));
	fixture_open(&test->fixture);
	built_path("dieuphoi", test->program);
	snprintf(test->clean, sizeof(test->clean), "%s/clean.db", test->fixture.dir);
	snprintf(test->poisoned, sizeof(test->poisoned), "%s/poisoned.db", test->fixture.dir);
	snprintf(test->db, sizeof(test->db), "%s/stored.db", test->fixture.dir);
	vec_init(&test->columns, sizeof(Stored));
	test->labels = (Buf)BUF_INIT;
	// A day on which something has been approved, and a period closed.
	run_shell("'%s' demo --db '%s' >/dev/null", test->program, test->clean);
	run_shell("'%s' demo --db '%s' --today 2022-01-05 >/dev/null", test->program, test->clean);
	stored_add_rest(test->clean);
	run_shell("cp '%s' '%s'", test->clean, test->poisoned);
	stored_poison(test->poisoned, &test->columns);
	*state = test;
	return 0;
}

static int tear_down(void **state)
{
	Case *test = *state;
	if (!test)
		return 0; // it was not set up
	run_shell("rm -rf '%s'* '%s'/*ZQX*", test->db, test->fixture.dir);
	run_shell("rm -rf '%s'* '%s'*", test->clean, test->poisoned);
	vec_release(&test->columns);
	buf_release(&test->labels);
	fixture_close(&test->fixture);
	free(test);
	return 0;
}

static void poison_anew(const Case *test)
{
	run_shell("rm -rf '%2$s'*; cp '%1$s' '%2$s'", test->poisoned, test->db);
}

// What came to a terminal, whatever it was that ended well.
static void check_shown(const Case *test, const char *where, RawTerminal *terminal, int status, int worst)
{
	check_bytes(where, terminal->seen.bytes);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > worst)
		fail_msg("%s: ended with %x: %s", where, (unsigned)status,
			terminal->seen.bytes + (terminal->seen.len > 300 ? terminal->seen.len - 300 : 0));
	stored_look(&test->columns, terminal->seen.bytes);
	terminal_release(terminal);
}

// Every screen and every operation -----------------------------------------------------------------

static void keep_labels(Buf *labels, const char *bytes)
{
	static const char begins[] = "\033]777;";
	const char *end;
	for (const char *at = bytes; (at = strstr(at, begins)) && (end = strchr(at, '\a')); at = end) {
		at += sizeof(begins) - 1;
		buf_add(labels, at, (size_t)(end - at));
		buf_addch(labels, '\n');
	}
}

static void test_views(void **state)
{
	Case *test = *state;
	for (int i = 0; view_list[i]; i++) {
		RawTerminal terminal;
		poison_anew(test);
		terminal_fork(&terminal, test->fixture.dir, NULL, ROWS, COLS);
		if (terminal.pid == 0)
			walk_view(test->db, view_list[i]);
		int status = terminal_end(&terminal, END_MS);
		keep_labels(&test->labels, terminal.seen.bytes);
		check_shown(test, view_list[i]->name, &terminal, status, 0);
	}
}

static bool was_told(const Case *test, const char *fmt, ...)
{
	char line[200];
	va_list args;
	va_start(args, fmt);
	line[0] = '\n';
	vsnprintf(line + 1, sizeof(line) - 1, fmt, args);
	va_end(args);
	return strstr(test->labels.bytes, line) != NULL;
}

static void test_forms(void **state)
{
	const Case *test = *state;
	int missing = 0;
	for (int i = 0; form_list[i]; i++)
		if (!was_told(test, "form %s\n", form_list[i]->name))
			missing += printf("# the form %s was never opened\n", form_list[i]->name);
	for (int i = 0; text_list[i]; i++)
		if (!was_told(test, "form %s\n", text_list[i]->name))
			missing += printf("# the text %s was never opened\n", text_list[i]->name);
	assert_int_equal(missing, 0);
}

// The program itself, by keys: home and its board; the last region, a meeting, its minutes, a review; a
// district, a leaf, forms, help, menu; directives, a directive, a clause, coverage; search.
#define DOWN "\033OB"
#define END "\033OF"
#define ENTER "\r"
#define ESC "\033"
static const char *const keys[] = { "\t", DOWN, "\t", END, ENTER, "\t", "\t", DOWN, ENTER, DOWN, DOWN,
	"\033[17~", DOWN, ESC, ESC, "\t", ENTER, "\033OQ", ESC, "\t", ENTER, ENTER, "\033OQ", ESC,
	"\033OP", ESC, "\033[20~", ESC, ":", "van ban", ENTER, ENTER, DOWN, ENTER, ESC, "\033[17~", ESC,
	"\033OR", "vung", ENTER, ESC };

static void test_program(void **state)
{
	const Case *test = *state;
	RawTerminal terminal;
	const char *const argv[] = { test->program, "--db", test->db, NULL };
	poison_anew(test);
	terminal_start(&terminal, test->fixture.dir, argv, NULL, 30, 100);
	bool alive = terminal_wait_mark(&terminal, 0);
	for (size_t i = 0; alive && i < sizeof(keys) / sizeof(*keys); i++) {
		terminal_send(&terminal, keys[i]);
		alive = terminal_wait_mark(&terminal, terminal.marks);
	}
	assert_true(alive);
	kill(terminal.pid, SIGTERM);
	int status = terminal_end(&terminal, END_MS);
	check_shown(test, "the program", &terminal, status, 0);
}

// Every command ------------------------------------------------------------------------------------

typedef struct {
	const char *words[WORDS_MAX];
	size_t n;
	char group[40], number[24];
} Line;

static void line_add(Line *line, const char *word)
{
	if (line->n < WORDS_MAX - 3)
		line->words[line->n++] = word;
}

static void show_line(const Case *test, const Line *line)
{
	RawTerminal terminal;
	char where[200];
	const char *argv[WORDS_MAX + 1] = { test->program };
	size_t n = 1;
	for (size_t i = 0; i < line->n; i++)
		argv[n++] = line->words[i];
	argv[n++] = "--db";
	argv[n++] = test->db;
	snprintf(where, sizeof(where), "%s %s … %s", line->words[0], line->n > 1 ? line->words[1] : "",
		line->n > 2 ? line->words[line->n - 1] : "");
	terminal_start(&terminal, test->fixture.dir, argv, NULL, ROWS, COLS);
	terminal_send(&terminal, "\004"); // the end of what a command may read
	int status = terminal_end(&terminal, END_MS);
	check_shown(test, where, &terminal, status, 5);
}

// The number of something of the kind that the command is about, or of a district; of meetings one with
// several versions of its minutes.
static const char *number_for(const Case *test, const char *group, char out[24])
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	const char *table = noun_by_table(group) == NOUN_COUNT ? "district" : group;
	char *sql = sqlite3_mprintf("SELECT id & 1099511627775 FROM \"%w\" ORDER BY id IN (SELECT meeting_id"
				    " FROM minutes WHERE reopened_at IS NOT NULL) DESC, id %% 3 DESC, id", table);
	assert_int_equal(sqlite3_open(test->db, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	snprintf(out, 24, "%s", sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_free(sql);
	sqlite3_close(db);
	return out;
}

// What an argument of that name may be; the flood itself for what is not here.
static const char *value_of(const Option *argument, const char *number, const char *flood)
{
	static const struct {
		const char *name, *value;
	} values[] = { { "VÙNG", "tsh" }, { "KỲ", "2021H2" }, { "NGƯỜI", "vanphong" },
		{ "ĐỊA-PHƯƠNG", "phu-quoc" }, { "NƠI", "phu-quoc" }, { "NƠI,…", "phu-quoc" }, { "MÃ", "2.3b" },
		{ "MÃ,…", "2.3b" }, { "CÂU-TÌM", "vung" }, { "CHỈ-TIÊU", "giai-ngan" }, { "LOẠI", "district" },
		{ "region", "tsh" }, { "district", "phu-quoc" }, { "person", "vanphong" } };
	if (argument->type == OPTION_WORD)
		return argument->words[0];
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (strcmp(values[i].name, argument->name) == 0)
			return values[i].value;
	return strcmp(argument->name, "SỐ") == 0 ? number : flood;
}

static Line line_of(const Command *command)
{
	Line line = { .n = 0 };
	snprintf(line.group, sizeof(line.group), "%s", command->name);
	char *second = strchr(line.group, ' ');
	if (second)
		*second = '\0';
	return line;
}

// Its words, then what it is meant to be called with.
static void begin_line(Line *line, const Command *command, const char *flood)
{
	line->n = 0;
	line_add(line, line->group);
	if (strchr(command->name, ' '))
		line_add(line, strchr(command->name, ' ') + 1);
	for (const Option *argument = command->arguments; argument->name; argument++)
		line_add(line, value_of(argument, line->number, flood));
}

// As it is meant to be called, and so with each option; with the flood for every argument and option;
// with what is no option.
static void show_each(const Case *test, const Command *command, const char *flood)
{
	char option[80], unknown[3000];
	Line line = line_of(command);
	poison_anew(test);
	number_for(test, line.group, line.number);
	begin_line(&line, command, flood);
	show_line(test, &line);
	for (const Option *each = command->options; each->name; each++) {
		begin_line(&line, command, flood);
		snprintf(option, sizeof(option), "--%s", each->name);
		line_add(&line, option);
		if (each->type != OPTION_FLAG)
			line_add(&line, value_of(each, line.number, flood));
		show_line(test, &line);
	}
	begin_line(&line, command, flood);
	for (size_t i = strchr(command->name, ' ') ? 2 : 1; i < line.n; i++)
		line.words[i] = flood;
	show_line(test, &line);
	line.n = strchr(command->name, ' ') ? 2 : 1;
	snprintf(unknown, sizeof(unknown), "--%s", flood);
	line_add(&line, unknown);
	show_line(test, &line);
}

static void test_commands(void **state)
{
	const Case *test = *state;
	Buf flood = BUF_INIT;
	buf_adds(&flood, "ZQX");
	flood_make(&flood);
	for (int i = 0; commands[i]; i++)
		show_each(test, commands[i], flood.bytes);
	show_line(test, &(Line){ { flood.bytes }, 1, "", "" });
	show_line(test, &(Line){ { "task", flood.bytes }, 2, "", "" });
	buf_release(&flood);
}

// What the program itself goes by ------------------------------------------------------------------

static void test_settings(void **state)
{
	static const char *const ways[] = { "whoami", "doctor", "check" };
	const Case *test = *state;
	Buf flood = BUF_INIT;
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	flood_make(&flood);
	assert_int_equal(sqlite3_open(test->clean, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT 'UPDATE setting SET value = CAST(?1 AS TEXT) || value"
		" WHERE key = ''' || key || '''' FROM setting UNION ALL SELECT 'UPDATE migration SET name ="
		" CAST(?1 AS TEXT) || name'", -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		sqlite3 *other = NULL;
		sqlite3_stmt *update = NULL;
		run_shell("rm -rf '%2$s'*; cp '%1$s' '%2$s'", test->clean, test->db);
		assert_int_equal(sqlite3_open(test->db, &other), SQLITE_OK);
		assert_int_equal(sqlite3_prepare_v2(other, (const char *)sqlite3_column_text(stmt, 0), -1,
			&update, NULL), SQLITE_OK);
		sqlite3_bind_blob(update, 1, flood.bytes, (int)flood.len, SQLITE_STATIC);
		assert_int_equal(sqlite3_step(update), SQLITE_DONE);
		sqlite3_finalize(update);
		sqlite3_close(other);
		for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
			show_line(test, &(Line){ { ways[i] }, 1, "", "" });
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	buf_release(&flood);
}

// Nothing of all this proves anything about a text that was not shown.
static void test_all_was_seen(void **state)
{
	const Case *test = *state;
	stored_check_seen(&test->columns);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_views),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_program),
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_all_was_seen),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
