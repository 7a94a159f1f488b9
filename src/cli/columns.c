// SPDX-License-Identifier: MIT
#include "cli/columns.h"

#include "base/tr.h"
#include "config/file.h"
#include "text/fold.h"

#include <string.h>

bool same_words(const char *a, const char *b)
{
	Buf x = BUF_INIT, y = BUF_INIT;
	text_fold(&x, a, strlen(a));
	text_fold(&y, b, strlen(b));
	bool same = strcmp(x.bytes, y.bytes) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

static bool is_named(const Column *column, const char *title)
{
	for (size_t i = 0; i < COLUMN_NAMES_MAX && column->names[i] && *column->names[i]; i++)
		if (same_words(title, column->names[i]))
			return true;
	return false;
}

static int column_named(const ColumnTable *table, const char *title)
{
	for (size_t i = 0; i < table->n; i++)
		if (is_named(&table->columns[i], title))
			return (int)i;
	return COLUMN_NONE;
}

static bool tell_names(const ColumnTable *table, Err *err)
{
	Buf names = BUF_INIT;
	for (size_t i = 0; i < table->n; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", table->columns[i].names[0]);
	if (table->for_people.names[0])
		buf_addf(&names, ", %s", table->for_people.names[0]);
	err_hint(err, tr("Các cột: %s."), names.bytes);
	buf_release(&names);
	return false;
}

static bool find_one(const ColumnTable *table, const char *file, const char *title, int index, int *out,
	Err *err)
{
	int column = column_named(table, title);
	if (column != COLUMN_NONE && out[column] == COLUMN_NONE) {
		out[column] = index;
		return true;
	}
	if (column == COLUMN_NONE && (!*title || is_named(&table->for_people, title)))
		return true;
	if (column == COLUMN_NONE)
		config_error_at(file, 1, err, tr("không biết cột “%.40s”"), title);
	else
		config_error_at(file, 1, err, tr("có hai cột “%.40s”"), title);
	return tell_names(table, err);
}

bool columns_find(
	const ColumnTable *table, const char *file, const Sheet *sheet, int *out, Err *err)
{
	for (size_t i = 0; i < table->n; i++)
		out[i] = COLUMN_NONE;
	if (!sheet_rows(sheet))
		return config_error_at(file, 1, err, "%s", tr("tệp trống"));
	for (size_t i = 0; i < sheet_row(sheet, 0)->cells_n; i++)
		if (!find_one(table, file, sheet_cell(sheet, 0, i), (int)i, out, err))
			return false;
	if (out[table->required] != COLUMN_NONE)
		return true;
	config_error_at(file, 1, err, tr("thiếu cột “%s”"), table->columns[table->required].names[0]);
	return err_hint(err, "%s", tr("Dòng đầu của tệp là tên các cột."));
}

bool columns_check(const Sheet *sheet, size_t row, Err *err)
{
	size_t titles = sheet_row(sheet, 0)->cells_n, cells = sheet_row(sheet, row)->cells_n;
	for (size_t i = titles; i < cells; i++) {
		const char *text = sheet_cell(sheet, row, i);
		if (!*text)
			continue;
		err_set(err, ERR_INVALID, tr("ô thứ %zu “%.40s” nằm ngoài các cột có tên"), i + 1, text);
		return err_hint(err, "%s", tr("Dòng này thừa dấu ngăn ô, hoặc dòng đầu thiếu tên cột."));
	}
	return true;
}

const char *columns_cell(const Sheet *sheet, size_t row, int column)
{
	return column == COLUMN_NONE ? "" : sheet_cell(sheet, row, (size_t)column);
}
