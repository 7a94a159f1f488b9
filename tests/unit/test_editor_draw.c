// SPDX-License-Identifier: MIT
// What the editor draws, at many sizes, and where the cursor stands then.
#include "editor_tools.h"

#include "base/buf.h"

static void assert_drawn(
	Editor *editor, Rect rect, EditorFocus focus, CanvasMode mode, const char *expected)
{
	Canvas *canvas = canvas_new(rect.row + rect.rows, rect.col + rect.cols, mode);
	Buf out = BUF_INIT;
	editor_draw(editor, canvas, rect, focus);
	canvas_dump(canvas, &out);
	assert_string_equal(out.bytes, expected);
	buf_release(&out);
	canvas_free(canvas);
}

static void lines_are_drawn_whole(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "Theo 12-NQ/TW ngày 07/10/2021\n\n- mục");
	Rect wide = { 0, 0, 4, 40 }, narrow = { 0, 0, 6, 12 }, low = { 0, 0, 2, 12 };
	assert_drawn(editor, wide, EDITOR_FOCUSED, CANVAS_UTF8,
		"Theo 12-NQ/TW ngày 07/10/2021\n\n- mục\n\n");
	assert_drawn(editor, narrow, EDITOR_FOCUSED, CANVAS_UTF8,
		"Theo\n12-NQ/TW\nngày\n07/10/2021\n\n- mục\n");
	assert_drawn(editor, low, EDITOR_FOCUSED, CANVAS_UTF8, "\n- mục\n");
	assert_int_equal(editor_status(editor).line, 6);
	press(editor, "Ctrl+Home");
	assert_drawn(editor, low, EDITOR_FOCUSED, CANVAS_UTF8, "Theo\n12-NQ/TW\n");
	press(editor, "Down");
	press(editor, "Down");
	assert_drawn(editor, low, EDITOR_UNFOCUSED, CANVAS_UTF8, "12-NQ/TW\nngày\n");
	press(editor, "Ctrl+End");
	assert_drawn(editor, narrow, EDITOR_FOCUSED, CANVAS_ASCII,
		"Theo\n12-NQ/TW\nngay\n07/10/2021\n\n- muc\n");
	editor_free(editor);
}

static void decomposed_letters_are_composed_when_drawn(void **state)
{
	(void)state;
	static const char decomposed[] = "Vie\xCC\xA3\xCC\x82t \x1B[31m\xFF";
	Editor *editor = editor_new(EDITOR_TEXT, decomposed);
	assert_drawn(editor, (Rect){ 0, 0, 1, 20 }, EDITOR_FOCUSED, CANVAS_UTF8,
		"Việt \xEF\xBF\xBD[31m\xEF\xBF\xBD\n");
	assert_string_equal(editor_text(editor), decomposed);
	editor_free(editor);
}

static void a_field_scrolls_sideways(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_LINE, "một hai ba");
	Rect rect = { 1, 2, 1, 9 };
	assert_drawn(editor, rect, EDITOR_FOCUSED, CANVAS_UTF8, "\n  ai ba\n");
	press(editor, "Ctrl+w");
	assert_drawn(editor, rect, EDITOR_FOCUSED, CANVAS_UTF8, "\n  một hai\n");
	press(editor, "Ctrl+z");
	press(editor, "Home");
	assert_drawn(editor, rect, EDITOR_FOCUSED, CANVAS_UTF8, "\n  một hai b\n");
	editor_free(editor);
}

static void the_cursor_is_drawn_where_the_next_letter_goes(void **state)
{
	(void)state;
	static const struct {
		EditorKind kind;
		const char *text, *key;
		int row, col;
	} rows[] = {
		{ EDITOR_TEXT, "một hai", "End", 0, 7 },
		{ EDITOR_TEXT, "một hai", "Home", 0, 0 },
		{ EDITOR_TEXT, "một hai", "Left", 0, 6 },
		{ EDITOR_TEXT, "một hai\n", "End", 1, 0 },
		{ EDITOR_TEXT, "một hai ba", "End", 1, 2 },
		{ EDITOR_TEXT, "một hai9", "End", 1, 4 },
		{ EDITOR_TEXT, "một hai  ", "End", 0, 7 },
		{ EDITOR_TEXT, "日本 日", "End", 0, 7 },
		{ EDITOR_TEXT, "một hai ba", "Up", 0, 2 },
		{ EDITOR_TEXT, "abcdefghij", "Up", 0, 3 },
		{ EDITOR_LINE, "một hai ba", "Home", 0, 0 },
		{ EDITOR_LINE, "một", "End", 0, 3 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Editor *editor = editor_new(rows[i].kind, rows[i].text);
		Canvas *canvas = canvas_new(6, 20, CANVAS_UTF8);
		Rect rect = { 2, 5, 3, 8 };
		editor_draw(editor, canvas, rect, EDITOR_FOCUSED);
		press(editor, rows[i].key);
		editor_draw(editor, canvas, rect, EDITOR_UNFOCUSED);
		editor_draw(editor, canvas, rect, EDITOR_FOCUSED);
		assert_int_equal(canvas_cursor_row(canvas) - rect.row, rows[i].row);
		assert_int_equal(canvas_cursor_col(canvas) - rect.col, rows[i].col);
		canvas_free(canvas);
		editor_free(editor);
	}
}

static void another_width_forgets_the_column_kept(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "ab\nabcdefghijkl");
	Canvas *canvas = canvas_new(5, 10, CANVAS_UTF8);
	press(editor, "Up");
	editor_draw(editor, canvas, (Rect){ 0, 0, 5, 8 }, EDITOR_FOCUSED);
	press(editor, "Down");
	assert_int_equal(editor->cursor, 5);
	canvas_free(canvas);
	editor_free(editor);
}

// Columns [from, to) of a row that have the style.
static void assert_style(const Canvas *canvas, int row, int from, int to, Style style)
{
	const Cell *cells = canvas_cells(canvas, row);
	for (int col = 0; col < canvas_cols(canvas); col++)
		assert_int_equal(cells[col].style == style, col >= from && col < to);
}

static void the_selection_is_marked(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "một hai\n\nba bốn");
	Canvas *canvas = canvas_new(4, 20, CANVAS_UTF8);
	press(editor, "Left");
	press(editor, "Ctrl+@");
	press(editor, "Up");
	press(editor, "Up");
	press(editor, "Left");
	editor_draw(editor, canvas, canvas_rect(canvas), EDITOR_FOCUSED);
	assert_style(canvas, 0, 4, 8, STYLE_MATCH);
	assert_style(canvas, 1, 0, 1, STYLE_MATCH);
	assert_style(canvas, 2, 0, 5, STYLE_MATCH);
	assert_int_equal(canvas_cursor_col(canvas), 4);
	canvas_free(canvas);
	editor_free(editor);
}

static void a_click_puts_the_cursor(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "một hai\nba");
	Canvas *canvas = canvas_new(6, 20, CANVAS_UTF8);
	Key key = { .code = KEY_MOUSE, .row = 1, .col = 5, .button = MOUSE_LEFT };
	assert_false(editor_key(editor, key, NULL)); // not drawn yet
	editor_draw(editor, canvas, (Rect){ 1, 2, 4, 10 }, EDITOR_FOCUSED);
	assert_true(editor_key(editor, key, NULL));
	assert_int_equal(editor->cursor, strlen("một"));
	type(editor, "x");
	key.col++; // where the cursor is already
	assert_true(editor_key(editor, key, NULL));
	type(editor, "y");
	press(editor, "Ctrl+z"); // what is typed after a click is a step of its own
	assert_string_equal(editor_text(editor), "mộtx hai\nba");
	key.row = 4;
	assert_true(editor_key(editor, key, NULL)); // below the text: on its last line
	assert_int_equal(editor->cursor, editor->text.len);
	key.button = MOUSE_WHEEL_UP;
	assert_false(editor_key(editor, key, NULL));
	key = (Key){ .code = KEY_MOUSE, .row = 5, .col = 5, .button = MOUSE_LEFT };
	assert_false(editor_key(editor, key, NULL));
	canvas_free(canvas);
	editor_free(editor);
}

static int differing_rows(const Canvas *a, const Canvas *b)
{
	int count = 0;
	size_t size = (size_t)canvas_cols(a) * sizeof(Cell);
	for (int row = 0; row < canvas_rows(a); row++)
		count += memcmp(canvas_cells(a, row), canvas_cells(b, row), size) != 0;
	return count;
}

static void a_letter_changes_one_line(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT,
		"Một đoạn văn đủ dài để chiếm vài dòng\n"
		"trên màn hình, và một đoạn nữa sau đó\nhết");
	Canvas *before = canvas_new(8, 20, CANVAS_UTF8), *after = canvas_new(8, 20, CANVAS_UTF8);
	Rect rect = canvas_rect(before);
	editor_draw(editor, before, rect, EDITOR_FOCUSED);
	press(editor, "Ctrl+Home");
	press(editor, "Down");
	press(editor, "Right");
	type(editor, "x");
	editor_draw(editor, after, rect, EDITOR_FOCUSED);
	assert_int_equal(differing_rows(before, after), 1);
	canvas_free(before);
	canvas_free(after);
	editor_free(editor);
}

static void tiny_and_odd_rects_are_harmless(void **state)
{
	(void)state;
	static const Rect rects[] = { { 0, 0, 0, 0 }, { 0, 0, 1, 1 }, { 0, 0, 1, 2 },
		{ 0, 0, -1, -5 }, { -3, -3, 5, 5 }, { 4, 9, 10, 10 }, { 50, 50, 2, 2 },
		{ 0, 0, 100, 1 } };
	static const char *const texts[] = { "", "một hai ba bốn năm", "日本\n日", "\n\n\n" };
	Canvas *canvas = canvas_new(5, 10, CANVAS_UTF8);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Editor *text = editor_new(EDITOR_TEXT, texts[i]);
		Editor *line = editor_new(EDITOR_LINE, texts[i]);
		press(text, "Ctrl+a");
		press(line, "Ctrl+a");
		for (size_t k = 0; k < sizeof rects / sizeof *rects; k++) {
			editor_draw(text, canvas, rects[k], EDITOR_FOCUSED);
			editor_draw(line, canvas, rects[k], EDITOR_FOCUSED);
			press(text, "PgUp");
			press(line, "Left");
			check_editor(text);
		}
		editor_free(text);
		editor_free(line);
	}
	canvas_free(canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_drawn_whole),
		cmocka_unit_test(decomposed_letters_are_composed_when_drawn),
		cmocka_unit_test(a_field_scrolls_sideways),
		cmocka_unit_test(the_cursor_is_drawn_where_the_next_letter_goes),
		cmocka_unit_test(another_width_forgets_the_column_kept),
		cmocka_unit_test(the_selection_is_marked),
		cmocka_unit_test(a_click_puts_the_cursor),
		cmocka_unit_test(a_letter_changes_one_line),
		cmocka_unit_test(tiny_and_odd_rects_are_harmless),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
