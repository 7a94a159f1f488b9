// SPDX-License-Identifier: MIT
// How what was found is shown: where it stands on the left, the line around it on the right, the
// hit marked in it.
#include "tui/views/search_screen.h"

#include "base/tr.h"
#include "text/date.h"
#include "text/width.h"

#include <string.h>

enum { FIELD_ROW = 0, HINT_ROW = 1, LIST_ROW = 2 };

// Marked text -----------------------------------------------------------------------------------

// So far from the start that the first mark can be seen.
static size_t start_of(const SearchText *text, int cols)
{
	size_t start = 0;
	if (!text->marks_n)
		return 0;
	const Range first = text->marks[0];
	if (text_width_n(text->text, first.end) <= cols - 2)
		return 0;
	while (start < first.start &&
		text_width_n(text->text + start, first.end - start) > cols * 2 / 3) {
		const char *blank = memchr(text->text + start, ' ', first.start - start);
		if (!blank)
			return first.start;
		start = (size_t)(blank - text->text) + 1;
	}
	return start;
}

static void draw_marks(const SearchText *text, size_t start, int shift, Canvas *canvas, Rect rect)
{
	for (size_t i = 0; i < text->marks_n; i++) {
		const Range mark = text->marks[i];
		if (mark.start < start)
			continue;
		int col = shift + text_width_n(text->text + start, mark.start - start);
		int cols = text_width_n(text->text + mark.start, mark.end - mark.start);
		if (col < rect.cols)
			canvas_style(canvas, rect, 0, col,
				col + cols > rect.cols ? rect.cols - col : cols, STYLE_MATCH);
	}
}

static void draw_marked(const SearchText *text, Canvas *canvas, Rect rect)
{
	size_t start = start_of(text, rect.cols);
	int shift = start ? canvas_text(canvas, rect, 0, 0, STYLE_DIM, "… ") : 0;
	canvas_text_clip(
		canvas, rect, 0, shift, rect.cols - shift, STYLE_PLAIN, text->text + start);
	draw_marks(text, start, shift, canvas, rect);
}

// Rows ------------------------------------------------------------------------------------------

typedef enum { SHOW_LABEL = 1 << 0, SHOW_DAY = 1 << 1, SHOW_PLACE = 1 << 2 } Shown;

static const unsigned shown[SEARCH_KINDS] = {
	[SEARCH_PERSON] = SHOW_LABEL,
	[SEARCH_TASK] = SHOW_LABEL,
	[SEARCH_DIRECTIVE] = SHOW_LABEL,
	[SEARCH_CLAUSE] = SHOW_LABEL,
	[SEARCH_MEETING] = SHOW_DAY | SHOW_PLACE,
	[SEARCH_MINUTES] = SHOW_DAY | SHOW_PLACE,
	[SEARCH_CONCLUSION] = SHOW_DAY | SHOW_PLACE,
	[SEARCH_REVIEW] = SHOW_LABEL | SHOW_PLACE,
	[SEARCH_PROGRESS] = SHOW_LABEL | SHOW_DAY | SHOW_PLACE,
	[SEARCH_REMARK] = SHOW_DAY | SHOW_PLACE,
};

static void add_part(Buf *out, const char *part)
{
	if (*part)
		buf_addf(out, "%s%s", out->len ? " " : "", part);
}

// What stands on the left, its own marks on it where the label begins it.
static void draw_context(const SearchHit *hit, Canvas *canvas, Rect rect)
{
	char day[11] = "";
	Date date;
	Buf text = BUF_INIT;
	bool labelled = shown[hit->kind] & SHOW_LABEL;
	const char *place = shown[hit->kind] & SHOW_PLACE ? hit->place : "";
	if (shown[hit->kind] & SHOW_DAY && date_parse(hit->day, &date))
		date_show(date, day);
	add_part(&text, labelled ? hit->label.text : day);
	add_part(&text, place);
	add_part(&text, labelled ? day : "");
	canvas_text_clip(canvas, rect, 0, 0, rect.cols, STYLE_PLAIN, text.bytes);
	if (labelled)
		draw_marks(&hit->label, 0, 0, canvas, rect);
	buf_release(&text);
}

static void draw_hit(const SearchHit *hit, Canvas *canvas, Rect rect)
{
	int left = shown[hit->kind] ? rect.cols / 3 : 0;
	Rect context = { .row = rect.row, .col = rect.col, .rows = 1, .cols = left - 1 };
	Rect line = {
		.row = rect.row, .col = rect.col + left, .rows = 1, .cols = rect.cols - left
	};
	if (left)
		draw_context(hit, canvas, context);
	draw_marked(*hit->line.text ? &hit->line : &hit->label, canvas, line);
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const SearchScreen *screen = ((const View *)opaque)->state;
	const SearchRow *row = vec_at(&screen->rows, (size_t)index);
	Rect inner = { .row = rect.row, .col = rect.col + 2, .rows = 1, .cols = rect.cols - 3 };
	if (row->kind == ROW_HEAD)
		canvas_text_clip(canvas, rect, 0, 0, rect.cols - 1, STYLE_TITLE, row->title);
	else if (row->kind == ROW_OP)
		canvas_text_clip(canvas, inner, 0, 0, inner.cols, STYLE_PLAIN, row->title);
	else
		draw_hit(vec_at(&screen->result.hits, row->index), canvas, inner);
}

// The whole -------------------------------------------------------------------------------------

static void draw_field(const SearchScreen *screen, Canvas *canvas, Rect rect)
{
	int col = 1 + canvas_text(canvas, rect, FIELD_ROW, 1, STYLE_TITLE, tr("Tìm: "));
	Buf count = BUF_INIT;
	if (screen->rows.len)
		buf_addf(&count, screen->result.more ? tr("hơn %d kết quả") : tr("%d kết quả"),
			screen->found);
	int width = text_width(count.bytes);
	canvas_text_right(canvas, rect, FIELD_ROW, rect.cols - 1, STYLE_DIM, count.bytes);
	Rect field = { .row = rect.row + FIELD_ROW,
		.col = rect.col + col,
		.rows = 1,
		.cols = rect.cols - col - width - 3 };
	editor_draw(screen->typed, canvas, field,
		search_in_field(screen) ? EDITOR_FOCUSED : EDITOR_UNFOCUSED);
	buf_release(&count);
}

static const char *hint(const SearchScreen *screen)
{
	if (!*editor_text(screen->typed))
		return tr("Lọc: vùng:  địa phương:  từ:  đến:  loại:   cụm từ: \"…\"");
	if (*screen->completed)
		return screen->completed;
	if (*screen->result.problem)
		return screen->result.problem;
	return screen->rows.len ? "" : tr("Không tìm thấy gì.");
}

static void draw_hint(const SearchScreen *screen, Canvas *canvas, Rect rect)
{
	int col = 1;
	if (*editor_text(screen->typed) && *screen->completed)
		col += canvas_text(canvas, rect, HINT_ROW, col, STYLE_KEY, "Tab ");
	canvas_text_clip(canvas, rect, HINT_ROW, col, rect.cols - col - 1, STYLE_DIM, hint(screen));
}

// While the field has the cursor, the arrow alone says which row Enter opens.
static void draw_list(const View *view, Canvas *canvas, Rect rect)
{
	SearchScreen *screen = view->state;
	List *list = &screen->list;
	bool in_field = search_in_field(screen);
	list_draw(list, canvas, rect, in_field ? LIST_UNFOCUSED : LIST_FOCUSED, draw_row, view);
	int at = list->selected - list->top;
	if (in_field && list->count && at >= 0 && at < rect.rows)
		canvas_text(canvas, rect, at, 1, STYLE_PLAIN, ">");
}

void search_draw(const View *view, Canvas *canvas, Rect rect)
{
	const SearchScreen *screen = view->state;
	Rect list = { .row = rect.row + LIST_ROW,
		.col = rect.col,
		.rows = rect.rows - LIST_ROW,
		.cols = rect.cols };
	draw_list(view, canvas, list);
	draw_field(screen, canvas, rect);
	draw_hint(screen, canvas, rect);
}
