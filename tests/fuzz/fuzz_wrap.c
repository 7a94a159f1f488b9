// SPDX-License-Identifier: MIT
// Graphemes, width and wrap on any bytes: boundaries agree in both directions, lines cover the text
// and keep to their width. The first byte is the width.
#include "base/buf.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_graphemes(const char *s, size_t n)
{
	int total = 0;
	for (size_t at = 0, next; at < n; at = next) {
		next = grapheme_next(s, n, at);
		demand(next > at && next - at <= GRAPHEME_MAX_BYTES);
		demand(n > 4096 || grapheme_prev(s, n, next) == at);
		int width = grapheme_width(s + at, next - at);
		demand(width == 1 || width == 2);
		total += width;
	}
	demand(text_width_n(s, n) == total);
}

static void check_gap(const char *s, size_t from, size_t to)
{
	size_t newlines = 0;
	demand(from <= to);
	for (; from < to; from++) {
		demand(s[from] == ' ' || s[from] == '\n');
		newlines += s[from] == '\n';
	}
	demand(newlines <= 1);
}

static void check_wrap(const char *s, size_t n, int cols)
{
	Vec lines;
	size_t before = 0;
	vec_init(&lines, sizeof(WrapLine));
	demand(text_wrap(&lines, s, n, cols) == lines.len && lines.len > 0);
	for (size_t i = 0; i < lines.len; i++) {
		const WrapLine *line = vec_at(&lines, i);
		size_t length = line->end - line->start;
		check_gap(s, before, line->start);
		demand(line->end <= n && line->start <= line->end);
		demand(text_width_n(s + line->start, length) <= (cols < 2 ? 2 : cols));
		demand(wrap_line_at(&lines, line->start) == i);
		before = line->end;
	}
	check_gap(s, before, n);
	vec_release(&lines);
}

static void check_clip(const char *s, size_t n, int cols)
{
	char *string = malloc(n + 1);
	Buf out = BUF_INIT;
	memcpy(string, s, n);
	string[n] = '\0';
	text_clip(&out, string, cols);
	demand(text_width_n(out.bytes, out.len) <= (cols < 0 ? 0 : cols));
	buf_release(&out);
	free(string);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int cols = size ? data[0] % 100 - 2 : 0;
	const char *s = size ? (const char *)data + 1 : "";
	size_t n = size ? size - 1 : 0;
	check_graphemes(s, n);
	check_wrap(s, n, cols);
	check_clip(s, n, cols);
	return 0;
}
