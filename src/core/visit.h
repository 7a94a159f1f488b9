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

// Where one stands now, for when the session is killed: a small file in <db>.open/ that is written over
// with each step, without waiting for the disk, and goes with an orderly end. The lock on it says that
// the session lives.
typedef struct VisitTrace VisitTrace;
#define VISIT_TRACE_SUFFIX ".place"

// The session of the core's actor. Nothing is touched on disk before the first place; where that cannot
// be done, nothing is kept.
VisitTrace *visit_trace_open(Core *core) __attribute__((returns_nonnull));
void visit_trace_set(VisitTrace *trace, const char *place);
void visit_trace_close(VisitTrace *trace);
// Where killed sessions of the actor stood, if that is later than *visit: as dropped. Takes it away.
void visit_trace_left(Core *core, Arena *arena, Visit *visit);

#endif
