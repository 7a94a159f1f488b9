// SPDX-License-Identifier: MIT
// The periods: the one that is open first, then those that were closed.
#include "tui/views.h"

#include "base/tr.h"
#include "core/closing.h"
#include "tui/row_key.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	Period current;
	Vec closings; // of Closing
	List list;    // row 0: the current one
	const char *open; // what it says
} PeriodsScreen;

static bool open_periods(View *view, Err *err)
{
	PeriodsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->closings, sizeof(Closing));
	return true;
}

static void close_periods(View *view)
{
	PeriodsScreen *screen = view->state;
	vec_release(&screen->closings);
}

static bool load_open(View *view, Err *err)
{
	PeriodsScreen *screen = view->state;
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = closing_current(view->core, &screen->current, err) &&
		  closing_leaves(view->core, screen->current, &view->arena, &leaves, err);
	if (ok)
		screen->open = view_printf(view,
			closing_is_due(view->core, screen->current) ?
				tr("! hết kỳ, chưa khép: %d việc đến hạn còn mở") :
				tr("đang mở: %d việc đến hạn trong kỳ"), (int)leaves.len);
	vec_release(&leaves);
	return ok;
}

static bool load(View *view, Err *err)
{
	PeriodsScreen *screen = view->state;
	vec_clear(&screen->closings);
	if (!load_open(view, err) ||
		!closing_list(view->core, &view->arena, &screen->closings, err))
		return false;
	list_set_count(&screen->list, 1 + (int)screen->closings.len);
	view->place = (Place){ 0 };
	view->title = tr("Các kỳ");
	view->note = tr("Enter mở: khép kỳ đang mở, hay xem số liệu của kỳ đã khép");
	return true;
}

// The period, also once it has been closed.
static int64_t row_key(const View *view, int index)
{
	const PeriodsScreen *screen = view->state;
	char code[7];
	period_code(index ? ((const Closing *)vec_at(&screen->closings, (size_t)index - 1))->period :
			    screen->current, code);
	return row_key_words(code);
}

static List *list_of(View *view)
{
	PeriodsScreen *screen = view->state;
	return &screen->list;
}

enum { NAME_COLS = 26 };

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const PeriodsScreen *screen = ((const View *)opaque)->state;
	const Closing *closing = index ? vec_at(&screen->closings, (size_t)index - 1) : NULL;
	char name[48], told[200], day[11] = "";
	Date closed;
	period_name(closing ? closing->period : screen->current, name, sizeof(name));
	snprintf(told, sizeof(told), "%s", screen->open);
	if (closing && date_parse(closing->closed_on, &closed)) {
		date_show(closed, day);
		snprintf(told, sizeof(told),
			tr("khép %s: xong %d, chuyển tiếp %d, kết thúc %d"), day, closing->done,
			closing->carried, closing->ended);
	}
	canvas_text_clip(canvas, rect, 0, 0, NAME_COLS - 1, STYLE_PLAIN, name);
	canvas_text_clip(canvas, rect, 0, NAME_COLS, rect.cols - NAME_COLS, STYLE_PLAIN, told);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	PeriodsScreen *screen = view->state;
	canvas_text(canvas, rect, 0, LIST_MARGIN, STYLE_TITLE, tr("KỲ"));
	Rect area = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
}

// The period that is open leads to its closing, the Office's.
static bool may_open(View *view, Err *err)
{
	const PeriodsScreen *screen = view->state;
	return screen->list.selected || right_check(view->core, RIGHT_DIRECT, view->place, err);
}

static bool open_row(View *view, Err *err)
{
	const PeriodsScreen *screen = view->state;
	ViewArgs args = { 0 };
	char code[7];
	int at = screen->list.selected;
	if (at == 0)
		return app_open(view->app, &closing_view, NULL, err);
	period_code(((const Closing *)vec_at(&screen->closings, (size_t)at - 1))->period, code);
	memcpy(args.code, code, sizeof(code));
	return app_open(view->app, &closed_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Khép kỳ đang mở, hay xem kỳ đã khép."), may_open,
		open_row },
	{ 0 },
};

const ViewOps periods_view = {
	.name = "periods",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(PeriodsScreen),
	.ops = ops,
	.open = open_periods,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_periods,
};
