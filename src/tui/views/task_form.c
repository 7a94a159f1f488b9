// SPDX-License-Identifier: MIT
// A task mended by the Office, or entered under a directive's clause.
#include "tui/views/task_form.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/task_edit.h"
#include "tui/form.h"
#include "tui/views/forms.h"
#include "tui/views/meeting_screen.h"

#include <string.h>

static const char *const deadlines[] = { N_("có ngày"), N_("theo kỳ"), N_("định kỳ"),
	N_("thường xuyên"), N_("không nêu"), NULL };
static const char *const deadline_codes[] = { "date", "period", "recurring", "continuous", "none" };
enum { DEADLINES = sizeof(deadline_codes) / sizeof(*deadline_codes) };

#define TASK_FIELDS                                                                                \
	{ .name = "title", .label = N_("Nội dung"), .kind = FIELD_TEXT, .rows = 3,                 \
		.hint = N_("Việc phải làm, ngắn gọn; lời trích của văn bản vẫn giữ nguyên.") },    \
	{ .name = "lead", .label = N_("Chủ trì"), .kind = FIELD_TEXT, .rows = 2,                   \
		.hint = N_("Tên hay mã các cơ quan, cách nhau bằng “;”.") },                       \
	{ .name = "cooperating", .label = N_("Phối hợp"), .kind = FIELD_TEXT, .rows = 2,           \
		.hint = N_("Tên hay mã các cơ quan, cách nhau bằng “;”.") },                       \
	{ .name = "deadline", .label = N_("Loại thời hạn"), .kind = FIELD_CHOICE,                  \
		.choices = deadlines, .hint = N_("Mũi tên trái, phải để chọn.") },                 \
	{ .name = "words", .label = N_("Thời hạn"), .kind = FIELD_LINE,                            \
		.hint = N_("Theo lời văn bản: trong quý IV-2021, hằng tháng…") },                  \
	{ .name = "due", .label = N_("Hết hạn"), .kind = FIELD_DATE,                               \
		.hint = N_("Ngày cuối cùng, nếu có: 31/12/2021, quý IV-2021.") },                  \
	{ .name = "target", .label = N_("Cần đạt"), .kind = FIELD_LINE,                            \
		.hint = N_("Con số phải đạt, nếu có; Ctrl+S để ghi.") }

static const Field edit_fields[] = { TASK_FIELDS, { 0 } };

static int choice_of(const char *kind)
{
	for (int i = 0; i < DEADLINES; i++)
		if (strcmp(deadline_codes[i], kind) == 0)
			return i;
	return DEADLINES - 1;
}

static bool fill_edit(View *form, Err *err)
{
	Task task;
	if (!task_get(form->core, form->args.id, &form->arena, &task, err))
		return false;
	TaskEdit edit = task_edit_of(&task, &form->arena);
	form_keep_rev(form, task.rev);
	form_set(form, "title", edit.title);
	form_set(form, "lead", edit.leads);
	form_set(form, "cooperating", edit.cooperating);
	form_set_choice(form, "deadline", choice_of(edit.deadline_kind));
	form_set(form, "words", edit.deadline_words);
	form_set(form, "due", edit.due);
	form_set(form, "target", edit.target);
	return true;
}

static bool read_edit(View *form, char due[11], TaskEdit *out, Err *err)
{
	*out = (TaskEdit){
		.title = form_text(form, "title"),
		.leads = form_text(form, "lead"),
		.cooperating = form_text(form, "cooperating"),
		.deadline_kind = deadline_codes[form_choice(form, "deadline")],
		.deadline_words = form_text(form, "words"),
		.due = due,
		.target = form_text(form, "target"),
	};
	return form_date(form, "due", due, err);
}

static bool submit_edit(View *form, Err *err)
{
	char due[11];
	TaskEdit edit;
	return read_edit(form, due, &edit, err) &&
	       task_save(form->core, form->args.id, form_kept_rev(form), &edit, err);
}

const FormSpec task_edit_form = {
	.name = "task-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa nhiệm vụ"),
	.fields = edit_fields,
	.fill = fill_edit,
	.submit = submit_edit,
	.done = N_("Đã ghi. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool task_edit_open(App *app, int64_t task_id, Err *err)
{
	ViewArgs args = { .id = task_id };
	return form_open(app, &task_edit_form, &args, err);
}

// A new one: id is the clause, other_id the directive ---------------------------------------------

static const char *const places[] = { N_("cấp tỉnh"), N_("mọi địa phương"), N_("mọi vùng"), NULL };

static const Field add_fields[] = {
	{ .name = "code", .label = N_("Mã"), .kind = FIELD_LINE, .code = true,
		.hint = N_("Mã mới trong văn bản, như 2.3g; không dùng lại mã cũ.") },
	TASK_FIELDS,
	{ .name = "places", .label = N_("Nơi thực hiện"), .kind = FIELD_CHOICE, .choices = places,
		.hint = N_("Về vài nơi thì ghi ở cấp tỉnh rồi trải.") },
	{ 0 },
};

static bool fill_add(View *form, Err *err)
{
	(void)err;
	form->place = (Place){ 0 };
	form_set_choice(form, "deadline", DEADLINES - 1);
	return true;
}

static bool add_districts(View *form, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(District));
	bool ok = district_list(form->core, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		*(Place *)vec_push(out) =
			(Place){ .district_id = ((const District *)vec_at(&all, i))->id };
	vec_release(&all);
	return ok;
}

static bool add_regions(View *form, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(Region));
	bool ok = region_list(form->core, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		*(Place *)vec_push(out) =
			(Place){ .region_id = ((const Region *)vec_at(&all, i))->id };
	vec_release(&all);
	return ok;
}

static bool add_province(View *form, Vec *out, Err *err)
{
	(void)form, (void)err;
	*(Place *)vec_push(out) = (Place){ 0 };
	return true;
}

static bool submit_add(View *form, Err *err)
{
	static bool (*const adders[])(View *, Vec *, Err *) = { add_province, add_districts,
		add_regions };
	char due[11];
	int64_t id;
	TaskEdit edit;
	Vec chosen;
	vec_init(&chosen, sizeof(Place));
	bool ok = read_edit(form, due, &edit, err) &&
		  adders[form_choice(form, "places")](form, &chosen, err) &&
		  task_add(form->core, (TaskHome){ form->args.other_id, form->args.id }, form_text(form, "code"),
			  &edit, chosen.items, chosen.len, &id, err);
	vec_release(&chosen);
	return ok;
}

const FormSpec task_add_form = {
	.name = "task-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm nhiệm vụ"),
	.fields = add_fields,
	.fill = fill_add,
	.submit = submit_add,
	.done = N_("Đã thêm nhiệm vụ. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool task_add_open(App *app, int64_t directive_id, int64_t clause_id, Err *err)
{
	ViewArgs args = { .id = clause_id, .other_id = directive_id };
	return form_open(app, &task_add_form, &args, err);
}
