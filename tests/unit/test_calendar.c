// SPDX-License-Identifier: MIT
// The calendar of some days: deadlines of one task together, terms of reviews, who sees what.
#include "unit/fixture.h"

#include "core/calendar.h"

static const char *between(Fixture *fixture, const char *from, const char *to)
{
	Date first, last;
	Vec lines;
	const char *shown = "";
	assert_true(date_parse(from, &first));
	assert_true(date_parse(to, &last));
	vec_init(&lines, sizeof(CalendarLine));
	assert_done(calendar_between(fixture->core, first, last, &fixture->arena, &lines, &fixture->err),
		&fixture->err);
	for (size_t i = 0; i < lines.len; i++) {
		const CalendarLine *line = vec_at(&lines, i);
		shown = arena_printf(&fixture->arena, "%s%s %s%s | %s | %s\n", shown, line->day,
			line->late ? "! " : "", line->text, line->place, line->state);
	}
	vec_release(&lines);
	return shown;
}

static void test_deadlines_of_a_task_stand_together(void **state)
{
	Fixture *fixture = *state;
	assert_string_equal(between(fixture, "2021-11-01", "2021-11-30"),
		"2021-11-11 ! 2.1a Đón khách quốc tế | TP Phú Quốc | chưa xong\n");
	assert_string_equal(between(fixture, "2021-12-31", "2021-12-31"),
		"2021-12-31 hạn sơ kết 6 tháng cuối năm 2021 |  | \n"
		"2021-12-31 2.1b Tiêm vắc xin | 3 nơi | còn 3/3\n");
	fixture_report(fixture, "2.1b", "kien-hai", STATE_DONE, 100, "2021-11-20");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DONE, 100, "2021-11-20");
	assert_string_equal(between(fixture, "2021-11-01", "2021-11-30"),
		"2021-11-11 2.1a Đón khách quốc tế | TP Phú Quốc | hoàn thành\n");
	assert_string_equal(between(fixture, "2021-12-31", "2021-12-31"),
		"2021-12-31 hạn sơ kết 6 tháng cuối năm 2021 |  | \n"
		"2021-12-31 2.1b Tiêm vắc xin | 3 nơi | còn 2/3\n");
}

// Both ends belong to it, and every term of the reviews in it, however far away.
static void test_terms(void **state)
{
	Fixture *fixture = *state;
	assert_string_equal(between(fixture, "2025-06-15", "2025-06-30"),
		"2025-06-15 chốt số liệu sơ kết |  | \n"
		"2025-06-30 hạn sơ kết 6 tháng đầu năm 2025 |  | \n");
	assert_string_equal(between(fixture, "2021-06-01", "2021-06-30"), ""); // before the first
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_deadlines_of_a_task_stand_together,
			fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_terms, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
