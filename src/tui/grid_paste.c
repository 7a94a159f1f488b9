// SPDX-License-Identifier: MIT
// A spreadsheet's table into a grid.
#include "tui/grid_parts.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/sheet.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { NOWHERE = -1, SEVERAL = -2, CODES_TOLD = 8, CODE_COLS = 20, HEAD_MAX = 64 };

typedef struct {
	Grid *grid;
	const Sheet *sheet;
	GridPaste *out;
	bool by_code;
	int columns[GRID_COLUMNS_MAX]; // of the sheet, for each of the grid; NOWHERE: not in it
	size_t first;                  // row of the sheet, after a head
	Vec keys;                      // of Buf: each grid row's key cells, folded
	bool *filled;                  // each grid row: one of the sheet has gone there
} Paste;

static Buf folded(const char *text)
{
	Buf out = BUF_INIT;
	text_fold(&out, text, strlen(text));
	return out;
}

// Rows by code ----------------------------------------------------------------------------------

static void collect_keys(Paste *paste)
{
	int keys = paste->grid->spec->keys;
	vec_init(&paste->keys, sizeof(Buf));
	for (int row = 0; row < grid_rows(paste->grid); row++)
		for (int key = 0; key < keys; key++)
			*(Buf *)vec_push(&paste->keys) = folded(grid_text(paste->grid, row, key));
}

static void release_keys(Paste *paste)
{
	for (size_t i = 0; i < paste->keys.len; i++)
		buf_release(vec_at(&paste->keys, i));
	vec_release(&paste->keys);
}

static const Buf *key_of(const Paste *paste, int row, int key)
{
	return vec_at(&paste->keys, (size_t)(row * paste->grid->spec->keys + key));
}

// The code itself, or qualified: something before a slash.
static bool is_code(const Buf *typed, const Buf *code)
{
	if (!code->len || typed->len < code->len)
		return false;
	size_t before = typed->len - code->len;
	return strcmp(typed->bytes + before, code->bytes) == 0 &&
	       (!before || typed->bytes[before - 1] == '/');
}

// As the row says it, or without what stands before a place's name ("Phú Quốc", "phu-quoc").
static bool is_second(const Buf *typed, const Buf *key)
{
	if (!typed->len || typed->len > key->len)
		return false;
	size_t before = key->len - typed->len;
	return strcmp(key->bytes + before, typed->bytes) == 0 &&
	       (!before || key->bytes[before - 1] == ' ');
}

static Buf folded_second(const char *text)
{
	Buf out = folded(text);
	for (size_t i = 0; i < out.len; i++)
		if (out.bytes[i] == '-')
			out.bytes[i] = ' ';
	return out;
}

// The whole name before one that only ends in it.
static int find_named(const Paste *paste, const char *name)
{
	Buf typed = folded_second(name);
	int found = NOWHERE, n = 0;
	for (int row = 0; row < grid_rows(paste->grid); row++) {
		const Buf *key = key_of(paste, row, 0);
		bool whole = typed.len && strcmp(typed.bytes, key->bytes) == 0;
		if (!whole && !is_second(&typed, key))
			continue;
		found = row;
		n = whole ? 1 : n + 1;
		if (whole)
			break;
	}
	buf_release(&typed);
	return n > 1 ? SEVERAL : found;
}

// A second key that is given decides; without it the code must be one row's.
static int find_row(const Paste *paste, const char *code, const char *second)
{
	if (paste->grid->spec->names)
		return find_named(paste, code);
	Buf typed = folded(code), other = folded_second(second);
	int found = NOWHERE, n = 0;
	for (int row = 0; row < grid_rows(paste->grid); row++) {
		if (!is_code(&typed, key_of(paste, row, 0)) ||
			(other.len && !is_second(&other, key_of(paste, row, 1))))
			continue;
		found = row;
		n++;
	}
	buf_release(&typed);
	buf_release(&other);
	return n > 1 ? SEVERAL : found;
}

static bool holds_codes(const Paste *paste)
{
	for (size_t row = 0; row < sheet_rows(paste->sheet); row++)
		if (find_row(paste, sheet_cell(paste->sheet, row, 0), "") != NOWHERE)
			return true;
	return false;
}

// A column of percents is one, though a task may be called 7: what all reads well here is meant here.
static bool reads_here(const Paste *paste)
{
	const GridColumn *column = grid_current(paste->grid);
	bool well = column->read != NULL;
	for (size_t row = 0; well && row < sheet_rows(paste->sheet); row++) {
		Buf said = BUF_INIT;
		Err ignored = ERR_INIT;
		const char *cell = sheet_cell(paste->sheet, row, 0);
		well = !*cell || column->read(paste->grid->owner, cell, &said, &ignored);
		buf_release(&said);
	}
	return well;
}

static bool holds_second_keys(const Paste *paste)
{
	bool found = false;
	if (paste->grid->spec->keys < 2)
		return false;
	for (size_t row = 0; !found && row < sheet_rows(paste->sheet); row++) {
		Buf cell = folded_second(sheet_cell(paste->sheet, row, 1));
		for (int i = 0; !found && i < grid_rows(paste->grid); i++)
			found = is_second(&cell, key_of(paste, i, 1));
		buf_release(&cell);
	}
	return found;
}

// What the grid shows and nobody types, as a copy of it has it: "an-minh", "An Minh", 86,6.
static bool holds_shown(const Paste *paste)
{
	const GridSpec *spec = paste->grid->spec;
	bool found = false;
	if (spec->names || spec->keys > 1 || spec->columns_n < 2 ||
		spec->columns[1].kind != GRID_READ_ONLY)
		return false;
	for (size_t row = 0; !found && row < sheet_rows(paste->sheet); row++) {
		int at = find_row(paste, sheet_cell(paste->sheet, row, 0), "");
		if (at < 0)
			continue;
		Buf typed = folded(sheet_cell(paste->sheet, row, 1)), shown = folded(grid_text(paste->grid, at, 1));
		found = is_second(&typed, &shown);
		buf_release(&typed);
		buf_release(&shown);
	}
	return found;
}

// Columns ---------------------------------------------------------------------------------------

static bool same_words(const char *a, const char *b)
{
	Buf x = folded(a), y = folded(b);
	bool same = x.len && strcmp(x.bytes, y.bytes) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

// A first row with two or more of the grid's titles, the code's among them, is a head.
static bool map_by_head(Paste *paste)
{
	const GridSpec *spec = paste->grid->spec;
	int named = 0;
	for (int column = 0; column < spec->columns_n; column++) {
		paste->columns[column] = NOWHERE;
		for (size_t i = 0; i < HEAD_MAX && i < sheet_columns(paste->sheet); i++)
			if (same_words(sheet_cell(paste->sheet, 0, i), tr(spec->columns[column].title)))
				paste->columns[column] = (int)i;
		named += paste->columns[column] != NOWHERE;
	}
	paste->first = 1;
	return named > 1 && paste->columns[0] != NOWHERE;
}

// Sheet columns from `from` on go into the current column and those right of it.
static void map_from_here(Paste *paste, int from)
{
	const Grid *grid = paste->grid;
	for (int column = 0; column < grid->spec->columns_n; column++)
		paste->columns[column] = column < grid->column ? NOWHERE : from + column - grid->column;
}

static void map(Paste *paste)
{
	const GridSpec *spec = paste->grid->spec;
	size_t columns = sheet_columns(paste->sheet);
	paste->by_code = columns > 1 && map_by_head(paste);
	if (paste->by_code)
		return;
	paste->first = 0;
	bool whole = columns > 1 && (columns == (size_t)spec->columns_n || holds_shown(paste));
	paste->by_code = columns > 1 && (whole || (holds_codes(paste) && !reads_here(paste)));
	if (!paste->by_code) {
		map_from_here(paste, 0);
		return;
	}
	bool second = holds_second_keys(paste);
	map_from_here(paste, second ? 2 : 1);
	for (int column = 0; whole && column < spec->columns_n; column++)
		paste->columns[column] = (size_t)column < columns ? column : NOWHERE;
	paste->columns[0] = 0;
	if (second)
		paste->columns[1] = 1;
}

static bool is_mapped(const Paste *paste, size_t sheet_column)
{
	for (int column = 0; column < paste->grid->spec->columns_n; column++)
		if (paste->columns[column] == (int)sheet_column)
			return true;
	return false;
}

static void count_columns_over(const Paste *paste)
{
	const Sheet *sheet = paste->sheet;
	bool *told = xcalloc(sheet_columns(sheet) + 1, sizeof(*told));
	for (size_t row = 0; row < sheet_rows(sheet); row++)
		for (size_t i = 0; i < sheet_row(sheet, row)->cells_n; i++) {
			if (told[i] || !*sheet_cell(sheet, row, i) || is_mapped(paste, i))
				continue;
			told[i] = true;
			paste->out->columns_over++;
		}
	free(told);
}

// Filling in ------------------------------------------------------------------------------------

static bool is_told(const Buf *codes, const Buf *code, int *told)
{
	static const char between[] = ", ";
	const char *next = codes->bytes;
	*told = 0;
	for (const char *at = next; next && *at; at = next + strlen(between), ++*told) {
		next = strstr(at, between);
		size_t n = next ? (size_t)(next - at) : strlen(at);
		if (n == code->len && memcmp(at, code->bytes, n) == 0)
			return true;
		if (!next)
			break;
	}
	*told += codes->len > 0;
	return false;
}

// The same code once, however often it stands in the table, and the first few of them.
static void tell_code(Buf *codes, const char *code)
{
	int told;
	Buf shown = BUF_INIT;
	text_clip(&shown, code, CODE_COLS);
	if (!is_told(codes, &shown, &told) && told <= CODES_TOLD)
		buf_addf(codes, "%s%s", told ? ", " : "", told == CODES_TOLD ? "…" : shown.bytes);
	buf_release(&shown);
}

static const char *mapped_cell(const Paste *paste, size_t row, int column)
{
	int from = paste->columns[column];
	return from == NOWHERE ? "" : sheet_cell(paste->sheet, row, (size_t)from);
}

// The grid's row for one of the sheet's; NOWHERE: it is told in *out why there is none.
static int target_row(const Paste *paste, size_t row)
{
	GridPaste *out = paste->out;
	int at = paste->grid->row + (int)(row - paste->first);
	if (!paste->by_code) {
		out->rows_over += at >= grid_rows(paste->grid);
		return at < grid_rows(paste->grid) ? at : NOWHERE;
	}
	const char *code = mapped_cell(paste, row, 0);
	const char *second = paste->grid->spec->keys > 1 ? mapped_cell(paste, row, 1) : "";
	at = find_row(paste, code, second);
	if (at == NOWHERE)
		tell_code(&out->unknown, *code ? code : "“”");
	if (at == SEVERAL)
		tell_code(&out->ambiguous, code);
	out->unknown_n += at == NOWHERE;
	out->ambiguous_n += at == SEVERAL;
	return at < 0 ? NOWHERE : at;
}

static void fill_row(const Paste *paste, size_t from, int row)
{
	Grid *grid = paste->grid;
	unsigned changed = 0;
	for (int column = grid_first_open(grid); column < grid->spec->columns_n; column++) {
		const char *text = mapped_cell(paste, from, column);
		if (!*text)
			continue;
		grid_put(grid, row, column, text);
		changed |= 1u << column;
		paste->out->cells++;
	}
	if (changed && grid->spec->follow)
		grid->spec->follow(grid->owner, grid, row, changed);
	for (int column = 0; column < grid->spec->columns_n; column++)
		paste->out->wrong += (changed >> column & 1) && *grid_error(grid, row, column);
	paste->out->again += changed && paste->filled[row];
	paste->filled[row] |= changed != 0;
	paste->out->rows += changed != 0;
}

void grid_paste(Grid *grid, const char *text, GridPaste *out)
{
	Sheet sheet;
	Paste paste = { .grid = grid, .sheet = &sheet, .out = out };
	*out = (GridPaste){ .unknown = BUF_INIT, .ambiguous = BUF_INIT };
	grid_settle(grid);
	sheet_read(&sheet, text, strlen(text), '\t');
	collect_keys(&paste);
	map(&paste);
	count_columns_over(&paste);
	paste.filled = xcalloc((size_t)grid_rows(grid) + 1, sizeof(*paste.filled));
	grid_begin(grid);
	for (size_t row = paste.first; row < sheet_rows(&sheet); row++) {
		int at = sheet_row_is_blank(&sheet, row) ? NOWHERE : target_row(&paste, row);
		if (at != NOWHERE)
			fill_row(&paste, row, at);
	}
	grid_end(grid);
	free(paste.filled);
	release_keys(&paste);
	sheet_release(&sheet);
}

void grid_paste_release(GridPaste *paste)
{
	buf_release(&paste->unknown);
	buf_release(&paste->ambiguous);
}

bool grid_paste_words(const GridPaste *paste, Buf *out)
{
	buf_addf(out, tr("Đã dán %d ô vào %d dòng."), paste->cells, paste->rows);
	size_t good = out->len;
	if (paste->unknown_n)
		buf_addf(out, tr(" %d dòng có mã không có ở đây: %s."), paste->unknown_n,
			paste->unknown.bytes);
	if (paste->ambiguous_n)
		buf_addf(out, tr(" %d dòng có mã ở nhiều nơi, cần thêm cột Nơi: %s."),
			paste->ambiguous_n, paste->ambiguous.bytes);
	if (paste->again)
		buf_addf(out, tr(" %d dòng trùng chỗ với dòng trước và đã thay dòng trước."),
			paste->again);
	if (paste->rows_over || paste->columns_over)
		buf_addf(out, tr(" Không vừa: %d dòng, %d cột."), paste->rows_over,
			paste->columns_over);
	if (paste->wrong)
		buf_addf(out, tr(" %d ô chưa đúng, có dấu !."), paste->wrong);
	bool all = out->len == good;
	buf_adds(out, tr(" Ctrl+Z bỏ."));
	return all;
}
