// SPDX-License-Identifier: MIT
#include "screens/keys.h"

#include "base/arena.h"
#include "term/input.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char *const plain[KEY_EOF + 1] = {
	[KEY_ENTER] = "\r",
	[KEY_TAB] = "\t",
	[KEY_BACKTAB] = "\033[Z",
	[KEY_ESC] = "\033",
	[KEY_BACKSPACE] = "\x7f",
};

// CSI letter, with modifiers CSI 1 ; m letter.
static const char letters[KEY_EOF + 1] = {
	[KEY_UP] = 'A',
	[KEY_DOWN] = 'B',
	[KEY_RIGHT] = 'C',
	[KEY_LEFT] = 'D',
	[KEY_HOME] = 'H',
	[KEY_END] = 'F',
	[KEY_F1] = 'P',
	[KEY_F1 + 1] = 'Q',
	[KEY_F1 + 2] = 'R',
	[KEY_F1 + 3] = 'S',
};

// CSI number ~, with modifiers CSI number ; m ~.
static const unsigned char numbers[KEY_EOF + 1] = {
	[KEY_INS] = 2,
	[KEY_DEL] = 3,
	[KEY_PGUP] = 5,
	[KEY_PGDN] = 6,
	[KEY_F1 + 4] = 15,
	[KEY_F1 + 5] = 17,
	[KEY_F1 + 6] = 18,
	[KEY_F1 + 7] = 19,
	[KEY_F1 + 8] = 20,
	[KEY_F1 + 9] = 21,
	[KEY_F1 + 10] = 23,
	[KEY_F1 + 11] = 24,
};

static bool encode_character(Key key, Buf *out)
{
	char utf8[4];
	if (key.mods & MOD_ALT)
		buf_addch(out, '\033');
	if (key.code == KEY_CTRL)
		buf_addch(out, (char)(key.cp & 0x1F));
	else
		buf_add(out, utf8, utf8_encode(key.cp, utf8));
	return true;
}

static bool encode(Key key, Buf *out)
{
	unsigned modifier = key.mods + 1;
	if (key.code == KEY_CHAR || key.code == KEY_CTRL)
		return encode_character(key, out);
	if (plain[key.code] && !key.mods)
		buf_adds(out, plain[key.code]);
	else if (letters[key.code] && key.mods)
		buf_addf(out, "\033[1;%u%c", modifier, letters[key.code]);
	else if (letters[key.code])
		buf_addf(out, key.code >= KEY_F1 ? "\033O%c" : "\033[%c", letters[key.code]);
	else if (numbers[key.code] && key.mods)
		buf_addf(out, "\033[%d;%u~", numbers[key.code], modifier);
	else if (numbers[key.code])
		buf_addf(out, "\033[%d~", numbers[key.code]);
	else
		return false;
	return true;
}

bool keys_encode(const char *word, Buf *out, unsigned long *count, Err *err)
{
	Arena arena = ARENA_INIT;
	Key key;
	const char *times = strrchr(word, '*');
	bool repeated = times && times > word && times[1];
	char *name = arena_strndup(&arena, word, repeated ? (size_t)(times - word) : strlen(word));
	*count = repeated ? strtoul(times + 1, NULL, 10) : 1;
	bool ok = key_parse(name, &key);
	for (unsigned long i = 0; ok && i < *count; i++)
		ok = encode(key, out);
	arena_release(&arena);
	return ok || err_set(err, ERR_INVALID, "no terminal sends the key “%s”", word);
}
