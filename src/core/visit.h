// SPDX-License-Identifier: MIT
// Where a person left the program, so that the next start stands there again.
#ifndef CORE_VISIT_H
#define CORE_VISIT_H

#include "core/core.h"

typedef enum { VISIT_LEFT, VISIT_DROPPED } VisitEnd;

// place is the screen's own notation; last_at is the end of the last visit, 0 before a first one.
typedef struct {
	const char *place;
	int64_t last_at;
	VisitEnd end; // left, or the line dropped
} Visit;

bool visit_of(Core *core, int64_t person_id, Arena *arena, Visit *out, Err *err) WARN_UNUSED;
// The actor's. Not journaled: it tells nothing of the province.
bool visit_store(Core *core, const char *place, VisitEnd end, Err *err) WARN_UNUSED;

#endif
