// SPDX-License-Identifier: MIT
// Any bytes as the spreadsheet's file of an import: its columns are known or refused with a reason,
// each at most once, and every cell as roles and as a key.
#include "cli/columns.h"
#include "cli/roles.h"
#include "core/ssh_key.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { COLUMNS = 4 };

static const Column names[COLUMNS] = {
	{ { "họ tên", "name", "" } },
	{ { "đăng nhập", "login", "" } },
	{ { "vai", "roles", "role", "" } },
	{ { "khóa", "key", "" } },
};

static const ColumnTable table = { .columns = names, .n = COLUMNS, .for_people = { { "stt", "" } } };

static void need(bool ok)
{
	if (!ok)
		abort();
}

static void check_columns(const Sheet *sheet, const int *columns)
{
	int cells = (int)sheet_row(sheet, 0)->cells_n;
	need(columns[0] != COLUMN_NONE);
	for (int i = 0; i < COLUMNS; i++) {
		need(columns[i] == COLUMN_NONE || (columns[i] >= 0 && columns[i] < cells));
		for (int k = 0; k < i; k++)
			need(columns[i] == COLUMN_NONE || columns[i] != columns[k]);
	}
}

static void read_rows(const Sheet *sheet, const int *columns)
{
	Arena arena = ARENA_INIT;
	for (size_t row = 1; row < sheet_rows(sheet); row++) {
		Err err = ERR_INIT;
		unsigned roles = 0;
		SshKey key;
		if (!roles_read(columns_cell(sheet, row, columns[2]), "", &arena, &roles, &err))
			need(err.kind == ERR_INVALID && *err.message);
		need((roles & ~(unsigned)(ROLE_ALL | ROLE_VIEWER)) == 0);
		if (!ssh_key_read(columns_cell(sheet, row, columns[3]), &arena, &key, &err))
			need(err.kind == ERR_INVALID);
	}
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int columns[COLUMNS];
	Sheet sheet;
	Err err = ERR_INIT;
	const char *s = size ? (const char *)data : "";
	sheet_read(&sheet, s, size, sheet_separator(s, size));
	if (columns_find(&table, "file", &sheet, columns, &err)) {
		check_columns(&sheet, columns);
		read_rows(&sheet, columns);
	} else {
		need(err.kind == ERR_DATA && *err.message);
	}
	sheet_release(&sheet);
	return 0;
}
