// SPDX-License-Identifier: MIT
// Included first by clang-tidy alone, which sees one file at a time: what another file holds, and
// what it must know of it to follow a failure.
#ifndef TESTS_LINT_ANALYZER_H
#define TESTS_LINT_ANALYZER_H

#include "base/err.h"

#define err_set(...) ((void)(err_set)(__VA_ARGS__), false)
#define err_hint(...) ((void)(err_hint)(__VA_ARGS__), false)
#define err_field(...) ((void)(err_field)(__VA_ARGS__), false)
#define err_prefix(...) ((void)(err_prefix)(__VA_ARGS__), false)

#endif
