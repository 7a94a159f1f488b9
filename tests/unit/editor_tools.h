// SPDX-License-Identifier: MIT
// What the tests of the editor share: keys by name, and what must hold after each.
#ifndef TESTS_EDITOR_TOOLS_H
#define TESTS_EDITOR_TOOLS_H

#include "text/utf8.h"
#include "tui/editor.h"
#include "tui/editor_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static inline bool press(Editor *editor, const char *name)
{
	Key key;
	assert_true(key_parse(name, &key));
	return editor_key(editor, key, NULL);
}

static inline void type(Editor *editor, const char *letters)
{
	size_t n = strlen(letters);
	for (size_t at = 0; at < n;) {
		Key key = { .code = KEY_CHAR };
		at += utf8_decode(letters + at, n - at, &key.cp);
		assert_true(editor_key(editor, key, NULL));
	}
}

// What must hold after every key: lines and words are those of the whole text counted anew, and
// the cursor stands in it.
static inline void check_editor(const Editor *editor)
{
	const Buf *text = &editor->text;
	Vec lines;
	vec_init(&lines, sizeof(WrapLine));
	assert_true(editor->cursor <= text->len);
	assert_true(!editor->select || editor->anchor <= text->len);
	assert_int_equal(strlen(editor_text(editor)), editor_length(editor));
	text_wrap(&lines, text->bytes, text->len, editor->cols);
	if (editor->kind == EDITOR_TEXT) {
		assert_int_equal(lines.len, editor->lines.len);
		assert_memory_equal(lines.items, editor->lines.items, lines.len * sizeof(WrapLine));
	}
	assert_int_equal(editor->words, range_words(text->bytes, (Range){ 0, text->len }));
	vec_release(&lines);
}

#endif
