// SPDX-License-Identifier: MIT
// What the tests of meetings share: a meeting of Hải đảo and what belongs to it.
#ifndef TESTS_MEETING_TOOLS_H
#define TESTS_MEETING_TOOLS_H

#include "unit/fixture.h"

#include "core/meeting.h"
#include "core/person.h"

#include <string.h>

typedef Fixture F;

static inline Meeting get(F *f, int64_t id)
{
	Meeting meeting;
	assert_done(meeting_get(f->core, id, &f->arena, &meeting, &f->err), &f->err);
	return meeting;
}

// A meeting of Hải đảo that lacks nothing of its own fields.
static inline Meeting add(F *f, const char *held_on)
{
	Meeting meeting = {
		.region_id = fixture_place(f, "hd").region_id,
		.subject = "Đón khách quốc tế",
		.held_on = held_on,
		.starts = "14:00",
		.ends = "16h10",
		.place = "Phú Quốc",
	};
	assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	return get(f, meeting.id);
}

static inline AgendaItem item_at(F *f, int64_t meeting_id, size_t index)
{
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	assert_done(agenda_list(f->core, meeting_id, &f->arena, &items, &f->err), &f->err);
	assert_true(index < items.len);
	AgendaItem item = *(const AgendaItem *)vec_at(&items, index);
	vec_release(&items);
	return item;
}

static inline Attendance person_at(F *f, int64_t meeting_id, size_t index)
{
	Vec people;
	vec_init(&people, sizeof(Attendance));
	assert_done(attendance_list(f->core, meeting_id, &f->arena, &people, &f->err), &f->err);
	assert_true(index < people.len);
	Attendance person = *(const Attendance *)vec_at(&people, index);
	vec_release(&people);
	return person;
}

static inline Conclusion conclusion_at(F *f, int64_t meeting_id, size_t index)
{
	Vec conclusions;
	vec_init(&conclusions, sizeof(Conclusion));
	assert_done(
		conclusion_list(f->core, meeting_id, &f->arena, &conclusions, &f->err), &f->err);
	assert_true(index < conclusions.len);
	Conclusion conclusion = *(const Conclusion *)vec_at(&conclusions, index);
	vec_release(&conclusions);
	return conclusion;
}

static inline size_t count(F *f, int64_t region_id)
{
	Vec meetings;
	vec_init(&meetings, sizeof(Meeting));
	assert_done(meeting_list(f->core, region_id, &f->arena, &meetings, &f->err), &f->err);
	size_t n = meetings.len;
	vec_release(&meetings);
	return n;
}

static inline const char *gaps(F *f, int64_t id)
{
	Vec found;
	const char *text = "";
	vec_init(&found, sizeof(MeetingGap));
	assert_done(meeting_gaps(f->core, id, &f->arena, &found, &f->err), &f->err);
	for (size_t i = 0; i < found.len; i++) {
		const MeetingGap *gap = vec_at(&found, i);
		text = arena_printf(&f->arena, "%s%s%s", text, i ? "; " : "", gap->text);
	}
	vec_release(&found);
	return text;
}

static inline void say(F *f, int64_t meeting_id, const char *proceedings)
{
	AgendaItem item = item_at(f, meeting_id, 0);
	item.proceedings = proceedings;
	assert_done(agenda_save(f->core, &item, &f->err), &f->err);
}

static inline void note(F *f, int64_t meeting_id, const char *text)
{
	Conclusion conclusion = { .meeting_id = meeting_id, .text = text };
	assert_done(conclusion_add(f->core, &conclusion, NULL, &f->err), &f->err);
}

// One that lacks nothing, written by the Office and chaired by the leader.
static inline Meeting complete_meeting(F *f, MeetingKind kind, const char *held_on)
{
	fixture_as(f, "office");
	Person chair;
	assert_done(person_find(f->core, "leader", &f->arena, &chair, &f->err), &f->err);
	Meeting meeting = {
		.region_id = fixture_place(f, "hd").region_id,
		.kind = kind,
		.held_on = held_on,
		.starts = "8:00",
		.ends = "10:00",
		.place = "Rạch Giá",
		.chair_id = chair.id,
	};
	assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	meeting = get(f, meeting.id);
	say(f, meeting.id, "Thành ủy Phú Quốc báo cáo.");
	note(f, meeting.id, "Thống nhất lộ trình.");
	return get(f, meeting.id);
}

static inline Meeting final_meeting(F *f, const char *held_on)
{
	Meeting meeting = complete_meeting(f, MEETING_WORK, held_on);
	assert_done(meeting_finalise(f->core, meeting.id, meeting.rev, 0, &f->err), &f->err);
	return get(f, meeting.id);
}

static inline void assert_field(bool ok, Err *err, const char *field)
{
	if (!ok && strcmp(err->field, field) != 0)
		fail_msg("wanted field %s, got “%s”: %s", field, err->field, err->message);
	assert_failed(ok, err, ERR_INVALID);
}

#endif
