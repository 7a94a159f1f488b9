// SPDX-License-Identifier: MIT
#include "text/number.h"

#include "base/tr.h"
#include "text/clean.h"
#include "text/width.h"

#include <stdio.h>
#include <string.h>

static int clamp_scale(int scale)
{
	if (scale < 0)
		return 0;
	return scale > NUMBER_MAX_SCALE ? NUMBER_MAX_SCALE : scale;
}

static uint64_t power_of_ten(int exponent)
{
	uint64_t power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

static void add_grouped(Buf *out, uint64_t whole)
{
	char digits[24];
	int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)whole);
	for (int i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			buf_addch(out, '.');
		buf_addch(out, digits[i]);
	}
}

void number_show(Buf *out, int64_t value, int scale)
{
	scale = clamp_scale(scale);
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	uint64_t unit = power_of_ten(scale), decimals = size % unit;
	if (value < 0)
		buf_addch(out, '-');
	add_grouped(out, size / unit);
	if (!decimals)
		return;
	for (; decimals % 10 == 0; decimals /= 10)
		scale--;
	buf_addf(out, ",%0*llu", scale, (unsigned long long)decimals);
}

typedef enum {
	NUMBER_OK,
	NUMBER_NOT_ONE,
	NUMBER_POINT,    // a point that does not stand between thousands
	NUMBER_TOO_FINE, // more decimals than there is room for
	NUMBER_TOO_BIG,
} NumberFault;

// What has been read so far: size counts in units of 10^-decimals.
typedef struct {
	uint64_t size;
	int digits, group, decimals; // group: digits since the last point, or -1 before the first
	bool in_decimals;
} Reading;

static bool add_digit(Reading *reading, char c)
{
	uint64_t digit = (uint64_t)(c - '0');
	if (reading->size > ((uint64_t)INT64_MAX - digit) / 10)
		return false;
	reading->size = reading->size * 10 + digit;
	reading->digits++;
	if (reading->in_decimals)
		reading->decimals++;
	else if (reading->group >= 0)
		reading->group++;
	return true;
}

// Before the first point stand one to three digits, no lone 0; after each exactly three.
static bool point_fits(const Reading *reading)
{
	if (reading->in_decimals || !reading->digits)
		return false;
	return reading->group == 3 || (reading->group < 0 && reading->digits <= 3 && reading->size);
}

static NumberFault read_sign(Reading *reading, char c)
{
	if (c == '.' && point_fits(reading)) {
		reading->group = 0;
		return NUMBER_OK;
	}
	bool whole = reading->group < 0 || reading->group == 3;
	if (c == ',' && reading->digits && !reading->in_decimals && whole) {
		reading->in_decimals = true;
		return NUMBER_OK;
	}
	return c == '.' || c == ',' ? NUMBER_POINT : NUMBER_NOT_ONE;
}

static NumberFault read_all(Reading *reading, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool digit = s[i] >= '0' && s[i] <= '9';
		NumberFault fault = digit ? NUMBER_OK : read_sign(reading, s[i]);
		if (fault)
			return fault;
		if (digit && !add_digit(reading, s[i]))
			return NUMBER_TOO_BIG;
	}
	if (!reading->digits || (reading->in_decimals && !reading->decimals))
		return NUMBER_NOT_ONE;
	return reading->group >= 0 && reading->group != 3 ? NUMBER_POINT : NUMBER_OK;
}

static NumberFault scale_up(Reading *reading, int scale)
{
	for (; reading->decimals > scale && reading->size % 10 == 0; reading->decimals--)
		reading->size /= 10;
	if (reading->decimals > scale)
		return NUMBER_TOO_FINE;
	uint64_t factor = power_of_ten(scale - reading->decimals);
	if (reading->size > (uint64_t)INT64_MAX / factor)
		return NUMBER_TOO_BIG;
	reading->size *= factor;
	return NUMBER_OK;
}

static bool say(Err *err, NumberFault fault, const char *typed, int scale)
{
	static const char *const messages[] = {
		[NUMBER_OK] = "",
		[NUMBER_NOT_ONE] = N_("“%s” không phải là số."),
		[NUMBER_POINT] = N_("“%s” không rõ là số nào."),
		[NUMBER_TOO_FINE] = N_("“%s” có quá nhiều chữ số sau dấu phẩy."),
		[NUMBER_TOO_BIG] = N_("“%s” quá lớn."),
	};
	Buf shown = BUF_INIT;
	text_clip(&shown, typed, 40);
	err_set(err, ERR_INVALID, tr(messages[fault]), shown.bytes);
	buf_release(&shown);
	if (fault == NUMBER_TOO_FINE && scale == 0)
		return err_hint(err, "%s", tr("Chỉ nhận số nguyên."));
	if (fault == NUMBER_TOO_FINE)
		return err_hint(err, tr("Nhiều nhất %d chữ số sau dấu phẩy."), scale);
	if (fault == NUMBER_TOO_BIG)
		return false;
	return err_hint(
		err, "%s", tr("Dấu phẩy trước số lẻ, dấu chấm giữa các hàng nghìn: 1,5 hay 1.500."));
}

bool number_read(const char *typed, int scale, int64_t *out, Err *err)
{
	Buf cleaned = BUF_INIT;
	text_clean(&cleaned, typed, strlen(typed), CLEAN_LINE);
	Reading reading = { .group = -1 };
	scale = clamp_scale(scale);
	char sign = cleaned.bytes[0];
	size_t skip = sign == '-' || sign == '+';
	NumberFault fault = read_all(&reading, cleaned.bytes + skip, cleaned.len - skip);
	if (!fault)
		fault = scale_up(&reading, scale);
	if (fault)
		say(err, fault, cleaned.bytes, scale);
	else
		*out = sign == '-' ? -(int64_t)reading.size : (int64_t)reading.size;
	buf_release(&cleaned);
	return !fault;
}
