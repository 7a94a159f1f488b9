// SPDX-License-Identifier: MIT
// Errors: what can fail returns bool, false meaning that *err says why.
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdarg.h>
#include <stdbool.h>

typedef enum {
	ERR_NONE,
	ERR_INVALID,   // a value somebody gave breaks a rule
	ERR_DATA,      // a file's content breaks a rule
	ERR_DENIED,    // the acting person may not
	ERR_NOT_FOUND, // no such thing
	ERR_CONFLICT,  // somebody has changed it since
	ERR_BUSY,      // the write lock was not to be had in time
	ERR_IO,        // the operating system refused
	ERR_DB,        // the database refused or is damaged
} ErrKind;

// message names its subject and says what was expected; hint says what to do.
// field is the form field (or option) that an ERR_INVALID is about, "" for none.
typedef struct {
	ErrKind kind;
	char field[32];
	char message[512];
	char hint[384];
} Err;

#define ERR_INIT { .kind = ERR_NONE }
#define WARN_UNUSED __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

// All return false, so that a failure is one return. A message that does not fit is cut at a
// whole UTF-8 character. err_set() forgets field and hint.
bool err_set(Err *err, ErrKind kind, const char *fmt, ...) PRINTF_LIKE(3, 4);
bool err_hint(Err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool err_field(Err *err, const char *field);

// Puts "what: " before the message, as when a file's name or line is known only further up.
bool err_prefix(Err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

void err_clear(Err *err);

#endif
