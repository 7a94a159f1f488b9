// SPDX-License-Identifier: MIT
// To whom a remark is given.
#include "base/tr.h"
#include "core/org.h"
#include "core/person.h"
#include "core/remark.h"

#include <string.h>

static bool committee_of(Core *core, int64_t district_id, Thing *out, Err *err)
{
	char today[11];
	int64_t body_id;
	core_today_iso(core, today);
	if (!body_default(core, (Place){ .district_id = district_id }, today, &body_id, err))
		return false;
	*out = body_id ? (Thing){ NOUN_BODY, body_id } : (Thing){ NOUN_DISTRICT, district_id };
	return true;
}

// Bodies, then the committees of districts that no body stands for, then people by rank.
static void add(Vec *out, NounKind noun, int64_t id, const char *words)
{
	*(Addressee *)vec_push(out) = (Addressee){ { noun, id }, words };
}

static bool add_bodies(Core *core, Arena *arena, Vec *out, Err *err)
{
	Vec bodies;
	vec_init(&bodies, sizeof(Body));
	bool ok = body_list(core, arena, &bodies, err);
	for (size_t i = 0; ok && i < bodies.len; i++) {
		const Body *body = vec_at(&bodies, i);
		add(out, NOUN_BODY, body->id, body->name);
	}
	vec_release(&bodies);
	return ok;
}

static bool add_committees(Core *core, Arena *arena, Vec *out, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list(core, arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		Thing to;
		ok = committee_of(core, district->id, &to, err);
		if (ok && to.noun == NOUN_DISTRICT)
			add(out, NOUN_DISTRICT, district->id,
				arena_printf(arena, tr("cấp ủy %s"), district->title));
	}
	vec_release(&districts);
	return ok;
}

bool addressee_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Vec people;
	if (!add_bodies(core, arena, out, err) || !add_committees(core, arena, out, err))
		return false;
	vec_init(&people, sizeof(Person));
	bool ok = person_list(core, PERSON_IN_POST, arena, &people, err);
	for (size_t i = 0; ok && i < people.len; i++) {
		const Person *person = vec_at(&people, i);
		add(out, NOUN_PERSON, person->id, person_title(arena, person->name, person->post));
	}
	vec_release(&people);
	return ok;
}

// A leader gives no remark to himself.
static bool lead_of(Core *core, int64_t region_id, Arena *arena, Thing *out, Err *err)
{
	Vec leads;
	vec_init(&leads, sizeof(Assignment));
	bool ok = assignment_of_place(
		core, (Place){ .region_id = region_id }, "", arena, &leads, err);
	for (size_t i = leads.len; ok && i-- > 0;) {
		const Assignment *lead = vec_at(&leads, i);
		if (lead->person_id != core_actor(core)->id)
			*out = (Thing){ NOUN_PERSON, lead->person_id };
	}
	vec_release(&leads);
	return ok;
}

bool addressee_default(Core *core, Thing about, Arena *arena, Thing *out, Err *err)
{
	ThingName name;
	int64_t body_id = 0;
	*out = (Thing){ 0 };
	if (!thing_name(core, about, arena, &name, err))
		return false;
	if (about.noun == NOUN_LEAF || about.noun == NOUN_TASK) {
		Stmt *stmt = db_query(core_db(core), Q_REMARK_LEAD_BODY);
		stmt_int(stmt, about.id);
		if (!db_scalar(stmt, 0, &body_id, err))
			return false;
	}
	if (body_id) {
		*out = (Thing){ NOUN_BODY, body_id };
		return true;
	}
	if (name.place.district_id)
		return committee_of(core, name.place.district_id, out, err);
	return !name.place.region_id || lead_of(core, name.place.region_id, arena, out, err);
}

static bool not_found(const char *typed, Err *err)
{
	err_set(err, ERR_NOT_FOUND, tr("Không có cơ quan, địa phương hay đồng chí “%s”."), typed);
	err_hint(err, "%s", tr("Ghi mã địa phương, tên cơ quan, tên đăng nhập hoặc họ tên."));
	return err_field(err, "to");
}

bool addressee_find(Core *core, const char *typed, Arena *arena, Thing *out, Err *err)
{
	Body body;
	Person person;
	Place place = { 0 };
	if (place_find(core, typed, &place, err) && place.district_id)
		return committee_of(core, place.district_id, out, err);
	err_clear(err);
	if (body_find(core, typed, arena, &body, err)) {
		*out = (Thing){ NOUN_BODY, body.id };
		return true;
	}
	if (err->kind != ERR_NOT_FOUND)
		return err_field(err, "to");
	err_clear(err);
	if (person_find(core, typed, arena, &person, err)) {
		*out = (Thing){ NOUN_PERSON, person.id };
		return true;
	}
	return err->kind == ERR_NOT_FOUND ? not_found(typed, err) : err_field(err, "to");
}
