// SPDX-License-Identifier: MIT
#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/patch.h"
#include "core/person.h"
#include "text/clean.h"

#include <string.h>

static const struct {
	const char *code, *name;
} statuses[] = {
	[ATTENDANCE_PRESENT] = { "present", N_("có mặt") },
	[ATTENDANCE_ABSENT] = { "absent", N_("vắng") },
	[ATTENDANCE_GUEST] = { "guest", N_("khách mời") },
};

const char *attendance_name(AttendanceStatus status)
{
	return tr(statuses[status].name);
}

static AttendanceStatus status_read(const char *code)
{
	size_t i = ATTENDANCE_PRESENT;
	while (i < ATTENDANCE_GUEST && strcmp(statuses[i].code, code) != 0)
		i++;
	return (AttendanceStatus)i;
}

static Attendance attendance_row(Stmt *stmt, Arena *arena)
{
	return (Attendance){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.meeting_id = stmt_get_int(stmt, 2),
		.person_id = stmt_get_int(stmt, 3),
		.name = stmt_get_string(stmt, 4, arena),
		.post = stmt_get_string(stmt, 5, arena),
		.status = status_read(stmt_get_text(stmt, 6)),
		.reason = stmt_get_string(stmt, 7, arena),
	};
}

bool attendance_list(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_ATTENDANCE_SELECT, Q_ATTENDANCE_WHERE_MEETING };
	if (!meeting_check_read(core, meeting_id, err))
		return false;
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, meeting_id);
	while (stmt_row(stmt))
		*(Attendance *)vec_push(out) = attendance_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool find(Core *core, int64_t id, Arena *arena, Attendance *out, Err *err)
{
	const QueryId pieces[] = { Q_ATTENDANCE_SELECT, Q_ATTENDANCE_WHERE_ID };
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = attendance_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn dòng thành phần dự này."));
}

// Whoever is known by name only is a guest or an absent one; a reason is that of an absence.
static Attendance cleaned(Arena *arena, const Attendance *attendance)
{
	Attendance copy = *attendance;
	copy.name = text_clean_arena(arena, attendance->name ? attendance->name : "", CLEAN_LINE);
	copy.reason =
		text_clean_arena(arena, attendance->reason ? attendance->reason : "", CLEAN_LINE);
	if (!copy.person_id && copy.status == ATTENDANCE_PRESENT)
		copy.status = ATTENDANCE_GUEST;
	if (copy.status != ATTENDANCE_ABSENT)
		copy.reason = "";
	return copy;
}

static bool check_person(Core *core, const Attendance *attendance, Err *err)
{
	int64_t taken = 0;
	Arena arena = ARENA_INIT;
	Person person;
	Stmt *stmt = db_query(core_db(core), Q_ATTENDANCE_TAKEN);
	stmt_int(stmt, attendance->meeting_id);
	stmt_int(stmt, attendance->person_id);
	stmt_int(stmt, attendance->id);
	bool ok = db_scalar(stmt, 0, &taken, err) &&
		  person_get(core, attendance->person_id, &arena, &person, err);
	if (ok && taken) {
		err_set(err, ERR_INVALID, tr("Đ/c %s đã có trong thành phần dự."), person.name);
		ok = err_field(err, "person");
	}
	arena_release(&arena);
	return ok;
}

static bool check(Core *core, const Attendance *attendance, Err *err)
{
	if (attendance->person_id)
		return check_person(core, attendance, err);
	return *attendance->name || meeting_missing("person", tr("tên người dự"), err);
}

static const char *guest_name(const Attendance *attendance)
{
	return attendance->person_id ? "" : attendance->name;
}

void attendance_insert(
	Change *change, Attendance *attendance, int position, AttendanceSource source)
{
	Stmt *stmt = change_insert(change, NOUN_ATTENDANCE, &attendance->id);
	stmt_int(stmt, attendance->meeting_id);
	stmt_int_or_null(stmt, attendance->person_id);
	stmt_text(stmt, guest_name(attendance));
	stmt_text(stmt, statuses[attendance->status].code);
	stmt_text(stmt, attendance->reason);
	stmt_int(stmt, position);
	stmt_int(stmt, source);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool attendance_add(Core *core, Attendance *attendance, Err *err)
{
	Arena arena = ARENA_INIT;
	Attendance new = cleaned(&arena, attendance);
	new.id = 0;
	bool ok = meeting_check_write(core, new.meeting_id, NULL, err) && check(core, &new, err);
	if (ok) {
		Change *change = change_begin(core, "attendance-add");
		meeting_hold(change, new.meeting_id);
		int position = meeting_next_position(
			change, Q_ATTENDANCE_NEXT_POSITION, new.meeting_id);
		attendance_insert(change, &new, position, ATTENDANCE_BY_HAND);
		ok = change_commit(change, err);
	}
	if (ok)
		attendance->id = new.id;
	arena_release(&arena);
	return ok;
}

bool attendance_save(Core *core, const Attendance *attendance, Err *err)
{
	Arena arena = ARENA_INIT;
	Attendance old, new = cleaned(&arena, attendance);
	bool ok = find(core, new.id, &arena, &old, err);
	if (ok)
		new.meeting_id = old.meeting_id;
	ok = ok && meeting_check_write(core, new.meeting_id, NULL, err) && check(core, &new, err);
	if (ok) {
		json_t *patch = json_pack("{s:o, s:s, s:s, s:s, s:i}", "person_id",
			json_id(new.person_id), "guest", guest_name(&new), "status",
			statuses[new.status].code, "reason", new.reason, "prefilled",
			ATTENDANCE_BY_HAND);
		Change *change = change_begin(core, "attendance-save");
		meeting_hold(change, new.meeting_id);
		change_patch(change, NOUN_ATTENDANCE, new.id, new.rev, patch);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool attendance_remove(Core *core, int64_t id, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	Attendance old;
	bool ok = find(core, id, &arena, &old, err) &&
		  meeting_check_write(core, old.meeting_id, NULL, err);
	if (ok) {
		Change *change = change_begin(core, "attendance-remove");
		meeting_hold(change, old.meeting_id);
		// Taken out by somebody, he does not come back with another day of the meeting.
		change_patch(change, NOUN_ATTENDANCE, id, rev,
			json_pack("{s:I, s:i}", "removed_at", (json_int_t)core_now(core),
				"prefilled", ATTENDANCE_BY_HAND));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
