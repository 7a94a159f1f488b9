// SPDX-License-Identifier: MIT
// Print: the one door from here to a terminal. Whatever passes has no control byte but the line
// feed, so that a stored escape sequence reaches no terminal.
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/buf.h"
#include "base/err.h"

// Writes all of it to the descriptor. A reader who has gone away (EPIPE) is no failure.
bool print_bytes(int fd, const Buf *text, Err *err) WARN_UNUSED;

// "dieuphoi: message", and the hint on a second line, to standard error.
void print_failure(const Err *err);

#endif
