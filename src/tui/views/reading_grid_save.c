// SPDX-License-Identifier: MIT
// The way out of the grid of readings: into the database, or into a draft.
#include "tui/views/reading_grid.h"

#include "base/tr.h"
#include "tui/grid_typed.h"

#include <string.h>

static int column_of_field(const ReadingGrid *screen, const char *field)
{
	static const struct {
		const char *field;
		int column;
	} fields[] = {
		{ "below", R_BELOW }, { "kind", R_KIND }, { "as_of", R_AS_OF }, { "value", R_VALUE },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (strcmp(field, fields[i].field) == 0)
			return reading_column(screen, fields[i].column);
	return R_VALUE;
}

static void fail_at(const ReadingGrid *screen, int row, const Err *err)
{
	grid_fail(screen->grid, row, column_of_field(screen, err->field), err->message);
}

// What every touched row says, and in *rows (int, beside the inputs) where; wrong ones are marked
// instead. Returns how many rows there are.
static int collect(View *view, Vec *inputs, Vec *rows, Arena *arena)
{
	const ReadingGrid *screen = view->state;
	int touched = 0;
	for (int row = 0; row < grid_rows(screen->grid); row++) {
		Err err = ERR_INIT;
		if (!grid_row_touched(screen->grid, row))
			continue;
		touched++;
		grid_check(screen->grid, row);
		if (grid_row_errors(screen->grid, row))
			continue;
		size_t first = inputs->len;
		bool ok = reading_grid_read(view, row, inputs, arena, &err);
		for (size_t i = first; ok && i < inputs->len; i++) {
			((ReadingInput *)vec_at(inputs, i))->seen = screen->seen;
			ok = reading_check(view->core, vec_at(inputs, i), &err);
		}
		while (rows->len < inputs->len)
			*(int *)vec_push(rows) = row;
		if (!ok)
			fail_at(screen, row, &err);
	}
	return touched;
}

// What others have told is said at each row that tells the same; what was typed stays, and saving
// again is a decision.
static bool tell_conflicts(View *view, const Vec *inputs, const Vec *rows, Err *err)
{
	ReadingGrid *screen = view->state;
	Err ignored = ERR_INIT; // the conflict itself says more
	int first = -1;
	for (size_t i = 0; i < inputs->len; i++) {
		const char *since;
		int row = *(const int *)vec_at(rows, i);
		if (!reading_since(view->core, vec_at(inputs, i), &screen->arena, &since, &ignored))
			return false;
		if (!*since)
			continue;
		first = first < 0 ? row : first;
		grid_fail(screen->grid, row, R_VALUE,
			arena_printf(&screen->arena, tr("Người khác vừa ghi: %s. Ctrl+S lần nữa để thay."),
				since));
	}
	if (first < 0 || !reading_newest(view->core, &screen->seen, &ignored))
		return false;
	grid_go(screen->grid, first, R_VALUE);
	return err_set(err, ERR_CONFLICT, "%s", tr("Chưa ghi gì: người khác vừa ghi dòng có dấu !."));
}

static bool record(View *view, const Vec *inputs, const Vec *rows, Err *err)
{
	const ReadingGrid *screen = view->state;
	size_t failed;
	if (reading_record(view->core, inputs->items, inputs->len, &failed, err))
		return true;
	if (failed >= rows->len && err->kind == ERR_CONFLICT)
		return tell_conflicts(view, inputs, rows, err);
	if (failed < rows->len) {
		int row = *(const int *)vec_at(rows, failed);
		fail_at(screen, row, err);
		grid_go(screen->grid, row, R_VALUE);
	}
	return false;
}

bool reading_grid_save(View *view, int *count, Err *err)
{
	const ReadingGrid *screen = view->state;
	Vec inputs, rows;
	Arena arena = ARENA_INIT;
	grid_settle(screen->grid);
	vec_init(&inputs, sizeof(ReadingInput));
	vec_init(&rows, sizeof(int));
	*count = collect(view, &inputs, &rows, &arena);
	bool ok = grid_show_errors(screen->grid, err) && record(view, &inputs, &rows, err);
	vec_release(&inputs);
	vec_release(&rows);
	arena_release(&arena);
	return ok;
}

// Drafts ------------------------------------------------------------------------------------------

static const char *draft_name(const View *view)
{
	(void)view;
	return "reading-grid";
}

static const char *row_name(const void *owner, int row, int part)
{
	const View *view = owner;
	return part == 0 ? reading_row_at(view->state, row)->code : "";
}

static void draft_parts(const View *view, Vec *out)
{
	ReadingGrid *screen = view->state;
	grid_typed_write(screen->grid, R_VALUE, row_name, view, &screen->typed);
	*(TypedPart *)vec_push(out) = (TypedPart){ .name = "rows", .label = tr("Bảng số liệu"),
		.kind = TYPED_TEXT, .text = screen->typed.bytes };
}

static void draft_put(View *view, const LeftPart *part)
{
	const ReadingGrid *screen = view->state;
	grid_typed_read(screen->grid, R_VALUE, row_name, view, part->text);
}

const Typing reading_grid_typing = { .form = draft_name, .parts = draft_parts, .put = draft_put };
