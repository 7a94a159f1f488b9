// SPDX-License-Identifier: MIT
// Who is in charge of what on a day: every region and district, those without anybody first, then
// the secretaries with whom they serve.
#include "tui/views.h"

#include "base/tr.h"
#include "core/charge.h"
#include "tui/views/figures_draw.h"
#include "tui/views/forms.h"
#include "tui/views/person_screen.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	Vec rows; // of Charge
	List list;
	int empty;
	const char *head;
} AssignmentsScreen;

static bool open_assignments(View *view, Err *err)
{
	AssignmentsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows, sizeof(Charge));
	return true;
}

static void close_assignments(View *view)
{
	AssignmentsScreen *screen = view->state;
	vec_release(&screen->rows);
}

// Those without anybody first; all else as it stands in the list.
static void take(AssignmentsScreen *screen, const Vec *charges, bool empty)
{
	for (size_t i = 0; i < charges->len; i++) {
		const Charge *charge = vec_at(charges, i);
		if (!charge->assignment.id == empty)
			*(Charge *)vec_push(&screen->rows) = *charge;
	}
}

static const char *day_of(View *view)
{
	char today[11];
	core_day_iso(view->core, today);
	return *view->args.code ? view->args.code : arena_strdup(&view->arena, today);
}

static bool load(View *view, Err *err)
{
	AssignmentsScreen *screen = view->state;
	Vec charges;
	vec_clear(&screen->rows);
	vec_init(&charges, sizeof(Charge));
	bool ok = charge_list(view->core, view->args.code, &view->arena, &charges, err);
	take(screen, &charges, true);
	screen->empty = (int)screen->rows.len;
	take(screen, &charges, false);
	vec_release(&charges);
	list_set_count(&screen->list, (int)screen->rows.len);
	view->title = tr("Phân công");
	view->place = (Place){ 0 };
	view->thing = (Thing){ 0 };
	const char *day = view_day(view, day_of(view));
	screen->head = screen->empty ? view_printf(view, tr("Vào ngày %s: %d nơi chưa có ai phụ trách"), day, screen->empty) :
				       view_printf(view, tr("Vào ngày %s: nơi nào cũng có người phụ trách"), day);
	view->note = tr("Enter xem đồng chí · F6 chọn ngày · F9 bàn giao, kết thúc");
	return ok;
}

static List *list_of(View *view)
{
	AssignmentsScreen *screen = view->state;
	return &screen->list;
}

static const Charge *selected(const View *view)
{
	const AssignmentsScreen *screen = view->state;
	return vec_at(&screen->rows, (size_t)screen->list.selected);
}

static int64_t row_key(const View *view, int index)
{
	const AssignmentsScreen *screen = view->state;
	const Charge *charge = vec_at(&screen->rows, (size_t)index);
	if (charge->assignment.id)
		return charge->assignment.id;
	return charge->place.region_id ? charge->place.region_id : charge->place.district_id;
}

// Drawing ----------------------------------------------------------------------------------------

typedef struct {
	int person, from, document; // first columns; that of what does not fit is the width
} Columns;

static Columns columns_of(int cols)
{
	return (Columns){ .person = cols >= 90 ? 30 : 22, .from = cols >= 90 ? 72 : cols >= 60 ? 49 : cols,
		.document = cols >= 70 ? (cols >= 90 ? 84 : 61) : cols };
}

static const char *place_words(const Charge *charge, char *out, size_t size)
{
	const char *format = charge->assignment.member_id ? tr("giúp đ/c %s") :
			     charge->assignment.stand_in ? tr("  giao thay: %s") :
			     charge->place.district_id && charge->assignment.id ? "  %s" : "%s";
	snprintf(out, size, format, charge->title);
	return out;
}

static const char *person_words(const Charge *charge, int cols, char *out, size_t size)
{
	const Assignment *assignment = &charge->assignment;
	bool post = cols >= 90 && *assignment->post;
	if (!assignment->id)
		return tr("! chưa phân công");
	snprintf(out, size, "%s%s%s", assignment->name, post ? ", " : "", post ? assignment->post : "");
	return out;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const AssignmentsScreen *screen = ((const View *)opaque)->state;
	const Charge *charge = vec_at(&screen->rows, (size_t)index);
	const Assignment *assignment = &charge->assignment;
	Columns columns = columns_of(rect.cols);
	char title[160], person[240], from[11] = "";
	Date day;
	if (date_parse(assignment->from, &day))
		date_show(day, from);
	canvas_text_clip(canvas, rect, 0, 0, columns.person - 1, STYLE_PLAIN,
		place_words(charge, title, sizeof(title)));
	canvas_text_clip(canvas, rect, 0, columns.person, columns.from - columns.person - 1,
		assignment->id ? STYLE_PLAIN : STYLE_WARN, person_words(charge, rect.cols, person, sizeof(person)));
	canvas_text_clip(canvas, rect, 0, columns.from, rect.cols - columns.from, STYLE_DIM, from);
	canvas_text_clip(canvas, rect, 0, columns.document, rect.cols - columns.document, STYLE_DIM,
		assignment->document);
}

static void draw_head(Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Columns columns = columns_of(line.cols);
	canvas_text(canvas, line, 0, 0, STYLE_TITLE, tr("NƠI"));
	canvas_text_clip(canvas, line, 0, columns.person, columns.from - columns.person - 1, STYLE_DIM,
		tr("ĐỒNG CHÍ"));
	canvas_text_clip(canvas, line, 0, columns.from, line.cols - columns.from, STYLE_DIM, tr("TỪ NGÀY"));
	canvas_text_clip(canvas, line, 0, columns.document, line.cols - columns.document, STYLE_DIM,
		tr("VĂN BẢN"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	AssignmentsScreen *screen = view->state;
	Rect list = { .row = rect.row + 2, .col = rect.col, .rows = rect.rows - 2, .cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, screen->empty ? STYLE_WARN : STYLE_PLAIN,
		screen->head);
	draw_head(canvas, rect, 1);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (!screen->rows.len)
		canvas_text(canvas, list, 0, LIST_MARGIN, STYLE_DIM,
			tr("Chưa có vùng hay địa phương nào vào ngày này."));
}

// The day ----------------------------------------------------------------------------------------

static const Field day_fields[] = {
	{ .name = "day",
		.label = N_("Vào ngày"),
		.kind = FIELD_DATE,
		.hint = N_("Ví dụ 20/12, hôm nay; để trống là hôm nay.") },
	{ 0 },
};

static bool fill_day(View *form, Err *err)
{
	(void)err;
	form_set(form, "day", form->args.code);
	return true;
}

static bool submit_day(View *form, Err *err)
{
	char day[11];
	if (!form_date(form, "day", day, err))
		return false;
	snprintf(form->args.code, sizeof(form->args.code), "%s", day);
	return true;
}

static bool take_day(App *app, const ViewArgs *args, Err *err)
{
	View *view = app_top(app);
	(void)err;
	memcpy(view->args.code, args->code, sizeof(args->code));
	app_reload(app);
	return true;
}

static const FormSpec day_form = {
	.title = N_("Xem phân công vào ngày"),
	.fields = day_fields,
	.fill = fill_day,
	.submit = submit_day,
	.after = take_day,
	.need = RIGHT_READ,
};

// Operations -------------------------------------------------------------------------------------

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static bool open_person(View *view, Err *err)
{
	const Charge *charge = selected(view);
	ViewArgs args = { .id = charge->assignment.person_id };
	if (charge->assignment.id)
		return app_open(view->app, &person_view, &args, err);
	args.id = charge->place.region_id ? charge->place.region_id : charge->place.district_id;
	return app_open(view->app, charge->place.region_id ? &region_view : &district_view, &args, err);
}

static int64_t target_id(const Charge *charge)
{
	return charge->place.region_id	 ? charge->place.region_id :
	       charge->place.district_id ? charge->place.district_id :
					   charge->assignment.member_id;
}

static bool assign(View *view, Err *err)
{
	bool any = list_of(view)->count;
	return assign_form_open(view->app, any ? target_id(selected(view)) : 0, 0, err);
}

static bool has_assignment(View *view, Err *err)
{
	if (list_of(view)->count && selected(view)->assignment.id)
		return true;
	return err_set(err, ERR_NOT_FOUND, "%s", tr("Dòng này chưa phân công ai; F2 phân công."));
}

static bool end(View *view, Err *err)
{
	return assignment_end_open(view->app, selected(view)->assignment.id, err);
}

static bool hand_over(View *view, Err *err)
{
	const Assignment *assignment = &selected(view)->assignment;
	return handover_form_open(view->app, assignment->person_id, assignment->id, err);
}

static bool choose_day(View *view, Err *err)
{
	ViewArgs args = view->args;
	return form_open(view->app, &day_form, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ,
		N_("Đồng chí phụ trách; nơi chưa có ai thì chính nơi ấy."), has_row, open_person },
	{ "assign", N_("Phân công một đồng chí"), "F2", N_("Thêm"), RIGHT_DIRECT,
		N_("Giao nơi đang chọn cho một đồng chí, cũng để giao thay."), NULL, assign },
	{ "assignment-end", N_("Kết thúc phân công"), "F4", N_("Sửa"), RIGHT_DIRECT,
		N_("Ghi ngày cuối của phân công đang chọn."), has_assignment, end },
	{ "assignments-day", N_("Chọn ngày"), "F6", N_("Ngày"), RIGHT_READ,
		N_("Ai phụ trách vào một ngày khác, đã qua hay sắp tới."), NULL, choose_day },
	{ "handover", N_("Bàn giao"), "", NULL, RIGHT_DIRECT,
		N_("Người này thôi, người khác nhận, trong một thay đổi; việc còn mở được liệt kê và chuyển."),
		has_assignment, hand_over },
	{ 0 },
};

const ViewOps assignments_view = {
	.name = "assignments",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(AssignmentsScreen),
	.ops = ops,
	.open = open_assignments,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_assignments,
};
