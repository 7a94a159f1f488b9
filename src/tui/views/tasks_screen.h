// SPDX-License-Identifier: MIT
// The inside of the screen of all tasks, shared with the form that narrows it.
#ifndef TUI_VIEWS_TASKS_SCREEN_H
#define TUI_VIEWS_TASKS_SCREEN_H

#include "core/leaf_group.h"
#include "tui/op.h"
#include "tui/views.h"

// A group's head, or a leaf in it.
typedef struct {
	int group, leaf; // indices; leaf -1: the head
} TasksRow;

typedef struct {
	LeafFilter filter;
	GroupKind group;
	bool narrowed; // filter is not empty
	Vec leaves;    // of Leaf, in order
	Vec groups;    // of LeafGroup
	Vec rows;      // of TasksRow
	List list;
	Figures total;
} TasksScreen;

bool tasks_filter_open(App *app, Err *err) WARN_UNUSED;

#endif
