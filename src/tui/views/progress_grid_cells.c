// SPDX-License-Identifier: MIT
// What the cells of the progress grid mean, and what follows from one for the others of its row.
#include "tui/views/progress_grid.h"

#include "base/tr.h"

#include <stdio.h>
#include <string.h>

int column_of(const GridScreen *screen, int column)
{
	return column > PLACE ? column - screen->shift : column;
}

const Leaf *leaf_at(const GridScreen *screen, int row)
{
	return vec_at(&screen->leaves, (size_t)row);
}

static bool read_state(void *owner, const char *typed, Buf *out, Err *err)
{
	State state;
	(void)owner;
	if (!state_read(typed, &state, err))
		return false;
	buf_adds(out, state_name(state));
	return true;
}

static bool read_percent(void *owner, const char *typed, Buf *out, Err *err)
{
	int percent;
	(void)owner;
	if (!progress_percent_read(typed, &percent, err))
		return false;
	buf_addf(out, "%d", percent);
	return true;
}

static bool read_day(void *owner, const char *typed, Buf *out, Err *err)
{
	const View *view = owner;
	char iso[11], shown[11];
	Date day;
	if (!progress_day_read(view->core, typed, iso, err) || !date_parse(iso, &day))
		return false;
	date_show(day, shown);
	buf_adds(out, shown);
	return true;
}

const char *today_shown(const View *view, char shown[11])
{
	date_show(core_today(view->core), shown);
	return shown;
}

// The percent that a state has of itself; NULL: any but 100.
static const char *percent_of(State state)
{
	if (state == STATE_DONE)
		return "100";
	return state == STATE_NOT_STARTED ? "0" : NULL;
}

static void follow_state(const GridScreen *screen, int row)
{
	Grid *grid = screen->grid;
	Err ignored = ERR_INIT;
	State state;
	int percent = column_of(screen, PERCENT);
	if (!state_read(grid_text(grid, row, column_of(screen, STATE)), &state, &ignored))
		return;
	if (percent_of(state))
		grid_put(grid, row, percent, percent_of(state));
	else if (strcmp(grid_text(grid, row, percent), "100") == 0)
		grid_put(grid, row, percent, "");
}

static void follow_percent(const GridScreen *screen, int row)
{
	Grid *grid = screen->grid;
	Err ignored = ERR_INIT;
	State state = STATE_SILENT;
	int percent, column = column_of(screen, STATE);
	const char *said = grid_text(grid, row, column);
	if (!progress_percent_read(grid_text(grid, row, column_of(screen, PERCENT)), &percent, &ignored) ||
		(*said && !state_read(said, &state, &ignored)))
		return;
	bool open = state == STATE_DOING || state == STATE_BLOCKED;
	ProgressInput input = { .state = STATE_SILENT, .percent = percent };
	if (open && percent < 100)
		return;
	progress_complete(leaf_at(screen, row), &input);
	grid_put(grid, row, column, state_name(input.state));
}

// State and percent go together, and what is reported now is of today, unless it says otherwise.
static void follow(void *owner, Grid *grid, int row, unsigned changed)
{
	const View *view = owner;
	const GridScreen *screen = view->state;
	bool state = changed >> column_of(screen, STATE) & 1;
	bool percent = changed >> column_of(screen, PERCENT) & 1;
	int as_of = column_of(screen, AS_OF);
	char today[11];
	if (!grid_row_touched(grid, row))
		return;
	if (state && !percent)
		follow_state(screen, row);
	if (percent && !state)
		follow_percent(screen, row);
	if (!(changed >> as_of & 1) && !grid_touched(grid, row, as_of))
		grid_put(grid, row, as_of, today_shown(view, today));
}

static const GridColumn columns[COLUMNS] = {
	[CODE] = { .title = N_("Mã"), .kind = GRID_READ_ONLY, .width = 9 },
	[PLACE] = { .title = N_("Nơi"), .kind = GRID_READ_ONLY, .width = 11 },
	[TITLE] = { .title = N_("Nhiệm vụ"), .kind = GRID_READ_ONLY, .width = 10, .grow = 3 },
	[STATE] = { .title = N_("Tình trạng"), .kind = GRID_CHOICE, .width = 15, .read = read_state,
		.hint = N_("Chữ đầu là đủ: chưa, đang, hoàn thành, vướng mắc.") },
	[PERCENT] = { .title = "%", .kind = GRID_NUMBER, .width = 4, .read = read_percent,
		.hint = N_("0 đến 100; hoàn thành là 100.") },
	[AS_OF] = { .title = N_("Số liệu đến"), .kind = GRID_CODE, .width = 11, .read = read_day,
		.hint = N_("Ví dụ 20/11, hôm nay, 20/11/2021.") },
	[NOTE] = { .title = N_("Ghi chú"), .kind = GRID_LINE, .width = 12, .grow = 2,
		.hint = N_("Kết quả, khó khăn, kiến nghị.") },
};

void progress_grid_make(View *view)
{
	GridScreen *screen = view->state;
	int n = 0;
	screen->shift = view->args.id ? 1 : 0;
	for (int column = 0; column < COLUMNS; column++)
		if (column != PLACE || !screen->shift)
			screen->columns[n++] = columns[column];
	screen->spec = (GridSpec){
		.columns = screen->columns, .columns_n = n, .keys = 2 - screen->shift, .follow = follow
	};
	screen->grid = grid_new(&screen->spec, view);
}

void progress_grid_add(GridScreen *screen, const Leaf *leaf)
{
	const char *texts[COLUMNS];
	char percent[8] = "", day[11] = "";
	Date as_of;
	bool silent = leaf->state == STATE_SILENT;
	if (!silent)
		snprintf(percent, sizeof(percent), "%d", leaf->percent);
	if (date_parse(leaf->as_of, &as_of))
		date_show(as_of, day);
	texts[PLACE] = leaf->place_title;
	texts[CODE] = leaf->code;
	texts[column_of(screen, TITLE)] = leaf->title;
	texts[column_of(screen, STATE)] = silent ? "" : state_name(leaf->state);
	texts[column_of(screen, PERCENT)] = percent;
	texts[column_of(screen, AS_OF)] = day;
	texts[column_of(screen, NOTE)] = "";
	grid_add(screen->grid, texts);
	*(Leaf *)vec_push(&screen->leaves) = *leaf;
}

bool progress_grid_read(const View *view, int row, ProgressInput *input, Arena *arena, Err *err)
{
	const GridScreen *screen = view->state;
	const Grid *grid = screen->grid;
	const char *state = grid_text(grid, row, column_of(screen, STATE));
	const char *percent = grid_text(grid, row, column_of(screen, PERCENT));
	const char *as_of = grid_text(grid, row, column_of(screen, AS_OF));
	char iso[11] = "";
	*input = (ProgressInput){ .percent = -1,
		.note = grid_text(grid, row, column_of(screen, NOTE)) };
	if (*state && !state_read(state, &input->state, err))
		return err_field(err, "state");
	if (*percent && !progress_percent_read(percent, &input->percent, err))
		return err_field(err, "percent");
	if (*as_of && !progress_day_read(view->core, as_of, iso, err))
		return err_field(err, "as_of");
	input->as_of = arena_strdup(arena, iso);
	if (*state && input->percent < 0)
		progress_complete(leaf_at(screen, row), input);
	return true;
}
