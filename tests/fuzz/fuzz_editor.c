// SPDX-License-Identifier: MIT
// Any text, then any bytes as a terminal would send them, drawn after every few keys in rects of
// all sizes. The first three bytes say which kind of editor, how large it is drawn and whether a
// composer stands before it; up to a NUL follows the text it begins with.
#include "tui/editor.h"
#include "tui/editor_parts.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROWS = 8, COLS = 40 };
enum { LONGEST = 1 << 16 }; // bytes

static void demand(bool held)
{
	if (!held)
		abort();
}

static void check_editor(const Editor *editor)
{
	const Buf *text = &editor->text;
	Vec lines;
	vec_init(&lines, sizeof(WrapLine));
	text_wrap(&lines, text->bytes, text->len, editor->cols);
	if (editor->kind == EDITOR_TEXT) {
		demand(lines.len == editor->lines.len);
		demand(!memcmp(lines.items, editor->lines.items, lines.len * sizeof(WrapLine)));
	}
	demand(editor->cursor <= text->len);
	demand(!editor->select || editor->anchor <= text->len);
	demand(strlen(text->bytes) == text->len);
	demand(editor->words == range_words(text->bytes, (Range){ 0, text->len }));
	vec_release(&lines);
}

static void draw(Editor *editor, Canvas *canvas, unsigned seed)
{
	Rect rect = { (int)(seed % 5) - 2, (int)(seed / 5 % 5) - 2, (int)(seed % (ROWS + 2)),
		(int)(seed / 7 % (COLS + 2)) };
	editor_draw(editor, canvas, rect, EDITOR_FOCUSED);
	EditorStatus status = editor_status(editor);
	demand(status.line >= 1 && status.line <= status.lines && status.column >= 1);
	demand(status.selected <= editor_length(editor));
}

static void feed(Editor *editor, Canvas *canvas, const uint8_t *data, size_t size)
{
	Input *input = input_new(INPUT_PASTE_GUESSED);
	Vec keys;
	vec_init(&keys, sizeof(Key));
	input_feed(input, data, size, &keys);
	input_quiet(input, &keys);
	// What pastes itself over and over doubles each time: that is slow, and finds nothing more.
	for (size_t i = 0; i < keys.len && editor_length(editor) < LONGEST; i++) {
		Key key = *(Key *)vec_at(&keys, i);
		editor_key(editor, key, key.code == KEY_PASTE ? input_paste(input, key) : NULL);
		check_editor(editor);
		if (i % 4 == 0)
			draw(editor, canvas, (unsigned)(i * 31 + size));
	}
	vec_release(&keys);
	input_free(input);
}

// Back to the beginning and forth again is where it was.
static void undo_and_redo(Editor *editor, const char *original)
{
	static const Key undo = { .code = KEY_CTRL, .cp = 'z' };
	static const Key redo = { .code = KEY_CTRL, .cp = 'y' };
	while (editor->history.done < editor->history.changes.len) // what was undone already
		editor_key(editor, redo, NULL);
	char *last = strdup(editor_text(editor));
	while (editor->history.done)
		editor_key(editor, undo, NULL);
	demand(strcmp(editor_text(editor), original) == 0 && !editor_changed(editor));
	check_editor(editor);
	while (editor->history.done < editor->history.changes.len)
		editor_key(editor, redo, NULL);
	demand(strcmp(editor_text(editor), last) == 0);
	check_editor(editor);
	free(last);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 3 || size > 4096)
		return 0;
	const uint8_t *end = memchr(data + 3, 0, size - 3);
	size_t n = end ? (size_t)(end - data) - 3 : 0;
	char *original = strndup((const char *)data + 3, n);
	Composer composer;
	composer_init(&composer, COMPOSE_TELEX, TONE_STYLE_OLD);
	Editor *editor = editor_new(data[0] & 1 ? EDITOR_TEXT : EDITOR_LINE, original);
	editor_compose(editor, data[2] & 1 ? &composer : NULL);
	Canvas *canvas = canvas_new(ROWS, COLS, data[0] & 2 ? CANVAS_ASCII : CANVAS_UTF8);
	draw(editor, canvas, data[1]);
	feed(editor, canvas, data + 3 + n, size - 3 - n);
	undo_and_redo(editor, original);
	editor_find(editor, original);
	check_editor(editor);
	canvas_free(canvas);
	editor_free(editor);
	free(original);
	return 0;
}
