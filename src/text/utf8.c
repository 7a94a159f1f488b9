// SPDX-License-Identifier: MIT
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

// Lead bytes by range: how many bytes follow, and what the first of them may be, which is what
// keeps out overlong forms, surrogates and what lies beyond U+10FFFF (Unicode, table 3-7).
typedef struct {
	uint8_t last, follow, low, high;
} Lead;

static const Lead leads[] = {
	{ .last = 0xC1 }, // a lone continuation, or overlong
	{ .last = 0xDF, .follow = 1, .low = 0x80, .high = 0xBF },
	{ .last = 0xE0, .follow = 2, .low = 0xA0, .high = 0xBF },
	{ .last = 0xEC, .follow = 2, .low = 0x80, .high = 0xBF },
	{ .last = 0xED, .follow = 2, .low = 0x80, .high = 0x9F },
	{ .last = 0xEF, .follow = 2, .low = 0x80, .high = 0xBF },
	{ .last = 0xF0, .follow = 3, .low = 0x90, .high = 0xBF },
	{ .last = 0xF3, .follow = 3, .low = 0x80, .high = 0xBF },
	{ .last = 0xF4, .follow = 3, .low = 0x80, .high = 0x8F },
	{ .last = 0xFF },
};

static const Lead *lead_of(uint8_t byte)
{
	const Lead *lead = leads;
	while (byte > lead->last)
		lead++;
	return lead;
}

size_t utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	*cp = n ? (uint8_t)s[0] : 0;
	if (!n || *cp < 0x80)
		return n > 0;
	const Lead *lead = lead_of((uint8_t)s[0]);
	uint32_t value = lead->follow ? *cp & (0x3Fu >> lead->follow) : 0;
	uint8_t low = lead->low, high = lead->high;
	size_t used = 1;
	*cp = UTF8_REPLACEMENT;
	if (!lead->follow)
		return used;
	for (; used <= lead->follow; used++, low = 0x80, high = 0xBF) {
		if (used == n || (uint8_t)s[used] < low || (uint8_t)s[used] > high)
			return used;
		value = value << 6 | ((uint8_t)s[used] & 0x3Fu);
	}
	*cp = value;
	return used;
}

size_t utf8_encode(uint32_t cp, char out[4])
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = UTF8_REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t follow = cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
	uint32_t mark = 0xFF00u >> (follow + 1) & 0xFFu;
	out[0] = (char)(uint8_t)(mark | cp >> (6 * follow));
	for (size_t i = 1; i <= follow; i++)
		out[i] = (char)(uint8_t)(0x80u | (cp >> (6 * (follow - i)) & 0x3Fu));
	return follow + 1;
}

bool utf8_valid(const char *s, size_t n)
{
	static const char written[] = "\xEF\xBF\xBD"; // U+FFFD that really stands there
	for (size_t at = 0, used; at < n; at += used) {
		uint32_t cp;
		used = utf8_decode(s + at, n - at, &cp);
		if (cp == UTF8_REPLACEMENT && (used != 3 || memcmp(s + at, written, 3) != 0))
			return false;
	}
	return true;
}

// ASCII, Latin with its Vietnamese letters, dashes and quotes, arrows of the screens, lines and blocks.
bool utf8_simple(uint32_t cp)
{
	return (cp >= ' ' && cp <= '~') || (cp >= 0xAF && cp <= 0x24F) ||
	       (cp >= 0x1E00 && cp <= 0x1EFF) || (cp >= 0x2010 && cp <= 0x2027) ||
	       (cp >= 0x2500 && cp <= 0x259F);
}

size_t grapheme_next(const char *s, size_t n, size_t at)
{
	if (at >= n)
		return n;
	uint32_t cp, next;
	utf8proc_int32_t state = 0;
	size_t end = at + utf8_decode(s + at, n - at, &cp);
	while (end < n) {
		size_t used = utf8_decode(s + end, n - end, &next);
		if (utf8_simple(cp) && utf8_simple(next))
			break;
		if (end + used - at > GRAPHEME_MAX_BYTES)
			break;
		if (utf8proc_grapheme_break_stateful(
			    (utf8proc_int32_t)cp, (utf8proc_int32_t)next, &state))
			break;
		end += used;
		cp = next;
	}
	return end;
}

// The start of the code point (or malformed part) that ends at `at` > 0: the earliest place within
// reach from which decoding arrives exactly there.
static size_t code_point_start(const char *s, size_t at)
{
	uint32_t cp;
	for (size_t back = at < 4 ? at : 4; back > 1; back--)
		if (utf8_decode(s + at - back, back, &cp) == back)
			return at - back;
	return at - 1;
}

static bool stands_alone(uint32_t cp)
{
	return utf8proc_get_property((utf8proc_int32_t)cp)->boundclass == UTF8PROC_BOUNDCLASS_OTHER;
}

// A boundary before `at` that needs no look further back: between two code points of class Other
// one always lies, whatever came before.
static size_t sure_boundary(const char *s, size_t at)
{
	bool alone = false;
	while (at > 0) {
		size_t start = code_point_start(s, at);
		uint32_t cp;
		utf8_decode(s + start, at - start, &cp);
		if (alone && stands_alone(cp))
			return at;
		alone = stands_alone(cp);
		at = start;
	}
	return 0;
}

size_t grapheme_prev(const char *s, size_t n, size_t at)
{
	if (at > n)
		at = n;
	if (at == 0)
		return 0;
	size_t boundary = sure_boundary(s, code_point_start(s, at));
	for (;;) {
		size_t next = grapheme_next(s, n, boundary);
		if (next >= at)
			return boundary;
		boundary = next;
	}
}
