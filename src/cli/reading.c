// SPDX-License-Identifier: MIT
// reading set, reading import: what districts tell of indicators.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/columns.h"
#include "cli/prose.h"
#include "config/file.h"
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
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ImportValues, file),
		.help = N_("bảng tính lưu dạng văn bản UTF-8: cột cách bằng tab, “;” hoặc “,”") },
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
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(ImportValues, dry_run),
		.help = N_("chỉ kiểm tra, không ghi") },
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

typedef struct {
	Cli *cli;
	const ImportValues *given;
	Sheet sheet;
	int columns[COLUMNS]; // of the sheet
	Vec inputs;           // of ReadingInput
	Vec lines;            // of int, beside them
} Import;

static const char *cell(const Import *import, size_t row, ColumnId column)
{
	return columns_cell(&import->sheet, row, import->columns[column]);
}

static bool name_line(const Import *import, int line, Err *err)
{
	return err_prefix(err, "%s:%d: ", import->given->file, line);
}

static bool read_input(Import *import, size_t row, ReadingInput *out, Err *err)
{
	Cli *cli = import->cli;
	Indicator indicator;
	District district;
	const char *named = cell(import, row, INDICATOR), *kind = cell(import, row, KIND);
	const char *day = cell(import, row, AS_OF);
	named = *named ? named : import->given->indicator;
	kind = *kind ? kind : *import->given->kind ? import->given->kind : "actual";
	*out = (ReadingInput){ .document = cell(import, row, DOCUMENT) };
	if (!*named) {
		err_set(err, ERR_INVALID, "%s", tr("chưa ghi chỉ tiêu"));
		return err_hint(err, "%s", tr("Thêm cột “chỉ tiêu” hoặc --indicator."));
	}
	if (!indicator_find(cli->core, named, &cli->arena, &indicator, err) ||
		!district_by_code(cli->core, cell(import, row, DISTRICT), &cli->arena, &district, err) ||
		!reading_kind_read(kind, &out->kind, err) ||
		!reading_value_read(&indicator, cell(import, row, VALUE), &out->value, err))
		return false;
	out->indicator_id = indicator.id;
	out->district_id = district.id;
	return read_day(cli, *day ? day : import->given->as_of, out, err) &&
	       reading_check(cli->core, out, err);
}

static bool read_rows(Import *import, Err *err)
{
	for (size_t row = 1; row < sheet_rows(&import->sheet); row++) {
		ReadingInput input;
		int line = sheet_row(&import->sheet, row)->line;
		if (sheet_row_is_blank(&import->sheet, row))
			continue;
		if (!read_input(import, row, &input, err))
			return name_line(import, line, err);
		*(ReadingInput *)vec_push(&import->inputs) = input;
		*(int *)vec_push(&import->lines) = line;
	}
	return import->inputs.len ||
	       config_error_at(import->given->file, 1, err, "%s", tr("không có dòng nào sau tên cột"));
}

static bool store(Import *import, Err *err)
{
	size_t failed, n = import->inputs.len;
	if (reading_record(import->cli->core, import->inputs.items, n, &failed, err))
		return true;
	if (failed < n)
		name_line(import, *(const int *)vec_at(&import->lines, failed), err);
	return false;
}

static bool import_text(Import *import, const Buf *text, Err *err)
{
	Cli *cli = import->cli;
	sheet_read(&import->sheet, text->bytes, text->len, sheet_separator(text->bytes, text->len));
	vec_init(&import->inputs, sizeof(ReadingInput));
	vec_init(&import->lines, sizeof(int));
	bool ok = columns_find(&table, import->given->file, &import->sheet, import->columns, err) &&
		  read_rows(import, err);
	if (ok && import->given->dry_run)
		buf_addf(&cli->out, tr("Đúng cả: sẽ ghi %zu số liệu. Chưa ghi gì.\n"), import->inputs.len);
	else if (ok && (ok = store(import, err)))
		buf_addf(&cli->out, tr("Đã ghi %zu số liệu.\n"), import->inputs.len);
	vec_release(&import->inputs);
	vec_release(&import->lines);
	sheet_release(&import->sheet);
	return ok;
}

static bool run_import(Cli *cli, const void *values, Err *err)
{
	Import import = { .cli = cli, .given = values };
	Buf text = BUF_INIT;
	bool ok = config_file_text(import.given->file, &text, err) && cli_open(cli, DB_OPEN, err) &&
		  import_text(&import, &text, err);
	buf_release(&text);
	return ok;
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
