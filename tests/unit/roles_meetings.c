// SPDX-License-Identifier: MIT
#include "unit/roles.h"

static bool add(World *w)
{
	Meeting meeting = { .region_id = w->region.region_id, .subject = "Mới", .held_on = "2021-12-01" };
	return meeting_add(w->core, &meeting, w->err);
}

static bool save(World *w)
{
	Meeting meeting = w->meeting;
	meeting.subject = "Khác";
	return meeting_save(w->core, &meeting, w->arena, &(AttendanceMoved){ 0 }, w->err);
}

static bool start(World *w)
{
	return meeting_start(w->core, w->id, w->rev, w->err);
}

void world_planned(World *w)
{
	w->meeting = (Meeting){ .region_id = w->region.region_id, .subject = "Mới", .held_on = "2021-12-01" };
	world_as(w, "office");
	assert_done(meeting_add(w->core, &w->meeting, w->err), w->err);
	assert_done(meeting_get(w->core, w->meeting.id, w->arena, &w->meeting, w->err), w->err);
	w->id = w->meeting.id;
	w->rev = w->meeting.rev;
	fixture_today(w->f, "2021-12-01");
}

void world_started(World *w)
{
	world_planned(w);
	assert_done(start(w), w->err);
	assert_done(meeting_get(w->core, w->id, w->arena, &w->meeting, w->err), w->err);
	w->rev = w->meeting.rev;
}

static bool end(World *w)
{
	return meeting_end(w->core, w->id, w->rev, w->err);
}

static bool cancel(World *w)
{
	return meeting_cancel(w->core, w->id, w->rev, w->err);
}

static bool finalise(World *w)
{
	return meeting_finalise(w->core, w->id, w->rev, 0, w->err);
}

static bool open_again(World *w)
{
	return meeting_reopen(w->core, w->id, w->rev, "ghi thiếu", w->err);
}

static bool add_item(World *w)
{
	return agenda_add(w->core, &(AgendaItem){ .meeting_id = w->id, .title = "Hai" }, w->err);
}

static void one_more(World *w)
{
	world_meeting(w);
	w->item = (AgendaItem){ .meeting_id = w->id, .title = "Hai" };
	assert_done(agenda_add(w->core, &w->item, w->err), w->err);
}

static bool drop_item(World *w)
{
	return agenda_remove(w->core, w->item.id, 1, w->err);
}

static bool move_item(World *w)
{
	return agenda_move(w->core, w->item.id, 1, 1, w->err);
}

static bool save_item(World *w)
{
	AgendaItem item = w->item;
	item.proceedings = "Khác.";
	return agenda_save(w->core, &item, w->err);
}

static bool add_guest(World *w)
{
	return attendance_add(w->core, &(Attendance){ .meeting_id = w->id, .name = "Khách Mời" }, w->err);
}

static bool save_person(World *w)
{
	Attendance person = w->person;
	person.status = ATTENDANCE_ABSENT;
	person.reason = "đi công tác";
	return attendance_save(w->core, &person, w->err);
}

static bool remove_person(World *w)
{
	return attendance_remove(w->core, w->person.id, w->person.rev, w->err);
}

static bool conclude(World *w)
{
	return conclusion_add(w->core, &(Conclusion){ .meeting_id = w->id, .text = "Nữa" }, NULL, w->err);
}

static bool save_conclusion(World *w)
{
	Conclusion conclusion = w->conclusion;
	conclusion.text = "Khác";
	return conclusion_save(w->core, &conclusion, w->err);
}

static ConclusionTask task_of(World *w)
{
	return (ConclusionTask){ .districts_n = 1, .district_ids = &w->district.district_id };
}

static bool conclude_task(World *w)
{
	ConclusionTask task = task_of(w);
	return conclusion_add(
		w->core, &(Conclusion){ .meeting_id = w->id, .text = "Việc" }, &task, w->err);
}

static bool make_task(World *w)
{
	ConclusionTask task = task_of(w);
	return conclusion_make_task(w->core, w->conclusion.id, w->conclusion.rev, &task, w->err);
}

// A meeting to come, and a task that the one before has left open.
void world_offered(World *w)
{
	Vec lines;
	world_meeting(w);
	world_as(w, "office");
	assert_done(conclude_task(w), w->err);
	world_planned(w);
	vec_init(&lines, sizeof(AgendaTask));
	assert_done(agenda_offer(w->core, w->id, w->arena, &lines, w->err), w->err);
	assert_true(lines.len > 0);
	w->other_id = ((const AgendaTask *)vec_at(&lines, 0))->task_id;
	vec_release(&lines);
}

static bool take_task(World *w)
{
	return agenda_add_tasks(w->core, w->id, &w->other_id, 1, w->err);
}

const RoleRow roles_of_meetings[] = {
	{ "meeting-add", MAY_MEETING, NULL, add, false, ERR_NONE },
	{ "meeting-save", MAY_MEETING, world_meeting, save, false, ERR_NONE },
	{ "meeting-start", MAY_MEETING, world_planned, start, false, ERR_NONE },
	{ "meeting-end", MAY_MEETING, world_started, end, false, ERR_NONE },
	{ "meeting-finalise", MAY_FINALISE, world_meeting, finalise, false, ERR_NONE },
	{ "meeting-reopen", MAY_FINALISE, world_final, open_again, false, ERR_NONE },
	{ "meeting-cancel", MAY_MEETING, world_planned, cancel, false, ERR_NONE },
	{ "agenda-add", MAY_MEETING, world_meeting, add_item, false, ERR_NONE },
	{ "agenda-move", MAY_MEETING, one_more, move_item, false, ERR_NONE },
	{ "agenda-remove", MAY_MEETING, one_more, drop_item, false, ERR_NONE },
	{ "agenda-save", MAY_MEETING, world_meeting, save_item, false, ERR_NONE },
	{ "agenda-tasks", MAY_MEETING, world_offered, take_task, false, ERR_NONE },
	{ "attendance-add", MAY_MEETING, world_meeting, add_guest, false, ERR_NONE },
	{ "attendance-save", MAY_MEETING, world_meeting, save_person, false, ERR_NONE },
	{ "attendance-remove", MAY_MEETING, world_meeting, remove_person, false, ERR_NONE },
	{ "conclusion-add", MAY_MEETING, world_meeting, conclude, false, ERR_NONE },
	{ "conclusion-add", MAY_MEETING, world_meeting, conclude_task, false, ERR_NONE },
	{ "conclusion-save", MAY_MEETING, world_meeting, save_conclusion, false, ERR_NONE },
	{ "conclusion-make-task", MAY_MEETING, world_meeting, make_task, false, ERR_NONE },
	{ 0 },
};
