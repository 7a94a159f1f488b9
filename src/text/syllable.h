// SPDX-License-Identifier: MIT
// The syllables of Vietnamese: onset + rime + tone, from tables. The fold, the composer and the
// detection of old encodings all ask here.
#ifndef TEXT_SYLLABLE_H
#define TEXT_SYLLABLE_H

#include "text/letter.h"

#include <stdbool.h>
#include <stddef.h>

#define SYLLABLE_MAX_LETTERS 7 // nghiêng

// onset and rime point into the tables: lower case, composed, without tone; the onset may be "".
typedef struct {
	const char *onset, *rime;
	Tone tone;
} Syllable;

// Where an open oa, oe, uy bears its tone: hòa (old) or hoà (new).
typedef enum { TONE_STYLE_OLD, TONE_STYLE_NEW } ToneStyle;

// True when the word, in any case and with its tone on any of its vowels, is a syllable. A rime
// that ends in c, ch, k, p or t bears only sắc or nặng. out may be NULL.
bool syllable_split(const char *word, size_t n, Syllable *out);
bool syllable_of_letters(const Letter *letters, size_t count, Syllable *out);

// Whether a word that begins with these letters may still become a syllable by typing on, where a
// bare vowel may yet get its mark and d its bar. Tones are looked at too. *vowel (may be NULL) is
// the index of the rime's first letter, count when there is none yet.
bool syllable_possible(const Letter *letters, size_t count, size_t *vowel);

// The index of the letter that bears the tone; letters[vowel..count) is the rime, possibly
// unfinished, and not empty.
size_t syllable_tone_place(const Letter *letters, size_t vowel, size_t count, ToneStyle style);

// The syllable's letters, lower case, tone in its place; returns how many.
size_t syllable_letters(
	const Syllable *syllable, ToneStyle style, Letter letters[SYLLABLE_MAX_LETTERS]);

// The tables, for tests that go through all of the language. NULL past the end.
const char *syllable_onset(size_t index);
const char *syllable_rime(size_t index);

#endif
