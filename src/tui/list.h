// SPDX-License-Identifier: MIT
// List: a selected row among many, and the part of them that shows. The view owns the rows. A filter
// leaves those rows whose drawn text has it, so that every list narrows alike and a view need not
// know of it: selected is always an index of the view's own rows.
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "base/vec.h"
#include "term/canvas.h"

// What a row shows; rect is one row high, behind the arrow.
typedef void ListRow(const void *view, Canvas *canvas, Rect rect, int index);

// Invariant: 0 <= selected < count, or selected == 0 of none; where the list has headings, `view`
// must be set before the rows are counted. top follows from the size when drawn;
// with a filter it counts shown rows.
typedef struct {
	int count, selected, top;
	Rect area; // where it was last drawn, for the mouse and for pages

	const char *filter; // the filter's owner keeps it; NULL: all rows show
	Vec *shown;         // of int, the rows that the filter lets through; the owner's
	bool stale;         // shown is to be found again
	bool (*picked)(const void *view, int index); // whether a row has its mark; NULL: none has
	bool (*heads)(const void *view, int index);  // a heading, which nobody stands on; NULL: none does
	ListRow *row;       // as last drawn
	const void *view;
} List;

typedef enum { LIST_UNFOCUSED, LIST_FOCUSED } ListFocus;

enum { LIST_MARGIN = 3 }; // columns that the arrow takes

void list_set_count(List *list, int count); // keeps the selection where it can
void list_select(List *list, int index);    // clamped
void list_move(List *list, int rows);       // clamped, over shown rows
void list_page(List *list, int pages);
void list_first(List *list);
void list_last(List *list);
// Draws the rows that fit. The focused list has the arrow and the real cursor on its selected row:
// a terminal cannot re-mark a line for less.
void list_draw(List *list, Canvas *canvas, Rect rect, ListFocus focus, ListRow *row,
	const void *view);
// The row at a place of the canvas, -1 for none.
int list_at(List *list, int row, int col);

bool list_is_head(const List *list, int index);
// The index of the shown row at a position among them; the position must be one.
int list_row(List *list, int position);

// Narrows a list that has been drawn; filter and shown must live until it is taken away with NULL.
// The selection goes to the next row that shows.
void list_filter(List *list, const char *filter, Vec *shown);
int list_shown(List *list);    // how many rows show
int list_position(List *list); // of the selected row among them, from 0
// "3 of 20" as people count: headings are none.
void list_counter(List *list, int *at, int *of);

#endif
