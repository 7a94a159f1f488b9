// SPDX-License-Identifier: MIT
// Chart: bars for what was told, a line for what was aimed at; and a sparkline for lists. Pure: drawn
// from numbers onto a canvas. Nothing depends on colour: what was done is solid, what is expected is
// shaded. On a canvas of plain ASCII bars are letters, and a sparkline is the numbers themselves or, where
// they have no room, their ups and downs.
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include "term/canvas.h"

#include <stddef.h>
#include <stdint.h>

typedef enum { BAR_SOLID, BAR_SHADED, CHART_BARS } ChartBar;

// A number that may be missing, of the chart's scale.
typedef struct {
	bool known;
	int64_t value;
} ChartNumber;

typedef struct {
	const char *label; // below it, short: "11/21"
	ChartNumber bars[CHART_BARS], line;
} ChartPoint;

typedef struct {
	const ChartPoint *points; // from left to right
	size_t n;
	int scale;
	const char *names[CHART_BARS], *line_name; // for the legend
} Chart;

enum { CHART_ROWS_MIN = 4, CHART_COLS_MIN = 12 };

// What does not fit on the left is left out: the newest points show. A rect smaller than the minimum
// stays empty.
void chart_draw(Canvas *canvas, Rect rect, const Chart *chart);

// The newest `most` numbers in the rect's first row: "▁▂▃▅▅▆", "·" for a missing one; in ASCII
// "25 -> 40 -> 61", as many as fit; where that is but one of several, how each compares with the one
// before: "++=-+". Returns the columns used.
int spark_draw(Canvas *canvas, Rect rect, const ChartNumber *numbers, size_t n, size_t most, int scale);

#endif
