// SPDX-License-Identifier: MIT
// A form's inside, shared by its keys and its drawing.
#ifndef TUI_FORM_STATE_H
#define TUI_FORM_STATE_H

#include "base/buf.h"
#include "base/vec.h"
#include "tui/editor.h"
#include "tui/form.h"

// Invariant: pick is the candidate that the text names, 0 while it names none.
typedef struct {
	Editor *editor; // all kinds but FIELD_CHOICE
	int choice, first_choice;
	int64_t pick;
	Vec candidates;  // of Candidate, in the view's arena
	char echo[64];   // FIELD_DATE: the date understood
} FieldState;

typedef struct {
	const FormSpec *spec;
	int fields_n, focus;
	bool fresh; // the focused field has taken no key yet: a figure in it is replaced whole
	FieldState fields[FORM_FIELDS_MAX];
	bool filled;
	Vec matches;     // of Candidate: what fits in the focused FIELD_PICK
	List completion; // of them
	Err err;         // of the last submit; its field says where it is shown
	int error_rows;  // that its message takes below that field, as last drawn
	Buf title;       // its own, given when it was filled in; empty: the spec's
	Buf head;        // above the fields: what the form is about; empty for none
	int top;         // first row that shows, when the form is longer than the screen
} FormState;

static inline FormState *form_state(const View *form)
{
	return form->state;
}

// A name that the spec does not have ends the program.
int form_index(const View *form, const char *name);
void form_echo_date(const View *form, FieldState *field);
void form_match(FormState *state); // completion of the focused field

extern const Typing form_typing;

void form_draw(const View *view, Canvas *canvas, Rect rect);

#endif
