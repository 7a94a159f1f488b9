// SPDX-License-Identifier: MIT
// Moments: instants as people and programs read them, on the clock of the settings, and who acted.
#ifndef CLI_MOMENT_H
#define CLI_MOMENT_H

#include "base/arena.h"
#include "core/core.h"

const char *moment_shown(const Core *core, int64_t at, Arena *arena); // 23/11/2021 10:42
const char *moment_iso(const Core *core, int64_t at, Arena *arena);   // 2021-11-23T10:42:07+07:00
int64_t moment_of_day(const Core *core, Date day);                    // its first
// Who acted then; the first people of all were entered by nobody yet.
const char *moment_person(const char *name);

#endif
