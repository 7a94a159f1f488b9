// SPDX-License-Identifier: MIT
// Pasted tables and exported files: quotes, line ends, ragged rows, odd bytes, many rows.
#include "text/sheet.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

// Rows as "a|b/c|d", LF in a cell as "~".
static void assert_sheet(const char *text, char separator, const char *expected)
{
	Sheet sheet;
	Buf shown = BUF_INIT;
	sheet_read(&sheet, text, strlen(text), separator);
	for (size_t row = 0; row < sheet_rows(&sheet); row++) {
		buf_adds(&shown, row ? "/" : "");
		for (size_t i = 0; i < sheet_row(&sheet, row)->cells_n; i++)
			buf_addf(&shown, "%s%s", i ? "|" : "", sheet_cell(&sheet, row, i));
	}
	for (size_t i = 0; i < shown.len; i++)
		if (shown.bytes[i] == '\n')
			shown.bytes[i] = '~';
	assert_string_equal(shown.bytes, expected);
	buf_release(&shown);
	sheet_release(&sheet);
}

static void test_rows_and_cells(void **state)
{
	(void)state;
	assert_sheet("", '\t', "");
	assert_sheet("a", '\t', "a");
	assert_sheet("a\tb\nc\td\n", '\t', "a|b/c|d");
	assert_sheet("a\tb\r\nc\td\r\n", '\t', "a|b/c|d");
	assert_sheet("a\tb\rc\td\r", '\t', "a|b/c|d");
	assert_sheet("a\n\nb", '\t', "a//b");
	assert_sheet("a\t\n\tb", '\t', "a|/|b");
	assert_sheet("\t\t", '\t', "||");
	assert_sheet("  a \t b  ", '\t', "a|b");
	assert_sheet("1,5;x\n2;y", ';', "1,5|x/2|y");
}

static void test_ragged_rows(void **state)
{
	Sheet sheet;
	const char *text = "a\nb\tc\td\n\te";
	(void)state;
	sheet_read(&sheet, text, strlen(text), '\t');
	assert_int_equal(sheet_columns(&sheet), 3);
	assert_string_equal(sheet_cell(&sheet, 0, 2), "");
	assert_string_equal(sheet_cell(&sheet, 1, 2), "d");
	assert_string_equal(sheet_cell(&sheet, 2, 1), "e");
	assert_false(sheet_row_is_blank(&sheet, 2));
	sheet_release(&sheet);
}

static void test_quotes(void **state)
{
	(void)state;
	assert_sheet("\"a\tb\"\tc", '\t', "a  b|c");
	assert_sheet("\"a\nb\"\tc", '\t', "a~b|c");
	assert_sheet("\"a\r\nb\"\r\nc", '\t', "a~b/c");
	assert_sheet("\"nói \"\"vâng\"\"\"\tc", '\t', "nói \"vâng\"|c");
	assert_sheet("\"\"\tc", '\t', "|c");
	assert_sheet("\"\"\"\"", '\t', "\"");
	// No spreadsheet wrote these: the quotes are letters.
	assert_sheet("\"vâng\" nói\tc", '\t', "\"vâng\" nói|c");
	assert_sheet("\"chưa đóng\tc\nd", '\t', "\"chưa đóng|c/d");
	assert_sheet("a\"b\tc\"", '\t', "a\"b|c\"");
	assert_sheet("\"", '\t', "\"");
}

static void test_lines_are_counted(void **state)
{
	Sheet sheet;
	const char *text = "a\r\n\"b\r\nb\nb\"\n\nc";
	(void)state;
	sheet_read(&sheet, text, strlen(text), '\t');
	assert_int_equal(sheet_rows(&sheet), 4);
	assert_int_equal(sheet_row(&sheet, 1)->line, 2);
	assert_int_equal(sheet_row(&sheet, 2)->line, 5);
	assert_int_equal(sheet_row(&sheet, 3)->line, 6);
	sheet_release(&sheet);
}

static void test_cells_are_clean(void **state)
{
	Sheet sheet;
	const char text[] = "\xff\tTi\xe1\xba\xbfng\x1b[31m\tđ\xcc\x81\t\xe2\x80\x8b";
	(void)state;
	sheet_read(&sheet, text, sizeof(text) - 1, '\t');
	assert_string_equal(sheet_cell(&sheet, 0, 0), "\xef\xbf\xbd");
	assert_string_equal(sheet_cell(&sheet, 0, 1), "Tiếng");
	assert_string_equal(sheet_cell(&sheet, 0, 3), "");
	for (size_t i = 0; i < 4; i++)
		assert_true(utf8_valid(sheet_cell(&sheet, 0, i), strlen(sheet_cell(&sheet, 0, i))));
	sheet_release(&sheet);
}

static void test_many_rows(void **state)
{
	enum { ROWS = 10000 };
	Buf text = BUF_INIT;
	Sheet sheet;
	(void)state;
	for (int i = 0; i < ROWS; i++)
		buf_addf(&text, "%d\t\"ô \"\"%d\"\"\nhai\"\thoàn thành\r\n", i, i);
	sheet_read(&sheet, text.bytes, text.len, '\t');
	assert_int_equal(sheet_rows(&sheet), ROWS);
	assert_string_equal(sheet_cell(&sheet, ROWS - 1, 0), "9999");
	assert_string_equal(sheet_cell(&sheet, ROWS - 1, 1), "ô \"9999\"\nhai");
	assert_int_equal(sheet_row(&sheet, ROWS - 1)->line, 2 * ROWS - 1);
	sheet_release(&sheet);
	buf_release(&text);
}

static void test_what_is_a_table(void **state)
{
	(void)state;
	assert_false(sheet_is_table("một ô", 5));
	assert_false(sheet_is_table("70\r\n", 4));
	assert_false(sheet_is_table("", 0));
	assert_true(sheet_is_table("a\tb", 3));
	assert_true(sheet_is_table("a\nb", 3));
	assert_true(sheet_is_table("a\rb\r", 4));
	assert_int_equal(sheet_separator("a\tb;c\nd;e;f", 11), '\t');
	assert_int_equal(sheet_separator("a;b,c;d", 7), ';');
	assert_int_equal(sheet_separator("a,b\n", 4), ',');
	assert_int_equal(sheet_separator("a", 1), '\t');
}

static void test_written_and_read_back(void **state)
{
	static const char *const texts[] = { "", "a", "a\tb", "a\nb", "\"", "\"a\"", "a\"\"b\n\"c" };
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		Buf line = BUF_INIT;
		Sheet sheet;
		sheet_add_cell(&line, texts[i], ';');
		buf_adds(&line, ";x");
		sheet_read(&sheet, line.bytes, line.len, ';');
		assert_int_equal(sheet_rows(&sheet), 1);
		if (!strchr(texts[i], '\t'))
			assert_string_equal(sheet_cell(&sheet, 0, 0), texts[i]);
		assert_string_equal(sheet_cell(&sheet, 0, 1), "x");
		sheet_release(&sheet);
		buf_release(&line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_and_cells),
		cmocka_unit_test(test_ragged_rows),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_lines_are_counted),
		cmocka_unit_test(test_cells_are_clean),
		cmocka_unit_test(test_many_rows),
		cmocka_unit_test(test_what_is_a_table),
		cmocka_unit_test(test_written_and_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
