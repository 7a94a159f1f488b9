// SPDX-License-Identifier: MIT
#include "text/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const Date today = { 2021, 11, 23 }; // a Tuesday

static void days_of_two_centuries_agree_with_the_c_library(void **state)
{
	(void)state;
	Date before = { 1899, 12, 31 };
	for (int64_t day = date_days((Date){ 1900, 1, 1 });
		day <= date_days((Date){ 2100, 12, 31 }); day++) {
		time_t seconds = (time_t)(day * 86400);
		struct tm tm;
		gmtime_r(&seconds, &tm);
		Date date = date_from_days(day);
		assert_int_equal(date.year, tm.tm_year + 1900);
		assert_int_equal(date.month, tm.tm_mon + 1);
		assert_int_equal(date.day, tm.tm_mday);
		assert_int_equal(date_days(date), day);
		assert_true(date_valid(date) && date_compare(before, date) < 0);
		static const char *const names[] = { "CN", "T2", "T3", "T4", "T5", "T6", "T7" };
		assert_string_equal(date_weekday(date), names[tm.tm_wday]);
		before = date;
	}
}

static void only_real_days_are_valid(void **state)
{
	(void)state;
	static const Date bad[] = { { 0, 0, 0 }, { 2021, 2, 29 }, { 1900, 2, 29 }, { 2021, 13, 1 },
		{ 2021, 0, 1 }, { 2021, 4, 31 }, { 2021, 1, 0 }, { 10000, 1, 1 }, { -1, 1, 1 } };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char shown[11] = "x";
		assert_false(date_valid(bad[i]));
		date_show(bad[i], shown);
		assert_string_equal(shown, "");
		date_iso(bad[i], shown);
		assert_string_equal(shown, "");
		assert_string_equal(date_weekday(bad[i]), "");
	}
	assert_true(date_valid((Date){ 2000, 2, 29 }));
}

static void iso_is_strict(void **state)
{
	(void)state;
	static const char *const bad[] = { "", "2021-10-7", "2021/10/07", "2021-02-30",
		" 2021-10-07", "2021-10-07 ", "2021-10-07x", "202a-10-07", "+021-10-07",
		"0000-01-01" };
	Date date = { 1, 1, 1 };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse(bad[i], &date));
	assert_int_equal(date.year, 1);
	assert_true(date_parse("2021-10-07", &date));
	char iso[11];
	date_iso(date, iso);
	assert_string_equal(iso, "2021-10-07");
}

static void dates_are_shown_day_first(void **state)
{
	(void)state;
	const Date date = { 2021, 10, 7 };
	char shown[11], brief[6], tight[4], text[64];
	date_show(date, shown);
	date_show_short(date, brief);
	assert_string_equal(shown, "07/10/2021");
	assert_string_equal(brief, "07/10");
	date_long(date, text, sizeof text);
	assert_string_equal(text, "ngày 07 tháng 10 năm 2021");
	date_long((Date){ 2021, 2, 17 }, text, sizeof text);
	assert_string_equal(text, "ngày 17 tháng 02 năm 2021");
	date_long((Date){ 2021, 3, 1 }, text, sizeof text);
	assert_string_equal(text, "ngày 01 tháng 3 năm 2021");
	date_long((Date){ 0, 0, 0 }, text, sizeof text);
	assert_string_equal(text, "");
	date_long(date, tight, sizeof tight);
	assert_int_equal(strlen(tight), 3);
}

static void months_keep_the_day_and_clamp(void **state)
{
	(void)state;
	static const struct {
		Date from;
		int months;
		const char *to;
	} rows[] = {
		{ { 2021, 1, 31 }, 1, "2021-02-28" },
		{ { 2020, 1, 31 }, 1, "2020-02-29" },
		{ { 2021, 1, 31 }, 2, "2021-03-31" },
		{ { 2021, 11, 23 }, 6, "2022-05-23" },
		{ { 2021, 3, 31 }, -1, "2021-02-28" },
		{ { 2021, 1, 5 }, -13, "2019-12-05" },
		{ { 2021, 1, 5 }, 0, "2021-01-05" },
		{ { 2020, 2, 29 }, 12, "2021-02-28" },
		{ { 9999, 12, 1 }, 1, "9999-12-31" },
		{ { 1, 1, 5 }, -1, "0001-01-01" },
		{ { 2021, 1, 5 }, INT32_MAX, "9999-12-31" },
		{ { 2021, 1, 5 }, INT32_MIN, "0001-01-01" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char iso[11];
		date_iso(date_add_months(rows[i].from, rows[i].months), iso);
		assert_string_equal(iso, rows[i].to);
	}
}

static void days_are_added_within_the_calendar(void **state)
{
	(void)state;
	char iso[11];
	date_iso(date_add_days((Date){ 2021, 12, 31 }, 1), iso);
	assert_string_equal(iso, "2022-01-01");
	date_iso(date_add_days(today, INT32_MAX), iso);
	assert_string_equal(iso, "9999-12-31");
	date_iso(date_from_days(INT64_MIN), iso);
	assert_string_equal(iso, "0001-01-01");
	date_iso(date_from_days(0), iso);
	assert_string_equal(iso, "1970-01-01");
}

static const struct {
	const char *typed, *iso;
} typed_dates[] = {
	{ "7/10/2021", "2021-10-07" },
	{ "7-10-2021", "2021-10-07" },
	{ "7.10.21", "2021-10-07" },
	{ "2021-10-07", "2021-10-07" },
	{ " 07 / 10 / 2021 ", "2021-10-07" },
	{ "ngày 7/10/2021", "2021-10-07" },
	{ "ngày 07 tháng 10 năm 2021", "2021-10-07" },
	{ "7 thang 12", "2021-12-07" },
	{ "23/11", "2021-11-23" },
	{ "22/11", "2022-11-22" },
	{ "7/10", "2022-10-07" },
	{ "29/2", "2024-02-29" },
	{ "hôm nay", "2021-11-23" },
	{ "HOM NAY", "2021-11-23" },
	{ "ngày mai", "2021-11-24" },
	{ "mai", "2021-11-24" },
	{ "hôm qua", "2021-11-22" },
	{ "ngày kia", "2021-11-25" },
	{ "+15 ngày", "2021-12-08" },
	{ "+ 15 ngay", "2021-12-08" },
	{ "15 ngày nữa", "2021-12-08" },
	{ "-3 ngày", "2021-11-20" },
	{ "+2 tuần", "2021-12-07" },
	{ "+6 tháng", "2022-05-23" },
	{ "+1 năm", "2022-11-23" },
	{ "thứ 2 tới", "2021-11-29" },
	{ "thứ hai", "2021-11-29" },
	{ "T3", "2021-11-30" },
	{ "thứ tư", "2021-11-24" },
	{ "thứ năm", "2021-11-25" },
	{ "chủ nhật", "2021-11-28" },
	{ "cn", "2021-11-28" },
	{ "thứ 2 tuần này", "2021-11-22" },
	{ "cn tuần này", "2021-11-28" },
	{ "thứ 6 tuần sau", "2021-12-03" },
	{ "quý IV-2021", "2021-12-31" },
	{ "Quý IV năm 2021", "2021-12-31" },
	{ "quý I/2022", "2022-03-31" },
	{ "quy 3", "2022-09-30" },
	{ "quý IV", "2021-12-31" },
	{ "cuối quý II-2022", "2022-06-30" },
	{ "cuối năm", "2021-12-31" },
	{ "cuối năm 2022", "2022-12-31" },
	{ "năm 2023", "2023-12-31" },
	{ "tháng 12/2021", "2021-12-31" },
	{ "tháng 2 năm 2024", "2024-02-29" },
	{ "tháng 10", "2022-10-31" },
	{ "tháng 11", "2021-11-30" },
	{ "cuối tháng", "2021-11-30" },
	{ "6 tháng đầu năm 2022", "2022-06-30" },
	{ "nga\xCC\x80y mai", "2021-11-24" },
};

static void what_people_type_is_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof typed_dates / sizeof *typed_dates; i++) {
		Err err = ERR_INIT;
		Date date;
		char iso[11];
		if (!date_read(typed_dates[i].typed, today, &date, &err))
			fail_msg("%s: %s", typed_dates[i].typed, err.message);
		date_iso(date, iso);
		assert_string_equal(iso, typed_dates[i].iso);
	}
}

static void what_is_no_date_is_refused_with_help(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *message;
	} rows[] = {
		{ "", "không hiểu" },
		{ "bla bla", "không hiểu" },
		{ "7/10/2021/5", "không hiểu" },
		{ "7", "không hiểu" },
		{ "+ngày", "không hiểu" },
		{ "thứ 9", "không hiểu" },
		{ "quý V", "không hiểu" },
		{ "1 1 1 1 1 1 1 1 1 1 1 1 1 1", "không hiểu" },
		{ "31/02", "gần nhất là 28/02/2022" },
		{ "31/12/2021x", "không hiểu" },
		{ "31/04/2022", "gần nhất là 30/04/2022" },
		{ "30/2/2024", "gần nhất là 29/02/2024" },
		{ "0/5/2022", "gần nhất là 01/05/2022" },
		{ "7/13/2021", "không có tháng 13" },
		{ "tháng 13", "không có tháng 13" },
		{ "tháng 0/2021", "không có tháng 0" },
		{ "1/1/999", "năm 999" },
		{ "1/1/20211", "năm 20211" },
		{ "+9999 năm", "năm 10000" },
		{ "+99999999999999999999 năm", "không hiểu" },
		{ "+99999999999 ngày", "không hiểu" },
		{ "\xFF\xFE\x1B[31m", "không hiểu" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Err err = ERR_INIT;
		Date date = today;
		assert_false(date_read(rows[i].typed, today, &date, &err));
		if (err.kind != ERR_INVALID || !strstr(err.message, rows[i].message) ||
			!err.hint[0])
			fail_msg("%s: %s (%s)", rows[i].typed, err.message, err.hint);
		assert_int_equal(date_compare(date, today), 0);
	}
}

static void what_is_shown_is_read_back(void **state)
{
	(void)state;
	for (int64_t day = date_days(today) - 800; day < date_days(today) + 800; day++) {
		Date date = date_from_days(day), back;
		Err err = ERR_INIT;
		char shown[11], text[64];
		date_show(date, shown);
		date_long(date, text, sizeof text);
		assert_true(date_read(shown, today, &back, &err));
		assert_int_equal(date_compare(date, back), 0);
		assert_true(date_read(text, today, &back, &err));
		assert_int_equal(date_compare(date, back), 0);
	}
}

static void instants_fall_on_the_local_day(void **state)
{
	(void)state;
	const int64_t hour = 3600000;
	const int64_t midnight = date_days(today) * 24 * hour; // UTC
	char shown[11], clock[6];
	date_show(date_of_instant(midnight + 17 * hour, 420), shown);
	assert_string_equal(shown, "24/11/2021");
	date_show(date_of_instant(midnight + 17 * hour - 1, 420), shown);
	assert_string_equal(shown, "23/11/2021");
	time_show(midnight + 2 * hour + 5 * 60000 + 59999, 420, clock);
	assert_string_equal(clock, "09:05");
	time_show(-1, 0, clock);
	assert_string_equal(clock, "23:59");
	date_show(date_of_instant(-1, 0), shown);
	assert_string_equal(shown, "31/12/1969");
	time_show(INT64_MIN, -720, clock);
	date_show(date_of_instant(INT64_MAX, 840), shown);
	assert_string_equal(shown, "31/12/9999");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_of_two_centuries_agree_with_the_c_library),
		cmocka_unit_test(only_real_days_are_valid),
		cmocka_unit_test(iso_is_strict),
		cmocka_unit_test(dates_are_shown_day_first),
		cmocka_unit_test(months_keep_the_day_and_clamp),
		cmocka_unit_test(days_are_added_within_the_calendar),
		cmocka_unit_test(what_people_type_is_understood),
		cmocka_unit_test(what_is_no_date_is_refused_with_help),
		cmocka_unit_test(what_is_shown_is_read_back),
		cmocka_unit_test(instants_fall_on_the_local_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
