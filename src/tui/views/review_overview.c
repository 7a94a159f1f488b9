// SPDX-License-Identifier: MIT
// The reviews of all regions in one half-year: who is due, late, has submitted, is approved; and the
// terms of the two years to come.
#include "tui/views.h"

#include "base/tr.h"
#include "core/review.h"
#include "tui/views/prose_draw.h"
#include "tui/views/review_screen.h"

#include <stdio.h>
#include <string.h>

enum { PANE_REGIONS, PANE_TERMS, PANES };

typedef struct {
	Period period;
	List lists[PANES];
	Vec lines; // of ReviewLine
	Vec terms; // of ReviewTerm
	const char *sum;
} OverviewScreen;

static bool open_overview(View *view, Err *err)
{
	OverviewScreen *screen = view->state;
	vec_init(&screen->lines, sizeof(ReviewLine));
	vec_init(&screen->terms, sizeof(ReviewTerm));
	return review_screen_period(view, &screen->period, err);
}

static void close_overview(View *view)
{
	OverviewScreen *screen = view->state;
	vec_release(&screen->lines);
	vec_release(&screen->terms);
}

// "! quá hạn 2 · đã duyệt 1 · đang soạn 1": whatever there is, each region once: what is overdue is
// that before all, and the rows say how far it has come.
static const char *sum_up(View *view, const Vec *lines)
{
	int counts[REVIEW_APPROVED + 1] = { 0 }, late = 0;
	for (size_t i = 0; i < lines->len; i++) {
		const Review *review = &((const ReviewLine *)vec_at(lines, i))->review;
		++*(review->overdue ? &late : &counts[review->state]);
	}
	const char *text = late ? view_printf(view, tr("! quá hạn %d"), late) : "";
	for (int state = REVIEW_APPROVED; state >= REVIEW_DUE; state--)
		if (counts[state])
			text = view_printf(view, "%s%s%s %d", text, *text ? " · " : "",
				review_state_name((ReviewState)state), counts[state]);
	return text;
}

static bool load(View *view, Err *err)
{
	OverviewScreen *screen = view->state;
	char name[48], code[7];
	vec_clear(&screen->lines);
	vec_clear(&screen->terms);
	if (!review_overview(view->core, screen->period, &view->arena, &screen->lines, err) ||
		!review_schedule(view->core, &view->arena, &screen->terms, err))
		return false;
	list_set_count(&screen->lists[PANE_REGIONS], (int)screen->lines.len);
	list_set_count(&screen->lists[PANE_TERMS], (int)screen->terms.len);
	period_name(screen->period, name, sizeof(name));
	period_code(screen->period, code);
	screen->sum = view_printf(view, "%s: %s", name, sum_up(view, &screen->lines));
	// So that the place is found again after a drop.
	snprintf(view->args.code, sizeof(view->args.code), "%s", code);
	view->title = view_printf(view, tr("Sơ kết các vùng %s"), code);
	view->note = tr("Enter mở · ← → kỳ trước, kỳ sau · Tab lịch");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const OverviewScreen *screen = view->state;
	if (view->pane == PANE_REGIONS)
		return ((const ReviewLine *)vec_at(&screen->lines, (size_t)index))->review.region_id;
	const ReviewTerm *term = vec_at(&screen->terms, (size_t)index);
	return term->period.year * 2 + term->period.half;
}

static List *list_of(View *view)
{
	OverviewScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static int pane_at(View *view, int row, int col)
{
	OverviewScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++)
		if (list_at(&screen->lists[pane], row, col) >= 0)
			return pane;
	return -1;
}

// Drawing ---------------------------------------------------------------------------------------

// First columns; what does not fit into the window is left out from the right.
typedef struct {
	int state, submitted, decided, marks;
} Columns;

static Columns columns_of(int cols)
{
	if (cols < 60)
		return (Columns){ .state = 20, .submitted = 34, .decided = cols, .marks = cols };
	if (cols < 90)
		return (Columns){ .state = 20, .submitted = 40, .decided = 52, .marks = 64 };
	return (Columns){ .state = 24, .submitted = 46, .decided = 72, .marks = 98 };
}

// In a wide window the name stands beside the day.
static void draw_act(Canvas *canvas, Rect rect, int from, int to, const Core *core, int64_t at,
	const char *name)
{
	char day[11], text[96];
	if (!at)
		return;
	date_show(date_of_instant(at, core_rules(core)->utc_offset), day);
	snprintf(text, sizeof(text), to - from > 20 ? "%.5s %s" : "%s", day, name);
	canvas_text_clip(canvas, rect, 0, from, to - from - 1, STYLE_PLAIN, text);
}

static void draw_marks(Canvas *canvas, Rect rect, int col, const ReviewLine *line)
{
	const int *marks = line->marks;
	if (!line->review.id)
		return;
	if (!line->readable) {
		canvas_text_clip(canvas, rect, 0, col, rect.cols - col, STYLE_DIM, tr("chưa duyệt"));
		return;
	}
	char text[64];
	snprintf(text, sizeof(text), "%d/%d/%d", marks[MARK_GOOD], marks[MARK_MET], marks[MARK_UNMET]);
	canvas_text_clip(canvas, rect, 0, col, rect.cols - col,
		marks[MARK_UNMET] ? STYLE_WARN : STYLE_PLAIN, text);
}

static Style state_style(const Review *review)
{
	if (review->overdue)
		return STYLE_LATE;
	return review->state == REVIEW_APPROVED ? STYLE_GOOD : STYLE_PLAIN;
}

static void draw_line(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const OverviewScreen *screen = view->state;
	const ReviewLine *line = vec_at(&screen->lines, (size_t)index);
	const Review *review = &line->review;
	Columns at = columns_of(rect.cols);
	char state[64];
	snprintf(state, sizeof(state), "%s%s", review->overdue ? "! " : "",
		review_state_name(review->state));
	canvas_text_clip(canvas, rect, 0, 0, at.state - 1, STYLE_PLAIN, review->region);
	canvas_text_clip(canvas, rect, 0, at.state, at.submitted - at.state - 1, state_style(review),
		state);
	draw_act(canvas, rect, at.submitted, at.decided, view->core, review->submitted_at,
		review->submitted_by);
	if (review->state == REVIEW_APPROVED || review->state == REVIEW_RETURNED)
		draw_act(canvas, rect, at.decided, at.marks, view->core, review->decided_at,
			review->decided_by);
	draw_marks(canvas, rect, at.marks, line);
}

// In a tight window the first day, which is the day after the term before, is left out.
typedef struct {
	int from, cutoff, due;
} TermColumns;

static TermColumns term_columns(int cols)
{
	static const TermColumns tight = { .from = 23, .cutoff = 23, .due = 37 };
	static const TermColumns wide = { .from = 25, .cutoff = 38, .due = 52 };
	return cols < 62 ? tight : wide;
}

static void draw_term(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const OverviewScreen *screen = view->state;
	const ReviewTerm *term = vec_at(&screen->terms, (size_t)index);
	Date from, to, cutoff;
	char name[48], days[3][11] = { "", "", "" };
	period_name(term->period, name, sizeof(name));
	if (date_parse(term->from, &from) && date_parse(term->to, &to) &&
		date_parse(term->cutoff, &cutoff)) {
		date_show(from, days[0]);
		date_show(cutoff, days[1]);
		date_show(to, days[2]);
	}
	TermColumns at = term_columns(rect.cols);
	canvas_text_clip(canvas, rect, 0, 0, 22, STYLE_PLAIN, name);
	canvas_text_clip(canvas, rect, 0, at.from, at.cutoff - at.from - 1, STYLE_DIM, days[0]);
	canvas_text_clip(canvas, rect, 0, at.cutoff, at.due - at.cutoff - 1, STYLE_PLAIN, days[1]);
	canvas_text_clip(canvas, rect, 0, at.due, rect.cols - at.due, STYLE_PLAIN, days[2]);
}

static void draw_head(Canvas *canvas, Rect rect)
{
	Rect line = { .row = rect.row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Columns at = columns_of(line.cols);
	canvas_text(canvas, line, 0, 0, STYLE_TITLE, tr("VÙNG"));
	canvas_text(canvas, line, 0, at.state, STYLE_DIM, tr("TRẠNG THÁI"));
	canvas_text_clip(canvas, line, 0, at.submitted, line.cols - at.submitted, STYLE_DIM, tr("TRÌNH"));
	canvas_text_clip(canvas, line, 0, at.decided, line.cols - at.decided, STYLE_DIM,
		tr("QUYẾT ĐỊNH"));
	canvas_text_clip(canvas, line, 0, at.marks, line.cols - at.marks, STYLE_DIM,
		line.cols - at.marks > 16 ? tr("TỐT/ĐẠT/CHƯA ĐẠT") : tr("TỐT/ĐẠT/CHƯA"));
}

static void draw_terms_head(Canvas *canvas, Rect rect)
{
	Rect line = { .row = rect.row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	canvas_text(canvas, rect, 0, 1, STYLE_TITLE, tr("LỊCH SƠ KẾT"));
	TermColumns at = term_columns(line.cols);
	canvas_text_clip(canvas, line, 0, at.from, at.cutoff - at.from - 1, STYLE_DIM, tr("TỪ NGÀY"));
	canvas_text_clip(canvas, line, 0, at.cutoff, at.due - at.cutoff - 1, STYLE_DIM,
		tr("CHỐT SỐ LIỆU"));
	canvas_text_clip(canvas, line, 0, at.due, line.cols - at.due, STYLE_DIM, tr("HẠN"));
}

static ListFocus focus_of(const View *view, int pane)
{
	return view->pane == pane ? LIST_FOCUSED : LIST_UNFOCUSED;
}

static void draw_regions(const View *view, Canvas *canvas, Rect rect)
{
	OverviewScreen *screen = view->state;
	int rows = rect.rows - 2 < (int)screen->lines.len ? rect.rows - 2 : (int)screen->lines.len;
	Rect list = { .row = rect.row + 2, .col = rect.col, .rows = rows, .cols = rect.cols };
	Rect head = { .row = rect.row + 1, .col = rect.col, .rows = 1, .cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_PLAIN, screen->sum);
	draw_head(canvas, head);
	list_draw(&screen->lists[PANE_REGIONS], canvas, list, focus_of(view, PANE_REGIONS), draw_line,
		view);
}

static void draw_terms(const View *view, Canvas *canvas, Rect rect)
{
	OverviewScreen *screen = view->state;
	Rect list = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	draw_terms_head(canvas, rect);
	list_draw(&screen->lists[PANE_TERMS], canvas, list, focus_of(view, PANE_TERMS), draw_term, view);
}

// Too low for both: the part that one stands in.
static void draw(const View *view, Canvas *canvas, Rect rect)
{
	const OverviewScreen *screen = view->state;
	int top = (int)screen->lines.len + 3, terms = (int)screen->terms.len + 1;
	Rect below = { .row = rect.row + top, .col = rect.col, .rows = rect.rows - top,
		.cols = rect.cols };
	if (rect.rows < top + terms) {
		(view->pane == PANE_TERMS ? draw_terms : draw_regions)(view, canvas, rect);
		return;
	}
	Rect above = { .row = rect.row, .col = rect.col, .rows = top - 1, .cols = rect.cols };
	// What has the focus comes last: the cursor stands there.
	if (view->pane == PANE_REGIONS)
		draw_terms(view, canvas, below);
	draw_regions(view, canvas, above);
	if (view->pane == PANE_TERMS)
		draw_terms(view, canvas, below);
	canvas_hline(canvas, rect, top - 1, 0, rect.cols, STYLE_DIM);
}

// Operations ------------------------------------------------------------------------------------

static bool show(View *view, Period period)
{
	OverviewScreen *screen = view->state;
	screen->period = period;
	app_reload(view->app);
	return true;
}

static bool has_line(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static bool open_line(View *view, Err *err)
{
	const OverviewScreen *screen = view->state;
	if (view->pane == PANE_TERMS) {
		const ReviewTerm *term = vec_at(&screen->terms, (size_t)list_of(view)->selected);
		view->pane = PANE_REGIONS;
		return show(view, term->period);
	}
	const ReviewLine *line = vec_at(&screen->lines, (size_t)list_of(view)->selected);
	ViewArgs args = { .id = line->review.region_id };
	memcpy(args.code, view->args.code, sizeof(args.code));
	return app_open(view->app, &review_view, &args, err);
}

static bool has_earlier(View *view, Err *err)
{
	const OverviewScreen *screen = view->state;
	return period_compare(screen->period, review_first(view->core)) > 0 ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Đây là kỳ sơ kết đầu tiên."));
}

static bool earlier(View *view, Err *err)
{
	const OverviewScreen *screen = view->state;
	(void)err;
	return show(view, period_previous(screen->period));
}

static bool has_later(View *view, Err *err)
{
	const OverviewScreen *screen = view->state;
	const ReviewTerm *last =
		screen->terms.len ? vec_at(&screen->terms, screen->terms.len - 1) : NULL;
	return (last && period_compare(screen->period, last->period) < 0) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Lịch chỉ có hai năm tới."));
}

static bool later(View *view, Err *err)
{
	const OverviewScreen *screen = view->state;
	(void)err;
	return show(view, period_next(screen->period));
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Bản sơ kết của vùng; ở lịch thì xem kỳ đó."),
		has_line, open_line },
	{ "period-earlier", N_("Kỳ trước"), "Left", NULL, RIGHT_READ, N_("Xem mọi vùng ở kỳ trước."),
		has_earlier, earlier },
	{ "period-later", N_("Kỳ sau"), "Right", NULL, RIGHT_READ, N_("Xem mọi vùng ở kỳ sau."), has_later,
		later },
	{ 0 },
};

const ViewOps review_overview_view = {
	.name = "reviews",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(OverviewScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_overview,
	.load = load,
	.draw = draw,
	.list = list_of,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_overview,
};
