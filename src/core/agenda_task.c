// SPDX-License-Identifier: MIT
// The region's tasks as its meeting sees them: offered to the agenda, and taken up by it.
#include "base/tr.h"
#include "core/meeting_parts.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *code, *name;
} needs[NEED_COUNT] = {
	[NEED_LATE] = { "late", N_("Quá hạn") },
	[NEED_BEFORE] = { "before", N_("Đến hạn trước buổi này") },
	[NEED_LATER] = { "later", N_("Còn hạn") },
	[NEED_UNDATED] = { "undated", N_("Thường xuyên, không nêu ngày") },
	[NEED_CLOSED] = { "closed", N_("Đã xong") },
};

const char *agenda_need_code(AgendaNeed need)
{
	return needs[need].code;
}

const char *agenda_need_name(AgendaNeed need)
{
	return tr(needs[need].name);
}

static AgendaNeed need_of(const TaskSum *sum, const char *held_on)
{
	if (sum->done == sum->places)
		return NEED_CLOSED;
	if (sum->late)
		return NEED_LATE;
	if (!*sum->due || !sum->due_open)
		return NEED_UNDATED;
	return strcmp(sum->due, held_on) <= 0 ? NEED_BEFORE : NEED_LATER;
}

// Leaves of one task stand together.
static void add_leaf(Vec *tasks, const Leaf *leaf, Arena *arena)
{
	AgendaTask *task = tasks->len ? vec_at(tasks, tasks->len - 1) : NULL;
	if (!task || task->task_id != leaf->task_id) {
		size_t position = tasks->len;
		task = vec_push(tasks);
		*task = (AgendaTask){
			.task_id = leaf->task_id,
			.code = leaf->code,
			.title = leaf->title,
			.origin = leaf->origin,
			.origin_words = leaf->origin_words,
			.places = leaf->place_title,
			.deadline_kind = leaf->deadline_kind,
			.deadline_words = leaf->deadline_words,
			.sum = TASK_SUM_INIT,
			.position = position,
		};
	} else {
		task->places = arena_printf(arena, "%s, %s", task->places, leaf->place_title);
	}
	task_sum_add(&task->sum, leaf);
}

static bool list_tasks(Core *core, const LeafFilter *filter, const char *held_on, Arena *arena,
	Vec *out, Err *err)
{
	Vec leaves;
	size_t first = out->len;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(core, filter, arena, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++)
		add_leaf(out, vec_at(&leaves, i), arena);
	for (size_t i = first; i < out->len; i++) {
		AgendaTask *task = vec_at(out, i);
		task->need = need_of(&task->sum, held_on);
	}
	vec_release(&leaves);
	return ok;
}

// What is offered --------------------------------------------------------------------------------

// The latest of the late ones first; the others by deadline; else as the region lists them.
static int by_need(const void *a, const void *b)
{
	const AgendaTask *one = a, *other = b;
	if (one->need != other->need)
		return one->need < other->need ? -1 : 1;
	if (one->sum.days_late != other->sum.days_late)
		return other->sum.days_late > one->sum.days_late ? 1 : -1;
	int due = one->need == NEED_UNDATED ? 0 : strcmp(one->sum.due, other->sum.due);
	return due ? due : (one->position > other->position) - (one->position < other->position);
}

static bool has(const Vec *ids, int64_t id)
{
	for (size_t i = 0; i < ids->len; i++)
		if (*(const int64_t *)vec_at(ids, i) == id)
			return true;
	return false;
}

static bool not_offered(Core *core, int64_t meeting_id, const char *held_on, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_AGENDA_NOT_OFFERED);
	stmt_int(stmt, meeting_id);
	stmt_text(stmt, held_on);
	while (stmt_row(stmt))
		*(int64_t *)vec_push(out) = stmt_get_int(stmt, 0);
	return stmt_done(stmt, err);
}

bool agenda_offer(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	MeetingKey key;
	Vec others, tasks;
	vec_init(&others, sizeof(int64_t));
	vec_init(&tasks, sizeof(AgendaTask));
	bool ok = meeting_key(core, meeting_id, &key, err) &&
		  meeting_check_read(core, meeting_id, err) &&
		  not_offered(core, meeting_id, key.held_on, &others, err);
	LeafFilter filter = { .region_id = key.region_id, .without_province = true };
	ok = ok && list_tasks(core, &filter, key.held_on, arena, &tasks, err);
	for (size_t i = 0; ok && i < tasks.len; i++) {
		const AgendaTask *task = vec_at(&tasks, i);
		if (task->need != NEED_CLOSED && !has(&others, task->task_id))
			*(AgendaTask *)vec_push(out) = *task;
	}
	if (out->len)
		qsort(out->items, out->len, sizeof(AgendaTask), by_need);
	vec_release(&others);
	vec_release(&tasks);
	return ok;
}

static const AgendaTask *offered(const Vec *tasks, int64_t task_id)
{
	for (size_t i = 0; i < tasks->len; i++) {
		const AgendaTask *task = vec_at(tasks, i);
		if (task->task_id == task_id)
			return task;
	}
	return NULL;
}

// A directive's code says little without its number.
static const char *item_title(const AgendaTask *task, Arena *arena)
{
	bool directive = strcmp(task->origin, "directive") == 0;
	return arena_printf(arena, VN_("Việc thực hiện %s%s%s: %s"), task->code,
		directive ? ", " : "", directive ? task->origin_words : "", task->title);
}

static void add_task(Change *change, int64_t meeting_id, const AgendaTask *task, Arena *arena)
{
	AgendaItem item = { .meeting_id = meeting_id,
		.task_id = task->task_id,
		.position = meeting_next_position(change, Q_AGENDA_NEXT_POSITION, meeting_id),
		.title = item_title(task, arena),
		.proceedings = "" };
	agenda_insert(change, &item);
}

bool agenda_add_tasks(
	Core *core, int64_t meeting_id, const int64_t *task_ids, size_t n, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec tasks;
	vec_init(&tasks, sizeof(AgendaTask));
	bool ok = meeting_check_write(core, meeting_id, NULL, err) &&
		  agenda_offer(core, meeting_id, &arena, &tasks, err);
	for (size_t i = 0; ok && i < n; i++)
		ok = offered(&tasks, task_ids[i]) ||
		     err_set(err, ERR_CONFLICT, "%s",
			     tr("Có nhiệm vụ đã hoàn thành, đã nằm trong chương trình, hoặc không "
				"phải của vùng này."));
	if (ok) {
		Change *change = change_begin(core, "agenda-tasks");
		meeting_hold(change, meeting_id);
		for (size_t i = 0; i < n; i++) {
			const AgendaTask *task = offered(&tasks, task_ids[i]);
			if (task)
				add_task(change, meeting_id, task, &arena);
		}
		ok = change_commit(change, err);
	}
	vec_release(&tasks);
	arena_release(&arena);
	return ok;
}

// What is taken up and what was given -------------------------------------------------------------------------------

// Where none of its places lies in the region any more, all of them tell how it stands.
static bool add_taken(
	Core *core, const MeetingKey *key, int64_t task_id, Arena *arena, Vec *out, Err *err)
{
	size_t before = out->len;
	LeafFilter filter = { .task_id = task_id, .region_id = key->region_id, .without_province = true };
	const LeafFilter anywhere = { .task_id = task_id };
	return list_tasks(core, &filter, key->held_on, arena, out, err) &&
	       (out->len > before || list_tasks(core, &anywhere, key->held_on, arena, out, err));
}

bool meeting_tasks(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	MeetingKey key;
	Vec items, conclusions;
	vec_init(&items, sizeof(AgendaItem));
	vec_init(&conclusions, sizeof(Conclusion));
	bool ok = meeting_key(core, meeting_id, &key, err) &&
		  agenda_list(core, meeting_id, arena, &items, err) &&
		  conclusion_list(core, meeting_id, arena, &conclusions, err);
	for (size_t i = 0; ok && i < items.len; i++) {
		int64_t task_id = ((const AgendaItem *)vec_at(&items, i))->task_id;
		ok = !task_id || add_taken(core, &key, task_id, arena, out, err);
	}
	for (size_t i = 0; ok && i < conclusions.len; i++) {
		int64_t task_id = ((const Conclusion *)vec_at(&conclusions, i))->task_id;
		ok = !task_id || add_taken(core, &key, task_id, arena, out, err);
	}
	vec_release(&items);
	vec_release(&conclusions);
	return ok;
}
