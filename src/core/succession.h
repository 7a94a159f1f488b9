// SPDX-License-Identifier: MIT
// Succession: what a district that has ended left open, and handing it on to those that follow.
#ifndef CORE_SUCCESSION_H
#define CORE_SUCCESSION_H

#include "base/vec.h"
#include "core/core.h"

// A district that has ended, with the leaves that are open there and at no successor.
typedef struct {
	int64_t district_id;
	int open;
} LeftBehind;

// Vec of LeftBehind, only those that left something.
bool succession_left(Core *core, Vec *out, Err *err) WARN_UNUSED;
bool succession_left_of(Core *core, int64_t district_id, int *open, Err *err) WARN_UNUSED;

// Gives each open leaf of a district that has ended to every successor that has not the same task, with
// the deadline in force; what was reported stays with the old leaf, which ends. As one change;
// RIGHT_DIRECT. *made is how many leaves were added. ERR_INVALID without successors.
bool succession_spread(Core *core, int64_t district_id, int *made, Err *err) WARN_UNUSED;

#endif
