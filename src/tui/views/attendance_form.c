// SPDX-License-Identifier: MIT
// One who was expected or came to a meeting: a person that the program knows, or a guest by name.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "core/person.h"
#include "tui/views/forms.h"

// In the order of AttendanceStatus.
static const char *const statuses[] = { N_("có mặt"), N_("vắng"), N_("khách mời"), NULL };

enum { WHO_FIELDS = 2 }; // the first ones say who; an old row keeps that

static const Field fields[] = {
	{ .name = "person",
		.label = N_("Đồng chí"),
		.kind = FIELD_PICK,
		.candidates = pick_person,
		.hint = N_("Gõ vài chữ của họ tên hoặc chức vụ; khách ngoài danh sách thì ghi ở ô "
			   "dưới.") },
	{ .name = "guest",
		.label = N_("hoặc khách mời"),
		.kind = FIELD_LINE,
		.hint = N_("Họ tên và chức vụ của khách, ví dụ: Nguyễn Văn A, Giám đốc Cảng vụ.") },
	{ .name = "status",
		.label = N_("Dự họp"),
		.kind = FIELD_CHOICE,
		.choices = statuses,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "reason",
		.label = N_("Lý do vắng"),
		.kind = FIELD_LINE,
		.hint = N_("Chỉ ghi khi vắng, ví dụ: họp Quân khu.") },
	{ 0 },
};

// Never both: a name beside a person would be lost.
static bool read_who(const View *form, Attendance *out, Err *err)
{
	out->person_id = form_pick(form, "person");
	out->name = form_text(form, "guest");
	if (!out->person_id || !*out->name)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chọn một đồng chí, hoặc ghi tên khách, không cả hai."));
	return err_field(err, "guest");
}

// A reason says that one was absent.
static bool read_status(const View *form, Attendance *out, Err *err)
{
	out->status = (AttendanceStatus)form_choice(form, "status");
	out->reason = form_text(form, "reason");
	if (!*out->reason || out->status == ATTENDANCE_ABSENT)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Có lý do vắng thì chọn “vắng”."));
	return err_field(err, "status");
}

static bool submit_add(View *form, Err *err)
{
	Attendance person = { .meeting_id = form->args.id };
	if (!read_who(form, &person, err) || !read_status(form, &person, err) ||
		!attendance_add(form->core, &person, err))
		return false;
	form->args.other_id = person.id;
	return true;
}

static bool select_added(App *app, const ViewArgs *args, Err *err)
{
	(void)err;
	attendance_select_added(app, args->other_id);
	return true;
}

const FormSpec attendance_add_form = {
	.name = "attendance-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm người dự"),
	.fields = fields,
	.submit = submit_add,
	.after = select_added,
	.done = N_("Đã thêm vào thành phần dự. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool attendance_add_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return form_open(app, &attendance_add_form, &args, err);
}

// An old one --------------------------------------------------------------------------------------

static bool find_person(View *form, Attendance *out, Err *err)
{
	Vec people;
	bool found = false;
	vec_init(&people, sizeof(*out));
	bool ok = attendance_list(form->core, form->args.id, &form->arena, &people, err);
	for (size_t i = 0; ok && i < people.len && !found; i++) {
		*out = *(const Attendance *)vec_at(&people, i);
		found = out->id == form->args.other_id;
	}
	vec_release(&people);
	if (!ok || found)
		return ok;
	return err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn dòng thành phần dự này."));
}

static bool fill_edit(View *form, Err *err)
{
	Attendance person;
	if (!find_person(form, &person, err))
		return false;
	form_set_head(form, person.person_id ? person_title(&form->arena, person.name, person.post)
					     : person.name);
	form_keep_rev(form, person.rev);
	form_set_choice(form, "status", (int)person.status);
	form_set(form, "reason", person.reason);
	return true;
}

static bool submit_edit(View *form, Err *err)
{
	Attendance person;
	if (!find_person(form, &person, err) || !read_status(form, &person, err))
		return false;
	person.rev = form_kept_rev(form);
	return attendance_save(form->core, &person, err);
}

const FormSpec attendance_edit_form = {
	.name = "attendance-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa thành phần dự"),
	.fields = fields + WHO_FIELDS,
	.fill = fill_edit,
	.submit = submit_edit,
	.done = N_("Đã ghi. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool attendance_edit_open(App *app, const Attendance *attendance, Err *err)
{
	ViewArgs args = { .id = attendance->meeting_id, .other_id = attendance->id };
	return form_open(app, &attendance_edit_form, &args, err);
}
