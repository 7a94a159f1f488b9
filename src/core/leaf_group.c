// SPDX-License-Identifier: MIT
#include "core/leaf_group.h"

#include "base/tr.h"
#include "core/org.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *code, *name;
} kinds[GROUP_KINDS] = {
	[GROUP_NONE] = { "none", N_("theo hạn, không nhóm") },
	[GROUP_TASK] = { "task", N_("theo nhiệm vụ") },
	[GROUP_REGION] = { "region", N_("theo vùng") },
	[GROUP_DISTRICT] = { "district", N_("theo địa phương") },
	[GROUP_BODY] = { "body", N_("theo cơ quan chủ trì") },
	[GROUP_CLAUSE] = { "clause", N_("theo điểm của văn bản") },
	[GROUP_DEADLINE] = { "deadline", N_("theo thời hạn") },
	[GROUP_STATE] = { "state", N_("theo tình trạng") },
	[GROUP_ORIGIN] = { "origin", N_("theo nguồn") },
};

const char *group_name(GroupKind kind)
{
	return tr(kinds[kind].name);
}

bool group_parse(const char *code, GroupKind *out)
{
	for (int kind = 0; kind < GROUP_KINDS; kind++)
		if (strcmp(kinds[kind].code, code) == 0) {
			*out = (GroupKind)kind;
			return true;
		}
	return false;
}

// Order within a group: what presses first --------------------------------------------------------

typedef enum {
	DUE_LATE,
	DUE_SOON,
	DUE_LATER,
	DUE_RECURRING,
	DUE_CONTINUOUS,
	DUE_NONE,
	DUE_DONE,
	DUE_ENDED,
} Due;

static const char *const due_names[] = {
	[DUE_LATE] = N_("Quá hạn"),
	[DUE_SOON] = N_("Sắp đến hạn"),
	[DUE_LATER] = N_("Còn hạn"),
	[DUE_RECURRING] = N_("Định kỳ"),
	[DUE_CONTINUOUS] = N_("Thường xuyên"),
	[DUE_NONE] = N_("Không nêu thời hạn"),
	[DUE_DONE] = N_("Đã hoàn thành"),
	[DUE_ENDED] = N_("Đã kết thúc"),
};

static Due due_of(const Leaf *leaf, const char *soon)
{
	if (leaf->ended)
		return DUE_ENDED;
	if (leaf->state == STATE_DONE)
		return DUE_DONE;
	if (leaf->dated)
		return leaf->late ? DUE_LATE : strcmp(leaf->due, soon) <= 0 ? DUE_SOON : DUE_LATER;
	if (strcmp(leaf->deadline_kind, "recurring") == 0)
		return DUE_RECURRING;
	return strcmp(leaf->deadline_kind, "continuous") == 0 ? DUE_CONTINUOUS : DUE_NONE;
}

// A leaf with what it is ordered by.
typedef struct {
	Leaf leaf;
	int64_t key;      // of its group
	const char *name; // the same, where a number says too little: groups stand by it next
	const char *title;
	Due due;
	size_t order;
} Keyed;

static int compare_dues(const Keyed *x, const Keyed *y)
{
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return strcmp(x->leaf.due, y->leaf.due);
}

static int compare_groups(const Keyed *x, const Keyed *y)
{
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return strcmp(x->name, y->name);
}

static int compare(const void *a, const void *b)
{
	const Keyed *x = a, *y = b;
	int order = compare_groups(x, y);
	if (!order)
		order = compare_dues(x, y);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

static int compare_as_listed(const void *a, const void *b)
{
	const Keyed *x = a, *y = b;
	return (x->order > y->order) - (x->order < y->order);
}

// Groups ----------------------------------------------------------------------------------------

// What keys are made from, read once.
typedef struct {
	Vec regions, districts; // of Region, District
	char soon[11];
	Arena *arena;
} Context;

static const Region *region_of(const Context *context, Place place, size_t *index)
{
	int64_t id = place.region_id;
	for (size_t i = 0; place.district_id && i < context->districts.len; i++) {
		const District *district = vec_at(&context->districts, i);
		if (district->id == place.district_id)
			id = district->main_region_id;
	}
	for (*index = 0; id && *index < context->regions.len; ++*index) {
		const Region *region = vec_at(&context->regions, *index);
		if (region->id == id)
			return region;
	}
	return NULL;
}

static void key_none(const Context *context, Keyed *keyed)
{
	(void)context;
	keyed->title = tr("Mọi nhiệm vụ");
}

static void key_task(const Context *context, Keyed *keyed)
{
	(void)context;
	keyed->title = keyed->leaf.title;
}

static void key_region(const Context *context, Keyed *keyed)
{
	size_t index;
	const Region *region = region_of(context, keyed->leaf.place, &index);
	keyed->key = region ? (int64_t)index + 1 : 0;
	keyed->title = region ? region->title : tr("Toàn tỉnh");
}

static void key_district(const Context *context, Keyed *keyed)
{
	size_t index;
	const Leaf *leaf = &keyed->leaf;
	const Region *region = region_of(context, leaf->place, &index);
	keyed->key = region ? (int64_t)(index + 1) << 32 : 0;
	keyed->key += leaf->place.district_id ? 1 + leaf->district_position : 0;
	keyed->title = keyed->name = leaf->place_title;
}

static void key_body(const Context *context, Keyed *keyed)
{
	(void)context;
	keyed->key = !*keyed->leaf.lead;
	keyed->name = keyed->leaf.lead;
	keyed->title = *keyed->leaf.lead ? keyed->leaf.lead : tr("Chưa nêu cơ quan chủ trì");
}

static void key_clause(const Context *context, Keyed *keyed)
{
	const Leaf *leaf = &keyed->leaf;
	keyed->key = !*leaf->clause_code;
	keyed->name = arena_printf(context->arena, "%s/%s", leaf->origin_words, leaf->clause_code);
	keyed->title = *leaf->clause_code ?
		arena_printf(context->arena, tr("%s, điểm %s"), leaf->origin_words, leaf->clause_code) :
		tr("Không từ văn bản");
	if (!*leaf->clause_code)
		keyed->name = "";
}

static void key_deadline(const Context *context, Keyed *keyed)
{
	(void)context;
	keyed->key = keyed->due;
	keyed->title = tr(due_names[keyed->due]);
}

static void key_state(const Context *context, Keyed *keyed)
{
	(void)context;
	keyed->key = keyed->leaf.ended ? STATE_COUNT : keyed->leaf.state;
	keyed->title = keyed->leaf.ended ? tr("kết thúc") : state_name(keyed->leaf.state);
}

static void key_origin(const Context *context, Keyed *keyed)
{
	(void)context;
	static const char *const order[] = { "directive", "meeting", "review", "remark" };
	while (keyed->key < 3 && strcmp(order[keyed->key], keyed->leaf.origin) != 0)
		keyed->key++;
	keyed->title = origin_name(keyed->leaf.origin);
}

static void (*const keys[GROUP_KINDS])(const Context *, Keyed *) = {
	[GROUP_NONE] = key_none, [GROUP_TASK] = key_task, [GROUP_REGION] = key_region,
	[GROUP_DISTRICT] = key_district, [GROUP_BODY] = key_body, [GROUP_CLAUSE] = key_clause,
	[GROUP_DEADLINE] = key_deadline, [GROUP_STATE] = key_state, [GROUP_ORIGIN] = key_origin,
};

static bool starts_group(const Keyed *keyed, size_t i, GroupKind kind)
{
	if (i == 0)
		return true;
	if (kind == GROUP_TASK)
		return keyed[i].leaf.task_id != keyed[i - 1].leaf.task_id;
	return compare_groups(&keyed[i - 1], &keyed[i]) != 0;
}

static void make_keys(const Context *context, const Vec *leaves, GroupKind kind, Vec *out)
{
	for (size_t i = 0; i < leaves->len; i++) {
		Keyed *keyed = vec_push(out);
		*keyed = (Keyed){ .leaf = *(const Leaf *)vec_at(leaves, i), .name = "", .order = i };
		keyed->due = due_of(&keyed->leaf, context->soon);
		keys[kind](context, keyed);
	}
	if (out->len > 1)
		qsort(out->items, out->len, sizeof(Keyed),
			kind == GROUP_TASK ? compare_as_listed : compare);
}

static void make_groups(const Vec *keyed, GroupKind kind, Vec *leaves, Vec *out)
{
	const Keyed *rows = keyed->items;
	LeafGroup *group = NULL;
	for (size_t i = 0; i < keyed->len; i++) {
		if (starts_group(rows, i, kind)) {
			group = vec_push(out);
			*group = (LeafGroup){ .title = rows[i].title, .first = i };
		}
		*(Leaf *)vec_at(leaves, i) = rows[i].leaf;
		group->n++;
		figures_add_leaf(&group->figures, &rows[i].leaf);
	}
}

bool leaf_group(Core *core, Vec *leaves, GroupKind kind, Arena *arena, Vec *out, Err *err)
{
	Vec keyed;
	Context context = { .arena = arena };
	vec_init(&keyed, sizeof(Keyed));
	vec_init(&context.regions, sizeof(Region));
	vec_init(&context.districts, sizeof(District));
	date_iso(date_add_days(core_day(core), core_rules(core)->due_soon_days), context.soon);
	bool ok = region_list(core, arena, &context.regions, err) &&
		  district_list(core, arena, &context.districts, err);
	if (ok) {
		make_keys(&context, leaves, kind, &keyed);
		make_groups(&keyed, kind, leaves, out);
	}
	vec_release(&keyed);
	vec_release(&context.regions);
	vec_release(&context.districts);
	return ok;
}
