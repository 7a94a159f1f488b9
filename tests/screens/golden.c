// SPDX-License-Identifier: MIT
#include "screens/golden.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void golden_picture(const Pty *pty, Buf *out)
{
	for (int row = 0; row < pty_rows(pty); row++) {
		pty_row(pty, row, out);
		buf_addch(out, '\n');
	}
	buf_addf(out, "cursor %d,%d\n", pty_cursor_row(pty), pty_cursor_col(pty));
}

static bool write_golden(const Script *script, const char *path, const Buf *content, Err *err)
{
	char directory[4096];
	snprintf(directory, sizeof(directory), "%s/golden", script->directory);
	mkdir(directory, 0777);
	FILE *file = fopen(path, "w");
	bool ok = file && fwrite(content->bytes, 1, content->len, file) == content->len;
	if (file && fclose(file) != 0)
		ok = false;
	return ok || err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
}

static bool read_golden(const char *path, Buf *content, Err *err)
{
	char bytes[4096];
	size_t n;
	FILE *file = fopen(path, "r");
	if (!file) {
		err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
		return err_hint(err, "UPDATE_GOLDENS=1 writes it");
	}
	while ((n = fread(bytes, 1, sizeof(bytes), file)) > 0)
		buf_add(content, bytes, n);
	fclose(file);
	return true;
}

// The first line that differs, in both.
static bool compare(const char *path, const char *wanted, const char *actual, Err *err)
{
	int line = 1;
	if (strcmp(wanted, actual) == 0)
		return true;
	for (;; line++) {
		size_t n = strcspn(wanted, "\n"), m = strcspn(actual, "\n");
		if (n != m || memcmp(wanted, actual, n) != 0 || !wanted[n]) {
			err_set(err, ERR_CONFLICT, "%s:%d: expected “%.*s”", path, line, (int)n,
				wanted);
			return err_hint(err, "the screen has “%.*s”", (int)m, actual);
		}
		wanted += n + 1;
		actual += m + (actual[m] != '\0');
	}
}

bool golden_check(Script *script, const Pty *pty, const char *name, Err *err)
{
	Buf actual = BUF_INIT, wanted = BUF_INIT;
	const char *update = getenv("UPDATE_GOLDENS");
	const char *path =
		arena_printf(&script->arena, "%s/golden/%s.txt", script->directory, name);
	golden_picture(pty, &actual);
	bool ok = update && strcmp(update, "1") == 0
			  ? write_golden(script, path, &actual, err)
			  : read_golden(path, &wanted, err) &&
				    compare(path, wanted.bytes, actual.bytes, err);
	buf_release(&actual);
	buf_release(&wanted);
	return ok;
}
