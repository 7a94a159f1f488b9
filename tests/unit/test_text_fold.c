// SPDX-License-Identifier: MIT
// Fold, exact syllables, filters.
#include "base/buf.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include <cmocka.h>

static void folded_text_has_no_accents(void **state)
{
	(void)state;
	static const struct {
		const char *s, *folded;
	} rows[] = {
		{ "", "" },
		{ "Đường", "duong" },
		{ "GÒ QUAO", "go quao" },
		{ "Ðð", "dd" },
		{ "12-NQ/TW ngày 07/10", "12-nq/tw ngay 07/10" },
		{ "ỶỸỴỷỹỵ ẮẶÂỢỮ", "yyyyyy aaaou" },
		{ "Vie\xCC\x82\xCC\xA3t", "viet" },
		{ "\xCC\x81x", "x" },
		{ "Müller ß 한 日", "muller ß 한 日" },
		{ "\xFF", "\xEF\xBF\xBD" },
		{ "“Hà Tiên” – …", "“ha tien” – …" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Buf out = BUF_INIT;
		text_fold(&out, rows[i].s, strlen(rows[i].s));
		assert_string_equal(out.bytes, rows[i].folded);
		buf_release(&out);
	}
}

static void folded_bytes_know_their_source(void **state)
{
	(void)state;
	const char *s = "Ở Gò Quao";
	Buf out = BUF_INIT;
	Vec offsets;
	vec_init(&offsets, sizeof(size_t));
	text_fold_map(&out, &offsets, s, strlen(s));
	assert_string_equal(out.bytes, "o go quao");
	const size_t *source = offsets.items;
	size_t hit = (size_t)(strstr(out.bytes, "go") - out.bytes);
	assert_int_equal(source[hit], 4);
	assert_int_equal(source[hit + 2], 7);
	assert_int_equal(source[out.len], strlen(s));
	vec_release(&offsets);
	buf_release(&out);
}

static void check_map(const char *s, size_t n)
{
	Buf out = BUF_INIT, plain = BUF_INIT;
	Vec offsets;
	vec_init(&offsets, sizeof(size_t));
	text_fold_map(&out, &offsets, s, n);
	text_fold(&plain, s, n);
	assert_int_equal(offsets.len, out.len + 1);
	assert_string_equal(out.bytes, plain.bytes);
	assert_true(utf8_valid(out.bytes, out.len));
	const size_t *source = offsets.items;
	for (size_t i = 0; i < out.len; i++)
		assert_true(source[i] <= source[i + 1]);
	assert_int_equal(source[out.len], n);
	vec_release(&offsets);
	buf_release(&out);
	buf_release(&plain);
}

static void offsets_never_decrease_on_any_bytes(void **state)
{
	(void)state;
	static const char pieces[] = "aĐ \xCC\x81ườỆ\xFF\x80\xED\x95\x9C.";
	srand(5);
	for (int round = 0; round < 20000; round++) {
		char s[64];
		size_t n = (size_t)rand() % sizeof s;
		for (size_t i = 0; i < n; i++)
			s[i] = pieces[1 + (size_t)rand() % (sizeof pieces - 2)];
		check_map(s, n);
	}
}

static void composed_and_decomposed_latin_folds_alike(void **state)
{
	(void)state;
	for (uint32_t cp = 0xC0; cp < 0x1F00; cp = cp == 0x24F ? 0x1E00 : cp + 1) {
		char s[5] = { 0 };
		Buf one = BUF_INIT, two = BUF_INIT;
		utf8_encode(cp, s);
		char *decomposed = (char *)utf8proc_NFD((const utf8proc_uint8_t *)s);
		text_fold(&one, s, strlen(s));
		text_fold(&two, decomposed, strlen(decomposed));
		assert_string_equal(one.bytes, two.bytes);
		free(decomposed);
		buf_release(&one);
		buf_release(&two);
	}
}

static void syllables_are_exact_and_ascii(void **state)
{
	(void)state;
	static const struct {
		const char *s, *syllables;
	} rows[] = {
		{ "", "" },
		{ "hoà HÒA", "hoa2 hoa2" },
		{ "Đường", "dduwowng2" },
		{ "đuờng", "duong" }, // ươ only half marked is no syllable
		{ "xoong xông", "xooong0 xoong0" },
		{ "thuý thúy", "thuy1 thuy1" },
		{ "nghiêng giếng gì quý", "nghieeng0 gieeng1 gi2 quy1" },
		{ "ấn ăn ẩn ơn", "aan1 awn0 aan3 own0" },
		{ "12-NQ/TW", "12 nq tw" },
		{ "các cac", "cac1 cac" }, // c without a tone is no syllable
		{ "Kiên Giang, Phú Quốc!", "kieen0 giang0 phu1 quooc1" },
		{ "Vie\xCC\x82\xCC\xA3t", "vieet5" },
		{ "Đắk Lắk", "ddawk1 lawk1" },
		{ "Internet2 Ủỷ", "internet2 uy" },
		{ "  (a)  ", "a0" },
		{ "\xFF", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Buf out = BUF_INIT;
		text_syllables(&out, rows[i].s, strlen(rows[i].s));
		assert_string_equal(out.bytes, rows[i].syllables);
		buf_release(&out);
	}
}

static void filters_ask_only_for_typed_accents(void **state)
{
	(void)state;
	static const struct {
		const char *haystack, *needle;
		bool found;
	} rows[] = {
		{ "Đường Gò Quao", "", true },
		{ "Đường Gò Quao", "  ", true },
		{ "Đường Gò Quao", "duong", true },
		{ "Đường Gò Quao", "DUONG G", true },
		{ "Đường Gò Quao", " go quao ", true },
		{ "Đường Gò Quao", "uong g", true },
		{ "Đường Gò Quao", "đườ", true },
		{ "Đường Gò Quao", "đươ", true },   // still growing
		{ "Đường Gò Quao", "đương", true }, // the tone may follow
		{ "Đường Gò Quao", "đương gò", false },
		{ "Đường Gò Quao", "đường go", true }, // an accent asks only for its own word
		{ "Đường Gò Quao", "đướng", false },
		{ "Đường Gò Quao", "dường", false },
		{ "Đường Gò Quao", "gỏ", false },
		{ "Hoà bình", "hòa b", true },
		{ "Hòa bình", "hoà", true },
		{ "Hoa bình", "hòa", false },
		{ "Vie\xCC\x82\xCC\xA3t", "việt", true },
		{ "Chỉ thị 12-NQ/TW", "12-nq/tw", true },
		{ "Hòa hoà hoả", "hỏa", true }, // a later hit fits
		{ "abc", "abcd", false },
		{ "", "a", false },
		{ "", "", true },
		{ "a\xFF", "\xFF", true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(text_contains(rows[i].haystack, rows[i].needle), rows[i].found);
}

// A paste gone astray into a filter is not searched for at every key.
static void a_filter_longer_than_any_name_finds_nothing(void **state)
{
	char typed[1001];
	(void)state;
	memset(typed, 'a', sizeof(typed) - 1);
	typed[1000] = '\0';
	assert_false(text_has_words(typed, typed));
	assert_true(text_has_words(typed, typed + 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folded_text_has_no_accents),
		cmocka_unit_test(folded_bytes_know_their_source),
		cmocka_unit_test(offsets_never_decrease_on_any_bytes),
		cmocka_unit_test(composed_and_decomposed_latin_folds_alike),
		cmocka_unit_test(syllables_are_exact_and_ascii),
		cmocka_unit_test(filters_ask_only_for_typed_accents),
		cmocka_unit_test(a_filter_longer_than_any_name_finds_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
