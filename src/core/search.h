// SPDX-License-Identifier: MIT
// Search over everything. What is searched is kept as plain words beside the rows that say it, and
// follows every change in its own transaction.
//
// A query is words that must all stand in a hit: without accents, or with them (then those that
// have exactly these come first; hòa is hoà). "in quotes" is a phrase, and so is what no blank
// divides (12-NQ/TW, 07/10/2021). The last word may still be growing, from two letters on. Filters
// narrow: vùng:, địa phương:, từ:, đến:, loại:, with accents or without.
#ifndef CORE_SEARCH_H
#define CORE_SEARCH_H

#include "base/vec.h"
#include "core/core.h"
#include "text/ranges.h"

// In the order in which hits are grouped. Stored in ids: never renumbered.
typedef enum {
	SEARCH_NOTHING,
	SEARCH_REGION,
	SEARCH_DISTRICT,
	SEARCH_PERSON,
	SEARCH_TASK,
	SEARCH_DIRECTIVE,
	SEARCH_CLAUSE,
	SEARCH_MEETING,
	SEARCH_MINUTES,
	SEARCH_CONCLUSION,
	SEARCH_REVIEW,
	SEARCH_PROGRESS,
	SEARCH_REMARK,
	SEARCH_INDICATOR,
	SEARCH_BODY,
	SEARCH_SERIES,
	SEARCH_KINDS,
} SearchKind;

const char *search_kind_code(SearchKind kind); // "task"
const char *search_kind_name(SearchKind kind); // "Nhiệm vụ"

// A text with what was found in it: ranges of its bytes, in order, none touching another.
typedef struct {
	const char *text;
	const Range *marks;
	size_t marks_n;
} SearchText;

typedef struct {
	SearchKind kind;
	int64_t thing_id;  // the row that says it
	int64_t target_id; // what its screen opens on: task, leaf, meeting, region (also of a
			   // review), district, person, directive, series; of a clause the clause, 0
			   // outside of all
	int64_t part;      // of a review the section, from 1
	size_t at;         // of a clause the byte of the directive's text where the hit stands
	const char *code;  // of a review its period
	const char *day;   // YYYY-MM-DD or ""
	const char *place; // title of the region or district that it belongs to, or ""
	SearchText label;  // a code or number, or ""
	SearchText line;   // the line around the hit
	bool exact;        // the accents are those that were typed
} SearchHit;

typedef struct {
	Vec hits;            // of SearchHit: by kind, in each the exact ones first, then the newest
	unsigned more;       // bit k: of kind k there are more than asked for
	const char *problem; // what of the query could not be understood; "" for nothing
} SearchResult;

void search_result_init(SearchResult *result);
void search_result_release(SearchResult *result);

// How many hits of each kind at most, and how many where the query asks for a single kind.
typedef struct {
	int each, single;
} SearchLimit;

// Never fails for what was typed, whatever it is. Texts live in the arena.
bool search_run(Core *core, const char *typed, SearchLimit limit, Arena *arena, SearchResult *out,
	Err *err) WARN_UNUSED;

// What could be meant by the word that is being typed: Vec of const char *, each the whole query as
// it would become, first the likeliest.
bool search_complete(Core *core, const char *typed, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// The index ------------------------------------------------------------------------------------

// Writes the whole index anew.
bool search_rebuild(Core *core, Err *err) WARN_UNUSED;
// The same where the file's index is not this program's, as after a migration.
bool search_prepare(Core *core, Err *err) WARN_UNUSED;

// Whether the index says what the rows say; each complaint is reported. *count is how many
// documents were looked at.
typedef void SearchComplaint(void *state, const char *line);
bool search_check(
	Core *core, SearchComplaint *report, void *state, int64_t *count, Err *err) WARN_UNUSED;

#endif
