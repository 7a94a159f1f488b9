// SPDX-License-Identifier: MIT
// Ranges: pieces of a text as half-open byte ranges, and what a set of them leaves uncovered. Knows
// no directive: the same functions serve a file just read and rows from the database.
#ifndef TEXT_RANGES_H
#define TEXT_RANGES_H

#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

// Bytes [start, end) of some text. start == end: nothing, as for words that stand nowhere in it.
typedef struct {
	size_t start, end;
} Range;

bool range_is_empty(Range range);
bool range_contains(Range outer, Range inner);

// Appends to out (a Vec of Range) the parts of whole that no cover touches, in order. Covers may
// overlap, be empty, stand in any order and reach beyond whole.
void ranges_uncovered(Range whole, const Range *covers, size_t n, Vec *out);

// The range without what is no word at its ends: spaces, punctuation, list dashes. Empty where
// nothing else is in it. text is valid UTF-8 and the range lies on character bounds.
Range range_trim(const char *text, Range range);

// The range behind the number that a point begins with ("2. ", "3) ", "10."): the number orders
// nothing. The same range where it begins otherwise, as with a date or a figure.
Range range_after_number(const char *text, Range range);

// Runs of letters and digits between blanks; "15/15" is one word, a lone dash none.
size_t range_words(const char *text, Range range);

#endif
