// SPDX-License-Identifier: MIT
// Forms about all the leaves that are picked on the screen below: one change for all of them.
#include "tui/views/leaf_ops.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/form.h"
#include "tui/picks.h"
#include "tui/views/forms.h"
#include "tui/views/meeting_screen.h"

const int64_t *leaf_form_ids(View *form, size_t *n)
{
	return view_targets(form->below, n);
}

// Told once it is done: the form is closed by then, the screen on top.
static bool forget_picked(App *app, const ViewArgs *args, Err *err)
{
	(void)args, (void)err;
	view_unpick(app_top(app));
	return true;
}

enum { PICKS_NAMED = 6 };

// "19 việc: BB-879.3 TP Hà Tiên; BB-1615.4 Kiên Hải; … và 13 việc nữa"
bool leaf_form_about(View *form, Err *err)
{
	size_t n;
	const char *names = "";
	const int64_t *ids = leaf_form_ids(form, &n);
	if (n == 1)
		return form_about(form, (Thing){ NOUN_LEAF, ids[0] }, err);
	for (size_t i = 0; i < n && i < PICKS_NAMED; i++) {
		Leaf leaf;
		if (!leaf_get(form->core, ids[i], &form->arena, &leaf, err))
			return false;
		names = view_printf(form, "%s%s%s %s", names, i ? "; " : "", leaf.code, leaf.place_title);
	}
	if (n > PICKS_NAMED)
		names = view_printf(form, tr("%s và %zu việc nữa"), names, n - PICKS_NAMED);
	form_set_head(form, view_printf(form, tr("%zu việc: %s"), n, names));
	return true;
}

// Gia hạn ---------------------------------------------------------------------------------------

static const Field extend_fields[] = {
	{ .name = "new_due", .label = N_("Hạn mới"), .kind = FIELD_DATE,
		.hint = N_("Sau hạn đang có: +15 ngày, 31/03/2022, quý I-2022.") },
	{ .name = "reason", .label = N_("Lý do"), .kind = FIELD_TEXT, .rows = 3,
		.hint = N_("Vì sao được lùi hạn; cần có.") },
	{ .name = "agreed_by", .label = N_("Người đồng ý"), .kind = FIELD_LINE,
		.hint = N_("Đồng chí đồng ý gia hạn; để trống là Văn phòng.") },
	{ 0 },
};

static bool submit_extend(View *form, Err *err)
{
	size_t n;
	char due[11];
	const int64_t *ids = leaf_form_ids(form, &n);
	if (!form_date(form, "new_due", due, err))
		return false;
	const Extension extension = { .new_due = due, .reason = form_text(form, "reason"),
		.agreed_by = form_text(form, "agreed_by") };
	return leaf_extend_many(form->core, ids, n, &extension, err);
}

const FormSpec leaf_extend_form = {
	.name = "leaf-extend",
	.stale = FORM_ADDS,
	.about_picks = true,
	.title = N_("Gia hạn"),
	.fields = extend_fields,
	.fill = leaf_form_about,
	.submit = submit_extend,
	.after = forget_picked,
	.done = N_("Đã gia hạn. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool leaf_extend_open(App *app, Err *err)
{
	return form_open(app, &leaf_extend_form, &(ViewArgs){ 0 }, err);
}

// Kết thúc --------------------------------------------------------------------------------------

static const Field end_fields[] = {
	{ .name = "reason", .label = N_("Lý do"), .kind = FIELD_TEXT, .rows = 3,
		.hint = N_("Vì sao thôi làm khi chưa xong; cần có. Ctrl+S để ghi.") },
	{ 0 },
};

static bool submit_end(View *form, Err *err)
{
	size_t n;
	const int64_t *ids = leaf_form_ids(form, &n);
	return leaf_end(form->core, ids, n, form_text(form, "reason"), err);
}

const FormSpec leaf_end_form = {
	.name = "leaf-end",
	.stale = FORM_ADDS,
	.about_picks = true,
	.title = N_("Kết thúc khi chưa xong"),
	.fields = end_fields,
	.fill = leaf_form_about,
	.submit = submit_end,
	.after = forget_picked,
	.done = N_("Đã kết thúc. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool leaf_end_open(App *app, Err *err)
{
	return form_open(app, &leaf_end_form, &(ViewArgs){ 0 }, err);
}

// Progress of many ------------------------------------------------------------------------------

static const char *const states[] = { N_("chưa triển khai"), N_("đang triển khai"), N_("hoàn thành"),
	N_("có khó khăn, vướng mắc"), NULL };

static const Field progress_fields[] = {
	{ .name = "state", .label = N_("Tình trạng"), .kind = FIELD_CHOICE, .choices = states,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "percent", .label = N_("Phần trăm"), .kind = FIELD_NUMBER,
		.hint = N_("0 đến 100. Hoàn thành là 100; để trống thì theo tình trạng.") },
	{ .name = "as_of", .label = N_("Số liệu đến ngày"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ 20/11, hôm nay, 20/11/2021.") },
	{ .name = "document", .label = N_("Theo văn bản"), .kind = FIELD_LINE,
		.hint = N_("Số báo cáo, ví dụ BC số 41-BC/TU; có thể để trống.") },
	{ .name = "note", .label = N_("Ghi chú"), .kind = FIELD_TEXT, .rows = 4,
		.hint = N_("Ghi vào mọi việc đã chọn; Ctrl+S để ghi.") },
	{ 0 },
};

static bool fill_progress(View *form, Err *err)
{
	char today[11];
	core_today_iso(form->core, today);
	form_set_choice(form, "state", 1);
	form_set(form, "as_of", today);
	return leaf_form_about(form, err);
}

// What is left empty follows from the state, and for what is under way stays at each one's own.
static bool make_entry(View *form, int64_t id, ProgressInput input, ProgressEntry *out, Err *err)
{
	Leaf before;
	if (!leaf_get(form->core, id, &form->arena, &before, err))
		return false;
	progress_complete(&before, &input);
	*out = (ProgressEntry){ .leaf_id = id, .input = input };
	return true;
}

static bool submit_progress(View *form, Err *err)
{
	size_t n, failed;
	char as_of[11];
	const int64_t *ids = leaf_form_ids(form, &n);
	ProgressEntry *entries = arena_array(&form->arena, n, sizeof(*entries));
	ProgressInput input = { .state = (State)(form_choice(form, "state") + STATE_NOT_STARTED),
		.percent = -1, .note = form_text(form, "note"), .document = form_text(form, "document"),
		.as_of = as_of };
	bool asks = *form_text(form, "percent") && input.state != STATE_DONE &&
		    input.state != STATE_NOT_STARTED;
	if ((asks && !form_number(form, "percent", &input.percent, err)) ||
		!form_date(form, "as_of", as_of, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!make_entry(form, ids[i], input, &entries[i], err))
			return false;
	return progress_record_many(form->core, entries, n, &failed, err);
}

const FormSpec progress_many_form = {
	.name = "progress-many",
	.stale = FORM_ADDS,
	.about_picks = true,
	.title = N_("Cập nhật tiến độ các việc đã chọn"),
	.fields = progress_fields,
	.fill = fill_progress,
	.submit = submit_progress,
	.after = forget_picked,
	.done = N_("Đã ghi tiến độ các việc đã chọn. F8 hoàn tác."),
	.need = RIGHT_READ,
};

bool leaf_progress_open(App *app, Err *err)
{
	return form_open(app, &progress_many_form, &(ViewArgs){ 0 }, err);
}

// A lead and a deadline of one's own --------------------------------------------------------------

static const Field set_fields[] = {
	{ .name = "body", .label = N_("Cơ quan chủ trì"), .kind = FIELD_PICK, .candidates = pick_body,
		.hint = N_("Ở nơi này; để trống là cơ quan chủ trì của nhiệm vụ.") },
	{ .name = "due", .label = N_("Hạn riêng"), .kind = FIELD_DATE,
		.hint = N_("Để trống là hạn của nhiệm vụ; đã gia hạn thì chỉ gia hạn tiếp.") },
	{ 0 },
};

static bool fill_set(View *form, Err *err)
{
	Leaf leaf;
	if (!form_about(form, (Thing){ NOUN_LEAF, form->args.id }, err) ||
		!leaf_get(form->core, form->args.id, &form->arena, &leaf, err))
		return false;
	form->place = leaf.place;
	form_keep_rev(form, leaf.leaf_rev);
	form_set_pick(form, "body", leaf.lead_id);
	form_set(form, "due", leaf.own_due ? leaf.due : "");
	return true;
}

static bool submit_set(View *form, Err *err)
{
	char due[11];
	return form_date(form, "due", due, err) &&
	       leaf_set(form->core, form->args.id, form_kept_rev(form), form_pick(form, "body"), due,
		       err);
}

const FormSpec leaf_set_form = {
	.name = "leaf-set",
	.stale = FORM_MERGES,
	.title = N_("Cơ quan và hạn riêng của nơi"),
	.fields = set_fields,
	.fill = fill_set,
	.submit = submit_set,
	.done = N_("Đã ghi. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool leaf_set_open(App *app, int64_t leaf_id, Err *err)
{
	ViewArgs args = { .id = leaf_id };
	return form_open(app, &leaf_set_form, &args, err);
}
