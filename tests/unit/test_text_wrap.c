// SPDX-License-Identifier: MIT
#include "base/buf.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// The drawn lines with | between.
static char *wrapped(Buf *out, const char *s, int cols)
{
	Vec lines;
	vec_init(&lines, sizeof(WrapLine));
	buf_clear(out);
	size_t count = text_wrap(&lines, s, strlen(s), cols);
	assert_int_equal(count, lines.len);
	for (size_t i = 0; i < lines.len; i++) {
		const WrapLine *line = vec_at(&lines, i);
		if (i)
			buf_addch(out, '|');
		buf_add(out, s + line->start, line->end - line->start);
	}
	vec_release(&lines);
	return out->bytes;
}

static void lines_break_at_spaces_only(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		int cols;
		const char *lines;
	} rows[] = {
		{ "", 10, "" },
		{ "\n", 10, "|" },
		{ "a\n\nb\n", 10, "a||b|" },
		{ "Ban Chấp hành Đảng bộ", 10, "Ban Chấp|hành Đảng|bộ" },
		{ "theo 12-NQ/TW ngày 07/10/2021", 10, "theo|12-NQ/TW|ngày|07/10/2021" },
		{ "abcdefghij", 4, "abcd|efgh|ij" },
		{ "ab cdefghij", 4, "ab|cdef|ghij" },
		{ "abc def", 3, "abc|def" },
		{ "abc   def", 3, "abc|def" },
		{ "abc   def", 5, "abc|def" },
		{ "abc ", 3, "abc" },         // the space hangs over
		{ "abc ", 8, "abc " },        // one types on after it
		{ "  - mục", 20, "  - mục" }, // an indent stays
		{ "     x", 3, "   |x" },
		{ "日本語", 4, "日本|語" },
		{ "日本", 1, "日|本" },
		{ "ab", 0, "a|b" },
		{ "ab", -7, "a|b" },
		{ "e\xCC\x81"
		  "e\xCC\x81",
			1, "e\xCC\x81|e\xCC\x81" },
	};
	Buf out = BUF_INIT;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(wrapped(&out, rows[i].s, rows[i].cols), rows[i].lines);
	buf_release(&out);
}

// Whatever stands between two lines is spaces and at most one LF.
static void check_gap(const char *s, size_t from, size_t to)
{
	size_t newlines = 0;
	for (size_t at = from; at < to; at++) {
		assert_true(s[at] == ' ' || s[at] == '\n');
		newlines += s[at] == '\n';
	}
	assert_true(newlines <= 1);
}

static void check_wrap(const char *s, size_t n, int cols)
{
	Vec lines;
	vec_init(&lines, sizeof(WrapLine));
	text_wrap(&lines, s, n, cols);
	size_t before = 0;
	for (size_t i = 0; i < lines.len; i++) {
		const WrapLine *line = vec_at(&lines, i);
		size_t length = line->end - line->start;
		check_gap(s, before, line->start);
		assert_true(line->start <= line->end && line->end <= n);
		bool too_wide = text_width_n(s + line->start, length) > cols;
		assert_true(!too_wide || grapheme_next(s + line->start, length, 0) == length);
		before = line->end;
	}
	check_gap(s, before, n);
	for (size_t offset = 0; offset <= n; offset++) {
		size_t index = wrap_line_at(&lines, offset);
		const WrapLine *line = vec_at(&lines, index), *next = line + 1;
		assert_true(line->start <= offset);
		assert_true(index + 1 == lines.len || next->start > offset);
		int column = wrap_column(line, s, offset, cols);
		assert_true(column >= 0 && column <= (cols > 0 ? cols : 0));
	}
	vec_release(&lines);
}

static void nothing_is_lost_on_any_bytes(void **state)
{
	(void)state;
	static const char pieces[] = "ab  \nđườngệ\xCC\x81日本\xFF\x80\xF0\x9F\x98\x80";
	srand(4);
	for (int round = 0; round < 10000; round++) {
		char s[80];
		size_t n = (size_t)rand() % sizeof s;
		for (size_t i = 0; i < n; i++)
			s[i] = pieces[(size_t)rand() % (sizeof pieces - 1)];
		check_wrap(s, n, 2 + rand() % 12);
	}
}

static void one_paragraph_wraps_as_in_the_whole(void **state)
{
	(void)state;
	const char *s = "một hai ba\nbốn năm sáu bảy\ntám";
	size_t start = (size_t)(strchr(s, '\n') - s) + 1;
	size_t end = (size_t)(strrchr(s, '\n') - s);
	Vec all, one;
	vec_init(&all, sizeof(WrapLine));
	vec_init(&one, sizeof(WrapLine));
	text_wrap(&all, s, strlen(s), 8);
	assert_int_equal(text_wrap_paragraph(&one, s, start, end, 8), 2);
	assert_memory_equal(vec_at(&all, 2), one.items, 2 * sizeof(WrapLine));
	vec_release(&all);
	vec_release(&one);
}

static void the_cursor_finds_its_place(void **state)
{
	(void)state;
	const char *s = "Gò Quao  Đất";
	Vec lines;
	vec_init(&lines, sizeof(WrapLine));
	text_wrap(&lines, s, strlen(s), 7); // Gò Quao|Đất
	const WrapLine *first = vec_at(&lines, 0), *second = vec_at(&lines, 1);
	assert_int_equal(lines.len, 2);
	assert_int_equal(second->start, 10);
	assert_int_equal(wrap_line_at(&lines, 9), 0);
	assert_int_equal(wrap_line_at(&lines, 10), 1);
	assert_int_equal(wrap_line_at(&lines, 99), 1);
	assert_int_equal(wrap_column(first, s, 0, 7), 0);
	assert_int_equal(wrap_column(first, s, 3, 7), 2);
	assert_int_equal(wrap_column(first, s, 9, 7), 7);
	assert_int_equal(wrap_offset(first, s, 2), 3);
	assert_int_equal(wrap_offset(first, s, 99), first->end);
	assert_int_equal(wrap_offset(second, s, 0), second->start);
	vec_release(&lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_spaces_only),
		cmocka_unit_test(nothing_is_lost_on_any_bytes),
		cmocka_unit_test(one_paragraph_wraps_as_in_the_whole),
		cmocka_unit_test(the_cursor_finds_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
