// SPDX-License-Identifier: MIT
// Kinds of things as commands are given them: by the name of their table.
#ifndef CLI_KIND_H
#define CLI_KIND_H

#include "base/err.h"
#include "core/noun.h"

// ERR_INVALID suggests the nearest.
bool kind_read(const char *typed, NounKind *out, Err *err) WARN_UNUSED;

#endif
