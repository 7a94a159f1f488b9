// SPDX-License-Identifier: MIT
// What is typed into the search: taken apart, completed, and looked for in a text made of it. Terms
// hold letters, digits and single blanks alone, marks lie within their text.
#include "core/search_parts.h"

#include "core/search_words.h"
#include "text/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool ok)
{
	if (!ok)
		abort();
}

static void check_words(const char *words)
{
	need(*words && *words != ' ' && !strstr(words, "  ") && words[strlen(words) - 1] != ' ');
	for (const char *c = words; *c; c++)
		need((unsigned char)*c >= 0x80 || *c == ' ' || (*c >= '0' && *c <= '9') ||
			(*c >= 'a' && *c <= 'z'));
}

static void check_query(const SearchQuery *query)
{
	need(query->terms_n <= SEARCH_TERMS && query->regions_n <= SEARCH_PLACES &&
		query->districts_n <= SEARCH_PLACES && query->problem);
	for (size_t i = 0; i < query->terms_n; i++) {
		const SearchTerm *term = &query->terms[i];
		need(term->folded_n >= 1 && !(term->exact && term->growing));
		for (size_t j = 0; j < term->folded_n; j++)
			check_words(term->folded[j]);
		if (term->exact)
			check_words(term->exact);
		if (term->growing)
			check_words(term->growing);
	}
}

static void check_marks(const SearchQuery *query, const char *text)
{
	Vec marks;
	size_t at = 0, n = strlen(text);
	vec_init(&marks, sizeof(Range));
	search_marks(query, text, n, &marks);
	for (size_t i = 0; i < marks.len; i++) {
		const Range *mark = vec_at(&marks, i);
		need(mark->start >= at && mark->start < mark->end && mark->end <= n);
		at = mark->end;
	}
	vec_release(&marks);
}

// Both ways of writing have the same words: phrases rest on that.
static void check_same_count(const char *text)
{
	Buf folded = BUF_INIT, exact = BUF_INIT;
	size_t a = 0, b = 0;
	search_fold(&folded, text, strlen(text));
	search_exact(&exact, text, strlen(text));
	for (size_t i = 0; i < folded.len; i++)
		a += folded.bytes[i] == ' ';
	for (size_t i = 0; i < exact.len; i++)
		b += exact.bytes[i] == ' ';
	need(a == b && (folded.len > 0) == (exact.len > 0));
	buf_release(&folded);
	buf_release(&exact);
}

static void check_completions(const char *typed, const SearchContext *context, Arena *arena)
{
	Vec texts;
	vec_init(&texts, sizeof(const char *));
	search_completions(typed, context, arena, &texts);
	for (size_t i = 0; i < texts.len; i++)
		need(**(const char **)vec_at(&texts, i) != '\0');
	vec_release(&texts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const SearchName known[] = {
		{ FILTER_REGION, 1, "Hải đảo", "hai dao", true },
		{ FILTER_REGION, 1, "hd", "hd", false },
		{ FILTER_DISTRICT, 2, "Gò Quao", "go quao", true },
		{ FILTER_DISTRICT, 3, "An Biên", "an bien", true },
		{ FILTER_DISTRICT, 4, "An Minh", "an minh", true },
		{ FILTER_KIND, SEARCH_MINUTES, "Biên bản", "bien ban", true },
	};
	static const char *const spellings[] = { "Phú Quốc", "PQ", "Phú Quấc" };
	static const SearchAlias alias = { spellings, 3 };
	Arena arena = ARENA_INIT;
	SearchQuery query;
	Vec names;
	char *typed = arena_strndup(&arena, (const char *)data, size);
	vec_init(&names, sizeof(SearchName));
	vec_insert(&names, 0, known, sizeof(known) / sizeof(*known));
	const SearchContext context = {
		.names = &names, .aliases = &alias, .aliases_n = 1, .today = { 2021, 11, 23 }
	};
	search_parse(typed, &context, &arena, &query);
	check_query(&query);
	check_marks(&query, typed);
	check_same_count(typed);
	check_completions(typed, &context, &arena);
	vec_release(&names);
	arena_release(&arena);
	return 0;
}
