// SPDX-License-Identifier: MIT
// One reporter through the rounds.
#include "unit/report_tools.h"

static void test_a_reporters_rounds(void **state)
{
	Fixture *fixture = *state;
	Core *core = fixture->core;
	Err *err = &fixture->err;
	Vec rounds;
	ReporterSum sum;
	int nth;
	vec_init(&rounds, sizeof(ReporterRound));
	int64_t series = add_series(fixture, "bc", "phu-quoc, kien-hai");
	ReporterId who = reporter(fixture, series, 1, "kien-hai").who;
	const ReporterId other = { .district_id = fixture_place(fixture, "go-quao").district_id };
	assert_done(enter(fixture, series, 1, "kien-hai", "2021-08-31"), err);
	assert_done(enter(fixture, series, 2, "kien-hai", "2021-10-03"), err);
	assert_done(reminder_add(core, series, 3, who,
		&(Reminder){ .channel = CHANNEL_PHONE, .on = "2021-11-05", .note = "hứa nộp" }, &nth, err), err);
	assert_done(reminder_add(core, series, 3, who,
		&(Reminder){ .channel = CHANNEL_DOCUMENT, .on = "2021-11-10" }, &nth, err), err);
	assert_done(report_extend(core, series, 4, who,
		&(ReportExtension){ "2021-12-10", "bão", "" }, err), err);
	assert_done(reporter_history(core, who, &fixture->arena, &rounds, &sum, err), err);
	assert_int_equal(rounds.len, 4);
	assert_int_equal(sum.asked, 4);
	assert_int_equal(sum.in_time, 1);
	assert_int_equal(sum.late, 1);
	assert_int_equal(sum.overdue, 1);
	assert_int_equal(sum.waiting, 1);
	assert_int_equal(sum.extended, 1);
	assert_int_equal(sum.reminders, 2);
	const ReporterRound *newest = vec_at(&rounds, 0), *missing = vec_at(&rounds, 1);
	assert_string_equal(newest->code, "bc.4");
	assert_string_equal(newest->round_due, "2021-11-30");
	assert_string_equal(newest->reporter.due, "2021-12-10");
	// A reminder is about its own round, not about those before it.
	assert_int_equal(newest->reporter.reminders, 0);
	assert_string_equal(missing->reminders, "05/11 điện thoại: hứa nộp; 10/11 văn bản");
	// Everybody may look, and who was never asked is told so.
	fixture_as(fixture, "viewer");
	vec_clear(&rounds);
	assert_done(reporter_history(core, who, &fixture->arena, &rounds, &sum, err), err);
	vec_clear(&rounds);
	assert_failed(reporter_history(core, other, &fixture->arena, &rounds, &sum, err), err,
		ERR_NOT_FOUND);
	vec_release(&rounds);
}

// Of two series the one that was due last speaks, where neither is missing.
static void test_the_newest_round_speaks(void **state)
{
	Fixture *fixture = *state;
	const char *line;
	int64_t asked;
	int round;
	int64_t old = add_series(fixture, "cu", "kien-hai"), new = add_series(fixture, "moi", "kien-hai");
	Place place = fixture_place(fixture, "kien-hai");
	fixture_today(fixture, "2021-12-01");
	for (int i = 1; i <= 4; i++)
		assert_done(enter(fixture, old, i, "kien-hai", "2021-08-31"), &fixture->err);
	for (int i = 1; i <= 4; i++)
		assert_done(enter(fixture, new, i, "kien-hai", "2021-08-31"), &fixture->err);
	ReportSeries series;
	ReportAsked who;
	assert_done(report_series_get(fixture->core, old, &fixture->arena, &series, &fixture->err),
		&fixture->err);
	assert_done(report_asked_get(fixture->core, old, &fixture->arena, &who, &fixture->err),
		&fixture->err);
	series.last_due = "2021-12-01";
	assert_done(report_series_save(fixture->core, &series, &who, &fixture->err), &fixture->err);
	fixture_today(fixture, "2022-01-20");
	assert_done(enter(fixture, new, 5, "kien-hai", "2021-12-30"), &fixture->err);
	assert_done(report_of_district(fixture->core, place.district_id, &fixture->arena, &line, &asked,
		&round, &fixture->err), &fixture->err);
	assert_true(asked == new);
	assert_int_equal(round, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_a_reporters_rounds, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_newest_round_speaks, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
