// SPDX-License-Identifier: MIT
#include "term/input.h"

#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
	KeyCode code;
	const char *name;
} names[] = {
	{ KEY_UP, "Up" },
	{ KEY_DOWN, "Down" },
	{ KEY_LEFT, "Left" },
	{ KEY_RIGHT, "Right" },
	{ KEY_HOME, "Home" },
	{ KEY_END, "End" },
	{ KEY_PGUP, "PgUp" },
	{ KEY_PGDN, "PgDn" },
	{ KEY_INS, "Ins" },
	{ KEY_DEL, "Del" },
	{ KEY_ENTER, "Enter" },
	{ KEY_TAB, "Tab" },
	{ KEY_BACKTAB, "Shift+Tab" },
	{ KEY_ESC, "Esc" },
	{ KEY_BACKSPACE, "Backspace" },
	{ KEY_PASTE, "Paste" },
	{ KEY_MOUSE, "Mouse" },
	{ KEY_RESIZE, "Resize" },
	{ KEY_REPORT, "Report" },
	{ KEY_EOF, "EOF" },
};
enum { NAMES = sizeof(names) / sizeof(names[0]) };

static const struct {
	unsigned mod;
	const char *prefix;
} prefixes[] = {
	{ MOD_CTRL, "Ctrl+" },
	{ MOD_ALT, "Alt+" },
	{ MOD_SHIFT, "Shift+" },
};
enum { PREFIXES = sizeof(prefixes) / sizeof(prefixes[0]) };

bool key_equal(Key a, Key b)
{
	return a.code == b.code && a.cp == b.cp && a.mods == b.mods;
}

static void character_name(uint32_t cp, char *out, size_t size)
{
	char utf8[5] = { 0 };
	utf8_encode(cp, utf8);
	snprintf(out, size, "%s", cp == ' ' ? "Space" : utf8);
}

static void plain_name(Key key, char *out, size_t size)
{
	*out = '\0';
	if (key.code == KEY_CHAR)
		character_name(key.cp, out, size);
	else if (key.code == KEY_CTRL)
		snprintf(
			out, size, "%c", key.cp >= 'a' ? (char)(key.cp - 'a' + 'A') : (char)key.cp);
	else if (key.code >= KEY_F1 && key.code <= KEY_F20)
		snprintf(out, size, "F%d", (int)(key.code - KEY_F1) + 1);
	for (size_t i = 0; i < NAMES; i++)
		if (names[i].code == key.code)
			snprintf(out, size, "%s", names[i].name);
}

const char *key_name(Key key, char out[KEY_NAME_SIZE])
{
	unsigned mods = key.code == KEY_CTRL ? key.mods | MOD_CTRL : key.mods;
	size_t at = 0;
	for (size_t i = 0; i < PREFIXES; i++)
		if (mods & prefixes[i].mod)
			at += (size_t)snprintf(
				out + at, KEY_NAME_SIZE - at, "%s", prefixes[i].prefix);
	plain_name(key, out + at, KEY_NAME_SIZE - at);
	return out;
}

static bool parse_function(const char *name, Key *out)
{
	char *end;
	if ((name[0] | 0x20) != 'f' || name[1] < '1' || name[1] > '9')
		return false;
	long number = strtol(name + 1, &end, 10);
	if (*end || number > 20)
		return false;
	out->code = (KeyCode)(KEY_F1 + number - 1);
	return true;
}

static bool parse_character(const char *name, Key *out)
{
	size_t n = strlen(name);
	out->code = KEY_CHAR;
	out->cp = ' ';
	if (strcasecmp(name, "Space") == 0)
		return true;
	return n && utf8_decode(name, n, &out->cp) == n && out->cp > ' ' &&
	       out->cp != UTF8_REPLACEMENT;
}

static bool parse_plain(const char *name, Key *out)
{
	for (size_t i = 0; i < NAMES; i++) {
		if (strcasecmp(names[i].name, name) == 0) {
			out->code = names[i].code;
			return true;
		}
	}
	return parse_function(name, out) || parse_character(name, out);
}

static unsigned take_prefixes(const char **name)
{
	unsigned mods = 0;
	for (size_t i = 0; i < PREFIXES; i++) {
		size_t n = strlen(prefixes[i].prefix);
		if (strncasecmp(*name, prefixes[i].prefix, n) == 0 && (*name)[n]) {
			mods |= prefixes[i].mod;
			*name += n;
		}
	}
	return mods;
}

// Only what a terminal can send: no Shift with a character, and Ctrl with a letter or @ \ ] ^ _,
// but not where the same byte is Backspace, Tab or Enter.
static bool control_exists(uint32_t cp)
{
	return cp && cp < 0x80 && strchr("abcdefgklnopqrstuvwxyz@\\]^_", (int)cp);
}

static bool apply_to_character(unsigned mods, Key *out)
{
	if (out->code != KEY_CHAR || !mods) {
		out->mods = mods;
		return true;
	}
	out->mods = mods & MOD_ALT;
	if (mods & MOD_SHIFT)
		return false;
	if (!(mods & MOD_CTRL))
		return true;
	uint32_t letter = out->cp >= 'A' && out->cp <= 'Z' ? out->cp - 'A' + 'a' : out->cp;
	*out = (Key){ .code = KEY_CTRL, .cp = letter, .mods = out->mods };
	return control_exists(letter);
}

bool key_parse(const char *name, Key *out)
{
	*out = (Key){ .code = KEY_NONE };
	if (strcasecmp(name, "Shift+Tab") == 0) {
		out->code = KEY_BACKTAB;
		return true;
	}
	unsigned mods = take_prefixes(&name);
	return parse_plain(name, out) && apply_to_character(mods, out);
}
