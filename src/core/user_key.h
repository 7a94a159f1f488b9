// SPDX-License-Identifier: MIT
// Keys: the public SSH keys of people, with the days on which each is valid. A key belongs to one
// person and is known once for all times. They let people in (see the file of keys that `key export`
// writes) and say who signed.
#ifndef CORE_USER_KEY_H
#define CORE_USER_KEY_H

#include "base/vec.h"
#include "core/core.h"

typedef struct {
	int64_t id, rev, person_id;
	const char *type, *base64, *fingerprint, *comment;
	const char *from, *to;     // days of validity, both inclusive; to "" is open
	int64_t removed_at;        // 0: not taken away
	const char *login, *name;  // of the person
	bool lets_in;              // today: valid, not taken away, the person active
} UserKey;

typedef enum { USER_KEY_LETS_IN, USER_KEY_ALL } UserKeyScope;

// Vec of UserKey by rank, name and day; person_id 0 is everybody. Of others: RIGHT_ADMINISTER.
bool user_key_list(Core *core, int64_t person_id, UserKeyScope scope, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// By number or SHA256:… fingerprint. RIGHT_ADMINISTER.
bool user_key_find(Core *core, const char *typed, Arena *arena, UserKey *out, Err *err) WARN_UNUSED;

// RIGHT_ADMINISTER for all three. line is a public key (see ssh_key.h), valid from today; ERR_CONFLICT
// for one that is known already, whoever has it. *id is the new key's.
bool user_key_add(Core *core, int64_t person_id, const char *line, int64_t *id, Err *err) WARN_UNUSED;
// It lets nobody in any more. What was signed with it stays valid up to last_day ("" is today).
bool user_key_remove(Core *core, int64_t id, const char *last_day, Err *err) WARN_UNUSED;
// Adds one and takes all others of the person away, in one change. *removed is how many.
bool user_key_replace(Core *core, int64_t person_id, const char *line, int64_t *id, int *removed,
	Err *err) WARN_UNUSED;

#endif
