// SPDX-License-Identifier: MIT
#include "tui/views/review_screen.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/number.h"
#include "text/width.h"
#include "tui/views/prose_draw.h"

enum { SMALL_ROWS = 12, PREVIEW_ROWS = 4, WIDE = 90 };
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

static void draw_section(const ReviewRow *row, Canvas *canvas, Rect rect)
{
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

static void draw_heading(Canvas *canvas, Rect rect)
{
	MarkColumns columns = mark_columns(rect.cols);
	clip(canvas, rect, 0, columns.proposed, STYLE_TITLE, tr("NHẬN XÉT"));
	clip(canvas, rect, columns.proposed, columns.decided, STYLE_DIM, tr("DỰ KIẾN"));
	clip(canvas, rect, columns.decided, columns.rest, STYLE_DIM, tr("QUYẾT ĐỊNH"));
	clip(canvas, rect, columns.rest, rect.cols, STYLE_DIM, tr("LÝ DO"));
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ReviewScreen *screen = ((const View *)opaque)->state;
	const ReviewRow *row = vec_at(&screen->rows, (size_t)index);
	if (row->kind == REVIEW_ROW_SECTION)
		draw_section(row, canvas, rect);
	else if (row->kind == REVIEW_ROW_HEADING)
		draw_heading(canvas, rect);
	else
		draw_mark(screen, row, canvas, rect);
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
	return row + prose_draw(canvas, lines, row, 1, 2, STYLE_WARN, screen->gaps);
}

static void draw_preview(const View *view, Canvas *canvas, Rect rect)
{
	const ReviewScreen *screen = view->state;
	const ReviewRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	Rect text = {
		.row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols - 1
	};
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	canvas_text_clip(canvas, text, 0, 1, text.cols - 1, STYLE_TITLE, row->title);
	if (*row->text)
		prose_draw(canvas, text, 1, 1, text.rows - 1,
			row->readable ? STYLE_PLAIN : STYLE_DIM, row->text);
	else
		canvas_text(canvas, text, 1, 1, STYLE_DIM, tr("(trống)"));
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
