// SPDX-License-Identifier: MIT
// In charge: every region and district of a day with whoever has it, and whom the secretaries serve.
#ifndef CORE_CHARGE_H
#define CORE_CHARGE_H

#include "core/person.h"

// One line for each assignment in force on the day; a place that nobody has stands in one line with
// an assignment of id 0.
typedef struct {
	Place place;         // neither: a secretary's line
	const char *code;    // of the place; "" of a member
	const char *title;   // the place's, or the name of the member who is served
	bool again;          // the same place as the line before: a stand-in, or a second person
	Assignment assignment;
} Charge;

// Vec of Charge: each region, then its districts (by their main region), in official order; then
// districts of no region; then members by rank with those who serve them. day "" is today.
bool charge_list(Core *core, const char *day, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
