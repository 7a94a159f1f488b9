// SPDX-License-Identifier: MIT
// Any bytes, cut anywhere: the first says how a paste is known and how long the pieces are. The
// decoder must take every byte, keep nothing after quiet, and name every key.
#include "term/input.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool held)
{
	if (!held)
		abort();
}

static void check_key(const Input *input, Key key)
{
	char name[KEY_NAME_SIZE];
	require(key.code > KEY_NONE && key.code < KEY_RESIZE + 2);
	require(*key_name(key, name) != '\0');
	require(key.code != KEY_CHAR || (key.cp >= ' ' && key.cp != 0x7F && key.cp <= 0x10FFFF));
	require(key.code != KEY_MOUSE || (key.row >= 0 && key.col >= 0));
	if (key.code == KEY_PASTE)
		require(strlen(input_paste(input, key)) == key.paste_len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	Input *input = input_new(data[0] & 1 ? INPUT_PASTE_GUESSED : INPUT_PASTE_MARKED);
	size_t piece = data[0] >> 1 ? data[0] >> 1 : size;
	Vec keys;
	vec_init(&keys, sizeof(Key));
	for (size_t at = 1; at < size; at += piece)
		input_feed(input, data + at, at + piece < size ? piece : size - at, &keys);
	input_quiet(input, &keys);
	require(input_patience(input) == -1);
	for (size_t i = 0; i < keys.len; i++)
		check_key(input, *(const Key *)vec_at(&keys, i));
	input_forget(input);
	vec_release(&keys);
	input_free(input);
	return 0;
}
