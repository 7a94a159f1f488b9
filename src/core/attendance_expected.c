// SPDX-License-Identifier: MIT
// Who is expected at a meeting: those of its day. They are put into a new meeting's attendance, and
// follow when the day changes, until somebody has said what became of them.
#include "core/meeting_parts.h"
#include "core/person.h"

#include <string.h>

// A person's row in a meeting's attendance.
typedef struct {
	int64_t id, person_id;
	int position;
	bool prefilled, removed;
	const char *name;
} Row;

static bool holds(const Vec *people, int64_t id)
{
	for (size_t i = 0; i < people->len; i++)
		if (*(const int64_t *)vec_at(people, i) == id)
			return true;
	return false;
}

static void add_once(Vec *people, int64_t id)
{
	if (id && !holds(people, id))
		*(int64_t *)vec_push(people) = id;
}

// In the order of protocol: who chairs, who leads the region and its districts, who writes.
static bool expected(Core *core, const Meeting *meeting, Vec *people, Err *err)
{
	add_once(people, meeting->chair_id);
	Stmt *stmt = db_query(core_db(core), Q_ATTENDANCE_EXPECTED);
	stmt_int(stmt, meeting->region_id);
	stmt_text(stmt, meeting->held_on);
	while (stmt_row(stmt))
		add_once(people, stmt_get_int(stmt, 0));
	add_once(people, meeting->recorder_id);
	return stmt_done(stmt, err);
}

static void insert(Change *change, const Meeting *meeting, int64_t person_id, int position)
{
	Attendance attendance = { .meeting_id = meeting->id,
		.person_id = person_id,
		.name = "",
		.status = ATTENDANCE_PRESENT,
		.reason = "" };
	attendance_insert(change, &attendance, position, ATTENDANCE_PREFILLED);
}

void attendance_prefill(Change *change, const Meeting *meeting)
{
	Vec people;
	Err err = ERR_INIT;
	if (change_failed(change))
		return;
	vec_init(&people, sizeof(int64_t));
	if (!expected(change_core(change), meeting, &people, &err))
		change_fail(change, &err);
	for (size_t i = 0; i < people.len; i++)
		insert(change, meeting, *(const int64_t *)vec_at(&people, i), (int)i + 1);
	vec_release(&people);
}

// Another day -------------------------------------------------------------------------------------

typedef struct {
	Change *change;
	const Meeting *now;
	Arena *arena;
	AttendanceMoved *moved;
	Vec expected_before, expected_now; // of int64_t
	Vec rows;                          // of Row, removed ones too
} Follow;

static bool read_rows(Follow *follow, Err *err)
{
	Stmt *stmt = db_query(core_db(change_core(follow->change)), Q_ATTENDANCE_PEOPLE);
	stmt_int(stmt, follow->now->id);
	while (stmt_row(stmt))
		*(Row *)vec_push(&follow->rows) = (Row){
			.id = stmt_get_int(stmt, 0),
			.person_id = stmt_get_int(stmt, 1),
			.position = (int)stmt_get_int(stmt, 2),
			.prefilled = stmt_get_int(stmt, 3) != 0,
			.removed = stmt_get_int(stmt, 4) != 0,
			.name = stmt_get_string(stmt, 5, follow->arena),
		};
	return stmt_done(stmt, err);
}

static void tell(Arena *arena, const char **names, int *n, const char *name)
{
	*names = arena_printf(arena, "%s%s%s", *names, *n ? ", " : "", person_title(arena, name, ""));
	(*n)++;
}

static void take_out(Follow *follow)
{
	AttendanceMoved *moved = follow->moved;
	for (size_t i = 0; i < follow->rows.len; i++) {
		const Row *row = vec_at(&follow->rows, i);
		if (row->removed || !row->prefilled || holds(&follow->expected_now, row->person_id))
			continue;
		change_remove(follow->change, NOUN_ATTENDANCE, row->id, REV_ANY);
		tell(follow->arena, &moved->gone_names, &moved->gone, row->name);
	}
}

// Who stands there; or who was expected on the old day too and has been taken out by hand.
static bool is_settled(const Follow *follow, int64_t person_id, int *position)
{
	bool settled = false;
	for (size_t i = 0; i < follow->rows.len; i++) {
		const Row *row = vec_at(&follow->rows, i);
		if (row->person_id != person_id)
			continue;
		if (!row->removed) {
			*position = row->position;
			return true;
		}
		settled = settled || (!row->prefilled && holds(&follow->expected_before, person_id));
	}
	return settled;
}

// Each behind whom protocol puts before him: rows of one position stand as they were added.
static void bring_in(Follow *follow)
{
	int position = 0;
	Person person;
	Err err = ERR_INIT;
	AttendanceMoved *moved = follow->moved;
	for (size_t i = 0; i < follow->expected_now.len && !change_failed(follow->change); i++) {
		int64_t id = *(const int64_t *)vec_at(&follow->expected_now, i);
		if (is_settled(follow, id, &position))
			continue;
		insert(follow->change, follow->now, id, position);
		if (person_get(change_core(follow->change), id, follow->arena, &person, &err))
			tell(follow->arena, &moved->came_names, &moved->came, person.name);
		else
			change_fail(follow->change, &err);
	}
}

static bool is_same(const Meeting *a, const Meeting *b)
{
	return strcmp(a->held_on, b->held_on) == 0 && a->chair_id == b->chair_id &&
	       a->recorder_id == b->recorder_id;
}

void attendance_follow(Change *change, const Meeting *before, const Meeting *now, Arena *arena,
	AttendanceMoved *moved)
{
	Err err = ERR_INIT;
	Core *core = change_core(change);
	if (change_failed(change) || is_same(before, now))
		return;
	Follow follow = { change, now, arena, moved, { 0 }, { 0 }, { 0 } };
	vec_init(&follow.expected_before, sizeof(int64_t));
	vec_init(&follow.expected_now, sizeof(int64_t));
	vec_init(&follow.rows, sizeof(Row));
	if (!expected(core, before, &follow.expected_before, &err) ||
		!expected(core, now, &follow.expected_now, &err) || !read_rows(&follow, &err))
		change_fail(change, &err);
	take_out(&follow);
	bring_in(&follow);
	vec_release(&follow.expected_before);
	vec_release(&follow.expected_now);
	vec_release(&follow.rows);
}
