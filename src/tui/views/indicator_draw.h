// SPDX-License-Identifier: MIT
// How indicators are written in lists and drawn over time, the same on every screen.
#ifndef TUI_VIEWS_INDICATOR_DRAW_H
#define TUI_VIEWS_INDICATOR_DRAW_H

#include "core/indicator.h"
#include "tui/view.h"

// One row: title, target, actual figure, the last six periods, how it stands. What is missing from the
// figure is told behind it: "(14/15)".
void draw_indicator(Canvas *canvas, Rect rect, const char *title, const Indicator *indicator,
	const IndicatorSeries *series);
void draw_indicator_head(Canvas *canvas, Rect rect, int row, const char *title);

// How a period stands: its actual figure, or where there is none the estimate.
const Standing *point_standing(const IndicatorPoint *point);

// The place's periods as a chart, with its target.
void draw_indicator_chart(
	Canvas *canvas, Rect rect, const Indicator *indicator, const IndicatorSeries *series);

// "61,2%", "1.234,5 tỷ đồng"; "-" for what is not known
const char *view_amount(View *view, const Amount *amount, int scale, const char *unit);
// series_show() in the view's arena.
const char *view_series(View *view, const Indicator *indicator, const IndicatorSeries *series);

#endif
