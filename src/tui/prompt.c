// SPDX-License-Identifier: MIT
#include "tui/prompt.h"

#include "text/width.h"

void prompt_draw(Editor *editor, Canvas *canvas, Rect rect, const char *label, const char *hint)
{
	Rect line = {
		.row = rect.row + rect.rows - 1, .col = rect.col, .rows = 1, .cols = rect.cols
	};
	canvas_fill(canvas, line, STYLE_PLAIN, ' ');
	int col = 1 + canvas_text(canvas, line, 0, 1, STYLE_TITLE, label);
	canvas_text_right(canvas, line, 0, line.cols - 1, STYLE_DIM, hint);
	Rect field = { .row = line.row,
		.col = line.col + col,
		.rows = 1,
		.cols = line.cols - col - text_width(hint) - 4 };
	editor_draw(editor, canvas, field, EDITOR_FOCUSED);
}
