// SPDX-License-Identifier: MIT
// Width in terminal columns. A grapheme takes 1 or 2; what has no width of its own (a control byte,
// a mark that stands alone) is drawn as U+FFFD and so takes 1. Malformed bytes likewise.
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include "base/buf.h"

#include <stddef.h>

// Of the first grapheme of s: 1 or 2; 0 when n is 0.
int grapheme_width(const char *s, size_t n);
int text_width(const char *s);
int text_width_n(const char *s, size_t n);

// The bytes of s, whole graphemes, that fit into cols; *used (may be NULL) is their width.
size_t text_fit(const char *s, size_t n, int cols, int *used);
// Appends s, cut at a grapheme with "…" in the last column when it does not fit. Nothing when
// cols <= 0. Never wider than cols; not padded.
void text_clip(Buf *out, const char *s, int cols);

#endif
