// SPDX-License-Identifier: MIT
// Thing: anything with a screen of its own, as remarks, history, presence and boards point at it.
// One row of a table says how each kind is called and where it belongs.
#ifndef CORE_THING_H
#define CORE_THING_H

#include "core/noun.h"
#include "core/place.h"

// id 0: nothing.
typedef struct {
	NounKind noun;
	int64_t id;
} Thing;

typedef struct {
	const char *title; // "buổi làm việc 25/11/2021, Hải đảo"
	Place place;       // the province where it belongs to no one place
} ThingName;

// Whether such things have screens, so that one may point at them.
bool thing_has_screen(NounKind noun);
// ERR_NOT_FOUND for a row that is not there, ERR_INVALID for a kind without a screen.
bool thing_name(Core *core, Thing thing, Arena *arena, ThingName *out, Err *err) WARN_UNUSED;
bool thing_same(Thing a, Thing b);
// From numbers that were kept with a place or a draft; nothing where there is no such kind.
Thing thing_of_numbers(int64_t noun, int64_t id);

#endif
