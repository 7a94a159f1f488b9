// SPDX-License-Identifier: MIT
#include "tui/list.h"

void list_select(List *list, int index)
{
	if (index >= list->count)
		index = list->count - 1;
	list->selected = index < 0 ? 0 : index;
}

void list_set_count(List *list, int count)
{
	list->count = count;
	list_select(list, list->selected);
}

void list_move(List *list, int rows)
{
	list_select(list, list->selected + rows);
}

void list_page(List *list, int pages)
{
	int rows = list->area.rows > 1 ? list->area.rows - 1 : 1;
	list->top += pages * rows;
	list_move(list, pages * rows);
}

static void keep_in_sight(List *list, int rows)
{
	if (list->top > list->count - rows)
		list->top = list->count - rows;
	if (list->selected >= list->top + rows)
		list->top = list->selected - rows + 1;
	if (list->selected < list->top)
		list->top = list->selected;
	if (list->top < 0)
		list->top = 0;
}

void list_draw(List *list, Canvas *canvas, Rect rect, ListFocus focus, ListRow *row, const void *view)
{
	list->area = rect;
	if (rect.rows <= 0)
		return;
	keep_in_sight(list, rect.rows);
	for (int i = 0; i < rect.rows && list->top + i < list->count; i++) {
		Rect line = { .row = rect.row + i, .col = rect.col + LIST_MARGIN, .rows = 1,
			.cols = rect.cols - LIST_MARGIN };
		row(view, canvas, line, list->top + i);
	}
	if (focus != LIST_FOCUSED)
		return;
	int at = list->selected - list->top;
	if (list->count)
		canvas_text(canvas, rect, at, 1, STYLE_PLAIN, ">");
	canvas_cursor(canvas, rect.row + at, rect.col + 1);
}

int list_at(const List *list, int row, int col)
{
	int index = list->top + row - list->area.row;
	if (row < list->area.row || row >= list->area.row + list->area.rows ||
		col < list->area.col || col >= list->area.col + list->area.cols)
		return -1;
	return index < list->count ? index : -1;
}
