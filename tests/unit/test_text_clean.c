// SPDX-License-Identifier: MIT
#include "base/arena.h"
#include "base/buf.h"
#include "text/clean.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
	const char *given, *text, *line;
} Row;

static const Row rows[] = {
	{ "", "", "" },
	{ "  plain  ", "  plain  ", "plain" },
	{ "a\r\nb\rc\vd\fe\xC2\x85"
	  "f\xE2\x80\xA8g\xE2\x80\xA9h",
		"a\nb\nc\nd\ne\nf\ng\nh", "a b c d e f g h" },
	{ "\n\nđầu\n\n\ncuối\n", "\n\nđầu\n\n\ncuối\n", "đầu cuối" },
	{ "a\tb", "a  b", "a  b" },
	{ "Ð ð Ɖ ɖ Đ đ", "Đ đ Đ đ Đ đ", "Đ đ Đ đ Đ đ" },
	// composed
	{ "Tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t", "Tiếng Việt", "Tiếng Việt" },
	{ "u\xCC\x9B\xCC\x80", "ừ", "ừ" },
	{ "a\xE2\x80\x8B\xCC\x81", "á", "á" }, // what is dropped keeps nothing apart
	// spaces
	{ "a\xC2\xA0"
	  "b\xE2\x80\xAF"
	  "c\xE2\x80\x83"
	  "d\xE3\x80\x80",
		"a b c d ", "a b c d" },
	// dropped: soft hyphen, zero-width, bidi, byte-order mark, tags, variation selectors
	{ "a\xC2\xAD\xE2\x80\x8B\xE2\x80\x8D\xE2\x81\xA0\xEF\xBB\xBF"
	  "b",
		"ab", "ab" },
	{ "a\xE2\x80\x8E\xE2\x80\xAE\xE2\x81\xA6\xE2\x81\xA9\xD8\x9C"
	  "b",
		"ab", "ab" },
	{ "a\xF3\xA0\x80\xA0\xF3\xA0\x81\xBF\xEF\xB8\x8F"
	  "b",
		"ab", "ab" },
	{ "a\xE2\x81\xA5\xEF\xBF\xB0\xEF\xBF\xB8" // not assigned, invisible all the same
	  "b",
		"ab", "ab" },
	{ "a\xEF\xBF\xBE\xEF\xB7\x90\xF4\x8F\xBF\xBF"
	  "b",
		"ab", "ab" }, // noncharacters
	{ "a\x01\x08\x7F\xC2\x84"
	  "b",
		"ab", "ab" },
	// private use, and Word's bullets
	{ "\xEF\x82\xB7 mục\n\xEF\x83\x98 ý\n\xEE\x80\x80", "- mục\n- ý\n", "- mục - ý" },
	// escape sequences go whole
	{ "\x1B[31;1mđỏ\x1B[0m", "đỏ", "đỏ" },
	{ "\xC2\x9B"
	  "31mđỏ",
		"đỏ", "đỏ" },
	{ "a\x1B]0;tiêu đề\x07"
	  "b",
		"ab", "ab" },
	{ "a\x1B]52;c;eA==\x1B\\b", "ab", "ab" },
	{ "a\xC2\x9D"
	  "0;x\xC2\x9C"
	  "b",
		"ab", "ab" },
	{ "a\x1BPq#0\x1B\\b\x1B_x\x1B\\c\x1B^x\x1B\\d\x1BXx\x1B\\e", "abcde", "abcde" },
	{ "a\x1B(0b", "ab", "ab" },
	{ "a\x1B"
	  "đ",
		"ađ", "ađ" },
	{ "a\x1B(đ", "ađ", "ađ" },
	{ "a\x1B]never ended\nsau", "a\nsau", "a sau" },
	{ "a\x1B[12", "a", "a" },
	{ "a\x1B", "a", "a" },
	{ "\x1B[\x1B[31m", "", "" },
	// malformed
	{ "Ki\xEAn\x80", "Ki\xEF\xBF\xBDn\xEF\xBF\xBD", "Ki\xEF\xBF\xBDn\xEF\xBF\xBD" },
	{ "\x9B"
	  "31m",
		"\xEF\xBF\xBD"
		"31m",
		"\xEF\xBF\xBD"
		"31m" },
	// kept
	{ "“a” – b… — ‘c’ § № ½ ²", "“a” – b… — ‘c’ § № ½ ²", "“a” – b… — ‘c’ § № ½ ²" },
};

static void rows_are_cleaned(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Buf out = BUF_INIT;
		text_clean(&out, rows[i].given, strlen(rows[i].given), CLEAN_TEXT);
		assert_string_equal(out.bytes, rows[i].text);
		buf_clear(&out);
		text_clean(&out, rows[i].given, strlen(rows[i].given), CLEAN_LINE);
		assert_string_equal(out.bytes, rows[i].line);
		buf_release(&out);
	}
}

static void what_stood_in_the_buffer_is_left_alone(void **state)
{
	(void)state;
	Buf out = BUF_INIT;
	buf_adds(&out, " \n");
	text_clean(&out, " \n x", 4, CLEAN_LINE);
	assert_string_equal(out.bytes, " \nx");
	text_clean(&out, " \n ", 3, CLEAN_LINE);
	assert_string_equal(out.bytes, " \nx");
	buf_release(&out);
}

static void nul_bytes_are_dropped(void **state)
{
	(void)state;
	Buf out = BUF_INIT;
	text_clean(&out, "a\0b", 3, CLEAN_LINE);
	assert_string_equal(out.bytes, "ab");
	buf_release(&out);
}

static void a_flood_of_marks_is_cut_in_linear_time(void **state)
{
	(void)state;
	enum { MARKS = 500000 };
	char *flood = malloc(2 * MARKS + 1);
	Buf out = BUF_INIT;
	flood[0] = 'a';
	for (size_t i = 0; i < MARKS; i++) // of two classes by turns, which sorting would mind
		memcpy(flood + 1 + 2 * i, i % 2 ? "\xCC\xA3" : "\xCC\x81", 2);
	text_clean(&out, flood, 2 * MARKS + 1, CLEAN_TEXT);
	assert_true(out.len <= 4 + 2 * CLEAN_MAX_MARKS);
	assert_int_equal(grapheme_next(out.bytes, out.len, 0), out.len);
	buf_release(&out);
	free(flood);
}

static bool has_control(const Buf *buf)
{
	for (size_t at = 0; at < buf->len;) {
		uint32_t cp;
		at += utf8_decode(buf->bytes + at, buf->len - at, &cp);
		if ((cp < 0x20 && cp != '\n') || (cp >= 0x7F && cp < 0xA0))
			return true;
	}
	return false;
}

static void check_invariants(const char *s, size_t n, CleanKind kind)
{
	Buf once = BUF_INIT, twice = BUF_INIT;
	text_clean(&once, s, n, kind);
	text_clean(&twice, once.bytes, once.len, kind);
	assert_true(utf8_valid(once.bytes, once.len));
	assert_false(has_control(&once));
	assert_int_equal(once.len, twice.len);
	assert_memory_equal(once.bytes, twice.bytes, once.len);
	assert_true(kind == CLEAN_TEXT || !memchr(once.bytes, '\n', once.len));
	buf_release(&once);
	buf_release(&twice);
}

static void random_bytes_come_out_clean(void **state)
{
	(void)state;
	srand(2);
	for (int round = 0; round < 20000; round++) {
		char s[64];
		size_t n = (size_t)rand() % sizeof s;
		for (size_t i = 0; i < n; i++)
			s[i] = (char)rand();
		check_invariants(s, n, round % 2 ? CLEAN_TEXT : CLEAN_LINE);
	}
}

static void random_code_points_come_out_clean(void **state)
{
	(void)state;
	static const uint32_t likely[] = { 0x1B, '[', ']', 'm', 7, '\r', '\n', ' ', 'a', 'o', 0x301,
		0x323, 0x302, 0x31B, 0x344, 0x958, 0x1100, 0x1161, 0x11A8, 0x200B, 0xF0B7 };
	srand(3);
	for (int round = 0; round < 20000; round++) {
		char s[256];
		size_t n = 0;
		while (n + 4 <= sizeof s && rand() % 40) {
			size_t pick = (size_t)rand() % (2 * sizeof likely / sizeof *likely);
			bool known = pick < sizeof likely / sizeof *likely;
			uint32_t cp = known ? likely[pick] : (uint32_t)rand() % 0x110000;
			n += utf8_encode(cp, s + n);
		}
		check_invariants(s, n, round % 2 ? CLEAN_TEXT : CLEAN_LINE);
	}
}

static void every_code_point_is_stable_once_cleaned(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char s[6] = { 'a' };
		size_t n = utf8_encode(cp, s + 1);
		s[1 + n] = 'b';
		if (cp < 0x3400 || cp % 16 == 0 || cp > 0xE0000)
			check_invariants(s, n + 2, CLEAN_LINE);
	}
}

static void the_arena_form_gives_the_same(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	assert_string_equal(text_clean_arena(&arena, " Ðường\n", CLEAN_LINE), "Đường");
	assert_string_equal(text_clean_arena(&arena, "", CLEAN_TEXT), "");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_cleaned),
		cmocka_unit_test(what_stood_in_the_buffer_is_left_alone),
		cmocka_unit_test(nul_bytes_are_dropped),
		cmocka_unit_test(a_flood_of_marks_is_cut_in_linear_time),
		cmocka_unit_test(random_bytes_come_out_clean),
		cmocka_unit_test(random_code_points_come_out_clean),
		cmocka_unit_test(every_code_point_is_stable_once_cleaned),
		cmocka_unit_test(the_arena_form_gives_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
