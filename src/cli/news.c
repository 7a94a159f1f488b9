// SPDX-License-Identifier: MIT
// news: what has happened since the last visit, or since a day.
#include "core/news.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/visit.h"

typedef struct {
	const char *since;
	bool json;
} Values;

static const Option options[] = {
	{ .name = "since",
		.type = OPTION_LINE,
		.offset = offsetof(Values, since),
		.value = N_("NGÀY"),
		.help = N_("từ ngày này; không ghi thì từ lần vào trước của mình") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static bool read_since(Cli *cli, const char *typed, int64_t *out, Err *err)
{
	const char *iso;
	Date day;
	Visit visit;
	if (!cli_past_date(cli, "since", typed, &iso, err) ||
		!visit_of(cli->core, core_actor(cli->core)->id, &cli->arena, &visit, err))
		return false;
	*out = date_parse(iso, &day) ? core_first_instant(cli->core, day) : visit.last_at;
	return true;
}

static void print_table(Cli *cli, const Vec *lines)
{
	static const TableColumn columns[] = {
		{ N_("Nơi"), ALIGN_LEFT },
		{ N_("Việc"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 3);
	for (size_t i = 0; i < lines->len; i++) {
		const NewsLine *line = vec_at(lines, i);
		table_add(&table, (const char *[]){ line->place, line->text, line->tail });
	}
	if (lines->len)
		buf_addf(&cli->out, "%s\n", news_sum(lines, &cli->arena));
	else
		buf_adds(&cli->out, tr("Chưa có gì mới.\n"));
	if (lines->len)
		table_print(&table, "", &cli->out);
	else
		vec_release(&table.cells);
}

static void print_json(Cli *cli, const Vec *lines)
{
	json_t *array = json_array();
	for (size_t i = 0; i < lines->len; i++) {
		const NewsLine *line = vec_at(lines, i);
		json_array_append_new(array, json_pack("{s:s, s:o, s:o, s:o, s:o}", "kind",
			news_kind_code(line->kind), "day", json_of_known(line->day), "place",
			json_of_text(line->place), "text", json_of_text(line->text), "state",
			json_of_text(line->tail)));
	}
	json_print(array, &cli->out);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	int64_t since;
	Vec lines;
	vec_init(&lines, sizeof(NewsLine));
	bool ok = cli_open(cli, DB_OPEN, err) && read_since(cli, given->since, &since, err) &&
		  news_list(cli->core, since, &cli->arena, &lines, err);
	if (ok)
		(given->json ? print_json : print_table)(cli, &lines);
	vec_release(&lines);
	return ok;
}

const Command news_command = {
	.name = "news",
	.summary = N_("Điều mới từ lần vào trước, hay từ một ngày"),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
