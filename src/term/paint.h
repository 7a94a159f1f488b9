// SPDX-License-Identifier: MIT
// Paint: canvas → curses. The other side of term/screen.c; its names keep clear of those of curses.
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "base/err.h"
#include "term/canvas.h"

typedef struct Paint Paint;

// The caller has clamped the size; curses never sees another. NULL: terminfo does not know TERM, or
// the terminal cannot place its cursor (ERR_IO). Afterwards the terminal is in raw mode, the window
// is blank and the cursor in its upper left corner.
Paint *paint_open(int rows, int cols, Err *err) WARN_UNUSED;
void paint_close(Paint *paint);
// Another program may have the terminal, as it was before paint_open(); then all is drawn anew.
void paint_suspend(Paint *paint);
void paint_resume(Paint *paint);
void paint_resize(Paint *paint, int rows, int cols);
// Sends what differs from the last picture in one write. Returns whether it had to send anything.
bool paint_canvas(Paint *paint, const Canvas *canvas);
void paint_forget(Paint *paint);

// A terminfo string such as "kcuu1"; NULL where the terminal has none.
const char *paint_capability(const char *name);

#endif
