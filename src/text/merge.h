// SPDX-License-Identifier: MIT
// Three-way merge by lines, which in minutes and reviews are paragraphs: what two people made of one
// text, taken together where they changed different places. After diff3 (Khanna, Kunal, Pierce 2007).
#ifndef TEXT_MERGE_H
#define TEXT_MERGE_H

#include "base/buf.h"
#include "base/vec.h"

#include <stddef.h>

// MERGE_BOTH: both made the same change. Only a MERGE_CONFLICT needs somebody to decide.
typedef enum { MERGE_SAME, MERGE_MINE, MERGE_THEIRS, MERGE_BOTH, MERGE_CONFLICT } MergeKind;

// Whole lines, without the LF behind the last; no line at all is not the same as an empty one.
typedef struct {
	const char *bytes; // into the text
	size_t n, lines;
} MergeSide;

// Invariant: the sides of all hunks, joined by LF, are the three texts.
typedef struct {
	MergeKind kind;
	MergeSide base, mine, theirs;
} MergeHunk;

typedef enum { MERGE_TAKE_MINE, MERGE_TAKE_THEIRS, MERGE_TAKE_BOTH } MergeChoice;

// Appends hunks (MergeHunk) in order to out; the texts must outlive them. Two changes with no line
// between them that both left alone are one conflict.
void merge_texts(const char *base, const char *mine, const char *theirs, Vec *out);
size_t merge_conflicts(const Vec *hunks);
// The merged text. choices is one for each conflict, in order; both means mine, then theirs.
void merge_join(const Vec *hunks, const MergeChoice *choices, Buf *out);

#endif
