// SPDX-License-Identifier: MIT
// assign list: who is in charge of what on a day, empty places too.
#include "cli/assign_parts.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"

#include "base/tr.h"
#include "core/charge.h"

typedef struct {
	const char *on;
	bool json, csv;
} Values;

static const Option options[] = {
	{ .name = "on",
		.type = OPTION_LINE,
		.offset = offsetof(Values, on),
		.value = N_("NGÀY"),
		.help = N_("vào ngày này; không ghi là hôm nay") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ .name = "csv",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, csv),
		.help = N_("in CSV, mở được bằng bảng tính") },
	{ 0 },
};

const char *assign_days(const Assignment *assignment, Arena *arena)
{
	if (!*assignment->from)
		return "";
	const char *from = day_shown(assignment->from, arena);
	if (!*assignment->to)
		return arena_printf(arena, tr("từ %s"), from);
	return arena_printf(arena, tr("từ %s đến %s"), from, day_shown(assignment->to, arena));
}

static const char *role_of(const Charge *charge)
{
	if (charge->assignment.member_id)
		return tr("giúp việc");
	return charge->assignment.stand_in ? tr("giao thay") : tr("phụ trách");
}

static json_t *json_of_charge(const Charge *charge)
{
	const Assignment *assignment = &charge->assignment;
	return json_pack("{s:o, s:o, s:o, s:o, s:b, s:o, s:o, s:o}", "place", json_of_known(charge->code),
		"title", json_of_text(charge->title), "person", json_of_known(assignment->name), "post",
		json_of_known(assignment->post), "stand_in", (int)assignment->stand_in, "from",
		json_of_known(assignment->from), "to", json_of_known(assignment->to), "document",
		json_of_known(assignment->document));
}

static void print_json(Cli *cli, const Vec *charges)
{
	json_t *array = json_array();
	for (size_t i = 0; i < charges->len; i++)
		json_array_append_new(array, json_of_charge(vec_at(charges, i)));
	json_print(array, &cli->out);
}

static const TableColumn columns[] = {
	{ N_("Nơi"), ALIGN_LEFT },
	{ N_("Việc"), ALIGN_LEFT },
	{ N_("Đồng chí"), ALIGN_LEFT },
	{ N_("Chức vụ"), ALIGN_LEFT },
	{ N_("Thời gian"), ALIGN_LEFT },
	{ N_("Văn bản"), ALIGN_LEFT },
};

static Table table_of(Cli *cli, const Vec *charges)
{
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < charges->len; i++) {
		const Charge *charge = vec_at(charges, i);
		const Assignment *assignment = &charge->assignment;
		bool nobody = !assignment->id;
		table_add(&table, (const char *[]){ charge->title, nobody ? "" : role_of(charge),
					  nobody ? tr("! chưa phân công") : assignment->name,
					  assignment->post, assign_days(assignment, &cli->arena),
					  assignment->document });
	}
	return table;
}

static void print_total(Cli *cli, const Vec *charges)
{
	size_t empty = 0;
	for (size_t i = 0; i < charges->len; i++)
		empty += !((const Charge *)vec_at(charges, i))->assignment.id;
	buf_addf(&cli->out, tr("%zu nơi chưa có ai phụ trách.\n"), empty);
}

static void print(Cli *cli, const Values *given, const Vec *charges)
{
	if (given->json) {
		print_json(cli, charges);
		return;
	}
	Table table = table_of(cli, charges);
	if (given->csv) {
		table_csv(&table, &cli->out);
		return;
	}
	table_print(&table, "", &cli->out);
	print_total(cli, charges);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	const char *on;
	Vec charges;
	if (given->json && given->csv)
		return err_set(err, ERR_INVALID, "%s", tr("Ghi một trong hai, --json hoặc --csv."));
	if (!cli_open(cli, DB_OPEN, err) || !cli_date(cli, "on", given->on, &on, err) ||
		!core_read_begin(cli->core, err))
		return false;
	vec_init(&charges, sizeof(Charge));
	bool ok = charge_list(cli->core, on, &cli->arena, &charges, err);
	core_read_end(cli->core);
	if (ok)
		print(cli, given, &charges);
	vec_release(&charges);
	return ok;
}

const Command assign_list_command = {
	.name = "assign list",
	.summary = N_("Ai phụ trách vùng nào, địa phương nào, ai giúp việc ai, vào một ngày"),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
