// SPDX-License-Identifier: MIT
// What minutes still lack before they can become final, over the meeting; Enter goes there.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"

enum { TEXT_ROWS = 2 };

typedef struct {
	List list;
	Vec gaps;    // of MeetingGap
	Pager whole; // the selected one, where a row is too short for it
} GapsScreen;

static bool open_gaps(View *view, Err *err)
{
	GapsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->gaps, sizeof(MeetingGap));
	pager_init(&screen->whole);
	return true;
}

static void close_gaps(View *view)
{
	GapsScreen *screen = view->state;
	vec_release(&screen->gaps);
	pager_release(&screen->whole);
}

static bool load(View *view, Err *err)
{
	GapsScreen *screen = view->state;
	vec_clear(&screen->gaps);
	if (!meeting_gaps(view->core, view->args.id, &view->arena, &screen->gaps, err))
		return false;
	list_set_count(&screen->list, (int)screen->gaps.len);
	view->note = tr("Enter tới chỗ còn thiếu · Esc đóng");
	return true;
}

static List *list_of(View *view)
{
	GapsScreen *screen = view->state;
	return &screen->list;
}

static void draw_gap(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const GapsScreen *screen = ((const View *)opaque)->state;
	const MeetingGap *gap = vec_at(&screen->gaps, (size_t)index);
	canvas_text_clip(canvas, rect, 0, 0, rect.cols, STYLE_PLAIN, gap->text);
}

static void draw_whole(GapsScreen *screen, Canvas *canvas, Rect rect)
{
	if (!screen->gaps.len)
		return;
	const MeetingGap *gap = vec_at(&screen->gaps, (size_t)screen->list.selected);
	pager_clear(&screen->whole);
	pager_add(&screen->whole, STYLE_DIM, 0, NULL, gap->text);
	pager_draw(&screen->whole, canvas, rect);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	GapsScreen *screen = view->state;
	int cols = rect.cols > 100 ? 96 : rect.cols - 2;
	int rows = screen->list.count + TEXT_ROWS + 5;
	rows = rows < rect.rows ? rows : rect.rows;
	Rect box = { .row = rect.row + (rect.rows - rows) / 2,
		.col = rect.col + (rect.cols - cols) / 2,
		.rows = rows,
		.cols = cols };
	Rect list = { .row = box.row + 3,
		.col = box.col + 1,
		.rows = rows - TEXT_ROWS - 5,
		.cols = cols - 3 };
	Rect whole = { .row = box.row + rows - TEXT_ROWS - 1,
		.col = list.col + LIST_MARGIN,
		.rows = TEXT_ROWS,
		.cols = list.cols - LIST_MARGIN };
	canvas_fill(canvas, box, STYLE_PLAIN, ' ');
	canvas_box(canvas, box, STYLE_DIM);
	canvas_textf(canvas, box, 1, 2, STYLE_TITLE,
		tr("Biên bản chưa hoàn tất được: còn thiếu %d điều"), screen->list.count);
	draw_whole(screen, canvas, whole);
	// Last: the cursor stands on the selected row.
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_gap, view);
}

static bool go_to_gap(View *view, Err *err)
{
	const GapsScreen *screen = view->state;
	const MeetingGap gap = *(const MeetingGap *)vec_at(&screen->gaps, (size_t)screen->list.selected);
	App *app = view->app;
	int64_t meeting_id = view->args.id;
	meeting_select_gap(view->below, &gap);
	app_back(app);
	if (gap.part == GAP_AGENDA && !gap.item_id)
		return agenda_add_open(app, meeting_id, err);
	if (gap.part != GAP_ATTENDANCE)
		return true;
	// Whose reason is missing stands in a list of its own.
	if (!attendance_open(app, meeting_id, err))
		return false;
	attendance_select_added(app, gap.attendance_id);
	app_reload(app);
	return true;
}

static const Op ops[] = {
	{ "gap-open", N_("Tới chỗ còn thiếu"), "Enter", NULL, RIGHT_READ,
		N_("Đóng danh sách và đứng ở chỗ cần ghi thêm."), NULL, go_to_gap },
	{ 0 },
};

static const ViewOps gaps_view = {
	.name = "meeting-gaps",
	.kind = VIEW_POPUP,
	.state_size = sizeof(GapsScreen),
	.ops = ops,
	.open = open_gaps,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_gaps,
};

bool meeting_gaps_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return app_open(app, &gaps_view, &args, err);
}
