// SPDX-License-Identifier: MIT
// Half-years, counted in calendar months: 2021H2 is July to December 2021.
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include "text/date.h"

typedef struct {
	int year; // 1..9999
	int half; // 1 or 2; 0 is "no period"
} Period;

Period period_of(Date day);
Period period_next(Period period);
Period period_previous(Period period);
int period_compare(Period a, Period b);
Date period_first_day(Period period);
Date period_last_day(Period period);
void period_code(Period period, char out[7]); // 2021H2
bool period_parse(const char *code, Period *out) WARN_UNUSED;
// "6 tháng cuối năm 2021"; size 48 is enough.
void period_name(Period period, char *out, size_t size);

#endif
