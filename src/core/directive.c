// SPDX-License-Identifier: MIT
#include "core/directive.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/fold.h"

#include <string.h>

static Directive directive_row(Stmt *stmt, Arena *arena)
{
	return (Directive){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.number = stmt_get_string(stmt, 2, arena),
		.issued_on = stmt_get_string(stmt, 3, arena),
		.kind = stmt_get_string(stmt, 4, arena),
		.issuer = stmt_get_string(stmt, 5, arena),
		.subject = stmt_get_string(stmt, 6, arena),
		.signer_post = stmt_get_string(stmt, 7, arena),
		.signer_name = stmt_get_string(stmt, 8, arena),
		.recipients = stmt_get_string(stmt, 9, arena),
		.tasks = (int)stmt_get_int(stmt, 10),
	};
}

bool directive_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_DIRECTIVE_ALL);
	while (stmt_row(stmt))
		*(Directive *)vec_push(out) = directive_row(stmt, arena);
	return stmt_done(stmt, err);
}

bool directive_get(Core *core, int64_t id, Arena *arena, Directive *out, Err *err)
{
	char shown[24];
	Stmt *stmt = db_query(core_db(core), Q_DIRECTIVE_BY_ID);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found) {
		*out = directive_row(stmt, arena);
		out->text = stmt_get_string(stmt, 11, arena);
	}
	if (!stmt_done(stmt, err))
		return false;
	if (found)
		return true;
	id_show(core, id, shown);
	return err_set(err, ERR_NOT_FOUND, tr("Không có văn bản số hiệu %s."), shown);
}

// What was typed, apart: a number, and a day where one was given after "@".
typedef struct {
	Buf number; // folded: "259-cv/tu" is 259-CV/TU
	const char *day;
} Typed;

static bool fits(const Typed *typed, const Directive *directive)
{
	Buf number = BUF_INIT;
	text_fold(&number, directive->number, strlen(directive->number));
	bool same = strcmp(number.bytes, typed->number.bytes) == 0;
	buf_release(&number);
	return same && (!*typed->day || strcmp(directive->issued_on, typed->day) == 0);
}

static bool several(const Vec *all, const Typed *typed, const char *number, Err *err)
{
	Buf names = BUF_INIT;
	for (size_t i = 0; i < all->len; i++) {
		const Directive *directive = vec_at(all, i);
		if (fits(typed, directive))
			buf_addf(&names, "%s%s@%s", names.len ? ", " : "", directive->number,
				directive->issued_on);
	}
	err_set(err, ERR_INVALID, tr("Số “%s” có nhiều văn bản."), number);
	err_hint(err, tr("Ghi thêm ngày: %s."), names.bytes);
	buf_release(&names);
	return err_field(err, "directive");
}

static bool pick(const Vec *all, const Typed *typed, const char *number, int64_t *id, Err *err)
{
	size_t count = 0;
	for (size_t i = 0; i < all->len; i++) {
		const Directive *directive = vec_at(all, i);
		if (!fits(typed, directive))
			continue;
		*id = directive->id;
		count++;
	}
	if (count > 1)
		return several(all, typed, number, err);
	if (count == 1)
		return true;
	err_set(err, ERR_NOT_FOUND, tr("Không có văn bản “%s”."), number);
	return err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi directive list`."));
}

bool directive_find(Core *core, const char *number, Arena *arena, Directive *out, Err *err)
{
	Vec all;
	int64_t id = 0;
	const char *at = strrchr(number, '@');
	Typed typed = { .number = BUF_INIT, .day = at ? at + 1 : "" };
	text_fold(&typed.number, number, at ? (size_t)(at - number) : strlen(number));
	vec_init(&all, sizeof(Directive));
	bool ok = directive_list(core, arena, &all, err) && pick(&all, &typed, number, &id, err) &&
		  directive_get(core, id, arena, out, err);
	vec_release(&all);
	buf_release(&typed.number);
	return ok;
}
