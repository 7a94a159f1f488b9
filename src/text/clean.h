// SPDX-License-Identifier: MIT
// Clean: what every text passes at the boundary (field, paste, import, configuration, command
// line). The result is valid UTF-8 in NFC without anything a terminal could obey:
// look-alikes of Đ become Đ; CRLF, CR, VT, FF, U+0085, U+2028/9 become LF; a tab 2 spaces; spaces
// of other kinds a space; gone are C0, C1, DEL, soft hyphen, zero-width, bidi controls, tags,
// noncharacters, private use (but Word's bullets become "-"), whole escape sequences and all but
// CLEAN_MAX_MARKS marks on a letter; malformed bytes become U+FFFD. Cleaning twice is cleaning
// once.
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include "base/arena.h"
#include "base/buf.h"

#include <stddef.h>

#define CLEAN_MAX_MARKS 8

typedef enum {
	CLEAN_LINE, // one line: a run of newlines is one space, no spaces at either end
	CLEAN_TEXT, // keeps LF
} CleanKind;

// Appends to out. s may hold NUL bytes (dropped) but must not lie in out.
void text_clean(Buf *out, const char *s, size_t n, CleanKind kind);
char *text_clean_arena(Arena *arena, const char *s, CleanKind kind)
	__attribute__((returns_nonnull));

#endif
