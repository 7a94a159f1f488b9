// SPDX-License-Identifier: MIT
#include "tui/editor_parts.h"

// to: where the key leads, with Shift selecting; act: what it does otherwise.
typedef struct {
	KeyCode code;
	uint32_t cp;
	unsigned mods;
	size_t (*to)(const Editor *editor);
	void (*act)(Editor *editor);
	bool text_only; // in a one-line field the key is the view's
	bool vertical;  // keeps to the column it began in
	bool types;     // is part of typing: what it does may join the step of undo before
	bool edits;     // changes the text
} Binding;

static const Binding bindings[] = {
	{ .code = KEY_LEFT, .to = move_left },
	{ .code = KEY_RIGHT, .to = move_right },
	{ .code = KEY_UP, .to = move_up, .text_only = true, .vertical = true },
	{ .code = KEY_DOWN, .to = move_down, .text_only = true, .vertical = true },
	{ .code = KEY_PGUP, .to = move_page_up, .text_only = true, .vertical = true },
	{ .code = KEY_PGDN, .to = move_page_down, .text_only = true, .vertical = true },
	{ .code = KEY_HOME, .to = move_home },
	{ .code = KEY_END, .to = move_end },
	{ .code = KEY_LEFT, .mods = MOD_CTRL, .to = move_word_left },
	{ .code = KEY_RIGHT, .mods = MOD_CTRL, .to = move_word_right },
	{ .code = KEY_UP, .mods = MOD_CTRL, .to = move_paragraph_up, .text_only = true },
	{ .code = KEY_DOWN, .mods = MOD_CTRL, .to = move_paragraph_down, .text_only = true },
	{ .code = KEY_HOME, .mods = MOD_CTRL, .to = move_first },
	{ .code = KEY_END, .mods = MOD_CTRL, .to = move_last },
	{ .code = KEY_BACKSPACE, .act = edit_backspace, .edits = true, .types = true },
	{ .code = KEY_DEL, .act = edit_delete, .edits = true, .types = true },
	{ .code = KEY_ENTER, .act = edit_newline, .edits = true, .text_only = true, .types = true },
	{ .code = KEY_CTRL, .cp = 'w', .act = edit_delete_word, .edits = true },
	{ .code = KEY_CTRL, .cp = 'k', .act = edit_delete_rest, .edits = true },
	{ .code = KEY_CTRL, .cp = 'z', .act = editor_undo, .edits = true },
	{ .code = KEY_CTRL, .cp = 'y', .act = editor_redo, .edits = true },
	{ .code = KEY_CTRL, .cp = 'a', .act = select_all },
	{ .code = KEY_CTRL, .cp = '@', .act = select_mark }, // Ctrl+Space
	{ .code = KEY_CTRL, .cp = 'c', .act = clip_copy },
	{ .code = KEY_CTRL, .cp = 'x', .act = clip_cut, .edits = true },
	{ .code = KEY_CTRL, .cp = 'v', .act = clip_paste, .edits = true },
};

static const Binding *binding_of(const Editor *editor, Key key)
{
	unsigned mods = key.mods & ~(unsigned)MOD_SHIFT;
	for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++) {
		const Binding *binding = &bindings[i];
		if (binding->code == key.code && binding->mods == mods && binding->cp == key.cp)
			return binding->text_only && editor->kind == EDITOR_LINE ? NULL : binding;
	}
	return NULL;
}

static void go(Editor *editor, size_t place, unsigned mods)
{
	bool selects = mods & MOD_SHIFT;
	if (selects && !editor->select) {
		editor->anchor = editor->cursor;
		editor->select = SELECT_SHIFT;
	} else if (!selects && editor->select == SELECT_SHIFT) {
		selection_end(editor);
	}
	editor->cursor = place;
}

static void run(Editor *editor, const Binding *binding, Key key)
{
	int goal = -1;
	if (binding->vertical)
		goal = editor->goal < 0 ? cursor_column(editor) : editor->goal;
	if (!binding->types)
		editor_interrupt(editor);
	if (binding->to)
		go(editor, binding->to(editor), key.mods);
	else
		binding->act(editor);
	editor->goal = goal;
}

static bool click(Editor *editor, Key key)
{
	Rect rect = editor->rect;
	int row = key.row - rect.row, col = key.col - rect.col;
	if (key.button != MOUSE_LEFT || row < 0 || row >= rect.rows || col < 0 || col >= rect.cols)
		return false;
	editor_interrupt(editor);
	go(editor, move_to_cell(editor, row, col), key.mods);
	editor->goal = -1;
	return true;
}

static bool is_typed(Key key)
{
	return key.code == KEY_CHAR && key.cp >= ' ' && !(key.mods & (MOD_ALT | MOD_CTRL));
}

bool editor_key_edits(const Editor *editor, Key key)
{
	const Binding *binding = binding_of(editor, key);
	return binding ? binding->edits : is_typed(key) || key.code == KEY_PASTE;
}

bool editor_key(Editor *editor, Key key, const char *paste)
{
	const Binding *binding = binding_of(editor, key);
	bool typed = is_typed(key);
	if (binding)
		run(editor, binding, key);
	else if (typed)
		editor_type(editor, key.cp);
	else if (key.code == KEY_PASTE && paste)
		editor_insert(editor, paste);
	else if (key.code == KEY_MOUSE)
		return click(editor, key);
	return binding || typed || key.code == KEY_PASTE;
}
