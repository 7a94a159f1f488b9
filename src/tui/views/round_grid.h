// SPDX-License-Identifier: MIT
// The inside of the grid in which a round is entered, shared by its screen and its saving.
#ifndef TUI_VIEWS_ROUND_GRID_H
#define TUI_VIEWS_ROUND_GRID_H

#include "core/report.h"
#include "tui/grid.h"
#include "tui/view.h"

#include <assert.h>
#include <stddef.h>

enum { GRID_WHO, GRID_STATE, GRID_RECEIVED, GRID_DOCUMENT, GRID_DATED, GRID_NOTE, GRID_COLUMNS };

typedef struct {
	Grid *grid;    // first: see grid_view.h
	Arena arena;   // of the rows: lives as long as the grid shows them
	Vec reporters; // of Reporter, row by row
	Buf typed;     // what is not stored, as a draft keeps it
	ReportSeries series;
	int round;
	bool begun; // the cursor has been put where one came from
} RoundGrid;
static_assert(offsetof(RoundGrid, grid) == 0, "grid_view.h takes it from there");

const Reporter *reporter_at(const RoundGrid *screen, int row);
// The cells of what a reporter has sent.
void round_grid_cells(const Report *report, const char *cells[GRID_COLUMNS], char days[2][11]);

// Checks every touched row, then stores all of them as one change. *rows is how many.
bool round_grid_save(View *view, int *rows, Err *err) WARN_UNUSED;

extern const Typing round_grid_typing;

#endif
