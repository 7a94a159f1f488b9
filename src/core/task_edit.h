// SPDX-License-Identifier: MIT
// A task entered or mended by the Office: its title, who leads and co-operates, its deadline.
#ifndef CORE_TASK_EDIT_H
#define CORE_TASK_EDIT_H

#include "core/task.h"

// Bodies as people write them, by code or name, "; " between; "" for none. A deadline of kind date
// needs a day; one of kind period may have one; the others have none.
typedef struct {
	const char *title, *leads, *cooperating;
	const char *deadline_kind, *deadline_words, *due, *target;
} TaskEdit;

// What a task has now, for a form or as the base of a change of some fields.
TaskEdit task_edit_of(const Task *task, Arena *arena);

// RIGHT_DIRECT. A title that came from a directive's words may be put better; its quote stays.
bool task_save(Core *core, int64_t id, int64_t rev, const TaskEdit *edit, Err *err) WARN_UNUSED;

// A task of a directive's clause, beside those that were loaded with it. ERR_CONFLICT for a code that
// the directive has already, also of a task that is gone.
typedef struct {
	int64_t directive_id, clause_id;
} TaskHome;
bool task_add(Core *core, TaskHome home, const char *code,
	const TaskEdit *edit, const Place *places, size_t places_n, int64_t *id,
	Err *err) WARN_UNUSED;

#endif
