// SPDX-License-Identifier: MIT
// Numbers in Vietnamese writing: a point between thousands, a comma before decimals.
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

#define NUMBER_MAX_SCALE 9

// A decimal is an integer in units of 10^-scale; scale is clamped to 0..NUMBER_MAX_SCALE.

// Appends 123456789 with scale 2 as "1.234.567,89". Decimals that are all zero are left out:
// 15000 with scale 2 is "150", and 15050 is "150,5".
void number_show(Buf *out, int64_t value, int scale);
// "1.234.567,89", "1234567,89", "-5", "+5"; points only between whole thousands, so that 1.5 is
// ERR_INVALID with a hint (1,5 or 1.500?), and so are more decimals than scale, and too big a
// number.
bool number_read(const char *typed, int scale, int64_t *out, Err *err) WARN_UNUSED;

#endif
