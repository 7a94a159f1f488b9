// SPDX-License-Identifier: MIT
// Finding in a text that is being edited.
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "base/buf.h"
#include "tui/view.h"

// at_hit: nothing was typed and the cursor has not moved since the last hit.
typedef struct {
	Editor *editor; // borrowed
	Buf needle;     // what was looked for last
	bool at_hit;
} Finder;

// Asks what to look for, unless the last hit is still where one stands: then goes to the next.
// The finder must outlive the prompt.
bool find_run(View *view, Finder *finder, Err *err) WARN_UNUSED;

#endif
