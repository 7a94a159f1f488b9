// SPDX-License-Identifier: MIT
// Sheet: a table as spreadsheets copy and export it. Rows end with LF, CRLF or CR (as terminals
// send a paste); cells are parted by one ASCII character. A cell that holds the separator, a line
// end or a quote stands in quotes, each quote of its own doubled (RFC 4180); a quote that is not
// closed before a separator or line end is a letter like any other. Total on any bytes.
#ifndef TEXT_SHEET_H
#define TEXT_SHEET_H

#include "base/buf.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

// Cells are cleaned as text (LF kept inside quotes), without blanks at their ends.
typedef struct {
	Buf text;  // all cells, each ended by NUL
	Vec cells; // of size_t: where each begins in text
	Vec rows;  // of SheetRow
} Sheet;

typedef struct {
	size_t first, cells_n; // at least one cell
	int line;              // of the source, from 1
} SheetRow;

// Whether pasted text is a table rather than a piece of one cell: it has a tab, or more than one
// line. A line end at the very end does not count: spreadsheets add one.
bool sheet_is_table(const char *s, size_t n);
// Tab, ';' or ',': what the first line has most of, the earlier of equals.
char sheet_separator(const char *s, size_t n);

void sheet_read(Sheet *sheet, const char *s, size_t n, char separator);
void sheet_release(Sheet *sheet);

size_t sheet_rows(const Sheet *sheet);
const SheetRow *sheet_row(const Sheet *sheet, size_t row);
size_t sheet_columns(const Sheet *sheet); // of the longest row
// "" beyond the row's end: rows may be ragged.
const char *sheet_cell(const Sheet *sheet, size_t row, size_t column);
// No cell of it has anything.
bool sheet_row_is_blank(const Sheet *sheet, size_t row);

// Appends the text as one cell, in quotes where it needs them.
void sheet_add_cell(Buf *out, const char *text, char separator);

#endif
