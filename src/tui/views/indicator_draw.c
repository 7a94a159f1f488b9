// SPDX-License-Identifier: MIT
#include "tui/views/indicator_draw.h"

#include "base/tr.h"
#include "text/width.h"
#include "tui/chart.h"
#include "tui/views/figures_draw.h"

#include <stdio.h>
#include <string.h>

enum { SPARK_PERIODS = 6, POINTS_MAX = 60, WIDE = 95, NARROW = 70 };

// First columns; 0: left out. The title stands at 0.
typedef struct {
	int target, value, value_end, spark, rest;
	bool in_words; // how it stands
} LineColumns;

static LineColumns line_columns(int cols)
{
	if (cols >= WIDE)
		return (LineColumns){ cols - 83, cols - 68, cols - 45, cols - 43, cols - 29, true };
	if (cols >= NARROW)
		return (LineColumns){ cols - 54, cols - 41, cols - 25, cols - 23, cols - 16, false };
	if (cols >= TIGHT)
		return (LineColumns){ 0, cols - 33, cols - 17, 0, cols - 16, false };
	return (LineColumns){ 0, cols - 17, cols, 0, cols, false };
}

void draw_indicator_head(Canvas *canvas, Rect rect, int row, const char *title)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	LineColumns columns = line_columns(line.cols);
	canvas_text(canvas, line, 0, 0, STYLE_TITLE, title);
	if (columns.target)
		canvas_text(canvas, line, 0, columns.target, STYLE_DIM, tr("KẾ HOẠCH"));
	canvas_text_right(canvas, line, 0, columns.value_end, STYLE_DIM, tr("THỰC HIỆN"));
	if (columns.spark)
		canvas_text_clip(canvas, line, 0, columns.spark, columns.rest - columns.spark - 1, STYLE_DIM,
			columns.in_words ? tr("6 KỲ GẦN NHẤT") : tr("6 KỲ"));
	if (columns.rest < line.cols)
		canvas_text_clip(canvas, line, 0, columns.rest, line.cols - columns.rest, STYLE_DIM,
			tr("SO KẾ HOẠCH"));
}

// That something is missing must be seen, and the unit too: where both have no room, a star says that
// it is less than all, and the words below the list say how many.
static void mark_missing(Buf *text, int room, const Amount *actual, const Indicator *indicator)
{
	size_t whole = text->len;
	if (actual->with == actual->all)
		return;
	buf_addf(text, " (%d/%d)", actual->with, actual->all);
	if (text_width(text->bytes) <= room)
		return;
	buf_truncate(text, whole);
	buf_adds(text, "*");
	if (text_width(text->bytes) <= room)
		return;
	buf_clear(text);
	amount_show(text, actual->value, indicator->scale, strcmp(indicator->unit, "%") == 0 ? "%" : "");
	buf_adds(text, "*");
}

static void draw_value(Canvas *canvas, Rect rect, const LineColumns *columns,
	const Indicator *indicator, const IndicatorSeries *series)
{
	Buf text = BUF_INIT;
	if (series->latest < 0) {
		canvas_text_right(canvas, rect, 0, columns->value_end, STYLE_DIM, "-");
		return;
	}
	const Amount *actual = &series->points[series->latest].of[READING_ACTUAL];
	amount_show(&text, actual->value, indicator->scale, indicator->unit);
	mark_missing(&text, columns->value_end - columns->value, actual, indicator);
	canvas_text_right(canvas, rect, 0, columns->value_end, STYLE_PLAIN, text.bytes);
	buf_release(&text);
}

static void draw_spark(Canvas *canvas, Rect rect, const LineColumns *columns,
	const Indicator *indicator, const IndicatorSeries *series)
{
	ChartNumber numbers[SPARK_PERIODS];
	size_t end = (size_t)(series->latest + 1), n = 0;
	size_t first = end > SPARK_PERIODS ? end - SPARK_PERIODS : 0;
	for (size_t i = first; i < end; i++) {
		const Amount *actual = &series->points[i].of[READING_ACTUAL];
		numbers[n++] = (ChartNumber){ actual->known, actual->value };
	}
	Rect spark = { .row = rect.row, .col = rect.col + columns->spark, .rows = 1,
		.cols = columns->rest - columns->spark - 1 };
	spark_draw(canvas, spark, numbers, n,
		SPARK_PERIODS, indicator->scale);
}

void draw_indicator(Canvas *canvas, Rect rect, const char *title, const Indicator *indicator,
	const IndicatorSeries *series)
{
	LineColumns columns = line_columns(rect.cols);
	const Standing *standing = &series->current;
	Buf text = BUF_INIT;
	int title_end = columns.target ? columns.target : columns.value;
	canvas_text_clip(canvas, rect, 0, 0, title_end - 1, STYLE_PLAIN, title);
	draw_value(canvas, rect, &columns, indicator, series);
	standing_target_show(&text, indicator, standing);
	if (columns.target)
		canvas_text_clip(canvas, rect, 0, columns.target, columns.value - columns.target - 1,
			STYLE_PLAIN, text.bytes ? text.bytes : "");
	buf_clear(&text);
	(columns.in_words ? standing_show : standing_show_brief)(&text, indicator, standing);
	if (columns.spark)
		draw_spark(canvas, rect, &columns, indicator, series);
	if (text.len)
		canvas_text_clip(canvas, rect, 0, columns.rest, rect.cols - columns.rest,
			standing->met ? STYLE_GOOD : STYLE_WARN, text.bytes);
	buf_release(&text);
}

// Charts ----------------------------------------------------------------------------------------

enum { LABEL_SIZE = 12 };

// "11/2021" → "11/21": the century is known.
static void short_name(const char *name, char out[LABEL_SIZE])
{
	const char *slash = strchr(name, '/');
	if (slash && strlen(slash) == 5)
		snprintf(out, LABEL_SIZE, "%.*s/%s", (int)(slash - name), name, slash + 3);
	else
		snprintf(out, LABEL_SIZE, "%s", name);
}

// What there is only an estimate of is measured by that.
const Standing *point_standing(const IndicatorPoint *point)
{
	bool estimated = !point->of[READING_ACTUAL].known && point->of[READING_ESTIMATE].known;
	return &point->standing[estimated ? READING_ESTIMATE : READING_ACTUAL];
}

static ChartPoint chart_point(const IndicatorPoint *point, char label[LABEL_SIZE])
{
	const Amount *of = point->of;
	const Standing *standing = point_standing(point);
	// What is for last year's figures has a level only where there are any.
	bool level = standing->set && (standing->kind == TARGET_VALUE || standing->known);
	short_name(point->name, label);
	return (ChartPoint){
		.label = label,
		.bars = { { of[READING_ACTUAL].known, of[READING_ACTUAL].value },
			{ of[READING_ESTIMATE].known, of[READING_ESTIMATE].value } },
		.line = { level, standing->level },
	};
}

void draw_indicator_chart(
	Canvas *canvas, Rect rect, const Indicator *indicator, const IndicatorSeries *series)
{
	ChartPoint points[POINTS_MAX];
	char labels[POINTS_MAX][LABEL_SIZE];
	size_t n = series->points_n > POINTS_MAX ? POINTS_MAX : series->points_n;
	bool line = false;
	for (size_t i = 0; i < n; i++) {
		points[i] = chart_point(&series->points[series->points_n - n + i], labels[i]);
		line = line || points[i].line.known;
	}
	const Chart chart = { .points = points, .n = n, .scale = indicator->scale,
		.names = { reading_kind_name(READING_ACTUAL), reading_kind_name(READING_ESTIMATE) },
		.line_name = line ? tr("kế hoạch") : "" };
	chart_draw(canvas, rect, &chart);
}

// Words -----------------------------------------------------------------------------------------

static const char *kept(View *view, Buf *text)
{
	const char *copy = arena_strndup(&view->arena, text->bytes, text->len);
	buf_release(text);
	return copy;
}

const char *view_amount(View *view, const Amount *amount, int scale, const char *unit)
{
	Buf text = BUF_INIT;
	if (!amount->known)
		return "-";
	amount_show(&text, amount->value, scale, unit);
	return kept(view, &text);
}

const char *view_series(View *view, const Indicator *indicator, const IndicatorSeries *series)
{
	Buf text = BUF_INIT;
	series_show(&text, indicator, series);
	return kept(view, &text);
}
