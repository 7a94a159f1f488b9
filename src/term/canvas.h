// SPDX-License-Identifier: MIT
// Canvas: a grid of cells that views draw on. Nothing else reaches the terminal, and whatever text
// comes in is made harmless here: no control byte, escape, lone mark, zero-width or bidi character
// leaves it (each becomes U+FFFD or vanishes), however it got into the database.
#ifndef TERM_CANVAS_H
#define TERM_CANVAS_H

#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

// What a piece of text is, never how it looks: the one table in term/curses.c knows that, and may
// have nothing but bold and underline. Nothing may depend on a style being visible.
typedef enum {
	STYLE_PLAIN,
	STYLE_TITLE,  // crumbs, headings
	STYLE_DIM,    // hints, what is not to be done here
	STYLE_LATE,   // overdue
	STYLE_WARN,   // soon due, needs attention
	STYLE_GOOD,   // done
	STYLE_KEY,    // a key's name in the bar or the help
	STYLE_BANNER, // demo data, read-only, draft
	STYLE_MATCH,  // the hit in a search result
	STYLE_FIELD,  // a field of a form that has the focus
	STYLE_ERROR,  // a message that something was refused
	STYLE_COUNT,
} Style;

// CANVAS_ASCII folds everything drawn to ASCII ("Đến hạn" → "Den han", ─│┌ → -|+), for terminals
// that cannot show Vietnamese. A column stays a column, so that layouts do not change.
typedef enum { CANVAS_UTF8, CANVAS_ASCII } CanvasMode;

// In cells, from the canvas's upper left corner. A Rect may reach beyond the canvas: what lies
// outside is not drawn. A negative size counts as 0.
typedef struct {
	int row, col, rows, cols;
} Rect;

enum { CANVAS_MARKS = 2 };

// cp[0] is the base, 0 in the right half of a wide grapheme; cp[1…] are its combining marks, 0
// where there are fewer.
typedef struct {
	uint32_t cp[1 + CANVAS_MARKS];
	uint8_t width; // 1 or 2; 0 in the right half
	uint8_t style; // a Style
} Cell;

typedef struct Canvas Canvas;

// Blank, the cursor at 0,0.
Canvas *canvas_new(int rows, int cols, CanvasMode mode) __attribute__((returns_nonnull));
void canvas_free(Canvas *canvas);
void canvas_resize(Canvas *canvas, int rows, int cols); // blank afterwards
void canvas_clear(Canvas *canvas);                      // blank, the cursor at 0,0
int canvas_rows(const Canvas *canvas);
int canvas_cols(const Canvas *canvas);
CanvasMode canvas_mode(const Canvas *canvas);
Rect canvas_rect(const Canvas *canvas); // all of it

// Rows and columns count from the rect's upper left corner. Text is UTF-8, valid or not, and is
// clipped at the rect's edges, never in the middle of a wide grapheme; LF and tab are drawn as one
// space. All return the number of columns used.
int canvas_text(Canvas *canvas, Rect rect, int row, int col, Style style, const char *utf8);
// At most n bytes of it.
int canvas_textn(
	Canvas *canvas, Rect rect, int row, int col, Style style, const char *utf8, size_t n);
int canvas_textf(Canvas *canvas, Rect rect, int row, int col, Style style, const char *fmt, ...)
	PRINTF_LIKE(6, 7);
// Ends just left of column end (rect.cols for flush right); starts at 0 where it does not fit.
int canvas_text_right(Canvas *canvas, Rect rect, int row, int end, Style style, const char *utf8);
// In at most cols columns; what is longer ends in "…".
int canvas_text_clip(
	Canvas *canvas, Rect rect, int row, int col, int cols, Style style, const char *utf8);

// Gives cells that are already drawn another style, such as a hit in a line. Columns as above.
void canvas_style(Canvas *canvas, Rect rect, int row, int col, int cols, Style style);
// Fills the rect with a character of one column, such as ' ' or U+2591.
void canvas_fill(Canvas *canvas, Rect rect, Style style, uint32_t cp);
// A line of ─ of that many columns.
void canvas_hline(Canvas *canvas, Rect rect, int row, int col, int cols, Style style);
// A frame ┌─┐│└┘ on the rect's border; needs at least 2 rows and columns, else draws nothing.
void canvas_box(Canvas *canvas, Rect rect, Style style);

// Where the real cursor stands, in the canvas's own rows and columns; clamped. It marks the
// selected row or the place of the next character: readers of the screen follow it.
void canvas_cursor(Canvas *canvas, int row, int col);
int canvas_cursor_row(const Canvas *canvas);
int canvas_cursor_col(const Canvas *canvas);

// The cells of a row, canvas_cols() of them. row must be on the canvas.
const Cell *canvas_cells(const Canvas *canvas, int row);
// The picture as text: one line per row, without trailing spaces, each ended by LF.
void canvas_dump(const Canvas *canvas, Buf *out);

#endif
