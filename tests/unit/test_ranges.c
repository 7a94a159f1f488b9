// SPDX-License-Identifier: MIT
#include "text/ranges.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { WHOLE_START = 10, WHOLE_END = 50, COVERS_MAX = 4 };

static const struct {
	Range covers[COVERS_MAX]; // {0, 0} at the end is an empty one: it covers nothing
	Range gaps[COVERS_MAX];
	size_t gaps_n;
} cases[] = {
	{ { { 0, 0 } }, { { 10, 50 } }, 1 },
	{ { { 10, 50 } }, { { 0, 0 } }, 0 },
	{ { { 0, 100 } }, { { 0, 0 } }, 0 },
	{ { { 20, 30 } }, { { 10, 20 }, { 30, 50 } }, 2 },
	{ { { 30, 40 }, { 15, 20 } }, { { 10, 15 }, { 20, 30 }, { 40, 50 } }, 3 },
	{ { { 15, 40 }, { 20, 25 }, { 39, 45 } }, { { 10, 15 }, { 45, 50 } }, 2 },
	{ { { 0, 12 }, { 48, 60 } }, { { 12, 48 } }, 1 },
	{ { { 0, 5 }, { 60, 70 } }, { { 10, 50 } }, 1 },
	{ { { 20, 20 }, { 30, 25 } }, { { 10, 50 } }, 1 },
	{ { { 10, 20 }, { 20, 50 } }, { { 0, 0 } }, 0 },
};

static void test_uncovered(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		Vec gaps;
		vec_init(&gaps, sizeof(Range));
		ranges_uncovered(
			(Range){ WHOLE_START, WHOLE_END }, cases[i].covers, COVERS_MAX, &gaps);
		assert_int_equal(gaps.len, cases[i].gaps_n);
		if (gaps.len)
			assert_memory_equal(gaps.items, cases[i].gaps, gaps.len * sizeof(Range));
		vec_release(&gaps);
	}
}

// Against marking every byte, on many random sets.
static void test_uncovered_random(void **state)
{
	(void)state;
	unsigned seed = 259;
	for (int round = 0; round < 2000; round++) {
		char covered[64] = { 0 };
		Range covers[6];
		for (int i = 0; i < 6; i++) {
			covers[i].start = (size_t)(rand_r(&seed) % 64);
			covers[i].end = (size_t)(rand_r(&seed) % 64);
			for (size_t at = covers[i].start; at < covers[i].end; at++)
				covered[at] = 1;
		}
		Vec gaps;
		vec_init(&gaps, sizeof(Range));
		ranges_uncovered((Range){ 0, 64 }, covers, 6, &gaps);
		for (size_t i = 0; i < gaps.len; i++) {
			Range gap = *(Range *)vec_at(&gaps, i);
			assert_true(gap.start < gap.end);
			assert_true(gap.end == 64 || covered[gap.end]);
			for (size_t at = gap.start; at < gap.end; at++)
				assert_int_equal(covered[at]++, 0);
		}
		assert_null(memchr(covered, 0, sizeof(covered)));
		vec_release(&gaps);
	}
}

static void test_trim(void **state)
{
	(void)state;
	static const struct {
		const char *text, *trimmed;
	} texts[] = {
		{ "", "" },
		{ "; \n- ", "" },
		{ " “đồng thời”, ", "đồng thời" },
		{ "- 2. Ban cán sự:\n", "2. Ban cán sự" },
		{ "95%", "95" },
		{ "…và –", "và" },
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		Range all = { 0, strlen(texts[i].text) };
		Range words = range_trim(texts[i].text, all);
		assert_int_equal(words.end - words.start, strlen(texts[i].trimmed));
		assert_memory_equal(
			texts[i].text + words.start, texts[i].trimmed, words.end - words.start);
	}
}

static void test_words(void **state)
{
	(void)state;
	const char *text = "15/15 huyện - thành phố,\náp dụng";
	assert_int_equal(range_words(text, (Range){ 0, strlen(text) }), 6);
	assert_int_equal(range_words(text, (Range){ 0, 0 }), 0);
	assert_int_equal(range_words(text, (Range){ 2, 5 }), 1);
}

static void test_contains(void **state)
{
	(void)state;
	assert_true(range_contains((Range){ 2, 5 }, (Range){ 2, 5 }));
	assert_false(range_contains((Range){ 2, 5 }, (Range){ 1, 5 }));
	assert_false(range_contains((Range){ 2, 5 }, (Range){ 3, 6 }));
	assert_true(range_is_empty((Range){ 4, 4 }));
	assert_true(range_is_empty((Range){ 5, 4 }));
	assert_false(range_is_empty((Range){ 4, 5 }));
}

static void test_the_number_of_a_point_is_left_out(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t start;
	} rows[] = {
		{ "1. Các cấp ủy", 2 }, { "12) Giao", 3 }, { "3.", 2 }, { "Giao 1. việc", 0 },
		{ "1.234 tấn", 0 }, { "95% vốn", 0 }, { "10", 0 }, { "", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		Range whole = { 0, strlen(rows[i].text) };
		Range rest = range_after_number(rows[i].text, whole);
		assert_int_equal(rest.start, rows[i].start);
		assert_int_equal(rest.end, whole.end);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_number_of_a_point_is_left_out),
		cmocka_unit_test(test_uncovered),
		cmocka_unit_test(test_uncovered_random),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_contains),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
