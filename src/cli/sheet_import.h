// SPDX-License-Identifier: MIT
// A spreadsheet's file into the database, all or nothing: every row is read and checked before the
// first is written, and whatever is wrong names the file and the line.
#ifndef CLI_SHEET_IMPORT_H
#define CLI_SHEET_IMPORT_H

#include "base/vec.h"
#include "cli/cli.h"
#include "cli/columns.h"

enum { SHEET_COLUMNS_MAX = 16 };

typedef struct {
	Cli *cli;
	const void *given; // the command's values
	void *own;         // the importer's, set by its command
	const char *file;
	Sheet sheet;
	int columns[SHEET_COLUMNS_MAX]; // of the sheet, by the importer's numbers
	Vec items;                      // as its spec says, one a row
	Vec lines;                      // of int, beside them
} SheetImport;

typedef struct {
	const ColumnTable *table;
	size_t item_size;
	// What rows are read against; the database is open. NULL: nothing.
	bool (*begin)(SheetImport *import, Err *err);
	bool (*read)(SheetImport *import, size_t row, void *item, Err *err);
	// *failed: which item is refused; as many as there are where it is none of them.
	bool (*store)(SheetImport *import, size_t *failed, Err *err);
	const char *checked, *done; // N_(), with the number of rows (%zu)
} SheetImportSpec;

typedef enum { IMPORT_STORE, IMPORT_CHECK } ImportHow;

// Reads, stores and says so. ERR_DATA for what the file lacks.
bool sheet_import(Cli *cli, const SheetImportSpec *spec, SheetImport *import, ImportHow how,
	Err *err) WARN_UNUSED;

// "" where the file has no such column.
const char *import_cell(const SheetImport *import, size_t row, int column);

// The argument and the option that importers share.
#define IMPORT_FILE(values)                                                                        \
	{                                                                                          \
		.name = N_("TỆP"), .type = OPTION_PATH, .need = OPTION_REQUIRED,                   \
		.offset = offsetof(values, file),                                                  \
		.help = N_("bảng tính lưu dạng văn bản UTF-8: cột cách bằng tab, “;” hoặc “,”")    \
	}
#define IMPORT_DRY_RUN(values)                                                                     \
	{                                                                                          \
		.name = "dry-run", .type = OPTION_FLAG, .offset = offsetof(values, dry_run),       \
		.help = N_("chỉ kiểm tra, không ghi")                                              \
	}

#endif
