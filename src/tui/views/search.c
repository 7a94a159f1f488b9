// SPDX-License-Identifier: MIT
// Search over everything: a field, and below it what was found, grouped by kind. It searches as one
// types. A heading opened shows all of its kind.
#include "tui/views.h"

#include "base/tr.h"
#include "text/fold.h"
#include "tui/op.h"
#include "tui/views/search_screen.h"

#include <stdlib.h>
#include <string.h>

enum { EACH = 8, SINGLE = 100, OPS_MOST = 5, OP_LETTERS = 2 };

static bool open_search(View *view, Err *err)
{
	SearchScreen *screen = view->state;
	(void)err;
	screen->typed = editor_new(EDITOR_LINE, "");
	screen->completed = "";
	search_result_init(&screen->result);
	vec_init(&screen->rows, sizeof(SearchRow));
	return true;
}

static void close_search(View *view)
{
	SearchScreen *screen = view->state;
	editor_free(screen->typed);
	search_result_release(&screen->result);
	vec_release(&screen->rows);
	arena_release(&screen->arena);
}

// Rows ------------------------------------------------------------------------------------------

static const SearchHit *hit_at(const SearchScreen *screen, size_t index)
{
	return vec_at(&screen->result.hits, index);
}

static const char *heading(SearchScreen *screen, SearchKind kind, int count)
{
	bool more = screen->result.more & 1U << kind;
	return arena_printf(&screen->arena, more ? tr("%s (hơn %d) › Enter xem thêm") : "%s (%d)",
		search_kind_name(kind), count);
}

static void add_hits(SearchScreen *screen)
{
	size_t n = screen->result.hits.len;
	for (size_t start = 0, end; start < n; start = end) {
		SearchKind kind = hit_at(screen, start)->kind;
		for (end = start; end < n && hit_at(screen, end)->kind == kind;)
			end++;
		*(SearchRow *)vec_push(&screen->rows) = (SearchRow){ .kind = ROW_HEAD,
			.index = start,
			.title = heading(screen, kind, (int)(end - start)) };
		for (size_t i = start; i < end; i++)
			*(SearchRow *)vec_push(&screen->rows) =
				(SearchRow){ .kind = ROW_HIT, .index = i };
		screen->found += (int)(end - start);
	}
}

// Operations of the screen that one came from.
static void add_ops(View *view)
{
	SearchScreen *screen = view->state;
	const char *typed = editor_text(screen->typed);
	const Op *tables[OP_TABLES] = { NULL };
	int count = 0;
	if (strlen(typed) < OP_LETTERS || !view->below)
		return;
	op_tables(view->below, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name && count < OPS_MOST; op++) {
			if (tables[t] == move_ops || !text_contains(tr(op->title), typed) ||
				op_by_name(view->below, op->name) != op)
				continue;
			if (count++ == 0)
				*(SearchRow *)vec_push(&screen->rows) =
					(SearchRow){ .kind = ROW_HEAD,
						.title = tr("Thao tác"),
						.index = screen->result.hits.len };
			*(SearchRow *)vec_push(&screen->rows) =
				(SearchRow){ .kind = ROW_OP, .title = tr(op->title), .op = op };
		}
	screen->found += count;
}

static bool find_completion(View *view, Err *err)
{
	SearchScreen *screen = view->state;
	Vec texts;
	vec_init(&texts, sizeof(const char *));
	bool ok = search_complete(
		view->core, editor_text(screen->typed), &screen->arena, &texts, err);
	screen->completed = texts.len ? *(const char **)vec_at(&texts, 0) : "";
	vec_release(&texts);
	return ok;
}

static bool find(View *view, Err *err)
{
	SearchScreen *screen = view->state;
	const SearchLimit limit = { .each = EACH, .single = SINGLE };
	arena_clear(&screen->arena);
	vec_clear(&screen->rows);
	screen->found = 0;
	bool ok = search_run(view->core, editor_text(screen->typed), limit, &screen->arena,
			  &screen->result, err) &&
		  find_completion(view, err);
	if (ok) {
		add_hits(screen);
		add_ops(view);
	}
	list_set_count(&screen->list, (int)screen->rows.len);
	return ok;
}

static bool load(View *view, Err *err)
{
	view->title = tr("Tìm");
	view->note = tr("Tab điền nốt · Enter mở · Esc về");
	return find(view, err);
}

bool search_in_field(const SearchScreen *screen)
{
	return screen->list.selected == screen->at_field;
}

// What a hit says, not where it stands; while one types, the first row stays the selected one.
static int64_t row_key(const View *view, int index)
{
	const SearchScreen *screen = view->state;
	const SearchRow *row = vec_at(&screen->rows, (size_t)index);
	if (row->kind != ROW_HIT || search_in_field(screen))
		return 0;
	const SearchHit *hit = vec_at(&screen->result.hits, row->index);
	uint64_t thing = (uint64_t)hit->thing_id * SEARCH_KINDS + (uint64_t)hit->kind;
	return (int64_t)(thing * 1000003 + (uint64_t)hit->part);
}

static List *list_of(View *view)
{
	SearchScreen *screen = view->state;
	return &screen->list;
}

// Typing ----------------------------------------------------------------------------------------

// The first hit is the one that is opened; its heading stands above it.
static void select_first(SearchScreen *screen)
{
	list_select(&screen->list, screen->rows.len > 1 ? 1 : 0);
	screen->list.top = 0;
	screen->at_field = screen->list.selected;
}

static bool find_anew(View *view, Err *err)
{
	if (!core_read_begin(view->core, err))
		return false;
	bool ok = find(view, err);
	core_read_end(view->core);
	select_first(view->state);
	return ok;
}

static bool key(View *view, Key typed, const char *paste)
{
	SearchScreen *screen = view->state;
	Err err = ERR_INIT;
	char *before = arena_strdup(&view->arena, editor_text(screen->typed));
	if (!editor_key(screen->typed, typed, paste))
		return false;
	screen->at_field = screen->list.selected;
	if (strcmp(before, editor_text(screen->typed)) != 0 && !find_anew(view, &err))
		app_fail(view->app, &err);
	return true;
}

static Focus focus_of(View *view)
{
	const SearchScreen *screen = view->state;
	return (Focus){ screen->typed, TEXT_IS_SEARCH };
}

static bool type(View *view, const char *text, Err *err)
{
	SearchScreen *screen = view->state;
	char *copy = arena_strdup(&view->arena, text); // the completion's own arena is emptied
	editor_set(screen->typed, copy);
	return find_anew(view, err);
}

// Operations ------------------------------------------------------------------------------------

static bool can_complete(View *view, Err *err)
{
	const SearchScreen *screen = view->state;
	return *screen->completed ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có gì để điền nốt."));
}

static bool complete(View *view, Err *err)
{
	const SearchScreen *screen = view->state;
	return type(view, screen->completed, err);
}

static bool show_all(View *view, const SearchRow *row, Err *err)
{
	const SearchScreen *screen = view->state;
	if (row->index >= screen->result.hits.len)
		return true;
	const char *name = search_kind_name(hit_at(screen, row->index)->kind);
	if (!(screen->result.more & 1U << hit_at(screen, row->index)->kind))
		return true;
	return type(view,
		view_printf(view, "%s\"%s\" %s", tr("loại:"), name, editor_text(screen->typed)),
		err);
}

static bool run_found(View *view, const Op *op, Err *err)
{
	View *target = view->below;
	if (!op_check(target, op, err))
		return false;
	app_back(view->app);
	return op->run(target, err);
}

static bool has_row(View *view, Err *err)
{
	const SearchScreen *screen = view->state;
	return screen->list.count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có kết quả nào để mở."));
}

static bool open_row(View *view, Err *err)
{
	const SearchScreen *screen = view->state;
	const SearchRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	if (row->kind == ROW_HEAD)
		return show_all(view, row, err);
	if (row->kind == ROW_OP)
		return run_found(view, row->op, err);
	return search_hit_open(view, hit_at(screen, row->index), err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ,
		N_("Mở kết quả đang chọn, ngay chỗ tìm thấy; ở dòng tên loại: xem thêm loại ấy."),
		has_row, open_row },
	{ "search-complete", N_("Điền nốt"), "Tab", NULL, RIGHT_READ,
		N_("Điền nốt bộ lọc đang gõ: vùng:, địa phương:, từ:, đến:, loại:."), can_complete,
		complete },
	{ 0 },
};

const ViewOps search_view = {
	.name = "search",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(SearchScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_search,
	.load = load,
	.draw = search_draw,
	.list = list_of,
	.key = key,
	.focus = focus_of,
	.close = close_search,
};
