// SPDX-License-Identifier: MIT
// The line above the status line into which one types what is to be found or filtered.
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/editor.h"

// rect is the popup's; the last line of it is taken.
void prompt_draw(Editor *editor, Canvas *canvas, Rect rect, const char *label, const char *hint);

#endif
