// SPDX-License-Identifier: MIT
#include "text/diff.h"

#include "text/merge.h"

#include <stdbool.h>
#include <string.h>

// A change of one text is a merge with somebody who changed nothing.
static void changes(const char *before, const char *after, Vec *hunks)
{
	vec_init(hunks, sizeof(MergeHunk));
	merge_texts(before, after, before, hunks);
}

static void begin_line(Buf *out)
{
	if (out->len && out->bytes[out->len - 1] != '\n')
		buf_addch(out, '\n');
}

// Every line of a side behind its mark.
static void add_marked(const char *mark, MergeSide side, Buf *out)
{
	for (size_t at = 0; side.lines && at <= side.n;) {
		const char *end = memchr(side.bytes + at, '\n', side.n - at);
		size_t n = end ? (size_t)(end - side.bytes) - at : side.n - at;
		if (n) {
			begin_line(out);
			buf_adds(out, mark);
			buf_add(out, side.bytes + at, n);
		}
		at += n + 1;
	}
}

// Words, one a line, so that the merge by lines compares words. A line's own end stays as an empty one.
static void one_word_a_line(MergeSide side, Buf *out)
{
	for (size_t i = 0; i < side.n; i++) {
		if (side.bytes[i] == '\n')
			buf_addch(out, '\n');
		buf_addch(out, side.bytes[i] == ' ' ? '\n' : side.bytes[i]);
	}
}

static void add_words(MergeSide side, Buf *out)
{
	for (size_t i = 0; i < side.n; i++)
		buf_addch(out, side.bytes[i] == '\n' ? ' ' : side.bytes[i]);
}

static void add_change(const MergeHunk *hunk, Buf *out)
{
	buf_addch(out, '[');
	if (!hunk->base.lines)
		buf_adds(out, "+ ");
	if (!hunk->mine.lines)
		buf_adds(out, "- ");
	add_words(hunk->base, out);
	if (hunk->base.lines && hunk->mine.lines)
		buf_adds(out, " → ");
	add_words(hunk->mine, out);
	buf_addch(out, ']');
}

// Whether so much stayed that a reader finds his way in it.
static bool is_alike(const Vec *words)
{
	size_t same = 0, all = 0;
	for (size_t i = 0; i < words->len; i++) {
		const MergeHunk *hunk = vec_at(words, i);
		size_t n = hunk->base.lines > hunk->mine.lines ? hunk->base.lines : hunk->mine.lines;
		same += hunk->kind == MERGE_SAME ? n : 0;
		all += n;
	}
	return 2 * same >= all;
}

static void add_words_of(const Vec *words, Buf *out)
{
	begin_line(out);
	for (size_t i = 0; i < words->len; i++) {
		const MergeHunk *hunk = vec_at(words, i);
		if (i)
			buf_addch(out, ' ');
		if (hunk->kind == MERGE_SAME)
			add_words(hunk->base, out);
		else
			add_change(hunk, out);
	}
}

static void add_hunk(const MergeHunk *hunk, Buf *out)
{
	Vec words;
	Buf before = BUF_INIT, after = BUF_INIT;
	one_word_a_line(hunk->base, &before);
	one_word_a_line(hunk->mine, &after);
	changes(before.bytes, after.bytes, &words);
	if (hunk->base.lines && hunk->mine.lines && is_alike(&words)) {
		add_words_of(&words, out);
	} else {
		add_marked("- ", hunk->base, out);
		add_marked("+ ", hunk->mine, out);
	}
	vec_release(&words);
	buf_release(&before);
	buf_release(&after);
}

void diff_words(const char *before, const char *after, Buf *out)
{
	Vec hunks;
	changes(before, after, &hunks);
	for (size_t i = 0; i < hunks.len; i++) {
		const MergeHunk *hunk = vec_at(&hunks, i);
		if (hunk->kind != MERGE_SAME)
			add_hunk(hunk, out);
	}
	vec_release(&hunks);
}
