// SPDX-License-Identifier: MIT
#include "core/search_words.h"

#include "base/arena.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/letter.h"
#include "text/utf8.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void search_fold(Buf *out, const char *s, size_t n)
{
	bool inside = false;
	for (size_t at = 0; at < n;) {
		Letter letter;
		char encoded[4];
		at += letter_read(s + at, n - at, &letter);
		bool word = letter_is_word(&letter);
		if (word && !inside && out->len)
			buf_addch(out, ' ');
		if (word)
			buf_add(out, encoded, utf8_encode(letter.base, encoded));
		inside = word;
	}
}

void search_exact(Buf *out, const char *s, size_t n)
{
	text_syllables(out, s, n);
}

void search_day_word(Date day, char out[SEARCH_DAY_SIZE])
{
	snprintf(out, SEARCH_DAY_SIZE, "d%04d%02d%02d", day.year % 10000, day.month % 100,
		day.day % 100);
}

// A number of at least `least` and at most `most` digits after `head`, up to the end of a word.
static bool read_number(const char **words, const char *head, int least, int most, int *out)
{
	size_t n = strlen(head);
	const char *at = *words + n;
	if (strncmp(*words, head, n) != 0)
		return false;
	for (*out = 0; *at >= '0' && *at <= '9' && at - *words - (ptrdiff_t)n < most; at++)
		*out = *out * 10 + (*at - '0');
	if (at - *words - (ptrdiff_t)n < least || (*at && *at != ' '))
		return false;
	*words = at;
	return true;
}

size_t search_day_read(const char *words, Date *out)
{
	const char *at = words;
	bool said = strncmp(words, "ngay ", 5) == 0;
	*out = (Date){ 0, 0, 0 };
	bool ok = read_number(&at, said ? "ngay " : "", 1, 2, &out->day) &&
		  read_number(&at, said ? " thang " : " ", 1, 2, &out->month) &&
		  read_number(&at, said ? " nam " : " ", 4, 4, &out->year) && date_valid(*out);
	return ok ? (size_t)(at - words) : 0;
}

void search_add_days(Buf *words)
{
	size_t n = words->len;
	for (size_t at = 0; at < n;) {
		Date day;
		char word[SEARCH_DAY_SIZE];
		const char *rest = words->bytes + at;
		const char *blank = memchr(rest, ' ', n - at);
		size_t next = blank ? at + (size_t)(blank - rest) + 1 : n; // adding moves the bytes
		if ((*rest == 'n' || (*rest >= '0' && *rest <= '9')) &&
			search_day_read(rest, &day)) {
			search_day_word(day, word);
			buf_addf(words, " %s", word);
		}
		at = next;
	}
}

bool search_has_accents(const char *s, size_t n)
{
	for (size_t at = 0; at < n;) {
		Letter letter;
		at += letter_read(s + at, n - at, &letter);
		if (letter.mark || letter.tone)
			return true;
	}
	return false;
}

char search_exact_start(Buf *out, const char *s, size_t n)
{
	static const char second[] = { [MARK_HORN] = 'w', [MARK_BREVE] = 'w', [MARK_BAR] = 'd' };
	Tone tone = TONE_NONE;
	uint32_t before = 0;
	for (size_t at = 0; at < n;) {
		Letter letter;
		char encoded[4];
		at += letter_read(s + at, n - at, &letter);
		if (!letter_is_word(&letter))
			continue;
		size_t used = utf8_encode(letter.base, encoded);
		buf_add(out, encoded, used);
		if (letter.mark == MARK_HAT)
			buf_add(out, encoded, used);
		else if (letter.mark)
			buf_addch(out, second[letter.mark]);
		if (letter.base == 'o' && before == 'o')
			buf_addch(out, 'o');
		before = letter.base;
		tone = letter.tone ? letter.tone : tone;
	}
	return (char)('0' + tone);
}

void search_split(const char *s, size_t n, Buf *folded, Vec *words)
{
	SearchWord *word = NULL;
	buf_clear(folded);
	vec_clear(words);
	for (size_t at = 0; at < n;) {
		Letter letter;
		char encoded[4];
		size_t start = at;
		at += letter_read(s + at, n - at, &letter);
		if (!letter_is_word(&letter)) {
			word = NULL;
			continue;
		}
		if (!word) {
			word = vec_push(words);
			*word = (SearchWord){ .start = start, .at = folded->len };
		}
		size_t used = utf8_encode(letter.base, encoded);
		buf_add(folded, encoded, used);
		word->len += used;
		word->end = at;
	}
}

// Open addressing; the table is at most half full.
struct WordSet {
	const char **slots;
	size_t size, used; // size is a power of two
	Arena arena;
};

WordSet *word_set_new(void)
{
	WordSet *set = xcalloc(1, sizeof(*set));
	set->size = 256;
	set->slots = xcalloc(set->size, sizeof(*set->slots));
	return set;
}

void word_set_free(WordSet *set)
{
	arena_release(&set->arena);
	free(set->slots);
	free(set);
}

// FNV-1a: words are short, and whoever chooses them to collide slows down only his own text.
static size_t hash_of(const char *word, size_t n)
{
	uint64_t hash = 0xcbf29ce484222325U;
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)word[i]) * 0x100000001b3U;
	return (size_t)(hash ^ hash >> 32);
}

static size_t slot_of(const WordSet *set, const char *word, size_t n)
{
	size_t slot = hash_of(word, n) & (set->size - 1);
	while (set->slots[slot] &&
		(strncmp(set->slots[slot], word, n) != 0 || set->slots[slot][n] != '\0'))
		slot = (slot + 1) & (set->size - 1);
	return slot;
}

static void grow(WordSet *set)
{
	const char **old = set->slots;
	size_t size = set->size;
	set->size = 2 * size;
	set->slots = xcalloc(set->size, sizeof(*set->slots));
	for (size_t i = 0; i < size; i++)
		if (old[i])
			set->slots[slot_of(set, old[i], strlen(old[i]))] = old[i];
	free(old);
}

bool word_set_add(WordSet *set, const char *word, size_t n)
{
	size_t slot = slot_of(set, word, n);
	if (set->slots[slot])
		return false;
	set->slots[slot] = arena_strndup(&set->arena, word, n);
	if (++set->used * 2 > set->size)
		grow(set);
	return true;
}
