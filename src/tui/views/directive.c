// SPDX-License-Identifier: MIT
// A directive as the tree of its clauses, with the tasks that were made of each.
#include "tui/views.h"

#include "base/tr.h"
#include "core/directive.h"
#include "tui/views/clause_words.h"
#include "tui/views/prose_draw.h"
#include "tui/views/task_line.h"

#include <string.h>

enum { INDENT = 2, CODE_COLS = 6, COUNT_COLS = 15, SMALL_ROWS = 12 };

// A clause, or a task of the clause above it.
typedef struct {
	int depth;
	Clause clause;
	const char *words;    // the clause's first ones
	int tasks;            // of the clause and all below it
	const TaskLine *line; // NULL: a clause
} TreeRow;

typedef struct {
	Directive directive;
	Vec clauses; // of Clause
	Vec lines;   // of TaskLine
	Vec rows;    // of TreeRow
	List list;
	const char *source, *given;
} DirectiveScreen;

static bool open_directive(View *view, Err *err)
{
	DirectiveScreen *screen = view->state;
	(void)err;
	vec_init(&screen->clauses, sizeof(Clause));
	vec_init(&screen->lines, sizeof(TaskLine));
	vec_init(&screen->rows, sizeof(TreeRow));
	return true;
}

static void close_directive(View *view)
{
	DirectiveScreen *screen = view->state;
	vec_release(&screen->clauses);
	vec_release(&screen->lines);
	vec_release(&screen->rows);
}

// Its own tasks and those of the clauses that follow it deeper in the tree.
static int count_tasks(const Vec *clauses, size_t index)
{
	const Clause *top = vec_at(clauses, index);
	int tasks = top->tasks;
	for (size_t i = index + 1; i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		if (clause->depth <= top->depth)
			break;
		tasks += clause->tasks;
	}
	return tasks;
}

static void add_rows(View *view)
{
	DirectiveScreen *screen = view->state;
	for (size_t i = 0; i < screen->clauses.len; i++) {
		const Clause *clause = vec_at(&screen->clauses, i);
		*(TreeRow *)vec_push(&screen->rows) = (TreeRow){
			.depth = clause->depth,
			.clause = *clause,
			.words = clause_words(view, screen->directive.text, clause),
			.tasks = count_tasks(&screen->clauses, i),
		};
		for (size_t k = 0; k < screen->lines.len; k++) {
			const TaskLine *line = vec_at(&screen->lines, k);
			if (line->task.clause_id == clause->id)
				*(TreeRow *)vec_push(&screen->rows) = (TreeRow){
					.depth = clause->depth + 1, .clause = *clause, .line = line
				};
		}
	}
}

static void load_words(View *view, const Coverage *coverage)
{
	DirectiveScreen *screen = view->state;
	const Directive *directive = &screen->directive;
	view->title = directive->number;
	view->note = tr("Enter mở điểm, nhiệm vụ · F6 phần chưa giao · ? trợ giúp");
	screen->source = view_printf(view, tr("%s, %s · ký: đ/c %s, %s"), directive->issuer,
		view_day(view, directive->issued_on), directive->signer_name,
		directive->signer_post);
	screen->given = view_printf(view,
		tr("%d nhiệm vụ, đã giao %d%% số chữ của phần giao việc · %zu chỗ chưa giao (F6)"),
		(int)screen->lines.len, coverage->percent, coverage->gaps.len);
}

static bool load_coverage(View *view, Err *err)
{
	DirectiveScreen *screen = view->state;
	Coverage coverage;
	bool ok = directive_coverage_get(
		view->core, &screen->directive, &view->arena, &coverage, err);
	if (ok)
		load_words(view, &coverage);
	coverage_release(&coverage);
	return ok;
}

static bool load(View *view, Err *err)
{
	DirectiveScreen *screen = view->state;
	vec_clear(&screen->clauses);
	vec_clear(&screen->lines);
	vec_clear(&screen->rows);
	view->thing = (Thing){ NOUN_DIRECTIVE, view->args.id };
	if (!directive_get(view->core, view->args.id, &view->arena, &screen->directive, err) ||
		!clause_list(view->core, view->args.id, &view->arena, &screen->clauses, err) ||
		!task_lines_load(view, view->args.id, 0, &screen->lines, err) ||
		!load_coverage(view, err))
		return false;
	add_rows(view);
	list_set_count(&screen->list, (int)screen->rows.len);
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const DirectiveScreen *screen = view->state;
	const TreeRow *row = vec_at(&screen->rows, (size_t)index);
	return row->line ? row->line->task.id : row->clause.id;
}

static List *list_of(View *view)
{
	DirectiveScreen *screen = view->state;
	return &screen->list;
}

// Drawing --------------------------------------------------------------------------------------

static void draw_clause(const TreeRow *row, Canvas *canvas, Rect rect)
{
	int code = row->depth * INDENT, words = code + CODE_COLS, count = rect.cols - COUNT_COLS;
	canvas_text_clip(canvas, rect, 0, code, CODE_COLS - 1, STYLE_TITLE, row->clause.code);
	canvas_text_clip(canvas, rect, 0, words, count - words - 1, STYLE_TITLE, row->words);
	if (row->tasks)
		canvas_textf(canvas, rect, 0, count, STYLE_DIM, tr("%d nhiệm vụ"), row->tasks);
	else
		canvas_text(canvas, rect, 0, count, STYLE_WARN, tr("! chưa giao"));
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const DirectiveScreen *screen = ((const View *)opaque)->state;
	const TreeRow *row = vec_at(&screen->rows, (size_t)index);
	if (row->line)
		task_line_draw(canvas, rect, row->depth * INDENT, row->line);
	else
		draw_clause(row, canvas, rect);
}

static int draw_head(const DirectiveScreen *screen, Canvas *canvas, Rect rect)
{
	Rect lines = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	bool small = rect.rows < SMALL_ROWS;
	int row = prose_draw(
		canvas, lines, 0, 1, small ? 1 : 2, STYLE_TITLE, screen->directive.subject);
	if (small)
		return row;
	row += prose_draw(canvas, lines, row, 1, 2, STYLE_DIM, screen->source);
	row += prose_draw(canvas, lines, row, 1, 2, STYLE_PLAIN, screen->given);
	canvas_hline(canvas, rect, row, 0, rect.cols, STYLE_DIM);
	return row + 1;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	DirectiveScreen *screen = view->state;
	int top = draw_head(screen, canvas, rect);
	Rect list = {
		.row = rect.row + top, .col = rect.col, .rows = rect.rows - top, .cols = rect.cols
	};
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
}

// Operations -----------------------------------------------------------------------------------

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Văn bản này chưa có điểm nào."));
}

static bool open_clause(View *view, int64_t clause_id, Err *err)
{
	ViewArgs args = { .id = clause_id, .other_id = view->args.id };
	return app_open(view->app, &clause_view, &args, err);
}

static bool open_row(View *view, Err *err)
{
	const DirectiveScreen *screen = view->state;
	const TreeRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	return row->line ? task_line_open(view, row->line, err)
			 : open_clause(view, row->clause.id, err);
}

static bool open_text(View *view, Err *err)
{
	return open_clause(view, 0, err);
}

static bool open_coverage(View *view, Err *err)
{
	ViewArgs args = { .id = view->args.id };
	return app_open(view->app, &coverage_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ,
		N_("Lời văn của điểm, hoặc nhiệm vụ đang chọn."), has_row, open_row },
	{ "coverage", N_("Phần chưa giao"), "F6", N_("Xem"), RIGHT_READ,
		N_("Những chữ và điểm của văn bản chưa có nhiệm vụ nào."), NULL, open_coverage },
	{ "directive-text", N_("Toàn văn"), "", NULL, RIGHT_READ,
		N_("Toàn văn văn bản, chữ chưa giao được gạch chân."), NULL, open_text },
	{ 0 },
};

const ViewOps directive_view = {
	.name = "directive",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(DirectiveScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_directive,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_directive,
};
