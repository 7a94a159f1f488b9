// SPDX-License-Identifier: MIT
// What the files about users share: keys and roles as parts of a larger change.
#ifndef CORE_USER_PARTS_H
#define CORE_USER_PARTS_H

#include "core/change.h"
#include "core/person.h"
#include "core/ssh_key.h"
#include "core/user_key.h"

// ERR_CONFLICT for a key that somebody has or had.
bool user_key_check_new(Core *core, const SshKey *key, Err *err) WARN_UNUSED;
void user_key_insert(Change *change, int64_t person_id, const SshKey *key, const char *from, int64_t *id);
// removed_at 0 leaves it in the file of keys until that day.
void user_key_end(Change *change, const UserKey *key, const char *last_day, int64_t removed_at);

// Whether the person may be added: name, login, its being free.
bool person_check_new(Core *core, const Person *person, Err *err) WARN_UNUSED;
// The person and the roles, texts cleaned; the id is set.
void person_insert(Change *change, Person *person, Arena *arena);
// As it is to become; its rev is the one that was read.
void person_update(Change *change, const Person *person, Arena *arena);
void assignment_insert(Change *change, Assignment *assignment);
void role_insert(Change *change, int64_t person_id, Role role, const char *from, const char *to);

#endif
