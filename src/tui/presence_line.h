// SPDX-License-Identifier: MIT
// Who else has the same thing open, as a line for the status line.
#ifndef TUI_PRESENCE_LINE_H
#define TUI_PRESENCE_LINE_H

#include "tui/app.h"

// Tells others what this session has open and looks who else has it; true where the line has changed.
bool presence_follow(App *app);

#endif
