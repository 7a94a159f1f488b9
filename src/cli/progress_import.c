// SPDX-License-Identifier: MIT
// progress import: what many places tell of many tasks, from a spreadsheet's file.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/columns.h"
#include "config/file.h"
#include "core/task.h"
#include "text/sheet.h"

typedef struct {
	const char *file, *place;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, file),
		.help = N_("bảng tính lưu dạng văn bản UTF-8: cột cách bằng tab, “;” hoặc “,”") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(Values, place),
		.value = N_("NƠI"),
		.help = N_("nơi của các dòng không ghi nơi: mã địa phương, vùng, hoặc province") },
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ kiểm tra, không ghi") },
	{ 0 },
};

typedef enum { CODE, PLACE, STATE, PERCENT, AS_OF, NOTE, DOCUMENT, COLUMNS } ColumnId;

static const Column column_names[COLUMNS] = {
	[CODE] = { { VN_("mã"), "code", VN_("mã nhiệm vụ"), "" } },
	[PLACE] = { { VN_("nơi"), "place", VN_("địa phương"), "" } },
	[STATE] = { { VN_("tình trạng"), "state", "" } },
	[PERCENT] = { { "%", "percent", VN_("phần trăm"), "" } },
	[AS_OF] = { { VN_("số liệu đến"), "as-of", VN_("ngày số liệu"), "" } },
	[NOTE] = { { VN_("ghi chú"), "note", "" } },
	[DOCUMENT] = { { VN_("theo văn bản"), "document", VN_("văn bản"), "" } },
};

static const ColumnTable table = {
	.columns = column_names,
	.n = COLUMNS,
	.required = CODE,
	.for_people = { { VN_("nhiệm vụ"), "title", "" } },
};

typedef struct {
	Cli *cli;
	const Values *given;
	Sheet sheet;
	int columns[COLUMNS]; // of the sheet
	Vec entries;          // of ProgressEntry
	Vec lines;            // of int, beside them
} Import;

// Rows ------------------------------------------------------------------------------------------

static const char *cell(const Import *import, size_t row, ColumnId column)
{
	return columns_cell(&import->sheet, row, import->columns[column]);
}

static bool find_leaf(Import *import, size_t row, Leaf *out, Err *err)
{
	Place place;
	const char *where = cell(import, row, PLACE);
	if (!*where)
		where = import->given->place;
	if (!*where) {
		err_set(err, ERR_INVALID, "%s", tr("chưa ghi nơi"));
		return err_hint(err, "%s", tr("Thêm cột “nơi” hoặc --place."));
	}
	return place_find(import->cli->core, where, &place, err) &&
	       leaf_find(import->cli->core, cell(import, row, CODE), place, &import->cli->arena, out,
		       err);
}

static bool read_input(const Import *import, size_t row, const Leaf *leaf, ProgressInput *out, Err *err)
{
	const char *state = cell(import, row, STATE), *percent = cell(import, row, PERCENT);
	const char *as_of = cell(import, row, AS_OF);
	char iso[11] = "";
	*out = (ProgressInput){ .percent = -1, .note = cell(import, row, NOTE),
		.document = cell(import, row, DOCUMENT) };
	if (!*state && !*percent) {
		err_set(err, ERR_INVALID, "%s", tr("chưa ghi tình trạng hay phần trăm"));
		return err_hint(err, "%s", tr("Dòng không báo cáo thì bỏ khỏi tệp."));
	}
	if ((*state && !state_read(state, &out->state, err)) ||
		(*percent && !progress_percent_read(percent, &out->percent, err)) ||
		(*as_of && !progress_day_read(import->cli->core, as_of, iso, err)))
		return false;
	out->as_of = arena_strdup(&import->cli->arena, iso);
	progress_complete(leaf, out);
	return progress_check(import->cli->core, out, err);
}

static bool name_line(const Import *import, int line, Err *err)
{
	return err_prefix(err, "%s:%d: ", import->given->file, line);
}

static bool read_row(Import *import, size_t row, Err *err)
{
	Leaf leaf;
	ProgressEntry entry;
	int line = sheet_row(&import->sheet, row)->line;
	if (!find_leaf(import, row, &leaf, err) || !read_input(import, row, &leaf, &entry.input, err))
		return name_line(import, line, err);
	entry.leaf_id = leaf.leaf_id;
	*(ProgressEntry *)vec_push(&import->entries) = entry;
	*(int *)vec_push(&import->lines) = line;
	return true;
}

static bool read_rows(Import *import, Err *err)
{
	for (size_t row = 1; row < sheet_rows(&import->sheet); row++)
		if (!sheet_row_is_blank(&import->sheet, row) && !read_row(import, row, err))
			return false;
	if (!import->entries.len)
		return config_error_at(import->given->file, 1, err, "%s", tr("không có dòng nào sau tên cột"));
	return true;
}

// ------------------------------------------------------------------------------------------------

static bool store(Import *import, Err *err)
{
	size_t failed, n = import->entries.len;
	if (progress_record_many(import->cli->core, import->entries.items, n, &failed, err))
		return true;
	if (failed < n)
		name_line(import, *(const int *)vec_at(&import->lines, failed), err);
	return false;
}

static bool import_text(Import *import, const Buf *text, Err *err)
{
	Cli *cli = import->cli;
	sheet_read(&import->sheet, text->bytes, text->len, sheet_separator(text->bytes, text->len));
	vec_init(&import->entries, sizeof(ProgressEntry));
	vec_init(&import->lines, sizeof(int));
	bool ok = columns_find(&table, import->given->file, &import->sheet, import->columns, err) &&
		  read_rows(import, err);
	if (ok && import->given->dry_run)
		buf_addf(&cli->out, tr("Đúng cả: sẽ ghi tiến độ %zu dòng. Chưa ghi gì.\n"),
			import->entries.len);
	else if (ok && (ok = store(import, err)))
		buf_addf(&cli->out, tr("Đã ghi tiến độ %zu dòng.\n"), import->entries.len);
	vec_release(&import->entries);
	vec_release(&import->lines);
	sheet_release(&import->sheet);
	return ok;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	Import import = { .cli = cli, .given = values };
	Buf text = BUF_INIT;
	bool ok = config_file_text(import.given->file, &text, err) && cli_open(cli, DB_OPEN, err) &&
		  import_text(&import, &text, err);
	buf_release(&text);
	return ok;
}

const Command progress_import_command = {
	.name = "progress import",
	.summary = N_("Ghi tiến độ nhiều nhiệm vụ từ một bảng tính"),
	.help = N_("Dòng đầu là tên cột: mã, nơi, tình trạng, %, số liệu đến, ghi chú, theo văn bản. Ghi "
		   "tất cả hoặc không ghi dòng nào; một lần undo lấy lại tất cả."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
