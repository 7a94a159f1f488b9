// SPDX-License-Identifier: MIT
#include "tui/row_key.h"

// FNV-1a's, as everywhere; a step takes eight bytes at once.
static const uint64_t start = 14695981039346656037U, prime = 1099511628211U;

static uint64_t add(uint64_t key, uint64_t value)
{
	key = (key ^ value) * prime;
	return key ^ key >> 32;
}

int64_t row_key_of(int64_t id, int64_t kind, int64_t part)
{
	uint64_t key = add(add(add(start, (uint64_t)id), (uint64_t)kind), (uint64_t)part);
	return (int64_t)(key | 1); // 0 is no key
}

int64_t row_key_words(const char *words)
{
	uint64_t key = start;
	for (; *words; words++)
		key = add(key, (unsigned char)*words);
	return (int64_t)key;
}
