// SPDX-License-Identifier: MIT
// What some of a task's leaves add up to.
#ifndef CORE_TASK_SUM_H
#define CORE_TASK_SUM_H

#include "core/task.h"

// Of several places the one that is farthest behind speaks for all. Begins as TASK_SUM_INIT.
typedef struct {
	int places, told, done; // done: or ended
	int total;              // of percents
	int64_t leaf_id;        // where there is a single place, else 0
	const char *lead;       // of the first
	const char *due;        // in force, the next one that is open; "" without
	bool due_open;
	bool late;
	int days_late;
} TaskSum;

#define TASK_SUM_INIT { .lead = "", .due = "" }

void task_sum_add(TaskSum *sum, const Leaf *leaf); // keeps the leaf's strings
int task_sum_percent(const TaskSum *sum);          // the mean

#endif
