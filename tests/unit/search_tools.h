// SPDX-License-Identifier: MIT
// What the tests of search share: asking, and counting what comes.
#ifndef TESTS_SEARCH_TOOLS_H
#define TESTS_SEARCH_TOOLS_H

#include "core/search.h"
#include "unit/fixture.h"

#include <string.h>

static const SearchLimit limit = { .each = 20, .single = 50 };

static SearchResult search(Fixture *fixture, const char *typed)
{
	SearchResult result;
	search_result_init(&result);
	assert_done(search_run(fixture->core, typed, limit, &fixture->arena, &result, &fixture->err),
		&fixture->err);
	return result;
}

static int count(Fixture *fixture, const char *typed)
{
	SearchResult result = search(fixture, typed);
	int n = (int)result.hits.len;
	search_result_release(&result);
	return n;
}

static int count_kind(Fixture *fixture, const char *typed, SearchKind kind)
{
	int n = 0;
	SearchResult result = search(fixture, typed);
	for (size_t i = 0; i < result.hits.len; i++)
		n += ((const SearchHit *)vec_at(&result.hits, i))->kind == kind;
	search_result_release(&result);
	return n;
}

static SearchHit first_hit(Fixture *fixture, const char *typed)
{
	SearchResult result = search(fixture, typed);
	if (!result.hits.len)
		fail_msg("nothing found for %s", typed);
	SearchHit hit = *(const SearchHit *)vec_at(&result.hits, 0);
	search_result_release(&result);
	return hit;
}

static void assert_problem(Fixture *fixture, const char *typed, const char *part)
{
	SearchResult result = search(fixture, typed);
	if (!strstr(result.problem, part))
		fail_msg("%s: “%s” instead of “%s”", typed, result.problem, part);
	assert_int_equal(result.hits.len, 0);
	search_result_release(&result);
}

#endif
