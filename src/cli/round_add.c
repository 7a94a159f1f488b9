// SPDX-License-Identifier: MIT
// round add, round edit: a series of reports, its rhythm, whom it asks.
#include "cli/command.h"

#include "base/buf.h"
#include "base/tr.h"
#include "cli/prose.h"
#include "core/directive.h"
#include "core/report.h"

#include <string.h>

typedef struct {
	const char *code, *name, *rhythm, *first, *last, *directive, *districts, *bodies;
} Values;

static const char *const rhythms[] = { "week", "two-weeks", "month", "quarter", "half-year", "once",
	NULL };

static const Option arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã của báo cáo định kỳ, ví dụ bc-259; kỳ thứ ba là bc-259.3") },
	{ 0 },
};

#define SERIES_OPTIONS(need_)                                                                      \
	{ .name = "name", .type = OPTION_LINE, .need = need_, .offset = offsetof(Values, name),    \
		.value = N_("TÊN"), .help = N_("tên báo cáo") },                                   \
	{ .name = "rhythm", .type = OPTION_WORD, .need = need_,                                    \
		.offset = offsetof(Values, rhythm), .words = rhythms, .value = N_("NHỊP"),         \
		.help = N_("một trong") },                                                         \
	{ .name = "first", .type = OPTION_LINE, .need = need_, .offset = offsetof(Values, first),  \
		.value = N_("NGÀY"),                                                               \
		.help = N_("hạn của kỳ đầu; các kỳ sau cùng ngày ấy, tháng thiếu thì cuối tháng") }, \
	{ .name = "last", .type = OPTION_LINE, .offset = offsetof(Values, last),                   \
		.value = N_("NGÀY"), .help = N_("không có kỳ nào sau ngày này") },                 \
	{ .name = "directive", .type = OPTION_LINE, .offset = offsetof(Values, directive),         \
		.value = N_("SỐ"), .help = N_("theo văn bản chỉ đạo này") },                       \
	{ .name = "districts", .type = OPTION_LINE, .offset = offsetof(Values, districts),         \
		.value = N_("NƠI"),                                                                \
		.help = N_("all là mọi địa phương, hoặc các mã cách nhau bằng dấu phẩy") },        \
	{ .name = "bodies", .type = OPTION_LINE, .offset = offsetof(Values, bodies),               \
		.value = N_("CƠ-QUAN"), .help = N_("mã hoặc tên các cơ quan, cách nhau bằng dấu phẩy") }

static const Option add_options[] = { SERIES_OPTIONS(OPTION_REQUIRED), { 0 } };
static const Option edit_options[] = { SERIES_OPTIONS(OPTION_OPTIONAL), { 0 } };

// What is given replaces what was there.
static bool read_series(Cli *cli, const Values *given, ReportSeries *series, Err *err)
{
	Directive directive = { .id = series->directive_id };
	const char *first, *last;
	if ((*given->directive &&
		    !directive_find(cli->core, given->directive, &cli->arena, &directive, err)) ||
		!cli_date(cli, "first", given->first, &first, err) ||
		!cli_date(cli, "last", given->last, &last, err))
		return false;
	if (*given->rhythm && !rhythm_parse(given->rhythm, &series->rhythm))
		return err_set(err, ERR_INVALID, tr("--rhythm: “%s” không dùng được."), given->rhythm);
	series->directive_id = directive.id;
	series->name = *given->name ? given->name : series->name;
	series->first_due = *first ? first : series->first_due;
	series->last_due = *last ? last : series->last_due;
	return true;
}

static void tell(Cli *cli, const ReportSeries *series, const char *done)
{
	int round = report_round_on(series, core_today(cli->core));
	char due[11];
	date_show(report_due(series, round), due);
	buf_addf(&cli->out, tr("%s %s, %s. Kỳ hiện nay: %s.%d, hạn %s.\n"), done, series->code,
		rhythm_name(series->rhythm), series->code, round, due);
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	ReportAsked asked;
	ReportSeries series = { .code = given->code, .name = "", .first_due = "", .last_due = "" };
	if (!cli_open(cli, DB_OPEN, err) || !read_series(cli, given, &series, err) ||
		!report_asked_read(cli->core, given->districts, given->bodies, &cli->arena, &asked, err) ||
		!report_series_add(cli->core, &series, &asked, err))
		return false;
	tell(cli, &series, tr("Đã thêm"));
	return true;
}

const Command round_add_command = {
	.name = "round add",
	.summary = N_("Thêm một báo cáo định kỳ; các kỳ tự có theo nhịp"),
	.arguments = arguments,
	.options = add_options,
	.values_size = sizeof(Values),
	.run = run_add,
};

// Giving either list replaces that list only.
static bool merge_asked(Cli *cli, const Values *given, int64_t series_id, ReportAsked *out, Err *err)
{
	ReportAsked old, new;
	Arena *arena = &cli->arena;
	if (!report_asked_get(cli->core, series_id, arena, &old, err) ||
		!report_asked_read(cli->core, given->districts, given->bodies, arena, &new, err))
		return false;
	ReporterId *all = arena_array(arena, old.reporters_n + new.reporters_n, sizeof(*all));
	*out = (ReportAsked){ .reporters = all,
		.all_districts = *given->districts ? new.all_districts : old.all_districts };
	for (size_t i = 0; i < old.reporters_n; i++) {
		bool district = old.reporters[i].district_id != 0;
		if (!*(district ? given->districts : given->bodies))
			all[out->reporters_n++] = old.reporters[i];
	}
	for (size_t i = 0; i < new.reporters_n; i++)
		all[out->reporters_n++] = new.reporters[i];
	return true;
}

static bool run_edit(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	ReportSeries series;
	ReportAsked asked;
	if (!cli_open(cli, DB_OPEN, err) ||
		!report_series_find(cli->core, given->code, &cli->arena, &series, err) ||
		!read_series(cli, given, &series, err) ||
		!merge_asked(cli, given, series.id, &asked, err) ||
		!report_series_save(cli->core, &series, &asked, err))
		return false;
	tell(cli, &series, tr("Đã sửa"));
	return true;
}

const Command round_edit_command = {
	.name = "round edit",
	.summary = N_("Sửa một báo cáo định kỳ; kỳ đã qua giữ nguyên"),
	.help = N_("Chỉ những gì được ghi mới đổi. Đã có báo cáo thì nhịp và hạn kỳ đầu không đổi được."),
	.arguments = arguments,
	.options = edit_options,
	.values_size = sizeof(Values),
	.run = run_edit,
};
