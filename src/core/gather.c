// SPDX-License-Identifier: MIT
// Gathering: a task that was spread over places is told at the province again.
#include "core/spread_parts.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/right.h"
#include "core/task_parts.h"

#include <string.h>

enum { PLACES_TOLD = 20 };

static bool is_province(const SpreadLeaf *leaf)
{
	return !leaf->place.region_id && !leaf->place.district_id;
}

static bool plan_task(Core *core, int64_t task_id, Arena *arena, Vec *aside, Err *err)
{
	Task task;
	Vec leaves;
	size_t before = aside->len;
	vec_init(&leaves, sizeof(SpreadLeaf));
	bool ok = task_get(core, task_id, arena, &task, err) &&
		  spread_leaves(core, task_id, arena, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++) {
		const SpreadLeaf *leaf = vec_at(&leaves, i);
		if (!is_province(leaf) && !leaf->aside)
			ok = spread_aside_line(core, &task, leaf, arena, aside, err);
	}
	vec_release(&leaves);
	if (!ok || aside->len > before)
		return ok;
	return err_set(err, ERR_INVALID, tr("Nhiệm vụ %s chỉ có ở cấp tỉnh, không có gì để gom."),
		task.code);
}

bool gather_plan(Core *core, const int64_t *task_ids, size_t n, Arena *arena, Vec *aside, Err *err)
{
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!plan_task(core, task_ids[i], arena, aside, err))
			return false;
	return n > 0 || err_set(err, ERR_INVALID, "%s", tr("Chọn ít nhất một nhiệm vụ."));
}

// What the places have said, told in one row at the province. ------------------------------------

typedef struct {
	size_t n, silent, done, blocked, idle;
	int percent_sum;
	const char *as_of; // the newest
	Buf places;        // "TP Phú Quốc 70%, …"
} Sum;

static void add(Sum *sum, const Leaf *leaf)
{
	sum->n++;
	sum->silent += leaf->state == STATE_SILENT;
	sum->done += leaf->state == STATE_DONE;
	sum->blocked += leaf->state == STATE_BLOCKED;
	sum->idle += leaf->state == STATE_SILENT || leaf->state == STATE_NOT_STARTED;
	sum->percent_sum += leaf->percent;
	if (strcmp(leaf->as_of, sum->as_of) > 0)
		sum->as_of = leaf->as_of;
	if (leaf->state == STATE_SILENT)
		return;
	if (sum->n - sum->silent <= PLACES_TOLD)
		buf_addf(&sum->places, "%s%s %d%%", sum->places.len ? ", " : "", leaf->place_title,
			leaf->percent);
}

static State state_of(const Sum *sum)
{
	if (sum->done == sum->n)
		return STATE_DONE;
	if (sum->idle == sum->n)
		return STATE_NOT_STARTED;
	return sum->blocked ? STATE_BLOCKED : STATE_DOING;
}

// Only what is done may say 100 %.
static int percent_of(const Sum *sum, State state)
{
	int mean = (2 * sum->percent_sum + (int)sum->n) / (2 * (int)sum->n);
	if (state == STATE_DONE)
		return 100;
	return mean > 99 ? 99 : mean;
}

static void tell(Change *change, const Sum *sum, int64_t leaf_id, const char *as_of, Arena *arena)
{
	State state = state_of(sum);
	ProgressInput input = {
		.state = state, .percent = percent_of(sum, state),
		.as_of = strcmp(as_of, sum->as_of) > 0 ? as_of : sum->as_of,
		.note = arena_printf(arena, VN_("Gom từ %zu nơi: %s."), sum->n, sum->places.bytes),
	};
	if (sum->silent < sum->n)
		progress_insert(change, leaf_id, &input, arena);
}

// The leaf at the province: new, or the one that was there before.
static int64_t province_leaf(Change *change, int64_t task_id, const SpreadLeaf *before)
{
	if (!before)
		return leaf_insert(change, task_id, (Place){ 0 }, "");
	if (before->aside)
		spread_bring_back(change, before->id, "");
	return before->id;
}

static bool gather_task(Core *core, Change *change, int64_t task_id, Arena *arena, Err *err)
{
	Vec leaves, all;
	Sum sum = { .as_of = "", .places = BUF_INIT };
	LeafFilter filter = { .task_id = task_id };
	vec_init(&leaves, sizeof(Leaf));
	vec_init(&all, sizeof(SpreadLeaf));
	bool ok = leaf_list(core, &filter, arena, &leaves, err) &&
		  spread_leaves(core, task_id, arena, &all, err);
	for (size_t i = 0; ok && i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		if (!leaf->place.region_id && !leaf->place.district_id)
			continue;
		add(&sum, leaf);
		spread_set_aside(change, leaf->leaf_id);
	}
	if (ok && sum.n) {
		const SpreadLeaf *before = spread_leaf_at(&all, (Place){ 0 });
		int64_t id = province_leaf(change, task_id, before);
		tell(change, &sum, id, before ? before->as_of : "", arena);
	}
	buf_release(&sum.places);
	vec_release(&leaves);
	vec_release(&all);
	return ok;
}

bool gather_run(Core *core, const int64_t *task_ids, size_t n, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec aside;
	vec_init(&aside, sizeof(AsideLine));
	bool ok = gather_plan(core, task_ids, n, &arena, &aside, err);
	if (ok) {
		Change *change = change_begin(core, "task-gather");
		for (size_t i = 0; ok && i < n && !change_failed(change); i++)
			ok = gather_task(core, change, task_ids[i], &arena, change_err(change));
		ok = change_commit(change, err);
	}
	vec_release(&aside);
	arena_release(&arena);
	return ok;
}
