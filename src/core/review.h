// SPDX-License-Identifier: MIT
// Six-monthly reviews: region × half-year, six sections and a mark for each district.
// đến kỳ (no row yet) → đang soạn → trình duyệt → đã duyệt, or trả lại with a reason.
#ifndef CORE_REVIEW_H
#define CORE_REVIEW_H

#include "base/vec.h"
#include "core/core.h"
#include "core/period.h"
#include "core/task.h"

enum { REVIEW_SECTIONS = 6 };

typedef enum {
	REVIEW_DUE, // nothing written yet
	REVIEW_DRAFTING,
	REVIEW_SUBMITTED,
	REVIEW_RETURNED,
	REVIEW_APPROVED,
} ReviewState;

const char *review_state_code(ReviewState state); // due, drafting, submitted, returned, approved
const char *review_state_name(ReviewState state); // đến kỳ, đang soạn …
const char *review_section_title(int section);    // 0 … REVIEW_SECTIONS-1

typedef struct {
	int64_t id, rev, region_id; // id 0: REVIEW_DUE, nothing stored
	Period period;
	const char *from, *to, *due; // first and last day covered; due = last day
	const char *cutoff;          // figures are fixed on this day
	ReviewState state;
	bool overdue; // due day past and not approved
	const char *sections[REVIEW_SECTIONS];
	const char *submitted_by, *decided_by, *decided_post; // decided: approved, returned
	int64_t submitted_at, decided_at;
	const char *return_reason, *paper_number;
	const char *frozen, *digest; // what was approved, and its SHA-256 in hex; "" before
	const char *region; // title
} Review;

typedef enum { MARK_NONE, MARK_GOOD, MARK_MET, MARK_UNMET, MARK_COUNT } Mark;
const char *mark_code(Mark mark); // none, good, met, unmet
const char *mark_name(Mark mark); // Chưa nhận xét, Tốt, Đạt yêu cầu, Chưa đạt yêu cầu
bool mark_parse(const char *code, Mark *out) WARN_UNUSED;

typedef struct {
	int64_t id, rev, review_id, district_id; // id 0: not stored yet
	const char *district; // title; as frozen once approved
	Mark proposed, mark;  // the secretary's or Office's proposal; the lead's decision
	const char *proposed_reason, *mark_reason;
	const char *proposed_by, *marked_by;
} ReviewMark;

// The reviews of a region, newest period first, from the configured first one to today's and
// whatever is stored; Vec of Review. region_id 0: all regions in order. Unstored ones have id 0.
bool review_list(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// What a region's review of a period is, stored or not. Sections of an open one are "" to those
// without RIGHT_READ_OPEN; marks of an open one MARK_NONE. Of an approved one, names, posts, titles
// and cut-off are those of the frozen text.
bool review_get(Core *core, int64_t region_id, Period period, Arena *arena, Review *out,
	Err *err) WARN_UNUSED;
bool review_by_id(Core *core, int64_t id, Arena *arena, Review *out, Err *err) WARN_UNUSED;
// The half-year whose review is to be written now: today's, or the one before while a region's is
// not approved and the cut-off of today's has not come.
Period review_current(Core *core);
// The first half-year of all, as configured.
Period review_first(const Core *core);
// State of the current review of a region, without its text.
bool review_state_of(Core *core, int64_t region_id, Period period, ReviewState *out,
	Err *err) WARN_UNUSED;

// Begins the draft: section 1 is filled in from the region's figures, each with its source.
// RIGHT_REVIEW_WRITE. *id is the review's; one that was begun before is left as it is. ERR_INVALID
// for a period before the first one or after today's.
bool review_begin(Core *core, int64_t region_id, Period period, int64_t *id,
	Err *err) WARN_UNUSED;
// One section's text. ERR_CONFLICT with a stale rev; refused once submitted (but the lead may change
// a submitted one) or approved.
bool review_save_section(Core *core, int64_t id, int64_t rev, int section, const char *text,
	Err *err) WARN_UNUSED;

// Vec of ReviewMark, one for every district of the region, partial ones too.
bool review_marks(Core *core, const Review *review, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// Of which district, and the revision of what was read of it: REV_NONE where nothing had been said,
// REV_ANY whatever stands there. Else ERR_CONFLICT.
typedef struct {
	int64_t district_id, rev;
} MarkOf;

// RIGHT_REVIEW_MARK while drafting or returned; MARK_UNMET needs a reason. To propose MARK_NONE is
// to propose "Chưa nhận xét". Takes back what was decided of the district before.
bool review_propose(Core *core, int64_t review_id, MarkOf of, Mark mark, const char *reason,
	Err *err) WARN_UNUSED;
// The lead's decision on a submitted review: RIGHT_REVIEW_APPROVE.
bool review_decide(Core *core, int64_t review_id, MarkOf of, Mark mark, const char *reason,
	Err *err) WARN_UNUSED;

// What is missing before it can be submitted; Vec of const char * texts. Section 6 may stay empty
// ("Không có."). Needs RIGHT_READ_OPEN.
bool review_gaps(Core *core, const Review *review, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool review_submit(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;
// RIGHT_REVIEW_APPROVE; typed must be the period's code (2021H2). Marks not decided become what was
// proposed. Freezes districts, names, posts, figures, marks and text, with a digest. paper_number
// may be "".
bool review_approve(Core *core, int64_t id, int64_t rev, const char *typed,
	const char *paper_number, Err *err) WARN_UNUSED;
bool review_return(Core *core, int64_t id, int64_t rev, const char *reason, Err *err) WARN_UNUSED;
// The number of the signed paper, once it is known: of an approved review, by its lead or the Office.
// What was frozen does not change.
bool review_record_paper(Core *core, int64_t id, int64_t rev, const char *number,
	Err *err) WARN_UNUSED;

// What follows: a task SK-<region>-<period>.<n> of the region or its districts.
typedef struct {
	const char *title;
	int64_t body_id; // 0: a single district's own party committee where there is one, else none
	const char *due; // YYYY-MM-DD, not before today, or ""
	const char *deadline_words;
	const Place *places;
	size_t places_n; // 0: the region itself
} FollowUp;
// RIGHT_REVIEW_WRITE, in any state once the review is begun.
bool review_follow_up(Core *core, int64_t review_id, const FollowUp *follow_up, int64_t *task_id,
	Err *err) WARN_UNUSED;
// Vec of Task, in order.
bool review_follow_ups(Core *core, int64_t review_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// The half-years from the current one on whose last day comes within two years; Vec of ReviewTerm.
// Counted in calendar months, never in days.
typedef struct {
	Period period;
	const char *from, *to, *cutoff; // to is the day on which it is due
} ReviewTerm;
bool review_schedule(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// One half-year of every region, in order; Vec of ReviewLine.
typedef struct {
	Review review;
	int marks[MARK_COUNT]; // districts by mark: decided, else proposed
	bool readable;         // else marks are not counted
} ReviewLine;
bool review_overview(Core *core, Period period, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
