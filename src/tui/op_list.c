// SPDX-License-Identifier: MIT
#include "tui/op_list.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/width.h"
#include "tui/editor.h"
#include "tui/op.h"

#include <stdio.h>
#include <string.h>

typedef enum { SHOW_HELP, SHOW_MENU, SHOW_COMMAND } Show;

typedef struct {
	const Op *op; // NULL: a heading
	bool can;
	const char *why; // where it cannot; the heading's words
} Row;

typedef struct {
	List list;
	Vec rows; // of Row, those that fit what was typed
	Editor *typed;
} State;

static Show show_of(const View *view)
{
	return (Show)view->args.id;
}

// What the operations of a table are for; those of the view itself have the first.
static const char *heading_of(const Op *table)
{
	static const struct {
		const Op *table;
		const char *words;
	} headings[] = {
		{ go_ops, N_("ĐI TỚI") },
		{ move_ops, N_("DI CHUYỂN") },
		{ global_ops, N_("CHUNG") },
		{ popup_ops, N_("CHUNG") },
	};
	for (size_t i = 0; i < sizeof(headings) / sizeof(*headings); i++)
		if (headings[i].table == table)
			return headings[i].words;
	return N_("Ở MÀN HÌNH NÀY");
}

// Keys that everybody knows would only fill the menu.
static bool belongs(Show show, const Op *table)
{
	return show != SHOW_MENU || (table != move_ops && table != popup_ops);
}

// What one most likely means comes first: the very title, one that begins so, one that has the words.
typedef enum { FIT_IS, FIT_BEGINS, FIT_TITLE, FIT_HELP, FIT_NOT } Fit;

enum { TITLE_MAX = 200 };

static Fit fit_start(const char *title, const char *typed)
{
	Buf a = BUF_INIT, b = BUF_INIT;
	text_fold(&a, title, strlen(title));
	text_fold(&b, typed, strnlen(typed, TITLE_MAX));
	Fit found = strncmp(a.bytes, b.bytes, b.len) != 0 ? FIT_NOT : a.len > b.len ? FIT_BEGINS : FIT_IS;
	buf_release(&a);
	buf_release(&b);
	return found;
}

static Fit fit(const Op *op, const char *typed)
{
	if (!*typed)
		return FIT_BEGINS;
	Fit found = fit_start(tr(op->title), typed);
	if (found != FIT_NOT)
		return found;
	if (text_has_words(tr(op->title), typed) || text_has_words(op->name, typed))
		return FIT_TITLE;
	return text_has_words(tr(op->help), typed) ? FIT_HELP : FIT_NOT;
}

static void add(View *view, const Op *op)
{
	State *state = view->state;
	Err err = ERR_INIT;
	Row *row = vec_push(&state->rows);
	row->op = op;
	row->can = op_check(view->below, op, &err);
	row->why = row->can ? "" : view_printf(view, "%s %s", err.message, err.hint);
}

// Those of a table that fit so, under a heading unless the one before has said the same.
static void add_table(View *view, const Op *table, const char *typed, Fit wanted, const char **said)
{
	State *state = view->state;
	for (const Op *op = table; op->name && belongs(show_of(view), table); op++) {
		if (fit(op, typed) != wanted || op_by_name(view->below, op->name) != op)
			continue; // what a screen takes over is said once
		if (*said && strcmp(*said, heading_of(table)) != 0)
			*(Row *)vec_push(&state->rows) = (Row){ .why = *said = heading_of(table) };
		add(view, op);
	}
}

// Without anything typed by what they are for, else what is most likely meant first.
static bool load(View *view, Err *err)
{
	State *state = view->state;
	const Op *tables[OP_TABLES];
	const char *typed = editor_text(state->typed), *said = *typed ? NULL : "";
	(void)err;
	vec_clear(&state->rows);
	view->note = tr("Gõ để lọc · Enter chạy · Esc đóng");
	op_tables(view->below, tables);
	for (Fit wanted = FIT_IS; wanted < FIT_NOT; wanted++)
		for (int t = 0; tables[t]; t++)
			add_table(view, tables[t], typed, wanted, &said);
	list_set_count(&state->list, (int)state->rows.len);
	return true;
}

static bool is_heading(const void *view, int index)
{
	const State *state = ((const View *)view)->state;
	return !((const Row *)vec_at(&state->rows, (size_t)index))->op;
}

static bool open_list(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	vec_init(&state->rows, sizeof(Row));
	state->typed = editor_new(EDITOR_LINE, "");
	state->list.heads = is_heading;
	state->list.view = view;
	return true;
}

static void close_list(View *view)
{
	State *state = view->state;
	vec_release(&state->rows);
	editor_free(state->typed);
}

static List *list_of(View *view)
{
	State *state = view->state;
	return &state->list;
}

enum { KEY_COLS = 12, TITLE_COLS = 34 };

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const State *state = view->state;
	const Row *row = vec_at(&state->rows, (size_t)index);
	Style style = row->can ? STYLE_PLAIN : STYLE_DIM;
	if (!row->op) {
		rect.col -= LIST_MARGIN - 1;
		canvas_text_clip(canvas, rect, 0, 0, rect.cols, STYLE_TITLE, tr(row->why));
		return;
	}
	char key[KEY_NAME_SIZE];
	op_key_name(row->op, key);
	canvas_text_clip(canvas, rect, 0, 0, KEY_COLS - 1, style, key);
	canvas_text_clip(canvas, rect, 0, KEY_COLS, TITLE_COLS - 1, style, tr(row->op->title));
	if (rect.cols > KEY_COLS + TITLE_COLS + 20)
		canvas_text_clip(canvas, rect, 0, KEY_COLS + TITLE_COLS,
			rect.cols - KEY_COLS - TITLE_COLS, STYLE_DIM,
			row->can ? tr(row->op->help) : tr("không dùng được lúc này"));
}

static int count_ops(const State *state, int from, int to)
{
	int n = 0;
	for (int i = from; i < to && i < (int)state->rows.len; i++)
		n += ((const Row *)vec_at(&state->rows, (size_t)i))->op != NULL;
	return n;
}

// What lies outside the window is told, above and below: a menu that ends at its edge looks whole.
static void draw_hidden(const State *state, Canvas *canvas, Rect rect, int shown)
{
	int above = count_ops(state, 0, state->list.top);
	int below = count_ops(state, state->list.top + shown, (int)state->rows.len);
	if (above && shown > 0)
		canvas_textf(canvas, rect, 2, LIST_MARGIN, STYLE_DIM, tr("còn %d thao tác ở trên (PgUp)"), above);
	if (below && shown > 0)
		canvas_textf(canvas, rect, 3 + shown, LIST_MARGIN, STYLE_DIM, tr("còn %d thao tác ở dưới (PgDn)"),
			below);
}

static const struct {
	const char *title, *prompt;
} texts[] = {
	[SHOW_HELP] = { N_("TRỢ GIÚP: các phím và thao tác ở màn hình này"), N_("Lọc: ") },
	[SHOW_MENU] = { N_("MENU"), N_("Lọc: ") },
	[SHOW_COMMAND] = { N_("THAO TÁC"), N_(":") },
};

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	const char *prompt = tr(texts[show_of(view)].prompt);
	canvas_fill(canvas, rect, STYLE_PLAIN, ' ');
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_TITLE, tr(texts[show_of(view)].title));
	int col = 1 + canvas_text(canvas, rect, 1, 1, STYLE_DIM, prompt);
	Rect field = { .row = rect.row + 1, .col = rect.col + col, .rows = 1,
		.cols = rect.cols - col - 1 };
	editor_draw(state->typed, canvas, field, EDITOR_UNFOCUSED);
	Rect rows = { .row = rect.row + 3, .col = rect.col, .rows = rect.rows - 5, .cols = rect.cols };
	list_draw(&state->list, canvas, rows, LIST_FOCUSED, draw_row, view);
	draw_hidden(state, canvas, rect, rows.rows);
	if (!state->rows.len)
		canvas_text(canvas, rect, 3, 3, STYLE_DIM, tr("(không có thao tác nào khớp)"));
	else {
		const Row *row = vec_at(&state->rows, (size_t)state->list.selected);
		canvas_text_clip(canvas, rect, rect.rows - 1, 1, rect.cols - 2, STYLE_DIM,
			row->can ? tr(row->op->help) : row->why);
	}
}

static Focus focus(View *view)
{
	State *state = view->state;
	return (Focus){ state->typed, TEXT_IS_SEARCH };
}

static bool key(View *view, Key key_typed, const char *paste)
{
	State *state = view->state;
	Err ignored = ERR_INIT;
	if (!editor_key(state->typed, key_typed, paste))
		return false;
	bool loaded = load(view, &ignored);
	list_first(&state->list);
	return loaded;
}

static bool run_selected(View *view, Err *err)
{
	const State *state = view->state;
	App *app = view->app;
	if (!state->rows.len)
		return true;
	const Op *op = ((const Row *)vec_at(&state->rows, (size_t)state->list.selected))->op;
	View *target = view->below;
	if (!op_check(target, op, err))
		return false;
	app_back(app);
	return op->run(target, err);
}

static const Op ops[] = {
	{ "op-run", N_("Chạy thao tác"), "Enter", NULL, RIGHT_READ, N_("Chạy thao tác đang chọn."), NULL,
		run_selected },
	{ 0 },
};

static const ViewOps op_list_view = {
	.name = "op-list",
	.kind = VIEW_POPUP,
	.state_size = sizeof(State),
	.ops = ops,
	.open = open_list,
	.load = load,
	.draw = draw,
	.list = list_of,
	.key = key,
	.focus = focus,
	.close = close_list,
};

static bool open_as(App *app, Show show, Err *err)
{
	ViewArgs args = { .id = show };
	return app_open(app, &op_list_view, &args, err);
}

bool op_help_open(App *app, Err *err)
{
	return open_as(app, SHOW_HELP, err);
}

bool op_menu_open(App *app, Err *err)
{
	return open_as(app, SHOW_MENU, err);
}

bool op_command_open(App *app, Err *err)
{
	return open_as(app, SHOW_COMMAND, err);
}
