// SPDX-License-Identifier: MIT
// Columns: which column of a spreadsheet's file is which, by the names in its first row, compared
// without accents and case.
#ifndef CLI_COLUMNS_H
#define CLI_COLUMNS_H

#include "base/err.h"
#include "text/sheet.h"

enum { COLUMN_NAMES_MAX = 5, COLUMN_NONE = -1 };

// names[0] is the one that is said, and the last one is ""; in Vietnamese, as files have them.
typedef struct {
	const char *names[COLUMN_NAMES_MAX];
} Column;

typedef struct {
	const Column *columns;
	size_t n;
	size_t required;    // index of the one that must be there
	Column for_people;  // titles of columns that nobody reads, besides empty ones
} ColumnTable;

// out[i] becomes the sheet's column of columns[i], COLUMN_NONE where there is none. ERR_DATA for a
// name that is unknown or stands twice: a column that nobody reads is not left out unsaid.
bool columns_find(const ColumnTable *table, const char *file, const Sheet *sheet, int *out,
	Err *err) WARN_UNUSED;

// "" where the file has no such column.
const char *columns_cell(const Sheet *sheet, size_t row, int column);

// Whether a row has nothing beyond the last title: what nobody reads is not left out unsaid.
bool columns_check(const Sheet *sheet, size_t row, Err *err) WARN_UNUSED;

bool same_words(const char *a, const char *b);

#endif
