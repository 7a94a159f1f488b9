// SPDX-License-Identifier: MIT
#include "cli/print.h"

#include "base/tr.h"
#include "text/clean.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static bool write_all(int fd, const char *bytes, size_t n, Err *err)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0 && errno == EPIPE)
			return true;
		if (written < 0)
			return err_set(err, ERR_IO, tr("Không in ra được: %s"), strerror(errno));
		bytes += written;
		n -= (size_t)written;
	}
	return true;
}

bool print_bytes(int fd, const Buf *text, Err *err)
{
	Buf clean = BUF_INIT;
	text_clean(&clean, text->bytes, text->len, CLEAN_TEXT);
	bool ok = write_all(fd, clean.bytes, clean.len, err);
	buf_release(&clean);
	return ok;
}

void print_failure(const Err *err)
{
	Err ignored = ERR_INIT;
	Buf text = BUF_INIT;
	buf_addf(&text, "dieuphoi: %s\n", err->message);
	if (*err->hint)
		buf_addf(&text, "%s\n", err->hint);
	bool printed = print_bytes(STDERR_FILENO, &text, &ignored);
	(void)printed; // nowhere is left to complain to
	buf_release(&text);
}
