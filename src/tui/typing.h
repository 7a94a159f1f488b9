// SPDX-License-Identifier: MIT
// Typing: everything that stands in a form or text and is not stored yet is a draft, at once.
#ifndef TUI_TYPING_H
#define TUI_TYPING_H

#include "tui/app.h"

// A form or text has been opened with these args and loaded.
void typing_begin(View *view, const ViewArgs *args);
// Around each load: first what was typed is recorded, then what is stored is taken for the base,
// unless something is typed.
void typing_keep(View *view);
void typing_base(View *view);
// It has been stored, or given up.
void typing_end(View *view);
// Whether something stands there that is not stored.
bool typing_changed(View *view);
bool typing_any(App *app); // in any view that is open

// After each batch of keys and before it is drawn: what is shown is safe. In a pause: on the disk;
// false where there is a message to be drawn.
void typing_write(App *app);
bool typing_pause(App *app);

// A save met ERR_CONFLICT: takes what is stored now together with what was typed, and asks where
// both changed the same. Nothing is saved by that. false leaves *err as it is: it could not help.
bool typing_conflict(View *view, Err *err) WARN_UNUSED;

// Goes to where a left draft was typed and puts it in, unsaved; the left one is dropped once this
// session has it safe. The view that asks is gone afterwards.
bool typing_resume(App *app, const Left *left, Err *err) WARN_UNUSED;

#endif
