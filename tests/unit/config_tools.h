// SPDX-License-Identifier: MIT
// What the tests of the configuration room share: files of a moment, and errors as expected.
#ifndef TESTS_CONFIG_TOOLS_H
#define TESTS_CONFIG_TOOLS_H

#include "base/err.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A directory of its own for each test program; its files are removed one by one.
typedef struct {
	char dir[64];
	char path[128];
} TempFile;

static inline void temp_open(TempFile *temp, const char *name)
{
	snprintf(temp->dir, sizeof(temp->dir), "/tmp/dieuphoi-test-XXXXXX");
	assert_non_null(mkdtemp(temp->dir));
	snprintf(temp->path, sizeof(temp->path), "%s/%s", temp->dir, name);
}

static inline void temp_write(const TempFile *temp, const void *bytes, size_t n)
{
	FILE *f = fopen(temp->path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static inline void temp_close(const TempFile *temp)
{
	unlink(temp->path);
	rmdir(temp->dir);
}

// The message is "path:line: …" and says `expected`; a hint says what to do.
static inline void assert_refused(const Err *err, const char *path, int line, const char *expected)
{
	char where[256];
	snprintf(where, sizeof(where), "%s:%d: ", path, line);
	if (err->kind != ERR_DATA || strncmp(err->message, where, strlen(where)) != 0 ||
		!strstr(err->message, expected) || !*err->hint)
		fail_msg("wanted %s…%s…\n     got [%d] %s\n    hint %s", where, expected,
			(int)err->kind, err->message, err->hint);
}

#endif
