// SPDX-License-Identifier: MIT
// The journal's chain, and undo and redo, which stand on it.
#include "core/journal.h"

#include "core/change.h"
#include "core/patch.h"
#include "core/person.h"
#include "core/undo.h"
#include "unit/fixture.h"

#include <sqlite3.h>
#include <string.h>

static void exec_raw(Fixture *fixture, const char *sql)
{
	sqlite3 *db = NULL;
	char *message = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}

static void refuse_raw(Fixture *fixture, const char *sql)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_CONSTRAINT);
	sqlite3_close(db);
}

static int64_t verified(Fixture *fixture)
{
	int64_t count = 0;
	assert_done(journal_verify(fixture->core, &count, &fixture->err), &fixture->err);
	return count;
}

static void test_chain_holds_and_grows(void **state)
{
	Fixture *fixture = *state;
	int64_t before = verified(fixture);
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-20");
	assert_int_equal(verified(fixture), before + 1);
}

static void test_triggers_guard_the_journal(void **state)
{
	Fixture *fixture = *state;
	refuse_raw(fixture, "UPDATE journal SET op = 'x'");
	refuse_raw(fixture, "DELETE FROM journal");
	refuse_raw(fixture, "DELETE FROM journal_body");
	refuse_raw(fixture, "UPDATE journal_body SET bytes = x'00'");
	refuse_raw(fixture, "INSERT INTO journal SELECT office, seq + 2, at, person_id, op, change, undoes,"
			    " kind, thing_id, base_rev, body_hash, hash, hash FROM journal"
			    " ORDER BY seq DESC LIMIT 1");
}

static void test_a_body_may_be_erased_and_the_chain_still_holds(void **state)
{
	Fixture *fixture = *state;
	exec_raw(fixture, "UPDATE journal_body SET bytes = NULL WHERE seq = 3");
	verified(fixture);
}

static void expect_broken(Fixture *fixture, const char *sql, const char *where)
{
	int64_t count;
	exec_raw(fixture, "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;"
			  "DROP TRIGGER journal_body_no_update;");
	exec_raw(fixture, sql);
	assert_false(journal_verify(fixture->core, &count, &fixture->err));
	assert_int_equal(fixture->err.kind, ERR_DB);
	assert_non_null(strstr(fixture->err.message, where));
}

static void test_an_edited_field_breaks_the_chain(void **state)
{
	expect_broken(*state, "UPDATE journal SET person_id = person_id + 1 WHERE seq = 5", "5");
}

static void test_an_edited_body_breaks_the_chain(void **state)
{
	expect_broken(*state, "UPDATE journal_body SET bytes = x'7b7d' WHERE seq = 4", "4");
}

static void test_a_missing_entry_breaks_the_chain(void **state)
{
	expect_broken(*state, "DELETE FROM journal WHERE seq = 6", "6");
}

static int percent_of(Fixture *fixture, int64_t leaf_id)
{
	Leaf leaf;
	assert_done(leaf_get(fixture->core, leaf_id, &fixture->arena, &leaf, &fixture->err),
		&fixture->err);
	return leaf.percent;
}

static void undo(Fixture *fixture)
{
	const char *what;
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_true(*what);
}

static void redo(Fixture *fixture)
{
	const char *what;
	assert_done(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
}

static void test_undo_and_redo_go_back_and_forth(void **state)
{
	Fixture *fixture = *state;
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-20");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 70, "2021-11-21");
	undo(fixture);
	assert_int_equal(percent_of(fixture, leaf), 40);
	undo(fixture);
	assert_int_equal(percent_of(fixture, leaf), 0);
	redo(fixture);
	redo(fixture);
	assert_int_equal(percent_of(fixture, leaf), 70);
	undo(fixture);
	assert_int_equal(percent_of(fixture, leaf), 40);
	verified(fixture);
}

static void test_a_new_change_ends_redo(void **state)
{
	Fixture *fixture = *state;
	const char *what = NULL;
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-20");
	undo(fixture);
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 50, "2021-11-20");
	assert_done(redo_next(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_string_equal(what, "");
	assert_failed(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_NOT_FOUND);
}

static void test_undo_is_per_person(void **state)
{
	Fixture *fixture = *state;
	const char *what;
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-20");
	fixture_as(fixture, "leader");
	assert_failed(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_NOT_FOUND);
	fixture_as(fixture, "office");
	undo(fixture);
}

static void test_undo_is_refused_where_somebody_changed_it_since(void **state)
{
	Fixture *fixture = *state;
	Vec rows;
	const char *what;
	vec_init(&rows, sizeof(Progress));
	fixture_as(fixture, "leader");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-20");
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	assert_done(progress_list(fixture->core, leaf, &fixture->arena, &rows, &fixture->err),
		&fixture->err);
	fixture_as(fixture, "office");
	assert_done(progress_withdraw(fixture->core, ((Progress *)vec_at(&rows, 0))->id, &fixture->err),
		&fixture->err);
	fixture_as(fixture, "leader");
	assert_failed(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_CONFLICT);
	vec_release(&rows);
}

static void test_what_was_granted_is_not_undone(void **state)
{
	Fixture *fixture = *state;
	const char *what;
	fixture_as(fixture, "admin");
	Person person = { .login = "nguoi-moi", .name = "Người Mới", .roles = ROLE_VIEWER };
	assert_done(person_add(fixture->core, &person, &fixture->err), &fixture->err);
	assert_failed(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_DENIED);
}

static void test_times_never_go_back(void **state)
{
	Fixture *fixture = *state;
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-02");
	fixture_today(fixture, "2021-11-03"); // the clock set back
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 50, "2021-11-03");
	JournalHead head;
	assert_done(journal_head(fixture->core, &head, &fixture->err), &fixture->err);
	assert_done(journal_of_change(fixture->core, head.seq, &fixture->arena, &entries, &fixture->err),
		&fixture->err);
	assert_done(journal_of_change(fixture->core, head.seq - 1, &fixture->arena, &entries,
		&fixture->err), &fixture->err);
	assert_int_equal(entries.len, 2);
	assert_true(((JournalEntry *)vec_at(&entries, 0))->at >= ((JournalEntry *)vec_at(&entries, 1))->at);
	assert_int_equal(percent_of(fixture, leaf), 50);
	vec_release(&entries);
}

// Written by another program, or by a disk that fails: the journal holds text alone.
static void test_bytes_that_are_no_text_are_not_journaled(void **state)
{
	Fixture *fixture = *state;
	int64_t before = verified(fixture);
	exec_raw(fixture, "UPDATE region SET note = CAST(x'FF' AS TEXT) WHERE code = 'hd'");
	Place hd = fixture_place(fixture, "hd");
	Change *change = change_begin(fixture->core, "structure-apply");
	change_patch(change, NOUN_REGION, hd.region_id, REV_ANY, json_pack("{s:s}", "note", "sạch"));
	assert_failed(change_commit(change, &fixture->err), &fixture->err, ERR_DATA);
	assert_int_equal(verified(fixture), before);
}

// It would be an entry that nobody can read the name of.
static void test_no_operation_without_a_name(void **state)
{
	Fixture *fixture = *state;
	JournalHead before, after;
	assert_done(journal_head(fixture->core, &before, &fixture->err), &fixture->err);
	Change *change = change_begin(fixture->core, "no-such-operation");
	assert_failed(change_commit(change, &fixture->err), &fixture->err, ERR_DB);
	assert_done(journal_head(fixture->core, &after, &fixture->err), &fixture->err);
	assert_int_equal(before.seq, after.seq);
}

#define WITH_DIRECTIVE(test) \
	cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_DIRECTIVE(test_chain_holds_and_grows),
		WITH_DIRECTIVE(test_triggers_guard_the_journal),
		WITH_DIRECTIVE(test_a_body_may_be_erased_and_the_chain_still_holds),
		WITH_DIRECTIVE(test_an_edited_field_breaks_the_chain),
		WITH_DIRECTIVE(test_an_edited_body_breaks_the_chain),
		WITH_DIRECTIVE(test_a_missing_entry_breaks_the_chain),
		WITH_DIRECTIVE(test_undo_and_redo_go_back_and_forth),
		WITH_DIRECTIVE(test_a_new_change_ends_redo),
		WITH_DIRECTIVE(test_undo_is_per_person),
		WITH_DIRECTIVE(test_undo_is_refused_where_somebody_changed_it_since),
		WITH_DIRECTIVE(test_what_was_granted_is_not_undone),
		WITH_DIRECTIVE(test_times_never_go_back),
		WITH_DIRECTIVE(test_bytes_that_are_no_text_are_not_journaled),
		WITH_DIRECTIVE(test_no_operation_without_a_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
