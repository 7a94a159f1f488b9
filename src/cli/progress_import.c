// SPDX-License-Identifier: MIT
// progress import: what many places tell of many tasks, from a spreadsheet's file.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/sheet_import.h"
#include "core/task.h"

typedef struct {
	const char *file, *place;
	bool dry_run;
} Values;

static const Option arguments[] = {
	IMPORT_FILE(Values),
	{ 0 },
};

static const Option options[] = {
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(Values, place),
		.value = N_("NƠI"),
		.help = N_("nơi của các dòng không ghi nơi: mã địa phương, vùng, hoặc province") },
	IMPORT_DRY_RUN(Values),
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

static bool find_leaf(SheetImport *import, size_t row, Leaf *out, Err *err)
{
	Place place;
	const char *where = import_cell(import, row, PLACE);
	if (!*where)
		where = ((const Values *)import->given)->place;
	if (!*where) {
		err_set(err, ERR_INVALID, "%s", tr("chưa ghi nơi"));
		return err_hint(err, "%s", tr("Thêm cột “nơi” hoặc --place."));
	}
	return place_find(import->cli->core, where, &place, err) &&
	       leaf_find(import->cli->core, import_cell(import, row, CODE), place, &import->cli->arena, out,
		       err);
}

static bool read_input(const SheetImport *import, size_t row, const Leaf *leaf, ProgressInput *out, Err *err)
{
	const char *state = import_cell(import, row, STATE), *percent = import_cell(import, row, PERCENT);
	const char *as_of = import_cell(import, row, AS_OF);
	char iso[11] = "";
	*out = (ProgressInput){ .percent = -1, .note = import_cell(import, row, NOTE),
		.document = import_cell(import, row, DOCUMENT) };
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

static bool read_row(SheetImport *import, size_t row, void *item, Err *err)
{
	Leaf leaf;
	ProgressEntry *entry = item;
	if (!find_leaf(import, row, &leaf, err) || !read_input(import, row, &leaf, &entry->input, err))
		return false;
	entry->leaf_id = leaf.leaf_id;
	return true;
}

static bool store(SheetImport *import, size_t *failed, Err *err)
{
	return progress_record_many(
		import->cli->core, import->items.items, import->items.len, failed, err);
}

static const SheetImportSpec spec = {
	.table = &table,
	.item_size = sizeof(ProgressEntry),
	.read = read_row,
	.store = store,
	.checked = N_("Đúng cả: sẽ ghi tiến độ %zu dòng. Chưa ghi gì.\n"),
	.done = N_("Đã ghi tiến độ %zu dòng.\n"),
};

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	SheetImport import = { .given = given, .file = given->file };
	return sheet_import(cli, &spec, &import, given->dry_run ? IMPORT_CHECK : IMPORT_STORE, err);
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
