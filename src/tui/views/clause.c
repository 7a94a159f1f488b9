// SPDX-License-Identifier: MIT
// A clause's own words, those that no task cites marked «so» and underlined, and its tasks. Its
// lines are a list's rows, so that the cursor goes from the words to the tasks that were made of
// them.
#include "tui/views.h"

#include "base/tr.h"
#include "core/directive.h"
#include "text/width.h"
#include "text/wrap.h"
#include "tui/views/clause_words.h"
#include "tui/views/prose_draw.h"
#include "tui/views/task_form.h"
#include "tui/views/task_line.h"

#include <stdlib.h>
#include <string.h>

// Between the last line of words and the first task: a blank, and a heading.
enum { BETWEEN = 2, FIRST_COLS = 76, SMALL_ROWS = 12 };

typedef struct {
	Directive directive;
	Clause clause; // id 0: the whole text
	Buf text;      // with the marks « » in it
	Vec marked;    // of Range: of text, from « to », both included
	Vec lines;     // of WrapLine: text, wrapped at cols
	int cols;
	Vec tasks; // of TaskLine
	List list;
	size_t begin; // where in text the cursor stands at first
	const char *source, *told;
	bool loaded;
} ClauseScreen;

static bool open_clause(View *view, Err *err)
{
	ClauseScreen *screen = view->state;
	(void)err;
	screen->text = (Buf)BUF_INIT;
	screen->cols = FIRST_COLS;
	vec_init(&screen->marked, sizeof(Range));
	vec_init(&screen->lines, sizeof(WrapLine));
	vec_init(&screen->tasks, sizeof(TaskLine));
	return true;
}

static void close_clause(View *view)
{
	ClauseScreen *screen = view->state;
	buf_release(&screen->text);
	vec_release(&screen->marked);
	vec_release(&screen->lines);
	vec_release(&screen->tasks);
}

// Words ----------------------------------------------------------------------------------------

static Range overlap(Range a, Range b)
{
	Range both = { a.start > b.start ? a.start : b.start, a.end < b.end ? a.end : b.end };
	return range_is_empty(both) ? (Range){ 0, 0 } : both;
}

static void mark_words(ClauseScreen *screen, Range whole, const Vec *gaps, size_t begin)
{
	const char *text = screen->directive.text;
	Buf *out = &screen->text;
	size_t at = whole.start;
	buf_clear(out);
	vec_clear(&screen->marked);
	for (size_t i = 0; i < gaps->len; i++) {
		Range gap = overlap(*(const Range *)vec_at(gaps, i), whole);
		if (range_is_empty(gap))
			continue;
		buf_add(out, text + at, gap.start - at);
		if (gap.start <= begin)
			screen->begin = out->len;
		Range *mark = vec_push(&screen->marked);
		mark->start = out->len;
		buf_addf(out, "«%.*s»", (int)(gap.end - gap.start), text + gap.start);
		mark->end = out->len;
		at = gap.end;
	}
	buf_add(out, text + at, whole.end - at);
}

static int rows_between(const ClauseScreen *screen)
{
	return screen->tasks.len ? BETWEEN : 0;
}

// The cursor stays on the words, or on the task, that it stood on.
static void wrap_words(ClauseScreen *screen, int cols)
{
	int old_lines = (int)screen->lines.len, at = screen->list.selected;
	size_t offset = screen->begin;
	if (at < old_lines)
		offset = ((const WrapLine *)vec_at(&screen->lines, (size_t)at))->start;
	vec_clear(&screen->lines);
	text_wrap(&screen->lines, screen->text.bytes, screen->text.len, cols);
	int lines = (int)screen->lines.len;
	list_set_count(&screen->list, lines + rows_between(screen) + (int)screen->tasks.len);
	list_select(&screen->list, at >= old_lines && old_lines
					   ? at - old_lines + lines
					   : (int)wrap_line_at(&screen->lines, offset));
	screen->cols = cols;
}

static void load_words(View *view)
{
	ClauseScreen *screen = view->state;
	size_t words = 0;
	for (size_t i = 0; i < screen->marked.len; i++)
		words +=
			range_words(screen->text.bytes, *(const Range *)vec_at(&screen->marked, i));
	view->title = screen->clause.id ? view_printf(view, tr("Điểm %s"), screen->clause.code)
					: tr("Toàn văn");
	view->note = screen->tasks.len ? tr("Mũi tên cuộn · Enter mở nhiệm vụ ở cuối · Esc về")
				       : tr("Mũi tên cuộn · Esc về");
	screen->source = view_printf(view, "%s, %s", screen->directive.number, view->title);
	screen->told =
		words ? view_printf(view,
				tr("Chữ trong «…» gạch chân: %zu chữ chưa nhiệm vụ nào trích."),
				words)
		      : tr("Mọi chữ ở đây đều đã giao thành nhiệm vụ.");
}

// Loading --------------------------------------------------------------------------------------

static bool find_clause(View *view, Range *whole, Err *err)
{
	ClauseScreen *screen = view->state;
	Vec clauses;
	vec_init(&clauses, sizeof(Clause));
	bool ok = clause_list(view->core, view->args.other_id, &view->arena, &clauses, err);
	const Clause *clause = ok && view->args.id ? clause_by_id(&clauses, view->args.id) : NULL;
	if (ok && view->args.id && !clause)
		ok = err_set(err, ERR_NOT_FOUND, "%s", tr("Điểm này không còn trong văn bản."));
	screen->clause = clause ? *clause : (Clause){ .code = "" };
	*whole = clause ? clause->range : (Range){ 0, strlen(screen->directive.text) };
	vec_release(&clauses);
	return ok;
}

static bool load_marks(View *view, Range whole, Err *err)
{
	ClauseScreen *screen = view->state;
	Coverage coverage;
	bool ok = directive_coverage_get(
		view->core, &screen->directive, &view->arena, &coverage, err);
	if (ok)
		mark_words(screen, whole, &coverage.gaps,
			screen->loaded ? 0 : (size_t)strtoull(view->args.code, NULL, 10));
	coverage_release(&coverage);
	return ok;
}

static bool load(View *view, Err *err)
{
	ClauseScreen *screen = view->state;
	Range whole;
	vec_clear(&screen->tasks);
	if (!directive_get(
		    view->core, view->args.other_id, &view->arena, &screen->directive, err) ||
		!find_clause(view, &whole, err) || !load_marks(view, whole, err))
		return false;
	if (screen->clause.id &&
		!task_lines_load(view, view->args.other_id, screen->clause.id, &screen->tasks, err))
		return false;
	load_words(view);
	wrap_words(screen, screen->cols);
	screen->loaded = true;
	return true;
}

// The task of a row, NULL where it is another one.
static const TaskLine *task_at(const ClauseScreen *screen, int row)
{
	int index = row - (int)screen->lines.len - BETWEEN;
	return index >= 0 && index < (int)screen->tasks.len ? vec_at(&screen->tasks, (size_t)index)
							    : NULL;
}

// The words have places of their own, which wrap_words() keeps.
static int64_t row_key(const View *view, int index)
{
	const TaskLine *task = task_at(view->state, index);
	return task ? task->task.id : 0;
}

static List *list_of(View *view)
{
	ClauseScreen *screen = view->state;
	return &screen->list;
}

// Drawing --------------------------------------------------------------------------------------

static void draw_line(const ClauseScreen *screen, Canvas *canvas, Rect rect, const WrapLine *line)
{
	const char *text = screen->text.bytes;
	canvas_textn(canvas, rect, 0, 0, STYLE_PLAIN, text + line->start, line->end - line->start);
	for (size_t i = 0; i < screen->marked.len; i++) {
		const Range *mark = vec_at(&screen->marked, i);
		Range here = overlap(*mark, (Range){ line->start, line->end });
		if (range_is_empty(here))
			continue;
		canvas_style(canvas, rect, 0,
			text_width_n(text + line->start, here.start - line->start),
			text_width_n(text + here.start, here.end - here.start), STYLE_MATCH);
	}
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ClauseScreen *screen = ((const View *)opaque)->state;
	const TaskLine *task = task_at(screen, index);
	if (task)
		task_line_draw(canvas, rect, 0, task);
	else if (index < (int)screen->lines.len)
		draw_line(screen, canvas, rect, vec_at(&screen->lines, (size_t)index));
	else if (index == (int)screen->lines.len + 1)
		canvas_textf(canvas, rect, 0, 0, STYLE_TITLE, tr("NHIỆM VỤ CỦA ĐIỂM NÀY (%zu)"),
			screen->tasks.len);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	ClauseScreen *screen = view->state;
	Rect head = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	int top = prose_draw(canvas, head, 0, 1, 1, STYLE_TITLE, screen->source);
	if (rect.rows >= SMALL_ROWS) {
		top += prose_draw(canvas, head, top, 1, 2, STYLE_DIM, screen->told);
		canvas_hline(canvas, rect, top++, 0, rect.cols, STYLE_DIM);
	}
	if (screen->cols != rect.cols - LIST_MARGIN - 1)
		wrap_words(screen, rect.cols - LIST_MARGIN - 1);
	Rect list = {
		.row = rect.row + top, .col = rect.col, .rows = rect.rows - top, .cols = rect.cols
	};
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
}

// Operations -----------------------------------------------------------------------------------

static bool on_task(View *view, Err *err)
{
	const ClauseScreen *screen = view->state;
	return task_at(screen, screen->list.selected) ||
	       err_set(err, ERR_INVALID, "%s", tr("Chọn một nhiệm vụ ở cuối điểm (End) trước."));
}

static bool open_task(View *view, Err *err)
{
	const ClauseScreen *screen = view->state;
	return task_line_open(view, task_at(screen, screen->list.selected), err);
}

static bool has_clause(View *view, Err *err)
{
	return view->args.id ||
	       err_set(err, ERR_INVALID, "%s", tr("Mở một điểm của văn bản rồi thêm nhiệm vụ ở đó."));
}

static bool add_task(View *view, Err *err)
{
	return task_add_open(view->app, view->args.other_id, view->args.id, err);
}

static const Op ops[] = {
	{ "task-add", N_("Thêm nhiệm vụ"), "F2", N_("Thêm"), RIGHT_DIRECT,
		N_("Một nhiệm vụ nữa của điểm này, Văn phòng ghi."), has_clause, add_task },
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ đang chọn ở cuối điểm."),
		on_task, open_task },
	{ 0 },
};

const ViewOps clause_view = {
	.name = "clause",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ClauseScreen),
	.ops = ops,
	.open = open_clause,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_clause,
};
