// SPDX-License-Identifier: MIT
#include "term/input.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// Keys as text, such as "Esc F2 Paste{hai dòng} Mouse(3,5,0)", so that a case is one line.
static void describe(const Input *input, const Vec *keys, Buf *out)
{
	for (size_t i = 0; i < keys->len; i++) {
		char name[KEY_NAME_SIZE];
		Key key = *(const Key *)vec_at(keys, i);
		buf_addf(out, "%s%s", out->len ? " " : "", key_name(key, name));
		if (key.code == KEY_PASTE)
			buf_addf(out, "{%s}", input_paste(input, key));
		if (key.code == KEY_MOUSE)
			buf_addf(out, "(%d,%d,%d)", key.row, key.col, key.button);
		if (key.code == KEY_REPORT)
			buf_addf(out, "(%d,%d)", key.row, key.col);
	}
}

// Feeds n bytes with a cut before each offset that is a multiple of piece.
static void assert_decoded(
	Input *input, const char *bytes, size_t n, size_t piece, const char *wanted)
{
	Vec keys;
	Buf text = BUF_INIT;
	vec_init(&keys, sizeof(Key));
	for (size_t at = 0; at < n; at += piece)
		input_feed(input, bytes + at, at + piece < n ? piece : n - at, &keys);
	if (input_patience(input) >= 0)
		input_quiet(input, &keys);
	assert_int_equal(input_patience(input), -1);
	describe(input, &keys, &text);
	assert_string_equal(text.bytes, wanted);
	buf_release(&text);
	vec_release(&keys);
}

// In one read, and with a cut after every byte, then after every second, …
static void assert_keys_n(const char *bytes, size_t n, const char *wanted)
{
	for (size_t piece = n; piece > 0; piece--) {
		Input *input = input_new(INPUT_PASTE_MARKED);
		assert_decoded(input, bytes, n, piece, wanted);
		input_free(input);
	}
}

static void assert_keys(const char *bytes, const char *wanted)
{
	assert_keys_n(bytes, strlen(bytes), wanted);
}

typedef struct {
	const char *bytes, *keys;
} Case;

static void assert_cases(const Case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_keys(cases[i].bytes, cases[i].keys);
}

static void test_characters_and_controls(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "aệĐ 中", "a ệ Đ Space 中" },
		{ "\x01\x13\x1a\x1c\x1d\x1e\x1f",
			"Ctrl+A Ctrl+S Ctrl+Z Ctrl+\\ Ctrl+] Ctrl+^ Ctrl+_" },
		{ "\r\n\t\x7f\x08", "Enter Enter Tab Backspace Backspace" },
		{ "e\xCC\x82", "e \xCC\x82" },
		{ "\xC2\x9B"
		  "A",
			"� A" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
	assert_keys_n("\0a", 2, "Ctrl+@ a");
}

static void test_bad_bytes_swallow_nothing(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\xFFy", "� y" },
		{ "\xE1y\x1b[A", "� y Up" },
		{ "\xE1\xBB\r", "� Enter" },
		{ "\xE1\xBB", "�" },
		{ "\x80\x80z", "� � z" },
		{ "\xF0\x9F\x91"
		  "đ",
			"� đ" },
		{ "\xC0\xAF", "� �" },
		{ "\xED\xA0\x80", "� � �" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_cursor_keys_of_every_terminal(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033[A\033[B\033[C\033[D\033[H\033[F", "Up Down Right Left Home End" },
		{ "\033OA\033OB\033OC\033OD\033OH\033OF", "Up Down Right Left Home End" },
		{ "\033[1~\033[2~\033[3~\033[4~\033[5~\033[6~", "Home Ins Del End PgUp PgDn" },
		{ "\033[7~\033[8~", "Home End" },
		{ "\033[1;2A\033[1;5C\033[1;3D\033[1;6B",
			"Shift+Up Ctrl+Right Alt+Left Ctrl+Shift+Down" },
		{ "\033[3;5~\033[5;3~\033[1;5H", "Ctrl+Del Alt+PgUp Ctrl+Home" },
		{ "\033[a\033[b\033Oc\033Od", "Shift+Up Shift+Down Ctrl+Right Ctrl+Left" },
		{ "\033[3^\033[5$\033[6@x", "Ctrl+Del Shift+PgUp Ctrl+Shift+PgDn x" },
		{ "\033O5C\033O2A", "Ctrl+Right Shift+Up" },
		{ "\033[Z\033[1;2Z", "Shift+Tab Shift+Tab" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_function_keys_of_every_terminal(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4" },
		{ "\033[15~\033[17~\033[18~\033[19~\033[20~\033[21~", "F5 F6 F7 F8 F9 F10" },
		{ "\033[23~\033[24~\033[25~\033[34~", "F11 F12 F13 F20" },
		{ "\033[[A\033[[B\033[[C\033[[D\033[[E", "F1 F2 F3 F4 F5" },
		{ "\033[11~\033[12~\033[13~\033[14~", "F1 F2 F3 F4" },
		{ "\033[1;2P\033[1;2R\033[15;5~\033O2Q", "Shift+F1 Shift+F3 Ctrl+F5 Shift+F2" },
		{ "\0331\0332\0339\0330", "F1 F2 F9 F10" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_alt_keypad_and_key_reports(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033x\033X\033/", "Alt+x Alt+X Alt+/" },
		{ "\033OM\033Op\033Oy\033Ok", "Enter 0 9 +" },
		{ "\033[97;5u\033[13;2u\033[27u\033[9;2u", "Ctrl+A Shift+Enter Esc Shift+Tab" },
		{ "\033[27;5;97~\033[27;3;120~", "Ctrl+A Alt+x" },
		{ "\033[1234567890123u\033[7879u", "� ệ" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

// What may have been typed one after the other while the line stood still is two keys.
static void test_escape(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033", "Esc" },
		{ "\033\033", "Esc Esc" },
		{ "\033\033[B", "Esc Down" },
		{ "\033\r", "Esc Enter" },
		{ "\033\x7f", "Esc Backspace" },
		{ "\033đ", "Esc đ" },
		{ "\033[", "Alt+[" },
		{ "\033O", "Alt+O" },
		{ "\033P", "Alt+P" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_unknown_sequences_vanish_whole(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033[?64;1;2;6;9;15;18;21;22cx", "x" },
		{ "\033[>41;370;0cx", "x" },
		{ "\033[Ix\033[Oy", "x y" },
		{ "\033[99~x", "x" },
		{ "\033[99;34;56;78;90;12~x", "x" },
		{ "\033[?2026;2$yx", "x" },
		{ "\033]11;rgb:0000/0000/0000\033\\x", "x" },
		{ "\033]11;rgb:0000/0000/0000\ax", "x" },
		{ "\033P1+r436f=323536\033\\x", "x" },
		{ "\033[201~x", "x" },
		{ "\033[[Zx", "x" },
		{ "\033OEx", "x" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_broken_sequences_give_back_what_follows(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033[1;\033[A", "Up" },
		{ "\033[12\rx", "Enter x" },
		{ "\033[1đ", "đ" },
		{ "\033]11;\033[B", "Down" },
		{ "\033]11;\rx", "Enter x" },
		{ "\033O\033[A", "Alt+O Up" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_endless_sequences_end(void **state)
{
	(void)state;
	Buf bytes = BUF_INIT;
	buf_adds(&bytes, "\033[");
	for (int i = 0; i < 1000; i++)
		buf_addch(&bytes, '1');
	buf_adds(&bytes, "\r");
	Input *input = input_new(INPUT_PASTE_MARKED);
	Vec keys;
	vec_init(&keys, sizeof(Key));
	for (size_t i = 0; i < bytes.len; i++)
		input_feed(input, bytes.bytes + i, 1, &keys);
	assert_int_equal(((const Key *)vec_at(&keys, keys.len - 1))->code, KEY_ENTER);
	vec_release(&keys);
	input_free(input);
	buf_release(&bytes);
}

static void test_mouse(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033[<0;6;4M\033[<0;6;4m", "Mouse(3,5,0)" },
		{ "\033[<64;1;1M\033[<65;300;100M", "Mouse(0,0,64) Mouse(99,299,65)" },
		{ "\033[<2;6;4M\033[<35;6;4Mx", "x" },
		{ "\033[<0;0;4Mx", "x" },
		{ "\033[M &$x", "Mouse(3,5,0) x" },
		{ "\033[M#&$x", "x" },
		{ "\033[M \r", "Enter" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_cursor_reports_are_no_keys(void **state)
{
	(void)state;
	assert_keys("\033[5;10Rx", "Report(4,9) x");
	Input *input = input_new(INPUT_PASTE_MARKED);
	input_expect_report(input);
	assert_decoded(input, "\033[1;2R\033[1;2R", 12, 12, "Report(0,1) Shift+F3");
	input_free(input);
}

// Recorded: Unikey and ibus-unikey while “việt” is typed with Telex, and a whole word put right.
static void test_input_method_bursts_keep_their_order(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "v\x7fvi\x7fi", "v Backspace v i Backspace i" },
		{ "viet\x7f\x7f\x7fiệt", "v i e t Backspace Backspace Backspace i ệ t" },
		{ "\x08\x08ươ", "Backspace Backspace ư ơ" },
		{ "\x7f\x7f\x7f\x7f\x7fđường ", "Backspace Backspace Backspace Backspace Backspace "
						"đ ư ờ n g Space" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void test_bracketed_paste(void **state)
{
	(void)state;
	static const Case cases[] = {
		{ "\033[200~hai dòng\rmột\033[201~x", "Paste{hai dòng\rmột} x" },
		{ "\033[200~\033[201~", "Paste{}" },
		{ "\033[200~a\033[Ab\033[20\033[201~", "Paste{a\033[Ab\033[20}" },
		{ "\033[200~\xFF\033\033[201~.", "Paste{\xFF\033} ." },
		{ "\033[200~một\033[201~\033[200~hai\033[201~", "Paste{một} Paste{hai}" },
		{ "\033[200~không hết", "Paste{không hết}" },
		{ "\033[200~x\033[20", "Paste{x\033[20}" },
	};
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]));
	assert_keys_n("\033[200~a\0b\033[201~", 15, "Paste{ab}");
}

static void test_a_stalled_paste_waits_longer_than_a_key(void **state)
{
	(void)state;
	Input *input = input_new(INPUT_PASTE_MARKED);
	Vec keys;
	vec_init(&keys, sizeof(Key));
	assert_int_equal(input_patience(input), -1);
	input_feed(input, "\033", 1, &keys);
	int key = input_patience(input);
	input_feed(input, "[200~x", 6, &keys);
	assert_true(key > 0 && input_patience(input) > 10 * key);
	assert_int_equal(keys.len, 0);
	vec_release(&keys);
	input_free(input);
}

static void test_a_paste_is_cut_at_its_limit(void **state)
{
	(void)state;
	Input *input = input_new(INPUT_PASTE_MARKED);
	Vec keys;
	vec_init(&keys, sizeof(Key));
	input_feed(input, "\033[200~", 6, &keys);
	for (int i = 0; i < PASTE_MAX / 8 + 1; i++)
		input_feed(input, "12345678", 8, &keys);
	input_feed(input, "\033[201~x", 7, &keys);
	assert_int_equal(keys.len, 2);
	Key paste = *(const Key *)vec_at(&keys, 0);
	assert_int_equal(paste.paste_len, PASTE_MAX);
	assert_true(paste.paste_cut);
	assert_int_equal(strlen(input_paste(input, paste)), PASTE_MAX);
	vec_release(&keys);
	input_free(input);
}

static void test_pastes_live_until_forgotten(void **state)
{
	(void)state;
	Input *input = input_new(INPUT_PASTE_MARKED);
	Vec keys;
	vec_init(&keys, sizeof(Key));
	input_feed(input, "\033[200~một\033[201~\033[200~ha", 25, &keys);
	assert_int_equal(keys.len, 1);
	assert_string_equal(input_paste(input, *(const Key *)vec_at(&keys, 0)), "một");
	input_forget(input);
	input_feed(input, "i\033[201~", 7, &keys);
	assert_string_equal(input_paste(input, *(const Key *)vec_at(&keys, 1)), "hai");
	vec_release(&keys);
	input_free(input);
}

static void assert_guessed(const char *bytes, const char *wanted)
{
	Input *input = input_new(INPUT_PASTE_GUESSED);
	assert_decoded(input, bytes, strlen(bytes), strlen(bytes), wanted);
	input_free(input);
}

static void test_many_characters_at_once_are_a_paste(void **state)
{
	(void)state;
	assert_guessed("một hai ba bốn năm sáu bảy tám\rchín",
		"Paste{một hai ba bốn năm sáu bảy tám\rchín}");
	assert_guessed("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Paste{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}");
	assert_guessed("aaaaaaaaaa\x7f"
		       "aaa",
		"a a a a a a a a a a Backspace a a a");
	assert_guessed("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xE1\xBB",
		"Paste{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa} �");
	Buf typed = BUF_INIT, wanted = BUF_INIT;
	for (int i = 0; i < 30; i++) {
		buf_adds(&typed, "đ");
		buf_adds(&wanted, i ? " đ" : "đ");
	}
	assert_guessed(typed.bytes, wanted.bytes);
	buf_release(&typed);
	buf_release(&wanted);
}

static void test_terminfo_adds_keys(void **state)
{
	(void)state;
	Input *input = input_new(INPUT_PASTE_MARKED);
	input_define(input, "\033[M", KEY_F1);
	input_define(input, "\033[224z", (KeyCode)(KEY_F1 + 1));
	input_define(input, "\033A", KEY_UP);
	input_define(input, "\x08", KEY_LEFT);
	assert_decoded(input, "\033[M\033[224z\033A\x08x", 13, 13, "F1 F2 Up Backspace x");
	input_free(input);
}

static void test_names_parse_back(void **state)
{
	(void)state;
	static const char *const names[] = { "F1", "F20", "Ctrl+S", "Ctrl+\\", "Enter", "Esc",
		"Tab", "Shift+Tab", "PgDn", "PgUp", "/", "?", ":", "+", "Space", "ệ", "Đ", "Alt+x",
		"Alt+X", "Ctrl+Left", "Ctrl+Alt+Shift+Up", "Shift+F3", "Backspace", "Home", "End",
		"Ins", "Del", "Ctrl+Alt+A" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		Key key;
		char name[KEY_NAME_SIZE];
		assert_true(key_parse(names[i], &key));
		assert_string_equal(key_name(key, name), names[i]);
	}
}

static void test_names_that_no_terminal_sends_are_refused(void **state)
{
	(void)state;
	static const char *const names[] = { "", "F0", "F21", "F2x", "Ctrl+H", "Ctrl+I", "Ctrl+M",
		"Ctrl+1", "Ctrl+đ", "Shift+a", "Ctr+S", "ab", "Ctrl+", "\xFF", "\x01",
		"Shift+Esc+" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		Key key;
		assert_false(key_parse(names[i], &key));
	}
}

static void test_names_ignore_case_but_characters_do_not(void **state)
{
	(void)state;
	Key a, b;
	assert_true(key_parse("ctrl+s", &a) && key_parse("Ctrl+S", &b) && key_equal(a, b));
	assert_true(key_parse("PGDN", &a) && key_parse("PgDn", &b) && key_equal(a, b));
	assert_true(key_parse("f10", &a) && key_parse("F10", &b) && key_equal(a, b));
	assert_true(key_parse("a", &a) && key_parse("A", &b) && !key_equal(a, b));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters_and_controls),
		cmocka_unit_test(test_bad_bytes_swallow_nothing),
		cmocka_unit_test(test_cursor_keys_of_every_terminal),
		cmocka_unit_test(test_function_keys_of_every_terminal),
		cmocka_unit_test(test_alt_keypad_and_key_reports),
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_unknown_sequences_vanish_whole),
		cmocka_unit_test(test_broken_sequences_give_back_what_follows),
		cmocka_unit_test(test_endless_sequences_end),
		cmocka_unit_test(test_mouse),
		cmocka_unit_test(test_cursor_reports_are_no_keys),
		cmocka_unit_test(test_input_method_bursts_keep_their_order),
		cmocka_unit_test(test_bracketed_paste),
		cmocka_unit_test(test_a_stalled_paste_waits_longer_than_a_key),
		cmocka_unit_test(test_a_paste_is_cut_at_its_limit),
		cmocka_unit_test(test_pastes_live_until_forgotten),
		cmocka_unit_test(test_many_characters_at_once_are_a_paste),
		cmocka_unit_test(test_terminfo_adds_keys),
		cmocka_unit_test(test_names_parse_back),
		cmocka_unit_test(test_names_that_no_terminal_sends_are_refused),
		cmocka_unit_test(test_names_ignore_case_but_characters_do_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
