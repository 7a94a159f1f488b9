// SPDX-License-Identifier: MIT
// What was typed, taken apart: words, phrases, filters. Total on any bytes.
#include "core/search_parts.h"

#include "base/tr.h"
#include "core/search_words.h"
#include "text/letter.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A filter may be called by several names; the first is the one that is offered.
static const struct {
	SearchFilter filter;
	const char *folded;
} filter_keys[] = {
	{ FILTER_REGION, "vung" },
	{ FILTER_DISTRICT, "dia phuong" },
	{ FILTER_FROM, "tu" },
	{ FILTER_TO, "den" },
	{ FILTER_KIND, "loai" },
	{ FILTER_REGION, "region" },
	{ FILTER_DISTRICT, "district" },
	{ FILTER_FROM, "from" },
	{ FILTER_TO, "to" },
	{ FILTER_KIND, "kind" },
};

// What is longer is nobody's query; its end is not looked at.
enum { TYPED_MAX = 1024 };

typedef struct {
	const SearchContext *context;
	Arena *arena;
	SearchQuery *query;
	const char *s;
	size_t n, at;
} Parser;

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Bytes of the quote that stands there, 0 for none: " “ ” „.
static size_t quote_at(const char *s, size_t n)
{
	if (n > 0 && *s == '"')
		return 1;
	if (n < 3 || memcmp(s, "\xE2\x80", 2) != 0)
		return 0;
	unsigned char third = (unsigned char)s[2];
	return third >= 0x9C && third <= 0x9E ? 3 : 0;
}

static void skip_blanks(Parser *parser)
{
	while (parser->at < parser->n && is_blank(parser->s[parser->at]))
		parser->at++;
}

// Bytes of s that say `words` (folded, blanks between), whatever their accents and case, up to the
// end of a word; 0 where they do not. Hyphens and underscores count as blanks.
static size_t match_words(const char *s, size_t n, const char *words)
{
	size_t at = 0;
	while (*words) {
		Letter letter;
		if (at >= n)
			return 0;
		size_t used = letter_read(s + at, n - at, &letter);
		bool gap = letter.base == ' ' || letter.base == '-' || letter.base == '_';
		bool wanted_gap = *words == ' ';
		if (wanted_gap ? !gap : letter.base != (unsigned char)*words)
			return 0;
		at += used;
		words++;
		while (wanted_gap && at < n && s[at] == ' ')
			at++;
	}
	return at;
}

static bool ends_word(const char *s, size_t n)
{
	Letter letter;
	if (n == 0)
		return true;
	letter_read(s, n, &letter);
	return !letter_is_word(&letter);
}

size_t search_match_key(const char *s, size_t n, SearchFilter *out)
{
	for (size_t i = 0; i < sizeof(filter_keys) / sizeof(*filter_keys); i++) {
		size_t used = match_words(s, n, filter_keys[i].folded);
		if (used && used < n && s[used] == ':') {
			*out = filter_keys[i].filter;
			return used + 1;
		}
	}
	return 0;
}

// Filters ---------------------------------------------------------------------------------------

static char *folded_of(Arena *arena, const char *s, size_t n)
{
	Buf buf = BUF_INIT;
	search_fold(&buf, s, n);
	char *folded = arena_strndup(arena, buf.bytes, buf.len);
	buf_release(&buf);
	return folded;
}

static void say_problem(Parser *parser, const char *fmt, const char *value, size_t n)
{
	enum { SHOWN = 40 };
	char *shown = arena_strndup(parser->arena, value, n < SHOWN ? n : SHOWN);
	if (!*parser->query->problem)
		parser->query->problem = arena_printf(parser->arena, fmt, shown);
}

static void add_id(int64_t *ids, size_t *n, int64_t id)
{
	for (size_t i = 0; i < *n; i++)
		if (ids[i] == id)
			return;
	if (*n < SEARCH_PLACES)
		ids[(*n)++] = id;
}

static void take_name(SearchQuery *query, const SearchName *name)
{
	if (name->filter == FILTER_REGION)
		add_id(query->region_ids, &query->regions_n, name->id);
	else if (name->filter == FILTER_DISTRICT)
		add_id(query->district_ids, &query->districts_n, name->id);
	else
		query->kinds |= 1U << name->id;
}

// The longest name that stands there, so that it needs no quotes.
static size_t take_longest(Parser *parser, SearchFilter filter)
{
	const char *s = parser->s + parser->at;
	size_t n = parser->n - parser->at, longest = 0;
	const Vec *names = parser->context->names;
	const SearchName *found = NULL;
	for (size_t i = 0; i < names->len; i++) {
		const SearchName *name = vec_at(names, i);
		size_t used = name->filter == filter ? match_words(s, n, name->folded) : 0;
		if (used > longest && ends_word(s + used, n - used)) {
			longest = used;
			found = name;
		}
	}
	if (found)
		take_name(parser->query, found);
	return longest;
}

// Every name that begins so, while it is being typed.
static bool take_beginning(Parser *parser, SearchFilter filter, const char *value, size_t n)
{
	const char *folded = folded_of(parser->arena, value, n);
	const Vec *names = parser->context->names;
	bool any = false;
	for (size_t i = 0; *folded && i < names->len; i++) {
		const SearchName *name = vec_at(names, i);
		if (name->filter != filter || strncmp(name->folded, folded, strlen(folded)) != 0)
			continue;
		take_name(parser->query, name);
		any = true;
	}
	return any;
}

static const char *const missing[FILTER_COUNT] = {
	[FILTER_REGION] = N_("Không có vùng “%s”."),
	[FILTER_DISTRICT] = N_("Không có địa phương “%s”."),
	[FILTER_KIND] = N_("Không có loại “%s”."),
	[FILTER_FROM] = N_("“%s” không phải là một ngày."),
	[FILTER_TO] = N_("“%s” không phải là một ngày."),
};

static bool take_day(Parser *parser, SearchFilter filter, const char *value, size_t n)
{
	Date day;
	Err ignored = ERR_INIT;
	char *typed = arena_strndup(parser->arena, value, n);
	if (!date_read(typed, parser->context->today, &day, &ignored))
		return false;
	if (filter == FILTER_FROM)
		parser->query->from = date_days(day);
	else
		parser->query->to = date_days(day);
	return true;
}

// Where the chunk that begins here ends: at a blank, or at the quote that closes one.
static Range read_chunk(Parser *parser, bool *quoted, bool *closed)
{
	size_t quote = quote_at(parser->s + parser->at, parser->n - parser->at);
	*quoted = quote > 0;
	*closed = false;
	parser->at += quote;
	Range chunk = { parser->at, parser->at };
	while (parser->at < parser->n) {
		size_t end = quote_at(parser->s + parser->at, parser->n - parser->at);
		if (end || (!quote && is_blank(parser->s[parser->at]))) {
			*closed = end > 0 || !quote;
			chunk.end = parser->at;
			parser->at += quote ? end : 0;
			return chunk;
		}
		parser->at++;
	}
	chunk.end = parser->n;
	return chunk;
}

static void take_filter(Parser *parser, SearchFilter filter)
{
	bool quoted, closed;
	skip_blanks(parser);
	if (filter < FILTER_FROM) {
		size_t used = take_longest(parser, filter);
		parser->at += used;
		if (used)
			return;
	}
	Range value = read_chunk(parser, &quoted, &closed);
	const char *s = parser->s + value.start;
	size_t n = value.end - value.start;
	bool taken = filter >= FILTER_FROM ? take_day(parser, filter, s, n)
					   : take_beginning(parser, filter, s, n);
	if (!taken && n)
		say_problem(parser, tr(missing[filter]), s, n);
}

// Words -----------------------------------------------------------------------------------------

static void set_folded(Parser *parser, SearchTerm *term, const char *const *forms, size_t n)
{
	const char **copy = arena_array(parser->arena, n, sizeof(*copy));
	for (size_t i = 0; i < n; i++)
		copy[i] = forms[i];
	term->folded = copy;
	term->folded_n = n;
}

static void set_exact(Parser *parser, SearchTerm *term, const char *s, size_t n)
{
	Buf exact = BUF_INIT;
	bool single = !strchr(term->folded[0], ' ');
	if (!search_has_accents(s, n) || (term->grows && !single))
		return;
	if (term->grows) {
		term->tone = search_exact_start(&exact, s, n);
		term->growing = arena_strndup(parser->arena, exact.bytes, exact.len);
	} else {
		search_exact(&exact, s, n);
		term->exact = arena_strndup(parser->arena, exact.bytes, exact.len);
	}
	buf_release(&exact);
}

// A day is found however it is written; the forms are for marking it.
static bool set_date(Parser *parser, SearchTerm *term, const char *folded)
{
	Date date;
	char day[SEARCH_DAY_SIZE];
	if (search_day_read(folded, &date) != strlen(folded))
		return false;
	search_day_word(date, day);
	term->day = arena_strdup(parser->arena, day);
	const char *const forms[] = {
		folded,
		arena_printf(parser->arena, "%02d %02d %d", date.day, date.month, date.year),
		arena_printf(parser->arena, "%d %d %d", date.day, date.month, date.year),
		arena_printf(parser->arena, "ngay %02d thang %02d nam %d", date.day, date.month,
			date.year),
		arena_printf(parser->arena, "ngay %02d thang %d nam %d", date.day, date.month,
			date.year),
		arena_printf(
			parser->arena, "ngay %d thang %d nam %d", date.day, date.month, date.year),
	};
	set_folded(parser, term, forms, sizeof(forms) / sizeof(*forms));
	return true;
}

static void take_words(Parser *parser)
{
	bool quoted, closed;
	Range chunk = read_chunk(parser, &quoted, &closed);
	chunk = range_trim(parser->s, chunk);
	const char *s = parser->s + chunk.start;
	size_t n = chunk.end - chunk.start;
	const char *folded = folded_of(parser->arena, s, n);
	if (!*folded || parser->query->terms_n >= SEARCH_TERMS)
		return;
	SearchTerm *term = &parser->query->terms[parser->query->terms_n++];
	*term = (SearchTerm){ .typed = arena_strndup(parser->arena, s, n),
		.tone = '0',
		.grows = !closed && chunk.end == parser->n };
	if (!quoted && set_date(parser, term, folded)) {
		term->grows = false;
		return;
	}
	set_folded(parser, term, &folded, 1);
	set_exact(parser, term, s, n);
}

// Other spellings -------------------------------------------------------------------------------

// How many terms from `first` on say the spelling together, 0 where they do not.
static size_t terms_saying(const SearchQuery *query, size_t first, const char *spelling)
{
	size_t count = 0;
	while (*spelling) {
		if (first + count >= query->terms_n)
			return 0;
		const char *word = query->terms[first + count].folded[0];
		size_t n = strlen(word);
		if (strncmp(spelling, word, n) != 0 || (spelling[n] && spelling[n] != ' '))
			return 0;
		spelling += n + (spelling[n] == ' ');
		count++;
	}
	return count;
}

static void put_spellings(
	Parser *parser, size_t first, size_t count, const SearchAlias *alias, const char *said)
{
	enum { FORMS = 16 };
	SearchQuery *query = parser->query;
	const char *forms[FORMS] = { said };
	size_t n = 1;
	for (size_t i = 0; i < alias->n && n < FORMS; i++) {
		const char *form = alias->spellings[i];
		form = folded_of(parser->arena, form, strlen(form));
		if (strcmp(form, said) != 0)
			forms[n++] = form;
	}
	SearchTerm whole = { .tone = '0', .typed = query->terms[first].typed };
	for (size_t i = 1; i < count; i++)
		whole.typed = arena_printf(
			parser->arena, "%s %s", whole.typed, query->terms[first + i].typed);
	set_folded(parser, &whole, forms, n);
	set_exact(parser, &whole, whole.typed, strlen(whole.typed));
	whole.grows = query->terms[first + count - 1].grows;
	query->terms[first] = whole;
	memmove(&query->terms[first + 1], &query->terms[first + count],
		(query->terms_n - first - count) * sizeof(SearchTerm));
	query->terms_n -= count - 1;
}

static void take_alias(Parser *parser, size_t first)
{
	const SearchContext *context = parser->context;
	for (size_t a = 0; a < context->aliases_n; a++)
		for (size_t i = 0; i < context->aliases[a].n; i++) {
			const char *spelling = context->aliases[a].spellings[i];
			spelling = folded_of(parser->arena, spelling, strlen(spelling));
			size_t count = terms_saying(parser->query, first, spelling);
			if (!count)
				continue;
			put_spellings(parser, first, count, &context->aliases[a], spelling);
			return;
		}
}

// The last word ----------------------------------------------------------------------------------

enum { PREFIX_MIN = 2 };

static size_t letters_of(const char *word)
{
	size_t n = 0;
	for (; *word; word++)
		n += ((unsigned char)*word & 0xC0) != 0x80;
	return n;
}

// Of one letter, it is only begun: what stands before it is asked for, and alone it is a whole
// word.
static void settle_last(Parser *parser)
{
	SearchQuery *query = parser->query;
	SearchTerm *term = query->terms_n ? &query->terms[query->terms_n - 1] : NULL;
	if (!term || !term->grows)
		return;
	const char *blank = strrchr(term->folded[0], ' ');
	if (letters_of(blank ? blank + 1 : term->folded[0]) >= PREFIX_MIN)
		return;
	term->grows = false;
	term->growing = NULL;
	if (blank) {
		const char *before = arena_strndup(
			parser->arena, term->folded[0], (size_t)(blank - term->folded[0]));
		set_folded(parser, term, &before, 1);
	} else if (query->terms_n > 1) {
		query->terms_n--;
	}
}

// All -------------------------------------------------------------------------------------------

void search_parse(const char *typed, const SearchContext *context, Arena *arena, SearchQuery *out)
{
	*out = (SearchQuery){ .from = 0, .to = SEARCH_LAST_DAY, .problem = "" };
	Parser parser = { .context = context,
		.arena = arena,
		.query = out,
		.s = typed,
		.n = strnlen(typed, TYPED_MAX) };
	for (skip_blanks(&parser); parser.at < parser.n; skip_blanks(&parser)) {
		SearchFilter filter;
		size_t key = search_match_key(typed + parser.at, parser.n - parser.at, &filter);
		parser.at += key;
		if (key)
			take_filter(&parser, filter);
		else
			take_words(&parser);
	}
	settle_last(&parser);
	for (size_t i = 0; i < out->terms_n; i++)
		if (out->terms[i].folded_n == 1)
			take_alias(&parser, i);
}
