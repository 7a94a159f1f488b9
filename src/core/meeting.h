// SPDX-License-Identifier: MIT
// Meetings: planned → in progress → draft minutes → final. Agenda items with their proceedings,
// attendance by person, conclusions as notes or tasks.
#ifndef CORE_MEETING_H
#define CORE_MEETING_H

#include "base/vec.h"
#include "core/core.h"
#include "core/task_sum.h"

typedef enum { MEETING_PLANNED, MEETING_IN_PROGRESS, MEETING_DRAFT, MEETING_FINAL } MeetingState;
enum { MEETING_NUMBER_MAX = 9999 };

typedef enum { MEETING_WORK, MEETING_CONFERENCE, MEETING_SURVEY } MeetingKind;

const char *meeting_state_code(MeetingState state); // planned, in-progress, draft, final
const char *meeting_state_name(MeetingState state);
const char *meeting_kind_code(MeetingKind kind); // meeting, conference, survey
const char *meeting_kind_name(MeetingKind kind); // buổi làm việc, hội nghị, khảo sát
bool meeting_kind_parse(const char *code, MeetingKind *out) WARN_UNUSED;

typedef struct {
	int64_t id, rev, region_id;
	MeetingKind kind;
	const char *subject, *held_on, *starts, *ends, *place; // times "HH:MM" or ""
	int64_t chair_id, recorder_id; // 0: none
	const char *chair, *recorder;  // names, when read
	const char *chair_post, *recorder_post;
	MeetingState state;
	const char *number; // "01-BB/TU", "" until first final; kept when reopened
	const char *region; // title, when read; of final minutes as they name it
	int conclusions, tasks, present, absent; // counts, when read
} Meeting;

// Vec of Meeting, newest first. region_id 0: all regions. Open minutes only where RIGHT_READ_OPEN.
bool meeting_list(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool meeting_get(Core *core, int64_t id, Arena *arena, Meeting *out, Err *err) WARN_UNUSED;

// A new one: MEETING_DRAFT when held today or earlier, else planned. Its agenda is a first item and
// what the region's meeting before carried over; attendance is prefilled with the chair, those
// assigned to the region and its districts and the districts' own people in post on that day, and
// the recorder. Without chair_id the region's lead chairs, without recorder_id the acting person
// records. RIGHT_MEETING. meeting->id is set. Empty held_on is today; times as typed (14:00,
// 14h30).
bool meeting_add(Core *core, Meeting *meeting, Err *err) WARN_UNUSED;

// Whom another day, chair or recorder brought into the attendance and took out of it.
typedef struct {
	int came, gone;
	const char *came_names, *gone_names; // "đ/c A, đ/c B"; "" of nobody
} AttendanceMoved;

// Date, times, place, kind, subject, chair, recorder. The agenda's first item follows the subject whose
// name it has. The attendance follows in the same change: who
// is expected on the new day comes in, who is not and was only prefilled goes; whoever has been
// marked, given a reason, added or taken out by hand stays so. ERR_CONFLICT with a stale rev.
bool meeting_save(Core *core, const Meeting *meeting, Arena *arena, AttendanceMoved *moved,
	Err *err) WARN_UNUSED;
// planned → in progress, from its day on; in progress → draft. An empty time becomes the clock's.
bool meeting_start(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;
bool meeting_end(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;
// One that does not take place: with its agenda and the people asked. RIGHT_MEETING; only while it is
// planned, else ERR_INVALID.
bool meeting_cancel(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;

// Final minutes and what belongs to them are locked: every change of them is ERR_DENIED.

typedef struct {
	int64_t id, rev, meeting_id;
	int position;
	const char *title, *proceedings;
	bool carried_over;
	int conclusions; // when read
	int64_t task_id; // what it takes up, 0: no task
	const char *task_code; // when read
} AgendaItem;

bool agenda_list(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool agenda_add(Core *core, AgendaItem *item, Err *err) WARN_UNUSED; // at the end; id is set
bool agenda_save(Core *core, const AgendaItem *item, Err *err) WARN_UNUSED;
// One of which nothing is told and nothing concluded; another is ERR_CONFLICT.
bool agenda_remove(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;
// To the place `to`, from 1 as agenda_list() has them; those between move up or down by one. A place
// that there is none of is ERR_INVALID.
bool agenda_move(Core *core, int64_t id, int64_t rev, int to, Err *err) WARN_UNUSED;

typedef enum { ATTENDANCE_PRESENT, ATTENDANCE_ABSENT, ATTENDANCE_GUEST } AttendanceStatus;
const char *attendance_name(AttendanceStatus status); // có mặt, vắng, khách mời

typedef struct {
	int64_t id, rev, meeting_id;
	int64_t person_id; // 0: a guest known by name only
	const char *name, *post; // of the person, or the guest's name
	AttendanceStatus status; // whoever is known by name only is never ATTENDANCE_PRESENT
	const char *reason; // of an absence
} Attendance;

bool attendance_list(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool attendance_add(Core *core, Attendance *attendance, Err *err) WARN_UNUSED; // id is set
bool attendance_save(Core *core, const Attendance *attendance, Err *err) WARN_UNUSED;
bool attendance_remove(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;

// A conclusion that is a task has a body, a deadline and places; it becomes a task BB-<meeting>.<n>
// in the same change and stands among the region's tasks. n is the conclusion's position.
typedef struct {
	int64_t id, rev, meeting_id, item_id; // item_id 0: of the whole meeting
	int position;
	const char *text;
	int64_t task_id; // 0: a note
	// Of the task, when read: as it is or, of final minutes, as they say.
	const char *task_code, *due, *body;
	bool frozen;
	const char *places; // where frozen
} Conclusion;

typedef struct {
	int64_t body_id; // 0: a single district's own party committee where there is one, else none
	const char *due; // YYYY-MM-DD or ""
	const char *deadline_words;
	const int64_t *district_ids; // of the region; none: the region itself
	size_t districts_n;
} ConclusionTask;

bool conclusion_list(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// task NULL: a note. conclusion->id and task_id are set.
bool conclusion_add(Core *core, Conclusion *conclusion, const ConclusionTask *task,
	Err *err) WARN_UNUSED;
// Its text, which is also the title of its task.
bool conclusion_save(Core *core, const Conclusion *conclusion, Err *err) WARN_UNUSED;
// Makes a note a task.
bool conclusion_make_task(Core *core, int64_t id, int64_t rev, const ConclusionTask *task,
	Err *err) WARN_UNUSED;

// What became of a conclusion: of a task by its leaves.
typedef enum {
	CONCLUSION_UNTOLD, // a task that nobody has reported on: not yet put into action
	CONCLUSION_DOING,
	CONCLUSION_DONE, // at every place
	CONCLUSION_NOTED,
	CONCLUSION_FATES,
} ConclusionFate;

const char *conclusion_fate_code(ConclusionFate fate); // untold, doing, done, note
const char *conclusion_fate_name(ConclusionFate fate); // chưa báo cáo …

typedef struct {
	int64_t id, meeting_id, region_id;
	bool final; // its minutes are
	const char *held_on, *number, *region, *text;
	int64_t task_id; // 0: a note
	const char *task_code;
	TaskSum sum; // of a task
	ConclusionFate fate;
} ConclusionLine;

// Zero fields do not narrow.
typedef struct {
	int64_t region_id;
	unsigned fates; // of 1 << ConclusionFate
} ConclusionFilter;

// Vec of ConclusionLine, the newest meeting's first; of open minutes only where RIGHT_READ_OPEN.
bool conclusion_list_all(Core *core, const ConclusionFilter *filter, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

// How a task presses a meeting, the most urgent first. Continuous ones and those without a day are
// undated; the last are what is done or has ended in all the region's places.
typedef enum {
	NEED_LATE,
	NEED_BEFORE, // due on the meeting's day or before it
	NEED_LATER,
	NEED_UNDATED,
	NEED_CLOSED,
	NEED_COUNT,
} AgendaNeed;

const char *agenda_need_code(AgendaNeed need); // late, before, later, undated, closed
const char *agenda_need_name(AgendaNeed need); // "Quá hạn", "Đến hạn trước buổi này" …

// A task of whatever origin as the meeting of a region sees it: over its places in that region.
typedef struct {
	int64_t task_id;
	const char *code, *title, *origin, *origin_words, *places; // places: "Kiên Hải, TP Phú Quốc"
	const char *deadline_kind, *deadline_words;
	TaskSum sum;
	AgendaNeed need;
	size_t position; // among the region's tasks
} AgendaTask;

// What is offered to a meeting's agenda beside what is carried over: the region's open tasks of every
// origin until that day which are not on it yet; the province's own are no region's matter. Vec of
// AgendaTask, what presses most first.
bool agenda_offer(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// Makes items of some of them, in one change. ERR_CONFLICT where one is not offered (any more).
bool agenda_add_tasks(Core *core, int64_t meeting_id, const int64_t *task_ids, size_t n,
	Err *err) WARN_UNUSED;
// The tasks that the agenda takes up and those that the conclusions gave, as they stand now; Vec of
// AgendaTask.
bool meeting_tasks(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// What is missing before the minutes can become final; Vec of MeetingGap, empty when nothing.
typedef enum { GAP_WHEN, GAP_WHO, GAP_ATTENDANCE, GAP_AGENDA } MeetingGapPart;

typedef struct {
	const char *text;
	MeetingGapPart part;
	int64_t item_id;       // of GAP_AGENDA, 0: there is no item
	int64_t attendance_id; // of GAP_ATTENDANCE, 0: there is nobody
} MeetingGap;
bool meeting_gaps(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// RIGHT_FINALISE, no gaps: numbers the minutes (NN-BB/TU), locks them and keeps their text as a
// version. number 0: the next one; a given one may leave a gap, and is never one that has been used.
// Reopened minutes keep theirs. ERR_INVALID names all gaps.
//
// A Party committee numbers its papers from 01 for each kind of paper and each of its terms
// (Hướng dẫn 36-HD/VPTW). Minutes are one kind of paper, BB, whatever the meeting was: a series for
// each kind of meeting would print 01-BB/TU three times.
bool meeting_finalise(Core *core, int64_t id, int64_t rev, int number, Err *err) WARN_UNUSED;
// What the next minutes of that day's term would get.
bool meeting_next_number(Core *core, const char *held_on, int *out, Err *err) WARN_UNUSED;
// RIGHT_FINALISE, with a reason, and only the region's latest final minutes. The version that stood
// stays, and says who reopened it and why.
bool meeting_reopen(Core *core, int64_t id, int64_t rev, const char *reason, Err *err) WARN_UNUSED;

// The whole minutes as one text, in Vietnamese whatever the screen speaks: as they became final, or,
// of open ones, as they would. The first line is the title; then a field to a line; after the first
// empty line headings, with what they are about indented.
bool meeting_text(Core *core, int64_t id, Arena *arena, const char **out, Err *err) WARN_UNUSED;

typedef struct {
	int64_t id;
	int version; // from 1
	const char *number, *text;
	const char *finalized_by, *reopened_by; // names; "" where nobody has
	int64_t finalized_at, reopened_at;      // 0: it stands
	const char *reason;                     // of the reopening
} MinutesVersion;

// Vec of MinutesVersion, the oldest first. Who may read the minutes may read these.
bool meeting_versions(Core *core, int64_t id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
