// SPDX-License-Identifier: MIT
#include "text/date.h"

#include "base/tr.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MAX = 9999 };

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool date_valid(Date date)
{
	return date.year >= 1 && date.year <= YEAR_MAX && date.day >= 1 &&
	       date.day <= date_month_days(date.year, date.month);
}

int date_compare(Date a, Date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

// The number that the n digits at s write; -1 when one of them is none.
static int digits_value(const char *s, int n)
{
	int value = 0;
	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

bool date_parse(const char *iso, Date *out)
{
	if (strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-')
		return false;
	Date date = { digits_value(iso, 4), digits_value(iso + 5, 2), digits_value(iso + 8, 2) };
	if (!date_valid(date))
		return false;
	*out = date;
	return true;
}

// Puts value into exactly n digits.
static void put_digits(char *out, int value, int n)
{
	for (int i = n - 1; i >= 0; i--, value /= 10)
		out[i] = (char)('0' + value % 10);
}

void date_iso(Date date, char out[11])
{
	memcpy(out, date_valid(date) ? "YYYY-MM-DD" : "", date_valid(date) ? 11 : 1);
	if (!out[0])
		return;
	put_digits(out, date.year, 4);
	put_digits(out + 5, date.month, 2);
	put_digits(out + 8, date.day, 2);
}

void date_show_short(Date date, char out[6])
{
	memcpy(out, date_valid(date) ? "DD/MM" : "", date_valid(date) ? 6 : 1);
	if (!out[0])
		return;
	put_digits(out, date.day, 2);
	put_digits(out + 3, date.month, 2);
}

void date_show(Date date, char out[11])
{
	date_show_short(date, out);
	if (!out[0])
		return;
	memcpy(out + 5, "/YYYY", 6);
	put_digits(out + 6, date.year, 4);
}

// Not translated, nor are the weekdays: this is the form of a Vietnamese document.
void date_long(Date date, char *out, size_t size)
{
	const char *zero = date.month <= 2 ? "0" : "";
	if (size)
		out[0] = '\0';
	if (date_valid(date))
		snprintf(out, size, "ngày %02d tháng %s%d năm %d", date.day, zero, date.month,
			date.year);
}

const char *date_weekday(Date date)
{
	static const char *const names[] = { N_("CN"), N_("T2"), N_("T3"), N_("T4"), N_("T5"),
		N_("T6"), N_("T7") };
	if (!date_valid(date))
		return "";
	int64_t since_sunday = (date_days(date) + 4) % 7; // 1970-01-01 was a Thursday
	return tr(names[(since_sunday + 7) % 7]);
}

// Howard Hinnant, chrono-Compatible Low-Level Date Algorithms: years begin in March, so that the
// leap day is the last, and 400 of them (an era) are 146097 days.
int64_t date_days(Date date)
{
	int64_t year = date.year - (date.month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t day_of_year =
		(153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

static int64_t clamp_days(int64_t days)
{
	const int64_t first = date_days((Date){ 1, 1, 1 });
	const int64_t last = date_days((Date){ YEAR_MAX, 12, 31 });
	if (days < first)
		return first;
	return days > last ? last : days;
}

Date date_from_days(int64_t days)
{
	int64_t shifted = clamp_days(days) + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t day_of_era = shifted - era * 146097;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t month = (5 * day_of_year + 2) / 153; // 0 is March
	int64_t year = year_of_era + era * 400 + (month >= 10);
	return (Date){
		.year = (int)year,
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
	};
}

Date date_add_days(Date date, int days)
{
	return date_from_days(date_days(date) + days);
}

Date date_add_months(Date date, int months)
{
	int64_t total = (int64_t)date.year * 12 + date.month - 1 + months;
	if (total < 12)
		return (Date){ 1, 1, 1 };
	if (total >= (int64_t)(YEAR_MAX + 1) * 12)
		return (Date){ YEAR_MAX, 12, 31 };
	Date moved = { (int)(total / 12), (int)(total % 12) + 1, date.day };
	int last = date_month_days(moved.year, moved.month);
	if (moved.day > last)
		moved.day = last;
	return moved;
}

enum { MS_PER_MINUTE = 60000, MINUTES_PER_DAY = 1440 };

// Whole minutes since the epoch at that place, and rounded down also before it.
static int64_t local_minutes(int64_t ms, int offset_minutes)
{
	int64_t minutes = ms / MS_PER_MINUTE - (ms % MS_PER_MINUTE < 0);
	return minutes + offset_minutes;
}

static int64_t minute_of_day(int64_t minutes)
{
	return (minutes % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

Date date_of_instant(int64_t ms, int offset_minutes)
{
	int64_t minutes = local_minutes(ms, offset_minutes);
	return date_from_days((minutes - minute_of_day(minutes)) / MINUTES_PER_DAY);
}

void time_show(int64_t ms, int offset_minutes, char out[6])
{
	int minute = (int)minute_of_day(local_minutes(ms, offset_minutes));
	memcpy(out, "HH:MM", 6);
	put_digits(out, minute / 60, 2);
	put_digits(out + 3, minute % 60, 2);
}

static bool has_year(const char *typed)
{
	int separators = 0;
	for (; *typed; typed++)
		separators += *typed == '/' || *typed == '-' || *typed == '.';
	return separators > 1;
}

bool date_read_past(const char *typed, Date today, Date *out, Err *err)
{
	if (!date_read(typed, today, out, err))
		return false;
	if (date_compare(*out, today) > 0 && *typed >= '0' && *typed <= '9' && !has_year(typed))
		*out = date_add_months(*out, -12);
	return true;
}
