// SPDX-License-Identifier: MIT
// Looking at another day, and coming back.
#ifndef TUI_AS_OF_H
#define TUI_AS_OF_H

#include "tui/view.h"

// For the operation's row: not while something is being typed.
bool as_of_ready(View *view, Err *err) WARN_UNUSED;
// Asks for the day; while another day is looked at, comes back to today.
bool as_of_ask(View *view, Err *err) WARN_UNUSED;

#endif
