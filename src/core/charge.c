// SPDX-License-Identifier: MIT
#include "core/charge.h"

static bool read_places(Core *core, const char *day, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_CHARGE_PLACES);
	stmt_text(stmt, day);
	while (stmt_row(stmt))
		*(Place *)vec_push(out) = (Place){ stmt_get_int(stmt, 0), stmt_get_int(stmt, 1) };
	return stmt_done(stmt, err);
}

static void add(Vec *out, const Charge *place, const Vec *assignments)
{
	if (!assignments->len)
		*(Charge *)vec_push(out) = *place;
	for (size_t i = 0; i < assignments->len; i++) {
		Charge *charge = vec_push(out);
		*charge = *place;
		charge->again = i > 0;
		charge->assignment = *(const Assignment *)vec_at(assignments, i);
	}
}

static bool add_place(Core *core, Place place, const char *day, Arena *arena, Vec *out, Err *err)
{
	Vec assignments;
	Charge charge = { .place = place, .assignment = { .name = "", .post = "", .document = "",
								.from = "", .to = "" } };
	vec_init(&assignments, sizeof(Assignment));
	bool ok = place_name(core, place, arena, &charge.title, &charge.code, err) &&
		  assignment_of_place(core, place, day, arena, &assignments, err);
	if (ok)
		add(out, &charge, &assignments);
	vec_release(&assignments);
	return ok;
}

static bool add_secretaries(Core *core, const char *day, Arena *arena, Vec *out, Err *err)
{
	Vec assignments;
	vec_init(&assignments, sizeof(Assignment));
	bool ok = assignment_of_secretaries(core, day, arena, &assignments, err);
	int64_t member_id = 0;
	for (size_t i = 0; ok && i < assignments.len; i++) {
		Charge charge = { .code = "", .assignment = *(Assignment *)vec_at(&assignments, i) };
		charge.again = charge.assignment.member_id == member_id;
		member_id = charge.assignment.member_id;
		ok = assignment_target(core, &charge.assignment, arena, &charge.title, err);
		if (ok)
			*(Charge *)vec_push(out) = charge;
	}
	vec_release(&assignments);
	return ok;
}

bool charge_list(Core *core, const char *day, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	Vec places;
	core_day_iso(core, today);
	day = *day ? day : today;
	vec_init(&places, sizeof(Place));
	bool ok = read_places(core, day, &places, err);
	for (size_t i = 0; ok && i < places.len; i++)
		ok = add_place(core, *(const Place *)vec_at(&places, i), day, arena, out, err);
	vec_release(&places);
	return ok && add_secretaries(core, day, arena, out, err);
}
