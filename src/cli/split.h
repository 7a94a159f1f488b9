// SPDX-License-Identifier: MIT
// Split: the one line of a command that came over SSH into words, by ourselves and no shell. Blanks
// part words. '…' takes everything as it stands; in "…" and outside quotes a backslash takes the next
// character as it stands. Nothing else has a meaning: ; | & $ ` * ~ are letters.
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include "base/arena.h"

enum { SPLIT_LINE_MAX = 65536, SPLIT_WORDS_MAX = 256 };

// words is an array in the arena, ended by NULL as argv is; *n may be 0. ERR_INVALID for a control
// character other than a tab, an open quote, a backslash at the end, or too much of it.
bool split_line(const char *line, Arena *arena, char ***words, int *n, Err *err) WARN_UNUSED;

#endif
