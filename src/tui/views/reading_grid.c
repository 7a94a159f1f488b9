// SPDX-License-Identifier: MIT
// The readings of an indicator for many districts in one grid: typed in or pasted from a spreadsheet;
// stored all at once or not at all.
#include "tui/views/reading_grid.h"

#include "base/tr.h"
#include "tui/typing.h"
#include "tui/views.h"
#include "tui/views/forms.h"
#include "tui/views/grid_view.h"

static bool open_grid(View *view, Err *err)
{
	ReadingGrid *screen = view->state;
	Indicator *indicator = &screen->indicator;
	screen->arena = (Arena)ARENA_INIT;
	screen->typed = (Buf)BUF_INIT;
	vec_init(&screen->rows, sizeof(ReadingGridRow));
	if (!indicator_get(view->core, view->args.id, &screen->arena, indicator, err))
		return false;
	bool ratio = indicator->aggregation == AGGREGATE_RATIO;
	screen->parts_n = ratio ? 2 : 1;
	screen->parts[0] = *indicator;
	if (ratio && (!indicator_get(view->core, indicator->numerator_id, &screen->arena, &screen->parts[0],
			      err) ||
			     !indicator_get(view->core, indicator->denominator_id, &screen->arena,
				     &screen->parts[1], err)))
		return false;
	reading_grid_make(view);
	return true;
}

static void close_grid(View *view)
{
	ReadingGrid *screen = view->state;
	grid_free(screen->grid);
	vec_release(&screen->rows);
	buf_release(&screen->typed);
	arena_release(&screen->arena);
}

// Loading ---------------------------------------------------------------------------------------

// The newest actual one that counts; readings come newest first.
static const Reading *newest_of(const Vec *readings, int64_t district_id)
{
	for (size_t i = 0; i < readings->len; i++) {
		const Reading *reading = vec_at(readings, i);
		if (reading->district_id == district_id && reading->kind == READING_ACTUAL &&
			!reading->withdrawn && !reading->superseded)
			return reading;
	}
	return NULL;
}

static bool is_asked_for(const View *view, const District *district)
{
	return !view->args.other_id || view->args.other_id == district->id ||
	       view->args.other_id == district->main_region_id;
}

static bool may_record(View *view, const District *district, bool *yes, Err *err)
{
	Err denied = ERR_INIT;
	*yes = right_check(view->core, RIGHT_PROGRESS, (Place){ .district_id = district->id }, &denied);
	if (*yes || denied.kind == ERR_DENIED)
		return true;
	*err = denied;
	return false;
}

static bool add_rows(View *view, const Vec *districts, const Vec readings[2], Err *err)
{
	ReadingGrid *screen = view->state;
	for (size_t i = 0; i < districts->len; i++) {
		const District *district = vec_at(districts, i);
		const Reading *newest[2] = { newest_of(&readings[0], district->id),
			newest_of(&readings[1], district->id) };
		bool mine;
		if (!may_record(view, district, &mine, err))
			return false;
		if (mine && is_asked_for(view, district))
			reading_grid_add(screen, district, newest);
	}
	grid_go(screen->grid, grid_row(screen->grid), grid_column(screen->grid));
	return true;
}

static bool load_rows(View *view, Err *err)
{
	ReadingGrid *screen = view->state;
	Vec districts, readings[2];
	bool ok = true;
	vec_init(&districts, sizeof(District));
	for (int part = 0; part < 2; part++) {
		vec_init(&readings[part], sizeof(Reading));
		ok = ok && (part >= screen->parts_n ||
				   reading_list(view->core, screen->parts[part].id, (Place){ 0 },
					   &screen->arena, &readings[part], err));
	}
	ok = ok && reading_newest(view->core, &screen->seen, err) &&
	     district_list(view->core, &screen->arena, &districts, err) &&
	     add_rows(view, &districts, readings, err);
	vec_release(&districts);
	vec_release(&readings[0]);
	vec_release(&readings[1]);
	return ok;
}

// What has been typed is never replaced by a reload; what others have told meanwhile is found out when
// it is saved.
static bool load(View *view, Err *err)
{
	ReadingGrid *screen = view->state;
	Arena kept = screen->arena;
	view->title = view_printf(view, tr("Nhập số liệu, %s"), screen->indicator.name);
	view->note = tr("Ctrl+S ghi · dán bảng được · Esc về");
	screen->heading = screen->parts_n == 2 ?
		view_printf(view, tr("Giá trị: %s (%s); mẫu số: %s"), screen->parts[0].name,
			screen->parts[0].unit, screen->parts[1].name) :
		view_printf(view, tr("Giá trị: %s (%s)"), screen->parts[0].name, screen->parts[0].unit);
	if (grid_any_touched(screen->grid) || grid_editing(screen->grid))
		return true;
	// The indicator's own words live in the old arena until they are read again.
	screen->arena = (Arena)ARENA_INIT;
	grid_clear(screen->grid);
	vec_clear(&screen->rows);
	bool ok = indicator_get(view->core, view->args.id, &screen->arena, &screen->indicator, err);
	for (int part = 0; ok && part < screen->parts_n; part++)
		ok = indicator_get(
			view->core, screen->parts[part].id, &screen->arena, &screen->parts[part], err);
	arena_release(&kept);
	return ok && load_rows(view, err);
}

// Drawing ---------------------------------------------------------------------------------------

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	const ReadingGrid *screen = view->state;
	Grid *grid = screen->grid;
	if (!grid_rows(grid)) {
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM,
			tr("Không có địa phương nào mà đồng chí được nhập số liệu ở đây."));
		return;
	}
	Rect body = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_DIM, screen->heading);
	grid_view_draw(grid, canvas, body, "");
}

// Operations --------------------------------------------------------------------------------------

static bool has_rows(View *view, Err *err)
{
	const ReadingGrid *screen = view->state;
	return grid_rows(screen->grid) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có địa phương nào để nhập."));
}

static bool save(View *view, Err *err)
{
	int rows;
	if (!reading_grid_save(view, &rows, err))
		return false;
	grid_view_saved(view);
	app_say(view->app, tr("Đã ghi số liệu của %d địa phương. F8 hoàn tác."), rows);
	return true;
}

static const Op ops[] = {
	{ "grid-save", N_("Ghi"), "Ctrl+S", NULL, RIGHT_READ,
		N_("Kiểm tra mọi dòng đã sửa rồi ghi tất cả một lần."), has_rows, save },
	{ "grid-edit", N_("Sửa ô"), "F4", N_("Sửa"), RIGHT_READ,
		N_("Sửa tiếp chữ đang có trong ô; gõ ngay thì thay cả ô."), has_rows, grid_view_edit },
	{ "grid-undo", N_("Lấy lại ô vừa sửa"), "Ctrl+Z", NULL, RIGHT_READ,
		N_("Lấy lại ô vừa sửa hoặc cả bảng vừa dán."), has_rows, grid_view_undo },
	{ "grid-redo", N_("Làm lại ô vừa lấy lại"), "Ctrl+Y", NULL, RIGHT_READ,
		N_("Làm lại điều vừa lấy lại trong bảng."), has_rows, grid_view_redo },
	{ 0 },
};

const ViewOps reading_grid_view = {
	.name = "reading-grid",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ReadingGrid),
	.ops = ops,
	.open = open_grid,
	.load = load,
	.draw = draw,
	.key = grid_view_key,
	.focus = grid_view_focus,
	.leave = grid_view_leave,
	.typing = &reading_grid_typing,
	.close = close_grid,
};

bool reading_grid_open(App *app, int64_t indicator_id, Place place, Err *err)
{
	ViewArgs args = { .id = indicator_id,
		.other_id = place.district_id ? place.district_id : place.region_id };
	return app_open(app, &reading_grid_view, &args, err);
}
