// SPDX-License-Identifier: MIT
// UTF-8 and graphemes, total on any bytes: what is malformed reads as U+FFFD, one per maximal
// ill-formed part (Unicode 15, section 3.9), and every call moves on by at least one byte.
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu
// No grapheme is longer, however many marks stand on it: the rest begins a new one.
#define GRAPHEME_MAX_BYTES 64

// Bytes taken from s, 1..4; 0 only when n is 0 (then *cp is 0).
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);
// Bytes written, 1..4. Surrogates and what lies beyond U+10FFFF are written as U+FFFD.
size_t utf8_encode(uint32_t cp, char out[4]);
bool utf8_valid(const char *s, size_t n);

// A letter or sign that is one column wide, composed (NFC) and, beside another such, a grapheme by
// itself: nearly all of a Vietnamese text, which so needs no look into Unicode's tables.
bool utf8_simple(uint32_t cp);

// Byte offset of the grapheme boundary after (before) `at`; n at the end, 0 at the beginning.
// `at` is clamped to n. In decoded order a grapheme holds at least one code point.
size_t grapheme_next(const char *s, size_t n, size_t at);
size_t grapheme_prev(const char *s, size_t n, size_t at);

#endif
