// SPDX-License-Identifier: MIT
// task list: tasks and how far they are, for people one line a place, for programs one object a
// task.
#include "core/task.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/rollup.h"
#include "cli/table.h"
#include "core/directive.h"
#include "core/org.h"

typedef struct {
	const char *region, *district, *directive;
	bool overdue, json;
} Values;

static const Option options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(Values, region),
		.value = N_("MÃ"),
		.help = N_("của vùng này và các địa phương trong vùng") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(Values, district),
		.value = N_("MÃ"),
		.help = N_("của địa phương này") },
	{ .name = "directive",
		.type = OPTION_LINE,
		.offset = offsetof(Values, directive),
		.value = N_("SỐ"),
		.help = N_("của văn bản này") },
	{ .name = "overdue",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, overdue),
		.help = N_("chỉ những nơi quá hạn mà chưa xong") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON, mỗi nhiệm vụ một đối tượng") },
	{ 0 },
};

// Both may be given, as by a script that goes through a region's districts.
static bool check_lies_in(Cli *cli, const Region *region, const District *district, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(cli->core, region->id, &cli->arena, &districts, err);
	bool found = false;
	for (size_t i = 0; i < districts.len; i++)
		found = found || ((const District *)vec_at(&districts, i))->id == district->id;
	vec_release(&districts);
	if (ok && !found) {
		err_set(err, ERR_INVALID, tr("%s không thuộc %s."), district->title, region->title);
		err_hint(err, "%s", tr("Ghi một trong hai, --region hoặc --district."));
		err_field(err, "district");
	}
	return ok && found;
}

static bool find_places(Cli *cli, const Values *given, Region *region, District *district, Err *err)
{
	Arena *arena = &cli->arena;
	if (*given->region && !region_by_code(cli->core, given->region, arena, region, err))
		return false;
	if (*given->district && !district_by_code(cli->core, given->district, arena, district, err))
		return false;
	return !region->id || !district->id || check_lies_in(cli, region, district, err);
}

static bool make_filter(Cli *cli, const Values *given, LeafFilter *out, Err *err)
{
	Region region = { .id = 0 };
	District district = { .id = 0 };
	Directive directive = { .id = 0 };
	if (!find_places(cli, given, &region, &district, err))
		return false;
	if (*given->directive &&
		!directive_find(cli->core, given->directive, &cli->arena, &directive, err))
		return false;
	*out = (LeafFilter){
		.region_id = region.id,
		.district_id = district.id,
		.directive_id = directive.id,
		.pick = given->overdue ? LEAF_LATE : LEAF_ANY,
	};
	return true;
}

// --- for people ------------------------------------------------------------------------------

static const char *due_words(const Leaf *leaf, Arena *arena)
{
	Date due;
	char shown[11];
	if (!date_parse(leaf->due, &due))
		return deadline_kind_name(leaf->deadline_kind);
	date_show(due, shown);
	if (leaf->late)
		return arena_printf(arena, tr("%s, quá %d ngày"), shown, leaf->days_late);
	return arena_strdup(arena, shown);
}

static void print_leaves(Cli *cli, const Vec *leaves)
{
	static const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ N_("Nơi"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ "%", ALIGN_RIGHT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Nhiệm vụ"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < leaves->len; i++) {
		const Leaf *leaf = vec_at(leaves, i);
		const char *percent = leaf->state == STATE_SILENT
					      ? ""
					      : arena_printf(&cli->arena, "%d", leaf->percent);
		table_add(&table,
			(const char *[]){ leaf->code, leaf->place_title, state_name(leaf->state),
				percent, due_words(leaf, &cli->arena), leaf->title });
	}
	if (leaves->len > 0)
		table_print(&table, "", &cli->out);
	else
		vec_release(&table.cells);
}

static void print_list(Cli *cli, const Vec *leaves)
{
	size_t tasks = 0;
	print_leaves(cli, leaves);
	for (size_t i = 0; i < leaves->len; tasks++)
		i += rollup_at(leaves, i).n;
	buf_addf(&cli->out, tr("%zu nhiệm vụ, %zu việc tại các nơi.\n"), tasks, leaves->len);
}

// --- for programs ----------------------------------------------------------------------------

static json_t *json_of_state(State state)
{
	return json_of_known(state_code(state));
}

static json_t *json_of_leaf(const Leaf *leaf)
{
	return json_pack("{s:o, s:o, s:i, s:o, s:b, s:o}", "place", json_of_text(leaf->place_code),
		"state", json_of_state(leaf->state), "percent", leaf->percent, "due",
		json_of_known(leaf->due), "late", (int)leaf->late, "as_of",
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

static bool list(Cli *cli, const Values *given, Vec *leaves, Err *err)
{
	LeafFilter filter;
	if (!make_filter(cli, given, &filter, err) ||
		!leaf_list(cli->core, &filter, &cli->arena, leaves, err))
		return false;
	if (given->json)
		return print_json(cli, leaves, err);
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
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
