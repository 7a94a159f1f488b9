// SPDX-License-Identifier: MIT
// How districts add up, in whole numbers: nothing here knows the database or the day.
#ifndef CORE_INDICATOR_MATH_H
#define CORE_INDICATOR_MATH_H

#include "core/indicator.h"

// One district's part; below is the denominator of a ratio. order says which is the newest: a later
// one is greater.
typedef struct {
	int64_t value, below;
	int64_t order;
} Share;

typedef struct {
	Aggregation aggregation;
	int scale;                    // of the result
	int above_scale, below_scale; // of a ratio's two
	int factor;                   // 100 for a ratio in percent, else 1
} AmountRule;

// |value| and |below| are at most VALUE_MAX, n at most 1000. The order of shares does not matter. A
// result beyond half of int64 is not known.
Amount amount_of(const AmountRule *rule, const Share *shares, size_t n, int all);

// value in percent of below, of scale_out, rounded half away from zero; false for 0 below or what
// does not fit.
bool amount_percent(int64_t value, int64_t below, int scale_out, int64_t *out) WARN_UNUSED;
// percent (of percent_scale) of value, rounded likewise.
bool amount_part(int64_t value, int64_t percent, int percent_scale, int64_t *out) WARN_UNUSED;

// The difference and whether it is met, in one scale.
void standing_compare(Standing *standing, Direction direction);

#endif
