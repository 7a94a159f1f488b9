// SPDX-License-Identifier: MIT
// What went wrong in the engine, as the people at the screen need to hear it.
#ifndef DB_FAILURE_H
#define DB_FAILURE_H

#include "base/err.h"

#include <sqlite3.h>

// The engine's code for the last failure, corrected: SQLITE_FULL where it speaks of input and output,
// SQLITE_IOERR_READ where it takes what the disk does not give for a malformed file.
int failure_code(sqlite3 *db);
// Says what that code means for the file at path, and what to do. Always false.
bool failure_tell(sqlite3 *db, const char *path, int code, Err *err);

#endif
