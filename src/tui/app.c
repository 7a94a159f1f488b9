// SPDX-License-Identifier: MIT
#include "tui/app.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "core/person.h"
#include "tui/draft_list.h"
#include "tui/op.h"
#include "tui/presence_line.h"
#include "tui/picks.h"
#include "tui/typing.h"
#include "tui/views.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Others' changes show within this time; an idle program wakes no more often.
enum { POLL_MS = 1000 };

const char *view_printf(View *view, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	char *s = arena_alloc(&view->arena, n < 0 ? 1 : (size_t)n + 1);
	if (n > 0)
		vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

// Loading ---------------------------------------------------------------------------------------

static bool view_load(View *view, Err *err)
{
	arena_clear(&view->arena);
	view->title = view->note = "";
	if (!core_read_begin(view->core, err))
		return false;
	bool ok = (!view->ops->load || view->ops->load(view, err)) && remark_strip_load(view, err);
	core_read_end(view->core);
	return ok;
}

void view_free(View *view)
{
	if (view->ops->close)
		view->ops->close(view);
	draft_free(view->draft);
	arena_release(&view->arena);
	free(view->filter);
	vec_release(&view->shown);
	vec_release(&view->picked);
	free(view->state);
	free(view);
}

static void pop(App *app)
{
	View *view = app->top;
	app->top = view->below;
	view_free(view);
}

// Which row the cursor is on, by its key, and where it shows. 0: it is not followed.
typedef struct {
	int64_t id;
	int below_top; // INT_MAX: anywhere
} Kept;

static List *followed(View *view)
{
	bool known = view->ops->row_key || view->ops->row_id;
	List *list = known && view->ops->list ? view->ops->list(view) : NULL;
	return list && list->count ? list : NULL;
}

// 0: it is not known.
static int64_t key_of(const View *view, int index)
{
	return view->ops->row_key ? view->ops->row_key(view, index) : view->ops->row_id(view, index);
}

static Kept keep_row(View *view)
{
	const List *list = followed(view);
	if (view->wanted)
		return (Kept){ view->wanted, INT_MAX };
	if (!list)
		return (Kept){ 0, 0 };
	return (Kept){ key_of(view, list->selected), list->selected - list->top };
}

// What others added or removed above it must not move the cursor to another thing; rows that a filter
// hides are counted by the list itself.
static void find_row(View *view, Kept kept)
{
	List *list = followed(view);
	if (!list || !kept.id || key_of(view, list->selected) == kept.id)
		return;
	for (int i = 0; i < list->count; i++) {
		if (key_of(view, i) != kept.id)
			continue;
		list_select(list, i);
		if (!view->filter && i >= kept.below_top)
			list->top = i - kept.below_top;
		return;
	}
}

static bool view_reload(View *view, Err *err)
{
	Kept kept = keep_row(view);
	typing_keep(view);
	if (!view_load(view, err))
		return false;
	typing_base(view);
	find_row(view, kept);
	view->wanted = 0;
	return true;
}

// Whom the administrator has closed reads on no longer; what was typed stays in the draft.
static bool is_closed(App *app)
{
	if (core_renew_actor(app->core, &app->ended) || app->ended.kind != ERR_DENIED)
		return false;
	app_quit(app);
	return true;
}

// A view whose rows cannot be had any more is left; the last one stays, with the message.
static void reload_stack(App *app)
{
	Err err = ERR_INIT;
	if (is_closed(app))
		return;
	int64_t version = db_version(core_db(app->core));
	// One's own undo may take back the very thing that one stands on: what it said stands.
	bool told = version == app->version && app->message.len;
	app->version = version;
	app->stale = false;
	for (View *view = app->top; view; view = view->below) {
		if (view->ops->kind == VIEW_POPUP || view_reload(view, &err))
			continue;
		if (!told)
			app_fail(app, &err);
		while (app->top != view)
			pop(app);
		if (!view->below)
			return;
		pop(app);
		view = app->top;
		if (!view_reload(view, &err))
			return;
	}
	view_filter_settle(app->top);
	view_picks_settle(app->top);
}

// The stack -------------------------------------------------------------------------------------

static View *view_new(App *app, View *below, const ViewOps *ops, const ViewArgs *args)
{
	View *view = xcalloc(1, sizeof(*view));
	view->ops = ops;
	view->app = app;
	view->core = app->core;
	view->args = args ? *args : (ViewArgs){ 0 };
	view->state = xcalloc(1, ops->state_size);
	view->title = view->note = "";
	vec_init(&view->shown, sizeof(int));
	vec_init(&view->picked, sizeof(int64_t));
	view->below = below;
	if (below) {
		view->place = below->place;
		view->thing = below->thing;
	}
	return view;
}

bool app_open(App *app, const ViewOps *ops, const ViewArgs *args, Err *err)
{
	static const ViewArgs none;
	View *view = view_new(app, app->top, ops, args);
	app->top = view;
	if ((ops->open && !ops->open(view, err)) || !view_load(view, err)) {
		pop(app);
		return false;
	}
	typing_begin(view, args ? args : &none);
	return true;
}

View *view_make(View *below, const ViewOps *ops, const ViewArgs *args, Err *err)
{
	View *view = view_new(below->app, below, ops, args);
	if ((!ops->open || ops->open(view, err)) && (!ops->load || view->ops->load(view, err)))
		return view;
	view_free(view);
	return NULL;
}

void app_back(App *app)
{
	if (!app->top->below)
		return;
	if (app->top->ops->kind == VIEW_SCREEN)
		app->stale = true;
	typing_end(app->top);
	pop(app);
}

void app_reload(App *app)
{
	app->stale = true;
}

// Every open form is asked, also those under a popup; an answer of yes comes back here.
void app_leave(App *app)
{
	app->leaving = true;
	for (View *each = app->top; each; each = each->below)
		if (each->ops->leave && !each->ops->leave(each))
			return;
	app_quit(app);
}

void app_quit(App *app)
{
	app->quit = true;
}

View *app_top(App *app)
{
	return app->top;
}

View *app_screen_view(App *app)
{
	View *view = app->top;
	while (view->ops->kind == VIEW_POPUP && view->below)
		view = view->below;
	return view;
}

// Messages --------------------------------------------------------------------------------------

void app_say(App *app, const char *fmt, ...)
{
	va_list args;
	char text[400];
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	buf_clear(&app->message);
	buf_adds(&app->message, text);
	app->message_style = STYLE_TITLE;
}

void app_fail(App *app, const Err *err)
{
	buf_clear(&app->message);
	buf_addf(&app->message, "! %s %s", err->message, err->hint);
	app->message_style = STYLE_ERROR;
}

// Keys ------------------------------------------------------------------------------------------

static void run_op(App *app, View *view, const Op *op)
{
	Err err = ERR_INIT;
	if (!op_run(view, op, &err))
		app_fail(app, &err);
}

// False when the click is in the part where one stands already.
static bool click_pane(View *view, Key key)
{
	int pane = view->ops->pane_at ? view->ops->pane_at(view, key.row, key.col) : -1;
	if (pane < 0 || pane == view->pane)
		return false;
	view_unfilter(view);
	view->pane = pane;
	return true;
}

static void click(App *app, Key key)
{
	View *view = app->top;
	int slot = frame_bar_at(app, key.row, key.col);
	bool came = click_pane(view, key);
	List *list = view->ops->list ? view->ops->list(view) : NULL;
	int index = list ? list_at(list, key.row, key.col) : -1;
	if (slot) {
		app_key(app, (Key){ .code = (KeyCode)(KEY_F1 + slot - 1) });
	} else if (index >= 0 && index == list->selected && !came) {
		app_key(app, (Key){ .code = KEY_ENTER });
	} else if (index >= 0) {
		list_select(list, index);
	} else if (view->ops->key) {
		view->ops->key(view, key, NULL);
	}
}

static void mouse(App *app, Key key)
{
	if (key.button == MOUSE_LEFT)
		click(app, key);
	else
		app_key(app, (Key){ .code = key.button == MOUSE_WHEEL_UP ? KEY_UP : KEY_DOWN });
}

void app_key(App *app, Key key)
{
	View *view = app->top;
	const char *paste = key.code == KEY_PASTE ? screen_paste(app->screen, key) : NULL;
	if (ime_takes(app, view, key, paste))
		return;
	if (view->ops->key && view->ops->key(view, key, paste))
		return;
	const Op *op = op_by_key(view, key);
	if (op)
		run_op(app, view, op);
}

static void take(App *app, Key key)
{
	if (key.code == KEY_RESIZE)
		canvas_resize(app->canvas, key.row, key.col);
	else if (key.code == KEY_EOF)
		app->quit = app->dropped = true;
	else if (key.code == KEY_MOUSE)
		mouse(app, key);
	else if (key.code != KEY_REPORT && key.code != KEY_NONE)
		app_key(app, key);
}

// The loop --------------------------------------------------------------------------------------

static void draw(App *app)
{
	frame_draw(app);
	screen_draw(app->screen, app->canvas);
}

void app_settle(App *app)
{
	if (app->stale)
		reload_stack(app);
	if (app->quit)
		return;
	typing_write(app);
	presence_follow(app);
	draw(app);
	app_trace(app); // nobody waits for it, and a kill comes seldom
}

// All that was typed ahead is taken before one drawing.
static void turn(App *app, Vec *keys)
{
	vec_clear(keys);
	bool any = screen_keys(app->screen, POLL_MS, keys);
	bool told = !any && !typing_pause(app);
	if (!any && !told && db_version(core_db(app->core)) == app->version) {
		if (presence_follow(app))
			draw(app);
		return;
	}
	if (any)
		buf_clear(&app->message);
	else
		app->stale = true;
	for (size_t i = 0; i < keys->len && !app->quit; i++) {
		take(app, *(const Key *)vec_at(keys, i));
		// A later key of the batch may rest on what an earlier one changed.
		if (app->stale && !app->quit)
			reload_stack(app);
	}
	if (!app->quit)
		app_settle(app);
}

static const char *describe_actor(App *app)
{
	const Actor *actor = core_actor(app->core);
	return person_title(&app->arena, actor->name, "");
}

static void loop(App *app)
{
	Vec keys;
	vec_init(&keys, sizeof(Key));
	app_settle(app);
	while (!app->quit)
		turn(app, &keys);
	vec_release(&keys);
}

// A bare console has no input method.
static ImeMethod method_at_first(TuiComposer composer)
{
	static const ImeMethod methods[] = { [TUI_COMPOSER_OFF] = IME_PLAIN,
		[TUI_COMPOSER_TELEX] = IME_TELEX,
		[TUI_COMPOSER_VNI] = IME_VNI };
	const char *terminal = getenv("TERM");
	if (composer == TUI_COMPOSER_AUTO)
		return terminal && strcmp(terminal, "linux") == 0 ? IME_TELEX : IME_PLAIN;
	return methods[composer];
}

bool app_start(App *app, Core *core, const TuiOptions *options, Err *err)
{
	*app = (App){ .core = core, .message = BUF_INIT, .others = BUF_INIT, .arena = ARENA_INIT };
	xalloc_on_exhaustion(screen_emergency);
	app->screen = screen_open(err);
	if (!app->screen)
		return false;
	screen_set_mouse(app->screen,
		options->mouse == TUI_MOUSE_ON ? SCREEN_MOUSE_ON : SCREEN_MOUSE_OFF);
	app->who = describe_actor(app);
	app->external_editor = options->external_editor;
	app->drafts = drafts_open(core);
	app->presence = presence_open(core);
	app->trace = visit_trace_open(core);
	return true;
}

void app_show(App *app, const TuiOptions *options)
{
	app->canvas = canvas_new(screen_rows(app->screen), screen_cols(app->screen),
		screen_mode(app->screen));
	ime_init(&app->ime, method_at_first(options->composer), options->tone_style,
		screen_mode(app->screen));
}

void app_end(App *app)
{
	while (app->top)
		pop(app);
	drafts_close(app->drafts);
	presence_close(app->presence);
	visit_trace_close(app->trace);
	canvas_free(app->canvas);
	screen_close(app->screen);
	buf_release(&app->message);
	buf_release(&app->others);
	arena_release(&app->arena);
}

bool tui_run(Core *core, const TuiOptions *options, Err *err)
{
	App app;
	if (!app_start(&app, core, options, err))
		return false;
	bool ok = app_resume(&app, err);
	if (ok) {
		draft_list_offer(&app);
		app_show(&app, options);
		loop(&app);
		// First of all: the rest may have to wait for others.
		typing_write(&app);
		bool synced = typing_pause(&app);
		(void)synced; // there is nobody left to tell
		app_keep_place(&app);
	}
	if (app.ended.kind == ERR_DENIED) {
		*err = app.ended;
		ok = false;
	}
	app_end(&app);
	return ok;
}
