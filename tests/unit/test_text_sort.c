// SPDX-License-Identifier: MIT
#include "base/buf.h"
#include "text/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef void (*KeyMaker)(Buf *out, const char *s);

static int key_compare(KeyMaker make, const char *a, const char *b)
{
	Buf left = BUF_INIT, right = BUF_INIT;
	make(&left, a);
	make(&right, b);
	size_t n = left.len < right.len ? left.len : right.len;
	int order = memcmp(left.bytes, right.bytes, n);
	if (!order)
		order = (left.len > right.len) - (left.len < right.len);
	buf_release(&left);
	buf_release(&right);
	return order;
}

// Every item before every later one, and not the other way round.
static void check_order(KeyMaker make, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			int order = key_compare(make, list[i], list[j]);
			if ((order > 0) - (order < 0) != (i > j) - (i < j))
				fail_msg("%s against %s: %d", list[i], list[j], order);
		}
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void letters_follow_the_alphabet(void **state)
{
	(void)state;
	static const char *const list[] = { "", "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f",
		"g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư",
		"v", "w", "x", "y", "z", "日" };
	check_order(text_sort_key, list, COUNT(list));
}

static void tones_follow_the_letters_of_their_word(void **state)
{
	(void)state;
	static const char *const list[] = { "ba", "Ba", "bà", "bả", "bã", "bá", "bạ", "bac", "bác",
		"bạc", "ban", "bản", "băn", "bân" };
	check_order(text_sort_key, list, COUNT(list));
	static const char *const classic[] = { "Ảnh", "Ấn" }; // which glibc has the other way round
	check_order(text_sort_key, classic, COUNT(classic));
}

static void words_are_compared_one_by_one(void **state)
{
	(void)state;
	static const char *const list[] = { "Hà", "Hà Bình", "Hà Tiên", "Hà Tĩnh", "Hả An", "Hạ An",
		"Hạ Long", "Hải An", "Hoa Trần", "Hòa", "Hòa An", "Hoà Lê", "Hỏa" };
	check_order(text_sort_key, list, COUNT(list));
}

static void numbers_count(void **state)
{
	(void)state;
	static const char *const codes[] = { "0", "1.2", "2", "2.3a", "2.3b", "2.10", "12-NQ/TW",
		"a2", "a10", "ab" };
	check_order(text_sort_key, codes, COUNT(codes));
	assert_int_equal(key_compare(text_sort_key, "007", "7"), 0);
	char big[400], bigger[401];
	memset(big, '9', 399);
	memset(bigger, '1', 400);
	big[399] = bigger[400] = '\0';
	assert_true(key_compare(text_sort_key, big, bigger) < 0);
	assert_true(key_compare(text_sort_key, "5", big) < 0);
}

static void the_districts_of_kien_giang(void **state)
{
	(void)state;
	static const char *const list[] = { "An Biên", "An Minh", "Châu Thành", "Giang Thành",
		"Giồng Riềng", "Gò Quao", "Hà Tiên", "Hòn Đất", "Kiên Hải", "Kiên Lương",
		"Phú Quốc", "Rạch Giá", "Tân Hiệp", "U Minh Thượng", "Vĩnh Thuận" };
	check_order(text_sort_key, list, COUNT(list));
}

static void spellings_of_one_word_are_equal(void **state)
{
	(void)state;
	assert_int_equal(key_compare(text_sort_key, "hoà", "hòa"), 0);
	assert_int_equal(key_compare(text_sort_key, "Vie\xCC\x82\xCC\xA3t", "Việt"), 0);
	assert_int_equal(key_compare(text_sort_key, "  Gò   Quao ", "Gò Quao"), 0);
	assert_true(key_compare(text_sort_key, "gò Quao", "Gò Quao") < 0);
}

static void people_are_sorted_by_given_name(void **state)
{
	(void)state;
	static const char *const list[] = { "An", "Trần An", "Lê Thị Anh", "Nguyễn Văn Ảnh",
		"Nguyễn Văn Ấn", "Lê Bình", "Nguyễn An Bình", "Trần Bình", "Đặng Văn Dũng",
		"Bùi Đức", "Nguyễn Hoa", "Trần Hoa", "Lê Hòa" };
	check_order(name_sort_key, list, COUNT(list));
	assert_int_equal(key_compare(name_sort_key, "Lê Hòa ", "Lê Hòa"), 0);
	assert_int_equal(key_compare(name_sort_key, "", "  "), 0);
}

static void any_bytes_have_a_place_in_a_total_order(void **state)
{
	(void)state;
	static const char pieces[] = "aàÁĐ12 .\xCC\x81\xFF\xE6\x97\xA5";
	enum { SAMPLES = 60, LENGTH = 10 };
	char samples[SAMPLES][LENGTH];
	srand(6);
	for (size_t i = 0; i < SAMPLES; i++) {
		size_t n = (size_t)rand() % LENGTH;
		for (size_t k = 0; k < n; k++)
			samples[i][k] = pieces[(size_t)rand() % (sizeof pieces - 1)];
		samples[i][n] = '\0';
	}
	for (size_t i = 0; i < SAMPLES; i++)
		for (size_t j = 0; j < SAMPLES; j++) {
			int order = key_compare(text_sort_key, samples[i], samples[j]);
			int back = key_compare(text_sort_key, samples[j], samples[i]);
			assert_int_equal((order > 0) - (order < 0), (back < 0) - (back > 0));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_follow_the_alphabet),
		cmocka_unit_test(tones_follow_the_letters_of_their_word),
		cmocka_unit_test(words_are_compared_one_by_one),
		cmocka_unit_test(numbers_count),
		cmocka_unit_test(the_districts_of_kien_giang),
		cmocka_unit_test(spellings_of_one_word_are_equal),
		cmocka_unit_test(people_are_sorted_by_given_name),
		cmocka_unit_test(any_bytes_have_a_place_in_a_total_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
