// SPDX-License-Identifier: MIT
#include "term/paint.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#include <curses.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// colour -1: none of its own. In monochrome and with NO_COLOR only the attributes are left. No
// backgrounds: terminals without BCE would be sent every blank. A field is plain because attributes
// cost some 18 bytes for every letter typed into it; the cursor stands there anyway.
static const struct {
	attr_t attributes;
	short colour;
} looks[STYLE_COUNT] = {
	[STYLE_PLAIN] = { A_NORMAL, -1 },
	[STYLE_TITLE] = { A_BOLD, -1 },
	[STYLE_DIM] = { A_DIM, -1 },
	[STYLE_LATE] = { A_BOLD, COLOR_RED },
	[STYLE_WARN] = { A_BOLD, COLOR_MAGENTA },
	[STYLE_GOOD] = { A_NORMAL, COLOR_GREEN },
	[STYLE_KEY] = { A_BOLD, -1 },
	[STYLE_BANNER] = { A_BOLD, -1 },
	[STYLE_MATCH] = { A_UNDERLINE, -1 },
	[STYLE_FIELD] = { A_NORMAL, -1 },
	[STYLE_ERROR] = { A_BOLD, COLOR_RED },
};

// ncurses sizes its output buffer by the window it first sees, (rows + 2) × (cols + 6); with this
// one a whole page at 80×24 is one write.
enum { BUFFER_ROWS = 48, BUFFER_COLS = 160 };

struct Paint {
	SCREEN *curses;
	int rows, cols;
	Cell *shown;      // what curses has been told, rows × cols
	cchar_t *scratch; // one row
	bool coloured;
	bool stale; // shown is not what is wanted, whatever the cells say
	int cursor_row, cursor_col;
};

static const char *terminal_name(void)
{
	const char *name = getenv("TERM");
	return name ? name : "";
}

// newterm() and the first refresh() after endwin() ask the environment before the terminal, which
// might claim 32767 × 32767.
static void claim_size(int rows, int cols)
{
	char text[16];
	snprintf(text, sizeof(text), "%d", rows);
	setenv("LINES", text, 1);
	snprintf(text, sizeof(text), "%d", cols);
	setenv("COLUMNS", text, 1);
}

static void unclaim_size(void)
{
	unsetenv("LINES");
	unsetenv("COLUMNS");
}

static bool use_colour(void)
{
	const char *no_colour = getenv("NO_COLOR");
	if ((no_colour && *no_colour) || !has_colors() || start_color() == ERR ||
		use_default_colors() == ERR)
		return false;
	for (int i = 0; i < STYLE_COUNT; i++)
		if (looks[i].colour >= 0)
			init_pair((short)(i + 1), looks[i].colour, -1);
	return true;
}

static void on_fault(int signal_number)
{
	(void)signal_number;
	xalloc_exhausted();
}

// curses 6.4 trusts most allocations that it makes, while it begins and when it first draws: where one
// fails it runs into address 0. That ends as every lack of memory does, the terminal restored and the reason told.
static const int faults[] = { SIGSEGV, SIGBUS };
enum { FAULTS = sizeof(faults) / sizeof(*faults) };

static void catch_faults(struct sigaction before[FAULTS])
{
	struct sigaction quit = { .sa_handler = on_fault };
	for (int i = 0; i < FAULTS; i++)
		sigaction(faults[i], &quit, &before[i]);
}

static void release_faults(const struct sigaction before[FAULTS])
{
	for (int i = 0; i < FAULTS; i++)
		sigaction(faults[i], &before[i], NULL);
}

static bool start(Paint *paint, Err *err)
{
	int rows = paint->rows > BUFFER_ROWS ? paint->rows : BUFFER_ROWS;
	int cols = paint->cols > BUFFER_COLS ? paint->cols : BUFFER_COLS;
	if (!setlocale(LC_CTYPE, "C.UTF-8")) // wide curses writes UTF-8 only in such a locale
		return err_set(err, ERR_IO, tr("hệ thống thiếu locale C.UTF-8"));
	claim_size(rows, cols);
	paint->curses = newterm(NULL, stdout, stdin);
	unclaim_size();
	if (!paint->curses) {
		err_set(err, ERR_IO, tr("không biết loại thiết bị cuối “%.40s” (biến TERM)"),
			terminal_name());
		return err_hint(err, tr("thử lại với TERM=xterm-256color hoặc TERM=linux"));
	}
	if (!paint_capability("cup")) {
		err_set(err, ERR_IO, tr("thiết bị cuối “%.40s” không đặt được con trỏ"),
			terminal_name());
		return err_hint(err, tr("dùng các lệnh không cần màn hình, xem dieuphoi --help"));
	}
	return true;
}

// The first refresh() after endwin(), which takes the terminal again.
static void take_terminal(const Paint *paint)
{
	claim_size(paint->rows, paint->cols);
	refresh();
	unclaim_size();
}

// endwin() and refresh() end the state in which ncurses 6.4 writes at every cursor movement.
static void prepare(Paint *paint)
{
	raw();
	noecho();
	nonl();
	typeahead(-1);
	idlok(stdscr, TRUE);
	paint->coloured = use_colour();
	resizeterm(paint->rows, paint->cols);
	endwin();
	take_terminal(paint);
}

static void shape(Paint *paint, int rows, int cols)
{
	paint->rows = rows;
	paint->cols = cols;
	free(paint->shown);
	free(paint->scratch);
	paint->shown = xcalloc((size_t)rows * (size_t)cols, sizeof(Cell));
	paint->scratch = xcalloc((size_t)cols, sizeof(cchar_t));
}

Paint *paint_open(int rows, int cols, Err *err)
{
	Paint *paint = xcalloc(1, sizeof(*paint));
	shape(paint, rows, cols);
	struct sigaction before[FAULTS];
	catch_faults(before);
	bool ok = start(paint, err);
	if (ok)
		prepare(paint);
	release_faults(before);
	if (ok)
		return paint;
	paint_close(paint);
	return NULL;
}

void paint_close(Paint *paint)
{
	if (paint->curses) {
		endwin();
		delscreen(paint->curses);
	}
	free(paint->shown);
	free(paint->scratch);
	free(paint);
}

void paint_suspend(Paint *paint)
{
	(void)paint;
	endwin();
}

void paint_resume(Paint *paint)
{
	take_terminal(paint);
	paint_forget(paint);
}

// Terminals rearrange what they show when their size changes, each in its own way.
void paint_resize(Paint *paint, int rows, int cols)
{
	shape(paint, rows, cols);
	resizeterm(rows, cols);
	werase(stdscr);
	paint_forget(paint);
}

void paint_forget(Paint *paint)
{
	clearok(curscr, TRUE);
	paint->stale = true;
}

const char *paint_capability(const char *name)
{
	const char *value = tigetstr(name);
	return value == (const char *)-1 ? NULL : value;
}

// --- cells -----------------------------------------------------------------------------------

// The text room measures with utf8proc, curses with the C library. Where they differ curses would
// move the rest of the line, so that a mark of one column stands instead.
static bool agrees(const Cell *cell, int room)
{
	if (cell->width > room || wcwidth((wchar_t)cell->cp[0]) != cell->width)
		return false;
	for (size_t i = 1; i <= CANVAS_MARKS && cell->cp[i]; i++)
		if (wcwidth((wchar_t)cell->cp[i]) != 0)
			return false;
	return true;
}

static void set_cell(const Paint *paint, cchar_t *out, const Cell *cell, int room)
{
	wchar_t text[CANVAS_MARKS + 2] = { (wchar_t)UTF8_REPLACEMENT };
	if (cell->width == 0)
		text[0] = L' ';
	else if (agrees(cell, room))
		for (size_t i = 0; i <= CANVAS_MARKS; i++)
			text[i] = (wchar_t)cell->cp[i];
	short pair = paint->coloured && looks[cell->style].colour >= 0 ? cell->style + 1 : 0;
	setcchar(out, text, looks[cell->style].attributes, pair, NULL);
}

// Columns first to last - 1 of a row. The right half of a wide character goes with its left half,
// unless that was replaced.
static void put_cells(const Paint *paint, int row, int first, int last, const Cell *cells)
{
	int n = 0;
	for (int col = first; col < last; col++) {
		set_cell(paint, &paint->scratch[n++], &cells[col], paint->cols - col);
		if (cells[col].width == 2 && agrees(&cells[col], paint->cols - col))
			col++;
	}
	mvwadd_wchnstr(stdscr, row, first, paint->scratch, n);
}

static bool same_cell(const Cell *a, const Cell *b)
{
	return a->width == b->width && a->style == b->style &&
	       memcmp(a->cp, b->cp, sizeof(a->cp)) == 0;
}

// Returns whether the row differs from what was shown.
static bool put_row(Paint *paint, int row, const Cell *cells, int cols)
{
	Cell *shown = &paint->shown[(size_t)row * (size_t)paint->cols];
	int first = 0, last = cols;
	while (first < last && same_cell(&shown[first], &cells[first]))
		first++;
	while (last > first && same_cell(&shown[last - 1], &cells[last - 1]))
		last--;
	if (first >= last)
		return false;
	while (first > 0 && cells[first].width == 0)
		first--;
	memcpy(&shown[first], &cells[first], (size_t)(last - first) * sizeof(Cell));
	put_cells(paint, row, first, last, cells);
	return true;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

bool paint_canvas(Paint *paint, const Canvas *canvas)
{
	int rows = least(paint->rows, canvas_rows(canvas));
	int cols = least(paint->cols, canvas_cols(canvas));
	int cursor_row = least(canvas_cursor_row(canvas), paint->rows - 1);
	int cursor_col = least(canvas_cursor_col(canvas), paint->cols - 1);
	bool changed =
		paint->stale || cursor_row != paint->cursor_row || cursor_col != paint->cursor_col;
	for (int row = 0; row < rows; row++)
		changed |= put_row(paint, row, canvas_cells(canvas, row), cols);
	if (!changed)
		return false;
	paint->stale = false;
	paint->cursor_row = cursor_row;
	paint->cursor_col = cursor_col;
	struct sigaction before[FAULTS];
	wmove(stdscr, cursor_row, cursor_col);
	catch_faults(before);
	wrefresh(stdscr);
	release_faults(before);
	return true;
}
