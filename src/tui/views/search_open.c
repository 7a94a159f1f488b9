// SPDX-License-Identifier: MIT
// From a hit to the screen on which it is read.
#include "tui/views.h"

#include "base/tr.h"
#include "core/person.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/search_screen.h"

#include <stdio.h>
#include <string.h>

typedef bool OpenHit(View *view, const SearchHit *hit, Err *err);

static bool open_on(View *view, const ViewOps *ops, int64_t id, Err *err)
{
	ViewArgs args = { .id = id };
	return app_open(view->app, ops, &args, err);
}

static bool open_region(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &region_view, hit->target_id, err);
}

static bool open_district(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &district_view, hit->target_id, err);
}

static bool open_task(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &task_view, hit->target_id, err);
}

static bool open_leaf(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &leaf_view, hit->target_id, err);
}

static bool open_directive(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &directive_view, hit->target_id, err);
}

static bool open_clause(View *view, const SearchHit *hit, Err *err)
{
	ViewArgs args = { .id = hit->target_id, .other_id = hit->thing_id };
	snprintf(args.code, sizeof(args.code), "%zu", hit->at);
	return app_open(view->app, &clause_view, &args, err);
}

static bool open_meeting(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &meeting_view, hit->target_id, err);
}

static bool open_item(View *view, const SearchHit *hit, Err *err)
{
	int64_t id = hit->thing_id;
	if (!open_on(view, &meeting_view, hit->target_id, err))
		return false;
	meeting_select(app_top(view->app), ROW_ITEM, id);
	return true;
}

static bool open_conclusion(View *view, const SearchHit *hit, Err *err)
{
	int64_t id = hit->thing_id;
	if (!open_on(view, &meeting_view, hit->target_id, err))
		return false;
	meeting_select(app_top(view->app), ROW_CONCLUSION, id);
	return true;
}

static bool open_review(View *view, const SearchHit *hit, Err *err)
{
	ViewArgs args = { .id = hit->target_id, .other_id = hit->part };
	snprintf(args.code, sizeof(args.code), "%s", hit->code);
	return app_open(view->app, &review_text_view, &args, err);
}

// A person has no screen: what he is in charge of has, or where he is.
static bool place_of(View *view, int64_t person_id, Place *out, Err *err)
{
	Person person;
	Vec assignments;
	vec_init(&assignments, sizeof(Assignment));
	bool ok = person_get(view->core, person_id, &view->arena, &person, err) &&
		  assignment_of_person(view->core, person_id, &view->arena, &assignments, err);
	*out = (Place){ .district_id = ok ? person.district_id : 0 };
	if (ok && assignments.len) {
		const Assignment *first = vec_at(&assignments, 0);
		if (first->region_id || first->district_id)
			*out = (Place){ first->region_id, first->district_id };
	}
	vec_release(&assignments);
	return ok;
}

static bool open_person(View *view, const SearchHit *hit, Err *err)
{
	Place place;
	if (!place_of(view, hit->target_id, &place, err))
		return false;
	if (place.region_id)
		return open_on(view, &region_view, place.region_id, err);
	if (place.district_id)
		return open_on(view, &district_view, place.district_id, err);
	app_say(view->app, tr("Đ/c %s không phụ trách vùng hay địa phương nào."), hit->label.text);
	return true;
}

static bool open_remark(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &remark_view, hit->target_id, err);
}

static OpenHit *const openers[SEARCH_KINDS] = {
	[SEARCH_REGION] = open_region,
	[SEARCH_DISTRICT] = open_district,
	[SEARCH_PERSON] = open_person,
	[SEARCH_TASK] = open_task,
	[SEARCH_DIRECTIVE] = open_directive,
	[SEARCH_CLAUSE] = open_clause,
	[SEARCH_MEETING] = open_meeting,
	[SEARCH_MINUTES] = open_item,
	[SEARCH_CONCLUSION] = open_conclusion,
	[SEARCH_REVIEW] = open_review,
	[SEARCH_PROGRESS] = open_leaf,
	[SEARCH_REMARK] = open_remark,
};

bool search_hit_open(View *view, const SearchHit *hit, Err *err)
{
	return openers[hit->kind](view, hit, err);
}
