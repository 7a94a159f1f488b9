// SPDX-License-Identifier: MIT
#include "tui/views/grid_view.h"

#include "base/tr.h"
#include "text/sheet.h"
#include "tui/typing.h"
#include "tui/views/prose_draw.h"

#include <string.h>

// A sentence that is longer than a line takes the one above too.
static void draw_error(Canvas *canvas, Rect rect, const char *error)
{
	rect.cols--;
	int rows = prose_rows(error, rect.cols - 3) > 1 ? 2 : 1;
	for (int i = rows; i > 0; i--)
		canvas_fill(canvas, (Rect){ rect.row + rect.rows - i, rect.col, 1, rect.cols },
			STYLE_PLAIN, ' ');
	canvas_text(canvas, rect, rect.rows - rows, 1, STYLE_ERROR, "!");
	prose_draw(canvas, rect, rect.rows - rows, 3, rows, STYLE_ERROR, error);
}

void grid_view_draw(Grid *grid, Canvas *canvas, Rect rect, const char *words)
{
	const char *error = grid_error(grid, grid_row(grid), grid_column(grid));
	const GridColumn *column = grid_current(grid);
	grid_draw(grid, canvas,
		(Rect){ .row = rect.row, .col = rect.col, .rows = rect.rows - 2, .cols = rect.cols });
	canvas_text_clip(canvas, rect, rect.rows - 2, 1, rect.cols - 2, STYLE_PLAIN, words);
	if (*error && !grid_editing(grid))
		draw_error(canvas, rect, error);
	else if (column->hint)
		canvas_text_clip(canvas, rect, rect.rows - 1, 1, rect.cols - 2, STYLE_DIM,
			tr(column->hint));
}

static Grid *grid_of(const View *view)
{
	return *(Grid *const *)view->state;
}

static void paste_table(View *view, Grid *grid, const char *text)
{
	GridPaste paste;
	Buf words = BUF_INIT;
	Err err = ERR_INIT;
	grid_paste(grid, text, &paste);
	if (grid_paste_words(&paste, &words)) {
		app_say(view->app, "%s", words.bytes);
	} else {
		err_set(&err, ERR_INVALID, "%s", words.bytes);
		app_fail(view->app, &err);
	}
	grid_paste_release(&paste);
	buf_release(&words);
}

bool grid_view_key(View *view, Key typed, const char *paste)
{
	Grid *grid = grid_of(view);
	if (typed.code == KEY_PASTE && paste && sheet_is_table(paste, strlen(paste)) &&
		grid_rows(grid)) {
		paste_table(view, grid, paste);
		return true;
	}
	return grid_key(grid, typed, paste);
}

Focus grid_view_focus(View *view)
{
	Grid *grid = grid_of(view);
	static const TextUse uses[] = { [GRID_READ_ONLY] = TEXT_IS_CODE, [GRID_LINE] = TEXT_IS_WORDS,
		[GRID_CHOICE] = TEXT_IS_SEARCH, [GRID_NUMBER] = TEXT_IS_CODE,
		[GRID_CODE] = TEXT_IS_CODE };
	return (Focus){ grid_editor(grid), uses[grid_current(grid)->kind] };
}

bool grid_view_leave(View *view)
{
	return !grid_any_touched(grid_of(view)) ||
	       app_confirm_discard(view, tr("Chưa ghi. Bỏ những gì vừa nhập?"));
}

bool grid_view_edit(View *view, Err *err)
{
	(void)err;
	grid_edit(grid_of(view));
	return true;
}

bool grid_view_undo(View *view, Err *err)
{
	return grid_undo(grid_of(view)) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Trong bảng không còn gì để lấy lại."));
}

bool grid_view_redo(View *view, Err *err)
{
	return grid_redo(grid_of(view)) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có gì để làm lại."));
}

void grid_view_saved(View *view)
{
	grid_clear(grid_of(view));
	typing_keep(view);
	typing_end(view);
	app_reload(view->app);
}
