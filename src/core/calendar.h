// SPDX-License-Identifier: MIT
// The calendar: meetings, deadlines, cut-offs, reviews, reports and answers that are due, by day.
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include "base/vec.h"
#include "core/period.h"
#include "core/thing.h"

typedef enum {
	CALENDAR_MEETING,
	CALENDAR_DEADLINE,
	CALENDAR_REVIEW,
	CALENDAR_ROUND,  // reports are due
	CALENDAR_REMARK, // an answer is due
	CALENDAR_KINDS,
} CalendarKind;
const char *calendar_kind_code(CalendarKind kind); // meeting, deadline, review, round, remark
const char *calendar_kind_name(CalendarKind kind);

// One entry of one day. What has no thing of its own (a review's term is every region's) has a
// period, and opens the reviews of all regions.
typedef struct {
	CalendarKind kind;
	const char *day;   // YYYY-MM-DD
	const char *text;  // "Làm việc với vùng Hải đảo", "2.3c Kế hoạch tiêm ngừa vắc xin"
	const char *place; // "TP Phú Quốc", "5 nơi"; "" where the text says it
	const char *state; // "đã hoàn tất", "! còn 2/5"; "" for nothing
	bool late;
	Thing thing;
	int round; // of CALENDAR_ROUND: which one of the series, 0 for one that is still to come
	Period period; // half 0: none
} CalendarLine;

// All of from … to (both inclusive), by day; Vec of CalendarLine. Meetings that are not final only
// where RIGHT_READ_OPEN. The leaves of a task that end on one day are one entry.
bool calendar_between(Core *core, Date from, Date to, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// What comes next: meetings planned, cut-off and last day of the reviews; where a month has none of
// them, open deadlines too. At most `most`.
bool calendar_next(Core *core, int most, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
