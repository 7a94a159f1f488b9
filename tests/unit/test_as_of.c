// SPDX-License-Identifier: MIT
// Looking at another day: what was known then, as it was told then, and nothing written.
#include "fixture.h"

#include "core/figures.h"
#include "core/meeting.h"
#include "core/person.h"
#include "core/review.h"
#include "core/right.h"

static void look(Fixture *f, const char *iso)
{
	Date day = { 0 };
	if (iso)
		assert_true(date_parse(iso, &day));
	assert_done(core_set_as_of(f->core, day, &f->err), &f->err);
}

static FigureLine province(Fixture *f)
{
	Vec lines;
	FigureLine line;
	vec_init(&lines, sizeof(FigureLine));
	assert_done(figures_of_regions(f->core, &f->arena, &lines, &line, &f->err), &f->err);
	vec_release(&lines);
	return line;
}

static Leaf leaf_now(Fixture *f, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(f->core, task, fixture_place(f, place), &f->arena, &leaf, &f->err), &f->err);
	return leaf;
}

static void progress_is_what_was_known(void **state)
{
	Fixture *f = *state;
	fixture_report(f, "2.1b", "phu-quoc", STATE_DOING, 30, "2021-11-20");
	fixture_today(f, "2021-12-10");
	fixture_report(f, "2.1b", "phu-quoc", STATE_DOING, 60, "2021-12-10");
	// Entered later about a day before: it was not known on that day.
	fixture_report(f, "2.1b", "kien-hai", STATE_DOING, 20, "2021-11-20");
	look(f, "2021-11-25");
	assert_int_equal(leaf_now(f, "2.1b", "phu-quoc").percent, 30);
	assert_int_equal(leaf_now(f, "2.1b", "kien-hai").state, STATE_SILENT);
	look(f, "2021-11-19");
	assert_int_equal(leaf_now(f, "2.1b", "phu-quoc").state, STATE_SILENT);
	look(f, NULL);
	assert_int_equal(leaf_now(f, "2.1b", "phu-quoc").percent, 60);
	assert_int_equal(leaf_now(f, "2.1b", "kien-hai").percent, 20);
}

static void withdrawn_later_was_there(void **state)
{
	Fixture *f = *state;
	Vec rows;
	fixture_report(f, "2.1b", "phu-quoc", STATE_DOING, 30, "2021-11-20");
	fixture_today(f, "2021-12-10");
	vec_init(&rows, sizeof(Progress));
	int64_t leaf = fixture_leaf(f, "2.1b", "phu-quoc");
	assert_done(progress_list(f->core, leaf, &f->arena, &rows, &f->err), &f->err);
	assert_done(progress_withdraw(f->core, ((Progress *)vec_at(&rows, 0))->id, &f->err), &f->err);
	vec_release(&rows);
	assert_int_equal(leaf_now(f, "2.1b", "phu-quoc").state, STATE_SILENT);
	look(f, "2021-12-09");
	assert_int_equal(leaf_now(f, "2.1b", "phu-quoc").percent, 30);
	look(f, "2021-12-11");
	assert_int_equal(leaf_now(f, "2.1b", "phu-quoc").state, STATE_SILENT);
}

// The figures of a day are the same looked at on that day and later.
static void figures_stay_as_they_were(void **state)
{
	Fixture *f = *state;
	fixture_report(f, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-22");
	Figures then = province(f).figures;
	fixture_today(f, "2022-01-05");
	fixture_report(f, "2.1a", "phu-quoc", STATE_DONE, 100, "2022-01-05");
	Figures later = province(f).figures;
	assert_true(later.done > then.done);
	look(f, "2021-11-23");
	Figures again = province(f).figures;
	assert_memory_equal(&again, &then, sizeof(then));
}

static void deadline_in_force_then(void **state)
{
	Fixture *f = *state;
	int64_t leaf = fixture_leaf(f, "2.1a", "phu-quoc");
	Extension extension = { .new_due = "2021-12-31", .reason = "chờ vắc xin", .agreed_by = "" };
	assert_done(leaf_extend(f->core, leaf, &extension, &f->err), &f->err);
	assert_string_equal(leaf_now(f, "2.1a", "phu-quoc").due, "2021-12-31");
	look(f, "2021-11-22");
	Leaf before = leaf_now(f, "2.1a", "phu-quoc");
	assert_string_equal(before.due, "2021-11-11");
	assert_int_equal(before.extensions, 0);
	assert_int_equal(before.days_late, 11);
}

static void nothing_before_the_directive(void **state)
{
	Fixture *f = *state;
	assert_true(province(f).figures.all > 0);
	look(f, "2021-01-05");
	assert_int_equal(province(f).figures.all, 0);
}

static void review_stands_where_it_stood(void **state)
{
	Fixture *f = *state;
	int64_t id;
	ReviewState state_then;
	const Period period = { .year = 2021, .half = 2 };
	int64_t region = fixture_place(f, "hd").region_id;
	fixture_today(f, "2021-12-20");
	assert_done(review_begin(f->core, region, period, &id, &f->err), &f->err);
	look(f, "2021-12-19");
	assert_done(review_state_of(f->core, region, period, &state_then, &f->err), &f->err);
	assert_int_equal(state_then, REVIEW_DUE);
	look(f, NULL);
	assert_done(review_state_of(f->core, region, period, &state_then, &f->err), &f->err);
	assert_int_equal(state_then, REVIEW_DRAFTING);
}

static void nothing_is_written(void **state)
{
	Fixture *f = *state;
	ProgressInput input = { .state = STATE_DOING, .percent = 5, .note = "", .document = "" };
	int64_t leaf = fixture_leaf(f, "2.1b", "phu-quoc");
	Person person = { .login = "moi", .name = "Lê Thị Thử", .sort_name = "", .post = "", .phone = "",
		.from = "", .to = "", .roles = ROLE_VIEWER };
	look(f, "2021-11-20");
	assert_failed(progress_record(f->core, leaf, &input, &f->err), &f->err, ERR_DENIED);
	fixture_as(f, "admin");
	assert_failed(person_add(f->core, &person, &f->err), &f->err, ERR_DENIED);
	assert_failed(core_check_today(f->core, &f->err), &f->err, ERR_DENIED);
	assert_true(right_check(f->core, RIGHT_READ, (Place){ 0 }, &f->err));
	look(f, NULL);
	assert_done(person_add(f->core, &person, &f->err), &f->err);
}

static void today_is_no_other_day(void **state)
{
	Fixture *f = *state;
	look(f, "2021-11-23");
	assert_false(core_is_as_of(f->core));
	look(f, "2021-11-22");
	look(f, "2021-11-21");
	assert_true(core_is_as_of(f->core));
	assert_int_equal(core_day(f->core).day, 21);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup_directive, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(progress_is_what_was_known), TEST(withdrawn_later_was_there),
		TEST(figures_stay_as_they_were), TEST(deadline_in_force_then),
		TEST(nothing_before_the_directive), TEST(review_stands_where_it_stood),
		TEST(nothing_is_written), TEST(today_is_no_other_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
