// SPDX-License-Identifier: MIT
// Two versions of what is typed in a view: taken together, and asked about where both changed the
// same lines. Both are kept until that is decided.
#ifndef TUI_MERGE_VIEW_H
#define TUI_MERGE_VIEW_H

#include "tui/app.h"

typedef struct {
	TypedKind kind;
	const char *name, *label;
	const char *base, *mine, *theirs;
	size_t cursor; // in mine
} MergeText;

typedef struct {
	View *view;  // gets the result
	View *fresh; // owned; what theirs was read from; NULL where that is the view itself
	const Left *left; // where mine comes from; NULL: from the view
	Vec texts;   // owned; of MergeText, whose strings are copied
} Merge;

// Puts the result in at once where nobody has to decide; else opens a popup over the view, which
// must be on top. Nothing is saved by it. Takes what merge owns, also when it fails.
bool merge_open(Merge *merge, Err *err) WARN_UNUSED;

#endif
