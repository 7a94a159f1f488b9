// SPDX-License-Identifier: MIT
#include "tui/editor_parts.h"

#include "text/clean.h"
#include "text/utf8.h"

#include <string.h>

// Words that the range touches, whole.
static size_t words_touched(const Buf *text, Range range)
{
	while (range.start > 0 && !is_blank(text->bytes[range.start - 1]))
		range.start--;
	while (range.end < text->len && !is_blank(text->bytes[range.end]))
		range.end++;
	return range_words(text->bytes, range);
}

void editor_replace(Editor *editor, Range range, const char *s, size_t n)
{
	size_t removed = range.end - range.start;
	editor->words -= words_touched(&editor->text, range);
	buf_splice(&editor->text, range.start, removed, s, n);
	editor->words += words_touched(&editor->text, (Range){ range.start, range.start + n });
	layout_change(editor, range.start, removed, n);
	editor->goal = -1;
}

void editor_edit(Editor *editor, EditKind kind, Range range, const char *s, size_t n)
{
	selection_end(editor);
	if (range_is_empty(range) && !n)
		return;
	history_record(editor, kind, range, s, n);
	editor_replace(editor, range, s, n);
	editor->cursor = range.start + n;
}

void editor_type(Editor *editor, uint32_t cp)
{
	ComposeEdit typed = { .erase = 0 };
	Range range = selection(editor);
	bool replaces = !range_is_empty(range);
	if (replaces)
		editor_interrupt(editor);
	if (editor->composer)
		composer_key(editor->composer, cp, &typed);
	else
		typed.len = utf8_encode(cp, typed.insert);
	if (!replaces)
		range.start -= typed.erase < range.start ? typed.erase : range.start;
	editor_edit(editor, EDIT_TYPE, range, typed.insert, typed.len);
}

void editor_become(Editor *editor, const char *text, size_t cursor)
{
	editor_interrupt(editor);
	editor_edit(editor, EDIT_STEP, (Range){ 0, editor->text.len }, text, strlen(text));
	editor->cursor = boundary_before(editor, cursor < editor->text.len ? cursor : editor->text.len);
}

// The code point, or what is malformed as one, that ends at `at` > 0.
static size_t code_point_before(const char *s, size_t at)
{
	uint32_t cp;
	for (size_t back = at < 4 ? at : 4; back > 1; back--)
		if (utf8_decode(s + at - back, back, &cp) == back)
			return at - back;
	return at - 1;
}

// True when something was selected: it is gone.
static bool remove_selected(Editor *editor)
{
	Range range = selection(editor);
	if (range_is_empty(range))
		return false;
	editor_interrupt(editor);
	editor_edit(editor, EDIT_STEP, range, "", 0);
	return true;
}

void edit_backspace(Editor *editor)
{
	if (remove_selected(editor) || !editor->cursor)
		return;
	size_t start = code_point_before(editor->text.bytes, editor->cursor);
	editor_edit(editor, EDIT_BACKSPACE, (Range){ start, editor->cursor }, "", 0);
	if (editor->composer)
		composer_backspace(editor->composer);
}

void edit_delete(Editor *editor)
{
	if (remove_selected(editor))
		return;
	Range range = { editor->cursor, move_right(editor) };
	editor_edit(editor, EDIT_DELETE, range, "", 0);
}

void edit_delete_word(Editor *editor)
{
	if (remove_selected(editor))
		return;
	Range range = { move_word_left(editor), editor->cursor };
	editor_edit(editor, EDIT_STEP, range, "", 0);
}

// At the end of a paragraph its LF, so that the key goes on taking away.
void edit_delete_rest(Editor *editor)
{
	if (remove_selected(editor))
		return;
	size_t end = paragraph_end(editor, editor->cursor);
	end += end == editor->cursor && end < editor->text.len;
	editor_edit(editor, EDIT_STEP, (Range){ editor->cursor, end }, "", 0);
}

void editor_insert(Editor *editor, const char *text)
{
	static const CleanKind kinds[] = { [EDITOR_LINE] = CLEAN_LINE, [EDITOR_TEXT] = CLEAN_TEXT };
	Buf cleaned = BUF_INIT;
	editor_interrupt(editor);
	text_clean(&cleaned, text, strlen(text), kinds[editor->kind]);
	if (cleaned.len)
		editor_edit(editor, EDIT_STEP, selection(editor), cleaned.bytes, cleaned.len);
	buf_release(&cleaned);
}
