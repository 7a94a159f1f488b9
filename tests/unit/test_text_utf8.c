// SPDX-License-Identifier: MIT
// UTF-8, graphemes and width.
#include "base/buf.h"
#include "text/utf8.h"
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

static void decode_takes_one_replacement_per_malformed_part(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t n, used;
		uint32_t cp;
	} rows[] = {
		{ "", 0, 0, 0 },
		{ "", 1, 1, 0 },
		{ "a", 1, 1, 'a' },
		{ "ệ", 3, 3, 0x1EC7 },
		{ "\xF0\x9F\x98\x80", 4, 4, 0x1F600 },
		{ "\xC0\x80", 2, 1, UTF8_REPLACEMENT },         // overlong
		{ "\xE0\x80\x80", 3, 1, UTF8_REPLACEMENT },     // overlong
		{ "\xED\xA0\x80", 3, 1, UTF8_REPLACEMENT },     // a surrogate
		{ "\xF4\x90\x80\x80", 4, 1, UTF8_REPLACEMENT }, // beyond U+10FFFF
		{ "\xE1\xBB", 2, 2, UTF8_REPLACEMENT },         // cut off
		{ "\xE1\xBBx", 3, 2, UTF8_REPLACEMENT },
		{ "\xF0\x9F\x98", 3, 3, UTF8_REPLACEMENT },
		{ "\x80", 1, 1, UTF8_REPLACEMENT },
		{ "\xFF", 1, 1, UTF8_REPLACEMENT },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t cp;
		assert_int_equal(utf8_decode(rows[i].bytes, rows[i].n, &cp), rows[i].used);
		assert_int_equal(cp, rows[i].cp);
	}
}

static void every_code_point_survives_the_round_trip(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char bytes[4];
		uint32_t back;
		size_t n = utf8_encode(cp, bytes);
		bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
		assert_int_equal(utf8_decode(bytes, n, &back), n);
		assert_int_equal(back, surrogate ? UTF8_REPLACEMENT : cp);
		assert_true(utf8_valid(bytes, n));
	}
	char bytes[4];
	assert_int_equal(utf8_encode(0x110000, bytes), 3);
}

static void valid_tells_a_written_replacement_from_a_bad_byte(void **state)
{
	(void)state;
	assert_true(utf8_valid("", 0));
	assert_true(utf8_valid("Kiên Giang \xEF\xBF\xBD", 15));
	assert_false(utf8_valid("Ki\xEA", 3));
	assert_false(utf8_valid("\xE1\xBB\x87\x87", 4));
}

static void graphemes_are_found_in_both_directions(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		size_t bounds[8]; // up to the length
	} rows[] = {
		{ "ab", { 1, 2 } },
		{ "a\xCC\x81"
		  "b",
			{ 3, 4 } },
		{ "e\xCC\x82\xCC\xA3n", { 5, 6 } },
		{ "\r\nx", { 2, 3 } },
		{ "\xCC\x81x", { 2, 3 } },                                         // a mark alone
		{ "\xF0\x9F\x87\xBB\xF0\x9F\x87\xB3\xF0\x9F\x87\xBB", { 8, 12 } }, // VN, V
		{ "Gò\xFF\xFE", { 1, 3, 4, 5 } },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t n = strlen(rows[i].s), at = 0;
		for (const size_t *bound = rows[i].bounds; at < n; bound++) {
			size_t next = grapheme_next(rows[i].s, n, at);
			assert_int_equal(next, *bound);
			assert_int_equal(grapheme_prev(rows[i].s, n, next), at);
			at = next;
		}
	}
	assert_int_equal(grapheme_next("ab", 2, 7), 2);
	assert_int_equal(grapheme_prev("ab", 2, 7), 1);
	assert_int_equal(grapheme_prev("ab", 2, 0), 0);
}

// Bytes that are often pieces of UTF-8, so that every rule of decoding is met.
static size_t random_bytes(char *out, size_t max)
{
	static const char pieces[] =
		"ab \n\r\xCC\x81\xCC\xA3\xE1\xBB\x87\xC6\xB0\xF0\x9F\x98\x80\xFF\x80";
	size_t n = (size_t)rand() % max;
	for (size_t i = 0; i < n; i++)
		out[i] = pieces[(size_t)rand() % (sizeof pieces - 1)];
	return n;
}

static void boundaries_agree_on_any_bytes(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 20000; round++) {
		char s[96];
		size_t n = random_bytes(s, sizeof s);
		for (size_t at = 0, next; at < n; at = next) {
			next = grapheme_next(s, n, at);
			assert_true(next > at && next <= n && next - at <= GRAPHEME_MAX_BYTES);
			assert_int_equal(grapheme_prev(s, n, next), at);
			int width = grapheme_width(s + at, next - at);
			assert_true(width == 1 || width == 2);
		}
	}
}

static void a_flood_of_marks_ends_a_grapheme(void **state)
{
	(void)state;
	char flood[2001] = "a";
	for (size_t i = 1; i + 1 < sizeof flood; i += 2)
		memcpy(flood + i, "\xCC\x81", 2);
	assert_true(grapheme_next(flood, 2001, 0) <= GRAPHEME_MAX_BYTES);
	assert_true(text_width_n(flood, 2001) > 1);
}

static void width_counts_columns(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("Việt Nam"), 8);
	assert_int_equal(text_width("Vie\xCC\x82\xCC\xA3t"), 4);
	assert_int_equal(text_width("日本"), 4);
	assert_int_equal(text_width("\x01\x1B"), 2);
	assert_int_equal(text_width("\xCC\x81"), 1);
	assert_int_equal(text_width("\xFF\xE1\xBB"), 2);
	assert_int_equal(text_width("─│…–“”"), 6);
	assert_int_equal(grapheme_width("ab", 2), 1);
	assert_int_equal(grapheme_width("", 0), 0);
}

static void fit_takes_whole_graphemes(void **state)
{
	(void)state;
	int used;
	assert_int_equal(text_fit("日本", 6, 3, &used), 3);
	assert_int_equal(used, 2);
	assert_int_equal(text_fit("e\xCC\x81x", 4, 1, &used), 3);
	assert_int_equal(text_fit("abc", 3, 0, &used), 0);
	assert_int_equal(text_fit("abc", 3, -5, &used), 0);
	assert_int_equal(text_fit("abc", 3, 9, NULL), 3);
}

static void clip_ends_with_an_ellipsis(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		int cols;
		const char *wanted;
	} rows[] = {
		{ "Kiên Hải", 8, "Kiên Hải" },
		{ "Kiên Hải", 7, "Kiên H…" },
		{ "Kiên Hải", 1, "…" },
		{ "Kiên Hải", 0, "" },
		{ "日本語", 4, "日…" },
		{ "日本語", 5, "日本…" },
		{ "", 3, "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Buf out = BUF_INIT;
		text_clip(&out, rows[i].s, rows[i].cols);
		assert_string_equal(out.bytes, rows[i].wanted);
		buf_release(&out);
	}
}

// The short way must say what Unicode's tables say.
static void simple_code_points_are_so_by_the_tables(void **state)
{
	(void)state;
	int simple = 0;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		if (!utf8_simple(cp))
			continue;
		const utf8proc_property_t *of = utf8proc_get_property((utf8proc_int32_t)cp);
		utf8proc_int32_t composed[8];
		char utf8[4];
		simple++;
		assert_int_equal(of->boundclass, UTF8PROC_BOUNDCLASS_OTHER);
		assert_int_equal(of->charwidth, 1);
		assert_int_equal(of->combining_class, 0);
		assert_int_not_equal(of->category, UTF8PROC_CATEGORY_CN);
		utf8proc_ssize_t n = utf8proc_decompose((const utf8proc_uint8_t *)utf8,
			(utf8proc_ssize_t)utf8_encode(cp, utf8), composed, 8,
			UTF8PROC_STABLE | UTF8PROC_COMPOSE);
		assert_int_equal(utf8proc_normalize_utf32(
					 composed, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE),
			1);
		assert_int_equal(composed[0], cp);
	}
	assert_true(utf8_simple(U'ệ') && utf8_simple(U'Ơ') && utf8_simple(U'…'));
	assert_in_range(simple, 700, 1200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decode_takes_one_replacement_per_malformed_part),
		cmocka_unit_test(every_code_point_survives_the_round_trip),
		cmocka_unit_test(valid_tells_a_written_replacement_from_a_bad_byte),
		cmocka_unit_test(graphemes_are_found_in_both_directions),
		cmocka_unit_test(boundaries_agree_on_any_bytes),
		cmocka_unit_test(simple_code_points_are_so_by_the_tables),
		cmocka_unit_test(a_flood_of_marks_ends_a_grapheme),
		cmocka_unit_test(width_counts_columns),
		cmocka_unit_test(fit_takes_whole_graphemes),
		cmocka_unit_test(clip_ends_with_an_ellipsis),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
