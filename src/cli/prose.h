// SPDX-License-Identifier: MIT
// Prose: running text for people, and days as they are written.
#ifndef CLI_PROSE_H
#define CLI_PROSE_H

#include "base/arena.h"
#include "base/buf.h"

// Appends the text wrapped to PROSE_COLUMNS, each line behind the indent, with a line feed at the
// end. Nothing for "".
enum { PROSE_COLUMNS = 80 };
void prose_print(const char *text, const char *indent, Buf *out);

// "label: value", nothing for an empty value.
void prose_field(const char *label, const char *value, Buf *out);

// 2021-10-07 as 07/10/2021; "" for "".
const char *day_shown(const char *iso, Arena *arena);

#endif
