// SPDX-License-Identifier: MIT
#include "cli/table.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

Table table_new(const TableColumn *columns, size_t columns_n)
{
	Table table = { .columns = columns, .columns_n = columns_n };
	vec_init(&table.cells, sizeof(const char *));
	if (columns[0].title)
		for (size_t i = 0; i < columns_n; i++)
			*(const char **)vec_push(&table.cells) = tr(columns[i].title);
	return table;
}

void table_add(Table *table, const char *const *cells)
{
	for (size_t i = 0; i < table->columns_n; i++)
		*(const char **)vec_push(&table->cells) = cells[i];
}

static const char *cell_at(const Table *table, size_t index)
{
	return *(const char **)vec_at(&table->cells, index);
}

static void measure(const Table *table, int *widths)
{
	for (size_t i = 0; i < table->cells.len; i++) {
		int width = text_width(cell_at(table, i));
		if (width > widths[i % table->columns_n])
			widths[i % table->columns_n] = width;
	}
}

static void add_blanks(Buf *out, int n)
{
	while (n-- > 0)
		buf_addch(out, ' ');
}

static void trim_line(Buf *out, size_t start)
{
	while (out->len > start && out->bytes[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
}

static void print_row(const Table *table, size_t first, const int *widths, Buf *out)
{
	size_t start = out->len;
	for (size_t i = 0; i < table->columns_n; i++) {
		const char *cell = cell_at(table, first + i);
		int blanks = widths[i] - text_width(cell);
		if (table->columns[i].align == ALIGN_RIGHT)
			add_blanks(out, blanks);
		buf_adds(out, cell);
		if (table->columns[i].align == ALIGN_LEFT)
			add_blanks(out, blanks);
		add_blanks(out, 2);
	}
	trim_line(out, start);
	buf_addch(out, '\n');
}

void table_print(Table *table, const char *indent, Buf *out)
{
	int *widths = xcalloc(table->columns_n, sizeof(*widths));
	measure(table, widths);
	for (size_t i = 0; i < table->cells.len; i += table->columns_n) {
		buf_adds(out, indent);
		print_row(table, i, widths, out);
	}
	free(widths);
	vec_release(&table->cells);
}

static void add_csv_cell(const char *cell, Buf *out)
{
	if (!cell[strcspn(cell, ",\"\r\n")]) {
		buf_adds(out, cell);
		return;
	}
	buf_addch(out, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			buf_addch(out, '"');
		buf_addch(out, *cell);
	}
	buf_addch(out, '"');
}

void table_csv(Table *table, Buf *out)
{
	for (size_t i = 0; i < table->cells.len; i++) {
		add_csv_cell(cell_at(table, i), out);
		buf_adds(out, (i + 1) % table->columns_n ? "," : "\n");
	}
	vec_release(&table->cells);
}
