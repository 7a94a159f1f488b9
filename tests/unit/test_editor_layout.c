// SPDX-License-Identifier: MIT
// The editor's text, lines and picture: random keys against a naive model, drawing at many sizes,
// and what a megabyte costs.
#include "base/buf.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "tui/editor.h"
#include "tui/editor_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static bool press(Editor *editor, const char *name)
{
	Key key;
	assert_true(key_parse(name, &key));
	return editor_key(editor, key, NULL);
}

static void type(Editor *editor, const char *letters)
{
	size_t n = strlen(letters);
	for (size_t at = 0; at < n;) {
		Key key = { .code = KEY_CHAR };
		at += utf8_decode(letters + at, n - at, &key.cp);
		assert_true(editor_key(editor, key, NULL));
	}
}

// --- against a model -------------------------------------------------------------------------

// What must hold after every key: lines and words are those of the whole text counted anew, and
// the cursor stands in it.
static void check_editor(const Editor *editor)
{
	const Buf *text = &editor->text;
	Vec lines;
	vec_init(&lines, sizeof(WrapLine));
	assert_true(editor->cursor <= text->len);
	assert_true(!editor->select || editor->anchor <= text->len);
	assert_int_equal(strlen(editor_text(editor)), editor_length(editor));
	text_wrap(&lines, text->bytes, text->len, editor->cols);
	if (editor->kind == EDITOR_TEXT) {
		assert_int_equal(lines.len, editor->lines.len);
		assert_memory_equal(lines.items, editor->lines.items, lines.len * sizeof(WrapLine));
	}
	assert_int_equal(editor->words, range_words(text->bytes, (Range){ 0, text->len }));
	vec_release(&lines);
}

// The model is a string; where a key acts, it takes cursor and selection from the editor.
typedef struct {
	Editor *editor;
	Buf text;
} Model;

static void model_splice(Model *model, Range range, const char *s)
{
	buf_splice(&model->text, range.start, range.end - range.start, s, strlen(s));
}

static void do_type(Model *model)
{
	static const char *const letters[] = { "a", "b", " ", " ", "ệ", "đ", "\xCC\x81", "日", "-",
		"😀", "1", "ư" };
	const char *letter = letters[(size_t)rand() % (sizeof letters / sizeof *letters)];
	model_splice(model, selection(model->editor), letter);
	type(model->editor, letter);
}

static void do_backspace(Model *model)
{
	Range range = selection(model->editor);
	const char *s = model->text.bytes;
	if (range_is_empty(range) && range.start > 0) {
		do
			range.start--;
		while (range.start > 0 && ((uint8_t)s[range.start] & 0xC0) == 0x80);
	}
	model_splice(model, range, "");
	press(model->editor, "Backspace");
}

static void do_delete(Model *model)
{
	Range range = selection(model->editor);
	if (range_is_empty(range))
		range.end = move_right(model->editor);
	model_splice(model, range, "");
	press(model->editor, "Del");
}

static void do_paste(Model *model)
{
	static const char *const pastes[] = { "một hai\nba bốn", "x",
		"dài dài dài dài dài dài dài dài", "\n\n\n", "- a\n- b\n",
		"liềnliềnliềnliềnliềnliền", "   ", "\xCC\xA3" };
	static const Key key = { .code = KEY_PASTE };
	const char *paste = pastes[(size_t)rand() % (sizeof pastes / sizeof *pastes)];
	model_splice(model, selection(model->editor), paste);
	assert_true(editor_key(model->editor, key, paste));
}

static void do_cut(Model *model)
{
	model_splice(model, selection(model->editor), "");
	press(model->editor, "Ctrl+x");
}

static void do_clip(Model *model)
{
	if (model->editor->clip.len)
		model_splice(model, selection(model->editor), model->editor->clip.bytes);
	press(model->editor, "Ctrl+v");
}

static void do_rest(Model *model)
{
	Range range = selection(model->editor);
	const char *s = model->text.bytes, *newline = strchr(s + range.start, '\n');
	if (range_is_empty(range))
		range.end = newline ? (size_t)(newline - s) : model->text.len;
	if (range_is_empty(range) && newline)
		range.end++;
	model_splice(model, range, "");
	press(model->editor, "Ctrl+k");
}

static void do_move(Model *model)
{
	static const char *const keys[] = { "Left", "Right", "Up", "Down", "Home", "End", "PgUp",
		"PgDn", "Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down",
		"Shift+Left", "Shift+Right",
		"Shift+Up", "Shift+Down", "Ctrl+@", "Ctrl+Home", "Ctrl+End", "Left", "Left", "Up" };
	size_t before = model->editor->cursor;
	press(model->editor, keys[(size_t)rand() % (sizeof keys / sizeof *keys)]);
	size_t at = model->editor->cursor;
	assert_true(at == before || boundary_before(model->editor, at) == at);
}

// Undo and as many redos change nothing.
static void do_undo_redo(Model *model)
{
	int count = rand() % 4;
	size_t done = model->editor->history.done;
	count = (size_t)count > done ? (int)done : count;
	for (int i = 0; i < count; i++)
		press(model->editor, "Ctrl+z");
	check_editor(model->editor);
	for (int i = 0; i < count; i++)
		press(model->editor, "Ctrl+y");
}

static void do_resize(Model *model)
{
	Canvas *canvas = canvas_new(10, 40, CANVAS_UTF8);
	Rect rect = { 0, 0, rand() % 11, rand() % 41 };
	editor_draw(model->editor, canvas, rect, EDITOR_FOCUSED);
	canvas_free(canvas);
}

static void (*const operations[])(Model *) = { do_type, do_type, do_type, do_type, do_type, do_move,
	do_move, do_move, do_backspace, do_backspace, do_delete, do_paste, do_cut, do_clip, do_rest,
	do_undo_redo, do_resize };

static void undo_all_redo_all(Model *model, const char *original)
{
	while (model->editor->history.done)
		press(model->editor, "Ctrl+z");
	assert_string_equal(editor_text(model->editor), original);
	assert_false(editor_changed(model->editor));
	check_editor(model->editor);
	while (model->editor->history.done < model->editor->history.changes.len)
		press(model->editor, "Ctrl+y");
	assert_string_equal(editor_text(model->editor), model->text.bytes);
	check_editor(model->editor);
}

static void random_keys_agree_with_the_model(void **state)
{
	(void)state;
	static const char *const originals[] = { "", "một hai ba bốn năm sáu bảy tám chín mười",
		"a\n\nb", "   thụt vào\n- mục\n" };
	for (unsigned round = 0; round < 200; round++) {
		const char *original = originals[round % 4];
		srand(round);
		Model model = { .editor = editor_new(EDITOR_TEXT, original), .text = BUF_INIT };
		buf_adds(&model.text, original);
		do_resize(&model);
		for (int i = 0; i < 200; i++) {
			size_t which = (size_t)rand() % (sizeof operations / sizeof *operations);
			operations[which](&model);
			assert_string_equal(editor_text(model.editor), model.text.bytes);
			check_editor(model.editor);
		}
		undo_all_redo_all(&model, original);
		editor_free(model.editor);
		buf_release(&model.text);
	}
}

// One long paragraph is wrapped through windows: the seams must not show.
static void a_long_paragraph_wraps_as_in_the_whole(void **state)
{
	(void)state;
	static const char *const pieces[] = { "a", "bc ", "đường ", "          ", "日本",
		"e\xCC\x82\xCC\xA3", " \xCC\x81", "👨‍👩‍👧", "🇻🇳", "liềnliềnliềnliền", "\n" };
	for (unsigned round = 0; round < 30; round++) {
		Editor *editor = editor_new(EDITOR_TEXT, "");
		Buf text = BUF_INIT;
		srand(round);
		size_t kinds = sizeof pieces / sizeof *pieces - (round % 2);
		for (int i = 0; i < 3000; i++)
			buf_adds(&text, pieces[(size_t)rand() % kinds]);
		editor->cols = 1 + (int)(round * 5 % 83);
		layout_all(editor);
		for (int i = 0; i < 40; i++) {
			size_t from = (size_t)rand() % (editor->text.len + 1);
			size_t to = from + (size_t)rand() % (editor->text.len - from + 1);
			const char *s = text.bytes + (size_t)rand() % text.len;
			Range range = { from, i % 3 ? from : to };
			editor_edit(editor, EDIT_STEP, range, s, strlen(s) >> (i % 5 * 3));
			check_editor(editor);
		}
		buf_release(&text);
		editor_free(editor);
	}
}

// --- drawing ---------------------------------------------------------------------------------

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
	press(editor, "Home");
	assert_drawn(editor, rect, EDITOR_FOCUSED, CANVAS_UTF8, "\n  một hai b\n");
	press(editor, "End");
	press(editor, "Ctrl+w");
	assert_drawn(editor, rect, EDITOR_FOCUSED, CANVAS_UTF8, "\n  một hai\n");
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

static void home_and_end_keep_to_the_wrapped_line(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "abcdefghij klm");
	editor->cols = 7;
	layout_all(editor); // abcdefg|hij klm
	press(editor, "Home");
	assert_int_equal(editor->cursor, 7);
	press(editor, "Up");
	press(editor, "End");
	assert_int_equal(editor->cursor, 6); // 7 belongs to the next line
	press(editor, "Down");
	assert_int_equal(editor->cursor, 13);
	press(editor, "End");
	assert_int_equal(editor->cursor, 14);
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

// --- a megabyte ------------------------------------------------------------------------------

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Very roomy, for slow machines and sanitizers; the figures are the benchmark's matter.
static void a_megabyte_stays_fluid(void **state)
{
	(void)state;
	static const Key paste = { .code = KEY_PASTE };
	static const char *const sentences[] = { "Ban Thường vụ Tỉnh ủy yêu cầu khẩn trương. ",
		"Ban Thường vụ Tỉnh ủy yêu cầu khẩn trương.\n" };
	Canvas *canvas = canvas_new(24, 80, CANVAS_UTF8);
	for (size_t i = 0; i < 2; i++) {
		Buf text = BUF_INIT;
		while (text.len < PASTE_MAX)
			buf_adds(&text, sentences[i]);
		Editor *editor = editor_new(EDITOR_TEXT, "");
		double start = seconds();
		editor_key(editor, paste, text.bytes);
		assert_true(seconds() - start < 3);
		press(editor, "Ctrl+Home");
		press(editor, "PgDn");
		start = seconds();
		for (int k = 0; k < 100; k++) {
			type(editor, "a");
			editor_draw(editor, canvas, canvas_rect(canvas), EDITOR_FOCUSED);
			assert_int_equal(editor_status(editor).selected, 0);
		}
		double each = (seconds() - start) / 100;
		assert_true(each < 0.05);
		check_editor(editor);
		editor_free(editor);
		buf_release(&text);
	}
	canvas_free(canvas);
}

static void undo_forgets_the_oldest_when_it_grows(void **state)
{
	(void)state;
	char *block = malloc(PASTE_MAX);
	memset(block, 'a', PASTE_MAX - 1);
	block[PASTE_MAX - 1] = '\0';
	Editor *editor = editor_new(EDITOR_LINE, "");
	for (int i = 0; i < 20; i++) {
		press(editor, "Ctrl+a");
		editor_insert(editor, block);
	}
	assert_true(editor->history.changes.len < 6 && editor->history.done > 2);
	while (editor->history.done)
		press(editor, "Ctrl+z");
	assert_int_equal(editor_length(editor), PASTE_MAX - 1);
	assert_true(editor_changed(editor)); // the text it was set to is forgotten
	editor_free(editor);
	free(block);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_keys_agree_with_the_model),
		cmocka_unit_test(a_long_paragraph_wraps_as_in_the_whole),
		cmocka_unit_test(lines_are_drawn_whole),
		cmocka_unit_test(decomposed_letters_are_composed_when_drawn),
		cmocka_unit_test(a_field_scrolls_sideways),
		cmocka_unit_test(the_cursor_is_drawn_where_the_next_letter_goes),
		cmocka_unit_test(home_and_end_keep_to_the_wrapped_line),
		cmocka_unit_test(the_selection_is_marked),
		cmocka_unit_test(a_click_puts_the_cursor),
		cmocka_unit_test(a_letter_changes_one_line),
		cmocka_unit_test(tiny_and_odd_rects_are_harmless),
		cmocka_unit_test(a_megabyte_stays_fluid),
		cmocka_unit_test(undo_forgets_the_oldest_when_it_grows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
