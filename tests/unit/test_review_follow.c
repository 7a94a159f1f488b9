// SPDX-License-Identifier: MIT
// What follows from a review, the paper's number, the schedule and the overview.
#include "unit/review_tools.h"

#include "core/undo.h"

static bool follow(F *f, const char *title, const char *due, const char *district, int64_t *task_id)
{
	Place place = district ? fixture_place(f, district) : (Place){ 0 };
	const FollowUp follow_up = { .title = title, .due = due, .places = &place,
		.places_n = district ? 1 : 0 };
	return review_follow_up(f->core, get(f).id, &follow_up, task_id, &f->err);
}

static Task task_of(F *f, int64_t id)
{
	Task task;
	assert_done(task_get(f->core, id, &f->arena, &task, &f->err), &f->err);
	return task;
}

static void test_a_follow_up_is_a_task(void **state)
{
	F *f = *state;
	int64_t first, second;
	fixture_as(f, "secretary");
	begin(f);
	assert_done(follow(f, "Cấp nước mùa khô", "2022-03-31", "kien-hai", &first), &f->err);
	assert_done(follow(f, "Tổng kết rác thải", "", NULL, &second), &f->err);
	Task task = task_of(f, first);
	assert_string_equal(task.code, "SK-hd-2021H2.1");
	assert_string_equal(task.origin, "review");
	assert_string_equal(task.due, "2022-03-31");
	assert_int_equal(task.review_id, get(f).id);
	assert_string_equal(task_of(f, second).code, "SK-hd-2021H2.2");
	assert_true(fixture_leaf(f, "SK-hd-2021H2.1", "kien-hai") != 0);
	assert_true(fixture_leaf(f, "SK-hd-2021H2.2", "hd") != 0);
}

// A code that was given is never given again, not even after an undo.
static void test_a_code_is_not_used_twice(void **state)
{
	F *f = *state;
	int64_t id;
	const char *what;
	fixture_as(f, "secretary");
	begin(f);
	assert_done(follow(f, "Một", "", NULL, &id), &f->err);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_done(follow(f, "Hai", "", NULL, &id), &f->err);
	assert_string_equal(task_of(f, id).code, "SK-hd-2021H2.2");
}

static void test_what_is_no_follow_up(void **state)
{
	F *f = *state;
	int64_t id;
	fixture_as(f, "secretary");
	begin(f);
	assert_field(follow(f, " ", "", NULL, &id), &f->err, "title");
	assert_field(follow(f, "Một", "31/12", NULL, &id), &f->err, "due");
	assert_field(follow(f, "Một", "2021-11-22", NULL, &id), &f->err, "due");
	assert_done(follow(f, "Một", "2021-11-23", NULL, &id), &f->err);
	assert_field(follow(f, "Một", "", "go-quao", &id), &f->err, "places");
	fixture_as(f, "viewer");
	const FollowUp any = { .title = "Một", .due = "" };
	assert_failed(review_follow_up(f->core, get(f).id, &any, &id, &f->err), &f->err, ERR_DENIED);
}

static bool record_paper(F *f, const char *number)
{
	Review review = get(f);
	return review_record_paper(f->core, review.id, review.rev, number, &f->err);
}

// The number comes later; what was approved does not change by it.
static void test_the_papers_number(void **state)
{
	F *f = *state;
	submit_all(f);
	fixture_as(f, "leader");
	assert_failed(record_paper(f, "1-BC/TU"), &f->err, ERR_INVALID);
	assert_done(approve(f, "2021H2"), &f->err);
	Review before = get(f);
	fixture_as(f, "secretary");
	assert_failed(record_paper(f, "99-BC/TU"), &f->err, ERR_DENIED);
	fixture_as(f, "office");
	assert_field(record_paper(f, "  "), &f->err, "paper_number");
	assert_done(record_paper(f, "99-BC/TU"), &f->err);
	Review after = get(f);
	assert_string_equal(after.paper_number, "99-BC/TU");
	assert_string_equal(after.frozen, before.frozen);
	assert_string_equal(after.digest, before.digest);
}

// On whatever day of ten years: one after another, whole half-years, due on the last day of June or
// December, none more than two years away, and the first one that of today.
static void test_the_schedule_of_any_day(void **state)
{
	F *f = *state;
	Date first = { 2021, 12, 1 };
	for (int step = 0; step < 520; step++) {
		char today[11];
		Vec terms;
		Date day = date_add_days(first, step * 7);
		date_iso(day, today);
		fixture_today(f, today);
		vec_init(&terms, sizeof(ReviewTerm));
		assert_done(review_schedule(f->core, &f->arena, &terms, &f->err), &f->err);
		assert_in_range(terms.len, 4, 5);
		Period period = review_current(f->core);
		for (size_t i = 0; i < terms.len; i++, period = period_next(period)) {
			const ReviewTerm *term = vec_at(&terms, i);
			Date to, cutoff;
			assert_int_equal(period_compare(term->period, period), 0);
			assert_true(date_parse(term->to, &to));
			assert_true(date_parse(term->cutoff, &cutoff));
			assert_string_equal(term->to + 4, period.half == 1 ? "-06-30" : "-12-31");
			assert_int_equal(date_days(to) - date_days(cutoff), 15);
			assert_true(date_compare(to, date_add_months(day, 24)) <= 0);
		}
		assert_true(date_compare(period_last_day(period), date_add_months(day, 24)) > 0);
		vec_release(&terms);
	}
}

// A month that is shorter ends the count, and the day comes back where it can.
static void test_months_are_calendar_months(void **state)
{
	(void)state;
	for (int days = 0; days < 3653; days++) {
		Date day = date_add_days((Date){ 2021, 1, 1 }, days);
		for (int months = 0; months <= 120; months += 6) {
			Date then = date_add_months(day, months);
			int number = (day.year * 12 + day.month - 1) + months;
			assert_true(date_valid(then));
			assert_int_equal(then.year * 12 + then.month - 1, number);
			if (then.day != day.day) {
				assert_true(then.day < day.day);
				assert_int_equal(date_add_days(then, 1).day, 1);
			}
		}
	}
}

static const ReviewLine *line_of(F *f, const Vec *lines)
{
	for (size_t i = 0; i < lines->len; i++) {
		const ReviewLine *line = vec_at(lines, i);
		if (line->review.region_id == hd(f))
			return line;
	}
	return NULL;
}

static void test_the_overview(void **state)
{
	F *f = *state;
	Vec lines;
	submit_all(f);
	vec_init(&lines, sizeof(ReviewLine));
	assert_done(review_overview(f->core, h2, &f->arena, &lines, &f->err), &f->err);
	assert_int_equal(lines.len, 3);
	const ReviewLine *line = line_of(f, &lines);
	assert_int_equal(line->review.state, REVIEW_SUBMITTED);
	assert_true(line->readable);
	assert_int_equal(line->marks[MARK_MET], 1);
	assert_int_equal(line->marks[MARK_UNMET], 1);
	vec_clear(&lines);
	fixture_as(f, "viewer"); // marks not approved yet are not told
	assert_done(review_overview(f->core, h2, &f->arena, &lines, &f->err), &f->err);
	line = line_of(f, &lines);
	assert_false(line->readable);
	assert_int_equal(line->marks[MARK_MET] + line->marks[MARK_UNMET], 0);
	vec_release(&lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_a_follow_up_is_a_task, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_code_is_not_used_twice, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_is_no_follow_up, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_papers_number, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_schedule_of_any_day, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test(test_months_are_calendar_months),
		cmocka_unit_test_setup_teardown(
			test_the_overview, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
