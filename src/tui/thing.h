// SPDX-License-Identifier: MIT
// From a thing to the screen on which it is read and mended.
#ifndef TUI_THING_H
#define TUI_THING_H

#include "tui/view.h"

// ERR_INVALID for a kind without a screen, ERR_NOT_FOUND for what is not there any more.
bool thing_open(App *app, Thing thing, Err *err) WARN_UNUSED;

#endif
