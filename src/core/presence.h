// SPDX-License-Identifier: MIT
// Presence: who else has the same thing open, to read or to edit. A lease, never a lock: each session
// keeps a small file in <db>.open/ and holds a lock on it, which the system itself ends with the
// process, however that ends. Nothing of it passes the database: a row would cost a synced write for
// each screen that is opened, and wake every other session's look for changes.
#ifndef CORE_PRESENCE_H
#define CORE_PRESENCE_H

#include "base/vec.h"
#include "core/thing.h"

typedef struct Presence Presence;

typedef enum { PRESENCE_READS, PRESENCE_EDITS } PresenceHow;

typedef struct {
	int64_t person_id;
	PresenceHow how;
	char name[96]; // as in people's lists
} Other;

// The session of the core's actor. Nothing is touched on disk before something is open; where that
// cannot be done, one is alone.
Presence *presence_open(Core *core) __attribute__((returns_nonnull));
void presence_close(Presence *presence);

// What this session has open now; id 0: nothing.
void presence_set(Presence *presence, Thing thing, PresenceHow how);
// Looks again where anything may have changed since the last call (it costs one stat when nobody else
// is there). Vec of Other: living sessions that have the same thing open, those who edit first.
const Vec *presence_others(Presence *presence);

#endif
