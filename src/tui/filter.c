// SPDX-License-Identifier: MIT
// "/" in any list: its rows narrow to those that contain what is typed, live, with or without
// accents. Enter keeps the filter, Esc takes it away.
#include "tui/op.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/xalloc.h"
#include "tui/editor.h"
#include "tui/prompt.h"

#include <stdlib.h>

typedef struct {
	Editor *editor;
} FilterPrompt;

static List *list_of_view(View *view)
{
	return view->ops->list ? view->ops->list(view) : NULL;
}

void view_unfilter(View *view)
{
	List *list = list_of_view(view);
	if (list)
		list_filter(list, NULL, NULL);
	free(view->filter);
	view->filter = NULL;
}

void view_filter_settle(View *view)
{
	List *list = list_of_view(view);
	if (view->filter && list && !list_shown(list))
		view_unfilter(view);
}

static void set_filter(View *view, const char *text)
{
	view_unfilter(view);
	if (!*text)
		return;
	view->filter = xstrdup(text);
	list_filter(list_of_view(view), view->filter, &view->shown);
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
	return list_of_view(view->below);
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

// A filter that nothing passes is not kept: one would stand on a row that does not show.
static bool keep(View *view, Err *err)
{
	if (view->below->filter && !list_shown(list_of(view))) {
		err_set(err, ERR_NOT_FOUND, tr("Không có dòng nào có “%s”."), view->below->filter);
		return err_hint(err, "%s", tr("Gõ khác đi, hoặc Esc để bỏ lọc."));
	}
	app_back(view->app);
	return true;
}

static bool drop(View *view, Err *err)
{
	(void)err;
	view_unfilter(view->below);
	app_back(view->app);
	return true;
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

// A screen may have a list in one part only.
static bool has_list(View *view, Err *err)
{
	return list_of_view(view) ||
	       err_set(err, ERR_INVALID, "%s", tr("Tab về phần có danh sách để lọc."));
}

static bool open_filter(View *view, Err *err)
{
	return app_open(view->app, &filter_view, NULL, err);
}

const Op filter_ops[] = {
	{ "filter", N_("Lọc danh sách"), "F5 /", N_("Lọc"), RIGHT_READ,
		N_("Gõ vài chữ, không dấu cũng được: tên, nơi, “quá hạn”, “chưa báo cáo”…"), has_list, open_filter },
	{ 0 },
};
