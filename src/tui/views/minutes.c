// SPDX-License-Identifier: MIT
// Whole minutes, as they are read out: title, attendance, items with their proceedings and
// conclusions, who wrote and who chaired. args.id is the meeting.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "core/person.h"

enum { MARGIN = 1, LABEL = 16 };

typedef struct {
	Minutes minutes;
	Pager pager;
} MinutesScreen;

static bool open_minutes(View *view, Err *err)
{
	MinutesScreen *screen = view->state;
	(void)err;
	minutes_init(&screen->minutes);
	pager_init(&screen->pager);
	return true;
}

static void close_minutes(View *view)
{
	MinutesScreen *screen = view->state;
	minutes_release(&screen->minutes);
	pager_release(&screen->pager);
}

static void add_fact(MinutesScreen *screen, const char *label, const char *value)
{
	if (*value)
		pager_add(&screen->pager, STYLE_PLAIN, LABEL, label, value);
}

static void add_heading(MinutesScreen *screen, const char *text)
{
	pager_space(&screen->pager);
	pager_add(&screen->pager, STYLE_TITLE, MARGIN, NULL, text);
}

static void add_head(View *view)
{
	MinutesScreen *screen = view->state;
	const Meeting *meeting = &screen->minutes.meeting;
	const char *number = *meeting->number ? view_printf(view, tr("Số %s"), meeting->number)
					      : tr("(chưa có số)");
	pager_add(&screen->pager, STYLE_TITLE, MARGIN, NULL,
		view_printf(view, tr("BIÊN BẢN: %s, %s"), meeting_kind_title(meeting->kind),
			meeting->region));
	pager_add(&screen->pager, STYLE_DIM, MARGIN, NULL,
		view_printf(view, "%s · %s", number, meeting_state_name(meeting->state)));
	pager_space(&screen->pager);
	add_fact(screen, tr(" Nội dung"), meeting->subject);
	add_fact(screen, tr(" Thời gian"),
		view_printf(view, "%s, %s", meeting_day(view, meeting->held_on),
			meeting_times(view, meeting)));
	add_fact(screen, tr(" Địa điểm"), meeting->place);
	add_fact(screen, tr(" Chủ trì"), meeting_person(view, meeting->chair, meeting->chair_post));
	add_fact(screen, tr(" Ghi biên bản"), meeting_person(view, meeting->recorder, ""));
}

static void add_people(View *view, AttendanceStatus status, const char *label)
{
	MinutesScreen *screen = view->state;
	for (size_t i = 0; i < screen->minutes.people.len; i++) {
		const Attendance *person = vec_at(&screen->minutes.people, i);
		if (person->status != status)
			continue;
		const char *name = person->person_id
					   ? person_title(&view->arena, person->name, person->post)
					   : person->name;
		pager_add(&screen->pager, STYLE_PLAIN, LABEL, label,
			*person->reason ? view_printf(view, "%s: %s", name, person->reason) : name);
		label = "";
	}
}

static void add_attendance(View *view)
{
	const MinutesScreen *screen = view->state;
	const Minutes *minutes = &screen->minutes;
	add_heading(view->state, tr("THÀNH PHẦN DỰ"));
	add_people(view, ATTENDANCE_PRESENT,
		view_printf(view, tr(" Có mặt (%d)"), minutes_count(minutes, ATTENDANCE_PRESENT)));
	add_people(view, ATTENDANCE_ABSENT,
		view_printf(view, tr(" Vắng (%d)"), minutes_count(minutes, ATTENDANCE_ABSENT)));
	add_people(view, ATTENDANCE_GUEST,
		view_printf(view, tr(" Khách mời (%d)"), minutes_count(minutes, ATTENDANCE_GUEST)));
}

static void add_items(View *view)
{
	MinutesScreen *screen = view->state;
	add_heading(screen, tr("NỘI DUNG VÀ DIỄN BIẾN"));
	for (size_t i = 0; i < screen->minutes.items.len; i++) {
		const AgendaItem *item = vec_at(&screen->minutes.items, i);
		pager_add(&screen->pager, STYLE_TITLE, MARGIN, NULL,
			view_printf(view, "%zu. %s%s", i + 1, item->title,
				item->carried_over ? tr(" (chuyển kỳ sau)") : ""));
		pager_add(&screen->pager, STYLE_PLAIN, MARGIN + 3, NULL,
			*item->proceedings ? item->proceedings : tr("(chưa ghi diễn biến)"));
		pager_space(&screen->pager);
	}
}

static const char *describe_task(View *view, const Conclusion *conclusion)
{
	const char *text = view_printf(view, tr("Nhiệm vụ %s"), conclusion->task_code);
	if (*conclusion->body)
		text = view_printf(view, tr("%s · chủ trì: %s"), text, conclusion->body);
	if (*conclusion->due)
		text = view_printf(
			view, tr("%s · hạn %s"), text, meeting_day(view, conclusion->due));
	return text;
}

static void add_conclusions(View *view)
{
	MinutesScreen *screen = view->state;
	pager_add(&screen->pager, STYLE_TITLE, MARGIN, NULL, tr("KẾT LUẬN"));
	if (!screen->minutes.conclusions.len)
		pager_add(&screen->pager, STYLE_DIM, MARGIN + 3, NULL, tr("(chưa có kết luận)"));
	for (size_t i = 0; i < screen->minutes.conclusions.len; i++) {
		const Conclusion *conclusion = vec_at(&screen->minutes.conclusions, i);
		pager_add(&screen->pager, STYLE_PLAIN, MARGIN + 4,
			view_printf(view, " %d.", conclusion->position), conclusion->text);
		if (conclusion->task_id)
			pager_add(&screen->pager, STYLE_DIM, MARGIN + 4, NULL,
				describe_task(view, conclusion));
	}
}

static void add_signers(View *view)
{
	MinutesScreen *screen = view->state;
	const Meeting *meeting = &screen->minutes.meeting;
	pager_space(&screen->pager);
	add_fact(screen, tr(" Người ghi"), meeting_person(view, meeting->recorder, ""));
	add_fact(screen, tr(" Chủ trì"), meeting_person(view, meeting->chair, meeting->chair_post));
}

static bool load(View *view, Err *err)
{
	MinutesScreen *screen = view->state;
	pager_clear(&screen->pager);
	if (!minutes_load(view, view->args.id, &screen->minutes, err))
		return false;
	view->place = (Place){ .region_id = screen->minutes.meeting.region_id };
	view->title = tr("Biên bản");
	view->note = tr("Mũi tên, PgUp, PgDn cuộn · Esc về");
	add_head(view);
	add_attendance(view);
	add_items(view);
	add_conclusions(view);
	add_signers(view);
	return true;
}

static Pager *pager_of(View *view)
{
	MinutesScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	MinutesScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

static const ViewOps minutes_view = {
	.name = "minutes",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(MinutesScreen),
	.open = open_minutes,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_minutes,
};

bool minutes_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return app_open(app, &minutes_view, &args, err);
}
