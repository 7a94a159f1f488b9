// SPDX-License-Identifier: MIT
#include "core/person.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/right.h"
#include "core/user_parts.h"

#include <string.h>

static Assignment assignment_row(Stmt *stmt, Arena *arena)
{
	return (Assignment){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.person_id = stmt_get_int(stmt, 2),
		.region_id = stmt_get_int(stmt, 3),
		.district_id = stmt_get_int(stmt, 4),
		.member_id = stmt_get_int(stmt, 5),
		.stand_in = stmt_get_int(stmt, 6),
		.document = stmt_get_string(stmt, 7, arena),
		.from = stmt_get_string(stmt, 8, arena),
		.to = stmt_get_string(stmt, 9, arena),
		.name = stmt_get_string(stmt, 10, arena),
		.post = stmt_get_string(stmt, 11, arena),
	};
}

static bool read_all(Stmt *stmt, Arena *arena, Vec *out, Err *err)
{
	while (stmt_row(stmt))
		*(Assignment *)vec_push(out) = assignment_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool check_dates(const char *from, const char *to, Err *err)
{
	Date first, last;
	if (!date_parse(from, &first)) {
		err_set(err, ERR_INVALID, tr("Ngày bắt đầu “%s” không phải là một ngày."), from);
		return err_field(err, "from");
	}
	if (!*to)
		return true;
	if (!date_parse(to, &last) || date_compare(last, first) < 0) {
		err_set(err, ERR_INVALID, tr("Ngày kết thúc “%s” không phải là ngày từ %s trở đi."), to, from);
		return err_field(err, "to");
	}
	return true;
}

void assignment_bind(Stmt *stmt, const Assignment *assignment)
{
	stmt_int(stmt, assignment->person_id);
	stmt_int_or_null(stmt, assignment->region_id);
	stmt_int_or_null(stmt, assignment->district_id);
	stmt_int_or_null(stmt, assignment->member_id);
	stmt_int(stmt, assignment->stand_in);
	stmt_text(stmt, assignment->document ? assignment->document : "");
	stmt_text(stmt, assignment->from);
	stmt_text_or_null(stmt, assignment->to);
	stmt_text(stmt, NULL);
}

void assignment_insert(Change *change, Assignment *assignment)
{
	Stmt *stmt = change_insert(change, NOUN_ASSIGNMENT, &assignment->id);
	assignment_bind(stmt, assignment);
	change_run(change, stmt);
}

bool assignment_add(Core *core, Assignment *assignment, Err *err)
{
	int targets = !!assignment->region_id + !!assignment->district_id + !!assignment->member_id;
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	if (targets != 1)
		return err_set(err, ERR_INVALID, "%s",
			tr("Phân công cần đúng một nơi: một vùng, một địa phương hoặc một đồng chí."));
	if (!check_dates(assignment->from, assignment->to ? assignment->to : "", err))
		return false;
	Change *change = change_begin(core, "assignment-add");
	assignment_insert(change, assignment);
	return change_commit(change, err);
}

bool assignment_get(Core *core, int64_t id, Arena *arena, Assignment *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_ASSIGNMENT_BY_ID);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = assignment_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn phân công này."));
}

bool assignment_end(Core *core, int64_t id, int64_t rev, const char *last_day, Err *err)
{
	Arena arena = ARENA_INIT;
	Assignment assignment;
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  assignment_get(core, id, &arena, &assignment, err) &&
		  check_dates(assignment.from, last_day, err);
	if (ok) {
		assignment.to = last_day;
		Change *change = change_begin(core, "assignment-end");
		Stmt *stmt = change_update(change, NOUN_ASSIGNMENT, id, rev);
		assignment_bind(stmt, &assignment);
		change_run(change, stmt);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool assignment_of_place_during(Core *core, Place place, const char *from, const char *to,
	Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_ASSIGNMENT_BY_PLACE);
	stmt_int_or_null(stmt, place.region_id);
	stmt_int_or_null(stmt, place.district_id);
	stmt_text(stmt, from);
	stmt_text(stmt, to);
	return read_all(stmt, arena, out, err);
}

bool assignment_of_place(Core *core, Place place, const char *day, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	day = *day ? day : today;
	return assignment_of_place_during(core, place, day, day, arena, out, err);
}

bool assignment_of_person(Core *core, int64_t person_id, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_ASSIGNMENT_BY_PERSON);
	stmt_int(stmt, person_id);
	stmt_text(stmt, today);
	return read_all(stmt, arena, out, err);
}

bool assignment_of_person_ever(Core *core, int64_t person_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_ASSIGNMENT_BY_PERSON_EVER);
	stmt_int(stmt, person_id);
	return read_all(stmt, arena, out, err);
}

bool assignment_of_secretaries(Core *core, const char *day, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_ASSIGNMENT_OF_SECRETARIES);
	stmt_text(stmt, day);
	return read_all(stmt, arena, out, err);
}

bool assignment_target(Core *core, const Assignment *assignment, Arena *arena, const char **out,
	Err *err)
{
	Person member;
	const char *code;
	Place place = { assignment->region_id, assignment->district_id };
	if (!assignment->member_id)
		return place_name(core, place, arena, out, &code, err);
	if (!person_get(core, assignment->member_id, arena, &member, err))
		return false;
	*out = member.name;
	return true;
}
