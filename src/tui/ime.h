// SPDX-License-Identifier: MIT
// Input methods: what stands between a key and the field that has the focus. Words go through the
// composer; a text from before Unicode is offered for conversion before it is pasted; where the
// terminal shows no accents, a text that has some can only be read.
#ifndef TUI_IME_H
#define TUI_IME_H

#include "term/canvas.h"
#include "text/compose.h"
#include "tui/view.h"

typedef enum { IME_PLAIN, IME_TELEX, IME_VNI, IME_METHODS } ImeMethod;

// composer serves all fields; last is the one it served last, only to be compared.
typedef struct {
	ImeMethod method;
	ToneStyle style;
	CanvasMode mode;
	Composer composer;
	const Editor *last;
} Ime;

// mode: what the terminal shows. Without accents nothing is composed.
void ime_init(Ime *ime, ImeMethod method, ToneStyle style, CanvasMode mode);

// To be asked before a view takes a key. True: it is dealt with, a message or a question says how.
bool ime_takes(App *app, View *view, Key key, const char *paste);

// "Telex", "VNI" or what keeps one from ime, for the status line; "" where the focus is in no
// field or nothing is to be said.
const char *ime_mark(App *app);

// The next of none, Telex, VNI, and says which.
bool ime_turn(View *view, Err *err) WARN_UNUSED;
// Whether the terminal shows accents, so that one may write them.
bool ime_shows_accents(View *view, Err *err) WARN_UNUSED;

// paste.c: whether the text looks as if it were from before Unicode; then it asks first, and hands
// it to the view as the person chooses.
bool paste_asks(View *view, const char *text);

#endif
