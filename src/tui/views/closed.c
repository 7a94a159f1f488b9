// SPDX-License-Identifier: MIT
// A closed period: the figures of each place as they stood, and what became of each leaf.
#include "tui/views.h"

#include "base/tr.h"
#include "core/closing.h"
#include "tui/row_key.h"
#include "tui/views/figures_draw.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>

enum { PANE_FIGURES, PANE_LEAVES, PANES };

typedef struct {
	Closing closing;
	Vec places; // of PlaceFigures
	Vec leaves; // of ClosedLeaf
	List lists[PANES];
	const char *head;
} ClosedScreen;

static bool open_closed(View *view, Err *err)
{
	ClosedScreen *screen = view->state;
	(void)err;
	vec_init(&screen->places, sizeof(PlaceFigures));
	vec_init(&screen->leaves, sizeof(ClosedLeaf));
	return true;
}

static void close_closed(View *view)
{
	ClosedScreen *screen = view->state;
	vec_release(&screen->places);
	vec_release(&screen->leaves);
}

static bool load(View *view, Err *err)
{
	ClosedScreen *screen = view->state;
	Period period;
	char name[48];
	vec_clear(&screen->places);
	vec_clear(&screen->leaves);
	if (!period_parse_any(view->args.code, &period))
		return err_set(err, ERR_NOT_FOUND, tr("Không có kỳ “%s”."), view->args.code);
	if (!closing_get(view->core, period, &view->arena, &screen->closing, err) ||
		!closing_figures(view->core, screen->closing.id, &view->arena, &screen->places, err) ||
		!closing_decisions(view->core, screen->closing.id, &view->arena, &screen->leaves, err))
		return false;
	list_set_count(&screen->lists[PANE_FIGURES], (int)screen->places.len);
	list_set_count(&screen->lists[PANE_LEAVES], (int)screen->leaves.len);
	period_name(period, name, sizeof(name));
	view->place = (Place){ 0 };
	view->title = view_printf(view, tr("Kỳ đã khép: %s"), name);
	view->note = tr("Tab sang phần khác · số liệu như khi khép, không đổi nữa");
	screen->head = view_printf(view, tr("Khép ngày %s, đ/c %s. Số liệu như lúc ấy."),
		view_day(view, screen->closing.closed_on), screen->closing.person);
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const ClosedScreen *screen = view->state;
	if (view->pane == PANE_LEAVES)
		return ((const ClosedLeaf *)vec_at(&screen->leaves, (size_t)index))->leaf_id;
	const Place *place = &((const PlaceFigures *)vec_at(&screen->places, (size_t)index))->place;
	return row_key_of(place->region_id, 0, place->district_id);
}

static List *list_of(View *view)
{
	ClosedScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static void draw_place(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ClosedScreen *screen = ((const View *)opaque)->state;
	const PlaceFigures *place = vec_at(&screen->places, (size_t)index);
	const Figures *figures = &place->figures;
	char title[96];
	int rest = figure_columns(rect.cols).rest;
	snprintf(title, sizeof(title), "%s%s", place->place.district_id ? "  " : "", place->title);
	draw_figures(canvas, rect, title, figures);
	draw_percent(canvas, rect, rest, 4, figures);
	int col = rest + 6 + canvas_textf(canvas, rect, 0, rest + 6, STYLE_PLAIN,
				     tr("đúng hạn %d, trễ %d"), figures->done_in_time,
				     figures->done_late);
	if (figures->ended)
		canvas_textf(canvas, rect, 0, col, STYLE_PLAIN, tr(", thôi %d"), figures->ended);
}

static void draw_decision(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ClosedScreen *screen = ((const View *)opaque)->state;
	const ClosedLeaf *leaf = vec_at(&screen->leaves, (size_t)index);
	char told[300], due[11] = "";
	Date day;
	if (date_parse(leaf->new_due, &day))
		date_show(day, due);
	snprintf(told, sizeof(told), "%s%s%s%s%s", close_kind_name(leaf->kind), *due ? " " : "", due,
		*leaf->reason ? ": " : "", leaf->reason);
	canvas_text_clip(canvas, rect, 0, 0, 9, STYLE_PLAIN, leaf->code);
	canvas_text_clip(canvas, rect, 0, 10, 15, STYLE_PLAIN, leaf->place_title);
	canvas_textf(canvas, rect, 0, 26, STYLE_PLAIN, "%3d%%", leaf->percent);
	canvas_text_clip(canvas, rect, 0, 32, rect.cols - 32, STYLE_PLAIN, told);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	ClosedScreen *screen = view->state;
	bool figures = view->pane == PANE_FIGURES;
	Rect area = { .row = rect.row + 3, .col = rect.col, .rows = rect.rows - 3, .cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_PLAIN, screen->head);
	canvas_textf(canvas, rect, 1, 1, STYLE_TITLE,
		figures ? tr("[Số liệu]  Việc đã quyết định %d") : tr("Số liệu  [Việc đã quyết định %d]"),
		(int)screen->leaves.len);
	canvas_text_right(canvas, rect, 1, rect.cols - 1, STYLE_DIM, "Tab");
	if (figures)
		draw_figure_head(canvas, rect, 2, tr("NƠI"), "%");
	else
		canvas_text(canvas, rect, 2, LIST_MARGIN, STYLE_DIM, tr("MÃ        NƠI                %  QUYẾT ĐỊNH"));
	list_draw(&screen->lists[view->pane], canvas, area, LIST_FOCUSED,
		figures ? draw_place : draw_decision, view);
}

static bool on_leaf(View *view, Err *err)
{
	return (view->pane == PANE_LEAVES && list_of(view)->count) ||
	       err_set(err, ERR_INVALID, "%s", tr("Tab sang phần việc đã quyết định rồi chọn một việc."));
}

static bool open_row(View *view, Err *err)
{
	const ClosedScreen *screen = view->state;
	const ClosedLeaf *leaf =
		vec_at(&screen->leaves, (size_t)screen->lists[PANE_LEAVES].selected);
	ViewArgs args = { .id = leaf->leaf_id };
	return app_open(view->app, &leaf_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ như đang có."), on_leaf, open_row },
	{ 0 },
};

const ViewOps closed_view = {
	.name = "closed",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ClosedScreen),
	.ops = ops,
	.open = open_closed,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.panes = PANES,
	.close = close_closed,
};
