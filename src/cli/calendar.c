// SPDX-License-Identifier: MIT
// calendar: what a month holds.
#include "core/calendar.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"

typedef struct {
	const char *from, *to;
	bool json;
} Values;

static const Option options[] = {
	{ .name = "from",
		.type = OPTION_LINE,
		.offset = offsetof(Values, from),
		.value = N_("NGÀY"),
		.help = N_("từ ngày này; không ghi thì đầu tháng") },
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(Values, to),
		.value = N_("NGÀY"),
		.help = N_("đến ngày này; không ghi thì cuối tháng của ngày đầu") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static bool read_days(Cli *cli, const Values *given, Date *from, Date *to, Err *err)
{
	const char *first, *last;
	if (!cli_date(cli, "from", given->from, &first, err) ||
		!cli_date(cli, "to", given->to, &last, err))
		return false;
	*from = core_day(cli->core);
	if (!date_parse(first, from))
		from->day = 1;
	if (!date_parse(last, to))
		*to = (Date){ from->year, from->month, date_month_days(from->year, from->month) };
	if (date_compare(*from, *to) <= 0)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("--to: ngày cuối trước ngày đầu."));
	return err_field(err, "to");
}

static void print_table(Cli *cli, const Vec *lines)
{
	static const TableColumn columns[] = {
		{ N_("Ngày"), ALIGN_LEFT },
		{ N_("Loại"), ALIGN_LEFT },
		{ N_("Nội dung"), ALIGN_LEFT },
		{ N_("Nơi"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 5);
	for (size_t i = 0; i < lines->len; i++) {
		const CalendarLine *line = vec_at(lines, i);
		table_add(&table, (const char *[]){ day_shown(line->day, &cli->arena),
			calendar_kind_name(line->kind), line->text, line->place,
			line->late ? arena_printf(&cli->arena, tr("! quá hạn, %s"), line->state) :
				     line->state });
	}
	table_print(&table, "", &cli->out);
}

static void print_json(Cli *cli, const Vec *lines)
{
	json_t *array = json_array();
	for (size_t i = 0; i < lines->len; i++) {
		const CalendarLine *line = vec_at(lines, i);
		json_array_append_new(array, json_pack("{s:s, s:s, s:o, s:o, s:o, s:b}", "day", line->day,
			"kind", calendar_kind_code(line->kind), "text", json_of_text(line->text), "place",
			json_of_known(line->place), "state", json_of_known(line->state), "late",
			(int)line->late));
	}
	json_print(array, &cli->out);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Date from, to;
	Vec lines;
	vec_init(&lines, sizeof(CalendarLine));
	bool ok = cli_open(cli, DB_OPEN, err) && read_days(cli, given, &from, &to, err) &&
		  calendar_between(cli->core, from, to, &cli->arena, &lines, err);
	if (ok && given->json)
		print_json(cli, &lines);
	else if (ok && lines.len)
		print_table(cli, &lines);
	else if (ok)
		buf_adds(&cli->out, tr("Không có việc nào.\n"));
	vec_release(&lines);
	return ok;
}

const Command calendar_command = {
	.name = "calendar",
	.summary = N_("Lịch: buổi làm việc, hạn nhiệm vụ, sơ kết theo ngày"),
	.help = N_("Không ghi ngày thì là tháng này."),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
