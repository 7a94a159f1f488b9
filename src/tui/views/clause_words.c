// SPDX-License-Identifier: MIT
#include "tui/views/clause_words.h"

#include <string.h>

const char *clause_words(View *view, const char *text, const Clause *clause)
{
	Range range = range_trim(text, clause->range);
	size_t code = strlen(clause->code);
	if (range.end - range.start > code &&
		strncmp(text + range.start, clause->code, code) == 0 &&
		text[range.start + code] == '.')
		range = range_trim(text, (Range){ range.start + code, range.end });
	size_t n = strcspn(text + range.start, "\n");
	size_t most = range.end - range.start;
	return arena_strndup(&view->arena, text + range.start, n < most ? n : most);
}

const Clause *clause_at(const Vec *clauses, size_t offset)
{
	const Clause *deepest = NULL;
	for (size_t i = 0; i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		if (clause->range.start <= offset && offset < clause->range.end &&
			(!deepest || clause->depth >= deepest->depth))
			deepest = clause;
	}
	return deepest;
}

const Clause *clause_by_id(const Vec *clauses, int64_t id)
{
	for (size_t i = 0; i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		if (clause->id == id)
			return clause;
	}
	return NULL;
}
