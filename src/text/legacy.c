// SPDX-License-Identifier: MIT
#include "text/legacy.h"

#include "text/letter.h"
#include "text/syllable.h"
#include "text/utf8.h"

#include <string.h>

// TCVN 5712:1993 from 0xA1 on. The ABC fonts have the same letters; 0 where a mark stands.
enum { TCVN_FIRST = 0xA1 };
// clang-format off: ten to a line
static const uint16_t tcvn[0x100 - TCVN_FIRST] = {
	0x102, 0xC2, 0xCA, 0xD4, 0x1A0, 0x1AF, 0x110, 0x103, 0xE2, 0xEA,
	0xF4, 0x1A1, 0x1B0, 0x111, 0x1EB0, 0x0, 0x0, 0x0, 0x0, 0x0,
	0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1, 0x1EB2, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF,
	0x1EB4, 0x1EAE, 0x1EA6, 0x1EA8, 0x1EAA, 0x1EA4, 0x1EC0, 0x1EB7, 0x1EA7, 0x1EA9,
	0x1EAB, 0x1EA5, 0x1EAD, 0xE8, 0x1EC2, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9, 0x1EC1,
	0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0xEC, 0x1EC9, 0x1EC4, 0x1EBE, 0x1ED2, 0x129,
	0xED, 0x1ECB, 0xF2, 0x1ED4, 0x1ECF, 0xF5, 0xF3, 0x1ECD, 0x1ED3, 0x1ED5,
	0x1ED7, 0x1ED1, 0x1ED9, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0xF9, 0x1ED6,
	0x1EE7, 0x169, 0xFA, 0x1EE5, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1EF3,
	0x1EF7, 0x1EF9, 0xFD, 0x1EF5, 0x1ED0,
};
// clang-format on

// What a letter of Latin-1 means in VNI after the letter that bears it, in the lower case.
typedef struct {
	uint8_t byte;
	LetterMark mark;
	Tone tone;
} VniMark;

static const VniMark vni_marks[] = {
	{ 0xF9, MARK_NONE, TONE_SAC },
	{ 0xF8, MARK_NONE, TONE_HUYEN },
	{ 0xFB, MARK_NONE, TONE_HOI },
	{ 0xF5, MARK_NONE, TONE_NGA },
	{ 0xEF, MARK_NONE, TONE_NANG },
	{ 0xE2, MARK_HAT, TONE_NONE },
	{ 0xE1, MARK_HAT, TONE_SAC },
	{ 0xE0, MARK_HAT, TONE_HUYEN },
	{ 0xE5, MARK_HAT, TONE_HOI },
	{ 0xE3, MARK_HAT, TONE_NGA },
	{ 0xE4, MARK_HAT, TONE_NANG },
	{ 0xEA, MARK_BREVE, TONE_NONE },
	{ 0xE9, MARK_BREVE, TONE_SAC },
	{ 0xE8, MARK_BREVE, TONE_HUYEN },
	{ 0xFA, MARK_BREVE, TONE_HOI },
	{ 0xFC, MARK_BREVE, TONE_NGA },
	{ 0xEB, MARK_BREVE, TONE_NANG },
};

// The letters that VNI writes with one byte of their own.
typedef struct {
	uint8_t byte;
	Letter letter;
} VniLetter;

static const VniLetter vni_letters[] = {
	{ 0xED, { .base = 'i', .tone = TONE_SAC } },
	{ 0xEC, { .base = 'i', .tone = TONE_HUYEN } },
	{ 0xE6, { .base = 'i', .tone = TONE_HOI } },
	{ 0xF3, { .base = 'i', .tone = TONE_NGA } },
	{ 0xF2, { .base = 'i', .tone = TONE_NANG } },
	{ 0xEE, { .base = 'y', .tone = TONE_NANG } },
	{ 0xF4, { .base = 'o', .mark = MARK_HORN } },
	{ 0xF6, { .base = 'u', .mark = MARK_HORN } },
	{ 0xF1, { .base = 'd', .mark = MARK_BAR } },
};

// The text as units: the code points of valid UTF-8, else the bytes as they are.
typedef struct {
	const char *s;
	size_t n, at;
	bool raw;
} Units;

static bool unit_peek(const Units *units, uint32_t *unit, size_t *used)
{
	*unit = units->at < units->n ? (uint8_t)units->s[units->at] : 0;
	*used = units->at < units->n;
	if (!units->raw)
		*used = utf8_decode(units->s + units->at, units->n - units->at, unit);
	return *used > 0;
}

static void add_code_point(Buf *out, uint32_t cp)
{
	char encoded[4];
	buf_add(out, encoded, utf8_encode(cp, encoded));
}

static void decode_tcvn(Buf *out, Units *units)
{
	uint32_t unit;
	for (size_t used; unit_peek(units, &unit, &used); units->at += used) {
		bool mapped = unit >= TCVN_FIRST && unit <= 0xFF && tcvn[unit - TCVN_FIRST];
		add_code_point(out, mapped ? tcvn[unit - TCVN_FIRST] : unit);
	}
}

static uint32_t latin_lower(uint32_t unit)
{
	bool upper = (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7) || (unit >= 'A' && unit <= 'Z');
	return upper ? unit + 0x20 : unit;
}

// The letter that the unit writes by itself; base 0 when it writes none of the alphabet.
static Letter vni_letter(uint32_t unit)
{
	uint32_t lower = latin_lower(unit);
	Letter letter = { .base = lower >= 'a' && lower <= 'z' ? lower : 0 };
	for (size_t i = 0; i < sizeof vni_letters / sizeof *vni_letters; i++)
		if (vni_letters[i].byte == lower)
			letter = vni_letters[i].letter;
	letter.upper = lower != unit;
	return letter;
}

static bool vni_bears(const Letter *letter, const VniMark *mark)
{
	if (!letter_is_vowel(letter) || letter->base == 'i' || letter->tone)
		return false;
	if (mark->mark == MARK_HAT)
		return !letter->mark && strchr("aeo", (int)letter->base);
	return mark->mark == MARK_NONE || (!letter->mark && letter->base == 'a');
}

static bool vni_add_mark(Letter *letter, uint32_t unit)
{
	uint32_t lower = latin_lower(unit);
	for (size_t i = 0; i < sizeof vni_marks / sizeof *vni_marks; i++) {
		const VniMark *mark = &vni_marks[i];
		if (mark->byte != lower || !vni_bears(letter, mark))
			continue;
		letter->tone = mark->tone;
		letter->mark = mark->mark ? mark->mark : letter->mark;
		return true;
	}
	return false;
}

static void decode_vni(Buf *out, Units *units)
{
	uint32_t unit, next;
	for (size_t used; unit_peek(units, &unit, &used);) {
		Letter letter = vni_letter(unit);
		char encoded[4];
		units->at += used;
		if (!letter.base) {
			add_code_point(out, unit);
			continue;
		}
		if (unit_peek(units, &next, &used) && vni_add_mark(&letter, next))
			units->at += used;
		buf_add(out, encoded, letter_write(letter, encoded));
	}
}

static void decode_none(Buf *out, Units *units)
{
	units->raw = false;
	uint32_t unit;
	for (size_t used; unit_peek(units, &unit, &used); units->at += used)
		add_code_point(out, unit);
}

typedef struct {
	const char *name;
	void (*decode)(Buf *out, Units *units);
} Encoding;

static const Encoding encodings[] = {
	[LEGACY_NONE] = { "", decode_none },
	[LEGACY_TCVN3] = { "TCVN3 (ABC)", decode_tcvn },
	[LEGACY_VNI] = { "VNI-Win", decode_vni },
};

void legacy_decode(Buf *out, const char *s, size_t n, LegacyEncoding encoding)
{
	Units units = { .s = s, .n = n, .raw = !utf8_valid(s, n) };
	encodings[encoding].decode(out, &units);
}

const char *legacy_name(LegacyEncoding encoding)
{
	return encodings[encoding].name;
}

// How many words tell something, having a letter that is not ASCII, and how many of them are
// syllables.
typedef struct {
	size_t words, syllables;
} Share;

// Whether Vietnamese writes this letter: what is read is what would be written.
static bool is_native(const Letter *letter, const char *s, size_t n)
{
	char written[4];
	return letter_write(*letter, written) == n && memcmp(written, s, n) == 0;
}

static Share share_of(const char *s, size_t n)
{
	Share share = { 0, 0 };
	bool telling = false, native = true;
	for (size_t at = 0, start = 0, used; at <= n; at += used ? used : 1) {
		Letter letter = { .base = 0 };
		used = letter_read(s + at, n - at, &letter);
		if (letter_is_word(&letter)) {
			telling = telling || (s[at] & 0x80);
			native = native && is_native(&letter, s + at, used);
			continue;
		}
		share.words += telling;
		share.syllables += telling && native && syllable_split(s + start, at - start, NULL);
		start = at + used;
		telling = false;
		native = true;
	}
	return share;
}

// Syllables per hundred telling words.
static size_t percent_in(const char *s, size_t n, LegacyEncoding encoding)
{
	enum { FEWEST_WORDS = 2 };
	Buf decoded = BUF_INIT;
	legacy_decode(&decoded, s, n, encoding);
	Share share = share_of(decoded.bytes, decoded.len);
	buf_release(&decoded);
	return share.words < FEWEST_WORDS ? 0 : 100 * share.syllables / share.words;
}

LegacyEncoding legacy_detect(const char *s, size_t n)
{
	enum { CONVINCING = 70, MARGIN = 30 };
	size_t plain = percent_in(s, n, LEGACY_NONE);
	size_t by_tcvn = percent_in(s, n, LEGACY_TCVN3), by_vni = percent_in(s, n, LEGACY_VNI);
	size_t best = by_tcvn > by_vni ? by_tcvn : by_vni;
	if (best < CONVINCING || best < plain + MARGIN)
		return LEGACY_NONE;
	return by_tcvn > by_vni ? LEGACY_TCVN3 : LEGACY_VNI;
}
