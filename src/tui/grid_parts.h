// SPDX-License-Identifier: MIT
// A grid's inside, shared by its keys, its pasting and its drawing.
#ifndef TUI_GRID_PARTS_H
#define TUI_GRID_PARTS_H

#include "base/vec.h"
#include "tui/grid.h"

typedef struct {
	char *text, *stored; // owned
	char *error;         // owned; NULL for none
} GridCell;

// What one cell said before and after: a step of undo is a run of these.
typedef struct {
	size_t step;
	int row, column;
	char *before, *after; // owned
} GridEdit;

struct Grid {
	const GridSpec *spec;
	void *owner;
	Vec cells; // of GridCell, row by row
	int row, column;
	Vec edits; // of GridEdit; those from `done` on have been undone
	size_t done, step;
	Editor *editor; // holds the current cell's text
	bool editing;
	int top, left;  // first row, and first column after the frozen one, that show
	Rect area;      // where the rows were last drawn
	int starts[GRID_COLUMNS_MAX], widths[GRID_COLUMNS_MAX]; // width 0: not shown
};

GridCell *grid_cell(const Grid *grid, int row, int column);
int grid_first_open(const Grid *grid); // the first column that is not read-only

#endif
