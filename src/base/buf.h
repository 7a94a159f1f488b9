// SPDX-License-Identifier: MIT
// Buf: a growing byte string. bytes[len] is always NUL, also when nothing was added.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/err.h"

#include <stddef.h>

typedef struct {
	char *bytes; // owned, or the shared empty string while cap is 0
	size_t len, cap;
} Buf;

extern char buf_empty[1];
#define BUF_INIT { .bytes = buf_empty }

void buf_add(Buf *buf, const void *bytes, size_t n);
void buf_adds(Buf *buf, const char *s);
void buf_addch(Buf *buf, char c);
void buf_addf(Buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
// Replaces the n bytes at `at` by the given ones; at and n are clamped to what is there.
void buf_splice(Buf *buf, size_t at, size_t n, const void *bytes, size_t bytes_n);
void buf_truncate(Buf *buf, size_t len);
void buf_clear(Buf *buf); // keeps the memory
void buf_release(Buf *buf);

#endif
