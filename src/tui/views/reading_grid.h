// SPDX-License-Identifier: MIT
// The grid of readings: its inside, shared by its screen, the meaning of its cells and its saving.
#ifndef TUI_VIEWS_READING_GRID_H
#define TUI_VIEWS_READING_GRID_H

#include "core/indicator.h"
#include "core/org.h"
#include "tui/grid.h"
#include "tui/view.h"

#include <assert.h>
#include <stddef.h>

// Columns of a ratio, which takes both its parts; other indicators have no second value.
enum { R_CODE, R_PLACE, R_VALUE, R_BELOW, R_KIND, R_AS_OF, R_DOCUMENT, R_COLUMNS };

typedef struct {
	int64_t district_id;
	const char *code;
} ReadingGridRow;

typedef struct {
	Grid *grid; // first: see grid_view.h
	GridColumn columns[R_COLUMNS];
	GridSpec spec;
	Arena arena; // of the rows: lives as long as the grid shows them
	Indicator indicator, parts[2]; // parts: what is typed, one without a ratio
	int parts_n;
	Vec rows; // of ReadingGridRow
	const char *heading; // what is typed
	int64_t seen; // reading_newest() when the rows were read
	Buf typed; // what is not stored, as a draft keeps it
} ReadingGrid;
static_assert(offsetof(ReadingGrid, grid) == 0, "grid_view.h takes it from there");

// Where a column of a ratio's stands in this grid.
int reading_column(const ReadingGrid *screen, int column);
const ReadingGridRow *reading_row_at(const ReadingGrid *screen, int row);

// A grid whose owner is the view, once parts are known.
void reading_grid_make(View *view);
// A row, with the newest actual readings of its parts (NULL: none).
void reading_grid_add(ReadingGrid *screen, const District *district, const Reading *newest[2]);
// Appends ReadingInput for what a touched row says; INVALID about "value", "below", "kind" or "as_of".
bool reading_grid_read(const View *view, int row, Vec *out, Arena *arena, Err *err) WARN_UNUSED;

// Checks every touched row, then stores all of them as one change; *rows is how many.
bool reading_grid_save(View *view, int *rows, Err *err) WARN_UNUSED;

extern const Typing reading_grid_typing;

#endif
