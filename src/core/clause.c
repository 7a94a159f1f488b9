// SPDX-License-Identifier: MIT
// Clauses, and which words of the operative text no task quotes.
#include "core/directive.h"

static int depth_of(const Vec *clauses, size_t first, int64_t parent_id)
{
	for (size_t i = first; parent_id && i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		if (clause->id == parent_id)
			return clause->depth + 1;
	}
	return 0;
}

bool clause_list(Core *core, int64_t directive_id, Arena *arena, Vec *out, Err *err)
{
	size_t first = out->len;
	Stmt *stmt = db_query(core_db(core), Q_CLAUSE_OF_DIRECTIVE);
	stmt_int(stmt, directive_id);
	while (stmt_row(stmt)) {
		Clause clause = {
			.id = stmt_get_int(stmt, 0),
			.parent_id = stmt_get_int(stmt, 1),
			.code = stmt_get_string(stmt, 2, arena),
			.range = { (size_t)stmt_get_int(stmt, 3), (size_t)stmt_get_int(stmt, 4) },
			.tasks = (int)stmt_get_int(stmt, 5),
		};
		clause.depth = depth_of(out, first, clause.parent_id);
		*(Clause *)vec_push(out) = clause;
	}
	return stmt_done(stmt, err);
}

static bool read_citations(Core *core, int64_t directive_id, Vec *covers, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_CITATION_OF_DIRECTIVE);
	stmt_int(stmt, directive_id);
	while (stmt_row(stmt))
		*(Range *)vec_push(covers) =
			(Range){ (size_t)stmt_get_int(stmt, 0), (size_t)stmt_get_int(stmt, 1) };
	return stmt_done(stmt, err);
}

static bool has_children(const Vec *clauses, int64_t id)
{
	for (size_t i = 0; i < clauses->len; i++)
		if (((const Clause *)vec_at(clauses, i))->parent_id == id)
			return true;
	return false;
}

// Adds what the covers leave of one top clause; a gap of punctuation only is none. Returns its words.
static size_t add_gaps(const char *text, Range whole, const Vec *covers, Vec *gaps)
{
	Vec raw;
	size_t missing = 0;
	vec_init(&raw, sizeof(Range));
	ranges_uncovered(whole, covers->items, covers->len, &raw);
	for (size_t i = 0; i < raw.len; i++) {
		Range gap = range_trim(text, *(const Range *)vec_at(&raw, i));
		if (range_is_empty(gap))
			continue;
		*(Range *)vec_push(gaps) = gap;
		missing += range_words(text, gap);
	}
	vec_release(&raw);
	return missing;
}

static void measure(const char *text, const Vec *clauses, const Vec *covers, Coverage *out)
{
	size_t missing = 0;
	for (size_t i = 0; i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		if (!clause->tasks && !has_children(clauses, clause->id))
			*(Clause *)vec_push(&out->idle) = *clause;
		if (clause->parent_id)
			continue;
		Range words = range_after_number(text, clause->range);
		out->operative += range_words(text, words);
		missing += add_gaps(text, words, covers, &out->gaps);
	}
	// A word that is half covered counts in its gap and could make the sum too large by itself.
	out->covered = out->operative > missing ? out->operative - missing : 0;
	out->percent = out->operative ? (int)(out->covered * 100 / out->operative) : 0;
}

bool directive_coverage_get(Core *core, const Directive *directive, Arena *arena, Coverage *out,
	Err *err)
{
	Vec clauses, covers;
	*out = (Coverage){ 0 };
	vec_init(&out->gaps, sizeof(Range));
	vec_init(&out->idle, sizeof(Clause));
	vec_init(&clauses, sizeof(Clause));
	vec_init(&covers, sizeof(Range));
	bool ok = clause_list(core, directive->id, arena, &clauses, err) &&
		  read_citations(core, directive->id, &covers, err);
	if (ok)
		measure(directive->text, &clauses, &covers, out);
	vec_release(&clauses);
	vec_release(&covers);
	return ok;
}

void coverage_release(Coverage *coverage)
{
	vec_release(&coverage->gaps);
	vec_release(&coverage->idle);
}
