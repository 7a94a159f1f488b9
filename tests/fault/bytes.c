// SPDX-License-Identifier: MIT
#include "fault/bytes.h"

#include "text/clean.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
	const char *what, *at;
} Complaint;

bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

// After ESC [. The finals that curses uses for this terminal, the question once asked, the title kept.
static const char *past_csi(const char *at, Complaint *bad)
{
	size_t n = strspn(at, "0123456789;?>");
	const char *end = at + n;
	bool own = *end && strchr("ABCDEFGHJKLMPSTXbdfhlmr@", *end);
	own |= starts(at, "6n") || starts(at, "22;0;0t") || starts(at, "23;0;0t");
	if (!own || starts(at, "5;8m") || starts(at, "3J"))
		*bad = (Complaint){ "a control sequence", at };
	return end + 1;
}

static const char *past_escape(const char *at, Complaint *bad, const char **label)
{
	if (*at == '[')
		return past_csi(at + 1, bad);
	if ((starts(at, "]777;") || starts(at, "]104\a")) && strchr(at, '\a')) {
		*label = at;
		return strchr(at, '\a') + 1;
	}
	if (starts(at, "(B"))
		return at + 2;
	if (!*at || !strchr("=>78M", *at))
		*bad = (Complaint){ "an escape", at };
	return at + 1;
}

static bool is_harmful(uint32_t cp)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = { { 0x80, 0x9F }, { 0xAD, 0xAD }, { 0x61C, 0x61C }, { 0x180E, 0x180E },
		{ 0x200B, 0x200F }, { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFE00, 0xFE0F },
		{ 0xFEFF, 0xFEFF }, { 0xE0000, 0xE0FFF } };
	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}

static bool is_mark(uint32_t cp)
{
	return cp >= 0x300 && cp <= 0x36F;
}

static const char *past_letter(const char *at, int *marks, Complaint *bad)
{
	uint32_t cp = 0;
	size_t n = utf8_decode(at, strlen(at), &cp);
	*marks = is_mark(cp) ? *marks + 1 : 0;
	if (is_harmful(cp) || *marks > CLEAN_MAX_MARKS)
		*bad = (Complaint){ "a character", at };
	if (cp == 0xFFFD && !starts(at, "\357\277\275"))
		*bad = (Complaint){ "a byte", at };
	return at + n;
}

void check_bytes(const char *where, const char *bytes)
{
	int marks = 0;
	const char *label = "";
	Complaint bad = { NULL, NULL };
	for (const char *at = bytes; *at && !bad.what;) {
		if (*at == '\033')
			at = past_escape(at + 1, &bad, &label);
		else if ((unsigned char)*at >= ' ' && *at != 0x7F)
			at = past_letter(at, &marks, &bad);
		else if (strchr("\r\n\b", *at))
			at++;
		else
			bad = (Complaint){ "a control", at };
	}
	if (!bad.what)
		return;
	printf("# %s, after %.*s:", where, (int)strcspn(label, "\a"), label);
	for (int i = 0; i < 24 && bad.at[i]; i++)
		printf(" %02x", (unsigned char)bad.at[i]);
	printf("\n# %.*s\n", 60, bad.at - bytes < 60 ? bytes : bad.at - 60);
	fail_msg("%s: %s", where, bad.what);
}
