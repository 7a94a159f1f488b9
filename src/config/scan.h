// SPDX-License-Identifier: MIT
// Scan: what libconfig must never see. libconfig 1.5 follows @include (and can end the process over
// it), turns 4294967297 into 1 in silence, cuts a string at \x00, and takes an unclosed string or
// comment for the rest of the file.
#ifndef CONFIG_SCAN_H
#define CONFIG_SCAN_H

#include "base/err.h"

#include <stddef.h>

enum { SCAN_MAX_DIGITS = 9, SCAN_MAX_DEPTH = 16 };

// text is what config_file_text() gave.
bool config_scan(const char *path, const char *text, size_t n, Err *err) WARN_UNUSED;

#endif
