// SPDX-License-Identifier: MIT
#include "unit/roles.h"

#include "core/closing.h"
#include "core/spread.h"
#include "core/succession.h"
#include "core/structure.h"
#include "core/task_edit.h"

static const ProgressInput doing = { .state = STATE_DOING, .percent = 50, .note = "đang làm",
	.as_of = "2021-11-20", .document = "BC 1" };

static int64_t leaf_of(World *w)
{
	return fixture_leaf(w->f, "2.1b", w->district_code);
}

static void pick_leaf(World *w)
{
	world_as(w, "office");
	w->id = leaf_of(w);
}

static bool record(World *w)
{
	return progress_record(w->core, w->id, &doing, w->err);
}

static bool record_many(World *w)
{
	const ProgressEntry entry = { w->id, doing };
	size_t failed;
	return progress_record_many(w->core, &entry, 1, &failed, w->err);
}

static void recorded_by(World *w, const char *login)
{
	Vec rows;
	pick_leaf(w);
	world_as(w, login);
	assert_done(record(w), w->err);
	vec_init(&rows, sizeof(Progress));
	assert_done(progress_list(w->core, w->id, w->arena, &rows, w->err), w->err);
	w->other_id = ((const Progress *)vec_at(&rows, 0))->id;
	vec_release(&rows);
}

void world_recorded(World *w)
{
	recorded_by(w, "office");
}

// "leader" at his own place; elsewhere its lead, so that leader is no more than another there.
void world_recorded_by_lead(World *w)
{
	recorded_by(w, w->lead);
}

static bool take_back(World *w)
{
	return progress_withdraw(w->core, w->other_id, w->err);
}

static void with_indicator(World *w)
{
	Indicator indicator = { .code = "khach", .name = "Khách", .unit = "người" };
	world_as(w, "office");
	assert_done(indicator_add(w->core, &indicator, w->err), w->err);
	w->id = indicator.id;
}

static bool read_in(World *w)
{
	size_t failed;
	const ReadingInput input = { .indicator_id = w->id, .as_of = "2021-10-31", .value = 5,
		.district_id = w->district.district_id };
	return reading_record(w->core, &input, 1, &failed, w->err);
}

void world_reading(World *w)
{
	Vec rows;
	with_indicator(w);
	assert_done(read_in(w), w->err);
	vec_init(&rows, sizeof(Reading));
	assert_done(reading_list(w->core, w->id, w->district, w->arena, &rows, w->err), w->err);
	w->other_id = ((const Reading *)vec_at(&rows, 0))->id;
	vec_release(&rows);
}

static bool take_reading_back(World *w)
{
	return reading_withdraw(w->core, w->other_id, w->err);
}

static bool extend(World *w)
{
	const Extension wanted = { .new_due = "2022-03-31", .reason = "chờ vắc xin", .agreed_by = "" };
	return leaf_extend(w->core, w->id, &wanted, w->err);
}

static bool extend_many(World *w)
{
	const Extension wanted = { .new_due = "2022-03-31", .reason = "chờ vắc xin", .agreed_by = "" };
	return leaf_extend_many(w->core, &w->id, 1, &wanted, w->err);
}

static bool end(World *w)
{
	return leaf_end(w->core, &w->id, 1, "đã gộp", w->err);
}

void world_ended(World *w)
{
	pick_leaf(w);
	assert_done(end(w), w->err);
}

static bool resume(World *w)
{
	return leaf_resume(w->core, &w->id, 1, w->err);
}

static bool set(World *w)
{
	return leaf_set(w->core, w->id, 0, 0, "2021-12-20", w->err);
}

static void pick_task(World *w)
{
	Task task;
	world_as(w, "office");
	assert_done(task_find(w->core, "2.1a", w->arena, &task, w->err), w->err);
	w->id = task.id;
	w->rev = task.rev;
}

static TaskEdit edit(void)
{
	return (TaskEdit){ .title = "Khác", .leads = "btg", .cooperating = "", .deadline_kind = "date",
		.deadline_words = "", .due = "2021-12-01", .target = "" };
}

static void pick_clause(World *w)
{
	Vec clauses;
	vec_init(&clauses, sizeof(Clause));
	assert_done(clause_list(w->core, w->f->directive_id, w->arena, &clauses, w->err), w->err);
	w->id = ((const Clause *)vec_at(&clauses, 0))->id;
	vec_release(&clauses);
}

static bool add_task(World *w)
{
	int64_t id;
	const TaskEdit new = edit();
	return task_add(w->core, (TaskHome){ w->f->directive_id, w->id }, "1z", &new, &w->district, 1, &id, w->err);
}

static bool save_task(World *w)
{
	const TaskEdit new = edit();
	return task_save(w->core, w->id, w->rev, &new, w->err);
}

static bool spread(World *w)
{
	const Spread wanted = { .task_ids = &w->id, .tasks_n = 1, .places = &w->region, .places_n = 1, .due = "" };
	return spread_run(w->core, &wanted, w->err);
}

static bool gather(World *w)
{
	return gather_run(w->core, &w->id, 1, w->err);
}

void world_period_over(World *w)
{
	fixture_today(w->f, "2022-01-05");
}

static bool close_period(World *w)
{
	const CloseDecision decisions[] = {
		{ fixture_leaf(w->f, "2.1a", "phu-quoc"), CLOSE_END, "", "gộp" },
		{ fixture_leaf(w->f, "2.1b", "phu-quoc"), CLOSE_END, "", "gộp" },
		{ fixture_leaf(w->f, "2.1b", "kien-hai"), CLOSE_END, "", "gộp" },
		{ fixture_leaf(w->f, "2.1b", "tan-hiep"), CLOSE_END, "", "gộp" },
	};
	size_t failed;
	return closing_close(w->core, (Period){ .year = 2021, .half = 2 }, decisions, 4, &failed, w->err);
}

void world_succeeded(World *w)
{
	const WantedHeir heir = { "moi-2021", "Mới", "huyện", "", 9 };
	const char *const codes[] = { w->district_code };
	const WantedChange change = { .verb = STRUCTURE_SUCCEED, .on = "2021-11-23", .document = "",
		.codes = codes, .codes_n = 1, .name = "", .kind = "", .region = "", .level = "",
		.into = &heir, .into_n = 1, .at = "tệp.cfg:1" };
	const WantedStructure want = { .changes = &change, .changes_n = 1 };
	Vec steps;
	vec_init(&steps, sizeof(StructureStep));
	world_as(w, "admin");
	assert_done(structure_apply(w->core, &want, w->arena, &steps, w->err), w->err);
	vec_release(&steps);
}

static bool spread_to_heirs(World *w)
{
	int made;
	return succession_spread(w->core, w->district.district_id, &made, w->err);
}

void world_body_succeeded(World *w)
{
	Body old;
	const WantedHeir heir = { "moi-2021", "Mới", "", "", 0 };
	const char *const codes[] = { "bcsd-ubnd" };
	const WantedChange change = { .verb = STRUCTURE_SUCCEED, .subject = STRUCTURE_BODIES,
		.on = "2021-11-23", .document = "", .codes = codes, .codes_n = 1, .name = "", .kind = "",
		.region = "", .level = "", .into = &heir, .into_n = 1, .at = "tệp.cfg:1" };
	const WantedStructure want = { .changes = &change, .changes_n = 1 };
	Vec steps;
	vec_init(&steps, sizeof(StructureStep));
	world_as(w, "admin");
	assert_done(structure_apply(w->core, &want, w->arena, &steps, w->err), w->err);
	assert_done(body_find(w->core, "bcsd-ubnd", w->arena, &old, w->err), w->err);
	w->other_id = old.id;
	vec_release(&steps);
}

static bool body_to_heir(World *w)
{
	BodySpread made;
	return body_spread(w->core, w->other_id, 0, &made, w->err);
}

const RoleRow roles_of_tasks[] = {
	{ "progress-record", MAY_PROGRESS, pick_leaf, record, false, ERR_NONE },
	{ "progress-record-many", MAY_PROGRESS, pick_leaf, record_many, false, ERR_NONE },
	{ "progress-withdraw", MAY_TAKE_BACK, world_recorded, take_back, false, ERR_NONE },
	{ "progress-withdraw", MAY_TAKE_OWN, world_recorded_by_lead, take_back, false, ERR_NONE },
	{ "reading-record", MAY_PROGRESS, with_indicator, read_in, false, ERR_NONE },
	{ "reading-withdraw", MAY_TAKE_BACK, world_reading, take_reading_back, false, ERR_NONE },
	{ "leaf-extend", MAY_DIRECT, pick_leaf, extend, false, ERR_NONE },
	{ "leaf-extend", MAY_DIRECT, pick_leaf, extend_many, false, ERR_NONE },
	{ "leaf-end", MAY_DIRECT, pick_leaf, end, false, ERR_NONE },
	{ "leaf-resume", MAY_DIRECT, world_ended, resume, false, ERR_NONE },
	{ "leaf-set", MAY_DIRECT, pick_leaf, set, false, ERR_NONE },
	{ "task-add", MAY_DIRECT, pick_clause, add_task, false, ERR_NONE },
	{ "task-save", MAY_DIRECT, pick_task, save_task, false, ERR_NONE },
	{ "task-spread", MAY_DIRECT, pick_task, spread, false, ERR_NONE },
	{ "task-gather", MAY_DIRECT, pick_task, gather, false, ERR_NONE },
	{ "period-close", MAY_DIRECT, world_period_over, close_period, false, ERR_NONE },
	{ "succession-spread", MAY_DIRECT, world_succeeded, spread_to_heirs, false, ERR_NONE },
	{ "body-spread", MAY_DIRECT, world_body_succeeded, body_to_heir, false, ERR_NONE },
	{ 0 },
};
