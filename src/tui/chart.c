// SPDX-License-Identifier: MIT
#include "tui/chart.h"

#include "base/tr.h"
#include "text/number.h"
#include "text/width.h"

#include <string.h>

enum { EIGHTHS = 8, GROUP_MAX = 12, LOWER_EIGHTH = 0x2581, FULL_BLOCK = 0x2588 };

// What stands for what on this canvas.
typedef struct {
	uint32_t bars[CHART_BARS], line, line_on_bar, axis, corner, floor;
} Marks;

static const Marks *marks_of(const Canvas *canvas)
{
	static const Marks marks[] = {
		[CANVAS_UTF8] = { { FULL_BLOCK, 0x2591 }, 0x2500, 0x2501, 0x2502, 0x2514, 0x2500 },
		[CANVAS_ASCII] = { { '#', 'o' }, '-', '=', '|', '+', '-' },
	};
	return &marks[canvas_mode(canvas)];
}

static void put(Canvas *canvas, Rect rect, int row, int col, int cols, Style style, uint32_t cp)
{
	if (row < 0 || row >= rect.rows || col >= rect.cols)
		return;
	Rect cells = { .row = rect.row + row, .col = rect.col + col, .rows = 1,
		.cols = col + cols > rect.cols ? rect.cols - col : cols };
	canvas_fill(canvas, cells, style, cp);
}

// The scale of the upright axis -------------------------------------------------------------------

typedef struct {
	int64_t low, high; // low <= 0 <= high, low < high
	int rows;
} Axis;

static void widen(Axis *axis, ChartNumber number)
{
	if (number.known && number.value < axis->low)
		axis->low = number.value;
	if (number.known && number.value > axis->high)
		axis->high = number.value;
}

// The next of 1, 2, 5 with noughts behind it, halved: 73 → 80, 96 → 100.
static int64_t round_up(int64_t value)
{
	int64_t step = 1;
	while (value / step >= 10 && step <= INT64_MAX / 100)
		step *= 10;
	int64_t half = step >= 2 ? step / 2 : 1;
	return value % half == 0 ? value : (value / half + 1) * half;
}

static Axis axis_of(const Chart *chart, size_t first, int rows)
{
	Axis axis = { .rows = rows };
	for (size_t i = first; i < chart->n; i++) {
		widen(&axis, chart->points[i].bars[BAR_SOLID]);
		widen(&axis, chart->points[i].bars[BAR_SHADED]);
		widen(&axis, chart->points[i].line);
	}
	axis.high = round_up(axis.high);
	axis.low = -round_up(-axis.low);
	if (axis.low == axis.high)
		axis.high = 1;
	return axis;
}

// Eighths of rows above the axis' low end.
static int eighths_at(const Axis *axis, int64_t value)
{
	// Unsigned: from the lowest number to the highest is more than a signed one holds.
	uint64_t span = (uint64_t)axis->high - (uint64_t)axis->low;
	uint64_t above = value > axis->low ? (uint64_t)value - (uint64_t)axis->low : 0;
	for (; span > INT32_MAX; span /= 2)
		above /= 2;
	return (int)((above * (unsigned)axis->rows * EIGHTHS + span / 2) / span);
}

// The row of a level, from the top; the top edge belongs to the first row.
static int row_at(const Axis *axis, int64_t value)
{
	int row = axis->rows - 1 - eighths_at(axis, value) / EIGHTHS;
	return row < 0 ? 0 : row;
}

static void shown(Buf *out, int64_t value, int scale)
{
	buf_clear(out);
	number_show(out, value, scale);
}

static int label_cols(const Axis *axis, int scale)
{
	Buf high = BUF_INIT, low = BUF_INIT;
	shown(&high, axis->high, scale);
	shown(&low, axis->low, scale);
	int a = text_width(high.bytes), b = text_width(low.bytes);
	buf_release(&high);
	buf_release(&low);
	return a > b ? a : b;
}

static void draw_label(Canvas *canvas, Rect rect, int row, int cols, int64_t value, int scale)
{
	Buf text = BUF_INIT;
	shown(&text, value, scale);
	if (text_width(text.bytes) <= cols) // half a number is another number
		canvas_text_right(canvas, rect, row, cols, STYLE_DIM, text.bytes);
	buf_release(&text);
}

static void draw_axis(Canvas *canvas, Rect rect, const Axis *axis, int cols, int scale)
{
	const Marks *marks = marks_of(canvas);
	for (int row = 0; row < axis->rows; row++)
		put(canvas, rect, row, cols, 1, STYLE_DIM, marks->axis);
	put(canvas, rect, axis->rows, cols, 1, STYLE_DIM, marks->corner);
	put(canvas, rect, axis->rows, cols + 1, rect.cols - cols - 1, STYLE_DIM, marks->floor);
	draw_label(canvas, rect, 0, cols, axis->high, scale);
	draw_label(canvas, rect, axis->rows, cols, axis->low, scale);
	if (axis->low < 0)
		draw_label(canvas, rect, row_at(axis, 0), cols, 0, scale);
	else if (axis->rows >= 6 && axis->high % 2 == 0)
		draw_label(canvas, rect, row_at(axis, axis->high / 2), cols, axis->high / 2, scale);
}

// Bars ------------------------------------------------------------------------------------------

// How points stand side by side: each group has its bars and a blank column.
typedef struct {
	size_t first;
	int group, bar; // columns
	bool both;      // there are shaded bars too
} Layout;

static bool has_shaded(const Chart *chart)
{
	for (size_t i = 0; i < chart->n; i++)
		if (chart->points[i].bars[BAR_SHADED].known)
			return true;
	return false;
}

static Layout layout_of(const Chart *chart, int cols)
{
	Layout layout = { .both = has_shaded(chart) };
	int least = layout.both ? 3 : 2;
	size_t most = (size_t)(cols / least), n = chart->n > most ? most : chart->n;
	layout.first = chart->n - n;
	layout.group = n ? cols / (int)n : least;
	if (layout.group > GROUP_MAX)
		layout.group = GROUP_MAX;
	layout.bar = (layout.group - 1) / (layout.both ? 2 : 1);
	return layout;
}

// Where a bar ends, eighths are drawn if there are such blocks for it.
static void draw_bar(
	Canvas *canvas, Rect rect, const Axis *axis, int col, int cols, ChartBar kind, int64_t value)
{
	uint32_t mark = marks_of(canvas)->bars[kind];
	bool fine = mark == FULL_BLOCK;
	int zero = eighths_at(axis, 0), end = eighths_at(axis, value);
	int low = zero < end ? zero : end, high = zero < end ? end : zero;
	int from = fine ? (low + EIGHTHS - 1) / EIGHTHS : (low + EIGHTHS / 2) / EIGHTHS;
	int to = fine ? high / EIGHTHS : (high + EIGHTHS / 2) / EIGHTHS;
	if (from == to && value && !fine)
		to++; // little is not nothing
	for (int level = from; level < to; level++)
		put(canvas, rect, axis->rows - 1 - level, col, cols, STYLE_PLAIN, mark);
	int rest = high % EIGHTHS;
	if (fine && value > 0 && (rest || high == low))
		put(canvas, rect, axis->rows - 1 - high / EIGHTHS, col, cols, STYLE_PLAIN,
			LOWER_EIGHTH + (uint32_t)(rest ? rest - 1 : 0));
}

static bool is_blank(const Canvas *canvas, Rect rect, int row, int col)
{
	int at_row = rect.row + row, at_col = rect.col + col;
	if (at_row < 0 || at_row >= canvas_rows(canvas) || at_col < 0 || at_col >= canvas_cols(canvas))
		return false;
	const Cell *cell = &canvas_cells(canvas, at_row)[at_col];
	return cell->cp[0] == ' ' || cell->cp[0] == 0;
}

static void draw_line(
	Canvas *canvas, Rect rect, const Axis *axis, int col, int cols, int64_t value)
{
	const Marks *marks = marks_of(canvas);
	int row = row_at(axis, value);
	for (int i = col; i < col + cols && i < rect.cols; i++)
		put(canvas, rect, row, i, 1, STYLE_WARN,
			is_blank(canvas, rect, row, i) ? marks->line : marks->line_on_bar);
}

static void draw_point(Canvas *canvas, Rect rect, const Axis *axis, const Layout *layout,
	const ChartPoint *point, int col)
{
	const ChartNumber *bars = point->bars;
	if (bars[BAR_SOLID].known)
		draw_bar(canvas, rect, axis, col, layout->bar, BAR_SOLID, bars[BAR_SOLID].value);
	if (bars[BAR_SHADED].known)
		draw_bar(canvas, rect, axis, col + layout->bar, layout->bar, BAR_SHADED,
			bars[BAR_SHADED].value);
	if (point->line.known)
		draw_line(canvas, rect, axis, col, layout->group, point->line.value);
}

// From the newest back, as many as have room.
static void draw_labels(
	Canvas *canvas, Rect rect, int row, const Chart *chart, const Layout *layout)
{
	int end = rect.cols;
	for (size_t i = chart->n; i-- > layout->first;) {
		const char *label = chart->points[i].label;
		int col = (int)(i - layout->first) * layout->group;
		int cols = text_width(label);
		if (i + 1 == chart->n && col + cols > rect.cols)
			col = rect.cols - cols; // the newest one is always told
		if (col < 0 || col + cols > end)
			continue;
		canvas_text(canvas, rect, row, col, STYLE_DIM, label);
		end = col - 1;
	}
}

static void draw_legend(Canvas *canvas, Rect rect, int row, const Chart *chart, bool both)
{
	const Marks *marks = marks_of(canvas);
	const struct {
		uint32_t mark;
		const char *name;
		bool shown;
	} entries[] = {
		{ marks->bars[BAR_SOLID], chart->names[BAR_SOLID], true },
		{ marks->bars[BAR_SHADED], chart->names[BAR_SHADED], both },
		{ marks->line, chart->line_name, *chart->line_name },
	};
	int col = 0;
	for (size_t i = 0; i < sizeof(entries) / sizeof(*entries); i++) {
		int cols = 2 + text_width(entries[i].name);
		if (!entries[i].shown || col + cols > rect.cols)
			continue;
		put(canvas, rect, row, col, 1, STYLE_PLAIN, entries[i].mark);
		canvas_text(canvas, rect, row, col + 2, STYLE_DIM, entries[i].name);
		col += cols + 2;
	}
}

enum { BELOW = 2, LEGEND_FROM = 6 }; // rows below the bars: floor and labels; then the legend

void chart_draw(Canvas *canvas, Rect rect, const Chart *chart)
{
	if (rect.rows < CHART_ROWS_MIN || rect.cols < CHART_COLS_MIN)
		return;
	if (!chart->n) {
		canvas_text_clip(canvas, rect, 0, 0, rect.cols, STYLE_DIM, tr("Chưa có số liệu nào."));
		return;
	}
	int legend = rect.rows >= LEGEND_FROM ? 1 : 0;
	// Which points show depends on the room that the numbers beside the axis leave.
	Axis axis = axis_of(chart, 0, rect.rows - BELOW - legend);
	int cols = label_cols(&axis, chart->scale);
	if (cols > rect.cols / 2)
		cols = rect.cols / 2;
	Layout layout = layout_of(chart, rect.cols - cols - 1);
	Rect plot = { .row = rect.row, .col = rect.col + cols + 1, .rows = rect.rows,
		.cols = rect.cols - cols - 1 };
	draw_axis(canvas, rect, &axis, cols, chart->scale);
	for (size_t i = layout.first; i < chart->n; i++)
		draw_point(canvas, plot, &axis, &layout, &chart->points[i],
			(int)(i - layout.first) * layout.group);
	draw_labels(canvas, plot, axis.rows + 1, chart, &layout);
	if (legend)
		draw_legend(canvas, rect, axis.rows + 2, chart, layout.both);
}

// Sparklines ------------------------------------------------------------------------------------

static int draw_blocks(
	Canvas *canvas, Rect rect, int row, int col, int cols, const ChartNumber *numbers, size_t n)
{
	int64_t low = INT64_MAX, high = INT64_MIN;
	for (size_t i = 0; i < n; i++) {
		if (numbers[i].known && numbers[i].value < low)
			low = numbers[i].value;
		if (numbers[i].known && numbers[i].value > high)
			high = numbers[i].value;
	}
	size_t first = n > (size_t)cols ? n - (size_t)cols : 0;
	for (size_t i = first; i < n; i++) {
		int64_t span = high / 8 - low / 8, above = numbers[i].value / 8 - low / 8;
		if (high - low < INT32_MAX && high >= low) {
			span = high - low;
			above = numbers[i].value - low;
		}
		uint32_t cp = LOWER_EIGHTH + (uint32_t)(span ? above * 6 / span : 3);
		put(canvas, rect, row, col + (int)(i - first), 1, STYLE_PLAIN,
			numbers[i].known ? cp : 0xB7);
	}
	return (int)(n - first);
}

// "+" for more than the one before, "-" for less, "=" for the same; "." where one is missing.
static int draw_signs(Canvas *canvas, Rect rect, const ChartNumber *numbers, size_t n)
{
	size_t most = (size_t)rect.cols + 1, first = n > most ? n - most : 0;
	for (size_t i = first + 1; i < n; i++) {
		const ChartNumber *one = &numbers[i], *before = &numbers[i - 1];
		uint32_t sign = !one->known || !before->known ? '.' :
				one->value > before->value    ? '+' :
				one->value < before->value    ? '-' :
								'=';
		put(canvas, rect, 0, (int)(i - first - 1), 1, STYLE_PLAIN, sign);
	}
	return (int)(n - first - 1);
}

static size_t known_of(const ChartNumber *numbers, size_t n)
{
	size_t known = 0;
	for (size_t i = 0; i < n; i++)
		known += numbers[i].known;
	return known;
}

// The newest ones that fit, and how many they are.
static size_t write_digits(Buf *text, int cols, const ChartNumber *numbers, size_t n, int scale)
{
	Buf longer = BUF_INIT;
	size_t written = 0;
	for (size_t i = n; i-- > 0;) {
		if (!numbers[i].known)
			continue;
		buf_clear(&longer);
		number_show(&longer, numbers[i].value, scale);
		buf_addf(&longer, "%s%s", written ? " -> " : "", written ? text->bytes : "");
		if (written && text_width(longer.bytes) > cols)
			break;
		buf_clear(text);
		buf_adds(text, longer.bytes);
		written++;
	}
	buf_release(&longer);
	return written;
}

static int draw_digits(Canvas *canvas, Rect rect, const ChartNumber *numbers, size_t n, int scale)
{
	Buf text = BUF_INIT;
	size_t written = write_digits(&text, rect.cols, numbers, n, scale);
	int used = 0;
	if (written == 1 && known_of(numbers, n) > 1)
		used = draw_signs(canvas, rect, numbers, n);
	else if (text_width(text.bytes) <= rect.cols) // half a number is another number
		used = canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, text.bytes);
	buf_release(&text);
	return used;
}

int spark_draw(Canvas *canvas, Rect rect, const ChartNumber *numbers, size_t n, size_t most, int scale)
{
	if (n > most) {
		numbers += n - most;
		n = most;
	}
	if (rect.cols <= 0 || !n)
		return 0;
	if (canvas_mode(canvas) == CANVAS_ASCII)
		return draw_digits(canvas, rect, numbers, n, scale);
	return draw_blocks(canvas, rect, 0, 0, rect.cols, numbers, n);
}
