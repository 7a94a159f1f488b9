// SPDX-License-Identifier: MIT
// Boards: what needs attention, the Office's CẦN ĐÔN ĐỐC and a leader's CẦN QUAN TÂM. Each line
// leads to the place where it is mended.
#ifndef CORE_BOARD_H
#define CORE_BOARD_H

#include "base/vec.h"
#include "core/core.h"
#include "core/period.h"

typedef enum {
	BOARD_WAITING, // CHỜ ĐỒNG CHÍ: to approve, to answer
	BOARD_LATE,    // !
	BOARD_SOON,    // ~
	BOARD_GAP,     // ! something is missing: an assignee, a meeting, a report
} BoardKind;

typedef enum {
	BOARD_TO_LEAF,
	BOARD_TO_REGION,
	BOARD_TO_DISTRICT,
	BOARD_TO_BODY,
	BOARD_TO_REVIEW,
	BOARD_TO_MEETING,
	BOARD_TO_CLOSING, // of the period that is open
	BOARD_TO_REMARK,
	BOARD_TO_ROUND,
	BOARD_TO_INDICATOR, // place_id: where it is below
} BoardTarget;

typedef struct {
	BoardKind kind;
	const char *place; // "TP Phú Quốc"
	const char *text;  // "2.3c Kế hoạch tiêm ngừa vắc xin"
	const char *tail;  // "quá hạn 12 ngày"
	BoardTarget target;
	int64_t id;
	int64_t region_id; // 0: of no one region (BOARD_TO_LEAF)
	int64_t place_id;  // BOARD_TO_INDICATOR: region or district, 0 for the province
	Period period;     // BOARD_TO_REVIEW: of which half-year; id is 0 where nothing is written yet
	int round;         // BOARD_TO_ROUND: id is the series
} BoardLine;

// Vec of BoardLine for the acting person, in the order waiting, late, gap, soon, the most urgent of
// each first; at most `most`, chosen so that no kind is crowded out (what waits for the person comes
// before all). *total is how many there are in all. The Office's covers everything; a leader's or
// secretary's their own regions and districts; others see what is late or due in the province.
bool board_list(Core *core, int most, Arena *arena, Vec *out, int *total, Err *err) WARN_UNUSED;

#endif
