// SPDX-License-Identifier: MIT
// Memory that is there or ends the program: nothing above this file checks for NULL.
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stddef.h>

void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull, alloc_size(1)));
void *xcalloc(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
void *xrealloc(void *ptr, size_t size) __attribute__((returns_nonnull, alloc_size(2)));
char *xstrdup(const char *s) __attribute__((malloc, returns_nonnull));

// The same end for a library that says so itself.
_Noreturn void xalloc_exhausted(void);

// Called once before the program ends for want of memory: it restores the terminal and saves what
// was typed. It must not allocate through this file.
void xalloc_on_exhaustion(void (*hook)(void));

#endif
