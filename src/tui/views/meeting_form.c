// SPDX-License-Identifier: MIT
// Forms of a meeting itself: a new one, its head, its agenda, why it is reopened.
#include "tui/views.h"

#include "base/tr.h"
#include "core/person.h"
#include "tui/views/forms.h"
#include "tui/views/meeting_screen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

// In the order of MeetingKind.
static const char *const kinds[] = { N_("buổi làm việc"), N_("hội nghị"), N_("khảo sát"), NULL };

// Who left the post since the meeting is still its chair.
static bool pick_attendant(View *form, Vec *out, Err *err)
{
	Meeting meeting;
	if (!pick_person(form, out, err) ||
		!meeting_get(form->core, form->args.id, &form->arena, &meeting, err))
		return false;
	const Candidate named[] = { { meeting.chair_id, meeting.chair },
		{ meeting.recorder_id, meeting.recorder } };
	for (size_t n = 0; n < sizeof(named) / sizeof(*named); n++) {
		bool known = !named[n].id;
		for (size_t i = 0; i < out->len && !known; i++)
			known = ((const Candidate *)vec_at(out, i))->id == named[n].id;
		if (!known)
			*(Candidate *)vec_push(out) = named[n];
	}
	return true;
}

static bool is_new(const View *form);

static bool pick_head(View *form, Vec *out, Err *err)
{
	return is_new(form) ? pick_person(form, out, err) : pick_attendant(form, out, err);
}

static const Field head_fields[] = {
	{ .name = "kind",
		.label = N_("Loại"),
		.kind = FIELD_CHOICE,
		.choices = kinds,
		.hint = N_("Mũi tên trái, phải để chọn. Ctrl+S ghi ngay với những gì đã có.") },
	{ .name = "subject",
		.label = N_("Nội dung"),
		.kind = FIELD_LINE,
		.hint = N_("Cũng là tên nội dung đầu tiên của buổi này.") },
	{ .name = "held_on",
		.label = N_("Ngày"),
		.kind = FIELD_DATE,
		.hint = N_("Ví dụ 25/11, hôm nay, T5, +3 ngày.") },
	{ .name = "starts",
		.label = N_("Bắt đầu"),
		.kind = FIELD_LINE,
		.code = true,
		.hint = N_("Giờ và phút: 14:00 hoặc 14h30; có thể ghi sau.") },
	{ .name = "ends",
		.label = N_("Kết thúc"),
		.kind = FIELD_LINE,
		.code = true,
		.hint = N_("Giờ và phút: 16:10 hoặc 16h10; có thể ghi sau.") },
	{ .name = "place",
		.label = N_("Địa điểm"),
		.kind = FIELD_LINE,
		.hint = N_("Ví dụ Hội trường UBND thành phố.") },
	{ .name = "chair",
		.label = N_("Chủ trì"),
		.kind = FIELD_PICK,
		.candidates = pick_head,
		.hint = N_("Gõ vài chữ của họ tên hoặc chức vụ, không dấu cũng được.") },
	{ .name = "recorder",
		.label = N_("Ghi biên bản"),
		.kind = FIELD_PICK,
		.candidates = pick_head,
		.hint = N_("Gõ vài chữ của họ tên hoặc chức vụ, không dấu cũng được.") },
	{ 0 },
};

// A form's strings live as long as its editors: until it is closed.
static bool read_head(const View *form, char held_on[11], Meeting *out, Err *err)
{
	out->kind = (MeetingKind)form_choice(form, "kind");
	out->subject = form_text(form, "subject");
	out->starts = form_text(form, "starts");
	out->ends = form_text(form, "ends");
	out->place = form_text(form, "place");
	out->chair_id = form_pick(form, "chair");
	out->recorder_id = form_pick(form, "recorder");
	out->held_on = held_on;
	return form_date(form, "held_on", held_on, err);
}

// A new meeting --------------------------------------------------------------------------------

static bool fill_new(View *form, Err *err)
{
	char today[11];
	Vec leads;
	form->place = (Place){ .region_id = form->args.id };
	if (!form_about(form, (Thing){ NOUN_REGION, form->args.id }, err))
		return false;
	vec_init(&leads, sizeof(Assignment));
	bool ok = assignment_of_place(form->core, form->place, "", &form->arena, &leads, err);
	if (ok && leads.len)
		form_set_pick(form, "chair", ((const Assignment *)vec_at(&leads, 0))->person_id);
	vec_release(&leads);
	core_today_iso(form->core, today);
	form_set(form, "held_on", today);
	form_set_pick(form, "recorder", core_actor(form->core)->id);
	return ok;
}

static bool submit_new(View *form, Err *err)
{
	char held_on[11];
	Meeting meeting = { .region_id = form->args.id };
	if (!read_head(form, held_on, &meeting, err) || !meeting_add(form->core, &meeting, err))
		return false;
	form->args.id = meeting.id;
	return true;
}

// What the region has still open belongs on the agenda of its next meeting: what presses is counted.
static bool say_offer(View *view, Err *err)
{
	Vec tasks;
	int pressing = 0;
	vec_init(&tasks, sizeof(AgendaTask));
	bool ok = agenda_offer(view->core, view->args.id, &view->arena, &tasks, err);
	for (size_t i = 0; ok && i < tasks.len; i++)
		pressing += ((const AgendaTask *)vec_at(&tasks, i))->need <= NEED_BEFORE;
	if (ok && tasks.len)
		app_say(view->app,
			tr("Đã thêm; vùng còn %d việc chưa xong (%d gấp): F9, Đưa nhiệm vụ còn mở."),
			(int)tasks.len, pressing);
	vec_release(&tasks);
	return ok;
}

static bool open_added(App *app, const ViewArgs *args, Err *err)
{
	ViewArgs meeting = { .id = args->id };
	return app_open(app, &meeting_view, &meeting, err) && say_offer(app_top(app), err);
}

const FormSpec meeting_add_form = {
	.name = "meeting-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm buổi làm việc"),
	.fields = head_fields,
	.fill = fill_new,
	.submit = submit_new,
	.after = open_added,
	.done = N_("Đã thêm buổi làm việc. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

static bool is_new(const View *form)
{
	return form->args.spec == &meeting_add_form;
}

bool meeting_form_open(App *app, int64_t region_id, Err *err)
{
	ViewArgs args = { .id = region_id };
	return form_open(app, &meeting_add_form, &args, err);
}

// An old one's head -----------------------------------------------------------------------------

static bool fill_edit(View *form, Err *err)
{
	Meeting meeting;
	if (!meeting_get(form->core, form->args.id, &form->arena, &meeting, err))
		return false;
	form_keep_rev(form, meeting.rev);
	form_set_choice(form, "kind", (int)meeting.kind);
	form_set(form, "subject", meeting.subject);
	form_set(form, "held_on", meeting.held_on);
	form_set(form, "starts", meeting.starts);
	form_set(form, "ends", meeting.ends);
	form_set(form, "place", meeting.place);
	form_set_pick(form, "chair", meeting.chair_id);
	form_set_pick(form, "recorder", meeting.recorder_id);
	return true;
}

// Another day brings in and takes out those who are expected on one of the two only.
static void say_saved(View *form, const AttendanceMoved *moved)
{
	if (moved->came || moved->gone)
		app_say(form->app, tr("Đã ghi. Thành phần dự: thêm %d, bỏ %d. F8 hoàn tác."), moved->came,
			moved->gone);
	else
		app_say(form->app, "%s", tr("Đã ghi. F8 hoàn tác."));
}

static bool submit_edit(View *form, Err *err)
{
	char held_on[11];
	Meeting meeting = { .id = form->args.id, .rev = form_kept_rev(form) };
	AttendanceMoved moved;
	if (!read_head(form, held_on, &meeting, err) ||
		!meeting_save(form->core, &meeting, &form->arena, &moved, err))
		return false;
	say_saved(form, &moved);
	return true;
}

const FormSpec meeting_edit_form = {
	.name = "meeting-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa phần đầu biên bản"),
	.fields = head_fields,
	.fill = fill_edit,
	.submit = submit_edit,
	.need = RIGHT_MEETING,
};

bool meeting_edit_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return form_open(app, &meeting_edit_form, &args, err);
}

// Its agenda ------------------------------------------------------------------------------------

static const Field item_fields[] = {
	{ .name = "title",
		.label = N_("Tên nội dung"),
		.kind = FIELD_LINE,
		.hint = N_("Ví dụ: Tiến độ cảng Bãi Vòng.") },
	{ 0 },
};

static bool submit_item(View *form, Err *err)
{
	AgendaItem item = {
		.meeting_id = form->args.id, .title = form_text(form, "title"), .proceedings = ""
	};
	if (!agenda_add(form->core, &item, err))
		return false;
	form->args.other_id = item.id;
	return true;
}

static bool select_item(App *app, const ViewArgs *args, Err *err)
{
	(void)err;
	meeting_select_added(app, ROW_ITEM, args->other_id);
	return true;
}

const FormSpec agenda_add_form = {
	.name = "agenda-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm nội dung"),
	.fields = item_fields,
	.submit = submit_item,
	.after = select_item,
	.done = N_("Đã thêm nội dung. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool agenda_add_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return form_open(app, &agenda_add_form, &args, err);
}

static bool fill_rename(View *form, Err *err)
{
	AgendaItem item;
	if (!agenda_find(form, form->args.id, form->args.other_id, &item, err))
		return false;
	form_keep_rev(form, item.rev);
	form_set(form, "title", item.title);
	return true;
}

static bool submit_rename(View *form, Err *err)
{
	AgendaItem item;
	if (!agenda_find(form, form->args.id, form->args.other_id, &item, err))
		return false;
	item.rev = form_kept_rev(form);
	item.title = form_text(form, "title");
	return agenda_save(form->core, &item, err);
}

const FormSpec agenda_rename_form = {
	.name = "agenda-rename",
	.stale = FORM_MERGES,
	.title = N_("Đổi tên nội dung"),
	.fields = item_fields,
	.fill = fill_rename,
	.submit = submit_rename,
	.done = N_("Đã đổi tên. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool agenda_rename_open(App *app, const AgendaItem *item, Err *err)
{
	ViewArgs args = { .id = item->meeting_id, .other_id = item->id };
	return form_open(app, &agenda_rename_form, &args, err);
}

// Reopening -------------------------------------------------------------------------------------

static const Field reopen_fields[] = {
	{ .name = "reason",
		.label = N_("Lý do mở lại"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.hint = N_("Lý do và bản cũ được giữ để so với bản mới; số biên bản giữ nguyên.") },
	{ 0 },
};

static bool submit_reopen(View *form, Err *err)
{
	return meeting_reopen(
		form->core, form->args.id, form_kept_rev(form), form_text(form, "reason"), err);
}

static bool fill_reopen(View *form, Err *err)
{
	Meeting meeting;
	if (!form_about(form, (Thing){ NOUN_MEETING, form->args.id }, err) ||
		!meeting_get(form->core, form->args.id, &form->arena, &meeting, err))
		return false;
	form_keep_rev(form, meeting.rev);
	return true;
}

const FormSpec meeting_reopen_form = {
	.name = "meeting-reopen",
	.stale = FORM_MERGES,
	.title = N_("Mở lại biên bản"),
	.fields = reopen_fields,
	.fill = fill_reopen,
	.submit = submit_reopen,
	.done = N_("Đã mở lại biên bản; hoàn tất lại khi sửa xong."),
	.need = RIGHT_FINALISE,
};

bool meeting_reopen_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return form_open(app, &meeting_reopen_form, &args, err);
}

// A number by hand -------------------------------------------------------------------------------

static const Field number_fields[] = {
	{ .name = "number",
		.label = N_("Số"),
		.kind = FIELD_LINE,
		.code = true,
		.hint = N_("Chỉ ghi số, ví dụ 12 cho 12-BB/TU; số đã dùng thì không cấp lại.") },
	{ 0 },
};

static bool fill_number(View *form, Err *err)
{
	Meeting meeting;
	int next;
	if (!form_about(form, (Thing){ NOUN_MEETING, form->args.id }, err) ||
		!meeting_get(form->core, form->args.id, &form->arena, &meeting, err) ||
		!meeting_next_number(form->core, meeting.held_on, &next, err))
		return false;
	form_keep_rev(form, meeting.rev);
	form_set(form, "number", view_printf(form, "%d", next));
	return true;
}

static bool submit_number(View *form, Err *err)
{
	char *end;
	const char *typed = form_text(form, "number");
	long number = strtol(typed, &end, 10);
	if (!isdigit((unsigned char)*typed) || *end || number < 1 || number > MEETING_NUMBER_MAX) {
		err_set(err, ERR_INVALID, tr("Số biên bản phải từ 1 đến %d."), MEETING_NUMBER_MAX);
		return err_field(err, "number");
	}
	return meeting_finalise(
		form->core, form->args.id, form_kept_rev(form), (int)number, err);
}

const FormSpec meeting_number_form = {
	.name = "meeting-number",
	.title = N_("Hoàn tất biên bản với số khác"),
	.fields = number_fields,
	.fill = fill_number,
	.submit = submit_number,
	.stale = FORM_READ_AGAIN, // what becomes final is what was read
	.done = N_("Biên bản đã hoàn tất, được cấp số và khóa lại."),
	.need = RIGHT_FINALISE,
};

bool meeting_number_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return form_open(app, &meeting_number_form, &args, err);
}
