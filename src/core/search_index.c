// SPDX-License-Identifier: MIT
// Writes the index: documents, their words, and the engine's own part of it.
#include "core/search_index_parts.h"

#include "base/tr.h"

#include <stdlib.h>
#include <string.h>

typedef enum { INDEX_DELETE, INDEX_INSERT } IndexStep;

// They are taken in the order of ids, deletions first: out of order, the engine begins a new piece
// of the index at each.
typedef struct {
	IndexStep step;
	Entry entry;
} Pending;

void indexer_init(Indexer *indexer, Core *core, IndexMode mode, Err *err)
{
	*indexer = (Indexer){
		.core = core, .mode = mode, .arena = ARENA_INIT, .kept = ARENA_INIT, .err = err
	};
	vec_init(&indexer->pending, sizeof(Pending));
	for (int i = 0; i < 2; i++)
		indexer->words[i] = word_set_new();
}

void indexer_release(Indexer *indexer)
{
	vec_release(&indexer->pending);
	arena_release(&indexer->arena);
	arena_release(&indexer->kept);
	for (int i = 0; i < 2; i++)
		word_set_free(indexer->words[i]);
}

// Documents -------------------------------------------------------------------------------------

static void add_place(Buf *out, int64_t region_id, int64_t district_id)
{
	if (region_id)
		buf_addf(out, "%sr%lld", out->len ? " " : "", (long long)region_id);
	if (district_id)
		buf_addf(out, "%sd%lld", out->len ? " " : "", (long long)district_id);
}

// A task is at the places of its leaves, everything else at its own.
static bool add_places(
	Indexer *indexer, SearchKind kind, int64_t thing_id, const SearchSource *source, Buf *out)
{
	add_place(out, source->region_id, source->district_id);
	if (kind != SEARCH_TASK)
		return true;
	Stmt *stmt = db_query(core_db(indexer->core), Q_SEARCH_TASK_PLACES);
	stmt_int(stmt, thing_id);
	while (stmt_row(stmt))
		add_place(out, stmt_get_int(stmt, 0), stmt_get_int(stmt, 1));
	return stmt_done(stmt, indexer->err);
}

typedef void AddWords(Buf *out, const char *s, size_t n);

static char *words_of(SearchKind kind, const SearchSource *source, AddWords *add, Arena *arena)
{
	char day[11];
	Buf out = BUF_INIT;
	if (search_kinds[kind].traits & SOURCE_LABEL)
		add(&out, source->label, strlen(source->label));
	for (int i = 0; i < SOURCE_LINES; i++)
		add(&out, source->lines[i], strlen(source->lines[i]));
	if (out.len) {
		search_day_words(kind, source, day);
		add(&out, day, strlen(day));
	}
	if (add == search_fold)
		search_add_days(&out);
	char *words = arena_strndup(arena, out.bytes, out.len);
	buf_release(&out);
	return words;
}

bool entry_of(
	Indexer *indexer, const Thing *thing, const SearchSource *source, Arena *arena, Entry *out)
{
	Buf place = BUF_INIT;
	bool ok = add_places(indexer, thing->kind, thing->id, source, &place);
	*out = (Entry){ .part = source->part,
		.folded = words_of(thing->kind, source, search_fold, arena),
		.exact = words_of(thing->kind, source, search_exact, arena),
		.place = arena_strndup(arena, place.bytes, place.len) };
	buf_release(&place);
	return ok;
}

// Words -----------------------------------------------------------------------------------------

static bool store_word(Indexer *indexer, int form, const char *word, size_t n)
{
	char *copy = arena_strndup(&indexer->arena, word, n);
	Stmt *stmt = db_query(core_db(indexer->core), Q_SEARCH_WORD_INSERT);
	stmt_int(stmt, form);
	stmt_text(stmt, copy);
	return stmt_run(stmt, indexer->err);
}

static bool store_words(Indexer *indexer, int form, const char *words)
{
	bool ok = true;
	while (ok && *words) {
		size_t n = strcspn(words, " ");
		if (word_set_add(indexer->words[form], words, n))
			ok = store_word(indexer, form, words, n);
		words += n + (words[n] == ' ');
	}
	return ok;
}

// Writing ---------------------------------------------------------------------------------------

static void later(Indexer *indexer, IndexStep step, const Entry *entry)
{
	if (indexer->mode == INDEX_FOLLOWS)
		*(Pending *)vec_push(&indexer->pending) = (Pending){ step, *entry };
}

static SearchClass class_of(const SearchSource *source)
{
	return source->open ? SEARCH_OPEN : SEARCH_CLOSED;
}

static bool new_id(Indexer *indexer, SearchKind kind, const SearchSource *source, int64_t *out)
{
	int64_t first = search_id_first(kind, class_of(source), source->day);
	int64_t last = search_id_last(kind, class_of(source), source->day);
	Stmt *stmt = db_query(core_db(indexer->core), Q_SEARCH_LAST_ID);
	stmt_int(stmt, first);
	stmt_int(stmt, last);
	if (!db_scalar(stmt, 0, out, indexer->err))
		return false;
	*out = *out ? *out + 1 : first;
	return *out <= last || err_set(indexer->err, ERR_DB, "%s", tr("Chỉ mục tìm kiếm đã đầy."));
}

bool entry_store(Indexer *indexer, const Thing *thing, const SearchSource *source, Entry *entry)
{
	if (!entry->id && !new_id(indexer, thing->kind, source, &entry->id))
		return false;
	Stmt *stmt = db_query(core_db(indexer->core), Q_SEARCH_DOCUMENT_INSERT);
	stmt_int(stmt, entry->id);
	stmt_int(stmt, thing->id);
	stmt_int(stmt, entry->part);
	stmt_text(stmt, entry->folded);
	stmt_text(stmt, entry->exact);
	stmt_text(stmt, entry->place);
	later(indexer, INDEX_INSERT, entry);
	return stmt_run(stmt, indexer->err) && store_words(indexer, 0, entry->folded) &&
	       store_words(indexer, 1, entry->exact);
}

bool entry_delete(Indexer *indexer, const Entry *entry)
{
	Stmt *stmt = db_query(core_db(indexer->core), Q_SEARCH_DOCUMENT_DELETE);
	stmt_int(stmt, entry->id);
	later(indexer, INDEX_DELETE, entry);
	return stmt_run(stmt, indexer->err);
}

// Stored ----------------------------------------------------------------------------------------

bool entries_stored(Indexer *indexer, const Thing *thing, Arena *arena, Vec *out)
{
	Stmt *stmt = db_query(core_db(indexer->core), Q_SEARCH_STORED);
	stmt_int(stmt, thing->id);
	stmt_int(stmt, search_id_first(thing->kind, SEARCH_OPEN, SEARCH_LAST_DAY));
	stmt_int(stmt, search_id_last(thing->kind, SEARCH_CLOSED, 0));
	while (stmt_row(stmt))
		*(Entry *)vec_push(out) = (Entry){
			.id = stmt_get_int(stmt, 0),
			.part = stmt_get_int(stmt, 1),
			.folded = stmt_get_string(stmt, 2, arena),
			.exact = stmt_get_string(stmt, 3, arena),
			.place = stmt_get_string(stmt, 4, arena),
		};
	return stmt_done(stmt, indexer->err);
}

Entry *entry_of_part(const Vec *entries, int64_t part)
{
	for (size_t i = 0; i < entries->len; i++) {
		Entry *entry = vec_at(entries, i);
		if (entry->part == part)
			return entry;
	}
	return NULL;
}

bool entry_id_fits(const Entry *entry, SearchKind kind, const SearchSource *source)
{
	return entry->id >= search_id_first(kind, class_of(source), source->day) &&
	       entry->id <= search_id_last(kind, class_of(source), source->day);
}

bool entry_same_words(const Entry *a, const Entry *b)
{
	return strcmp(a->folded, b->folded) == 0 && strcmp(a->exact, b->exact) == 0 &&
	       strcmp(a->place, b->place) == 0;
}

static int by_id(const void *a, const void *b)
{
	const Pending *x = a, *y = b;
	if (x->entry.id != y->entry.id)
		return x->entry.id < y->entry.id ? -1 : 1;
	return (int)x->step - (int)y->step;
}

bool indexer_finish(Indexer *indexer)
{
	static const QueryId steps[] = {
		[INDEX_DELETE] = Q_SEARCH_INDEX_DELETE, [INDEX_INSERT] = Q_SEARCH_INDEX_INSERT
	};
	bool ok = true;
	if (indexer->pending.len)
		qsort(indexer->pending.items, indexer->pending.len, sizeof(Pending), by_id);
	for (size_t i = 0; ok && i < indexer->pending.len; i++) {
		const Pending *pending = vec_at(&indexer->pending, i);
		Stmt *stmt = db_query(core_db(indexer->core), steps[pending->step]);
		stmt_int(stmt, pending->entry.id);
		stmt_text(stmt, pending->entry.folded);
		stmt_text(stmt, pending->entry.exact);
		stmt_text(stmt, pending->entry.place);
		ok = stmt_run(stmt, indexer->err);
	}
	return ok;
}
