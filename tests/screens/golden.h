// SPDX-License-Identifier: MIT
// Goldens: pictures that a screen must equal, golden/NAME.txt beside the script.
#ifndef TESTS_SCREENS_GOLDEN_H
#define TESTS_SCREENS_GOLDEN_H

#include "screens/script.h"

// The rows, each ended by LF, and a line with the cursor's place.
void golden_picture(const Pty *pty, Buf *out);
// Writes the file instead where UPDATE_GOLDENS=1.
bool golden_check(Script *script, const Pty *pty, const char *name, Err *err) WARN_UNUSED;

#endif
