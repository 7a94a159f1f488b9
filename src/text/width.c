// SPDX-License-Identifier: MIT
#include "text/width.h"

#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

// The sum counts a flag (two halves of one column each) as 2; the cap a joined emoji.
int grapheme_width(const char *s, size_t n)
{
	uint32_t cp;
	if (n && utf8_decode(s, n, &cp) == n && utf8_simple(cp))
		return 1;
	size_t end = grapheme_next(s, n, 0);
	int width = 0;
	for (size_t at = 0; at < end && width < 2;) {
		at += utf8_decode(s + at, end - at, &cp);
		width += utf8proc_charwidth((utf8proc_int32_t)cp);
	}
	if (width < 1)
		return n > 0;
	return width > 2 ? 2 : width;
}

size_t text_fit(const char *s, size_t n, int cols, int *used)
{
	size_t at = 0;
	int total = 0;
	while (at < n) {
		size_t next = grapheme_next(s, n, at);
		int width = grapheme_width(s + at, next - at);
		if (width > cols - total)
			break;
		total += width;
		at = next;
	}
	if (used)
		*used = total;
	return at;
}

int text_width_n(const char *s, size_t n)
{
	int used;
	text_fit(s, n, INT32_MAX, &used);
	return used;
}

int text_width(const char *s)
{
	return text_width_n(s, strlen(s));
}

void text_clip(Buf *out, const char *s, int cols)
{
	if (cols <= 0)
		return;
	size_t n = strlen(s);
	size_t fits = text_fit(s, n, cols, NULL);
	if (fits == n) {
		buf_add(out, s, n);
		return;
	}
	buf_add(out, s, text_fit(s, n, cols - 1, NULL));
	buf_adds(out, "…");
}
