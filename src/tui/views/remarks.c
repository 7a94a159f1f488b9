// SPDX-License-Identifier: MIT
// Remarks in a list: those that wait for an answer first, by their day. Of one thing, or of all.
#include "tui/views.h"

#include "base/tr.h"
#include "tui/views/prose_draw.h"
#include "tui/views/remark_screen.h"
#include "tui/views/tabs.h"

#include <string.h>

enum { PANE_OPEN, PANE_ANSWERED, PANE_TASKS, PANE_OWN, PANE_ALL, PANES };

typedef struct {
	Remark remark;
	const char *standing;
	const char *head, *answer; // for the part below the list
} RemarkRow;

typedef struct {
	RemarkScreenHead head;
	Vec rows[PANES]; // of RemarkRow
	List lists[PANES];
	Tab tabs[PANES];
} RemarksScreen;

static const struct {
	const char *title, *empty;
	unsigned states; // 0: all but withdrawn
	bool own;
} panes[PANES] = {
	[PANE_OPEN] = { N_("Chưa trả lời"), N_("Không có ý kiến nào chờ trả lời."),
		1u << REMARK_OPEN, false },
	[PANE_ANSWERED] = { N_("Đã trả lời"), N_("Chưa có ý kiến nào được trả lời."),
		1u << REMARK_ANSWERED, false },
	[PANE_TASKS] = { N_("Nhiệm vụ"), N_("Chưa có ý kiến nào được giao thành nhiệm vụ."),
		1u << REMARK_TASK, false },
	[PANE_OWN] = { N_("Của tôi"), N_("Đồng chí chưa cho hay nhận ý kiến nào."), 0, true },
	[PANE_ALL] = { N_("Tất cả"), N_("Chưa có ý kiến chỉ đạo nào."), 0, false },
};

static const RemarkRow *selected_row(const View *view)
{
	const RemarksScreen *screen = view->state;
	const Vec *rows = &screen->rows[view->pane];
	size_t at = (size_t)screen->lists[view->pane].selected;
	return at < rows->len ? vec_at(rows, at) : NULL;
}

static const Remark *selected(const View *view)
{
	const RemarkRow *row = selected_row(view);
	return row ? &row->remark : NULL;
}

static bool open_row(View *view, Err *err)
{
	const Remark *remark = selected(view);
	ViewArgs args = { .id = remark ? remark->id : 0 };
	return app_open(view->app, &remark_view, &args, err);
}

static bool open_remarks(View *view, Err *err)
{
	RemarksScreen *screen = view->state;
	(void)err;
	screen->head = (RemarkScreenHead){ selected, open_row };
	for (int pane = 0; pane < PANES; pane++)
		vec_init(&screen->rows[pane], sizeof(RemarkRow));
	view->pane = view->args.id ? PANE_ALL : PANE_OPEN;
	return true;
}

static void close_remarks(View *view)
{
	RemarksScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++)
		vec_release(&screen->rows[pane]);
}

static bool shows(int pane, const Remark *remark)
{
	return (!panes[pane].states || panes[pane].states & 1u << remark->state) &&
	       (!panes[pane].own || remark->follows || remark->to_me);
}

static RemarkRow row_of(View *view, const Remark *remark)
{
	return (RemarkRow){
		.remark = *remark,
		.standing = remark_standing(view, remark),
		.head = view_printf(view, tr("%s gửi %s, về %s%s%s"), remark_who(view, remark),
			remark->to_words, remark->about, *remark->due ? tr("; hạn ") : "",
			*remark->due ? view_day(view, remark->due) : ""),
		.answer = *remark->answer ? view_printf(view, tr("Trả lời: %s"), remark->answer) : "",
	};
}

static void deal_out(View *view, const Remark *remark)
{
	RemarksScreen *screen = view->state;
	RemarkRow row = row_of(view, remark);
	for (int pane = 0; pane < PANES; pane++)
		if (shows(pane, remark))
			*(RemarkRow *)vec_push(&screen->rows[pane]) = row;
}

static bool load_rows(View *view, Err *err)
{
	RemarksScreen *screen = view->state;
	RemarkFilter filter = { .thing = thing_of_numbers(view->args.other_id, view->args.id) };
	Vec all;
	for (int pane = 0; pane < PANES; pane++)
		vec_clear(&screen->rows[pane]);
	vec_init(&all, sizeof(Remark));
	bool ok = remark_list(view->core, &filter, &view->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		deal_out(view, vec_at(&all, i));
	vec_release(&all);
	for (int pane = 0; pane < PANES; pane++) {
		list_set_count(&screen->lists[pane], (int)screen->rows[pane].len);
		screen->tabs[pane].title = tr(panes[pane].title);
		screen->tabs[pane].count = (int)screen->rows[pane].len;
	}
	return ok;
}

static bool load(View *view, Err *err)
{
	ThingName name = { .title = "" };
	Thing thing = thing_of_numbers(view->args.other_id, view->args.id);
	if (!load_rows(view, err) ||
		(thing.id && !thing_name(view->core, thing, &view->arena, &name, err)))
		return false;
	view->thing = thing;
	view->place = name.place;
	view->title = thing.id ? view_printf(view, tr("Ý kiến · %s"), name.title)
			       : tr("Ý kiến chỉ đạo");
	view->note = tr("Enter mở · F2 trả lời · F4 giao nhiệm vụ · Tab sang phần khác");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const RemarksScreen *screen = view->state;
	return ((const RemarkRow *)vec_at(&screen->rows[view->pane], (size_t)index))->remark.id;
}

static List *list_of(View *view)
{
	RemarksScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static int pane_at(View *view, int row, int col)
{
	const RemarksScreen *screen = view->state;
	return tabs_at(screen->tabs, PANES, row, col);
}

// Drawing ---------------------------------------------------------------------------------------

enum { DAY_COLS = 6, WIDE = 100, DETAIL_ROWS = 7 };

// First columns; the day stands at 0.
typedef struct {
	int place, text, to, standing;
} Columns;

static Columns columns_of(int cols)
{
	int place = cols >= 70 ? 17 : 0, standing = cols >= 60 ? 20 : 17;
	Columns at = { .place = DAY_COLS, .text = DAY_COLS + place, .standing = cols - standing };
	at.to = cols >= WIDE ? at.standing - 24 : at.standing;
	return at;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const RemarksScreen *screen = view->state;
	const RemarkRow *row = vec_at(&screen->rows[view->pane], (size_t)index);
	const Remark *remark = &row->remark;
	Columns at = columns_of(rect.cols);
	Date day;
	char shown[6] = "";
	if (date_parse(remark->said_on, &day))
		date_show_short(day, shown);
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, shown);
	canvas_text_clip(canvas, rect, 0, at.place, at.text - at.place - 1, STYLE_PLAIN,
		remark->place_title);
	canvas_text_clip(
		canvas, rect, 0, at.text, at.to - at.text - 1, STYLE_PLAIN, remark->text);
	canvas_text_clip(canvas, rect, 0, at.to, at.standing - at.to - 1, STYLE_DIM,
		remark->to_words);
	canvas_textf(canvas, rect, 0, at.standing, remark_style(remark), "%s%s",
		remark->late ? "! " : "", row->standing);
}

static void draw_head(Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row,
		.col = rect.col + LIST_MARGIN,
		.rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Columns at = columns_of(line.cols);
	canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("NGÀY"));
	if (at.text > at.place)
		canvas_text(canvas, line, 0, at.place, STYLE_DIM, tr("NƠI"));
	canvas_text(canvas, line, 0, at.text, STYLE_DIM, tr("Ý KIẾN"));
	if (at.standing > at.to)
		canvas_text(canvas, line, 0, at.to, STYLE_DIM, tr("GỬI"));
	canvas_text(canvas, line, 0, at.standing, STYLE_DIM, tr("TÌNH TRẠNG"));
}

// The selected one, whole: who to whom about what, the words, the answer.
static void draw_detail(const View *view, Canvas *canvas, Rect rect)
{
	const RemarkRow *selection = selected_row(view);
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	if (!selection)
		return;
	Rect text = { .row = rect.row + 1,
		.col = rect.col + LIST_MARGIN,
		.rows = rect.rows - 1,
		.cols = rect.cols - LIST_MARGIN - 1 };
	int row = prose_draw(canvas, text, 0, 0, 2, STYLE_DIM, selection->head);
	row += prose_draw(canvas, text, row, 0, *selection->answer ? 2 : 4, STYLE_TITLE,
		selection->remark.text);
	prose_draw(canvas, text, row, 0, text.rows - row, STYLE_PLAIN, selection->answer);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	RemarksScreen *screen = view->state;
	List *list = &screen->lists[view->pane];
	int detail = rect.rows >= 2 * DETAIL_ROWS ? DETAIL_ROWS : 0;
	int rows = rect.rows - 2 - detail;
	Rect area = { .row = rect.row + 2, .col = rect.col, .rows = rows, .cols = rect.cols };
	Rect below = {
		.row = area.row + rows, .col = rect.col, .rows = detail, .cols = rect.cols
	};
	tabs_draw(canvas, rect, 0, screen->tabs, PANES, view->pane);
	draw_head(canvas, rect, 1);
	if (detail)
		draw_detail(view, canvas, below);
	list_draw(list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!list->count)
		canvas_text(canvas, area, 0, LIST_MARGIN, STYLE_DIM, tr(panes[view->pane].empty));
}

const ViewOps remarks_view = {
	.name = "remarks",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(RemarksScreen),
	.row_key = row_key,
	.ops = remark_ops,
	.open = open_remarks,
	.load = load,
	.draw = draw,
	.list = list_of,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_remarks,
};
