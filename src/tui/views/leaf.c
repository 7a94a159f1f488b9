// SPDX-License-Identifier: MIT
// A task at one place: the dispatch's own words, who, until when, and what has been told of it.
#include "tui/views.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/views/figures_draw.h"
#include "tui/views/leaf_ops.h"
#include "tui/views/remark_screen.h"

enum { LABEL = 13 };

typedef struct {
	Leaf leaf;
	Task task;
	Vec progress;   // of Progress
	Vec extensions; // of Extension
	Vec remarks;    // of const char *: of the task here, then of the task
	Pager pager;
	int64_t last_id; // the progress row that counts; 0: none
} LeafScreen;

static bool open_leaf(View *view, Err *err)
{
	LeafScreen *screen = view->state;
	(void)err;
	vec_init(&screen->progress, sizeof(Progress));
	vec_init(&screen->extensions, sizeof(Extension));
	vec_init(&screen->remarks, sizeof(const char *));
	pager_init(&screen->pager);
	return true;
}

static void close_leaf(View *view)
{
	LeafScreen *screen = view->state;
	vec_release(&screen->progress);
	vec_release(&screen->extensions);
	vec_release(&screen->remarks);
	pager_release(&screen->pager);
}

static const char *join(View *view, const char *const *names, size_t n)
{
	const char *all = "";
	for (size_t i = 0; i < n; i++)
		all = view_printf(view, "%s%s%s", all, i ? "; " : "", names[i]);
	return *all ? all : "—";
}

static const char *shown_day(View *view, const char *iso)
{
	Date day;
	char shown[11];
	if (!date_parse(iso, &day))
		return iso;
	date_show(day, shown);
	return arena_strdup(&view->arena, shown);
}

static void add_source(View *view)
{
	LeafScreen *screen = view->state;
	const Task *task = &screen->task;
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL,
		view_printf(view, "%s %s", task->code, task->title));
	pager_space(&screen->pager);
	if (*task->quote)
		pager_add(&screen->pager, STYLE_PLAIN, 1, NULL, view_printf(view, "“%s”", task->quote));
	const char *source = *task->directive_number ?
		view_printf(view, tr("%s, điểm %s"), task->directive_number, task->clause_code) :
		task->origin_words;
	pager_add(&screen->pager, STYLE_DIM, LABEL, tr(" Nguồn"), source);
	pager_space(&screen->pager);
}

static void add_facts(View *view)
{
	LeafScreen *screen = view->state;
	const Task *task = &screen->task;
	Pager *pager = &screen->pager;
	pager_add(pager, STYLE_PLAIN, LABEL, tr(" Nơi"), screen->leaf.place_title);
	pager_add(pager, STYLE_PLAIN, LABEL, tr(" Chủ trì"),
		screen->leaf.lead_id ?
			view_printf(view, tr("%s (riêng ở nơi này)"), screen->leaf.lead) :
			join(view, task->leads, task->leads_n));
	pager_add(pager, STYLE_PLAIN, LABEL, tr(" Phối hợp"),
		join(view, task->cooperating, task->cooperating_n));
	if (*task->target_words)
		pager_add(pager, STYLE_PLAIN, LABEL, tr(" Cần đạt"), task->target_words);
	pager_add(pager, screen->leaf.late ? STYLE_LATE : STYLE_PLAIN, LABEL, tr(" Hạn"),
		leaf_deadline(view, &screen->leaf));
	for (size_t i = 0; i < screen->extensions.len; i++) {
		const Extension *extension = vec_at(&screen->extensions, i);
		pager_add(pager, STYLE_PLAIN, LABEL, i ? "" : tr(" Gia hạn"),
			view_printf(view, tr("%s → %s: %s (%s, %s)"), shown_day(view, extension->old_due),
				shown_day(view, extension->new_due), extension->reason,
				*extension->agreed_by ? extension->agreed_by : tr("Văn phòng"),
				shown_day(view, extension->decided_on)));
	}
	pager_add(pager, STYLE_PLAIN, LABEL, tr(" Tình trạng"), leaf_state(view, &screen->leaf));
	if (screen->leaf.ended)
		pager_add(pager, STYLE_WARN, LABEL, tr(" Kết thúc"),
			view_printf(view, "%s: %s", shown_day(view, screen->leaf.ended_on),
				screen->leaf.ended_reason));
	for (size_t i = 0; i < screen->remarks.len; i++)
		pager_add(pager, STYLE_PLAIN, LABEL, i ? "" : tr(" Ý kiến"),
			*(const char *const *)vec_at(&screen->remarks, i));
	pager_space(pager);
}

static const char *describe_progress(View *view, const Progress *row)
{
	const char *text = view_printf(view, "%s %d%%", state_name(row->state), row->percent);
	if (*row->note)
		text = view_printf(view, "%s. %s", text, row->note);
	if (*row->document)
		text = view_printf(view, tr("%s (theo %s)"), text, row->document);
	text = view_printf(view, tr("%s — %s"), text, row->person);
	return row->withdrawn ? view_printf(view, tr("[đã rút] %s"), text) : text;
}

static void add_progress(View *view)
{
	LeafScreen *screen = view->state;
	screen->last_id = 0;
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL, tr("TIẾN ĐỘ"));
	for (size_t i = 0; i < screen->progress.len; i++) {
		const Progress *row = vec_at(&screen->progress, i);
		if (!row->withdrawn && !screen->last_id)
			screen->last_id = row->id;
		pager_add(&screen->pager, row->withdrawn ? STYLE_DIM : STYLE_PLAIN, LABEL,
			view_printf(view, " %s", shown_day(view, row->as_of)), describe_progress(view, row));
	}
	if (!screen->progress.len)
		pager_add(&screen->pager, STYLE_DIM, 1, NULL, tr("Chưa báo cáo. F2 để ghi lần đầu."));
}

static bool load(View *view, Err *err)
{
	LeafScreen *screen = view->state;
	vec_clear(&screen->progress);
	vec_clear(&screen->extensions);
	vec_clear(&screen->remarks);
	pager_clear(&screen->pager);
	if (!leaf_get(view->core, view->args.id, &view->arena, &screen->leaf, err) ||
		!task_get(view->core, screen->leaf.task_id, &view->arena, &screen->task, err) ||
		!progress_list(view->core, view->args.id, &view->arena, &screen->progress, err) ||
		!extension_list(view->core, view->args.id, &view->arena, &screen->extensions, err) ||
		!remark_lines(view, (Thing){ NOUN_LEAF, view->args.id }, &screen->remarks, err) ||
		!remark_lines(view, (Thing){ NOUN_TASK, screen->task.id }, &screen->remarks, err))
		return false;
	view->place = screen->leaf.place;
	view->thing = (Thing){ NOUN_LEAF, view->args.id };
	view->title = view_printf(view, "%s %s", screen->task.code, screen->task.title);
	view->note = tr("F2 cập nhật tiến độ · mũi tên cuộn · Esc về");
	add_source(view);
	add_facts(view);
	add_progress(view);
	return true;
}

static Pager *pager_of(View *view)
{
	LeafScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	LeafScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

static bool record_progress(View *view, Err *err)
{
	return progress_form_open(view->app, view->args.id, err);
}

static bool has_progress(View *view, Err *err)
{
	const LeafScreen *screen = view->state;
	if (screen->last_id)
		return progress_may_withdraw(view->core, screen->last_id, err);
	return err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có dòng tiến độ nào để rút."));
}

static bool withdraw_last(View *view, Err *err)
{
	const LeafScreen *screen = view->state;
	if (!progress_withdraw(view->core, screen->last_id, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã rút; dòng trước đó lại có hiệu lực. F8 hoàn tác."));
	return true;
}

static bool ask_withdraw(View *view, Err *err)
{
	const LeafScreen *screen = view->state;
	return app_confirm(view,
		view_printf(view, tr("Rút dòng tiến độ mới nhất của %s?"), screen->task.code), withdraw_last,
		err);
}

static int64_t row_id(const View *view, int index)
{
	(void)index;
	return view->args.id;
}

static bool open_task(View *view, Err *err)
{
	const LeafScreen *screen = view->state;
	ViewArgs args = { .id = screen->leaf.task_id };
	return app_open(view->app, &task_view, &args, err);
}

static bool has_remark(View *view, Err *err)
{
	return remark_of_task(&((const LeafScreen *)view->state)->task, err);
}

static bool open_remark(View *view, Err *err)
{
	ViewArgs args = { .id = ((const LeafScreen *)view->state)->task.remark_id };
	return app_open(view->app, &remark_view, &args, err);
}

static const Op ops[] = {
	{ "progress-record", N_("Cập nhật tiến độ"), "F2 F4", N_("Cập nhật"), RIGHT_PROGRESS,
		N_("Ghi trạng thái, phần trăm và ghi chú mới nhất."), NULL, record_progress },
	{ "progress-withdraw", N_("Rút dòng tiến độ mới nhất"), "", NULL, RIGHT_PROGRESS,
		N_("Dòng ghi nhầm được đánh dấu đã rút; dòng trước có hiệu lực lại."), has_progress,
		ask_withdraw },
	{ "task-open", N_("Mở cả nhiệm vụ"), "F6", N_("Mọi nơi"), RIGHT_READ,
		N_("Nhiệm vụ ở mọi nơi, và các lần báo cáo theo thời gian."), NULL, open_task },
	{ "remark-open", N_("Mở ý kiến đã sinh ra nhiệm vụ"), "", NULL, RIGHT_READ,
		N_("Ý kiến chỉ đạo mà nhiệm vụ này được giao từ đó."), has_remark, open_remark },
	{ 0 },
};

const ViewOps leaf_view = {
	.name = "leaf",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(LeafScreen),
	.ops = ops,
	.row_ops = leaf_ops,
	.row_id = row_id,
	.open = open_leaf,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.tells_remarks = true,
	.close = close_leaf,
};
