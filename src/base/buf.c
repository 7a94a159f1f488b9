// SPDX-License-Identifier: MIT
#include "base/buf.h"

#include "base/xalloc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char buf_empty[1];

static void reserve(Buf *buf, size_t more)
{
	size_t need = buf->len + more + 1;
	if (need <= buf->cap)
		return;
	size_t cap = buf->cap ? buf->cap : 64;
	while (cap < need)
		cap *= 2;
	buf->bytes = xrealloc(buf->cap ? buf->bytes : NULL, cap);
	buf->cap = cap;
}

void buf_add(Buf *buf, const void *bytes, size_t n)
{
	if (!n)
		return;
	reserve(buf, n);
	memcpy(buf->bytes + buf->len, bytes, n);
	buf->len += n;
	buf->bytes[buf->len] = '\0';
}

void buf_adds(Buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void buf_addch(Buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_addf(Buf *buf, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n > 0) {
		reserve(buf, (size_t)n);
		vsnprintf(buf->bytes + buf->len, (size_t)n + 1, fmt, again);
		buf->len += (size_t)n;
	}
	va_end(again);
}

void buf_splice(Buf *buf, size_t at, size_t n, const void *bytes, size_t bytes_n)
{
	at = at > buf->len ? buf->len : at;
	n = n > buf->len - at ? buf->len - at : n;
	reserve(buf, bytes_n);
	memmove(buf->bytes + at + bytes_n, buf->bytes + at + n, buf->len - at - n);
	if (bytes_n)
		memcpy(buf->bytes + at, bytes, bytes_n);
	buf->len += bytes_n - n;
	buf->bytes[buf->len] = '\0';
}

void buf_truncate(Buf *buf, size_t len)
{
	if (len >= buf->len)
		return;
	buf->len = len;
	buf->bytes[len] = '\0';
}

void buf_clear(Buf *buf)
{
	buf_truncate(buf, 0);
}

void buf_release(Buf *buf)
{
	if (buf->cap)
		free(buf->bytes);
	*buf = (Buf)BUF_INIT;
}
