// SPDX-License-Identifier: MIT
// Handing over: a form, and over it the plan of what will change and what stays open, to be agreed to.
#include "tui/views/person_screen.h"

#include "base/tr.h"
#include "core/handover.h"
#include "tui/form.h"
#include "tui/pager.h"
#include "tui/views.h"
#include "tui/views/forms.h"
#include "tui/views/prose_draw.h"

// Handing over ------------------------------------------------------------------------------------

static const Field handover_fields[] = {
	{ .name = "successor",
		.label = N_("Người nhận"),
		.kind = FIELD_PICK,
		.candidates = pick_person,
		.hint = N_("Gõ vài chữ của họ tên hoặc chức vụ, không dấu cũng được.") },
	{ .name = "from",
		.label = N_("Từ ngày"),
		.kind = FIELD_DATE,
		.hint = N_("Ngày đầu của người nhận; hôm trước là ngày cuối của người giao.") },
	{ .name = "document", .label = N_("Văn bản"), .kind = FIELD_LINE,
		.hint = N_("Ví dụ QĐ số 512-QĐ/TU, ngày 10/12/2021; có thể để trống.") },
	{ 0 },
};

static bool fill_handover(View *form, Err *err)
{
	char today[11];
	(void)err;
	core_today_iso(form->core, today);
	form->place = (Place){ 0 };
	form_set(form, "from", today);
	return true;
}

static bool read_handover(View *form, char from[11], Handover *out, Err *err)
{
	Assignment one = { .id = 0 };
	if (form->args.other_id &&
		!assignment_get(form->core, form->args.other_id, &form->arena, &one, err))
		return false;
	out->from = (WorkOf){ form->args.id, { one.region_id, one.district_id }, one.member_id };
	out->document = form_text(form, "document");
	out->first_day = from;
	out->successor_id = form_pick(form, "successor");
	if (!out->successor_id) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa chọn đồng chí."));
		return err_field(err, "successor");
	}
	return form_date(form, "from", from, err);
}

static bool submit_handover(View *form, Err *err)
{
	char from[11];
	Handover handover;
	if (!read_handover(form, from, &handover, err) || !handover_run(form->core, &handover, err))
		return false;
	form->args.id = handover.successor_id;
	return true;
}

// The plan --------------------------------------------------------------------------------------

typedef struct {
	Pager pager;
} PlanState;

static const char *name_of(View *view, int64_t person_id)
{
	Person person;
	Err ignored = ERR_INIT;
	return person_get(view->core, person_id, &view->arena, &person, &ignored) ? person.name : "";
}

static const char *days_of(View *view, const Assignment *assignment)
{
	const char *from = view_printf(view, tr("từ %s"), view_day(view, assignment->from));
	if (!*assignment->to)
		return from;
	return view_printf(view, "%s %s", from, view_printf(view, tr("đến %s"), view_day(view, assignment->to)));
}

static bool add_assignments(View *view, const Vec *assignments, Err *err)
{
	PlanState *state = view->state;
	pager_add(&state->pager, STYLE_TITLE, 1, NULL, tr("PHÂN CÔNG SẼ ĐỔI"));
	for (size_t i = 0; i < assignments->len; i++) {
		const char *target = "";
		const Assignment *each = vec_at(assignments, i);
		if (!assignment_target(view->core, each, &view->arena, &target, err))
			return false;
		pager_add(&state->pager, STYLE_PLAIN, 3, NULL,
			view_printf(view, tr("%s: đ/c %s, %s"), target, name_of(view, each->person_id),
				days_of(view, each)));
	}
	return true;
}

// Those that pass and those that do not, under a heading each.
static void add_works(View *view, const Vec *works, bool pass, const char *title)
{
	PlanState *state = view->state;
	bool any = false;
	for (size_t i = 0; i < works->len; i++) {
		const Work *work = vec_at(works, i);
		if (work->passes != pass)
			continue;
		if (!any) {
			pager_space(&state->pager);
			pager_add(&state->pager, STYLE_TITLE, 1, NULL, title);
		}
		any = true;
		pager_add(&state->pager, STYLE_PLAIN, 3, NULL,
			view_printf(view, "%s: %s%s%s", work->title, work->state, *work->names ? "; " : "",
				work->names));
	}
}

// Of what stands in the form below, which is not changed while this is open.
static bool load_plan(View *view, Err *err)
{
	PlanState *state = view->state;
	char from[11];
	Handover handover;
	Vec assignments, works;
	vec_init(&assignments, sizeof(Assignment));
	vec_init(&works, sizeof(Work));
	pager_clear(&state->pager);
	bool ok = read_handover(view->below, from, &handover, err) &&
		  handover_plan(view->core, &handover, &view->arena, &assignments, &works, err) &&
		  add_assignments(view, &assignments, err);
	if (ok) {
		add_works(view, &works, true, tr("CHUYỂN CHO NGƯỜI NHẬN"));
		add_works(view, &works, false, tr("CÒN MỞ, GIỮ TÊN; NGƯỜI NHẬN LÀM TIẾP"));
	}
	view->note = tr("Ctrl+S bàn giao · PgUp PgDn cuộn · Esc xem lại");
	vec_release(&assignments);
	vec_release(&works);
	return ok;
}

static bool open_plan(View *view, Err *err)
{
	PlanState *state = view->state;
	(void)err;
	pager_init(&state->pager);
	return true;
}

static void close_plan(View *view)
{
	PlanState *state = view->state;
	pager_release(&state->pager);
}

static void draw_plan(const View *view, Canvas *canvas, Rect rect)
{
	PlanState *state = view->state;
	Rect body = { .row = rect.row + 2, .col = rect.col, .rows = rect.rows - 2, .cols = rect.cols - 1 };
	canvas_fill(canvas, rect, STYLE_PLAIN, ' ');
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_TITLE,
		tr("BÀN GIAO: xem trước, chưa ghi gì"));
	pager_draw(&state->pager, canvas, body);
}

static bool agree(View *view, Err *err)
{
	App *app = view->app;
	app_back(app);
	return form_go_on(app_top(app), err);
}

static bool scroll_up(View *view, Err *err)
{
	PlanState *state = view->state;
	(void)err;
	pager_page(&state->pager, -1);
	return true;
}

static bool scroll_down(View *view, Err *err)
{
	PlanState *state = view->state;
	(void)err;
	pager_page(&state->pager, 1);
	return true;
}

static const Op ops[] = {
	{ "handover-agree", N_("Bàn giao"), "Ctrl+S", NULL, RIGHT_DIRECT,
		N_("Làm những gì đang xem, trong một thay đổi."), NULL, agree },
	{ "handover-up", N_("Cuộn lên"), "PgUp", NULL, RIGHT_READ, N_("Xem phần trên."), NULL,
		scroll_up },
	{ "handover-down", N_("Cuộn xuống"), "PgDn", NULL, RIGHT_READ, N_("Xem phần dưới."), NULL,
		scroll_down },
	{ 0 },
};

const ViewOps handover_plan_view = {
	.name = "handover-plan",
	.kind = VIEW_POPUP,
	.state_size = sizeof(PlanState),
	.ops = ops,
	.open = open_plan,
	.load = load_plan,
	.draw = draw_plan,
	.close = close_plan,
};

// What cannot be done is said beside its field.
static bool handover_plan_open(View *form, Err *err)
{
	return app_open(form->app, &handover_plan_view, &(ViewArgs){ 0 }, err);
}

// The form, below ---------------------------------------------------------------------------------

// What has been passed on is read where it now stands: with the successor.
static bool show_successor(App *app, const ViewArgs *args, Err *err)
{
	ViewArgs person = { .id = args->id };
	if (!app_open(app, &person_view, &person, err))
		return false;
	person_show_works(app_top(app));
	return true;
}

const FormSpec handover_form = {
	.name = "handover",
	.stale = FORM_ADDS,
	.title = N_("Bàn giao"),
	.fields = handover_fields,
	.fill = fill_handover,
	.confirm = handover_plan_open,
	.submit = submit_handover,
	.after = show_successor,
	.done = N_("Đã bàn giao; dưới đây là việc còn mở của người nhận. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool handover_form_open(App *app, int64_t person_id, int64_t assignment_id, Err *err)
{
	ViewArgs args = { .id = person_id, .other_id = assignment_id };
	return form_open(app, &handover_form, &args, err);
}
