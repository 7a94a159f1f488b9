// SPDX-License-Identifier: MIT
// An indicator: its chart at the selected place, and how every region and district stands.
#include "tui/views.h"

#include "base/tr.h"
#include "core/indicator.h"
#include "tui/form.h"
#include "tui/views/forms.h"
#include "tui/views/indicator_draw.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>

typedef struct {
	Indicator indicator;
	Vec series;  // of IndicatorSeries, row by row
	Vec details; // of const char *, beside them
	Vec targets; // of IndicatorTarget
	List list;
	bool placed; // the row that was asked for has been selected
	const char *about, *aimed;
} IndicatorScreen;

static bool open_indicator(View *view, Err *err)
{
	IndicatorScreen *screen = view->state;
	(void)err;
	vec_init(&screen->series, sizeof(IndicatorSeries));
	vec_init(&screen->details, sizeof(const char *));
	vec_init(&screen->targets, sizeof(IndicatorTarget));
	return true;
}

static void close_indicator(View *view)
{
	IndicatorScreen *screen = view->state;
	vec_release(&screen->series);
	vec_release(&screen->details);
	vec_release(&screen->targets);
}

// "% · đo nhiệm vụ 2.5a · cao hơn là tốt · theo tháng · tỷ lệ của hai chỉ tiêu: A / B"
static const char *about(View *view, const Indicator *indicator)
{
	const char *parts = indicator->aggregation == AGGREGATE_RATIO ?
		view_printf(view, ": %s / %s", indicator->numerator, indicator->denominator) : "";
	const char *task = *indicator->task_code ?
		view_printf(view, tr(" · đo nhiệm vụ %s"), indicator->task_code) : "";
	return view_printf(view, tr("%s%s · %s · theo %s · %s%s"), indicator->unit, task,
		direction_name(indicator->direction), indicator_rhythm_name(indicator->rhythm),
		aggregation_name(indicator->aggregation), parts);
}

static bool load_targets(View *view, Err *err)
{
	IndicatorScreen *screen = view->state;
	const char *all = "";
	vec_clear(&screen->targets);
	if (!target_list(view->core, view->args.id, &view->arena, &screen->targets, err))
		return false;
	for (size_t i = 0; i < screen->targets.len; i++) {
		const IndicatorTarget *target = vec_at(&screen->targets, i);
		const Standing standing = { .set = true, .kind = target->kind, .target = target->value,
			.scale = target->kind == TARGET_VALUE ? screen->indicator.scale : LAST_YEAR_SCALE };
		const char *name, *code;
		Buf value = BUF_INIT;
		if (!place_name(view->core, target->place, &view->arena, &name, &code, err))
			return false;
		standing_target_show(&value, &screen->indicator, &standing);
		all = view_printf(view, "%s%s%s %s, %s", all, *all ? "; " : "", name, value.bytes,
			target_period_words(target, &view->arena));
		buf_release(&value);
	}
	screen->aimed = *all ? view_printf(view, tr("Kế hoạch: %s"), all) : tr("Chưa giao kế hoạch.");
	return true;
}

static void select_place(View *view)
{
	IndicatorScreen *screen = view->state;
	for (size_t i = 0; !screen->placed && i < screen->series.len; i++) {
		const Place *place = &((const IndicatorSeries *)vec_at(&screen->series, i))->place;
		int64_t id = place->district_id ? place->district_id : place->region_id;
		if (id == view->args.other_id)
			list_select(&screen->list, (int)i);
	}
	screen->placed = true;
}

static bool load(View *view, Err *err)
{
	IndicatorScreen *screen = view->state;
	vec_clear(&screen->series);
	vec_clear(&screen->details);
	if (!indicator_get(view->core, view->args.id, &view->arena, &screen->indicator, err) ||
		!indicator_series_all(view->core, view->args.id, &view->arena, &screen->series, err) ||
		!load_targets(view, err))
		return false;
	for (size_t i = 0; i < screen->series.len; i++) {
		const IndicatorSeries *series = vec_at(&screen->series, i);
		const char *words = view_series(view, &screen->indicator, series);
		*(const char **)vec_push(&screen->details) =
			view_printf(view, "%s, %s", series->title, words);
	}
	list_set_count(&screen->list, (int)screen->series.len);
	select_place(view);
	screen->about = about(view, &screen->indicator);
	view->title = screen->indicator.name;
	view->thing = (Thing){ NOUN_INDICATOR, view->args.id };
	view->note = tr("Mũi tên: nơi khác · F6 số liệu · Enter mở nơi");
	return true;
}

// The province has no id.
static int64_t row_key(const View *view, int index)
{
	const IndicatorScreen *screen = view->state;
	const Place *place = &((const IndicatorSeries *)vec_at(&screen->series, (size_t)index))->place;
	return place->district_id ? place->district_id : place->region_id ? place->region_id : 1;
}

static List *list_of(View *view)
{
	IndicatorScreen *screen = view->state;
	return &screen->list;
}

static const IndicatorSeries *selected(const View *view)
{
	const IndicatorScreen *screen = view->state;
	return vec_at(&screen->series, (size_t)screen->list.selected);
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const IndicatorScreen *screen = ((const View *)opaque)->state;
	const IndicatorSeries *series = vec_at(&screen->series, (size_t)index);
	char title[120];
	snprintf(title, sizeof(title), "%*s%s", 2 * series->depth, "", series->title);
	draw_indicator(canvas, rect, title, &screen->indicator, series);
}

enum { WORDS = 2, ABOUT = 2, ABOUT_FROM = 18, CHART_FROM = 13, CHART_MAX = 14 };

// In a low window first the definition is left out, then the chart.
static void draw(const View *view, Canvas *canvas, Rect rect)
{
	IndicatorScreen *screen = view->state;
	const char *detail = *(const char **)vec_at(&screen->details, (size_t)screen->list.selected);
	int about_rows = rect.rows >= ABOUT_FROM ? ABOUT : 0;
	int chart = rect.rows >= CHART_FROM ? (rect.rows - about_rows - WORDS - 1) / 2 : 0;
	chart = chart > CHART_MAX ? CHART_MAX : chart;
	if (about_rows) {
		canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_DIM, screen->about);
		canvas_text_clip(canvas, rect, 1, 1, rect.cols - 2, STYLE_DIM, screen->aimed);
	}
	draw_indicator_chart(canvas,
		(Rect){ .row = rect.row + about_rows, .col = rect.col + 1, .rows = chart,
			.cols = rect.cols - 2 },
		&screen->indicator, selected(view));
	int row = about_rows + chart;
	prose_draw(canvas, rect, row, 1, WORDS, STYLE_PLAIN, detail);
	row += WORDS;
	draw_indicator_head(canvas, rect, row, tr("NƠI"));
	Rect table = { .row = rect.row + row + 1, .col = rect.col, .rows = rect.rows - row - 1,
		.cols = rect.cols };
	list_draw(&screen->list, canvas, table, LIST_FOCUSED, draw_row, view);
}

// Operations ------------------------------------------------------------------------------------

static bool open_place(View *view, Err *err)
{
	const Place *place = &selected(view)->place;
	ViewArgs args = { .id = place->district_id ? place->district_id : place->region_id };
	return app_open(view->app, place->district_id ? &district_view : &region_view, &args, err);
}

static bool has_place(View *view, Err *err)
{
	const Place *place = &selected(view)->place;
	return place->district_id || place->region_id ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Chọn một vùng hay địa phương để mở."));
}

static bool open_numbers(View *view, Err *err)
{
	const Place *place = &selected(view)->place;
	ViewArgs args = { .id = view->args.id,
		.other_id = place->district_id ? place->district_id : place->region_id };
	return app_open(view->app, &readings_view, &args, err);
}

static bool enter(View *view, Err *err)
{
	return reading_grid_open(view->app, view->args.id, selected(view)->place, err);
}

static bool may_direct(View *view, Err *err)
{
	return right_check(view->core, RIGHT_DIRECT, (Place){ 0 }, err);
}

static bool edit(View *view, Err *err)
{
	return indicator_form_open(view->app, view->args.id, err);
}

static bool set_target(View *view, Err *err)
{
	const Place *place = &selected(view)->place;
	ViewArgs args = { .id = view->args.id, .spec = &target_form,
		.other_id = place->district_id ? place->district_id : place->region_id };
	return form_open(view->app, &target_form, &args, err);
}

// The newest one of the place's own.
static const IndicatorTarget *own_target(const View *view)
{
	const IndicatorScreen *screen = view->state;
	const Place *place = &selected(view)->place;
	for (size_t i = screen->targets.len; i-- > 0;) {
		const IndicatorTarget *target = vec_at(&screen->targets, i);
		if (target->place.region_id == place->region_id &&
			target->place.district_id == place->district_id)
			return target;
	}
	return NULL;
}

static bool may_remove_target(View *view, Err *err)
{
	return (own_target(view) ||
		       err_set(err, ERR_NOT_FOUND, "%s", tr("Nơi đang chọn không có kế hoạch riêng."))) &&
	       may_direct(view, err);
}

static bool remove_target(View *view, Err *err)
{
	const IndicatorTarget *target = own_target(view);
	if (!target)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Nơi đang chọn không có kế hoạch riêng."));
	if (!target_remove(view->core, target->id, target->rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã bỏ kế hoạch. F8 hoàn tác."));
	return true;
}

static bool ask_remove_target(View *view, Err *err)
{
	const IndicatorTarget *target = own_target(view);
	return app_confirm(view,
		view_printf(view, tr("Bỏ kế hoạch của %s, %s?"), selected(view)->title,
			target_period_words(target, &view->arena)),
		remove_target, err);
}

static const Op ops[] = {
	{ "open", N_("Mở nơi đang chọn"), "Enter", NULL, RIGHT_READ, N_("Màn hình của vùng hay địa phương."),
		has_place, open_place },
	{ "reading-grid", N_("Nhập số liệu"), "F2", N_("Nhập"), RIGHT_READ,
		N_("Số liệu của nhiều địa phương trong một bảng; dán được bảng tính."), NULL, enter },
	{ "indicator-edit", N_("Sửa chỉ tiêu"), "F4", N_("Sửa"), RIGHT_READ,
		N_("Sửa định nghĩa của chỉ tiêu này."), may_direct, edit },
	{ "readings", N_("Số liệu của chỉ tiêu"), "F6", N_("Số liệu"), RIGHT_READ,
		N_("Các con số đứng sau biểu đồ: theo kỳ, và từng số đã nhập."), NULL, open_numbers },
	{ "target-set", N_("Giao kế hoạch"), "", NULL, RIGHT_READ,
		N_("Kế hoạch của nơi đang chọn cho một thời gian."), may_direct, set_target },
	{ "target-remove", N_("Bỏ kế hoạch"), "", NULL, RIGHT_READ,
		N_("Bỏ kế hoạch mới nhất của nơi đang chọn."), may_remove_target, ask_remove_target },
	{ 0 },
};

const ViewOps indicator_view = {
	.name = "indicator",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(IndicatorScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_indicator,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_indicator,
};
