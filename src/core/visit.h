// SPDX-License-Identifier: MIT
// Where a person left the program, so that the next start stands there again.
#ifndef CORE_VISIT_H
#define CORE_VISIT_H

#include "core/core.h"

// place is the screen's own notation; *last_at is the last visit's instant, 0 for a first one.
bool visit_get(Core *core, Arena *arena, const char **place, int64_t *last_at, Err *err) WARN_UNUSED;
// Not journaled: it tells nothing of the province.
bool visit_store(Core *core, const char *place, Err *err) WARN_UNUSED;

#endif
