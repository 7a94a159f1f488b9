// SPDX-License-Identifier: MIT
#ifndef TEXT_UPPER_H
#define TEXT_UPPER_H

#include "base/arena.h"

// The text in capitals, in the arena: "xã, phường" → "XÃ, PHƯỜNG".
const char *text_upper(Arena *arena, const char *text);
// The first letter as a capital: "xã, phường" → "Xã, phường".
const char *text_capital(Arena *arena, const char *text);

#endif
