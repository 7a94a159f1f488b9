// SPDX-License-Identifier: MIT
// Journal: append-only, chained by hashes; one mechanism for history, undo and audit.
//
// hash = SHA-256 over the version byte 1 and, each as an 8-byte big-endian length and its bytes:
// office, seq, at, person_id, op, change, undoes, kind, thing_id, base_rev, body_hash, prev.
// Integers are 8 bytes big-endian; an absent undoes has length 0. body_hash = SHA-256(salt ‖ body).
#ifndef CORE_JOURNAL_H
#define CORE_JOURNAL_H

#include "core/core.h"
#include "base/vec.h"
#include "core/noun.h"

enum { JOURNAL_HASH = 32, JOURNAL_SALT = 16 };

typedef struct {
	int64_t seq, at, person_id, change, undoes, thing_id, base_rev; // undoes 0: none
	const char *op, *kind;
	const char *person; // name, when read
	const char *body;   // JSON; NULL where it was erased
} JournalEntry;

// Appends an entry (inside a write): office, time, person and chain are filled in; entry->change 0
// starts a new change and is set to the entry's own seq.
bool journal_append(Core *core, JournalEntry *entry, Err *err) WARN_UNUSED;

// The last entry's seq and hash (zeroes for an empty journal).
typedef struct {
	int64_t seq;
	unsigned char hash[JOURNAL_HASH];
} JournalHead;
bool journal_head(Core *core, JournalHead *out, Err *err) WARN_UNUSED;

// Recomputes the whole chain; ERR_DB names the first entry that does not hold. *count is how many
// entries were looked at.
bool journal_verify(Core *core, int64_t *count, Err *err) WARN_UNUSED;

// What is printed on paper: the entry's number and the first 12 hex digits of its hash. Whoever
// rewrites the journal and all its hashes cannot rewrite the paper.
enum { JOURNAL_ANCHOR = 12 };
void journal_anchor(const unsigned char hash[JOURNAL_HASH], char out[JOURNAL_ANCHOR + 1]);
// Whether this office's entry seq still has the hash that paper says: 12 or more hex digits in either
// case, else ERR_INVALID. ERR_DB says how entry and paper differ.
bool journal_check_anchor(Core *core, int64_t seq, const char *digits, Err *err) WARN_UNUSED;

// After a change was committed: where it is the first of its day, what the journal ended with before it
// goes to the system's log, which whoever owns the file does not own. Not in the demo.
void journal_log_day(Core *core, int64_t change);

// The entries of one change, or of one thing, oldest first.
bool journal_of_change(Core *core, int64_t change, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool journal_of_thing(Core *core, NounKind noun, int64_t id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

#endif
