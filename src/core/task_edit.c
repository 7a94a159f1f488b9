// SPDX-License-Identifier: MIT
#include "core/task_edit.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <string.h>

enum { CODE_MAX = 16 };

typedef struct {
	TaskEdit edit;             // cleaned
	Vec leads, cooperating;    // of int64_t
	Arena arena;
} Work;

static const char *join(const char *const *names, size_t n, Arena *arena)
{
	const char *all = "";
	for (size_t i = 0; i < n; i++)
		all = arena_printf(arena, "%s%s%s", all, i ? "; " : "", names[i]);
	return all;
}

TaskEdit task_edit_of(const Task *task, Arena *arena)
{
	return (TaskEdit){
		.title = task->title,
		.leads = join(task->leads, task->leads_n, arena),
		.cooperating = join(task->cooperating, task->cooperating_n, arena),
		.deadline_kind = task->deadline_kind,
		.deadline_words = task->deadline_words,
		.due = task->due,
		.target = task->target_words,
	};
}

static const char *clean(Work *work, const char *text)
{
	return text_clean_arena(&work->arena, text ? text : "", CLEAN_LINE);
}

static void work_init(Work *work, const TaskEdit *edit)
{
	*work = (Work){ .arena = ARENA_INIT };
	vec_init(&work->leads, sizeof(int64_t));
	vec_init(&work->cooperating, sizeof(int64_t));
	work->edit = (TaskEdit){
		.title = clean(work, edit->title),
		.leads = clean(work, edit->leads),
		.cooperating = clean(work, edit->cooperating),
		.deadline_kind = edit->deadline_kind ? edit->deadline_kind : "none",
		.deadline_words = clean(work, edit->deadline_words),
		.due = edit->due ? edit->due : "",
		.target = clean(work, edit->target),
	};
}

static void work_release(Work *work)
{
	vec_release(&work->leads);
	vec_release(&work->cooperating);
	arena_release(&work->arena);
}

// Checks ----------------------------------------------------------------------------------------

static bool has(const Vec *ids, int64_t id)
{
	for (size_t i = 0; i < ids->len; i++)
		if (*(const int64_t *)vec_at(ids, i) == id)
			return true;
	return false;
}

static bool read_bodies(Core *core, Work *work, const char *typed, const char *field, Vec *out, Err *err)
{
	while (*typed) {
		Body body;
		typed += strspn(typed, "; ");
		size_t n = strcspn(typed, ";");
		const char *name = clean(work, arena_strndup(&work->arena, typed, n));
		typed += n;
		if (!*name)
			continue;
		if (!body_find(core, name, &work->arena, &body, err))
			return err_field(err, field);
		if (!has(out, body.id))
			*(int64_t *)vec_push(out) = body.id;
	}
	return true;
}

static bool refuse(Err *err, const char *field, const char *message)
{
	err_set(err, ERR_INVALID, "%s", message);
	return err_field(err, field);
}

static bool check_deadline(const TaskEdit *edit, Err *err)
{
	Date due;
	bool dated = strcmp(edit->deadline_kind, "date") == 0;
	if (!*deadline_kind_name(edit->deadline_kind))
		return refuse(err, "deadline", tr("Không có loại thời hạn ấy."));
	if (dated && !*edit->due)
		return refuse(err, "due", tr("Thời hạn có ngày thì ghi ngày hết hạn."));
	if (!*edit->due)
		return true;
	if (!dated && strcmp(edit->deadline_kind, "period") != 0)
		return refuse(err, "due", tr("Loại thời hạn này không có ngày hết hạn: bỏ ngày, hoặc chọn loại khác."));
	if (date_parse(edit->due, &due))
		return true;
	err_set(err, ERR_INVALID, tr("Hạn “%.40s” không phải là một ngày."), edit->due);
	return err_field(err, "due");
}

static bool check(Core *core, Work *work, Err *err)
{
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	if (!*work->edit.title)
		return refuse(err, "title", tr("Nội dung nhiệm vụ để trống."));
	return check_deadline(&work->edit, err) &&
	       read_bodies(core, work, work->edit.leads, "lead", &work->leads, err) &&
	       read_bodies(core, work, work->edit.cooperating, "cooperating", &work->cooperating,
		       err);
}

// Storing ---------------------------------------------------------------------------------------

// Those that are no longer named go, new ones come after those that stay.
static void store_bodies(Change *change, int64_t task_id, const char *part, const Vec *wanted)
{
	Vec there, rows;
	Core *core = change_core(change);
	vec_init(&there, sizeof(int64_t));
	vec_init(&rows, sizeof(int64_t));
	int64_t position = 0;
	Stmt *stmt = db_query(core_db(core), Q_TASK_BODY_ROWS);
	stmt_int(stmt, task_id);
	stmt_text(stmt, part);
	while (stmt_row(stmt)) {
		*(int64_t *)vec_push(&rows) = stmt_get_int(stmt, 0);
		*(int64_t *)vec_push(&there) = stmt_get_int(stmt, 1);
		position = stmt_get_int(stmt, 2) + 1;
	}
	bool ok = stmt_done(stmt, change_err(change));
	for (size_t i = 0; ok && i < there.len; i++)
		if (!has(wanted, *(const int64_t *)vec_at(&there, i)))
			change_remove(change, NOUN_TASK_BODY, *(const int64_t *)vec_at(&rows, i),
				REV_ANY);
	for (size_t i = 0; ok && i < wanted->len; i++) {
		int64_t body_id = *(const int64_t *)vec_at(wanted, i);
		if (!has(&there, body_id) && body_check_in_force(core, body_id, change_err(change)))
			task_body_insert(change, task_id, body_id, part, position++);
	}
	vec_release(&there);
	vec_release(&rows);
}

static void store_all_bodies(Change *change, int64_t task_id, const Work *work)
{
	store_bodies(change, task_id, "lead", &work->leads);
	store_bodies(change, task_id, "cooperating", &work->cooperating);
}

bool task_save(Core *core, int64_t id, int64_t rev, const TaskEdit *edit, Err *err)
{
	Work work;
	work_init(&work, edit);
	bool ok = check(core, &work, err);
	if (ok) {
		Change *change = change_begin(core, "task-save");
		json_t *columns = json_object();
		json_object_set_new(columns, "title", json_string(work.edit.title));
		json_object_set_new(columns, "deadline_kind", json_string(work.edit.deadline_kind));
		json_object_set_new(columns, "deadline_words", json_string(work.edit.deadline_words));
		json_object_set_new(columns, "due_on",
			*work.edit.due ? json_string(work.edit.due) : json_null());
		json_object_set_new(columns, "target_words", json_string(work.edit.target));
		change_patch(change, NOUN_TASK, id, rev, columns);
		store_all_bodies(change, id, &work);
		ok = change_commit(change, err);
	}
	work_release(&work);
	return ok;
}

// A new one -------------------------------------------------------------------------------------

static bool check_code(Core *core, int64_t directive_id, const char *code, Err *err)
{
	int64_t taken = 0;
	size_t n = strlen(code);
	if (!n || n > CODE_MAX || strcspn(code, "/ ") != n)
		return refuse(err, "code", tr("Mã nhiệm vụ ngắn, không có dấu cách và “/”, như 2.3d."));
	Stmt *stmt = db_query(core_db(core), Q_TASK_CODE_TAKEN);
	stmt_int(stmt, directive_id);
	stmt_text(stmt, code);
	if (!db_scalar(stmt, 0, &taken, err))
		return false;
	if (!taken)
		return true;
	err_set(err, ERR_CONFLICT, tr("Mã “%s” đã có trong văn bản này."), code);
	err_hint(err, "%s", tr("Chọn mã khác; mã đã dùng không cấp lại."));
	return err_field(err, "code");
}

static void insert_task(Change *change, int64_t directive_id, int64_t clause_id, const char *code,
	const TaskEdit *edit, int64_t *id)
{
	int64_t position = 0;
	Stmt *last = db_query(core_db(change_core(change)), Q_TASK_LAST_POSITION);
	stmt_int(last, directive_id);
	bool ok = db_scalar(last, 0, &position, change_err(change));
	(void)ok; // a failure stays in the change
	Stmt *stmt = change_insert(change, NOUN_TASK, id);
	stmt_text(stmt, "directive");
	stmt_int(stmt, directive_id);
	stmt_int(stmt, clause_id);
	for (int i = 0; i < 3; i++) // meeting, review, remark
		stmt_text(stmt, NULL);
	stmt_text(stmt, code);
	stmt_text(stmt, edit->title);
	stmt_int(stmt, position + 1);
	stmt_text(stmt, "");
	stmt_text(stmt, edit->deadline_kind);
	stmt_text(stmt, edit->deadline_words);
	stmt_text_or_null(stmt, edit->due);
	stmt_text(stmt, edit->target);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool task_add(Core *core, TaskHome home, const char *code,
	const TaskEdit *edit, const Place *places, size_t places_n, int64_t *id, Err *err)
{
	Work work;
	work_init(&work, edit);
	code = clean(&work, code);
	bool ok = check(core, &work, err) && check_code(core, home.directive_id, code, err);
	if (ok && !places_n)
		ok = refuse(err, "places", tr("Nhiệm vụ chưa có nơi thực hiện."));
	if (ok) {
		Change *change = change_begin(core, "task-add");
		insert_task(change, home.directive_id, home.clause_id, code, &work.edit, id);
		store_all_bodies(change, *id, &work);
		for (size_t i = 0; i < places_n; i++)
			leaf_insert(change, *id, places[i], "");
		ok = change_commit(change, err);
	}
	work_release(&work);
	return ok;
}
