// SPDX-License-Identifier: MIT
// The round grid's way out: into the database, or into a draft.
#include "tui/views/round_grid.h"

#include "base/tr.h"
#include "core/task.h"
#include "text/sheet.h"

#include <string.h>

// Reading ---------------------------------------------------------------------------------------

static bool read_day(const View *view, const char *typed, const char *field, Arena *arena,
	const char **out, Err *err)
{
	char iso[11] = "";
	if (*typed && !progress_day_read(view->core, typed, iso, err))
		return err_field(err, field);
	*out = arena_strdup(arena, iso);
	return true;
}

static bool read_row(const View *view, int row, Report *out, Arena *arena, Err *err)
{
	const RoundGrid *screen = view->state;
	const Grid *grid = screen->grid;
	const char *state = grid_text(grid, row, GRID_STATE);
	*out = reporter_at(screen, row)->report; // the row that was read: its id and revision
	out->document = grid_text(grid, row, GRID_DOCUMENT);
	out->note = grid_text(grid, row, GRID_NOTE);
	out->state = REPORT_NONE;
	return (!*state || report_state_read(state, &out->state, err)) &&
	       read_day(view, grid_text(grid, row, GRID_RECEIVED), "received", arena, &out->received,
		       err) &&
	       read_day(view, grid_text(grid, row, GRID_DATED), "dated", arena, &out->dated, err) &&
	       report_check(view->core, out, err);
}

static int column_of_field(const char *field)
{
	if (strcmp(field, "received") == 0)
		return GRID_RECEIVED;
	return strcmp(field, "dated") == 0 ? GRID_DATED : GRID_STATE;
}

static int count_errors(const Grid *grid, int row)
{
	int count = 0;
	for (int column = 0; column < GRID_COLUMNS; column++)
		count += *grid_error(grid, row, column) != '\0';
	return count;
}

// Every touched row, and in *rows (int) which ones; those that are wrong are marked instead.
static void collect(View *view, Vec *inputs, Vec *rows, Arena *arena)
{
	const RoundGrid *screen = view->state;
	for (int row = 0; row < grid_rows(screen->grid); row++) {
		Err err = ERR_INIT;
		ReportInput input = { .who = reporter_at(screen, row)->who };
		if (!grid_row_touched(screen->grid, row))
			continue;
		grid_check(screen->grid, row);
		if (count_errors(screen->grid, row))
			continue;
		if (!read_row(view, row, &input.report, arena, &err)) {
			grid_fail(screen->grid, row, column_of_field(err.field), err.message);
			continue;
		}
		*(ReportInput *)vec_push(inputs) = input;
		*(int *)vec_push(rows) = row;
	}
}

static bool show_errors(const RoundGrid *screen, Err *err)
{
	int first_row, first_column, count = 0;
	if (!grid_first_error(screen->grid, &first_row, &first_column))
		return true;
	for (int row = 0; row < grid_rows(screen->grid); row++)
		count += count_errors(screen->grid, row);
	grid_go(screen->grid, first_row, first_column);
	return err_set(err, ERR_INVALID, tr("Chưa ghi gì: %d ô chưa đúng, có dấu !."), count);
}

// Somebody was quicker --------------------------------------------------------------------------

static const char *words_of(const Report *report, Arena *arena)
{
	const char *cells[GRID_COLUMNS];
	char days[2][11];
	round_grid_cells(report, cells, days);
	if (report->state == REPORT_NONE)
		return tr("đã rút");
	return arena_printf(arena, "%s %s%s%s%s%s", cells[GRID_STATE], cells[GRID_RECEIVED],
		*report->document ? " " : "", report->document, *report->note ? ", " : "", report->note);
}

static bool is_same(const Report *a, const Report *b)
{
	return a->id == b->id && a->rev == b->rev;
}

// What is stored now is told at each row where it is not what was read; what was typed stays, and
// saving again is a decision. Returns the first such row, -1 for none.
static int take_stored(RoundGrid *screen, const Vec *now)
{
	int first = -1;
	for (int row = 0; row < grid_rows(screen->grid) && row < (int)now->len; row++) {
		const Reporter *stored = vec_at(now, (size_t)row);
		Reporter *read = vec_at(&screen->reporters, (size_t)row);
		if (is_same(&stored->report, &read->report) || !grid_row_touched(screen->grid, row))
			continue;
		first = first < 0 ? row : first;
		*read = *stored;
		grid_fail(screen->grid, row, GRID_STATE,
			arena_printf(&screen->arena, tr("Người khác vừa ghi: %s. Ctrl+S lần nữa để thay."),
				words_of(&stored->report, &screen->arena)));
	}
	return first;
}

static bool tell_conflicts(View *view, Err *err)
{
	RoundGrid *screen = view->state;
	Vec now;
	Round round;
	Err ignored = ERR_INIT; // the conflict itself says more
	vec_init(&now, sizeof(Reporter));
	int first = -1;
	if (round_get(view->core, view->args.id, screen->round, &screen->arena, &round, &now, &ignored))
		first = take_stored(screen, &now);
	vec_release(&now);
	if (first < 0)
		return false;
	grid_go(screen->grid, first, GRID_STATE);
	return err_set(err, ERR_CONFLICT, "%s", tr("Chưa ghi gì: người khác vừa ghi dòng có dấu !."));
}

static bool store(View *view, const Vec *inputs, const Vec *rows, Err *err)
{
	const RoundGrid *screen = view->state;
	size_t failed;
	if (report_save_many(view->core, view->args.id, screen->round, inputs->items, inputs->len,
		    &failed, err))
		return true;
	if (err->kind == ERR_CONFLICT)
		return tell_conflicts(view, err);
	if (failed < rows->len) {
		int row = *(const int *)vec_at(rows, failed);
		grid_fail(screen->grid, row, column_of_field(err->field), err->message);
		grid_go(screen->grid, row, column_of_field(err->field));
	}
	return false;
}

bool round_grid_save(View *view, int *rows_n, Err *err)
{
	const RoundGrid *screen = view->state;
	Vec inputs, rows;
	Arena arena = ARENA_INIT;
	grid_settle(screen->grid);
	vec_init(&inputs, sizeof(ReportInput));
	vec_init(&rows, sizeof(int));
	collect(view, &inputs, &rows, &arena);
	bool ok = show_errors(screen, err) && store(view, &inputs, &rows, err);
	*rows_n = (int)rows.len;
	vec_release(&inputs);
	vec_release(&rows);
	arena_release(&arena);
	return ok;
}

// Drafts ----------------------------------------------------------------------------------------

static const char *draft_name(const View *view)
{
	(void)view;
	return "round-grid";
}

// Touched rows, one a line: code and the cells, as a spreadsheet would write them.
static void draft_parts(const View *view, Vec *out)
{
	RoundGrid *screen = view->state;
	buf_clear(&screen->typed);
	for (int row = 0; row < grid_rows(screen->grid); row++) {
		if (!grid_row_touched(screen->grid, row))
			continue;
		sheet_add_cell(&screen->typed, reporter_at(screen, row)->code, '\t');
		for (int column = GRID_STATE; column < GRID_COLUMNS; column++) {
			buf_addch(&screen->typed, '\t');
			sheet_add_cell(&screen->typed, grid_text(screen->grid, row, column), '\t');
		}
		buf_addch(&screen->typed, '\n');
	}
	*(TypedPart *)vec_push(out) = (TypedPart){ .name = "rows", .label = tr("Bảng báo cáo"),
		.kind = TYPED_TEXT, .text = screen->typed.bytes };
}

static int row_named(const RoundGrid *screen, const char *code)
{
	for (int row = 0; row < (int)screen->reporters.len; row++)
		if (strcmp(reporter_at(screen, row)->code, code) == 0)
			return row;
	return -1;
}

static void draft_put(View *view, const LeftPart *part)
{
	RoundGrid *screen = view->state;
	Sheet sheet;
	sheet_read(&sheet, part->text, strlen(part->text), '\t');
	grid_settle(screen->grid);
	grid_begin(screen->grid);
	for (int row = 0; row < grid_rows(screen->grid); row++)
		for (int column = GRID_STATE; column < GRID_COLUMNS; column++)
			grid_put(screen->grid, row, column, grid_stored(screen->grid, row, column));
	for (size_t i = 0; i < sheet_rows(&sheet); i++) {
		int row = row_named(screen, sheet_cell(&sheet, i, 0));
		for (int column = GRID_STATE; row >= 0 && column < GRID_COLUMNS; column++)
			grid_put(screen->grid, row, column, sheet_cell(&sheet, i, (size_t)column));
	}
	grid_end(screen->grid);
	sheet_release(&sheet);
}

const Typing round_grid_typing = { .form = draft_name, .parts = draft_parts, .put = draft_put };
