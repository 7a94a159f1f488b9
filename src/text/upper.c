// SPDX-License-Identifier: MIT
#include "text/upper.h"

#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

// A capital may take more bytes than its small letter, three at most for one.
const char *text_upper(Arena *arena, const char *text)
{
	size_t n = strlen(text), len = 0;
	char *out = arena_alloc(arena, 3 * n + 1);
	for (size_t at = 0; at < n;) {
		uint32_t cp;
		at += utf8_decode(text + at, n - at, &cp);
		len += utf8_encode((uint32_t)utf8proc_toupper((utf8proc_int32_t)cp), out + len);
	}
	out[len] = '\0';
	return out;
}
