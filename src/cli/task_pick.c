// SPDX-License-Identifier: MIT
#include "cli/task_pick.h"

#include "base/tr.h"
#include "core/org.h"

#include <string.h>

const Option pick_arguments[] = {
	{ .name = N_("MÃ,…"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(PickedLeaves, codes),
		.help = N_("mã các nhiệm vụ, cách nhau bằng dấu phẩy: 2.3b,1.1a") },
	{ .name = N_("NƠI,…"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(PickedLeaves, places),
		.help = N_("mã các nơi; districts, regions là mọi địa phương, mọi vùng; all là mọi nơi có "
			   "nhiệm vụ") },
	{ 0 },
};

// The next name of a list; NULL at its end.
static const char *next_name(Cli *cli, const char **list)
{
	*list += strspn(*list, ", ");
	size_t n = strcspn(*list, ",");
	if (!n)
		return NULL;
	const char *name = arena_strndup(&cli->arena, *list, n);
	*list += n;
	return name;
}

bool pick_tasks(Cli *cli, const char *codes, Vec *out, Err *err)
{
	const char *code;
	while ((code = next_name(cli, &codes))) {
		Task task;
		if (!task_find(cli->core, code, &cli->arena, &task, err))
			return false;
		*(int64_t *)vec_push(out) = task.id;
	}
	return out->len || err_set(err, ERR_INVALID, "%s", tr("Chưa ghi nhiệm vụ nào."));
}

static bool add_districts(Cli *cli, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(District));
	bool ok = district_list(cli->core, &cli->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		*(Place *)vec_push(out) =
			(Place){ .district_id = ((const District *)vec_at(&all, i))->id };
	vec_release(&all);
	return ok;
}

static bool add_regions(Cli *cli, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(Region));
	bool ok = region_list(cli->core, &cli->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		*(Place *)vec_push(out) =
			(Place){ .region_id = ((const Region *)vec_at(&all, i))->id };
	vec_release(&all);
	return ok;
}

static bool add_named(Cli *cli, const char *code, Vec *out, Err *err)
{
	if (strcmp(code, "districts") == 0)
		return add_districts(cli, out, err);
	if (strcmp(code, "regions") == 0)
		return add_regions(cli, out, err);
	return place_find(cli->core, code, vec_push(out), err);
}

bool pick_places(Cli *cli, const char *codes, Vec *out, Err *err)
{
	const char *code;
	while ((code = next_name(cli, &codes)))
		if (!add_named(cli, code, out, err))
			return false;
	return out->len || err_set(err, ERR_INVALID, "%s", tr("Chưa ghi nơi nào."));
}

static bool add_leaves(Cli *cli, const char *code, const Vec *places, Vec *out, Err *err)
{
	Task task;
	LeafFilter filter = { .task_id = 0 };
	for (size_t i = 0; i < places->len; i++)
		if (!leaf_find(cli->core, code, *(const Place *)vec_at(places, i), &cli->arena,
			    vec_push(out), err))
			return false;
	if (places->len)
		return true;
	if (!task_find(cli->core, code, &cli->arena, &task, err))
		return false;
	filter.task_id = task.id;
	return leaf_list(cli->core, &filter, &cli->arena, out, err);
}

bool pick_leaves(Cli *cli, const char *codes, const char *places, Vec *out, Err *err)
{
	Vec picked;
	const char *code;
	vec_init(&picked, sizeof(Place));
	bool ok = strcmp(places, "all") == 0 || pick_places(cli, places, &picked, err);
	while (ok && (code = next_name(cli, &codes)))
		ok = add_leaves(cli, code, &picked, out, err);
	vec_release(&picked);
	return ok && (out->len || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có việc nào như thế.")));
}

const int64_t *picked_ids(const Vec *leaves, Arena *arena)
{
	int64_t *ids = arena_array(arena, leaves->len, sizeof(*ids));
	for (size_t i = 0; i < leaves->len; i++)
		ids[i] = ((const Leaf *)vec_at(leaves, i))->leaf_id;
	return ids;
}
