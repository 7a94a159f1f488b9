// SPDX-License-Identifier: MIT
// A script that is running: its terminals, its temporary directory, what its last command printed.
#ifndef TESTS_SCREENS_SCRIPT_H
#define TESTS_SCREENS_SCRIPT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "screens/pty.h"

typedef struct {
	const char *name;
	Pty *pty; // NULL before start
} Terminal;

typedef struct {
	const char *path;
	const char *directory; // of the script
	const char *program;   // what start and run execute
	const char *tmp;
	Arena arena;
	Vec variables;   // Variable
	Vec environment; // const char *, NAME=value
	Vec terminals;   // Terminal
	size_t current;  // the terminal that commands talk to
	Buf output;      // of the last run or shell
	int exit_code;   // of what ended last
} Script;

// Commands (one per line, # begins a comment); ${DB}, ${TMP}, ${BUILD}, ${DIR} (the script's) are
// set:
//   program PATH                         what start and run execute; at first ${BUILD}/dieuphoi
//   env NAME=VALUE                       for everything started from here on
//   terminal NAME                        go on with another terminal, made at its first use
//   start [--size 80x24] [--term T] [--env NAME=VALUE] [--kind utf8|latin1|mute] [--sync on|off] ARGS…
//   press F2 Enter                       without waiting for a sync mark, which tmux and screen keep
//   key F2 Enter Down*3                  word by word; a repeated key is typed in one go
//   type TEXT · paste TEXT · paste-file PATH · send BYTES KEYS   bytes as they are, and how many
//   keys they make click ROW COL · wheel up|down        from 0 resize 120x40 expect TEXT ·
//   expect-not TEXT · cursor-line TEXT · cursor-at ROW COL await TEXT what comes without a key
//   golden NAME                          golden/NAME.txt beside the script; UPDATE_GOLDENS=1 writes
//   bytes-at-most N · writes-at-most N   since the last key, type, paste, send or resize; writes
//                                        can be told only from small ones, see pty_bursts()
//   quit                                 the program ends by itself; eof: the line drops;
//   signal TERM                          a signal, after which the program ends
//   restored                             the terminal is as it was
//   run ARGS… · shell TEXT               commands without a screen
//   out-has TEXT · out-not TEXT · exit-code N
bool command_run(Script *script, const Vec *words, Err *err) WARN_UNUSED;

bool script_open(Script *script, const char *path, const char *build, Err *err) WARN_UNUSED;
void script_close(Script *script); // ends what still runs, removes the directory
Terminal *script_terminal(const Script *script);
void script_use_terminal(Script *script, const char *name);

// NULL-ended, in the script's arena; extra (const char *) may be NULL.
char **script_environment(Script *script, const char *term, const Vec *extra);
// Runs argv to its end, at most PTY_DEADLINE_MS, for output and exit_code.
bool script_execute(Script *script, char *const argv[], Err *err) WARN_UNUSED;

#endif
