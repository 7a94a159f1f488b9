// SPDX-License-Identifier: MIT
// Keys → the bytes that an xterm sends for them.
#ifndef TESTS_SCREENS_KEYS_H
#define TESTS_SCREENS_KEYS_H

#include "base/buf.h"
#include "base/err.h"

// "F2", "Down*3", "Ctrl+S". Appends to out; *count is how many keys the program will see.
bool keys_encode(const char *word, Buf *out, unsigned long *count, Err *err) WARN_UNUSED;

#endif
