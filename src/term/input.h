// SPDX-License-Identifier: MIT
// Bytes → keys. A pure decoder: it reads nothing and knows no time, so that it can be tested and
// fuzzed. Forms taken: xterm (CSI, SS3, modifiers, modifyOtherKeys), linux console, rxvt, PuTTY,
// SGR and X10 mouse, bracketed paste, Esc-digit for F1…F10 (Esc 0), and what terminfo adds.
// Source: ctlseqs (Xterm Control Sequences), console_codes(4).
#ifndef TERM_INPUT_H
#define TERM_INPUT_H

#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
	KEY_NONE,
	KEY_CHAR, // cp: a printable character, U+FFFD for bytes that are not UTF-8; MOD_ALT
		  // possible
	KEY_CTRL, // cp: the letter in lower case, or one of @ \ ] ^ _
	KEY_UP,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_PGUP,
	KEY_PGDN,
	KEY_INS,
	KEY_DEL,
	KEY_ENTER, // CR and LF
	KEY_TAB,
	KEY_BACKTAB, // Shift+Tab
	KEY_ESC,
	KEY_BACKSPACE, // 0x7f and 0x08 alike
	KEY_F1,
	KEY_F20 = KEY_F1 + 19,
	KEY_PASTE,  // text: input_paste()
	KEY_MOUSE,  // row, col, button; only presses of the left button and the wheel
	KEY_RESIZE, // row, col: the new number of rows and columns
	KEY_REPORT, // row, col: the terminal's answer to a question where the cursor is
	KEY_EOF,    // the line is down or the program is told to end: save and leave
} KeyCode;

enum { MOD_SHIFT = 1, MOD_ALT = 2, MOD_CTRL = 4 };
enum { MOUSE_LEFT = 0, MOUSE_WHEEL_UP = 64, MOUSE_WHEEL_DOWN = 65 };
enum { PASTE_MAX = 1 << 20 }; // bytes
enum { KEY_NAME_SIZE = 24 };

// Fields that a code does not mention above are 0. Rows and columns count from 0.
typedef struct {
	KeyCode code;
	uint32_t cp;
	unsigned mods;
	int row, col;
	int button;
	uint32_t paste_at, paste_len; // bytes, for input_paste() alone
	bool paste_cut;               // it was longer than PASTE_MAX and is cut there
} Key;

// The same key: code, cp and modifiers.
bool key_equal(Key a, Key b);
// "F2", "Ctrl+S", "Alt+x", "Shift+Tab", "Ctrl+Left", "Enter", "Esc", "PgDn", "Space", "/".
const char *key_name(Key key, char out[KEY_NAME_SIZE]);
// The reverse; case does not matter except for a single character. False: no such name.
bool key_parse(const char *name, Key *out) __attribute__((warn_unused_result));

// INPUT_PASTE_GUESSED: the terminal cannot mark a paste, so more than 30 printable characters fed
// at once, with nothing but line ends and tabs between them, count as one.
typedef enum { INPUT_PASTE_MARKED, INPUT_PASTE_GUESSED } InputPaste;

typedef struct Input Input;

Input *input_new(InputPaste paste) __attribute__((returns_nonnull));
void input_free(Input *input);
// How long a lone Esc may wait for the digit that makes it a function key, in ms.
void input_set_patience(Input *input, int ms);
// What terminfo says a key sends; sequences that do not begin with ESC are not taken.
void input_define(Input *input, const char *sequence, KeyCode code);
// A question ESC [6n is under way: the next report is its answer, also where it looks like F3.
void input_expect_report(Input *input);

// Appends the keys (Key) that the bytes make. What is unfinished is kept for the next call.
void input_feed(Input *input, const void *bytes, size_t n, Vec *keys);
// How long to wait for more bytes before input_quiet(), in ms; -1 while nothing is unfinished.
int input_patience(const Input *input);
// Nothing more came: a lone ESC is the key Esc, an unfinished paste ends.
void input_quiet(Input *input, Vec *keys);

// The pasted bytes as they came (not clean, without NUL bytes), ended by NUL. They live until
// input_forget().
const char *input_paste(const Input *input, Key key);
void input_forget(Input *input);

#endif
