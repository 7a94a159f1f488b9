// SPDX-License-Identifier: MIT
#include "tui/grid_typed.h"

#include "base/tr.h"
#include "text/sheet.h"
#include "tui/grid_parts.h"

#include <string.h>

enum { NAMES = 2 };

int grid_row_errors(const Grid *grid, int row)
{
	int count = 0;
	for (int column = 0; column < grid->spec->columns_n; column++)
		count += *grid_error(grid, row, column) != '\0';
	return count;
}

bool grid_show_errors(Grid *grid, Err *err)
{
	int first_row, first_column, count = 0;
	if (!grid_first_error(grid, &first_row, &first_column))
		return true;
	for (int row = 0; row < grid_rows(grid); row++)
		count += grid_row_errors(grid, row);
	grid_go(grid, first_row, first_column);
	err_set(err, ERR_INVALID, tr("Chưa ghi gì: %d ô chưa đúng, có dấu !."), count);
	return false;
}

void grid_typed_write(
	const Grid *grid, int first, GridRowName *name, const void *owner, Buf *out)
{
	buf_clear(out);
	for (int row = 0; row < grid_rows(grid); row++) {
		if (!grid_row_touched(grid, row))
			continue;
		for (int part = 0; part < NAMES; part++) {
			if (part)
				buf_addch(out, '\t');
			sheet_add_cell(out, name(owner, row, part), '\t');
		}
		for (int column = first; column < grid->spec->columns_n; column++) {
			buf_addch(out, '\t');
			sheet_add_cell(out, grid_text(grid, row, column), '\t');
		}
		buf_addch(out, '\n');
	}
}

static int row_named(const Grid *grid, GridRowName *name, const void *owner, const Sheet *sheet,
	size_t from)
{
	for (int row = 0; row < grid_rows(grid); row++)
		if (strcmp(name(owner, row, 0), sheet_cell(sheet, from, 0)) == 0 &&
			strcmp(name(owner, row, 1), sheet_cell(sheet, from, 1)) == 0)
			return row;
	return -1;
}

void grid_typed_read(
	Grid *grid, int first, GridRowName *name, const void *owner, const char *text)
{
	Sheet sheet;
	int columns = grid->spec->columns_n;
	sheet_read(&sheet, text, strlen(text), '\t');
	grid_settle(grid);
	grid_begin(grid);
	for (int row = 0; row < grid_rows(grid); row++)
		for (int column = first; column < columns; column++)
			grid_put(grid, row, column, grid_stored(grid, row, column));
	for (size_t i = 0; i < sheet_rows(&sheet); i++) {
		int row = row_named(grid, name, owner, &sheet, i);
		for (int column = first; row >= 0 && column < columns; column++)
			grid_put(grid, row, column, sheet_cell(&sheet, i, (size_t)(NAMES + column - first)));
	}
	grid_end(grid);
	sheet_release(&sheet);
}
