// SPDX-License-Identifier: MIT
#include "tui/list.h"

#include "base/buf.h"
#include "text/fold.h"

// Wide enough that a row says all it has: what is cut on the screen is found all the same.
enum { FILTER_COLS = 400 };

static int clamp(int value, int count)
{
	if (value >= count)
		value = count - 1;
	return value < 0 ? 0 : value;
}

// Filtering -------------------------------------------------------------------------------------

static bool row_has(const List *list, Canvas *canvas, Buf *text, int index)
{
	canvas_clear(canvas);
	buf_clear(text);
	list->row(list->view, canvas, canvas_rect(canvas), index);
	canvas_dump(canvas, text);
	return text_contains(text->bytes, list->filter);
}

// The first shown row from the selected one on, else the last before it.
static void select_shown(List *list)
{
	int last = -1;
	for (size_t i = 0; i < list->shown->len; i++) {
		last = *(const int *)vec_at(list->shown, i);
		if (last >= list->selected)
			break;
	}
	if (last >= 0)
		list->selected = last;
}

static void find_shown(List *list)
{
	Buf text = BUF_INIT;
	Canvas *canvas = canvas_new(1, FILTER_COLS, CANVAS_UTF8);
	vec_clear(list->shown);
	for (int i = 0; i < list->count; i++)
		if (row_has(list, canvas, &text, i))
			*(int *)vec_push(list->shown) = i;
	canvas_free(canvas);
	buf_release(&text);
	list->stale = false;
	select_shown(list);
}

static bool filtered(List *list)
{
	if (!list->filter || !list->row)
		return false;
	if (list->stale)
		find_shown(list);
	return true;
}

void list_filter(List *list, const char *filter, Vec *shown)
{
	list->filter = filter;
	list->shown = shown;
	list->stale = true;
	filtered(list);
}

int list_shown(List *list)
{
	return filtered(list) ? (int)list->shown->len : list->count;
}

int list_position(List *list)
{
	if (!filtered(list))
		return list->selected;
	for (size_t i = 0; i < list->shown->len; i++)
		if (*(const int *)vec_at(list->shown, i) >= list->selected)
			return (int)i;
	return 0;
}

// The view's row that stands at a position among the shown ones.
int list_row(List *list, int position)
{
	if (!filtered(list))
		return position;
	return *(const int *)vec_at(list->shown, (size_t)position);
}

// Moving ----------------------------------------------------------------------------------------

bool list_is_head(const List *list, int index)
{
	return list->heads && list->heads(list->view, index);
}

// The nearest position that is no heading, first in the direction of the move.
static int beside_heads(List *list, int position, int by)
{
	int shown = list_shown(list);
	for (int turn = 0; turn < 2; turn++, by = -by)
		for (int at = position; at >= 0 && at < shown; at += by)
			if (!list_is_head(list, list_row(list, at)))
				return at;
	return position;
}

void list_select(List *list, int index)
{
	list->selected = clamp(index, list->count);
	if (list->heads && list_shown(list))
		list->selected = list_row(list, beside_heads(list, list_position(list), 1));
}

void list_counter(List *list, int *at, int *of)
{
	int position = list_position(list), shown = list_shown(list);
	*at = list->heads || !shown ? 0 : position + 1;
	*of = list->heads ? 0 : shown;
	for (int i = 0; list->heads && i < shown; i++)
		if (!list_is_head(list, list_row(list, i))) {
			++*of;
			*at += i <= position;
		}
}

void list_set_count(List *list, int count)
{
	list->count = count;
	list->stale = true;
	list_select(list, list->selected);
}

static void go_to(List *list, int position)
{
	int shown = list_shown(list), by = position < list_position(list) ? -1 : 1;
	if (shown)
		list->selected = list_row(list, beside_heads(list, clamp(position, shown), by));
}

void list_move(List *list, int rows)
{
	go_to(list, list_position(list) + rows);
}

void list_page(List *list, int pages)
{
	int rows = list->area.rows > 1 ? list->area.rows - 1 : 1;
	list->top += pages * rows;
	list_move(list, pages * rows);
}

void list_first(List *list)
{
	go_to(list, 0);
}

void list_last(List *list)
{
	go_to(list, list_shown(list) - 1);
}

// Drawing ---------------------------------------------------------------------------------------

static void keep_in_sight(List *list, int rows)
{
	int at = list_position(list), shown = list_shown(list);
	int first = at > 0 && rows > 1 && list_is_head(list, list_row(list, at - 1)) ? at - 1 : at;
	if (list->top > shown - rows)
		list->top = shown - rows;
	if (at >= list->top + rows)
		list->top = at - rows + 1;
	if (first < list->top)
		list->top = first; // with the heading that it stands under
	if (list->top < 0)
		list->top = 0;
}

void list_draw(List *list, Canvas *canvas, Rect rect, ListFocus focus, ListRow *row, const void *view)
{
	list->area = rect;
	list->row = row;
	list->view = view;
	if (rect.rows <= 0)
		return;
	keep_in_sight(list, rect.rows);
	int shown = list_shown(list);
	for (int i = 0; i < rect.rows && list->top + i < shown; i++) {
		Rect line = { .row = rect.row + i, .col = rect.col + LIST_MARGIN, .rows = 1,
			.cols = rect.cols - LIST_MARGIN };
		int index = list_row(list, list->top + i);
		row(view, canvas, line, index);
		if (list->picked && list->picked(view, index))
			canvas_text(canvas, rect, i, 2, STYLE_KEY, "*");
	}
	if (focus != LIST_FOCUSED)
		return;
	int at = list_position(list) - list->top;
	if (shown)
		canvas_text(canvas, rect, at, 1, STYLE_PLAIN, ">");
	canvas_cursor(canvas, rect.row + at, rect.col + 1);
}

int list_at(List *list, int row, int col)
{
	int position = list->top + row - list->area.row;
	if (row < list->area.row || row >= list->area.row + list->area.rows ||
		col < list->area.col || col >= list->area.col + list->area.cols)
		return -1;
	if (position >= list_shown(list) || list_is_head(list, list_row(list, position)))
		return -1;
	return list_row(list, position);
}
