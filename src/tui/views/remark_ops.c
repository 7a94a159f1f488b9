// SPDX-License-Identifier: MIT
// What one can do with a remark, in the list and on its own screen; and how it stands, in words.
#include "tui/views.h"

#include "base/tr.h"
#include "tui/thing.h"
#include "tui/views/figures_draw.h"
#include "tui/views/prose_draw.h"
#include "tui/views/remark_screen.h"

static const Remark *here(const View *view)
{
	return ((const RemarkScreenHead *)view->state)->here(view);
}

static bool is_here(View *view, Err *err)
{
	return here(view) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có ý kiến nào ở đây."));
}

static bool can_answer(View *view, Err *err)
{
	return is_here(view, err) && remark_may_answer(view->core, here(view), err);
}

static bool can_make_task(View *view, Err *err)
{
	return is_here(view, err) && remark_may_make_task(view->core, here(view), err);
}

static bool can_acknowledge(View *view, Err *err)
{
	return is_here(view, err) && remark_may_acknowledge(view->core, here(view), err);
}

static bool can_withdraw(View *view, Err *err)
{
	return is_here(view, err) && remark_may_withdraw(view->core, here(view), err);
}

static bool answer(View *view, Err *err)
{
	return remark_answer_open(view->app, here(view)->id, err);
}

static bool make_task(View *view, Err *err)
{
	int64_t task_id;
	Task task;
	Arena arena = ARENA_INIT;
	const Remark *remark = here(view);
	bool ok = remark_make_task(view->core, remark->id, remark->rev, NULL, &task_id, err) &&
		  task_get(view->core, task_id, &arena, &task, err);
	if (ok) {
		app_reload(view->app);
		app_say(view->app, tr("Đã giao thành nhiệm vụ %s%s%s%s%s. F8 hoàn tác."), task.code,
			task.leads_n ? ": " : "", task.leads_n ? task.leads[0] : "",
			*task.due ? tr(", hạn ") : "", *task.due ? view_day(view, task.due) : "");
	}
	arena_release(&arena);
	return ok;
}

static bool acknowledge(View *view, Err *err)
{
	const Remark *remark = here(view);
	if (!remark_acknowledge(view->core, remark->id, remark->rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã ghi là đồng chí đã xem trả lời. F8 hoàn tác."));
	return true;
}

static bool withdraw(View *view, Err *err)
{
	const Remark *remark = here(view);
	if (!remark || !remark_withdraw(view->core, remark->id, remark->rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã rút ý kiến. F8 hoàn tác."));
	return true;
}

static bool ask_withdraw(View *view, Err *err)
{
	return app_confirm(view,
		view_printf(view, tr("Rút ý kiến “%.60s…”?"), here(view)->text), withdraw, err);
}

bool remark_open_thing(View *view, Err *err)
{
	return thing_open(view->app, here(view)->thing, err);
}

static bool open_it(View *view, Err *err)
{
	return ((const RemarkScreenHead *)view->state)->open(view, err);
}

const Op remark_ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ,
		N_("Ý kiến đang chọn; từ ý kiến thì nhiệm vụ đã giao, hoặc nơi được nói đến."), is_here,
		open_it },
	{ "remark-answer", N_("Trả lời ý kiến"), "F2", N_("Trả lời"), RIGHT_READ,
		N_("Ghi trả lời, kèm số văn bản; người cho ý kiến thấy ngay ở Trang chủ."), can_answer,
		answer },
	{ "remark-task", N_("Giao ý kiến thành nhiệm vụ"), "F4", N_("Giao việc"), RIGHT_READ,
		N_("Thành nhiệm vụ YK-…, với cơ quan, hạn và nơi như trong ý kiến."), can_make_task,
		make_task },
	{ "remark-seen", N_("Đã xem trả lời"), "F6", N_("Đã xem"), RIGHT_READ,
		N_("Đồng ý với trả lời; ý kiến rời khỏi Trang chủ."), can_acknowledge, acknowledge },
	{ "remark-withdraw", N_("Rút ý kiến"), "", NULL, RIGHT_READ,
		N_("Ý kiến không còn chờ trả lời; vẫn xem được trong lịch sử."), can_withdraw,
		ask_withdraw },
	{ "remark-thing", N_("Mở nơi được nói đến"), "", NULL, RIGHT_READ,
		N_("Màn hình của vùng, nhiệm vụ, buổi làm việc… mà ý kiến nói đến."), is_here,
		remark_open_thing },
	{ 0 },
};

// Words -------------------------------------------------------------------------------------------

const char *remark_who(View *view, const Remark *remark)
{
	Date day;
	char shown[6] = "";
	if (date_parse(remark->said_on, &day))
		date_show_short(day, shown);
	return view_printf(view, tr("đ/c %s %s"), remark->author, shown);
}

const char *remark_standing(View *view, const Remark *remark)
{
	if (remark->state == REMARK_TASK)
		return view_printf(view, tr("nhiệm vụ %s"), remark->task_code);
	if (remark->state == REMARK_OPEN && *remark->due)
		return view_days_left(view, remark->due);
	if (remark->state == REMARK_ANSWERED && remark->seen_at)
		return tr("đã trả lời, đã xem");
	return remark_state_name(remark->state);
}

Style remark_style(const Remark *remark)
{
	return remark->late ? STYLE_LATE : remark->state == REMARK_OPEN ? STYLE_WARN : STYLE_DIM;
}

bool remark_lines(View *view, Thing thing, Vec *out, Err *err)
{
	Vec remarks;
	RemarkFilter filter = { .thing = thing };
	vec_init(&remarks, sizeof(Remark));
	bool ok = remark_list(view->core, &filter, &view->arena, &remarks, err);
	for (size_t i = 0; ok && i < remarks.len; i++) {
		const Remark *remark = vec_at(&remarks, i);
		*(const char **)vec_push(out) = view_printf(view, "%s: %s (%s)",
			remark_who(view, remark), remark->text, remark_standing(view, remark));
	}
	vec_release(&remarks);
	return ok;
}

bool remark_of_task(const Task *task, Err *err)
{
	return task->remark_id ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Nhiệm vụ này không sinh ra từ một ý kiến."));
}
