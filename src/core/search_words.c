// SPDX-License-Identifier: MIT
#include "core/search_words.h"

#include "base/arena.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/letter.h"
#include "text/utf8.h"

#include <stdint.h>
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
	static const char second[] = {
		[MARK_HORN] = 'w', [MARK_BREVE] = 'w', [MARK_BAR] = 'd' };
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
