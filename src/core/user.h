// SPDX-License-Identifier: MIT
// Users: people as administrators keep them. Nobody is ever deleted: one is closed, and whatever one
// has written keeps the name. All need RIGHT_ADMINISTER.
#ifndef CORE_USER_H
#define CORE_USER_H

#include "core/person.h"
#include "core/user_key.h"

// Somebody with a login, as the list of users shows them.
typedef struct {
	Person person;      // roles: those of today
	const char *serves; // whom as a secretary today: names, ", " between
	int keys;           // in force today
	int64_t last_at;    // the end of the last visit, 0: never
	bool closed;        // the last day is over
} UserLine;

// Vec of UserLine by rank and name, closed ones too.
bool user_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// NULL and 0 leave as it is; ids of -1 and texts of "" empty it.
typedef struct {
	const char *login; // only for who has none
	const char *name, *sort_name, *post, *phone;
	int rank;
	int64_t body_id, district_id;
	unsigned roles; // with roles_given: those from today on
	bool roles_given;
	int64_t rev; // of the person as it was shown; 0: whatever is there
} UserChange;

// ERR_CONFLICT where nobody would be left to administer, and with a stale rev.
bool user_change(Core *core, int64_t person_id, const UserChange *wanted, Err *err) WARN_UNUSED;

// last_day is the last on which one comes in and holds roles; keys end with it. Assignments stay:
// they are the Office's, and *left (of Assignment) says which.
bool user_close(Core *core, int64_t person_id, const char *last_day, Arena *arena, Vec *left,
	Err *err) WARN_UNUSED;

// Many at once. Assignments need RIGHT_DIRECT too.
typedef struct {
	Assignment assignment; // without person, and without member where member_row says who
	int member_row;        // the member served is this one of the list; -1: not
} NewAssignment;

typedef struct {
	Person person;
	const char *key; // a public key's line, "" without one
	const NewAssignment *assignments;
	size_t assignments_n;
} NewUser;

// USER_IMPORT_CHECK does all of it and takes it back.
typedef enum { USER_IMPORT_CHECK, USER_IMPORT_STORE } UserImport;

// All of them or none; *failed is the index of the one that *err is about, n where it is about none.
bool user_import(Core *core, NewUser *users, size_t n, UserImport how, size_t *failed,
	Err *err) WARN_UNUSED;

#endif
