// SPDX-License-Identifier: MIT
// Between the files of spreading: nobody outside includes this.
#ifndef CORE_SPREAD_PARTS_H
#define CORE_SPREAD_PARTS_H

#include "core/spread.h"

// A leaf of a task, also one that was set aside.
typedef struct {
	int64_t id, rev;
	Place place;
	bool aside;
	int reports;
	const char *due, *as_of; // its own day, and that of its newest report; ""
} SpreadLeaf;

// Vec of SpreadLeaf.
bool spread_leaves(Core *core, int64_t task_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// NULL where the task has never been there.
const SpreadLeaf *spread_leaf_at(const Vec *leaves, Place place);
bool spread_aside_line(Core *core, const Task *task, const SpreadLeaf *leaf, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

// Inside a change of the caller's: sets a leaf aside, or brings it back with a day of its own ("":
// the one that it had).
void spread_set_aside(Change *change, int64_t leaf_id);
void spread_bring_back(Change *change, int64_t leaf_id, const char *due);

#endif
