// SPDX-License-Identifier: MIT
// What may reach a terminal: letters, line feeds, and the controls that curses uses for xterm-256color.
#ifndef TESTS_FAULT_BYTES_H
#define TESTS_FAULT_BYTES_H

#include <stdbool.h>

// Fails the test, showing the bytes, where there is anything else among them.
void check_bytes(const char *where, const char *bytes);
bool starts(const char *text, const char *with);

#endif
