// SPDX-License-Identifier: MIT
// What each row of a meeting's outline says, and the whole of it that stands below the list.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "core/person.h"
#include "tui/views/prose_draw.h"

typedef struct {
	const char *label, *value;
} Fact;

static const char *join_facts(View *view, const Fact *facts, size_t n)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < n; i++)
		if (*facts[i].value)
			buf_addf(&text, "%s%s: %s", text.len ? "\n" : "", facts[i].label,
				facts[i].value);
	const char *joined = arena_strdup(&view->arena, text.bytes);
	buf_release(&text);
	return joined;
}

static void show_when(View *view, MeetingRow *row)
{
	const Meeting *meeting = &((const MeetingScreen *)view->state)->minutes.meeting;
	const char *day = meeting_day(view, meeting->held_on),
		   *times = meeting_times(view, meeting);
	const char *place = *meeting->place ? meeting->place : tr("(chưa ghi địa điểm)");
	const Fact facts[] = {
		{ meeting_kind_title(meeting->kind), meeting->region },
		{ tr("Nội dung"), meeting->subject },
		{ tr("Thời gian"), view_printf(view, "%s, %s", day, times) },
		{ tr("Địa điểm"), place },
		{ tr("Trạng thái"), meeting_state_name(meeting->state) },
		{ tr("Số biên bản"), meeting->number },
	};
	row->head = view_printf(view, "%s · %s · %s", day, times, place);
	row->preview = join_facts(view, facts, sizeof(facts) / sizeof(*facts));
}

static void show_who(View *view, MeetingRow *row)
{
	const Meeting *meeting = &((const MeetingScreen *)view->state)->minutes.meeting;
	const char *recorder = meeting_person(view, meeting->recorder, "");
	const Fact facts[] = {
		{ tr("Chủ trì"), meeting_person(view, meeting->chair, meeting->chair_post) },
		{ tr("Ghi biên bản"), recorder },
	};
	row->head = view_printf(view, tr("Chủ trì %s · Ghi biên bản %s"),
		meeting_person(view, meeting->chair, ""), recorder);
	row->preview = join_facts(view, facts, sizeof(facts) / sizeof(*facts));
}

typedef enum { PEOPLE_NAMES, PEOPLE_POSTS } PeopleWords;

// "đ/c A, Bí thư Huyện ủy; đ/c B: họp Quân khu"
static const char *list_people(View *view, AttendanceStatus status, PeopleWords words)
{
	const Minutes *minutes = &((const MeetingScreen *)view->state)->minutes;
	Buf text = BUF_INIT;
	for (size_t i = 0; i < minutes->people.len; i++) {
		const Attendance *person = vec_at(&minutes->people, i);
		if (person->status != status)
			continue;
		const char *post = words == PEOPLE_POSTS ? person->post : "";
		buf_addf(&text, "%s%s", text.len ? "; " : "",
			person->person_id ? person_title(&view->arena, person->name, post)
					  : person->name);
		if (status == ATTENDANCE_ABSENT)
			buf_addf(&text, ": %s",
				*person->reason ? person->reason : tr("chưa ghi lý do"));
	}
	const char *joined = arena_strdup(&view->arena, text.bytes);
	buf_release(&text);
	return joined;
}

static void show_attendance(View *view, MeetingRow *row)
{
	const Minutes *minutes = &((const MeetingScreen *)view->state)->minutes;
	int present = minutes_count(minutes, ATTENDANCE_PRESENT);
	int absent = minutes_count(minutes, ATTENDANCE_ABSENT);
	int guests = minutes_count(minutes, ATTENDANCE_GUEST);
	bool planned = minutes->meeting.state == MEETING_PLANNED; // nobody has come yet
	row->head = view_printf(view,
		planned ? tr("Thành phần dự kiến: %d · mời %d · báo vắng %d") :
			  tr("Thành phần dự: có mặt %d · mời %d · vắng %d"),
		present, guests, absent);
	if (absent)
		row->head = view_printf(view, tr("%s (%s)"), row->head,
			list_people(view, ATTENDANCE_ABSENT, PEOPLE_NAMES));
	const Fact facts[] = {
		{ view_printf(view, planned ? tr("Dự kiến dự (%d)") : tr("Có mặt (%d)"), present),
			list_people(view, ATTENDANCE_PRESENT, PEOPLE_POSTS) },
		{ view_printf(view, tr("Vắng (%d)"), absent),
			list_people(view, ATTENDANCE_ABSENT, PEOPLE_POSTS) },
		{ view_printf(view, tr("Khách mời (%d)"), guests),
			list_people(view, ATTENDANCE_GUEST, PEOPLE_POSTS) },
	};
	row->preview = join_facts(view, facts, sizeof(facts) / sizeof(*facts));
	if (!minutes->people.len)
		row->preview = tr("Chưa ghi ai. Enter mở để ghi thành phần dự.");
}

static const AgendaTask *task_of(const View *view, int64_t task_id)
{
	const Minutes *minutes = &((const MeetingScreen *)view->state)->minutes;
	for (size_t i = 0; task_id && i < minutes->tasks.len; i++) {
		const AgendaTask *task = vec_at(&minutes->tasks, i);
		if (task->task_id == task_id)
			return task;
	}
	return NULL;
}

// How a task stands, which final minutes know nothing of: there it is said to be of now.
static const char *standing_of(View *view, int64_t task_id)
{
	const Meeting *meeting = &((const MeetingScreen *)view->state)->minutes.meeting;
	const AgendaTask *task = task_of(view, task_id);
	if (!task)
		return NULL;
	const char *standing = agenda_standing(view, task);
	return meeting->state == MEETING_FINAL ? view_printf(view, tr("nay: %s"), standing) : standing;
}

static void show_item(View *view, MeetingRow *row)
{
	const MeetingScreen *screen = view->state;
	const AgendaItem *item = vec_at(&screen->minutes.items, row->index);
	row->head = view_printf(view, "%zu. %s", row->index + 1, item->title);
	row->standing = standing_of(view, item->task_id);
	const char *task = row->standing ? view_printf(view, tr("\nNhiệm vụ %s: %s"),
						   item->task_code, row->standing)
					 : "";
	const char *none = screen->minutes.meeting.state == MEETING_FINAL
				   ? tr("(chưa ghi diễn biến)")
				   : tr("Chưa ghi diễn biến. Enter để ghi.");
	row->preview = view_printf(view, "%s%s\n%s", row->head, task,
		*item->proceedings ? item->proceedings : none);
}

// What has become of a task since the minutes were fixed.
static const char *task_now(View *view, const AgendaTask *task)
{
	if (!task)
		return "";
	return view_printf(view, tr("%s · chủ trì: %s · tại: %s"), agenda_standing(view, task),
		*task->sum.lead ? task->sum.lead : "—", task->places);
}

static void show_conclusion(View *view, MeetingRow *row)
{
	const MeetingScreen *screen = view->state;
	const Conclusion *conclusion = vec_at(&screen->minutes.conclusions, row->index);
	const AgendaTask *task = task_of(view, conclusion->task_id);
	const char *kind = conclusion->task_id ? tr("nhiệm vụ") : tr("ghi nhận");
	const char *places = task && !conclusion->frozen ? task->places : conclusion->places;
	const Fact facts[] = {
		{ view_printf(view, tr("Kết luận %d (%s)"), conclusion->position, kind),
			conclusion->text },
		{ tr("Nhiệm vụ"), conclusion->task_code },
		{ tr("Chủ trì thực hiện"), conclusion->body },
		{ tr("Hạn"), *conclusion->due ? meeting_day(view, conclusion->due) : "" },
		{ tr("Tại"), places },
		{ tr("Tiến độ"), task && !conclusion->frozen ? agenda_standing(view, task) : "" },
		{ tr("Hiện nay (ngoài biên bản)"), conclusion->frozen ? task_now(view, task) : "" },
	};
	row->head = view_printf(view, "%d %s ", conclusion->position, kind);
	row->preview = join_facts(view, facts, sizeof(facts) / sizeof(*facts));
}

void meeting_previews(View *view)
{
	static void (*const show[])(View *, MeetingRow *) = {
		[ROW_WHEN] = show_when,
		[ROW_WHO] = show_who,
		[ROW_ATTENDANCE] = show_attendance,
		[ROW_ITEM] = show_item,
		[ROW_CONCLUSION] = show_conclusion,
	};
	const MeetingScreen *screen = view->state;
	for (size_t i = 0; i < screen->rows.len; i++) {
		MeetingRow *row = vec_at(&screen->rows, i);
		show[row->kind](view, row);
	}
}
