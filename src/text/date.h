// SPDX-License-Identifier: MIT
// Dates of the proleptic Gregorian calendar, years 1..9999. Stored ISO, shown day first.
// Nothing here asks for the time: today and the offset from UTC are handed in.
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
	int year, month, day; // month 1..12, day 1..31; all 0 is "no date", which is not valid
} Date;

bool date_valid(Date date);
int date_compare(Date a, Date b);         // <0, 0, >0
int date_month_days(int year, int month); // 28..31; 0 for a month that is none

// Strict YYYY-MM-DD, nothing before or after.
bool date_parse(const char *iso, Date *out) WARN_UNUSED;

// An invalid date is written as "" by all of these.
void date_iso(Date date, char out[11]);       // 2021-10-07
void date_show(Date date, char out[11]);      // 07/10/2021
void date_show_short(Date date, char out[6]); // 07/10
// ngày 07 tháng 10 năm 2021: zero before days under 10 and months 1 and 2 (Decree 30/2020).
void date_long(Date date, char *out, size_t size);
const char *date_weekday(Date date); // T2 … T7, CN; in English Mo … Sa, Su

// Days since 1970-01-01. Results of arithmetic are clamped to 0001-01-01 … 9999-12-31.
int64_t date_days(Date date);
Date date_from_days(int64_t days);
Date date_add_days(Date date, int days);
// Keeps the day of the month, clamped to the month's last: 31/01 + 1 month = 28/02.
Date date_add_months(Date date, int months);

// What people type, accents and case optional, blanks at the ends ignored:
//   7/10  7-10-2021  7.10.21  2021-10-07      day first, two-digit years are 20xx
//   hôm nay, nay, ngày mai, mai, hôm qua, ngày kia
//   +15 ngày, +2 tuần, +6 tháng, +1 năm, -3 ngày; "15 ngày nữa" is the same as "+15 ngày"
//   thứ 2, thứ hai tới, T6, chủ nhật, CN       the next such day after today
//   tháng 12, tháng 12/2021, quý IV, quý 4-2021, quý IV năm 2021, cuối năm, cuối năm 2021,
//   năm 2021, 6 tháng đầu năm 2021             the last day of that time
// Without a year a day is the first such day that is not before today; likewise a month, a quarter
// and the end of a year. ERR_INVALID names the nearest real day for one like 31/02. The field of
// err is left empty.
bool date_read(const char *typed, Date today, Date *out, Err *err) WARN_UNUSED;
// The same of what has been: a day of the month without a year is the last such day.
bool date_read_past(const char *typed, Date today, Date *out, Err *err) WARN_UNUSED;

// Instants are epoch milliseconds UTC; offset_minutes is east of it (Việt Nam: 420).
Date date_of_instant(int64_t ms, int offset_minutes);
void time_show(int64_t ms, int offset_minutes, char out[6]); // 09:05

#endif
