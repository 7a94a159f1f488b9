// SPDX-License-Identifier: MIT
#include "core/undo.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/journal.h"
#include "core/journal_op.h"
#include "core/remark.h"
#include "core/right.h"
#include "core/row.h"

#include <string.h>

typedef struct {
	int64_t change; // 0: nothing
	const char *op;
} Target;

static bool read_target(Stmt *stmt, Arena *arena, Target *out, int64_t *undoes, Err *err)
{
	*out = (Target){ .change = 0, .op = "" };
	*undoes = 0;
	if (stmt_row(stmt)) {
		out->change = stmt_get_int(stmt, 0);
		out->op = stmt_get_string(stmt, 1, arena);
		*undoes = stmt_get_int(stmt, 2);
	}
	return stmt_done(stmt, err);
}

static bool undo_target(Core *core, Arena *arena, Target *out, Err *err)
{
	int64_t undoes;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_LAST_CHANGE_OF);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, core_actor(core)->id);
	return read_target(stmt, arena, out, &undoes, err);
}

// Redo takes back the newest undo that nothing new has followed.
static bool redo_target(Core *core, Arena *arena, Target *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_LAST_UNDO_OF);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, core_actor(core)->id);
	int64_t undoes;
	return read_target(stmt, arena, out, &undoes, err);
}

static bool check_op(const Target *target, Err *err)
{
	if (journal_op_undo(target->op) == OP_CAN_UNDO)
		return true;
	err_set(err, ERR_DENIED, tr("Không hoàn tác được việc vừa làm: %s."), op_name(target->op));
	return err_hint(err, "%s", tr("Việc đã quyết định chỉ được thay bằng một quyết định mới."));
}

// Where what was changed belongs; what is not here belongs to something of the same change that is.
static const struct {
	NounKind noun;
	QueryId query;
} placed[] = {
	{ NOUN_PROGRESS, Q_UNDO_PLACE_PROGRESS },
	{ NOUN_READING, Q_UNDO_PLACE_READING },
	{ NOUN_MEETING, Q_UNDO_PLACE_MEETING },
	{ NOUN_AGENDA_ITEM, Q_UNDO_PLACE_AGENDA_ITEM },
	{ NOUN_ATTENDANCE, Q_UNDO_PLACE_ATTENDANCE },
	{ NOUN_CONCLUSION, Q_UNDO_PLACE_CONCLUSION },
	{ NOUN_REVIEW, Q_UNDO_PLACE_REVIEW },
	{ NOUN_REVIEW_MARK, Q_UNDO_PLACE_REVIEW_MARK },
	{ NOUN_TASK, Q_UNDO_PLACE_TASK },
};

static bool check_entry(Core *core, const JournalEntry *entry, Right right, Err *err)
{
	NounKind noun = noun_by_table(entry->kind);
	for (size_t i = 0; i < sizeof(placed) / sizeof(*placed); i++) {
		Place place = { 0 };
		if (placed[i].noun != noun)
			continue;
		Stmt *stmt = db_query(core_db(core), placed[i].query);
		stmt_int(stmt, entry->thing_id);
		if (stmt_row(stmt))
			place = (Place){ stmt_get_int(stmt, 0), stmt_get_int(stmt, 1) };
		return stmt_done(stmt, err) && right_check(core, right, place, err);
	}
	return true;
}

// What the thing itself says of who may, for operations of RIGHT_READ.
static const struct {
	const char *op;
	bool (*may)(Core *core, const Remark *remark, Err *err);
} asked_of_remark[] = {
	{ "remark-answer", remark_may_answer },
	{ "remark-make-task", remark_is_tasker },
};

static bool check_remark(Core *core, const char *op, const JournalEntry *entry, Err *err)
{
	Arena arena = ARENA_INIT;
	Remark remark;
	bool ok = noun_by_table(entry->kind) != NOUN_REMARK ||
		  remark_get(core, entry->thing_id, &arena, &remark, err);
	for (size_t i = 0; ok && i < sizeof(asked_of_remark) / sizeof(*asked_of_remark); i++)
		if (noun_by_table(entry->kind) == NOUN_REMARK && strcmp(asked_of_remark[i].op, op) == 0)
			ok = asked_of_remark[i].may(core, &remark, err);
	arena_release(&arena);
	return ok;
}

// Whoever has left a place or a role takes back nothing that he did there: what it took to do a
// thing, it takes today to undo it.
static bool check_right(Core *core, const Target *target, const Vec *entries, Err *err)
{
	bool ok = true;
	Right right = journal_op_right(target->op);
	if (right == RIGHT_DIRECT || right == RIGHT_REMARK)
		return right_check(core, right, (Place){ 0 }, err);
	for (size_t i = 0; ok && i < entries->len; i++)
		ok = right == RIGHT_READ ? check_remark(core, target->op, vec_at(entries, i), err) :
					   check_entry(core, vec_at(entries, i), right, err);
	return ok;
}

static bool check_target(Core *core, const Target *target, Arena *arena, Err *err)
{
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	bool ok = journal_of_change(core, target->change, arena, &entries, err) &&
		  check_right(core, target, &entries, err);
	vec_release(&entries);
	return ok;
}

bool undo_next(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	if (!undo_target(core, arena, &target, err))
		return false;
	*what = target.change ? op_name(target.op) : "";
	return !target.change ||
	       (check_op(&target, err) && check_target(core, &target, arena, err));
}

bool redo_next(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	if (!redo_target(core, arena, &target, err))
		return false;
	*what = target.change ? op_name(target.op) : "";
	return !target.change || check_target(core, &target, arena, err);
}

// Whether the row still has what the entry left: every column that it changed.
static bool still_as_left(const json_t *row, const json_t *after)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)after, name, value)
		if (!json_equal(json_object_get(row, name), value))
			return false;
	return true;
}

static bool fail_changed_since(Change *change, NounKind noun)
{
	Err err = ERR_INIT;
	err_set(&err, ERR_CONFLICT, tr("Không hoàn tác được: %s này đã được sửa tiếp sau đó."),
		tr(nouns[noun].label));
	err_hint(&err, "%s", tr("Hãy sửa trực tiếp; lịch sử vẫn giữ đủ các lần thay đổi."));
	change_fail(change, &err);
	return false;
}

// What has been locked since: final minutes, an approved review; one that is submitted is the lead's.
static const struct {
	NounKind noun;
	QueryId lock; // 0 rows or 0: open; 1: locked; else the region whose lead may
} locks[] = {
	{ NOUN_MEETING, Q_UNDO_LOCK_MEETING },
	{ NOUN_AGENDA_ITEM, Q_UNDO_LOCK_AGENDA_ITEM },
	{ NOUN_ATTENDANCE, Q_UNDO_LOCK_ATTENDANCE },
	{ NOUN_CONCLUSION, Q_UNDO_LOCK_CONCLUSION },
	{ NOUN_REVIEW, Q_UNDO_LOCK_REVIEW },
	{ NOUN_REVIEW_MARK, Q_UNDO_LOCK_REVIEW_MARK },
};

static bool check_lock(Core *core, NounKind noun, int64_t id, Err *err)
{
	int64_t lock = 0;
	for (size_t i = 0; i < sizeof(locks) / sizeof(*locks); i++) {
		if (locks[i].noun != noun)
			continue;
		Stmt *stmt = db_query(core_db(core), locks[i].lock);
		stmt_int(stmt, id);
		if (!db_scalar(stmt, 0, &lock, err))
			return false;
	}
	if (lock > 1)
		return right_check(core, RIGHT_REVIEW_APPROVE, (Place){ .region_id = lock }, err);
	if (lock == 0)
		return true;
	err_set(err, ERR_CONFLICT, tr("Không hoàn tác được: %s này đã khóa."), tr(nouns[noun].label));
	return err_hint(err, "%s", tr("Biên bản đã hoàn tất và sơ kết đã duyệt được giữ nguyên."));
}

static void invert(Change *change, const JournalEntry *entry)
{
	int64_t rev = 0;
	NounKind noun = noun_by_table(entry->kind);
	json_t *body = entry->body ? json_loads(entry->body, 0, NULL) : NULL;
	json_t *before = json_object_get(body, "before"), *after = json_object_get(body, "after");
	Core *core = change_core(change);
	if (noun == NOUN_COUNT || change_failed(change)) {
		json_decref(body);
		return;
	}
	json_t *row = row_read(core, noun, entry->thing_id, &rev, change_err(change));
	if (!row || !still_as_left(row, after)) {
		fail_changed_since(change, noun);
	} else if (check_lock(core, noun, entry->thing_id, change_err(change))) {
		// What was added is removed, not deleted: its number and its history stay.
		if (json_is_object(before))
			json_object_update(row, before);
		else
			json_object_set_new(row, "removed_at", json_integer(core_now(core)));
		Stmt *stmt = change_update(change, noun, entry->thing_id, rev);
		row_bind(stmt, row);
		change_run(change, stmt);
	}
	json_decref(row);
	json_decref(body);
}

// Newest entry first, as the work was done in the other order.
static bool run(Core *core, const Target *target, const char *op, Arena *arena, Err *err)
{
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	if (!journal_of_change(core, target->change, arena, &entries, err) ||
		!check_right(core, target, &entries, err)) {
		vec_release(&entries);
		return false;
	}
	Change *change = change_begin(core, op);
	if (!change_failed(change))
		change_allow(change, check_right(core, target, &entries, change_err(change)));
	change_set_undoes(change, target->change);
	for (size_t i = entries.len; i-- > 0;)
		invert(change, vec_at(&entries, i));
	vec_release(&entries);
	return change_commit(change, err);
}

bool undo_run(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	*what = "";
	if (!undo_target(core, arena, &target, err))
		return false;
	if (!target.change)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Không có thay đổi nào của đồng chí để hoàn tác."));
	*what = op_name(target.op);
	return check_op(&target, err) && run(core, &target, target.op, arena, err);
}

bool redo_run(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	*what = "";
	if (!redo_target(core, arena, &target, err))
		return false;
	if (!target.change)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Không có gì để làm lại."));
	*what = op_name(target.op);
	return run(core, &target, target.op, arena, err);
}
