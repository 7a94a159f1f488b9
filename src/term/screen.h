// SPDX-License-Identifier: MIT
// Screen: the terminal. One per process. A canvas goes out as one small write; keys come in as one
// batch of everything that was typed ahead, so that the caller repaints once for all of them.
#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#include "base/err.h"
#include "base/vec.h"
#include "term/canvas.h"
#include "term/input.h"

typedef struct Screen Screen;

// Needs terminals on standard input and output and a TERM that terminfo knows, else NULL (ERR_IO).
// Sends the question whether the terminal shows Vietnamese; screen_mode() has the answer.
Screen *screen_open(Err *err) WARN_UNUSED;
// Leaves the terminal as it was. NULL is allowed.
void screen_close(Screen *screen);

// The window, clamped to 4×20 … 300×1000 whatever the terminal says.
int screen_rows(const Screen *screen);
int screen_cols(const Screen *screen);
// CANVAS_UTF8 unless the terminal proves unable. The first call waits for the terminal's answer,
// at most until 300 ms after screen_open(); call it after loading and before the first canvas.
CanvasMode screen_mode(Screen *screen);

// Sends what differs from the last picture, nothing if nothing does. Not inside a transaction: a
// stalled reader blocks it.
void screen_draw(Screen *screen, const Canvas *canvas);
// The next screen_draw() sends everything (Ctrl+L, or somebody wrote on the terminal).
void screen_forget(Screen *screen);

// Gives the terminal to another program for a while, and takes it again; the next screen_draw()
// sends everything. In between nothing may be drawn and no key asked for.
void screen_suspend(Screen *screen);
void screen_resume(Screen *screen);

// Waits at most timeout_ms (-1: for ever) for input, then appends all that is there to keys (Key).
// A change of size is one KEY_RESIZE; a dropped line, SIGHUP, SIGTERM or SIGINT is KEY_EOF, which
// comes again with every further call. Returns whether there was any key.
// With DIEUPHOI_TEST_SYNC=1 it sends ESC ]777;N BEL before it waits, N being the number of keys
// handed out so far, whenever N has changed or something was drawn.
bool screen_keys(Screen *screen, int timeout_ms, Vec *keys);
// A KEY_PASTE's bytes, see input_paste(); they live until the next screen_keys().
const char *screen_paste(const Screen *screen, Key key);

typedef enum { SCREEN_MOUSE_OFF, SCREEN_MOUSE_ON } ScreenMouse;
// On after screen_open(), except in GNU screen, where it would take the Esc key away: never there.
void screen_set_mouse(Screen *screen, ScreenMouse mouse);

// Gives the terminal back when the program cannot go on (memory gone, fatal signal). Safe in a
// signal handler and when no screen is open; nothing may be drawn afterwards.
void screen_emergency(void);

#endif
