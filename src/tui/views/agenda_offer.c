// SPDX-License-Identifier: MIT
// The region's open tasks, offered to the agenda of a meeting: Space picks, Enter takes them up.
// args.id is the meeting.
#include "tui/views.h"

#include "base/tr.h"
#include "tui/picks.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/prose_draw.h"

enum { CODE_COLS = 10, STANDING_COLS = 19, DETAIL_ROWS = 4 };

typedef struct {
	Vec lines; // of ConclusionLine
	const char **standings; // of each
	List list;
} OfferScreen;

static bool open_offer(View *view, Err *err)
{
	OfferScreen *screen = view->state;
	(void)err;
	vec_init(&screen->lines, sizeof(ConclusionLine));
	return true;
}

static void close_offer(View *view)
{
	OfferScreen *screen = view->state;
	vec_release(&screen->lines);
}

static bool load(View *view, Err *err)
{
	OfferScreen *screen = view->state;
	Meeting meeting;
	vec_clear(&screen->lines);
	if (!meeting_get(view->core, view->args.id, &view->arena, &meeting, err) ||
		!agenda_offer(view->core, view->args.id, &view->arena, &screen->lines, err))
		return false;
	size_t n = screen->lines.len;
	screen->standings = arena_array(&view->arena, n, sizeof(*screen->standings));
	for (size_t i = 0; i < n; i++)
		screen->standings[i] = conclusion_standing(view, vec_at(&screen->lines, i));
	list_set_count(&screen->list, (int)n);
	view->place = (Place){ .region_id = meeting.region_id };
	view->title = tr("Nhiệm vụ còn mở");
	view->note = tr("Dấu cách chọn · Enter đưa vào chương trình · Esc về");
	return true;
}

static List *list_of(View *view)
{
	OfferScreen *screen = view->state;
	return &screen->list;
}

static const ConclusionLine *line_at(const View *view, int index)
{
	const OfferScreen *screen = view->state;
	return vec_at(&screen->lines, (size_t)index);
}

static int64_t row_id(const View *view, int index)
{
	return line_at(view, index)->task_id;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const OfferScreen *screen = ((const View *)opaque)->state;
	const ConclusionLine *line = line_at(opaque, index);
	int tail = rect.cols - STANDING_COLS;
	canvas_text_clip(canvas, rect, 0, 0, CODE_COLS - 1, STYLE_PLAIN, line->task_code);
	canvas_text_clip(
		canvas, rect, 0, CODE_COLS, tail - CODE_COLS - 1, STYLE_PLAIN, line->text);
	canvas_text_clip(canvas, rect, 0, tail, STANDING_COLS, conclusion_style(line),
		screen->standings[index]);
}

static void draw_detail(const View *view, Canvas *canvas, Rect rect)
{
	const OfferScreen *screen = view->state;
	Rect text = { .row = rect.row + 1,
		.col = rect.col + LIST_MARGIN,
		.rows = rect.rows - 1,
		.cols = rect.cols - LIST_MARGIN - 1 };
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	if (screen->list.count)
		prose_draw(canvas, text, 0, 0, text.rows, STYLE_PLAIN,
			line_at(view, screen->list.selected)->text);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	OfferScreen *screen = view->state;
	Rect list = { .row = rect.row + 1,
		.col = rect.col,
		.rows = rect.rows - 1 - DETAIL_ROWS,
		.cols = rect.cols };
	Rect below = { .row = list.row + list.rows,
		.col = rect.col,
		.rows = DETAIL_ROWS,
		.cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, LIST_MARGIN, rect.cols - LIST_MARGIN, STYLE_TITLE,
		tr("Kết luận các buổi trước chưa xong, quá hạn trước"));
	if (!screen->list.count)
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM,
			tr("Không còn nhiệm vụ nào chưa xong ngoài chương trình."));
	draw_detail(view, canvas, below);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s",
		       tr("Không còn nhiệm vụ nào chưa xong ngoài chương trình."));
}

static bool take(View *view, Err *err)
{
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	App *app = view->app;
	if (!agenda_add_tasks(view->core, view->args.id, ids, n, err))
		return false;
	app_back(app);
	app_reload(app);
	app_say(app, tr("Đã đưa %d nhiệm vụ vào chương trình. F8 hoàn tác."), (int)n);
	return true;
}

static const Op ops[] = {
	{ "agenda-take", N_("Đưa vào chương trình"), "Enter F2", N_("Đưa vào"), RIGHT_MEETING,
		N_("Mỗi nhiệm vụ đã chọn thành một nội dung của buổi này."), has_row, take },
	{ 0 },
};

const ViewOps agenda_offer_view = {
	.name = "agenda-offer",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(OfferScreen),
	.ops = ops,
	.row_id = row_id,
	.open = open_offer,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_offer,
};

bool agenda_offer_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return app_open(app, &agenda_offer_view, &args, err);
}
