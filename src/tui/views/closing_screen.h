// SPDX-License-Identifier: MIT
// The inside of the closing screen, shared with its forms.
#ifndef TUI_VIEWS_CLOSING_SCREEN_H
#define TUI_VIEWS_CLOSING_SCREEN_H

#include "base/buf.h"
#include "core/closing.h"
#include "tui/views.h"

typedef struct {
	Period period;
	Vec leaves;    // of Leaf: what is to be decided
	Vec decisions; // of CloseDecision, beside the leaves; words in `words`
	Arena words;   // lives as long as the screen
	List list;
	int counts[CLOSE_KINDS];
	const char *head;
	Buf typed; // the decisions as a draft has them
} ClosingScreen;

extern const Typing closing_typing;
void closing_count(ClosingScreen *screen);

// Decides what is picked, else the row one stands on.
void closing_decide(View *view, CloseKind kind, const char *new_due, const char *reason);
bool closing_carry_open(App *app, Err *err) WARN_UNUSED;
bool closing_end_open(App *app, Err *err) WARN_UNUSED;

#endif
