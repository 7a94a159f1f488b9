// SPDX-License-Identifier: MIT
#include "text/letter.h"

#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

// One row per vowel with its mark; columns in the order of Tone.
typedef struct {
	char base;
	LetterMark mark;
	uint16_t toned[6];
} VowelRow;

static const VowelRow vowels[] = {
	{ 'a', MARK_NONE, { 'a', 0xE1, 0xE0, 0x1EA3, 0xE3, 0x1EA1 } },
	{ 'a', MARK_BREVE, { 0x103, 0x1EAF, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EB7 } },
	{ 'a', MARK_HAT, { 0xE2, 0x1EA5, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EAD } },
	{ 'e', MARK_NONE, { 'e', 0xE9, 0xE8, 0x1EBB, 0x1EBD, 0x1EB9 } },
	{ 'e', MARK_HAT, { 0xEA, 0x1EBF, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EC7 } },
	{ 'i', MARK_NONE, { 'i', 0xED, 0xEC, 0x1EC9, 0x129, 0x1ECB } },
	{ 'o', MARK_NONE, { 'o', 0xF3, 0xF2, 0x1ECF, 0xF5, 0x1ECD } },
	{ 'o', MARK_HAT, { 0xF4, 0x1ED1, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED9 } },
	{ 'o', MARK_HORN, { 0x1A1, 0x1EDB, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EE3 } },
	{ 'u', MARK_NONE, { 'u', 0xFA, 0xF9, 0x1EE7, 0x169, 0x1EE5 } },
	{ 'u', MARK_HORN, { 0x1B0, 0x1EE9, 0x1EEB, 0x1EED, 0x1EEF, 0x1EF1 } },
	{ 'y', MARK_NONE, { 'y', 0xFD, 0x1EF3, 0x1EF7, 0x1EF9, 0x1EF5 } },
};

typedef struct {
	uint32_t cp;
	LetterMark mark;
	Tone tone;
} Diacritic;

static const Diacritic diacritics[] = {
	{ 0x0301, .tone = TONE_SAC },
	{ 0x0300, .tone = TONE_HUYEN },
	{ 0x0309, .tone = TONE_HOI },
	{ 0x0303, .tone = TONE_NGA },
	{ 0x0323, .tone = TONE_NANG },
	{ 0x0302, .mark = MARK_HAT },
	{ 0x031B, .mark = MARK_HORN },
	{ 0x0306, .mark = MARK_BREVE },
	{ 0x0341, .tone = TONE_SAC },
	{ 0x0340, .tone = TONE_HUYEN },
};

static bool is_mark(uint32_t cp)
{
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_MN;
}

static void letter_add_mark(Letter *letter, uint32_t cp)
{
	for (size_t i = 0; i < sizeof diacritics / sizeof *diacritics; i++) {
		if (diacritics[i].cp != cp)
			continue;
		if (diacritics[i].mark)
			letter->mark = diacritics[i].mark;
		else
			letter->tone = diacritics[i].tone;
		return;
	}
}

// Đ and its look-alikes do not decompose.
static bool is_d_with_bar(uint32_t cp)
{
	static const uint16_t bars[] = { 0x110, 0x111, 0xD0, 0xF0, 0x189, 0x256 };
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
		if (cp == bars[i])
			return true;
	return false;
}

static uint32_t lower(uint32_t cp)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

// Only a base followed by nothing but marks is taken apart: a Hangul syllable stays whole.
static void take_apart(uint32_t cp, Letter *out)
{
	enum { LONGEST = 8 }; // canonical decompositions have at most 4
	utf8proc_int32_t parts[LONGEST];
	int boundary = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(
		(utf8proc_int32_t)cp, parts, LONGEST, UTF8PROC_DECOMPOSE, &boundary);
	bool whole = count < 1 || count > LONGEST;
	for (utf8proc_ssize_t i = 1; !whole && i < count; i++)
		whole = !is_mark((uint32_t)parts[i]);
	uint32_t base = whole ? cp : (uint32_t)parts[0];
	out->base = lower(base);
	out->upper = out->base != base;
	for (utf8proc_ssize_t i = 1; !whole && i < count; i++)
		letter_add_mark(out, (uint32_t)parts[i]);
}

size_t letter_read(const char *s, size_t n, Letter *out)
{
	uint32_t cp;
	size_t at = utf8_decode(s, n, &cp);
	*out = (Letter){ .base = cp };
	if (cp < 0x80) {
		out->upper = cp >= 'A' && cp <= 'Z';
		out->base = out->upper ? cp + 'a' - 'A' : cp;
	} else if (is_d_with_bar(cp)) {
		*out = (Letter){ .base = 'd', .mark = MARK_BAR, .upper = lower(cp) != cp };
	} else if (is_mark(cp)) {
		*out = (Letter){ .base = 0 };
	} else {
		take_apart(cp, out);
	}
	while (at < n && (s[at] & 0x80)) { // no ASCII byte begins a mark
		size_t used = utf8_decode(s + at, n - at, &cp);
		if (!is_mark(cp))
			break;
		letter_add_mark(out, cp);
		at += used;
	}
	return at;
}

static const VowelRow *vowel_row(uint32_t base, LetterMark mark)
{
	const VowelRow *plain = NULL;
	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++) {
		const VowelRow *row = &vowels[i];
		if ((uint32_t)row->base == base && row->mark == mark)
			return row;
		if ((uint32_t)row->base == base && row->mark == MARK_NONE)
			plain = row;
	}
	return plain;
}

size_t letter_write(Letter letter, char out[4])
{
	const VowelRow *row = vowel_row(letter.base, letter.mark);
	uint32_t cp = row ? row->toned[letter.tone] : letter.base;
	if (letter.base == 'd' && letter.mark == MARK_BAR)
		cp = 0x111;
	if (letter.upper)
		cp = (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
	return utf8_encode(cp, out);
}

bool letter_is_word(const Letter *letter)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)letter->base);
	return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
	       (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool letter_is_vowel(const Letter *letter)
{
	return letter->base && letter->base < 0x80 && strchr("aeiouy", (int)letter->base);
}
