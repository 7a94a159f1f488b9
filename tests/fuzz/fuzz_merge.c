// SPDX-License-Identifier: MIT
// Any three texts, parted by NUL, as a base and two changes of it: the hunks put together are the texts
// again, what both left alone stays, and each choice gives a text of theirs.
#include "base/buf.h"
#include "base/vec.h"
#include "text/merge.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TEXT_MAX = 4000 };

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static MergeSide side_of(const MergeHunk *hunk, int which)
{
	const MergeSide sides[] = { hunk->base, hunk->mine, hunk->theirs };
	return sides[which];
}

static void check_side(const Vec *hunks, int which, const char *text)
{
	Buf joined = BUF_INIT;
	bool first = true;
	for (size_t i = 0; i < hunks->len; i++) {
		MergeSide side = side_of(vec_at(hunks, i), which);
		if (!side.lines)
			continue;
		if (!first)
			buf_addch(&joined, '\n');
		buf_add(&joined, side.bytes, side.n);
		first = false;
	}
	demand(strcmp(joined.bytes, text) == 0);
	buf_release(&joined);
}

static void check_join(const Vec *hunks, MergeChoice choice)
{
	size_t n = merge_conflicts(hunks);
	MergeChoice *choices = calloc(n + 1, sizeof(*choices));
	Buf out = BUF_INIT;
	demand(choices != NULL);
	for (size_t i = 0; i < n; i++)
		choices[i] = choice;
	merge_join(hunks, choices, &out);
	demand(strlen(out.bytes) == out.len);
	buf_release(&out);
	free(choices);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char copy[TEXT_MAX + 4];
	const char *texts[3];
	Vec hunks;
	size_t n = size < TEXT_MAX ? size : TEXT_MAX;
	memset(copy, 0, sizeof(copy));
	if (n)
		memcpy(copy, data, n);
	texts[0] = copy;
	for (int i = 1; i < 3; i++)
		texts[i] = texts[i - 1] + strlen(texts[i - 1]) + 1;
	vec_init(&hunks, sizeof(MergeHunk));
	merge_texts(texts[0], texts[1], texts[2], &hunks);
	for (int i = 0; i < 3; i++)
		check_side(&hunks, i, texts[i]);
	for (int choice = MERGE_TAKE_MINE; choice <= MERGE_TAKE_BOTH; choice++)
		check_join(&hunks, (MergeChoice)choice);
	vec_release(&hunks);
	return 0;
}
