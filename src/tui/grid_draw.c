// SPDX-License-Identifier: MIT
#include "tui/grid_parts.h"

#include "base/tr.h"
#include "text/width.h"

#include <string.h>

enum { MARGIN = 3 }; // the arrow and the row's mark; before each cell stands one column more

static bool is_shown(const Grid *grid, int column)
{
	return column == 0 || column >= grid->left;
}

// From the column `left` on, the first one always before them, as many as fit. Returns the last.
static int place_columns(Grid *grid, int left, int cols)
{
	int at = MARGIN, last = 0;
	grid->left = left;
	memset(grid->widths, 0, sizeof(grid->widths));
	for (int i = 0; i < grid->spec->columns_n; i++) {
		int width = grid->spec->columns[i].width;
		if (!is_shown(grid, i))
			continue;
		if (at + 1 + width + 1 > cols && i > left)
			break;
		grid->starts[i] = at + 1;
		grid->widths[i] = width;
		at += 1 + width;
		last = i;
	}
	return last;
}

// What is left over goes to the columns that grow.
static void stretch(Grid *grid, int cols, int last)
{
	int shares = 0, moved = 0;
	int spare = cols - 1 - (grid->starts[last] + grid->widths[last]);
	for (int i = 0; i <= last; i++)
		shares += grid->widths[i] ? grid->spec->columns[i].grow : 0;
	for (int i = 0; i <= last && spare > 0 && shares; i++) {
		if (!grid->widths[i])
			continue;
		int more = spare * grid->spec->columns[i].grow / shares;
		grid->starts[i] += moved;
		grid->widths[i] += more;
		moved += more;
	}
}

// All columns where there is room, else so many that the current one shows.
static void lay_out(Grid *grid, int cols)
{
	int left = 1, last = place_columns(grid, left, cols);
	while (last < grid->column && left < grid->column)
		last = place_columns(grid, ++left, cols);
	stretch(grid, cols, last);
}

static void draw_titles(const Grid *grid, Canvas *canvas, Rect rect)
{
	for (int i = 0; i < grid->spec->columns_n; i++) {
		const GridColumn *column = &grid->spec->columns[i];
		int start = grid->starts[i], width = grid->widths[i];
		const char *title = tr(column->title);
		if (width && column->kind == GRID_NUMBER)
			start += width - text_width(title);
		if (width)
			canvas_text_clip(canvas, rect, 0, start, width, STYLE_DIM, title);
	}
}

static const char *cell_mark(const Grid *grid, int row, int column)
{
	if (*grid_error(grid, row, column))
		return "!";
	return grid_touched(grid, row, column) ? "*" : " ";
}

static void draw_editor(const Grid *grid, Canvas *canvas, Rect rect, int column)
{
	Rect area = { .row = rect.row, .col = rect.col + grid->starts[column], .rows = 1,
		.cols = grid->widths[column] };
	editor_draw(grid->editor, canvas, area, EDITOR_FOCUSED);
}

static void draw_cell(const Grid *grid, Canvas *canvas, Rect rect, int row, int column)
{
	int start = grid->starts[column], width = grid->widths[column];
	const char *text = grid_text(grid, row, column);
	bool here = row == grid->row && column == grid->column;
	Style style = *grid_error(grid, row, column) ? STYLE_ERROR : STYLE_PLAIN;
	canvas_text(canvas, rect, 0, start - 1, style, cell_mark(grid, row, column));
	if (here && grid->editing) {
		draw_editor(grid, canvas, rect, column);
		return;
	}
	int used = text_width(text);
	bool right = grid->spec->columns[column].kind == GRID_NUMBER && used < width;
	canvas_text_clip(canvas, rect, 0, right ? start + width - used : start, width, style, text);
	if (here)
		canvas_cursor(canvas, rect.row, rect.col + start);
}

// Brackets where no mark has the place.
static void draw_brackets(const Grid *grid, Canvas *canvas, Rect rect)
{
	int column = grid->column, end = grid->starts[column] + grid->widths[column];
	bool last = column + 1 == grid->spec->columns_n || !grid->widths[column + 1];
	if (*cell_mark(grid, grid->row, column) == ' ')
		canvas_text(canvas, rect, 0, grid->starts[column] - 1, STYLE_PLAIN, "[");
	if (last || *cell_mark(grid, grid->row, column + 1) == ' ')
		canvas_text(canvas, rect, 0, end, STYLE_PLAIN, "]");
}

static void draw_row(const Grid *grid, Canvas *canvas, Rect rect, int row)
{
	if (row == grid->row)
		canvas_text(canvas, rect, 0, 1, STYLE_PLAIN, ">");
	for (int column = 0; column < grid->spec->columns_n; column++)
		if (grid->widths[column])
			draw_cell(grid, canvas, rect, row, column);
	if (row == grid->row)
		draw_brackets(grid, canvas, rect);
}

static void scroll(Grid *grid, int rows)
{
	if (grid->row >= grid->top + rows)
		grid->top = grid->row - rows + 1;
	if (grid->row < grid->top)
		grid->top = grid->row;
	if (grid->top > 0 && grid->top + rows > grid_rows(grid))
		grid->top = grid_rows(grid) > rows ? grid_rows(grid) - rows : 0;
}

void grid_draw(Grid *grid, Canvas *canvas, Rect rect)
{
	lay_out(grid, rect.cols);
	draw_titles(grid, canvas, rect);
	grid->area = (Rect){ rect.row + 1, rect.col, rect.rows - 1, rect.cols };
	if (grid->area.rows < 1)
		return;
	scroll(grid, grid->area.rows);
	for (int i = 0; i < grid->area.rows && grid->top + i < grid_rows(grid); i++) {
		Rect line = { grid->area.row + i, rect.col, 1, rect.cols };
		draw_row(grid, canvas, line, grid->top + i);
	}
}
