// SPDX-License-Identifier: MIT
#include "text/syllable.h"

#include <string.h>

// Longest first where one begins another, so that the first fit is the onset (nghe, giá, quá).
static const char *const onsets[] = { "ngh", "ng", "nh", "n", "gh", "gi", "g", "kh", "k", "ch", "c",
	"ph", "p", "qu", "th", "tr", "t", "b", "d", "đ", "h", "l", "m", "r", "s", "v", "x", "" };

// clang-format off: a line for each family
static const char *const rimes[] = {
	"a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay",
	"ăc", "ăk", "ăm", "ăn", "ăng", "ăp", "ăt", // ăk: Đắk Lắk
	"âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
	"e", "ec", "em", "en", "eng", "eo", "ep", "et",
	"ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
	"i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
	"iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
	"o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay",
	"oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oem", "oen", "oeo", "oet", "oi", "om",
	"on", "ong", "ooc", "oong", "op", "ot",
	"ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt",
	"ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
	"u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uên", "uênh", "ui", "um",
	"un", "ung", "up", "ut", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ",
	"uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp", "uyt", "uyu",
	"ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu",
	"ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
	"y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "yn", "ynh", "yp", "yt",
};
// clang-format on

enum { ONSETS = sizeof onsets / sizeof *onsets, RIMES = sizeof rimes / sizeof *rimes };
enum { PLAIN_SIZE = 2 * SYLLABLE_MAX_LETTERS + 1 }; // no letter takes more than 2 bytes

const char *syllable_onset(size_t index)
{
	return index < ONSETS ? onsets[index] : NULL;
}

const char *syllable_rime(size_t index)
{
	return index < RIMES ? rimes[index] : NULL;
}

static bool begins_with_any(const char *s, const char *const *beginnings)
{
	for (; *beginnings; beginnings++)
		if (strncmp(s, *beginnings, strlen(*beginnings)) == 0)
			return true;
	return false;
}

// Which rimes the spelling allows after an onset. Where `only` is given the rime begins with one of
// it, and never with one of `never`. k stands before any vowel, for Bắc Kạn.
typedef struct {
	const char *onset;
	const char *const *only, *const *never;
} Spelling;

static const char *const front[] = { "e", "ê", "i", NULL };
static const char *const front_or_y[] = { "e", "ê", "i", "y", NULL };
static const char *const not_after_g[] = { "e", "ê", "y", NULL };
static const char *const not_after_qu[] = { "o", "u", "ư", "iê", NULL };
static const char *const not_after_gi[] = { "i", "y", NULL };
static const char *const long_y[] = { "ych", "yê", "yn", "yp", "yt", NULL };
static const char *const not_bare[] = { "ych", "yn", "yp", "yt", NULL };

static const Spelling spellings[] = {
	{ "gh", .only = front },
	{ "ngh", .only = front },
	{ "c", .never = front_or_y },
	{ "ng", .never = front_or_y },
	{ "g", .never = not_after_g },
	{ "gi", .never = not_after_gi },
	{ "qu", .never = not_after_qu },
	{ "", .never = not_bare },
};

static bool spelling_allows(const char *onset, const char *rime)
{
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		const Spelling *rule = &spellings[i];
		if (strcmp(rule->onset, onset) != 0)
			continue;
		return (!rule->only || begins_with_any(rime, rule->only)) &&
		       (!rule->never || !begins_with_any(rime, rule->never));
	}
	return !begins_with_any(rime, long_y);
}

static bool ends_in_stop(const char *rime)
{
	size_t n = strlen(rime);
	return strchr("ckpt", rime[n - 1]) || (n > 1 && strcmp(rime + n - 2, "ch") == 0);
}

static bool tone_fits_stop(Tone tone)
{
	return tone == TONE_SAC || tone == TONE_NANG;
}

static bool find_rime(const char *onset, const char *rest, Syllable *out)
{
	for (size_t i = 0; i < RIMES; i++) {
		if (strcmp(rimes[i], rest) != 0 || !spelling_allows(onset, rimes[i]))
			continue;
		if (ends_in_stop(rest) && !tone_fits_stop(out->tone))
			return false;
		out->onset = onset;
		out->rime = rimes[i];
		return true;
	}
	return false;
}

// The word without case and tone, as the tables write it. False when it bears two tones, one on a
// consonant, or has something in it that is no letter of the alphabet.
static bool write_plain(const Letter *letters, size_t count, char plain[PLAIN_SIZE], Tone *tone)
{
	size_t n = 0;
	*tone = TONE_NONE;
	for (size_t i = 0; i < count; i++) {
		Letter letter = { .base = letters[i].base, .mark = letters[i].mark };
		if (letter.base < 'a' || letter.base > 'z')
			return false;
		if (letters[i].tone && (*tone || !letter_is_vowel(&letter)))
			return false;
		if (letters[i].tone)
			*tone = letters[i].tone;
		n += letter_write(letter, plain + n);
	}
	plain[n] = '\0';
	return true;
}

bool syllable_of_letters(const Letter *letters, size_t count, Syllable *out)
{
	char plain[PLAIN_SIZE + 4];
	Syllable found = { .tone = TONE_NONE };
	if (!count || count > SYLLABLE_MAX_LETTERS ||
		!write_plain(letters, count, plain, &found.tone))
		return false;
	for (size_t i = 0; i < ONSETS; i++) {
		size_t n = strlen(onsets[i]);
		if (strncmp(plain, onsets[i], n) != 0 || !find_rime(onsets[i], plain + n, &found))
			continue;
		if (out)
			*out = found;
		return true;
	}
	return false;
}

bool syllable_split(const char *word, size_t n, Syllable *out)
{
	Letter letters[SYLLABLE_MAX_LETTERS];
	size_t count = 0;
	for (size_t at = 0; at < n; count++) {
		if (count == SYLLABLE_MAX_LETTERS)
			return false;
		at += letter_read(word + at, n - at, &letters[count]);
	}
	return syllable_of_letters(letters, count, out);
}

// How many of the letters agree with the entry from its beginning on, a bare letter agreeing with
// its marked forms. *whole tells whether the entry ends there.
static size_t agreeing(const Letter *letters, size_t count, const char *entry, bool *whole)
{
	size_t i = 0, n = strlen(entry), at = 0;
	for (; i < count && at < n; i++) {
		Letter letter;
		size_t used = letter_read(entry + at, n - at, &letter);
		if (letters[i].base != letter.base ||
			(letters[i].mark && letters[i].mark != letter.mark))
			break;
		at += used;
	}
	*whole = at == n;
	return i;
}

static bool rime_possible(const char *onset, const Letter *letters, size_t count, Tone tone)
{
	for (size_t i = 0; i < RIMES; i++) {
		bool whole;
		if (agreeing(letters, count, rimes[i], &whole) < count)
			continue;
		bool tone_fits = !tone || tone_fits_stop(tone) || !ends_in_stop(rimes[i]);
		if (tone_fits && spelling_allows(onset, rimes[i]))
			return true;
	}
	return false;
}

static Tone tone_of(const Letter *letters, size_t count)
{
	Tone tone = TONE_NONE;
	for (size_t i = 0; i < count && !tone; i++)
		tone = letters[i].tone;
	return tone;
}

bool syllable_possible(const Letter *letters, size_t count, size_t *vowel)
{
	bool unfinished = false; // the letters may be the beginning of an onset
	Tone tone = tone_of(letters, count);
	for (size_t i = 0; i < ONSETS; i++) {
		bool whole;
		size_t n = agreeing(letters, count, onsets[i], &whole);
		unfinished = unfinished || n == count;
		if (!whole || n == count || !rime_possible(onsets[i], letters + n, count - n, tone))
			continue;
		if (vowel)
			*vowel = n;
		return true;
	}
	if (vowel)
		*vowel = count;
	return unfinished;
}

// oa, oe, uy with nothing after them.
static bool is_open_glide(const Letter *vowels)
{
	uint32_t first = vowels[0].base, second = vowels[1].base;
	return (first == 'o' && (second == 'a' || second == 'e')) ||
	       (first == 'u' && second == 'y');
}

size_t syllable_tone_place(const Letter *letters, size_t vowel, size_t count, ToneStyle style)
{
	size_t end = vowel, marked = count;
	for (; end < count && letter_is_vowel(&letters[end]); end++)
		if (letters[end].mark)
			marked = end;
	size_t vowels = end - vowel;
	if (marked < count)
		return marked;
	if (vowels > 2 || (vowels == 2 && end < count))
		return vowel + 1;
	if (vowels == 2 && style == TONE_STYLE_NEW && is_open_glide(letters + vowel))
		return vowel + 1;
	return vowel;
}

static size_t table_letters(const char *entry, Letter letters[SYLLABLE_MAX_LETTERS])
{
	size_t n = strlen(entry), count = 0;
	for (size_t at = 0; at < n; count++)
		at += letter_read(entry + at, n - at, &letters[count]);
	return count;
}

size_t syllable_letters(
	const Syllable *syllable, ToneStyle style, Letter letters[SYLLABLE_MAX_LETTERS])
{
	Letter rime[SYLLABLE_MAX_LETTERS];
	size_t onset = table_letters(syllable->onset, letters);
	size_t count = table_letters(syllable->rime, rime);
	if (count > SYLLABLE_MAX_LETTERS - onset)
		count = SYLLABLE_MAX_LETTERS - onset;
	memcpy(letters + onset, rime, count * sizeof *rime);
	size_t place = syllable_tone_place(letters, onset, onset + count, style);
	letters[place].tone = syllable->tone;
	return onset + count;
}
