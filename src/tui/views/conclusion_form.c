// SPDX-License-Identifier: MIT
// Conclusions: noted, or given to somebody as a task with a deadline.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "tui/views/forms.h"

#include <string.h>

enum { KIND_NOTE, KIND_TASK };

static const char *const kinds[] = { N_("ghi nhận"), N_("nhiệm vụ"), NULL };

static bool pick_item(View *form, Vec *out, Err *err)
{
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(form->core, form->args.id, &form->arena, &items, err);
	*(Candidate *)vec_push(out) = (Candidate){ PICK_WHOLE, tr("cả buổi") };
	for (size_t i = 0; ok && i < items.len; i++) {
		const AgendaItem *item = vec_at(&items, i);
		*(Candidate *)vec_push(out) =
			(Candidate){ item->id, view_printf(form, "%zu. %s", i + 1, item->title) };
	}
	vec_release(&items);
	return ok;
}

// What a task needs more than a note.
static bool read_task(View *form, char due[11], int64_t *district, ConclusionTask *task, Err *err)
{
	int64_t place = form_pick(form, "places");
	*district = place == PICK_WHOLE ? 0 : place;
	*task = (ConclusionTask){
		.body_id = form_pick(form, "body"),
		.due = due,
		.deadline_words = form_deadline_words(form, "due"),
		.district_ids = district,
		.districts_n = *district ? 1 : 0,
	};
	return form_date(form, "due", due, err);
}

// A new one ---------------------------------------------------------------------------------------

enum { NOTE_FIELDS = 3 }; // the first ones are of every conclusion, the others of a task

static const Field add_fields[] = {
	{ .name = "text",
		.label = N_("Kết luận"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.hint = N_("Nội dung kết luận; Tab sang ô khác, Ctrl+S để ghi.") },
	{ .name = "kind",
		.label = N_("Loại"),
		.kind = FIELD_CHOICE,
		.choices = kinds,
		.hint = N_("Ghi nhận, hay giao thành nhiệm vụ: mũi tên trái, phải để chọn.") },
	{ .name = "item",
		.label = N_("Thuộc nội dung"),
		.kind = FIELD_PICK,
		.candidates = pick_item,
		.hint = N_("Nội dung mà kết luận này thuộc về.") },
	{ .name = "body",
		.label = N_("Cơ quan chủ trì"),
		.kind = FIELD_PICK,
		.candidates = pick_body,
		.hint = N_("Gõ vài chữ; để trống thì là cấp ủy của địa phương được chọn.") },
	{ .name = "due",
		.label = N_("Hạn"),
		.kind = FIELD_DATE,
		.hint = N_("Như người ta viết: +15 ngày, 10/12, cuối năm, quý I-2022.") },
	{ .name = "places",
		.label = N_("Nơi thực hiện"),
		.kind = FIELD_PICK,
		.candidates = pick_region_place,
		.hint = N_("Cả vùng, hoặc một địa phương của vùng.") },
	{ 0 },
};

static bool fill_add(View *form, Err *err)
{
	(void)err;
	form_set_pick(form, "item", form->args.other_id ? form->args.other_id : PICK_WHOLE);
	form_set_pick(form, "places", PICK_WHOLE);
	return true;
}

// Who names a body or a day means a task: dropping it without a word would lose it.
static bool check_note(const View *form, Err *err)
{
	if (!form_pick(form, "body") && !*form_text(form, "due"))
		return true;
	err_set(err, ERR_INVALID, "%s",
		tr("Ghi nhận thì không có cơ quan và hạn: chọn “nhiệm vụ”."));
	return err_field(err, "kind");
}

static bool submit_add(View *form, Err *err)
{
	char due[11];
	int64_t district = 0, item = form_pick(form, "item");
	ConclusionTask task;
	Conclusion conclusion = { .meeting_id = form->args.id,
		.text = form_text(form, "text"),
		.item_id = item == PICK_WHOLE ? 0 : item };
	bool is_task = form_choice(form, "kind") == KIND_TASK;
	bool ok = is_task ? read_task(form, due, &district, &task, err) : check_note(form, err);
	if (!ok || !conclusion_add(form->core, &conclusion, is_task ? &task : NULL, err))
		return false;
	form->args.other_id = conclusion.id;
	return true;
}

static bool select_added(App *app, const ViewArgs *args, Err *err)
{
	(void)err;
	meeting_select_added(app, ROW_CONCLUSION, args->other_id);
	return true;
}

const FormSpec conclusion_add_form = {
	.name = "conclusion-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm kết luận"),
	.fields = add_fields,
	.fill = fill_add,
	.submit = submit_add,
	.after = select_added,
	.done = N_("Đã ghi kết luận. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool conclusion_add_open(App *app, int64_t meeting_id, int64_t item_id, Err *err)
{
	ViewArgs args = { .id = meeting_id, .other_id = item_id };
	return form_open(app, &conclusion_add_form, &args, err);
}

// Its words -------------------------------------------------------------------------------------

static const Field edit_fields[] = {
	{ .name = "text",
		.label = N_("Kết luận"),
		.kind = FIELD_TEXT,
		.rows = 6,
		.hint = N_("Tên của nhiệm vụ đi theo; hạn của nhiệm vụ thì gia hạn ở nhiệm vụ.") },
	{ 0 },
};

static bool find_conclusion(View *form, Conclusion *out, Err *err)
{
	Vec all;
	bool found = false;
	vec_init(&all, sizeof(*out));
	bool ok = conclusion_list(form->core, form->args.id, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len && !found; i++) {
		*out = *(const Conclusion *)vec_at(&all, i);
		found = out->id == form->args.other_id;
	}
	vec_release(&all);
	if (!ok || found)
		return ok;
	return err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn kết luận này."));
}

static bool fill_edit(View *form, Err *err)
{
	Conclusion conclusion;
	if (!find_conclusion(form, &conclusion, err))
		return false;
	form_keep_rev(form, conclusion.rev);
	form_set(form, "text", conclusion.text);
	return true;
}

static bool submit_edit(View *form, Err *err)
{
	Conclusion conclusion = { .id = form->args.other_id,
		.rev = form_kept_rev(form),
		.text = form_text(form, "text") };
	return conclusion_save(form->core, &conclusion, err);
}

const FormSpec conclusion_edit_form = {
	.name = "conclusion-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa kết luận"),
	.fields = edit_fields,
	.fill = fill_edit,
	.submit = submit_edit,
	.done = N_("Đã ghi. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool conclusion_edit_open(App *app, const Conclusion *conclusion, Err *err)
{
	ViewArgs args = { .id = conclusion->meeting_id, .other_id = conclusion->id };
	return form_open(app, &conclusion_edit_form, &args, err);
}

// A note becomes a task -------------------------------------------------------------------------

static bool fill_task(View *form, Err *err)
{
	Conclusion conclusion;
	if (!find_conclusion(form, &conclusion, err))
		return false;
	form_keep_rev(form, conclusion.rev);
	form_set_pick(form, "places", PICK_WHOLE);
	return true;
}

static bool submit_task(View *form, Err *err)
{
	char due[11];
	int64_t district = 0;
	ConclusionTask task;
	return read_task(form, due, &district, &task, err) &&
	       conclusion_make_task(
		       form->core, form->args.other_id, form_kept_rev(form), &task, err);
}

const FormSpec conclusion_task_form = {
	.name = "conclusion-task",
	.stale = FORM_MERGES,
	.title = N_("Chuyển kết luận thành nhiệm vụ"),
	.fields = add_fields + NOTE_FIELDS,
	.fill = fill_task,
	.submit = submit_task,
	.done = N_("Đã giao thành nhiệm vụ. F8 hoàn tác."),
	.need = RIGHT_MEETING,
};

bool conclusion_task_open(App *app, const Conclusion *conclusion, Err *err)
{
	ViewArgs args = { .id = conclusion->meeting_id, .other_id = conclusion->id };
	return form_open(app, &conclusion_task_form, &args, err);
}
