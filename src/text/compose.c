// SPDX-License-Identifier: MIT
#include "text/compose.h"

#include "text/utf8.h"

#include <string.h>

typedef enum { ACT_NONE, ACT_TONE, ACT_HAT, ACT_HOOK, ACT_BAR } Action;

// bases: the vowels that the mark may be put on.
typedef struct {
	char key;
	Action action;
	Tone tone;
	const char *bases;
} Key;

static const Key telex[] = {
	{ 's', .action = ACT_TONE, .tone = TONE_SAC },
	{ 'f', .action = ACT_TONE, .tone = TONE_HUYEN },
	{ 'r', .action = ACT_TONE, .tone = TONE_HOI },
	{ 'x', .action = ACT_TONE, .tone = TONE_NGA },
	{ 'j', .action = ACT_TONE, .tone = TONE_NANG },
	{ 'z', .action = ACT_TONE, .tone = TONE_NONE },
	{ 'a', .action = ACT_HAT, .bases = "a" },
	{ 'e', .action = ACT_HAT, .bases = "e" },
	{ 'o', .action = ACT_HAT, .bases = "o" },
	{ 'w', .action = ACT_HOOK, .bases = "aou" },
	{ 'd', .action = ACT_BAR },
	{ '\0', .action = ACT_NONE },
};

static const Key vni[] = {
	{ '1', .action = ACT_TONE, .tone = TONE_SAC },
	{ '2', .action = ACT_TONE, .tone = TONE_HUYEN },
	{ '3', .action = ACT_TONE, .tone = TONE_HOI },
	{ '4', .action = ACT_TONE, .tone = TONE_NGA },
	{ '5', .action = ACT_TONE, .tone = TONE_NANG },
	{ '0', .action = ACT_TONE, .tone = TONE_NONE },
	{ '6', .action = ACT_HAT, .bases = "aeo" },
	{ '7', .action = ACT_HOOK, .bases = "ou" },
	{ '8', .action = ACT_HOOK, .bases = "a" },
	{ '9', .action = ACT_BAR },
	{ '\0', .action = ACT_NONE },
};

static const Key *const methods[] = { [COMPOSE_TELEX] = telex, [COMPOSE_VNI] = vni };

// The row for the key, or the last one, which does nothing.
static const Key *key_find(ComposeMethod method, uint32_t key)
{
	uint32_t lower = key >= 'A' && key <= 'Z' ? key + 'a' - 'A' : key;
	const Key *row = methods[method];
	while (row->key && (uint32_t)row->key != lower)
		row++;
	return row;
}

static bool has_vowel(const ComposeWord *word)
{
	for (size_t i = 0; i < word->count; i++)
		if (letter_is_vowel(&word->letters[i]))
			return true;
	return false;
}

// Whether the word may become a syllable. *vowel is where its rime begins.
static bool word_possible(const ComposeWord *word, size_t *vowel)
{
	ComposeWord toned = *word;
	if (toned.count)
		toned.letters[0].tone = word->tone;
	return syllable_possible(toned.letters, toned.count, vowel);
}

static bool word_accept(ComposeWord *word, const ComposeWord *candidate)
{
	if (!word_possible(candidate, NULL))
		return false;
	*word = *candidate;
	return true;
}

static void word_append(ComposeWord *word, uint32_t key)
{
	bool upper = key >= 'A' && key <= 'Z';
	word->letters[word->count++] =
		(Letter){ .base = upper ? key + 'a' - 'A' : key, .upper = upper };
}

static LetterMark hook_mark(const Letter *letter)
{
	return letter->base == 'a' ? MARK_BREVE : MARK_HORN;
}

static bool is_hooked(const Letter *letter)
{
	return letter->mark == MARK_HORN || letter->mark == MARK_BREVE;
}

static bool is_base(const Letter *letter, const char *bases)
{
	return letter_is_vowel(letter) && strchr(bases, (int)letter->base);
}

// Puts the mark on the last vowel from `vowel` on that bears it so that the word stays possible.
static bool mark_last(ComposeWord *word, size_t vowel, const Key *key)
{
	for (size_t i = word->count; i-- > vowel;) {
		ComposeWord candidate = *word;
		Letter *letter = &candidate.letters[i];
		LetterMark mark = key->action == ACT_HAT ? MARK_HAT : hook_mark(letter);
		if (!is_base(letter, key->bases) || letter->mark == mark)
			continue;
		letter->mark = mark;
		if (word_accept(word, &candidate))
			return true;
	}
	return false;
}

// uo → ươ, ua → ưa, uu → ưu: a hook on the first of two vowels, and on an o after it too. uo at the
// word's end gets only uơ (huơ, thuở), which becomes ươ with the next letter.
static bool hook_pair(ComposeWord *word, size_t vowel, const Key *key)
{
	for (size_t i = vowel; i + 1 < word->count; i++) {
		ComposeWord candidate = *word;
		Letter *first = &candidate.letters[i], *second = first + 1;
		bool open_uo = second->base == 'o' && i + 2 == word->count && !first->mark;
		bool nothing_new =
			first->mark && (second->base != 'o' || second->mark == MARK_HORN);
		if (first->base != 'u' || !is_base(second, "aou") || open_uo || nothing_new)
			continue;
		if (!is_base(first, key->bases))
			continue;
		first->mark = MARK_HORN;
		if (second->base == 'o')
			second->mark = MARK_HORN;
		if (word_accept(word, &candidate))
			return true;
	}
	return false;
}

// The d that the key may bar: an initial one, or in a word without a vowel the one just typed.
static Letter *barrable(ComposeWord *word)
{
	if (!word->count)
		return NULL;
	Letter *letter = &word->letters[has_vowel(word) ? 0 : word->count - 1];
	return letter->base == 'd' ? letter : NULL;
}

static bool act_bar(ComposeWord *word)
{
	ComposeWord candidate = *word;
	Letter *letter = barrable(&candidate);
	if (!letter || letter->mark)
		return false;
	letter->mark = MARK_BAR;
	if (has_vowel(word))
		return word_accept(word, &candidate);
	*word = candidate;
	return true;
}

static bool act_tone(ComposeWord *word, const Key *key)
{
	ComposeWord candidate = *word;
	if (key->tone == word->tone)
		return false;
	candidate.tone = key->tone;
	return word_accept(word, &candidate);
}

static bool key_act(ComposeWord *word, const Key *key)
{
	size_t vowel;
	if (key->action == ACT_NONE)
		return false;
	if (key->action == ACT_BAR)
		return act_bar(word);
	if (!word_possible(word, &vowel) || vowel == word->count)
		return false;
	if (key->action == ACT_TONE)
		return act_tone(word, key);
	if (key->action == ACT_HOOK && hook_pair(word, vowel, key))
		return true;
	return mark_last(word, vowel, key);
}

// Takes away what the key has done; false when it has done nothing.
static bool undo_tone(ComposeWord *word, const Key *key)
{
	if (!key->tone || word->tone != key->tone)
		return false;
	word->tone = TONE_NONE;
	return true;
}

static bool undo_bar(ComposeWord *word)
{
	Letter *letter = barrable(word);
	if (!letter || letter->mark != MARK_BAR)
		return false;
	letter->mark = MARK_NONE;
	return true;
}

static bool undo_marks(ComposeWord *word, const Key *key)
{
	bool undone = false;
	for (size_t i = 0; i < word->count; i++) {
		Letter *letter = &word->letters[i];
		bool marked = key->action == ACT_HAT ? letter->mark == MARK_HAT : is_hooked(letter);
		if (!marked || !is_base(letter, key->bases))
			continue;
		letter->mark = MARK_NONE;
		undone = true;
	}
	return undone;
}

static bool key_undo(ComposeWord *word, const Key *key)
{
	if (key->action == ACT_TONE)
		return undo_tone(word, key);
	if (key->action == ACT_BAR)
		return undo_bar(word);
	return key->action != ACT_NONE && undo_marks(word, key);
}

// ưo and uơ become ươ when a letter follows.
static void complete_horns(ComposeWord *word)
{
	if (word->count < 3)
		return;
	ComposeWord candidate = *word;
	Letter *o = &candidate.letters[word->count - 2], *u = o - 1;
	bool one_horn = (u->mark == MARK_HORN) != (o->mark == MARK_HORN);
	if (u->base != 'u' || o->base != 'o' || !one_horn || o->mark == MARK_HAT)
		return;
	u->mark = o->mark = MARK_HORN;
	word_accept(word, &candidate);
}

static unsigned action_bit(Action action)
{
	return 1u << action;
}

// The key stands for itself. A word that has become impossible by it falls back to the keys as
// typed, unless something was undone, which said that this is meant.
static void key_stand(Composer *composer, uint32_t key)
{
	ComposeWord *word = &composer->word;
	word_append(word, key);
	if (composer->literal || !has_vowel(word))
		return;
	complete_horns(word);
	if (composer->left_alone || word_possible(word, NULL))
		return;
	*word = composer->keys;
	composer->literal = true;
}

static void key_apply(Composer *composer, uint32_t key)
{
	const Key *row = key_find(composer->method, key);
	bool asleep = composer->literal || (composer->left_alone & action_bit(row->action));
	bool repeated = composer->acted == key;
	composer->acted = 0;
	if (!asleep && !repeated && key_act(&composer->word, row)) {
		composer->acted = key;
		return;
	}
	if (!asleep && key_undo(&composer->word, row))
		composer->left_alone |= action_bit(row->action);
	key_stand(composer, key);
}

// Where the tone stands in a word that has been made impossible by undoing: its first vowels.
static size_t first_vowel(const ComposeWord *word)
{
	size_t i = 0;
	while (i + 1 < word->count && !letter_is_vowel(&word->letters[i]))
		i++;
	return i;
}

static size_t word_write(const ComposeWord *word, ToneStyle style, char out[COMPOSE_MAX_BYTES])
{
	ComposeWord toned = *word;
	size_t n = 0, vowel;
	if (toned.tone) {
		if (!word_possible(word, &vowel) || vowel == word->count)
			vowel = first_vowel(word);
		size_t place = syllable_tone_place(toned.letters, vowel, toned.count, style);
		toned.letters[place].tone = toned.tone;
	}
	for (size_t i = 0; i < toned.count; i++)
		n += letter_write(toned.letters[i], out + n);
	return n;
}

static void show(Composer *composer, ComposeEdit *edit)
{
	char now[COMPOSE_MAX_BYTES];
	size_t n = word_write(&composer->word, composer->style, now), same = 0;
	while (same < n && same < composer->shown_len && now[same] == composer->shown[same])
		same++;
	while (same > 0 && same < n && ((uint8_t)now[same] & 0xC0) == 0x80)
		same--; // not inside a code point
	edit->erase = composer->shown_len - same;
	edit->len = n - same;
	memcpy(edit->insert, now + same, edit->len);
	memcpy(composer->shown, now, n);
	composer->shown_len = n;
}

static bool belongs_to_word(const Composer *composer, uint32_t key)
{
	bool letter = (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z');
	bool digit = key >= '0' && key <= '9';
	return letter || (digit && composer->method == COMPOSE_VNI);
}

void composer_init(Composer *composer, ComposeMethod method, ToneStyle style)
{
	*composer = (Composer){ .method = method, .style = style };
}

void composer_end(Composer *composer)
{
	bool off = composer->off;
	composer_init(composer, composer->method, composer->style);
	composer->off = off;
}

void composer_key(Composer *composer, uint32_t key, ComposeEdit *edit)
{
	composer->off = composer->off || key >= 0x80;
	bool full = composer->keys.count == COMPOSE_MAX_LETTERS;
	if (composer->off || full || !belongs_to_word(composer, key)) {
		composer_end(composer);
		edit->erase = 0;
		edit->len = utf8_encode(key, edit->insert);
		return;
	}
	word_append(&composer->keys, key);
	key_apply(composer, key);
	show(composer, edit);
}

void composer_backspace(Composer *composer)
{
	size_t n = composer->shown_len;
	while (n > 0 && ((uint8_t)composer->shown[n - 1] & 0xC0) == 0x80)
		n--;
	n -= n > 0;
	ComposeWord left = { .count = 0 };
	for (size_t at = 0; at < n; left.count++) {
		Letter *letter = &left.letters[left.count];
		at += letter_read(composer->shown + at, n - at, letter);
	}
	composer->keys = left; // from here on these letters are as good as typed
	for (size_t i = 0; i < left.count; i++) {
		left.tone = left.letters[i].tone ? left.letters[i].tone : left.tone;
		left.letters[i].tone = TONE_NONE;
	}
	composer->word = left;
	composer->shown_len = n;
	composer->acted = 0;
	composer->literal = composer->literal && !word_possible(&left, NULL);
	if (n == 0)
		composer_end(composer);
}
