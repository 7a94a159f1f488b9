// SPDX-License-Identifier: MIT
// A Vietnamese letter taken apart: what fold, sort, the syllable table and the composer share.
#ifndef TEXT_LETTER_H
#define TEXT_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// In the order of the VNI keys 0..5.
typedef enum { TONE_NONE, TONE_SAC, TONE_HUYEN, TONE_HOI, TONE_NGA, TONE_NANG } Tone;
// In the order of the VNI keys 6..9.
typedef enum { MARK_NONE, MARK_HAT, MARK_HORN, MARK_BREVE, MARK_BAR } LetterMark;

// base: a lower-case code point without diacritics; 0 for marks that stand alone.
typedef struct {
	uint32_t base;
	LetterMark mark;
	Tone tone;
	bool upper;
} Letter;

// Takes one code point and the marks after it, whether composed or not; returns the bytes taken,
// 0 only when n is 0. Marks that Vietnamese has not are passed over.
size_t letter_read(const char *s, size_t n, Letter *out);

// The letter composed, as UTF-8; returns the bytes written. A mark or tone that the base cannot
// bear is left out.
size_t letter_write(Letter letter, char out[4]);

bool letter_is_word(const Letter *letter);  // letter or digit of any script
bool letter_is_vowel(const Letter *letter); // a e i o u y

#endif
