// SPDX-License-Identifier: MIT
#include "text/fold.h"

#include "text/letter.h"
#include "text/syllable.h"
#include "text/utf8.h"

#include <string.h>

void text_fold(Buf *out, const char *s, size_t n)
{
	for (size_t at = 0; at < n;) {
		Letter letter;
		char encoded[4];
		at += letter_read(s + at, n - at, &letter);
		if (letter.base)
			buf_add(out, encoded, utf8_encode(letter.base, encoded));
	}
}

void text_fold_map(Buf *out, Vec *offsets, const char *s, size_t n)
{
	buf_clear(out);
	vec_clear(offsets);
	for (size_t at = 0; at < n;) {
		size_t used, before = out->len;
		Letter letter;
		char encoded[4];
		used = letter_read(s + at, n - at, &letter);
		if (letter.base)
			buf_add(out, encoded, utf8_encode(letter.base, encoded));
		for (size_t i = before; i < out->len; i++)
			*(size_t *)vec_push(offsets) = at;
		at += used;
	}
	*(size_t *)vec_push(offsets) = n;
}

// The two-letter writing of a marked letter, as Telex has it.
static void add_exact(Buf *out, const Letter *letter)
{
	static const char second[] = { [MARK_NONE] = 0,
		[MARK_HAT] = 0,
		[MARK_HORN] = 'w',
		[MARK_BREVE] = 'w',
		[MARK_BAR] = 'd' };
	char base = (char)letter->base;
	buf_addch(out, base);
	if (letter->mark)
		buf_addch(out, letter->mark == MARK_HAT ? base : second[letter->mark]);
}

static void add_exact_syllable(Buf *out, const Letter *letters, size_t count, Tone tone)
{
	for (size_t i = 0; i < count; i++) {
		bool second_o = i > 0 && letters[i].base == 'o' && letters[i - 1].base == 'o';
		add_exact(out, &letters[i]);
		if (second_o)
			buf_addch(out, 'o');
	}
	buf_addch(out, (char)('0' + tone));
}

// Appends the word s[0..n) after a space; letters are its first ones, count may be greater.
static void add_word(Buf *out, const char *s, size_t n, const Letter *letters, size_t count)
{
	Syllable syllable;
	if (out->len)
		buf_addch(out, ' ');
	if (count <= SYLLABLE_MAX_LETTERS && syllable_of_letters(letters, count, &syllable))
		add_exact_syllable(out, letters, count, syllable.tone);
	else
		text_fold(out, s, n);
}

void text_syllables(Buf *out, const char *s, size_t n)
{
	Letter letters[SYLLABLE_MAX_LETTERS];
	size_t start = 0, count = 0;
	for (size_t at = 0; at <= n;) {
		Letter letter = { .base = 0 };
		size_t used = letter_read(s + at, n - at, &letter);
		bool word = used && letter_is_word(&letter);
		if (word && !count)
			start = at;
		if (word && count < SYLLABLE_MAX_LETTERS)
			letters[count] = letter;
		if (word)
			count++;
		else if (count)
			add_word(out, s + start, at - start, letters, count);
		if (!word)
			count = 0;
		at += used ? used : 1;
	}
}

static void read_letters(Vec *out, const char *s)
{
	size_t n = strlen(s);
	vec_init(out, sizeof(Letter));
	for (size_t at = 0; at < n;) {
		Letter letter;
		at += letter_read(s + at, n - at, &letter);
		if (letter.base)
			*(Letter *)vec_push(out) = letter;
	}
}

static bool is_word_at(const Letter *letters, size_t count, size_t i)
{
	return i < count && letter_is_word(&letters[i]);
}

// The tone of the word that i stands in.
static Tone word_tone(const Letter *letters, size_t count, size_t i)
{
	Tone tone = TONE_NONE;
	while (i > 0 && is_word_at(letters, count, i - 1))
		i--;
	for (; is_word_at(letters, count, i) && !tone; i++)
		tone = letters[i].tone;
	return tone;
}

static bool has_accents(const Letter *letters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (letters[i].mark || letters[i].tone)
			return true;
	return false;
}

static bool same_marks(const Letter *a, const Letter *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (a[i].mark != b[i].mark)
			return false;
	return true;
}

static bool same_bases(const Letter *a, const Letter *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (a[i].base != b[i].base)
			return false;
	return true;
}

// Whether the needle's accents are those of the haystack at `at`, where its bases already are.
static bool accents_fit(const Vec *haystack, size_t at, const Vec *needle)
{
	const Letter *there = haystack->items, *wanted = needle->items;
	for (size_t start = 0, end; start < needle->len; start = end + 1) {
		for (end = start; is_word_at(wanted, needle->len, end);)
			end++;
		if (!has_accents(wanted + start, end - start))
			continue;
		Tone tone = word_tone(wanted, needle->len, start);
		bool growing = end == needle->len && !tone;
		if (!same_marks(there + at + start, wanted + start, end - start))
			return false;
		if (!growing && word_tone(there, haystack->len, at + start) != tone)
			return false;
	}
	return true;
}

static void trim(Vec *letters)
{
	const Letter *items = letters->items;
	while (letters->len && items[letters->len - 1].base == ' ')
		letters->len--;
	size_t leading = 0;
	while (leading < letters->len && items[leading].base == ' ')
		leading++;
	vec_remove(letters, 0, leading);
}

bool text_contains(const char *haystack, const char *needle)
{
	Vec all, wanted;
	read_letters(&all, haystack);
	read_letters(&wanted, needle);
	trim(&wanted);
	bool found = wanted.len == 0;
	for (size_t at = 0; !found && at + wanted.len <= all.len; at++) {
		const Letter *there = vec_at(&all, at);
		found = same_bases(there, wanted.items, wanted.len) &&
			accents_fit(&all, at, &wanted);
	}
	vec_release(&all);
	vec_release(&wanted);
	return found;
}

// What is longer than any name is in none, and is not looked for at every key.
enum { TYPED_MAX = 1000 };

bool text_has_words(const char *haystack, const char *typed)
{
	char word[256];
	if (strnlen(typed, TYPED_MAX) == TYPED_MAX)
		return false;
	while (*(typed += strspn(typed, " "))) {
		size_t n = strcspn(typed, " ");
		if (n >= sizeof(word))
			return text_contains(haystack, typed);
		memcpy(word, typed, n);
		word[n] = '\0';
		if (!text_contains(haystack, word))
			return false;
		typed += n;
	}
	return true;
}
