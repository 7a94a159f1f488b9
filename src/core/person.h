// SPDX-License-Identifier: MIT
// People, their roles and whom or what they are assigned to. Order: protocol rank, then name.
#ifndef CORE_PERSON_H
#define CORE_PERSON_H

#include "base/vec.h"
#include "core/core.h"
#include "core/place.h"

typedef struct {
	int64_t id, rev;
	const char *login; // "" without one; [a-z0-9_-]{1,32}
	const char *name, *sort_name, *post, *phone;
	int rank; // smaller comes first; 999 without one
	int64_t body_id, district_id; // 0: none
	const char *from, *to; // "" open
	unsigned roles; // in force today; when adding, those to grant
} Person;

// Vec of Person in post today (all, with PERSON_ALL).
typedef enum { PERSON_IN_POST, PERSON_ALL } PersonScope;
bool person_list(Core *core, PersonScope scope, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool person_get(Core *core, int64_t id, Arena *arena, Person *out, Err *err) WARN_UNUSED;
// By login, or by name without regard to accents and case; ERR_NOT_FOUND, or ERR_INVALID listing
// the candidates where several fit.
bool person_find(Core *core, const char *typed, Arena *arena, Person *out, Err *err) WARN_UNUSED;
// "đ/c Trần Văn Mẫu, Phó Bí thư Tỉnh ủy"
const char *person_title(Arena *arena, const char *name, const char *post);

// RIGHT_ADMINISTER. person->id becomes the new id.
bool person_add(Core *core, Person *person, Err *err) WARN_UNUSED;
bool login_check(const char *login, Err *err) WARN_UNUSED;

// Exactly one of region_id, district_id, member_id (the member whom a secretary serves).
typedef struct {
	int64_t id, rev, person_id;
	int64_t region_id, district_id, member_id;
	bool stand_in;
	const char *document, *from, *to;
	const char *name, *post; // of the person, when read
} Assignment;

// RIGHT_DIRECT. Overlapping ones are allowed (stand-ins, hand-overs in the middle of a day).
bool assignment_add(Core *core, Assignment *assignment, Err *err) WARN_UNUSED;
// The last day of one; ERR_CONFLICT with a stale rev.
bool assignment_end(Core *core, int64_t id, int64_t rev, const char *last_day, Err *err) WARN_UNUSED;
// Who has a place in charge on a day ("" is today): Vec of Assignment, stand-ins last, newest
// first.
bool assignment_of_place(Core *core, Place place, const char *day, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// All who have had it at some time from … to.
bool assignment_of_place_during(Core *core, Place place, const char *from, const char *to,
	Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// What a person is assigned to today; Vec of Assignment.
bool assignment_of_person(Core *core, int64_t person_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// Whatever a person was, is and will be assigned to, newest first; Vec of Assignment.
bool assignment_of_person_ever(Core *core, int64_t person_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// Those that serve a member on a day, by member; Vec of Assignment.
bool assignment_of_secretaries(Core *core, const char *day, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
bool assignment_get(Core *core, int64_t id, Arena *arena, Assignment *out, Err *err) WARN_UNUSED;
// "vùng Hải đảo", "TP Phú Quốc", or the member's name.
bool assignment_target(Core *core, const Assignment *assignment, Arena *arena, const char **out,
	Err *err) WARN_UNUSED;
// Binds all columns of an insert or update.
void assignment_bind(Stmt *stmt, const Assignment *assignment);

#endif
