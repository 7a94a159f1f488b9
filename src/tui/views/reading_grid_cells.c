// SPDX-License-Identifier: MIT
// What the cells of the grid of readings mean, and what follows from one for the others of its row.
#include "tui/views/reading_grid.h"

#include "base/tr.h"

#include <string.h>

int reading_column(const ReadingGrid *screen, int column)
{
	return column > R_BELOW && screen->parts_n < 2 ? column - 1 : column;
}

const ReadingGridRow *reading_row_at(const ReadingGrid *screen, int row)
{
	return vec_at(&screen->rows, (size_t)row);
}

static bool read_part(const View *view, int part, const char *typed, Buf *out, Err *err)
{
	const ReadingGrid *screen = view->state;
	int64_t value;
	if (!reading_value_read(&screen->parts[part], typed, &value, err))
		return false;
	amount_show(out, value, screen->parts[part].scale, "");
	return true;
}

static bool read_value(void *owner, const char *typed, Buf *out, Err *err)
{
	return read_part(owner, 0, typed, out, err);
}

static bool read_below(void *owner, const char *typed, Buf *out, Err *err)
{
	return read_part(owner, 1, typed, out, err);
}

static bool read_kind(void *owner, const char *typed, Buf *out, Err *err)
{
	ReadingKind kind;
	(void)owner;
	// The first letters are enough.
	const char *word = *typed == 't' || *typed == 'T' ? reading_kind_code(READING_ACTUAL) : typed;
	if (!reading_kind_read(strlen(typed) == 1 ? word : typed, &kind, err))
		return false;
	buf_adds(out, reading_kind_name(kind));
	return true;
}

// Whether a day may be still to come is asked when the row is stored: its kind may be typed later.
static bool read_day(void *owner, const char *typed, Buf *out, Err *err)
{
	const View *view = owner;
	Err ignored = ERR_INIT;
	char iso[11], shown[11];
	Date day;
	if ((!reading_day_read(view->core, typed, READING_ACTUAL, iso, &ignored) &&
		    !reading_day_read(view->core, typed, READING_ESTIMATE, iso, err)) ||
		!date_parse(iso, &day))
		return false;
	date_show(day, shown);
	buf_adds(out, shown);
	return true;
}

static const GridColumn columns[R_COLUMNS] = {
	[R_CODE] = { .title = N_("Mã"), .kind = GRID_READ_ONLY, .width = 14 },
	[R_PLACE] = { .title = N_("Địa phương"), .kind = GRID_READ_ONLY, .width = 13 },
	[R_VALUE] = { .title = N_("Giá trị"), .kind = GRID_NUMBER, .width = 10, .read = read_value,
		.hint = N_("Theo đơn vị của chỉ tiêu, ví dụ 1.234,5.") },
	[R_BELOW] = { .title = N_("Mẫu số"), .kind = GRID_NUMBER, .width = 8, .read = read_below,
		.hint = N_("Chỉ ghi khi thay đổi; số gần nhất được giữ.") },
	[R_KIND] = { .title = N_("Loại"), .kind = GRID_CHOICE, .width = 9, .read = read_kind,
		.hint = N_("Thực hiện hoặc ước thực hiện; chữ đầu là đủ.") },
	[R_AS_OF] = { .title = N_("Số liệu đến"), .kind = GRID_CODE, .width = 10, .read = read_day,
		.hint = N_("Ví dụ 20/11, hôm nay, 20/11/2021; các dòng sau theo ngày này.") },
	[R_DOCUMENT] = { .title = N_("Theo văn bản"), .kind = GRID_LINE, .width = 12, .grow = 1,
		.hint = N_("Số báo cáo; có thể để trống.") },
};

// What was said in the nearest row above that was touched, else what is usual.
static const char *usual(
	const ReadingGrid *screen, int row, int column, const char *otherwise)
{
	for (int above = row - 1; above >= 0; above--)
		if (grid_row_touched(screen->grid, above) && *grid_text(screen->grid, above, column))
			return grid_text(screen->grid, above, column);
	return otherwise;
}

// One types a column of numbers: day and kind come from the row above.
static void follow(void *owner, Grid *grid, int row, unsigned changed)
{
	const View *view = owner;
	const ReadingGrid *screen = view->state;
	int as_of = reading_column(screen, R_AS_OF), kind = reading_column(screen, R_KIND);
	char today[11];
	date_show(core_today(view->core), today);
	if (!grid_row_touched(grid, row))
		return;
	if (!(changed >> kind & 1) && !grid_touched(grid, row, kind))
		grid_put(grid, row, kind, usual(screen, row, kind, reading_kind_name(READING_ACTUAL)));
	if (!(changed >> as_of & 1) && !grid_touched(grid, row, as_of))
		grid_put(grid, row, as_of, usual(screen, row, as_of, today));
}

void reading_grid_make(View *view)
{
	ReadingGrid *screen = view->state;
	int n = 0;
	for (int column = 0; column < R_COLUMNS; column++)
		if (column != R_BELOW || screen->parts_n == 2)
			screen->columns[n++] = columns[column];
	screen->spec = (GridSpec){
		.columns = screen->columns, .columns_n = n, .keys = 1, .follow = follow
	};
	screen->grid = grid_new(&screen->spec, view);
}

static const char *value_text(Arena *arena, const Indicator *part, const Reading *newest)
{
	Buf text = BUF_INIT;
	if (!newest)
		return "";
	amount_show(&text, newest->value, part->scale, "");
	const char *copy = arena_strndup(arena, text.bytes, text.len);
	buf_release(&text);
	return copy;
}

void reading_grid_add(ReadingGrid *screen, const District *district, const Reading *newest[2])
{
	const char *texts[R_COLUMNS] = { 0 };
	Date as_of;
	char day[11] = "";
	if (newest[0] && date_parse(newest[0]->as_of, &as_of))
		date_show(as_of, day);
	texts[R_CODE] = district->code;
	texts[R_PLACE] = district->title;
	texts[R_VALUE] = value_text(&screen->arena, &screen->parts[0], newest[0]);
	if (screen->parts_n == 2)
		texts[R_BELOW] = value_text(&screen->arena, &screen->parts[1], newest[1]);
	texts[reading_column(screen, R_KIND)] = newest[0] ? reading_kind_name(newest[0]->kind) : "";
	texts[reading_column(screen, R_AS_OF)] = day;
	texts[reading_column(screen, R_DOCUMENT)] = "";
	grid_add(screen->grid, texts);
	*(ReadingGridRow *)vec_push(&screen->rows) =
		(ReadingGridRow){ .district_id = district->id, .code = district->code };
}

static bool read_common(
	const View *view, int row, ReadingInput *input, Arena *arena, Err *err)
{
	const ReadingGrid *screen = view->state;
	const char *kind = grid_text(screen->grid, row, reading_column(screen, R_KIND));
	const char *as_of = grid_text(screen->grid, row, reading_column(screen, R_AS_OF));
	char iso[11] = "";
	input->document = grid_text(screen->grid, row, reading_column(screen, R_DOCUMENT));
	if (*kind && !reading_kind_read(kind, &input->kind, err))
		return err_field(err, "kind");
	if (*as_of && !reading_day_read(view->core, as_of, input->kind, iso, err))
		return err_field(err, "as_of");
	input->as_of = arena_strdup(arena, iso);
	return true;
}

bool reading_grid_read(const View *view, int row, Vec *out, Arena *arena, Err *err)
{
	static const char *const fields[] = { "value", "below" };
	const ReadingGrid *screen = view->state;
	ReadingInput input = { .district_id = reading_row_at(screen, row)->district_id };
	size_t before = out->len;
	if (!read_common(view, row, &input, arena, err))
		return false;
	for (int part = 0; part < screen->parts_n; part++) {
		const char *typed = grid_text(screen->grid, row, R_VALUE + part);
		// A denominator holds until it is told anew.
		if (!*typed || (part == 1 && !grid_touched(screen->grid, row, R_BELOW)))
			continue;
		input.indicator_id = screen->parts[part].id;
		if (!reading_value_read(&screen->parts[part], typed, &input.value, err))
			return err_field(err, fields[part > 0]);
		*(ReadingInput *)vec_push(out) = input;
	}
	if (out->len > before)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chưa ghi giá trị."));
	return err_field(err, "value");
}
