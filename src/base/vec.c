// SPDX-License-Identifier: MIT
#include "base/vec.h"

#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>

void vec_init(Vec *vec, size_t item_size)
{
	*vec = (Vec){ .item_size = item_size };
}

static void reserve(Vec *vec, size_t more)
{
	size_t cap = vec->cap ? vec->cap : 8;
	if (vec->len + more <= vec->cap)
		return;
	while (cap < vec->len + more)
		cap *= 2;
	vec->items = xrealloc(vec->items, cap * vec->item_size);
	vec->cap = cap;
}

void *vec_at(const Vec *vec, size_t index)
{
	return (char *)vec->items + index * vec->item_size;
}

void *vec_push(Vec *vec)
{
	reserve(vec, 1);
	return memset(vec_at(vec, vec->len++), 0, vec->item_size);
}

void vec_insert(Vec *vec, size_t index, const void *items, size_t count)
{
	if (!count)
		return;
	reserve(vec, count);
	memmove(vec_at(vec, index + count), vec_at(vec, index), (vec->len - index) * vec->item_size);
	memcpy(vec_at(vec, index), items, count * vec->item_size);
	vec->len += count;
}

void vec_remove(Vec *vec, size_t index, size_t count)
{
	if (!count)
		return;
	memmove(vec_at(vec, index), vec_at(vec, index + count),
		(vec->len - index - count) * vec->item_size);
	vec->len -= count;
}

void vec_clear(Vec *vec)
{
	vec->len = 0;
}

void vec_release(Vec *vec)
{
	free(vec->items);
	vec_init(vec, vec->item_size);
}
