// SPDX-License-Identifier: MIT
// Suggest: the nearest of some known names to one that was mistyped.
#ifndef CONFIG_SUGGEST_H
#define CONFIG_SUGGEST_H

#include <stddef.h>

typedef struct {
	const char *typed;
	const char
		*best; // NULL while nothing is near: at most 2 letters wrong, and fewer than a half
	size_t distance;
} Suggest;

Suggest suggest_begin(const char *typed);
void suggest_offer(Suggest *suggest, const char *known);

#endif
