// SPDX-License-Identifier: MIT
// Letters and the syllable table.
#include "text/letter.h"
#include "text/syllable.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include <cmocka.h>

static size_t read_all(const char *s, Letter *letters, size_t max)
{
	size_t n = strlen(s), count = 0;
	for (size_t at = 0; at < n && count < max; count++)
		at += letter_read(s + at, n - at, &letters[count]);
	return count;
}

static void letters_come_apart_and_together(void **state)
{
	(void)state;
	static const char alphabet[] =
		"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộ"
		"ơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵAÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸ"
		"ÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";
	size_t n = strlen(alphabet), count = 0;
	for (size_t at = 0, used; at < n; at += used, count++) {
		Letter letter, decomposed;
		char back[5] = { 0 }, one[5] = { 0 };
		used = letter_read(alphabet + at, n - at, &letter);
		memcpy(one, alphabet + at, used);
		assert_true(letter_write(letter, back) == used && !strcmp(back, one));
		char *parts = (char *)utf8proc_NFD((const utf8proc_uint8_t *)one);
		assert_int_equal(letter_read(parts, strlen(parts), &decomposed), strlen(parts));
		assert_memory_equal(&letter, &decomposed, sizeof letter);
		free(parts);
	}
	assert_int_equal(count, 2 * (12 * 6 + 17));
}

static void only_syllables_are_split(void **state)
{
	(void)state;
	static const struct {
		const char *word, *onset, *rime;
		Tone tone;
	} rows[] = {
		{ "nghiêng", "ngh", "iêng", TONE_NONE },
		{ "GIẾNG", "g", "iêng", TONE_SAC },
		{ "giá", "gi", "a", TONE_SAC },
		{ "gì", "g", "i", TONE_HUYEN },
		{ "quý", "qu", "y", TONE_SAC },
		{ "quốc", "qu", "ôc", TONE_SAC },
		{ "Đường", "đ", "ương", TONE_HUYEN },
		{ "hoà", "h", "oa", TONE_HUYEN },
		{ "hòa", "h", "oa", TONE_HUYEN },
		{ "yêu", "", "yêu", TONE_NONE },
		{ "ở", "", "ơ", TONE_HOI },
		{ "khuỷu", "kh", "uyu", TONE_HOI },
		{ "xoóng", "x", "oong", TONE_SAC },
		{ "Kạn", "k", "an", TONE_NANG },
		{ "quỳnh", "qu", "ynh", TONE_HUYEN },
		{ "Vie\xCC\x82\xCC\xA3t", "v", "iêt", TONE_NANG },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Syllable found;
		if (!syllable_split(rows[i].word, strlen(rows[i].word), &found))
			fail_msg("%s", rows[i].word);
		assert_string_equal(found.onset, rows[i].onset);
		assert_string_equal(found.rime, rows[i].rime);
		assert_int_equal(found.tone, rows[i].tone);
	}
	static const char *const bad[] = { "", "b", "ngh", "qu", "cac", "càc", "ke1", "ce", "ngi",
		"gha", "windows", "express", "hòà", "đuờng", "fa", "tiêngs", "日", "\xFF",
		"h\xCC\x81oa", "nghiêngg", "hynh", "quu" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (syllable_split(bad[i], strlen(bad[i]), NULL))
			fail_msg("%s", bad[i]);
}

static void what_may_become_a_syllable_is_possible(void **state)
{
	(void)state;
	static const struct {
		const char *beginning;
		bool possible;
		size_t vowel;
	} rows[] = {
		{ "", true, 0 },
		{ "n", true, 1 },
		{ "ngh", true, 3 },
		{ "q", true, 1 },
		{ "qu", true, 2 },
		{ "gi", true, 1 },
		{ "gia", true, 2 },
		{ "d", true, 1 },
		{ "duong", true, 1 },
		{ "tiêc", true, 1 },
		{ "tìêc", false, 4 },
		{ "tie", true, 1 },
		{ "xôong", false, 5 },
		{ "w", false, 1 },
		{ "exp", false, 3 },
		{ "quo", true, 2 },
		{ "quy", true, 2 },
		{ "ưo", true, 0 },
		{ "hd", false, 2 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Letter letters[8];
		size_t vowel, count = read_all(rows[i].beginning, letters, 8);
		if (syllable_possible(letters, count, &vowel) != rows[i].possible ||
			vowel != rows[i].vowel)
			fail_msg("%s: vowel %zu", rows[i].beginning, vowel);
	}
}

static void check_syllable(const char *onset, const char *rime)
{
	for (Tone tone = TONE_NONE; tone <= TONE_NANG; tone++)
		for (ToneStyle style = TONE_STYLE_OLD; style <= TONE_STYLE_NEW; style++) {
			Letter letters[SYLLABLE_MAX_LETTERS];
			Syllable made = { onset, rime, tone }, found;
			size_t count = syllable_letters(&made, style, letters);
			if (!syllable_of_letters(letters, count, &found))
				continue;
			char plain[32] = "", both[32] = "";
			assert_int_equal(found.tone, tone);
			strcat(strcat(plain, onset), rime);
			strcat(strcat(both, found.onset), found.rime);
			assert_string_equal(plain, both);
			assert_true(syllable_possible(letters, count, NULL));
		}
}

static void every_syllable_of_the_table_is_found_again(void **state)
{
	(void)state;
	for (size_t i = 0; syllable_onset(i); i++)
		for (size_t k = 0; syllable_rime(k); k++)
			check_syllable(syllable_onset(i), syllable_rime(k));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_come_apart_and_together),
		cmocka_unit_test(only_syllables_are_split),
		cmocka_unit_test(what_may_become_a_syllable_is_possible),
		cmocka_unit_test(every_syllable_of_the_table_is_found_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
