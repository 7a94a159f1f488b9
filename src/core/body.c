// SPDX-License-Identifier: MIT
#include "core/body.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/fold.h"

#include <string.h>

// Reading ---------------------------------------------------------------------------------------

static Body body_row(Stmt *stmt, const char *day, Arena *arena)
{
	Body body = {
		.id = stmt_get_int(stmt, 0),
		.code = stmt_get_string(stmt, 1, arena),
		.name = stmt_get_string(stmt, 2, arena),
		.short_name = stmt_get_string(stmt, 3, arena),
		.from = stmt_get_string(stmt, 4, arena),
		.to = stmt_get_string(stmt, 5, arena),
	};
	body.ended = *body.to && strcmp(body.to, day) < 0;
	return body;
}

// id 0: the piece has no second parameter.
static bool read_bodies(Core *core, QueryId which, int64_t id, Arena *arena, Vec *out, Err *err)
{
	char day[11];
	const QueryId pieces[] = { Q_BODY_COLUMNS, which, Q_BODY_ORDER };
	core_day_iso(core, day);
	Stmt *stmt = db_query_join(core_db(core), pieces, 3);
	stmt_text(stmt, day);
	if (id)
		stmt_int(stmt, id);
	while (stmt_row(stmt))
		*(Body *)vec_push(out) = body_row(stmt, day, arena);
	return stmt_done(stmt, err);
}

bool body_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	return read_bodies(core, Q_BODY_IN_FORCE, 0, arena, out, err);
}

bool body_list_ended(Core *core, Arena *arena, Vec *out, Err *err)
{
	return read_bodies(core, Q_BODY_ENDED, 0, arena, out, err);
}

bool body_successors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	return read_bodies(core, Q_BODY_AFTER, id, arena, out, err);
}

bool body_predecessors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	return read_bodies(core, Q_BODY_BEFORE, id, arena, out, err);
}

bool body_get(Core *core, int64_t id, Arena *arena, Body *out, Err *err)
{
	Vec one;
	char shown[24];
	vec_init(&one, sizeof(Body));
	bool ok = read_bodies(core, Q_BODY_WHERE_ID, id, arena, &one, err);
	bool found = ok && one.len;
	if (found)
		*out = *(const Body *)vec_at(&one, 0);
	vec_release(&one);
	if (!ok || found)
		return ok;
	id_show(core, id, shown);
	return err_set(err, ERR_NOT_FOUND, tr("Không có cơ quan “%s”."), shown);
}

bool body_load_led(Core *core, Body *body, Err *err)
{
	char day[11];
	core_day_iso(core, day);
	body->open = body->late = 0;
	Stmt *stmt = db_query(core_db(core), Q_BODY_OPEN_LEAVES);
	stmt_int(stmt, body->id);
	stmt_text(stmt, day);
	while (stmt_row(stmt)) {
		const char *due = stmt_get_text(stmt, 1);
		body->open++;
		body->late += *due && strcmp(due, day) < 0;
	}
	return stmt_done(stmt, err);
}

bool body_names(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_BODY_NAMES_OF);
	stmt_int(stmt, id);
	while (stmt_row(stmt))
		*(BodyName *)vec_push(out) = (BodyName){
			.from = stmt_get_string(stmt, 0, arena),
			.name = stmt_get_string(stmt, 1, arena),
			.short_name = stmt_get_string(stmt, 2, arena),
			.document = stmt_get_string(stmt, 3, arena),
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

// Words -----------------------------------------------------------------------------------------

static const char *names_of(const Vec *bodies, Arena *arena)
{
	Buf names = BUF_INIT;
	for (size_t i = 0; i < bodies->len; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", ((const Body *)vec_at(bodies, i))->name);
	const char *copy = arena_strdup(arena, names.len ? names.bytes : "");
	buf_release(&names);
	return copy;
}

static const char *day_words(const char *iso, Arena *arena)
{
	Date day;
	char shown[11] = "";
	if (date_parse(iso, &day))
		date_show(day, shown);
	return arena_strdup(arena, shown);
}

bool body_kin_words(Core *core, const Body *body, Arena *arena, const char **out, Err *err)
{
	Vec kin;
	vec_init(&kin, sizeof(Body));
	*out = "";
	bool ok = read_bodies(core, body->ended ? Q_BODY_AFTER : Q_BODY_BEFORE, body->id, arena, &kin, err);
	const char *names = names_of(&kin, arena), *last = day_words(body->to, arena);
	vec_release(&kin);
	if (body->ended)
		*out = *names ? arena_printf(arena, tr("đã kết thúc %s, kế thừa: %s"), last, names) :
				arena_printf(arena, tr("đã kết thúc %s, không có cơ quan kế thừa"), last);
	else if (*names)
		*out = arena_printf(arena, tr("kế thừa %s"), names);
	return ok;
}

// Finding by what was typed ---------------------------------------------------------------------

// How well a body fits what was typed; a better fit makes worse ones not count. Of equal ones, what is
// there on the day goes before what has ended.
typedef enum {
	FIT_NONE,
	FIT_PART = 2,
	FIT_WHOLE = 4,
	FIT_EXACT = 6,
	FIT_IN_FORCE = 1, // added to the others
} Fit;

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

static int words_fit(const Body *body, const char *typed)
{
	if (strcmp(body->code, typed) == 0 || strcmp(body->name, typed) == 0)
		return FIT_EXACT;
	if (folds_equal(body->name, typed) || folds_equal(body->short_name, typed))
		return FIT_WHOLE;
	if (text_contains(body->name, typed) || text_contains(body->short_name, typed))
		return FIT_PART;
	return FIT_NONE;
}

static int body_fit(const Body *body, const char *typed)
{
	int fit = words_fit(body, typed);
	return fit == FIT_NONE || body->ended ? fit : fit + FIT_IN_FORCE;
}

static bool several(const Vec *bodies, const char *typed, int fit, Err *err)
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
	int best = FIT_NONE, count = 0;
	for (size_t i = 0; *typed && i < bodies->len; i++) {
		const Body *body = vec_at(bodies, i);
		int fit = body_fit(body, typed);
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
	bool ok = body_list(core, arena, &bodies, err) && body_list_ended(core, arena, &bodies, err) &&
		  pick_best(&bodies, typed, out, err);
	vec_release(&bodies);
	return ok;
}
