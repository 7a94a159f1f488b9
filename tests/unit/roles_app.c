// SPDX-License-Identifier: MIT
#include "unit/roles_app.h"

#include "tui/app.h"
#include "tui/form_state.h"
#include "tui/grid.h"
#include "tui/op.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

App *roles_app_new(Core *core, const ViewOps *ops, const ViewArgs *args, Err *err)
{
	App *app = calloc(1, sizeof(*app));
	app->core = core;
	app->message = app->others = (Buf)BUF_INIT;
	app->arena = (Arena)ARENA_INIT;
	app->external_editor = "";
	app->drafts = drafts_open(core);
	if (app_open(app, ops, args, err))
		return app;
	roles_app_free(app);
	return NULL;
}

void roles_app_free(App *app)
{
	while (app->top) {
		View *view = app->top;
		app->top = view->below;
		view_free(view);
	}
	drafts_close(app->drafts);
	buf_release(&app->message);
	buf_release(&app->others);
	arena_release(&app->arena);
	free(app);
}

// Where -------------------------------------------------------------------------------------------

static List *list_of(View *view)
{
	return view->ops->list ? view->ops->list(view) : NULL;
}

// 0: it may; 1: the right alone is missing; 2: it could not be done by anybody.
static int judge(View *view, const Op *op, Err *err)
{
	Err other = ERR_INIT;
	if (op_check(view, op, err))
		return 0;
	return err->kind == ERR_DENIED && (!op->ready || op->ready(view, &other) || other.kind == ERR_DENIED)
		       ? 1
		       : 2;
}

typedef struct {
	int verdict, pane, row;
	Err err;
} Found;

static void try_row(View *view, const Op *op, int row, Found *best)
{
	Err err = ERR_INIT;
	int verdict = judge(view, op, &err);
	if (verdict < best->verdict)
		*best = (Found){ verdict, view->pane, row, err };
}

// What a row is about, by whichever of the two says it.
static int64_t row_of(View *view, int row)
{
	int64_t id = view->ops->row_id ? view->ops->row_id(view, row) : 0;
	return id || !view->ops->row_key ? id : view->ops->row_key(view, row);
}

static void try_pane(View *view, const Op *op, int64_t only, Found *best)
{
	List *list = list_of(view);
	int rows = list ? list->count : 0;
	if (!rows)
		try_row(view, op, -1, best);
	for (int row = 0; row < rows && best->verdict; row++) {
		list_select(list, row);
		if (!only || row_of(view, row) == only)
			try_row(view, op, row, best);
	}
	// Another pane's operation may go by this one's row.
	if (best->pane == view->pane && best->row >= 0)
		list_select(list, best->row);
}

bool roles_app_find(App *app, const Op *op, int64_t only, Err *err)
{
	View *view = app->top;
	Found best = { .verdict = 3, .row = -1 };
	int panes = view->ops->panes > 1 ? view->ops->panes : 1;
	for (int pane = 0; pane < panes && best.verdict; pane++) {
		view->pane = pane;
		try_pane(view, op, only, &best);
	}
	view->pane = best.pane;
	if (best.row >= 0)
		list_select(list_of(view), best.row);
	*err = best.err;
	return best.verdict == 0;
}

// Filling in ----------------------------------------------------------------------------------------

// By field's name ("=": as it is, "+": the second choice), and where a form has another idea of it, "form:field". The rest by its kind.
static const struct {
	const char *field, *text;
} texts[] = {
	{ "percent", "60" }, { "as_of", "22/11/2021" }, { "starts", "8:00" }, { "ends", "10:00" },
	{ "due", "31/12/2021" }, { "new_due", "31/3/2022" }, { "held_on", "1/12/2021" },
	{ "from", "1/12/2021" }, { "to", "31/12/2021" }, { "leads", "btg" }, { "lead", "btg" }, { "cooperating", "" },
	{ "review-approve:typed", "2021H2" }, { "districts", "kien-hai, tan-hiep" }, { "bodies", "" },
	{ "first", "31/12/2021" }, { "last", "" }, { "code", "zz" }, { "value", "7" }, { "scale", "0" },
	{ "number", "9" }, { "task-add:due", "" }, { "series-edit:first", "=" },
	{ "series-edit:districts", "=" }, { "indicator-edit:unit", "=" }, { "indicator-edit:scale", "=" },
	{ "numerator", "" }, { "denominator", "" }, { "reminder:on", "22/11/2021" }, { "conclusion-add:due", "" },
	{ "conclusion-add:body", "" }, { "paper_number", "99-BC/TU" }, { "rank", "30" }, { "words", "" },
	{ "phone", "0912" }, { "user-add:login", "moi" },
	{ "user-roles:login", "=" }, { "user-roles:office", "+" }, { "user-close:on", "23/11/2021" },
	{ "key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDPgktF4agUp9l4AAE/FAKgj7ZHNcnCj6euxb3EjdUnG m" }, { "guest", "Khách Mời" }, { "sort_name", "" }, { "rule", "0" }, { "date", "1/12/2021" },
};

static const char *text_for(const FormSpec *spec, const Field *field)
{
	char whole[80];
	const char *name = spec->name ? spec->name : "";
	snprintf(whole, sizeof(whole), "%s:%s", name, field->name);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
			if (strcmp(texts[i].field, pass ? field->name : whole) == 0)
				return texts[i].text;
	return field->kind == FIELD_DATE ? "1/12/2021" : field->kind == FIELD_NUMBER ? "5" : "Chữ khác";
}

static void fill_field(const FormSpec *spec, const Field *field, FieldState *state)
{
	const char *text = text_for(spec, field);
	if (strcmp(text, "+") == 0)
		state->choice = 1;
	if (field->kind == FIELD_CHOICE || strcmp(text, "=") == 0)
		return;
	if (field->kind != FIELD_PICK) {
		editor_set(state->editor, "");
		editor_insert(state->editor, text);
		return;
	}
	if (state->pick || !state->candidates.len || !*text)
		return;
	const Candidate *first = vec_at(&state->candidates, 0);
	state->pick = first->id;
	editor_set(state->editor, "");
	editor_insert(state->editor, first->text);
}

static void fill_form(View *view)
{
	FormState *state = view->state;
	for (int i = 0; i < state->fields_n; i++)
		fill_field(state->spec, &state->spec->fields[i], &state->fields[i]);
}

static void say_yes(View *view)
{
	list_select(list_of(view), 1);
}

static void type(View *view, const char *what)
{
	for (; *what; what++)
		view->ops->key(view, (Key){ .code = KEY_CHAR, .cp = (uint32_t)*what }, NULL);
}

static void type_text(View *view)
{
	type(view, "chu");
}

// In every column of the current row what its kind takes; where that is wrong it stays as it was. Whoever
// may write nothing is offered no row.
static void type_grid(View *view)
{
	static const char *const cells[] = { [GRID_LINE] = "chu", [GRID_CHOICE] = "d",
		[GRID_NUMBER] = "60", [GRID_CODE] = "22/11" };
	Grid *grid = *(Grid *const *)view->state;
	int row = grid_row(grid), column = -1;
	while (grid_rows(grid) && grid_row(grid) == row && grid_column(grid) > column) {
		column = grid_column(grid);
		type(view, cells[grid_current(grid)->kind]);
		grid_settle(grid);
		if (*grid_error(grid, row, column))
			grid_put(grid, row, column, grid_stored(grid, row, column));
		view->ops->key(view, (Key){ .code = KEY_TAB }, NULL);
	}
}

static void pick_row(View *view)
{
	const Op *op = op_by_name(view, "pick");
	Err ignored = ERR_INIT;
	bool done = op && op_run(view, op, &ignored);
	(void)done;
}

static void pick_all(View *view)
{
	const Op *op = op_by_name(view, "pick-all");
	Err ignored = ERR_INIT;
	bool done = op && op_run(view, op, &ignored);
	(void)done;
}

// How what an operation has opened is gone through with.
static const struct {
	const char *op;
	void (*prepare)(View *view);
} ends[] = {
	{ "answer", say_yes }, { "form-save", fill_form }, { "text-save", type_text },
	{ "grid-save", type_grid }, { "handover-agree", NULL }, { "spread-run", pick_all },
	{ "agenda-take", pick_row },
};

static const Op *own_op(View *view, const char *name)
{
	for (const Op *op = view->ops->ops; op && op->name; op++)
		if (strcmp(op->name, name) == 0)
			return op;
	return NULL;
}

// Rights are core's matter here: what the screen would ask before is not asked.
static bool go_on(App *app, bool *more, Err *err)
{
	View *view = app->top;
	*more = false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const Op *op = own_op(view, ends[i].op);
		if (!op)
			continue;
		if (ends[i].prepare)
			ends[i].prepare(view);
		*more = true;
		if (!op->ready || op->ready(view, err) || err->kind == ERR_DENIED) {
			err_clear(err);
			return op->run(view, err);
		}
		return false;
	}
	return true;
}

void roles_app_drive(App *app, const Op *op, Err *err)
{
	enum { STEPS = 4 };
	View *first = app->top;
	bool more = true;
	if (!op->run(first, err))
		return;
	for (int i = 0; i < STEPS && more && app->top != first; i++)
		if (!go_on(app, &more, err))
			return;
}

// Looking at it -------------------------------------------------------------------------------------

static bool load_again(View *view, Err *err)
{
	arena_clear(&view->arena);
	return !view->ops->load || view->ops->load(view, err);
}

void roles_app_type(App *app, const char *what, Err *err)
{
	type(app->top, what);
	if (!load_again(app->top, err))
		app_fail(app, err);
}

void roles_app_shown(App *app, Buf *out)
{
	enum { ROWS = 200, COLS = 300 };
	View *view = app->top;
	Canvas *canvas = canvas_new(ROWS, COLS, CANVAS_UTF8);
	int panes = view->ops->panes > 1 ? view->ops->panes : 1;
	for (view->pane = 0; view->pane < panes; view->pane++) {
		Err err = ERR_INIT;
		canvas_clear(canvas);
		if (load_again(view, &err))
			view->ops->draw(view, canvas, (Rect){ 0, 0, ROWS, COLS });
		buf_addf(out, "%s\n%s\n", view->title, view->note);
		canvas_dump(canvas, out);
	}
	view->pane = 0;
	canvas_free(canvas);
}
