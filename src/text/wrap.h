// SPDX-License-Identifier: MIT
// Soft wrap by columns. Paragraphs end at LF. A line breaks only at spaces (so 12-NQ/TW and
// 07/10/2021 stay whole); a word wider than the line is broken between graphemes.
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include "base/vec.h"

#include <stddef.h>

// Bytes start..end of the source are drawn, never wider than cols. The spaces a break falls on and
// the LF stand between end and the next line's start and belong to this line: every offset belongs
// to exactly one line, the last whose start is not after it.
typedef struct {
	size_t start, end;
} WrapLine;

// Appends the lines of s (WrapLine items) and returns how many: at least one, also for an empty
// text; a text that ends with LF has an empty last line. cols below 1 counts as 1; a grapheme of
// two columns in a line of one stands alone, and is then the one thing that is too wide.
size_t text_wrap(Vec *lines, const char *s, size_t n, int cols);

// For an editor that wraps again only what was touched: one paragraph, bytes start..end of s,
// without its LF. Offsets count from s.
size_t text_wrap_paragraph(Vec *lines, const char *s, size_t start, size_t end, int cols);

// Index of the line that `offset` belongs to; 0 when it lies before the first. lines is not empty.
size_t wrap_line_at(const Vec *lines, size_t offset);
// Column of `offset` on its line. Spaces hanging over the end stand at column cols.
int wrap_column(const WrapLine *line, const char *s, size_t offset, int cols);
// The offset on the line nearest to the column (at a grapheme boundary, not after line->end).
size_t wrap_offset(const WrapLine *line, const char *s, int column);

#endif
