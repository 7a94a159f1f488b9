// SPDX-License-Identifier: MIT
// A demo's first rows: whoever administers and whoever is the Office, then everything else by them.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/person.h"
#include "core/role.h"
#include "core/user_key.h"

static unsigned roles_of(const ConfigTexts *codes)
{
	unsigned roles = 0;
	for (size_t i = 0; i < codes->n; i++)
		roles |= role_parse(codes->items[i]);
	return roles;
}

static bool body_id(DemoPlayer *player, const char *code, int64_t *out, Err *err)
{
	Body body;
	*out = 0;
	if (!*code)
		return true;
	if (!body_find(player->core, code, &player->scratch, &body, err))
		return false;
	*out = body.id;
	return true;
}

static bool add_keys(DemoPlayer *player, const DemoPerson *wanted, int64_t person_id, Err *err)
{
	int64_t id;
	for (size_t i = 0; i < wanted->keys.n; i++)
		if (!user_key_add(player->core, person_id, wanted->keys.items[i], &id, err))
			return false;
	return true;
}

static bool add_person(DemoPlayer *player, const DemoPerson *wanted, Err *err)
{
	Place district = { 0 };
	Person person = {
		.login = wanted->roles.n ? wanted->code : "",
		.name = wanted->name,
		.sort_name = "",
		.post = wanted->post,
		.phone = wanted->phone,
		.rank = wanted->rank,
		.from = wanted->from,
		.to = wanted->to,
		.roles = roles_of(&wanted->roles),
	};
	if ((*wanted->district && !demo_place(player, wanted->district, &district, err)) ||
		!body_id(player, wanted->body, &person.body_id, err))
		return err_prefix(err, "%s:%d: ", wanted->at.path, wanted->at.line);
	person.district_id = district.district_id;
	if (!person_add(player->core, &person, err) || !add_keys(player, wanted, person.id, err))
		return err_prefix(err, "%s:%d: ", wanted->at.path, wanted->at.line);
	player->person_ids[wanted - player->story->people] = person.id;
	return true;
}

static bool add_others(DemoPlayer *player, Err *err)
{
	for (size_t i = 0; i < player->story->people_n; i++) {
		arena_clear(&player->scratch);
		if (!player->person_ids[i] && !add_person(player, &player->story->people[i], err))
			return false;
	}
	return true;
}

static bool add_bodies(DemoPlayer *player, Err *err)
{
	for (size_t i = 0; i < player->story->bodies_n; i++) {
		const DemoBody *wanted = &player->story->bodies[i];
		Body body = { .code = wanted->code, .name = wanted->name,
			.short_name = wanted->short_name };
		if (!body_add(player->core, &body, err))
			return err_prefix(err, "%s:%d: ", wanted->at.path, wanted->at.line);
	}
	return true;
}

// In the demo one is the Office unless --as says otherwise.
static bool store_default(Core *core, const char *login, Err *err)
{
	if (!db_write_begin(core_db(core), err))
		return false;
	if (!core_setting_store(core, "default_login", login, err))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err);
}

static bool add_first_two(DemoPlayer *player, Err *err)
{
	const DemoPerson *admin = demo_person(player->story, player->story->start.admin);
	const DemoPerson *office = demo_person(player->story, player->story->start.office);
	return add_person(player, admin, err) &&
	       (office == admin || add_person(player, office, err)) &&
	       store_default(player->core, office->code, err);
}

bool demo_play_start(
	DemoPlayer *player, const RegionSet *regions, const DirectiveSet *directives, Err *err)
{
	Date day;
	const DemoStart *start = &player->story->start;
	if (!date_parse(start->day, &day)) // the reader takes no other
		return err_set(err, ERR_DATA, tr("“%s” không phải là một ngày."), start->day);
	return core_set_today(player->core, day, err) && add_first_two(player, err) &&
	       core_act_as(player->core, start->admin, err) &&
	       regions_store(player->core, regions, player->arena, err) &&
	       core_act_as(player->core, start->office, err) &&
	       directives_store(player->core, directives, player->arena, err) &&
	       add_bodies(player, err) && core_act_as(player->core, start->admin, err) &&
	       add_others(player, err);
}
