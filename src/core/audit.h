// SPDX-License-Identifier: MIT
// Audit: the journal as people read it. It tells what stood in drafts too, so it is the Office's
// (RIGHT_DIRECT).
#ifndef CORE_AUDIT_H
#define CORE_AUDIT_H

#include "base/vec.h"
#include "core/core.h"
#include "core/journal.h"
#include "core/noun.h"

// One change: what one person did in one go.
typedef struct {
	int64_t seq, at, undoes; // of its first entry; undoes 0: none
	int64_t thing_id, entries;
	const char *op, *kind;   // kind: the table of its first thing
	const char *person, *login;
} AuditChange;

typedef struct {
	int64_t since;     // instant; 0: from the beginning
	int64_t person_id; // 0: everybody
} AuditFilter;

// Vec of AuditChange, oldest first.
bool audit_log(Core *core, const AuditFilter *filter, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// A thing by its number or, where its kind has them, by code, login or document number.
bool audit_find(Core *core, NounKind noun, const char *typed, Arena *arena, int64_t *id,
	Err *err) WARN_UNUSED;
// Vec of JournalEntry, oldest first; ERR_NOT_FOUND where the journal knows no such thing.
bool audit_thing(Core *core, NounKind noun, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// What an entry changed, as people read it: names for ids, days and times as they are written.
typedef struct {
	const char *column; // its name in the schema
	const char *label;  // translated
	const char *before; // "" for nothing, and for a new thing
	const char *after;
} AuditField;

// Vec of AuditField in the order of the columns; none where the body was erased. A new thing's empty
// columns are left out.
bool audit_fields(Core *core, const JournalEntry *entry, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
