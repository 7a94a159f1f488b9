// SPDX-License-Identifier: MIT
// "/" in any list: its rows narrow to those that contain what is typed, live, with or without
// accents. Enter keeps the filter, Esc takes it away.
#include "tui/op.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "tui/editor.h"
#include "tui/prompt.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
	Editor *editor;
} FilterPrompt;

bool view_shows(const View *view, const char *fmt, ...)
{
	va_list args;
	char text[1024];
	if (!view->filter)
		return true;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	return text_contains(text, view->filter);
}

static void set_filter(View *view, const char *text)
{
	free(view->filter);
	view->filter = *text ? xstrdup(text) : NULL;
	app_reload(view->app);
}

static bool open_prompt(View *view, Err *err)
{
	FilterPrompt *prompt = view->state;
	(void)err;
	prompt->editor = editor_new(EDITOR_LINE, view->below->filter ? view->below->filter : "");
	return true;
}

static void close_prompt(View *view)
{
	FilterPrompt *prompt = view->state;
	editor_free(prompt->editor);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	FilterPrompt *prompt = view->state;
	prompt_draw(prompt->editor, canvas, rect, tr("Lọc: "), tr("Enter giữ · Esc bỏ lọc"));
}

// Up and down go to the list below, so that one can choose while typing.
static List *list_of(View *view)
{
	return view->below->ops->list ? view->below->ops->list(view->below) : NULL;
}

static Focus focus(View *view)
{
	FilterPrompt *prompt = view->state;
	return (Focus){ prompt->editor, TEXT_IS_SEARCH };
}

static bool key(View *view, Key typed, const char *paste)
{
	FilterPrompt *prompt = view->state;
	if (!editor_key(prompt->editor, typed, paste))
		return false;
	set_filter(view->below, editor_text(prompt->editor));
	return true;
}

static bool keep(View *view, Err *err)
{
	(void)err;
	app_back(view->app);
	return true;
}

static bool drop(View *view, Err *err)
{
	set_filter(view->below, "");
	return keep(view, err);
}

static const Op ops[] = {
	{ "filter-keep", N_("Giữ bộ lọc"), "Enter", NULL, RIGHT_READ, N_("Giữ những dòng đang thấy."), NULL,
		keep },
	{ "filter-drop", N_("Bỏ bộ lọc"), "Esc", NULL, RIGHT_READ, N_("Hiện lại mọi dòng."), NULL, drop },
	{ 0 },
};

static const ViewOps filter_view = {
	.name = "filter",
	.kind = VIEW_POPUP,
	.state_size = sizeof(FilterPrompt),
	.ops = ops,
	.open = open_prompt,
	.draw = draw,
	.list = list_of,
	.key = key,
	.focus = focus,
	.close = close_prompt,
};

static bool open_filter(View *view, Err *err)
{
	return app_open(view->app, &filter_view, NULL, err);
}

const Op filter_ops[] = {
	{ "filter", N_("Lọc danh sách"), "F5 /", N_("Lọc"), RIGHT_READ,
		N_("Gõ vài chữ, không dấu cũng được: tên, nơi, “quá hạn”, “chưa báo cáo”…"), NULL, open_filter },
	{ 0 },
};
