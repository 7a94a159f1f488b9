// SPDX-License-Identifier: MIT
// What a row of a list is, as one number, where an id alone does not say it: a list that is loaded again
// finds by it the row that the cursor stood on.
#ifndef TUI_ROW_KEY_H
#define TUI_ROW_KEY_H

#include <stdint.h>

// Never 0, and not the same for others of one list. part: which of several rows that are about one thing.
int64_t row_key_of(int64_t id, int64_t kind, int64_t part);
// For a part that only its words tell.
int64_t row_key_words(const char *words);

#endif
