// SPDX-License-Identifier: MIT
// A program on a pseudo-terminal of any size, whose raw bytes are kept as they come.
#ifndef TESTS_FAULT_TERMINAL_H
#define TESTS_FAULT_TERMINAL_H

#include "base/buf.h"

#include <limits.h>
#include <stdbool.h>
#include <sys/types.h>

typedef struct {
	pid_t pid;
	int fd;
	Buf seen;               // everything that was written, but NUL
	size_t looked;          // how much of it was looked at for marks
	unsigned long marks;    // how often the program said that it waits for a key
	bool asked;             // where the cursor is; once
} RawTerminal;

// The program beside the directory of the tests, and what lies in build/.
void built_path(const char *name, char out[PATH_MAX]);

// argv ends with NULL; environment too, and may be NULL. HOME is `home`.
void terminal_start(RawTerminal *terminal, const char *home, const char *const argv[],
	const char *const environment[], int rows, int cols);
// The same without a program: in the child pid is 0, and it must not return.
void terminal_fork(RawTerminal *terminal, const char *home, const char *const environment[], int rows,
	int cols);
void terminal_send(RawTerminal *terminal, const char *bytes);
void terminal_resize(const RawTerminal *terminal, int rows, int cols);
// What comes within so many ms; false at the end of the line.
bool terminal_read(RawTerminal *terminal, int wait_ms);
// Until the program waits for a key once more than before. false: it did not, or ended.
bool terminal_wait_mark(RawTerminal *terminal, unsigned long marks);
// To its end, within so many ms; the status as of waitpid(), -1 where it had to be killed.
int terminal_end(RawTerminal *terminal, int wait_ms);
void terminal_release(RawTerminal *terminal);

#endif
