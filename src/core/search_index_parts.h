// SPDX-License-Identifier: MIT
// Between the files that keep the index: nobody else includes this.
#ifndef CORE_SEARCH_INDEX_PARTS_H
#define CORE_SEARCH_INDEX_PARTS_H

#include "core/search_parts.h"
#include "core/search_words.h"

typedef struct {
	SearchKind kind;
	int64_t id;
} Thing;

// What is written for one document.
typedef struct {
	int64_t id, part;
	const char *folded, *exact, *place;
} Entry;

// Whether the index is told document by document, or built afterwards from all of them.
typedef enum { INDEX_FOLLOWS, INDEX_IS_BUILT } IndexMode;

typedef struct {
	Core *core;
	IndexMode mode;
	Arena arena; // of one thing's texts
	Vec pending; // steps of the index; what they hold lives in kept
	Arena kept;
	WordSet *words[2]; // folded, exact
	Err *err;
} Indexer;

void indexer_init(Indexer *indexer, Core *core, IndexMode mode, Err *err);
void indexer_release(Indexer *indexer);

// All return false with *indexer->err set.
bool entry_of(Indexer *indexer, const Thing *thing, const SearchSource *source, Arena *arena,
	Entry *out) WARN_UNUSED;
bool entry_store(Indexer *indexer, const Thing *thing, const SearchSource *source,
	Entry *entry) WARN_UNUSED; // under a new id where it has none
bool entry_delete(Indexer *indexer, const Entry *entry) WARN_UNUSED;
bool indexer_finish(Indexer *indexer) WARN_UNUSED; // INDEX_FOLLOWS: tells the index

// Vec of Entry: what is stored of a thing.
bool entries_stored(Indexer *indexer, const Thing *thing, Arena *arena, Vec *out) WARN_UNUSED;
Entry *entry_of_part(const Vec *entries, int64_t part); // NULL: none
// Whether the id still says kind, class and day.
bool entry_id_fits(const Entry *entry, SearchKind kind, const SearchSource *source);
bool entry_same_words(const Entry *a, const Entry *b);

#endif
