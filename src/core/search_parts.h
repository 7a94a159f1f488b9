// SPDX-License-Identifier: MIT
// Between the files of search, and for change.c, which tells it what has changed.
#ifndef CORE_SEARCH_PARTS_H
#define CORE_SEARCH_PARTS_H

#include "base/buf.h"
#include "core/noun.h"
#include "core/search.h"

// Documents: what of a row is searched ----------------------------------------------------------

enum { SOURCE_LINES = 4 };

// One document. Texts live in the arena that it was read into.
typedef struct {
	int64_t part;
	int64_t day; // from 1970; 0: none
	bool open;   // not yet for everybody: a draft
	int64_t region_id, district_id, target_id;
	const char *code, *label;
	const char *lines[SOURCE_LINES]; // "" for none; a clause's piece is the last one
	const char *iso_day;
} SearchSource;

typedef enum {
	SOURCE_LABEL = 1 << 0, // the label is searched too
	SOURCE_DAY = 1 << 1,   // the day is, as 07/10/2021, and is shown
} SourceTraits;

typedef struct {
	const char *code, *name;
	QueryId one, all;
	unsigned traits;
} SearchKindRow;

extern const SearchKindRow search_kinds[SEARCH_KINDS];

// Vec of SearchSource: the documents of a thing, none where it is gone.
bool search_sources(Core *core, SearchKind kind, int64_t thing_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// What of a document is searched besides its lines: "07/10/2021" or "".
void search_day_words(SearchKind kind, const SearchSource *source, char out[11]);

// Ids: see the migration. from and to are days, inclusive.
enum { SEARCH_LAST_DAY = 0xFFFF };
typedef enum { SEARCH_OPEN, SEARCH_CLOSED } SearchClass;
int64_t search_id_first(SearchKind kind, SearchClass openness, int64_t to_day);
int64_t search_id_last(SearchKind kind, SearchClass openness, int64_t from_day);
SearchKind search_id_kind(int64_t id);

// Following changes -----------------------------------------------------------------------------

typedef struct {
	NounKind noun;
	int64_t id;
} SearchTouched;

// Inside a write: brings the index up to what the touched rows now say.
bool search_follow(Core *core, const SearchTouched *touched, size_t n, Err *err) WARN_UNUSED;

// Queries ---------------------------------------------------------------------------------------

enum { SEARCH_TERMS = 12, SEARCH_PLACES = 32 };

// Words that must stand in a hit, in one of these forms.
typedef struct {
	const char *typed;
	const char *const *folded; // the first as typed, then other spellings
	size_t folded_n;
	const char *exact; // NULL: without accents, or nothing can be said of them
	const char
		*growing; // instead of exact, of a single word that may go on: its letters so far
	char tone;        // of growing; '0' while none was typed
	const char *day;  // the index's word for the day that it says; NULL: it says none
	bool grows;       // the last word of folded[0] may go on
} SearchTerm;

typedef struct {
	SearchTerm terms[SEARCH_TERMS];
	size_t terms_n;
	unsigned kinds; // bit k; 0: all
	int64_t region_ids[SEARCH_PLACES], district_ids[SEARCH_PLACES];
	size_t regions_n, districts_n;
	int64_t from, to; // days
	const char *problem;
} SearchQuery;

typedef enum {
	FILTER_REGION,
	FILTER_DISTRICT,
	FILTER_KIND,
	FILTER_FROM,
	FILTER_TO,
	FILTER_COUNT,
} SearchFilter;

// What may stand behind a filter: regions, districts, kinds.
typedef struct {
	SearchFilter filter;
	int64_t id;
	const char *name, *folded;
	bool shown; // in completions: one of the names of each thing
} SearchName;

bool search_names(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED; // Vec of SearchName
// Any bytes. Needs no database.
typedef struct {
	const Vec *names; // of SearchName
	const SearchAlias *aliases;
	size_t aliases_n;
	Date today;
} SearchContext;
void search_parse(const char *typed, const SearchContext *context, Arena *arena, SearchQuery *out);
// Bytes of "vùng:" and the like at the beginning of s, 0 where there is none.
size_t search_match_key(const char *s, size_t n, SearchFilter *out);
// Vec of const char *.
void search_completions(const char *typed, const SearchContext *context, Arena *arena, Vec *out);

// How the index is asked: exact words where accents were typed, or all folded. *possible is false
// where no document can match.
typedef enum { FORM_EXACT, FORM_FOLDED } SearchForm;
bool search_expression(Core *core, const SearchQuery *query, SearchForm form, Buf *out,
	bool *possible, Err *err) WARN_UNUSED;
bool search_has_exact(const SearchQuery *query);

// Hits ------------------------------------------------------------------------------------------

// Where the query's words stand in a text: Ranges, in order, appended to marks; returns a bit for
// each term found.
unsigned search_marks(const SearchQuery *query, const char *text, size_t n, Vec *marks);
// Label, line and place of a hit, from its document.
void search_excerpt(
	const SearchQuery *query, const SearchSource *source, Arena *arena, SearchHit *hit);

#endif
