// SPDX-License-Identifier: MIT
// An assignment that ends after one was found to be allowed and before the write lock is had: nothing
// is written. Every operation that rests on assignments, by the rows of the roles' table.
#include "unit/roles.h"

#include "core/change.h"
#include "core/journal.h"
#include "core/journal_op.h"
#include "core/undo.h"
#include "unit/roles_store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

// While the lock is waited for --------------------------------------------------------------------

static const char *ends_in; // the database in which all assignments end before the next lock is had

static void end_assignments(const char *path)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db, "UPDATE assignment SET to_date = '2021-10-08'", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

// Stands before the system's own: what others do until it returns is done while one waits.
int flock(int fd, int operation)
{
	const char *path = ends_in;
	if (path && operation & LOCK_EX) {
		ends_in = NULL;
		end_assignments(path);
	}
	return (int)syscall(SYS_flock, fd, operation);
}

// The rows -----------------------------------------------------------------------------------------

// By whose assignment one may, in the order of May; NULL: not by an assignment.
static const char *const by_assignment[MAY_COUNT] = {
	[MAY_PROGRESS] = "leader",
	[MAY_MEETING] = "leader",
	[MAY_REVIEW_WRITE] = "leader",
	[MAY_REVIEW_MARK] = "leader",
	[MAY_APPROVE] = "leader",
	[MAY_RETURN] = "leader",
	[MAY_PAPER] = "leader",
	[MAY_TAKE_OWN] = "leader",
	[MAY_MAKE_TASK] = "secretary",
};

static const RoleRow *const tables[] = { roles_of_meetings, roles_of_reviews, roles_of_tasks,
	roles_of_office };

static int wrong;

static int64_t head_of(Fixture *f)
{
	JournalHead head;
	assert_done(journal_head(f->core, &head, &f->err), &f->err);
	return head.seq;
}

static void check_refused(World *w, const RoleRow *row, const char *how, bool done, int64_t before)
{
	const char *what = done ? "done all the same"
			   : w->err->kind != ERR_DENIED || !*w->err->hint
				   ? w->err->message
				   : head_of(w->f) != before ? "something is written" : ends_in ? "never locked" : NULL;
	if (what)
		wrong += printf("# %s, %s: %s\n", row->name, how, what) > 0;
	err_clear(w->err);
	ends_in = NULL;
}

static void check_undo(World *w, const RoleRow *row, const char *login)
{
	const char *what;
	if (!row->run(w))
		fail_msg("%s: %s", row->name, w->err->message);
	fixture_as(w->f, login);
	int64_t before = head_of(w->f);
	ends_in = w->f->path;
	check_refused(w, row, "undone", undo_run(w->core, w->arena, &what, w->err), before);
}

static void check_row(Fixture *f, const RoleRow *row, const Buf *base)
{
	Buf prepared = BUF_INIT;
	const char *login = by_assignment[row->may];
	store_bring_back(f, base);
	World w = { .f = f, .core = f->core, .err = &f->err, .arena = &f->arena, .region_code = "hd",
		.district_code = "kien-hai", .lead = "leader" };
	w.region = fixture_place(f, w.region_code);
	w.district = fixture_place(f, w.district_code);
	if (row->prepare)
		row->prepare(&w);
	store_save(f, &prepared);
	w.core = f->core;
	fixture_as(f, login);
	int64_t before = head_of(f);
	ends_in = f->path;
	check_refused(&w, row, "done", row->run(&w), before);
	if (journal_op_undo(row->name) == OP_CAN_UNDO) {
		store_bring_back(f, &prepared);
		w.core = f->core;
		fixture_as(f, login);
		check_undo(&w, row, login);
	}
	buf_release(&prepared);
}

static void test_nothing_is_written_by_an_assignment_that_has_ended(void **state)
{
	Buf base = BUF_INIT;
	Fixture *f = *state;
	int rows = 0;
	store_save(f, &base);
	store_move_to_memory(f, &base);
	for (size_t t = 0; t < sizeof(tables) / sizeof(*tables); t++)
		for (const RoleRow *row = tables[t]; row->name; row++)
			if (by_assignment[row->may] && !row->reads && row->otherwise == ERR_NONE) {
				check_row(f, row, &base);
				rows++;
			}
	buf_release(&base);
	assert_true(rows > 30);
	assert_int_equal(wrong, 0);
}

// Whoever writes an operation and forgets to ask learns it from the first test that runs it.
static void test_what_was_not_asked_again_is_not_committed(void **state)
{
	Fixture *f = *state;
	int64_t before = head_of(f);
	Change *change = change_begin(f->core, "agenda-add");
	assert_failed(change_commit(change, &f->err), &f->err, ERR_DB);
	assert_int_equal(head_of(f), before);
	change = change_begin(f->core, "agenda-add");
	change_hold(change, RIGHT_MEETING, fixture_place(f, "hd"));
	assert_done(change_commit(change, &f->err), &f->err);
	assert_false(right_rests_on_assignments(RIGHT_DIRECT));
	assert_true(right_rests_on_assignments(RIGHT_REVIEW_RETURN));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nothing_is_written_by_an_assignment_that_has_ended,
			fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_was_not_asked_again_is_not_committed, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
