// SPDX-License-Identifier: MIT
// A task in one line, with what its leaves add up to: in the tree of a directive, under a clause.
#ifndef TUI_VIEWS_TASK_LINE_H
#define TUI_VIEWS_TASK_LINE_H

#include "core/figures.h"
#include "tui/view.h"

typedef struct {
	Task task;
	Figures figures; // over its leaves
	int leaves;
	int64_t leaf_id; // of its only leaf; 0 where it has none or several
	State state;     // that leaf's
	int percent;     // that leaf's
	const char *progress, *deadline;
} TaskLine;

// Appends the tasks of a directive (clause_id 0: all of them) in order; strings in the view's
// arena.
bool task_lines_load(
	View *view, int64_t directive_id, int64_t clause_id, Vec *out, Err *err) WARN_UNUSED;
void task_line_draw(Canvas *canvas, Rect rect, int indent, const TaskLine *line);
// Its only leaf, or the task with all of them.
bool task_line_open(View *view, const TaskLine *line, Err *err) WARN_UNUSED;

#endif
