// SPDX-License-Identifier: MIT
// What no field would take, written into every text of the database by another program: whatever the
// screens and the commands show of it, the terminal gets no control but the program's own.
#include "fault/terminal.h"

#include "fault/bytes.h"
#include "fault/common.h"
#include "cli/command.h"
#include "core/noun.h"
#include "tui/views.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { END_MS = 10000 };

// Each of them is a start of the program: in the short form every fourth operation and command.
static int each(void)
{
	return rounds(4, 1);
}

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
	char places[64][120]; // one for each of view_list
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
	"SELECT printf('UPDATE OR IGNORE \"%w\" SET \"%w\" = CAST(?1 AS TEXT) || \"%w\" WHERE \"%w\" IS NOT NULL',"
	" m.name, c.name, c.name, c.name) FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
	" AND c.type = 'TEXT' AND c.pk = 0 AND c.name <> 'login' AND m.sql LIKE '%STRICT%'"
	" AND m.name NOT IN ('migration', 'setting') AND m.name NOT LIKE 'search%'";

// What a change was, as the journal tells it.
static void poison_journal(sqlite3 *db, const char *text)
{
	static const char sql[] =
		"UPDATE journal_body SET bytes = CAST(json_object('after', json_object('title',"
		" CAST(?1 AS TEXT), 'note', CAST(?1 AS TEXT), CAST(?1 AS TEXT), CAST(?1 AS TEXT))) AS BLOB)"
		" WHERE seq % 3 = 0";
	sqlite3_stmt *update = NULL;
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &update, NULL), SQLITE_OK);
	sqlite3_bind_blob(update, 1, text, (int)strlen(text), SQLITE_STATIC);
	assert_int_equal(sqlite3_step(update), SQLITE_DONE);
	assert_true(sqlite3_changes(db) > 100);
	sqlite3_finalize(update);
}

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
	poison_journal(db, text);
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

// What the demo's story does not come to.
static void add_rest(const char *path)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	run_sql(db, "INSERT INTO closing (id, period, from_date, to_date, closed_on, person_id, entered_at, note)"
		    " SELECT 900001, '2021H2', '2021-07-01', '2021-12-31', '2022-01-04', MIN(id), 1, 'x'"
		    " FROM person WHERE NOT EXISTS (SELECT 1 FROM closing WHERE period = '2021H2')");
	sqlite3_close(db);
}

static int set_up(void **state)
{
	Case *test = calloc(1, sizeof(*test));
	fixture_open(&test->fixture);
	built_path("dieuphoi", test->program);
	snprintf(test->clean, sizeof(test->clean), "%s/clean.db", test->fixture.dir);
	snprintf(test->db, sizeof(test->db), "%s/stored.db", test->fixture.dir);
	// A day on which something has been approved, and a period closed.
	run_shell("'%s' demo --db '%s' >/dev/null", test->program, test->clean);
	run_shell("'%s' demo --db '%s' --today 2022-01-05 >/dev/null", test->program, test->clean);
	add_rest(test->clean);
	*state = test;
	return 0;
}

static int tear_down(void **state)
{
	Case *test = *state;
	run_shell("rm -rf '%s'* '%s'/" SEEN "*", test->db, test->fixture.dir);
	run_shell("rm -rf '%s'* '%s'*", test->clean, test->db);
	fixture_close(&test->fixture);
	free(test);
	return 0;
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

// Every screen and every operation, by the tables that the program itself goes by -----------------

enum { PLACES_MAX = 64, PLACE_SIZE = 120, THINGS_MAX = 2 * NOUN_COUNT + 1 };

// Whoever enters stands there.
static void stand_at(const Case *test, const char *place)
{
	sqlite3 *db = NULL;
	char *sql = sqlite3_mprintf("INSERT OR REPLACE INTO visit (person_id, last_at, place)"
				    " SELECT id, 1, %Q FROM person", place);
	assert_int_equal(sqlite3_open(test->db, &db), SQLITE_OK);
	run_sql(db, sql);
	sqlite3_free(sql);
	sqlite3_close(db);
}

static void where_one_stood(const Case *test, char out[PLACE_SIZE])
{
	static const char sql[] = "SELECT place FROM visit WHERE last_at > 1";
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	assert_int_equal(sqlite3_open(test->db, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	bool any = sqlite3_step(stmt) == SQLITE_ROW;
	snprintf(out, PLACE_SIZE, "%s", any ? (const char *)sqlite3_column_text(stmt, 0) : "");
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

static bool send_and_wait(RawTerminal *terminal, const char *keys_sent)
{
	terminal_send(terminal, keys_sent);
	return terminal_wait_mark(terminal, terminal->marks);
}

// Opened by its name, looked at, left.
static bool run_op(RawTerminal *terminal, const Op *op)
{
	return send_and_wait(terminal, ":") && send_and_wait(terminal, op->name) &&
	       send_and_wait(terminal, ENTER) && send_and_wait(terminal, DOWN) &&
	       send_and_wait(terminal, ESC) && send_and_wait(terminal, ESC);
}

static bool leaves_the_screen(const Op *op)
{
	return strcmp(op->name, "quit") == 0 || strcmp(op->name, "back") == 0;
}

// ops NULL: it is only entered and left again.
static void visit_place(const Case *test, const char *name, const char *place, const Op *ops)
{
	RawTerminal terminal;
	const char *const argv[] = { test->program, "--db", test->db, NULL };
	int turn = 0;
	for (const Op *op = ops; !op || op->name; op = op ? op + 1 : ops) {
		if (op && (leaves_the_screen(op) || turn++ % each()))
			continue;
		stand_at(test, place);
		terminal_start(&terminal, test->fixture.dir, argv, NULL, 30, 100);
		bool alive = terminal_wait_mark(&terminal, 0) && (!op || run_op(&terminal, op));
		terminal_send(&terminal, "\033[21~");
		int status = terminal_end(&terminal, END_MS);
		check_bytes(name, terminal.seen.bytes);
		if (!alive || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
			fail_msg("%s: %s, %s: ended with %x: %s", name, place, op ? op->name : "",
				(unsigned)status, terminal.seen.bytes);
		terminal_release(&terminal);
		if (!op)
			break;
	}
}

// What a view may be opened on: nothing, and the first and last of every kind of thing.
static int list_things(const Case *test, int64_t ids[THINGS_MAX])
{
	sqlite3 *db = NULL;
	int n = 1;
	ids[0] = 0;
	assert_int_equal(sqlite3_open(test->clean, &db), SQLITE_OK);
	for (int kind = 0; kind < 2 * NOUN_COUNT; kind++) {
		sqlite3_stmt *stmt = NULL;
		char *sql = sqlite3_mprintf("SELECT %s(id) FROM \"%w\"", kind % 2 ? "MAX" : "MIN",
			nouns[kind / 2].table);
		assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
		if (sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_int64(stmt, 0))
			ids[n++] = sqlite3_column_int64(stmt, 0);
		sqlite3_finalize(stmt);
		sqlite3_free(sql);
	}
	sqlite3_close(db);
	return n;
}

static bool is_directive(const Case *test, int64_t id)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	assert_int_equal(sqlite3_open(test->clean, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT 1 FROM directive WHERE id = ?1", -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_int64(stmt, 1, id);
	bool is = sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return is;
}

// It opened if one stood there when one left.
static bool opens(const Case *test, const ViewOps *view, const char *place)
{
	char stood[PLACE_SIZE], wanted[40];
	visit_place(test, view->name, place, NULL);
	where_one_stood(test, stood);
	snprintf(wanted, sizeof(wanted), "%s:", view->name);
	const char *last = strrchr(stood, ';');
	return starts(last ? last + 1 : stood, wanted);
}

// other: what a clause lies in.
static bool find_on(const Case *test, const ViewOps *view, int64_t id, int64_t other,
	char place[PLACE_SIZE])
{
	static const char *const codes[] = { "", "2021H2" };
	for (int code = 0; code < 2; code++) {
		snprintf(place, PLACE_SIZE, "home:0:0::0:0;%s:%lld:%lld:%s:0:0", view->name, (long long)id,
			(long long)other, codes[code]);
		if (view == &home_view)
			snprintf(place, PLACE_SIZE, "home:0:0::0:0");
		if (opens(test, view, place))
			return true;
	}
	return false;
}

static void find_place(const Case *test, const ViewOps *view, char place[PLACE_SIZE])
{
	int64_t ids[THINGS_MAX];
	int n = list_things(test, ids), directive = 0;
	while (directive + 1 < n && !is_directive(test, ids[directive]))
		directive++;
	for (int i = 0; i < n; i++)
		if (find_on(test, view, ids[i], 0, place) || (i == 0 && find_on(test, view, 0, ids[directive], place)))
			return;
	fail_msg("the screen “%s” opens on nothing that this test knows: see list_things()", view->name);
}

static void find_places(Case *test)
{
	run_shell("rm -rf '%2$s'*; cp '%1$s' '%2$s'", test->clean, test->db);
	for (int i = 0; view_list[i]; i++) {
		assert_true(i < PLACES_MAX);
		find_place(test, view_list[i], test->places[i]);
	}
}

static void show_views(const Case *test, const char *name)
{
	for (int i = 0; view_list[i]; i++)
		visit_place(test, name, test->places[i], view_list[i]->ops);
}

static void show_command(const Case *test, const char *name, const char *const words[8])
{
	RawTerminal terminal;
	char where[200] = "";
	const char *argv[16] = { test->program };
	size_t n = 1;
	for (size_t i = 0; i < 8 && words[i]; i++)
		argv[n++] = words[i];
	argv[n++] = "--db";
	argv[n++] = test->db;
	snprintf(where, sizeof(where), "%s, %s %s", name, words[0], words[1] ? words[1] : "");
	terminal_start(&terminal, test->fixture.dir, argv, NULL, 30, 100);
	terminal_send(&terminal, "\004"); // the end of what a command may read
	int status = terminal_end(&terminal, END_MS);
	check_bytes(where, terminal.seen.bytes);
	if (!WIFEXITED(status))
		fail_msg("%s: ended with %x", where, (unsigned)status);
	terminal_release(&terminal);
}

// What an argument of that name may be; the flood itself for what is not here.
static const char *value_of(const Option *argument, const char *flood)
{
	static const struct {
		const char *name, *value;
	} values[] = { { "VÙNG", "hd" }, { "KỲ", "2021H2" }, { "NGƯỜI", "mau" }, { "ĐỊA-PHƯƠNG", "phu-quoc" },
		{ "NƠI", "phu-quoc" }, { "SỐ", "1" }, { "TỪ", SEEN }, { "NHIỆM-VỤ", "2.3b" }, { "LOẠI", "region" } };
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (strcmp(values[i].name, argument->name) == 0)
			return values[i].value;
	return flood;
}

// As they are meant to be called, with the flood for every argument, and with what is no option.
static void show_commands(const Case *test, const char *name, const char *flood)
{
	char unknown[3000];
	snprintf(unknown, sizeof(unknown), "--%s", flood);
	for (int i = 0; commands[i]; i++) {
		if (i % each())
			continue;
		const Command *command = commands[i];
		char first[40], *second;
		snprintf(first, sizeof(first), "%s", command->name);
		const char *meant[8] = { first }, *wrong[8] = { first }, *odd[8] = { first };
		size_t n = 1;
		if ((second = strchr(first, ' '))) {
			*second++ = '\0';
			meant[n] = wrong[n] = odd[n] = second;
			n++;
		}
		odd[n] = unknown;
		for (const Option *argument = command->arguments; argument->name && n < 8; argument++, n++) {
			meant[n] = value_of(argument, flood);
			wrong[n] = flood;
		}
		show_command(test, name, meant);
		show_command(test, name, wrong);
		show_command(test, name, odd);
	}
	show_command(test, name, (const char *const[8]){ flood });
	show_command(test, name, (const char *const[8]){ "task", flood });
}

// These must show what is stored, and so put the rest to the test.
static const char *const lines[][8] = {
	{ "task", "list" }, { "task", "list", "--json" }, { "directive", "list" },
	{ "directive", "check" }, { "meeting", "list" }, { "meeting", "list", "--json" },
	{ "review", "list" }, { "review", "show", "hd", "2021H2" }, { "user", "list" },
	{ "search", "ZQX" }, { "search", "vung" }, { "check" }, { "audit", "log" },
	{ "audit", "log", "--json" }, { "audit", "show", "region", "hd" }, { "review", "overview" },
};

// The short form keeps to the walk and, for the first flood, to some of the commands.
static void show_all(const Case *test, const char *name, const char *text)
{
	bool whole = rounds(0, 1) || text == floods[0].text;
	run_shell("rm -rf '%2$s'*; cp '%1$s' '%2$s'", test->clean, test->db);
	assert_true(poison(test->db, text) > 1000);
	show_screens(test, name);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		show_command(test, name, lines[i]);
	if (!whole)
		return;
	if (each() == 1)
		show_views(test, name);
	show_commands(test, name, text);
}

static void test_stored_controls(void **state)
{
	if (each() == 1)
		find_places(*state);
	for (size_t i = 0; i < sizeof(floods) / sizeof(*floods); i++)
		show_all(*state, floods[i].name, floods[i].text);
}

static void test_stored_marks(void **state)
{
	Buf flood = BUF_INIT;
	buf_adds(&flood, SEEN "a");
	for (int i = 0; i < 300; i++)
		buf_adds(&flood, "\314\201");
	if (each() == 1)
		find_places(*state);
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
