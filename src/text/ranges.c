// SPDX-License-Identifier: MIT
#include "text/ranges.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

bool range_is_empty(Range range)
{
	return range.start >= range.end;
}

bool range_contains(Range outer, Range inner)
{
	return outer.start <= inner.start && inner.end <= outer.end;
}

static int compare_starts(const void *a, const void *b)
{
	size_t x = ((const Range *)a)->start;
	size_t y = ((const Range *)b)->start;
	return (x > y) - (x < y);
}

static void add_gap(Vec *out, size_t start, size_t end)
{
	if (start < end)
		*(Range *)vec_push(out) = (Range){ start, end };
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

void ranges_uncovered(Range whole, const Range *covers, size_t n, Vec *out)
{
	Vec sorted;
	vec_init(&sorted, sizeof(Range));
	vec_insert(&sorted, 0, covers, n);
	if (n > 1)
		qsort(sorted.items, n, sizeof(Range), compare_starts);
	size_t at = whole.start; // everything before it is covered or told
	for (size_t i = 0; i < n; i++) {
		Range cover = *(Range *)vec_at(&sorted, i);
		if (range_is_empty(cover))
			continue;
		add_gap(out, at, smaller(cover.start, whole.end));
		if (cover.end > at)
			at = cover.end;
	}
	add_gap(out, at, whole.end);
	vec_release(&sorted);
}

static bool is_word_character(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

Range range_trim(const char *text, Range range)
{
	Range words = { range.start, range.start };
	bool seen = false;
	for (size_t at = range.start; at < range.end;) {
		uint32_t cp;
		size_t n = utf8_decode(text + at, range.end - at, &cp);
		if (is_word_character(cp)) {
			words.start = seen ? words.start : at;
			words.end = at + n;
			seen = true;
		}
		at += n;
	}
	return words;
}

size_t range_words(const char *text, Range range)
{
	size_t count = 0;
	bool in_word = false;
	for (size_t at = range.start; at < range.end;) {
		uint32_t cp;
		at += utf8_decode(text + at, range.end - at, &cp);
		if (cp == ' ' || cp == '\n') {
			in_word = false;
		} else if (!in_word && is_word_character(cp)) {
			in_word = true;
			count++;
		}
	}
	return count;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

Range range_after_number(const char *text, Range range)
{
	size_t at = range.start;
	while (at < range.end && is_digit(text[at]))
		at++;
	if (at == range.start || at >= range.end || (text[at] != '.' && text[at] != ')'))
		return range;
	at++;
	if (at < range.end && text[at] != ' ')
		return range; // 1.234 is a figure
	return (Range){ at, range.end };
}
