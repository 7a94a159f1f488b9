// SPDX-License-Identifier: MIT
// The region's open tasks, offered to the agenda of a meeting, what presses most first: Space picks,
// Enter takes them up. args.id is the meeting.
#include "tui/views.h"

#include "base/tr.h"
#include "text/width.h"
#include "tui/picks.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/prose_draw.h"

enum { CODE_MAX = 18, STANDING_COLS = 20, PLACES_COLS = 28, WIDE = 110, DETAIL_ROWS = 5 };

// A heading, or a task under it.
typedef struct {
	AgendaNeed need;
	int task; // index; -1: the heading
} OfferRow;

typedef struct {
	Vec tasks; // of AgendaTask
	Vec rows;  // of OfferRow
	const char **standings, **sources; // of each task
	int counts[NEED_COUNT];
	int code_cols;
	List list;
} OfferScreen;

static bool open_offer(View *view, Err *err)
{
	OfferScreen *screen = view->state;
	(void)err;
	vec_init(&screen->tasks, sizeof(AgendaTask));
	vec_init(&screen->rows, sizeof(OfferRow));
	return true;
}

static void close_offer(View *view)
{
	OfferScreen *screen = view->state;
	vec_release(&screen->tasks);
	vec_release(&screen->rows);
}

static const OfferRow *row_at(const View *view, int index)
{
	const OfferScreen *screen = view->state;
	return vec_at(&screen->rows, (size_t)index);
}

static const AgendaTask *task_at(const View *view, int index)
{
	const OfferScreen *screen = view->state;
	const OfferRow *row = row_at(view, index);
	return row->task < 0 ? NULL : vec_at(&screen->tasks, (size_t)row->task);
}

static bool is_head(const void *view, int index)
{
	return row_at(view, index)->task < 0;
}

static int64_t row_id(const View *view, int index)
{
	const AgendaTask *task = task_at(view, index);
	return task ? task->task_id : 0;
}

// Loading ---------------------------------------------------------------------------------------

static void add_rows(OfferScreen *screen)
{
	vec_clear(&screen->rows);
	for (size_t i = 0; i < screen->tasks.len; i++) {
		const AgendaTask *task = vec_at(&screen->tasks, i);
		if (!screen->counts[task->need]++)
			*(OfferRow *)vec_push(&screen->rows) = (OfferRow){ task->need, -1 };
		*(OfferRow *)vec_push(&screen->rows) = (OfferRow){ task->need, (int)i };
	}
}

static void write_words(View *view)
{
	OfferScreen *screen = view->state;
	size_t n = screen->tasks.len;
	screen->standings = arena_array(&view->arena, n, sizeof(*screen->standings));
	screen->sources = arena_array(&view->arena, n, sizeof(*screen->sources));
	screen->code_cols = 0;
	for (size_t i = 0; i < n; i++) {
		const AgendaTask *task = vec_at(&screen->tasks, i);
		int cols = text_width(task->code) + 1;
		screen->standings[i] = agenda_standing(view, task);
		screen->sources[i] = view_printf(view, tr("%s · chủ trì: %s · %s · %s"),
			task->origin_words, *task->sum.lead ? task->sum.lead : "—", task->places,
			*task->deadline_words ? task->deadline_words
					      : deadline_kind_name(task->deadline_kind));
		if (cols > screen->code_cols)
			screen->code_cols = cols < CODE_MAX ? cols : CODE_MAX;
	}
}

static bool load(View *view, Err *err)
{
	OfferScreen *screen = view->state;
	Meeting meeting;
	vec_clear(&screen->tasks);
	for (int need = 0; need < NEED_COUNT; need++)
		screen->counts[need] = 0;
	if (!meeting_get(view->core, view->args.id, &view->arena, &meeting, err) ||
		!agenda_offer(view->core, view->args.id, &view->arena, &screen->tasks, err))
		return false;
	write_words(view);
	add_rows(screen);
	screen->list.heads = is_head;
	screen->list.view = view;
	list_set_count(&screen->list, (int)screen->rows.len);
	view->place = (Place){ .region_id = meeting.region_id };
	view->title = tr("Nhiệm vụ còn mở");
	view->note = tr("Dấu cách chọn · F5 lọc · Enter đưa vào chương trình · Esc về");
	return true;
}

static List *list_of(View *view)
{
	OfferScreen *screen = view->state;
	return &screen->list;
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_head(const OfferScreen *screen, Canvas *canvas, Rect rect, AgendaNeed need)
{
	canvas_textf(canvas, rect, 0, 0, STYLE_TITLE, "%s (%d)", agenda_need_name(need),
		screen->counts[need]);
}

// Where there is room also the places, and behind them whatever a filter may look for.
static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const OfferScreen *screen = view->state;
	const OfferRow *row = row_at(view, index);
	const AgendaTask *task = task_at(view, index);
	if (!task) {
		draw_head(screen, canvas, rect, row->need);
		return;
	}
	int code = screen->code_cols, tail = rect.cols - STANDING_COLS;
	int places = rect.cols >= WIDE ? PLACES_COLS : 0, source = rect.cols >= 3 * WIDE ? WIDE : 0;
	int title = tail - places - source - code - 1;
	canvas_text_clip(canvas, rect, 0, 0, code - 1, STYLE_PLAIN, task->code);
	canvas_text_clip(canvas, rect, 0, code, title, STYLE_PLAIN, task->title);
	canvas_text_clip(canvas, rect, 0, code + title + 1, places ? places - 1 : 0, STYLE_PLAIN,
		task->places);
	canvas_text_clip(canvas, rect, 0, tail - source, source ? source - 1 : 0, STYLE_DIM,
		screen->sources[row->task]);
	canvas_text_clip(canvas, rect, 0, tail, STANDING_COLS, agenda_style(task),
		screen->standings[row->task]);
}

static void draw_detail(const View *view, Canvas *canvas, Rect rect)
{
	const OfferScreen *screen = view->state;
	Rect text = { .row = rect.row + 1,
		.col = rect.col + LIST_MARGIN,
		.rows = rect.rows - 1,
		.cols = rect.cols - LIST_MARGIN - 1 };
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	const AgendaTask *task =
		screen->list.count ? task_at(view, screen->list.selected) : NULL;
	if (!task)
		return;
	int used = prose_draw(canvas, text, 0, 0, 2, STYLE_DIM,
		screen->sources[row_at(view, screen->list.selected)->task]);
	prose_draw(canvas, text, used, 0, text.rows - used, STYLE_PLAIN, task->title);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	OfferScreen *screen = view->state;
	int detail = rect.rows >= 2 * DETAIL_ROWS ? DETAIL_ROWS : 0;
	Rect list = { .row = rect.row,
		.col = rect.col,
		.rows = rect.rows - detail,
		.cols = rect.cols };
	Rect below = { .row = list.row + list.rows,
		.col = rect.col,
		.rows = detail,
		.cols = rect.cols };
	if (!screen->list.count)
		canvas_text(canvas, rect, 0, LIST_MARGIN, STYLE_DIM,
			tr("Không còn nhiệm vụ nào chưa xong ngoài chương trình."));
	if (detail)
		draw_detail(view, canvas, below);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
}

// Operations ------------------------------------------------------------------------------------

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
