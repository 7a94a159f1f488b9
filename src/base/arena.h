// SPDX-License-Identifier: MIT
// Arena: memory that is given back all at once. Results of queries live in the caller's arena.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/err.h"

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

// Invariant: blocks is a list, newest first; only the newest is allocated from.
typedef struct {
	ArenaBlock *blocks;
} Arena;

#define ARENA_INIT { .blocks = NULL }

// Zeroed, aligned for any type.
void *arena_alloc(Arena *arena, size_t size) __attribute__((returns_nonnull));
void *arena_array(Arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));
char *arena_strdup(Arena *arena, const char *s) __attribute__((returns_nonnull));
// Copies n bytes and ends them with NUL.
char *arena_strndup(Arena *arena, const char *s, size_t n) __attribute__((returns_nonnull));
char *arena_printf(Arena *arena, const char *fmt, ...) PRINTF_LIKE(2, 3);

// Forgets everything but keeps one block for the next use.
void arena_clear(Arena *arena);
void arena_release(Arena *arena);

#endif
