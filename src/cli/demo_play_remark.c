// SPDX-License-Identifier: MIT
// The story's remarks: said, answered, seen, made a task.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/remark.h"

#include <string.h>

static bool find_thing(DemoPlayer *player, const DemoRemark *wanted, Thing *out, Err *err)
{
	Place place;
	Leaf leaf;
	if (!demo_place(player, wanted->place, &place, err))
		return false;
	*out = place.district_id ? (Thing){ NOUN_DISTRICT, place.district_id }
				 : (Thing){ NOUN_REGION, place.region_id };
	if (!*wanted->task)
		return true;
	if (!demo_leaf(player, wanted->task, place, &leaf, err))
		return false;
	*out = (Thing){ NOUN_LEAF, leaf.leaf_id };
	return true;
}

// A person by his code in the story, else whatever bears that code in the database.
static bool find_addressee(DemoPlayer *player, const char *code, Thing *out, Err *err)
{
	int64_t person_id = demo_person_id(player, code);
	*out = (Thing){ NOUN_PERSON, person_id };
	return person_id || addressee_find(player->core, code, &player->scratch, out, err);
}

bool demo_play_remark_add(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoRemark *wanted = event->remark;
	Remark remark = { .text = wanted->text, .due = wanted->due };
	return find_thing(player, wanted, &remark.thing, err) &&
	       find_addressee(player, wanted->to, &remark.to, err) &&
	       remark_add(player->core, &remark, err);
}

// A remark of the story is known by its words.
static bool find(DemoPlayer *player, const DemoRemark *wanted, Remark *out, Err *err)
{
	Vec remarks;
	RemarkFilter filter = { .states = (1u << REMARK_STATES) - 1 };
	bool found = false;
	vec_init(&remarks, sizeof(Remark));
	bool ok = remark_list(player->core, &filter, &player->scratch, &remarks, err);
	for (size_t i = 0; ok && i < remarks.len && !found; i++) {
		*out = *(const Remark *)vec_at(&remarks, i);
		found = strcmp(out->text, wanted->text) == 0;
	}
	vec_release(&remarks);
	if (!ok || found)
		return ok;
	return err_set(err, ERR_NOT_FOUND, tr("Không còn ý kiến “%.60s”."), wanted->text);
}

bool demo_play_remark_answer(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Remark remark;
	return find(player, event->remark, &remark, err) &&
	       remark_answer(player->core, remark.id, remark.rev, event->remark->answer,
		       event->remark->document, err);
}

bool demo_play_remark_seen(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Remark remark;
	return find(player, event->remark, &remark, err) &&
	       remark_acknowledge(player->core, remark.id, remark.rev, err);
}

bool demo_play_remark_task(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Remark remark;
	int64_t task_id;
	RemarkTask task = { .due = event->remark->task_due };
	return find(player, event->remark, &remark, err) &&
	       remark_make_task(player->core, remark.id, remark.rev, &task, &task_id, err);
}
