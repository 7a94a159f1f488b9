// SPDX-License-Identifier: MIT
// What of all tasks is listed, as options say it.
#ifndef CLI_TASK_FILTER_H
#define CLI_TASK_FILTER_H

#include "cli/command.h"
#include "core/task.h"

typedef struct {
	const char *region, *district, *directive, *clause, *body, *origin, *state, *deadline, *due;
	const char *group;
	bool overdue, json;
} TaskFilter;

extern const Option task_filter_options[];

bool task_filter_make(Cli *cli, const TaskFilter *given, LeafFilter *out, Err *err) WARN_UNUSED;

#endif
