// SPDX-License-Identifier: MIT
#include "tui/views/leaf_ops.h"

#include "base/tr.h"
#include "core/spread.h"
#include "tui/picks.h"
#include "tui/views.h"

// Anything picked is named once in a question: "2.3b, TP Phú Quốc", else how many.
static const char *what(View *view, const int64_t *ids, size_t n)
{
	Leaf leaf;
	Err ignored = ERR_INIT;
	if (n == 1 && leaf_get(view->core, ids[0], &view->arena, &leaf, &ignored))
		return view_printf(view, "%s, %s", leaf.code, leaf.place_title);
	return view_printf(view, tr("%zu việc đã chọn"), n);
}

static bool has_target(View *view, Err *err)
{
	size_t n;
	view_targets(view, &n);
	return n || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có nhiệm vụ nào được chọn."));
}

// Progress --------------------------------------------------------------------------------------

bool leaf_may_record(View *view, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	if (!has_target(view, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!progress_may_tell(view->core, ids[i], err))
			return false;
	return true;
}

bool leaf_record(View *view, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	if (n == 1)
		return progress_form_open(view->app, ids[0], err);
	return leaf_progress_open(view->app, err);
}

// Deadlines and ends ----------------------------------------------------------------------------

static bool extend(View *view, Err *err)
{
	return leaf_extend_open(view->app, err);
}

static bool end(View *view, Err *err)
{
	return leaf_end_open(view->app, err);
}

static bool resume_all(View *view, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	if (!leaf_resume(view->core, ids, n, err))
		return false;
	view_unpick(view);
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã mở lại. F8 hoàn tác."));
	return true;
}

static bool resume(View *view, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	return app_confirm(view, view_printf(view, tr("Mở lại %s?"), what(view, ids, n)), resume_all, err);
}

static bool set(View *view, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	if (n != 1)
		return err_set(err, ERR_INVALID, "%s", tr("Sửa từng nơi một: thôi chọn các dòng khác."));
	return leaf_set_open(view->app, ids[0], err);
}

// Spreading and gathering -----------------------------------------------------------------------

static bool has(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

// The tasks of the targets, each once.
static bool target_tasks(View *view, int64_t **out, size_t *out_n, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	int64_t *tasks = arena_array(&view->arena, n + 1, sizeof(*tasks));
	*out_n = 0;
	for (size_t i = 0; i < n; i++) {
		Leaf leaf;
		if (!leaf_get(view->core, ids[i], &view->arena, &leaf, err))
			return false;
		if (!has(tasks, *out_n, leaf.task_id))
			tasks[(*out_n)++] = leaf.task_id;
	}
	*out = tasks;
	return true;
}

static bool spread(View *view, Err *err)
{
	size_t n;
	int64_t *tasks;
	return target_tasks(view, &tasks, &n, err) && spread_open(view->app, tasks, n, err);
}

static bool gather_all(View *view, Err *err)
{
	size_t n;
	int64_t *tasks;
	if (!target_tasks(view, &tasks, &n, err) || !gather_run(view->core, tasks, n, err))
		return false;
	view_unpick(view);
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã gom về cấp tỉnh; báo cáo của các nơi vẫn còn ở nhiệm vụ. F8 hoàn tác."));
	return true;
}

static bool gather(View *view, Err *err)
{
	size_t n;
	int64_t *tasks;
	Vec aside;
	vec_init(&aside, sizeof(AsideLine));
	bool ok = target_tasks(view, &tasks, &n, err) &&
		  gather_plan(view->core, tasks, n, &view->arena, &aside, err) &&
		  app_confirm(view,
			  view_printf(view, tr("Gom %zu nhiệm vụ ở %zu nơi về cấp tỉnh?"), n, aside.len),
			  gather_all, err);
	vec_release(&aside);
	return ok;
}

const Op leaf_ops[] = {
	{ "leaf-extend", N_("Gia hạn"), "", NULL, RIGHT_DIRECT,
		N_("Hạn mới và lý do cho mọi việc đã chọn, hay việc đang đứng."), has_target, extend },
	{ "leaf-end", N_("Kết thúc khi chưa xong"), "", NULL, RIGHT_DIRECT,
		N_("Thôi làm, có lý do; không còn mở hay quá hạn, nhưng vẫn tính là chưa hoàn thành."),
		has_target, end },
	{ "leaf-resume", N_("Mở lại việc đã kết thúc"), "", NULL, RIGHT_DIRECT,
		N_("Việc đã kết thúc lại được theo dõi."), has_target, resume },
	{ "leaf-set", N_("Cơ quan và hạn riêng của nơi"), "", NULL, RIGHT_DIRECT,
		N_("Nơi này có cơ quan chủ trì hay hạn khác của nhiệm vụ."), has_target, set },
	{ "task-spread", N_("Trải nhiệm vụ về các nơi"), "", NULL, RIGHT_DIRECT,
		N_("Chọn các nơi, xem trước những gì sẽ tạo, rồi ghi một lần."), has_target, spread },
	{ "task-gather", N_("Gom nhiệm vụ về cấp tỉnh"), "", NULL, RIGHT_DIRECT,
		N_("Các nơi được cất đi cùng báo cáo; cấp tỉnh ghi dòng bình quân."), has_target, gather },
	{ 0 },
};
