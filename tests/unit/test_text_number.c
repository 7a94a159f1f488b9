// SPDX-License-Identifier: MIT
#include "text/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void numbers_are_shown_in_groups(void **state)
{
	(void)state;
	static const struct {
		int64_t value;
		int scale;
		const char *shown;
	} rows[] = {
		{ 0, 0, "0" },
		{ 7, 0, "7" },
		{ 999, 0, "999" },
		{ 1000, 0, "1.000" },
		{ 123456789, 2, "1.234.567,89" },
		{ 15000, 2, "150" },
		{ 15050, 2, "150,5" },
		{ 5, 2, "0,05" },
		{ -5, 2, "-0,05" },
		{ -1234, 0, "-1.234" },
		{ 12, -3, "12" },
		{ INT64_MAX, 0, "9.223.372.036.854.775.807" },
		{ INT64_MIN, 9, "-9.223.372.036,854775808" },
		{ 1, 99, "0,000000001" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Buf out = BUF_INIT;
		number_show(&out, rows[i].value, rows[i].scale);
		assert_string_equal(out.bytes, rows[i].shown);
		buf_release(&out);
	}
}

static void typed_numbers_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *typed;
		int scale;
		int64_t value;
	} rows[] = {
		{ "0", 0, 0 },
		{ "007", 0, 7 },
		{ " 1.234 ", 0, 1234 },
		{ "1234", 0, 1234 },
		{ "1.234.567,89", 2, 123456789 },
		{ "1234567,89", 2, 123456789 },
		{ "1,5", 2, 150 },
		{ "1,50", 1, 15 },
		{ "-5", 1, -50 },
		{ "+5", 0, 5 },
		{ "150", 2, 15000 },
		{ "9.223.372.036.854.775.807", 0, INT64_MAX },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Err err = ERR_INIT;
		int64_t value = 0;
		assert_true(number_read(rows[i].typed, rows[i].scale, &value, &err));
		assert_int_equal(value, rows[i].value);
	}
}

static void doubtful_numbers_are_refused(void **state)
{
	(void)state;
	static const struct {
		const char *typed;
		int scale;
		const char *message, *hint;
	} rows[] = {
		{ "1.5", 2, "không rõ", "1,5 hay 1.500" },
		{ "0.500", 2, "không rõ", "1,5 hay 1.500" },
		{ "1.2345", 2, "không rõ", "1,5" },
		{ "1234.567", 2, "không rõ", "1,5" },
		{ "1.234.", 2, "không rõ", "1,5" },
		{ "1,5.000", 2, "không rõ", "1,5" },
		{ "1,5,5", 2, "không rõ", "1,5" },
		{ ".5", 2, "không rõ", "1,5" },
		{ "", 2, "không phải là số", "" },
		{ "-", 2, "không phải là số", "" },
		{ "--5", 2, "không phải là số", "" },
		{ "1,", 2, "không phải là số", "" },
		{ "5 tỷ", 2, "không phải là số", "" },
		{ "1 000", 2, "không phải là số", "" },
		{ "\xFF", 2, "không phải là số", "" },
		{ "1,567", 2, "quá nhiều", "Nhiều nhất 2" },
		{ "1,5", 0, "quá nhiều", "số nguyên" },
		{ "9223372036854775808", 0, "quá lớn", "" },
		{ "92233720368547758,08", 2, "quá lớn", "" },
		{ "99999999999999999999999", 0, "quá lớn", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Err err = ERR_INIT;
		int64_t value = 42;
		assert_false(number_read(rows[i].typed, rows[i].scale, &value, &err));
		assert_int_equal(err.kind, ERR_INVALID);
		if (!strstr(err.message, rows[i].message) || !strstr(err.hint, rows[i].hint))
			fail_msg("%s: %s (%s)", rows[i].typed, err.message, err.hint);
		assert_int_equal(value, 42);
	}
}

static void what_is_shown_is_read_back(void **state)
{
	(void)state;
	srand(7);
	for (int round = 0; round < 20000; round++) {
		int scale = rand() % (NUMBER_MAX_SCALE + 1);
		int64_t value = ((int64_t)rand() << (rand() % 32)) * (round % 2 ? 1 : -1), back;
		Buf out = BUF_INIT;
		Err err = ERR_INIT;
		number_show(&out, value, scale);
		assert_true(number_read(out.bytes, scale, &back, &err));
		assert_int_equal(value, back);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_shown_in_groups),
		cmocka_unit_test(typed_numbers_are_read),
		cmocka_unit_test(doubtful_numbers_are_refused),
		cmocka_unit_test(what_is_shown_is_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
