// SPDX-License-Identifier: MIT
// The words of a directive's clauses, as the tree and the list of gaps show them.
#ifndef TUI_VIEWS_CLAUSE_WORDS_H
#define TUI_VIEWS_CLAUSE_WORDS_H

#include "core/directive.h"
#include "tui/view.h"

// The first line of a clause without its own number or dash.
const char *clause_words(View *view, const char *text, const Clause *clause);
// The deepest clause that a byte of the text lies in; NULL outside of all.
const Clause *clause_at(const Vec *clauses, size_t offset);
const Clause *clause_by_id(const Vec *clauses, int64_t id);

#endif
