// SPDX-License-Identifier: MIT
#include "term/escape.h"

#include "text/utf8.h"

#include <string.h>

// Longer ones are no keys; what is longer is dropped, so that nothing can fill the buffer.
enum { CSI_MAX = 64, STRING_MAX = 256, SEQUENCE_MAX = 16, PARAMS_MAX = 4, PARAM_LIMIT = 1000000 };

typedef struct {
	char bytes[SEQUENCE_MAX];
	size_t n;
	KeyCode code;
} Defined;

void escapes_init(Escapes *escapes)
{
	vec_init(&escapes->defined, sizeof(Defined));
	escapes->reports_expected = 0;
}

void escapes_release(Escapes *escapes)
{
	vec_release(&escapes->defined);
}

void escapes_define(Escapes *escapes, const char *sequence, KeyCode code)
{
	size_t n = strlen(sequence);
	if (n < 2 || n > SEQUENCE_MAX || sequence[0] != '\033')
		return;
	Defined *defined = vec_push(&escapes->defined);
	memcpy(defined->bytes, sequence, n);
	defined->n = n;
	defined->code = code;
}

static KeyCode defined_code(const Escapes *escapes, const char *p, size_t n)
{
	for (size_t i = 0; i < escapes->defined.len; i++) {
		const Defined *defined = vec_at(&escapes->defined, i);
		if (defined->n == n && memcmp(defined->bytes, p, n) == 0)
			return defined->code;
	}
	return KEY_NONE;
}

// --- characters ------------------------------------------------------------------------------

// Ctrl-I, Ctrl-M, Ctrl-J and Ctrl-H are the keys that send the same byte.
static const KeyCode control_codes[0x20] = {
	['\b'] = KEY_BACKSPACE,
	['\t'] = KEY_TAB,
	['\n'] = KEY_ENTER,
	['\r'] = KEY_ENTER,
	['\033'] = KEY_ESC,
};

static Key key_of_control(uint32_t c, unsigned mods)
{
	if (c == '\t' && mods & MOD_SHIFT)
		return (Key){ .code = KEY_BACKTAB };
	if (control_codes[c])
		return (Key){ .code = control_codes[c], .mods = mods };
	uint32_t letter = c + '@';
	if (letter >= 'A' && letter <= 'Z')
		letter += 'a' - 'A';
	return (Key){ .code = KEY_CTRL, .cp = letter, .mods = mods };
}

Key key_of_character(uint32_t cp, unsigned mods)
{
	if (cp < 0x20)
		return key_of_control(cp, mods);
	if (cp == 0x7F)
		return (Key){ .code = KEY_BACKSPACE, .mods = mods };
	if (mods & MOD_CTRL && cp >= '@' && cp <= '~')
		return key_of_control(cp & 0x1F, mods & MOD_ALT);
	if ((cp >= 0x80 && cp < 0xA0) || cp > 0x10FFFF)
		cp = UTF8_REPLACEMENT;
	return (Key){ .code = KEY_CHAR, .cp = cp, .mods = mods & MOD_ALT };
}

// --- the tables ------------------------------------------------------------------------------

// The last byte of CSI … and SS3.
static const struct {
	KeyCode code;
	unsigned mods;
} final_codes[0x80] = {
	['A'] = { KEY_UP, 0 },
	['B'] = { KEY_DOWN, 0 },
	['C'] = { KEY_RIGHT, 0 },
	['D'] = { KEY_LEFT, 0 },
	['F'] = { KEY_END, 0 },
	['H'] = { KEY_HOME, 0 },
	['M'] = { KEY_ENTER, 0 }, // SS3 only: the keypad's
	['P'] = { KEY_F1, 0 },
	['Q'] = { KEY_F1 + 1, 0 },
	['R'] = { KEY_F1 + 2, 0 },
	['S'] = { KEY_F1 + 3, 0 },
	['Z'] = { KEY_BACKTAB, 0 },
	['a'] = { KEY_UP, MOD_SHIFT }, // rxvt
	['b'] = { KEY_DOWN, MOD_SHIFT },
	['c'] = { KEY_RIGHT, MOD_SHIFT },
	['d'] = { KEY_LEFT, MOD_SHIFT },
};

// The number before ~ (rxvt with modifiers: ^ $ @).
static const KeyCode number_codes[] = {
	[1] = KEY_HOME,
	[2] = KEY_INS,
	[3] = KEY_DEL,
	[4] = KEY_END,
	[5] = KEY_PGUP,
	[6] = KEY_PGDN,
	[7] = KEY_HOME,
	[8] = KEY_END,
	[11] = KEY_F1,
	[12] = KEY_F1 + 1,
	[13] = KEY_F1 + 2,
	[14] = KEY_F1 + 3,
	[15] = KEY_F1 + 4,
	[17] = KEY_F1 + 5,
	[18] = KEY_F1 + 6,
	[19] = KEY_F1 + 7,
	[20] = KEY_F1 + 8,
	[21] = KEY_F1 + 9,
	[23] = KEY_F1 + 10,
	[24] = KEY_F1 + 11,
	[25] = KEY_F1 + 12,
	[26] = KEY_F1 + 13,
	[28] = KEY_F1 + 14,
	[29] = KEY_F1 + 15,
	[31] = KEY_F1 + 16,
	[32] = KEY_F1 + 17,
	[33] = KEY_F1 + 18,
	[34] = KEY_F20,
};

static const unsigned tilde_mods[0x80] = {
	['^'] = MOD_CTRL,
	['$'] = MOD_SHIFT,
	['@'] = MOD_CTRL | MOD_SHIFT,
};

// --- CSI -------------------------------------------------------------------------------------

typedef struct {
	char prefix; // one of < = > ? or 0
	char last;
	int count;
	int params[PARAMS_MAX];
} Csi;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_printable(char c)
{
	return c >= ' ' && c <= '~';
}

// p[2…n-1] between CSI and the last byte, which is included.
static Csi csi_parse(const char *p, size_t n)
{
	Csi csi = { .last = p[n - 1] };
	size_t i = 2;
	if (p[i] >= '<' && p[i] <= '?')
		csi.prefix = p[i++];
	for (; i + 1 < n; i++) {
		if (p[i] == ';')
			csi.count++;
		int at = csi.count;
		if (is_digit(p[i]) && at < PARAMS_MAX && csi.params[at] < PARAM_LIMIT)
			csi.params[at] = csi.params[at] * 10 + (p[i] - '0');
	}
	csi.count++;
	return csi;
}

static unsigned csi_mods(const Csi *csi)
{
	return csi->count > 1 && csi->params[1] > 0 ? ((unsigned)csi->params[1] - 1) & 7 : 0;
}

static Key csi_mouse(const Csi *csi, Key none)
{
	int button = csi->params[0] & ~(4 | 8 | 16); // modifiers
	bool wanted =
		button == MOUSE_LEFT || button == MOUSE_WHEEL_UP || button == MOUSE_WHEEL_DOWN;
	if (csi->last != 'M' || !wanted || csi->params[1] < 1 || csi->params[2] < 1)
		return none;
	return (Key){ .code = KEY_MOUSE,
		.row = csi->params[2] - 1,
		.col = csi->params[1] - 1,
		.button = button };
}

static Key csi_number(const Csi *csi)
{
	size_t number = (size_t)csi->params[0];
	if (number == 27 && csi->count == 3) // xterm's modifyOtherKeys
		return key_of_character((uint32_t)csi->params[2], csi_mods(csi));
	if (number == 200)
		return (Key){ .code = KEY_PASTE };
	if (number >= sizeof(number_codes) / sizeof(number_codes[0]))
		return (Key){ .code = KEY_NONE };
	return (Key){ .code = number_codes[number],
		.mods = csi_mods(csi) | tilde_mods[(uint8_t)csi->last] };
}

static Key csi_final(const Csi *csi)
{
	uint8_t last = (uint8_t)csi->last;
	if (last == 'M' || final_codes[last].code == KEY_NONE)
		return (Key){ .code = KEY_NONE };
	if (final_codes[last].code == KEY_BACKTAB)
		return (Key){ .code = KEY_BACKTAB };
	return (Key){ .code = final_codes[last].code,
		.mods = csi_mods(csi) | final_codes[last].mods };
}

// "CSI 1;2R" is Shift+F3 as well as the cursor in row 1, column 2: a question under way decides.
static bool is_report(Escapes *escapes, const Csi *csi)
{
	if (csi->last != 'R' || csi->count != 2)
		return false;
	bool expected = escapes->reports_expected > 0;
	escapes->reports_expected = 0;
	return expected || csi->params[0] > 1;
}

static Key csi_key(Escapes *escapes, const Csi *csi)
{
	const Key none = { .code = KEY_NONE };
	if (csi->prefix == '<')
		return csi_mouse(csi, none);
	if (csi->prefix)
		return none;
	if (is_report(escapes, csi))
		return (Key){
			.code = KEY_REPORT, .row = csi->params[0] - 1, .col = csi->params[1] - 1
		};
	if (csi->last == 'u')
		return key_of_character((uint32_t)csi->params[0], csi_mods(csi));
	if (csi->last == '~' || tilde_mods[(uint8_t)csi->last])
		return csi_number(csi);
	return csi_final(csi);
}

// rxvt's Shift+Del is CSI 3 $, where others have an intermediate byte.
static bool is_final(const char *p, size_t i)
{
	return (p[i] >= '@' && p[i] <= '~') || (p[i] == '$' && i > 2 && is_digit(p[2]));
}

// CSI [ A…E: the Linux console's F1…F5.
static size_t linux_key(const char *p, size_t n, More more, Key *key)
{
	if (n < 4)
		return more == MORE_MAY_COME ? 0 : n;
	if (p[3] >= 'A' && p[3] <= 'E')
		key->code = (KeyCode)(KEY_F1 + (p[3] - 'A'));
	return is_printable(p[3]) ? 4 : 3;
}

// CSI M and three bytes, from terminals without SGR reports.
static size_t x10_mouse(const char *p, size_t n, More more, Key *key)
{
	for (size_t i = 3; i < 6; i++) {
		if (i == n)
			return more == MORE_MAY_COME ? 0 : n;
		if ((uint8_t)p[i] < 0x20)
			return i;
	}
	Csi csi = { .prefix = '<',
		.last = 'M',
		.count = 3,
		.params = { (uint8_t)p[3] - 32, (uint8_t)p[4] - 32, (uint8_t)p[5] - 32 } };
	*key = csi_mouse(&csi, *key);
	return 6;
}

static size_t csi_decode(Escapes *escapes, const char *p, size_t n, More more, Key *key)
{
	if (n > 2 && p[2] == '[')
		return linux_key(p, n, more, key);
	for (size_t i = 2; i < n; i++) {
		if (!is_printable(p[i])) // broken off: what comes is no part of it
			return i;
		if (!is_final(p, i))
			continue;
		key->code = i < SEQUENCE_MAX ? defined_code(escapes, p, i + 1) : KEY_NONE;
		if (key->code != KEY_NONE)
			return i + 1;
		if (i == 2 && p[2] == 'M')
			return x10_mouse(p, n, more, key);
		Csi csi = csi_parse(p, i + 1);
		*key = csi_key(escapes, &csi);
		return i + 1;
	}
	if (more == MORE_NEVER && n == 2)
		*key = key_of_character('[', MOD_ALT);
	return more == MORE_MAY_COME && n <= CSI_MAX ? 0 : n;
}

// --- SS3 and the rest ------------------------------------------------------------------------

// The keypad in application mode: SS3 j…y.
static const char keypad[] = "*+,-./0123456789";

static Key ss3_key(char last, unsigned mods)
{
	if (last >= 'j' && last <= 'y')
		return key_of_character((uint8_t)keypad[last - 'j'], 0);
	unsigned more = final_codes[(uint8_t)last].mods ? MOD_CTRL : 0; // rxvt
	return (Key){ .code = final_codes[(uint8_t)last].code, .mods = mods | more };
}

static size_t ss3_decode(const Escapes *escapes, const char *p, size_t n, More more, Key *key)
{
	size_t i = 2;
	while (i < n && is_digit(p[i]) && i < 4)
		i++;
	if (i < n && is_printable(p[i])) {
		unsigned mods = i > 2 ? ((unsigned)(p[i - 1] - '0') - 1) & 7 : 0;
		key->code = defined_code(escapes, p, i + 1);
		if (key->code == KEY_NONE)
			*key = ss3_key(p[i], mods);
		return i + 1;
	}
	if (i == n && more == MORE_MAY_COME)
		return 0;
	if (i == 2)
		*key = key_of_character('O', MOD_ALT);
	return i;
}

// OSC and DCS are answers to questions of others. They end in BEL or ST.
static size_t string_decode(const char *p, size_t n, More more, Key *key)
{
	for (size_t i = 2; i < n; i++) {
		if (p[i] == '\a')
			return i + 1;
		if (p[i] == '\033' && i + 1 < n)
			return p[i + 1] == '\\' ? i + 2 : i;
		if (p[i] != '\033' && (uint8_t)p[i] < 0x20)
			return i;
	}
	if (more == MORE_NEVER && n == 2)
		*key = key_of_character((uint8_t)p[1], MOD_ALT);
	return more == MORE_MAY_COME && n <= STRING_MAX ? 0 : n;
}

// Esc with a character: a function key, or Alt. Esc and then a key that sends no character are two
// keys, typed one after the other.
static size_t short_decode(const Escapes *escapes, const char *p, Key *key)
{
	if (!is_printable(p[1])) {
		key->code = KEY_ESC;
		return 1;
	}
	key->code = defined_code(escapes, p, 2);
	if (key->code == KEY_NONE && is_digit(p[1]))
		key->code = (KeyCode)(KEY_F1 + (p[1] == '0' ? 9 : p[1] - '1'));
	if (key->code == KEY_NONE)
		*key = key_of_character((uint8_t)p[1], MOD_ALT);
	return 2;
}

size_t escape_decode(Escapes *escapes, const char *p, size_t n, More more, Key *key)
{
	if (n == 1 && more == MORE_MAY_COME)
		return 0;
	if (n == 1) {
		key->code = KEY_ESC;
		return 1;
	}
	if (p[1] == '[')
		return csi_decode(escapes, p, n, more, key);
	if (p[1] == 'O')
		return ss3_decode(escapes, p, n, more, key);
	if (p[1] == ']' || p[1] == 'P')
		return string_decode(p, n, more, key);
	return short_decode(escapes, p, key);
}
