// SPDX-License-Identifier: MIT
// What changed of a text, as people read it without colours: only the lines (paragraphs) that differ,
// and in them the words: [cũ → mới], [+ thêm], [- bỏ]. A line that has hardly a word in common with
// the old one stands whole below it: "- " the old one, "+ " the new one.
#ifndef TEXT_DIFF_H
#define TEXT_DIFF_H

#include "base/buf.h"

// Appends; nothing for equal texts. Lines end with LF but the last.
void diff_words(const char *before, const char *after, Buf *out);

#endif
