// SPDX-License-Identifier: MIT
// Bodies (cơ quan), as they stand on a day: what they are called then, who follows those that have
// ended. Strings live in the caller's arena.
#ifndef CORE_BODY_H
#define CORE_BODY_H

#include "base/vec.h"
#include "core/core.h"
#include "core/place.h"

typedef struct {
	int64_t id;
	const char *code, *name, *short_name;
	const char *from, *to; // "" for open
	bool ended;            // before the day looked at: it is read, and may have successors
	int open, late;        // leaves that it leads and that are not done; once body_load_led() has run
} Body;

// Vec of Body in official order: those of the day looked at; those that ended before it.
bool body_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool body_list_ended(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool body_get(Core *core, int64_t id, Arena *arena, Body *out, Err *err) WARN_UNUSED;
bool body_load_led(Core *core, Body *body, Err *err) WARN_UNUSED;
// By code, or by name or short name without regard to accents, one of the day before one that has
// ended; ERR_NOT_FOUND, ERR_INVALID.
bool body_find(Core *core, const char *typed, Arena *arena, Body *out, Err *err) WARN_UNUSED;
// ERR_INVALID for one that is not there today, with who follows it. Before something new is given to it.
bool body_check_in_force(Core *core, int64_t id, Err *err) WARN_UNUSED;

// Who follows, and whom it follows; Vec of Body.
bool body_successors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool body_predecessors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// "đã kết thúc 30/06/2025, kế thừa: …" of one that has ended, "kế thừa …" of one that follows another,
// "" of the rest.
bool body_kin_words(Core *core, const Body *body, Arena *arena, const char **out,
	Err *err) WARN_UNUSED;

// What it is called, the newest first: Vec of BodyName; from "" for the first name.
typedef struct {
	const char *from, *name, *short_name, *document;
} BodyName;
bool body_names(Core *core, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// Who leads a task at a single place where nobody was named: a district's own party committee on that
// day; *id is 0 where there is none, and of regions and the province.
bool body_default(Core *core, Place place, const char *day, int64_t *id, Err *err) WARN_UNUSED;
// RIGHT_DIRECT. ERR_CONFLICT for a code that is taken.
bool body_add(Core *core, Body *body, Err *err) WARN_UNUSED;

// Gives each open leaf that a body which has ended leads to one that follows it (0: the only one), as
// the leaf's own lead; who leads the task in the directive's words stays. What it leads together with
// others is left to whoever knows them. As one change; RIGHT_DIRECT. ERR_INVALID where it has not ended
// or `to` does not follow it.
typedef struct {
	int made, shared; // leaves handed on; those that others lead too
} BodySpread;
bool body_spread(Core *core, int64_t id, int64_t to, BodySpread *out, Err *err) WARN_UNUSED;

#endif
