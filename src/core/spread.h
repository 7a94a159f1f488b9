// SPDX-License-Identifier: MIT
// Spreading a task over places (trải), and gathering it at the province again (gom). Neither loses
// what was reported: a leaf that is no longer used is set aside with all its rows, and brought back
// with them when its place is wanted again.
#ifndef CORE_SPREAD_H
#define CORE_SPREAD_H

#include "core/task.h"

typedef enum {
	SPREAD_NEW,
	SPREAD_BACK,  // was there before: brought back with what it reported
	SPREAD_THERE, // is there already and stays as it is
} SpreadKind;

typedef struct {
	int64_t task_id, leaf_id; // leaf_id 0: new
	const char *code, *title, *place_title;
	Place place;
	SpreadKind kind;
	const char *due; // that it will have; "" without
	int reports;     // that come back with it
} SpreadLine;

// A leaf that will be set aside.
typedef struct {
	int64_t task_id, leaf_id;
	const char *code, *place_title;
	int reports;
} AsideLine;

typedef struct {
	const int64_t *task_ids;
	size_t tasks_n;
	const Place *places; // regions and districts
	size_t places_n;
	const char *due; // YYYY-MM-DD; "": each task's own
} Spread;

// What would be done: Vec of SpreadLine by task and place, Vec of AsideLine (the province's leaves).
// RIGHT_DIRECT. ERR_INVALID where nothing would be new.
bool spread_plan(Core *core, const Spread *spread, Arena *arena, Vec *lines, Vec *aside,
	Err *err) WARN_UNUSED;
bool spread_run(Core *core, const Spread *spread, Err *err) WARN_UNUSED; // one change

// The other way: everything but the province's leaf is set aside, and what it said is told there in one
// row: the mean, done where all are. ERR_INVALID for a task that is at the province only.
bool gather_plan(Core *core, const int64_t *task_ids, size_t n, Arena *arena, Vec *aside,
	Err *err) WARN_UNUSED;
bool gather_run(Core *core, const int64_t *task_ids, size_t n, Err *err) WARN_UNUSED;

#endif
