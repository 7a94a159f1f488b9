// SPDX-License-Identifier: MIT
// The wrapped lines follow every edit. Wrapping begins a little before it and stops as soon as a
// line begins where one began before, in text that is the same from there on: so a key costs a few
// lines however long the paragraph, and only what lies behind is moved.
#include "tui/editor_parts.h"

#include <string.h>

#define TEXT_OVER ((size_t)-1)

const WrapLine *line_at(const Editor *editor, size_t index)
{
	return vec_at(&editor->lines, index);
}

size_t line_bound(const Editor *editor, size_t index)
{
	return index + 1 < editor->lines.len ? line_at(editor, index + 1)->start : editor->text.len;
}

size_t line_last(const Editor *editor, size_t index)
{
	const WrapLine *line = line_at(editor, index);
	size_t bound = line_bound(editor, index);
	if (index + 1 == editor->lines.len)
		return bound;
	if (bound > line->end)
		return editor->text.bytes[bound - 1] == '\n' ? bound - 1 : line->end;
	return boundary_before(editor, line->end - 1); // a word goes on in the next line
}

int cursor_column(const Editor *editor)
{
	const WrapLine *line = line_at(editor, wrap_line_at(&editor->lines, editor->cursor));
	int cols = editor->kind == EDITOR_LINE ? INT32_MAX : editor->cols;
	return wrap_column(line, editor->text.bytes, editor->cursor, cols);
}

size_t paragraph_start(const Editor *editor, size_t at)
{
	const char *s = editor->text.bytes;
	const char *newline = at && editor->kind == EDITOR_TEXT ? memrchr(s, '\n', at) : NULL;
	return newline ? (size_t)(newline - s) + 1 : 0;
}

size_t paragraph_end(const Editor *editor, size_t at)
{
	const char *s = editor->text.bytes;
	size_t rest = editor->text.len - at;
	const char *newline = editor->kind == EDITOR_TEXT ? memchr(s + at, '\n', rest) : NULL;
	return newline ? (size_t)(newline - s) : editor->text.len;
}

void layout_all(Editor *editor)
{
	const Buf *text = &editor->text;
	vec_clear(&editor->lines);
	if (editor->kind == EDITOR_TEXT)
		text_wrap(&editor->lines, text->bytes, text->len, editor->cols);
	else
		*(WrapLine *)vec_push(&editor->lines) = (WrapLine){ .end = text->len };
}

// Appends the lines from `start` on that lie within *window bytes, and returns where the next one
// begins. Of a paragraph that is longer the last two lines of the window do not count: only a line
// after which another one was full has seen all that decides where it breaks. The window then
// grows, so that a long paste is wrapped in a few steps.
static size_t wrap_window(Editor *editor, size_t start, size_t *window)
{
	Vec *fresh = &editor->fresh;
	size_t end = paragraph_end(editor, start);
	size_t limit = end - start > *window ? start + *window : end;
	size_t count = text_wrap_paragraph(fresh, editor->text.bytes, start, limit, editor->cols);
	if (limit == end)
		return end == editor->text.len ? TEXT_OVER : end + 1;
	*window *= 2;
	fresh->len -= count > 2 ? 2 : count;
	return count > 2 ? ((WrapLine *)vec_at(fresh, fresh->len))->start : start;
}

// The first line to wrap again: a word that becomes shorter may go up to the line before. Where
// that one begins was decided by nothing behind its end.
static size_t restart_line(const Editor *editor, size_t at)
{
	size_t index = wrap_line_at(&editor->lines, at);
	bool begins_paragraph =
		index == 0 || editor->text.bytes[line_at(editor, index)->start - 1] == '\n';
	return begins_paragraph ? index : index - 1;
}

// Where old lines continue: `from` is the first that may still begin as before, `shift` bytes on.
typedef struct {
	size_t from;
	size_t shift; // modulo, since it may be negative
} Rejoin;

// Whether an old line begins at `start` too, and then it is rejoin->from.
static bool rejoins(const Editor *editor, Rejoin *rejoin, size_t start)
{
	size_t count = editor->lines.len;
	while (rejoin->from < count && line_at(editor, rejoin->from)->start + rejoin->shift < start)
		rejoin->from++;
	return rejoin->from < count &&
		line_at(editor, rejoin->from)->start + rejoin->shift == start;
}

// Fills fresh with lines from `start` on, up to where the old ones continue.
static void wrap_changed(Editor *editor, size_t start, Rejoin *rejoin)
{
	Vec *fresh = &editor->fresh;
	size_t window = 256 + 8 * (size_t)editor->cols;
	vec_clear(fresh);
	for (size_t next; start != TEXT_OVER; start = next) {
		size_t before = fresh->len;
		next = wrap_window(editor, start, &window);
		for (size_t i = before ? before : 1; i < fresh->len; i++) {
			if (rejoins(editor, rejoin, ((WrapLine *)vec_at(fresh, i))->start)) {
				fresh->len = i;
				return;
			}
		}
	}
	rejoin->from = editor->lines.len;
}

// lines[first..end) become those of fresh.
static void splice_lines(Editor *editor, size_t first, size_t end)
{
	Vec *lines = &editor->lines;
	const Vec *fresh = &editor->fresh;
	size_t same = fresh->len < end - first ? fresh->len : end - first;
	if (same)
		memcpy(vec_at(lines, first), fresh->items, same * sizeof(WrapLine));
	if (same < end - first)
		vec_remove(lines, first + same, end - first - same);
	if (same < fresh->len)
		vec_insert(lines, first + same, vec_at(fresh, same), fresh->len - same);
}

void layout_change(Editor *editor, size_t at, size_t removed, size_t inserted)
{
	if (editor->kind == EDITOR_LINE) {
		layout_all(editor);
		return;
	}
	Vec *lines = &editor->lines;
	size_t first = restart_line(editor, at);
	Rejoin rejoin = { .from = first, .shift = inserted - removed };
	while (rejoin.from < lines->len && line_at(editor, rejoin.from)->start < at + removed)
		rejoin.from++;
	wrap_changed(editor, line_at(editor, first)->start, &rejoin);
	for (size_t i = rejoin.from; i < lines->len; i++) {
		WrapLine *line = vec_at(lines, i);
		line->start += rejoin.shift;
		line->end += rejoin.shift;
	}
	splice_lines(editor, first, rejoin.from);
}
