// SPDX-License-Identifier: MIT
// Restore: a verified copy takes the database's place; what was there is kept beside it. In order:
//
//	restore_open     copies the file beside the database and verifies that copy
//	restore_allow    RIGHT_ADMINISTER, asked of the database that is to go or, where that can say
//	                 nothing any more, of the copy
//	restore_run      puts it in place, alone with the database
//	restore_close    removes what was not put in place
#ifndef CORE_RESTORE_H
#define CORE_RESTORE_H

#include "core/backup.h"
#include "core/seal.h"

typedef struct Restore Restore;

// secret opens a sealed backup; NULL for one that is not sealed.
typedef struct {
	const char *path;
	const SealSecret *secret;
} RestoreFile;

// ERR_DB where the file is not whole, not ours or newer than the program; ERR_DATA where a -wal or
// -journal lies beside it, so that it is no copy by itself, or where it was sealed and altered;
// ERR_INVALID where it is sealed and there is no key, or the reverse. The database is not touched.
bool restore_open(const RestoreFile *file, const char *db, const CoreRules *rules, Clock clock,
	Restore **out, Err *err) WARN_UNUSED;
const BackupFacts *restore_facts(const Restore *restore);

// What to ask about rights: the database, read only, or the copy where there is no database or a
// damaged one; `wanted` then says which kind it should be. The caller takes an identity in it, hands
// it to restore_allow() and closes it.
bool restore_authority(
	Restore *restore, CoreKind wanted, Core **out, Err *err) WARN_UNUSED;
// ERR_DENIED; ERR_DATA where demo and real data would take each other's place.
bool restore_allow(Restore *restore, Core *authority, Err *err) WARN_UNUSED;

// ERR_BUSY while anybody has the database open. *aside is where the old file is now, "" where there
// was none; it lives as long as the restore. On failure the old file is where and as it was.
bool restore_run(Restore *restore, const char **aside, Err *err) WARN_UNUSED;
void restore_close(Restore *restore);

#endif
