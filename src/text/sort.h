// SPDX-License-Identifier: MIT
// Sort keys: memcmp order (a shorter key before its continuation) is Vietnamese order, as in a
// dictionary: word by word, first by letter (a ă â b c d đ e ê … o ô ơ … u ư …), then by tone
// (none, huyền, hỏi, ngã, sắc, nặng); only then lower before upper case. Runs of digits compare as
// numbers and stand before letters. hoà and hòa are the same. A key contains NUL bytes.
#ifndef TEXT_SORT_H
#define TEXT_SORT_H

#include "base/buf.h"

// Appends the key.
void text_sort_key(Buf *out, const char *s);
// People: by given name, which is the last word, then by the rest.
void name_sort_key(Buf *out, const char *full_name);

#endif
