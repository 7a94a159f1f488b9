// SPDX-License-Identifier: MIT
// Closing of periods (khép kỳ): at the end of a quarter and of a half-year the Office decides every dated
// leaf that is still open and was due in it: hoàn thành, chuyển tiếp to a new day, or kết thúc. The
// figures are kept as they stood; nothing later changes them.
//
// Of a half-year's two quarters the first is closed by itself: what it carries over is asked for again
// where it is due. The second ends with the half-year, and one closing is about both. A first quarter
// that nobody has closed by the half-year's end is closed with it: its figures can be told no more.
//
// Those figures hold what was decided to be done, and nothing else of the decisions: a leaf that is
// carried over or ended was not done in the period and stands there as late.
#ifndef CORE_CLOSING_H
#define CORE_CLOSING_H

#include "core/figures.h"
#include "core/period.h"

typedef enum { CLOSE_UNDECIDED, CLOSE_DONE, CLOSE_CARRY, CLOSE_END, CLOSE_KINDS } CloseKind;

const char *close_kind_name(CloseKind kind); // hoàn thành, chuyển tiếp, kết thúc
const char *close_kind_code(CloseKind kind); // done, carry, end; "" for CLOSE_UNDECIDED
// false for what is none.
bool close_kind_parse(const char *code, CloseKind *out) WARN_UNUSED;

typedef struct {
	int64_t leaf_id;
	CloseKind kind;
	const char *new_due; // CLOSE_CARRY: after the period and after the deadline in force
	const char *reason;  // needed for CLOSE_CARRY and CLOSE_END
} CloseDecision;

// The oldest period that has not been closed: the one that everything is about, a half-year or its first
// quarter. Counted from the first reviewed one, or from that of the first directive where that came
// later.
bool closing_current(Core *core, Period *out, Err *err) WARN_UNUSED;
// Whether its last day is past: it waits for its closing.
bool closing_is_due(const Core *core, Period period);

// Until when what is not done goes on unless somebody says otherwise: of a quarter the half-year's last
// day, of a half-year that of the next.
Date closing_carry_day(Period period);
// ERR_INVALID for a quarter that is closed with its half-year, which the hint names.
bool closing_check_kind(Period period, Err *err) WARN_UNUSED;

// Vec of Leaf: what is to be decided, by day, then as leaf_list() has them.
bool closing_leaves(Core *core, Period period, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// RIGHT_DIRECT; the period must be the current one and at its end. ERR_INVALID names what is wrong
// with decision *failed, or (*failed is n) which leaves nobody has decided.
bool closing_check(Core *core, Period period, const CloseDecision *decisions, size_t n,
	size_t *failed, Err *err) WARN_UNUSED;
// All of it as one change.
bool closing_close(Core *core, Period period, const CloseDecision *decisions, size_t n,
	size_t *failed, Err *err) WARN_UNUSED;

typedef struct {
	int64_t id;
	Period period;
	const char *from, *to, *closed_on, *person;
	int done, carried, ended;
} Closing;

typedef struct {
	int64_t leaf_id;
	const char *code, *title, *place_title;
	CloseKind kind;
	State state; // and percent: as it stood
	int percent;
	const char *old_due, *new_due, *reason;
} ClosedLeaf;

// Vec of Closing, the newest first.
bool closing_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// ERR_NOT_FOUND for a period that has not been closed.
bool closing_get(Core *core, Period period, Arena *arena, Closing *out, Err *err) WARN_UNUSED;
// Vec of PlaceFigures, as they stood, with the places' names of that day.
bool closing_figures(Core *core, int64_t closing_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// Vec of ClosedLeaf.
bool closing_decisions(Core *core, int64_t closing_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
