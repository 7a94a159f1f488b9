// SPDX-License-Identifier: MIT
#include "unit/roles.h"

#include <string.h>

void world_as(World *w, const char *login)
{
	fixture_as(w->f, login);
}

int64_t world_person(World *w, const char *login)
{
	Person person;
	assert_done(person_find(w->core, login, w->arena, &person, w->err), w->err);
	return person.id;
}

bool world_seen(World *w, bool seen)
{
	return seen || (err_set(w->err, ERR_DENIED, "not seen"), err_hint(w->err, "nothing of it"));
}

void world_add_lead(Fixture *fixture)
{
	Person person = { .login = "other", .name = "Phan Khác", .sort_name = "", .post = "Phó Bí thư",
		.phone = "", .rank = 11, .from = "", .to = "", .roles = ROLE_LEADER };
	fixture_as(fixture, "admin");
	assert_done(person_add(fixture->core, &person, &fixture->err), &fixture->err);
	fixture_as(fixture, "office");
	Assignment assignment = { .person_id = person.id, .document = "", .from = "2021-10-07", .to = "",
		.region_id = fixture_place(fixture, "tsh").region_id };
	assert_done(assignment_add(fixture->core, &assignment, &fixture->err), &fixture->err);
}

static void read_meeting(World *w)
{
	assert_done(meeting_get(w->core, w->meeting.id, w->arena, &w->meeting, w->err), w->err);
	w->id = w->meeting.id;
	w->rev = w->meeting.rev;
}

static void read_parts(World *w)
{
	Vec items, people, conclusions;
	vec_init(&items, sizeof(AgendaItem));
	vec_init(&people, sizeof(Attendance));
	vec_init(&conclusions, sizeof(Conclusion));
	assert_done(agenda_list(w->core, w->id, w->arena, &items, w->err) &&
		attendance_list(w->core, w->id, w->arena, &people, w->err) &&
		conclusion_list(w->core, w->id, w->arena, &conclusions, w->err), w->err);
	w->item = *(const AgendaItem *)vec_at(&items, 0);
	w->person = *(const Attendance *)vec_at(&people, 0);
	w->conclusion = *(const Conclusion *)vec_at(&conclusions, 0);
	vec_release(&items);
	vec_release(&people);
	vec_release(&conclusions);
}

void world_meeting(World *w)
{
	Vec items;
	world_as(w, "office");
	w->meeting = (Meeting){ .region_id = w->region.region_id, .subject = "Đón khách đến đảo",
		.held_on = "2021-11-20", .starts = "8:00", .ends = "10:00", .place = "Rạch Giá",
		.chair_id = world_person(w, w->lead) };
	assert_done(meeting_add(w->core, &w->meeting, w->err), w->err);
	vec_init(&items, sizeof(AgendaItem));
	assert_done(agenda_list(w->core, w->meeting.id, w->arena, &items, w->err), w->err);
	AgendaItem item = *(const AgendaItem *)vec_at(&items, 0);
	vec_release(&items);
	item.proceedings = "Huyện ủy báo cáo chuyện Zanzibar.";
	assert_done(agenda_save(w->core, &item, w->err), w->err);
	Conclusion conclusion = { .meeting_id = w->meeting.id, .text = "Thống nhất lộ trình Zambezi." };
	assert_done(conclusion_add(w->core, &conclusion, NULL, w->err), w->err);
	read_meeting(w);
	read_parts(w);
}

void world_final(World *w)
{
	world_meeting(w);
	assert_done(meeting_finalise(w->core, w->id, w->rev, 0, w->err), w->err);
	read_meeting(w);
}

static void read_review(World *w)
{
	assert_done(review_by_id(w->core, w->id, w->arena, &w->review, w->err), w->err);
	w->rev = w->review.rev;
}

void world_review(World *w)
{
	Vec marks;
	world_as(w, "office");
	assert_done(review_begin(w->core, w->region.region_id, (Period){ .year = 2021, .half = 2 }, &w->id, w->err), w->err);
	for (int i = 1; i < REVIEW_SECTIONS; i++) {
		read_review(w);
		assert_done(review_save_section(w->core, w->id, w->rev, i, "Dòng Zimbabwe", w->err), w->err);
	}
	read_review(w);
	vec_init(&marks, sizeof(ReviewMark));
	assert_done(review_marks(w->core, &w->review, w->arena, &marks, w->err), w->err);
	for (size_t i = 0; i < marks.len; i++)
		assert_done(review_propose(w->core, w->id,
			(MarkOf){ ((const ReviewMark *)vec_at(&marks, i))->district_id, REV_ANY }, MARK_MET, "",
			w->err), w->err);
	vec_release(&marks);
	read_review(w);
}

void world_submitted(World *w)
{
	world_review(w);
	assert_done(review_submit(w->core, w->id, w->rev, w->err), w->err);
	read_review(w);
}

void world_approved(World *w)
{
	world_submitted(w);
	world_as(w, w->lead);
	assert_done(review_approve(w->core, w->id, w->rev, "2021H2", "", w->err), w->err);
	read_review(w);
}

void world_remark(World *w)
{
	Thing there = { NOUN_DISTRICT, w->district.district_id };
	world_as(w, "leader");
	w->remark = (Remark){ .thing = there, .to = there, .text = "Báo cáo ngay chuyện Zagreb", .due = "" };
	assert_done(remark_add(w->core, &w->remark, w->err), w->err);
	w->id = w->remark.id;
	assert_done(remark_get(w->core, w->id, w->arena, &w->remark, w->err), w->err);
	w->rev = w->remark.rev;
}
