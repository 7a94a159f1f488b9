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

Period period_first_quarter(Period half)
{
	return (Period){ .year = half.year, .half = half.half, .quarter = half.half * 2 - 1 };
}

Period period_half(Period quarter)
{
	return (Period){ .year = quarter.year, .half = quarter.half };
}

static int last_month(Period period)
{
	return period.quarter ? period.quarter * 3 : period.half * 6;
}

int period_compare(Period a, Period b)
{
	int months = (a.year - b.year) * 12 + last_month(a) - last_month(b);
	return months ? months : (a.quarter == 0) - (b.quarter == 0);
}

Date period_first_day(Period period)
{
	int months = period.quarter ? 3 : 6;
	return (Date){ .year = period.year, .month = last_month(period) - months + 1, .day = 1 };
}

Date period_last_day(Period period)
{
	int month = last_month(period);
	return (Date){ .year = period.year, .month = month, .day = month == 6 || month == 9 ? 30 : 31 };
}

void period_code(Period period, char out[7])
{
	unsigned year = (unsigned)period.year % 10000;
	unsigned number = (unsigned)(period.quarter ? period.quarter : period.half) % 10;
	snprintf(out, 7, "%04u%c%u", year, period.quarter ? 'Q' : 'H', number);
}

bool period_parse_any(const char *code, Period *out)
{
	for (int i = 0; i < 4; i++)
		if (!isdigit((unsigned char)code[i]))
			return false;
	int kind = toupper((unsigned char)code[4]), most = kind == 'Q' ? 4 : 2;
	int number = code[4] ? code[5] - '0' : 0;
	if ((kind != 'H' && kind != 'Q') || number < 1 || number > most || code[6])
		return false;
	*out = (Period){ .year = atoi(code), .half = kind == 'Q' ? (number + 1) / 2 : number,
		.quarter = kind == 'Q' ? number : 0 };
	return out->year > 0;
}

bool period_parse(const char *code, Period *out)
{
	Period period;
	if (!period_parse_any(code, &period) || period.quarter)
		return false;
	*out = period;
	return true;
}

void period_name(Period period, char *out, size_t size)
{
	static const char *const romans[] = { "", "I", "II", "III", "IV" };
	const char *format = period.half == 1 ? tr("6 tháng đầu năm %d") : tr("6 tháng cuối năm %d");
	if (period.quarter)
		snprintf(out, size, tr("quý %s năm %d"), romans[period.quarter], period.year);
	else
		snprintf(out, size, format, period.year);
}
