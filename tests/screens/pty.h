// SPDX-License-Identifier: MIT
// A program on a pseudo-terminal with an emulated screen. Nothing here sleeps: the program says by
// its sync mark, ESC ]777;N BEL, that it has dealt with N keys and waits for the next.
#ifndef TESTS_SCREENS_PTY_H
#define TESTS_SCREENS_PTY_H

#include "base/buf.h"
#include "base/err.h"

#include <stddef.h>
#include <sys/types.h>

enum { PTY_DEADLINE_MS = 20000 };

typedef struct Pty Pty;

// PTY_LATIN1 takes each byte for a character, as terminals without UTF-8 do; PTY_MUTE answers no
// question.
typedef enum { PTY_UTF8, PTY_LATIN1, PTY_MUTE } PtyKind;

// argv and envp end in NULL; the environment is envp alone.
Pty *pty_start(char *const argv[], char *const envp[], int rows, int cols, PtyKind kind);
void pty_free(Pty *pty); // kills what still runs

void pty_send(Pty *pty, const void *bytes, size_t n);
void pty_resize(Pty *pty, int rows, int cols);
void pty_hang_up(Pty *pty);
void pty_signal(Pty *pty, int number);

// All read what the program writes while they wait, at most PTY_DEADLINE_MS. A program that ends
// has nothing more to say, so that pty_wait_keys() succeeds.
bool pty_wait_keys(Pty *pty, unsigned long keys, Err *err) WARN_UNUSED; // so many more than before
bool pty_wait_text(Pty *pty, const char *text, Err *err) WARN_UNUSED;
bool pty_wait_end(Pty *pty, Err *err) WARN_UNUSED;
bool pty_has_ended(const Pty *pty);
// 128 + its number for a signal; -1 while it runs.
int pty_exit_code(const Pty *pty);

int pty_rows(const Pty *pty);
void pty_row(const Pty *pty, int row, Buf *out); // UTF-8 without trailing blanks
int pty_cursor_row(const Pty *pty);
int pty_cursor_col(const Pty *pty);
bool pty_marks_pastes(const Pty *pty); // the program has asked for that
// The terminal is as the program found it: main screen, no mouse, no marked paste, cursor visible.
bool pty_is_restored(const Pty *pty, Err *err) WARN_UNUSED;

// What has come since the last pty_count_from_here(), sync marks not counted. A burst is one read
// of ours: as many as the program's writes while these are small (some 200 bytes); the kernel may
// hand over a page in pieces.
void pty_count_from_here(Pty *pty);
size_t pty_bytes(const Pty *pty);
size_t pty_bursts(const Pty *pty);

#endif
