// SPDX-License-Identifier: MIT
// Whose board it is, and what it covers.
#include "core/board_parts.h"

#include "core/person.h"

#include <string.h>

void board_init(Board *board, Core *core, Arena *arena)
{
	*board = (Board){ .core = core, .arena = arena, .today = core_day(core) };
	vec_init(&board->own_regions, sizeof(int64_t));
	vec_init(&board->own_districts, sizeof(int64_t));
	vec_init(&board->led, sizeof(int64_t));
	vec_init(&board->regions, sizeof(Region));
	vec_init(&board->districts, sizeof(District));
	vec_init(&board->lines, sizeof(BoardEntry));
}

void board_release(Board *board)
{
	vec_release(&board->own_regions);
	vec_release(&board->own_districts);
	vec_release(&board->led);
	vec_release(&board->regions);
	vec_release(&board->districts);
	vec_release(&board->lines);
}

bool board_holds(const Vec *ids, int64_t id)
{
	for (size_t i = 0; i < ids->len; i++)
		if (*(const int64_t *)vec_at(ids, i) == id)
			return true;
	return false;
}

static void add_id(Vec *ids, int64_t id)
{
	if (id && !board_holds(ids, id))
		*(int64_t *)vec_push(ids) = id;
}

// Places assigned to one person; members are those whom a secretary serves.
static bool add_assigned(Board *board, int64_t person_id, Vec *members, Err *err)
{
	Vec assignments;
	vec_init(&assignments, sizeof(Assignment));
	bool ok = assignment_of_person(board->core, person_id, board->arena, &assignments, err);
	for (size_t i = 0; ok && i < assignments.len; i++) {
		const Assignment *assignment = vec_at(&assignments, i);
		add_id(&board->own_regions, assignment->region_id);
		add_id(&board->own_districts, assignment->district_id);
		add_id(members, assignment->member_id);
	}
	vec_release(&assignments);
	return ok;
}

static bool add_districts_of(Board *board, int64_t region_id, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(board->core, region_id, board->arena, &districts, err) &&
		  district_list_ended_of(board->core, region_id, board->arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++)
		add_id(&board->own_districts, ((const District *)vec_at(&districts, i))->id);
	vec_release(&districts);
	return ok;
}

static bool load_own(Board *board, Err *err)
{
	Vec members, ignored;
	const Actor *actor = core_actor(board->core);
	vec_init(&members, sizeof(int64_t));
	vec_init(&ignored, sizeof(int64_t));
	bool ok = add_assigned(board, actor->id, &members, err);
	if (actor->roles & ROLE_LEADER)
		vec_insert(&board->led, 0, board->own_regions.items, board->own_regions.len);
	for (size_t i = 0; ok && i < members.len; i++)
		ok = add_assigned(board, *(const int64_t *)vec_at(&members, i), &ignored, err);
	for (size_t i = 0; ok && i < board->own_regions.len; i++)
		ok = add_districts_of(board, *(const int64_t *)vec_at(&board->own_regions, i), err);
	vec_release(&members);
	vec_release(&ignored);
	return ok;
}

bool board_load(Board *board, Err *err)
{
	unsigned roles = core_actor(board->core)->roles;
	if (!region_list(board->core, board->arena, &board->regions, err) ||
		!district_list(board->core, board->arena, &board->districts, err))
		return false;
	if (roles & (ROLE_LEADER | ROLE_SECRETARY) && !load_own(board, err))
		return false;
	if (roles & ROLE_OFFICE)
		board->kind = SCOPE_OFFICE;
	else if (board->own_regions.len || board->own_districts.len)
		board->kind = SCOPE_OWN;
	return true;
}

bool board_covers(const Board *board, Place place)
{
	if (board->kind != SCOPE_OWN)
		return true;
	return (place.region_id && board_holds(&board->own_regions, place.region_id)) ||
	       (place.district_id && board_holds(&board->own_districts, place.district_id));
}

bool board_leads(const Board *board, int64_t region_id)
{
	return board_holds(&board->led, region_id);
}

void board_push(Board *board, BoardLine line, int64_t weight)
{
	size_t order = board->lines.len;
	*(BoardEntry *)vec_push(&board->lines) = (BoardEntry){ line, weight, order };
}
