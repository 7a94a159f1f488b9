// SPDX-License-Identifier: MIT
// The directives: how many tasks each has, and how much of its text has been given to somebody.
#include "tui/views.h"

#include "base/tr.h"
#include "core/directive.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>

typedef struct {
	Directive directive;
	int percent; // of its words that some task cites
} DirectiveRow;

typedef struct {
	Vec rows; // of DirectiveRow
	List list;
} DirectivesScreen;

static bool open_directives(View *view, Err *err)
{
	DirectivesScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows, sizeof(DirectiveRow));
	return true;
}

static void close_directives(View *view)
{
	DirectivesScreen *screen = view->state;
	vec_release(&screen->rows);
}

// The whole text is needed for its coverage only, and is given back at once.
static bool add_row(View *view, const Directive *directive, Err *err)
{
	DirectivesScreen *screen = view->state;
	Arena arena = ARENA_INIT;
	Directive whole;
	Coverage coverage;
	bool ok = directive_get(view->core, directive->id, &arena, &whole, err);
	if (ok) {
		ok = directive_coverage_get(view->core, &whole, &arena, &coverage, err);
		if (ok)
			*(DirectiveRow *)vec_push(&screen->rows) =
				(DirectiveRow){ .directive = *directive,
					.percent = coverage.percent };
		coverage_release(&coverage);
	}
	arena_release(&arena);
	return ok;
}

static bool load(View *view, Err *err)
{
	DirectivesScreen *screen = view->state;
	Vec all;
	vec_clear(&screen->rows);
	vec_init(&all, sizeof(Directive));
	bool ok = directive_list(view->core, &view->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		ok = add_row(view, vec_at(&all, i), err);
	vec_release(&all);
	list_set_count(&screen->list, (int)screen->rows.len);
	view->title = tr("Văn bản chỉ đạo");
	view->note = tr("Enter mở cây điểm và nhiệm vụ · ? trợ giúp");
	return ok;
}

static int64_t row_key(const View *view, int index)
{
	const DirectivesScreen *screen = view->state;
	return ((const DirectiveRow *)vec_at(&screen->rows, (size_t)index))->directive.id;
}

static List *list_of(View *view)
{
	DirectivesScreen *screen = view->state;
	return &screen->list;
}

enum { NUMBER_COLS = 14, DAY_COLS = 12, TASKS_COLS = 9, COVERED_COLS = 8 };

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const DirectivesScreen *screen = ((const View *)opaque)->state;
	const DirectiveRow *row = vec_at(&screen->rows, (size_t)index);
	const Directive *directive = &row->directive;
	int subject = NUMBER_COLS + DAY_COLS, tasks = rect.cols - TASKS_COLS - COVERED_COLS;
	char shown[11] = "", number[16];
	Date day;
	if (date_parse(directive->issued_on, &day))
		date_show(day, shown);
	canvas_text_clip(canvas, rect, 0, 0, NUMBER_COLS - 1, STYLE_PLAIN, directive->number);
	canvas_text(canvas, rect, 0, NUMBER_COLS, STYLE_PLAIN, shown);
	canvas_text_clip(
		canvas, rect, 0, subject, tasks - subject - 1, STYLE_PLAIN, directive->subject);
	snprintf(number, sizeof(number), "%d", directive->tasks);
	canvas_text_right(canvas, rect, 0, tasks + TASKS_COLS - 1, STYLE_PLAIN, number);
	snprintf(number, sizeof(number), "%d%%", row->percent);
	canvas_text_right(canvas, rect, 0, rect.cols - 1, STYLE_PLAIN, number);
}

static void draw_head(Canvas *canvas, Rect rect)
{
	Rect line = { .row = rect.row,
		.col = rect.col + LIST_MARGIN,
		.rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	int tasks = line.cols - TASKS_COLS - COVERED_COLS;
	canvas_text(canvas, line, 0, 0, STYLE_TITLE, tr("SỐ"));
	canvas_text(canvas, line, 0, NUMBER_COLS, STYLE_DIM, tr("NGÀY"));
	canvas_text(canvas, line, 0, NUMBER_COLS + DAY_COLS, STYLE_DIM, tr("TRÍCH YẾU"));
	canvas_text_right(canvas, line, 0, tasks + TASKS_COLS - 1, STYLE_DIM, tr("NHIỆM VỤ"));
	canvas_text_right(canvas, line, 0, line.cols - 1, STYLE_DIM, tr("ĐÃ GIAO"));
}

// Below the list, the selected one's subject, whole.
static void draw(const View *view, Canvas *canvas, Rect rect)
{
	DirectivesScreen *screen = view->state;
	enum { BELOW = 4 };
	int below = rect.rows > 2 * BELOW ? BELOW : 0;
	int rows = rect.rows - 1 - below < screen->list.count ? rect.rows - 1 - below
							      : screen->list.count;
	Rect list = { .row = rect.row + 1, .col = rect.col, .rows = rows, .cols = rect.cols };
	draw_head(canvas, rect);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (!screen->rows.len) {
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM,
			tr("Chưa có văn bản nào; nạp bằng `dieuphoi directive add`."));
		return;
	}
	const DirectiveRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	Rect text = { .row = list.row + rows + 1,
		.col = rect.col,
		.rows = below - 1,
		.cols = rect.cols - 1 };
	if (below)
		prose_draw(
			canvas, text, 0, LIST_MARGIN, text.rows, STYLE_DIM, row->directive.subject);
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có văn bản nào."));
}

static int64_t selected_id(const View *view)
{
	const DirectivesScreen *screen = view->state;
	return ((const DirectiveRow *)vec_at(&screen->rows, (size_t)screen->list.selected))
		->directive.id;
}

static bool open_row(View *view, Err *err)
{
	ViewArgs args = { .id = selected_id(view) };
	return app_open(view->app, &directive_view, &args, err);
}

static bool open_coverage(View *view, Err *err)
{
	ViewArgs args = { .id = selected_id(view) };
	return app_open(view->app, &coverage_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Cây điểm và nhiệm vụ của văn bản."),
		has_row, open_row },
	{ "coverage", N_("Phần chưa giao"), "F6", N_("Xem"), RIGHT_READ,
		N_("Những chữ và điểm của văn bản chưa có nhiệm vụ nào."), has_row, open_coverage },
	{ 0 },
};

const ViewOps directives_view = {
	.name = "directives",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(DirectivesScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_directives,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_directives,
};
