// SPDX-License-Identifier: MIT
// Directives: their text, the tree of their clauses, and which words of them no task quotes.
#ifndef CORE_DIRECTIVE_H
#define CORE_DIRECTIVE_H

#include "base/vec.h"
#include "core/core.h"
#include "core/indicator.h"
#include "text/ranges.h"

typedef struct {
	int64_t id, rev;
	const char *number, *issued_on, *kind, *issuer, *subject, *signer_post, *signer_name;
	const char *recipients; // one a line
	const char *text;       // NULL in lists
	int tasks;              // how many it has
} Directive;

typedef struct {
	int64_t id, parent_id; // 0: a top clause
	const char *code;
	int depth; // 0 for a top clause
	Range range; // bytes of the directive's text
	int tasks; // in the clause itself
} Clause;

// What a directive file says, to be stored.
typedef struct {
	const char *code, *name, *short_name;
} NewBody;

typedef struct {
	const char *code, *parent; // "" for a top clause; parents stand before their children
	Range range;
} NewClause;

typedef struct {
	const char *part; // quote, target, deadline, place
	Range range;
} NewCitation;

typedef struct {
	const char *code, *clause, *title, *lead_words;
	const char *deadline_kind, *deadline_words, *due; // due "" where no day follows
	const char *target_words;
	const NewCitation *citations;
	size_t citations_n;
	const char *const *leads; // codes of bodies
	size_t leads_n;
	const char *const *cooperating;
	size_t cooperating_n;
	const char *const *places; // codes of regions and districts, "province"; "regions" and
	size_t places_n;           // "districts" stand for a leaf at each of them
} NewTask;

// Codes stand for ids: of indicators before it in the list, of a task of this directive; "" for none.
typedef struct {
	Indicator indicator;
	const char *numerator, *denominator, *task;
	const IndicatorTarget *targets; // indicator_id and place are filled in
	const char *const *places;      // beside them: codes
	size_t targets_n;
} NewIndicator;

typedef struct {
	Directive directive;
	const NewBody *bodies;
	size_t bodies_n;
	const NewClause *clauses;
	size_t clauses_n;
	const NewTask *tasks;
	size_t tasks_n;
	const NewIndicator *indicators; // one whose code is there already is left as it is
	size_t indicators_n;
} NewDirective;

// Stores all of it as one change; RIGHT_DIRECT. ERR_CONFLICT where number and date are there already.
bool directive_add(Core *core, const NewDirective *wanted, int64_t *id, Err *err) WARN_UNUSED;

bool directive_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool directive_get(Core *core, int64_t id, Arena *arena, Directive *out, Err *err) WARN_UNUSED;
// By number, or number@date where the number is not unique.
bool directive_find(Core *core, const char *number, Arena *arena, Directive *out,
	Err *err) WARN_UNUSED;
// Vec of Clause, depth first, in the order of the text.
bool clause_list(Core *core, int64_t directive_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// Which words of the operative text (the top clauses) no task cites.
typedef struct {
	size_t operative, covered; // words, as the check of a directive's file counts them
	int percent;               // rounded down
	Vec gaps;                  // of Range, trimmed to words, in order
	Vec idle;                  // of Clause: without children and without a task
} Coverage;
bool directive_coverage_get(Core *core, const Directive *directive, Arena *arena, Coverage *out,
	Err *err) WARN_UNUSED;
// Gaps and idle clauses; their codes live in the arena.
void coverage_release(Coverage *coverage);

#endif
