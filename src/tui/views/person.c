// SPDX-License-Identifier: MIT
// A person: post and contact, what he is, was and will be assigned to, and what of it is open.
#include "tui/views.h"

#include "base/tr.h"
#include "core/handover.h"
#include "core/role.h"
#include "core/task.h"
#include "tui/thing.h"
#include "tui/views/figures_draw.h"
#include "tui/views/person_screen.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <string.h>

enum { PANE_ASSIGNMENTS, PANE_WORKS, PANES };
enum { FACTS_MAX = 5, LABEL = 13 };

typedef struct {
	Assignment assignment;
	const char *target, *when; // when: "đang phụ trách", "đến 14/12/2021"
	Style style;
} AssignmentRow;

typedef struct {
	const char *label, *text;
} Fact;

typedef struct {
	Person person;
	Vec rows;  // of AssignmentRow
	Vec works; // of Work
	Fact facts[FACTS_MAX];
	int facts_n;
	List lists[PANES];
	Rect tabs[PANES];
} PersonScreen;

static bool open_view(View *view, Err *err)
{
	PersonScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows, sizeof(AssignmentRow));
	vec_init(&screen->works, sizeof(Work));
	return true;
}

static void close_view(View *view)
{
	PersonScreen *screen = view->state;
	vec_release(&screen->rows);
	vec_release(&screen->works);
}

void person_show_works(View *view)
{
	view->pane = PANE_WORKS;
}

// Loading ----------------------------------------------------------------------------------------

static void add_fact(PersonScreen *screen, const char *label, const char *text)
{
	if (*text)
		screen->facts[screen->facts_n++] = (Fact){ label, text };
}

static const char *role_words(View *view, unsigned roles)
{
	const char *words = "";
	for (const Role *role = role_list; *role; role++)
		if (roles & *role)
			words = view_printf(view, "%s%s%s", words, *words ? ", " : "", role_name(*role));
	return words;
}

static const char *days_words(View *view, const char *from, const char *to)
{
	const char *begun = *from ? view_printf(view, tr("từ %s"), view_day(view, from)) : "";
	if (!*to)
		return begun;
	return view_printf(view, "%s%s%s", begun, *begun ? " " : "",
		view_printf(view, tr("đến %s"), view_day(view, to)));
}

static bool add_facts(View *view, Err *err)
{
	PersonScreen *screen = view->state;
	const Person *person = &screen->person;
	const char *place = "", *code;
	if (person->district_id &&
		!place_name(view->core, (Place){ .district_id = person->district_id }, &view->arena, &place,
			&code, err))
		return false;
	screen->facts_n = 0;
	add_fact(screen, tr("Chức vụ"), person->post);
	add_fact(screen, tr("Nơi công tác"), place);
	add_fact(screen, tr("Điện thoại"), person->phone);
	add_fact(screen, tr("Giữ chức vụ"), days_words(view, person->from, person->to));
	add_fact(screen, tr("Vai"),
		*person->login ? view_printf(view, "%s (%s)", role_words(view, person->roles), person->login) :
				 "");
	return true;
}

static void describe(View *view, AssignmentRow *row)
{
	char today[11];
	const Assignment *assignment = &row->assignment;
	core_day_iso(view->core, today);
	row->when = days_words(view, assignment->from, assignment->to);
	row->style = STYLE_PLAIN;
	if (strcmp(assignment->from, today) > 0)
		row->when = view_printf(view, tr("%s (sắp tới)"), row->when);
	if (*assignment->to && strcmp(assignment->to, today) < 0)
		row->style = STYLE_DIM;
}

static const char *target_words(View *view, const Assignment *assignment, const char *target)
{
	const char *format = assignment->member_id ? tr("giúp đ/c %s") :
			     assignment->stand_in ? tr("giao thay: %s") : "%s";
	return view_printf(view, format, target);
}

static bool load_assignments(View *view, Err *err)
{
	PersonScreen *screen = view->state;
	Vec all;
	vec_init(&all, sizeof(Assignment));
	bool ok = assignment_of_person_ever(view->core, view->args.id, &view->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const char *target = "";
		AssignmentRow *row = vec_push(&screen->rows);
		*row = (AssignmentRow){ .assignment = *(const Assignment *)vec_at(&all, i) };
		ok = assignment_target(view->core, &row->assignment, &view->arena, &target, err);
		row->target = target_words(view, &row->assignment, target);
		describe(view, row);
	}
	vec_release(&all);
	return ok;
}

// Who takes over from a day to come sees what will wait then.
static const char *day_of_works(View *view)
{
	char today[11];
	const PersonScreen *screen = view->state;
	const char *newest = screen->rows.len ?
		((const AssignmentRow *)vec_at(&screen->rows, 0))->assignment.from : "";
	core_day_iso(view->core, today);
	return strcmp(newest, today) > 0 ? newest : "";
}

static bool load(View *view, Err *err)
{
	PersonScreen *screen = view->state;
	WorkOf of = { .person_id = view->args.id };
	vec_clear(&screen->rows);
	vec_clear(&screen->works);
	if (!person_get(view->core, view->args.id, &view->arena, &screen->person, err) ||
		!add_facts(view, err) || !load_assignments(view, err) ||
		!work_list(view->core, &of, day_of_works(view), &view->arena, &screen->works, err))
		return false;
	list_set_count(&screen->lists[PANE_ASSIGNMENTS], (int)screen->rows.len);
	list_set_count(&screen->lists[PANE_WORKS], (int)screen->works.len);
	view->title = person_title(&view->arena, screen->person.name, "");
	view->place = (Place){ 0 };
	view->thing = (Thing){ NOUN_PERSON, view->args.id };
	view->note = tr("Enter mở · Tab sang phần khác · F9 bàn giao");
	return true;
}

static List *list_of(View *view)
{
	PersonScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static const AssignmentRow *row_at(const View *view, int index)
{
	return vec_at(&((const PersonScreen *)view->state)->rows, (size_t)index);
}

static const Work *work_at(const View *view, int index)
{
	return vec_at(&((const PersonScreen *)view->state)->works, (size_t)index);
}

static int64_t row_key(const View *view, int index)
{
	return view->pane == PANE_WORKS ? work_at(view, index)->thing.id :
					  row_at(view, index)->assignment.id;
}

// Drawing ----------------------------------------------------------------------------------------

static void draw_assignment(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const AssignmentRow *row = row_at(opaque, index);
	int when = rect.cols >= 90 ? 40 : 28, document = rect.cols >= 60 ? when + 33 : rect.cols;
	canvas_text_clip(canvas, rect, 0, 0, when - 1, row->style, row->target);
	canvas_text_clip(canvas, rect, 0, when, document - when - 1, row->style, row->when);
	canvas_text_clip(canvas, rect, 0, document, rect.cols - document, STYLE_DIM,
		row->assignment.document);
}

static void draw_work(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const Work *work = work_at(opaque, index);
	int state = rect.cols >= 90 ? 50 : rect.cols / 2 + 3, names = rect.cols >= 90 ? state + 24 : rect.cols;
	canvas_text_clip(canvas, rect, 0, 0, state - 1, STYLE_PLAIN, work->title);
	canvas_text_clip(canvas, rect, 0, state, names - state - 1, STYLE_PLAIN, work->state);
	canvas_text_clip(canvas, rect, 0, names, rect.cols - names, STYLE_DIM, work->names);
}

static const struct {
	const char *title, *empty;
	ListRow *row;
} panes[PANES] = {
	[PANE_ASSIGNMENTS] = { N_("Phân công"), N_("Chưa được phân công gì."), draw_assignment },
	[PANE_WORKS] = { N_("Còn mở"), N_("Không có việc nào còn mở."), draw_work },
};

static void draw_tabs(const View *view, Canvas *canvas, Rect rect, int row)
{
	PersonScreen *screen = view->state;
	int col = 1;
	for (int pane = 0; pane < PANES; pane++) {
		bool here = pane == view->pane;
		int start = col;
		col += canvas_textf(canvas, rect, row, col, here ? STYLE_TITLE : STYLE_PLAIN,
			here ? "[%s %d]" : " %s %d ", tr(panes[pane].title), screen->lists[pane].count);
		screen->tabs[pane] = (Rect){ .row = rect.row + row, .col = rect.col + start, .rows = 1,
			.cols = col - start };
	}
	canvas_text_right(canvas, rect, row, rect.cols - 1, STYLE_DIM, "Tab");
}

static int draw_facts(const PersonScreen *screen, Canvas *canvas, Rect rect)
{
	int row = 0;
	for (int i = 0; i < screen->facts_n && row < rect.rows - 4; i++, row++) {
		canvas_text(canvas, rect, row, 1, STYLE_DIM, screen->facts[i].label);
		canvas_text_clip(canvas, rect, row, LABEL + 1, rect.cols - LABEL - 2, STYLE_PLAIN,
			screen->facts[i].text);
	}
	return row;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	PersonScreen *screen = view->state;
	List *list = &screen->lists[view->pane];
	int top = draw_facts(screen, canvas, rect);
	canvas_hline(canvas, rect, top, 0, rect.cols, STYLE_DIM);
	draw_tabs(view, canvas, rect, top + 1);
	Rect area = { .row = rect.row + top + 2, .col = rect.col, .rows = rect.rows - top - 2,
		.cols = rect.cols };
	list_draw(list, canvas, area, LIST_FOCUSED, panes[view->pane].row, view);
	if (!list->count)
		canvas_text(canvas, area, 0, LIST_MARGIN, STYLE_DIM, tr(panes[view->pane].empty));
}

static int pane_at(View *view, int row, int col)
{
	const PersonScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++) {
		const Rect *tab = &screen->tabs[pane];
		if (tab->rows && row == tab->row && col >= tab->col && col < tab->col + tab->cols)
			return pane;
	}
	return -1;
}

// Operations -------------------------------------------------------------------------------------

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static Thing target_of(const Assignment *assignment)
{
	if (assignment->region_id)
		return (Thing){ NOUN_REGION, assignment->region_id };
	if (assignment->district_id)
		return (Thing){ NOUN_DISTRICT, assignment->district_id };
	return (Thing){ NOUN_PERSON, assignment->member_id };
}

static bool open_row(View *view, Err *err)
{
	int index = list_of(view)->selected;
	Thing thing = view->pane == PANE_WORKS ? work_at(view, index)->thing :
						 target_of(&row_at(view, index)->assignment);
	return thing_open(view->app, thing, err);
}

static bool assign(View *view, Err *err)
{
	return assign_form_open(view->app, 0, view->args.id, err);
}

static bool edit(View *view, Err *err)
{
	return person_edit_open(view->app, view->args.id, err);
}

static bool on_assignment(View *view, Err *err)
{
	if (view->pane == PANE_ASSIGNMENTS && list_of(view)->count)
		return true;
	return err_set(err, ERR_INVALID, "%s", tr("Chọn một dòng ở phần Phân công (Tab) trước."));
}

static bool end(View *view, Err *err)
{
	return assignment_end_open(view->app, row_at(view, list_of(view)->selected)->assignment.id, err);
}

static bool has_any(View *view, Err *err)
{
	const PersonScreen *screen = view->state;
	return screen->rows.len || err_set(err, ERR_NOT_FOUND, "%s", tr("Đồng chí này không có phân công nào để giao."));
}

static bool hand_over(View *view, Err *err)
{
	return handover_form_open(view->app, view->args.id, 0, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Nơi được giao, hay việc còn mở, đang chọn."), has_row,
		open_row },
	{ "assign", N_("Phân công một đồng chí"), "F2", N_("Thêm"), RIGHT_DIRECT, N_("Giao cho đồng chí này một việc."), NULL,
		assign },
	{ "person-edit", N_("Sửa chức vụ, liên hệ"), "F4", N_("Sửa"), RIGHT_ADMINISTER,
		N_("Chức vụ, điện thoại, thứ tự lễ tân, nơi công tác."), NULL, edit },
	{ "assignment-end", N_("Kết thúc phân công"), "", NULL, RIGHT_DIRECT,
		N_("Ghi ngày cuối của phân công đang chọn."), on_assignment, end },
	{ "handover", N_("Bàn giao"), "", NULL, RIGHT_DIRECT,
		N_("Giao tất cả cho người khác, trong một thay đổi; việc còn mở ở phần Còn mở được chuyển."),
		has_any, hand_over },
	{ 0 },
};

const ViewOps person_view = {
	.name = "person",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(PersonScreen),
	.ops = ops,
	.open = open_view,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_view,
};
