// SPDX-License-Identifier: MIT
// A text in the hands of another program, which the settings must have named: whoever can leave
// that program for a shell has all that this account has.
#ifndef TUI_EXTERNAL_H
#define TUI_EXTERNAL_H

#include "base/buf.h"
#include "term/screen.h"

// Runs the program on a file with the text while it has the terminal, and appends what the file
// holds then, not cleaned, to out. The file is 0600 in a directory of its own, which is the
// program's HOME and is gone afterwards; nothing else of the environment but TERM is handed on.
// false: it could not be run, gave up (an exit status that is not 0) or left no such file.
bool external_edit(
	Screen *screen, const char *program, const char *text, Buf *out, Err *err) WARN_UNUSED;

#endif
