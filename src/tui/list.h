// SPDX-License-Identifier: MIT
// List: a selected row among many, and the part of them that shows. The view owns the rows.
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "term/canvas.h"

// Invariant: 0 <= selected < count, or selected == 0 of none. top follows from the size when drawn.
typedef struct {
	int count, selected, top;
	Rect area; // where it was last drawn, for the mouse and for pages
} List;

// What a row shows; rect is one row high, behind the arrow.
typedef void ListRow(const void *view, Canvas *canvas, Rect rect, int index);

typedef enum { LIST_UNFOCUSED, LIST_FOCUSED } ListFocus;

enum { LIST_MARGIN = 3 }; // columns that the arrow takes

void list_set_count(List *list, int count); // keeps the selection where it can
void list_select(List *list, int index);    // clamped
void list_move(List *list, int rows);       // clamped
void list_page(List *list, int pages);
// Draws the rows that fit. The focused list has the arrow and the real cursor on its selected row:
// a terminal cannot re-mark a line for less.
void list_draw(List *list, Canvas *canvas, Rect rect, ListFocus focus, ListRow *row,
	const void *view);
// The row at a place of the canvas, -1 for none.
int list_at(const List *list, int row, int col);

#endif
