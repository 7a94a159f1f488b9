// SPDX-License-Identifier: MIT
// task show: one task, how it stands at each place, and every report of it in time.
#include "core/task.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/leaf_table.h"
#include "cli/prose.h"
#include "cli/table.h"

typedef struct {
	const char *code;
	bool json;
} Values;

static const Option arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã nhiệm vụ, như 2.3b, hoặc đủ cả số văn bản: 259-CV/TU/2.3b") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static const char *joined(Cli *cli, const char *const *names, size_t n)
{
	const char *all = "";
	for (size_t i = 0; i < n; i++)
		all = arena_printf(&cli->arena, "%s%s%s", all, i ? "; " : "", names[i]);
	return all;
}

static void print_task(Cli *cli, const Task *task)
{
	Buf *out = &cli->out;
	buf_addf(out, "%s %s\n", task->code, task->title);
	prose_field(tr("Nguồn"),
		*task->directive_number ? arena_printf(&cli->arena, tr("%s, điểm %s"),
						  task->directive_number, task->clause_code) :
					  task->origin_words,
		out);
	prose_field(tr("Chủ trì"), joined(cli, task->leads, task->leads_n), out);
	prose_field(tr("Phối hợp"), joined(cli, task->cooperating, task->cooperating_n), out);
	prose_field(tr("Cần đạt"), task->target_words, out);
	prose_field(tr("Hạn"), deadline_shown(task->deadline_words, task->due, &cli->arena), out);
	if (*task->quote)
		buf_adds(out, "\n");
	prose_print(task->quote, "  ", out);
}

static const char *how_far(Cli *cli, const TaskUpdate *update)
{
	const Progress *progress = &update->progress;
	return arena_printf(&cli->arena, "%s %d%%%s%s", state_name(progress->state), progress->percent,
		progress->withdrawn ? tr(", đã rút") : "",
		update->aside ? tr(", nơi đã gom") : "");
}

static void print_updates(Cli *cli, const Vec *updates)
{
	static const TableColumn columns[] = {
		{ N_("Số liệu đến"), ALIGN_LEFT },
		{ N_("Nơi"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ N_("Theo văn bản"), ALIGN_LEFT },
		{ N_("Người ghi"), ALIGN_LEFT },
		{ N_("Ghi chú"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < updates->len; i++) {
		const TaskUpdate *update = vec_at(updates, i);
		table_add(&table,
			(const char *[]){ day_shown(update->progress.as_of, &cli->arena),
				update->place_title, how_far(cli, update), update->progress.document,
				update->progress.person, update->progress.note });
	}
	table_print(&table, "", &cli->out);
}

static json_t *json_of_leaf(const Leaf *leaf)
{
	return json_pack("{s:o, s:o, s:o, s:i, s:o, s:b, s:b, s:i, s:o}", "place",
		json_of_text(leaf->place_code), "lead", json_of_text(leaf->lead), "state",
		json_of_known(state_code(leaf->state)), "percent", leaf->percent, "due",
		json_of_known(leaf->due), "late", (int)leaf->late, "ended", (int)leaf->ended,
		"extensions", leaf->extensions, "as_of", json_of_known(leaf->as_of));
}

static json_t *json_of_update(const TaskUpdate *update)
{
	const Progress *progress = &update->progress;
	return json_pack("{s:s, s:o, s:o, s:i, s:o, s:o, s:o, s:b, s:b}", "as_of", progress->as_of,
		"place", json_of_text(update->place_title), "state",
		json_of_known(state_code(progress->state)), "percent", progress->percent, "note",
		json_of_text(progress->note), "document", json_of_text(progress->document), "person",
		json_of_text(progress->person), "withdrawn", (int)progress->withdrawn, "aside",
		(int)update->aside);
}

static void print_json(Cli *cli, const Task *task, const Vec *leaves, const Vec *updates)
{
	json_t *places = json_array(), *reports = json_array();
	for (size_t i = 0; i < leaves->len; i++)
		json_array_append_new(places, json_of_leaf(vec_at(leaves, i)));
	for (size_t i = 0; i < updates->len; i++)
		json_array_append_new(reports, json_of_update(vec_at(updates, i)));
	json_print(json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "code",
			   json_of_text(task->code), "title", json_of_text(task->title), "quote",
			   json_of_text(task->quote), "lead", json_of_texts(task->leads, task->leads_n),
			   "cooperating", json_of_texts(task->cooperating, task->cooperating_n),
			   "origin", json_of_text(task->origin), "places", places, "reports", reports),
		&cli->out);
}

static void print_all(Cli *cli, const Task *task, const Vec *leaves, const Vec *updates)
{
	print_task(cli, task);
	buf_adds(&cli->out, "\n");
	leaf_table_print(cli, leaves->items, leaves->len);
	buf_adds(&cli->out, "\n");
	if (updates->len)
		print_updates(cli, updates);
	else
		buf_adds(&cli->out, tr("Chưa nơi nào báo cáo.\n"));
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Task task;
	Vec leaves, updates;
	LeafFilter filter = { 0 };
	if (!cli_open(cli, DB_OPEN, err) ||
		!task_find(cli->core, given->code, &cli->arena, &task, err))
		return false;
	filter.task_id = task.id;
	vec_init(&leaves, sizeof(Leaf));
	vec_init(&updates, sizeof(TaskUpdate));
	bool ok = leaf_list(cli->core, &filter, &cli->arena, &leaves, err) &&
		  progress_list_of_task(cli->core, task.id, &cli->arena, &updates, err);
	if (ok)
		(given->json ? print_json : print_all)(cli, &task, &leaves, &updates);
	vec_release(&leaves);
	vec_release(&updates);
	return ok;
}

const Command task_show_command = {
	.name = "task show",
	.summary = N_("In một nhiệm vụ: nguồn, cơ quan, từng nơi, mọi lần báo cáo"),
	.help = N_("Báo cáo mới nhất trước; dòng đã rút và nơi đã gom có ghi rõ."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
