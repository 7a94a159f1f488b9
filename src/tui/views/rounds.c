// SPDX-License-Identifier: MIT
// All reporting rounds, the latest first: how many have come, how many have not.
#include "tui/views.h"

#include "base/tr.h"
#include "core/report.h"
#include "tui/views/round_screen.h"

#include <stdio.h>

typedef struct {
	Vec rounds; // of Round
	List list;
} RoundsScreen;

static bool open_rounds(View *view, Err *err)
{
	RoundsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rounds, sizeof(Round));
	return true;
}

static void close_rounds(View *view)
{
	RoundsScreen *screen = view->state;
	vec_release(&screen->rounds);
}

static bool load(View *view, Err *err)
{
	RoundsScreen *screen = view->state;
	vec_clear(&screen->rounds);
	view->title = tr("Kỳ báo cáo");
	view->note = tr("Enter mở kỳ · F2 thêm báo cáo định kỳ");
	if (!round_list(view->core, &view->arena, &screen->rounds, err))
		return false;
	list_set_count(&screen->list, (int)screen->rounds.len);
	return true;
}

static List *list_of(View *view)
{
	RoundsScreen *screen = view->state;
	return &screen->list;
}

// Drawing ---------------------------------------------------------------------------------------

// In a tight window the report's code stands for its name.
enum { DUE_COLS = 11, CODE_COLS = 13, FIGURE_COLS = 29, NAME_MIN = 12 };

static int name_cols(int cols)
{
	int room = cols - DUE_COLS - CODE_COLS - FIGURE_COLS;
	return room < NAME_MIN ? 0 : room;
}

static void draw_figures_of(Canvas *canvas, Rect rect, int col, const Round *round)
{
	canvas_textf(canvas, rect, 0, col, STYLE_PLAIN, "%3d/%d", round->sent, round->asked);
	canvas_textf(canvas, rect, 0, col + 8, round->late ? STYLE_WARN : STYLE_DIM,
		round->late ? tr("chậm %d") : "-", round->late);
	if (round->overdue)
		canvas_textf(canvas, rect, 0, col + 17, STYLE_LATE, tr("! thiếu %d"), round->overdue);
	else if (round->missing)
		canvas_textf(canvas, rect, 0, col + 17, STYLE_PLAIN, tr("chờ %d"), round->missing);
	else
		canvas_text(canvas, rect, 0, col + 17, STYLE_GOOD, tr("đủ"));
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RoundsScreen *screen = ((const View *)opaque)->state;
	const Round *round = vec_at(&screen->rounds, (size_t)index);
	Date due;
	char shown[11] = "";
	int name = name_cols(rect.cols);
	if (date_parse(round->due, &due))
		date_show(due, shown);
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, shown);
	canvas_text_clip(canvas, rect, 0, DUE_COLS, CODE_COLS - 1, STYLE_PLAIN, round->code);
	if (name)
		canvas_text_clip(canvas, rect, 0, DUE_COLS + CODE_COLS, name - 1, STYLE_PLAIN, round->name);
	draw_figures_of(canvas, rect, DUE_COLS + CODE_COLS + name, round);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	RoundsScreen *screen = view->state;
	Rect head = { .row = rect.row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Rect area = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	int name = name_cols(head.cols), figures = DUE_COLS + CODE_COLS + name;
	canvas_text(canvas, head, 0, 0, STYLE_DIM, tr("HẠN"));
	canvas_text(canvas, head, 0, DUE_COLS, STYLE_DIM, tr("KỲ"));
	if (name)
		canvas_text(canvas, head, 0, DUE_COLS + CODE_COLS, STYLE_DIM, tr("BÁO CÁO"));
	canvas_text(canvas, head, 0, figures, STYLE_DIM, tr("ĐÃ NỘP"));
	canvas_text(canvas, head, 0, figures + 17, STYLE_DIM, tr("CHƯA NỘP"));
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text_clip(canvas, rect, 1, LIST_MARGIN, rect.cols - LIST_MARGIN, STYLE_DIM,
			tr("Chưa có báo cáo định kỳ nào; F2 để thêm."));
}

// Operations ------------------------------------------------------------------------------------

static const Round *selected(const View *view)
{
	const RoundsScreen *screen = view->state;
	return vec_at(&screen->rounds, (size_t)screen->list.selected);
}

static int64_t row_key(const View *view, int index)
{
	const RoundsScreen *screen = view->state;
	const Round *round = vec_at(&screen->rounds, (size_t)index);
	return round_key(round->series_id, round->round);
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có kỳ báo cáo nào."));
}

static bool open_row(View *view, Err *err)
{
	return round_open(view->app, selected(view)->series_id, selected(view)->round, err);
}

static bool add(View *view, Err *err)
{
	return form_open(view->app, &series_add_form, NULL, err);
}

static bool edit(View *view, Err *err)
{
	return series_edit_open(view, selected(view)->series_id, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Ai đã nộp, ai chậm, ai chưa."), has_row,
		open_row },
	{ "series-add", N_("Thêm báo cáo định kỳ"), "F2", N_("Thêm"), RIGHT_DIRECT,
		N_("Tên, nhịp, hạn, ai phải báo cáo; các kỳ tự có theo nhịp."), NULL, add },
	{ "series-edit", N_("Sửa báo cáo định kỳ"), "F4", N_("Sửa"), RIGHT_DIRECT,
		N_("Đổi tên, hạn kỳ cuối, ai phải báo cáo từ nay."), has_row, edit },
	{ 0 },
};

const ViewOps rounds_view = {
	.name = "rounds",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(RoundsScreen),
	.ops = ops,
	.row_key = row_key,
	.open = open_rounds,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_rounds,
};
