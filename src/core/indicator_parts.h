// SPDX-License-Identifier: MIT
// Between the files of indicators: nobody outside includes this.
#ifndef CORE_INDICATOR_PARTS_H
#define CORE_INDICATOR_PARTS_H

#include "core/change.h"
#include "core/indicator.h"

// A checked row inside a change of the caller's; failures stay in it.
void indicator_insert(Change *change, Indicator *indicator, int64_t position, Arena *arena);
void target_insert(Change *change, const IndicatorTarget *target, Arena *arena);

// What can be wrong with a definition by itself.
bool indicator_check(Core *core, const Indicator *indicator, Err *err) WARN_UNUSED;
bool target_check(const IndicatorTarget *target, Err *err) WARN_UNUSED;

// First and last day of the period of a rhythm that holds the day, and the period before or after.
void rhythm_period(IndicatorRhythm rhythm, Date day, Date *from, Date *to);
int rhythm_months(IndicatorRhythm rhythm);
// "11/2021", "IV/2021"; "" for no date
const char *rhythm_period_name(IndicatorRhythm rhythm, Date from, Arena *arena);

#endif
