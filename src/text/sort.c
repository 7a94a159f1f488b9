// SPDX-License-Identifier: MIT
#include "text/sort.h"

#include "text/letter.h"

#include <string.h>

// The first bytes of a key's elements, in their order. A word is its letters, WORD_END and its
// tones, so that ba < bà < bac < bác, whatever follows.
enum {
	KEY_END = 0x00, // of the elements; the cases follow
	KEY_WORD_END = 0x02,
	KEY_SPACE = 0x10,
	KEY_SIGN = 0x11,   // and the code point in 3 bytes
	KEY_DIGITS = 0x12, // and their count and the digits
	KEY_LATIN = 0x20,  // 4 for each of a..z, by mark
	KEY_OTHER = 0xA0,  // any other letter, and the code point in 3 bytes
};

enum { CASE_LOWER = 1, CASE_UPPER };

static const uint8_t mark_rank[] = {
	[MARK_NONE] = 0, [MARK_BREVE] = 1, [MARK_BAR] = 1, [MARK_HAT] = 2, [MARK_HORN] = 3
};
static const uint8_t tone_rank[] = { [TONE_NONE] = 1,
	[TONE_HUYEN] = 2,
	[TONE_HOI] = 3,
	[TONE_NGA] = 4,
	[TONE_SAC] = 5,
	[TONE_NANG] = 6 };

typedef struct {
	Buf *out;
	Buf tones, cases; // of the word under way; of everything so far
	bool in_word;
} SortKey;

static void add_number(Buf *out, size_t value, int bytes)
{
	while (bytes-- > 0)
		buf_addch(out, (char)(uint8_t)(value >> (8 * bytes)));
}

static void end_word(SortKey *key)
{
	if (!key->in_word)
		return;
	buf_addch(key->out, KEY_WORD_END);
	if (!key->tones.len)
		add_number(&key->tones, tone_rank[TONE_NONE], 1);
	buf_add(key->out, key->tones.bytes, key->tones.len);
	buf_clear(&key->tones);
	key->in_word = false;
}

static void add_letter(SortKey *key, const Letter *letter)
{
	key->in_word = true;
	if (letter->base >= 'a' && letter->base <= 'z') {
		size_t place = 4 * (size_t)(letter->base - 'a') + mark_rank[letter->mark];
		add_number(key->out, KEY_LATIN + place, 1);
	} else {
		add_number(key->out, KEY_OTHER, 1);
		add_number(key->out, letter->base, 3);
	}
	if (letter->tone)
		add_number(&key->tones, tone_rank[letter->tone], 1);
	buf_addch(&key->cases, letter->upper ? CASE_UPPER : CASE_LOWER);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

// More digits after leading zeros are the greater number. A count from 255 on is 255 and 8 bytes.
static size_t add_digits(Buf *out, const char *s, size_t n)
{
	size_t start = 0, end = 0;
	while (end < n && is_digit(s[end]))
		end++;
	while (start + 1 < end && s[start] == '0')
		start++;
	size_t count = end - start;
	add_number(out, KEY_DIGITS, 1);
	add_number(out, count < 255 ? count : 255, 1);
	if (count >= 255)
		add_number(out, count, 8);
	buf_add(out, s + start, count);
	return end;
}

static size_t skip_spaces(const char *s, size_t n)
{
	size_t at = 0;
	while (at < n && s[at] == ' ')
		at++;
	return at;
}

// Appends the element s begins with; returns the bytes it takes.
static size_t add_element(SortKey *key, const char *s, size_t n)
{
	Letter letter;
	size_t used = letter_read(s, n, &letter);
	bool digit = is_digit(s[0]);
	if (!digit && letter_is_word(&letter)) {
		add_letter(key, &letter);
		return used;
	}
	if (!letter.base)
		return used;
	end_word(key);
	if (digit)
		return add_digits(key->out, s, n);
	if (letter.base == ' ') {
		size_t spaces = skip_spaces(s, n);
		if (spaces < n)
			add_number(key->out, KEY_SPACE, 1);
		return used > spaces ? used : spaces;
	}
	add_number(key->out, KEY_SIGN, 1);
	add_number(key->out, letter.base, 3);
	return used;
}

static void finish(SortKey *key)
{
	end_word(key);
	while (key->cases.len && key->cases.bytes[key->cases.len - 1] == CASE_LOWER)
		buf_truncate(&key->cases, key->cases.len - 1);
	add_number(key->out, KEY_END, 1);
	buf_add(key->out, key->cases.bytes, key->cases.len);
	buf_release(&key->tones);
	buf_release(&key->cases);
}

void text_sort_key(Buf *out, const char *s)
{
	SortKey key = { .out = out, .tones = BUF_INIT, .cases = BUF_INIT };
	size_t n = strlen(s);
	for (size_t at = skip_spaces(s, n); at < n;)
		at += add_element(&key, s + at, n - at);
	finish(&key);
}

void name_sort_key(Buf *out, const char *full_name)
{
	Buf turned = BUF_INIT;
	size_t n = strlen(full_name);
	while (n && full_name[n - 1] == ' ')
		n--;
	size_t given = n;
	while (given && full_name[given - 1] != ' ')
		given--;
	buf_add(&turned, full_name + given, n - given);
	buf_addch(&turned, ' ');
	buf_add(&turned, full_name, given);
	text_sort_key(out, turned.bytes);
	buf_release(&turned);
}
