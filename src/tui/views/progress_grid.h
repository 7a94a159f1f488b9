// SPDX-License-Identifier: MIT
// The progress grid's inside, shared by its screen, the meaning of its cells and its saving.
#ifndef TUI_VIEWS_PROGRESS_GRID_H
#define TUI_VIEWS_PROGRESS_GRID_H

#include "core/task.h"
#include "tui/grid.h"
#include "tui/view.h"

#include <assert.h>
#include <stddef.h>

// Columns of a region; a district's have no place.
enum { CODE, PLACE, TITLE, STATE, PERCENT, AS_OF, NOTE, COLUMNS };

typedef struct {
	Grid *grid; // first: see grid_view.h
	GridColumn columns[COLUMNS];
	GridSpec spec;
	Arena arena; // of the rows: lives as long as the grid shows them
	Vec leaves;  // of Leaf, row by row
	Vec seen;    // of int64_t, beside them: progress_counting() when they were read
	Buf typed;   // what is not stored, as a draft keeps it
	int shift;   // 1 where the place is left out
} GridScreen;
static_assert(offsetof(GridScreen, grid) == 0, "grid_view.h takes it from there");

// Where a column of a region's stands in this grid.
int column_of(const GridScreen *screen, int column);
const Leaf *leaf_at(const GridScreen *screen, int row);

// A grid whose owner is the view.
void progress_grid_make(View *view);
// The cells of a leaf as it is stored.
void progress_grid_add(GridScreen *screen, const Leaf *leaf);
// What a touched row says; INVALID about "state", "percent" or "as_of".
bool progress_grid_read(const View *view, int row, ProgressInput *input, Arena *arena, Err *err)
	WARN_UNUSED;
const char *today_shown(const View *view, char shown[11]);

typedef struct {
	int rows, older; // older: of these, told of a day before the one that counts
} GridSaved;

// Checks every touched row, then stores all of them as one change.
bool progress_grid_save(View *view, GridSaved *saved, Err *err) WARN_UNUSED;

extern const Typing progress_grid_typing;

#endif
