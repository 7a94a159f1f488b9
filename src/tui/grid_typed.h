// SPDX-License-Identifier: MIT
// A grid's wrong cells, and what was typed into it as a draft keeps it.
#ifndef TUI_GRID_TYPED_H
#define TUI_GRID_TYPED_H

#include "tui/grid.h"
#include "tui/view.h"

int grid_row_errors(const Grid *grid, int row);
// Goes to the first wrong cell; ERR_INVALID says how many there are.
bool grid_show_errors(Grid *grid, Err *err) WARN_UNUSED;

// Two names tell a row, part 0 and 1; the second may be "" everywhere.
typedef const char *GridRowName(const void *owner, int row, int part);
// Touched rows, one a line: the two names, then the cells from column `first` on, as a spreadsheet would
// write them. out is cleared.
void grid_typed_write(
	const Grid *grid, int first, GridRowName *name, const void *owner, Buf *out);
// Puts them back, every other row as it is stored, as one step of undo.
void grid_typed_read(
	Grid *grid, int first, GridRowName *name, const void *owner, const char *text);

#endif
