// SPDX-License-Identifier: MIT
// The editor's keys: typing as it comes from input methods, moves, selection, undo, lists, find.
#include "base/buf.h"
#include "term/input.h"
#include "tui/editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RUBOUT "\x7F"
#define PASTE(text) "\033[200~" text "\033[201~"

// Bytes as the terminal sends them.
static void feed(Editor *editor, const char *bytes, size_t n)
{
	Input *input = input_new(INPUT_PASTE_MARKED);
	Vec keys;
	vec_init(&keys, sizeof(Key));
	input_feed(input, bytes, n, &keys);
	input_quiet(input, &keys);
	for (size_t i = 0; i < keys.len; i++) {
		Key key = *(Key *)vec_at(&keys, i);
		const char *paste = key.code == KEY_PASTE ? input_paste(input, key) : NULL;
		assert_true(editor_key(editor, key, paste));
	}
	vec_release(&keys);
	input_free(input);
}

static void type(Editor *editor, const char *bytes)
{
	feed(editor, bytes, strlen(bytes));
}

static bool press_one(Editor *editor, const char *name)
{
	Key key;
	assert_true(key_parse(name, &key));
	return editor_key(editor, key, NULL);
}

// Names with blanks between.
static void press(Editor *editor, const char *names)
{
	char copy[200], *rest = copy;
	assert_true(strlen(names) < sizeof copy);
	strcpy(copy, names);
	for (char *name; (name = strsep(&rest, " "));)
		assert_true(press_one(editor, name));
}

// Where the cursor stands is where a mark goes in; it is taken back at once.
static const char *with_cursor(Editor *editor, Buf *out)
{
	static const Key mark = { .code = KEY_CHAR, .cp = '|' };
	static const Key undo = { .code = KEY_CTRL, .cp = 'z' };
	buf_clear(out);
	assert_true(editor_key(editor, mark, NULL));
	buf_adds(out, editor_text(editor));
	assert_true(editor_key(editor, undo, NULL));
	return out->bytes;
}

static void assert_shows(Editor *editor, const char *expected)
{
	Buf out = BUF_INIT;
	assert_string_equal(with_cursor(editor, &out), expected);
	buf_release(&out);
}

static const struct {
	const char *text, *keys, *shows;
} edits[] = {
	{ "một hai", "Left", "một ha|i" },
	{ "một hai", "Home", "|một hai" },
	{ "một hai", "Home Right Right", "mộ|t hai" },
	{ "một hai", "Home Left", "|một hai" },
	{ "một hai", "Right", "một hai|" },
	{ "một hai", "Home End", "một hai|" },
	{ "một  hai ba", "Ctrl+Left Ctrl+Left", "một  |hai ba" },
	{ "12-NQ/TW ngày", "Ctrl+Home Ctrl+Right", "12-NQ/TW |ngày" },
	{ "một\nhai", "Ctrl+Left Ctrl+Left", "|một\nhai" },
	{ "một\nhai", "Ctrl+Home Ctrl+Right", "một\n|hai" },
	{ "một\nhai\nba", "Ctrl+Up Ctrl+Up", "một\n|hai\nba" },
	{ "một\nhai\nba", "Left Ctrl+Up", "một\nhai\n|ba" },
	{ "một\nhai\nba", "Ctrl+Home Ctrl+Down Ctrl+Down", "một\nhai\n|ba" },
	{ "một\nhai", "Ctrl+Down", "một\nhai|" },
	{ "một\nhai", "Ctrl+Home", "|một\nhai" },
	{ "một\nhai", "Ctrl+Home Ctrl+End", "một\nhai|" },
	{ "dài hơn\na\nbốn năm", "Up", "dài hơn\na|\nbốn năm" },
	{ "dài hơn\na\nbốn năm", "Up Up", "dài hơn|\na\nbốn năm" },
	{ "dài hơn\na\nbốn năm", "Up Left Up", "|dài hơn\na\nbốn năm" },
	{ "một\nhai", "Up Up Up", "một|\nhai" },
	{ "một\nhai", "Ctrl+Home Down Down Down", "một\n|hai" },
	{ "a\nb\nc", "PgUp PgUp PgUp", "a|\nb\nc" },
	{ "a\nb\nc", "Ctrl+Home PgDn PgDn PgDn", "a\nb\n|c" },
	{ "đường", "Backspace", "đườn|" },
	{ "a\nb", "Left Backspace", "a|b" },
	{ "đường", "Home Del", "|ường" },
	{ "a\nb", "Home Left Del", "a|b" },
	{ "a", "Del", "a|" },
	{ "a", "Home Backspace", "|a" },
	{ "một hai ", "Ctrl+w", "một |" },
	{ "một hai", "Ctrl+w Ctrl+w Ctrl+w", "|" },
	{ "một hai\nba", "Ctrl+Home Ctrl+Right Ctrl+k", "một |\nba" },
	{ "một\nba", "Ctrl+Home Ctrl+k Ctrl+k", "|ba" },
	{ "một", "Ctrl+k", "một|" },
	{ "một", "Home Right Enter", "m\n|ột" },
	{ "một hai", "Ctrl+@ Ctrl+Left Ctrl+x Ctrl+Home Ctrl+v", "hai|một " },
	{ "một hai", "Ctrl+@ Ctrl+Left Ctrl+c Ctrl+Home Ctrl+v Ctrl+v", "haihai|một hai" },
	{ "một hai", "Ctrl+a Ctrl+c End Ctrl+v", "một haimột hai|" },
	{ "một hai", "Ctrl+a Backspace", "|" },
	{ "một hai", "Shift+Left Shift+Left Del", "một h|" },
	{ "một hai", "Shift+Left Left x", "một hx|ai" },
	{ "một hai", "Ctrl+@ Left Left x", "một hx|" },
	{ "một hai", "Ctrl+@ Left Ctrl+@ x", "một hax|i" },
	{ "một\nhai", "Shift+Up x", "mộtx|" },
	{ "một hai", "Ctrl+@ Home Ctrl+w", "|" },
	{ "một hai", "Ctrl+@ Left Ctrl+k", "một ha|" },
	{ "một hai", "Ctrl+c Ctrl+x Ctrl+v", "một hai|" },
	{ "một", "Ctrl+z Ctrl+y", "một|" },
};

static void keys_move_and_edit(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		Editor *editor = editor_new(EDITOR_TEXT, edits[i].text);
		press(editor, edits[i].keys);
		assert_shows(editor, edits[i].shows);
		editor_free(editor);
	}
}

static void a_field_leaves_keys_to_the_view(void **state)
{
	(void)state;
	static const char *const both[] = { "Esc", "Tab", "Shift+Tab", "F1", "F10", "Ctrl+s",
		"Alt+x", "Ctrl+Ins", "Ctrl+b" };
	static const char *const line[] = { "Enter", "Up", "Down", "PgUp", "PgDn", "Ctrl+Up",
		"Ctrl+Down", "Shift+Up" };
	Editor *text = editor_new(EDITOR_TEXT, "a"), *field = editor_new(EDITOR_LINE, "a");
	for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
		assert_false(press_one(text, both[i]));
		assert_false(press_one(field, both[i]));
	}
	for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
		assert_false(press_one(field, line[i]));
		assert_true(press_one(text, line[i]));
	}
	assert_string_equal(editor_text(field), "a");
	assert_false(editor_changed(field));
	editor_free(text);
	editor_free(field);
	editor_free(NULL);
}

// As Unikey and ibus send them: rubouts and what replaces the word, at once.
static void bursts_of_input_methods(void **state)
{
	(void)state;
	static const struct {
		const char *bytes, *text;
	} rows[] = {
		{ "tie" RUBOUT "ê" "ng" RUBOUT RUBOUT RUBOUT "ếng", "tiếng" },
		{ "Vie" RUBOUT "ê" RUBOUT "ệ" "t", "Việt" },
		{ "d\x08" "đ" "u\x08\x08" "đư" "o" "\x08\x08" "ươ" "c" "\x08\x08" "ợc", "được" },
		{ "nguo" RUBOUT RUBOUT "ươ" "i" RUBOUT RUBOUT "ời" " ta", "người ta" },
		{ "e\xCC\x82\xCC\xA3", "e\xCC\x82\xCC\xA3" },                     // ệ as it came
		{ "e\xCC\x82\xCC\xA3" RUBOUT, "e\xCC\x82" },                      // one code point
		{ "e\xCC\x82\xCC\xA3" RUBOUT RUBOUT "\xCC\x81", "e\xCC\x81" },
		{ "vie\xCC\x82\xCC\xA3t" RUBOUT RUBOUT RUBOUT RUBOUT RUBOUT "iệt",
			"việt" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int kind = EDITOR_LINE; kind <= EDITOR_TEXT; kind++) {
			Editor *editor = editor_new((EditorKind)kind, "");
			type(editor, rows[i].bytes);
			assert_string_equal(editor_text(editor), rows[i].text);
			press(editor, "Ctrl+z Ctrl+z");
			assert_string_equal(editor_text(editor), "");
			editor_free(editor);
		}
	}
}

// A word that stood there before is corrected by rubouts and letters: one step.
static void a_burst_is_one_step(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "ban tieng");
	type(editor, RUBOUT RUBOUT RUBOUT "ếng");
	assert_string_equal(editor_text(editor), "ban tiếng");
	press(editor, "Ctrl+z");
	assert_shows(editor, "ban tieng|");
	press(editor, "Ctrl+z");
	assert_string_equal(editor_text(editor), "ban tieng");
	editor_free(editor);
}

static void undo_goes_by_words_deletions_and_pastes(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "");
	type(editor, "một hai  ba");
	type(editor, PASTE("bốn năm sáu"));
	type(editor, RUBOUT RUBOUT RUBOUT RUBOUT RUBOUT);
	type(editor, "x\ry");
	static const char *const steps[] = { "một hai  babốn năx\n", "một hai  babốn nă",
		"một hai  babốn năm sáu", "một hai  ba", "một hai  ", "một ", "" };
	size_t n = sizeof steps / sizeof *steps;
	for (size_t i = 0; i < n; i++) {
		assert_true(editor_changed(editor));
		press(editor, "Ctrl+z");
		assert_string_equal(editor_text(editor), steps[i]);
	}
	assert_false(editor_changed(editor));
	for (size_t i = n - 1; i-- > 0;) {
		press(editor, "Ctrl+y");
		assert_string_equal(editor_text(editor), steps[i]);
	}
	press(editor, "Ctrl+y Ctrl+y");
	assert_string_equal(editor_text(editor), "một hai  babốn năx\ny");
	editor_free(editor);
}

static void steps_end_where_the_cursor_moves(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "");
	type(editor, "ab");
	press(editor, "Left Right");
	type(editor, "cd");
	press(editor, "Home Del Del Ctrl+z");
	assert_shows(editor, "|abcd");
	press(editor, "Ctrl+z");
	assert_shows(editor, "ab|");
	press(editor, "Ctrl+z");
	assert_shows(editor, "|");
	press(editor, "Ctrl+z Ctrl+z");
	type(editor, "x"); // what could be redone is gone
	press(editor, "Ctrl+y");
	assert_string_equal(editor_text(editor), "x");
	editor_free(editor);
}

static void what_is_stored_is_not_changed(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "a");
	type(editor, "b" RUBOUT);
	assert_false(editor_changed(editor));
	type(editor, "b");
	editor_mark_saved(editor);
	assert_false(editor_changed(editor));
	type(editor, "c");
	press(editor, "Ctrl+z");
	assert_false(editor_changed(editor));
	press(editor, "Ctrl+z");
	assert_string_equal(editor_text(editor), "a");
	assert_true(editor_changed(editor));
	press(editor, "Ctrl+y");
	assert_false(editor_changed(editor));
	press(editor, "Ctrl+z");
	type(editor, "b"); // another b: the stored state is on no way back
	press(editor, "Ctrl+z");
	assert_true(editor_changed(editor));
	editor_set(editor, editor_text(editor));
	assert_string_equal(editor_text(editor), "a");
	assert_false(editor_changed(editor));
	press(editor, "Ctrl+z Ctrl+y");
	assert_string_equal(editor_text(editor), "a");
	editor_free(editor);
}

static void lists_go_on(void **state)
{
	(void)state;
	static const struct {
		const char *text, *bytes, *shows;
	} rows[] = {
		{ "- một", "\rhai", "- một\n- hai|" },
		{ "  * một", "\r", "  * một\n  * |" },
		{ "• một", "\rx", "• một\n• x|" },
		{ "– một", "\rx", "– một\n– x|" },
		{ "1. một", "\rhai\r", "1. một\n2. hai\n3. |" },
		{ "9) một", "\r", "9) một\n10) |" },
		{ "- một\n- ", "\r", "- một\n|" },
		{ "1. một\n2. ", "\rx", "1. một\nx|" },
		{ "- một hai", "\033[1;5D\r", "- một \n- |hai" },
		{ "- một", "\033[H\r", "\n|- một" },
		{ "-một", "\r", "-một\n|" },
		{ "2021. ", "x\r", "2021. x\n2022. |" },
		{ "12345. x", "\r", "12345. x\n|" },
		{ "07/10 x", "\r", "07/10 x\n|" },
		{ "1.234 x", "\r", "1.234 x\n|" },
		{ "1.", "\r", "1.\n|" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Editor *editor = editor_new(EDITOR_TEXT, rows[i].text);
		type(editor, rows[i].bytes);
		assert_shows(editor, rows[i].shows);
		editor_free(editor);
	}
}

static void a_paste_is_cleaned_and_one_step(void **state)
{
	(void)state;
	Editor *text = editor_new(EDITOR_TEXT, "a b"), *line = editor_new(EDITOR_LINE, "a b");
	press(text, "Left");
	press(line, "Left");
	static const char paste[] = PASTE("mo\xCC\xA3\xCC\x82t\r\n- hai\033[31m\x01\tba\xFF\r\n");
	type(text, paste);
	type(line, paste);
	assert_shows(text, "a một\n- hai  ba\xEF\xBF\xBD\n|b");
	assert_shows(line, "a một - hai  ba\xEF\xBF\xBD|b");
	press(text, "Ctrl+z");
	assert_shows(text, "a |b");
	press(line, "Ctrl+a");
	type(line, PASTE("x"));
	assert_shows(line, "x|");
	press(line, "Ctrl+z");
	assert_string_equal(editor_text(line), "a một - hai  ba\xEF\xBF\xBD" "b");
	editor_insert(text, "");
	editor_insert(text, "\x01");
	assert_string_equal(editor_text(text), "a b");
	editor_free(text);
	editor_free(line);
}

static void finds_without_accents_round_the_end(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "Đường về\nGò Quao, đuông\nđường");
	static const struct {
		const char *needle, *hit;
	} rows[] = {
		{ "duong", "Đường" }, { "duong", "đuông" }, { "duong", "đường" },
		{ "duong", "Đường" }, { " đường ", "đường" }, { "đường", "Đường" },
		{ "go quao", "Gò Quao" }, { "QUAO,", "Quao," }, { "ve", "về" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(editor_find(editor, rows[i].needle));
		size_t before = editor_length(editor);
		press(editor, "Ctrl+x");
		assert_int_equal(before - editor_length(editor), strlen(rows[i].hit));
		press(editor, "Ctrl+v"); // leaves the cursor after the hit
		assert_int_equal(editor_status(editor).selected, 0);
	}
	assert_string_equal(editor_text(editor), "Đường về\nGò Quao, đuông\nđường");
	assert_false(editor_find(editor, "quáo"));
	assert_false(editor_find(editor, ""));
	assert_false(editor_find(editor, "  "));
	assert_false(editor_find(editor, "về gò"));
	assert_true(editor_find(editor, "đuông"));
	assert_int_equal(editor_status(editor).selected, 5);
	type(editor, "x");
	assert_string_equal(editor_text(editor), "Đường về\nGò Quao, x\nđường");
	editor_free(editor);
}

static void counts_for_the_status_line(void **state)
{
	(void)state;
	Editor *editor = editor_new(EDITOR_TEXT, "một hai - ba\n12-NQ/TW");
	EditorStatus status = editor_status(editor);
	assert_int_equal(status.words, 4);
	assert_int_equal(status.lines, 2);
	assert_int_equal(status.line, 2);
	assert_int_equal(status.column, 9);
	assert_int_equal(status.selected, 0);
	press(editor, "Shift+Home");
	assert_int_equal(editor_status(editor).selected, 8);
	press(editor, "Up End");
	status = editor_status(editor);
	assert_int_equal(status.line, 1);
	assert_int_equal(status.column, 13);
	type(editor, " x");
	assert_int_equal(editor_status(editor).words, 5);
	press(editor, "Ctrl+a Del");
	assert_int_equal(editor_status(editor).words, 0);
	editor_free(editor);
}

static void letters_go_through_the_composer(void **state)
{
	(void)state;
	Composer composer;
	composer_init(&composer, COMPOSE_TELEX, TONE_STYLE_OLD);
	Editor *editor = editor_new(EDITOR_TEXT, "");
	editor_compose(editor, &composer);
	type(editor, "tieengs Vieejt");
	assert_string_equal(editor_text(editor), "tiếng Việt");
	type(editor, RUBOUT RUBOUT);
	assert_string_equal(editor_text(editor), "tiếng Vi");
	press(editor, "Ctrl+z");
	assert_string_equal(editor_text(editor), "tiếng ");
	press(editor, "Ctrl+z");
	assert_string_equal(editor_text(editor), "");
	type(editor, "as");
	assert_string_equal(editor_text(editor), "á");
	press(editor, "Left Right");
	type(editor, "s"); // another word for the composer
	assert_string_equal(editor_text(editor), "ás");
	type(editor, "a");
	press(editor, "Shift+Left");
	type(editor, "dd");
	assert_string_equal(editor_text(editor), "ásđ");
	type(editor, " a" PASTE("b") "f"); // a paste is no part of the word
	assert_string_equal(editor_text(editor), "ásđ abf");
	type(editor, " vieet" RUBOUT "s");
	assert_string_equal(editor_text(editor), "ásđ abf viế");
	editor_compose(editor, NULL);
	type(editor, " dd");
	assert_string_equal(editor_text(editor), "ásđ abf viế dd");
	editor_free(editor);
}

// Where a text may only be read, the keys that would change it are known before they are pressed.
static void keys_that_edit_are_known(void **state)
{
	(void)state;
	static const char *const names[] = { "a", "Space", "Ệ", "Left", "Shift+Right", "Home", "Up",
		"PgDn", "Ctrl+Left", "Ctrl+End", "Backspace", "Del", "Enter", "Ctrl+W", "Ctrl+K",
		"Ctrl+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+S", "Alt+a", "Tab",
		"Esc", "F3", "F12" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		Editor *editor = editor_new(EDITOR_TEXT, "một hai");
		Key key;
		assert_true(key_parse(names[i], &key));
		// Something is there to undo, to redo, to cut, to paste and to delete on either side.
		press(editor, "Ctrl+A");
		press(editor, "Ctrl+C");
		type(editor, "ba");
		press(editor, "Ctrl+Z");
		press(editor, "Ctrl+Z");
		editor_insert(editor, "bốn năm");
		if (key.cp == 'y')
			press(editor, "Ctrl+Z");
		press(editor, "Left");
		press(editor, "Shift+Left");
		char *before = strdup(editor_text(editor));
		editor_key(editor, key, NULL);
		if (editor_key_edits(editor, key) != (strcmp(before, editor_text(editor)) != 0))
			fail_msg("%s", names[i]);
		free(before);
		editor_free(editor);
	}
}

static void any_bytes_are_kept_and_harmless(void **state)
{
	(void)state;
	static const char odd[] = "\xFF\xE1\xBB" "a\xCC\x81\r\n\x1B[31m\xF0\x9F\x98\x80";
	Editor *editor = editor_new(EDITOR_TEXT, odd);
	for (int i = 0; i < 20; i++)
		press(editor, "Left");
	for (int i = 0; i < 20; i++)
		press(editor, "Right");
	assert_string_equal(editor_text(editor), odd);
	for (int i = 0; i < 20; i++)
		press(editor, "Backspace");
	assert_string_equal(editor_text(editor), "");
	press(editor, "Ctrl+z");
	assert_string_equal(editor_text(editor), odd);
	feed(editor, "\xFFz", 2);
	assert_true(strstr(editor_text(editor), "\xEF\xBF\xBDz"));
	editor_free(editor);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_move_and_edit),
		cmocka_unit_test(a_field_leaves_keys_to_the_view),
		cmocka_unit_test(bursts_of_input_methods),
		cmocka_unit_test(a_burst_is_one_step),
		cmocka_unit_test(undo_goes_by_words_deletions_and_pastes),
		cmocka_unit_test(steps_end_where_the_cursor_moves),
		cmocka_unit_test(what_is_stored_is_not_changed),
		cmocka_unit_test(lists_go_on),
		cmocka_unit_test(a_paste_is_cleaned_and_one_step),
		cmocka_unit_test(finds_without_accents_round_the_end),
		cmocka_unit_test(counts_for_the_status_line),
		cmocka_unit_test(letters_go_through_the_composer),
		cmocka_unit_test(keys_that_edit_are_known),
		cmocka_unit_test(any_bytes_are_kept_and_harmless),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
