// SPDX-License-Identifier: MIT
// The manual's table of who may do what against what core does: one expectation per cell, each cell
// run. Whoever may not is told so and has written nothing.
#include "unit/roles.h"

#include "core/audit.h"
#include "core/journal.h"
#include "core/journal_op.h"
#include "core/undo.h"
#include "core/user.h"
#include "unit/roles_store.h"

#include <stdio.h>
#include <string.h>

enum { ROLES = 5 };
static const char *const logins[ROLES] = { "leader", "secretary", "office", "admin", "viewer" };

// y yes, n no, in the order of logins. Typed from the manual, not from the program.
static const char *const expected[MAY_COUNT][WHERE] = {
	//                    own      others'
	[MAY_READ]         = { "yyyyy", "yyyyy" },
	[MAY_READ_OPEN]    = { "yyynn", "nnynn" },
	[MAY_PROGRESS]     = { "yyynn", "nnynn" },
	[MAY_MEETING]      = { "yyynn", "nnynn" },
	[MAY_REMARK]       = { "ynnnn", "ynnnn" },
	[MAY_REVIEW_WRITE] = { "yyynn", "nnynn" },
	[MAY_REVIEW_MARK]  = { "yyynn", "nnynn" },
	[MAY_APPROVE]      = { "ynnnn", "nnnnn" },
	[MAY_RETURN]       = { "ynynn", "nnynn" },
	[MAY_FINALISE]     = { "nnynn", "nnynn" },
	[MAY_DIRECT]       = { "nnynn", "nnynn" },
	[MAY_ADMINISTER]   = { "nnnyn", "nnnyn" },
	[MAY_PAPER]        = { "ynynn", "nnynn" },
	[MAY_TAKE_BACK]    = { "nnynn", "nnynn" },
	[MAY_TAKE_OWN]     = { "ynynn", "nnynn" },
	[MAY_AS_AUTHOR]    = { "ynnnn", "ynnnn" },
	[MAY_MAKE_TASK]    = { "yyynn", "yyynn" },
};

static const RoleRow *const tables[] = { roles_of_meetings, roles_of_reviews, roles_of_tasks,
	roles_of_office, roles_of_admin, roles_of_reading };
enum { TABLES = sizeof(tables) / sizeof(*tables) };

static const struct {
	const char *region, *district, *lead;
} places[WHERE] = { { "hd", "kien-hai", "leader" }, { "tsh", "tan-hiep", "other" } };

// Cells --------------------------------------------------------------------------------------------

static int64_t head_of(Fixture *fixture)
{
	JournalHead head;
	assert_done(journal_head(fixture->core, &head, &fixture->err), &fixture->err);
	return head.seq;
}

// The operation's name in the journal is the row's, so that a row stands for what it says.
static void check_journal(Fixture *fixture, const RoleRow *row)
{
	Vec entries;
	vec_init(&entries, sizeof(AuditChange));
	fixture_as(fixture, "office");
	assert_done(audit_log(fixture->core, &(AuditFilter){ .since = 0 }, &fixture->arena, &entries,
		&fixture->err), &fixture->err);
	const AuditChange *first = vec_at(&entries, 0), *last = vec_at(&entries, entries.len - 1);
	const AuditChange *newest = first->seq > last->seq ? first : last;
	assert_string_equal(newest->op, row->name);
	vec_release(&entries);
}

// Every wrong cell is told, not the first alone.
static int wrong;

static void tell(const RoleRow *row, int where, int role, const char *what)
{
	print_error("%s as %s at %s place: %s\n", row->name, logins[role],
		where == OWN ? "an own" : "another's", what);
	wrong++;
}

static void check_answer(World *w, const RoleRow *row, int where, int role, bool done)
{
	char what[600];
	bool may = expected[row->may][where][role] == 'y';
	ErrKind kind = done ? ERR_NONE : w->err->kind, wanted = may ? row->otherwise : ERR_DENIED;
	snprintf(what, sizeof(what), "wanted %d, got [%d] %s", (int)wanted, (int)kind, w->err->message);
	if (kind != wanted)
		tell(row, where, role, what);
	else if (kind == ERR_DENIED && !*w->err->hint)
		tell(row, where, role, "denied without a word of who may");
	err_clear(w->err);
}

static void expect(const RoleRow *row, int where, int role, bool done, Err *err, ErrKind wanted,
	const char *what)
{
	char text[700];
	ErrKind kind = done ? ERR_NONE : err->kind;
	snprintf(text, sizeof(text), "%s: wanted %d, got [%d] %s", what, (int)wanted, (int)kind, err->message);
	if (kind != wanted)
		tell(row, where, role, text);
	err_clear(err);
}

static void make_viewer(Fixture *fixture, int64_t person_id)
{
	fixture_as(fixture, "admin");
	const UserChange wanted = { .roles = ROLE_VIEWER, .roles_given = true };
	assert_done(user_change(fixture->core, person_id, &wanted, &fixture->err), &fixture->err);
}

// What was done is taken back and done again by who did it, and by nobody who may no longer do it.
static void check_undo(World *w, const RoleRow *row, int where, int role)
{
	const char *what;
	bool can = journal_op_undo(row->name) == OP_CAN_UNDO;
	fixture_as(w->f, logins[role]);
	int64_t actor = core_actor(w->core)->id;
	expect(row, where, role, undo_run(w->core, w->arena, &what, w->err), w->err,
		can ? ERR_NONE : ERR_DENIED, "undone");
	if (!can)
		return;
	expect(row, where, role, redo_run(w->core, w->arena, &what, w->err), w->err, ERR_NONE, "redone");
	make_viewer(w->f, actor);
	int64_t before = head_of(w->f);
	fixture_as(w->f, logins[role]);
	expect(row, where, role, undo_run(w->core, w->arena, &what, w->err), w->err, ERR_DENIED,
		"undone by who may no longer");
	if (head_of(w->f) != before)
		tell(row, where, role, "something is written by an undo that is refused");
}

// Whether something was written, so that the next cell needs the database anew.
static bool check_cell(World *w, const RoleRow *row, int where, int role)
{
	Fixture *fixture = w->f;
	w->core = fixture->core;
	fixture_as(fixture, logins[role]);
	int64_t before = head_of(fixture);
	bool done = row->run(w);
	bool wrote = head_of(fixture) != before;
	check_answer(w, row, where, role, done);
	if (wrote != (done && !row->reads))
		tell(row, where, role, wrote ? "something is written" : "nothing is written");
	if (wrote) {
		check_journal(fixture, row);
		check_undo(w, row, where, role);
	}
	return wrote;
}

static void check_row(Fixture *fixture, const RoleRow *row, int where, const Buf *base)
{
	Buf prepared = BUF_INIT;
	store_bring_back(fixture, base);
	World w = { .f = fixture, .core = fixture->core, .err = &fixture->err, .arena = &fixture->arena,
		.region_code = places[where].region, .district_code = places[where].district,
		.lead = places[where].lead };
	w.region = fixture_place(fixture, w.region_code);
	w.district = fixture_place(fixture, w.district_code);
	if (row->prepare)
		row->prepare(&w);
	store_save(fixture, &prepared);
	for (int role = 0; role < ROLES; role++)
		if (check_cell(&w, row, where, role))
			store_bring_back(fixture, &prepared);
	buf_release(&prepared);
}

static void check_table(void **state)
{
	static Buf base = BUF_INIT;
	Fixture *fixture = *state;
	world_add_lead(fixture);
	store_save(fixture, &base);
	store_move_to_memory(fixture, &base);
	for (int t = 0; t < TABLES; t++)
		for (const RoleRow *row = tables[t]; row->name; row++)
			for (int where = 0; where < WHERE; where++)
				check_row(fixture, row, where, &base);
	buf_release(&base);
	assert_int_equal(wrong, 0);
}

static bool has_row(const char *op)
{
	for (int t = 0; t < TABLES; t++)
		for (const RoleRow *row = tables[t]; row->name; row++)
			if (strcmp(row->name, op) == 0)
				return true;
	return false;
}

static void check_every_operation_has_a_row(void **state)
{
	(void)state;
	for (size_t i = 0; op_at(i); i++)
		if (!has_row(op_at(i)))
			fail_msg("%s: add a row that says who may", op_at(i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(check_table, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test(check_every_operation_has_a_row),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
