// SPDX-License-Identifier: MIT
// Between the files of the meeting screens: nobody else includes it.
#ifndef TUI_VIEWS_MEETING_SCREEN_H
#define TUI_VIEWS_MEETING_SCREEN_H

#include "base/vec.h"
#include "core/meeting.h"
#include "tui/form.h"
#include "tui/view.h"

// All of a meeting, in the arena of the view that loaded it.
typedef struct {
	Meeting meeting;
	Vec items;       // of AgendaItem
	Vec people;      // of Attendance
	Vec conclusions; // of Conclusion
	Vec tasks;       // of AgendaTask: what its agenda takes up and its conclusions gave
} Minutes;

void minutes_init(Minutes *minutes);
void minutes_release(Minutes *minutes);
bool minutes_load(View *view, int64_t meeting_id, Minutes *minutes, Err *err) WARN_UNUSED;
int minutes_count(const Minutes *minutes, AttendanceStatus status);
// One of its rows, in the view's arena; ERR_NOT_FOUND.
bool agenda_find(
	View *view, int64_t meeting_id, int64_t item_id, AgendaItem *out, Err *err) WARN_UNUSED;

// The outline: what is selected is named by kind and id, so that it stays when rows come and go.
typedef enum { ROW_WHEN, ROW_WHO, ROW_ATTENDANCE, ROW_ITEM, ROW_CONCLUSION } MeetingRowKind;

typedef struct {
	MeetingRowKind kind;
	int64_t id;      // of the item or the conclusion, else 0
	int64_t item_id; // the item it belongs to; 0: the whole meeting
	size_t index;    // among the items or the conclusions
	const char *head, *preview;
	const char *standing; // of an item that takes up a task, else NULL
} MeetingRow;

typedef struct {
	Minutes minutes;
	Vec rows; // of MeetingRow
	List list;
	Pager preview;
	int previewed;     // the row that the preview shows; -1: none yet
	int64_t asked_rev; // what was on the screen when the person was asked to finalise it
} MeetingScreen;

extern const Op meeting_ops[];

const MeetingRow *meeting_row_selected(const View *view);
const AgendaItem *meeting_row_item(const View *view);             // NULL: none
const Conclusion *meeting_row_conclusion(const View *view);       // NULL: none
void meeting_select(View *view, MeetingRowKind kind, int64_t id); // now
// At the next load, when the top view is a meeting: for forms that have added something.
void meeting_select_added(App *app, MeetingRowKind kind, int64_t id);
// Where a gap is mended.
void meeting_select_gap(View *view, const MeetingGap *gap);

// "T5 25/11/2021", "14:00–16:10", "Hội nghị": as all these screens write them.
const char *meeting_day(View *view, const char *iso);
const char *meeting_times(View *view, const Meeting *meeting);
const char *meeting_kind_title(MeetingKind kind);
const char *meeting_person(
	View *view, const char *name, const char *post); // "đ/c …" or "(chưa ghi)"

// "! quá hạn 12 ngày", "40%, hạn 31/12/2021"
const char *conclusion_standing(View *view, const ConclusionLine *line);
Style conclusion_style(const ConclusionLine *line);
const char *agenda_standing(View *view, const AgendaTask *task);
Style agenda_style(const AgendaTask *task);

// What the rows show below the list when they are selected.
void meeting_previews(View *view);

// Screens and forms. They inherit the place, which is the meeting's region, from the view below.
bool minutes_versions_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool agenda_offer_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool minutes_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool attendance_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool proceedings_open(App *app, int64_t meeting_id, int64_t item_id, Err *err) WARN_UNUSED;
bool meeting_gaps_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool meeting_edit_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool meeting_number_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool meeting_reopen_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool agenda_add_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool agenda_rename_open(App *app, const AgendaItem *item, Err *err) WARN_UNUSED;
bool conclusion_add_open(App *app, int64_t meeting_id, int64_t item_id, Err *err) WARN_UNUSED;
bool conclusion_edit_open(App *app, const Conclusion *conclusion, Err *err) WARN_UNUSED;
bool conclusion_task_open(App *app, const Conclusion *conclusion, Err *err) WARN_UNUSED;
bool attendance_add_open(App *app, int64_t meeting_id, Err *err) WARN_UNUSED;
bool attendance_edit_open(App *app, const Attendance *attendance, Err *err) WARN_UNUSED;
void attendance_select_added(App *app, int64_t id); // at the next load, where it is on top

// Final minutes are locked: ERR_DENIED.
bool meeting_check_open(const Meeting *meeting, Err *err) WARN_UNUSED;

#endif
