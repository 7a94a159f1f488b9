// SPDX-License-Identifier: MIT
#include "text/merge.h"

#include "base/xalloc.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const size_t nowhere = SIZE_MAX;

typedef struct {
	const char *bytes;
	size_t n;
	uint64_t hash;
} Line;

// FNV-1a
static uint64_t hash_of(const char *bytes, size_t n)
{
	uint64_t hash = 14695981039346656037U;
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (uint8_t)bytes[i]) * 1099511628211U;
	return hash;
}

// The empty text has no line, any other one more than it has LF.
static void split(const char *text, Vec *lines)
{
	vec_init(lines, sizeof(Line));
	for (const char *at = text; *text; at++) {
		size_t n = strcspn(at, "\n");
		*(Line *)vec_push(lines) = (Line){ at, n, hash_of(at, n) };
		at += n;
		if (!*at)
			return;
	}
}

static const Line *line(const Vec *lines, size_t index)
{
	return vec_at(lines, index);
}

static bool same(const Line *a, const Line *b)
{
	return a->hash == b->hash && a->n == b->n && memcmp(a->bytes, b->bytes, a->n) == 0;
}

// Which line became which -----------------------------------------------------------------------

// Lines [a, a_end) of the one against [b, b_end) of the other.
typedef struct {
	size_t a, a_end, b, b_end;
} Block;

// match[i] is the line of b that line i of a stands at, or nowhere; it grows with i.
typedef struct {
	const Vec *a, *b; // of Line
	size_t *match;
	Vec anchors; // of Anchor: scratch
} Diff;

// A line that stands once in each.
typedef struct {
	size_t a, b;
	size_t before; // index of the anchor before it in the longest chain that ends here, or nowhere
} Anchor;

typedef struct {
	const Line *line;
	size_t index;
	bool in_b;
} Entry;

static int by_content(const void *x, const void *y)
{
	const Entry *a = x, *b = y;
	if (a->line->hash != b->line->hash)
		return a->line->hash < b->line->hash ? -1 : 1;
	if (a->line->n != b->line->n)
		return a->line->n < b->line->n ? -1 : 1;
	int order = memcmp(a->line->bytes, b->line->bytes, a->line->n);
	if (order)
		return order;
	return a->in_b != b->in_b ? a->in_b - b->in_b : (a->index > b->index) - (a->index < b->index);
}

static int by_a(const void *x, const void *y)
{
	const Anchor *a = x, *b = y;
	return (a->a > b->a) - (a->a < b->a);
}

static Entry *list_entries(const Diff *diff, Block block, size_t *count)
{
	size_t n = 0;
	Entry *entries = xcalloc(block.a_end - block.a + block.b_end - block.b, sizeof(*entries));
	for (size_t i = block.a; i < block.a_end; i++)
		entries[n++] = (Entry){ line(diff->a, i), i, false };
	for (size_t i = block.b; i < block.b_end; i++)
		entries[n++] = (Entry){ line(diff->b, i), i, true };
	qsort(entries, n, sizeof(*entries), by_content);
	*count = n;
	return entries;
}

// Lines that stand exactly once on either side, in the order of a.
static void find_anchors(Diff *diff, Block block)
{
	size_t n, end;
	Entry *entries = list_entries(diff, block, &n);
	vec_clear(&diff->anchors);
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && same(entries[i].line, entries[end].line);)
			end++;
		if (end - i == 2 && !entries[i].in_b && entries[i + 1].in_b)
			*(Anchor *)vec_push(&diff->anchors) =
				(Anchor){ entries[i].index, entries[i + 1].index, nowhere };
	}
	free(entries);
	if (diff->anchors.len)
		qsort(diff->anchors.items, diff->anchors.len, sizeof(Anchor), by_a);
}

static Anchor *anchor(const Diff *diff, size_t index)
{
	return vec_at(&diff->anchors, index);
}

// The longest run of anchors that rises on both sides, by patience sorting: ends[k] is the anchor
// with the least b that ends a chain of k + 1. The chain is left in ends, its length returned.
static size_t longest_chain(Diff *diff, size_t *ends)
{
	size_t length = 0;
	for (size_t i = 0; i < diff->anchors.len; i++) {
		size_t low = 0, high = length;
		while (low < high) {
			size_t middle = (low + high) / 2;
			if (anchor(diff, ends[middle])->b < anchor(diff, i)->b)
				low = middle + 1;
			else
				high = middle;
		}
		anchor(diff, i)->before = low ? ends[low - 1] : nowhere;
		ends[low] = i;
		length += low == length;
	}
	for (size_t k = length; k > 1; k--)
		ends[k - 2] = anchor(diff, ends[k - 1])->before;
	return length;
}

static Block trim(Diff *diff, Block block)
{
	while (block.a < block.a_end && block.b < block.b_end &&
		same(line(diff->a, block.a), line(diff->b, block.b)))
		diff->match[block.a++] = block.b++;
	while (block.a < block.a_end && block.b < block.b_end &&
		same(line(diff->a, block.a_end - 1), line(diff->b, block.b_end - 1)))
		diff->match[--block.a_end] = --block.b_end;
	return block;
}

// Patience diff, with a stack of its own: what equals at the ends, then around the lines that are
// unique. What has none is changed as a whole.
static void push_between(Diff *diff, Block block, Vec *stack)
{
	if (block.a == block.a_end || block.b == block.b_end)
		return;
	find_anchors(diff, block);
	if (!diff->anchors.len)
		return;
	size_t *chain = xcalloc(diff->anchors.len, sizeof(*chain));
	size_t length = longest_chain(diff, chain);
	for (size_t i = 0; i < length; i++) {
		const Anchor *at = anchor(diff, chain[i]);
		diff->match[at->a] = at->b;
		*(Block *)vec_push(stack) = (Block){ block.a, at->a, block.b, at->b };
		block.a = at->a + 1;
		block.b = at->b + 1;
	}
	*(Block *)vec_push(stack) = block;
	free(chain);
}

static size_t *match_lines(const Vec *a, const Vec *b)
{
	Vec stack;
	Diff diff = { .a = a, .b = b, .match = xcalloc(a->len + 1, sizeof(size_t)) };
	vec_init(&diff.anchors, sizeof(Anchor));
	vec_init(&stack, sizeof(Block));
	for (size_t i = 0; i <= a->len; i++)
		diff.match[i] = nowhere;
	*(Block *)vec_push(&stack) = (Block){ 0, a->len, 0, b->len };
	while (stack.len) {
		Block block = *(const Block *)vec_at(&stack, stack.len - 1);
		vec_remove(&stack, stack.len - 1, 1);
		push_between(&diff, trim(&diff, block), &stack);
	}
	vec_release(&stack);
	vec_release(&diff.anchors);
	return diff.match;
}

// The walk --------------------------------------------------------------------------------------

typedef struct {
	Vec base, mine, theirs;           // of Line
	size_t *to_mine, *to_theirs;      // for each line of base
	size_t b, m, t;                   // where the walk stands
	Vec *out;
} Walk;

static MergeSide side(const Vec *lines, size_t start, size_t end)
{
	if (start == end)
		return (MergeSide){ "", 0, 0 };
	const Line *first = line(lines, start), *last = line(lines, end - 1);
	return (MergeSide){ first->bytes, (size_t)(last->bytes - first->bytes) + last->n, end - start };
}

static bool equal(MergeSide a, MergeSide b)
{
	return a.lines == b.lines && a.n == b.n && memcmp(a.bytes, b.bytes, a.n) == 0;
}

static MergeKind kind_of(const MergeHunk *hunk)
{
	bool mine = !equal(hunk->mine, hunk->base), theirs = !equal(hunk->theirs, hunk->base);
	if (mine && theirs)
		return equal(hunk->mine, hunk->theirs) ? MERGE_BOTH : MERGE_CONFLICT;
	return mine ? MERGE_MINE : theirs ? MERGE_THEIRS : MERGE_SAME;
}

// Everything up to there is one hunk.
static void emit(Walk *walk, size_t b, size_t m, size_t t)
{
	if (b == walk->b && m == walk->m && t == walk->t)
		return;
	MergeHunk *hunk = vec_push(walk->out);
	hunk->base = side(&walk->base, walk->b, b);
	hunk->mine = side(&walk->mine, walk->m, m);
	hunk->theirs = side(&walk->theirs, walk->t, t);
	hunk->kind = kind_of(hunk);
	walk->b = b;
	walk->m = m;
	walk->t = t;
}

static bool in_step(const Walk *walk, size_t ahead)
{
	size_t b = walk->b + ahead;
	return b < walk->base.len && walk->to_mine[b] == walk->m + ahead &&
	       walk->to_theirs[b] == walk->t + ahead;
}

static void next_hunk(Walk *walk)
{
	size_t n = 0, b = walk->b;
	while (in_step(walk, n))
		n++;
	if (n) {
		emit(walk, walk->b + n, walk->m + n, walk->t + n);
		return;
	}
	while (b < walk->base.len && (walk->to_mine[b] == nowhere || walk->to_theirs[b] == nowhere))
		b++;
	if (b < walk->base.len)
		emit(walk, b, walk->to_mine[b], walk->to_theirs[b]);
	else
		emit(walk, b, walk->mine.len, walk->theirs.len);
}

void merge_texts(const char *base, const char *mine, const char *theirs, Vec *out)
{
	Walk walk = { .out = out };
	split(base, &walk.base);
	split(mine, &walk.mine);
	split(theirs, &walk.theirs);
	walk.to_mine = match_lines(&walk.base, &walk.mine);
	walk.to_theirs = match_lines(&walk.base, &walk.theirs);
	while (walk.b < walk.base.len || walk.m < walk.mine.len || walk.t < walk.theirs.len)
		next_hunk(&walk);
	free(walk.to_mine);
	free(walk.to_theirs);
	vec_release(&walk.base);
	vec_release(&walk.mine);
	vec_release(&walk.theirs);
}

// The result ------------------------------------------------------------------------------------

size_t merge_conflicts(const Vec *hunks)
{
	size_t count = 0;
	for (size_t i = 0; i < hunks->len; i++)
		count += ((const MergeHunk *)vec_at(hunks, i))->kind == MERGE_CONFLICT;
	return count;
}

static void add_lines(Buf *out, MergeSide lines, size_t *count)
{
	if (lines.lines && *count)
		buf_addch(out, '\n');
	buf_add(out, lines.bytes, lines.n);
	*count += lines.lines;
}

static void add_choice(Buf *out, const MergeHunk *hunk, MergeChoice choice, size_t *count)
{
	if (choice != MERGE_TAKE_THEIRS)
		add_lines(out, hunk->mine, count);
	if (choice != MERGE_TAKE_MINE)
		add_lines(out, hunk->theirs, count);
}

void merge_join(const Vec *hunks, const MergeChoice *choices, Buf *out)
{
	size_t count = 0;
	for (size_t i = 0; i < hunks->len; i++) {
		const MergeHunk *hunk = vec_at(hunks, i);
		if (hunk->kind == MERGE_CONFLICT)
			add_choice(out, hunk, *choices++, &count);
		else
			add_lines(out, hunk->kind == MERGE_THEIRS ? hunk->theirs : hunk->mine, &count);
	}
}
