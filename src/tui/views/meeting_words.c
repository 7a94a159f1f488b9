// SPDX-License-Identifier: MIT
// What the meeting screens have in common: a meeting as loaded, and how its facts are written.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "core/person.h"
#include "tui/views/prose_draw.h"

void minutes_init(Minutes *minutes)
{
	vec_init(&minutes->items, sizeof(AgendaItem));
	vec_init(&minutes->people, sizeof(Attendance));
	vec_init(&minutes->conclusions, sizeof(Conclusion));
	vec_init(&minutes->tasks, sizeof(AgendaTask));
}

void minutes_release(Minutes *minutes)
{
	vec_release(&minutes->items);
	vec_release(&minutes->people);
	vec_release(&minutes->conclusions);
	vec_release(&minutes->tasks);
}

bool minutes_load(View *view, int64_t meeting_id, Minutes *minutes, Err *err)
{
	Core *core = view->core;
	Arena *arena = &view->arena;
	vec_clear(&minutes->items);
	vec_clear(&minutes->people);
	vec_clear(&minutes->conclusions);
	vec_clear(&minutes->tasks);
	return meeting_get(core, meeting_id, arena, &minutes->meeting, err) &&
	       agenda_list(core, meeting_id, arena, &minutes->items, err) &&
	       attendance_list(core, meeting_id, arena, &minutes->people, err) &&
	       conclusion_list(core, meeting_id, arena, &minutes->conclusions, err) &&
	       meeting_tasks(core, meeting_id, arena, &minutes->tasks, err);
}

int minutes_count(const Minutes *minutes, AttendanceStatus status)
{
	int count = 0;
	for (size_t i = 0; i < minutes->people.len; i++)
		count += ((const Attendance *)vec_at(&minutes->people, i))->status == status;
	return count;
}

bool agenda_find(View *view, int64_t meeting_id, int64_t item_id, AgendaItem *out, Err *err)
{
	Vec items;
	bool found = false;
	vec_init(&items, sizeof(*out));
	bool ok = agenda_list(view->core, meeting_id, &view->arena, &items, err);
	for (size_t i = 0; ok && i < items.len && !found; i++) {
		*out = *(const AgendaItem *)vec_at(&items, i);
		found = out->id == item_id;
	}
	vec_release(&items);
	if (!ok || found)
		return ok;
	return err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn nội dung này."));
}

const char *meeting_day(View *view, const char *iso)
{
	Date day;
	char shown[11];
	if (!date_parse(iso, &day))
		return iso;
	date_show(day, shown);
	return view_printf(view, "%s %s", date_weekday(day), shown);
}

const char *meeting_times(View *view, const Meeting *meeting)
{
	if (!*meeting->starts && !*meeting->ends)
		return tr("(chưa ghi giờ)");
	if (!*meeting->ends)
		return view_printf(view, tr("từ %s"), meeting->starts);
	return view_printf(view, "%s–%s", *meeting->starts ? meeting->starts : "…", meeting->ends);
}

const char *meeting_kind_title(MeetingKind kind)
{
	static const char *const titles[] = {
		[MEETING_WORK] = N_("Buổi làm việc"),
		[MEETING_CONFERENCE] = N_("Hội nghị"),
		[MEETING_SURVEY] = N_("Khảo sát"),
	};
	return tr(titles[kind]);
}

const char *meeting_person(View *view, const char *name, const char *post)
{
	return *name ? person_title(&view->arena, name, post) : tr("(chưa ghi)");
}

const char *agenda_standing(View *view, const AgendaTask *task)
{
	const TaskSum *sum = &task->sum;
	int percent = task_sum_percent(sum);
	if (task->need == NEED_LATE)
		return view_printf(view, tr("! quá hạn %d ngày"), sum->days_late);
	if (task->need == NEED_CLOSED)
		return percent == 100 ? tr("hoàn thành") : tr("đã kết thúc");
	if (task->need == NEED_UNDATED)
		return sum->told ? view_printf(view, "%d%%, %s", percent,
					   deadline_kind_name(task->deadline_kind))
				 : tr("chưa báo cáo");
	return sum->told ? view_printf(view, tr("%d%%, hạn %s"), percent, view_day(view, sum->due))
			 : view_days_left(view, sum->due);
}

Style agenda_style(const AgendaTask *task)
{
	static const Style styles[NEED_COUNT] = {
		[NEED_LATE] = STYLE_LATE,
		[NEED_BEFORE] = STYLE_WARN,
		[NEED_LATER] = STYLE_DIM,
		[NEED_UNDATED] = STYLE_DIM,
		[NEED_CLOSED] = STYLE_DIM,
	};
	return styles[task->need];
}

bool meeting_check_open(const Meeting *meeting, Err *err)
{
	if (meeting->state != MEETING_FINAL)
		return true;
	err_set(err, ERR_DENIED, tr("Biên bản số %s đã hoàn tất nên chỉ xem được."),
		meeting->number);
	return err_hint(err, "%s", tr("Văn phòng mở lại được, kèm lý do (F9)."));
}
