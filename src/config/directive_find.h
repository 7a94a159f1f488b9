// SPDX-License-Identifier: MIT
// Finding a directive's words in its text, so that files name pieces of it by the words themselves.
#ifndef CONFIG_DIRECTIVE_FIND_H
#define CONFIG_DIRECTIVE_FIND_H

#include "base/arena.h"
#include "config/node.h"
#include "text/ranges.h"

// Where the words stand in a part of text: the first place, and whether there are none, one or
// more.
typedef enum { FOUND_NONE, FOUND_ONCE, FOUND_MORE } FoundCount;

FoundCount words_find(const char *text, Range part, const char *words, Range *first);

// The one place of the words in the part, which `where` names in errors ("điểm 2.3"). Errors stand
// at the node; a hint tells how far the words do agree with the text.
bool words_locate(const char *text, Range part, const char *words, const char *where,
	ConfigNode node, Range *out, Err *err) WARN_UNUSED;

// From the beginning of `begins` to the end of `ends`, keys of the group; each must be found once,
// `ends` not before `begins`.
bool words_span(const char *text, Range part, ConfigNode group, const char *begins,
	const char *ends, const char *where, Range *out, Err *err) WARN_UNUSED;

#endif
