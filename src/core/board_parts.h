// SPDX-License-Identifier: MIT
// Between the files of the boards: nobody outside includes this.
#ifndef CORE_BOARD_PARTS_H
#define CORE_BOARD_PARTS_H

#include "core/board.h"
#include "core/org.h"
#include "core/place.h"

typedef enum {
	SCOPE_PROVINCE, // who has no part in directing: what is late or due, anywhere
	SCOPE_OFFICE,   // everything
	SCOPE_OWN,      // one's own regions and districts
} ScopeKind;

// What a board is about, for the acting person and today.
typedef struct {
	Core *core;
	Arena *arena; // of the lines
	Date today;
	ScopeKind kind;
	Vec own_regions, own_districts; // of int64_t; a region's districts are own too
	Vec led;                        // of int64_t: regions whose reviews wait for the person
	Vec regions, districts;         // all of today: Region, District
	Vec lines;                      // of BoardEntry
} Board;

// A line and how urgent it is among its kind: more first, equal ones as they came.
typedef struct {
	BoardLine line;
	int64_t weight;
	size_t order;
} BoardEntry;

void board_init(Board *board, Core *core, Arena *arena);
bool board_load(Board *board, Err *err) WARN_UNUSED;
void board_release(Board *board);
bool board_covers(const Board *board, Place place);
bool board_leads(const Board *board, int64_t region_id);
bool board_holds(const Vec *ids, int64_t id);
void board_push(Board *board, BoardLine line, int64_t weight);

bool board_add_reviews(Board *board, Err *err) WARN_UNUSED;
bool board_add_remarks(Board *board, Err *err) WARN_UNUSED;
bool board_add_silences(Board *board, Err *err) WARN_UNUSED;
bool board_add_indicators(Board *board, Err *err) WARN_UNUSED;

// "quá hạn 12 ngày", "hết hạn hôm nay", "còn 3 ngày"; days > 0: past.
const char *board_days(Arena *arena, int64_t days_past);

#endif
