// SPDX-License-Identifier: MIT
#include "tui/draft_list.h"

#include "base/tr.h"
#include "text/width.h"
#include "tui/typing.h"
#include "tui/views/forms.h"

#include <stdio.h>
#include <string.h>

enum { WHEN_COLS = 13, COUNT_COLS = 14, LIST_ROWS_MAX = 8 };

// What a left draft would change. The strings live in the view's arena.
typedef struct {
	const Left *left;
	const char *title; // of the form or text it belongs to
	const char *when, *words, *why; // why: it cannot be opened any more; else ""
	size_t differs; // code points, from what is stored now
} Row;

typedef struct {
	Vec rows; // of Row
	List list;
	Pager preview;
	int previewed;
	const char *head;
} State;

static const Row *row_at(const State *state, size_t index)
{
	return vec_at(&state->rows, index);
}

// Only where there is a row.
static const Row *selected(const View *view)
{
	const State *state = view->state;
	return row_at(state, (size_t)state->list.selected);
}

// What differs ----------------------------------------------------------------------------------

static size_t code_points(const char *s, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)s[i] & 0xC0) != 0x80;
	return count;
}

// Between what both begin and end with; *from is where that is in mine.
static size_t difference(const char *stored, const char *mine, size_t *from)
{
	size_t a = strlen(stored), b = strlen(mine), start = 0, end = 0;
	while (start < a && start < b && stored[start] == mine[start])
		start++;
	while (start > 0 && ((unsigned char)mine[start] & 0xC0) == 0x80)
		start--;
	while (end < a - start && end < b - start && stored[a - end - 1] == mine[b - end - 1])
		end++;
	*from = start;
	size_t removed = code_points(stored + start, a - start - end);
	size_t added = code_points(mine + start, b - start - end);
	return removed > added ? removed : added;
}

static const char *stored_text(const Vec *stored, const LeftPart *part)
{
	for (size_t i = 0; i < stored->len; i++) {
		const TypedPart *each = vec_at(stored, i);
		if (strcmp(each->name, part->name) == 0)
			return each->text;
	}
	return part->base;
}

// The first words that are not stored, as one line.
static const char *first_words(View *view, const char *text)
{
	enum { WORDS_MAX = 160 };
	size_t n = strlen(text);
	n = n < WORDS_MAX ? n : WORDS_MAX;
	while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
		n--;
	char *line = arena_strndup(&view->arena, text, n);
	for (char *c = line; *c; c++)
		if (*c == '\n')
			*c = ' ';
	return line + strspn(line, " ");
}

static void compare(View *view, const Vec *stored, Row *row)
{
	for (size_t i = 0; i < row->left->parts.len; i++) {
		size_t from;
		const LeftPart *part = vec_at(&row->left->parts, i);
		size_t n = strcmp(part->text, part->base) != 0 ?
				   difference(stored_text(stored, part), part->text, &from) :
				   0;
		if (n && !*row->words)
			row->words = first_words(view, part->text + from);
		row->differs += n;
	}
}

// Rows ------------------------------------------------------------------------------------------

// As the form or text would be opened now, to see what is stored and what it is called.
static View *open_hidden(View *view, const Left *left, Err *err)
{
	ViewArgs args = { .id = left->of.id, .other_id = left->of.other_id };
	const ViewOps *form = typed_by_name(left->of.form, &args.spec);
	snprintf(args.code, sizeof(args.code), "%s", left->of.code);
	if (form)
		return view_make(view, form, &args, err);
	err_set(err, ERR_NOT_FOUND, "%s", tr("Màn hình của bản nháp này không còn nữa."));
	return NULL;
}

static const char *when_of(View *view, int64_t at)
{
	char time[6], day[6];
	int offset = core_rules(view->core)->utc_offset;
	time_show(at, offset, time);
	date_show_short(date_of_instant(at, offset), day);
	return view_printf(view, "%s %s", time, day);
}

static Row make_row(View *view, const Left *left)
{
	Err err = ERR_INIT;
	Vec stored;
	Row row = { .left = left, .when = when_of(view, left->typed_at), .words = "", .why = "" };
	View *hidden = open_hidden(view, left, &err);
	vec_init(&stored, sizeof(TypedPart));
	if (hidden)
		hidden->ops->typing->parts(hidden, &stored);
	else
		row.why = view_printf(view, "%s %s", err.message, err.hint);
	row.title = hidden ? view_printf(view, "%s", hidden->title) : tr("(không còn)");
	compare(view, &stored, &row);
	vec_release(&stored);
	if (hidden)
		view_free(hidden);
	return row;
}

// What has been stored after all, by whomever, needs no asking.
static void add_row(View *view, const Left *left)
{
	State *state = view->state;
	Err ignored = ERR_INIT;
	Row row = make_row(view, left);
	if (row.differs || !drafts_drop(view->app->drafts, left, &ignored))
		*(Row *)vec_push(&state->rows) = row;
}

static const char *headline(View *view, const Vec *rows)
{
	char time[6];
	if (!rows->len)
		return tr("Không có bản nháp nào chưa ghi.");
	const Row *first = vec_at(rows, 0);
	for (size_t i = 1; i < rows->len; i++)
		if (((const Row *)vec_at(rows, i))->left->session_at != first->left->session_at)
			return view_printf(view, tr("Còn %zu bản nháp chưa ghi từ các phiên trước."), rows->len);
	time_show(first->left->session_at, core_rules(view->core)->utc_offset, time);
	return view_printf(view, tr("Còn %zu bản nháp chưa ghi từ phiên %s."), rows->len, time);
}

static bool load(View *view, Err *err)
{
	State *state = view->state;
	Vec found;
	vec_init(&found, sizeof(const Left *));
	bool ok = drafts_left(view->app->drafts, &found, err);
	vec_clear(&state->rows);
	pager_clear(&state->preview);
	state->previewed = -1;
	for (size_t i = 0; ok && i < found.len; i++)
		add_row(view, *(const Left **)vec_at(&found, i));
	vec_release(&found);
	list_set_count(&state->list, (int)state->rows.len);
	state->head = headline(view, &state->rows);
	view->title = tr("Bản nháp");
	view->note = tr("Enter làm tiếp · F9 bỏ bản nháp · Esc để sau");
	return ok;
}

static bool open_list(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	vec_init(&state->rows, sizeof(Row));
	pager_init(&state->preview);
	return true;
}

static void close_list(View *view)
{
	State *state = view->state;
	vec_release(&state->rows);
	pager_release(&state->preview);
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const Row *row = row_at(view->state, (size_t)index);
	int title = (rect.cols - WHEN_COLS - COUNT_COLS) / 2;
	canvas_text_clip(canvas, rect, 0, 0, WHEN_COLS - 1, STYLE_DIM, row->when);
	canvas_text_clip(canvas, rect, 0, WHEN_COLS, title - 1, STYLE_PLAIN, row->title);
	canvas_text_clip(canvas, rect, 0, WHEN_COLS + title, rect.cols - WHEN_COLS - title - COUNT_COLS,
		STYLE_DIM, row->words);
	char count[32];
	snprintf(count, sizeof(count), tr("khác %zu chữ"), row->differs);
	canvas_text_right(canvas, rect, 0, rect.cols - 1, STYLE_PLAIN, count);
}

static void show_row(State *state, const Row *row)
{
	pager_clear(&state->preview);
	pager_home(&state->preview);
	if (*row->why)
		pager_add(&state->preview, STYLE_ERROR, 1, NULL, row->why);
	for (size_t i = 0; i < row->left->parts.len; i++) {
		const LeftPart *part = vec_at(&row->left->parts, i);
		if (strcmp(part->text, part->base) != 0)
			pager_add(&state->preview, STYLE_PLAIN, 1, NULL, part->text);
	}
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	int rows = (int)state->rows.len < LIST_ROWS_MAX ? (int)state->rows.len : LIST_ROWS_MAX;
	rows = rows > rect.rows / 2 ? rect.rows / 2 : rows;
	Rect list = { .row = rect.row + 2, .col = rect.col, .rows = rows, .cols = rect.cols };
	Rect body = { .row = list.row + rows + 1, .col = rect.col, .rows = rect.rows - rows - 3,
		.cols = rect.cols - 1 };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_TITLE, state->head);
	if (!state->rows.len)
		return;
	if (state->previewed != state->list.selected)
		show_row(state, selected(view));
	state->previewed = state->list.selected;
	canvas_hline(canvas, rect, 2 + rows, 0, rect.cols, STYLE_DIM);
	pager_draw(&state->preview, canvas, body);
	list_draw(&state->list, canvas, list, view->pane == 0 ? LIST_FOCUSED : LIST_UNFOCUSED, draw_row,
		view);
}

// They stand where they are until they are dropped.
static int64_t row_key(const View *view, int index)
{
	return (int64_t)(intptr_t)row_at(view->state, (size_t)index)->left;
}

static List *list_of(View *view)
{
	State *state = view->state;
	return view->pane == 0 ? &state->list : NULL;
}

static Pager *pager_of(View *view)
{
	State *state = view->state;
	return &state->preview;
}

// Operations ------------------------------------------------------------------------------------

static bool has_row(View *view, Err *err)
{
	const State *state = view->state;
	return state->rows.len || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có bản nháp nào chưa ghi."));
}

// What cannot be opened stays to be read.
static bool can_resume(View *view, Err *err)
{
	if (!has_row(view, err))
		return false;
	const char *why = selected(view)->why;
	return !*why || err_set(err, ERR_NOT_FOUND, "%s", why);
}

static bool resume(View *view, Err *err)
{
	return typing_resume(view->app, selected(view)->left, err);
}

static bool discard_now(View *view, Err *err)
{
	if (!drafts_drop(view->app->drafts, selected(view)->left, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã bỏ bản nháp."));
	return true;
}

static bool discard(View *view, Err *err)
{
	const Row *row = selected(view);
	const char *question =
		view_printf(view, tr("Bỏ hẳn bản nháp “%s”, %zu chữ khác?"), row->title, row->differs);
	return app_confirm(view, question, discard_now, err);
}

static const Op ops[] = {
	{ "draft-resume", N_("Làm tiếp"), "Enter", NULL, RIGHT_READ,
		N_("Mở lại đúng chỗ đang gõ dở; chữ trong bản nháp có đó, chưa ghi."), can_resume, resume },
	{ "draft-discard", N_("Bỏ bản nháp này"), "", NULL, RIGHT_READ,
		N_("Bỏ hẳn những chữ chưa ghi của bản nháp đang chọn; hỏi trước khi bỏ."), has_row, discard },
	{ 0 },
};

const ViewOps draft_list_view = {
	.name = "drafts",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(State),
	.ops = ops,
	.open = open_list,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.pager = pager_of,
	.panes = 2,
	.close = close_list,
};

bool draft_list_open(App *app, Err *err)
{
	return app_open(app, &draft_list_view, NULL, err);
}

static bool any_left(App *app, Err *err)
{
	Vec found;
	vec_init(&found, sizeof(const Left *));
	bool any = drafts_left(app->drafts, &found, err) && found.len;
	vec_release(&found);
	return any;
}

void draft_list_offer(App *app)
{
	Err err = ERR_INIT;
	if (!any_left(app, &err) || !draft_list_open(app, &err)) {
		if (err.kind != ERR_NONE)
			app_fail(app, &err);
		return;
	}
	const State *state = app->top->state;
	if (!state->rows.len)
		app_back(app);
	else
		buf_clear(&app->message); // from which session they are stands above them; the keys are told here
}
