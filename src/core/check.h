// SPDX-License-Identifier: MIT
// Check: whether what is stored still holds together where the schema itself cannot tell.
#ifndef CORE_CHECK_H
#define CORE_CHECK_H

#include "core/core.h"

// Each complaint is reported in words; *count is how many ranges were looked at.
typedef void CheckComplaint(void *state, const char *line);

// Clauses lie within their parents and their directive's text, quotes within their clauses, other
// citations within the text, all at whole characters.
bool check_ranges(
	Core *core, CheckComplaint *report, void *state, int64_t *count, Err *err) WARN_UNUSED;

#endif
