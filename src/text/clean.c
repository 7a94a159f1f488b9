// SPDX-License-Identifier: MIT
#include "text/clean.h"

#include "text/utf8.h"

#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { BEL = 0x07, ESC = 0x1B, ST = 0x9C, NEL = 0x85 };

// Before normalisation marks are only kept from becoming a flood, on which sorting them by class
// would take quadratic time; the exact count is taken after it.
enum { FLOOD_MARKS = 4 * CLEAN_MAX_MARKS };

typedef struct {
	uint32_t first, last;
	const char *becomes;
} Mapping;

// Sorted. Anything else is decided by its category.
static const Mapping mappings[] = {
	{ '\t', '\t', "  " }, { '\n', '\r', "\n" },       // with VT and FF; CR LF is one
	{ NEL, NEL, "\n" }, { 0x00D0, 0x00D0, "Đ" },      // eth
	{ 0x00F0, 0x00F0, "đ" }, { 0x0189, 0x0189, "Đ" }, // African D
	{ 0x0256, 0x0256, "đ" },                          // d with tail
	{ 0x2028, 0x2029, "\n" },
	{ 0x2065, 0x2065, "" }, // not assigned yet, but among the bidi controls and as invisible
	{ 0xF020, 0xF0FF, "-" },  // Word's bullets: the fonts Symbol and Wingdings
	{ 0xFFF0, 0xFFF8, "" },   // the same before the interlinear marks
	{ 0xE0000, 0xE0FFF, "" }, // tags and what is reserved beside them
};

static const char *mapping_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof mappings / sizeof *mappings; i++)
		if (cp >= mappings[i].first && cp <= mappings[i].last)
			return mappings[i].becomes;
	return NULL;
}

static const utf8proc_property_t *property(uint32_t cp)
{
	return utf8proc_get_property((utf8proc_int32_t)cp);
}

static bool is_mark(uint32_t cp)
{
	int category = property(cp)->category;
	return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
	       category == UTF8PROC_CATEGORY_ME;
}

static bool is_unwanted(uint32_t cp)
{
	const utf8proc_property_t *p = property(cp);
	bool noncharacter = (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
	return noncharacter || p->ignorable || p->category == UTF8PROC_CATEGORY_CC ||
	       p->category == UTF8PROC_CATEGORY_CF || p->category == UTF8PROC_CATEGORY_CO;
}

static size_t skip_range(const char *s, size_t n, size_t at, char low, char high)
{
	while (at < n && s[at] >= low && s[at] <= high)
		at++;
	return at;
}

// Parameters, intermediates, one final byte (ECMA-48, 5.4).
static size_t control_sequence_end(const char *s, size_t n, size_t at)
{
	at = skip_range(s, n, at, 0x30, 0x3F);
	at = skip_range(s, n, at, 0x20, 0x2F);
	return at < n && s[at] >= 0x40 && s[at] <= 0x7E ? at + 1 : at;
}

// Up to BEL or ST. A line's end or another escape ends it too, so that one that is never ended
// takes no more than its line.
static size_t control_string_end(const char *s, size_t n, size_t at)
{
	while (at < n) {
		uint32_t cp;
		size_t used = utf8_decode(s + at, n - at, &cp);
		if (cp == BEL || cp == ST)
			return at + used;
		if (cp == ESC && at + 1 < n && s[at + 1] == '\\')
			return at + 2;
		if (cp == ESC || cp == '\n' || cp == '\r')
			return at;
		at += used;
	}
	return n;
}

// The end of the escape sequence whose first code point, ESC or a C1 control, ends at `at`.
static size_t escape_end(const char *s, size_t n, size_t at, uint32_t cp)
{
	char kind = cp == ESC ? '\0' : (char)(cp - 0x40); // C1 is ESC and that letter
	if (cp == ESC && at < n)
		kind = s[at];
	size_t body = cp == ESC && at < n ? at + 1 : at;
	if (kind == '[')
		return control_sequence_end(s, n, body);
	if (kind && strchr("]PX^_", kind))
		return control_string_end(s, n, body);
	if (cp == ESC && kind && strchr("()*+", kind)) // the choice of a character set
		return skip_range(s, body + 1 < n ? body + 1 : n, body, 0x30, 0x7E);
	return at;
}

typedef struct {
	Buf bytes;
	int marks; // in a row, at the end of bytes
} Scan;

static void scan_code_point(Scan *scan, uint32_t cp)
{
	const char *becomes = mapping_of(cp);
	if (!becomes && is_unwanted(cp))
		return;
	if (!becomes && property(cp)->category == UTF8PROC_CATEGORY_ZS)
		becomes = " ";
	scan->marks = is_mark(cp) ? scan->marks + 1 : 0;
	if (scan->marks > FLOOD_MARKS)
		return;
	char encoded[4];
	if (becomes)
		buf_adds(&scan->bytes, becomes);
	else
		buf_add(&scan->bytes, encoded, utf8_encode(cp, encoded));
}

static void scan_text(Scan *scan, const char *s, size_t n)
{
	for (size_t at = 0; at < n;) {
		uint32_t cp;
		at += utf8_decode(s + at, n - at, &cp);
		if (cp == ESC || (cp >= 0x80 && cp < 0xA0 && cp != NEL))
			at = escape_end(s, n, at, cp);
		else if (cp != '\r' || at == n || s[at] != '\n')
			scan_code_point(scan, cp);
	}
}

// The code points of the UTF-8 in bytes, in NFC; the caller frees them.
static utf8proc_int32_t *compose(const Buf *bytes, size_t *count)
{
	const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)bytes->bytes;
	utf8proc_ssize_t n = (utf8proc_ssize_t)bytes->len;
	utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	utf8proc_ssize_t need = utf8proc_decompose(s, n, NULL, 0, options);
	need = need < 0 ? 0 : need;
	utf8proc_int32_t *cps = xmalloc(((size_t)need + 1) * sizeof *cps);
	utf8proc_decompose(s, n, cps, need, options);
	*count = (size_t)utf8proc_normalize_utf32(cps, need, options);
	return cps;
}

static void append_capped(Buf *out, const utf8proc_int32_t *cps, size_t count)
{
	char encoded[4];
	int marks = 0;
	for (size_t i = 0; i < count; i++) {
		marks = is_mark((uint32_t)cps[i]) ? marks + 1 : 0;
		if (marks <= CLEAN_MAX_MARKS)
			buf_add(out, encoded, utf8_encode((uint32_t)cps[i], encoded));
	}
}

// Joins the lines of out from `start` on and trims what comes of it.
static void join_lines(Buf *out, size_t start)
{
	size_t to = start;
	for (size_t from = start; from < out->len; from++) {
		char c = out->bytes[from];
		if (c == '\n' && from + 1 < out->len && out->bytes[from + 1] == '\n')
			continue;
		if (to > start || (c != '\n' && c != ' '))
			out->bytes[to++] = c == '\n' ? ' ' : c;
	}
	while (to > start && out->bytes[to - 1] == ' ')
		to--;
	buf_truncate(out, to);
}

static bool is_plain(const char *s, size_t n)
{
	return skip_range(s, n, 0, ' ', '~') == n;
}

void text_clean(Buf *out, const char *s, size_t n, CleanKind kind)
{
	size_t start = out->len;
	if (is_plain(s, n)) {
		buf_add(out, s, n);
	} else {
		Scan scan = { .bytes = BUF_INIT };
		size_t count;
		scan_text(&scan, s, n);
		utf8proc_int32_t *cps = compose(&scan.bytes, &count);
		append_capped(out, cps, count);
		free(cps);
		buf_release(&scan.bytes);
	}
	if (kind == CLEAN_LINE)
		join_lines(out, start);
}

char *text_clean_arena(Arena *arena, const char *s, CleanKind kind)
{
	Buf cleaned = BUF_INIT;
	text_clean(&cleaned, s, strlen(s), kind);
	char *copy = arena_strndup(arena, cleaned.bytes, cleaned.len);
	buf_release(&cleaned);
	return copy;
}
