// SPDX-License-Identifier: MIT
// Progress of many tasks as one change, and how people write states, percents and days.
#include "core/undo.h"
#include "unit/fixture.h"

#include <string.h>

static void test_states_as_written(void **state)
{
	static const struct {
		const char *typed;
		State state; // STATE_SILENT: none
	} cases[] = {
		{ "c", STATE_NOT_STARTED }, { "chua", STATE_NOT_STARTED }, { "Chưa triển khai", STATE_NOT_STARTED },
		{ "đ", STATE_DOING }, { "d", STATE_DOING }, { "ĐANG", STATE_DOING },
		{ "đang thực hiện", STATE_DOING }, { "h", STATE_DONE }, { "hoan thanh", STATE_DONE },
		{ "đã", STATE_DONE }, { "đã hoàn thành", STATE_DONE }, { "xong", STATE_DONE },
		{ "v", STATE_BLOCKED }, { "có", STATE_BLOCKED }, { "vuong", STATE_BLOCKED },
		{ "có khó khăn, vướng mắc", STATE_BLOCKED }, { "có khó khăn/vướng mắc", STATE_BLOCKED },
		{ "blocked", STATE_BLOCKED }, { "not-started", STATE_NOT_STARTED },
		{ "", STATE_SILENT }, { "x y", STATE_SILENT }, { "hoàng", STATE_SILENT },
		{ "trễ", STATE_SILENT }, { "70", STATE_SILENT }, { "\xff", STATE_SILENT },
	};
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		State read = STATE_SILENT;
		bool ok = state_read(cases[i].typed, &read, &fixture->err);
		if (ok != (cases[i].state != STATE_SILENT) || read != cases[i].state)
			fail_msg("“%s” is %d", cases[i].typed, read);
		err_clear(&fixture->err);
	}
}

static void test_percents_and_days(void **state)
{
	static const char *const days[][2] = {
		{ "20/11", "2021-11-20" }, { "25/11", "2020-11-25" }, { "23/11/2021", "2021-11-23" },
		{ "hôm nay", "2021-11-23" }, { "2021-11-01", "2021-11-01" }, { "24/11/2021", "" },
		{ "31/02", "" }, { "mai", "" }, { "x", "" },
	};
	Fixture *fixture = *state;
	int percent = 0;
	char iso[11];
	assert_true(progress_percent_read("70", &percent, &fixture->err));
	assert_true(progress_percent_read("75 %", &percent, &fixture->err));
	assert_int_equal(percent, 75);
	assert_failed(progress_percent_read("101", &percent, &fixture->err), &fixture->err, ERR_INVALID);
	assert_failed(progress_percent_read("-1", &percent, &fixture->err), &fixture->err, ERR_INVALID);
	assert_failed(progress_percent_read("% 7", &percent, &fixture->err), &fixture->err, ERR_INVALID);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		bool ok = progress_day_read(fixture->core, days[i][0], iso, &fixture->err);
		if (ok != (*days[i][1] != '\0') || (ok && strcmp(iso, days[i][1]) != 0))
			fail_msg("“%s” is %s", days[i][0], iso);
		err_clear(&fixture->err);
	}
}

static int percent_of(Fixture *fixture, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(fixture->core, task, fixture_place(fixture, place), &fixture->arena, &leaf,
		&fixture->err), &fixture->err);
	return leaf.state == STATE_SILENT ? -1 : leaf.percent;
}

static void test_all_as_one_change(void **state)
{
	Fixture *fixture = *state;
	size_t failed;
	const char *what;
	ProgressEntry entries[] = {
		{ fixture_leaf(fixture, "2.1a", "phu-quoc"), { STATE_DOING, 40, "a", "", "", 0 } },
		{ fixture_leaf(fixture, "2.1b", "kien-hai"), { STATE_DONE, 100, "b", "2021-11-20", "", 0 } },
	};
	assert_done(progress_record_many(fixture->core, entries, 2, &failed, &fixture->err),
		&fixture->err);
	assert_int_equal(percent_of(fixture, "2.1a", "phu-quoc"), 40);
	assert_int_equal(percent_of(fixture, "2.1b", "kien-hai"), 100);
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_string_equal(what, "ghi tiến độ nhiều nhiệm vụ");
	assert_int_equal(percent_of(fixture, "2.1a", "phu-quoc"), -1);
	assert_int_equal(percent_of(fixture, "2.1b", "kien-hai"), -1);
	assert_done(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_int_equal(percent_of(fixture, "2.1b", "kien-hai"), 100);
}

static void test_all_or_nothing(void **state)
{
	Fixture *fixture = *state;
	size_t failed;
	ProgressEntry entries[] = {
		{ fixture_leaf(fixture, "2.1b", "kien-hai"), { STATE_DOING, 40, "", "", "", 0 } },
		{ fixture_leaf(fixture, "2.1b", "tan-hiep"), { STATE_DOING, 100, "", "", "", 0 } },
	};
	assert_failed(progress_record_many(fixture->core, entries, 2, &failed, &fixture->err),
		&fixture->err, ERR_INVALID);
	assert_int_equal(failed, 1);
	entries[1].input.percent = 50;
	fixture_as(fixture, "leader"); // of Hải đảo, where Tân Hiệp does not lie
	assert_failed(progress_record_many(fixture->core, entries, 2, &failed, &fixture->err),
		&fixture->err, ERR_DENIED);
	assert_int_equal(failed, 1);
	assert_failed(progress_record_many(fixture->core, entries, 0, &failed, &fixture->err),
		&fixture->err, ERR_INVALID);
	assert_int_equal(failed, 0);
	assert_int_equal(percent_of(fixture, "2.1b", "kien-hai"), -1);
	assert_done(progress_record_many(fixture->core, entries, 1, &failed, &fixture->err),
		&fixture->err);
	assert_int_equal(percent_of(fixture, "2.1b", "kien-hai"), 40);
}

static void test_what_follows(void **state)
{
	const Leaf before = { .state = STATE_BLOCKED, .percent = 30 };
	static const struct {
		State state;
		int percent;
		State then;
		int then_percent;
	} cases[] = {
		{ STATE_DONE, -1, STATE_DONE, 100 }, { STATE_NOT_STARTED, -1, STATE_NOT_STARTED, 0 },
		{ STATE_DOING, -1, STATE_DOING, 30 }, { STATE_SILENT, 100, STATE_DONE, 100 },
		{ STATE_SILENT, 0, STATE_NOT_STARTED, 0 }, { STATE_SILENT, 40, STATE_DOING, 40 },
		{ STATE_BLOCKED, 45, STATE_BLOCKED, 45 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ProgressInput input = { .state = cases[i].state, .percent = cases[i].percent };
		progress_complete(&before, &input);
		assert_int_equal(input.state, cases[i].then);
		assert_int_equal(input.percent, cases[i].then_percent);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_states_as_written, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_percents_and_days, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_all_as_one_change, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_all_or_nothing, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test(test_what_follows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
