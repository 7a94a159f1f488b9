// SPDX-License-Identifier: MIT
// reading set, reading import: what districts tell of indicators.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/prose.h"
#include "cli/sheet_import.h"
#include "core/indicator.h"
#include "core/org.h"

static const char *const kinds[] = { "actual", "estimate", NULL };

// --- reading set -----------------------------------------------------------------------------

typedef struct {
	const char *indicator, *district, *value, *kind, *as_of, *document;
} SetValues;

static const Option set_arguments[] = {
	{ .name = N_("CHỈ-TIÊU"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(SetValues, indicator),
		.help = N_("mã chỉ tiêu, hoặc tên, gõ không dấu cũng được") },
	{ .name = N_("ĐỊA-PHƯƠNG"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(SetValues, district),
		.help = N_("mã địa phương") },
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(SetValues, value),
		.help = N_("giá trị, ví dụ 1.234,5; số âm thì ghi sau --") },
	{ 0 },
};

static const Option set_options[] = {
	{ .name = "kind",
		.type = OPTION_WORD,
		.offset = offsetof(SetValues, kind),
		.words = kinds,
		.value = N_("LOẠI"),
		.help = N_("thực hiện (mặc định) hay ước thực hiện:") },
	{ .name = "as-of",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, as_of),
		.value = N_("NGÀY"),
		.help = N_("số liệu đến ngày; mặc định hôm nay") },
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("số của báo cáo") },
	{ 0 },
};

// A day without a year is one of the past, but for an estimate. "" stays "".
static bool read_day(Cli *cli, const char *typed, ReadingInput *out, Err *err)
{
	char iso[11] = "";
	if (*typed && !reading_day_read(cli->core, typed, out->kind, iso, err))
		return false;
	out->as_of = arena_strdup(&cli->arena, iso);
	return true;
}

static void tell(Cli *cli, const Indicator *indicator, const District *district,
	const ReadingInput *input)
{
	Buf value = BUF_INIT;
	char today[11];
	core_today_iso(cli->core, today);
	amount_show(&value, input->value, indicator->scale, indicator->unit);
	buf_addf(&cli->out, tr("%s, %s: %s %s, số liệu đến %s.\n"), indicator->name, district->title,
		reading_kind_name(input->kind), value.bytes,
		day_shown(*input->as_of ? input->as_of : today, &cli->arena));
	buf_release(&value);
}

static bool run_set(Cli *cli, const void *values, Err *err)
{
	const SetValues *given = values;
	Indicator indicator;
	District district;
	size_t failed;
	ReadingInput input = { .document = given->document };
	bool known = reading_kind_parse(*given->kind ? given->kind : "actual", &input.kind);
	(void)known; // one of the words
	if (!cli_open(cli, DB_OPEN, err) ||
		!indicator_find(cli->core, given->indicator, &cli->arena, &indicator, err) ||
		!district_by_code(cli->core, given->district, &cli->arena, &district, err) ||
		!reading_value_read(&indicator, given->value, &input.value, err) ||
		!read_day(cli, given->as_of, &input, err))
		return false;
	input.indicator_id = indicator.id;
	input.district_id = district.id;
	if (!reading_record(cli->core, &input, 1, &failed, err))
		return false;
	tell(cli, &indicator, &district, &input);
	return true;
}

const Command reading_set_command = {
	.name = "reading set",
	.summary = N_("Ghi số liệu của một chỉ tiêu tại một địa phương"),
	.help = N_("Số liệu không sửa: số ghi sau của cùng ngày, cùng loại thay số trước; undo rút lại."),
	.arguments = set_arguments,
	.options = set_options,
	.values_size = sizeof(SetValues),
	.run = run_set,
};

// --- reading import --------------------------------------------------------------------------

typedef struct {
	const char *file, *indicator, *as_of, *kind;
	bool dry_run;
} ImportValues;

static const Option import_arguments[] = {
	IMPORT_FILE(ImportValues),
	{ 0 },
};

static const Option import_options[] = {
	{ .name = "indicator",
		.type = OPTION_LINE,
		.offset = offsetof(ImportValues, indicator),
		.value = N_("CHỈ-TIÊU"),
		.help = N_("chỉ tiêu của các dòng không ghi chỉ tiêu") },
	{ .name = "kind",
		.type = OPTION_WORD,
		.offset = offsetof(ImportValues, kind),
		.words = kinds,
		.value = N_("LOẠI"),
		.help = N_("loại của các dòng không ghi loại; mặc định thực hiện:") },
	{ .name = "as-of",
		.type = OPTION_LINE,
		.offset = offsetof(ImportValues, as_of),
		.value = N_("NGÀY"),
		.help = N_("ngày của các dòng không ghi ngày; mặc định hôm nay") },
	IMPORT_DRY_RUN(ImportValues),
	{ 0 },
};

typedef enum { DISTRICT, VALUE, INDICATOR, KIND, AS_OF, DOCUMENT, COLUMNS } ColumnId;

static const Column column_names[COLUMNS] = {
	[DISTRICT] = { { VN_("mã"), "district", VN_("mã địa phương"), "" } },
	[VALUE] = { { VN_("giá trị"), "value", VN_("số"), "" } },
	[INDICATOR] = { { VN_("chỉ tiêu"), "indicator", "" } },
	[KIND] = { { VN_("loại"), "kind", "" } },
	[AS_OF] = { { VN_("số liệu đến"), "as-of", VN_("ngày số liệu"), "" } },
	[DOCUMENT] = { { VN_("theo văn bản"), "document", VN_("văn bản"), "" } },
};

static const ColumnTable table = {
	.columns = column_names,
	.n = COLUMNS,
	.required = DISTRICT,
	.for_people = { { VN_("địa phương"), "name", VN_("nơi"), "" } },
};

static bool read_input(SheetImport *import, size_t row, void *item, Err *err)
{
	Cli *cli = import->cli;
	ReadingInput *out = item;
	const ImportValues *given = import->given;
	Indicator indicator;
	District district;
	const char *named = import_cell(import, row, INDICATOR), *kind = import_cell(import, row, KIND);
	const char *day = import_cell(import, row, AS_OF);
	named = *named ? named : given->indicator;
	kind = *kind ? kind : *given->kind ? given->kind : "actual";
	*out = (ReadingInput){ .document = import_cell(import, row, DOCUMENT) };
	if (!*named) {
		err_set(err, ERR_INVALID, "%s", tr("chưa ghi chỉ tiêu"));
		return err_hint(err, "%s", tr("Thêm cột “chỉ tiêu” hoặc --indicator."));
	}
	if (!indicator_find(cli->core, named, &cli->arena, &indicator, err) ||
		!district_by_code(cli->core, import_cell(import, row, DISTRICT), &cli->arena, &district, err) ||
		!reading_kind_read(kind, &out->kind, err) ||
		!reading_value_read(&indicator, import_cell(import, row, VALUE), &out->value, err))
		return false;
	out->indicator_id = indicator.id;
	out->district_id = district.id;
	return read_day(cli, *day ? day : given->as_of, out, err) &&
	       reading_check(cli->core, out, err);
}

static bool store(SheetImport *import, size_t *failed, Err *err)
{
	return reading_record(
		import->cli->core, import->items.items, import->items.len, failed, err);
}

static const SheetImportSpec spec = {
	.table = &table,
	.item_size = sizeof(ReadingInput),
	.read = read_input,
	.store = store,
	.checked = N_("Đúng cả: sẽ ghi %zu số liệu. Chưa ghi gì.\n"),
	.done = N_("Đã ghi %zu số liệu.\n"),
};

static bool run_import(Cli *cli, const void *values, Err *err)
{
	const ImportValues *given = values;
	SheetImport import = { .given = given, .file = given->file };
	return sheet_import(cli, &spec, &import, given->dry_run ? IMPORT_CHECK : IMPORT_STORE, err);
}

const Command reading_import_command = {
	.name = "reading import",
	.summary = N_("Ghi số liệu chỉ tiêu của nhiều địa phương từ một bảng tính"),
	.help = N_("Dòng đầu là tên cột: mã (địa phương), giá trị, chỉ tiêu, loại, số liệu đến, theo văn bản. Ghi "
		   "tất cả hoặc không ghi dòng nào; một lần undo lấy lại tất cả."),
	.arguments = import_arguments,
	.options = import_options,
	.values_size = sizeof(ImportValues),
	.run = run_import,
};
