// SPDX-License-Identifier: MIT
#include "term/input.h"

#include "base/buf.h"
#include "base/xalloc.h"
#include "term/escape.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

// A lone Esc waits this long for the digit of Esc-digit, or for the rest of a sequence that the
// line has cut; a paste for its end mark, since a stalled line must not turn text into commands.
enum { PATIENCE_KEY = 250, PATIENCE_PASTE = 5000 };
enum { GUESSED_PASTE_MIN = 31 };

static const char paste_end[] = "\033[201~";
enum { PASTE_END_SIZE = sizeof(paste_end) - 1 };

struct Input {
	InputPaste paste;
	int patience; // for keys, ms
	Escapes escapes;
	Buf pending;  // bytes that do not make a key yet
	bool pasting; // between the marks
	bool cut;
	Buf pastes; // the texts handed out since input_forget(), and the one that comes in
	size_t paste_at;
};

Input *input_new(InputPaste paste)
{
	Input *input = xcalloc(1, sizeof(*input));
	input->paste = paste;
	input->patience = PATIENCE_KEY;
	input->pending = (Buf)BUF_INIT;
	input->pastes = (Buf)BUF_INIT;
	escapes_init(&input->escapes);
	return input;
}

void input_free(Input *input)
{
	if (!input)
		return;
	escapes_release(&input->escapes);
	buf_release(&input->pending);
	buf_release(&input->pastes);
	free(input);
}

void input_set_patience(Input *input, int ms)
{
	input->patience = ms;
}

void input_define(Input *input, const char *sequence, KeyCode code)
{
	escapes_define(&input->escapes, sequence, code);
}

void input_expect_report(Input *input)
{
	input->escapes.reports_expected = 1;
}

static void push(Vec *keys, Key key)
{
	if (key.code != KEY_NONE)
		*(Key *)vec_push(keys) = key;
}

// --- paste -----------------------------------------------------------------------------------

static void paste_begin(Input *input)
{
	input->pasting = true;
	input->cut = false;
	input->paste_at = input->pastes.len;
}

// NUL bytes are dropped, so that the text may be handed out as a string.
static void paste_take(Input *input, const char *p, size_t n)
{
	size_t room = PASTE_MAX - (input->pastes.len - input->paste_at);
	if (n > room)
		input->cut = true;
	n = n > room ? room : n;
	while (n) {
		const char *nul = memchr(p, '\0', n);
		size_t run = nul ? (size_t)(nul - p) : n;
		buf_add(&input->pastes, p, run);
		p += run + (nul != NULL);
		n -= run + (nul != NULL);
	}
}

// The NUL that ends it stays in front of the next one.
static void paste_finish(Input *input, Vec *keys)
{
	size_t len = input->pastes.len - input->paste_at;
	push(keys, (Key){ .code = KEY_PASTE,
			   .paste_at = (uint32_t)input->paste_at,
			   .paste_len = (uint32_t)len,
			   .paste_cut = input->cut });
	buf_addch(&input->pastes, '\0');
	input->pasting = false;
}

// Bytes used of a paste; 0 while an end mark may be beginning.
static size_t paste_step(Input *input, const char *p, size_t n, More more, Vec *keys)
{
	const char *escape = memchr(p, paste_end[0], n);
	size_t run = escape ? (size_t)(escape - p) : n;
	if (run) {
		paste_take(input, p, run);
		return run;
	}
	size_t have = n < PASTE_END_SIZE ? n : PASTE_END_SIZE;
	if (memcmp(p, paste_end, have) != 0) {
		paste_take(input, p, 1);
		return 1;
	}
	if (have == PASTE_END_SIZE) {
		paste_finish(input, keys);
		return have;
	}
	if (more == MORE_MAY_COME)
		return 0;
	paste_take(input, p, n);
	return n;
}

// --- characters ------------------------------------------------------------------------------

// At the end of the bytes stands the beginning of a character.
static bool is_unfinished(const char *p, size_t n, size_t used, uint32_t cp)
{
	uint8_t lead = (uint8_t)p[0];
	size_t whole = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	return cp == UTF8_REPLACEMENT && used == n && used < whole;
}

static size_t character(const char *p, size_t n, More more, Vec *keys)
{
	uint32_t cp;
	size_t used = utf8_decode(p, n, &cp);
	if (more == MORE_MAY_COME && is_unfinished(p, n, used, cp))
		return 0;
	push(keys, key_of_character(cp, 0));
	return used;
}

static bool is_line_byte(char c)
{
	return c == '\r' || c == '\n' || c == '\t';
}

// Nothing but text, and more of it than a hand types at once. Backspaces, as an input method sends
// them, are not text.
static bool looks_pasted(const Buf *bytes)
{
	size_t printable = 0;
	for (size_t i = 0; i < bytes->len; i++) {
		uint8_t c = (uint8_t)bytes->bytes[i];
		if (is_line_byte((char)c))
			continue;
		if (c < 0x20 || c == 0x7F)
			return false;
		printable += (c & 0xC0) != 0x80;
	}
	return printable >= GUESSED_PASTE_MIN;
}

// Without the beginning of a character at the end.
static size_t whole_characters(const Buf *bytes)
{
	uint32_t cp;
	size_t at = 0;
	while (at < bytes->len) {
		size_t used = utf8_decode(bytes->bytes + at, bytes->len - at, &cp);
		if (is_unfinished(bytes->bytes + at, bytes->len - at, used, cp))
			break;
		at += used;
	}
	return at;
}

static void take_guessed_paste(Input *input, Vec *keys)
{
	size_t n = whole_characters(&input->pending);
	paste_begin(input);
	paste_take(input, input->pending.bytes, n);
	paste_finish(input, keys);
	buf_splice(&input->pending, 0, n, "", 0);
}

// --- the stream ------------------------------------------------------------------------------

static size_t step(Input *input, const char *p, size_t n, More more, Vec *keys)
{
	if (input->pasting)
		return paste_step(input, p, n, more, keys);
	if ((uint8_t)p[0] >= 0x80)
		return character(p, n, more, keys);
	if (p[0] != '\033') {
		push(keys, key_of_character((uint8_t)p[0], 0));
		return 1;
	}
	Key key = { .code = KEY_NONE };
	size_t used = escape_decode(&input->escapes, p, n, more, &key);
	if (key.code == KEY_PASTE)
		paste_begin(input);
	else
		push(keys, key);
	return used;
}

static void run(Input *input, More more, Vec *keys)
{
	size_t at = 0;
	while (at < input->pending.len) {
		size_t used =
			step(input, input->pending.bytes + at, input->pending.len - at, more, keys);
		if (!used)
			break;
		at += used;
	}
	buf_splice(&input->pending, 0, at, "", 0);
}

void input_feed(Input *input, const void *bytes, size_t n, Vec *keys)
{
	buf_add(&input->pending, bytes, n);
	if (input->paste == INPUT_PASTE_GUESSED && !input->pasting && looks_pasted(&input->pending))
		take_guessed_paste(input, keys);
	else
		run(input, MORE_MAY_COME, keys);
}

int input_patience(const Input *input)
{
	if (input->pasting)
		return PATIENCE_PASTE;
	return input->pending.len ? input->patience : -1;
}

void input_quiet(Input *input, Vec *keys)
{
	run(input, MORE_NEVER, keys);
	if (input->pasting)
		paste_finish(input, keys);
}

const char *input_paste(const Input *input, Key key)
{
	return input->pastes.bytes + key.paste_at;
}

// One that is still coming in stays.
void input_forget(Input *input)
{
	size_t done = input->pasting ? input->paste_at : input->pastes.len;
	buf_splice(&input->pastes, 0, done, "", 0);
	input->paste_at = 0;
}
