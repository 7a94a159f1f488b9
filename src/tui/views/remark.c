// SPDX-License-Identifier: MIT
// One remark: what was said of what, to whom, until when, and what became of it.
#include "tui/views.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/views/figures_draw.h"
#include "tui/views/prose_draw.h"
#include "tui/views/remark_screen.h"

enum { LABEL = 14 };

typedef struct {
	RemarkScreenHead head;
	Remark remark;
	Vec leaves; // of Leaf: what its task has come to
	Pager pager;
} RemarkScreen;

static const Remark *remark_of(const View *view)
{
	return &((const RemarkScreen *)view->state)->remark;
}

// The task where it has become one: at its place where it has a single one.
static bool open_what(View *view, Err *err)
{
	const RemarkScreen *screen = view->state;
	ViewArgs args = { .id = screen->remark.task_id };
	if (!args.id)
		return remark_open_thing(view, err);
	if (screen->leaves.len != 1)
		return app_open(view->app, &task_view, &args, err);
	args.id = ((const Leaf *)vec_at(&screen->leaves, 0))->leaf_id;
	return app_open(view->app, &leaf_view, &args, err);
}

static bool open_remark(View *view, Err *err)
{
	RemarkScreen *screen = view->state;
	(void)err;
	screen->head = (RemarkScreenHead){ remark_of, open_what };
	vec_init(&screen->leaves, sizeof(Leaf));
	pager_init(&screen->pager);
	return true;
}

static void close_remark(View *view)
{
	RemarkScreen *screen = view->state;
	vec_release(&screen->leaves);
	pager_release(&screen->pager);
}

static void add_fact(RemarkScreen *screen, Style style, const char *label, const char *text)
{
	if (*text)
		pager_add(&screen->pager, style, LABEL, label, text);
}

static void add_remark(View *view)
{
	RemarkScreen *screen = view->state;
	const Remark *remark = &screen->remark;
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL, view_printf(view, "“%s”", remark->text));
	pager_space(&screen->pager);
	add_fact(screen, STYLE_PLAIN, tr(" Của"), remark_who(view, remark));
	add_fact(screen, STYLE_PLAIN, tr(" Gửi"), remark->to_words);
	add_fact(screen, STYLE_PLAIN, tr(" Về"), remark->about);
	add_fact(screen, STYLE_PLAIN, tr(" Hạn"),
		*remark->due ? view_day(view, remark->due) : tr("không ghi hạn"));
	add_fact(screen, remark_style(remark), tr(" Tình trạng"), remark_standing(view, remark));
	pager_space(&screen->pager);
}

static void add_answer(View *view)
{
	RemarkScreen *screen = view->state;
	const Remark *remark = &screen->remark;
	if (!*remark->answer)
		return;
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL, tr("TRẢ LỜI"));
	pager_add(&screen->pager, STYLE_PLAIN, 1, NULL, remark->answer);
	add_fact(screen, STYLE_DIM, tr(" Theo"), remark->document);
	add_fact(screen, STYLE_DIM, tr(" Người ghi"),
		view_printf(view, tr("đ/c %s, %s"), remark->answered_by,
			view_instant(view, remark->answered_at)));
	add_fact(screen, STYLE_DIM, tr(" Đã xem"),
		remark->seen_at ? view_instant(view, remark->seen_at) : "");
	pager_space(&screen->pager);
}

static bool add_task(View *view, Err *err)
{
	RemarkScreen *screen = view->state;
	const Remark *remark = &screen->remark;
	LeafFilter filter = { .task_id = remark->task_id };
	if (!remark->task_id)
		return true;
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL,
		view_printf(view, tr("NHIỆM VỤ %s"), remark->task_code));
	if (!leaf_list(view->core, &filter, &view->arena, &screen->leaves, err))
		return false;
	for (size_t i = 0; i < screen->leaves.len; i++) {
		const Leaf *leaf = vec_at(&screen->leaves, i);
		pager_add(&screen->pager, leaf->late ? STYLE_LATE : STYLE_PLAIN, LABEL,
			view_printf(view, " %s", leaf->place_title),
			view_printf(view, tr("%s · chủ trì: %s · %s"), leaf_state(view, leaf),
				*leaf->lead ? leaf->lead : "—", leaf_deadline(view, leaf)));
	}
	return true;
}

static const char *next_step(const Remark *remark)
{
	if (remark->state == REMARK_ANSWERED && remark->follows && !remark->seen_at)
		return tr("F6 đã xem, đồng ý · F4 giao thành nhiệm vụ · Enter nơi được nói đến");
	if (remark->state == REMARK_OPEN)
		return tr("F2 trả lời · F4 giao thành nhiệm vụ · Enter nơi được nói đến");
	return remark->task_id ? tr("Enter mở nhiệm vụ") : tr("Enter nơi được nói đến");
}

static bool load(View *view, Err *err)
{
	RemarkScreen *screen = view->state;
	pager_clear(&screen->pager);
	vec_clear(&screen->leaves);
	if (!remark_get(view->core, view->args.id, &view->arena, &screen->remark, err))
		return false;
	view->place = screen->remark.place;
	view->thing = (Thing){ NOUN_REMARK, view->args.id };
	view->title = view_printf(view, tr("Ý kiến %s"), remark_who(view, &screen->remark));
	view->note = next_step(&screen->remark);
	add_remark(view);
	add_answer(view);
	return add_task(view, err);
}

static Pager *pager_of(View *view)
{
	RemarkScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	RemarkScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

const ViewOps remark_view = {
	.name = "remark",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(RemarkScreen),
	.ops = remark_ops,
	.open = open_remark,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_remark,
};
