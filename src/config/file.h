// SPDX-License-Identifier: MIT
// Files that people hand to the program, read whole and guarded: no link is followed, only a
// regular file is opened (a FIFO or a device never blocks), and its bytes are text.
#ifndef CONFIG_FILE_H
#define CONFIG_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum { CONFIG_FILE_MAX = 256 * 1024 }; // bytes

// Appends the file's bytes to out: at most CONFIG_FILE_MAX, valid UTF-8, no NUL, a leading
// byte-order mark dropped. ERR_NOT_FOUND where there is no such file, ERR_IO where the system or
// the file's kind forbids reading, ERR_DATA ("path:line: …") where the bytes break a rule.
bool config_file_text(const char *path, Buf *out, Err *err) WARN_UNUSED;

typedef struct {
	const char *const *items;
	size_t n;
} ConfigTexts;

// The paths (dir/name) of the directory's entries whose names end in suffix, hidden ones left out,
// sorted by bytes. A directory without any is ERR_DATA.
bool config_dir_list(
	const char *dir, const char *suffix, Arena *arena, ConfigTexts *out, Err *err) WARN_UNUSED;

// The form of every error about a file's content: ERR_DATA, "path:line: …"; returns false. A hint
// may follow.
bool config_error_at(const char *path, int line, Err *err, const char *fmt, ...) PRINTF_LIKE(4, 5);
bool config_error_args(const char *path, int line, Err *err, const char *fmt, va_list args);

#endif
