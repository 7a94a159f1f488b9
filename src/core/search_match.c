// SPDX-License-Identifier: MIT
// A query in the index's own language. What was typed reaches it only as quoted words of letters
// and digits. What begins with some letters is asked for as the words that do: their lists are read
// one by one as far as needed, while the engine's own prefixes are first put together whole.
#include "core/search_parts.h"

#include "core/search_words.h"

#include <string.h>

// The engine keeps prefixes of two and three letters: those it looks up itself, unless so few words
// begin so that they might be lost among the exact ones. Longer prefixes it has to put together.
enum { KEPT_PREFIX = 3, EXPAND_FEW = 8, EXPAND_MANY = 48, EXPAND_EXACT = 20, SCAN_MAX = 400 };

typedef struct {
	Core *core;
	Buf *out;
	bool possible;
	Err *err;
} Writer;

bool search_has_exact(const SearchQuery *query)
{
	for (size_t i = 0; i < query->terms_n; i++)
		if (query->terms[i].exact || query->terms[i].growing)
			return true;
	return false;
}

// The words that begin so, as far as they are no more than `most`.
typedef struct {
	size_t most;
	Vec words; // of char *
	bool all;
} Expansion;

// tone '0': of any tone.
static bool expand(
	Writer *writer, SearchForm form, const char *start, char tone, Arena *arena, Expansion *out)
{
	size_t n = strlen(start), seen = 0;
	out->all = true;
	Stmt *stmt = db_query(core_db(writer->core), Q_SEARCH_WORDS_FROM);
	stmt_int(stmt, form == FORM_EXACT);
	stmt_text(stmt, start);
	while (out->all && stmt_row(stmt)) {
		const char *word = stmt_get_text(stmt, 0);
		if (strncmp(word, start, n) != 0)
			break;
		out->all = out->words.len < out->most && ++seen < SCAN_MAX;
		if (tone == '0' || word[strlen(word) - 1] == tone)
			*(char **)vec_push(&out->words) = arena_strdup(arena, word);
	}
	return stmt_done(stmt, writer->err);
}

static void write_column(Writer *writer, SearchForm form)
{
	buf_adds(writer->out, form == FORM_EXACT ? "exact : (" : "folded : (");
}

// head "" or words and a blank, before each of the words.
static void write_words(Writer *writer, const char *head, size_t head_n, const Vec *words)
{
	for (size_t i = 0; i < words->len; i++)
		buf_addf(writer->out, "%s\"%.*s%s\"", i ? " OR " : "", (int)head_n, head,
			*(char *const *)vec_at(words, i));
}

// The first form of a term that may go on.
static bool write_growing(Writer *writer, const char *words)
{
	Arena arena = ARENA_INIT;
	const char *blank = strrchr(words, ' ');
	const char *last = blank ? blank + 1 : words;
	size_t head = (size_t)(last - words);
	bool few = blank || strlen(last) <= KEPT_PREFIX;
	Expansion expansion = { .most = few ? EXPAND_FEW : EXPAND_MANY };
	vec_init(&expansion.words, sizeof(char *));
	bool ok = expand(writer, FORM_FOLDED, last, '0', &arena, &expansion);
	if (!expansion.all)
		buf_addf(writer->out, "\"%s\" *", words);
	else if (expansion.words.len)
		write_words(writer, words, head, &expansion.words);
	else
		buf_addf(writer->out, "\"%s\"", words);
	vec_release(&expansion.words);
	arena_release(&arena);
	return ok;
}

static bool write_folded(Writer *writer, const SearchTerm *term)
{
	bool ok = true;
	write_column(writer, FORM_FOLDED);
	if (term->day) {
		buf_addf(writer->out, "\"%s\")", term->day);
		return true;
	}
	if (term->grows)
		ok = write_growing(writer, term->folded[0]);
	else
		buf_addf(writer->out, "\"%s\"", term->folded[0]);
	for (size_t i = 1; i < term->folded_n; i++)
		buf_addf(writer->out, " OR \"%s\"", term->folded[i]);
	buf_addch(writer->out, ')');
	return ok;
}

// Of very many words no list is made: they stand folded then.
static bool write_growing_exact(Writer *writer, const SearchTerm *term)
{
	Arena arena = ARENA_INIT;
	Expansion expansion = { .most = EXPAND_EXACT };
	vec_init(&expansion.words, sizeof(char *));
	bool ok = expand(writer, FORM_EXACT, term->growing, term->tone, &arena, &expansion);
	if (ok && !expansion.all) {
		ok = write_folded(writer, term);
	} else if (ok && expansion.words.len) {
		write_column(writer, FORM_EXACT);
		write_words(writer, "", 0, &expansion.words);
		buf_addch(writer->out, ')');
	} else {
		writer->possible = false;
	}
	vec_release(&expansion.words);
	arena_release(&arena);
	return ok;
}

static bool write_term(Writer *writer, const SearchTerm *term, SearchForm form)
{
	if (form == FORM_EXACT && term->growing)
		return write_growing_exact(writer, term);
	if (form == FORM_FOLDED || !term->exact)
		return write_folded(writer, term);
	write_column(writer, FORM_EXACT);
	buf_addf(writer->out, "\"%s\")", term->exact);
	return true;
}

static void write_places(Writer *writer, const SearchQuery *query)
{
	const char *between = "";
	buf_adds(writer->out, "place : (");
	for (size_t i = 0; i < query->regions_n; i++, between = " OR ")
		buf_addf(writer->out, "%s\"r%lld\"", between, (long long)query->region_ids[i]);
	for (size_t i = 0; i < query->districts_n; i++, between = " OR ")
		buf_addf(writer->out, "%s\"d%lld\"", between, (long long)query->district_ids[i]);
	buf_addch(writer->out, ')');
}

bool search_expression(
	Core *core, const SearchQuery *query, SearchForm form, Buf *out, bool *possible, Err *err)
{
	Writer writer = { .core = core, .out = out, .possible = true, .err = err };
	bool ok = true;
	buf_clear(out);
	for (size_t i = 0; ok && writer.possible && i < query->terms_n; i++) {
		buf_adds(out, out->len ? " AND " : "");
		ok = write_term(&writer, &query->terms[i], form);
	}
	if (query->regions_n + query->districts_n) {
		buf_adds(out, out->len ? " AND " : "");
		write_places(&writer, query);
	}
	*possible = writer.possible;
	return ok;
}
