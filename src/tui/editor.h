// SPDX-License-Identifier: MIT
// Editor: a text with a cursor, for one-line fields and for minutes and reviews. It knows keys and
// text, nothing of views: a field feeds it keys and asks it to draw itself.
//
// Invariants: the text is what was typed, byte for byte as received, until it is taken with
// editor_text() (whoever stores it cleans it); the cursor stands on a grapheme boundary except
// right after typing or a Backspace, which removes exactly one code point, as input methods expect.
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include "term/canvas.h"
#include "term/input.h"
#include "text/compose.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum { EDITOR_LINE, EDITOR_TEXT } EditorKind;

typedef struct Editor Editor;

Editor *editor_new(EditorKind kind, const char *text) __attribute__((returns_nonnull));
void editor_free(Editor *editor); // NULL is allowed

// The whole text, valid until the next key. editor_set() forgets undo and puts the cursor at the
// end.
const char *editor_text(const Editor *editor);
size_t editor_length(const Editor *editor);
void editor_set(Editor *editor, const char *text);
// The same as one step that undo takes back, with the cursor near a byte: it is unsaved.
void editor_become(Editor *editor, const char *text, size_t cursor);

// Whether anything was done since editor_set() or editor_mark_saved() that undo has not taken back,
// and: it is now what is stored.
bool editor_changed(const Editor *editor);
void editor_mark_saved(Editor *editor);

// Takes a key if it is one of its own; false leaves it to the view (Enter, Up, Down, PgUp and PgDn
// in a one-line field, Esc, Tab, F-keys, Ctrl+S, a click elsewhere). paste is the pasted text of a
// KEY_PASTE: it is cleaned, keeps its paragraphs (in a line they become spaces) and is one step of
// undo.
// Keys: arrows, Home, End, Ctrl+Left/Right (words), Ctrl+Up/Down (paragraphs), Ctrl+Home/End,
// PgUp/PgDn, each with Shift to select; Backspace, Del, Enter (EDITOR_TEXT; after "- " or "1. "
// the list goes on, on an empty item it ends), Ctrl+Z undo, Ctrl+Y redo, Ctrl+W deletes the word
// before, Ctrl+K to the end of the paragraph, Ctrl+A selects all, Ctrl+Space begins a selection
// that every move extends, or ends it, Ctrl+C copy, Ctrl+X cut, Ctrl+V paste of what was cut or
// copied. What is typed or pasted takes the place of what is selected. A click puts the cursor
// there.
// Undo goes by words typed, runs of deletions, pastes.
bool editor_key(Editor *editor, Key key, const char *paste);

// Whether it would change the text, if there is anything to change.
bool editor_key_edits(const Editor *editor, Key key);

// Puts text in at the cursor as one undo step, as if it were pasted.
void editor_insert(Editor *editor, const char *text);

// Letters typed go through the composer, which is the caller's and may serve several editors, one
// at a time; NULL (as at first): they stand as they come. The one it has already changes nothing.
void editor_compose(Editor *editor, Composer *composer);

// Draws into rect, scrolled so that the cursor shows, and puts the canvas's cursor there when
// focused. EDITOR_TEXT is wrapped so that the last column stays free for the cursor; EDITOR_LINE is
// scrolled sideways. A key wraps again only the lines it changes: 1 MB stays fluid.
typedef enum { EDITOR_UNFOCUSED, EDITOR_FOCUSED } EditorFocus;
void editor_draw(Editor *editor, Canvas *canvas, Rect rect, EditorFocus focus);

// For a status line: line and column of the cursor, from 1, in wrapped lines as last drawn; words;
// code points selected.
typedef struct {
	int line, column, lines;
	size_t words, selected;
} EditorStatus;
EditorStatus editor_status(const Editor *editor);

// Finds needle (without accents where it has none) from after the cursor on, round the end; selects
// the hit. A hit lies within one paragraph. false: not found.
bool editor_find(Editor *editor, const char *needle);

#endif
