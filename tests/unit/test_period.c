// SPDX-License-Identifier: MIT
#include "core/period.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

static void test_codes(void **state)
{
	(void)state;
	static const char *const bad[] = { "", "2021", "2021H", "2021H0", "2021H3", "2021H12",
		"0000H1", "21H2", "2021 H2", "2021K2", "-021H1" };
	Period period;
	char code[7], name[48];
	assert_true(period_parse("2021H2", &period));
	assert_int_equal(period.year, 2021);
	assert_int_equal(period.half, 2);
	period_code(period, code);
	assert_string_equal(code, "2021H2");
	period_name(period, name, sizeof(name));
	assert_string_equal(name, "6 tháng cuối năm 2021");
	assert_true(period_parse("2022h1", &period));
	period_name(period, name, sizeof(name));
	assert_string_equal(name, "6 tháng đầu năm 2022");
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(period_parse(bad[i], &period));
}

// Every day of ten years lies in exactly one half-year, which begins and ends on calendar days.
static void test_ten_years(void **state)
{
	(void)state;
	Date day = { 2021, 7, 1 };
	Period before = period_previous(period_of(day));
	for (int i = 0; i < 3652; i++, day = date_add_days(day, 1)) {
		Period period = period_of(day);
		Date first = period_first_day(period), last = period_last_day(period);
		assert_true(date_valid(first) && date_valid(last));
		assert_true(date_compare(first, day) <= 0 && date_compare(day, last) <= 0);
		assert_int_equal(last.day, last.month == 6 ? 30 : 31);
		assert_true(last.month == 6 || last.month == 12);
		if (date_compare(first, day) == 0) {
			assert_int_equal(period_compare(period, period_next(before)), 0);
			assert_int_equal(
				date_compare(date_add_days(period_last_day(before), 1), first), 0);
		} else {
			assert_int_equal(period_compare(period, before), 0);
		}
		before = period;
	}
	assert_int_equal(before.year, 2031);
	assert_int_equal(before.half, 1);
}

static void test_order(void **state)
{
	(void)state;
	Period a = { .year = 2021, .half = 2 }, b = { .year = 2022, .half = 1 };
	assert_true(period_compare(a, b) < 0);
	assert_true(period_compare(b, a) > 0);
	assert_int_equal(period_compare(period_next(a), b), 0);
	assert_int_equal(period_compare(period_previous(b), a), 0);
	assert_int_equal(period_compare(period_next(period_previous(a)), a), 0);
}

static void test_quarters(void **state)
{
	(void)state;
	Period period;
	char code[7], name[48];
	const Period half = { .year = 2022, .half = 2 };
	assert_true(period_parse_any("2022q3", &period));
	assert_int_equal(period.half, 2);
	assert_int_equal(period_compare(period, period_first_quarter(half)), 0);
	assert_int_equal(period_compare(period_half(period), half), 0);
	period_code(period, code);
	assert_string_equal(code, "2022Q3");
	period_name(period, name, sizeof(name));
	assert_string_equal(name, "quý III năm 2022");
	assert_int_equal(date_compare(period_first_day(period), (Date){ 2022, 7, 1 }), 0);
	assert_int_equal(date_compare(period_last_day(period), (Date){ 2022, 9, 30 }), 0);
	assert_true(period_parse_any("2022Q4", &period));
	assert_true(period_compare(period, half) < 0); // ends on the same day
	assert_true(period_compare(period_first_quarter(half), period) < 0);
	assert_true(period_parse_any("2022H2", &period));
	assert_int_equal(period.quarter, 0);
	assert_false(period_parse("2022Q3", &period));
	assert_false(period_parse_any("2022Q5", &period));
	assert_false(period_parse_any("2022Q0", &period));
	assert_false(period_parse_any("2022Q", &period));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_ten_years),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_quarters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
