// SPDX-License-Identifier: MIT
// Directive files: a directive's number, signer and recipients, its text as sent, the tree of its
// clauses and its tasks. Clauses, quotes, targets, deadlines and places are given by their own
// words and resolved here to byte ranges of the stored (cleaned) text, so that nobody counts bytes
// and no word is retyped. assets/directives/259-cv-tu.cfg is the model.
#ifndef CONFIG_DIRECTIVE_FILE_H
#define CONFIG_DIRECTIVE_FILE_H

#include "base/arena.h"
#include "base/err.h"
#include "config/node.h"
#include "text/ranges.h"

#include <stddef.h>
#include <stdint.h>

typedef enum {
	DIRECTIVE_DEADLINE_NONE,
	DIRECTIVE_DEADLINE_DATE,
	DIRECTIVE_DEADLINE_PERIOD,
	DIRECTIVE_DEADLINE_RECURRING,
	DIRECTIVE_DEADLINE_CONTINUOUS,
} DirectiveDeadlineKind;

// "none", "date", "period", "recurring", "continuous": as in the files, the schema and JSON.
const char *directive_deadline_word(DirectiveDeadlineKind kind);

typedef enum {
	DIRECTIVE_SCOPE_PROVINCE,
	DIRECTIVE_SCOPE_REGIONS,
	DIRECTIVE_SCOPE_DISTRICTS,
} DirectiveScope;

const char *directive_scope_word(DirectiveScope scope); // "province", "regions", "districts"

typedef enum {
	DIRECTIVE_SPREAD_NAMED, // a leaf at each of the places named
	DIRECTIVE_SPREAD_ALL,   // a leaf at every region or every district, as the scope says
} DirectiveSpread;

// Words of the directive, or about it. text "" = none. range is where they stand in the directive's
// text; it is empty for words that the text only implies.
typedef struct {
	const char *text;
	Range range;
} DirectiveWords;

typedef struct {
	const char *code, *name, *short_name;
	int line;
} DirectiveBody;

// In the order of the file; a parent stands before its children and contains them.
typedef struct {
	const char *code;
	const char *parent; // "" for a top one
	Range range;
	int line;
} DirectiveClause;

typedef struct {
	DirectiveDeadlineKind kind;
	DirectiveWords words;
	const char *due; // the last day, YYYY-MM-DD, "" where none follows from the words
} DirectiveDeadline;

// codes: with SPREAD_NAMED what the task has leaves at: codes of regions or districts, "province"
// for the leaf at the province itself. Empty with SPREAD_ALL.
typedef struct {
	DirectiveScope scope;
	DirectiveSpread spread;
	ConfigTexts codes;
	const DirectiveWords *words; // the text's own words for the places
	size_t words_n;
} DirectivePlaces;

typedef struct {
	const char *code, *clause, *title;
	DirectiveWords quote;          // one contiguous piece of its clause
	ConfigTexts lead, cooperating; // codes of bodies
	const char
		*lead_note; // "kế thừa từ câu dẫn", "không nêu riêng"; "" = named in the sentence
	DirectiveDeadline deadline;
	DirectiveWords target;
	DirectivePlaces places;
	int line;
} DirectiveTask;

// Words as they are stored; value is in units of 10^-scale of the indicator, or in tenths of a percent
// for "last-year".
typedef struct {
	const char *place, *kind, *from, *to; // to "" : until further notice
	int64_t value;
} DirectiveTarget;

typedef struct {
	const char *code, *name, *unit, *direction, *aggregation, *rhythm;
	int scale;
	const char *numerator, *denominator; // codes of indicators above, "" unless a ratio
	const char *task;                    // the code of the task that it measures, "" for none
	const DirectiveTarget *targets;
	size_t targets_n;
} DirectiveIndicator;

// number and date are the key of a directive. kind: CV, NQ, KL, CT, TB… Everything in the arena.
typedef struct {
	const char *path;
	const char *number, *date, *kind, *issuer, *subject, *signer_post, *signer_name;
	ConfigTexts recipients;
	const char *text_file; // as written in the file: a name beside it
	const char *text;      // the whole text, cleaned; all ranges are of it
	size_t text_len;
	const Range *operative; // what orders something: no letterhead, no preamble
	size_t operative_n;
	const DirectiveBody *bodies;
	size_t bodies_n;
	const DirectiveClause *clauses;
	size_t clauses_n;
	const DirectiveTask *tasks;
	size_t tasks_n;
	const DirectiveIndicator *indicators;
	size_t indicators_n;
} DirectiveFile;

// Refused, with file, line and what was expected: words not found or found twice, a quote that is
// no piece of its clause, an unknown clause or body, a code twice, a deadline that contradicts its
// kind, a document marked Mật or above.
bool directive_file_read(const char *path, Arena *arena, DirectiveFile *out, Err *err) WARN_UNUSED;

// What the tasks leave of the operative text.
typedef struct {
	const Range *gaps; // trimmed to words, in order
	size_t gaps_n;
	const DirectiveClause *const *idle; // clauses without children that no task quotes
	size_t idle_n;
	size_t words, covered; // of the operative text
} DirectiveCoverage;

void directive_coverage(const DirectiveFile *file, Arena *arena, DirectiveCoverage *out);

#endif
