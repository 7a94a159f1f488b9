// SPDX-License-Identifier: MIT
// Spreading tasks over places: the places are picked with Space, what will be made is seen, then it is
// stored as one change.
#include "tui/views/leaf_ops.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/spread.h"
#include "tui/form.h"
#include "tui/picks.h"
#include "tui/row_key.h"
#include "tui/views.h"
#include "tui/views/prose_draw.h"

#include <string.h>

typedef struct {
	Place place;
	const char *title;
	int fresh, back, there; // of the tasks: new there, brought back, there already
	int reports;            // that come back
} PlaceRow;

typedef struct {
	Vec task_ids; // of int64_t
	Vec rows;     // of PlaceRow
	List list;
	char due[11];
	int aside, aside_reports; // of the province's leaves
	const char *tasks;        // their codes
} SpreadScreen;

typedef struct {
	const int64_t *ids;
	size_t n;
} Asked;

static bool open_spread_screen(View *view, Err *err)
{
	SpreadScreen *screen = view->state;
	const Asked *asked = view->args.spec; // lives only while it is being opened
	(void)err;
	vec_init(&screen->task_ids, sizeof(int64_t));
	vec_init(&screen->rows, sizeof(PlaceRow));
	vec_insert(&screen->task_ids, 0, asked->ids, asked->n);
	view->args.spec = NULL;
	return true;
}

static void close_spread_screen(View *view)
{
	SpreadScreen *screen = view->state;
	vec_release(&screen->task_ids);
	vec_release(&screen->rows);
}

// Regions first: a task can be told by those too.
static bool load_places(View *view, Vec *places, Err *err)
{
	SpreadScreen *screen = view->state;
	Vec regions, districts;
	vec_init(&regions, sizeof(Region));
	vec_init(&districts, sizeof(District));
	bool ok = district_list(view->core, &view->arena, &districts, err) &&
		  region_list(view->core, &view->arena, &regions, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		*(PlaceRow *)vec_push(&screen->rows) =
			(PlaceRow){ { .district_id = district->id }, .title = district->title };
	}
	for (size_t i = 0; ok && i < regions.len; i++) {
		const Region *region = vec_at(&regions, i);
		*(PlaceRow *)vec_push(&screen->rows) = (PlaceRow){ { .region_id = region->id },
			.title = view_printf(view, tr("cả %s"), region->title) };
	}
	for (size_t i = 0; ok && i < screen->rows.len; i++)
		*(Place *)vec_push(places) = ((const PlaceRow *)vec_at(&screen->rows, i))->place;
	vec_release(&regions);
	vec_release(&districts);
	return ok;
}

static void count_line(SpreadScreen *screen, const SpreadLine *line)
{
	for (size_t i = 0; i < screen->rows.len; i++) {
		PlaceRow *row = vec_at(&screen->rows, i);
		if (row->place.region_id != line->place.region_id ||
			row->place.district_id != line->place.district_id)
			continue;
		row->fresh += line->kind == SPREAD_NEW;
		row->back += line->kind == SPREAD_BACK;
		row->there += line->kind == SPREAD_THERE;
		row->reports += line->reports;
	}
}

static void count_aside(View *view, const Vec *aside)
{
	SpreadScreen *screen = view->state;
	screen->aside = (int)aside->len;
	screen->aside_reports = 0;
	for (size_t i = 0; i < aside->len; i++)
		screen->aside_reports += ((const AsideLine *)vec_at(aside, i))->reports;
}

static bool plan(View *view, const Vec *places, Err *err)
{
	SpreadScreen *screen = view->state;
	Vec lines, aside;
	const Spread all = { .task_ids = screen->task_ids.items, .tasks_n = screen->task_ids.len,
		.places = places->items, .places_n = places->len, .due = screen->due };
	vec_init(&lines, sizeof(SpreadLine));
	vec_init(&aside, sizeof(AsideLine));
	bool ok = spread_plan(view->core, &all, &view->arena, &lines, &aside, err);
	for (size_t i = 0; ok && i < lines.len; i++)
		count_line(screen, vec_at(&lines, i));
	count_aside(view, &aside);
	vec_release(&lines);
	vec_release(&aside);
	return ok;
}

static bool load_tasks(View *view, Err *err)
{
	SpreadScreen *screen = view->state;
	screen->tasks = "";
	for (size_t i = 0; i < screen->task_ids.len; i++) {
		Task task;
		if (!task_get(view->core, *(const int64_t *)vec_at(&screen->task_ids, i), &view->arena,
			    &task, err))
			return false;
		screen->tasks = view_printf(view, "%s%s%s %s", screen->tasks, i ? "; " : "", task.code,
			task.title);
	}
	return true;
}

static bool load(View *view, Err *err)
{
	SpreadScreen *screen = view->state;
	Vec places;
	vec_init(&places, sizeof(Place));
	vec_clear(&screen->rows);
	bool ok = load_places(view, &places, err) && plan(view, &places, err) && load_tasks(view, err);
	vec_release(&places);
	list_set_count(&screen->list, (int)screen->rows.len);
	view->place = (Place){ 0 };
	view->title = tr("Trải nhiệm vụ");
	view->note = tr("Space chọn nơi · Ctrl+A tất cả · F4 hạn riêng · Ctrl+S ghi");
	return ok;
}

static List *list_of(View *view)
{
	SpreadScreen *screen = view->state;
	return &screen->list;
}

static int64_t row_id(const View *view, int index)
{
	const SpreadScreen *screen = view->state;
	const PlaceRow *row = vec_at(&screen->rows, (size_t)index);
	if (!row->fresh && !row->back)
		return 0;
	return row->place.region_id ? row->place.region_id : row->place.district_id;
}

static int64_t row_key(const View *view, int index)
{
	const PlaceRow *row = vec_at(&((const SpreadScreen *)view->state)->rows, (size_t)index);
	return row_key_of(row->place.region_id, 0, row->place.district_id);
}

// Drawing ---------------------------------------------------------------------------------------

enum { PLACE_COLS = 30, TASK_ROWS = 2 };

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const SpreadScreen *screen = view->state;
	const PlaceRow *row = vec_at(&screen->rows, (size_t)index);
	bool picked = view_row_picked(view, index);
	int col = rect.cols < 60 ? 22 : PLACE_COLS;
	canvas_text_clip(canvas, rect, 0, 0, col - 1, STYLE_PLAIN, row->title);
	if (!row->fresh && !row->back) {
		canvas_text(canvas, rect, 0, col, STYLE_DIM, tr("đã có, giữ nguyên"));
		return;
	}
	Style style = picked ? STYLE_GOOD : STYLE_DIM;
	col += canvas_textf(canvas, rect, 0, col, style,
		picked ? tr("sẽ tạo: %d mới") : tr("chưa chọn: %d mới"), row->fresh);
	if (row->back)
		col += canvas_textf(canvas, rect, 0, col, style, tr(", %d lấy lại cùng %d báo cáo"),
			row->back, row->reports);
	if (row->there)
		canvas_textf(canvas, rect, 0, col, style, tr(", %d đã có"), row->there);
}

static void draw_foot(const View *view, Canvas *canvas, Rect rect, int row)
{
	const SpreadScreen *screen = view->state;
	int fresh = 0, back = 0;
	Date due;
	char shown[11] = "";
	for (size_t i = 0; i < screen->rows.len; i++) {
		const PlaceRow *place = vec_at(&screen->rows, i);
		bool picked = view_row_picked(view, (int)i);
		fresh += picked ? place->fresh : 0;
		back += picked ? place->back : 0;
	}
	if (date_parse(screen->due, &due))
		date_show(due, shown);
	canvas_textf(canvas, rect, row, 1, STYLE_PLAIN,
		tr("Sẽ tạo %d việc, lấy lại %d; cất việc ở cấp tỉnh: %d (%d báo cáo). Hạn: %s"), fresh, back,
		screen->aside, screen->aside_reports, *shown ? shown : tr("của nhiệm vụ"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	SpreadScreen *screen = view->state;
	Rect text = { .row = rect.row, .col = rect.col, .rows = TASK_ROWS, .cols = rect.cols - 1 };
	int top = prose_draw(canvas, text, 0, 1, TASK_ROWS, STYLE_TITLE, screen->tasks);
	Rect list = { .row = rect.row + top, .col = rect.col, .rows = rect.rows - top - 2,
		.cols = rect.cols };
	canvas_hline(canvas, rect, rect.rows - 2, 0, rect.cols, STYLE_DIM);
	draw_foot(view, canvas, rect, rect.rows - 1);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
}

// Operations ------------------------------------------------------------------------------------

static bool has_places(View *view, Err *err)
{
	return view_picked(view) ||
	       err_set(err, ERR_INVALID, "%s", tr("Chưa chọn nơi nào: Space chọn, Ctrl+A chọn tất cả."));
}

static bool spread(View *view, Err *err)
{
	SpreadScreen *screen = view->state;
	Vec places;
	App *app = view->app;
	vec_init(&places, sizeof(Place));
	for (size_t i = 0; i < screen->rows.len; i++)
		if (view_row_picked(view, (int)i))
			*(Place *)vec_push(&places) =
				((const PlaceRow *)vec_at(&screen->rows, i))->place;
	const Spread wanted = { .task_ids = screen->task_ids.items, .tasks_n = screen->task_ids.len,
		.places = places.items, .places_n = places.len, .due = screen->due };
	bool ok = spread_run(view->core, &wanted, err);
	size_t n = places.len;
	vec_release(&places);
	if (!ok)
		return false;
	app_back(app);
	view_unpick(app_top(app));
	app_say(app, tr("Đã trải về %zu nơi. F8 hoàn tác."), n);
	return true;
}

static const Field due_fields[] = {
	{ .name = "due", .label = N_("Hạn của các nơi"), .kind = FIELD_DATE,
		.hint = N_("Để trống là hạn của nhiệm vụ; Ctrl+S để nhận.") },
	{ 0 },
};

static bool fill_due(View *form, Err *err)
{
	const SpreadScreen *screen = form->below->state;
	(void)err;
	form_set(form, "due", screen->due);
	return true;
}

static bool submit_due(View *form, Err *err)
{
	SpreadScreen *screen = form->below->state;
	char due[11];
	if (!form_date(form, "due", due, err))
		return false;
	memcpy(screen->due, due, sizeof(due));
	return true;
}

static const FormSpec due_form = {
	.title = N_("Hạn riêng khi trải"),
	.fields = due_fields,
	.fill = fill_due,
	.submit = submit_due,
	.need = RIGHT_DIRECT,
};

static bool ask_due(View *view, Err *err)
{
	return form_open(view->app, &due_form, &(ViewArgs){ 0 }, err);
}

static const Op ops[] = {
	{ "spread-run", N_("Ghi: trải về các nơi đã chọn"), "Ctrl+S", NULL, RIGHT_DIRECT,
		N_("Tạo việc ở mọi nơi đã chọn; một lần hoàn tác lấy lại tất cả."), has_places, spread },
	{ "spread-due", N_("Hạn riêng"), "F4", N_("Hạn"), RIGHT_DIRECT,
		N_("Hạn của các nơi, khác với hạn của nhiệm vụ."), NULL, ask_due },
	{ 0 },
};

static const ViewOps spread_view = {
	.name = "task-spread",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(SpreadScreen),
	.ops = ops,
	.row_id = row_id,
	.row_key = row_key,
	.open = open_spread_screen,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_spread_screen,
};

bool spread_open(App *app, const int64_t *task_ids, size_t n, Err *err)
{
	const Asked asked = { task_ids, n };
	ViewArgs args = { .spec = &asked };
	return app_open(app, &spread_view, &args, err);
}
