// SPDX-License-Identifier: MIT
#include "tui/grid_parts.h"

static int page(const Grid *grid)
{
	return grid->area.rows > 1 ? grid->area.rows - 1 : 1;
}

static void move_by(Grid *grid, int rows, int columns)
{
	grid_go(grid, grid->row + rows, grid->column + columns);
}

static void next_cell(Grid *grid)
{
	bool last = grid->column + 1 == grid->spec->columns_n;
	if (!last)
		move_by(grid, 0, 1);
	else if (grid->row + 1 < grid_rows(grid))
		grid_go(grid, grid->row + 1, 0);
}

static void previous_cell(Grid *grid)
{
	if (grid->column > grid_first_open(grid))
		move_by(grid, 0, -1);
	else if (grid->row > 0)
		grid_go(grid, grid->row - 1, grid->spec->columns_n);
}

static void go_up(Grid *grid) { move_by(grid, -1, 0); }
static void go_down(Grid *grid) { move_by(grid, 1, 0); }
static void go_left(Grid *grid) { move_by(grid, 0, -1); }
static void go_right(Grid *grid) { move_by(grid, 0, 1); }
static void page_up(Grid *grid) { move_by(grid, -page(grid), 0); }
static void page_down(Grid *grid) { move_by(grid, page(grid), 0); }
static void row_begin(Grid *grid) { grid_go(grid, grid->row, 0); }
static void row_end(Grid *grid) { grid_go(grid, grid->row, grid->spec->columns_n); }
static void first_row(Grid *grid) { grid_go(grid, 0, grid->column); }
static void last_row(Grid *grid) { grid_go(grid, grid_rows(grid), grid->column); }

static const struct {
	KeyCode code;
	unsigned mods;
	void (*move)(Grid *grid);
} moves[] = {
	{ KEY_UP, 0, go_up },
	{ KEY_DOWN, 0, go_down },
	{ KEY_ENTER, 0, go_down },
	{ KEY_LEFT, 0, go_left },
	{ KEY_RIGHT, 0, go_right },
	{ KEY_TAB, 0, next_cell },
	{ KEY_BACKTAB, 0, previous_cell },
	{ KEY_PGUP, 0, page_up },
	{ KEY_PGDN, 0, page_down },
	{ KEY_HOME, 0, row_begin },
	{ KEY_END, 0, row_end },
	{ KEY_HOME, MOD_CTRL, first_row },
	{ KEY_END, MOD_CTRL, last_row },
};

static bool move(Grid *grid, Key key)
{
	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
		if (moves[i].code != key.code || moves[i].mods != key.mods)
			continue;
		grid_settle(grid);
		moves[i].move(grid);
		return true;
	}
	return false;
}

static bool click(Grid *grid, Key key)
{
	int row = key.row - grid->area.row, col = key.col - grid->area.col;
	if (key.code != KEY_MOUSE || row < 0 || row >= grid->area.rows ||
		grid->top + row >= grid_rows(grid))
		return false;
	int column = grid->column;
	for (int i = 0; i < grid->spec->columns_n; i++)
		if (grid->widths[i] && col >= grid->starts[i] - 1)
			column = i;
	grid_settle(grid);
	grid_go(grid, grid->top + row, column);
	return true;
}

// What Esc gives up was never in the cell.
static bool give_up(Grid *grid, Key key)
{
	if (!grid->editing || key.code != KEY_ESC)
		return false;
	grid->editing = false;
	grid_go(grid, grid->row, grid->column);
	return true;
}

static bool begin_typing(Grid *grid, Key key, const char *paste)
{
	bool anew = (key.code == KEY_CHAR && !key.mods) || key.code == KEY_BACKSPACE ||
		    key.code == KEY_DEL || key.code == KEY_PASTE;
	if (!anew || grid->editing)
		return false;
	grid->editing = true;
	editor_set(grid->editor, "");
	if (key.code == KEY_CHAR || key.code == KEY_PASTE)
		editor_key(grid->editor, key, paste);
	return true;
}

bool grid_key(Grid *grid, Key key, const char *paste)
{
	if (!grid_rows(grid))
		return false;
	if (grid->editing && key.code != KEY_MOUSE && editor_key(grid->editor, key, paste))
		return true;
	return give_up(grid, key) || move(grid, key) || click(grid, key) ||
	       begin_typing(grid, key, paste);
}

void grid_edit(Grid *grid)
{
	grid->editing = grid_rows(grid) > 0;
}
