// SPDX-License-Identifier: MIT
// Fold: what search compares. Folded text is lower case without diacritics, đ as d.
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/buf.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

// Appends the folded text: "Đường 12-NQ/TW" → "duong 12-nq/tw". Valid UTF-8 on any bytes.
void text_fold(Buf *out, const char *s, size_t n);

// The same, and for highlighting where each folded byte comes from: offsets (size_t items, cleared
// first) gets one source offset per byte of the folded text and at the end n itself, so that
// folded bytes a..b are source bytes offsets[a]..offsets[b]. Offsets never decrease. out is
// cleared.
void text_fold_map(Buf *out, Vec *offsets, const char *s, size_t n);

// Appends the words of s in plain ASCII, one space between, for exact search. A syllable is written
// with aa=â aw=ă ee=ê oo=ô ow=ơ uw=ư dd=đ (two plain o, as in xoong, are ooo) and a digit for its
// tone: 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng. hoà = hòa → "hoa2"; Đường → "dduwowng2".
// Other words stand folded; everything that is neither letter nor digit separates.
void text_syllables(Buf *out, const char *s, size_t n);

// For filters that work while one types: needle, folded, stands somewhere in haystack. A word of
// the needle that has accents matches only the same letters with the same tone (hoà = hòa); while
// the last word may still be growing ("đươ"), a tone not typed yet is not asked for. Blanks at the
// needle's ends do not count; an empty needle is in everything.
bool text_contains(const char *haystack, const char *needle);
// The same for each of the words typed, in any order: what lists and pickers narrow by. More than a
// thousand bytes, a paste gone astray, are in nothing.
bool text_has_words(const char *haystack, const char *typed);

#endif
