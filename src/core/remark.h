// SPDX-License-Identifier: MIT
// Remarks (ý kiến chỉ đạo): a leader's word on anything that has a screen, to somebody, until a day
// or without one. Open → answered, or made a task; withdrawn by its author.
#ifndef CORE_REMARK_H
#define CORE_REMARK_H

#include "base/vec.h"
#include "core/task.h"
#include "core/thing.h"

typedef enum {
	REMARK_OPEN,
	REMARK_ANSWERED,
	REMARK_TASK,
	REMARK_WITHDRAWN,
	REMARK_STATES,
} RemarkState;

const char *remark_state_code(RemarkState state); // open, answered, task, withdrawn
const char *remark_state_name(RemarkState state); // chưa trả lời, đã trả lời …

typedef struct {
	int64_t id, rev;
	Thing thing;
	const char *about; // what it is about, in words
	Place place;       // of that thing
	const char *place_title;
	int64_t author_id;
	const char *author, *said_on;
	const char *text;
	Thing to; // NOUN_BODY, NOUN_DISTRICT (its party committee) or NOUN_PERSON
	const char *to_words;
	const char *due; // YYYY-MM-DD or ""
	RemarkState state;
	bool late;     // open, and its day is past
	int days_past; // since that day; < 0: so many are left; 0 without a day
	const char *answer, *document, *answered_by;
	int64_t answered_at, seen_at; // epoch milliseconds; 0: not yet
	int64_t task_id;              // 0: none
	const char *task_code;
	bool mine;  // said by the acting person
	bool follows; // mine, or said by whoever led or was in charge of its place before the acting
		      // person, and does no more: its answer waits for him
	bool to_me; // given to the acting person, or to a member whom he serves
} Remark;

// Zero fields do not narrow.
typedef struct {
	Thing thing;
	unsigned states; // of 1 << RemarkState; 0: all but withdrawn
	bool own;        // followed by the acting person, or given to him or whom he serves
} RemarkFilter;

// Vec of Remark: open ones first, by their day, then the newest. One about open minutes or a review
// not yet approved is left out where those may not be read, unless it is the reader's own.
bool remark_list(Core *core, const RemarkFilter *filter, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
bool remark_get(Core *core, int64_t id, Arena *arena, Remark *out, Err *err) WARN_UNUSED;

// To whom one may be given, and who comes to mind first: whoever leads the task, the district's party
// committee, the region's lead; id 0 where nobody does.
typedef struct {
	Thing to;
	const char *words;
} Addressee;
bool addressee_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED; // Vec of Addressee
bool addressee_default(Core *core, Thing about, Arena *arena, Thing *out, Err *err) WARN_UNUSED;
// By a district's, body's or person's code, or by name without regard to accents.
bool addressee_find(Core *core, const char *typed, Arena *arena, Thing *out, Err *err) WARN_UNUSED;

// RIGHT_REMARK. thing, to, text and due ("" for none, not before today) are given; id is set.
// ERR_INVALID by field text, to, due.
// Whether one may say something of such a thing: of work and its places, not of people and bodies.
bool remark_check_about(Thing thing, Err *err) WARN_UNUSED;
bool remark_add(Core *core, Remark *remark, Err *err) WARN_UNUSED;
// Whoever may record progress at its place or at the district that it is given to, the person it is
// given to, and who serves him. An answer that its author has not yet seen may be written anew.
bool remark_answer(Core *core, int64_t id, int64_t rev, const char *answer, const char *document,
	Err *err) WARN_UNUSED;
// Whoever follows it: has seen the answer, and it leaves his board.
bool remark_acknowledge(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;
// Whoever follows it, who serves its author, or RIGHT_DIRECT: becomes a task YK-<number> with the remark's words,
// body, day and place, unless the task says otherwise. NULL: all as in the remark.
typedef struct {
	int64_t body_id; // 0: as in the remark
	const char *due; // "": as in the remark
	const Place *places;
	size_t places_n; // 0: as in the remark
} RemarkTask;
bool remark_make_task(Core *core, int64_t id, int64_t rev, const RemarkTask *task, int64_t *task_id,
	Err *err) WARN_UNUSED;
// Its author, while it is open.
bool remark_withdraw(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;

// Whether the acting person may do that now; false says why not.
bool remark_may_answer(Core *core, const Remark *remark, Err *err) WARN_UNUSED;
bool remark_may_acknowledge(Core *core, const Remark *remark, Err *err) WARN_UNUSED;
bool remark_may_make_task(Core *core, const Remark *remark, Err *err) WARN_UNUSED;
// Of who may make it one, whatever has become of it.
bool remark_is_tasker(Core *core, const Remark *remark, Err *err) WARN_UNUSED;
bool remark_may_withdraw(Core *core, const Remark *remark, Err *err) WARN_UNUSED;

#endif
