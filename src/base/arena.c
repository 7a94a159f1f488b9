// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include "base/xalloc.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 16 * 1024 };

struct ArenaBlock {
	ArenaBlock *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static ArenaBlock *block_new(size_t size)
{
	ArenaBlock *block = xmalloc(sizeof(ArenaBlock) + size);
	*block = (ArenaBlock){ .size = size };
	return block;
}

void *arena_alloc(Arena *arena, size_t size)
{
	size_t rounded = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	ArenaBlock *block = arena->blocks;
	if (!block || block->size - block->used < rounded) {
		block = block_new(rounded > BLOCK_SIZE ? rounded : BLOCK_SIZE);
		block->next = arena->blocks;
		arena->blocks = block;
	}
	void *p = block->bytes + block->used;
	block->used += rounded;
	return memset(p, 0, rounded);
}

void *arena_array(Arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		count = SIZE_MAX / 2 / size; // more than there is: the allocation below ends the program
	return arena_alloc(arena, count * size);
}

char *arena_strndup(Arena *arena, const char *s, size_t n)
{
	char *copy = arena_alloc(arena, n + 1);
	if (n)
		memcpy(copy, s, n);
	return copy;
}

char *arena_strdup(Arena *arena, const char *s)
{
	return arena_strndup(arena, s, strlen(s));
}

char *arena_printf(Arena *arena, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	char *s = arena_alloc(arena, n < 0 ? 1 : (size_t)n + 1);
	if (n >= 0)
		vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

void arena_clear(Arena *arena)
{
	ArenaBlock *keep = arena->blocks;
	if (!keep)
		return;
	arena->blocks = keep->next;
	arena_release(arena);
	keep->next = NULL;
	keep->used = 0;
	arena->blocks = keep;
}

void arena_release(Arena *arena)
{
	for (ArenaBlock *block = arena->blocks; block;) {
		ArenaBlock *next = block->next;
		free(block);
		block = next;
	}
	arena->blocks = NULL;
}
