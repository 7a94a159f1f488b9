// SPDX-License-Identifier: MIT
#include "core/handover.h"

#include "base/tr.h"
#include "core/draft.h"
#include "core/meeting.h"
#include "core/patch.h"
#include "core/remark.h"
#include "core/review.h"
#include "core/right.h"
#include "core/user_parts.h"
#include "text/clean.h"

#include <string.h>

// What is open -----------------------------------------------------------------------------------

static Stmt *work_query(Core *core, QueryId what, const WorkOf *of, const char *day)
{
	const QueryId pieces[] = { Q_WORK_REGIONS, what };
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, of->person_id);
	stmt_text(stmt, day);
	stmt_int_or_null(stmt, of->place.region_id);
	stmt_int_or_null(stmt, of->place.district_id);
	stmt_int_or_null(stmt, of->member_id);
	return stmt;
}

static const char *names_of(Arena *arena, const char *chair, const char *recorder)
{
	const char *names = *chair ? arena_printf(arena, tr("chủ trì đ/c %s"), chair) : "";
	if (!*recorder)
		return names;
	return arena_printf(arena, "%s%s%s", names, *names ? "; " : "",
		arena_printf(arena, tr("ghi biên bản đ/c %s"), recorder));
}

static Work meeting_work(Stmt *stmt, const WorkOf *of, Arena *arena)
{
	bool planned = strcmp(stmt_get_text(stmt, 1), meeting_state_code(MEETING_PLANNED)) == 0;
	return (Work){
		.kind = planned ? WORK_MEETING : WORK_MINUTES,
		.thing = { NOUN_MEETING, stmt_get_int(stmt, 0) },
		.state = stmt_get_string(stmt, 1, arena),
		.chairs = stmt_get_int(stmt, 4) == of->person_id,
		.records = stmt_get_int(stmt, 5) == of->person_id,
		.names = names_of(arena, stmt_get_text(stmt, 6), stmt_get_text(stmt, 7)),
		.rev = stmt_get_int(stmt, 8),
	};
}

static Work remark_work(Stmt *stmt, Arena *arena)
{
	return (Work){
		.kind = WORK_REMARK,
		.thing = { NOUN_REMARK, stmt_get_int(stmt, 0) },
		.state = stmt_get_string(stmt, 1, arena),
		.rev = stmt_get_int(stmt, 2),
		.author_id = stmt_get_int(stmt, 3),
		.names = arena_printf(arena, tr("đ/c %s nêu"), stmt_get_text(stmt, 4)),
		.addressed = stmt_get_int(stmt, 5),
	};
}

static const char *remark_state_words(const char *code)
{
	for (int state = REMARK_OPEN; state < REMARK_STATES; state++)
		if (strcmp(remark_state_code((RemarkState)state), code) == 0)
			return remark_state_name((RemarkState)state);
	return code;
}

static const char *meeting_state_words(const char *code)
{
	for (int state = MEETING_PLANNED; state <= MEETING_FINAL; state++)
		if (strcmp(meeting_state_code((MeetingState)state), code) == 0)
			return meeting_state_name((MeetingState)state);
	return code;
}

static const char *review_state_words(const char *code)
{
	for (int state = REVIEW_DUE; state <= REVIEW_APPROVED; state++)
		if (strcmp(review_state_code((ReviewState)state), code) == 0)
			return review_state_name((ReviewState)state);
	return code;
}

// Names of things are asked for once the rows have been read: one statement at a time.
static bool name_works(Core *core, Arena *arena, Vec *works, Err *err)
{
	for (size_t i = 0; i < works->len; i++) {
		ThingName name;
		Work *work = vec_at(works, i);
		if (!thing_name(core, work->thing, arena, &name, err))
			return false;
		work->title = name.title;
		work->state = work->kind == WORK_REVIEW ? review_state_words(work->state) :
			      work->kind == WORK_REMARK ? remark_state_words(work->state) :
							  meeting_state_words(work->state);
	}
	return true;
}

static bool may_read(Core *core, const Work *work, Arena *arena, Err *err)
{
	Meeting meeting;
	Remark remark;
	if (work->kind == WORK_REVIEW)
		return true;
	return work->kind == WORK_REMARK ? remark_get(core, work->thing.id, arena, &remark, err) :
					   meeting_get(core, work->thing.id, arena, &meeting, err);
}

// Open minutes and what is said of them are left out, not refused, where they may not be read; a review's state may.
static bool drop_unreadable(Core *core, Arena *arena, Vec *works, Err *err)
{
	for (size_t i = works->len; i-- > 0;) {
		if (may_read(core, vec_at(works, i), arena, err))
			continue;
		if (err->kind != ERR_DENIED)
			return false;
		err_clear(err);
		vec_remove(works, i, 1);
	}
	return true;
}

static bool read_works(Core *core, const WorkOf *of, const char *day, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = work_query(core, Q_WORK_MEETINGS, of, day);
	while (stmt_row(stmt))
		*(Work *)vec_push(out) = meeting_work(stmt, of, arena);
	if (!stmt_done(stmt, err))
		return false;
	stmt = work_query(core, Q_WORK_REVIEWS, of, day);
	while (stmt_row(stmt))
		*(Work *)vec_push(out) = (Work){ .kind = WORK_REVIEW,
			.thing = { NOUN_REVIEW, stmt_get_int(stmt, 0) },
			.state = stmt_get_string(stmt, 1, arena), .names = "" };
	if (!stmt_done(stmt, err))
		return false;
	stmt = work_query(core, Q_WORK_REMARKS, of, day);
	while (stmt_row(stmt))
		*(Work *)vec_push(out) = remark_work(stmt, arena);
	return stmt_done(stmt, err);
}

bool work_list(Core *core, const WorkOf *of, const char *day, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	Vec works;
	core_day_iso(core, today);
	vec_init(&works, sizeof(Work));
	bool ok = read_works(core, of, *day ? day : today, arena, &works, err) &&
		  drop_unreadable(core, arena, &works, err) && name_works(core, arena, &works, err);
	if (ok)
		vec_insert(out, out->len, works.items, works.len);
	vec_release(&works);
	return ok;
}

// What would be done -----------------------------------------------------------------------------

static bool no_day(const char *typed, Err *err)
{
	err_set(err, ERR_INVALID, tr("Ngày bắt đầu “%s” không phải là một ngày."), typed);
	return err_field(err, "from");
}

static bool check_people(Core *core, const Handover *handover, Arena *arena, Err *err)
{
	Person from, successor;
	if (handover->from.person_id == handover->successor_id) {
		err_set(err, ERR_INVALID, "%s", tr("Người giao và người nhận phải là hai người."));
		return err_field(err, "successor");
	}
	if (!person_get(core, handover->from.person_id, arena, &from, err) ||
		!person_get(core, handover->successor_id, arena, &successor, err))
		return false;
	if (!*successor.to || strcmp(successor.to, handover->first_day) >= 0)
		return true;
	err_set(err, ERR_INVALID, tr("Đồng chí %s thôi chức vụ từ sau ngày %s."), successor.name,
		successor.to);
	return err_field(err, "successor");
}

static bool is_target(const Assignment *assignment, const WorkOf *of)
{
	if (of->member_id)
		return assignment->member_id == of->member_id;
	if (of->place.region_id)
		return assignment->region_id == of->place.region_id;
	return !of->place.district_id || assignment->district_id == of->place.district_id;
}

static bool in_force(const Assignment *assignment, const char *day)
{
	return strcmp(assignment->from, day) <= 0 &&
	       (!*assignment->to || strcmp(assignment->to, day) >= 0);
}

static bool same_target(const Assignment *a, const Assignment *b)
{
	return a->region_id == b->region_id && a->district_id == b->district_id &&
	       a->member_id == b->member_id;
}

static bool has_already(Core *core, const Assignment *theirs, Arena *arena, Err *err)
{
	const char *target;
	if (!assignment_target(core, theirs, arena, &target, err))
		return false;
	err_set(err, ERR_CONFLICT, tr("Đồng chí %s đã phụ trách %s từ %s."), theirs->name, target,
		theirs->from);
	return err_hint(err, "%s", tr("Chỉ cần kết thúc phân công của người thôi phụ trách."));
}

// Whoever stood in and now takes it over stands in no longer.
static bool end_stand_in(Core *core, const Handover *handover, const char *last_day,
	const Assignment *given, const Vec *theirs, Arena *arena, Vec *out, Err *err)
{
	for (size_t i = 0; i < theirs->len; i++) {
		Assignment own = *(const Assignment *)vec_at(theirs, i);
		if (!same_target(&own, given) || !in_force(&own, handover->first_day))
			continue;
		if (own.stand_in == given->stand_in || strcmp(own.from, last_day) > 0)
			return has_already(core, &own, arena, err);
		own.to = last_day;
		*(Assignment *)vec_push(out) = own;
	}
	return true;
}

static void add_pair(const Handover *handover, const char *last_day, const Assignment *given, Vec *out)
{
	Assignment ended = *given, begun = *given;
	ended.to = last_day;
	*(Assignment *)vec_push(out) = ended;
	begun.id = begun.rev = 0;
	begun.person_id = handover->successor_id;
	begun.from = handover->first_day;
	begun.to = "";
	begun.document = handover->document;
	*(Assignment *)vec_push(out) = begun;
}

static bool nothing_given(Err *err)
{
	err_set(err, ERR_NOT_FOUND, "%s",
		tr("Người giao không có phân công như vậy vào hôm trước ngày bàn giao."));
	return err_hint(err, "%s", tr("Xem ai phụ trách gì vào một ngày bằng `dieuphoi assign list --on NGÀY`."));
}

static bool plan_assignments(Core *core, const Handover *handover, const char *last_day, Arena *arena,
	Vec *out, Err *err)
{
	Vec given, theirs;
	size_t before = out->len;
	vec_init(&given, sizeof(Assignment));
	vec_init(&theirs, sizeof(Assignment));
	bool ok = assignment_of_person_ever(core, handover->from.person_id, arena, &given, err) &&
		  assignment_of_person_ever(core, handover->successor_id, arena, &theirs, err);
	for (size_t i = 0; ok && i < given.len; i++) {
		const Assignment *each = vec_at(&given, i);
		if (!is_target(each, &handover->from) || !in_force(each, last_day) ||
			each->member_id == handover->successor_id)
			continue;
		ok = end_stand_in(core, handover, last_day, each, &theirs, arena, out, err);
		if (ok)
			add_pair(handover, last_day, each, out);
	}
	vec_release(&given);
	vec_release(&theirs);
	return ok && (out->len > before || nothing_given(err));
}

static bool plan_meeting(Core *core, const Handover *handover, Work *work, Arena *arena, Err *err)
{
	Meeting meeting;
	if (!(work->chairs || work->records))
		return true;
	if (!meeting_get(core, work->thing.id, arena, &meeting, err))
		return false;
	work->passes = strcmp(meeting.held_on, handover->first_day) >= 0;
	return true;
}

// That they are there, and of what: the text is his alone.
static bool add_drafts(Core *core, const Handover *handover, Arena *arena, Vec *out, Err *err)
{
	Person from;
	Vec drafts;
	vec_init(&drafts, sizeof(DraftTold));
	bool ok = person_get(core, handover->from.person_id, arena, &from, err) &&
		  (!*from.login || drafts_told(core, from.login, &drafts, err));
	for (size_t i = 0; i < drafts.len; i++) {
		char day[11];
		const DraftTold *draft = vec_at(&drafts, i);
		date_show(date_of_instant(draft->typed_at, core_rules(core)->utc_offset), day);
		*(Work *)vec_push(out) = (Work){ .kind = WORK_DRAFT, .thing = { NOUN_PERSON, from.id },
			.title = arena_printf(arena, tr("bản nháp: %s"), draft->what),
			.state = arena_printf(arena, tr("gõ dở %s"), day),
			.names = arena_printf(arena, tr("đ/c %s"), from.name) };
	}
	vec_release(&drafts);
	return ok;
}

// A meeting that is still to come gets the successor's name; what was held keeps who held it. A remark
// to be answered by the person is given to the successor, unless he has said it himself.
static bool plan_works(Core *core, const Handover *handover, const char *last_day, Arena *arena, Vec *out,
	Err *err)
{
	size_t first = out->len;
	if (!work_list(core, &handover->from, last_day, arena, out, err))
		return false;
	for (size_t i = first; i < out->len; i++) {
		Work *work = vec_at(out, i);
		if (work->kind == WORK_MEETING && !plan_meeting(core, handover, work, arena, err))
			return false;
		if (work->kind == WORK_REMARK)
			work->passes = work->addressed && work->author_id != handover->successor_id;
	}
	return add_drafts(core, handover, arena, out, err);
}

bool handover_plan(Core *core, const Handover *handover, Arena *arena, Vec *assignments, Vec *works,
	Err *err)
{
	Date first;
	char last_day[11];
	Handover clean = *handover;
	clean.document = text_clean_arena(arena, handover->document, CLEAN_LINE);
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	if (!date_parse(handover->first_day, &first))
		return no_day(handover->first_day, err);
	clean.first_day = arena_strdup(arena, handover->first_day);
	date_iso(date_add_days(first, -1), last_day);
	const char *last = arena_strdup(arena, last_day);
	return check_people(core, &clean, arena, err) &&
	       plan_assignments(core, &clean, last, arena, assignments, err) &&
	       plan_works(core, &clean, last, arena, works, err);
}

// Doing it ---------------------------------------------------------------------------------------

static void write_assignment(Change *change, const Assignment *assignment)
{
	Assignment begun = *assignment;
	if (!assignment->id) {
		assignment_insert(change, &begun);
		return;
	}
	Stmt *stmt = change_update(change, NOUN_ASSIGNMENT, assignment->id, assignment->rev);
	assignment_bind(stmt, assignment);
	change_run(change, stmt);
}

// In the list of those who attend, the successor stands where the other stood, unless he is there.
static void pass_attendance(Change *change, const Handover *handover, int64_t meeting_id)
{
	int64_t id = 0;
	bool there = true;
	if (change_failed(change))
		return;
	Stmt *stmt = db_query(core_db(change_core(change)), Q_HANDOVER_ATTENDANCE);
	stmt_int(stmt, meeting_id);
	stmt_int(stmt, handover->from.person_id);
	stmt_int(stmt, handover->successor_id);
	if (stmt_row(stmt)) {
		id = stmt_get_int(stmt, 0);
		there = stmt_get_int(stmt, 1);
	}
	if (stmt_done(stmt, change_err(change)) && id && !there)
		change_patch(change, NOUN_ATTENDANCE, id, REV_ANY,
			json_pack("{s:I}", "person_id", (json_int_t)handover->successor_id));
}

static void pass_work(Change *change, const Handover *handover, const Work *work)
{
	if (work->kind == WORK_REMARK) {
		change_patch(change, NOUN_REMARK, work->thing.id, work->rev,
			json_pack("{s:I}", "to_person_id", (json_int_t)handover->successor_id));
		return;
	}
	json_t *columns = json_object();
	if (work->chairs)
		json_object_set_new(columns, "chair_id", json_integer(handover->successor_id));
	if (work->records)
		json_object_set_new(columns, "recorder_id", json_integer(handover->successor_id));
	change_patch(change, NOUN_MEETING, work->thing.id, work->rev, columns);
	pass_attendance(change, handover, work->thing.id);
}

static bool run(Core *core, const Handover *handover, const Vec *assignments, const Vec *works, Err *err)
{
	Change *change = change_begin(core, "assignment-handover");
	for (size_t i = 0; i < assignments->len; i++)
		write_assignment(change, vec_at(assignments, i));
	for (size_t i = 0; i < works->len; i++)
		if (((const Work *)vec_at(works, i))->passes)
			pass_work(change, handover, vec_at(works, i));
	return change_commit(change, err);
}

bool handover_run(Core *core, const Handover *handover, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec assignments, works;
	vec_init(&assignments, sizeof(Assignment));
	vec_init(&works, sizeof(Work));
	bool ok = handover_plan(core, handover, &arena, &assignments, &works, err) &&
		  run(core, handover, &assignments, &works, err);
	vec_release(&assignments);
	vec_release(&works);
	arena_release(&arena);
	return ok;
}
