// SPDX-License-Identifier: MIT
// What holds between the files of a demo.
#include "config/demo_parts.h"

#include "base/tr.h"

#include <ctype.h>
#include <string.h>

const DemoPerson *demo_person(const DemoStory *story, const char *code)
{
	for (size_t i = 0; i < story->people_n; i++)
		if (strcmp(story->people[i].code, code) == 0)
			return &story->people[i];
	return NULL;
}

// A directive's own codes begin with a digit or a capital, keys with a small letter.
bool demo_task_is_key(const char *task)
{
	return islower((unsigned char)*task);
}

bool demo_conclusion(const DemoStory *story, const char *key, const DemoMeeting **meeting,
	const DemoConclusion **conclusion)
{
	for (size_t m = 0; m < story->meetings_n; m++) {
		*meeting = story->meetings[m];
		for (size_t i = 0; i < (*meeting)->agenda_n; i++) {
			const DemoAgendaItem *item = &(*meeting)->agenda[i];
			for (size_t c = 0; c < item->conclusions_n; c++) {
				*conclusion = &item->conclusions[c];
				if (strcmp((*conclusion)->key, key) == 0)
					return true;
			}
		}
	}
	return false;
}

static bool refuse_at(DemoSource at, Err *err, const char *fmt, const char *what, const char *hint)
{
	config_error_at(at.path, at.line, err, fmt, what);
	return err_hint(err, "%s", hint);
}

static bool check_code(const DemoStory *story, DemoSource at, const char *code, Err *err)
{
	return demo_person(story, code) ||
	       refuse_at(at, err, tr("không có người mang mã “%s”"), code,
		       tr("Thêm người ấy vào people, hoặc sửa mã."));
}

static bool check_task(const DemoStory *story, DemoSource at, const char *task, Err *err)
{
	const DemoMeeting *meeting;
	const DemoConclusion *conclusion;
	return !demo_task_is_key(task) || demo_conclusion(story, task, &meeting, &conclusion) ||
	       refuse_at(at, err, tr("không có kết luận nào mang key “%s”"), task,
		       tr("Nhiệm vụ của văn bản ghi bằng mã (2.3b), của buổi làm việc bằng key."));
}

static bool check_people(const DemoStory *story, Err *err)
{
	for (size_t i = 0; i < story->people_n; i++) {
		const DemoPerson *person = &story->people[i];
		if (demo_person(story, person->code) != person)
			return refuse_at(person->at, err,
				tr("mã “%s” đã có người mang, cần mã khác"), person->code,
				tr("Mỗi người một mã."));
	}
	const DemoSource first =
		story->people_n ? story->people[0].at : (DemoSource){ "people", 1 };
	return check_code(story, first, story->start.admin, err) &&
	       check_code(story, first, story->start.office, err);
}

static bool check_assigned(
	const DemoStory *story, DemoSource at, const char *who, const char *serves, Err *err)
{
	return check_code(story, at, who, err) && (!*serves || check_code(story, at, serves, err));
}

// Each key is looked up from the start, so the first that bears it must be the one at hand.
static bool check_keys(const DemoStory *story, DemoSource at, const DemoMeeting *meeting, Err *err)
{
	const DemoMeeting *first_meeting;
	const DemoConclusion *first;
	for (size_t i = 0; i < meeting->agenda_n; i++) {
		for (size_t c = 0; c < meeting->agenda[i].conclusions_n; c++) {
			const DemoConclusion *conclusion = &meeting->agenda[i].conclusions[c];
			if (*conclusion->key &&
				demo_conclusion(story, conclusion->key, &first_meeting, &first) &&
				first != conclusion)
				return refuse_at(at, err, tr("key “%s” đã dùng cho kết luận khác"),
					conclusion->key, tr("Mỗi kết luận một key."));
		}
	}
	return true;
}

static bool check_handover(const DemoStory *story, const DemoEvent *event, Err *err)
{
	const DemoHandover *handover = event->handover;
	return check_assigned(story, event->at, handover->who, handover->serves, err) &&
	       (!*handover->successor ||
		       check_assigned(story, event->at, handover->successor, "", err));
}

static bool check_assignment(const DemoStory *story, const DemoEvent *event, Err *err)
{
	return check_assigned(
		story, event->at, event->assignment->who, event->assignment->serves, err);
}

static bool check_meeting(const DemoStory *story, const DemoEvent *event, Err *err)
{
	const DemoMeeting *meeting = event->meeting;
	if (!check_code(story, event->at, meeting->chair, err) ||
		!check_code(story, event->at, meeting->recorder, err))
		return false;
	for (size_t i = 0; i < meeting->present.n; i++)
		if (!check_code(story, event->at, meeting->present.items[i], err))
			return false;
	for (size_t i = 0; i < meeting->absent_n; i++)
		if (!check_code(story, event->at, meeting->absent[i].who, err))
			return false;
	return check_keys(story, event->at, meeting, err);
}

static bool check_extension(const DemoStory *story, const DemoEvent *event, Err *err)
{
	return check_task(story, event->at, event->extension->task, err);
}

static bool check_report(const DemoStory *story, const DemoEvent *event, Err *err)
{
	for (size_t i = 0; i < event->report->rows_n; i++) {
		const DemoRow *row = &event->report->rows[i];
		for (size_t t = 0; t < row->tasks.n; t++)
			if (!check_task(story, row->at, row->tasks.items[t], err))
				return false;
	}
	return true;
}

static bool check_withdrawal(const DemoStory *story, const DemoEvent *event, Err *err)
{
	return check_task(story, event->at, event->withdrawal->task, err);
}

static bool check_remark(const DemoStory *story, const DemoEvent *event, Err *err)
{
	return check_task(story, event->at, event->remark->task, err);
}

static bool check_closing(const DemoStory *story, const DemoEvent *event, Err *err)
{
	for (size_t i = 0; i < event->closing->decisions_n; i++) {
		const DemoDecision *decision = &event->closing->decisions[i];
		if (!check_task(story, decision->at, decision->task, err))
			return false;
	}
	return true;
}

// A review's step and a remark's answer name nobody but who takes it.
static bool (*const checks[DEMO_EVENT_KINDS])(const DemoStory *, const DemoEvent *, Err *) = {
	[DEMO_HANDOVER] = check_handover,
	[DEMO_ASSIGN] = check_assignment,
	[DEMO_MEETING_PLAN] = check_meeting,
	[DEMO_MEETING_WRITE] = check_meeting,
	[DEMO_MEETING_FINAL] = check_meeting,
	[DEMO_MEETING_REOPEN] = check_meeting,
	[DEMO_EXTEND] = check_extension,
	[DEMO_REPORT] = check_report,
	[DEMO_WITHDRAW] = check_withdrawal,
	[DEMO_REMARK_ADD] = check_remark,
	[DEMO_CLOSE] = check_closing,
};

bool demo_check(const DemoStory *story, Err *err)
{
	if (!check_people(story, err))
		return false;
	for (size_t i = 0; i < story->events_n; i++) {
		const DemoEvent *event = &story->events[i];
		if (strcmp(event->on, story->start.day) < 0)
			return refuse_at(event->at, err,
				tr("ngày %s trước ngày bắt đầu câu chuyện"), event->on,
				tr("Sửa ngày, hoặc sửa start."));
		if (!check_code(story, event->at, event->by, err) ||
			(checks[event->kind] && !checks[event->kind](story, event, err)))
			return false;
	}
	return true;
}
