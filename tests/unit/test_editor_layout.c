// SPDX-License-Identifier: MIT
// The editor's text and lines: random keys against a naive model, and what a megabyte costs.
#include "editor_tools.h"

#include "base/buf.h"

#include <time.h>

// --- against a model -------------------------------------------------------------------------

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
	editor_set(editor, "abcdefghij 1234567 "); // abcdefg|hij|1234567, a space hanging over
	press(editor, "Up");
	press(editor, "Up");
	assert_int_equal(editor->cursor, 6);
	editor_set(editor, "1234567  \nx");
	press(editor, "Up");
	press(editor, "End");
	assert_int_equal(editor->cursor, 9);
	editor_free(editor);
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
		cmocka_unit_test(home_and_end_keep_to_the_wrapped_line),
		cmocka_unit_test(a_megabyte_stays_fluid),
		cmocka_unit_test(undo_forgets_the_oldest_when_it_grows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
