// SPDX-License-Identifier: MIT
// round import: what districts and bodies have sent in a round, from a spreadsheet's file.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/round_parts.h"
#include "cli/sheet_import.h"
#include "core/task.h"

typedef struct {
	const char *code, *file;
	bool dry_run;
} Values;

static const Option arguments[] = {
	ROUND_ARGUMENT(Values),
	IMPORT_FILE(Values),
	{ 0 },
};

static const Option options[] = {
	IMPORT_DRY_RUN(Values),
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
	ReportSeries series;
	int round;
	Vec reporters; // of Reporter
} OfRound;

static bool find_reporter(SheetImport *import, const char *typed, ReportInput *out, Err *err)
{
	const char *title;
	const OfRound *of = import->own;
	if (!reporter_find(import->cli->core, typed, &import->cli->arena, &out->who, &title, err))
		return false;
	for (size_t i = 0; i < of->reporters.len; i++) {
		const Reporter *reporter = vec_at(&of->reporters, i);
		if (reporter->who.district_id == out->who.district_id &&
			reporter->who.body_id == out->who.body_id) {
			out->report = reporter->report;
			return true;
		}
	}
	return err_set(err, ERR_NOT_FOUND, tr("kỳ này không yêu cầu %s báo cáo"), title);
}

static bool is_given_twice(const SheetImport *import, const ReportInput *input, Err *err)
{
	for (size_t i = 0; i < import->items.len; i++) {
		const ReportInput *before = vec_at(&import->items, i);
		if (before->who.district_id == input->who.district_id &&
			before->who.body_id == input->who.body_id)
			return !err_set(err, ERR_INVALID, tr("nơi này đã có ở dòng %d"),
				*(const int *)vec_at(&import->lines, i));
	}
	return false;
}

static bool read_day(SheetImport *import, const char *typed, const char **out, Err *err)
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
static bool read_report(SheetImport *import, size_t row, Report *out, Err *err)
{
	const char *state = import_cell(import, row, STATE);
	const char *document = import_cell(import, row, DOCUMENT);
	const char *note = import_cell(import, row, NOTE);
	if (out->state == REPORT_NONE)
		out->state = REPORT_SENT;
	if (*document)
		out->document = document;
	if (*note)
		out->note = note;
	return (!*state || report_state_read(state, &out->state, err)) &&
	       read_day(import, import_cell(import, row, RECEIVED), &out->received, err) &&
	       read_day(import, import_cell(import, row, DATED), &out->dated, err) &&
	       report_check(import->cli->core, out, err);
}

static bool read_row(SheetImport *import, size_t row, void *item, Err *err)
{
	ReportInput *input = item;
	return find_reporter(import, import_cell(import, row, WHO), input, err) &&
	       read_report(import, row, &input->report, err) && !is_given_twice(import, input, err);
}

static bool begin(SheetImport *import, Err *err)
{
	Round round;
	OfRound *of = import->own;
	const Values *given = import->given;
	Arena *arena = &import->cli->arena;
	return report_round_find(import->cli->core, given->code, arena, &of->series, &of->round, err) &&
	       round_get(import->cli->core, of->series.id, of->round, arena, &round, &of->reporters,
		       err);
}

static bool store(SheetImport *import, size_t *failed, Err *err)
{
	const OfRound *of = import->own;
	return report_save_many(import->cli->core, of->series.id, of->round, import->items.items,
		import->items.len, failed, err);
}

static const SheetImportSpec spec = {
	.table = &table,
	.item_size = sizeof(ReportInput),
	.begin = begin,
	.read = read_row,
	.store = store,
	.checked = N_("Đúng cả: sẽ ghi báo cáo của %zu nơi. Chưa ghi gì.\n"),
	.done = N_("Đã ghi báo cáo của %zu nơi.\n"),
};

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	OfRound of = { .round = 0 };
	SheetImport import = { .given = given, .own = &of, .file = given->file };
	vec_init(&of.reporters, sizeof(Reporter));
	bool ok = sheet_import(
		cli, &spec, &import, given->dry_run ? IMPORT_CHECK : IMPORT_STORE, err);
	vec_release(&of.reporters);
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
