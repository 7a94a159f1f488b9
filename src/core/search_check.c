// SPDX-License-Identifier: MIT
// The whole index: written anew, and compared with what the rows say.
#include "core/search_index_parts.h"

#include "base/tr.h"

#include <string.h>

// Grows whenever other words would be written for the same rows.
static const char index_version[] = "4";
static const char version_key[] = "search_index";

typedef bool EachThing(Indexer *indexer, const Thing *thing, void *state);

// Anew ------------------------------------------------------------------------------------------

static bool run_plain(Core *core, QueryId query, Err *err)
{
	return stmt_run(db_query(core_db(core), query), err);
}

static bool add_thing(Indexer *indexer, const Thing *thing, void *state)
{
	Vec sources;
	(void)state;
	vec_init(&sources, sizeof(SearchSource));
	bool ok = search_sources(
		indexer->core, thing->kind, thing->id, &indexer->arena, &sources, indexer->err);
	for (size_t i = 0; ok && i < sources.len; i++) {
		Entry entry;
		const SearchSource *source = vec_at(&sources, i);
		ok = entry_of(indexer, thing, source, &indexer->arena, &entry) &&
		     (!*entry.folded || entry_store(indexer, thing, source, &entry));
	}
	vec_release(&sources);
	arena_clear(&indexer->arena);
	return ok;
}

static bool each_of_kind(Indexer *indexer, SearchKind kind, EachThing *each, void *state)
{
	bool ok = true;
	Err done = ERR_INIT;
	Stmt *stmt = db_query(core_db(indexer->core), search_kinds[kind].all);
	while (ok && stmt_row(stmt)) {
		Thing thing = { kind, stmt_get_int(stmt, 0) };
		ok = each(indexer, &thing, state);
	}
	bool all = stmt_done(stmt, &done);
	if (ok && !all)
		*indexer->err = done;
	return ok && all;
}

static bool each_thing(Indexer *indexer, EachThing *each, void *state)
{
	bool ok = true;
	for (int kind = SEARCH_NOTHING + 1; ok && kind < SEARCH_KINDS; kind++)
		ok = each_of_kind(indexer, (SearchKind)kind, each, state);
	return ok;
}

static bool build(Core *core, Err *err)
{
	Indexer indexer;
	indexer_init(&indexer, core, INDEX_IS_BUILT, err);
	bool ok = run_plain(core, Q_SEARCH_CLEAR_INDEX, err) &&
		  run_plain(core, Q_SEARCH_CLEAR_DOCUMENTS, err) &&
		  run_plain(core, Q_SEARCH_CLEAR_WORDS, err) &&
		  each_thing(&indexer, add_thing, NULL) &&
		  run_plain(core, Q_SEARCH_REBUILD_INDEX, err) &&
		  core_setting_store(core, version_key, index_version, err);
	indexer_release(&indexer);
	return ok;
}

bool search_rebuild(Core *core, Err *err)
{
	if (!db_write_begin(core_db(core), err))
		return false;
	if (!build(core, err))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err);
}

static bool is_of_today(Core *core, bool *out, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *version = "";
	bool ok = core_setting(core, version_key, &arena, &version, err);
	*out = ok && strcmp(version, index_version) == 0;
	arena_release(&arena);
	return ok;
}

// Looked at again under the lock: of many who open the file at once, one does the work.
bool search_prepare(Core *core, Err *err)
{
	bool done;
	if (!is_of_today(core, &done, err) || done)
		return done;
	if (!db_write_begin(core_db(core), err))
		return false;
	if (!is_of_today(core, &done, err) || (!done && !build(core, err)))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err);
}

// Compared --------------------------------------------------------------------------------------

typedef struct {
	SearchComplaint *report;
	void *state;
	int64_t *count;
} Listener;

static void complain(const Listener *listener, const Thing *thing, Core *core)
{
	char id[24];
	Buf line = BUF_INIT;
	id_show(core, thing->id, id);
	buf_addf(&line, tr("%s số %s: chỉ mục tìm kiếm không còn đúng."),
		search_kind_name(thing->kind), id);
	listener->report(listener->state, line.bytes);
	buf_release(&line);
}

static bool part_is_right(Indexer *indexer, const Thing *thing, const SearchSource *source,
	const Vec *stored, bool *right)
{
	Entry entry;
	const Entry *there = entry_of_part(stored, source->part);
	if (!entry_of(indexer, thing, source, &indexer->arena, &entry))
		return false;
	*right = *entry.folded ? there && entry_id_fits(there, thing->kind, source) &&
					 entry_same_words(there, &entry)
			       : !there;
	return true;
}

static bool compare_thing(Indexer *indexer, const Thing *thing, void *state)
{
	const Listener *listener = state;
	Vec sources, stored;
	bool right = true;
	vec_init(&sources, sizeof(SearchSource));
	vec_init(&stored, sizeof(Entry));
	bool ok = search_sources(indexer->core, thing->kind, thing->id, &indexer->arena, &sources,
			  indexer->err) &&
		  entries_stored(indexer, thing, &indexer->arena, &stored);
	size_t wanted = 0;
	for (size_t i = 0; ok && right && i < sources.len; i++) {
		const SearchSource *source = vec_at(&sources, i);
		ok = part_is_right(indexer, thing, source, &stored, &right);
		wanted += entry_of_part(&stored, source->part) != NULL;
	}
	if (ok && (!right || wanted != stored.len))
		complain(listener, thing, indexer->core);
	*listener->count += (int64_t)stored.len;
	vec_release(&sources);
	vec_release(&stored);
	arena_clear(&indexer->arena);
	return ok;
}

// The engine compares the index with the documents' words; it asks for a write to do so.
static bool compare_index(Core *core, const Listener *listener, Err *err)
{
	Err found = ERR_INIT;
	if (!db_write_begin(core_db(core), err))
		return false;
	if (!run_plain(core, Q_SEARCH_INDEX_CHECK, &found))
		listener->report(
			listener->state, tr("Chỉ mục tìm kiếm không khớp với các từ đã ghi."));
	db_write_cancel(core_db(core));
	return true;
}

bool search_check(Core *core, SearchComplaint *report, void *state, int64_t *count, Err *err)
{
	Indexer indexer;
	Listener listener = { report, state, count };
	int64_t stored = 0;
	*count = 0;
	indexer_init(&indexer, core, INDEX_FOLLOWS, err);
	bool ok = each_thing(&indexer, compare_thing, &listener) &&
		  db_scalar(db_query(core_db(core), Q_SEARCH_COUNT), 0, &stored, err);
	if (ok && stored != *count)
		report(state, tr("Chỉ mục tìm kiếm còn mục của những thứ không có nữa."));
	indexer_release(&indexer);
	// The engine looks at its own part of the index by writing.
	return ok && (core_read_only(core) || compare_index(core, &listener, err));
}
