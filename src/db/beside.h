// SPDX-License-Identifier: MIT
// What the engine keeps beside its file, as far as others must know it.
#ifndef DB_BESIDE_H
#define DB_BESIDE_H

#include <stdbool.h>

// Whether a -wal beside the file holds something, which the file alone lacks.
bool file_has_wal(const char *path);
// The file as the engine's notation for one that nobody changes; owned by the caller.
char *file_unshared_uri(const char *path);

#endif
