// SPDX-License-Identifier: MIT
// The progress grid's way out: into the database, or into a draft.
#include "tui/views/progress_grid.h"

#include "base/tr.h"
#include "tui/grid_typed.h"

#include <string.h>

// Saving ------------------------------------------------------------------------------------------

static void fail_at(const GridScreen *screen, int row, const Err *err)
{
	int column = strcmp(err->field, "percent") == 0 ? PERCENT :
		     strcmp(err->field, "as_of") == 0 ? AS_OF :
							STATE;
	grid_fail(screen->grid, row, column_of(screen, column), err->message);
}

// Every touched row, and in *rows (int) which ones; those that are wrong are marked instead.
static void collect(View *view, Vec *entries, Vec *rows, Arena *arena)
{
	const GridScreen *screen = view->state;
	for (int row = 0; row < grid_rows(screen->grid); row++) {
		Err err = ERR_INIT;
		ProgressEntry entry = { .leaf_id = leaf_at(screen, row)->leaf_id };
		if (!grid_row_touched(screen->grid, row))
			continue;
		grid_check(screen->grid, row);
		if (grid_row_errors(screen->grid, row))
			continue;
		if (!progress_grid_read(view, row, &entry.input, arena, &err) ||
			!progress_check(view->core, &entry.input, &err)) {
			fail_at(screen, row, &err);
			continue;
		}
		entry.input.seen = *(const int64_t *)vec_at(&screen->seen, (size_t)row);
		*(ProgressEntry *)vec_push(entries) = entry;
		*(int *)vec_push(rows) = row;
	}
}

// What others have told is said at each row where another report counts than the one that was read;
// what was typed stays, and saving again is a decision. Returns the first such row, -1 for none.
static bool take_counting(View *view, const Vec *rows, int *first, Err *err)
{
	GridScreen *screen = view->state;
	*first = -1;
	for (size_t i = 0; i < rows->len; i++) {
		int64_t counting;
		int row = *(const int *)vec_at(rows, i);
		Leaf *read = vec_at(&screen->leaves, (size_t)row), now;
		int64_t *seen = vec_at(&screen->seen, (size_t)row);
		if (!progress_counting(view->core, read->leaf_id, &counting, err))
			return false;
		if (counting == *seen)
			continue;
		if (!leaf_get(view->core, read->leaf_id, &screen->arena, &now, err))
			return false;
		*first = *first < 0 ? row : *first;
		*read = now;
		*seen = counting;
		grid_fail(screen->grid, row, column_of(screen, STATE),
			arena_printf(&screen->arena,
				tr("Người khác vừa ghi: %s. Ctrl+S lần nữa để thay."),
				arena_printf(&screen->arena, "%s %d%%", state_name(now.state), now.percent)));
	}
	return true;
}

static bool tell_conflicts(View *view, const Vec *rows, Err *err)
{
	const GridScreen *screen = view->state;
	Err ignored = ERR_INIT; // the conflict itself says more
	int first;
	if (!take_counting(view, rows, &first, &ignored) || first < 0)
		return false;
	grid_go(screen->grid, first, column_of(screen, STATE));
	return err_set(err, ERR_CONFLICT, "%s", tr("Chưa ghi gì: người khác vừa ghi dòng có dấu !."));
}

static bool record(View *view, const Vec *entries, const Vec *rows, Err *err)
{
	const GridScreen *screen = view->state;
	size_t failed;
	if (progress_record_many(view->core, entries->items, entries->len, &failed, err))
		return true;
	if (failed >= rows->len && err->kind == ERR_CONFLICT)
		return tell_conflicts(view, rows, err);
	if (failed < rows->len) {
		int row = *(const int *)vec_at(rows, failed);
		fail_at(screen, row, err);
		grid_go(screen->grid, row, column_of(screen, STATE));
	}
	return false;
}

// A report of an earlier day is kept but does not count while there is a later one.
static int count_older(const GridScreen *screen, const Vec *entries, const Vec *rows)
{
	int older = 0;
	for (size_t i = 0; i < rows->len; i++) {
		const ProgressEntry *entry = vec_at(entries, i);
		const Leaf *leaf = leaf_at(screen, *(const int *)vec_at(rows, i));
		older += *entry->input.as_of && strcmp(entry->input.as_of, leaf->as_of) < 0;
	}
	return older;
}

bool progress_grid_save(View *view, GridSaved *saved, Err *err)
{
	const GridScreen *screen = view->state;
	Vec entries, rows;
	Arena arena = ARENA_INIT;
	grid_settle(screen->grid);
	vec_init(&entries, sizeof(ProgressEntry));
	vec_init(&rows, sizeof(int));
	collect(view, &entries, &rows, &arena);
	bool ok = grid_show_errors(screen->grid, err) && record(view, &entries, &rows, err);
	*saved = (GridSaved){ .rows = (int)rows.len, .older = count_older(screen, &entries, &rows) };
	vec_release(&entries);
	vec_release(&rows);
	arena_release(&arena);
	return ok;
}

// Drafts ------------------------------------------------------------------------------------------

static const char *draft_name(const View *view)
{
	(void)view;
	return "progress-grid";
}

static const char *row_name(const void *owner, int row, int part)
{
	const View *view = owner;
	const Leaf *leaf = leaf_at(view->state, row);
	return part == 0 ? leaf->code : leaf->place_code;
}

static void draft_parts(const View *view, Vec *out)
{
	GridScreen *screen = view->state;
	grid_typed_write(screen->grid, column_of(screen, STATE), row_name, view, &screen->typed);
	*(TypedPart *)vec_push(out) = (TypedPart){ .name = "rows", .label = tr("Bảng tiến độ"),
		.kind = TYPED_TEXT, .text = screen->typed.bytes };
}

static void draft_put(View *view, const LeftPart *part)
{
	const GridScreen *screen = view->state;
	grid_typed_read(screen->grid, column_of(screen, STATE), row_name, view, part->text);
}

const Typing progress_grid_typing = { .form = draft_name, .parts = draft_parts, .put = draft_put };
