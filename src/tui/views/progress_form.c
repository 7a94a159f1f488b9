// SPDX-License-Identifier: MIT
// Progress of a task at a place: state, percent, note.
#include "tui/views.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/views/forms.h"

#include <stdio.h>

// In the order of the choice.
static const State states[] = { STATE_NOT_STARTED, STATE_DOING, STATE_DONE, STATE_BLOCKED };
static const char *const state_labels[] = { N_("chưa triển khai"), N_("đang triển khai"),
	N_("hoàn thành"), N_("có khó khăn, vướng mắc"), NULL };

static const Field fields[] = {
	{ .name = "state", .label = N_("Tình trạng"), .kind = FIELD_CHOICE, .choices = state_labels,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "percent", .label = N_("Phần trăm"), .kind = FIELD_NUMBER,
		.hint = N_("0 đến 100. Hoàn thành là 100; để trống thì theo tình trạng.") },
	{ .name = "as_of", .label = N_("Số liệu đến ngày"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ 20/11, hôm nay, 20/11/2021.") },
	{ .name = "document", .label = N_("Theo văn bản"), .kind = FIELD_LINE,
		.hint = N_("Số báo cáo, ví dụ BC số 41-BC/TU; có thể để trống.") },
	{ .name = "note", .label = N_("Ghi chú"), .kind = FIELD_TEXT, .rows = 5,
		.hint = N_("Kết quả, khó khăn, kiến nghị; Ctrl+S để ghi.") },
	{ 0 },
};

static int choice_of(State state)
{
	for (int i = 0; i < (int)(sizeof(states) / sizeof(*states)); i++)
		if (states[i] == state)
			return i;
	return 1; // who opens the form has begun
}

static bool fill(View *form, Err *err)
{
	Leaf leaf;
	char today[11], percent[8];
	int64_t counting;
	if (!form_about(form, (Thing){ NOUN_LEAF, form->args.id }, err) ||
		!leaf_get(form->core, form->args.id, &form->arena, &leaf, err) ||
		!progress_counting(form->core, form->args.id, &counting, err))
		return false;
	form_keep_rev(form, counting);
	form->place = leaf.place;
	core_today_iso(form->core, today);
	snprintf(percent, sizeof(percent), "%d", leaf.percent);
	form_set_choice(form, "state", choice_of(leaf.state));
	form_set(form, "percent", leaf.state == STATE_SILENT ? "" : percent);
	form_set(form, "as_of", today);
	return true;
}

// An empty percent, or the old one beside a new state, follows the state: nobody types 100 twice.
static bool read_percent(const View *form, State state, int *percent, Err *err)
{
	if (state == STATE_DONE)
		*percent = 100;
	else if (state == STATE_NOT_STARTED || !*form_text(form, "percent"))
		*percent = 0;
	else
		return form_number(form, "percent", percent, err);
	return true;
}

// 100 typed is done; 100 left over from a task that is taken back is not.
static bool typed_done(const View *form, const ProgressInput *input)
{
	return input->state == STATE_DOING && input->percent == 100 &&
	       form_typed(form, "percent");
}

static bool submit(View *form, Err *err)
{
	char as_of[11];
	ProgressInput input = {
		.state = states[form_choice(form, "state")],
		.note = form_text(form, "note"),
		.document = form_text(form, "document"),
		.seen = form_kept_rev(form),
	};
	if (!read_percent(form, input.state, &input.percent, err) ||
		!form_date(form, "as_of", as_of, err))
		return false;
	if (typed_done(form, &input))
		input.state = STATE_DONE;
	input.as_of = as_of;
	return progress_record(form->core, form->args.id, &input, err);
}

const FormSpec progress_form = {
	.name = "progress",
	.stale = FORM_MERGES,
	.title = N_("Cập nhật tiến độ"),
	.fields = fields,
	.fill = fill,
	.submit = submit,
	.done = N_("Đã ghi tiến độ. F8 hoàn tác."),
	.need = RIGHT_PROGRESS,
};

bool progress_form_open(App *app, int64_t leaf_id, Err *err)
{
	ViewArgs args = { .id = leaf_id };
	return form_open(app, &progress_form, &args, err);
}
