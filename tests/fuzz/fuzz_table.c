// SPDX-License-Identifier: MIT
// Any bytes are a table or not: what is read of them is clean, every row has its cells, and what is
// written of them as cells reads back the same.
#include "text/sheet.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_cells(const Sheet *sheet)
{
	size_t cells = 0;
	int line = 0;
	for (size_t row = 0; row < sheet_rows(sheet); row++) {
		const SheetRow *at = sheet_row(sheet, row);
		demand(at->cells_n > 0 && at->cells_n <= sheet_columns(sheet) && at->line > line);
		line = at->line;
		cells += at->cells_n;
		for (size_t i = 0; i < at->cells_n; i++) {
			const char *cell = sheet_cell(sheet, row, i);
			size_t n = strlen(cell);
			demand(utf8_valid(cell, n) && !strpbrk(cell, "\t\r\x1b\x7f"));
			demand(!n || (cell[0] != ' ' && cell[n - 1] != ' '));
		}
	}
	demand(cells == sheet->cells.len);
}

static void check_again(const Sheet *sheet, char separator)
{
	Buf written = BUF_INIT;
	Sheet again;
	for (size_t row = 0; row < sheet_rows(sheet); row++) {
		for (size_t i = 0; i < sheet_row(sheet, row)->cells_n; i++) {
			if (i)
				buf_addch(&written, separator);
			sheet_add_cell(&written, sheet_cell(sheet, row, i), separator);
		}
		buf_addch(&written, '\n');
	}
	sheet_read(&again, written.bytes, written.len, separator);
	demand(sheet_rows(&again) == sheet_rows(sheet));
	demand(again.text.len == sheet->text.len &&
		memcmp(again.text.bytes, sheet->text.bytes, again.text.len) == 0);
	sheet_release(&again);
	buf_release(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char separators[] = { '\t', ';', ',' };
	const char *s = size ? (const char *)data : "";
	sheet_is_table(s, size);
	sheet_separator(s, size);
	for (size_t i = 0; i < sizeof(separators); i++) {
		Sheet sheet;
		sheet_read(&sheet, s, size, separators[i]);
		check_cells(&sheet);
		check_again(&sheet, separators[i]);
		sheet_release(&sheet);
	}
	return 0;
}
