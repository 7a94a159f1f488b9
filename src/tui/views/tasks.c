// SPDX-License-Identifier: MIT
// Every task at every place: narrowed and grouped as one likes, what presses first.
#include "tui/views/tasks_screen.h"

#include "base/tr.h"
#include "tui/picks.h"
#include "tui/views/figures_draw.h"
#include "tui/views/leaf_ops.h"

#include <stdio.h>

static bool open_tasks(View *view, Err *err)
{
	TasksScreen *screen = view->state;
	(void)err;
	vec_init(&screen->leaves, sizeof(Leaf));
	vec_init(&screen->groups, sizeof(LeafGroup));
	vec_init(&screen->rows, sizeof(TasksRow));
	screen->group = GROUP_DEADLINE;
	return true;
}

static void close_tasks(View *view)
{
	TasksScreen *screen = view->state;
	vec_release(&screen->leaves);
	vec_release(&screen->groups);
	vec_release(&screen->rows);
}

static void make_rows(TasksScreen *screen)
{
	vec_clear(&screen->rows);
	for (size_t i = 0; i < screen->groups.len; i++) {
		const LeafGroup *group = vec_at(&screen->groups, i);
		if (screen->group != GROUP_NONE)
			*(TasksRow *)vec_push(&screen->rows) = (TasksRow){ .group = (int)i, .leaf = -1 };
		for (size_t k = 0; k < group->n; k++)
			*(TasksRow *)vec_push(&screen->rows) =
				(TasksRow){ .group = (int)i, .leaf = (int)(group->first + k) };
	}
}

static const TasksRow *row_at(const View *view, int index)
{
	const TasksScreen *screen = view->state;
	return vec_at(&screen->rows, (size_t)index);
}

static bool is_group(const void *view, int index)
{
	return row_at(view, index)->leaf < 0;
}

static bool load(View *view, Err *err)
{
	TasksScreen *screen = view->state;
	vec_clear(&screen->leaves);
	vec_clear(&screen->groups);
	if (!leaf_list(view->core, &screen->filter, &view->arena, &screen->leaves, err) ||
		!leaf_group(view->core, &screen->leaves, screen->group, &view->arena, &screen->groups, err))
		return false;
	screen->total = (Figures){ 0 };
	for (size_t i = 0; i < screen->groups.len; i++)
		figures_add(&screen->total, &((const LeafGroup *)vec_at(&screen->groups, i))->figures);
	make_rows(screen);
	screen->list.heads = is_group;
	screen->list.view = view;
	list_set_count(&screen->list, (int)screen->rows.len);
	view->place = (Place){ 0 };
	view->title = screen->narrowed ? tr("Nhiệm vụ (đã lọc)") : tr("Nhiệm vụ");
	view->note = tr("Enter mở · Space chọn · F4 cập nhật · F6 lọc, nhóm · F9 việc khác");
	return true;
}

static List *list_of(View *view)
{
	TasksScreen *screen = view->state;
	return &screen->list;
}

static const Leaf *leaf_at(const View *view, int index)
{
	const TasksScreen *screen = view->state;
	const TasksRow *row = row_at(view, index);
	return row->leaf < 0 ? NULL : vec_at(&screen->leaves, (size_t)row->leaf);
}

static int64_t row_id(const View *view, int index)
{
	const Leaf *leaf = leaf_at(view, index);
	return leaf ? leaf->leaf_id : 0;
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_group(Canvas *canvas, Rect rect, const LeafGroup *group)
{
	const Figures *figures = &group->figures;
	char told[160];
	int title = rect.cols / 2;
	snprintf(told, sizeof(told), tr("%zu việc"), group->n);
	if (figures->all && rect.cols >= 70)
		snprintf(told, sizeof(told), tr("%zu việc · xong %d/%d (trễ %d) · quá hạn %d · %d%%"),
			group->n, figures->done, figures->all, figures->done_late, figures->late,
			figures_percent(figures));
	canvas_text_clip(canvas, rect, 0, 0, title - 1, STYLE_TITLE, group->title);
	canvas_text_right(canvas, rect, 0, rect.cols, STYLE_DIM, told);
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const TasksScreen *screen = view->state;
	const Leaf *leaf = leaf_at(view, index);
	if (leaf)
		draw_leaf(canvas, rect, leaf, leaf->place_title);
	else
		draw_group(canvas, rect,
			vec_at(&screen->groups, (size_t)row_at(view, index)->group));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	TasksScreen *screen = view->state;
	draw_cross(canvas, rect, 0, 1, &screen->total);
	draw_leaf_head(canvas, rect, 1, true);
	Rect area = { .row = rect.row + 2, .col = rect.col, .rows = rect.rows - 2, .cols = rect.cols };
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text(canvas, rect, 2, LIST_MARGIN, STYLE_DIM,
			tr("Không có nhiệm vụ nào như thế; F6 để lọc lại."));
}

// Operations ------------------------------------------------------------------------------------

static bool has_leaf(View *view, Err *err)
{
	const TasksScreen *screen = view->state;
	return (screen->list.count && leaf_at(view, screen->list.selected)) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Đây là tên nhóm; chọn một nhiệm vụ ở dưới."));
}

static bool open_row(View *view, Err *err)
{
	const TasksScreen *screen = view->state;
	ViewArgs args = { .id = row_id(view, screen->list.selected) };
	return app_open(view->app, &leaf_view, &args, err);
}

static bool open_task(View *view, Err *err)
{
	const TasksScreen *screen = view->state;
	const Leaf *leaf = leaf_at(view, screen->list.selected);
	ViewArgs args = { .id = leaf ? leaf->task_id : 0 };
	return app_open(view->app, &task_view, &args, err);
}

static bool set_filter(View *view, Err *err)
{
	return tasks_filter_open(view->app, err);
}

static bool next_group(View *view, Err *err)
{
	TasksScreen *screen = view->state;
	(void)err;
	screen->group = (screen->group + 1) % GROUP_KINDS;
	view_unfilter(view);
	list_first(&screen->list);
	app_reload(view->app);
	return true;
}

static bool is_narrowed(View *view, Err *err)
{
	const TasksScreen *screen = view->state;
	return screen->narrowed || err_set(err, ERR_INVALID, "%s", tr("Đang hiện mọi nhiệm vụ."));
}

static bool show_all(View *view, Err *err)
{
	TasksScreen *screen = view->state;
	(void)err;
	screen->filter = (LeafFilter){ 0 };
	screen->narrowed = false;
	app_reload(view->app);
	return true;
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ tại nơi đang chọn."), has_leaf,
		open_row },
	{ "progress-record", N_("Cập nhật tiến độ"), "F4 F2", N_("Sửa"), RIGHT_READ,
		N_("Ghi tiến độ của mọi việc đã chọn, hay việc đang đứng."), leaf_may_record, leaf_record },
	{ "tasks-filter", N_("Lọc và nhóm nhiệm vụ"), "F6", N_("Nhóm"), RIGHT_READ,
		N_("Theo vùng, địa phương, cơ quan, điểm, thời hạn, tình trạng, nguồn."), NULL, set_filter },
	{ "tasks-group", N_("Nhóm theo cách kế tiếp"), "Ctrl+N", NULL, RIGHT_READ,
		N_("Lần lượt: theo vùng, địa phương, cơ quan, điểm, thời hạn, tình trạng, nguồn."), NULL,
		next_group },
	{ "tasks-all", N_("Hiện mọi nhiệm vụ"), "", NULL, RIGHT_READ, N_("Bỏ các điều kiện lọc."),
		is_narrowed, show_all },
	{ "task-open", N_("Mở cả nhiệm vụ"), "", NULL, RIGHT_READ,
		N_("Nhiệm vụ ở mọi nơi, và các lần báo cáo theo thời gian."), has_leaf, open_task },
	{ 0 },
};

const ViewOps tasks_view = {
	.name = "tasks",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(TasksScreen),
	.ops = ops,
	.row_ops = leaf_ops,
	.row_id = row_id,
	.open = open_tasks,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_tasks,
};
