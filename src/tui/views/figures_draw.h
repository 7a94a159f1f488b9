// SPDX-License-Identifier: MIT
// How figures, people and deadlines are written in lists, the same on every screen.
#ifndef TUI_VIEWS_FIGURES_DRAW_H
#define TUI_VIEWS_FIGURES_DRAW_H

#include "core/figures.h"
#include "term/canvas.h"
#include "tui/view.h"

// "██████░░░░  58%": bar and figure show the same quantity. cols is the whole width, 4 for the
// figure alone.
void draw_percent(Canvas *canvas, Rect rect, int col, int cols, const Figures *figures);

// In fewer columns, at the least of 40, a list keeps its names and leaves out what can be spared.
enum { TIGHT = 45 };

// Columns of a figures table: name, done/all, late; the rest is the screen's own.
typedef struct {
	int name, done, late, rest; // first column of each
} FigureColumns;

FigureColumns figure_columns(int cols);
// "Thường xuyên: …" of the undated leaves, in as many words as fit.
void draw_steady(Canvas *canvas, Rect rect, int row, int col, const Figures *figures);
void draw_figure_head(Canvas *canvas, Rect rect, int row, const char *title, const char *rest);
void draw_figures(Canvas *canvas, Rect rect, const char *title, const Figures *figures);

// What has a deadline, done and not done crossed with in time and late: "xong 15/24 (đúng hạn 14, trễ
// hạn 1) · chưa xong 9 (quá hạn 2)".
const char *figures_cross(View *view, const Figures *figures);

// The same in a line, with the mean, in as many words as fit.
void draw_cross(Canvas *canvas, Rect rect, int row, int col, const Figures *figures);

// In rows, years stand for days of which there are more than fit: "quá hạn 4 năm". Whole years.
enum { LATE_DAYS_MOST = 999 };
int late_years(int days);

// A leaf in one row: code, title, place (unless empty), state, deadline.
void draw_leaf(Canvas *canvas, Rect rect, const Leaf *leaf, const char *place);
void draw_leaf_head(Canvas *canvas, Rect rect, int row, bool with_place);

// "quá hạn 12 ngày", "còn 3 ngày", "hạn 31/12", or the deadline's own words.
const char *leaf_deadline(View *view, const Leaf *leaf);
// "đang triển khai 70%"
const char *leaf_state(View *view, const Leaf *leaf);

#endif
