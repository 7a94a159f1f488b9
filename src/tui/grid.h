// SPDX-License-Identifier: MIT
// Grid: rows of cells that one types into or pastes a spreadsheet's table into. It keeps the texts
// and what was touched; what they mean is its owner's matter.
//
// Invariants: read-only columns come first, the current cell is never in one; a cell is touched
// exactly while its text is not the one it was given with grid_add().
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include "term/canvas.h"
#include "term/input.h"
#include "tui/editor.h"

typedef struct Grid Grid;

typedef enum { GRID_READ_ONLY, GRID_LINE, GRID_CHOICE, GRID_NUMBER, GRID_CODE } GridKind;

// read: what was typed, as the cell is to say it ("d" → "đang triển khai"), appended to out; false
// leaves the cell as typed, with the error. Never asked about an empty cell.
typedef struct {
	const char *title; // N_()
	GridKind kind;     // GRID_CODE: dates and the like, which no composer may touch
	int width;         // columns of the screen that it needs
	int grow;          // its share of columns left over
	bool (*read)(void *owner, const char *typed, Buf *out, Err *err); // NULL: any line
	const char *hint;  // N_(): while it is the current one; NULL: nothing
} GridColumn;

enum { GRID_COLUMNS_MAX = 12 };

typedef struct {
	const GridColumn *columns;
	int columns_n;
	int keys; // leading read-only columns that name a row, one or two
	bool names; // the first of them is a name rather than a code: "Phú Quốc" is "TP Phú Quốc"
	// What follows in a row from what was just entered in it; changed has bit c set for column c.
	// It may call grid_put(): all of it is one step of undo. NULL: nothing.
	void (*follow)(void *owner, Grid *grid, int row, unsigned changed);
} GridSpec;

// spec must outlive it; owner is handed to the callbacks.
Grid *grid_new(const GridSpec *spec, void *owner) __attribute__((returns_nonnull));
void grid_free(Grid *grid); // NULL is allowed

// Forgets rows and undo, keeps the current place.
void grid_clear(Grid *grid);
// One text for each column, copied: the row as it is stored. After the last one, grid_go().
void grid_add(Grid *grid, const char *const *texts);

int grid_rows(const Grid *grid);
int grid_row(const Grid *grid);    // the current one
int grid_column(const Grid *grid);
const char *grid_text(const Grid *grid, int row, int column);
const char *grid_stored(const Grid *grid, int row, int column);
bool grid_touched(const Grid *grid, int row, int column);
bool grid_row_touched(const Grid *grid, int row);
bool grid_any_touched(const Grid *grid); // also while something is being typed

// Steps of undo: what is put between begin and end is one. grid_put() reads the text as if it had
// been typed; read-only cells take nothing.
void grid_begin(Grid *grid);
void grid_put(Grid *grid, int row, int column, const char *text);
void grid_end(Grid *grid);
bool grid_undo(Grid *grid); // false: there is nothing
bool grid_redo(Grid *grid);

// Errors stand at their cells until the cell changes. grid_check() leaves those of reading alone;
// grid_first_error() goes in reading order.
void grid_fail(Grid *grid, int row, int column, const char *message);
void grid_check(Grid *grid, int row);
bool grid_first_error(const Grid *grid, int *row, int *column);
const char *grid_error(const Grid *grid, int row, int column); // "" for none
void grid_go(Grid *grid, int row, int column);

// Takes a key if it is its own: arrows, Tab, Shift+Tab, Enter, Home, End, PgUp, PgDn, Ctrl+Home,
// Ctrl+End move; letters and Backspace begin the cell anew; a click. While a cell is edited its
// editor comes first, Esc gives up, what moves takes the cell over. A paste that is a table is the
// owner's: see grid_paste().
bool grid_key(Grid *grid, Key key, const char *paste);
void grid_edit(Grid *grid); // goes on with what stands in the current cell
// Ends the editing of the current cell, if any, with what was typed.
void grid_settle(Grid *grid);
// The field that takes the keys, NULL without rows.
Editor *grid_editor(Grid *grid);
bool grid_editing(const Grid *grid);
const GridColumn *grid_current(const Grid *grid);

// What became of a pasted table. Nothing is lost unsaid.
typedef struct {
	int rows, cells;  // put in
	int again;        // of these rows, put where an earlier one had gone
	int wrong;        // of these cells, not understood
	int rows_over, columns_over; // that did not fit
	int unknown_n, ambiguous_n;  // rows whose code is none here, or several rows'
	Buf unknown, ambiguous;      // these codes, each once, ", " between; "…" where they are many
} GridPaste;

// Fills in a table from the current cell on, rightwards and downwards. Where it has two columns or
// more and the first holds codes of this grid's rows, rows are found by code; where it has all the
// grid's columns, or a first row with its titles, columns are found too. A code may be qualified
// (259-CV/TU/2.3b). Empty cells change nothing. One step of undo.
void grid_paste(Grid *grid, const char *text, GridPaste *out);
void grid_paste_release(GridPaste *paste);
// One message about it; false: something was left out or is wrong.
bool grid_paste_words(const GridPaste *paste, Buf *out);

void grid_draw(Grid *grid, Canvas *canvas, Rect rect);

#endif
