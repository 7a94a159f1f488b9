// SPDX-License-Identifier: MIT
// A meeting's own fields, and its way from planned to draft minutes.
#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/person.h"
#include "core/right.h"
#include "text/clean.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

// 14:00, 8:05, 14h30 and 14h become HH:MM; "" stays.
static bool read_time(
	const char *field, const char *typed, Arena *arena, const char **out, Err *err)
{
	unsigned hour = 0, minute = 0;
	char mark[2] = "";
	int end = 0;
	*out = "";
	if (!*typed)
		return true;
	int fields = sscanf(typed, "%2u%1[:hH]%n%2u%n", &hour, mark, &end, &minute, &end);
	bool whole = fields >= 2 && isdigit((unsigned char)*typed) && !typed[end];
	if (whole && (fields == 3 || *mark != ':') && hour <= 23 && minute <= 59) {
		*out = arena_printf(arena, "%02u:%02u", hour, minute);
		return true;
	}
	err_set(err, ERR_INVALID, tr("“%s” không phải là giờ."), typed);
	err_hint(err, "%s", tr("Ghi giờ và phút, như 14:00 hoặc 14h30."));
	return err_field(err, field);
}

static bool check_times(const Meeting *meeting, Err *err)
{
	if (!*meeting->starts || !*meeting->ends || strcmp(meeting->ends, meeting->starts) > 0)
		return true;
	err_set(err, ERR_INVALID, tr("Giờ kết thúc %s không sau giờ bắt đầu %s."), meeting->ends,
		meeting->starts);
	return err_field(err, "ends");
}

static bool check_day(const char *day, Err *err)
{
	Date date;
	if (date_parse(day, &date))
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải là một ngày."), day);
	return err_field(err, "held_on");
}

static bool check_person(Core *core, const char *field, int64_t id, Err *err)
{
	Arena arena = ARENA_INIT;
	Person person;
	bool ok = !id || person_get(core, id, &arena, &person, err);
	arena_release(&arena);
	return ok || err_field(err, field);
}

static const char *line(Arena *arena, const char *typed)
{
	return text_clean_arena(arena, typed ? typed : "", CLEAN_LINE);
}

// A cleaned copy that keeps every rule of a meeting's fields.
static bool prepare(Core *core, Arena *arena, const Meeting *typed, Meeting *out, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	*out = *typed;
	out->subject = line(arena, typed->subject);
	out->place = line(arena, typed->place);
	out->held_on = line(arena, typed->held_on);
	if (!*out->held_on)
		out->held_on = arena_strdup(arena, today);
	return check_day(out->held_on, err) &&
	       read_time("starts", line(arena, typed->starts), arena, &out->starts, err) &&
	       read_time("ends", line(arena, typed->ends), arena, &out->ends, err) &&
	       check_times(out, err) && check_person(core, "chair", out->chair_id, err) &&
	       check_person(core, "recorder", out->recorder_id, err);
}

// The region's lead on the day; a stand-in only where there is nobody else.
static bool find_chair(Core *core, Arena *arena, Meeting *meeting, Err *err)
{
	Vec leads;
	if (meeting->chair_id)
		return true;
	vec_init(&leads, sizeof(Assignment));
	Place region = { .region_id = meeting->region_id };
	bool ok = assignment_of_place(core, region, meeting->held_on, arena, &leads, err);
	if (ok && leads.len)
		meeting->chair_id = ((const Assignment *)vec_at(&leads, 0))->person_id;
	vec_release(&leads);
	return ok;
}

static void insert(Change *change, Meeting *meeting)
{
	Stmt *stmt = change_insert(change, NOUN_MEETING, &meeting->id);
	stmt_int(stmt, meeting->region_id);
	stmt_text(stmt, meeting_kind_code(meeting->kind));
	stmt_text(stmt, meeting->subject);
	stmt_text(stmt, meeting->held_on);
	stmt_text(stmt, meeting->starts);
	stmt_text(stmt, meeting->ends);
	stmt_text(stmt, meeting->place);
	stmt_int_or_null(stmt, meeting->chair_id);
	stmt_int_or_null(stmt, meeting->recorder_id);
	stmt_text(stmt, meeting_state_code(meeting->state));
	stmt_int_or_null(stmt, 0); // number
	stmt_text(stmt, "");
	stmt_int_or_null(stmt, 0); // finalized by
	stmt_int_or_null(stmt, 0); // finalized at
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool meeting_add(Core *core, Meeting *meeting, Err *err)
{
	char today[11];
	Arena arena = ARENA_INIT;
	Meeting new;
	Region region;
	core_today_iso(core, today);
	bool ok = region_get(core, meeting->region_id, &arena, &region, err) &&
		  right_check(core, RIGHT_MEETING, (Place){ .region_id = region.id }, err) &&
		  prepare(core, &arena, meeting, &new, err) && find_chair(core, &arena, &new, err);
	if (ok) {
		new.state = strcmp(new.held_on, today) <= 0 ? MEETING_DRAFT : MEETING_PLANNED;
		new.recorder_id = new.recorder_id ? new.recorder_id : core_actor(core)->id;
		Change *change = change_begin(core, "meeting-add");
		change_hold(change, RIGHT_MEETING, (Place){ .region_id = region.id });
		insert(change, &new);
		agenda_prefill(change, &new);
		attendance_prefill(change, &new);
		ok = change_commit(change, err);
	}
	if (ok)
		meeting->id = new.id;
	arena_release(&arena);
	return ok;
}

// A number belongs to a term: numbered minutes stay within theirs.
static bool check_numbered(const MeetingKey *key, const char *held_on, Err *err)
{
	if (!*key->number || meeting_term(key->held_on) == meeting_term(held_on))
		return true;
	err_set(err, ERR_INVALID,
		tr("Biên bản đã mang số %s, không chuyển sang nhiệm kỳ khác được."), key->number);
	return err_field(err, "held_on");
}

static json_t *columns(const Meeting *meeting)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "kind",
		meeting_kind_code(meeting->kind), "subject", meeting->subject, "held_on",
		meeting->held_on, "starts", meeting->starts, "ends", meeting->ends, "place",
		meeting->place, "chair_id", json_id(meeting->chair_id), "recorder_id",
		json_id(meeting->recorder_id));
}

static void save(Change *change, const Meeting *meeting, Arena *arena, AttendanceMoved *moved)
{
	Meeting before = { 0 }, now = *meeting;
	Err err = ERR_INIT;
	meeting_hold(change, meeting->id);
	if (change_failed(change))
		return;
	if (!meeting_get(change_core(change), meeting->id, arena, &before, &err))
		change_fail(change, &err);
	now.region_id = before.region_id;
	change_patch(change, NOUN_MEETING, meeting->id, meeting->rev, columns(meeting));
	agenda_follow(change, &before, &now);
	attendance_follow(change, &before, &now, arena, moved);
}

bool meeting_save(Core *core, const Meeting *meeting, Arena *arena, AttendanceMoved *moved, Err *err)
{
	Meeting new;
	MeetingKey key;
	*moved = (AttendanceMoved){ .came_names = "", .gone_names = "" };
	if (!meeting_check_write(core, meeting->id, &key, err) ||
		!prepare(core, arena, meeting, &new, err) || !check_numbered(&key, new.held_on, err))
		return false;
	Change *change = change_begin(core, "meeting-save");
	save(change, &new, arena, moved);
	return change_commit(change, err);
}

typedef struct {
	const char *op;
	MeetingState from, to;
	const char *refusal;
	const char *time_column; // set to the time of day where it is empty
} Step;

static const Step step_start = { "meeting-start", MEETING_PLANNED, MEETING_IN_PROGRESS,
	N_("Chỉ bắt đầu được buổi làm việc còn ở dự kiến."), "starts" };
static const Step step_end = { "meeting-end", MEETING_IN_PROGRESS, MEETING_DRAFT,
	N_("Chỉ kết thúc được buổi làm việc đang diễn ra."), "ends" };

// The clock's time, where nobody has written one, the day is the meeting's, and it is not before
// the start.
static void add_time(Core *core, const Meeting *meeting, const Step *step, json_t *patch)
{
	char today[11], now[6];
	core_today_iso(core, today);
	time_show(core_now(core), core_rules(core)->utc_offset, now);
	bool ending = step->to == MEETING_DRAFT;
	bool empty = !*(ending ? meeting->ends : meeting->starts);
	if (empty && strcmp(today, meeting->held_on) == 0 && strcmp(now, meeting->starts) > 0)
		json_object_set_new(patch, step->time_column, json_string(now));
}

static bool check_step(Core *core, const Meeting *meeting, const Step *step, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	if (meeting->state != step->from) {
		err_set(err, ERR_INVALID, "%s", tr(step->refusal));
		return err_hint(err, tr("Buổi này: %s."), meeting_state_name(meeting->state));
	}
	if (strcmp(meeting->held_on, today) <= 0)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chưa đến ngày của buổi làm việc này."));
	err_hint(err, "%s", tr("Nếu họp sớm hơn, sửa ngày rồi bắt đầu."));
	return err_field(err, "held_on");
}

static bool take_step(Core *core, int64_t id, int64_t rev, const Step *step, Err *err)
{
	Arena arena = ARENA_INIT;
	Meeting meeting;
	bool ok = meeting_check_write(core, id, NULL, err) &&
		  meeting_get(core, id, &arena, &meeting, err) &&
		  check_step(core, &meeting, step, err);
	if (ok) {
		json_t *patch = json_pack("{s:s}", "state", meeting_state_code(step->to));
		add_time(core, &meeting, step, patch);
		Change *change = change_begin(core, step->op);
		meeting_hold(change, id);
		change_patch(change, NOUN_MEETING, id, rev, patch);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool meeting_start(Core *core, int64_t id, int64_t rev, Err *err)
{
	return take_step(core, id, rev, &step_start, err);
}

bool meeting_end(Core *core, int64_t id, int64_t rev, Err *err)
{
	return take_step(core, id, rev, &step_end, err);
}

static bool check_planned(const Meeting *meeting, Err *err)
{
	if (meeting->state == MEETING_PLANNED)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chỉ hủy được buổi làm việc còn ở dự kiến."));
	return err_hint(err, tr("Buổi này: %s."), meeting_state_name(meeting->state));
}

// What hangs on it goes with it, so that nobody finds it on its own.
static void remove_parts(Change *change, const Vec *items, const Vec *people)
{
	for (size_t i = 0; i < items->len; i++) {
		const AgendaItem *item = vec_at(items, i);
		change_remove(change, NOUN_AGENDA_ITEM, item->id, item->rev);
	}
	for (size_t i = 0; i < people->len; i++) {
		const Attendance *attendance = vec_at(people, i);
		change_remove(change, NOUN_ATTENDANCE, attendance->id, attendance->rev);
	}
}

bool meeting_cancel(Core *core, int64_t id, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	Meeting meeting;
	Vec items, people;
	vec_init(&items, sizeof(AgendaItem));
	vec_init(&people, sizeof(Attendance));
	bool ok = meeting_check_write(core, id, NULL, err) &&
		  meeting_get(core, id, &arena, &meeting, err) && check_planned(&meeting, err) &&
		  agenda_list(core, id, &arena, &items, err) &&
		  attendance_list(core, id, &arena, &people, err);
	if (ok) {
		Change *change = change_begin(core, "meeting-cancel");
		meeting_hold(change, id);
		remove_parts(change, &items, &people);
		change_remove(change, NOUN_MEETING, id, rev);
		ok = change_commit(change, err);
	}
	vec_release(&items);
	vec_release(&people);
	arena_release(&arena);
	return ok;
}
