// SPDX-License-Identifier: MIT
#include "tui/views/review_screen.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/number.h"
#include "text/width.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>

enum { SMALL_ROWS = 12, PREVIEW_ROWS = 4, WIDE = 90, SIDE_BY_SIDE = 100 };
enum { STATE_COLS = 7, WORDS_COLS = 10, MARK_COLS = 17 };

// First columns of a row; `rest` is what is written, or the reason.
typedef struct {
	int state, words, rest;
} SectionColumns;

typedef struct {
	int proposed, decided, rest;
} MarkColumns;

static SectionColumns section_columns(int cols)
{
	int state = cols * 52 / 100;
	state = state > 50 ? 50 : state;
	return (SectionColumns){ .state = state,
		.words = state + STATE_COLS,
		.rest = state + STATE_COLS + WORDS_COLS + 1 };
}

static MarkColumns mark_columns(int cols)
{
	int proposed = cols >= WIDE ? 32 : 21;
	return (MarkColumns){ .proposed = proposed,
		.decided = proposed + MARK_COLS,
		.rest = proposed + 2 * MARK_COLS };
}

static void clip(Canvas *canvas, Rect rect, int from, int to, Style style, const char *text)
{
	canvas_text_clip(canvas, rect, 0, from, to - from - 1, style, text);
}

// Rows -----------------------------------------------------------------------------------------

static void draw_words(Canvas *canvas, Rect rect, int end, size_t words)
{
	Buf text = BUF_INIT;
	number_show(&text, (int64_t)words, 0);
	buf_addf(&text, "%s", tr(" chữ"));
	canvas_text_right(canvas, rect, 0, end, STYLE_DIM, text.bytes);
	buf_release(&text);
}

static void draw_section(
	const ReviewScreen *screen, const ReviewRow *row, Canvas *canvas, Rect rect)
{
	(void)screen;
	SectionColumns columns = section_columns(rect.cols);
	clip(canvas, rect, 0, columns.state, STYLE_PLAIN, row->title);
	if (!row->readable) {
		canvas_text(canvas, rect, 0, columns.state, STYLE_DIM, tr("chưa duyệt"));
		return;
	}
	if (!row->words) {
		canvas_text(canvas, rect, 0, columns.state, row->lacks ? STYLE_WARN : STYLE_DIM,
			tr("trống"));
		return;
	}
	canvas_text(canvas, rect, 0, columns.state, STYLE_GOOD, tr("có"));
	draw_words(canvas, rect, columns.rest - 1, row->words);
	clip(canvas, rect, columns.rest, rect.cols, STYLE_DIM, row->start);
}

static Style mark_style(Mark mark)
{
	static const Style styles[MARK_COUNT] = {
		[MARK_NONE] = STYLE_DIM,
		[MARK_GOOD] = STYLE_GOOD,
		[MARK_MET] = STYLE_PLAIN,
		[MARK_UNMET] = STYLE_WARN,
	};
	return styles[mark];
}

static void draw_mark(const ReviewScreen *screen, const ReviewRow *row, Canvas *canvas, Rect rect)
{
	const ReviewMark *mark = &row->mark;
	MarkColumns columns = mark_columns(rect.cols);
	bool unsaid = !*mark->proposed_by;
	clip(canvas, rect, 0, columns.proposed, STYLE_PLAIN, mark->district);
	if (!row->readable) {
		canvas_text(canvas, rect, 0, columns.proposed, STYLE_DIM, tr("chưa duyệt"));
		return;
	}
	clip(canvas, rect, columns.proposed, columns.decided,
		unsaid ? STYLE_DIM : mark_style(mark->proposed),
		unsaid ? "—" : mark_name(mark->proposed));
	if (*mark->marked_by)
		clip(canvas, rect, columns.decided, columns.rest, mark_style(mark->mark),
			mark_name(mark->mark));
	else if (screen->review.state == REVIEW_SUBMITTED)
		clip(canvas, rect, columns.decided, columns.rest, STYLE_DIM, tr("theo dự kiến"));
	if (row->lacks && !unsaid)
		clip(canvas, rect, columns.rest, rect.cols, STYLE_WARN, tr("! thiếu lý do"));
	else
		clip(canvas, rect, columns.rest, rect.cols, STYLE_DIM, row->start);
}

static void draw_heading(
	const ReviewScreen *screen, const ReviewRow *row, Canvas *canvas, Rect rect)
{
	(void)screen, (void)row;
	MarkColumns columns = mark_columns(rect.cols);
	clip(canvas, rect, 0, columns.proposed, STYLE_TITLE, tr("NHẬN XÉT"));
	clip(canvas, rect, columns.proposed, columns.decided, STYLE_DIM, tr("DỰ KIẾN"));
	clip(canvas, rect, columns.decided, columns.rest, STYLE_DIM, tr("QUYẾT ĐỊNH"));
	clip(canvas, rect, columns.rest, rect.cols, STYLE_DIM, tr("LÝ DO"));
}

static void draw_follow_heading(
	const ReviewScreen *screen, const ReviewRow *row, Canvas *canvas, Rect rect)
{
	(void)screen, (void)row;
	clip(canvas, rect, 0, rect.cols, STYLE_TITLE, tr("VIỆC GIAO SAU SƠ KẾT"));
}

static void draw_follow_up(
	const ReviewScreen *screen, const ReviewRow *row, Canvas *canvas, Rect rect)
{
	int tail = rect.cols - text_width(row->tail) - 1;
	int title = text_width(row->title) + 2;
	(void)screen;
	tail = tail < rect.cols / 2 ? rect.cols / 2 : tail;
	clip(canvas, rect, 0, title, STYLE_PLAIN, row->title);
	clip(canvas, rect, title, tail, STYLE_PLAIN, row->start);
	clip(canvas, rect, tail, rect.cols + 1, STYLE_DIM, row->tail);
}

typedef void DrawRow(
	const ReviewScreen *screen, const ReviewRow *row, Canvas *canvas, Rect rect);

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	static DrawRow *const drawers[] = {
		[REVIEW_ROW_SECTION] = draw_section,
		[REVIEW_ROW_HEADING] = draw_heading,
		[REVIEW_ROW_MARK] = draw_mark,
		[REVIEW_ROW_FOLLOW_HEADING] = draw_follow_heading,
		[REVIEW_ROW_FOLLOW_UP] = draw_follow_up,
	};
	const ReviewScreen *screen = ((const View *)opaque)->state;
	const ReviewRow *row = vec_at(&screen->rows, (size_t)index);
	drawers[row->kind](screen, row, canvas, rect);
}

// The screen -----------------------------------------------------------------------------------

static int draw_head(const View *view, Canvas *canvas, Rect rect)
{
	const ReviewScreen *screen = view->state;
	Rect lines = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	int state_cols = text_width(screen->state) + 1;
	Style style = screen->review.overdue ? STYLE_LATE : STYLE_BANNER;
	int room = lines.cols - state_cols - 2;
	int used = canvas_text_clip(canvas, lines, 0, 1, room, STYLE_TITLE, screen->name);
	if (room > used + 3) {
		int col = 1 + used + canvas_text(canvas, lines, 0, 1 + used, STYLE_TITLE, " · ");
		canvas_text_clip(
			canvas, lines, 0, col, room - used - 3, STYLE_TITLE, screen->review.region);
	}
	canvas_text_right(canvas, lines, 0, lines.cols, style, screen->state);
	if (rect.rows < SMALL_ROWS)
		return 1;
	int row = 1 + prose_draw(canvas, lines, 1, 1, 2, STYLE_PLAIN, screen->dates);
	row += prose_draw(canvas, lines, row, 1, 3, STYLE_PLAIN, screen->course);
	row += prose_draw(canvas, lines, row, 1, 3, screen->signed_style, screen->signed_by);
	row += prose_draw(canvas, lines, row, 1, 1, STYLE_BANNER, screen->sign_hint);
	return row + prose_draw(canvas, lines, row, 1, 2, STYLE_WARN, screen->gaps);
}

static void draw_text(Canvas *canvas, Rect rect, const char *head, Style style, const char *text)
{
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 1, STYLE_TITLE, head);
	if (*text)
		prose_draw(canvas, rect, 1, 1, rect.rows - 1, style, text);
	else
		canvas_text(canvas, rect, 1, 1, STYLE_DIM, tr("(trống)"));
}

static const char *head_before(const ReviewScreen *screen, char head[160], const ReviewRow *row)
{
	char code[7];
	period_code(screen->before.period, code);
	snprintf(head, 160, tr("Kỳ trước (%s): %s"), code, row->title);
	return head;
}

// In a wide window the half-year before stands beside this one.
static void draw_preview(const View *view, Canvas *canvas, Rect rect)
{
	const ReviewScreen *screen = view->state;
	const ReviewRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	char head[160];
	bool both = screen->before.id &&
		    (row->kind == REVIEW_ROW_SECTION || row->kind == REVIEW_ROW_MARK);
	int half = both && rect.cols >= SIDE_BY_SIDE ? rect.cols / 2 : rect.cols;
	Rect left = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = half - 1 };
	Rect right = { .row = left.row, .col = rect.col + half, .rows = left.rows,
		.cols = rect.cols - half - 1 };
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	if (both && half == rect.cols && screen->shows == REVIEW_SHOWS_BEFORE)
		right = left;
	else
		draw_text(canvas, left, row->title, row->readable ? STYLE_PLAIN : STYLE_DIM, row->text);
	if (both && (right.col != left.col || screen->shows == REVIEW_SHOWS_BEFORE))
		draw_text(canvas, right, head_before(screen, head, row), STYLE_PLAIN, row->before);
	if (both && half == rect.cols)
		canvas_text_right(canvas, left, 0, left.cols, STYLE_DIM,
			screen->shows == REVIEW_SHOWS_BEFORE ? tr("→ kỳ này") : tr("→ kỳ trước"));
}

// The list shows whole where there is room; the text of its selected row gets the rest, at least a
// few rows.
void review_draw(const View *view, Canvas *canvas, Rect rect)
{
	ReviewScreen *screen = view->state;
	int top = draw_head(view, canvas, rect);
	int room = rect.rows - top;
	int preview = rect.rows < SMALL_ROWS ? 0 : PREVIEW_ROWS;
	int rows = room - preview < screen->list.count ? room - preview : screen->list.count;
	Rect list = { .row = rect.row + top, .col = rect.col, .rows = rows, .cols = rect.cols - 1 };
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (!preview)
		return;
	Rect below = {
		.row = list.row + rows, .col = rect.col, .rows = room - rows, .cols = rect.cols
	};
	draw_preview(view, canvas, below);
}
