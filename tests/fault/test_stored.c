// SPDX-License-Identifier: MIT
// What no field would take, written into every text of the database by another program: whatever the
// screens and the commands show of it, the terminal gets no control but the program's own.
#include "fault/terminal.h"

#include "fault/common.h"
#include "text/clean.h"
#include "text/utf8.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { END_MS = 10000 };

#define SEEN "ZQX" // stands in every text, so that one sees that it was shown

static const struct {
	const char *name, *text;
} floods[] = {
	{ "C0", SEEN "\001\002\003\005\a\b\t\n\v\f\r\016\017\021\023\030\032\034\037\177" },
	{ "C1", SEEN "\302\200\302\204\302\205\302\215\302\220\302\233"
		     "2J\302\234\302\235"
		     "0;x\302\234\302\237" },
	{ "bytes", SEEN "\233"
			"5;8m\220x\234\235"
			"0;x\a\377\300\200\355\240\200\364\220\200\200\342\202" },
	{ "CSI", "\033[5;8m\033[3J\033[6n\033[>c\033[200~\033c\033#8" SEEN "\033[8;9;9t\033[" },
	{ "OSC", "\033]0;t\a\033]52;c;YQ==\033\\\033P1$r\033\\\033_x\033\\\033^x\033\\" SEEN
		 "\033Xx\033\\\033]8;;http://x\a" },
	{ "bidi", "\342\200\256\342\201\246" SEEN "\342\200\252\342\200\253\342\200\255\342\201\247"
		  "\342\201\250\330\234\342\200\216\342\200\217" },
	{ "zero width", "\342\200\213\357\273\277" SEEN "\342\200\214\342\200\215\342\201\240"
			"\363\240\201\201\363\240\201\277\302\255\341\240\216\357\270\217" },
};

typedef struct {
	Fixture fixture;
	char program[PATH_MAX], clean[160], db[160];
} Case;

// The database -----------------------------------------------------------------------------------

static void run_sql(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

// Rows that a check refuses stay as they are: no program can write it there. A login is what one
// enters by.
static const char texts[] =
	"SELECT printf('UPDATE OR IGNORE \"%w\" SET \"%w\" = CAST(?1 AS TEXT) || \"%w\"', m.name, c.name,"
	" c.name) FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
	" AND c.type = 'TEXT' AND c.pk = 0 AND c.name <> 'login' AND m.sql LIKE '%STRICT%'"
	" AND m.name NOT IN ('migration', 'setting') AND m.name NOT LIKE 'search%'";

static int poison(const char *path, const char *text)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *columns = NULL;
	int rows = 0;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	run_sql(db, "DROP TRIGGER journal_no_update; DROP TRIGGER journal_body_no_update");
	assert_int_equal(sqlite3_prepare_v2(db, texts, -1, &columns, NULL), SQLITE_OK);
	while (sqlite3_step(columns) == SQLITE_ROW) {
		sqlite3_stmt *update = NULL;
		const char *sql = (const char *)sqlite3_column_text(columns, 0);
		assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &update, NULL), SQLITE_OK);
		sqlite3_bind_blob(update, 1, text, (int)strlen(text), SQLITE_STATIC);
		assert_int_equal(sqlite3_step(update), SQLITE_DONE);
		rows += sqlite3_changes(db);
		sqlite3_finalize(update);
	}
	sqlite3_finalize(columns);
	sqlite3_close(db);
	return rows;
}

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
	snprintf(test->db, sizeof(test->db), "%s/stored.db", test->fixture.dir);
	run_shell("'%s' demo --db '%s' >/dev/null", test->program, test->clean);
	*state = test;
	return 0;
}

static int tear_down(void **state)
{
	Case *test = *state;
	run_shell("rm -rf '%s'* '%s'*", test->clean, test->db);
	fixture_close(&test->fixture);
	free(test);
	return 0;
}

// The bytes --------------------------------------------------------------------------------------

typedef struct {
	const char *what, *at;
} Complaint;

static bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

// After ESC [. The finals that curses uses for this terminal, the question once asked, the title kept.
static const char *past_csi(const char *at, Complaint *bad)
{
	size_t n = strspn(at, "0123456789;?>");
	const char *end = at + n;
	bool own = *end && strchr("ABCDEFGHJKLMPSTXbdfhlmr@", *end);
	own |= starts(at, "6n") || starts(at, "22;0;0t") || starts(at, "23;0;0t");
	if (!own || starts(at, "5;8m") || starts(at, "3J"))
		*bad = (Complaint){ "a control sequence", at };
	return end + 1;
}

static const char *past_escape(const char *at, Complaint *bad)
{
	if (*at == '[')
		return past_csi(at + 1, bad);
	if (starts(at, "]777;") || starts(at, "]104\a"))
		return strchr(at, '\a') + 1;
	if (starts(at, "(B"))
		return at + 2;
	if (!*at || !strchr("=>78M", *at))
		*bad = (Complaint){ "an escape", at };
	return at + 1;
}

static bool is_harmful(uint32_t cp)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = { { 0x80, 0x9F }, { 0xAD, 0xAD }, { 0x61C, 0x61C }, { 0x180E, 0x180E },
		{ 0x200B, 0x200F }, { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFE00, 0xFE0F },
		{ 0xFEFF, 0xFEFF }, { 0xE0000, 0xE0FFF } };
	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}

static bool is_mark(uint32_t cp)
{
	return cp >= 0x300 && cp <= 0x36F;
}

static const char *past_letter(const char *at, int *marks, Complaint *bad)
{
	uint32_t cp = 0;
	size_t n = utf8_decode(at, strlen(at), &cp);
	*marks = is_mark(cp) ? *marks + 1 : 0;
	if (is_harmful(cp) || *marks > CLEAN_MAX_MARKS)
		*bad = (Complaint){ "a character", at };
	if (cp == 0xFFFD && !starts(at, "\357\277\275"))
		*bad = (Complaint){ "a byte", at };
	return at + n;
}

static void check_bytes(const char *where, const char *bytes)
{
	int marks = 0;
	Complaint bad = { NULL, NULL };
	for (const char *at = bytes; *at && !bad.what;) {
		if (*at == '\033')
			at = past_escape(at + 1, &bad);
		else if ((unsigned char)*at >= ' ' && *at != 0x7F)
			at = past_letter(at, &marks, &bad);
		else if (strchr("\r\n\b", *at))
			at++;
		else
			bad = (Complaint){ "a control", at };
	}
	if (!bad.what)
		return;
	printf("# %s:", where);
	for (int i = 0; i < 24 && bad.at[i]; i++)
		printf(" %02x", (unsigned char)bad.at[i]);
	printf("\n");
	fail_msg("%s: %s", where, bad.what);
}

// Shown ------------------------------------------------------------------------------------------

#define DOWN "\033OB"
#define END "\033OF"
#define ENTER "\r"
#define ESC "\033"

// Home and its board; the last region, a meeting, its minutes, a review; a district, a leaf, forms,
// help, menu; directives, a directive, a clause, coverage; search.
static const char *const keys[] = { "\t", DOWN, "\t", END, ENTER, "\t", "\t", DOWN, ENTER, DOWN, DOWN,
	"\033[17~", DOWN, ESC, ESC, "\t", ENTER, "\033OQ", ESC, "\t", ENTER, ENTER, "\033OQ", ESC,
	"\033OP", ESC, "\033[20~", ESC, ":", "van ban", ENTER, ENTER, DOWN, ENTER, ESC, "\033[17~", ESC,
	"\033OR", SEEN, ENTER, ESC };

static void show_screens(const Case *test, const char *name)
{
	RawTerminal terminal;
	const char *const argv[] = { test->program, "--db", test->db, NULL };
	terminal_start(&terminal, test->fixture.dir, argv, NULL, 30, 100);
	bool alive = terminal_wait_mark(&terminal, 0);
	for (size_t i = 0; alive && i < sizeof(keys) / sizeof(*keys); i++) {
		terminal_send(&terminal, keys[i]);
		alive = terminal_wait_mark(&terminal, terminal.marks);
	}
	kill(terminal.pid, SIGTERM);
	int status = terminal_end(&terminal, END_MS);
	check_bytes(name, terminal.seen.bytes);
	if (!alive || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("%s: ended with %x: %s", name, (unsigned)status, terminal.seen.bytes);
	assert_non_null(strstr(terminal.seen.bytes, SEEN));
	terminal_release(&terminal);
}

static const char *const commands[][4] = {
	{ "task", "list" }, { "task", "list", "--json" }, { "directive", "list" },
	{ "directive", "check" }, { "meeting", "list" }, { "meeting", "list", "--json" },
	{ "review", "list" }, { "review", "show", "hd", "2021H2" }, { "user", "list" },
	{ "search", "ZQX" }, { "search", "vung" }, { "check" },
};

static void show_command(const Case *test, const char *name, const char *const words[4])
{
	RawTerminal terminal;
	char where[120];
	const char *argv[8] = { test->program, "--db", test->db };
	for (size_t i = 0; i < 4 && words[i]; i++)
		argv[3 + i] = words[i];
	snprintf(where, sizeof(where), "%s, %s %s", name, words[0], words[1] ? words[1] : "");
	terminal_start(&terminal, test->fixture.dir, argv, NULL, 30, 100);
	int status = terminal_end(&terminal, END_MS);
	check_bytes(where, terminal.seen.bytes);
	assert_true(WIFEXITED(status));
	assert_true(terminal.seen.len > 0);
	terminal_release(&terminal);
}

static void show_all(const Case *test, const char *name, const char *text)
{
	run_shell("rm -rf '%2$s'*; cp '%1$s' '%2$s'", test->clean, test->db);
	assert_true(poison(test->db, text) > 1000);
	show_screens(test, name);
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		show_command(test, name, commands[i]);
}

static void test_stored_controls(void **state)
{
	for (size_t i = 0; i < sizeof(floods) / sizeof(*floods); i++)
		show_all(*state, floods[i].name, floods[i].text);
}

static void test_stored_marks(void **state)
{
	Buf flood = BUF_INIT;
	buf_adds(&flood, SEEN "a");
	for (int i = 0; i < 300; i++)
		buf_adds(&flood, "\314\201");
	show_all(*state, "marks", flood.bytes);
	buf_release(&flood);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_stored_controls, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_stored_marks, set_up, tear_down),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
