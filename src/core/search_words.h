// SPDX-License-Identifier: MIT
// Words as the index holds them: runs of letters and digits, folded or exact, one blank between.
#ifndef CORE_SEARCH_WORDS_H
#define CORE_SEARCH_WORDS_H

#include "base/buf.h"
#include "base/vec.h"
#include "text/date.h"

#include <stdbool.h>
#include <stddef.h>

// Append the words of s, after a blank where out holds some already. Both have the same words in
// the same order.
void search_fold(Buf *out, const char *s, size_t n);
void search_exact(Buf *out, const char *s, size_t n);

// Days that folded words say, "07 10 2021" or "ngay 7 thang 10 nam 2021", become a word of their
// own, so that one is found however it was written.
enum { SEARCH_DAY_SIZE = 16 };
void search_day_word(Date day, char out[SEARCH_DAY_SIZE]); // d20211007
// Bytes of words that say a day at their beginning, up to the end of a word; 0 where they do not.
size_t search_day_read(const char *words, Date *out);
void search_add_days(Buf *words); // appends those of all days in it

bool search_has_accents(const char *s, size_t n);

// The letters of an unfinished word as search_exact() begins a word with them, without the digit of
// the tone; returns that digit, '0' while no tone was typed.
char search_exact_start(Buf *out, const char *s, size_t n);

// A word of a text: its bytes there, and its folded letters in the Buf.
typedef struct {
	size_t start, end;
	size_t at, len;
} SearchWord;

// Both are cleared first; words (of SearchWord) is the caller's.
void search_split(const char *s, size_t n, Buf *folded, Vec *words);

// Strings seen, each once.
typedef struct WordSet WordSet;
WordSet *word_set_new(void) __attribute__((returns_nonnull));
void word_set_free(WordSet *set);
// true when it was not there before.
bool word_set_add(WordSet *set, const char *word, size_t n);

#endif
