// SPDX-License-Identifier: MIT
// Forms about people: whom to assign to what, the last day of it, handing over, and who one is.
#include "tui/views.h"

#include "base/tr.h"
#include "core/handover.h"
#include "core/org.h"
#include "tui/views/forms.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/person_screen.h"

#include <string.h>

static const char person_hint[] = N_("Gõ vài chữ của họ tên hoặc chức vụ, không dấu cũng được.");
static const char document_hint[] = N_("Ví dụ QĐ số 512-QĐ/TU, ngày 10/12/2021; có thể để trống.");

static bool add_places(View *form, Vec *out, Err *err)
{
	Vec regions, districts;
	vec_init(&regions, sizeof(Region));
	vec_init(&districts, sizeof(District));
	bool ok = region_list(form->core, &form->arena, &regions, err) &&
		  district_list(form->core, &form->arena, &districts, err);
	for (size_t i = 0; ok && i < regions.len; i++) {
		const Region *region = vec_at(&regions, i);
		*(Candidate *)vec_push(out) =
			(Candidate){ region->id, view_printf(form, tr("phụ trách vùng %s"), region->name) };
	}
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		*(Candidate *)vec_push(out) =
			(Candidate){ district->id, view_printf(form, tr("phụ trách %s"), district->title) };
	}
	vec_release(&regions);
	vec_release(&districts);
	return ok;
}

// Places first, in their order; then those whom a secretary may serve. Ids are unique over all.
static bool pick_target(View *form, Vec *out, Err *err)
{
	Vec people;
	vec_init(&people, sizeof(Person));
	bool ok = add_places(form, out, err) &&
		  person_list(form->core, PERSON_IN_POST, &form->arena, &people, err);
	for (size_t i = 0; ok && i < people.len; i++) {
		const Person *person = vec_at(&people, i);
		if (person->roles & ROLE_LEADER)
			*(Candidate *)vec_push(out) = (Candidate){ person->id,
				view_printf(form, tr("giúp việc đ/c %s"), person->name) };
	}
	vec_release(&people);
	return ok;
}

// Assigning ---------------------------------------------------------------------------------------

static const char *const ways[] = { N_("chính"), N_("giao thay"), NULL };

static const Field assign_fields[] = {
	{ .name = "person",
		.label = N_("Đồng chí"),
		.kind = FIELD_PICK,
		.candidates = pick_person,
		.hint = person_hint },
	{ .name = "target",
		.label = N_("Việc được giao"),
		.kind = FIELD_PICK,
		.candidates = pick_target,
		.hint = N_("Gõ tên vùng, địa phương, hoặc đồng chí được giúp việc.") },
	{ .name = "way",
		.label = N_("Giao"),
		.kind = FIELD_CHOICE,
		.choices = ways,
		.hint = N_("Giao thay: làm thay người phụ trách khi vắng, duyệt được sơ kết.") },
	{ .name = "from", .label = N_("Từ ngày"), .kind = FIELD_DATE, .hint = N_("Ngày đầu.") },
	{ .name = "to",
		.label = N_("Đến ngày"),
		.kind = FIELD_DATE,
		.hint = N_("Ngày cuối; chưa biết thì để trống.") },
	{ .name = "document", .label = N_("Văn bản"), .kind = FIELD_LINE, .hint = document_hint },
	{ 0 },
};

static bool fill_assign(View *form, Err *err)
{
	char today[11];
	(void)err;
	core_today_iso(form->core, today);
	form->place = (Place){ 0 };
	form_set(form, "from", today);
	if (form->args.id)
		form_set_pick(form, "target", form->args.id);
	if (form->args.other_id)
		form_set_pick(form, "person", form->args.other_id);
	return true;
}

static bool is_region(View *form, int64_t id, bool *yes, Err *err)
{
	Vec regions;
	vec_init(&regions, sizeof(Region));
	bool ok = region_list(form->core, &form->arena, &regions, err);
	*yes = false;
	for (size_t i = 0; i < regions.len; i++)
		*yes = *yes || ((const Region *)vec_at(&regions, i))->id == id;
	vec_release(&regions);
	return ok;
}

static bool set_target(View *form, int64_t id, Assignment *out, Err *err)
{
	Arena arena = ARENA_INIT;
	Person member;
	bool region;
	Err none = ERR_INIT;
	if (!id) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa chọn việc được giao."));
		return err_field(err, "target");
	}
	if (!is_region(form, id, &region, err))
		return false;
	bool person = !region && person_get(form->core, id, &arena, &member, &none);
	*(region ? &out->region_id : person ? &out->member_id : &out->district_id) = id;
	arena_release(&arena);
	return true;
}

static bool chosen_person(const View *form, const char *field, int64_t *id, Err *err)
{
	*id = form_pick(form, field);
	if (*id)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chưa chọn đồng chí."));
	return err_field(err, field);
}

static bool submit_assign(View *form, Err *err)
{
	char from[11], to[11];
	Assignment assignment = { .stand_in = form_choice(form, "way") == 1,
		.document = form_text(form, "document"), .from = from, .to = to };
	return chosen_person(form, "person", &assignment.person_id, err) &&
	       set_target(form, form_pick(form, "target"), &assignment, err) &&
	       form_date(form, "from", from, err) && form_date(form, "to", to, err) &&
	       assignment_add(form->core, &assignment, err);
}

const FormSpec assign_form = {
	.name = "assign",
	.stale = FORM_ADDS,
	.title = N_("Phân công"),
	.fields = assign_fields,
	.fill = fill_assign,
	.submit = submit_assign,
	.done = N_("Đã phân công. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool assign_form_open(App *app, int64_t target_id, int64_t person_id, Err *err)
{
	ViewArgs args = { .id = target_id, .other_id = person_id };
	return form_open(app, &assign_form, &args, err);
}

// Its last day ------------------------------------------------------------------------------------

static const Field end_fields[] = {
	{ .name = "to",
		.label = N_("Ngày cuối"),
		.kind = FIELD_DATE,
		.hint = N_("Từ hôm sau không còn phụ trách; có người nhận thì dùng Bàn giao.") },
	{ 0 },
};

static bool fill_end(View *form, Err *err)
{
	char today[11];
	Assignment assignment;
	if (!assignment_get(form->core, form->args.id, &form->arena, &assignment, err))
		return false;
	core_today_iso(form->core, today);
	form->place = (Place){ 0 };
	form_keep_rev(form, assignment.rev);
	form_set(form, "to", *assignment.to ? assignment.to : today);
	return true;
}

static bool submit_end(View *form, Err *err)
{
	char to[11];
	if (!form_date(form, "to", to, err))
		return false;
	if (*to)
		return assignment_end(form->core, form->args.id, form_kept_rev(form), to, err);
	err_set(err, ERR_INVALID, "%s", tr("Chưa ghi ngày cuối."));
	return err_field(err, "to");
}

const FormSpec assignment_end_form = {
	.name = "assignment-end",
	.stale = FORM_MERGES,
	.title = N_("Kết thúc phân công"),
	.fields = end_fields,
	.fill = fill_end,
	.submit = submit_end,
	.done = N_("Đã ghi ngày cuối. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool assignment_end_open(App *app, int64_t assignment_id, Err *err)
{
	ViewArgs args = { .id = assignment_id };
	return form_open(app, &assignment_end_form, &args, err);
}
