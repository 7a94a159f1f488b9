// SPDX-License-Identifier: MIT
// Who was at a meeting: present, absent with the reason, guests. args.id is the meeting.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "core/person.h"

typedef struct {
	Minutes minutes;
	List list;
	int64_t removed; // what is asked about, and its revision: the selection may have moved
			 // since
	int64_t removed_rev;
} AttendanceScreen;

static bool open_people(View *view, Err *err)
{
	AttendanceScreen *screen = view->state;
	(void)err;
	minutes_init(&screen->minutes);
	return true;
}

static void close_people(View *view)
{
	AttendanceScreen *screen = view->state;
	minutes_release(&screen->minutes);
}

// There is somebody.
static const Attendance *selected(const View *view)
{
	const AttendanceScreen *screen = view->state;
	return vec_at(&screen->minutes.people, (size_t)screen->list.selected);
}

static bool load(View *view, Err *err)
{
	AttendanceScreen *screen = view->state;
	if (!minutes_load(view, view->args.id, &screen->minutes, err))
		return false;
	list_set_count(&screen->list, (int)screen->minutes.people.len);
	view->place = (Place){ .region_id = screen->minutes.meeting.region_id };
	view->title = tr("Thành phần dự");
	view->note = screen->minutes.meeting.state == MEETING_FINAL
			     ? tr("Biên bản đã hoàn tất: chỉ xem · Esc về")
			     : tr("Dấu cách: có mặt, vắng · F4 lý do · F2 thêm người");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const AttendanceScreen *screen = view->state;
	return ((const Attendance *)vec_at(&screen->minutes.people, (size_t)index))->id;
}

static List *list_of(View *view)
{
	AttendanceScreen *screen = view->state;
	return &screen->list;
}

// Drawing ---------------------------------------------------------------------------------------

enum { STATUS_COLS = 12 };

static void draw_status(Canvas *canvas, Rect rect, const Attendance *person)
{
	static const char *const marks[] = {
		[ATTENDANCE_PRESENT] = "x",
		[ATTENDANCE_ABSENT] = "-",
		[ATTENDANCE_GUEST] = "+",
	};
	canvas_textf(canvas, rect, 0, 0,
		person->status == ATTENDANCE_ABSENT ? STYLE_WARN : STYLE_PLAIN, "%s %s",
		marks[person->status], attendance_name(person->status));
}

static void draw_person(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const AttendanceScreen *screen = ((const View *)opaque)->state;
	const Attendance *person = vec_at(&screen->minutes.people, (size_t)index);
	bool absent = person->status == ATTENDANCE_ABSENT;
	int name = rect.cols >= 70 ? 26 : 22;
	int rest = rect.cols - STATUS_COLS - name - 1;
	int post = absent ? rest / 2 : rest;
	// A guest's post stands in the name.
	int own = *person->post ? name : name + post;
	draw_status(canvas, rect, person);
	canvas_text_clip(canvas, rect, 0, STATUS_COLS, own - 1, STYLE_PLAIN, person->name);
	canvas_text_clip(canvas, rect, 0, STATUS_COLS + name, post - 1, STYLE_PLAIN, person->post);
	if (absent)
		canvas_text_clip(canvas, rect, 0, STATUS_COLS + name + post, rest - post,
			*person->reason ? STYLE_PLAIN : STYLE_WARN,
			*person->reason ? person->reason : tr("chưa ghi lý do"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	AttendanceScreen *screen = view->state;
	Rect list = {
		.row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols
	};
	canvas_textf(canvas, rect, 0, LIST_MARGIN, STYLE_TITLE,
		tr("CÓ MẶT %d · VẮNG %d · KHÁCH MỜI %d"),
		minutes_count(&screen->minutes, ATTENDANCE_PRESENT),
		minutes_count(&screen->minutes, ATTENDANCE_ABSENT),
		minutes_count(&screen->minutes, ATTENDANCE_GUEST));
	if (!screen->list.count)
		canvas_text(
			canvas, rect, 1, LIST_MARGIN, STYLE_DIM, tr("Chưa ghi ai. F2 để thêm."));
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_person, view);
}

// Operations ------------------------------------------------------------------------------------

static bool is_open(View *view, Err *err)
{
	const AttendanceScreen *screen = view->state;
	return meeting_check_open(&screen->minutes.meeting, err);
}

static bool is_open_on_person(View *view, Err *err)
{
	const AttendanceScreen *screen = view->state;
	if (!is_open(view, err))
		return false;
	return screen->list.count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có ai trong danh sách."));
}

// A guest who is a comrade of ours would come back as present: only F4 changes that.
static bool is_toggled(View *view, Err *err)
{
	if (!is_open_on_person(view, err))
		return false;
	if (selected(view)->status != ATTENDANCE_GUEST || !selected(view)->person_id)
		return true;
	err_set(err, ERR_INVALID, tr("Đ/c %s là khách mời."), selected(view)->name);
	return err_hint(err, "%s", tr("F4 để đổi."));
}

static bool toggle(View *view, Err *err)
{
	Attendance person = *selected(view);
	AttendanceStatus there = person.person_id ? ATTENDANCE_PRESENT : ATTENDANCE_GUEST;
	person.status = person.status == ATTENDANCE_ABSENT ? there : ATTENDANCE_ABSENT;
	if (!attendance_save(view->core, &person, err))
		return false;
	app_reload(view->app);
	return true;
}

static bool edit(View *view, Err *err)
{
	return attendance_edit_open(view->app, selected(view), err);
}

static bool add(View *view, Err *err)
{
	return attendance_add_open(view->app, view->args.id, err);
}

static bool remove_asked(View *view, Err *err)
{
	const AttendanceScreen *screen = view->state;
	if (!attendance_remove(view->core, screen->removed, screen->removed_rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã bỏ khỏi thành phần dự. F8 hoàn tác."));
	return true;
}

static bool ask_remove(View *view, Err *err)
{
	AttendanceScreen *screen = view->state;
	const Attendance *person = selected(view);
	screen->removed = person->id;
	screen->removed_rev = person->rev;
	return app_confirm(view, view_printf(view, tr("Bỏ %s khỏi thành phần dự?"), person->name),
		remove_asked, err);
}

static const Op ops[] = {
	{ "attendance-toggle", N_("Có mặt hay vắng"), "Space Enter", NULL, RIGHT_MEETING,
		N_("Đổi người đang chọn giữa có mặt và vắng."), is_toggled, toggle },
	{ "attendance-add", N_("Thêm người dự"), "F2", N_("Thêm"), RIGHT_MEETING,
		N_("Thêm một đồng chí, hoặc khách mời ghi bằng tên."), is_open, add },
	{ "attendance-edit", N_("Sửa, ghi lý do vắng"), "F4", N_("Sửa"), RIGHT_MEETING,
		N_("Có mặt, vắng kèm lý do, hay khách mời."), is_open_on_person, edit },
	{ "attendance-remove", N_("Bỏ khỏi thành phần dự"), "", NULL, RIGHT_MEETING,
		N_("Bỏ người đang chọn khỏi danh sách; có hỏi lại."), is_open_on_person,
		ask_remove },
	{ 0 },
};

static const ViewOps attendance_view = {
	.name = "attendance",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(AttendanceScreen),
	.ops = ops,
	.open = open_people,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_people,
};

bool attendance_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return app_open(app, &attendance_view, &args, err);
}

void attendance_select_added(App *app, int64_t id)
{
	View *top = app_top(app);
	if (top->ops == &attendance_view)
		top->wanted = id;
}
