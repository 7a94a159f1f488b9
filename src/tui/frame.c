// SPDX-License-Identifier: MIT
// The frame around every screen: crumbs and who one is, a rule, the content, a status line, the keys.
#include "tui/app.h"

#include "base/tr.h"
#include "text/width.h"
#include "text/wrap.h"
#include "tui/op.h"
#include "tui/picks.h"

#include <stdio.h>
#include <string.h>

enum { HEAD_ROWS = 2, FOOT_ROWS = 2, MIN_ROWS = 10, MIN_COLS = 40, KEYS = 10 };

// What follows " · " in a title is said only where one stands.
static int crumb_length(const View *view, const View *top)
{
	const char *end = view == top ? NULL : strstr(view->title, " · ");
	return end ? (int)(end - view->title) : (int)strlen(view->title);
}

// Crumbs: the last ones matter most, so the first are dropped when there is no room.
static void crumbs(const View *view, const View *top, Buf *out)
{
	if (view->below)
		crumbs(view->below, top, out);
	if (view->ops->kind == VIEW_SCREEN)
		buf_addf(out, "%s%.*s", out->len ? " › " : "", crumb_length(view, top), view->title);
}

static const char *shorten(const char *path, int cols, Buf *out)
{
	static const char mark[] = " › ";
	const char *rest = path;
	if (text_width(path) <= cols)
		return path;
	for (const char *next = path; text_width(rest) + text_width("…") + text_width(mark) > cols;) {
		next = strstr(next, mark);
		if (!next)
			break;
		next += strlen(mark);
		rest = next;
	}
	if (rest == path)
		return path;
	buf_addf(out, "…%s%s", mark, rest);
	return out->bytes;
}

// In at most `most` columns: the weekday is left out first, then who one is.
static void when_and_who(const App *app, int most, Buf *out)
{
	char day[11];
	Date today = core_day(app->core);
	date_show(today, day);
	if (core_is_as_of(app->core)) {
		buf_addf(out, tr("theo ngày %s "), day);
		return;
	}
	buf_addf(out, "%s %s · %s ", date_weekday(today), day, app->who);
	if (text_width(out->bytes) > most) {
		buf_clear(out);
		buf_addf(out, "%s · %s ", day, app->who);
	}
	if (text_width(out->bytes) > most) {
		buf_clear(out);
		buf_addf(out, "%s ", day);
	}
}

// Unmistakable: what is on the screen is not what is.
static void draw_as_of(App *app, Rect rect)
{
	char day[11], text[64];
	if (!core_is_as_of(app->core))
		return;
	date_show(core_day(app->core), day);
	snprintf(text, sizeof(text), tr(" XEM THEO NGÀY %s "), day);
	canvas_text_right(app->canvas, rect, 1, rect.cols - 2, STYLE_BANNER, text);
}

// On every screen: why nothing can be written, and what is to be done.
static void draw_read_only(App *app, Rect rect)
{
	const Err *why = core_read_only(app->core);
	if (!why)
		return;
	const char *text = why->kind == ERR_DB ?
				   tr(" CHỈ ĐỌC: tệp hỏng; quản trị khôi phục từ bản sao lưu ") :
				   tr(" CHỈ ĐỌC: không ghi được; báo quản trị xem đĩa, quyền ghi ");
	// Beside the banner of the demo where there is room, else over it.
	int col = core_kind(app->core) == CORE_DEMO ? 3 + text_width(tr(" DỮ LIỆU MẪU ")) : 2;
	if (col + text_width(text) > rect.cols)
		col = 0;
	canvas_text_clip(app->canvas, rect, 1, col, rect.cols - col, STYLE_BANNER, text);
}

static void draw_head(App *app, Rect rect)
{
	Buf path = BUF_INIT, cut = BUF_INIT, right = BUF_INIT;
	crumbs(app->top, app_screen_view(app), &path);
	when_and_who(app, rect.cols - 2 - rect.cols / 2, &right);
	int room = rect.cols - text_width(right.bytes) - 2;
	canvas_text_clip(app->canvas, rect, 0, 1, room, STYLE_TITLE,
		shorten(path.bytes, room, &cut));
	canvas_text_right(app->canvas, rect, 0, rect.cols, STYLE_PLAIN, right.bytes);
	canvas_hline(app->canvas, rect, 1, 0, rect.cols, STYLE_DIM);
	if (core_kind(app->core) == CORE_DEMO)
		canvas_text(app->canvas, rect, 1, 2, STYLE_BANNER, tr(" DỮ LIỆU MẪU "));
	draw_as_of(app, rect);
	draw_read_only(app, rect);
	buf_release(&path);
	buf_release(&cut);
	buf_release(&right);
}

// What went wrong and what to do about it must not be cut: it may take the row above as well.
static void draw_message(App *app, Rect rect, int row, int room)
{
	Vec lines;
	const char *text = app->message.bytes;
	vec_init(&lines, sizeof(WrapLine));
	text_wrap(&lines, text, app->message.len, room);
	if (lines.len > 1) {
		const WrapLine *first = vec_at(&lines, 0);
		Rect above = { .row = rect.row + row - 1, .col = rect.col, .rows = 1, .cols = rect.cols };
		canvas_fill(app->canvas, above, STYLE_PLAIN, ' ');
		canvas_textn(app->canvas, above, 0, 1, app->message_style, text, first->end);
		text += ((const WrapLine *)vec_at(&lines, 1))->start;
	}
	canvas_text_clip(app->canvas, rect, row, 1, room, app->message_style, text);
	vec_release(&lines);
}

// Who else is here comes before the keys; a popup's question has the line for itself.
static void draw_note(App *app, Rect rect, int row, int room)
{
	int col = 1;
	bool met = app->others.len && app->top->ops->kind == VIEW_SCREEN;
	if (met)
		col += canvas_text_clip(app->canvas, rect, row, 1, room, STYLE_TITLE, app->others.bytes);
	if (met && room - col > 3)
		col += canvas_text(app->canvas, rect, row, col, STYLE_DIM, " · ");
	if (room - col > 0)
		canvas_text_clip(app->canvas, rect, row, col, room + 1 - col, STYLE_DIM, app->top->note);
}

static void draw_status(App *app, Rect rect, int row)
{
	View *view = app->top;
	char counter[96] = "";
	const char *mark = ime_mark(app);
	List *list = view->ops->list ? view->ops->list(view) : NULL;
	int at = 0, of = 0;
	if (list)
		list_counter(list, &at, &of);
	if (list && view->filter)
		snprintf(counter, sizeof(counter), tr("%d/%d lọc “%.20s” "), at, of, view->filter);
	else if (list && list->count)
		snprintf(counter, sizeof(counter), "%d/%d ", at, of);
	if (view_picked(view)) {
		size_t used = strlen(counter);
		snprintf(counter + used, sizeof(counter) - used, tr("· chọn %zu "), view_picked(view));
	}
	int end = rect.cols - text_width(counter);
	int room = end - 2 - (*mark ? text_width(mark) + 1 : 0);
	if (app->message.len)
		draw_message(app, rect, row, room);
	else
		draw_note(app, rect, row, room);
	canvas_text_right(app->canvas, rect, row, end - 1, STYLE_KEY, mark);
	canvas_text_right(app->canvas, rect, row, rect.cols, STYLE_PLAIN, counter);
}

// The key bar -----------------------------------------------------------------------------------

typedef struct {
	char label[40];
	int col, cols; // cols 0: left out
} Slot;

static void label_slot(App *app, int number, Slot *slot)
{
	Key key = { .code = (KeyCode)(KEY_F1 + number - 1) };
	const Op *op = op_by_key(app->top, key);
	Key first;
	char name[KEY_NAME_SIZE];
	if (!op || !op->bar)
		return;
	op_key_name(op, name);
	if (!key_parse(name, &first) || !key_equal(first, key))
		return; // a second key for the same: its slot stays blank
	snprintf(slot->label, sizeof(slot->label), "%d%s", number, tr(op->bar));
	slot->cols = text_width(slot->label);
}

static int bar_width(const Slot slots[KEYS])
{
	int width = 1;
	for (int i = 0; i < KEYS; i++)
		if (slots[i].cols)
			width += slots[i].cols + 1;
	return width;
}

// The middle ones go first, never F1, F9 and F10.
static void lay_out_bar(App *app, Slot slots[KEYS])
{
	static const int dropped_first[] = { 5, 6, 4, 7, 3, 2, 8 };
	memset(slots, 0, KEYS * sizeof(*slots));
	for (int i = 0; i < KEYS; i++)
		label_slot(app, i + 1, &slots[i]);
	for (size_t i = 0; i < sizeof(dropped_first) / sizeof(*dropped_first); i++)
		if (bar_width(slots) > canvas_cols(app->canvas))
			slots[dropped_first[i] - 1].cols = 0;
	int col = 1;
	for (int i = 0; i < KEYS; i++) {
		slots[i].col = col;
		col += slots[i].cols ? slots[i].cols + 1 : 0;
	}
}

static void draw_bar(App *app, Rect rect, int row)
{
	Slot slots[KEYS];
	lay_out_bar(app, slots);
	for (int i = 0; i < KEYS; i++)
		if (slots[i].cols)
			canvas_text(app->canvas, rect, row, slots[i].col, STYLE_KEY, slots[i].label);
}

int frame_bar_at(App *app, int row, int col)
{
	Slot slots[KEYS];
	if (row != canvas_rows(app->canvas) - 1)
		return 0;
	lay_out_bar(app, slots);
	for (int i = 0; i < KEYS; i++)
		if (slots[i].cols && col >= slots[i].col && col < slots[i].col + slots[i].cols)
			return i + 1;
	return 0;
}

static void draw_views(App *app, const View *view, Rect rect)
{
	if (view->ops->kind == VIEW_POPUP && view->below)
		draw_views(app, view->below, rect);
	int strip = view->ops->kind == VIEW_SCREEN ? remark_strip_draw(&view->strip, app->canvas, rect) : 0;
	rect.row += strip;
	rect.rows -= strip;
	view->ops->draw(view, app->canvas, rect);
}

void frame_draw(App *app)
{
	Rect all = canvas_rect(app->canvas);
	canvas_clear(app->canvas);
	if (all.rows < MIN_ROWS || all.cols < MIN_COLS) {
		canvas_text(app->canvas, all, 0, 0, STYLE_PLAIN, tr("Cửa sổ quá nhỏ: cần 40×10."));
		canvas_text(app->canvas, all, 1, 0, STYLE_PLAIN, tr("F10 thoát"));
		return;
	}
	Rect content = { .row = HEAD_ROWS, .rows = all.rows - HEAD_ROWS - FOOT_ROWS, .cols = all.cols };
	draw_head(app, all);
	draw_views(app, app->top, content);
	draw_status(app, all, all.rows - 2);
	draw_bar(app, all, all.rows - 1);
}
