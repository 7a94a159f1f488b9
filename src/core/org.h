// SPDX-License-Identifier: MIT
// Regions and districts, as they stand on a day. Official order. Strings live in the caller's arena.
#ifndef CORE_ORG_H
#define CORE_ORG_H

#include "base/vec.h"
#include "core/core.h"

typedef struct {
	int64_t id, rev;
	const char *code, *name;
	const char *title; // as the screen writes it: "vùng …" where a district has the same name
	const char *note;
} Region;

typedef struct {
	int64_t id, rev;
	const char *code, *kind, *name;
	const char *title;      // "TP Phú Quốc", "An Biên"; "huyện …" where a region has the same name
	int64_t main_region_id; // the region in which its figures count
	const char *from, *to;  // "" for open
	bool ended;             // before the day looked at: it is read, and has successors
	bool main, partial;     // in the region that was asked for
	const char *note;
} District;

// Vec of Region / of District; the day is the one looked at.
bool region_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool region_get(Core *core, int64_t id, Arena *arena, Region *out, Err *err) WARN_UNUSED;
bool region_by_code(Core *core, const char *code, Arena *arena, Region *out, Err *err) WARN_UNUSED;
bool district_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool district_list_of(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool district_get(Core *core, int64_t id, Arena *arena, District *out, Err *err) WARN_UNUSED;
bool district_by_code(Core *core, const char *code, Arena *arena, District *out,
	Err *err) WARN_UNUSED;

// Those that have ended before that day; by id and code they are found like any other.
bool district_list_ended(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool district_list_ended_of(Core *core, int64_t region_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

// A district as the screen writes it; TITLE_SHARED where a region has the same name.
typedef enum { TITLE_OWN, TITLE_SHARED } TitleKind;
const char *district_title(Arena *arena, const char *kind, const char *name, TitleKind title);

// Who follows a district, and whom it follows; Vec of District.
bool district_successors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool district_predecessors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// The word for the level below the province on that day: "huyện, thành phố", "xã, phường, đặc khu".
bool level_word(Core *core, Arena *arena, const char **out, Err *err) WARN_UNUSED;

#endif
