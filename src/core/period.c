// SPDX-License-Identifier: MIT
#include "core/period.h"

#include "base/tr.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Period period_of(Date day)
{
	return (Period){ .year = day.year, .half = day.month <= 6 ? 1 : 2 };
}

Period period_next(Period period)
{
	if (period.half == 1)
		return (Period){ .year = period.year, .half = 2 };
	return (Period){ .year = period.year + 1, .half = 1 };
}

Period period_previous(Period period)
{
	if (period.half == 2)
		return (Period){ .year = period.year, .half = 1 };
	return (Period){ .year = period.year - 1, .half = 2 };
}

int period_compare(Period a, Period b)
{
	return (a.year * 2 + a.half) - (b.year * 2 + b.half);
}

Date period_first_day(Period period)
{
	return (Date){ .year = period.year, .month = period.half == 1 ? 1 : 7, .day = 1 };
}

Date period_last_day(Period period)
{
	if (period.half == 1)
		return (Date){ .year = period.year, .month = 6, .day = 30 };
	return (Date){ .year = period.year, .month = 12, .day = 31 };
}

void period_code(Period period, char out[7])
{
	unsigned year = (unsigned)period.year % 10000;
	snprintf(out, 7, "%04uH%c", year, period.half == 1 ? '1' : '2');
}

bool period_parse(const char *code, Period *out)
{
	for (int i = 0; i < 4; i++)
		if (!isdigit((unsigned char)code[i]))
			return false;
	if ((code[4] != 'H' && code[4] != 'h') || (code[5] != '1' && code[5] != '2') || code[6])
		return false;
	*out = (Period){ .year = atoi(code), .half = code[5] - '0' };
	return out->year > 0;
}

void period_name(Period period, char *out, size_t size)
{
	const char *format = period.half == 1 ? tr("6 tháng đầu năm %d") : tr("6 tháng cuối năm %d");
	snprintf(out, size, format, period.year);
}
