// SPDX-License-Identifier: MIT
// A body: what it is and was called, whom it follows and who follows it, and the tasks that it leads.
#include "tui/views.h"

#include "base/tr.h"
#include "core/body.h"
#include "tui/form.h"
#include "tui/views/figures_draw.h"
#include "tui/views/leaf_ops.h"
#include "tui/views/prose_draw.h"

typedef struct {
	Body body;
	Vec leaves;        // of Leaf
	Vec before, after; // of Body
	List list;
	const char *head, *kin, *names;
} BodyScreen;

static bool open_body(View *view, Err *err)
{
	BodyScreen *screen = view->state;
	(void)err;
	vec_init(&screen->leaves, sizeof(Leaf));
	vec_init(&screen->before, sizeof(Body));
	vec_init(&screen->after, sizeof(Body));
	return true;
}

static void close_body(View *view)
{
	BodyScreen *screen = view->state;
	vec_release(&screen->leaves);
	vec_release(&screen->before);
	vec_release(&screen->after);
}

// "BCSĐ UBND tỉnh (bcsd-ubnd)", and "đã kết thúc 31/01/2025, kế thừa: …".
static bool load_head(View *view, Err *err)
{
	BodyScreen *screen = view->state;
	const Body *body = &screen->body;
	screen->head = view_printf(view, "%s (%s)", body->short_name, body->code);
	return body_kin_words(view->core, body, &view->arena, &screen->kin, err);
}

// "Từ 01/03/2025: Sở Xây dựng; trước đó: Sở Giao thông vận tải"; "" of one that has kept its name.
static bool load_names(View *view, Err *err)
{
	BodyScreen *screen = view->state;
	Vec names;
	vec_init(&names, sizeof(BodyName));
	bool ok = body_names(view->core, view->args.id, &view->arena, &names, err);
	screen->names = "";
	for (size_t i = 0; ok && names.len > 1 && i < names.len; i++) {
		const BodyName *name = vec_at(&names, i);
		screen->names = i + 1 < names.len ?
			view_printf(view, tr("%sTừ %s: %s%s%s%s; "), screen->names,
				view_day(view, name->from), name->name, *name->document ? " (" : "",
				name->document, *name->document ? ")" : "") :
			view_printf(view, tr("%strước đó: %s"), screen->names, name->name);
	}
	vec_release(&names);
	return ok;
}

static bool load(View *view, Err *err)
{
	BodyScreen *screen = view->state;
	LeafFilter filter = { .body_id = view->args.id };
	vec_clear(&screen->leaves);
	vec_clear(&screen->before);
	vec_clear(&screen->after);
	view->place = (Place){ 0 };
	view->thing = (Thing){ NOUN_BODY, view->args.id };
	if (!body_get(view->core, view->args.id, &view->arena, &screen->body, err) ||
		!body_load_led(view->core, &screen->body, err) ||
		!body_predecessors(view->core, view->args.id, &view->arena, &screen->before, err) ||
		!body_successors(view->core, view->args.id, &view->arena, &screen->after, err) ||
		!leaf_list(view->core, &filter, &view->arena, &screen->leaves, err) ||
		!load_head(view, err) || !load_names(view, err))
		return false;
	list_set_count(&screen->list, (int)screen->leaves.len);
	view->title = screen->body.name;
	view->note = screen->body.ended ?
		tr("F7 kế thừa · Enter mở · F9 các việc khác") :
		tr("Enter mở · Space chọn · F4 cập nhật · F5 lọc, ví dụ “quá hạn”");
	return true;
}

static List *list_of(View *view)
{
	BodyScreen *screen = view->state;
	return &screen->list;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const BodyScreen *screen = ((const View *)opaque)->state;
	const Leaf *leaf = vec_at(&screen->leaves, (size_t)index);
	draw_leaf(canvas, rect, leaf, leaf->place_title);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	BodyScreen *screen = view->state;
	const Body *body = &screen->body;
	int row = 0;
	canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2, STYLE_PLAIN, screen->head);
	if (*screen->kin)
		canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2,
			body->ended ? STYLE_WARN : STYLE_PLAIN, screen->kin);
	if (*screen->names)
		canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2, STYLE_PLAIN, screen->names);
	canvas_textf(canvas, rect, row++, 1, body->late ? STYLE_WARN : STYLE_PLAIN,
		tr("Chủ trì %d việc, %d chưa xong, %d quá hạn"), screen->list.count, body->open, body->late);
	draw_leaf_head(canvas, rect, row++, true);
	Rect area = { .row = rect.row + row, .col = rect.col, .rows = rect.rows - row,
		.cols = rect.cols };
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text(canvas, rect, row, LIST_MARGIN, STYLE_DIM, tr("Cơ quan này không chủ trì việc nào."));
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có nhiệm vụ nào được chọn."));
}

static int64_t row_id(const View *view, int index)
{
	const BodyScreen *screen = view->state;
	return ((const Leaf *)vec_at(&screen->leaves, (size_t)index))->leaf_id;
}

static bool open_row(View *view, Err *err)
{
	const BodyScreen *screen = view->state;
	ViewArgs args = { .id = row_id(view, screen->list.selected) };
	return app_open(view->app, &leaf_view, &args, err);
}

// Succession --------------------------------------------------------------------------------------

static bool has_kin(View *view, Err *err)
{
	const BodyScreen *screen = view->state;
	return screen->before.len || screen->after.len ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Cơ quan này không kế thừa cơ quan nào, và còn đến nay."));
}

// Where there is but one, one goes to it at once.
static bool open_kin(View *view, Err *err)
{
	const BodyScreen *screen = view->state;
	ViewArgs args = { .id = view->args.id, .other_id = SUCCESSION_OF_BODY };
	if (screen->before.len + screen->after.len != 1)
		return app_open(view->app, &succession_view, &args, err);
	const Vec *only = screen->after.len ? &screen->after : &screen->before;
	args = (ViewArgs){ .id = ((const Body *)vec_at(only, 0))->id };
	return app_open(view->app, &body_view, &args, err);
}

static bool pick_heir(View *form, Vec *out, Err *err)
{
	Vec heirs;
	vec_init(&heirs, sizeof(Body));
	bool ok = body_successors(form->core, form->args.id, &form->arena, &heirs, err);
	for (size_t i = 0; ok && i < heirs.len; i++) {
		const Body *heir = vec_at(&heirs, i);
		*(Candidate *)vec_push(out) = (Candidate){ heir->id, heir->name };
	}
	vec_release(&heirs);
	return ok;
}

static const Field spread_fields[] = {
	{ .name = "to", .label = N_("Giao cho"), .kind = FIELD_PICK, .candidates = pick_heir,
		.hint = N_("Một trong các cơ quan kế thừa. Ctrl+S để giao mọi việc còn mở.") },
	{ 0 },
};

static bool fill_spread(View *form, Err *err)
{
	const BodyScreen *screen = form->below->state;
	(void)err;
	form_set_head(form, view_printf(form, tr("%s: %d việc còn mở. Lời văn bản và báo cáo cũ giữ nguyên."),
				    screen->body.name, screen->body.open));
	if (screen->after.len == 1)
		form_set_pick(form, "to", ((const Body *)vec_at(&screen->after, 0))->id);
	return true;
}

static bool submit_spread(View *form, Err *err)
{
	BodySpread spread;
	if (!body_spread(form->core, form->args.id, form_pick(form, "to"), &spread, err))
		return false;
	if (!spread.shared)
		app_say(form->app, tr("Đã giao %d việc cho cơ quan kế thừa. F8 hoàn tác."), spread.made);
	else if (spread.made)
		app_say(form->app, tr("Đã giao %d việc (F8 hoàn tác). %d việc có nhiều cơ quan chủ trì thì sửa ô Chủ trì ở nhiệm vụ."),
			spread.made, spread.shared);
	else
		app_say(form->app, tr("Chưa giao việc nào: %d việc có nhiều cơ quan chủ trì thì sửa ô Chủ trì ở nhiệm vụ."),
			spread.shared);
	return true;
}

static const FormSpec spread_form = {
	.title = N_("Giao việc cho cơ quan kế thừa"),
	.fields = spread_fields,
	.fill = fill_spread,
	.submit = submit_spread,
	.need = RIGHT_DIRECT,
};

static bool has_left(View *view, Err *err)
{
	const BodyScreen *screen = view->state;
	if (!screen->body.ended)
		return err_set(err, ERR_INVALID, "%s", tr("Cơ quan này chưa kết thúc."));
	if (!screen->after.len)
		return err_set(err, ERR_INVALID, "%s", tr("Cơ quan này không có cơ quan kế thừa."));
	return screen->body.open || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn việc nào phải giao tiếp."));
}

static bool spread(View *view, Err *err)
{
	ViewArgs args = { .id = view->args.id };
	return form_open(view->app, &spread_form, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ đang chọn."), has_row, open_row },
	{ "progress-record", N_("Cập nhật tiến độ"), "F4 F2", N_("Sửa"), RIGHT_READ,
		N_("Ghi tiến độ của mọi việc đã chọn, hay việc đang đứng."), leaf_may_record, leaf_record },
	{ "succession", N_("Cơ quan trước, cơ quan kế thừa"), "F7", NULL, RIGHT_READ,
		N_("Đi tới cơ quan kế thừa, hoặc cơ quan mà nó kế thừa."), has_kin, open_kin },
	{ "body-spread", N_("Giao việc còn mở cho cơ quan kế thừa"), "", NULL, RIGHT_DIRECT,
		N_("Việc chưa xong do cơ quan kế thừa chủ trì; lời văn bản và báo cáo cũ giữ nguyên."), has_left,
		spread },
	{ 0 },
};

const ViewOps body_view = {
	.name = "body",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(BodyScreen),
	.ops = ops,
	.row_ops = leaf_ops,
	.row_id = row_id,
	.open = open_body,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_body,
};
