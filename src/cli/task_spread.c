// SPDX-License-Identifier: MIT
// task spread, task gather: a task told by each of many places, or by the province again.
#include "cli/prose.h"
#include "cli/table.h"
#include "cli/task_pick.h"

#include "base/tr.h"
#include "core/spread.h"

typedef struct {
	const char *codes, *to, *due;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("MÃ,…"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, codes),
		.help = N_("mã các nhiệm vụ, cách nhau bằng dấu phẩy: 2.3b,1.1a") },
	{ 0 },
};

#define DRY_RUN                                                                                    \
	{                                                                                          \
		.name = "dry-run", .type = OPTION_FLAG, .offset = offsetof(Values, dry_run),       \
		.help = N_("chỉ nói sẽ thay đổi gì, không ghi")                                    \
	}

static const Option spread_options[] = {
	{ .name = "to",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, to),
		.value = N_("NƠI,…"),
		.help = N_("mã các nơi; districts, regions là mọi địa phương, mọi vùng") },
	{ .name = "due",
		.type = OPTION_LINE,
		.offset = offsetof(Values, due),
		.value = N_("NGÀY"),
		.help = N_("hạn riêng của các nơi; mặc định là hạn của nhiệm vụ") },
	DRY_RUN,
	{ 0 },
};

static const Option gather_options[] = { DRY_RUN, { 0 } };

static const char *const kind_words[] = {
	[SPREAD_NEW] = N_("mới"),
	[SPREAD_BACK] = N_("lấy lại, còn các báo cáo cũ"),
	[SPREAD_THERE] = N_("đã có, giữ nguyên"),
};

static void print_lines(Cli *cli, const Vec *lines)
{
	static const TableColumn columns[] = { { N_("Mã"), ALIGN_LEFT }, { N_("Nơi"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT }, { "", ALIGN_LEFT } };
	Table table = table_new(columns, 4);
	for (size_t i = 0; i < lines->len; i++) {
		const SpreadLine *line = vec_at(lines, i);
		table_add(&table,
			(const char *[]){ line->code, line->place_title,
				day_shown(line->due, &cli->arena), tr(kind_words[line->kind]) });
	}
	table_print(&table, "", &cli->out);
}

static void print_aside(Cli *cli, const Vec *aside)
{
	for (size_t i = 0; i < aside->len; i++) {
		const AsideLine *line = vec_at(aside, i);
		buf_addf(&cli->out, tr("%s, %s: cất đi cùng %d báo cáo.\n"), line->code,
			line->place_title, line->reports);
	}
}

static void tell_end(Cli *cli, const Values *given)
{
	buf_adds(&cli->out, given->dry_run ? tr("Chưa ghi gì.\n") : tr("Đã ghi; `dieuphoi undo` lấy lại.\n"));
}

static bool spread(Cli *cli, const Values *given, Vec *tasks, Vec *places, Err *err)
{
	Vec lines, aside;
	Spread wanted = { .due = "" };
	if (!pick_tasks(cli, given->codes, tasks, err) ||
		!pick_places(cli, given->to, places, err) ||
		!cli_date(cli, "due", given->due, &wanted.due, err))
		return false;
	wanted.task_ids = tasks->items;
	wanted.tasks_n = tasks->len;
	wanted.places = places->items;
	wanted.places_n = places->len;
	vec_init(&lines, sizeof(SpreadLine));
	vec_init(&aside, sizeof(AsideLine));
	bool ok = spread_plan(cli->core, &wanted, &cli->arena, &lines, &aside, err) &&
		  (given->dry_run || spread_run(cli->core, &wanted, err));
	if (ok) {
		print_lines(cli, &lines);
		print_aside(cli, &aside);
		tell_end(cli, given);
	}
	vec_release(&lines);
	vec_release(&aside);
	return ok;
}

static bool run_spread(Cli *cli, const void *values, Err *err)
{
	Vec tasks, places;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&tasks, sizeof(int64_t));
	vec_init(&places, sizeof(Place));
	bool ok = spread(cli, values, &tasks, &places, err);
	vec_release(&tasks);
	vec_release(&places);
	return ok;
}

static bool gather(Cli *cli, const Values *given, Vec *tasks, Vec *aside, Err *err)
{
	if (!pick_tasks(cli, given->codes, tasks, err) ||
		!gather_plan(cli->core, tasks->items, tasks->len, &cli->arena, aside, err) ||
		(!given->dry_run && !gather_run(cli->core, tasks->items, tasks->len, err)))
		return false;
	print_aside(cli, aside);
	tell_end(cli, given);
	return true;
}

static bool run_gather(Cli *cli, const void *values, Err *err)
{
	Vec tasks, aside;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&tasks, sizeof(int64_t));
	vec_init(&aside, sizeof(AsideLine));
	bool ok = gather(cli, values, &tasks, &aside, err);
	vec_release(&tasks);
	vec_release(&aside);
	return ok;
}

const Command task_spread_command = {
	.name = "task spread",
	.summary = N_("Trải nhiệm vụ về các nơi, mỗi nơi báo cáo riêng"),
	.help = N_("Việc ở cấp tỉnh được cất đi cùng các báo cáo của nó, không mất gì; `task gather` làm "
		   "ngược lại."),
	.arguments = arguments,
	.options = spread_options,
	.values_size = sizeof(Values),
	.run = run_spread,
};

const Command task_gather_command = {
	.name = "task gather",
	.summary = N_("Gom nhiệm vụ đã trải về cấp tỉnh"),
	.help = N_("Các nơi được cất đi cùng báo cáo; cấp tỉnh ghi một dòng bình quân của các nơi."),
	.arguments = arguments,
	.options = gather_options,
	.values_size = sizeof(Values),
	.run = run_gather,
};
