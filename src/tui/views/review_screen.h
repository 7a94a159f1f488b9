// SPDX-License-Identifier: MIT
// What the files of the review screens share.
#ifndef TUI_VIEWS_REVIEW_SCREEN_H
#define TUI_VIEWS_REVIEW_SCREEN_H

#include "core/review.h"
#include "tui/view.h"

typedef enum {
	REVIEW_ROW_SECTION,
	REVIEW_ROW_HEADING,
	REVIEW_ROW_MARK,
	REVIEW_ROW_FOLLOW_HEADING,
	REVIEW_ROW_FOLLOW_UP,
} ReviewRowKind;

// A row of the list. The headings between its parts are rows too: their previews sum up.
typedef struct {
	ReviewRowKind kind;
	int section;              // of a section's row
	ReviewMark mark;          // of a mark's row
	int64_t task_id;          // of a follow-up's row
	const char *tail;         // of a follow-up's row: where, until when, how far
	const char *title, *text; // as the preview shows them
	const char *start;        // first line
	const char *before;       // what stood there a half-year ago, "" for nothing
	size_t words;
	bool readable; // by this person, in this state
	bool lacks;    // something that submitting asks for
} ReviewRow;

typedef enum { REVIEW_SHOWS_THIS, REVIEW_SHOWS_BEFORE } ReviewShows;

typedef struct {
	Review review, before; // before: of the half-year before, id 0 where there is none
	ReviewShows shows;     // the preview, where both do not stand side by side
	Vec rows; // of ReviewRow
	List list;
	const char *name;   // "Sơ kết 6 tháng cuối năm 2021"
	const char *state;  // "đang soạn, quá hạn 5 ngày"
	const char *dates;  // what it covers, until when
	const char *course; // who did what, or what comes next
	const char *signed_by; // "" unless approved and signed
	Style signed_style;    // STYLE_LATE where one does not hold
	const char *sign_hint; // for whoever can sign it, else ""
	const char *gaps;   // "Còn thiếu: …", ""
	int64_t asked_rev;  // what was on the screen when the question was asked
} ReviewScreen;

// args.code is a period; without one, the half-year whose review is to be written now.
bool review_screen_period(const View *view, Period *out, Err *err) WARN_UNUSED;
// The rows of screen->review, which is loaded, and what it lacks.
bool review_rows_load(View *view, Err *err) WARN_UNUSED;
// Whether it is still being written.
bool review_is_draft(const Review *review);
// "Trình: đ/c …, 22/11/2021 10:43. Duyệt: …", as far as it has come.
const char *review_course(View *view, const Review *review);
const char *review_dates(View *view, const Review *review);
// "Còn thiếu: mục 3, 4; nhận xét Kiên Hải." gaps is core's own list, not empty.
const char *review_lacks(View *view, const Vec *rows, const Vec *gaps);

// Whether the person has a right there; only whether, not why not.
bool review_right(View *view, Right right, Place place);

// Who has signed it, when, with which key and whether that holds; "" for nobody.
bool review_signed(View *view, const Review *review, const char **words, Style *style,
	Err *err) WARN_UNUSED;
const char *review_sign_hint(View *view, const Review *review);

void review_draw(const View *view, Canvas *canvas, Rect rect);

// Forms and texts; whoever opens them has been asked by the screen already, and core asks again.
bool review_section_open(View *view, const Review *review, int section, Err *err) WARN_UNUSED;
bool review_mark_open(View *view, const Review *review, int64_t district_id, Err *err) WARN_UNUSED;
bool review_approve_open(View *view, const Review *review, Err *err) WARN_UNUSED;
bool review_return_open(View *view, const Review *review, Err *err) WARN_UNUSED;
bool review_paper_open(View *view, const Review *review, Err *err) WARN_UNUSED;
// For the district whose mark is selected, else the whole region.
bool review_follow_up_open(View *view, const Review *review, Err *err) WARN_UNUSED;

#endif
