// SPDX-License-Identifier: MIT
// What the files of the editor share; nobody else includes it.
#ifndef TUI_EDITOR_PARTS_H
#define TUI_EDITOR_PARTS_H

#include "tui/editor.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/ranges.h"
#include "text/wrap.h"

// One step of undo: `inserted` stands at `at` where `removed` stood, with the cursor as it was.
typedef struct {
	size_t at, cursor;
	Buf removed, inserted;
} Change;

// Invariant: changes[0..done) are in the text, the rest can be redone.
typedef struct {
	Vec changes; // Change
	size_t done;
	size_t saved; // what `done` was when the text was stored; CHANGE_NONE: not to be reached
	size_t bytes; // of all changes
	bool open;    // the last change may still grow
} History;
#define CHANGE_NONE ((size_t)-1)

// How an edit joins the one before: letters make a word, single deletions a run.
typedef enum { EDIT_STEP, EDIT_TYPE, EDIT_BACKSPACE, EDIT_DELETE } EditKind;

// SELECT_MARK: every move extends it; SELECT_SHIFT: only those with Shift, the others end it.
typedef enum { SELECT_NONE, SELECT_MARK, SELECT_SHIFT } SelectKind;

struct Editor {
	EditorKind kind;
	Buf text, clip;
	size_t cursor;
	size_t anchor; // the selection's other end
	SelectKind select;
	int goal; // the column that Up and Down keep to, -1: the cursor's own
	size_t words;
	History history;
	Composer *composer; // borrowed, or NULL

	// Invariant: lines is what text_wrap() makes of the text at `cols`, as it is now; one line,
	// the whole text, for EDITOR_LINE.
	Vec lines, fresh; // WrapLine; fresh is scratch
	int cols;
	Rect rect;     // of the last drawing
	int top, left; // what is scrolled out: lines, columns
};

bool is_blank(char c); // between words
// What comes next is neither the same step of undo nor the same word of the composer.
void editor_interrupt(Editor *editor);

// editor_undo.c --------------------------------------------------------------------------------
void history_init(History *history);
void history_release(History *history);
void history_saved(History *history);
// To be called before the edit, while the n bytes at `at` still stand there.
void history_record(Editor *editor, EditKind kind, Range range, const char *s, size_t n);
void editor_undo(Editor *editor);
void editor_redo(Editor *editor);

// editor_edit.c --------------------------------------------------------------------------------
// Puts s[0..n), which lies outside the text, in the range's place; lines and words follow. Neither
// undo nor cursor do.
void editor_replace(Editor *editor, Range range, const char *s, size_t n);
// The same with undo; the cursor stands after what was put in and nothing is selected.
void editor_edit(Editor *editor, EditKind kind, Range range, const char *s, size_t n);
void editor_type(Editor *editor, uint32_t cp);
void edit_backspace(Editor *editor);
void edit_delete(Editor *editor);
void edit_delete_word(Editor *editor);
void edit_delete_rest(Editor *editor);
void edit_newline(Editor *editor); // editor_list.c

// editor_select.c ------------------------------------------------------------------------------
Range selection(const Editor *editor); // empty, at the cursor, when nothing is selected
void selection_end(Editor *editor);
void select_mark(Editor *editor);
void select_all(Editor *editor);
void clip_copy(Editor *editor);
void clip_cut(Editor *editor);
void clip_paste(Editor *editor);

// editor_layout.c ------------------------------------------------------------------------------
void layout_all(Editor *editor);
// After the removed bytes at `at` have become the inserted ones.
void layout_change(Editor *editor, size_t at, size_t removed, size_t inserted);
size_t paragraph_start(const Editor *editor, size_t at);
size_t paragraph_end(const Editor *editor, size_t at); // at its LF, or at the end of the text
const WrapLine *line_at(const Editor *editor, size_t index);
size_t line_bound(const Editor *editor, size_t index); // where the next begins, or the text ends
size_t line_last(const Editor *editor, size_t index);  // the last place of a cursor on it
int cursor_column(const Editor *editor);

// editor_move.c: where the cursor would go -----------------------------------------------------
size_t boundary_before(const Editor *editor, size_t at); // the nearest one at or before
size_t boundary_from(const Editor *editor, size_t at);   // at or after
size_t move_left(const Editor *editor);
size_t move_right(const Editor *editor);
size_t move_up(const Editor *editor);
size_t move_down(const Editor *editor);
size_t move_page_up(const Editor *editor);
size_t move_page_down(const Editor *editor);
size_t move_home(const Editor *editor);
size_t move_end(const Editor *editor);
size_t move_word_left(const Editor *editor);
size_t move_word_right(const Editor *editor);
size_t move_paragraph_up(const Editor *editor);
size_t move_paragraph_down(const Editor *editor);
size_t move_first(const Editor *editor);
size_t move_last(const Editor *editor);
size_t move_to_cell(const Editor *editor, int row, int col); // counted from the corner of rect

#endif
