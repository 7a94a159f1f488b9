// SPDX-License-Identifier: MIT
// Whatever is typed for a date or a number is read or refused, and what is read is real and is read
// back from what is shown of it.
#include "text/date.h"
#include "text/number.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const Date today = { 2021, 11, 23 };

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_date(const char *typed)
{
	Err err = ERR_INIT;
	Date date = { 0, 0, 0 }, back = { 0, 0, 0 };
	char shown[11];
	if (!date_read(typed, today, &date, &err)) {
		demand(err.kind == ERR_INVALID && err.message[0] && err.hint[0]);
		return;
	}
	demand(date_valid(date));
	demand(date_compare(date_from_days(date_days(date)), date) == 0);
	date_show(date, shown);
	demand(date_read(shown, today, &back, &err) && date_compare(date, back) == 0);
	date_iso(date, shown);
	demand(date_parse(shown, &back) && date_compare(date, back) == 0);
}

static void check_number(const char *typed, int scale)
{
	Err err = ERR_INIT;
	int64_t value = 0, back = 0;
	Buf shown = BUF_INIT;
	if (number_read(typed, scale, &value, &err)) {
		number_show(&shown, value, scale);
		demand(number_read(shown.bytes, scale, &back, &err) && value == back);
	} else {
		demand(err.kind == ERR_INVALID && err.message[0]);
	}
	buf_release(&shown);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *typed = malloc(size + 1);
	if (size)
		memcpy(typed, data, size);
	typed[size] = '\0';
	check_date(typed);
	check_number(typed, (int)(size % 11));
	free(typed);
	return 0;
}
