// SPDX-License-Identifier: MIT
// What of a directive nobody has been told to do: words that no task cites, clauses without a task.
#include "tui/views.h"

#include "base/tr.h"
#include "core/directive.h"
#include "text/number.h"
#include "tui/views/clause_words.h"
#include "tui/views/prose_draw.h"

#include <inttypes.h>
#include <stdio.h>

enum { CODE_COLS = 8, WORDS_COLS = 10, BELOW = 6, SMALL_ROWS = 12 };
enum { CONTEXT_BEFORE = 30, CONTEXT_AFTER = 300 }; // bytes

typedef struct {
	int64_t clause_id; // 0: in no clause
	const char *code, *text;
	size_t start; // in the directive's text
	size_t words; // 0: a clause without a task
} GapRow;

typedef struct {
	Directive directive;
	Vec clauses; // of Clause
	Vec rows;    // of GapRow
	List list;
	const char *told;
} CoverageScreen;

static bool open_coverage(View *view, Err *err)
{
	CoverageScreen *screen = view->state;
	(void)err;
	vec_init(&screen->clauses, sizeof(Clause));
	vec_init(&screen->rows, sizeof(GapRow));
	return true;
}

static void close_coverage(View *view)
{
	CoverageScreen *screen = view->state;
	vec_release(&screen->clauses);
	vec_release(&screen->rows);
}

// From a blank at most `most` bytes before `at`, on the same line.
static size_t before(const char *text, size_t at, size_t most)
{
	size_t start = at;
	for (size_t i = at; i > 0 && at - i < most && text[i - 1] != '\n'; i--)
		if (i == 1 || text[i - 2] == ' ' || text[i - 2] == '\n')
			start = i - 1;
	return start;
}

// To a blank at most `most` bytes after `at`, on the same line.
static size_t after(const char *text, size_t at, size_t most)
{
	size_t end = at;
	for (size_t i = at; text[i] && text[i] != '\n' && i - at < most; i++)
		if (text[i + 1] == ' ' || text[i + 1] == '\n' || !text[i + 1])
			end = i + 1;
	return end;
}

// The gap among its neighbours: a lone "và" says nothing by itself.
static const char *in_context(View *view, const char *text, Range gap)
{
	size_t start = before(text, gap.start, CONTEXT_BEFORE),
	       end = after(text, gap.end, CONTEXT_AFTER);
	bool cut = text[end] && text[end] != '\n';
	return view_printf(view, "%.*s«%.*s»%.*s%s", (int)(gap.start - start), text + start,
		(int)(gap.end - gap.start), text + gap.start, (int)(end - gap.end), text + gap.end,
		cut ? "…" : "");
}

static void add_gap(View *view, Range gap)
{
	CoverageScreen *screen = view->state;
	const char *text = screen->directive.text;
	const Clause *clause = clause_at(&screen->clauses, gap.start);
	*(GapRow *)vec_push(&screen->rows) = (GapRow){
		.clause_id = clause ? clause->id : 0,
		.code = clause ? clause->code : "",
		.text = in_context(view, text, gap),
		.start = gap.start,
		.words = range_words(text, gap),
	};
}

static void add_idle(View *view, const Clause *clause)
{
	CoverageScreen *screen = view->state;
	*(GapRow *)vec_push(&screen->rows) = (GapRow){
		.clause_id = clause->id,
		.code = clause->code,
		.text = clause_words(view, screen->directive.text, clause),
		.start = clause->range.start,
	};
}

static const char *number(View *view, size_t value)
{
	Buf text = BUF_INIT;
	number_show(&text, (int64_t)value, 0);
	const char *shown = arena_strdup(&view->arena, text.bytes);
	buf_release(&text);
	return shown;
}

static void fill(View *view, const Coverage *coverage)
{
	CoverageScreen *screen = view->state;
	for (size_t i = 0; i < coverage->gaps.len; i++)
		add_gap(view, *(const Range *)vec_at(&coverage->gaps, i));
	for (size_t i = 0; i < coverage->idle.len; i++)
		add_idle(view, vec_at(&coverage->idle, i));
	screen->told = view_printf(view,
		tr("Đã giao %s/%s chữ của phần giao việc (%d%%). %zu chỗ chưa nhiệm vụ nào trích; "
		   "%zu điểm "
		   "chưa có nhiệm vụ."),
		number(view, coverage->covered), number(view, coverage->operative),
		coverage->percent, coverage->gaps.len, coverage->idle.len);
}

static bool load(View *view, Err *err)
{
	CoverageScreen *screen = view->state;
	Coverage coverage;
	vec_clear(&screen->clauses);
	vec_clear(&screen->rows);
	if (!directive_get(view->core, view->args.id, &view->arena, &screen->directive, err) ||
		!clause_list(view->core, view->args.id, &view->arena, &screen->clauses, err))
		return false;
	bool ok = directive_coverage_get(
		view->core, &screen->directive, &view->arena, &coverage, err);
	if (ok)
		fill(view, &coverage);
	coverage_release(&coverage);
	list_set_count(&screen->list, (int)screen->rows.len);
	view->title = tr("Phần chưa giao");
	view->note = tr("Enter đến điểm ấy · Esc về");
	return ok;
}

// By where it begins in the text; 0 is no key.
static int64_t row_key(const View *view, int index)
{
	const CoverageScreen *screen = view->state;
	return (int64_t)((const GapRow *)vec_at(&screen->rows, (size_t)index))->start + 1;
}

static List *list_of(View *view)
{
	CoverageScreen *screen = view->state;
	return &screen->list;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const CoverageScreen *screen = ((const View *)opaque)->state;
	const GapRow *row = vec_at(&screen->rows, (size_t)index);
	char count[32];
	int text = CODE_COLS;
	canvas_text_clip(canvas, rect, 0, 0, CODE_COLS - 1, STYLE_PLAIN, row->code);
	if (!row->words)
		text += canvas_text(canvas, rect, 0, text, STYLE_WARN, tr("! chưa có nhiệm vụ: "));
	snprintf(count, sizeof(count), tr("%zu chữ"), row->words);
	canvas_text_clip(
		canvas, rect, 0, text, rect.cols - WORDS_COLS - text - 1, STYLE_PLAIN, row->text);
	if (row->words)
		canvas_text_right(canvas, rect, 0, rect.cols - 1, STYLE_DIM, count);
}

static void draw_list_head(Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row,
		.col = rect.col + LIST_MARGIN,
		.rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("ĐIỂM"));
	canvas_text(canvas, line, 0, CODE_COLS, STYLE_DIM, tr("LỜI VĂN CHƯA GIAO"));
}

static void draw_selected(const CoverageScreen *screen, Canvas *canvas, Rect rect)
{
	const GapRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	Rect text = {
		.row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols - 1
	};
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	prose_draw(canvas, text, 0, 1, text.rows, STYLE_PLAIN, row->text);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	CoverageScreen *screen = view->state;
	Rect head = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	int top = prose_draw(canvas, head, 0, 1, 3, STYLE_TITLE, screen->told);
	if (!screen->rows.len) {
		canvas_text(canvas, head, top + 1, 1, STYLE_GOOD,
			tr("Mọi chữ của phần giao việc đều đã giao."));
		return;
	}
	int below = rect.rows < SMALL_ROWS ? 0 : BELOW;
	int room = rect.rows - top - 1 - below;
	int rows = room < screen->list.count ? room : screen->list.count;
	Rect list = { .row = rect.row + top + 1, .col = rect.col, .rows = rows, .cols = rect.cols };
	draw_list_head(canvas, rect, top);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (below)
		draw_selected(screen, canvas,
			(Rect){ .row = list.row + rows,
				.col = rect.col,
				.rows = rect.row + rect.rows - list.row - rows,
				.cols = rect.cols });
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn chỗ nào chưa giao."));
}

static bool open_row(View *view, Err *err)
{
	const CoverageScreen *screen = view->state;
	const GapRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	ViewArgs args = { .id = row->clause_id, .other_id = view->args.id };
	snprintf(args.code, sizeof(args.code), "%zu", row->start);
	return app_open(view->app, &clause_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Đến chỗ ấy trong điểm của văn bản."),
		has_row, open_row },
	{ 0 },
};

const ViewOps coverage_view = {
	.name = "coverage",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(CoverageScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_coverage,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_coverage,
};
