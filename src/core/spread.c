// SPDX-License-Identifier: MIT
#include "core/spread_parts.h"

#include "base/tr.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/task_parts.h"

#include <string.h>

bool spread_leaves(Core *core, int64_t task_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_SPREAD_LEAVES_OF_TASK);
	stmt_int(stmt, task_id);
	while (stmt_row(stmt))
		*(SpreadLeaf *)vec_push(out) = (SpreadLeaf){
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.place = { stmt_get_int(stmt, 2), stmt_get_int(stmt, 3) },
			.aside = stmt_get_int(stmt, 4),
			.reports = (int)stmt_get_int(stmt, 5),
			.due = stmt_get_string(stmt, 6, arena),
			.as_of = stmt_get_string(stmt, 7, arena),
		};
	return stmt_done(stmt, err);
}

const SpreadLeaf *spread_leaf_at(const Vec *leaves, Place place)
{
	for (size_t i = 0; i < leaves->len; i++) {
		const SpreadLeaf *leaf = vec_at(leaves, i);
		if (leaf->place.region_id == place.region_id &&
			leaf->place.district_id == place.district_id)
			return leaf;
	}
	return NULL;
}

bool spread_aside_line(
	Core *core, const Task *task, const SpreadLeaf *leaf, Arena *arena, Vec *out, Err *err)
{
	const char *code;
	AsideLine *line = vec_push(out);
	*line = (AsideLine){ .task_id = task->id, .leaf_id = leaf->id, .code = task->code,
		.reports = leaf->reports };
	return place_name(core, leaf->place, arena, &line->place_title, &code, err);
}

void spread_set_aside(Change *change, int64_t leaf_id)
{
	change_remove(change, NOUN_LEAF, leaf_id, REV_ANY);
}

void spread_bring_back(Change *change, int64_t leaf_id, const char *due)
{
	json_t *columns = json_object();
	json_object_set_new(columns, "removed_at", json_null());
	if (*due)
		json_object_set_new(columns, "due_on", json_string(due));
	change_patch(change, NOUN_LEAF, leaf_id, REV_ANY, columns);
}

// The plan --------------------------------------------------------------------------------------

static SpreadLine line_of(const Spread *spread, const Task *task, const SpreadLeaf *there, Place place)
{
	SpreadLine line = { .task_id = task->id, .code = task->code, .title = task->title,
		.place = place, .due = *spread->due ? spread->due : task->due };
	if (!there)
		return line;
	line.leaf_id = there->id;
	line.kind = there->aside ? SPREAD_BACK : SPREAD_THERE;
	line.reports = there->aside ? there->reports : 0;
	if (!there->aside || !*spread->due)
		line.due = *there->due ? there->due : task->due;
	return line;
}

static bool plan_task(
	Core *core, const Spread *spread, int64_t task_id, Arena *arena, Vec *lines, Vec *aside, Err *err)
{
	Task task;
	Vec leaves;
	const char *code;
	vec_init(&leaves, sizeof(SpreadLeaf));
	bool ok = task_get(core, task_id, arena, &task, err) &&
		  spread_leaves(core, task_id, arena, &leaves, err);
	for (size_t i = 0; ok && i < spread->places_n; i++) {
		Place place = spread->places[i];
		SpreadLine *line = vec_push(lines);
		*line = line_of(spread, &task, spread_leaf_at(&leaves, place), place);
		ok = place_name(core, place, arena, &line->place_title, &code, err);
	}
	const SpreadLeaf *province = ok ? spread_leaf_at(&leaves, (Place){ 0 }) : NULL;
	if (province && !province->aside)
		ok = spread_aside_line(core, &task, province, arena, aside, err);
	vec_release(&leaves);
	return ok;
}

static bool check_asked(const Spread *spread, Err *err)
{
	Date due;
	if (!spread->tasks_n || !spread->places_n)
		return err_set(err, ERR_INVALID, "%s", tr("Chọn ít nhất một nhiệm vụ và một nơi."));
	for (size_t i = 0; i < spread->places_n; i++)
		if (!spread->places[i].region_id && !spread->places[i].district_id) {
			err_set(err, ERR_INVALID, "%s", tr("Trải về cấp tỉnh thì dùng “gom”."));
			return err_field(err, "place");
		}
	if (!*spread->due || date_parse(spread->due, &due))
		return true;
	err_set(err, ERR_INVALID, tr("Hạn “%.40s” không phải là một ngày."), spread->due);
	return err_field(err, "due");
}

static bool check_new(const Vec *lines, Err *err)
{
	for (size_t i = 0; i < lines->len; i++)
		if (((const SpreadLine *)vec_at(lines, i))->kind != SPREAD_THERE)
			return true;
	return err_set(err, ERR_INVALID, "%s", tr("Những nơi này đã có nhiệm vụ này rồi."));
}

bool spread_plan(Core *core, const Spread *spread, Arena *arena, Vec *lines, Vec *aside, Err *err)
{
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) || !check_asked(spread, err))
		return false;
	for (size_t i = 0; i < spread->tasks_n; i++)
		if (!plan_task(core, spread, spread->task_ids[i], arena, lines, aside, err))
			return false;
	return check_new(lines, err);
}

// Carrying it out -------------------------------------------------------------------------------

bool spread_run(Core *core, const Spread *spread, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec lines, aside;
	vec_init(&lines, sizeof(SpreadLine));
	vec_init(&aside, sizeof(AsideLine));
	bool ok = spread_plan(core, spread, &arena, &lines, &aside, err);
	if (ok) {
		Change *change = change_begin(core, "task-spread");
		for (size_t i = 0; i < aside.len; i++)
			spread_set_aside(change, ((const AsideLine *)vec_at(&aside, i))->leaf_id);
		for (size_t i = 0; i < lines.len; i++) {
			const SpreadLine *line = vec_at(&lines, i);
			if (line->kind == SPREAD_NEW)
				leaf_insert(change, line->task_id, line->place, spread->due);
			else if (line->kind == SPREAD_BACK)
				spread_bring_back(change, line->leaf_id, spread->due);
		}
		ok = change_commit(change, err);
	}
	vec_release(&lines);
	vec_release(&aside);
	arena_release(&arena);
	return ok;
}
