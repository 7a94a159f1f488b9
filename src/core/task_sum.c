// SPDX-License-Identifier: MIT
#include "core/task_sum.h"

#include <string.h>

// An open deadline stands before one that is met, whatever their days.
static void add_due(TaskSum *sum, const char *due, bool open)
{
	bool sooner = open == sum->due_open ? strcmp(due, sum->due) < 0 : open;
	if (!*due || (*sum->due && !sooner))
		return;
	sum->due = due;
	sum->due_open = open;
}

void task_sum_add(TaskSum *sum, const Leaf *leaf)
{
	bool done = leaf->state == STATE_DONE || leaf->ended;
	sum->leaf_id = sum->places++ ? 0 : leaf->leaf_id;
	sum->total += leaf->percent;
	sum->done += done;
	sum->told += leaf->state != STATE_SILENT;
	if (leaf->late && leaf->days_late > sum->days_late) {
		sum->late = true;
		sum->days_late = leaf->days_late;
	}
	add_due(sum, leaf->due, !done);
	if (!*sum->lead)
		sum->lead = leaf->lead;
}

int task_sum_percent(const TaskSum *sum)
{
	return sum->places ? sum->total / sum->places : 0;
}
