// SPDX-License-Identifier: MIT
// Table: rows of texts aligned by their width on the screen.
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "base/buf.h"
#include "base/vec.h"

#include <stddef.h>

typedef enum { ALIGN_LEFT, ALIGN_RIGHT } TableAlign;

typedef struct {
	const char *title; // for tr(); NULL in all columns for a table without a head
	TableAlign align;
} TableColumn;

// Cells are not copied: they must live until the table is printed.
typedef struct {
	const TableColumn *columns;
	size_t columns_n;
	Vec cells; // of const char *, row by row
} Table;

Table table_new(const TableColumn *columns, size_t columns_n);
// columns_n texts; none is NULL.
void table_add(Table *table, const char *const *cells);
// Appends all rows, the columns two spaces apart, no blanks at a line's end; and releases.
void table_print(Table *table, const char *indent, Buf *out);

// The same as CSV (RFC 4180), but each row ended by LF as all that commands print; and releases.
void table_csv(Table *table, Buf *out);

#endif
