// SPDX-License-Identifier: MIT
#include "tui/editor.h"

#include "base/xalloc.h"
#include "tui/editor_parts.h"

#include <stdlib.h>
#include <string.h>

// Until the first drawing says better.
enum { COLS_AT_FIRST = 79 };

Editor *editor_new(EditorKind kind, const char *text)
{
	Editor *editor = xcalloc(1, sizeof *editor);
	*editor = (Editor){
		.kind = kind, .text = BUF_INIT, .clip = BUF_INIT, .cols = COLS_AT_FIRST };
	vec_init(&editor->lines, sizeof(WrapLine));
	vec_init(&editor->fresh, sizeof(WrapLine));
	history_init(&editor->history);
	editor_set(editor, text);
	return editor;
}

void editor_free(Editor *editor)
{
	if (!editor)
		return;
	buf_release(&editor->text);
	buf_release(&editor->clip);
	vec_release(&editor->lines);
	vec_release(&editor->fresh);
	history_release(&editor->history);
	free(editor);
}

void editor_set(Editor *editor, const char *text)
{
	Buf copy = BUF_INIT; // text may be the editor's own
	buf_adds(&copy, text);
	buf_release(&editor->text);
	editor->text = copy;
	editor->words = range_words(copy.bytes, (Range){ 0, copy.len });
	editor->cursor = copy.len;
	editor->goal = -1;
	editor->top = editor->left = 0;
	selection_end(editor);
	editor_interrupt(editor);
	history_release(&editor->history);
	history_init(&editor->history);
	layout_all(editor);
}

const char *editor_text(const Editor *editor)
{
	return editor->text.bytes;
}

size_t editor_length(const Editor *editor)
{
	return editor->text.len;
}

bool editor_changed(const Editor *editor)
{
	return editor->history.done != editor->history.saved;
}

void editor_mark_saved(Editor *editor)
{
	history_saved(&editor->history);
}

void editor_compose(Editor *editor, Composer *composer)
{
	if (editor->composer == composer)
		return;
	editor->composer = composer;
	editor_interrupt(editor);
}

void editor_interrupt(Editor *editor)
{
	editor->history.open = false;
	if (editor->composer)
		composer_end(editor->composer);
}

// In NFC, and nearly so in anything else, a code point is what people call a letter.
static size_t code_points(const char *s, Range range)
{
	size_t count = 0;
	for (size_t at = range.start; at < range.end; at++)
		count += ((uint8_t)s[at] & 0xC0) != 0x80;
	return count;
}

EditorStatus editor_status(const Editor *editor)
{
	return (EditorStatus){
		.line = (int)wrap_line_at(&editor->lines, editor->cursor) + 1,
		.column = cursor_column(editor) + 1,
		.lines = (int)editor->lines.len,
		.words = editor->words,
		.selected = code_points(editor->text.bytes, selection(editor)),
	};
}
