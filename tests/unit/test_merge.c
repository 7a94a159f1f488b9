// SPDX-License-Identifier: MIT
// The three-way merge: cases one can read, and what must hold of any three texts.
#include "text/merge.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { CHOICES = 64 };

static size_t merged(
	const char *base, const char *mine, const char *theirs, MergeChoice choice, Buf *out)
{
	Vec hunks;
	MergeChoice choices[CHOICES];
	for (size_t i = 0; i < CHOICES; i++)
		choices[i] = choice;
	vec_init(&hunks, sizeof(MergeHunk));
	merge_texts(base, mine, theirs, &hunks);
	size_t conflicts = merge_conflicts(&hunks);
	assert_true(conflicts < CHOICES);
	buf_clear(out);
	merge_join(&hunks, choices, out);
	vec_release(&hunks);
	return conflicts;
}

static void expect(const char *base, const char *mine, const char *theirs, size_t conflicts,
	MergeChoice choice, const char *wanted)
{
	Buf out = BUF_INIT;
	assert_int_equal(merged(base, mine, theirs, choice, &out), conflicts);
	assert_string_equal(out.bytes, wanted);
	buf_release(&out);
}

static void test_changes_in_different_places_go_together(void **state)
{
	(void)state;
	expect("a\nb\nc", "A\nb\nc", "a\nb\nC", 0, MERGE_TAKE_MINE, "A\nb\nC");
	expect("a\nb\nc", "a\nb\nc\nd", "A\nb\nc", 0, MERGE_TAKE_MINE, "A\nb\nc\nd");
	expect("a\nb\nc", "b\nc", "a\nb\nx\nc", 0, MERGE_TAKE_MINE, "b\nx\nc");
	expect("", "", "a", 0, MERGE_TAKE_MINE, "a");
}

static void test_the_same_change_is_made_once(void **state)
{
	(void)state;
	expect("a\nb", "a\nB", "a\nB", 0, MERGE_TAKE_MINE, "a\nB");
	expect("", "a\n", "a\n", 0, MERGE_TAKE_MINE, "a\n");
}

static void test_a_conflict_is_decided(void **state)
{
	(void)state;
	expect("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc", 1, MERGE_TAKE_MINE, "a\nmine\nc");
	expect("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc", 1, MERGE_TAKE_THEIRS, "a\ntheirs\nc");
	expect("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc", 1, MERGE_TAKE_BOTH, "a\nmine\ntheirs\nc");
	expect("a", "a\nx", "a\ny", 1, MERGE_TAKE_BOTH, "a\nx\ny");
	expect("a\nb", "b", "A\nb", 1, MERGE_TAKE_MINE, "b");
	expect("a\nb", "b", "A\nb", 1, MERGE_TAKE_BOTH, "A\nb");
}

static void test_blank_lines_between_paragraphs_keep_apart(void **state)
{
	(void)state;
	expect("1\n\n2\n\n3", "1a\n\n2\n\n3", "1\n\n2\n\n3b", 0, MERGE_TAKE_MINE, "1a\n\n2\n\n3b");
	expect("1\n\n2\n\n3", "1\n\n2\n\n3\n\n4", "1\n\n2b\n\n3", 0, MERGE_TAKE_MINE,
		"1\n\n2b\n\n3\n\n4");
}

// Any three texts ---------------------------------------------------------------------------------

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 16;
}

// Few different lines, so that much repeats.
static void random_text(unsigned *seed, Buf *out)
{
	size_t lines = next_random(seed) % 12;
	buf_clear(out);
	for (size_t i = 0; i < lines; i++) {
		unsigned what = next_random(seed) % 8;
		if (what)
			buf_addf(out, "%c", "abcdefg"[what - 1]);
		if (i + 1 < lines || next_random(seed) % 4 == 0)
			buf_addch(out, '\n');
	}
}

static void change_text(unsigned *seed, const Buf *from, Buf *out)
{
	buf_clear(out);
	buf_adds(out, from->bytes);
	for (unsigned i = next_random(seed) % 4; i > 0; i--) {
		char letter[2] = { "xyz\na"[next_random(seed) % 5], '\0' };
		size_t n = next_random(seed) % 3, at = next_random(seed) % (out->len + 1);
		buf_splice(out, at, n, letter, next_random(seed) % 2);
	}
}

typedef MergeSide Pick(const MergeHunk *hunk);

static MergeSide base_of(const MergeHunk *hunk)
{
	return hunk->base;
}

static MergeSide mine_of(const MergeHunk *hunk)
{
	return hunk->mine;
}

static MergeSide theirs_of(const MergeHunk *hunk)
{
	return hunk->theirs;
}

// The sides of all hunks are the whole text.
static void check_whole(const Vec *hunks, Pick *pick, const char *text)
{
	Buf joined = BUF_INIT;
	size_t lines = 0;
	for (size_t i = 0; i < hunks->len; i++) {
		MergeSide lines_of = pick(vec_at(hunks, i));
		if (lines_of.lines && lines)
			buf_addch(&joined, '\n');
		buf_add(&joined, lines_of.bytes, lines_of.n);
		lines += lines_of.lines;
	}
	assert_string_equal(joined.bytes, text);
	buf_release(&joined);
}

static void check_properties(const char *base, const char *mine, const char *theirs)
{
	Vec hunks, swapped;
	vec_init(&hunks, sizeof(MergeHunk));
	vec_init(&swapped, sizeof(MergeHunk));
	merge_texts(base, mine, theirs, &hunks);
	merge_texts(base, theirs, mine, &swapped);
	check_whole(&hunks, base_of, base);
	check_whole(&hunks, mine_of, mine);
	check_whole(&hunks, theirs_of, theirs);
	assert_int_equal(merge_conflicts(&hunks), merge_conflicts(&swapped));
	expect(base, mine, base, 0, MERGE_TAKE_MINE, mine);
	expect(base, base, theirs, 0, MERGE_TAKE_MINE, theirs);
	expect(base, mine, mine, 0, MERGE_TAKE_MINE, mine);
	vec_release(&hunks);
	vec_release(&swapped);
}

static void test_what_holds_of_any_texts(void **state)
{
	Buf base = BUF_INIT, mine = BUF_INIT, theirs = BUF_INIT;
	unsigned seed = 2021;
	(void)state;
	for (int i = 0; i < 20000; i++) {
		random_text(&seed, &base);
		change_text(&seed, &base, &mine);
		change_text(&seed, &base, &theirs);
		check_properties(base.bytes, mine.bytes, theirs.bytes);
		random_text(&seed, &mine);
		check_properties(base.bytes, mine.bytes, theirs.bytes);
	}
	buf_release(&base);
	buf_release(&mine);
	buf_release(&theirs);
}

// Lines that only one of the two touched are never asked about.
static void test_changes_a_line_apart_never_conflict(void **state)
{
	Buf base = BUF_INIT, mine = BUF_INIT, theirs = BUF_INIT, both = BUF_INIT;
	(void)state;
	for (int a = 0; a < 10; a++) {
		for (int b = 0; b < 10; b++) {
			if (a == b || a == b + 1 || b == a + 1)
				continue;
			buf_clear(&base), buf_clear(&mine), buf_clear(&theirs), buf_clear(&both);
			for (int i = 0; i < 10; i++) {
				buf_addf(&base, "%d\n", i);
				buf_addf(&mine, "%d%s\n", i, i == a ? "mine" : "");
				buf_addf(&theirs, "%d%s\n", i, i == b ? "theirs" : "");
				buf_addf(&both, "%d%s\n", i, i == a ? "mine" : i == b ? "theirs" : "");
			}
			expect(base.bytes, mine.bytes, theirs.bytes, 0, MERGE_TAKE_MINE, both.bytes);
		}
	}
	buf_release(&base);
	buf_release(&mine);
	buf_release(&theirs);
	buf_release(&both);
}

// A megabyte of lines of which none is the same, and one of which all are.
static void test_large_texts_end(void **state)
{
	Buf a = BUF_INIT, b = BUF_INIT, same = BUF_INIT, out = BUF_INIT;
	(void)state;
	for (int i = 0; i < 30000; i++) {
		buf_addf(&a, "dòng thứ %d của bản này\n", i);
		buf_addf(&b, "dòng thứ %d của bản kia\n", i);
		buf_adds(&same, "\n");
	}
	assert_int_equal(merged(same.bytes, a.bytes, b.bytes, MERGE_TAKE_MINE, &out), 1);
	assert_string_equal(out.bytes, a.bytes);
	assert_int_equal(merged(a.bytes, a.bytes, b.bytes, MERGE_TAKE_MINE, &out), 0);
	assert_string_equal(out.bytes, b.bytes);
	buf_release(&a);
	buf_release(&b);
	buf_release(&same);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changes_in_different_places_go_together),
		cmocka_unit_test(test_the_same_change_is_made_once),
		cmocka_unit_test(test_a_conflict_is_decided),
		cmocka_unit_test(test_blank_lines_between_paragraphs_keep_apart),
		cmocka_unit_test(test_what_holds_of_any_texts),
		cmocka_unit_test(test_changes_a_line_apart_never_conflict),
		cmocka_unit_test(test_large_texts_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
