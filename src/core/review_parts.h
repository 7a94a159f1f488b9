// SPDX-License-Identifier: MIT
// What the files of the review room share.
#ifndef CORE_REVIEW_PARTS_H
#define CORE_REVIEW_PARTS_H

#include "core/change.h"
#include "core/figures.h"
#include "core/review.h"

// What rights and locks depend on.
typedef struct {
	int64_t id, rev, region_id;
	ReviewState state;
	Period period;
} ReviewKey;

bool review_key(Core *core, int64_t id, ReviewKey *out, Err *err) WARN_UNUSED;
// Fails the change where the state is no longer that of key: somebody has submitted, returned or
// approved it since.
void review_hold(Change *change, const ReviewKey *key);

// The last half-year that reviews are written for: the one of today.
Period review_last(const Core *core);
// The day on which a period's figures are fixed.
Date review_cutoff(const Core *core, Period period);
// The first day that a period's review covers: the first one begins with the earliest directive.
bool review_from(Core *core, Period period, char out[11], Err *err) WARN_UNUSED;

// Marks that the lead has not decided become what was proposed, inside the approval.
void review_settle_marks(Change *change, const Review *review);

// Thực hiện: what was told of days up to the cut-off (or today, before it), of the region and each
// district (Vec of FigureLine, the caller's to release). Ước: of the leaves that are due within the
// period, as they stand today, those that are done and those that are still in time.
typedef struct {
	const char *until, *today;
	FigureLine total;
	Vec districts;
	Figures period;
} ReviewFigures;
bool review_figures(Core *core, const Review *review, Arena *arena, ReviewFigures *out,
	Err *err) WARN_UNUSED;
int review_estimate(const ReviewFigures *figures); // how many of period.all will be done

// Section 1 as the data tell it.
bool review_draft_results(Core *core, const Review *review, Arena *arena, const char **out,
	Err *err) WARN_UNUSED;

// The canonical text of a review with its decision filled in, and its SHA-256 in hex. marks is a
// Vec of ReviewMark.
bool review_freeze(Core *core, const Review *review, const Vec *marks, Arena *arena,
	const char **text, Err *err) WARN_UNUSED;
const char *review_digest(Arena *arena, const char *text);

// What an approved review says of itself: names as they were. "" for what is not there.
void review_thaw(Review *review, Arena *arena);
// The same of a district's mark, found by the district's code; false where the text has none.
bool review_thaw_mark(const char *frozen, const char *code, Arena *arena, ReviewMark *mark)
	WARN_UNUSED;

#endif
