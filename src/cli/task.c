// SPDX-License-Identifier: MIT
// task list: tasks and how far they are, for people one line a place, for programs one object a
// task.
#include "core/task.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/leaf_table.h"
#include "cli/rollup.h"
#include "cli/task_filter.h"
#include "core/leaf_group.h"

// --- for people ------------------------------------------------------------------------------

static void print_list(Cli *cli, const Vec *leaves)
{
	size_t tasks = 0;
	leaf_table_print(cli, leaves->items, leaves->len);
	for (size_t i = 0; i < leaves->len; tasks++)
		i += rollup_at(leaves, i).n;
	buf_addf(&cli->out, tr("%zu nhiệm vụ, %zu việc tại các nơi.\n"), tasks, leaves->len);
}

// "Tây Sông Hậu: 24 việc, hoàn thành 15/24 (đúng hạn 14, trễ hạn 1), chưa xong 9 (quá hạn 2, …)".
static void print_group(Cli *cli, const LeafGroup *group, const Leaf *leaves)
{
	const Figures *figures = &group->figures;
	buf_addf(&cli->out, tr("%s: %zu việc"), group->title, group->n);
	if (figures->all)
		buf_addf(&cli->out,
			tr("; có thời hạn: xong đúng hạn %d, xong trễ hạn %d, chưa xong còn hạn %d, quá hạn "
			   "%d, kết thúc %d, bình quân %d %%"),
			figures->done_in_time, figures->done_late, figures->open_in_time, figures->late,
			figures->ended, figures_percent(figures));
	buf_adds(&cli->out, "\n");
	leaf_table_print(cli, leaves + group->first, group->n);
	buf_adds(&cli->out, "\n");
}

static bool print_groups(Cli *cli, const TaskFilter *given, Vec *leaves, Err *err)
{
	Vec groups;
	GroupKind kind;
	if (!group_parse(given->group, &kind))
		return err_set(err, ERR_INVALID, "--group: %s", given->group);
	vec_init(&groups, sizeof(LeafGroup));
	bool ok = leaf_group(cli->core, leaves, kind, &cli->arena, &groups, err);
	for (size_t i = 0; ok && i < groups.len; i++)
		print_group(cli, vec_at(&groups, i), leaves->items);
	if (ok)
		buf_addf(&cli->out, tr("%zu việc, %zu nhóm.\n"), leaves->len, groups.len);
	vec_release(&groups);
	return ok;
}

// --- for programs ----------------------------------------------------------------------------

static json_t *json_of_state(State state)
{
	return json_of_known(state_code(state));
}

static json_t *json_of_leaf(const Leaf *leaf)
{
	return json_pack("{s:o, s:o, s:i, s:o, s:b, s:b, s:o}", "place", json_of_text(leaf->place_code),
		"state", json_of_state(leaf->state), "percent", leaf->percent, "due",
		json_of_known(leaf->due), "late", (int)leaf->late, "ended", (int)leaf->ended, "as_of",
		json_of_known(leaf->as_of));
}

static json_t *json_of_leaves(const Rollup *rollup)
{
	json_t *array = json_array();
	for (size_t i = 0; i < rollup->n; i++)
		json_array_append_new(array, json_of_leaf(&rollup->leaves[i]));
	return array;
}

// All the places that a task is given to, whichever of them were asked for.
static bool json_of_places(Cli *cli, int64_t task_id, json_t **out, Err *err)
{
	Vec leaves;
	LeafFilter filter = { .task_id = task_id };
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(cli->core, &filter, &cli->arena, &leaves, err);
	*out = json_array();
	for (size_t i = 0; i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		json_array_append_new(*out, json_of_text(leaf->place_code));
	}
	vec_release(&leaves);
	return ok;
}

static bool add_task(Cli *cli, const Rollup *rollup, json_t *array, Err *err)
{
	Task task;
	json_t *places;
	if (!task_get(cli->core, rollup->leaves->task_id, &cli->arena, &task, err) ||
		!json_of_places(cli, task.id, &places, err))
		return false;
	json_t *deadline = json_pack("{s:o, s:o, s:o}", "kind", json_of_text(task.deadline_kind),
		"words", json_of_text(task.deadline_words), "due", json_of_known(task.due));
	json_t *object =
		json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i, s:o, s:o, s:o, s:b, s:o}",
			"code", json_of_text(task.code), "title", json_of_text(task.title), "quote",
			json_of_text(task.quote), "lead", json_of_texts(task.leads, task.leads_n),
			"cooperating", json_of_texts(task.cooperating, task.cooperating_n),
			"deadline", deadline, "places", places, "percent", rollup->percent, "state",
			json_of_state(rollup->state), "origin", json_of_text(task.origin),
			"origin_words", json_of_text(task.origin_words), "late", (int)rollup->late,
			"leaves", json_of_leaves(rollup));
	json_array_append_new(array, object);
	return true;
}

static bool print_json(Cli *cli, const Vec *leaves, Err *err)
{
	json_t *array = json_array();
	for (size_t i = 0; i < leaves->len;) {
		Rollup rollup = rollup_at(leaves, i);
		if (!add_task(cli, &rollup, array, err)) {
			json_decref(array);
			return false;
		}
		i += rollup.n;
	}
	json_print(array, &cli->out);
	return true;
}

static bool list(Cli *cli, const TaskFilter *given, Vec *leaves, Err *err)
{
	LeafFilter filter;
	if (!task_filter_make(cli, given, &filter, err) ||
		!leaf_list(cli->core, &filter, &cli->arena, leaves, err))
		return false;
	if (given->json)
		return print_json(cli, leaves, err);
	if (*given->group)
		return print_groups(cli, given, leaves, err);
	print_list(cli, leaves);
	return true;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	Vec leaves;
	if (!cli_open(cli, DB_OPEN, err) || !core_read_begin(cli->core, err))
		return false;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = list(cli, values, &leaves, err);
	vec_release(&leaves);
	core_read_end(cli->core);
	return ok;
}

const Command task_list_command = {
	.name = "task list",
	.summary = N_("Liệt kê nhiệm vụ và tiến độ ở từng nơi"),
	.help = N_("Danh sách của một vùng hay địa phương có cả các việc chung toàn tỉnh."),
	.arguments = no_options,
	.options = task_filter_options,
	.values_size = sizeof(TaskFilter),
	.run = run,
};
