// SPDX-License-Identifier: MIT
// The bodies: what each leads that is not done, and those that have ended, with who follows them.
#include "tui/views.h"

#include "base/tr.h"
#include "core/body.h"
#include "tui/form.h"
#include "tui/views/forms.h"
#include "tui/views/prose_draw.h"

typedef struct {
	Body body;
	const char *beside; // its code; "đến 30/06/2025 → Ban TGDV" of one that has ended
} BodyRow;

typedef struct {
	Vec rows; // of BodyRow: those of the day, then those that have ended
	List list;
} BodiesScreen;

static bool open_bodies(View *view, Err *err)
{
	BodiesScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows, sizeof(BodyRow));
	return true;
}

static void close_bodies(View *view)
{
	BodiesScreen *screen = view->state;
	vec_release(&screen->rows);
}

static bool load_beside(View *view, BodyRow *row, Err *err)
{
	Vec heirs;
	row->beside = row->body.code;
	if (!row->body.ended)
		return true;
	vec_init(&heirs, sizeof(Body));
	bool ok = body_successors(view->core, row->body.id, &view->arena, &heirs, err);
	row->beside = view_printf(view, tr("đến %s"), view_day(view, row->body.to));
	for (size_t i = 0; i < heirs.len; i++)
		row->beside = view_printf(view, "%s%s%s", row->beside, i ? ", " : " → ",
			((const Body *)vec_at(&heirs, i))->short_name);
	vec_release(&heirs);
	return ok;
}

static bool load(View *view, Err *err)
{
	BodiesScreen *screen = view->state;
	Vec bodies;
	vec_clear(&screen->rows);
	vec_init(&bodies, sizeof(Body));
	bool ok = body_list(view->core, &view->arena, &bodies, err) &&
		  body_list_ended(view->core, &view->arena, &bodies, err);
	for (size_t i = 0; ok && i < bodies.len; i++) {
		BodyRow *row = vec_push(&screen->rows);
		*row = (BodyRow){ .body = *(const Body *)vec_at(&bodies, i), .beside = "" };
		ok = body_load_led(view->core, &row->body, err) &&
		     load_beside(view, row, err);
	}
	vec_release(&bodies);
	list_set_count(&screen->list, (int)screen->rows.len);
	view->place = (Place){ 0 };
	view->title = tr("Cơ quan");
	view->note = tr("Enter mở: việc chủ trì, tên qua các thời kỳ, nơi kế thừa · F2 thêm");
	return ok;
}

static int64_t row_key(const View *view, int index)
{
	return ((const BodyRow *)vec_at(&((const BodiesScreen *)view->state)->rows, (size_t)index))->body.id;
}

static List *list_of(View *view)
{
	BodiesScreen *screen = view->state;
	return &screen->list;
}

static int name_cols(int cols)
{
	return cols >= 100 ? 50 : cols >= 70 ? 40 : cols - 18;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const BodiesScreen *screen = ((const View *)opaque)->state;
	const BodyRow *row = vec_at(&screen->rows, (size_t)index);
	const Body *body = &row->body;
	int name = name_cols(rect.cols);
	Style style = body->ended ? STYLE_DIM : STYLE_PLAIN;
	canvas_text_clip(canvas, rect, 0, 0, name - 1, style, body->name);
	canvas_textf(canvas, rect, 0, name, style, "%4d", body->open);
	if (body->late)
		canvas_textf(canvas, rect, 0, name + 6, STYLE_LATE, "! %d", body->late);
	else
		canvas_text(canvas, rect, 0, name + 6, STYLE_DIM, "-");
	if (rect.cols >= 70)
		canvas_text_clip(canvas, rect, 0, name + 13, rect.cols - name - 13,
			body->ended && body->open ? STYLE_WARN : style,
			row->beside);
	else if (body->ended)
		canvas_text(canvas, rect, 0, name + 11, STYLE_DIM, tr("đã hết"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	BodiesScreen *screen = view->state;
	Rect head = { .row = rect.row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Rect area = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	int name = name_cols(head.cols);
	canvas_text(canvas, head, 0, 0, STYLE_DIM, tr("CƠ QUAN"));
	canvas_text(canvas, head, 0, name, STYLE_DIM, tr("CÒN"));
	canvas_text(canvas, head, 0, name + 6, STYLE_DIM, tr("QUÁ"));
	if (head.cols >= 70)
		canvas_text(canvas, head, 0, name + 13, STYLE_DIM, tr("MÃ, KẾ THỪA"));
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM, tr("Chưa có cơ quan nào; F2 để thêm."));
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có cơ quan nào."));
}

static bool open_row(View *view, Err *err)
{
	const BodiesScreen *screen = view->state;
	const BodyRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	ViewArgs args = { .id = row->body.id };
	return app_open(view->app, &body_view, &args, err);
}

// A new one ---------------------------------------------------------------------------------------

static const Field add_fields[] = {
	{ .name = "name", .label = N_("Tên"), .kind = FIELD_LINE,
		.hint = N_("Đủ tên, ví dụ: Ban Dân vận Tỉnh ủy.") },
	{ .name = "short", .label = N_("Tên gọn"), .kind = FIELD_LINE,
		.hint = N_("Ghi trong bảng; để trống là cả tên.") },
	{ .name = "code", .label = N_("Mã"), .kind = FIELD_LINE, .code = true,
		.hint = N_("Chữ thường không dấu, chữ số và “-”; không cấp lại.") },
	{ 0 },
};

static bool submit_add(View *form, Err *err)
{
	Body body = { .code = form_text(form, "code"), .name = form_text(form, "name"),
		.short_name = form_text(form, "short") };
	return body_add(form->core, &body, err);
}

const FormSpec body_add_form = {
	.name = "body-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm cơ quan"),
	.fields = add_fields,
	.submit = submit_add,
	.done = N_("Đã thêm cơ quan. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

static bool add(View *view, Err *err)
{
	return form_open(view->app, &body_add_form, NULL, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Việc cơ quan chủ trì, tên, nơi kế thừa."), has_row,
		open_row },
	{ "body-add", N_("Thêm cơ quan"), "F2", N_("Thêm"), RIGHT_DIRECT,
		N_("Tên, tên gọn và mã. Đổi tên, sáp nhập, kết thúc thì ghi theo ngày: regions apply."), NULL,
		add },
	{ 0 },
};

const ViewOps bodies_view = {
	.name = "bodies",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(BodiesScreen),
	.ops = ops,
	.open = open_bodies,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_bodies,
};
