// SPDX-License-Identifier: MIT
#include "tui/editor_parts.h"

Range selection(const Editor *editor)
{
	size_t a = editor->select ? editor->anchor : editor->cursor, b = editor->cursor;
	return a < b ? (Range){ a, b } : (Range){ b, a };
}

void selection_end(Editor *editor)
{
	editor->select = SELECT_NONE;
}

void select_mark(Editor *editor)
{
	bool begins = editor->select != SELECT_MARK;
	editor->select = begins ? SELECT_MARK : SELECT_NONE;
	editor->anchor = editor->cursor;
}

void select_all(Editor *editor)
{
	editor->select = SELECT_SHIFT;
	editor->anchor = 0;
	editor->cursor = editor->text.len;
}

static bool clip_take(Editor *editor, Range range)
{
	if (range_is_empty(range))
		return false;
	buf_clear(&editor->clip);
	buf_add(&editor->clip, editor->text.bytes + range.start, range.end - range.start);
	return true;
}

// Ends the selection, so that a mark set with Ctrl+Space does not go on with the next move.
void clip_copy(Editor *editor)
{
	if (clip_take(editor, selection(editor)))
		selection_end(editor);
}

void clip_cut(Editor *editor)
{
	Range range = selection(editor);
	if (clip_take(editor, range))
		editor_edit(editor, EDIT_STEP, range, "", 0);
}

void clip_paste(Editor *editor)
{
	const Buf *clip = &editor->clip;
	if (clip->len)
		editor_edit(editor, EDIT_STEP, selection(editor), clip->bytes, clip->len);
}
