// SPDX-License-Identifier: MIT
// A new remark on what the screen is about, and the answer to one.
#include "tui/views.h"

#include "base/tr.h"
#include "core/remark.h"
#include "tui/form.h"
#include "tui/views/forms.h"
#include "tui/views/remark_screen.h"

// Ids are of one series for all tables, so that an addressee's says which it is.
static bool pick_addressee(View *form, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(Addressee));
	bool ok = addressee_list(form->core, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const Addressee *addressee = vec_at(&all, i);
		*(Candidate *)vec_push(out) = (Candidate){ addressee->to.id, addressee->words };
	}
	vec_release(&all);
	return ok;
}

static const Field add_fields[] = {
	{ .name = "text",
		.label = N_("Ý kiến"),
		.kind = FIELD_TEXT,
		.rows = 5,
		.hint = N_("Điều cần làm rõ hoặc cần làm; Tab sang ô khác, Ctrl+S để ghi.") },
	{ .name = "to",
		.label = N_("Gửi"),
		.kind = FIELD_PICK,
		.candidates = pick_addressee,
		.hint = N_("Cơ quan, cấp ủy hoặc đồng chí: gõ vài chữ, không dấu cũng được.") },
	{ .name = "due",
		.label = N_("Hạn trả lời"),
		.kind = FIELD_DATE,
		.hint = N_("Như người ta viết: 30/11, +7 ngày; có thể để trống.") },
	{ 0 },
};

static Thing thing_of(const View *form)
{
	return thing_of_numbers(form->args.other_id, form->args.id);
}

static bool fill_add(View *form, Err *err)
{
	Thing to;
	ThingName name;
	if (!addressee_default(form->core, thing_of(form), &form->arena, &to, err) ||
		!thing_name(form->core, thing_of(form), &form->arena, &name, err))
		return false;
	form_set_head(form, view_printf(form, tr("Về %s"), name.title));
	if (to.id)
		form_set_pick(form, "to", to.id);
	return true;
}

static bool find_addressee(View *form, Thing *out, Err *err)
{
	Vec all;
	int64_t id = form_pick(form, "to");
	*out = (Thing){ 0 };
	vec_init(&all, sizeof(Addressee));
	bool ok = addressee_list(form->core, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const Addressee *addressee = vec_at(&all, i);
		if (addressee->to.id == id)
			*out = addressee->to;
	}
	vec_release(&all);
	return ok;
}

static bool submit_add(View *form, Err *err)
{
	char due[11];
	Remark remark = { .thing = thing_of(form), .text = form_text(form, "text"), .due = due };
	return form_date(form, "due", due, err) && find_addressee(form, &remark.to, err) &&
	       remark_add(form->core, &remark, err);
}

const FormSpec remark_add_form = {
	.name = "remark-add",
	.stale = FORM_ADDS,
	.title = N_("Ý kiến chỉ đạo"),
	.fields = add_fields,
	.fill = fill_add,
	.submit = submit_add,
	.done = N_("Đã ghi ý kiến; người được gửi thấy ở Trang chủ. F8 hoàn tác."),
	.need = RIGHT_REMARK,
};

bool remark_form_open(App *app, Thing about, Err *err)
{
	ViewArgs args = { .id = about.id, .other_id = (int64_t)about.noun };
	return form_open(app, &remark_add_form, &args, err);
}

// The answer --------------------------------------------------------------------------------------

static const Field answer_fields[] = {
	{ .name = "answer",
		.label = N_("Trả lời"),
		.kind = FIELD_TEXT,
		.rows = 6,
		.hint = N_("Đã làm gì, kết quả, vướng mắc; Ctrl+S để ghi.") },
	{ .name = "document",
		.label = N_("Theo văn bản"),
		.kind = FIELD_LINE,
		.hint = N_("Số báo cáo, ví dụ BC số 41-BC/TU; có thể để trống.") },
	{ 0 },
};

static bool fill_answer(View *form, Err *err)
{
	Remark remark;
	if (!remark_get(form->core, form->args.id, &form->arena, &remark, err))
		return false;
	form->place = remark.place;
	form_set_head(form, view_printf(form, "%s: “%s”", remark_who(form, &remark), remark.text));
	form_keep_rev(form, remark.rev);
	form_set(form, "answer", remark.answer);
	form_set(form, "document", remark.document);
	return true;
}

static bool submit_answer(View *form, Err *err)
{
	return remark_answer(form->core, form->args.id, form_kept_rev(form),
		form_text(form, "answer"), form_text(form, "document"), err);
}

const FormSpec remark_answer_form = {
	.name = "remark-answer",
	.stale = FORM_MERGES,
	.title = N_("Trả lời ý kiến chỉ đạo"),
	.fields = answer_fields,
	.fill = fill_answer,
	.submit = submit_answer,
	.done = N_("Đã ghi trả lời; người cho ý kiến thấy ở Trang chủ. F8 hoàn tác."),
	.need = RIGHT_READ,
};

bool remark_answer_open(App *app, int64_t remark_id, Err *err)
{
	ViewArgs args = { .id = remark_id };
	return form_open(app, &remark_answer_form, &args, err);
}
