// SPDX-License-Identifier: MIT
// What the files of the meeting room share.
#ifndef CORE_MEETING_PARTS_H
#define CORE_MEETING_PARTS_H

#include "core/change.h"
#include "core/meeting.h"

// What rights and locks depend on.
typedef struct {
	int64_t region_id;
	MeetingState state;
	char held_on[11];
	char number[32]; // "" without
} MeetingKey;

bool meeting_key(Core *core, int64_t id, MeetingKey *out, Err *err) WARN_UNUSED;
// The right to read it, which depends on its state.
bool meeting_check_read(Core *core, int64_t id, Err *err) WARN_UNUSED;
// The right to write it, and that it is not locked. key may be NULL.
bool meeting_check_write(Core *core, int64_t id, MeetingKey *key, Err *err) WARN_UNUSED;
// The same once more inside the change: it may have become final since it was looked at.
void meeting_hold(Change *change, int64_t id);

// "Chưa ghi …", named by its field.
bool meeting_missing(const char *field, const char *what, Err *err) WARN_UNUSED;

// The Party's term that a day (YYYY-MM-DD) lies in, by its first year: 2020 is 2020–2025.
int meeting_term(const char *day);

// The next position among the rows that a query counts for a meeting.
int meeting_next_position(Change *change, QueryId query, int64_t meeting_id);

// Inside the change that makes minutes final, after it has: their text as it stands from now on.
void minutes_freeze(Change *change, int64_t meeting_id);
// The text that stood until now.
void minutes_thaw(Change *change, int64_t meeting_id, const char *reason);

// A new meeting's first rows, inside its change.
void agenda_prefill(Change *change, const Meeting *meeting);
// Inside the change that gives a meeting another subject: its first item is called alike, until
// somebody has called it otherwise.
void agenda_follow(Change *change, const Meeting *before, const Meeting *now);
void agenda_insert(Change *change, AgendaItem *item); // its id is set
void attendance_prefill(Change *change, const Meeting *meeting);

// Where a row of the attendance comes from: what was prefilled follows the day, what anybody has
// written stays.
typedef enum { ATTENDANCE_BY_HAND, ATTENDANCE_PREFILLED } AttendanceSource;
void attendance_insert(Change *change, Attendance *attendance, int position,
	AttendanceSource source); // its id is set
// Inside the change that gives a meeting another day, chair or recorder.
void attendance_follow(Change *change, const Meeting *before, const Meeting *now, Arena *arena,
	AttendanceMoved *moved);

#endif
