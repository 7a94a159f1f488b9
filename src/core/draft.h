// SPDX-License-Identifier: MIT
// Drafts: whatever is typed outlives the session that typed it. Each session has a file of its own,
// <db>.drafts/<login>-<session>.log (or elsewhere, see below), to which every batch of keys is appended in one write; the lock
// on it says that the session lives. What a dead one left open is offered to the same person.
//
//	Drafts → Draft (one form or text that is open) → parts (a form's fields; a text has one)
//
// Invariant: a draft is in the log, unended, exactly while some part differs from what is stored.
#ifndef CORE_DRAFT_H
#define CORE_DRAFT_H

#include "base/vec.h"
#include "core/core.h"

typedef struct Drafts Drafts;
typedef struct Draft Draft;

// What is being typed, and how to get there again. The strings are copied.
typedef struct {
	const char *form;      // the form's or text's stable name
	int64_t id, other_id;  // of what; its own matter
	const char *code;
	const char *place;     // the screens below it, in their own notation
	int64_t rev;           // of the thing, where it has one
} DraftOf;

// Where drafts go when there is no writing beside the database (a read-only or full disk): directories
// of one's own, 0700, below $XDG_STATE_HOME or ~/.local/state, /var/tmp and /dev/shm. They are made ahead
// by draft_spares_make(), for a process that will be confined; out gets their paths, "" for none.
enum { DRAFT_SPARES = 3 };
void draft_spares_make(Arena *arena, const char *out[DRAFT_SPARES]);

// The session of the core's actor. Nothing is touched on disk before something is typed.
Drafts *drafts_open(Core *core) __attribute__((returns_nonnull));
// Writes and syncs what is left. The file goes when nothing in it is open.
void drafts_close(Drafts *drafts);

// Hands everything recorded since the last call to the system, in one write, and syncs it when it
// has waited for 5 s. now is in ms, of any clock that does not jump. A failure is told once; until
// it works again everything is kept in memory and tried anew with each call.
bool drafts_write(Drafts *drafts, int64_t now, Err *err) WARN_UNUSED;
// The same, synced at once: in a pause, and when the line drops.
bool drafts_sync(Drafts *drafts, Err *err) WARN_UNUSED;
// Whether there is anything that drafts_sync() would have to do.
bool drafts_unsynced(const Drafts *drafts);

// Recording ------------------------------------------------------------------------------------

Draft *draft_new(Drafts *drafts, const DraftOf *of) __attribute__((returns_nonnull));
// Without draft_end() it stays in the file. NULL is allowed.
void draft_free(Draft *draft);
// What is stored now, and its rev. A draft that has begun keeps what it began with.
void draft_base(Draft *draft, const char *part, const char *text);
void draft_rev(Draft *draft, int64_t rev);
// What stands on the screen. The difference from the last call is found and recorded: callers hand
// over the whole text.
void draft_keep(Draft *draft, const char *part, const char *text);
bool draft_begun(const Draft *draft);
// It has been stored, or given up. Recording may go on, from what was kept last as the base.
void draft_end(Draft *draft);
// NULL where there is no such part.
const char *draft_base_text(const Draft *draft, const char *part);

// What somebody else has typed and not stored, in sessions that live or not: that it is there and of
// what, not a word of it. Nothing is taken over.
typedef struct {
	const char *what; // "diễn biến buổi làm việc"
	int64_t typed_at;
} DraftTold;
bool drafts_told(Core *core, const char *login, Vec *out, Err *err) WARN_UNUSED;
// In words, by a form's stable name; "" for one that is unknown.
const char *draft_form_words(const char *form);

// What dead sessions left ----------------------------------------------------------------------

typedef struct {
	const char *name, *base, *text;
	size_t cursor; // where it was changed last
} LeftPart;

typedef struct {
	DraftOf of;
	int64_t session_at, typed_at; // instants
	Vec parts;                    // of LeftPart
} Left;

// Appends every draft (const Left *) of this person that no living session holds, newest first, and
// holds it for this session. A torn end is no failure: all before it counts. They live until they
// are dropped or drafts_close().
bool drafts_left(Drafts *drafts, Vec *out, Err *err) WARN_UNUSED;
// It has been continued, and this session's own record is safe; or it is given up.
bool drafts_drop(Drafts *drafts, const Left *left, Err *err) WARN_UNUSED;

#endif
