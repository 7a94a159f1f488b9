// SPDX-License-Identifier: MIT
#include "unit/roles_screens.h"

#include "tui/views.h"

#include <stdio.h>
#include <string.h>

// Each screen's arguments ---------------------------------------------------------------------------

static void of_region(World *w, ViewArgs *out)
{
	out->id = w->region.region_id;
}

static void of_district(World *w, ViewArgs *out)
{
	out->id = w->district.district_id;
	out->other_id = w->region.region_id;
}

static int64_t region_here(World *w)
{
	return w->region.region_id;
}

static int64_t leaf_here(World *w)
{
	return fixture_leaf(w->f, "2.1b", w->district_code);
}

static void of_leaf(World *w, ViewArgs *out)
{
	out->id = leaf_here(w);
}

static void of_task(World *w, ViewArgs *out)
{
	Task task;
	world_as(w, "office");
	assert_done(task_find(w->core, "2.1b", w->arena, &task, w->err), w->err);
	out->id = task.id;
}

static void of_meeting(World *w, ViewArgs *out)
{
	out->id = w->meeting.id;
}

static void of_review(World *w, ViewArgs *out)
{
	out->id = w->region.region_id;
	memcpy(out->code, "2021H2", 7);
}

static void of_remark(World *w, ViewArgs *out)
{
	out->id = w->remark.id;
}

static void of_lead(World *w, ViewArgs *out)
{
	out->id = world_person(w, w->lead);
}

static void of_body(World *w, ViewArgs *out)
{
	out->id = w->other_id;
}

static void of_viewer(World *w, ViewArgs *out)
{
	out->id = world_person(w, "viewer");
}

static void of_directive(World *w, ViewArgs *out)
{
	out->id = w->f->directive_id;
}

static void of_clause(World *w, ViewArgs *out)
{
	Vec clauses;
	vec_init(&clauses, sizeof(Clause));
	assert_done(clause_list(w->core, w->f->directive_id, w->arena, &clauses, w->err), w->err);
	out->id = ((const Clause *)vec_at(&clauses, 0))->id;
	out->other_id = w->f->directive_id;
	vec_release(&clauses);
}

static void of_text(World *w, ViewArgs *out)
{
	out->other_id = w->f->directive_id;
}

static void of_series(World *w, ViewArgs *out)
{
	out->id = w->id;
	out->code[0] = '1';
}

static void of_indicators(World *w, ViewArgs *out)
{
	out->other_id = w->district.district_id;
}

static void of_indicator(World *w, ViewArgs *out)
{
	out->id = w->id;
	out->other_id = w->region.region_id;
}

static void of_day(World *w, ViewArgs *out)
{
	(void)w;
	memcpy(out->code, "2021-11-20", 11);
}

static void of_closed(World *w, ViewArgs *out)
{
	(void)w;
	memcpy(out->code, "2021H2", 7);
}

static void of_history(World *w, ViewArgs *out)
{
	out->id = w->meeting.id;
	memcpy(out->code, "meeting", 8);
}

// What they need ----------------------------------------------------------------------------------

// Of the office's, so that it stands at the end as what the office may take back.
static void told(World *w)
{
	world_recorded(w);
}

static void versions(World *w)
{
	world_final(w);
	world_as(w, "office");
	assert_done(meeting_reopen(w->core, w->id, w->rev, "ghi thiếu", w->err), w->err);
}

static void asked_too(World *w)
{
	world_report(w);
}

static void over(World *w)
{
	world_period_over(w);
}

static void closed(World *w)
{
	const RoleRow *row = roles_of_tasks;
	while (strcmp(row->name, "period-close") != 0)
		row++;
	world_period_over(w);
	world_as(w, "office");
	assert_done(row->run(w), w->err);
}

const RoleScreen role_screens[] = {
	{ &home_view, world_meeting, NULL, region_here, ASK_EVERY_OP, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &region_view, world_meeting, of_region, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &region_view, world_review, of_region, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &district_view, told, of_district, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &district_view, world_ended, of_district, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &district_view, world_succeeded, of_district, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &succession_view, world_succeeded, of_district, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &leaf_view, NULL, of_leaf, NULL, ASK_EVERY_OP, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &leaf_view, world_recorded, of_leaf, NULL, ASK_OWN_OPS, OPEN_TO_ALL, SOME_IS_CLOSED, NULL },
	{ &leaf_view, world_recorded_by_lead, of_leaf, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &leaf_view, world_ended, of_leaf, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &meeting_view, world_planned, of_meeting, NULL, ASK_OWN_OPS, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &meeting_view, world_started, of_meeting, NULL, ASK_OWN_OPS, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &meeting_view, world_offered, of_meeting, NULL, ASK_OWN_OPS, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &meeting_view, world_meeting, of_meeting, NULL, ASK_EVERY_OP, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &meeting_view, world_final, of_meeting, NULL, ASK_OWN_OPS, OPEN_TO_ALL, SOME_IS_CLOSED, NULL },
	{ &minutes_versions_view, versions, of_meeting, NULL, ASK_OWN_OPS, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &agenda_offer_view, world_offered, of_meeting, NULL, ASK_OWN_OPS, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &review_view, NULL, of_review, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &review_view, world_review, of_review, NULL, ASK_EVERY_OP, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &review_view, world_submitted, of_review, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &review_view, world_approved, of_review, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS,
		"approved" },
	{ &review_text_view, world_review, of_review, NULL, ASK_OWN_OPS, OPEN_TO_OURS, ALL_THERE_IS, NULL },
	{ &review_text_view, world_approved, of_review, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &review_signature_view, world_approved, of_review, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &review_overview_view, world_review, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &directives_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &directive_view, NULL, of_directive, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &clause_view, NULL, of_text, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &clause_view, NULL, of_clause, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &coverage_view, NULL, of_directive, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &task_view, told, of_task, leaf_here, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &tasks_view, told, NULL, leaf_here, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &closing_view, over, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &periods_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &closed_view, closed, of_closed, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &news_view, world_final, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &calendar_view, world_final, of_day, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &conclusions_view, world_final, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &remarks_view, world_remark, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &remark_view, world_remark, of_remark, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &remark_view, world_answered, of_remark, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &bodies_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &body_view, world_body_succeeded, of_body, leaf_here, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &assignments_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &person_view, NULL, of_lead, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &users_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ADMIN, ALL_THERE_IS, NULL },
	{ &user_view, world_key, of_viewer, NULL, ASK_OWN_OPS, OPEN_TO_ADMIN, ALL_THERE_IS, NULL },
	{ &history_view, world_final, of_history, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &search_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &vietnamese_view, NULL, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &rounds_view, asked_too, NULL, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &round_view, asked_too, of_series, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &reporter_view, asked_too, of_district, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &indicators_view, world_target, of_indicators, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &indicator_view, world_target, of_indicator, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &indicator_view, world_reading, of_indicator, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ &readings_view, world_reading, of_indicator, NULL, ASK_OWN_OPS, OPEN_TO_ALL, ALL_THERE_IS, NULL },
	{ 0 },
};
