// SPDX-License-Identifier: MIT
#include "tui/text_view.h"

#include "base/tr.h"
#include "text/clean.h"
#include "tui/app.h"
#include "tui/editor.h"
#include "tui/external.h"
#include "tui/find.h"
#include "tui/typing.h"

#include <assert.h>
#include <string.h>

enum { TEXT_OPS = 3 };

typedef struct {
	Editor *editor;
	Finder finder;
	int64_t rev;
	ViewOps own; // text_view with `ops` below, where the spec has operations of its own
	Op ops[TEXT_OPS + TEXT_EXTRA_MAX + 1];
} State;

static const TextSpec *spec_of(const View *view)
{
	return view->args.spec;
}

static void close_text(View *view)
{
	State *state = view->state;
	editor_free(state->editor);
	buf_release(&state->finder.needle);
}

// What has been typed is never replaced by a reload; a stale rev is found out when it is saved.
static bool load(View *view, Err *err)
{
	State *state = view->state;
	const char *title = "", *text = "";
	int64_t rev = 0;
	if (!spec_of(view)->load(view, &title, &text, &rev, err))
		return false;
	view->title = title;
	view->note = tr("Ctrl+S ghi · Esc về");
	if (!state->editor)
		state->editor = state->finder.editor = editor_new(EDITOR_TEXT, text);
	else if (editor_changed(state->editor))
		return true;
	else if (strcmp(editor_text(state->editor), text) != 0)
		editor_set(state->editor, text);
	state->rev = rev;
	return true;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	Rect area = { .row = rect.row, .col = rect.col + 1, .rows = rect.rows - 1,
		.cols = rect.cols - 2 };
	editor_draw(state->editor, canvas, area, EDITOR_FOCUSED);
	EditorStatus status = editor_status(state->editor);
	int col = 1 + canvas_textf(canvas, rect, rect.rows - 1, 1, STYLE_DIM,
			      tr("dòng %d/%d · %zu chữ%s"), status.line, status.lines, status.words,
			      editor_changed(state->editor) ? tr(" · chưa ghi") : "");
	if (status.selected)
		canvas_textf(canvas, rect, rect.rows - 1, col, STYLE_DIM, tr(" · chọn %zu ký tự"),
			status.selected);
}

static Focus focus(View *view)
{
	State *state = view->state;
	return (Focus){ state->editor, TEXT_IS_WORDS };
}

static bool key(View *view, Key typed, const char *paste)
{
	State *state = view->state;
	if (!editor_key(state->editor, typed, paste))
		return false;
	state->finder.at_hit = false;
	return true;
}

static bool find(View *view, Err *err)
{
	State *state = view->state;
	return find_run(view, &state->finder, err);
}

// With another program ----------------------------------------------------------------------------

static bool may_lend(View *view, Err *err)
{
	if (!*view->app->external_editor)
		return err_set(err, ERR_DENIED, "%s",
			tr("Người quản trị không cho dùng trình soạn thảo ngoài."));
	return ime_shows_accents(view, err);
}

static bool ends_in_newline(const char *s, size_t n)
{
	return n && s[n - 1] == '\n';
}

// Such programs end the last line, whether one has or not.
static void take_back(State *state, const Buf *text)
{
	Buf cleaned = BUF_INIT;
	const char *before = editor_text(state->editor);
	bool ended = ends_in_newline(before, editor_length(state->editor));
	text_clean(&cleaned, text->bytes, text->len, CLEAN_TEXT);
	if (ends_in_newline(cleaned.bytes, cleaned.len) && !ended)
		buf_truncate(&cleaned, cleaned.len - 1);
	if (strcmp(cleaned.bytes, before) != 0)
		editor_become(state->editor, cleaned.bytes, cleaned.len);
	state->finder.at_hit = false;
	buf_release(&cleaned);
}

static bool lend(View *view, Err *err)
{
	State *state = view->state;
	Buf text = BUF_INIT;
	bool ok = external_edit(view->app->screen, view->app->external_editor,
		editor_text(state->editor), &text, err);
	if (ok)
		take_back(state, &text);
	buf_release(&text);
	return ok;
}

static bool save(View *view, Err *err)
{
	State *state = view->state;
	if (!editor_changed(state->editor)) {
		app_say(view->app, "%s", tr("Không có gì mới để ghi."));
		return true;
	}
	if (!spec_of(view)->save(view, editor_text(state->editor), state->rev, err))
		return typing_conflict(view, err);
	editor_mark_saved(state->editor);
	typing_keep(view);
	typing_end(view);
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã ghi."));
	return true;
}

static bool may_save(View *view, Err *err)
{
	return right_check(view->core, spec_of(view)->need, view->place, err);
}

static bool leave(View *view)
{
	const State *state = view->state;
	return !editor_changed(state->editor) || app_confirm_discard(view, tr("Chưa ghi. Bỏ những gì vừa gõ?"));
}

static const char *text_name(const View *view)
{
	return spec_of(view)->name;
}

static int64_t text_rev(const View *view)
{
	const State *state = view->state;
	return state->rev;
}

static void text_parts(const View *view, Vec *out)
{
	const State *state = view->state;
	*(TypedPart *)vec_push(out) = (TypedPart){
		.name = "text", .label = view->title, .kind = TYPED_TEXT, .text = editor_text(state->editor)
	};
}

static void text_put(View *view, const LeftPart *part)
{
	State *state = view->state;
	editor_become(state->editor, part->text, part->cursor);
}

static void text_adopt(View *view, const View *fresh)
{
	State *state = view->state;
	state->rev = text_rev(fresh);
}

static const Typing typing = {
	.form = text_name,
	.rev = text_rev,
	.parts = text_parts,
	.put = text_put,
	.adopt = text_adopt,
};

static const Op ops[TEXT_OPS + 1] = {
	{ "text-find", N_("Tìm trong văn bản"), "F3", N_("Tìm"), RIGHT_READ,
		N_("Tìm chữ, không dấu cũng được; F3 lần nữa thì đến chỗ kế tiếp."), NULL, find },
	{ "text-external", N_("Sửa bằng trình soạn thảo ngoài"), "", NULL, RIGHT_READ,
		N_("Mở trình soạn thảo mà người quản trị cho phép; xong thì văn bản về lại đây, "
		   "chưa ghi."),
		may_lend, lend },
	{ "text-save", N_("Ghi"), "Ctrl+S", NULL, RIGHT_READ, N_("Ghi nội dung."), may_save, save },
	{ 0 },
};

// A table of its own for each open text: operations are found by their view's table alone.
static bool open_text(View *view, Err *err)
{
	State *state = view->state;
	const Op *extra = spec_of(view)->extra;
	(void)err;
	state->finder.needle = (Buf)BUF_INIT;
	if (!extra)
		return true;
	memcpy(state->ops, ops, TEXT_OPS * sizeof(*ops));
	for (size_t n = TEXT_OPS; extra->name; n++, extra++) {
		assert(n < TEXT_OPS + TEXT_EXTRA_MAX);
		state->ops[n] = *extra;
	}
	state->own = *view->ops;
	state->own.ops = state->ops;
	view->ops = &state->own;
	return true;
}

const ViewOps text_view = {
	.name = "text",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(State),
	.ops = ops,
	.open = open_text,
	.load = load,
	.draw = draw,
	.key = key,
	.focus = focus,
	.leave = leave,
	.typing = &typing,
	.close = close_text,
};

bool text_view_open(App *app, const TextSpec *spec, const ViewArgs *args, Err *err)
{
	ViewArgs with_spec = *args;
	with_spec.spec = spec;
	return app_open(app, &text_view, &with_spec, err);
}
