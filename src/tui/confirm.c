// SPDX-License-Identifier: MIT
// A question over the screen that asked it; the default is No.
#include "tui/app.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "text/width.h"

#include <stdlib.h>

typedef struct {
	const char *text;
	bool (*yes)(View *view, Err *err);
} Question;

typedef struct {
	List list;
	char *text; // owned
	bool (*yes)(View *view, Err *err);
} State;

static bool open_question(View *view, Err *err)
{
	const Question *question = view->args.spec; // lives only while it is being opened
	State *state = view->state;
	(void)err;
	state->text = xstrdup(question->text);
	state->yes = question->yes;
	list_set_count(&state->list, 2);
	view->args.spec = NULL;
	return true;
}

static void close_question(View *view)
{
	State *state = view->state;
	view->app->leaving = false; // whoever answers takes it up again
	free(state->text);
}

static List *list_of(View *view)
{
	State *state = view->state;
	return &state->list;
}

static void draw_row(const void *view, Canvas *canvas, Rect rect, int index)
{
	(void)view;
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, index == 0 ? tr("Không") : tr("Có"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	int width = text_width(state->text) + 6;
	width = width < 30 ? 30 : width;
	width = width > rect.cols ? rect.cols : width;
	Rect box = { .row = rect.row + (rect.rows - 6) / 2, .col = rect.col + (rect.cols - width) / 2,
		.rows = 6, .cols = width };
	Rect rows = { .row = box.row + 3, .col = box.col + 2, .rows = 2, .cols = box.cols - 4 };
	canvas_fill(canvas, box, STYLE_PLAIN, ' ');
	canvas_box(canvas, box, STYLE_DIM);
	canvas_text_clip(canvas, box, 1, 2, width - 4, STYLE_TITLE, state->text);
	list_draw(&state->list, canvas, rows, LIST_FOCUSED, draw_row, view);
}

static bool answer(View *view, Err *err)
{
	State *state = view->state;
	bool (*yes)(View *, Err *) = state->yes;
	bool agreed = state->list.selected == 1;
	View *asked = view->below;
	App *app = view->app;
	bool leaving = app->leaving;
	app_back(app);
	if (!agreed || !yes(asked, err))
		return !agreed;
	if (leaving)
		app_leave(app);
	return true;
}

static const Op ops[] = {
	{ "answer", N_("Trả lời"), "Enter", NULL, RIGHT_READ, N_("Chọn câu trả lời."), NULL, answer },
	{ 0 },
};

static const ViewOps confirm_view = {
	.name = "confirm",
	.kind = VIEW_POPUP,
	.state_size = sizeof(State),
	.ops = ops,
	.open = open_question,
	.draw = draw,
	.list = list_of,
	.close = close_question,
};

bool app_confirm(View *view, const char *question, bool (*yes)(View *view, Err *err), Err *err)
{
	Question asked = { .text = question, .yes = yes };
	ViewArgs args = { .spec = &asked };
	return app_open(view->app, &confirm_view, &args, err);
}

static bool discard(View *view, Err *err)
{
	(void)err;
	app_back(view->app);
	return true;
}

bool app_confirm_discard(View *view, const char *question)
{
	Err err = ERR_INIT;
	if (!app_confirm(view, question, discard, &err))
		app_fail(view->app, &err);
	return false;
}
