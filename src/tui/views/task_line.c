// SPDX-License-Identifier: MIT
#include "tui/views/task_line.h"

#include "base/tr.h"
#include "tui/views.h"
#include "tui/views/prose_draw.h"

enum { CODE_COLS = 8, PROGRESS_COLS = 11, DEADLINE_COLS = 16, WIDE_DEADLINE_COLS = 32, WIDE = 110 };

static void add_leaves(TaskLine *line, const Vec *leaves)
{
	for (size_t i = 0; i < leaves->len; i++) {
		const Leaf *leaf = vec_at(leaves, i);
		if (leaf->task_id != line->task.id)
			continue;
		figures_add_leaf(&line->figures, leaf);
		line->leaf_id = line->leaves++ ? 0 : leaf->leaf_id;
		line->state = leaf->state;
		line->percent = leaf->percent;
	}
}

// Dated leaves have a mean; of the others it is counted how many go well; one alone says it itself.
static const char *progress(View *view, const TaskLine *line)
{
	const Figures *figures = &line->figures;
	if (figures->all)
		return view_printf(view, "%d%%", figures_percent(figures));
	if (line->leaf_id)
		return line->state == STATE_SILENT ? tr("chưa b/c")
						   : view_printf(view, "%d%%", line->percent);
	if (line->leaves)
		return view_printf(view, tr("%d/%d tốt"), figures->good, line->leaves);
	return "-";
}

static const char *deadline(View *view, const TaskLine *line)
{
	const Task *task = &line->task;
	if (line->figures.late)
		return view_printf(view, tr("! %d quá hạn"), line->figures.late);
	if (*task->due)
		return view_day(view, task->due);
	return *task->deadline_words ? task->deadline_words : "-";
}

bool task_lines_load(View *view, int64_t directive_id, int64_t clause_id, Vec *out, Err *err)
{
	LeafFilter filter = { .directive_id = directive_id };
	Vec tasks, leaves;
	vec_init(&tasks, sizeof(Task));
	vec_init(&leaves, sizeof(Leaf));
	bool ok = task_list_of(view->core, directive_id, clause_id, &view->arena, &tasks, err) &&
		  leaf_list(view->core, &filter, &view->arena, &leaves, err);
	for (size_t i = 0; ok && i < tasks.len; i++) {
		TaskLine *line = vec_push(out);
		*line = (TaskLine){ .task = *(const Task *)vec_at(&tasks, i) };
		add_leaves(line, &leaves);
		line->progress = progress(view, line);
		line->deadline = deadline(view, line);
	}
	vec_release(&tasks);
	vec_release(&leaves);
	return ok;
}

void task_line_draw(Canvas *canvas, Rect rect, int indent, const TaskLine *line)
{
	int deadline_cols = rect.cols >= WIDE ? WIDE_DEADLINE_COLS : DEADLINE_COLS;
	int title = indent + CODE_COLS, deadline_at = rect.cols - deadline_cols;
	canvas_text_clip(canvas, rect, 0, indent, CODE_COLS - 1, STYLE_PLAIN, line->task.code);
	canvas_text_clip(canvas, rect, 0, title, deadline_at - PROGRESS_COLS - title - 1,
		STYLE_PLAIN, line->task.title);
	canvas_text_right(canvas, rect, 0, deadline_at - 2, STYLE_PLAIN, line->progress);
	canvas_text_clip(canvas, rect, 0, deadline_at, deadline_cols - 1,
		line->figures.late ? STYLE_LATE : STYLE_PLAIN, line->deadline);
}

bool task_line_open(View *view, const TaskLine *line, Err *err)
{
	ViewArgs args = { .id = line->leaf_id ? line->leaf_id : line->task.id };
	return app_open(view->app, line->leaf_id ? &leaf_view : &task_view, &args, err);
}
