// SPDX-License-Identifier: MIT
// Half-years, counted in calendar months: 2021H2 is July to December 2021. And quarters, for what is
// closed by quarters too: 2022Q1 is January to March 2022.
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include "text/date.h"

typedef struct {
	int year;    // 1..9999
	int half;    // 1 or 2; 0 is "no period"
	int quarter; // 0: the half-year; 1..4: that quarter, which lies in the half-year
} Period;

Period period_of(Date day);
Period period_next(Period period); // half-years only, as period_previous()
Period period_previous(Period period);
Period period_first_quarter(Period half);
Period period_half(Period quarter);
// By their last days; of those that end on one day the quarter comes first.
int period_compare(Period a, Period b);
Date period_first_day(Period period);
Date period_last_day(Period period);
void period_code(Period period, char out[7]); // 2021H2, 2022Q1
bool period_parse(const char *code, Period *out) WARN_UNUSED;     // a half-year
bool period_parse_any(const char *code, Period *out) WARN_UNUSED; // a half-year or a quarter
// "6 tháng cuối năm 2021", "quý I năm 2022"; size 48 is enough.
void period_name(Period period, char *out, size_t size);

#endif
