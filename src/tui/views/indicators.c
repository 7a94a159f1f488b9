// SPDX-License-Identifier: MIT
// The indicators of the province, a region or a district: target, figure, trend, and how it stands.
#include "tui/views.h"

#include "base/tr.h"
#include "core/indicator.h"
#include "tui/views/indicator_draw.h"
#include "tui/views/prose_draw.h"

typedef struct {
	Vec lines;   // of IndicatorLine
	Vec details; // of const char *, beside them
	List list;
	const char *place;
} IndicatorsScreen;

static bool open_indicators(View *view, Err *err)
{
	IndicatorsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->lines, sizeof(IndicatorLine));
	vec_init(&screen->details, sizeof(const char *));
	return true;
}

static void close_indicators(View *view)
{
	IndicatorsScreen *screen = view->state;
	vec_release(&screen->lines);
	vec_release(&screen->details);
}

static bool load(View *view, Err *err)
{
	IndicatorsScreen *screen = view->state;
	const char *code;
	view->place = (Place){ .region_id = view->args.id, .district_id = view->args.other_id };
	vec_clear(&screen->lines);
	vec_clear(&screen->details);
	if (!indicator_lines(view->core, view->place, &view->arena, &screen->lines, err) ||
		!place_name(view->core, view->place, &view->arena, &screen->place, &code, err))
		return false;
	for (size_t i = 0; i < screen->lines.len; i++) {
		const IndicatorLine *line = vec_at(&screen->lines, i);
		*(const char **)vec_push(&screen->details) =
			view_series(view, &line->indicator, &line->series);
	}
	list_set_count(&screen->list, (int)screen->lines.len);
	view->title = view_printf(view, tr("Chỉ tiêu, %s"), screen->place);
	view->note = tr("Enter biểu đồ và các địa phương · F6 nhập số liệu");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const IndicatorsScreen *screen = view->state;
	return ((const IndicatorLine *)vec_at(&screen->lines, (size_t)index))->indicator.id;
}

static List *list_of(View *view)
{
	IndicatorsScreen *screen = view->state;
	return &screen->list;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const IndicatorsScreen *screen = ((const View *)opaque)->state;
	const IndicatorLine *line = vec_at(&screen->lines, (size_t)index);
	draw_indicator(canvas, rect, line->indicator.name, &line->indicator, &line->series);
}

// Below the list, what there is to say of the selected one, in full.
static void draw_detail(const IndicatorsScreen *screen, Canvas *canvas, Rect rect)
{
	const IndicatorLine *line = vec_at(&screen->lines, (size_t)screen->list.selected);
	const char *detail = *(const char **)vec_at(&screen->details, (size_t)screen->list.selected);
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_TITLE, line->indicator.name);
	prose_draw(canvas, rect, 1, 1, rect.rows - 1, STYLE_PLAIN, detail);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	IndicatorsScreen *screen = view->state;
	enum { DETAIL = 4 };
	int below = rect.rows > 2 * DETAIL ? DETAIL + 1 : 0;
	int rows = rect.rows - 1 - below;
	if (rows > screen->list.count)
		rows = screen->list.count;
	Rect list = { .row = rect.row + 1, .col = rect.col, .rows = rows, .cols = rect.cols };
	draw_indicator_head(canvas, rect, 0, tr("CHỈ TIÊU"));
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (!screen->lines.len)
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM,
			tr("Chưa có chỉ tiêu nào; F2 để thêm một chỉ tiêu."));
	else if (below)
		draw_detail(screen, canvas,
			(Rect){ .row = list.row + rows + 1, .col = rect.col, .rows = DETAIL, .cols = rect.cols });
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có chỉ tiêu nào."));
}

static int64_t selected_id(const View *view)
{
	const IndicatorsScreen *screen = view->state;
	return ((const IndicatorLine *)vec_at(&screen->lines, (size_t)screen->list.selected))->indicator.id;
}

static bool open_row(View *view, Err *err)
{
	const Place *place = &view->place;
	ViewArgs args = { .id = selected_id(view),
		.other_id = place->district_id ? place->district_id : place->region_id };
	return app_open(view->app, &indicator_view, &args, err);
}

static bool may_define(View *view, Err *err)
{
	return right_check(view->core, RIGHT_DIRECT, (Place){ 0 }, err);
}

static bool may_edit(View *view, Err *err)
{
	return has_row(view, err) && may_define(view, err);
}

static bool add(View *view, Err *err)
{
	return indicator_form_open(view->app, 0, err);
}

static bool edit(View *view, Err *err)
{
	return indicator_form_open(view->app, selected_id(view), err);
}

static bool enter(View *view, Err *err)
{
	return reading_grid_open(view->app, selected_id(view), view->place, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Biểu đồ, các địa phương và số liệu của chỉ tiêu."),
		has_row, open_row },
	{ "indicator-add", N_("Thêm chỉ tiêu"), "F2", N_("Thêm"), RIGHT_READ,
		N_("Tên, đơn vị, cách tính chung, nhiệm vụ được đo."), may_define, add },
	{ "indicator-edit", N_("Sửa chỉ tiêu"), "F4", N_("Sửa"), RIGHT_READ,
		N_("Sửa định nghĩa của chỉ tiêu đang chọn."), may_edit, edit },
	{ "reading-grid", N_("Nhập số liệu"), "F6", N_("Nhập"), RIGHT_READ,
		N_("Số liệu của nhiều địa phương trong một bảng; dán được bảng tính."), has_row, enter },
	{ 0 },
};

const ViewOps indicators_view = {
	.name = "indicators",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(IndicatorsScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_indicators,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_indicators,
};
