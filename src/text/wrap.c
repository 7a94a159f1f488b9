// SPDX-License-Identifier: MIT
#include "text/wrap.h"

#include "text/utf8.h"
#include "text/width.h"

#include <string.h>

// A mark right after a space belongs to it, and then the space is no place to break.
static bool is_space(const char *s, size_t at, size_t next)
{
	return next - at == 1 && s[at] == ' ';
}

static size_t skip_spaces(const char *s, size_t at, size_t end)
{
	while (at < end && is_space(s, at, grapheme_next(s, end, at)))
		at++;
	return at;
}

// Where what is drawn of a line ends, and where the next one starts.
typedef struct {
	size_t drawn, next;
} Cut;

static Cut cut_line(const char *s, size_t start, size_t end, int cols)
{
	size_t at = start, space = start; // space: where the last run of spaces begins
	int used = 0;
	while (at < end) {
		size_t next = grapheme_next(s, end, at);
		int width = grapheme_width(s + at, next - at);
		bool blank = is_space(s, at, next);
		bool run_begins = blank && (at == start || s[at - 1] != ' ');
		if (run_begins)
			space = at;
		if (width > cols - used) {
			if (blank && space == start)
				space = at; // an indent wider than the line
			break;
		}
		used += width;
		at = next;
	}
	if (at == end)
		return (Cut){ end, end };
	if (at == start) // not even one grapheme fits
		at = grapheme_next(s, end, start);
	if (space == start)
		return (Cut){ at, at };
	return (Cut){ space, skip_spaces(s, space, end) };
}

static void push_line(Vec *lines, size_t start, size_t end)
{
	*(WrapLine *)vec_push(lines) = (WrapLine){ .start = start, .end = end };
}

size_t text_wrap_paragraph(Vec *lines, const char *s, size_t start, size_t end, int cols)
{
	size_t count = 0;
	do {
		Cut cut = cut_line(s, start, end, cols < 1 ? 1 : cols);
		push_line(lines, start, cut.drawn);
		start = cut.next;
		count++;
	} while (start < end);
	return count;
}

size_t text_wrap(Vec *lines, const char *s, size_t n, int cols)
{
	size_t count = 0, start = 0;
	for (;;) {
		const char *newline = start < n ? memchr(s + start, '\n', n - start) : NULL;
		size_t end = newline ? (size_t)(newline - s) : n;
		count += text_wrap_paragraph(lines, s, start, end, cols);
		if (!newline)
			return count;
		start = end + 1;
	}
}

size_t wrap_line_at(const Vec *lines, size_t offset)
{
	size_t low = 0, high = lines->len;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		const WrapLine *line = vec_at(lines, middle);
		if (line->start <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int wrap_column(const WrapLine *line, const char *s, size_t offset, int cols)
{
	if (offset <= line->start)
		return 0;
	int width = text_width_n(s + line->start, offset - line->start);
	return width < cols ? width : cols;
}

size_t wrap_offset(const WrapLine *line, const char *s, int column)
{
	size_t n = line->end - line->start;
	return line->start + text_fit(s + line->start, n, column, NULL);
}
