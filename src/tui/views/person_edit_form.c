// SPDX-License-Identifier: MIT
// A person's post, contact and place among the others, as they change over time.
#include "tui/views.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/user.h"
#include "tui/views/forms.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/person_screen.h"

#include <stdio.h>

static bool pick_district(View *form, Vec *out, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list(form->core, &form->arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		*(Candidate *)vec_push(out) = (Candidate){ district->id, district->title };
	}
	vec_release(&districts);
	return ok;
}

static const Field fields[] = {
	{ .name = "name", .label = N_("Họ tên"), .kind = FIELD_LINE, .hint = N_("Họ và tên đầy đủ.") },
	{ .name = "post",
		.label = N_("Chức vụ"),
		.kind = FIELD_LINE,
		.hint = N_("Chức vụ mới; sơ kết đã duyệt giữ chức vụ lúc duyệt.") },
	{ .name = "phone", .label = N_("Điện thoại"), .kind = FIELD_LINE, .code = true, .hint = N_("Để đôn đốc.") },
	{ .name = "rank",
		.label = N_("Thứ tự lễ tân"),
		.kind = FIELD_NUMBER,
		.hint = N_("Số nhỏ đứng trước; 999 là không xếp.") },
	{ .name = "district",
		.label = N_("Địa phương"),
		.kind = FIELD_PICK,
		.candidates = pick_district,
		.hint = N_("Nơi công tác, với cán bộ của địa phương.") },
	{ .name = "body",
		.label = N_("Cơ quan"),
		.kind = FIELD_PICK,
		.candidates = pick_body,
		.hint = N_("Nơi công tác, với cán bộ của cơ quan.") },
	{ .name = "sort_name",
		.label = N_("Tên để xếp"),
		.kind = FIELD_LINE,
		.hint = N_("Chỉ ghi khi xếp thứ tự khác họ tên.") },
	{ 0 },
};

static bool fill(View *form, Err *err)
{
	char rank[12];
	Person person;
	if (!person_get(form->core, form->args.id, &form->arena, &person, err))
		return false;
	form->place = (Place){ 0 };
	form_keep_rev(form, person.rev);
	form_set(form, "name", person.name);
	form_set(form, "post", person.post);
	form_set(form, "phone", person.phone);
	snprintf(rank, sizeof(rank), "%d", person.rank);
	form_set(form, "rank", rank);
	form_set_pick(form, "district", person.district_id);
	form_set_pick(form, "body", person.body_id);
	form_set(form, "sort_name", person.sort_name);
	return true;
}

static int64_t pick_or_none(const View *form, const char *field)
{
	int64_t id = form_pick(form, field);
	return id ? id : -1;
}

static bool submit(View *form, Err *err)
{
	UserChange change = { .rev = form_kept_rev(form), .name = form_text(form, "name"),
		.post = form_text(form, "post"), .phone = form_text(form, "phone"),
		.sort_name = form_text(form, "sort_name"), .district_id = pick_or_none(form, "district"),
		.body_id = pick_or_none(form, "body") };
	return form_number(form, "rank", &change.rank, err) &&
	       user_change(form->core, form->args.id, &change, err);
}

const FormSpec person_edit_form = {
	.name = "person-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa chức vụ, liên hệ"),
	.fields = fields,
	.fill = fill,
	.submit = submit,
	.done = N_("Đã ghi."),
	.need = RIGHT_ADMINISTER,
};

bool person_edit_open(App *app, int64_t person_id, Err *err)
{
	ViewArgs args = { .id = person_id };
	return form_open(app, &person_edit_form, &args, err);
}
