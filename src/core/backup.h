// SPDX-License-Identifier: MIT
// Backups: copies of the whole database, made while it is in use, verified before they get their
// name, and removed in turn. One directory serves one database.
#ifndef CORE_BACKUP_H
#define CORE_BACKUP_H

#include "base/vec.h"
#include "core/core.h"
#include "core/journal.h"

// What a verified file holds.
typedef struct {
	CoreKind kind;
	int office;
	int64_t entries; // of the journal, all offices'
	JournalHead head;
} BackupFacts;

// Whether the file is ours, of a schema not newer than the program's, whole, with every link between
// its tables and the journal's chain. Read only; ERR_DB or ERR_NOT_FOUND says what is wrong.
bool backup_verify(const char *path, const CoreRules *rules, Clock clock, BackupFacts *out,
	Err *err) WARN_UNUSED;

// Where a backup goes. seal_to: NULL, or the public key that it is sealed to.
typedef struct {
	const char *dir;
	const unsigned char *seal_to;
} BackupTarget;

// RIGHT_ADMINISTER. A new file dieuphoi-YYYYMMDD-HHMMSS.db in dir, 0600, on the disk, verified; with
// .sealed behind it where it is sealed, and then nothing unsealed ever lies in dir. now is the
// machine's clock, also in the demo, whose own stands still. ERR_CONFLICT where the name is taken.
// *name lives in the arena.
bool backup_make(Core *core, const BackupTarget *target, int64_t now, Arena *arena, const char **name,
	BackupFacts *facts, Err *err) WARN_UNUSED;

// A file goes when every rule that is set lets it go: more than `keep` files are newer or as new, it
// is older than `days` days. 0: no such rule.
typedef struct {
	int keep, days;
} BackupRotation;

// RIGHT_ADMINISTER. Removes from dir, oldest first, what the rules let go; only files named as above,
// judged by their names, and neither the newest nor `made`. removed: Vec of const char *.
bool backup_rotate(Core *core, const char *dir, const char *made, const BackupRotation *rotation,
	int64_t now, Arena *arena, Vec *removed, Err *err) WARN_UNUSED;

#endif
