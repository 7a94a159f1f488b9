// SPDX-License-Identifier: MIT
// Signals that concern the terminal, as flags, and the way back when the program cannot go on.
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

// From here on SIGWINCH raises one flag; SIGHUP, SIGTERM, SIGINT and SIGQUIT another, and end the
// program at once when they come a second time; SIGTSTP is ignored, so that nobody stops while he
// holds a lock; fatal signals restore the terminal first, and so does an exit() in between.
void signals_install(void);
void signals_remove(void);

// While another program has the keyboard, what is typed there (Ctrl+C, Ctrl+\) is its own matter.
void signals_lend_keyboard(void);
void signals_take_keyboard(void);

bool signals_resize_due(void);
bool signals_take_resize(void); // and lowers the flag
bool signals_end_wanted(void);
// Blocks the signals with flags; *before is the mask to wait with (ppoll), so that none is missed
// between looking at the flags and waiting.
void signals_hold(sigset_t *before);

// What signals_restore_terminal() writes to standard output, besides the terminal's modes as they
// are now. Call before the terminal is changed, and with what is to be written again when it is
// known.
void signals_remember_terminal(const char *restore, size_t n);
void signals_forget_terminal(void);
void signals_restore_terminal(void); // async-signal-safe

#endif
