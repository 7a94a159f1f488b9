// SPDX-License-Identifier: MIT
// Guarded opening, the scan before libconfig, nodes and key tables.
#include "unit/config_tools.h"

#include "base/arena.h"
#include "config/directive_find.h"
#include "config/node.h"
#include "config/suggest.h"

#include <time.h>

#define NESTED_4 "a = { a = { a = { a = { "
#define CLOSED_4 "} } } } "

static const struct {
	const char *text;
	int line;
	const char *expected;
} refused[] = {
	{ "# a\n@include \"/etc/passwd\"\n", 2, "@include" },
	{ "a = 1;\n\t@include \".\"\n", 2, "@include" },
	{ "a = 4294967297;\n", 1, "nhiều nhất 9 chữ số" },
	{ "a = 1;\nb = -1234567890;\n", 2, "nhiều nhất 9 chữ số" },
	{ "a = 0x1F;\n", 1, "số nguyên thập phân" },
	{ "a = 1.5;\n", 1, "số nguyên thập phân" },
	{ "a = 5L;\n", 1, "số nguyên thập phân" },
	{ "a = \"\\x41\";\n", 1, "sau dấu \\" },
	{ "a = \"\\x00\";\n", 1, "sau dấu \\" },
	{ "\na = \"mở\nb = 1;\n", 2, "không đóng" },
	{ "a = 1;\n/* mở\n\n", 2, "chú thích" },
	{ "a = 1;\na = 2;\n", 2, "hai lần" },
	{ "a = 1;\nb = ;\n", 2, "cú pháp" },
	{ "a = [ 1, \"b\" ];\n", 1, "khác loại" },
	{ "a = 1; }\n", 1, "cú pháp" },
	{ "x = 1;\nb = \"\xC3(\";\n", 2, "UTF-8" },
	{ "x = 1;\n# \xFF\n", 2, "UTF-8" },
	{ NESTED_4 NESTED_4 NESTED_4 NESTED_4 "a = { b = 1; };" CLOSED_4 CLOSED_4 CLOSED_4 CLOSED_4,
		1, "16 mức" },
};

static bool open_text(const TempFile *temp, const void *text, size_t n, ConfigFile **file, Err *err)
{
	temp_write(temp, text, n);
	return config_file_open(temp->path, file, err);
}

static void test_refused(void **state)
{
	(void)state;
	TempFile temp;
	temp_open(&temp, "a.cfg");
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		Err err = ERR_INIT;
		ConfigFile *file = NULL;
		if (open_text(&temp, refused[i].text, strlen(refused[i].text), &file, &err))
			fail_msg("accepted: %s", refused[i].text);
		assert_null(file);
		assert_refused(&err, temp.path, refused[i].line, refused[i].expected);
	}
	temp_close(&temp);
}

static void test_accepted(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		"# @include \"a\"\n// @include\n/* @include 12345678901 */\na = \"@include "
		"\\\"x\\\"\";\n",
		"a = 999999999; b = -999999999;\n",
		"a1234567890 = 1;\n",
		"\xEF\xBB\xBF"
		"a = 1;\n",
		"a = \"12345678901\" \" và nữa\";\r\n",
		NESTED_4 NESTED_4 NESTED_4 NESTED_4 "b = 1; " CLOSED_4 CLOSED_4 CLOSED_4 CLOSED_4,
	};
	TempFile temp;
	temp_open(&temp, "a.cfg");
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		Err err = ERR_INIT;
		ConfigFile *file = NULL;
		if (!open_text(&temp, texts[i], strlen(texts[i]), &file, &err))
			fail_msg("%s: %s", texts[i], err.message);
		assert_string_equal(config_file_path(file), temp.path);
		config_file_free(file);
	}
	temp_close(&temp);
}

static void test_nul_byte(void **state)
{
	(void)state;
	TempFile temp;
	Err err = ERR_INIT;
	ConfigFile *file = NULL;
	temp_open(&temp, "a.cfg");
	assert_false(open_text(&temp, "a = 1;\nb\0 = 2;\n", 15, &file, &err));
	assert_refused(&err, temp.path, 2, "NUL");
	temp_close(&temp);
}

static void test_size(void **state)
{
	(void)state;
	TempFile temp;
	Err err = ERR_INIT;
	ConfigFile *file = NULL;
	static char text[CONFIG_FILE_MAX + 1];
	memset(text, '\n', sizeof(text));
	temp_open(&temp, "a.cfg");
	assert_true(open_text(&temp, text, CONFIG_FILE_MAX, &file, &err));
	config_file_free(file);
	assert_false(open_text(&temp, text, CONFIG_FILE_MAX + 1, &file, &err));
	assert_int_equal(err.kind, ERR_DATA);
	assert_non_null(strstr(err.message, "262144"));
	temp_close(&temp);
}

static void assert_not_opened(const char *path, ErrKind kind, const char *expected)
{
	Err err = ERR_INIT;
	ConfigFile *file = NULL;
	assert_false(config_file_open(path, &file, &err));
	assert_int_equal(err.kind, kind);
	assert_non_null(strstr(err.message, expected));
	assert_non_null(strstr(err.message, path));
	assert_true(*err.hint);
}

// At once: a FIFO nobody writes to must not hold the program.
static void test_not_a_file(void **state)
{
	(void)state;
	TempFile temp;
	temp_open(&temp, "a.cfg");
	time_t began = time(NULL);
	assert_not_opened(temp.path, ERR_NOT_FOUND, "không có tệp");
	assert_not_opened(temp.dir, ERR_IO, "không phải tệp thường");
	assert_not_opened("/dev/zero", ERR_IO, "không phải tệp thường");
	assert_int_equal(mkfifo(temp.path, 0600), 0);
	assert_not_opened(temp.path, ERR_IO, "không phải tệp thường");
	unlink(temp.path);
	assert_int_equal(symlink("/etc/hostname", temp.path), 0);
	assert_not_opened(temp.path, ERR_IO, "liên kết");
	temp_close(&temp);
	assert_true(time(NULL) - began <= 1);
}

typedef struct {
	const char *line, *text, *code, *key, *date;
	int number, word;
	bool flag;
	ConfigTexts lines, codes;
	ConfigNode group, groups;
} Thing;

static const char *const words[] = { "một", "hai", NULL };
static const ConfigKey keys[] = {
	{ .name = "line", .type = CFG_LINE, .offset = offsetof(Thing, line) },
	{ .name = "text", .type = CFG_TEXT, .need = CFG_OPTIONAL, .offset = offsetof(Thing, text) },
	{ .name = "code", .type = CFG_CODE, .need = CFG_OPTIONAL, .offset = offsetof(Thing, code) },
	{ .name = "key", .type = CFG_KEY, .need = CFG_OPTIONAL, .offset = offsetof(Thing, key) },
	{ .name = "date", .type = CFG_DATE, .need = CFG_OPTIONAL, .offset = offsetof(Thing, date) },
	{ .name = "number",
		.type = CFG_INT,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Thing, number) },
	{ .name = "flag", .type = CFG_BOOL, .need = CFG_OPTIONAL, .offset = offsetof(Thing, flag) },
	{ .name = "word",
		.type = CFG_WORD,
		.need = CFG_OPTIONAL,
		.words = words,
		.offset = offsetof(Thing, word) },
	{ .name = "lines",
		.type = CFG_LINES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Thing, lines) },
	{ .name = "codes",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Thing, codes) },
	{ .name = "group",
		.type = CFG_GROUP,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Thing, group) },
	{ .name = "groups",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Thing, groups) },
	{ .type = CFG_END },
};

static void test_read_all_types(void **state)
{
	(void)state;
	static const char text[] = "line = \" gò\\tqua\xCC\x81o\\n \";\n"
				   "text = \"một\\nhai\";\n"
				   "code = \"go-quao\"; key = \"2.3b\"; date = \"2024-02-29\";\n"
				   "number = -7; flag = true; word = \"hai\";\n"
				   "lines = ( \"a\", \"b\" ); codes = [ \"x\", \"y-1\" ];\n"
				   "group = { a = 1; };\n"
				   "groups = (\n{ a = 1; },\n{ a = 2; }\n);\n";
	TempFile temp;
	Err err = ERR_INIT;
	ConfigFile *file = NULL;
	Arena arena = ARENA_INIT;
	Thing thing = { .word = 9 };
	temp_open(&temp, "a.cfg");
	assert_true(open_text(&temp, text, strlen(text), &file, &err));
	if (!config_node_read(config_file_root(file), keys, &arena, &thing, &err))
		fail_msg("%s", err.message);
	assert_string_equal(thing.line, "gò  qu\xC3\xA1o");
	assert_string_equal(thing.text, "một\nhai");
	assert_string_equal(thing.code, "go-quao");
	assert_string_equal(thing.key, "2.3b");
	assert_string_equal(thing.date, "2024-02-29");
	assert_int_equal(thing.number, -7);
	assert_int_equal(thing.word, 1);
	assert_true(thing.flag);
	assert_int_equal(thing.lines.n, 2);
	assert_string_equal(thing.codes.items[1], "y-1");
	assert_int_equal(config_node_kind(thing.group), CONFIG_KIND_GROUP);
	assert_int_equal(config_node_line(thing.group), 6);
	assert_int_equal(config_node_count(thing.groups), 2);
	ConfigNode second = config_node_at(thing.groups, 1);
	assert_int_equal(config_node_line(second), 9);
	assert_int_equal(config_node_int(config_node_key(second, "a")), 2);
	arena_release(&arena);
	config_file_free(file);
	temp_close(&temp);
}

static const struct {
	const char *text;
	int line;
	const char *expected, *hint;
} unread[] = {
	{ "", 1, "thiếu khóa “line”", "line = …;" },
	{ "line = 5;", 1, "khóa “line” là một số, cần một chuỗi", "" },
	{ "\nline = \"  \";", 2, "để trống", "" },
	{ "line = \"a\";\nlne = \"b\";", 2, "không có khóa “lne”, cần một trong: line, text, code",
		"Có phải “line”?" },
	{ "line = \"a\";\nzzzzzzz = \"b\";", 2, "không có khóa “zzzzzzz”", "Xóa dòng này" },
	{ "line = \"a\";\nnumber = \"5\";", 2, "là một chuỗi, cần một số nguyên", "" },
	{ "line = \"a\";\nnumber = true;", 2, "cần một số nguyên", "" },
	{ "line = \"a\";\nflag = 1;", 2, "cần true hoặc false", "" },
	{ "line = \"a\";\ncode = \"Gò\";", 2, "chữ thường không dấu", "" },
	{ "line = \"a\";\ncode = \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx\";", 2, "1–40", "" },
	{ "line = \"a\";\nkey = \"2 3\";", 2, "dấu chấm", "" },
	{ "line = \"a\";\ndate = \"2021-02-29\";", 2, "ngày có thật", "" },
	{ "line = \"a\";\ndate = \"31/12/2021\";", 2, "NNNN-TT-NN", "" },
	{ "line = \"a\";\nword = \"ba\";", 2, "cần một trong: một, hai", "" },
	{ "line = \"a\";\nlines = \"b\";", 2, "danh sách các chuỗi", "" },
	{ "line = \"a\";\nlines = ( \"b\",\n5 );", 3, "danh sách các chuỗi", "" },
	{ "line = \"a\";\ncodes = [ \"b\",\n\"b\" ];", 3, "hai lần", "" },
	{ "line = \"a\";\ngroup = ( );", 2, "cần một nhóm", "" },
	{ "line = \"a\";\ngroups = ( { a = 1; },\n\"b\" );", 3, "danh sách các nhóm", "" },
};

static void test_unread(void **state)
{
	(void)state;
	TempFile temp;
	temp_open(&temp, "a.cfg");
	for (size_t i = 0; i < sizeof(unread) / sizeof(*unread); i++) {
		Err err = ERR_INIT;
		ConfigFile *file = NULL;
		Arena arena = ARENA_INIT;
		Thing thing = { .line = NULL };
		assert_true(open_text(&temp, unread[i].text, strlen(unread[i].text), &file, &err));
		if (config_node_read(config_file_root(file), keys, &arena, &thing, &err))
			fail_msg("accepted: %s", unread[i].text);
		assert_refused(&err, temp.path, unread[i].line, unread[i].expected);
		assert_non_null(strstr(err.hint, unread[i].hint));
		arena_release(&arena);
		config_file_free(file);
	}
	temp_close(&temp);
}

static void test_bad_files(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		int line;
		const char *expected;
	} files[] = {
		{ "tests/data/bad/include.cfg", 4, "@include" },
		{ "tests/data/bad/latin1.cfg", 3, "UTF-8" },
		{ "tests/data/bad/big-number.cfg", 2, "9 chữ số" },
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		Err err = ERR_INIT;
		ConfigFile *file = NULL;
		assert_false(config_file_open(files[i].path, &file, &err));
		assert_refused(&err, files[i].path, files[i].line, files[i].expected);
	}
}

static void test_dir_list(void **state)
{
	(void)state;
	Err err = ERR_INIT;
	Arena arena = ARENA_INIT;
	ConfigTexts paths;
	assert_true(config_dir_list("regions", ".cfg", &arena, &paths, &err));
	assert_int_equal(paths.n, 5);
	assert_string_equal(paths.items[0], "regions/hd.cfg");
	assert_string_equal(paths.items[4], "regions/umt.cfg");
	assert_false(config_dir_list("regions", ".none", &arena, &paths, &err));
	assert_int_equal(err.kind, ERR_DATA);
	assert_false(config_dir_list("regions/none", ".cfg", &arena, &paths, &err));
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	arena_release(&arena);
}

static void test_suggest(void **state)
{
	(void)state;
	Suggest suggest = suggest_begin("distrcts");
	suggest_offer(&suggest, "code");
	assert_null(suggest.best);
	suggest_offer(&suggest, "districts");
	assert_string_equal(suggest.best, "districts");
	suggest = suggest_begin("x");
	suggest_offer(&suggest, "to");
	assert_null(suggest.best);
}

// Places that overlap are two places.
static void test_words_find(void **state)
{
	(void)state;
	Range first = { 0, 0 };
	Range all = { 0, 9 };
	assert_int_equal(words_find("aba xbaba", all, "aba x", &first), FOUND_ONCE);
	assert_int_equal(words_find("xx ababab", all, "abab", &first), FOUND_MORE);
	assert_int_equal(first.start, 3);
	assert_int_equal(first.end, 7);
	assert_int_equal(words_find("xx ababab", (Range){ 3, 7 }, "abab", &first), FOUND_ONCE);
	assert_int_equal(words_find("xx ababab", (Range){ 3, 6 }, "abab", &first), FOUND_NONE);
	assert_int_equal(words_find("xx ababab", all, "", &first), FOUND_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_nul_byte),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_not_a_file),
		cmocka_unit_test(test_read_all_types),
		cmocka_unit_test(test_unread),
		cmocka_unit_test(test_bad_files),
		cmocka_unit_test(test_dir_list),
		cmocka_unit_test(test_suggest),
		cmocka_unit_test(test_words_find),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
