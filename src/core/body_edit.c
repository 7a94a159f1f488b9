// SPDX-License-Identifier: MIT
// Bodies: a new one, and what one that has ended left open.
#include "core/body.h"

#include "base/tr.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/row.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <string.h>

bool body_check_in_force(Core *core, int64_t id, Err *err)
{
	Body body;
	char today[11];
	const char *kin = "";
	Arena arena = ARENA_INIT;
	core_today_iso(core, today);
	bool ok = !id || body_get(core, id, &arena, &body, err);
	if (ok && id && *body.to && strcmp(body.to, today) < 0) {
		ok = body_kin_words(core, &body, &arena, &kin, err);
		if (ok) {
			err_set(err, ERR_INVALID, "%s: %s.", body.name, kin);
			err_hint(err, "%s", tr("Việc mới thì giao cho cơ quan kế thừa."));
			ok = err_field(err, "body");
		}
	}
	arena_release(&arena);
	return ok;
}

// Adding ----------------------------------------------------------------------------------------

static bool check_new(Core *core, const Body *body, Err *err)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	int64_t taken = 0;
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	if (!*body->code || body->code[strspn(body->code, letters)]) {
		err_set(err, ERR_INVALID, tr("Mã cơ quan “%.40s” không hợp lệ."), body->code);
		err_hint(err, "%s", tr("Dùng chữ thường không dấu, chữ số và “-”."));
		return err_field(err, "code");
	}
	if (!*body->name) {
		err_set(err, ERR_INVALID, "%s", tr("Tên cơ quan để trống."));
		return err_field(err, "name");
	}
	Stmt *stmt = db_query(core_db(core), Q_BODY_CODE_TAKEN);
	stmt_text(stmt, body->code);
	if (!db_scalar(stmt, 0, &taken, err))
		return false;
	if (!taken)
		return true;
	err_set(err, ERR_CONFLICT, tr("Mã cơ quan “%s” đã dùng."), body->code);
	err_hint(err, "%s", tr("Chọn mã khác; mã đã dùng không cấp lại."));
	return err_field(err, "code");
}

bool body_add(Core *core, Body *body, Err *err)
{
	Arena arena = ARENA_INIT;
	int64_t last = 0;
	Body new = {
		.code = body->code ? body->code : "",
		.name = text_clean_arena(&arena, body->name ? body->name : "", CLEAN_LINE),
		.short_name = text_clean_arena(&arena, body->short_name ? body->short_name : "", CLEAN_LINE),
	};
	bool ok = check_new(core, &new, err);
	if (ok) {
		Change *change = change_begin(core, "body-add");
		bool known = db_scalar(db_query(core_db(core), Q_BODY_LAST_POSITION), 0, &last,
			change_err(change));
		(void)known; // a failure stays in the change
		body_insert(change, &new, last + 1);
		ok = change_commit(change, err);
		body->id = new.id;
	}
	arena_release(&arena);
	return ok;
}

void body_insert(Change *change, Body *body, int64_t position)
{
	Stmt *stmt = change_insert(change, NOUN_BODY, &body->id);
	stmt_text(stmt, body->code);
	stmt_text(stmt, body->name);
	stmt_text(stmt, *body->short_name ? body->short_name : body->name);
	stmt_int(stmt, position);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

// Handing on ------------------------------------------------------------------------------------

static bool refuse_heir(const char *message, const char *hint, Err *err)
{
	err_set(err, ERR_INVALID, "%s", message);
	err_hint(err, "%s", hint);
	return err_field(err, "to");
}

// *to 0 becomes the only one that follows.
static bool check_heir(Core *core, const Body *body, int64_t *to, Arena *arena, Err *err)
{
	Vec heirs;
	bool follows = false;
	vec_init(&heirs, sizeof(Body));
	bool ok = body_successors(core, body->id, arena, &heirs, err);
	size_t n = heirs.len;
	if (n == 1 && !*to)
		*to = ((const Body *)vec_at(&heirs, 0))->id;
	for (size_t i = 0; i < n; i++)
		follows = follows || ((const Body *)vec_at(&heirs, i))->id == *to;
	vec_release(&heirs);
	if (!ok)
		return false;
	if (!body->ended)
		return refuse_heir(tr("Cơ quan này chưa kết thúc."),
			tr("Ghi ngày kết thúc bằng `dieuphoi regions apply`."), err);
	if (!n)
		return refuse_heir(tr("Cơ quan này không có cơ quan kế thừa."),
			tr("Giao từng việc cho cơ quan khác: F4 ở nhiệm vụ, `task set --at`."), err);
	if (!*to)
		return refuse_heir(tr("Có nhiều cơ quan kế thừa, cần chọn một."),
			tr("Ghi mã cơ quan nhận việc."), err);
	return follows || refuse_heir(tr("Cơ quan ấy không kế thừa cơ quan này."),
				  tr("Chọn một trong các cơ quan kế thừa."), err);
}

static bool read_open(Core *core, int64_t id, Vec *out, int *shared, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_BODY_OPEN_LEAVES);
	stmt_int(stmt, id);
	stmt_text(stmt, today);
	while (stmt_row(stmt)) {
		if (stmt_get_int(stmt, 2))
			*(int64_t *)vec_push(out) = stmt_get_int(stmt, 0);
		else
			(*shared)++;
	}
	return stmt_done(stmt, err);
}

static bool hand_on(Core *core, int64_t id, int64_t to, BodySpread *out, Err *err)
{
	Vec leaves;
	vec_init(&leaves, sizeof(int64_t));
	Change *change = change_begin(core, "body-spread");
	bool read = !change_failed(change) && read_open(core, id, &leaves, &out->shared, change_err(change));
	for (size_t i = 0; read && i < leaves.len; i++)
		change_patch(change, NOUN_LEAF, *(const int64_t *)vec_at(&leaves, i), REV_ANY,
			json_pack("{s:o}", "body_id", json_id(to)));
	out->made = (int)leaves.len;
	vec_release(&leaves);
	return change_commit(change, err);
}

bool body_spread(Core *core, int64_t id, int64_t to, BodySpread *out, Err *err)
{
	Body body;
	Arena arena = ARENA_INIT;
	*out = (BodySpread){ 0 };
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  core_check_today(core, err) && body_get(core, id, &arena, &body, err) &&
		  check_heir(core, &body, &to, &arena, err) && body_check_in_force(core, to, err) &&
		  hand_on(core, id, to, out, err);
	arena_release(&arena);
	return ok;
}
