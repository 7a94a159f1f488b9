// SPDX-License-Identifier: MIT
// The index follows every change, in its transaction.
#include "core/search_index_parts.h"

#include <stdlib.h>

// Which things say something else once a row has changed. NO_QUERY: the row itself is the thing.
#define NO_QUERY QUERY_COUNT

static const struct {
	NounKind noun;
	SearchKind kind;
	QueryId things;
} follows[] = {
	{ NOUN_REGION, SEARCH_REGION, NO_QUERY },
	{ NOUN_DISTRICT, SEARCH_DISTRICT, NO_QUERY },
	{ NOUN_PERSON, SEARCH_PERSON, NO_QUERY },
	{ NOUN_DIRECTIVE, SEARCH_DIRECTIVE, NO_QUERY },
	{ NOUN_DIRECTIVE, SEARCH_CLAUSE, NO_QUERY },
	{ NOUN_DIRECTIVE, SEARCH_TASK, Q_SEARCH_TASKS_OF_DIRECTIVE },
	{ NOUN_CLAUSE, SEARCH_CLAUSE, Q_SEARCH_DIRECTIVE_OF_CLAUSE },
	{ NOUN_TASK, SEARCH_TASK, NO_QUERY },
	{ NOUN_TASK, SEARCH_PROGRESS, Q_SEARCH_PROGRESS_OF_TASK },
	{ NOUN_CITATION, SEARCH_TASK, Q_SEARCH_TASK_OF_CITATION },
	{ NOUN_LEAF, SEARCH_TASK, Q_SEARCH_TASK_OF_LEAF },
	{ NOUN_LEAF, SEARCH_PROGRESS, Q_SEARCH_PROGRESS_OF_LEAF },
	{ NOUN_PROGRESS, SEARCH_PROGRESS, NO_QUERY },
	{ NOUN_MEETING, SEARCH_MEETING, NO_QUERY },
	{ NOUN_MEETING, SEARCH_MINUTES, Q_SEARCH_MINUTES_OF_MEETING },
	{ NOUN_MEETING, SEARCH_CONCLUSION, Q_SEARCH_CONCLUSIONS_OF_MEETING },
	{ NOUN_MEETING, SEARCH_TASK, Q_SEARCH_TASKS_OF_MEETING },
	{ NOUN_AGENDA_ITEM, SEARCH_MINUTES, NO_QUERY },
	{ NOUN_CONCLUSION, SEARCH_CONCLUSION, NO_QUERY },
	{ NOUN_REVIEW, SEARCH_REVIEW, NO_QUERY },
	{ NOUN_INDICATOR, SEARCH_INDICATOR, NO_QUERY },
	{ NOUN_BODY, SEARCH_BODY, NO_QUERY },
	{ NOUN_BODY_NAME, SEARCH_BODY, Q_SEARCH_BODY_OF_NAME },
	{ NOUN_REPORT_SERIES, SEARCH_SERIES, NO_QUERY },
	{ NOUN_DIRECTIVE, SEARCH_SERIES, Q_SEARCH_SERIES_OF_DIRECTIVE },
	{ NOUN_PLACE_NAME, SEARCH_REGION, Q_SEARCH_REGION_OF_NAME },
	{ NOUN_PLACE_NAME, SEARCH_DISTRICT, Q_SEARCH_DISTRICT_OF_NAME },
	{ NOUN_REMARK, SEARCH_REMARK, NO_QUERY },
	{ NOUN_MEETING, SEARCH_REMARK, Q_SEARCH_REMARKS_OF_MEETING },
	{ NOUN_REVIEW, SEARCH_REMARK, Q_SEARCH_REMARKS_OF_REVIEW },
};

// Following -------------------------------------------------------------------------------------

enum { TAKEN = -1 };

// The id of a document that stays is kept, so that its neighbours stay too.
static bool refresh_part(
	Indexer *indexer, const Thing *thing, const SearchSource *source, Vec *stored)
{
	Entry entry, *old = entry_of_part(stored, source->part);
	if (!entry_of(indexer, thing, source, &indexer->kept, &entry))
		return false;
	bool fits = old && entry_id_fits(old, thing->kind, source);
	bool same = fits && *entry.folded && entry_same_words(old, &entry);
	if (old)
		old->part = TAKEN;
	if (same)
		return true;
	if (old && !entry_delete(indexer, old))
		return false;
	entry.id = fits ? old->id : 0;
	return !*entry.folded || entry_store(indexer, thing, source, &entry);
}

static bool refresh(Indexer *indexer, const Thing *thing)
{
	Vec sources, stored;
	vec_init(&sources, sizeof(SearchSource));
	vec_init(&stored, sizeof(Entry));
	bool ok = search_sources(indexer->core, thing->kind, thing->id, &indexer->arena, &sources,
			  indexer->err) &&
		  entries_stored(indexer, thing, &indexer->kept, &stored);
	for (size_t i = 0; ok && i < sources.len; i++)
		ok = refresh_part(indexer, thing, vec_at(&sources, i), &stored);
	for (size_t i = 0; ok && i < stored.len; i++) {
		const Entry *left = vec_at(&stored, i);
		ok = left->part == TAKEN || entry_delete(indexer, left);
	}
	vec_release(&sources);
	vec_release(&stored);
	arena_clear(&indexer->arena);
	return ok;
}

static bool collect(Core *core, const SearchTouched *touched, Vec *things, Err *err)
{
	for (size_t i = 0; i < sizeof(follows) / sizeof(*follows); i++) {
		if (follows[i].noun != touched->noun)
			continue;
		if (follows[i].things == NO_QUERY) {
			*(Thing *)vec_push(things) = (Thing){ follows[i].kind, touched->id };
			continue;
		}
		Stmt *stmt = db_query(core_db(core), follows[i].things);
		stmt_int(stmt, touched->id);
		while (stmt_row(stmt))
			*(Thing *)vec_push(things) =
				(Thing){ follows[i].kind, stmt_get_int(stmt, 0) };
		if (!stmt_done(stmt, err))
			return false;
	}
	return true;
}

static int by_thing(const void *a, const void *b)
{
	const Thing *x = a, *y = b;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static bool refresh_all(Core *core, Vec *things, Err *err)
{
	Indexer indexer;
	bool ok = true;
	indexer_init(&indexer, core, INDEX_FOLLOWS, err);
	qsort(things->items, things->len, sizeof(Thing), by_thing);
	for (size_t i = 0; ok && i < things->len; i++) {
		const Thing *thing = vec_at(things, i);
		if (i == 0 || by_thing(thing, vec_at(things, i - 1)) != 0)
			ok = refresh(&indexer, thing);
	}
	ok = ok && indexer_finish(&indexer);
	indexer_release(&indexer);
	return ok;
}

bool search_follow(Core *core, const SearchTouched *touched, size_t n, Err *err)
{
	Vec things;
	bool ok = true;
	vec_init(&things, sizeof(Thing));
	for (size_t i = 0; ok && i < n; i++)
		ok = collect(core, &touched[i], &things, err);
	if (ok && things.len)
		ok = refresh_all(core, &things, err);
	vec_release(&things);
	return ok;
}
