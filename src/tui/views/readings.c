// SPDX-License-Identifier: MIT
// The numbers behind an indicator's chart: period by period, and reading by reading as entered.
#include "tui/views.h"

#include "base/tr.h"
#include "core/indicator.h"
#include "core/org.h"
#include "text/upper.h"
#include "text/width.h"
#include "tui/row_key.h"
#include "tui/views/figures_draw.h"
#include "tui/views/indicator_draw.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>

enum { PANE_PERIODS, PANE_READINGS, PANES };

typedef struct {
	const char *name, *actual, *estimate, *target, *last_year, *missing;
} PeriodRow;

typedef struct {
	const char *day, *place, *kind, *value, *source, *mark;
	int64_t id;
	bool withdrawn;
} ReadingRow;

typedef struct {
	Indicator indicator;
	IndicatorSeries series;
	Vec rows[PANES]; // of PeriodRow, ReadingRow; the newest first
	List lists[PANES];
	const char *heading; // what is counted, and in what
	const char *level;   // the word for the districts on that day, in capitals
} ReadingsScreen;

static bool open_readings(View *view, Err *err)
{
	ReadingsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows[PANE_PERIODS], sizeof(PeriodRow));
	vec_init(&screen->rows[PANE_READINGS], sizeof(ReadingRow));
	return true;
}

static void close_readings(View *view)
{
	ReadingsScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++)
		vec_release(&screen->rows[pane]);
}

// Loading ---------------------------------------------------------------------------------------

static bool find_series(View *view, Err *err)
{
	ReadingsScreen *screen = view->state;
	Vec all;
	vec_init(&all, sizeof(IndicatorSeries));
	bool ok = indicator_series_all(view->core, view->args.id, &view->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const IndicatorSeries *series = vec_at(&all, i);
		int64_t id = series->place.district_id ? series->place.district_id :
							 series->place.region_id;
		if (i == 0 || id == view->args.other_id)
			screen->series = *series;
	}
	vec_release(&all);
	return ok;
}

static const char *target_of(View *view, const Indicator *indicator, const Standing *standing)
{
	const Amount level = { .known = standing->set && (standing->kind == TARGET_VALUE || standing->known),
		.value = standing->level };
	return view_amount(view, &level, indicator->scale, "");
}

static void load_periods(View *view)
{
	ReadingsScreen *screen = view->state;
	const Indicator *indicator = &screen->indicator;
	for (size_t i = screen->series.points_n; i-- > 0;) {
		const IndicatorPoint *point = &screen->series.points[i];
		const Amount *actual = &point->of[READING_ACTUAL];
		*(PeriodRow *)vec_push(&screen->rows[PANE_PERIODS]) = (PeriodRow){
			.name = point->name,
			.actual = view_amount(view, actual, indicator->scale, ""),
			.estimate = view_amount(view, &point->of[READING_ESTIMATE], indicator->scale, ""),
			.target = target_of(view, indicator, point_standing(point)),
			.last_year = view_amount(
				view, &point->last_year[READING_ACTUAL], LAST_YEAR_SCALE, "%"),
			.missing = actual->with < actual->all ?
				view_printf(view, tr("thiếu %d/%d"), actual->all - actual->with, actual->all) : "",
		};
	}
}

static const char *kind_of(View *view, const Reading *reading)
{
	const Indicator *indicator = &((const ReadingsScreen *)view->state)->indicator;
	const char *kind = reading_kind_name(reading->kind);
	if (indicator->aggregation != AGGREGATE_RATIO)
		return kind;
	return view_printf(view, "%s, %s", kind,
		reading->indicator_id == indicator->numerator_id ? tr("tử số") : tr("mẫu số"));
}

static ReadingRow reading_row(View *view, const Reading *reading)
{
	const ReadingsScreen *screen = view->state;
	const Amount value = { .known = true, .value = reading->value };
	const char *source = *reading->document ?
		view_printf(view, "%s, %s", reading->document, reading->person) : reading->person;
	return (ReadingRow){
		.id = reading->id,
		.day = view_day(view, reading->as_of),
		.place = reading->district,
		.kind = kind_of(view, reading),
		.value = view_amount(view, &value, reading->scale,
			screen->indicator.aggregation == AGGREGATE_RATIO ? "" : screen->indicator.unit),
		.source = source,
		.mark = reading->withdrawn ? tr("đã rút") : reading->superseded ? tr("đã thay") : "",
		.withdrawn = reading->withdrawn,
	};
}

static bool load_readings(View *view, Err *err)
{
	ReadingsScreen *screen = view->state;
	Vec readings;
	vec_init(&readings, sizeof(Reading));
	bool ok = reading_list(
		view->core, view->args.id, screen->series.place, &view->arena, &readings, err);
	for (size_t i = 0; ok && i < readings.len; i++)
		*(ReadingRow *)vec_push(&screen->rows[PANE_READINGS]) =
			reading_row(view, vec_at(&readings, i));
	vec_release(&readings);
	return ok;
}

static bool load_level(View *view, Err *err)
{
	const char *word;
	if (!level_word(view->core, &view->arena, &word, err))
		return false;
	((ReadingsScreen *)view->state)->level = text_upper(&view->arena, word);
	return true;
}

static bool load(View *view, Err *err)
{
	ReadingsScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++)
		vec_clear(&screen->rows[pane]);
	if (!indicator_get(view->core, view->args.id, &view->arena, &screen->indicator, err) ||
		!find_series(view, err) || !load_readings(view, err) || !load_level(view, err))
		return false;
	load_periods(view);
	for (int pane = 0; pane < PANES; pane++)
		list_set_count(&screen->lists[pane], (int)screen->rows[pane].len);
	screen->heading = view_printf(view, "%s, %s", screen->indicator.name, screen->indicator.unit);
	view->title = view_printf(view, tr("Số liệu, %s"), screen->series.title);
	view->place = screen->series.place;
	view->note = tr("Tab sang phần khác · F5 lọc · Esc về");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const ReadingsScreen *screen = view->state;
	const void *row = vec_at(&screen->rows[view->pane], (size_t)index);
	return view->pane == PANE_READINGS ? ((const ReadingRow *)row)->id :
					     row_key_words(((const PeriodRow *)row)->name);
}

static List *list_of(View *view)
{
	ReadingsScreen *screen = view->state;
	return &screen->lists[view->pane];
}

// Drawing ---------------------------------------------------------------------------------------

enum { PERIOD_COLS = 9, NUMBER_COLS = 13, DAY_COLS = 12, PLACE_COLS = 17, VALUE_COLS = 18 };

enum { ROOM_FOR_LEVEL = 67, LEVEL_MOST = 24 };

// Where there is room, as wide as the level's word.
static int value_end(const ReadingsScreen *screen, int cols)
{
	int word = text_width(screen->level) + 1;
	int place = word < PLACE_COLS || cols < ROOM_FOR_LEVEL ? PLACE_COLS :
		word < LEVEL_MOST ? word : LEVEL_MOST;
	return DAY_COLS + place + VALUE_COLS;
}

// Four numbers, each flush right; the last ones are left out where there is no room.
static void draw_numbers(Canvas *canvas, Rect rect, const char *const numbers[4], Style style)
{
	for (int i = 0; i < 4; i++) {
		int end = PERIOD_COLS + (i + 1) * NUMBER_COLS;
		if (end <= rect.cols)
			canvas_text_right(canvas, rect, 0, end, style, numbers[i]);
	}
}

static void draw_period(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ReadingsScreen *screen = ((const View *)opaque)->state;
	const PeriodRow *row = vec_at(&screen->rows[PANE_PERIODS], (size_t)index);
	const char *const numbers[] = { row->actual, row->estimate, row->target, row->last_year };
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, row->name);
	draw_numbers(canvas, rect, numbers, STYLE_PLAIN);
	int rest = PERIOD_COLS + 4 * NUMBER_COLS + 2;
	if (rest < rect.cols)
		canvas_text_clip(canvas, rect, 0, rest, rect.cols - rest, STYLE_WARN, row->missing);
}

static void draw_reading(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ReadingsScreen *screen = ((const View *)opaque)->state;
	const ReadingRow *row = vec_at(&screen->rows[PANE_READINGS], (size_t)index);
	Style style = *row->mark ? STYLE_DIM : STYLE_PLAIN;
	int kind = value_end(screen, rect.cols) + 1, place = kind - 1 - VALUE_COLS - DAY_COLS;
	char words[200];
	snprintf(words, sizeof(words), "%s%s%s%s%s", *row->mark ? row->mark : "", *row->mark ? " · " : "",
		row->kind, *row->source ? " · " : "", row->source);
	canvas_text(canvas, rect, 0, 0, style, row->day);
	canvas_text_clip(canvas, rect, 0, DAY_COLS, place - 1, style, row->place);
	canvas_text_right(canvas, rect, 0, kind - 1, style, row->value);
	if (kind < rect.cols)
		canvas_text_clip(canvas, rect, 0, kind, rect.cols - kind, style, words);
}

static void draw_tabs(const View *view, Canvas *canvas, Rect rect)
{
	static const char *const titles[PANES] = { N_("Theo kỳ"), N_("Đã nhập") };
	const ReadingsScreen *screen = view->state;
	int col = 1;
	for (int pane = 0; pane < PANES; pane++) {
		bool here = pane == view->pane;
		col += canvas_textf(canvas, rect, 0, col, here ? STYLE_TITLE : STYLE_PLAIN,
			here ? "[%s %d]" : " %s %d ", tr(titles[pane]), (int)screen->rows[pane].len);
	}
	canvas_text_clip(canvas, rect, 0, col + 2, rect.cols - col - 2, STYLE_DIM,
		screen->heading);
}

static void draw_head(const View *view, Canvas *canvas, Rect rect)
{
	const char *const numbers[] = { tr("THỰC HIỆN"), tr("ƯỚC"), tr("KẾ HOẠCH"), tr("SO CÙNG KỲ") };
	const ReadingsScreen *screen = view->state;
	Rect line = { .row = rect.row + 1, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	if (view->pane == PANE_PERIODS) {
		canvas_text(canvas, line, 0, 0, STYLE_TITLE, tr("KỲ"));
		draw_numbers(canvas, line, numbers, STYLE_DIM);
		return;
	}
	canvas_text(canvas, line, 0, 0, STYLE_TITLE, tr("ĐẾN NGÀY"));
	int value = value_end(screen, line.cols);
	canvas_text_clip(canvas, line, 0, DAY_COLS, value - VALUE_COLS - DAY_COLS - 1, STYLE_DIM, screen->level);
	canvas_text_right(canvas, line, 0, value, STYLE_DIM, tr("GIÁ TRỊ"));
	canvas_text(canvas, line, 0, value + 1, STYLE_DIM, tr("LOẠI, NGUỒN"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	static ListRow *const rows[PANES] = { draw_period, draw_reading };
	ReadingsScreen *screen = view->state;
	Rect list = { .row = rect.row + 2, .col = rect.col, .rows = rect.rows - 2, .cols = rect.cols };
	draw_tabs(view, canvas, rect);
	draw_head(view, canvas, rect);
	list_draw(&screen->lists[view->pane], canvas, list, LIST_FOCUSED, rows[view->pane], view);
	if (!screen->lists[view->pane].count)
		canvas_text(canvas, rect, 2, LIST_MARGIN, STYLE_DIM, tr("Chưa có số liệu nào."));
}

// Operations ------------------------------------------------------------------------------------

static const ReadingRow *selected(const View *view)
{
	const ReadingsScreen *screen = view->state;
	return vec_at(&screen->rows[PANE_READINGS], (size_t)screen->lists[PANE_READINGS].selected);
}

static bool on_reading(View *view, Err *err)
{
	if (view->pane != PANE_READINGS || !list_of(view)->count)
		return err_set(err, ERR_INVALID, "%s", tr("Chọn một số liệu ở phần Đã nhập (Tab) trước."));
	return reading_may_withdraw(view->core, selected(view)->id, err);
}

static bool withdraw(View *view, Err *err)
{
	if (!reading_withdraw(view->core, selected(view)->id, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã rút số liệu. F8 hoàn tác."));
	return true;
}

static bool ask_withdraw(View *view, Err *err)
{
	const ReadingRow *row = selected(view);
	return app_confirm(view,
		view_printf(view, tr("Rút số liệu %s của %s, %s?"), row->value, row->place, row->day),
		withdraw, err);
}

static bool enter(View *view, Err *err)
{
	return reading_grid_open(view->app, view->args.id, view->place, err);
}

static const Op ops[] = {
	{ "reading-grid", N_("Nhập số liệu"), "F2", N_("Nhập"), RIGHT_READ,
		N_("Số liệu của nhiều địa phương trong một bảng; dán được bảng tính."), NULL, enter },
	{ "reading-withdraw", N_("Rút số liệu"), "", NULL, RIGHT_READ,
		N_("Rút số đang chọn; số trước đó được tính lại."), on_reading, ask_withdraw },
	{ 0 },
};

const ViewOps readings_view = {
	.name = "readings",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ReadingsScreen),
	.ops = ops,
	.open = open_readings,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.panes = PANES,
	.close = close_readings,
};
