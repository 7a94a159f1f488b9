// SPDX-License-Identifier: MIT
// Glyph: one grapheme of untrusted text → the cells that may be drawn for it. Everything the canvas
// shows has passed here.
#ifndef TERM_GLYPH_H
#define TERM_GLYPH_H

#include "term/canvas.h"

#include <stddef.h>

// s is one grapheme of n > 0 bytes, as grapheme_next() cuts them. Fills cells[0] and, for two
// columns, cells[1], without touching their style, and returns how many: always grapheme_width(),
// also in ASCII, so that a view may measure with text_width() whatever the terminal can show.
int glyph_make(Cell cells[2], CanvasMode mode, const char *s, size_t n);

#endif
