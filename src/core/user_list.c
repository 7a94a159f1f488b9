// SPDX-License-Identifier: MIT
#include "core/user.h"

#include "core/right.h"

#include <string.h>

static const Person *person_of(const Vec *people, int64_t id)
{
	for (size_t i = 0; i < people->len; i++)
		if (((const Person *)vec_at(people, i))->id == id)
			return vec_at(people, i);
	return NULL;
}

static const char *served_by(const Vec *secretaries, const Vec *people, int64_t person_id, Arena *arena)
{
	const char *names = "";
	for (size_t i = 0; i < secretaries->len; i++) {
		const Assignment *each = vec_at(secretaries, i);
		const Person *member = person_of(people, each->member_id);
		if (each->person_id == person_id && member)
			names = arena_printf(arena, "%s%s%s", names, *names ? ", " : "", member->name);
	}
	return names;
}

static void add_people(Core *core, const Vec *people, const Vec *secretaries, Arena *arena, Vec *out)
{
	char today[11];
	core_today_iso(core, today);
	for (size_t i = 0; i < people->len; i++) {
		const Person *person = vec_at(people, i);
		if (*person->login)
			*(UserLine *)vec_push(out) = (UserLine){
				.person = *person,
				.serves = served_by(secretaries, people, person->id, arena),
				.closed = *person->to && strcmp(person->to, today) < 0,
			};
	}
}

static UserLine *line_of(Vec *lines, int64_t id)
{
	for (size_t i = 0; i < lines->len; i++)
		if (((const UserLine *)vec_at(lines, i))->person.id == id)
			return vec_at(lines, i);
	return NULL;
}

static bool read_counts(Core *core, Vec *lines, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_USER_LINES);
	stmt_text(stmt, today);
	while (stmt_row(stmt)) {
		UserLine *line = line_of(lines, stmt_get_int(stmt, 0));
		if (!line)
			continue;
		line->keys = (int)stmt_get_int(stmt, 1);
		line->last_at = stmt_get_int(stmt, 2);
	}
	return stmt_done(stmt, err);
}

bool user_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Vec people, secretaries;
	char today[11];
	core_today_iso(core, today);
	vec_init(&people, sizeof(Person));
	vec_init(&secretaries, sizeof(Assignment));
	bool ok = right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err) &&
		  person_list(core, PERSON_ALL, arena, &people, err) &&
		  assignment_of_secretaries(core, today, arena, &secretaries, err);
	if (ok) {
		add_people(core, &people, &secretaries, arena, out);
		ok = read_counts(core, out, err);
	}
	vec_release(&people);
	vec_release(&secretaries);
	return ok;
}
