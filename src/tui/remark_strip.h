// SPDX-License-Identifier: MIT
// The line above a screen that says what leaders have said of what it is about: the most urgent
// remark, and how many more there are.
#ifndef TUI_REMARK_STRIP_H
#define TUI_REMARK_STRIP_H

#include "base/err.h"
#include "term/canvas.h"

#include <stdbool.h>

typedef struct View View;

// Strings live in the view's arena; text NULL: there is no remark.
typedef struct {
	const char *text, *tail;
	Style style;
} RemarkStrip;

// For a screen that has just set its thing. None where the screen below is about the same.
bool remark_strip_load(View *view, Err *err) WARN_UNUSED;
// Returns the rows taken, 0 or 1: a low window has none to spare.
int remark_strip_draw(const RemarkStrip *strip, Canvas *canvas, Rect rect);

#endif
