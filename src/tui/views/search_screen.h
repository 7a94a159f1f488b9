// SPDX-License-Identifier: MIT
// Between the files of the search screen: nobody else includes it.
#ifndef TUI_VIEWS_SEARCH_SCREEN_H
#define TUI_VIEWS_SEARCH_SCREEN_H

#include "core/search.h"
#include "tui/editor.h"
#include "tui/view.h"

typedef enum { ROW_HEAD, ROW_HIT, ROW_OP } SearchRowKind;

typedef struct {
	SearchRowKind kind;
	const char *title; // of a heading or an operation
	size_t index;      // of a hit; of a heading, of its first hit
	const Op *op;
} SearchRow;

typedef struct {
	Editor *typed;
	SearchResult result;
	Arena arena; // of what was found; view->arena is emptied only by a load
	Vec rows;    // of SearchRow
	List list;
	int at_field;          // the row selected while the field has the focus
	int found;             // hits and operations
	const char *completed; // the whole query as Tab would make it, or ""
} SearchScreen;

// Whether letters are going to the field rather than the arrow keys to the rows.
bool search_in_field(const SearchScreen *screen);
void search_draw(const View *view, Canvas *canvas, Rect rect);

// Where a hit is to be read, as near to it as a screen opens.
bool search_hit_open(View *view, const SearchHit *hit, Err *err) WARN_UNUSED;

#endif
