// SPDX-License-Identifier: MIT
#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/task.h"
#include "text/clean.h"

#include <string.h>

static Conclusion conclusion_row(Stmt *stmt, Arena *arena)
{
	return (Conclusion){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.meeting_id = stmt_get_int(stmt, 2),
		.item_id = stmt_get_int(stmt, 3),
		.position = (int)stmt_get_int(stmt, 4),
		.text = stmt_get_string(stmt, 5, arena),
		.task_id = stmt_get_int(stmt, 6),
		.task_code = stmt_get_string(stmt, 7, arena),
		.due = stmt_get_string(stmt, 8, arena),
		.body = stmt_get_string(stmt, 9, arena),
		.places = stmt_get_string(stmt, 10, arena),
		.frozen = stmt_get_int(stmt, 11) != 0,
	};
}

bool conclusion_list(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_CONCLUSION_SELECT, Q_CONCLUSION_WHERE_MEETING };
	if (!meeting_check_read(core, meeting_id, err))
		return false;
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, meeting_id);
	while (stmt_row(stmt))
		*(Conclusion *)vec_push(out) = conclusion_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool find(Core *core, int64_t id, Arena *arena, Conclusion *out, Err *err)
{
	const QueryId pieces[] = { Q_CONCLUSION_SELECT, Q_CONCLUSION_WHERE_ID };
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = conclusion_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn kết luận này."));
}

static bool check_text(const char *text, Err *err)
{
	return *text || meeting_missing("text", tr("nội dung kết luận"), err);
}

static bool check_item(Core *core, const Conclusion *conclusion, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec items;
	bool known = !conclusion->item_id;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = known || agenda_list(core, conclusion->meeting_id, &arena, &items, err);
	for (size_t i = 0; ok && i < items.len; i++)
		known = known || ((const AgendaItem *)vec_at(&items, i))->id == conclusion->item_id;
	vec_release(&items);
	arena_release(&arena);
	if (!ok || known)
		return ok;
	err_set(err, ERR_INVALID, "%s", tr("Kết luận thuộc một nội dung không có trong buổi này."));
	return err_field(err, "item");
}

static bool check_due(const char *due, const char *held_on, Err *err)
{
	Date day;
	if (!due || !*due)
		return true;
	if (!date_parse(due, &day)) {
		err_set(err, ERR_INVALID, tr("“%s” không phải là một ngày."), due);
		return err_field(err, "due");
	}
	if (strcmp(due, held_on) >= 0)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Hạn của nhiệm vụ sớm hơn ngày của buổi làm việc."));
	return err_field(err, "due");
}

static const District *district_in(const Vec *districts, int64_t id)
{
	for (size_t i = 0; i < districts->len; i++) {
		const District *district = vec_at(districts, i);
		if (district->id == id)
			return district;
	}
	return NULL;
}

static bool check_places(Core *core, int64_t region_id, const ConclusionTask *task, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec districts;
	bool known = true;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(core, region_id, &arena, &districts, err);
	for (size_t i = 0; ok && i < task->districts_n; i++)
		known = known && district_in(&districts, task->district_ids[i]);
	vec_release(&districts);
	arena_release(&arena);
	if (!ok || known)
		return ok;
	err_set(err, ERR_INVALID, "%s",
		tr("Địa phương được giao không thuộc vùng của buổi làm việc."));
	return err_field(err, "places");
}

static bool check_task(Core *core, const MeetingKey *key, const ConclusionTask *task, Err *err)
{
	return !task || (check_due(task->due, key->held_on, err) &&
				check_places(core, key->region_id, task, err));
}

// By default a single district's own party committee leads.
static bool find_body(Core *core, const MeetingKey *key, TaskDraft *draft, Err *err)
{
	if (draft->body_id || draft->places_n != 1)
		return true;
	return body_default(core, draft->places[0], key->held_on, &draft->body_id, err);
}

static bool code_taken(Core *core, const char *code, int64_t *taken, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_CONCLUSION_CODE_TAKEN);
	stmt_text(stmt, code);
	return db_scalar(stmt, 0, taken, err);
}

// BB-<meeting>.<position>. Where an undone task holds the code already, the conclusion takes the
// next position: a code never stands for two tasks.
static const char *take_code(Change *change, Conclusion *conclusion, Arena *arena)
{
	char shown[24];
	int64_t taken = 0;
	Err err = ERR_INIT;
	Core *core = change_core(change);
	id_show(core, conclusion->meeting_id, shown);
	const char *code = arena_printf(arena, "BB-%s.%d", shown, conclusion->position);
	if (change_failed(change))
		return code;
	if (!code_taken(core, code, &taken, &err))
		change_fail(change, &err);
	if (!taken)
		return code;
	conclusion->position =
		meeting_next_position(change, Q_CONCLUSION_NEXT_POSITION, conclusion->meeting_id);
	return arena_printf(arena, "BB-%s.%d", shown, conclusion->position);
}

// The districts, each once; without any the region.
static const Place *places_of(
	const MeetingKey *key, const ConclusionTask *task, Arena *arena, size_t *n)
{
	Place *places = arena_array(arena, task->districts_n + 1, sizeof(*places));
	*n = 0;
	for (size_t i = 0; i < task->districts_n; i++) {
		size_t k = 0;
		while (k < *n && places[k].district_id != task->district_ids[i])
			k++;
		if (k == *n)
			places[(*n)++] = (Place){ .district_id = task->district_ids[i] };
	}
	if (*n == 0)
		places[(*n)++] = (Place){ .region_id = key->region_id };
	return places;
}

static void add_task(
	Change *change, Conclusion *conclusion, const MeetingKey *key, const ConclusionTask *task)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	size_t n;
	const Place *places = places_of(key, task, &arena, &n);
	TaskDraft draft = {
		.origin = "meeting",
		.code = take_code(change, conclusion, &arena),
		.title = conclusion->text,
		.meeting_id = conclusion->meeting_id,
		.body_id = task->body_id,
		.due = task->due ? task->due : "",
		.deadline_words = text_clean_arena(
			&arena, task->deadline_words ? task->deadline_words : "", CLEAN_LINE),
		.places = places,
		.places_n = n,
	};
	if (!change_failed(change) && !find_body(change_core(change), key, &draft, &err))
		change_fail(change, &err);
	if (!change_failed(change))
		task_draft_add(change, &draft, &conclusion->task_id);
	arena_release(&arena);
}

static void insert(Change *change, Conclusion *conclusion)
{
	Stmt *stmt = change_insert(change, NOUN_CONCLUSION, &conclusion->id);
	stmt_int(stmt, conclusion->meeting_id);
	stmt_int_or_null(stmt, conclusion->item_id);
	stmt_int(stmt, conclusion->position);
	stmt_text(stmt, conclusion->text);
	stmt_int_or_null(stmt, conclusion->task_id);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool conclusion_add(Core *core, Conclusion *conclusion, const ConclusionTask *task, Err *err)
{
	Arena arena = ARENA_INIT;
	Conclusion new = *conclusion;
	MeetingKey key;
	new.text = text_clean_arena(&arena, conclusion->text ? conclusion->text : "", CLEAN_LINE);
	new.task_id = 0;
	bool ok = meeting_check_write(core, new.meeting_id, &key, err) &&
		  check_text(new.text, err) && check_item(core, &new, err) &&
		  check_task(core, &key, task, err);
	if (ok) {
		Change *change = change_begin(core, "conclusion-add");
		meeting_hold(change, new.meeting_id);
		new.position =
			meeting_next_position(change, Q_CONCLUSION_NEXT_POSITION, new.meeting_id);
		if (task)
			add_task(change, &new, &key, task);
		insert(change, &new);
		ok = change_commit(change, err);
	}
	if (ok) {
		conclusion->id = new.id;
		conclusion->task_id = new.task_id;
		conclusion->position = new.position;
	}
	arena_release(&arena);
	return ok;
}

bool conclusion_save(Core *core, const Conclusion *conclusion, Err *err)
{
	Arena arena = ARENA_INIT;
	Conclusion old;
	const char *text =
		text_clean_arena(&arena, conclusion->text ? conclusion->text : "", CLEAN_LINE);
	bool ok = find(core, conclusion->id, &arena, &old, err) &&
		  meeting_check_write(core, old.meeting_id, NULL, err) && check_text(text, err);
	if (ok) {
		Change *change = change_begin(core, "conclusion-save");
		meeting_hold(change, old.meeting_id);
		change_patch(change, NOUN_CONCLUSION, old.id, conclusion->rev,
			json_pack("{s:s}", "text", text));
		if (old.task_id) // the task says what was concluded
			change_patch(change, NOUN_TASK, old.task_id, REV_ANY,
				json_pack("{s:s}", "title", text));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool conclusion_make_task(Core *core, int64_t id, int64_t rev, const ConclusionTask *task, Err *err)
{
	Arena arena = ARENA_INIT;
	Conclusion conclusion;
	MeetingKey key;
	bool ok = find(core, id, &arena, &conclusion, err) &&
		  meeting_check_write(core, conclusion.meeting_id, &key, err) &&
		  check_task(core, &key, task, err);
	if (ok && conclusion.task_id)
		ok = err_set(err, ERR_CONFLICT, tr("Kết luận này đã là nhiệm vụ %s."),
			conclusion.task_code);
	if (ok) {
		Change *change = change_begin(core, "conclusion-make-task");
		change_touch(change, NOUN_CONCLUSION, id, rev);
		meeting_hold(change, conclusion.meeting_id);
		add_task(change, &conclusion, &key, task);
		change_patch(change, NOUN_CONCLUSION, id, rev,
			json_pack("{s:o, s:i}", "task_id", json_id(conclusion.task_id), "position",
				conclusion.position));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
