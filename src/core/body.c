// SPDX-License-Identifier: MIT
#include "core/task_parts.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/right.h"
#include "text/clean.h"
#include "text/fold.h"

#include <string.h>

bool body_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_BODY_ALL);
	while (stmt_row(stmt))
		*(Body *)vec_push(out) = (Body){
			.id = stmt_get_int(stmt, 0),
			.code = stmt_get_string(stmt, 1, arena),
			.name = stmt_get_string(stmt, 2, arena),
			.short_name = stmt_get_string(stmt, 3, arena),
		};
	return stmt_done(stmt, err);
}

bool body_default(Core *core, Place place, const char *day, int64_t *id, Err *err)
{
	*id = 0;
	if (!place.district_id)
		return true;
	Stmt *stmt = db_query(core_db(core), Q_BODY_DEFAULT);
	stmt_int(stmt, place.district_id);
	stmt_text(stmt, day);
	return db_scalar(stmt, 0, id, err);
}

// How well a body fits what was typed; a better fit makes worse ones not count.
typedef enum { FIT_NONE, FIT_PART, FIT_WHOLE, FIT_EXACT } Fit;

static bool folds_equal(const char *a, const char *b)
{
	Buf x = BUF_INIT, y = BUF_INIT;
	text_fold(&x, a, strlen(a));
	text_fold(&y, b, strlen(b));
	bool equal = strcmp(x.bytes, y.bytes) == 0;
	buf_release(&x);
	buf_release(&y);
	return equal;
}

static Fit body_fit(const Body *body, const char *typed)
{
	if (strcmp(body->code, typed) == 0 || strcmp(body->name, typed) == 0)
		return FIT_EXACT;
	if (folds_equal(body->name, typed) || folds_equal(body->short_name, typed))
		return FIT_WHOLE;
	if (text_contains(body->name, typed) || text_contains(body->short_name, typed))
		return FIT_PART;
	return FIT_NONE;
}

static bool several(const Vec *bodies, const char *typed, Fit fit, Err *err)
{
	Buf names = BUF_INIT;
	for (size_t i = 0; i < bodies->len; i++) {
		const Body *body = vec_at(bodies, i);
		if (body_fit(body, typed) == fit)
			buf_addf(&names, "%s%s (%s)", names.len ? ", " : "", body->name, body->code);
	}
	err_set(err, ERR_INVALID, tr("“%s” có nhiều cơ quan."), typed);
	err_hint(err, tr("Chọn một: %s."), names.bytes);
	buf_release(&names);
	return err_field(err, "body");
}

static bool pick_best(const Vec *bodies, const char *typed, Body *out, Err *err)
{
	Fit best = FIT_NONE;
	int count = 0;
	for (size_t i = 0; *typed && i < bodies->len; i++) {
		const Body *body = vec_at(bodies, i);
		Fit fit = body_fit(body, typed);
		if (fit == FIT_NONE || fit < best)
			continue;
		count = fit > best ? 1 : count + 1;
		best = fit;
		*out = *body;
	}
	if (count > 1)
		return several(bodies, typed, best, err);
	if (count == 1)
		return true;
	err_set(err, ERR_NOT_FOUND, tr("Không có cơ quan “%s”."), typed);
	err_hint(err, "%s", tr("Gõ mã hoặc một phần tên, không cần dấu."));
	return err_field(err, "body");
}

bool body_find(Core *core, const char *typed, Arena *arena, Body *out, Err *err)
{
	Vec bodies;
	vec_init(&bodies, sizeof(Body));
	bool ok = body_list(core, arena, &bodies, err) && pick_best(&bodies, typed, out, err);
	vec_release(&bodies);
	return ok;
}

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
	return err_hint(err, "%s", tr("Chọn mã khác; mã đã dùng không cấp lại."));
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
