// SPDX-License-Identifier: MIT
#include "tui/editor_parts.h"

#include <string.h>

// What all steps together may hold; the oldest are forgotten beyond it. Room for a megabyte that is
// replaced by another, and back.
enum { HISTORY_BYTES = 8 << 20 };

void history_init(History *history)
{
	*history = (History){ .done = 0 };
	vec_init(&history->changes, sizeof(Change));
}

static Change *change_at(const History *history, size_t index)
{
	return vec_at(&history->changes, index);
}

static size_t change_bytes(const Change *change)
{
	return sizeof *change + change->removed.len + change->inserted.len;
}

// Changes [from, end) go.
static void forget(History *history, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		Change *change = change_at(history, i);
		history->bytes -= change_bytes(change);
		buf_release(&change->removed);
		buf_release(&change->inserted);
	}
	vec_remove(&history->changes, from, end - from);
}

void history_release(History *history)
{
	forget(history, 0, history->changes.len);
	vec_release(&history->changes);
}

void history_saved(History *history)
{
	history->saved = history->done;
	history->open = false;
}

static void forget_redo(History *history)
{
	if (history->saved != CHANGE_NONE && history->saved > history->done)
		history->saved = CHANGE_NONE;
	if (history->changes.len > history->done)
		forget(history, history->done, history->changes.len);
}

static void forget_oldest(History *history)
{
	size_t count = 0, bytes = history->bytes;
	while (bytes > HISTORY_BYTES && count + 1 < history->done)
		bytes -= change_bytes(change_at(history, count++));
	if (!count)
		return;
	forget(history, 0, count);
	history->done -= count;
	if (history->saved != CHANGE_NONE)
		history->saved = history->saved < count ? CHANGE_NONE : history->saved - count;
}

static bool has_blank(const Buf *bytes)
{
	return memchr(bytes->bytes, ' ', bytes->len) || memchr(bytes->bytes, '\n', bytes->len);
}

// A new word is a new step. What goes on after a deletion inside one word goes on with that word:
// so an input method corrects it.
static bool type_joins(const Change *last, Range range, const char *s, size_t n)
{
	size_t typed = last->inserted.len, erased = range.end - range.start;
	if (range.end != last->at + typed || erased > typed)
		return false;
	if (!typed)
		return !has_blank(&last->removed);
	return erased || !n || is_blank(s[0]) || !is_blank(last->inserted.bytes[typed - 1]);
}

static bool backspace_joins(const Change *last, Range range)
{
	size_t typed = last->inserted.len;
	return range.end == last->at + typed && (!typed || range.end - range.start <= typed);
}

static bool delete_joins(const Change *last, Range range)
{
	return !last->inserted.len && range.start == last->at;
}

static bool joins(const Editor *editor, EditKind kind, Range range, const char *s, size_t n)
{
	const History *history = &editor->history;
	if (!history->open || !history->done || kind == EDIT_STEP)
		return false;
	const Change *last = change_at(history, history->done - 1);
	if (kind == EDIT_TYPE)
		return type_joins(last, range, s, n);
	return kind == EDIT_DELETE ? delete_joins(last, range) : backspace_joins(last, range);
}

static void extend(
	const Editor *editor, Change *last, EditKind kind, Range range, const char *s, size_t n)
{
	const char *there = editor->text.bytes + range.start;
	size_t erased = range.end - range.start;
	if (kind == EDIT_DELETE) {
		buf_add(&last->removed, there, erased);
	} else if (last->inserted.len) {
		buf_truncate(&last->inserted, last->inserted.len - erased);
	} else if (erased) {
		buf_splice(&last->removed, 0, 0, there, erased);
		last->at = range.start;
	}
	buf_add(&last->inserted, s, n);
}

static void begin(Editor *editor, Range range, const char *s, size_t n)
{
	Change *change = vec_push(&editor->history.changes);
	*change = (Change){ .at = range.start,
		.cursor = editor->cursor,
		.removed = BUF_INIT,
		.inserted = BUF_INIT };
	buf_add(&change->removed, editor->text.bytes + range.start, range.end - range.start);
	buf_add(&change->inserted, s, n);
	editor->history.bytes += change_bytes(change);
	editor->history.done++;
}

void history_record(Editor *editor, EditKind kind, Range range, const char *s, size_t n)
{
	History *history = &editor->history;
	forget_redo(history);
	if (!joins(editor, kind, range, s, n)) {
		begin(editor, range, s, n);
		history->open = kind != EDIT_STEP;
		forget_oldest(history);
		return;
	}
	Change *last = change_at(history, history->done - 1);
	history->bytes -= change_bytes(last);
	extend(editor, last, kind, range, s, n);
	history->bytes += change_bytes(last);
	if (!last->removed.len && !last->inserted.len) {
		forget(history, history->done - 1, history->done);
		history->done--;
		history->open = false;
	}
}

void editor_undo(Editor *editor)
{
	History *history = &editor->history;
	history->open = false;
	selection_end(editor);
	if (!history->done)
		return;
	const Change *change = change_at(history, --history->done);
	Range range = { change->at, change->at + change->inserted.len };
	editor_replace(editor, range, change->removed.bytes, change->removed.len);
	editor->cursor = change->cursor;
}

void editor_redo(Editor *editor)
{
	History *history = &editor->history;
	history->open = false;
	selection_end(editor);
	if (history->done == history->changes.len)
		return;
	const Change *change = change_at(history, history->done++);
	Range range = { change->at, change->at + change->removed.len };
	editor_replace(editor, range, change->inserted.bytes, change->inserted.len);
	editor->cursor = change->at + change->inserted.len;
}
