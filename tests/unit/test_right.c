// SPDX-License-Identifier: MIT
// The manual's table of rights, one expectation per cell, on own and on others' places.
#include "core/right.h"

#include "core/history.h"
#include "core/meeting.h"
#include "core/person.h"
#include "core/remark.h"
#include "core/undo.h"
#include "core/user.h"
#include "unit/fixture.h"

enum { PEOPLE = 6 };
static const char *const logins[PEOPLE] = { "leader", "member", "secretary", "office", "admin",
	"viewer" };

// Per person: y yes, n no. leader leads hd; member has phu-quoc in charge; secretary serves leader.
typedef struct {
	Right right;
	const char *place;
	const char *expected; // in the order of logins
} Cell;

static const Cell cells[] = {
	{ RIGHT_READ, "province", "yyyyyy" },
	{ RIGHT_READ, "go-quao", "yyyyyy" },
	{ RIGHT_READ_OPEN, "hd", "ynyynn" },
	{ RIGHT_READ_OPEN, "tsh", "nnnynn" },
	{ RIGHT_READ_OPEN, "phu-quoc", "yyyynn" },
	{ RIGHT_PROGRESS, "phu-quoc", "yyyynn" },
	{ RIGHT_PROGRESS, "kien-hai", "ynyynn" },
	{ RIGHT_PROGRESS, "hd", "ynyynn" },
	{ RIGHT_PROGRESS, "go-quao", "nnnynn" },
	{ RIGHT_PROGRESS, "province", "nnnynn" },
	{ RIGHT_MEETING, "hd", "ynyynn" },
	{ RIGHT_MEETING, "tsh", "nnnynn" },
	{ RIGHT_REMARK, "hd", "yynnnn" },
	{ RIGHT_REMARK, "go-quao", "yynnnn" },
	{ RIGHT_REVIEW_WRITE, "hd", "ynyynn" },
	{ RIGHT_REVIEW_WRITE, "tsh", "nnnynn" },
	{ RIGHT_REVIEW_MARK, "phu-quoc", "yyyynn" },
	{ RIGHT_REVIEW_MARK, "kien-hai", "ynyynn" },
	{ RIGHT_REVIEW_MARK, "go-quao", "nnnynn" },
	{ RIGHT_REVIEW_APPROVE, "hd", "ynnnnn" },
	{ RIGHT_REVIEW_APPROVE, "tsh", "nnnnnn" },
	{ RIGHT_REVIEW_RETURN, "hd", "ynnynn" },
	{ RIGHT_REVIEW_RETURN, "tsh", "nnnynn" },
	{ RIGHT_FINALISE, "hd", "nnnynn" },
	{ RIGHT_DIRECT, "province", "nnnynn" },
	{ RIGHT_ADMINISTER, "province", "nnnnyn" },
};

static void check_cell(Fixture *fixture, const Cell *cell, int person)
{
	Err err = ERR_INIT;
	fixture_as(fixture, logins[person]);
	bool allowed = right_check(fixture->core, cell->right, fixture_place(fixture, cell->place), &err);
	if (allowed != (cell->expected[person] == 'y'))
		fail_msg("right %d at %s for %s: %s", (int)cell->right, cell->place, logins[person],
			allowed ? "allowed" : err.message);
	if (!allowed) {
		assert_int_equal(err.kind, ERR_DENIED);
		assert_true(err.message[0] && err.hint[0]);
	}
}

static void test_every_cell(void **state)
{
	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		for (int person = 0; person < PEOPLE; person++)
			check_cell(*state, &cells[i], person);
}

static void test_every_right_is_in_the_table(void **state)
{
	(void)state;
	bool seen[RIGHT_COUNT] = { false };
	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		seen[cells[i].right] = true;
	for (int right = 0; right < RIGHT_COUNT; right++)
		assert_true(seen[right]);
}

static void test_own_is_of_the_day(void **state)
{
	Fixture *fixture = *state;
	Err err = ERR_INIT;
	fixture_as(fixture, "leader");
	fixture_today(fixture, "2021-10-06"); // the day before the assignment begins
	assert_failed(right_check(fixture->core, RIGHT_MEETING, fixture_place(fixture, "hd"), &err), &err,
		ERR_DENIED);
	fixture_today(fixture, "2021-10-07");
	assert_done(right_check(fixture->core, RIGHT_MEETING, fixture_place(fixture, "hd"), &err), &err);
}

// What it took to do a thing, it takes to undo or redo it, on the day.
static void test_undo_needs_the_right(void **state)
{
	Fixture *fixture = *state;
	Person person;
	const char *what;
	fixture_as(fixture, "leader");
	fixture_report(fixture, "2.1b", "kien-hai", STATE_DOING, 50, "2021-11-20");
	assert_done(undo_next(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	fixture_today(fixture, "2021-10-06"); // the day before he leads anything
	assert_failed(undo_next(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_DENIED);
	assert_failed(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_DENIED);
	fixture_today(fixture, "2021-11-23");
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	fixture_today(fixture, "2021-10-06");
	assert_failed(redo_next(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_DENIED);
	assert_failed(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_DENIED);
	// Who was of the Office and is no more.
	fixture_today(fixture, "2021-11-23");
	fixture_as(fixture, "office");
	Body body = { .code = "so-moi", .name = "Sở Mới", .short_name = "" };
	assert_done(body_add(fixture->core, &body, &fixture->err), &fixture->err);
	assert_done(person_find(fixture->core, "office", &fixture->arena, &person, &fixture->err),
		&fixture->err);
	fixture_as(fixture, "admin");
	const UserChange wanted = { .roles = ROLE_VIEWER, .roles_given = true };
	assert_done(user_change(fixture->core, person.id, &wanted, &fixture->err), &fixture->err);
	fixture_today(fixture, "2021-11-25");
	fixture_as(fixture, "office");
	assert_failed(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err,
		ERR_DENIED);
}

// What is said of open minutes is not told by its history either.
static void test_history_of_a_remark_on_open_minutes(void **state)
{
	Fixture *fixture = *state;
	Meeting meeting = { .region_id = fixture_place(fixture, "hd").region_id, .held_on = "2021-11-20" };
	Vec changes;
	vec_init(&changes, sizeof(HistoryChange));
	assert_done(meeting_add(fixture->core, &meeting, &fixture->err), &fixture->err);
	fixture_as(fixture, "leader");
	Remark remark = { .thing = { NOUN_MEETING, meeting.id }, .text = "Ghi rõ", .due = "" };
	remark.to = (Thing){ NOUN_DISTRICT, fixture_place(fixture, "kien-hai").district_id };
	assert_done(remark_add(fixture->core, &remark, &fixture->err), &fixture->err);
	const Thing thing = { NOUN_REMARK, remark.id };
	assert_done(history_of(fixture->core, thing, &fixture->arena, &changes, &fixture->err),
		&fixture->err);
	history_clear(&changes);
	fixture_as(fixture, "viewer");
	assert_failed(history_of(fixture->core, thing, &fixture->arena, &changes, &fixture->err),
		&fixture->err, ERR_DENIED);
	vec_release(&changes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_every_cell, fixture_setup, fixture_teardown),
		cmocka_unit_test(test_every_right_is_in_the_table),
		cmocka_unit_test_setup_teardown(test_own_is_of_the_day, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_undo_needs_the_right, fixture_setup_directive,
			fixture_teardown),
		cmocka_unit_test_setup_teardown(test_history_of_a_remark_on_open_minutes, fixture_setup,
			fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
