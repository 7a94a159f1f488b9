// SPDX-License-Identifier: MIT
#include "term/glyph.h"

#include "text/utf8.h"
#include "text/width.h"

#include <utf8proc.h>

// The longest grapheme is GRAPHEME_MAX_BYTES, and no code point decomposes into more than 4.
enum { DECOMPOSED_MAX = GRAPHEME_MAX_BYTES * 4 };

// What no canonical decomposition gives. One column stays one column.
static const struct {
	uint16_t first, last;
	char ascii;
} ascii_table[] = {
	{ 0x00AB, 0x00AB, '<' },
	{ 0x00B0, 0x00B0, 'o' },
	{ 0x00B1, 0x00B1, '+' },
	{ 0x00B7, 0x00B7, '.' },
	{ 0x00BB, 0x00BB, '>' },
	{ 0x00D0, 0x00D0, 'D' },
	{ 0x00D7, 0x00D7, 'x' },
	{ 0x00F0, 0x00F0, 'd' },
	{ 0x0110, 0x0110, 'D' },
	{ 0x0111, 0x0111, 'd' },
	{ 0x2010, 0x2015, '-' },
	{ 0x2018, 0x201B, '\'' },
	{ 0x201C, 0x201F, '"' },
	{ 0x2022, 0x2022, '*' },
	{ 0x2026, 0x2026, '.' },
	{ 0x2032, 0x2032, '\'' },
	{ 0x2033, 0x2033, '"' },
	{ 0x2039, 0x2039, '<' },
	{ 0x203A, 0x203A, '>' },
	{ 0x20AB, 0x20AB, 'd' },
	{ 0x2190, 0x2190, '<' },
	{ 0x2191, 0x2191, '^' },
	{ 0x2192, 0x2192, '>' },
	{ 0x2193, 0x2193, 'v' },
	{ 0x2212, 0x2212, '-' },
	{ 0x2264, 0x2264, '<' },
	{ 0x2265, 0x2265, '>' },
	{ 0x2500, 0x2501, '-' },
	{ 0x2502, 0x2503, '|' },
	{ 0x250C, 0x254B, '+' },
	{ 0x2550, 0x2550, '=' },
	{ 0x2551, 0x2551, '|' },
	{ 0x2552, 0x256C, '+' },
	{ 0x2581, 0x2583, '_' },
	{ 0x2584, 0x2586, '=' },
	{ 0x2587, 0x2590, '#' },
	{ 0x2591, 0x2592, '.' },
	{ 0x2593, 0x2593, '#' },
	{ 0x25A0, 0x25A0, '#' },
	{ 0x25B2, 0x25B2, '^' },
	{ 0x25B6, 0x25BA, '>' },
	{ 0x25BC, 0x25BC, 'v' },
	{ 0x25C0, 0x25C4, '<' },
	{ 0x25CB, 0x25CB, 'o' },
	{ 0x25CF, 0x25CF, '*' },
	{ 0x2713, 0x2714, 'v' },
	{ 0x2717, 0x2718, 'x' },
};

static uint32_t table_ascii(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(ascii_table) / sizeof(ascii_table[0]); i++)
		if (cp >= ascii_table[i].first && cp <= ascii_table[i].last)
			return (uint8_t)ascii_table[i].ascii;
	return 0;
}

static uint32_t base_ascii(uint32_t cp)
{
	utf8proc_int32_t parts[DECOMPOSED_MAX];
	int boundary = 0;
	if (cp < 0x80)
		return cp;
	uint32_t ascii = table_ascii(cp);
	if (ascii)
		return ascii;
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)cp, parts, DECOMPOSED_MAX, UTF8PROC_DECOMPOSE, &boundary);
	return n > 0 && parts[0] < 0x80 ? (uint32_t)parts[0] : '?';
}

typedef enum { PART_BASE, PART_BLANK, PART_MARK, PART_NOTHING, PART_BAD } Part;

// By category; what is not named is a base.
static const Part part_of_category[] = {
	[UTF8PROC_CATEGORY_CN] = PART_BAD,
	[UTF8PROC_CATEGORY_MN] = PART_MARK,
	[UTF8PROC_CATEGORY_MC] = PART_BAD,
	[UTF8PROC_CATEGORY_ME] = PART_MARK,
	[UTF8PROC_CATEGORY_ZS] = PART_BLANK,
	[UTF8PROC_CATEGORY_ZL] = PART_BLANK,
	[UTF8PROC_CATEGORY_ZP] = PART_BLANK,
	[UTF8PROC_CATEGORY_CC] = PART_BAD,
	[UTF8PROC_CATEGORY_CF] = PART_NOTHING,
	[UTF8PROC_CATEGORY_CS] = PART_BAD,
	[UTF8PROC_CATEGORY_CO] = PART_BAD,
};

static Part part_of(uint32_t cp)
{
	if (cp == '\n' || cp == '\t' || cp == '\r')
		return PART_BLANK;
	if (cp >= 0xFE00 && cp <= 0xFE0F) // variation selectors: terminals differ about their width
		return PART_NOTHING;
	return part_of_category[utf8proc_category((utf8proc_int32_t)cp)];
}

static int replacement(Cell cells[2], CanvasMode mode, int width)
{
	uint32_t cp = mode == CANVAS_ASCII ? '?' : UTF8_REPLACEMENT;
	cells[0] = (Cell){ .cp = { cp }, .width = 1, .style = cells[0].style };
	cells[1] = (Cell){ .cp = { ' ' }, .width = 1, .style = cells[1].style };
	return width;
}

// Composed code points of the grapheme, or fewer than 1 where it is not UTF-8.
static utf8proc_ssize_t compose(utf8proc_int32_t *cps, const char *s, size_t n)
{
	utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)s,
		(utf8proc_ssize_t)n, cps, DECOMPOSED_MAX, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
	if (count < 1 || count > DECOMPOSED_MAX)
		return -1;
	return utf8proc_normalize_utf32(cps, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

// One base with its marks. False: two bases in one grapheme (joined emoji, flags) or none, about
// which terminals and curses disagree.
static bool assemble(Cell *cell, const utf8proc_int32_t *cps, utf8proc_ssize_t count)
{
	size_t marks = 0;
	Part first = part_of((uint32_t)cps[0]);
	if (first != PART_BASE && first != PART_BLANK)
		return false;
	cell->cp[0] = first == PART_BASE ? (uint32_t)cps[0] : ' ';
	for (utf8proc_ssize_t i = 1; i < count; i++) {
		Part part = part_of((uint32_t)cps[i]);
		if (part == PART_BASE || part == PART_BAD)
			return false;
		if (part == PART_MARK && first == PART_BASE && marks < CANVAS_MARKS)
			cell->cp[++marks] = (uint32_t)cps[i];
	}
	return true;
}

static int wide(Cell cells[2], CanvasMode mode)
{
	if (mode == CANVAS_ASCII)
		return replacement(cells, mode, 2);
	cells[0].width = 2;
	cells[1] = (Cell){ .style = cells[1].style };
	return 2;
}

int glyph_make(Cell cells[2], CanvasMode mode, const char *s, size_t n)
{
	utf8proc_int32_t cps[DECOMPOSED_MAX];
	Cell made = { .width = 1, .style = cells[0].style };
	if (utf8_decode(s, n, &made.cp[0]) == n && utf8_simple(made.cp[0]) &&
		(mode != CANVAS_ASCII || made.cp[0] < 0x80)) {
		cells[0] = made;
		return 1;
	}
	made.cp[0] = 0;
	int width = grapheme_width(s, n);
	utf8proc_ssize_t count = n > GRAPHEME_MAX_BYTES ? -1 : compose(cps, s, n);
	if (count < 1 || !assemble(&made, cps, count))
		return replacement(cells, mode, width);
	if (made.cp[0] == ' ' && width == 2) // the ideographic space
		made.cp[0] = 0x3000;
	else if (made.cp[0] != ' ' && utf8proc_charwidth((utf8proc_int32_t)made.cp[0]) != width)
		return replacement(cells, mode, width);
	cells[0] = made;
	if (width == 2)
		return wide(cells, mode);
	if (mode == CANVAS_ASCII)
		cells[0] =
			(Cell){ .cp = { base_ascii(made.cp[0]) }, .width = 1, .style = made.style };
	return 1;
}
