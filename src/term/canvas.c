// SPDX-License-Identifier: MIT
#include "term/canvas.h"

#include "base/xalloc.h"
#include "term/glyph.h"
#include "text/utf8.h"
#include "text/width.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Canvas {
	CanvasMode mode;
	int rows, cols;
	int cursor_row, cursor_col;
	Cell *cells; // rows × cols
};

static const Cell blank = { .cp = { ' ' }, .width = 1, .style = STYLE_PLAIN };

Canvas *canvas_new(int rows, int cols, CanvasMode mode)
{
	Canvas *canvas = xcalloc(1, sizeof(*canvas));
	canvas->mode = mode;
	canvas_resize(canvas, rows, cols);
	return canvas;
}

void canvas_free(Canvas *canvas)
{
	if (!canvas)
		return;
	free(canvas->cells);
	free(canvas);
}

void canvas_resize(Canvas *canvas, int rows, int cols)
{
	canvas->rows = rows < 1 ? 1 : rows;
	canvas->cols = cols < 1 ? 1 : cols;
	free(canvas->cells);
	canvas->cells = xcalloc((size_t)canvas->rows * (size_t)canvas->cols, sizeof(Cell));
	canvas_clear(canvas);
}

void canvas_clear(Canvas *canvas)
{
	size_t n = (size_t)canvas->rows * (size_t)canvas->cols;
	for (size_t i = 0; i < n; i++)
		canvas->cells[i] = blank;
	canvas_cursor(canvas, 0, 0);
}

int canvas_rows(const Canvas *canvas)
{
	return canvas->rows;
}

int canvas_cols(const Canvas *canvas)
{
	return canvas->cols;
}

CanvasMode canvas_mode(const Canvas *canvas)
{
	return canvas->mode;
}

Rect canvas_rect(const Canvas *canvas)
{
	return (Rect){ .rows = canvas->rows, .cols = canvas->cols };
}

static Cell *cell_at(Canvas *canvas, int row, int col)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

// A row of a rect as columns of the canvas: [first, last) may be drawn, origin is the rect's edge.
// Empty where the row lies outside.
typedef struct {
	int row, origin, first, last;
} Span;

static Span span_of(const Canvas *canvas, Rect rect, int row)
{
	Span span = { .row = rect.row + row, .origin = rect.col };
	if (row < 0 || row >= rect.rows || span.row < 0 || span.row >= canvas->rows)
		return span;
	span.first = rect.col < 0 ? 0 : rect.col;
	span.last = rect.cols > canvas->cols - rect.col ? canvas->cols : rect.col + rect.cols;
	return span;
}

// Overwriting one half of a wide grapheme leaves no other half behind.
static void split_wide(Canvas *canvas, int row, int col)
{
	Cell *cell = cell_at(canvas, row, col);
	if (cell->width == 2 && col + 1 < canvas->cols)
		*cell_at(canvas, row, col + 1) = blank;
	else if (cell->width == 0 && col > 0)
		*cell_at(canvas, row, col - 1) = blank;
}

static void put(Canvas *canvas, Span span, int col, const Cell *cells, int width)
{
	if (col < span.first || col + width > span.last)
		return;
	for (int i = 0; i < width; i++)
		split_wide(canvas, span.row, col + i);
	for (int i = 0; i < width; i++)
		*cell_at(canvas, span.row, col + i) = cells[i];
}

int canvas_textn(
	Canvas *canvas, Rect rect, int row, int col, Style style, const char *utf8, size_t n)
{
	Span span = span_of(canvas, rect, row);
	Cell cells[2] = { { .style = (uint8_t)style }, { .style = (uint8_t)style } };
	int at = span.origin + col;
	for (size_t i = 0, next; i < n; i = next) {
		next = grapheme_next(utf8, n, i);
		int width = glyph_make(cells, canvas->mode, utf8 + i, next - i);
		if (width > span.last - at)
			break;
		put(canvas, span, at, cells, width);
		at += width;
	}
	return at - span.origin - col;
}

int canvas_text(Canvas *canvas, Rect rect, int row, int col, Style style, const char *utf8)
{
	return canvas_textn(canvas, rect, row, col, style, utf8, strlen(utf8));
}

int canvas_textf(Canvas *canvas, Rect rect, int row, int col, Style style, const char *fmt, ...)
{
	char *text = NULL;
	va_list args;
	va_start(args, fmt);
	int n = vasprintf(&text, fmt, args);
	va_end(args);
	if (n < 0)
		return 0;
	int used = canvas_textn(canvas, rect, row, col, style, text, (size_t)n);
	free(text);
	return used;
}

int canvas_text_right(Canvas *canvas, Rect rect, int row, int end, Style style, const char *utf8)
{
	int width = text_width(utf8);
	int col = width > end ? 0 : end - width;
	int cols = end > rect.cols ? rect.cols : end;
	Rect left = { rect.row, rect.col, rect.rows, cols };
	return canvas_text(canvas, left, row, col, style, utf8);
}

int canvas_text_clip(
	Canvas *canvas, Rect rect, int row, int col, int cols, Style style, const char *utf8)
{
	const char *more = canvas->mode == CANVAS_ASCII ? "..." : "…";
	int more_cols = canvas->mode == CANVAS_ASCII ? 3 : 1;
	size_t n = strlen(utf8);
	int room = cols > rect.cols - col ? rect.cols - col : cols;
	size_t fits = text_fit(utf8, n, room, NULL);
	if (fits == n)
		return canvas_textn(canvas, rect, row, col, style, utf8, n);
	Rect left = { rect.row, rect.col, rect.rows, col + room };
	fits = text_fit(utf8, n, room - more_cols, NULL);
	int used = canvas_textn(canvas, left, row, col, style, utf8, fits);
	return used + canvas_text(canvas, left, row, col + used, style, more);
}

void canvas_style(Canvas *canvas, Rect rect, int row, int col, int cols, Style style)
{
	Span span = span_of(canvas, rect, row);
	for (int i = 0; i < cols; i++) {
		int at = span.origin + col + i;
		if (at >= span.last)
			return;
		if (at >= span.first)
			cell_at(canvas, span.row, at)->style = (uint8_t)style;
	}
}

static void repeat(Canvas *canvas, Span span, int col, int cols, Style style, uint32_t cp)
{
	char utf8[4];
	Cell cells[2] = { { .style = (uint8_t)style }, { .style = (uint8_t)style } };
	if (glyph_make(cells, canvas->mode, utf8, utf8_encode(cp, utf8)) != 1)
		return;
	for (int i = 0; i < cols && span.origin + col + i < span.last; i++)
		put(canvas, span, span.origin + col + i, cells, 1);
}

void canvas_fill(Canvas *canvas, Rect rect, Style style, uint32_t cp)
{
	int rows = rect.rows > canvas->rows - rect.row ? canvas->rows - rect.row : rect.rows;
	for (int row = 0; row < rows; row++)
		repeat(canvas, span_of(canvas, rect, row), 0, rect.cols, style, cp);
}

void canvas_hline(Canvas *canvas, Rect rect, int row, int col, int cols, Style style)
{
	repeat(canvas, span_of(canvas, rect, row), col, cols, style, 0x2500);
}

void canvas_box(Canvas *canvas, Rect rect, Style style)
{
	int bottom = rect.rows - 1, right = rect.cols - 1;
	if (bottom < 1 || right < 1)
		return;
	canvas_hline(canvas, rect, 0, 1, right - 1, style);
	canvas_hline(canvas, rect, bottom, 1, right - 1, style);
	for (int row = 1; row < bottom; row++) {
		canvas_text(canvas, rect, row, 0, style, "│");
		canvas_text(canvas, rect, row, right, style, "│");
	}
	canvas_text(canvas, rect, 0, 0, style, "┌");
	canvas_text(canvas, rect, 0, right, style, "┐");
	canvas_text(canvas, rect, bottom, 0, style, "└");
	canvas_text(canvas, rect, bottom, right, style, "┘");
}

static int clamp(int value, int limit)
{
	return value < 0 ? 0 : value >= limit ? limit - 1 : value;
}

void canvas_cursor(Canvas *canvas, int row, int col)
{
	canvas->cursor_row = clamp(row, canvas->rows);
	canvas->cursor_col = clamp(col, canvas->cols);
}

int canvas_cursor_row(const Canvas *canvas)
{
	return canvas->cursor_row;
}

int canvas_cursor_col(const Canvas *canvas)
{
	return canvas->cursor_col;
}

const Cell *canvas_cells(const Canvas *canvas, int row)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->cols];
}

static void dump_cell(Buf *out, const Cell *cell)
{
	char utf8[4];
	for (size_t i = 0; i < 1 + CANVAS_MARKS && cell->cp[i]; i++)
		buf_add(out, utf8, utf8_encode(cell->cp[i], utf8));
}

void canvas_dump(const Canvas *canvas, Buf *out)
{
	for (int row = 0; row < canvas->rows; row++) {
		size_t start = out->len;
		for (int col = 0; col < canvas->cols; col++)
			dump_cell(out, &canvas_cells(canvas, row)[col]);
		size_t end = out->len;
		while (end > start && out->bytes[end - 1] == ' ')
			end--;
		buf_truncate(out, end);
		buf_addch(out, '\n');
	}
}
