// SPDX-License-Identifier: MIT
#include "tui/find.h"

#include "base/tr.h"
#include "tui/editor.h"
#include "tui/prompt.h"

typedef struct {
	Finder *finder;
	Editor *editor; // of the prompt
} State;

static bool find_next(Finder *finder, Err *err)
{
	finder->at_hit = editor_find(finder->editor, finder->needle.bytes);
	return finder->at_hit ||
	       err_set(err, ERR_NOT_FOUND, tr("Không thấy “%.60s”."), finder->needle.bytes);
}

static void close_prompt(View *view)
{
	State *state = view->state;
	editor_free(state->editor);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	prompt_draw(state->editor, canvas, rect, tr("Tìm: "), tr("F3, Enter tìm · Esc thôi"));
}

static Focus focus(View *view)
{
	State *state = view->state;
	return (Focus){ state->editor, TEXT_IS_SEARCH };
}

static bool key(View *view, Key typed, const char *paste)
{
	State *state = view->state;
	return editor_key(state->editor, typed, paste);
}

static bool find(View *view, Err *err)
{
	State *state = view->state;
	Finder *finder = state->finder;
	const char *typed = editor_text(state->editor);
	buf_clear(&finder->needle);
	buf_adds(&finder->needle, typed);
	if (*typed && !find_next(finder, err))
		return false;
	app_back(view->app);
	return true;
}

static const Op ops[] = {
	{ "find-next", N_("Tìm"), "Enter F3", NULL, RIGHT_READ,
		N_("Đến chỗ kế tiếp có những chữ này, gõ không dấu cũng được."), NULL, find },
	{ 0 },
};

static const ViewOps find_view = {
	.name = "find",
	.kind = VIEW_POPUP,
	.state_size = sizeof(State),
	.ops = ops,
	.draw = draw,
	.key = key,
	.focus = focus,
	.close = close_prompt,
};

bool find_run(View *view, Finder *finder, Err *err)
{
	if (finder->at_hit)
		return find_next(finder, err);
	if (!app_open(view->app, &find_view, NULL, err))
		return false;
	State *state = app_top(view->app)->state;
	state->finder = finder;
	state->editor = editor_new(EDITOR_LINE, finder->needle.bytes);
	editor_key(state->editor, (Key){ .code = KEY_CTRL, .cp = 'a' }, NULL); // typing begins anew
	return true;
}
