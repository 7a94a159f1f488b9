// SPDX-License-Identifier: MIT
// Between the files of tasks and leaves: nobody outside includes this.
#ifndef CORE_TASK_PARTS_H
#define CORE_TASK_PARTS_H

#include "core/task.h"

// Where a task came from, in words. Four columns from `column` on, "" for what does not apply: the
// directive's number, the minutes' number, the meeting's day, the review's period.
// Where it came from a remark, `remark` is the column of its author's name, the next its day.
const char *task_origin_words(Stmt *stmt, int column, int remark, Arena *arena);

// The bodies of a task, as they are called on the day looked at: part, name, short name, id.
Stmt *task_bodies_query(Core *core, int64_t task_id);

// Rows inside a change of the caller's; failures stay in it.
void body_insert(Change *change, Body *body, int64_t position);
void task_body_insert(Change *change, int64_t task_id, int64_t body_id, const char *part,
	int64_t position);
// due "": the task's own. Returns the id.
int64_t leaf_insert(Change *change, int64_t task_id, Place place, const char *due);

// Asks under the lock whether one may still tell of a leaf.
void progress_hold(Change *change, int64_t leaf_id);
void progress_insert(Change *change, int64_t leaf_id, const ProgressInput *input, Arena *arena);

void extension_insert(Change *change, int64_t leaf_id, const Extension *extension);
// Marks it as ended today, or as not ended for the reason "".
void leaf_mark_ended(Change *change, int64_t leaf_id, int64_t rev, const char *reason);

// The place of a leaf; ERR_NOT_FOUND.
bool leaf_place_get(Core *core, int64_t leaf_id, Place *out, Err *err) WARN_UNUSED;

// A real day that is not after today; else ERR_INVALID about the field. `what` names it.
bool day_check(Core *core, const char *day, const char *field, const char *what,
	Err *err) WARN_UNUSED;

#endif
