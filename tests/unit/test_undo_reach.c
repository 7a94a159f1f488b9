// SPDX-License-Identifier: MIT
// What undo and redo would take is found without reading the journal: however long it is, whoever has
// written in it, the same few steps.
#include "unit/fixture.h"

#include "core/undo.h"
#include "db/queries.h"

#include <sqlite3.h>
#include <string.h>

enum { LONG = 3000, SLACK = 20 }; // an entry behind the range is a few steps

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	return stmt;
}

// Steps of SQLite's machine, for that person.
static int steps_of(Fixture *f, QueryId query, int64_t person_id)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open_v2(f->path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	sqlite3_stmt *stmt = prepare(db, queries[query].sql);
	sqlite3_bind_int64(stmt, 1, core_office(f->core));
	sqlite3_bind_int64(stmt, 2, person_id);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		continue;
	int steps = sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return steps;
}

// Changes of that person, one entry each, as far as the journal's own triggers look.
static void write_entries(Fixture *f, int64_t person_id, int n)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	sqlite3_stmt *stmt = prepare(db,
		"INSERT INTO journal (office, seq, at, person_id, op, change, undoes, kind, thing_id, base_rev,"
		" body_hash, prev, hash)"
		" SELECT office, seq + 1, at, ?1, 'task-save', seq + 1, NULL, 'task', 1, 1, zeroblob(32), hash,"
		" randomblob(32) FROM journal ORDER BY office DESC, seq DESC LIMIT 1");
	assert_int_equal(sqlite3_exec(db, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_bind_int64(stmt, 1, person_id);
	for (int i = 0; i < n; i++) {
		if (sqlite3_step(stmt) != SQLITE_DONE)
			fail_msg("%s", sqlite3_errmsg(db));
		sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void record(Fixture *f, int percent)
{
	fixture_report(f, "2.1a", "phu-quoc", STATE_DOING, percent, "2021-11-20");
}

// Something done, two undone and one of them done again, so that each finds something.
static void work(Fixture *f)
{
	const char *what;
	record(f, 10);
	record(f, 20);
	record(f, 30);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_done(redo_run(f->core, &f->arena, &what, &f->err), &f->err);
}

static void compare(Fixture *f, int64_t person_id, int undo, int redo)
{
	assert_in_range(steps_of(f, Q_JOURNAL_LAST_CHANGE_OF, person_id), 1, undo + SLACK);
	assert_in_range(steps_of(f, Q_JOURNAL_LAST_UNDO_OF, person_id), 1, redo + SLACK);
}

static void test_no_step_more_in_a_long_journal(void **state)
{
	Fixture *f = *state;
	const char *what;
	fixture_as(f, "office");
	int64_t office = core_actor(f->core)->id;
	work(f);
	int undo = steps_of(f, Q_JOURNAL_LAST_CHANGE_OF, office);
	int redo = steps_of(f, Q_JOURNAL_LAST_UNDO_OF, office);
	write_entries(f, office + 1, LONG); // by others, since
	compare(f, office, undo, redo);
	write_entries(f, office, LONG); // one's own, before
	work(f);
	compare(f, office, undo, redo);
	// And it is what it was.
	assert_done(redo_next(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(what, "ghi tiến độ");
	record(f, 40);
	assert_done(redo_next(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(what, "");
	assert_true(steps_of(f, Q_JOURNAL_LAST_UNDO_OF, office) <= redo);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_no_step_more_in_a_long_journal, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
