// SPDX-License-Identifier: MIT
// Tasks and places as several commands take them: lists with commas.
#ifndef CLI_TASK_PICK_H
#define CLI_TASK_PICK_H

#include "base/vec.h"
#include "cli/command.h"
#include "core/task.h"

// "1.1a,2.3b": Vec of int64_t, tasks.
bool pick_tasks(Cli *cli, const char *codes, Vec *out, Err *err) WARN_UNUSED;
// "phu-quoc,hd,province"; districts and regions stand for all of them: Vec of Place.
bool pick_places(Cli *cli, const char *codes, Vec *out, Err *err) WARN_UNUSED;
// Each of the tasks in each of the places; "all": wherever the task is. Vec of Leaf.
bool pick_leaves(Cli *cli, const char *codes, const char *places, Vec *out, Err *err) WARN_UNUSED;

// The two arguments of commands about leaves; values begins with them.
typedef struct {
	const char *codes, *places;
} PickedLeaves;
extern const Option pick_arguments[];

// The ids of a Vec of Leaf, in the arena.
const int64_t *picked_ids(const Vec *leaves, Arena *arena);

#endif
