// SPDX-License-Identifier: MIT
#include "core/change.h"

#include "base/tr.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "core/journal.h"
#include "core/journal_op.h"
#include "core/row.h"
#include "core/search_parts.h"

#include <stdlib.h>

typedef struct {
	NounKind noun;
	int64_t id, base_rev; // 0 for a new row
	json_t *before;       // owned; NULL for a new row
} Touched;

struct Change {
	Core *core;
	const char *op;
	int64_t undoes;
	bool asked; // who may, since the lock is held
	Vec touched; // of Touched, in the order of the work
	Err err;     // the first failure; later steps are skipped
};

// What was allowed before the lock was waited for may not be any more.
static bool check_actor(Core *core, unsigned roles, Err *err)
{
	if (!core_renew_actor(core, err))
		return false;
	if (!(roles & ~core_actor(core)->roles))
		return true;
	err_set(err, ERR_DENIED, "%s", tr("Quyền của đồng chí vừa thay đổi."));
	return err_hint(err, "%s", tr("Chưa ghi gì; chữ đang gõ còn đó. Làm lại nếu vẫn còn quyền."));
}

// The journal would hold what nobody can read by a name or say who may undo.
static bool check_op(const char *op, Err *err)
{
	return journal_op_known(op) ||
	       err_set(err, ERR_DB, "%s: no such operation in the journal's table", op);
}

Change *change_begin(Core *core, const char *op)
{
	Change *change = xcalloc(1, sizeof(*change));
	unsigned roles = core_actor(core)->roles;
	change->core = core;
	change->op = op;
	vec_init(&change->touched, sizeof(Touched));
	bool begun = check_op(op, &change->err) && core_check_today(core, &change->err) &&
		     core_check_writable(core, &change->err) && db_write_begin(core_db(core), &change->err) &&
		     check_actor(core, roles, &change->err);
	(void)begun; // a failure stays in change->err
	return change;
}

void change_allow(Change *change, bool may)
{
	change->asked = change->asked || may;
}

void change_hold(Change *change, Right right, Place place)
{
	if (change_failed(change))
		return;
	change_allow(change, right_check(change->core, right, place, &change->err));
	if (change->err.kind == ERR_DENIED)
		err_hint(&change->err, "%s", tr("Phân công vừa thay đổi. Chưa ghi gì; chữ đang gõ còn đó."));
}

static void check_asked(Change *change)
{
	if (!change_failed(change) && !change->asked &&
		right_rests_on_assignments(journal_op_right(change->op)))
		err_set(&change->err, ERR_DB, "%s: who may was not asked under the lock", change->op);
}

Core *change_core(Change *change)
{
	return change->core;
}

bool change_failed(const Change *change)
{
	return change->err.kind != ERR_NONE;
}

void change_fail(Change *change, const Err *err)
{
	if (!change_failed(change))
		change->err = *err;
}

Err *change_err(Change *change)
{
	return &change->err;
}

void change_set_undoes(Change *change, int64_t undoes)
{
	change->undoes = undoes;
}

static int64_t new_id(Change *change)
{
	int64_t n = 0;
	int64_t office = core_office(change->core);
	if (change_failed(change))
		return 0;
	Stmt *stmt = db_query(core_db(change->core), Q_COUNTER_NEXT);
	stmt_int(stmt, office);
	if (!db_scalar(stmt, 0, &n, &change->err))
		return 0;
	return office << ID_OFFICE_SHIFT | n;
}

Stmt *change_insert(Change *change, NounKind noun, int64_t *id)
{
	*id = new_id(change);
	Touched *touched = vec_push(&change->touched);
	*touched = (Touched){ .noun = noun, .id = *id };
	Stmt *stmt = db_query(core_db(change->core), nouns[noun].insert);
	stmt_int(stmt, *id);
	return stmt;
}

static bool already_touched(const Change *change, NounKind noun, int64_t id)
{
	for (size_t i = 0; i < change->touched.len; i++) {
		const Touched *touched = vec_at(&change->touched, i);
		if (touched->noun == noun && touched->id == id)
			return true;
	}
	return false;
}

static void fail_stale(Change *change, NounKind noun)
{
	err_set(&change->err, ERR_CONFLICT, tr("Người khác vừa sửa %s này."), tr(nouns[noun].label));
	err_hint(&change->err, "%s", tr("Mở lại để xem bản mới rồi sửa tiếp; chưa ghi gì."));
}

void change_touch(Change *change, NounKind noun, int64_t id, int64_t rev)
{
	int64_t have = 0;
	if (change_failed(change) || already_touched(change, noun, id))
		return;
	json_t *before = row_read(change->core, noun, id, &have, &change->err);
	if (change_failed(change))
		return;
	if (!before) {
		err_set(&change->err, ERR_NOT_FOUND, tr("Không còn %s này."), tr(nouns[noun].label));
		return;
	}
	if (rev != REV_ANY && rev != have) {
		json_decref(before);
		fail_stale(change, noun);
		return;
	}
	Touched *touched = vec_push(&change->touched);
	*touched = (Touched){ .noun = noun, .id = id, .base_rev = have, .before = before };
}

Stmt *change_update(Change *change, NounKind noun, int64_t id, int64_t rev)
{
	change_touch(change, noun, id, rev);
	Stmt *stmt = db_query(core_db(change->core), nouns[noun].update);
	stmt_int(stmt, id);
	return stmt;
}

void change_run(Change *change, Stmt *stmt)
{
	Err ignored = ERR_INIT;
	bool ok = change_failed(change) ? stmt_done(stmt, &ignored) : stmt_run(stmt, &change->err);
	(void)ok; // a failure stays in change->err
}

void change_remove(Change *change, NounKind noun, int64_t id, int64_t rev)
{
	int64_t have = 0;
	Stmt *stmt = change_update(change, noun, id, rev);
	json_t *row = change_failed(change) ? NULL :
					      row_read(change->core, noun, id, &have, &change->err);
	if (row) {
		json_object_set_new(row, "removed_at", json_integer(core_now(change->core)));
		row_bind(stmt, row);
	}
	change_run(change, stmt);
	json_decref(row);
}

// Only another program writes such bytes, or a disk that is failing.
static void fail_broken(Change *change, NounKind noun)
{
	err_set(&change->err, ERR_DATA, tr("Chữ đang lưu của %s này bị hỏng, nhật ký không chép lại được."),
		tr(nouns[noun].label));
	err_hint(&change->err, "%s", tr("Chưa ghi gì. Báo người quản trị: xem `dieuphoi check`, khôi phục từ bản sao lưu."));
}

static void journal_touched(Change *change, Touched *touched, int64_t *group)
{
	int64_t rev = 0;
	json_t *after = row_read(change->core, touched->noun, touched->id, &rev, &change->err);
	json_t *difference = after ? row_difference(touched->before, after) : NULL;
	if (difference) {
		char *body = json_dumps(difference, JSON_COMPACT | JSON_PRESERVE_ORDER);
		JournalEntry entry = {
			.change = *group, .undoes = change->undoes, .op = change->op,
			.kind = nouns[touched->noun].table, .thing_id = touched->id,
			.base_rev = touched->base_rev, .body = body,
		};
		if (!body)
			fail_broken(change, touched->noun);
		else if (journal_append(change->core, &entry, &change->err))
			*group = entry.change;
		free(body);
	}
	json_decref(difference);
	json_decref(after);
}

// Every change passes here, so the index of search misses none.
static void index_touched(Change *change)
{
	size_t n = change->touched.len;
	SearchTouched *touched = xcalloc(n + 1, sizeof(*touched));
	for (size_t i = 0; i < n; i++) {
		const Touched *each = vec_at(&change->touched, i);
		touched[i] = (SearchTouched){ each->noun, each->id };
	}
	bool ok = change_failed(change) || search_follow(change->core, touched, n, &change->err);
	(void)ok; // a failure stays in change->err
	free(touched);
}

static void change_free(Change *change)
{
	for (size_t i = 0; i < change->touched.len; i++)
		json_decref(((Touched *)vec_at(&change->touched, i))->before);
	vec_release(&change->touched);
	free(change);
}

bool change_commit(Change *change, Err *err)
{
	int64_t group = 0;
	check_asked(change);
	for (size_t i = 0; i < change->touched.len && !change_failed(change); i++)
		journal_touched(change, vec_at(&change->touched, i), &group);
	index_touched(change);
	if (change_failed(change)) {
		*err = change->err;
		return change_cancel(change);
	}
	bool ok = db_write_commit(core_db(change->core), err);
	core_doubt_actor(change->core);
	if (ok && group)
		journal_log_day(change->core, group);
	change_free(change);
	return ok;
}

bool change_cancel(Change *change)
{
	db_write_cancel(core_db(change->core));
	change_free(change);
	return false;
}
