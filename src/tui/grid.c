// SPDX-License-Identifier: MIT
#include "tui/grid_parts.h"

#include "base/xalloc.h"
#include "text/clean.h"

#include <stdlib.h>
#include <string.h>

// Life ------------------------------------------------------------------------------------------

int grid_first_open(const Grid *grid)
{
	int column = 0;
	while (column + 1 < grid->spec->columns_n && grid->spec->columns[column].kind == GRID_READ_ONLY)
		column++;
	return column;
}

Grid *grid_new(const GridSpec *spec, void *owner)
{
	Grid *grid = xcalloc(1, sizeof(*grid));
	grid->spec = spec;
	grid->owner = owner;
	vec_init(&grid->cells, sizeof(GridCell));
	vec_init(&grid->edits, sizeof(GridEdit));
	grid->editor = editor_new(EDITOR_LINE, "");
	grid->column = grid->left = grid_first_open(grid);
	return grid;
}

static void drop_edits(Grid *grid, size_t from)
{
	for (size_t i = from; i < grid->edits.len; i++) {
		GridEdit *edit = vec_at(&grid->edits, i);
		free(edit->before);
		free(edit->after);
	}
	grid->edits.len = from;
	if (grid->done > from)
		grid->done = from;
}

void grid_clear(Grid *grid)
{
	for (size_t i = 0; i < grid->cells.len; i++) {
		GridCell *cell = vec_at(&grid->cells, i);
		free(cell->text);
		free(cell->stored);
		free(cell->error);
	}
	vec_clear(&grid->cells);
	drop_edits(grid, 0);
	grid->editing = false;
}

void grid_free(Grid *grid)
{
	if (!grid)
		return;
	grid_clear(grid);
	vec_release(&grid->cells);
	vec_release(&grid->edits);
	editor_free(grid->editor);
	free(grid);
}

void grid_add(Grid *grid, const char *const *texts)
{
	for (int column = 0; column < grid->spec->columns_n; column++)
		*(GridCell *)vec_push(&grid->cells) =
			(GridCell){ .text = xstrdup(texts[column]), .stored = xstrdup(texts[column]) };
}

// Reading ---------------------------------------------------------------------------------------

GridCell *grid_cell(const Grid *grid, int row, int column)
{
	return vec_at(&grid->cells, (size_t)row * (size_t)grid->spec->columns_n + (size_t)column);
}

int grid_rows(const Grid *grid)
{
	return (int)(grid->cells.len / (size_t)grid->spec->columns_n);
}

int grid_row(const Grid *grid)
{
	return grid->row;
}

int grid_column(const Grid *grid)
{
	return grid->column;
}

const char *grid_text(const Grid *grid, int row, int column)
{
	bool here = grid->editing && row == grid->row && column == grid->column;
	return here ? editor_text(grid->editor) : grid_cell(grid, row, column)->text;
}

const char *grid_stored(const Grid *grid, int row, int column)
{
	return grid_cell(grid, row, column)->stored;
}

bool grid_touched(const Grid *grid, int row, int column)
{
	return strcmp(grid_text(grid, row, column), grid_stored(grid, row, column)) != 0;
}

bool grid_row_touched(const Grid *grid, int row)
{
	for (int column = 0; column < grid->spec->columns_n; column++)
		if (grid_touched(grid, row, column))
			return true;
	return false;
}

bool grid_any_touched(const Grid *grid)
{
	for (int row = 0; row < grid_rows(grid); row++)
		if (grid_row_touched(grid, row))
			return true;
	return false;
}

const char *grid_error(const Grid *grid, int row, int column)
{
	const GridCell *cell = grid_cell(grid, row, column);
	return cell->error ? cell->error : "";
}

bool grid_first_error(const Grid *grid, int *row, int *column)
{
	for (*row = 0; *row < grid_rows(grid); ++*row)
		for (*column = 0; *column < grid->spec->columns_n; ++*column)
			if (*grid_error(grid, *row, *column))
				return true;
	return false;
}

const GridColumn *grid_current(const Grid *grid)
{
	return &grid->spec->columns[grid->column];
}

Editor *grid_editor(Grid *grid)
{
	return grid_rows(grid) ? grid->editor : NULL;
}

bool grid_editing(const Grid *grid)
{
	return grid->editing;
}

// Changing --------------------------------------------------------------------------------------

static void set_error(GridCell *cell, const char *message)
{
	free(cell->error);
	cell->error = *message ? xstrdup(message) : NULL;
}

void grid_fail(Grid *grid, int row, int column, const char *message)
{
	set_error(grid_cell(grid, row, column), message);
}

// What the column makes of a text, and what is wrong with it.
static void read_text(const Grid *grid, int column, const char *text, Buf *out, Err *err)
{
	const GridColumn *how = &grid->spec->columns[column];
	text_clean(out, text, strlen(text), CLEAN_LINE);
	Buf read = BUF_INIT;
	if (out->len && how->read && how->read(grid->owner, out->bytes, &read, err)) {
		buf_clear(out);
		buf_add(out, read.bytes, read.len);
	}
	buf_release(&read);
}

static void show_current(Grid *grid)
{
	grid->editing = false;
	if (grid_rows(grid))
		editor_set(grid->editor, grid_cell(grid, grid->row, grid->column)->text);
}

// Errors follow the text: they are found again, not remembered.
static void take_text(Grid *grid, int row, int column, const char *text)
{
	GridCell *cell = grid_cell(grid, row, column);
	Buf same = BUF_INIT;
	Err err = ERR_INIT;
	if (strcmp(text, cell->stored) != 0)
		read_text(grid, column, text, &same, &err);
	buf_release(&same);
	char *copy = xstrdup(text);
	free(cell->text);
	cell->text = copy;
	set_error(cell, err.message);
}

void grid_check(Grid *grid, int row)
{
	for (int column = 0; column < grid->spec->columns_n; column++) {
		Buf same = BUF_INIT;
		Err err = ERR_INIT;
		if (grid_touched(grid, row, column))
			read_text(grid, column, grid_text(grid, row, column), &same, &err);
		buf_release(&same);
		grid_fail(grid, row, column, err.message);
	}
}

void grid_begin(Grid *grid)
{
	grid->step++;
}

void grid_put(Grid *grid, int row, int column, const char *text)
{
	GridCell *cell = grid_cell(grid, row, column);
	Buf said = BUF_INIT;
	Err err = ERR_INIT;
	if (grid->spec->columns[column].kind == GRID_READ_ONLY)
		return;
	read_text(grid, column, text, &said, &err);
	if (strcmp(said.bytes, cell->text) != 0) {
		drop_edits(grid, grid->done);
		*(GridEdit *)vec_push(&grid->edits) = (GridEdit){ .step = grid->step, .row = row,
			.column = column, .before = cell->text, .after = xstrdup(said.bytes) };
		cell->text = xstrdup(said.bytes);
		grid->done++;
		set_error(cell, err.message);
	}
	buf_release(&said);
}

void grid_end(Grid *grid)
{
	if (!grid->editing)
		show_current(grid);
}

bool grid_undo(Grid *grid)
{
	if (!grid->done)
		return false;
	size_t step = ((const GridEdit *)vec_at(&grid->edits, grid->done - 1))->step;
	while (grid->done) {
		const GridEdit *edit = vec_at(&grid->edits, grid->done - 1);
		if (edit->step != step)
			break;
		take_text(grid, edit->row, edit->column, edit->before);
		grid->row = edit->row;
		grid->column = edit->column;
		grid->done--;
	}
	show_current(grid);
	return true;
}

bool grid_redo(Grid *grid)
{
	if (grid->done == grid->edits.len)
		return false;
	size_t step = ((const GridEdit *)vec_at(&grid->edits, grid->done))->step;
	int row = grid->row, column = grid->column;
	for (bool first = true; grid->done < grid->edits.len; first = false) {
		const GridEdit *edit = vec_at(&grid->edits, grid->done);
		if (edit->step != step)
			break;
		take_text(grid, edit->row, edit->column, edit->after);
		row = first ? edit->row : row;
		column = first ? edit->column : column;
		grid->done++;
	}
	grid_go(grid, row, column);
	return true;
}

void grid_settle(Grid *grid)
{
	if (!grid->editing)
		return;
	grid->editing = false;
	const char *before = grid_cell(grid, grid->row, grid->column)->text;
	bool same = strcmp(before, editor_text(grid->editor)) == 0;
	grid_begin(grid);
	if (!same)
		grid_put(grid, grid->row, grid->column, editor_text(grid->editor));
	if (!same && grid->spec->follow)
		grid->spec->follow(grid->owner, grid, grid->row, 1u << grid->column);
	grid_end(grid);
}

void grid_go(Grid *grid, int row, int column)
{
	int rows = grid_rows(grid), open = grid_first_open(grid);
	grid->row = row >= rows ? rows - 1 : row;
	grid->row = grid->row < 0 ? 0 : grid->row;
	grid->column = column >= grid->spec->columns_n ? grid->spec->columns_n - 1 : column;
	grid->column = grid->column < open ? open : grid->column;
	show_current(grid);
}
