// SPDX-License-Identifier: MIT
#include "base/err.h"

#include <stdio.h>
#include <string.h>

// Cuts a half UTF-8 character that vsnprintf left at the end of a full buffer.
static void trim_partial_character(char *s, size_t size)
{
	size_t n = strlen(s);
	if (n + 1 < size)
		return;
	while (n > 0 && ((unsigned char)s[n - 1] & 0xC0) == 0x80)
		n--;
	if (n > 0 && (unsigned char)s[n - 1] >= 0xC0)
		n--;
	s[n] = '\0';
}

static void format_into(char *out, size_t size, const char *fmt, va_list args)
{
	vsnprintf(out, size, fmt, args);
	trim_partial_character(out, size);
}

bool err_set(Err *err, ErrKind kind, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	err->kind = kind;
	err->field[0] = '\0';
	err->hint[0] = '\0';
	format_into(err->message, sizeof(err->message), fmt, args);
	va_end(args);
	return false;
}

bool err_hint(Err *err, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	format_into(err->hint, sizeof(err->hint), fmt, args);
	va_end(args);
	return false;
}

bool err_field(Err *err, const char *field)
{
	snprintf(err->field, sizeof(err->field), "%s", field);
	return false;
}

bool err_prefix(Err *err, const char *fmt, ...)
{
	char prefix[sizeof(err->message)];
	char message[sizeof(err->message)];
	va_list args;
	va_start(args, fmt);
	format_into(prefix, sizeof(prefix), fmt, args);
	va_end(args);
	memcpy(message, err->message, sizeof(message));
	size_t used = strlen(prefix);
	size_t room = sizeof(err->message) - 1;
	memcpy(err->message, prefix, used);
	size_t rest = strlen(message);
	if (rest > room - used)
		rest = room - used;
	memcpy(err->message + used, message, rest);
	err->message[used + rest] = '\0';
	trim_partial_character(err->message, sizeof(err->message));
	return false;
}

void err_clear(Err *err)
{
	*err = (Err)ERR_INIT;
}
