// SPDX-License-Identifier: MIT
// The grid without a screen: typing, undo, and what becomes of pasted tables.
#include "tui/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { CODE, PLACE, STATE, PERCENT, NOTE, COLUMNS };

static bool read_percent(void *owner, const char *typed, Buf *out, Err *err)
{
	char *end;
	long value = strtol(typed, &end, 10);
	(void)owner;
	if (end == typed || value < 0 || value > 100)
		return err_set(err, ERR_INVALID, "not a percent: %s", typed);
	buf_addf(out, "%ld", value);
	return true;
}

// A percent of 100 makes the row done, in the same step.
static void follow(void *owner, Grid *grid, int row, unsigned changed)
{
	(void)owner;
	if (changed & 1u << PERCENT && strcmp(grid_text(grid, row, PERCENT), "100") == 0)
		grid_put(grid, row, STATE, "done");
}

static const GridColumn columns[COLUMNS] = {
	[CODE] = { .title = "Mã", .kind = GRID_READ_ONLY, .width = 4 },
	[PLACE] = { .title = "Nơi", .kind = GRID_READ_ONLY, .width = 8 },
	[STATE] = { .title = "Tình trạng", .kind = GRID_LINE, .width = 10 },
	[PERCENT] = { .title = "%", .kind = GRID_NUMBER, .width = 4, .read = read_percent },
	[NOTE] = { .title = "Ghi chú", .kind = GRID_LINE, .width = 10, .grow = 1 },
};

static const GridSpec spec = { .columns = columns, .columns_n = COLUMNS, .keys = 2, .follow = follow };

static int setup(void **state)
{
	static const char *const rows[][COLUMNS] = {
		{ "1a", "An Minh", "doing", "10", "" },
		{ "2.1a", "An Minh", "doing", "20", "" },
		{ "2.1a", "TP Phú Quốc", "doing", "30", "" },
		{ "2.3b", "TP Phú Quốc", "", "", "" },
	};
	Grid *grid = grid_new(&spec, NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		grid_add(grid, rows[i]);
	grid_go(grid, 0, 0);
	*state = grid;
	return 0;
}

static int teardown(void **state)
{
	grid_free(*state);
	return 0;
}

static void press(Grid *grid, const char *name)
{
	Key key;
	assert_true(key_parse(name, &key));
	grid_key(grid, key, NULL);
}

static void type(Grid *grid, const char *letters)
{
	for (; *letters; letters++)
		grid_key(grid, (Key){ .code = KEY_CHAR, .cp = (uint32_t)*letters }, NULL);
}

static void assert_cell(const Grid *grid, int row, int column, const char *expected)
{
	assert_string_equal(grid_text(grid, row, column), expected);
}

// What is told of the paste, without the last words.
static void assert_paste(Grid *grid, const char *text, bool all, const char *expected)
{
	GridPaste paste;
	Buf words = BUF_INIT;
	grid_paste(grid, text, &paste);
	assert_int_equal(grid_paste_words(&paste, &words), all);
	if (!strstr(words.bytes, expected))
		fail_msg("%s instead of %s", words.bytes, expected);
	grid_paste_release(&paste);
	buf_release(&words);
}

static void test_typing(void **state)
{
	Grid *grid = *state;
	assert_int_equal(grid_column(grid), STATE);
	type(grid, "x");
	assert_true(grid_editing(grid));
	assert_true(grid_any_touched(grid));
	press(grid, "Esc");
	assert_cell(grid, 0, STATE, "doing");
	assert_false(grid_any_touched(grid));
	type(grid, "blocked");
	press(grid, "Enter");
	assert_int_equal(grid_row(grid), 1);
	assert_cell(grid, 0, STATE, "blocked");
	assert_true(grid_touched(grid, 0, STATE));
	grid_edit(grid);
	type(grid, "!");
	press(grid, "Tab");
	assert_cell(grid, 1, STATE, "doing!");
	assert_int_equal(grid_column(grid), PERCENT);
	press(grid, "Backspace");
	press(grid, "Tab");
	assert_cell(grid, 1, PERCENT, "");
	press(grid, "Tab");
	assert_int_equal(grid_row(grid), 2);
	assert_int_equal(grid_column(grid), STATE);
	press(grid, "Shift+Tab");
	assert_int_equal(grid_row(grid), 1);
	assert_int_equal(grid_column(grid), NOTE);
}

static void test_errors(void **state)
{
	Grid *grid = *state;
	int row, column;
	assert_false(grid_first_error(grid, &row, &column));
	press(grid, "Right");
	type(grid, "120");
	press(grid, "Enter");
	assert_cell(grid, 0, PERCENT, "120");
	assert_true(grid_first_error(grid, &row, &column));
	assert_int_equal(column, PERCENT);
	grid_undo(grid);
	assert_false(grid_first_error(grid, &row, &column));
	grid_redo(grid);
	assert_true(grid_first_error(grid, &row, &column));
	grid_go(grid, 0, PERCENT);
	type(grid, "12");
	press(grid, "Enter");
	assert_false(grid_first_error(grid, &row, &column));
}

static void test_undo_goes_by_steps(void **state)
{
	Grid *grid = *state;
	press(grid, "Right");
	type(grid, "100");
	press(grid, "Enter");
	assert_cell(grid, 0, STATE, "done");
	assert_true(grid_undo(grid));
	assert_false(grid_any_touched(grid));
	assert_false(grid_undo(grid));
	assert_true(grid_redo(grid));
	assert_cell(grid, 0, STATE, "done");
	assert_cell(grid, 0, PERCENT, "100");
	assert_false(grid_redo(grid));
	assert_paste(grid, "7\n8\n", true, "2 dòng");
	assert_true(grid_undo(grid));
	assert_cell(grid, 0, PERCENT, "100");
	// What is entered now takes the place of what was taken back.
	grid_go(grid, 2, PERCENT);
	type(grid, "5");
	press(grid, "Enter");
	assert_false(grid_redo(grid));
	assert_true(grid_undo(grid));
	assert_cell(grid, 2, PERCENT, "30");
	assert_cell(grid, 0, PERCENT, "100");
}

static void test_paste_by_place(void **state)
{
	Grid *grid = *state;
	grid_go(grid, 1, PERCENT);
	assert_paste(grid, "40\tmột\r\n50\thai\r\n\t\r\n", true, "Đã dán 4 ô vào 2 dòng.");
	assert_cell(grid, 1, PERCENT, "40");
	assert_cell(grid, 2, NOTE, "hai");
	assert_true(grid_undo(grid));
	assert_false(grid_any_touched(grid));
	assert_paste(grid, "1\ta\tb\n2\n3\n4\n5\n", false, "Không vừa: 2 dòng, 1 cột.");
	assert_cell(grid, 3, PERCENT, "3");
}

static void test_paste_by_code(void **state)
{
	Grid *grid = *state;
	assert_paste(grid, "2.3b\tblocked\t40\n9.9z\tdone\n2.1a\tdone\n259-CV/TU/1a\tdone\t100", false,
		"1 dòng có mã không có ở đây: 9.9z. 1 dòng có mã ở nhiều nơi, cần thêm cột Nơi: 2.1a.");
	assert_cell(grid, 3, STATE, "blocked");
	assert_cell(grid, 3, PERCENT, "40");
	assert_cell(grid, 0, PERCENT, "100");
	assert_cell(grid, 1, STATE, "doing");
}

// Where percents are wanted, 1 is one, though a row is called so.
static void test_paste_of_numbers(void **state)
{
	static const char *const row[COLUMNS] = { "1", "An Minh", "doing", "10", "" };
	Grid *grid = *state;
	grid_add(grid, row);
	grid_go(grid, 0, PERCENT);
	assert_paste(grid, "1\tx\n2\ty\n", true, "Đã dán 4 ô vào 2 dòng.");
	assert_cell(grid, 0, PERCENT, "1");
	grid_go(grid, 0, STATE);
	assert_paste(grid, "1\tx\n", true, "Đã dán 1 ô vào 1 dòng.");
	assert_cell(grid, 4, STATE, "x");
}

static void test_paste_by_code_and_place(void **state)
{
	Grid *grid = *state;
	assert_paste(grid, "2.1a\tphu-quoc\tmột\n2.1a\tAn Minh\thai\n2.3b\tAn Minh\tba\n", false,
		"1 dòng có mã không có ở đây: 2.3b.");
	assert_cell(grid, 2, STATE, "một");
	assert_cell(grid, 1, STATE, "hai");
	assert_cell(grid, 3, STATE, "");
}

static void test_paste_with_titles(void **state)
{
	Grid *grid = *state;
	assert_paste(grid, "Ghi chú\tMA\tKhác\n\"a\nb\"\t1a\t\n\t2.3b\tx\n", false,
		"Không vừa: 0 dòng, 1 cột.");
	assert_cell(grid, 0, NOTE, "a b");
	assert_cell(grid, 0, STATE, "doing");
}

static void test_paste_of_wrong_cells(void **state)
{
	Grid *grid = *state;
	assert_paste(grid, "1a\tAn Minh\tx\t70x0\t\xff\x1b[2J\n", true, "Đã dán 3 ô");
	assert_cell(grid, 0, NOTE, "\xef\xbf\xbd");
	assert_paste(grid, "1a\tAn Minh\tx\t700\t\n", false, "1 ô chưa đúng");
	assert_cell(grid, 0, PERCENT, "700");
	assert_true(*grid_error(grid, 0, PERCENT));
}

static void test_paste_of_many_rows(void **state)
{
	Grid *grid = *state;
	Buf text = BUF_INIT;
	for (int i = 0; i < 10000; i++)
		buf_addf(&text, "%d\tdoing\t%d\n", i, i % 100);
	buf_adds(&text, "2.3b\tdoing\t7\n");
	assert_paste(grid, text.bytes, false, "10000 dòng có mã không có ở đây: 0, 1, 2, 3, 4, 5, 6, 7, ….");
	assert_cell(grid, 3, PERCENT, "7");
	buf_release(&text);
}

// Each code is named once; of two rows for one place the later stays, and that is said.
static void test_paste_of_rows_twice(void **state)
{
	Grid *grid = *state;
	assert_paste(grid, "10\tdoing\t1\n1\tdoing\t2\n10\tdoing\t3\n2.3b\tdoing\t4\n", false,
		"3 dòng có mã không có ở đây: 10, 1.");
	assert_paste(grid, "2.3b\tdoing\t5\n2.3b\tdoing\t6\n", false,
		" 1 dòng trùng chỗ với dòng trước và đã thay dòng trước.");
	assert_cell(grid, 3, PERCENT, "6");
}

static void test_drawn(void **state)
{
	Grid *grid = *state;
	Canvas *canvas = canvas_new(3, 50, CANVAS_UTF8);
	Buf picture = BUF_INIT;
	grid_go(grid, 1, PERCENT);
	type(grid, "55");
	press(grid, "Enter");
	grid_draw(grid, canvas, canvas_rect(canvas));
	canvas_dump(canvas, &picture);
	assert_string_equal(picture.bytes,
		"    Mã   Nơi      Tình trạng    % Ghi chú\n"
		"    2.1a An Minh  doing     *  55\n"
		" >  2.1a TP Phú … doing     [  30]\n");
	assert_int_equal(canvas_cursor_row(canvas), 2);
	buf_release(&picture);
	canvas_free(canvas);
}

#define GRID_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		GRID_TEST(test_typing),
		GRID_TEST(test_errors),
		GRID_TEST(test_undo_goes_by_steps),
		GRID_TEST(test_paste_by_place),
		GRID_TEST(test_paste_by_code),
		GRID_TEST(test_paste_of_numbers),
		GRID_TEST(test_paste_by_code_and_place),
		GRID_TEST(test_paste_with_titles),
		GRID_TEST(test_paste_of_wrong_cells),
		GRID_TEST(test_paste_of_many_rows),
		GRID_TEST(test_paste_of_rows_twice),
		GRID_TEST(test_drawn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
