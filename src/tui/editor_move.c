// SPDX-License-Identifier: MIT
// Every step goes from the start of a wrapped line, which is a grapheme boundary: so none costs
// more than its line.
#include "tui/editor_parts.h"

#include "text/utf8.h"

bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

// The boundary after `from`, which is one; LF stands alone.
static size_t step(const Editor *editor, size_t from, size_t bound)
{
	const char *s = editor->text.bytes;
	if (editor->kind == EDITOR_LINE)
		return grapheme_next(s, bound, from);
	if (s[from] == '\n')
		return from + 1;
	size_t visible = s[bound - 1] == '\n' ? bound - 1 : bound;
	return from + grapheme_next(s + from, visible - from, 0);
}

size_t boundary_before(const Editor *editor, size_t at)
{
	size_t index = wrap_line_at(&editor->lines, at);
	size_t bound = line_bound(editor, index), place = line_at(editor, index)->start;
	for (size_t next = place; next <= at; next = step(editor, place, bound)) {
		place = next;
		if (place == bound)
			break;
	}
	return place;
}

static size_t boundary_after(const Editor *editor, size_t at)
{
	if (at == editor->text.len)
		return at;
	size_t bound = line_bound(editor, wrap_line_at(&editor->lines, at));
	return step(editor, boundary_before(editor, at), bound);
}

size_t boundary_from(const Editor *editor, size_t at)
{
	return boundary_before(editor, at) == at ? at : boundary_after(editor, at);
}

size_t move_left(const Editor *editor)
{
	return editor->cursor ? boundary_before(editor, editor->cursor - 1) : 0;
}

size_t move_right(const Editor *editor)
{
	return boundary_after(editor, editor->cursor);
}

static size_t place_on_line(const Editor *editor, size_t index, int column)
{
	size_t place = wrap_offset(line_at(editor, index), editor->text.bytes, column);
	size_t last = line_last(editor, index);
	return place < last ? place : last;
}

static size_t move_lines(const Editor *editor, long lines)
{
	long count = (long)editor->lines.len;
	long here = (long)wrap_line_at(&editor->lines, editor->cursor);
	long there = here + lines < 0 ? 0 : here + lines >= count ? count - 1 : here + lines;
	int column = editor->goal < 0 ? cursor_column(editor) : editor->goal;
	return there == here ? editor->cursor : place_on_line(editor, (size_t)there, column);
}

static long page(const Editor *editor)
{
	return editor->rect.rows > 2 ? editor->rect.rows - 1 : 1;
}

size_t move_up(const Editor *editor)
{
	return move_lines(editor, -1);
}

size_t move_down(const Editor *editor)
{
	return move_lines(editor, 1);
}

size_t move_page_up(const Editor *editor)
{
	return move_lines(editor, -page(editor));
}

size_t move_page_down(const Editor *editor)
{
	return move_lines(editor, page(editor));
}

size_t move_home(const Editor *editor)
{
	return line_at(editor, wrap_line_at(&editor->lines, editor->cursor))->start;
}

size_t move_end(const Editor *editor)
{
	return line_last(editor, wrap_line_at(&editor->lines, editor->cursor));
}

size_t move_word_left(const Editor *editor)
{
	const char *s = editor->text.bytes;
	size_t at = editor->cursor;
	while (at > 0 && is_blank(s[at - 1]))
		at--;
	while (at > 0 && !is_blank(s[at - 1]))
		at--;
	return boundary_before(editor, at);
}

size_t move_word_right(const Editor *editor)
{
	const Buf *text = &editor->text;
	size_t at = editor->cursor;
	while (at < text->len && !is_blank(text->bytes[at]))
		at++;
	while (at < text->len && is_blank(text->bytes[at]))
		at++;
	return boundary_from(editor, at);
}

size_t move_paragraph_up(const Editor *editor)
{
	size_t at = editor->cursor;
	return at ? paragraph_start(editor, at - 1) : 0;
}

size_t move_paragraph_down(const Editor *editor)
{
	size_t end = paragraph_end(editor, editor->cursor);
	return end < editor->text.len ? end + 1 : end;
}

size_t move_first(const Editor *editor)
{
	(void)editor;
	return 0;
}

size_t move_last(const Editor *editor)
{
	return editor->text.len;
}

size_t move_to_cell(const Editor *editor, int row, int col)
{
	size_t index = (size_t)(editor->top + row), last = editor->lines.len - 1;
	return place_on_line(editor, index < last ? index : last, editor->left + col);
}
