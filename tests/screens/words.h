// SPDX-License-Identifier: MIT
// A line of a script → words. "…" keeps blanks; in it \" \\ \n \t \e and \xHH; ${NAME} everywhere.
#ifndef TESTS_SCREENS_WORDS_H
#define TESTS_SCREENS_WORDS_H

#include "base/arena.h"
#include "base/vec.h"

typedef struct {
	const char *name;
	const char *value;
} Variable;

// Appends char * to words; variables holds Variable.
bool words_split(
	Arena *arena, const char *line, const Vec *variables, Vec *words, Err *err) WARN_UNUSED;

#endif
