// SPDX-License-Identifier: MIT
// Boards: what needs attention, the Office's CẦN ĐÔN ĐỐC and a leader's CẦN QUAN TÂM. Each line
// leads to the place where it is mended.
#ifndef CORE_BOARD_H
#define CORE_BOARD_H

#include "base/vec.h"
#include "core/core.h"

typedef enum {
	BOARD_WAITING, // CHỜ ĐỒNG CHÍ: to approve, to answer
	BOARD_LATE,    // !
	BOARD_SOON,    // ~
	BOARD_GAP,     // ! something is missing: an assignee, a meeting, a report
} BoardKind;

typedef enum { BOARD_TO_LEAF, BOARD_TO_REGION, BOARD_TO_DISTRICT, BOARD_TO_REVIEW, BOARD_TO_MEETING }
	BoardTarget;

typedef struct {
	BoardKind kind;
	const char *place; // "TP Phú Quốc"
	const char *text;  // "2.3c Kế hoạch tiêm ngừa vắc xin"
	const char *tail;  // "quá hạn 12 ngày"
	BoardTarget target;
	int64_t id;
	int64_t region_id; // BOARD_TO_REVIEW: the region whose current review it is
} BoardLine;

// Vec of BoardLine for the acting person, most urgent first, at most `most`; *total is how many
// there are in all. Leaders and secretaries see their own regions first.
bool board_list(Core *core, int most, Arena *arena, Vec *out, int *total, Err *err) WARN_UNUSED;

// The calendar's next lines: meetings planned, cut-offs and reviews due; Vec of CalendarLine.
typedef struct {
	const char *day; // YYYY-MM-DD
	const char *text;
	BoardTarget target;
	int64_t id, region_id;
} CalendarLine;
bool calendar_list(Core *core, int most, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
