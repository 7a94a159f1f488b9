// SPDX-License-Identifier: MIT
#include "text/upper.h"

#include "text/utf8.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

// The first `letters` of them. A capital may take more bytes than its small letter, three at most for one.
static const char *in_capitals(Arena *arena, const char *text, size_t letters)
{
	size_t n = strlen(text), len = 0;
	char *out = arena_alloc(arena, 3 * n + 1);
	for (size_t at = 0; at < n; letters -= letters > 0) {
		uint32_t cp;
		at += utf8_decode(text + at, n - at, &cp);
		cp = letters ? (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp) : cp;
		len += utf8_encode(cp, out + len);
	}
	out[len] = '\0';
	return out;
}

const char *text_upper(Arena *arena, const char *text)
{
	return in_capitals(arena, text, SIZE_MAX);
}

const char *text_capital(Arena *arena, const char *text)
{
	return in_capitals(arena, text, 1);
}
