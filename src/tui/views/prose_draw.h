// SPDX-License-Identifier: MIT
// Running text inside a screen: wrapped into a few rows; days and times as people read them.
#ifndef TUI_VIEWS_PROSE_DRAW_H
#define TUI_VIEWS_PROSE_DRAW_H

#include "tui/view.h"

// Wraps text into rect, from row and column on, in at most `rows` rows; what does not fit ends in
// "…". Returns the rows used, 0 for no text.
int prose_draw(
	Canvas *canvas, Rect rect, int row, int col, int rows, Style style, const char *text);

// The rows that it takes within cols, 0 for no text.
int prose_rows(const char *text, int cols);

// The first line of a text.
const char *prose_start(View *view, const char *text);

// 31/12/2021; what is no date as it stands.
const char *view_day(View *view, const char *iso);
// "còn 3 ngày", "hết hạn hôm nay", "quá hạn 3 ngày", as of today; "" for what is no date.
const char *view_days_left(View *view, const char *due);
// 22/11/2021 10:43, of epoch milliseconds.
const char *view_instant(View *view, int64_t at);
// "a; b; c", "" for none.
const char *view_join(View *view, const char *const *parts, size_t n);

#endif
