// SPDX-License-Identifier: MIT
// The progress grid's way out: into the database, or into a draft.
#include "tui/views/progress_grid.h"

#include "base/tr.h"
#include "text/sheet.h"

#include <string.h>

// Saving ------------------------------------------------------------------------------------------

static void fail_at(const GridScreen *screen, int row, const Err *err)
{
	int column = strcmp(err->field, "percent") == 0 ? PERCENT :
		     strcmp(err->field, "as_of") == 0 ? AS_OF :
							STATE;
	grid_fail(screen->grid, row, column_of(screen, column), err->message);
}

static int count_errors(const GridScreen *screen, int row)
{
	int count = 0;
	for (int column = 0; column < screen->spec.columns_n; column++)
		count += *grid_error(screen->grid, row, column) != '\0';
	return count;
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
		if (count_errors(screen, row))
			continue;
		if (!progress_grid_read(view, row, &entry.input, arena, &err) ||
			!progress_check(view->core, &entry.input, &err)) {
			fail_at(screen, row, &err);
			continue;
		}
		*(ProgressEntry *)vec_push(entries) = entry;
		*(int *)vec_push(rows) = row;
	}
}

static bool show_errors(const GridScreen *screen, Err *err)
{
	int first_row, first_column, count = 0;
	if (!grid_first_error(screen->grid, &first_row, &first_column))
		return true;
	for (int row = 0; row < grid_rows(screen->grid); row++)
		count += count_errors(screen, row);
	grid_go(screen->grid, first_row, first_column);
	err_set(err, ERR_INVALID, tr("Chưa ghi gì: %d ô chưa đúng, có dấu !."), count);
	return false;
}

static bool record(View *view, const Vec *entries, const Vec *rows, Err *err)
{
	const GridScreen *screen = view->state;
	size_t failed;
	if (progress_record_many(view->core, entries->items, entries->len, &failed, err))
		return true;
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
	bool ok = show_errors(screen, err) && record(view, &entries, &rows, err);
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

// Touched rows, one a line: code, place and the four cells, as a spreadsheet would write them.
static void draft_parts(const View *view, Vec *out)
{
	GridScreen *screen = view->state;
	buf_clear(&screen->typed);
	for (int row = 0; row < grid_rows(screen->grid); row++) {
		if (!grid_row_touched(screen->grid, row))
			continue;
		sheet_add_cell(&screen->typed, leaf_at(screen, row)->code, '\t');
		buf_addch(&screen->typed, '\t');
		sheet_add_cell(&screen->typed, leaf_at(screen, row)->place_code, '\t');
		for (int column = STATE; column < COLUMNS; column++) {
			buf_addch(&screen->typed, '\t');
			sheet_add_cell(&screen->typed,
				grid_text(screen->grid, row, column_of(screen, column)), '\t');
		}
		buf_addch(&screen->typed, '\n');
	}
	*(TypedPart *)vec_push(out) = (TypedPart){ .name = "rows", .label = tr("Bảng tiến độ"),
		.kind = TYPED_TEXT, .text = screen->typed.bytes };
}

static int row_named(const GridScreen *screen, const char *code, const char *place)
{
	for (int row = 0; row < (int)screen->leaves.len; row++)
		if (strcmp(leaf_at(screen, row)->code, code) == 0 &&
			strcmp(leaf_at(screen, row)->place_code, place) == 0)
			return row;
	return -1;
}

static void put_row(GridScreen *screen, int row, const Sheet *sheet, size_t from)
{
	for (int column = STATE; row >= 0 && column < COLUMNS; column++)
		grid_put(screen->grid, row, column_of(screen, column),
			sheet_cell(sheet, from, (size_t)(2 + column - STATE)));
}

static void draft_put(View *view, const LeftPart *part)
{
	GridScreen *screen = view->state;
	Sheet sheet;
	sheet_read(&sheet, part->text, strlen(part->text), '\t');
	grid_settle(screen->grid);
	grid_begin(screen->grid);
	for (int row = 0; row < grid_rows(screen->grid); row++)
		for (int column = STATE; column < COLUMNS; column++)
			grid_put(screen->grid, row, column_of(screen, column),
				grid_stored(screen->grid, row, column_of(screen, column)));
	for (size_t i = 0; i < sheet_rows(&sheet); i++)
		put_row(screen, row_named(screen, sheet_cell(&sheet, i, 0), sheet_cell(&sheet, i, 1)),
			&sheet, i);
	grid_end(screen->grid);
	sheet_release(&sheet);
}

const Typing progress_grid_typing = { .form = draft_name, .parts = draft_parts, .put = draft_put };
