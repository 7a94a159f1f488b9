// SPDX-License-Identifier: MIT
// Migrations: numbered scripts, each applied once, in order, in one transaction of its own.
#ifndef DB_MIGRATE_H
#define DB_MIGRATE_H

#include "db/db.h"

typedef struct {
	const char *name; // 0001-name.sql; its place in the array is its version
	const char *script;
} Migration;

// Ends with a nameless entry. Made by the build from src/db/migrations/.
extern const Migration migrations[];

// Brings a database up to the program. A file that is behind is copied to PATH.before-N first. One
// that is ahead, or whose applied scripts differ from ours, is refused and left as it is.
bool db_migrate(Db *db, int64_t now, Err *err) WARN_UNUSED;

// Whether the file's schema is one that this program can bring up to date: ERR_DB for a newer one and
// for one whose steps are not ours. Nothing is written.
bool db_schema_check(Db *db, Err *err) WARN_UNUSED;

// The same, and it must be up to date: what cannot be written cannot be brought there.
bool db_schema_is_current(Db *db, Err *err) WARN_UNUSED;

int migration_count(void);

#endif
