// SPDX-License-Identifier: MIT
#include "config/suggest.h"

#include <string.h>

enum { NAME_MAX_BYTES = 40, MAX_DISTANCE = 2 };

static size_t least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;
	return ab < c ? ab : c;
}

// Levenshtein distance in bytes, one row at a time; both are short.
static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
	size_t row[NAME_MAX_BYTES + 1];
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t above = row[j];
			row[j] =
				least(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[m];
}

Suggest suggest_begin(const char *typed)
{
	return (Suggest){ .typed = typed, .distance = MAX_DISTANCE + 1 };
}

void suggest_offer(Suggest *suggest, const char *known)
{
	size_t n = strlen(suggest->typed);
	size_t m = strlen(known);
	if (n > NAME_MAX_BYTES || m > NAME_MAX_BYTES)
		return;
	size_t d = distance(suggest->typed, n, known, m);
	if (d < suggest->distance && 2 * d < m) {
		suggest->distance = d;
		suggest->best = known;
	}
}
