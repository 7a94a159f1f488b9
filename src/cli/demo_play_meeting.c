// SPDX-License-Identifier: MIT
// The story's meetings: planned with their agenda, written afterwards, made final.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/meeting.h"
#include "core/org.h"

#include <string.h>

// With the row's newest rev, which the next step needs.
static bool get(DemoPlayer *player, const DemoMeeting *wanted, Meeting *out, Err *err)
{
	int64_t id = *demo_meeting_id(player, wanted);
	if (!id)
		return err_set(err, ERR_NOT_FOUND, tr("Không có buổi “%s”."), wanted->subject);
	return meeting_get(player->core, id, &player->scratch, out, err);
}

static bool add(DemoPlayer *player, const DemoMeeting *wanted, Err *err)
{
	Place region;
	Meeting meeting = {
		.subject = wanted->subject,
		.held_on = wanted->held_on,
		.starts = wanted->starts,
		.ends = wanted->ends,
		.place = wanted->place,
		.chair_id = demo_person_id(player, wanted->chair),
		.recorder_id = demo_person_id(player, wanted->recorder),
	};
	if (!meeting_kind_parse(wanted->kind, &meeting.kind))
		return err_set(
			err, ERR_INVALID, tr("Không có loại buổi làm việc “%s”."), wanted->kind);
	if (!demo_place(player, wanted->region, &region, err))
		return false;
	meeting.region_id = region.region_id;
	if (!meeting_add(player->core, &meeting, err))
		return false;
	*demo_meeting_id(player, wanted) = meeting.id;
	return true;
}

// --- agenda ------------------------------------------------------------------------------------

typedef enum { AGENDA_TITLES, AGENDA_WHOLE } AgendaPart;

static bool write_item(DemoPlayer *player, AgendaItem item, const DemoAgendaItem *wanted,
	AgendaPart part, Err *err)
{
	item.title = wanted->title;
	item.proceedings = part == AGENDA_WHOLE ? wanted->proceedings : "";
	item.carried_over = part == AGENDA_WHOLE && wanted->carried_over;
	return item.id ? agenda_save(player->core, &item, err)
		       : agenda_add(player->core, &item, err);
}

// The items that are there already take the words of the file's in turn.
static bool write_agenda(DemoPlayer *player, const DemoMeeting *wanted, AgendaPart part, Err *err)
{
	Vec items;
	int64_t id = *demo_meeting_id(player, wanted);
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(player->core, id, &player->scratch, &items, err);
	for (size_t i = 0; ok && i < wanted->agenda_n; i++) {
		AgendaItem item = { .meeting_id = id };
		if (i < items.len)
			item = *(const AgendaItem *)vec_at(&items, i);
		ok = write_item(player, item, &wanted->agenda[i], part, err);
	}
	vec_release(&items);
	return ok;
}

// --- attendance --------------------------------------------------------------------------------

static const Attendance *known(const Vec *rows, const Attendance *wanted)
{
	for (size_t i = 0; i < rows->len; i++) {
		const Attendance *row = vec_at(rows, i);
		if (row->person_id == wanted->person_id &&
			(row->person_id || strcmp(row->name, wanted->name) == 0))
			return row;
	}
	return NULL;
}

static bool put(DemoPlayer *player, const Vec *rows, Attendance wanted, Err *err)
{
	const Attendance *row = known(rows, &wanted);
	if (!row)
		return attendance_add(player->core, &wanted, err);
	if (row->status == wanted.status && strcmp(row->reason, wanted.reason) == 0)
		return true;
	wanted.id = row->id;
	wanted.rev = row->rev;
	return attendance_save(player->core, &wanted, err);
}

static bool put_all(DemoPlayer *player, const DemoMeeting *wanted, const Vec *rows, Err *err)
{
	const int64_t meeting_id = *demo_meeting_id(player, wanted);
	for (size_t i = 0; i < wanted->present.n; i++)
		if (!put(player, rows,
			    (Attendance){ .meeting_id = meeting_id,
				    .name = "",
				    .reason = "",
				    .person_id = demo_person_id(player, wanted->present.items[i]),
				    .status = ATTENDANCE_PRESENT },
			    err))
			return false;
	for (size_t i = 0; i < wanted->absent_n; i++)
		if (!put(player, rows,
			    (Attendance){ .meeting_id = meeting_id,
				    .name = "",
				    .reason = wanted->absent[i].reason,
				    .person_id = demo_person_id(player, wanted->absent[i].who),
				    .status = ATTENDANCE_ABSENT },
			    err))
			return false;
	for (size_t i = 0; i < wanted->guests.n; i++)
		if (!put(player, rows,
			    (Attendance){ .meeting_id = meeting_id,
				    .reason = "",
				    .name = wanted->guests.items[i],
				    .status = ATTENDANCE_GUEST },
			    err))
			return false;
	return true;
}

static bool write_attendance(DemoPlayer *player, const DemoMeeting *wanted, Err *err)
{
	Vec rows;
	vec_init(&rows, sizeof(Attendance));
	bool ok = attendance_list(player->core, *demo_meeting_id(player, wanted), &player->scratch,
			  &rows, err) &&
		  put_all(player, wanted, &rows, err);
	vec_release(&rows);
	return ok;
}

// --- conclusions -------------------------------------------------------------------------------

static bool conclude_task(
	DemoPlayer *player, Conclusion *conclusion, const DemoConclusion *wanted, Err *err)
{
	Body body = { 0 };
	int64_t *districts = arena_array(&player->scratch, wanted->districts.n, sizeof(*districts));
	for (size_t i = 0; i < wanted->districts.n; i++) {
		Place place;
		if (!demo_place(player, wanted->districts.items[i], &place, err))
			return false;
		districts[i] = place.district_id;
	}
	if (*wanted->body && !body_find(player->core, wanted->body, &player->scratch, &body, err))
		return false;
	const ConclusionTask task = {
		.body_id = body.id,
		.due = wanted->due,
		.deadline_words = wanted->words,
		.district_ids = districts,
		.districts_n = wanted->districts.n,
	};
	return conclusion_add(player->core, conclusion, &task, err) &&
	       demo_task_add(player, wanted, conclusion->task_id, err);
}

static bool conclude_item(
	DemoPlayer *player, const AgendaItem *item, const DemoAgendaItem *wanted, Err *err)
{
	for (size_t i = 0; i < wanted->conclusions_n; i++) {
		const DemoConclusion *text = &wanted->conclusions[i];
		Conclusion conclusion = {
			.meeting_id = item->meeting_id, .item_id = item->id, .text = text->text
		};
		bool ok = *text->key ? conclude_task(player, &conclusion, text, err)
				     : conclusion_add(player->core, &conclusion, NULL, err);
		if (!ok)
			return false;
	}
	return true;
}

static bool write_conclusions(DemoPlayer *player, const DemoMeeting *wanted, Err *err)
{
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(
		player->core, *demo_meeting_id(player, wanted), &player->scratch, &items, err);
	for (size_t i = 0; ok && i < wanted->agenda_n && i < items.len; i++)
		ok = conclude_item(player, vec_at(&items, i), &wanted->agenda[i], err);
	vec_release(&items);
	return ok;
}

// --- events ------------------------------------------------------------------------------------

bool demo_play_meeting_plan(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	return add(player, event->meeting, err) &&
	       write_agenda(player, event->meeting, AGENDA_TITLES, err);
}

// Brings it to draft minutes: a planned one is held, another is entered now.
static bool hold(DemoPlayer *player, const DemoMeeting *wanted, Err *err)
{
	Meeting meeting;
	if (!*wanted->planned_on)
		return add(player, wanted, err);
	return get(player, wanted, &meeting, err) &&
	       meeting_start(player->core, meeting.id, meeting.rev, err) &&
	       get(player, wanted, &meeting, err) &&
	       meeting_end(player->core, meeting.id, meeting.rev, err);
}

bool demo_play_meeting_write(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoMeeting *wanted = event->meeting;
	return hold(player, wanted, err) && write_agenda(player, wanted, AGENDA_WHOLE, err) &&
	       write_attendance(player, wanted, err) && write_conclusions(player, wanted, err);
}

bool demo_play_meeting_final(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Meeting meeting;
	return get(player, event->meeting, &meeting, err) &&
	       meeting_finalise(player->core, meeting.id, meeting.rev, 0, err);
}

static const char *corrected(
	DemoPlayer *player, const char *text, const DemoMeeting *wanted, bool *changed)
{
	for (size_t i = 0; i < wanted->corrections_n; i++) {
		const DemoCorrection *correction = &wanted->corrections[i];
		const char *at = strstr(text, correction->before);
		if (!at)
			continue;
		text = arena_printf(&player->scratch, "%.*s%s%s", (int)(at - text), text,
			correction->after, at + strlen(correction->before));
		*changed = true;
	}
	return text;
}

static bool correct(DemoPlayer *player, const DemoMeeting *wanted, Err *err)
{
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(
		player->core, *demo_meeting_id(player, wanted), &player->scratch, &items, err);
	for (size_t i = 0; ok && i < items.len; i++) {
		AgendaItem item = *(const AgendaItem *)vec_at(&items, i);
		bool changed = false;
		item.proceedings = corrected(player, item.proceedings, wanted, &changed);
		ok = !changed || agenda_save(player->core, &item, err);
	}
	vec_release(&items);
	return ok;
}

bool demo_play_meeting_reopen(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Meeting meeting;
	return get(player, event->meeting, &meeting, err) &&
	       meeting_reopen(player->core, meeting.id, meeting.rev,
		       event->meeting->reopened_for, err) &&
	       correct(player, event->meeting, err) && demo_play_meeting_final(player, event, err);
}

// --- a demo that goes on -----------------------------------------------------------------------

static bool resume_tasks(DemoPlayer *player, const DemoMeeting *wanted, Err *err)
{
	Vec known_rows;
	bool ok = true;
	vec_init(&known_rows, sizeof(Conclusion));
	ok = conclusion_list(
		player->core, *demo_meeting_id(player, wanted), &player->scratch, &known_rows, err);
	for (size_t i = 0; ok && i < wanted->agenda_n; i++) {
		const DemoAgendaItem *item = &wanted->agenda[i];
		for (size_t c = 0; ok && c < item->conclusions_n * known_rows.len; c++) {
			const DemoConclusion *text = &item->conclusions[c / known_rows.len];
			const Conclusion *row = vec_at(&known_rows, c % known_rows.len);
			if (row->task_id && strcmp(row->text, text->text) == 0)
				ok = demo_task_add(player, text, row->task_id, err);
		}
	}
	vec_release(&known_rows);
	return ok;
}

static const DemoMeeting *story_meeting(
	const DemoPlayer *player, const Meeting *meeting, const char *region)
{
	for (size_t i = 0; i < player->story->meetings_n; i++) {
		const DemoMeeting *wanted = player->story->meetings[i];
		if (strcmp(wanted->held_on, meeting->held_on) == 0 &&
			strcmp(wanted->region, region) == 0 &&
			strcmp(wanted->subject, meeting->subject) == 0)
			return wanted;
	}
	return NULL;
}

bool demo_meetings_resume(DemoPlayer *player, Err *err)
{
	Vec meetings;
	vec_init(&meetings, sizeof(Meeting));
	bool ok = meeting_list(player->core, 0, &player->scratch, &meetings, err);
	for (size_t i = 0; ok && i < meetings.len; i++) {
		const Meeting *meeting = vec_at(&meetings, i);
		Region region;
		ok = region_get(player->core, meeting->region_id, &player->scratch, &region, err);
		const DemoMeeting *wanted = ok ? story_meeting(player, meeting, region.code) : NULL;
		if (!wanted)
			continue;
		*demo_meeting_id(player, wanted) = meeting->id;
		ok = resume_tasks(player, wanted, err);
	}
	vec_release(&meetings);
	return ok;
}
