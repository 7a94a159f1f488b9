// SPDX-License-Identifier: MIT
#include "tui/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

// Giải ngân, in tenths of a percent: six months, the last two with an estimate.
static const ChartPoint months[] = {
	{ "6/21", { { true, 213 }, { false, 0 } }, { true, 950 } },
	{ "7/21", { { true, 287 }, { false, 0 } }, { true, 950 } },
	{ "8/21", { { true, 334 }, { false, 0 } }, { true, 950 } },
	{ "9/21", { { false, 0 }, { false, 0 } }, { true, 950 } },
	{ "10/21", { { true, 527 }, { true, 560 } }, { true, 950 } },
	{ "11/21", { { true, 612 }, { true, 700 } }, { true, 950 } },
};

static Chart chart_of(const ChartPoint *points, size_t n)
{
	return (Chart){ .points = points, .n = n, .scale = 1,
		.names = { "thực hiện", "ước thực hiện" }, .line_name = "kế hoạch" };
}

static void assert_chart(const Chart *chart, int rows, int cols, CanvasMode mode, const char *wanted)
{
	Buf dump = BUF_INIT;
	Canvas *canvas = canvas_new(rows, cols, mode);
	chart_draw(canvas, canvas_rect(canvas), chart);
	canvas_dump(canvas, &dump);
	assert_string_equal(dump.bytes, wanted);
	buf_release(&dump);
	canvas_free(canvas);
}

static void test_at_40_columns(void **state)
{
	(void)state;
	Chart chart = chart_of(months, 6);
	assert_chart(&chart, 10, 40, CANVAS_UTF8,
		"95│────────────────────────────────────\n"
		"  │\n"
		"  │                              ▄▄░░\n"
		"  │                        ▇▇░░  ██░░\n"
		"  │      ▁▁    ▄▄          ██░░  ██░░\n"
		"  │▅▅    ██    ██          ██░░  ██░░\n"
		"  │██    ██    ██          ██░░  ██░░\n"
		" 0└─────────────────────────────────────\n"
		"   6/21  7/21  8/21  9/21  10/21 11/21\n"
		"█ thực hiện  ░ ước thực hiện  ─ kế hoạch\n");
}

static void test_at_20_columns(void **state)
{
	(void)state;
	Chart chart = chart_of(months, 6);
	assert_chart(&chart, 8, 20, CANVAS_UTF8,
		"95│───────────────\n"
		"  │            ▂░\n"
		"  │         ▆░ █░\n"
		"  │▄  ▆     █░ █░\n"
		"  │█  █     █░ █░\n"
		" 0└─────────────────\n"
		"   7/21  9/21  11/21\n"
		"█ thực hiện\n");
}

static void test_in_ascii(void **state)
{
	(void)state;
	Chart chart = chart_of(months, 6);
	assert_chart(&chart, 10, 40, CANVAS_ASCII,
		"95|------------------------------------\n"
		"  |\n"
		"  |                              ##oo\n"
		"  |                        ##oo  ##oo\n"
		"  |            ##          ##oo  ##oo\n"
		"  |##    ##    ##          ##oo  ##oo\n"
		"  |##    ##    ##          ##oo  ##oo\n"
		" 0+-------------------------------------\n"
		"   6/21  7/21  8/21  9/21  10/21 11/21\n"
		"# thuc hien  o uoc thuc hien  - ke hoach\n");
}

static void test_below_nought(void **state)
{
	static const ChartPoint points[] = {
		{ "2020", { { true, -30 }, { false, 0 } }, { false, 0 } },
		{ "2021", { { true, 45 }, { false, 0 } }, { false, 0 } },
	};
	(void)state;
	Chart chart = chart_of(points, 2);
	chart.line_name = "";
	assert_chart(&chart, 8, 24, CANVAS_ASCII,
		"4,5|          #########\n"
		"   |          #########\n"
		"  0|          #########\n"
		"   |#########\n"
		"   |#########\n"
		" -3+--------------------\n"
		"    2020      2021\n"
		"# thuc hien\n");
}

static void test_nothing_to_show(void **state)
{
	(void)state;
	Chart chart = chart_of(NULL, 0);
	assert_chart(&chart, 4, 24, CANVAS_UTF8, "Chưa có số liệu nào.\n\n\n\n");
	chart = chart_of(months, 6);
	assert_chart(&chart, 3, 40, CANVAS_UTF8, "\n\n\n");
	assert_chart(&chart, 5, 8, CANVAS_UTF8, "\n\n\n\n\n");
}

// Whatever the numbers and the size, nothing is drawn outside and nothing overflows.
static void test_any_number_at_any_size(void **state)
{
	static const int64_t values[] = { INT64_MAX / 2, -INT64_MAX / 2, 0, 1, -1, 999999999 };
	ChartPoint points[40];
	(void)state;
	for (size_t i = 0; i < 40; i++)
		points[i] = (ChartPoint){ "12/2021",
			{ { i % 3 != 0, values[i % 6] }, { i % 4 == 0, values[(i + 1) % 6] } },
			{ i % 2 == 0, values[(i + 2) % 6] } };
	for (size_t n = 0; n <= 40; n++) {
		Chart chart = chart_of(points, n);
		for (int rows = 1; rows < 14; rows++)
			for (int cols = 1; cols < 90; cols += 7) {
				Canvas *canvas = canvas_new(rows + 2, cols + 2, CANVAS_UTF8);
				chart_draw(canvas, (Rect){ 1, 1, rows, cols }, &chart);
				for (int row = 0; row < rows + 2; row++) {
					const Cell *cells = canvas_cells(canvas, row);
					assert_true(cells[0].cp[0] == ' ');
					assert_true(cells[cols + 1].cp[0] == ' ');
				}
				canvas_free(canvas);
			}
	}
}

static void assert_spark(CanvasMode mode, int cols, size_t most, const char *wanted)
{
	static const ChartNumber numbers[] = { { true, 50 }, { true, 250 }, { true, 300 },
		{ false, 0 }, { true, 400 }, { true, 612 } };
	Buf dump = BUF_INIT;
	Canvas *canvas = canvas_new(1, 30, mode);
	spark_draw(canvas, (Rect){ 0, 0, 1, cols }, numbers, 6, most, 1);
	canvas_dump(canvas, &dump);
	assert_string_equal(dump.bytes, wanted);
	buf_release(&dump);
	canvas_free(canvas);
}

static void test_sparklines(void **state)
{
	(void)state;
	assert_spark(CANVAS_UTF8, 10, 6, "▁▃▃·▄▇\n");
	assert_spark(CANVAS_UTF8, 10, 2, "▁▇\n");
	assert_spark(CANVAS_UTF8, 4, 6, "▃·▄▇\n");
	assert_spark(CANVAS_ASCII, 18, 6, "30 -> 40 -> 61,2\n");
	// No room for two numbers: how each compares with the one before, "." where one is missing.
	assert_spark(CANVAS_ASCII, 6, 6, "++..+\n");
	assert_spark(CANVAS_ASCII, 3, 6, "..+\n");
	assert_spark(CANVAS_ASCII, 6, 1, "61,2\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_at_40_columns),
		cmocka_unit_test(test_at_20_columns),
		cmocka_unit_test(test_in_ascii),
		cmocka_unit_test(test_below_nought),
		cmocka_unit_test(test_nothing_to_show),
		cmocka_unit_test(test_any_number_at_any_size),
		cmocka_unit_test(test_sparklines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
