// SPDX-License-Identifier: MIT
#include "cli/sheet_import.h"

#include "base/tr.h"
#include "config/file.h"

#include <string.h>

const char *import_cell(const SheetImport *import, size_t row, int column)
{
	return columns_cell(&import->sheet, row, import->columns[column]);
}

static bool name_line(const SheetImport *import, int line, Err *err)
{
	return err_prefix(err, "%s:%d: ", import->file, line);
}

static bool read_row(SheetImport *import, const SheetImportSpec *spec, size_t row, Err *err)
{
	int line = sheet_row(&import->sheet, row)->line;
	void *item = arena_alloc(&import->cli->arena, spec->item_size);
	if (!columns_check(&import->sheet, row, err) || !spec->read(import, row, item, err))
		return name_line(import, line, err);
	memcpy(vec_push(&import->items), item, spec->item_size);
	*(int *)vec_push(&import->lines) = line;
	return true;
}

static bool read_rows(SheetImport *import, const SheetImportSpec *spec, Err *err)
{
	for (size_t row = 1; row < sheet_rows(&import->sheet); row++)
		if (!sheet_row_is_blank(&import->sheet, row) && !read_row(import, spec, row, err))
			return false;
	return import->items.len || config_error_at(import->file, 1, err, "%s",
					    tr("không có dòng nào sau tên cột"));
}

static bool store(SheetImport *import, const SheetImportSpec *spec, Err *err)
{
	size_t failed = import->items.len;
	if (spec->store(import, &failed, err))
		return true;
	if (failed < import->items.len)
		name_line(import, *(const int *)vec_at(&import->lines, failed), err);
	return false;
}

static bool import_text(SheetImport *import, const SheetImportSpec *spec, ImportHow how, const Buf *text,
	Err *err)
{
	sheet_read(&import->sheet, text->bytes, text->len, sheet_separator(text->bytes, text->len));
	vec_init(&import->items, spec->item_size);
	vec_init(&import->lines, sizeof(int));
	bool ok = columns_find(spec->table, import->file, &import->sheet, import->columns, err) &&
		  (!spec->begin || spec->begin(import, err)) && read_rows(import, spec, err) &&
		  (how == IMPORT_CHECK || store(import, spec, err));
	if (ok)
		buf_addf(&import->cli->out, tr(how == IMPORT_CHECK ? spec->checked : spec->done),
			import->items.len);
	vec_release(&import->items);
	vec_release(&import->lines);
	sheet_release(&import->sheet);
	return ok;
}

bool sheet_import(
	Cli *cli, const SheetImportSpec *spec, SheetImport *import, ImportHow how, Err *err)
{
	Buf text = BUF_INIT;
	import->cli = cli;
	bool ok = config_file_text(import->file, &text, err) && cli_open(cli, DB_OPEN, err) &&
		  import_text(import, spec, how, &text, err);
	buf_release(&text);
	return ok;
}
