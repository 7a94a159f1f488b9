// SPDX-License-Identifier: MIT
#include "tui/editor_parts.h"

#include "text/width.h"

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static void fit_width(Editor *editor, Rect rect)
{
	int cols = rect.cols > 1 ? rect.cols - 1 : 1;
	editor->rect = rect;
	if (cols == editor->cols)
		return;
	editor->cols = cols;
	editor->goal = -1;
	if (editor->kind == EDITOR_TEXT)
		layout_all(editor);
}

static void scroll_lines(Editor *editor, int line)
{
	int rows = editor->rect.rows, count = (int)editor->lines.len;
	int lowest = count > rows ? count - rows : 0;
	if (line < editor->top)
		editor->top = line;
	else if (line - editor->top >= rows)
		editor->top = line - rows + 1;
	editor->top = smaller(editor->top, lowest);
}

// By a third of the field at once: a field that moved with every letter would be sent again with
// every letter.
static void scroll_columns(Editor *editor, int column)
{
	int cols = editor->rect.cols;
	if (text_width_n(editor->text.bytes, editor->text.len) < cols)
		editor->left = 0;
	else if (column < editor->left)
		editor->left = column > cols / 3 ? column - cols / 3 : 0;
	else if (column - editor->left >= cols)
		editor->left = column - cols + 1 + cols / 3;
}

// A selection that goes on in the next line takes the place of the line's end too.
static void draw_selected(const Editor *editor, Canvas *canvas, size_t index, int row)
{
	const WrapLine *line = line_at(editor, index);
	const char *s = editor->text.bytes;
	Range range = selection(editor);
	if (range_is_empty(range) || range.start > line->end || range.end <= line->start)
		return;
	bool goes_on = range.end > line->end;
	int from = wrap_column(line, s, range.start, INT32_MAX);
	int to = wrap_column(line, s, goes_on ? line->end : range.end, INT32_MAX) + goes_on;
	canvas_style(canvas, editor->rect, row, from - editor->left, to - from, STYLE_MATCH);
}

static void draw_line(const Editor *editor, Canvas *canvas, size_t index, int row, Style style)
{
	const WrapLine *line = line_at(editor, index);
	canvas_textn(canvas, editor->rect, row, -editor->left, style,
		editor->text.bytes + line->start, line->end - line->start);
	draw_selected(editor, canvas, index, row);
}

void editor_draw(Editor *editor, Canvas *canvas, Rect rect, EditorFocus focus)
{
	static const Style styles[] = {
		[EDITOR_UNFOCUSED] = STYLE_PLAIN, [EDITOR_FOCUSED] = STYLE_FIELD };
	if (rect.rows < 1 || rect.cols < 1)
		return;
	fit_width(editor, rect);
	int line = (int)wrap_line_at(&editor->lines, editor->cursor);
	int column = cursor_column(editor);
	scroll_lines(editor, line);
	if (editor->kind == EDITOR_LINE)
		scroll_columns(editor, column);
	int rows = smaller(rect.rows, (int)editor->lines.len - editor->top);
	for (int row = 0; row < rows; row++)
		draw_line(editor, canvas, (size_t)(editor->top + row), row, styles[focus]);
	if (focus == EDITOR_FOCUSED)
		canvas_cursor(canvas, rect.row + line - editor->top,
			rect.col + smaller(column - editor->left, rect.cols - 1));
}
