// SPDX-License-Identifier: MIT
// From a hit to the screen on which it is read.
#include "tui/views.h"

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

static bool open_person(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &person_view, hit->target_id, err);
}

static bool open_remark(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &remark_view, hit->target_id, err);
}

static bool open_indicator(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &indicator_view, hit->target_id, err);
}

static bool open_body(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &body_view, hit->target_id, err);
}

static bool open_series(View *view, const SearchHit *hit, Err *err)
{
	return open_on(view, &round_view, hit->target_id, err);
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
	[SEARCH_INDICATOR] = open_indicator,
	[SEARCH_BODY] = open_body,
	[SEARCH_SERIES] = open_series,
};

bool search_hit_open(View *view, const SearchHit *hit, Err *err)
{
	return openers[hit->kind](view, hit, err);
}
