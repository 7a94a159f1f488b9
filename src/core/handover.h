// SPDX-License-Identifier: MIT
// Handing over: one change ends what somebody is assigned to and begins the same for another, with
// the day and the deciding document. Approved reviews and final minutes keep their names. What is
// open is listed: meetings still to come and remarks to be answered pass to the successor; what was
// said, written or held before stays in the name of its author, and the successor goes on with it by
// his new rights.
#ifndef CORE_HANDOVER_H
#define CORE_HANDOVER_H

#include "core/person.h"
#include "core/thing.h"

typedef enum {
	WORK_MEETING, // planned
	WORK_MINUTES, // in progress or draft
	WORK_REVIEW,  // begun and not approved
	WORK_REMARK,  // to be answered, or one's own whose answer is awaited or not yet seen
	WORK_DRAFT,   // typed and not stored, in a hand-over's plan only: that it is there, no more
} WorkKind;

// Something that waits for somebody to finish it.
typedef struct {
	WorkKind kind;
	Thing thing;
	const char *title; // of the thing
	const char *state; // "biên bản nháp", "trả lại"
	const char *names; // in whose name it stands: chair and recorder, author; "" for a review
	int64_t rev;       // of a meeting, of a remark
	int64_t author_id; // of a remark
	bool chairs, records; // the person does
	bool addressed;    // a remark: to the person himself
	bool passes;       // in a hand-over: the successor takes the person's place in it
} Work;

// Whose work, and of it only what belongs to the place or the member served; neither: all.
typedef struct {
	int64_t person_id;
	Place place;
	int64_t member_id;
} WorkOf;

// What is open on the day ("" is today): meetings that the person chairs or records or that are of
// the regions led (for a secretary, by the member served), those regions' reviews, and remarks that the
// person has to answer (also by his rights there) or follows as their author. Vec of Work.
// Open minutes only where RIGHT_READ_OPEN.
bool work_list(Core *core, const WorkOf *of, const char *day, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

typedef struct {
	WorkOf from;
	int64_t successor_id;
	const char *first_day; // of the successor; the day before is the last of the other
	const char *document;  // "" where there is none
} Handover;

// What handing over would do, without doing it: assignments (Vec of Assignment, as they are to
// become) and works (Vec of Work). RIGHT_DIRECT; every refusal of handover_run() but a stale one.
bool handover_plan(Core *core, const Handover *handover, Arena *arena, Vec *assignments, Vec *works,
	Err *err) WARN_UNUSED;
// One change, taken back as one. ERR_NOT_FOUND where there is nothing to hand over, ERR_CONFLICT
// where the successor has it already or somebody has changed it meanwhile.
bool handover_run(Core *core, const Handover *handover, Err *err) WARN_UNUSED;

#endif
