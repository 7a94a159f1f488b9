// SPDX-License-Identifier: MIT
// Vec: a growing array of items of one size. Pointers into it die with the next push.
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

typedef struct {
	void *items; // owned
	size_t len, cap;
	size_t item_size; // set by vec_init, never 0
} Vec;

void vec_init(Vec *vec, size_t item_size);
void *vec_push(Vec *vec); // the new, zeroed last item
void *vec_at(const Vec *vec, size_t index);
void vec_insert(Vec *vec, size_t index, const void *items, size_t count);
void vec_remove(Vec *vec, size_t index, size_t count);
void vec_clear(Vec *vec); // keeps the memory
void vec_release(Vec *vec);

#endif
