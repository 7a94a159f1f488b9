// SPDX-License-Identifier: MIT
// round import: what districts and bodies have sent in a round, from a spreadsheet's file.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/columns.h"
#include "cli/round_parts.h"
#include "config/file.h"
#include "core/task.h"
#include "text/sheet.h"

typedef struct {
	const char *code, *file;
	bool dry_run;
} Values;

static const Option arguments[] = {
	ROUND_ARGUMENT(Values),
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, file),
		.help = N_("bảng tính lưu dạng văn bản UTF-8: cột cách bằng tab, “;” hoặc “,”") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ kiểm tra, không ghi") },
	{ 0 },
};

typedef enum { WHO, STATE, RECEIVED, DOCUMENT, DATED, NOTE, COLUMNS } ColumnId;

static const Column column_names[COLUMNS] = {
	[WHO] = { { VN_("nơi báo cáo"), "code", VN_("nơi"), VN_("mã"), "" } },
	[STATE] = { { VN_("tình trạng"), "state", "" } },
	[RECEIVED] = { { VN_("ngày nhận"), "received", "" } },
	[DOCUMENT] = { { VN_("số văn bản"), "document", VN_("văn bản"), "" } },
	[DATED] = { { VN_("ngày văn bản"), "dated", "" } },
	[NOTE] = { { VN_("ghi chú"), "note", "" } },
};

static const ColumnTable table = {
	.columns = column_names,
	.n = COLUMNS,
	.required = WHO,
	.for_people = { { "STT", "" } },
};

typedef struct {
	Cli *cli;
	const Values *given;
	Sheet sheet;
	int columns[COLUMNS]; // of the sheet
	ReportSeries series;
	int round;
	Vec reporters; // of Reporter
	Vec inputs;    // of ReportInput
	Vec lines;     // of int, beside them
} Import;

static const char *cell(const Import *import, size_t row, ColumnId column)
{
	return columns_cell(&import->sheet, row, import->columns[column]);
}

static bool name_line(const Import *import, int line, Err *err)
{
	return err_prefix(err, "%s:%d: ", import->given->file, line);
}

static bool find_reporter(Import *import, const char *typed, ReportInput *out, Err *err)
{
	const char *title;
	if (!reporter_find(import->cli->core, typed, &import->cli->arena, &out->who, &title, err))
		return false;
	for (size_t i = 0; i < import->reporters.len; i++) {
		const Reporter *reporter = vec_at(&import->reporters, i);
		if (reporter->who.district_id == out->who.district_id &&
			reporter->who.body_id == out->who.body_id) {
			out->report = reporter->report;
			return true;
		}
	}
	return err_set(err, ERR_NOT_FOUND, tr("kỳ này không yêu cầu %s báo cáo"), title);
}

static bool is_given_twice(const Import *import, const ReportInput *input, Err *err)
{
	for (size_t i = 0; i < import->inputs.len; i++) {
		const ReportInput *before = vec_at(&import->inputs, i);
		if (before->who.district_id == input->who.district_id &&
			before->who.body_id == input->who.body_id)
			return !err_set(err, ERR_INVALID, tr("nơi này đã có ở dòng %d"),
				*(const int *)vec_at(&import->lines, i));
	}
	return false;
}

static bool read_day(Import *import, const char *typed, const char **out, Err *err)
{
	char iso[11];
	if (!*typed)
		return true;
	if (!progress_day_read(import->cli->core, typed, iso, err))
		return false;
	*out = arena_strdup(&import->cli->arena, iso);
	return true;
}

// An empty cell leaves what was there.
static bool read_report(Import *import, size_t row, Report *out, Err *err)
{
	const char *state = cell(import, row, STATE);
	const char *document = cell(import, row, DOCUMENT);
	const char *note = cell(import, row, NOTE);
	if (out->state == REPORT_NONE)
		out->state = REPORT_SENT;
	if (*document)
		out->document = document;
	if (*note)
		out->note = note;
	return (!*state || report_state_read(state, &out->state, err)) &&
	       read_day(import, cell(import, row, RECEIVED), &out->received, err) &&
	       read_day(import, cell(import, row, DATED), &out->dated, err) &&
	       report_check(import->cli->core, out, err);
}

static bool read_row(Import *import, size_t row, Err *err)
{
	ReportInput input = { 0 };
	int line = sheet_row(&import->sheet, row)->line;
	if (!find_reporter(import, cell(import, row, WHO), &input, err) ||
		!read_report(import, row, &input.report, err) || is_given_twice(import, &input, err))
		return name_line(import, line, err);
	*(ReportInput *)vec_push(&import->inputs) = input;
	*(int *)vec_push(&import->lines) = line;
	return true;
}

static bool read_rows(Import *import, Err *err)
{
	for (size_t row = 1; row < sheet_rows(&import->sheet); row++)
		if (!sheet_row_is_blank(&import->sheet, row) && !read_row(import, row, err))
			return false;
	if (!import->inputs.len)
		return config_error_at(import->given->file, 1, err, "%s", tr("không có dòng nào sau tên cột"));
	return true;
}

static bool store(Import *import, Err *err)
{
	size_t failed, n = import->inputs.len;
	if (report_save_many(import->cli->core, import->series.id, import->round, import->inputs.items, n,
		    &failed, err))
		return true;
	if (failed < n)
		name_line(import, *(const int *)vec_at(&import->lines, failed), err);
	return false;
}

static bool import_text(Import *import, const Buf *text, Err *err)
{
	Round round;
	Cli *cli = import->cli;
	vec_init(&import->reporters, sizeof(Reporter));
	vec_init(&import->inputs, sizeof(ReportInput));
	vec_init(&import->lines, sizeof(int));
	sheet_read(&import->sheet, text->bytes, text->len, sheet_separator(text->bytes, text->len));
	bool ok = columns_find(&table, import->given->file, &import->sheet, import->columns, err) &&
		  round_get(cli->core, import->series.id, import->round, &cli->arena, &round,
			  &import->reporters, err) &&
		  read_rows(import, err);
	if (ok && import->given->dry_run)
		buf_addf(&cli->out, tr("Đúng cả: sẽ ghi báo cáo của %zu nơi. Chưa ghi gì.\n"),
			import->inputs.len);
	else if (ok && (ok = store(import, err)))
		buf_addf(&cli->out, tr("Đã ghi báo cáo của %zu nơi.\n"), import->inputs.len);
	vec_release(&import->reporters);
	vec_release(&import->inputs);
	vec_release(&import->lines);
	sheet_release(&import->sheet);
	return ok;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	Buf text = BUF_INIT;
	Import import = { .cli = cli, .given = values };
	bool ok = config_file_text(import.given->file, &text, err) && cli_open(cli, DB_OPEN, err) &&
		  report_round_find(cli->core, import.given->code, &cli->arena, &import.series,
			  &import.round, err) &&
		  import_text(&import, &text, err);
	buf_release(&text);
	return ok;
}

const Command round_import_command = {
	.name = "round import",
	.summary = N_("Ghi báo cáo của nhiều nơi trong một kỳ từ một bảng tính"),
	.help = N_("Dòng đầu là tên cột: nơi báo cáo, tình trạng, ngày nhận, số văn bản, ngày văn bản, ghi "
		   "chú. Ô trống giữ điều đã ghi. Ghi tất cả hoặc không ghi dòng nào."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
