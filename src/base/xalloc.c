// SPDX-License-Identifier: MIT
#include "base/xalloc.h"

#include "base/tr.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*exhaustion_hook)(void);

void xalloc_on_exhaustion(void (*hook)(void))
{
	exhaustion_hook = hook;
}

void xalloc_exhausted(void)
{
	const char *message = tr("dieuphoi: hết bộ nhớ, chương trình dừng\n");
	void (*hook)(void) = exhaustion_hook;
	exhaustion_hook = NULL;
	if (hook)
		hook();
	ssize_t ignored = write(STDERR_FILENO, message, strlen(message));
	(void)ignored;
	_exit(1);
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);
	if (!p)
		xalloc_exhausted();
	return p;
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);
	if (!p)
		xalloc_exhausted();
	return p;
}

void *xrealloc(void *ptr, size_t size)
{
	void *p = realloc(ptr, size ? size : 1);
	if (!p)
		xalloc_exhausted();
	return p;
}

char *xstrdup(const char *s)
{
	size_t size = strlen(s) + 1;
	return memcpy(xmalloc(size), s, size);
}
