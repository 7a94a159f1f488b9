// SPDX-License-Identifier: MIT
// What screens that are a grid have in common: the keys, the paste of a table, the lines below.
#ifndef TUI_VIEWS_GRID_VIEW_H
#define TUI_VIEWS_GRID_VIEW_H

#include "tui/grid.h"
#include "tui/view.h"

// The grid, and under it the words about the current row and what is wrong with or meant by the
// current cell. The grid has rows.
void grid_view_draw(Grid *grid, Canvas *canvas, Rect rect, const char *words);

// For whichever view's state begins with its Grid *: what stands in its ViewOps …
bool grid_view_key(View *view, Key typed, const char *paste);
Focus grid_view_focus(View *view);
bool grid_view_leave(View *view);
// … and what its operations run.
bool grid_view_edit(View *view, Err *err) WARN_UNUSED;
bool grid_view_undo(View *view, Err *err) WARN_UNUSED;
bool grid_view_redo(View *view, Err *err) WARN_UNUSED;
// Everything is stored: nothing is a draft any more.
void grid_view_saved(View *view);

#endif
