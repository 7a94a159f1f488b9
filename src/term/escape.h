// SPDX-License-Identifier: MIT
// Escape sequences → keys, the part of the decoder that knows terminals.
#ifndef TERM_ESCAPE_H
#define TERM_ESCAPE_H

#include "base/vec.h"
#include "term/input.h"

typedef enum { MORE_MAY_COME, MORE_NEVER } More;

typedef struct {
	Vec defined;          // sequences of terminfo
	int reports_expected; // the next CSI r;c R answers a question of ours
} Escapes;

void escapes_init(Escapes *escapes);
void escapes_release(Escapes *escapes);
void escapes_define(Escapes *escapes, const char *sequence, KeyCode code);

// p begins with ESC. Returns the bytes used, 0 where it needs more (never with MORE_NEVER). The key
// is KEY_NONE for what is swallowed, KEY_PASTE where a paste begins.
size_t escape_decode(Escapes *escapes, const char *p, size_t n, More more, Key *key);

// A code point as a terminal sends it, control characters included, with xterm's modifiers.
Key key_of_character(uint32_t cp, unsigned mods);

#endif
