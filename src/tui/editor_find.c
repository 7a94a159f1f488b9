// SPDX-License-Identifier: MIT
#include "tui/editor_parts.h"

#include "text/fold.h"

#include <string.h>

// One search: the needle as given and folded; the rest is scratch of the paragraph looked at.
typedef struct {
	const char *needle;
	Buf folded;
	Buf paragraph;
	Vec offsets; // size_t, as text_fold_map() makes them
} Search;

static void search_init(Search *search, const char *needle)
{
	*search = (Search){ .needle = needle, .folded = BUF_INIT, .paragraph = BUF_INIT };
	vec_init(&search->offsets, sizeof(size_t));
	size_t n = strlen(needle);
	while (n && is_blank(needle[n - 1]))
		n--;
	while (n && is_blank(*needle)) {
		needle++;
		n--;
	}
	text_fold(&search->folded, needle, n);
}

static void search_release(Search *search)
{
	buf_release(&search->folded);
	buf_release(&search->paragraph);
	vec_release(&search->offsets);
}

// The accents of the needle, where it has any, are those of the hit.
static bool accents_agree(const Search *search, const char *s, size_t n)
{
	Buf hit = BUF_INIT;
	buf_add(&hit, s, n);
	bool agree = text_contains(hit.bytes, search->needle);
	buf_release(&hit);
	return agree;
}

static bool find_in_paragraph(Search *search, const char *s, Range paragraph, Range *hit)
{
	const Buf *folded = &search->paragraph;
	size_t n = search->folded.len;
	text_fold_map(&search->paragraph, &search->offsets, s + paragraph.start,
		paragraph.end - paragraph.start);
	const size_t *offsets = search->offsets.items;
	for (size_t at = 0; at + n <= folded->len; at++) {
		const char *found =
			memmem(folded->bytes + at, folded->len - at, search->folded.bytes, n);
		if (!found)
			return false;
		at = (size_t)(found - folded->bytes);
		*hit = (Range){ paragraph.start + offsets[at], paragraph.start + offsets[at + n] };
		if (accents_agree(search, s + hit->start, hit->end - hit->start))
			return true;
	}
	return false;
}

static bool find_from(const Editor *editor, Search *search, size_t start, Range *hit)
{
	for (;;) {
		size_t end = paragraph_end(editor, start);
		if (find_in_paragraph(search, editor->text.bytes, (Range){ start, end }, hit))
			return true;
		if (end == editor->text.len)
			return false;
		start = end + 1;
	}
}

static void select_hit(Editor *editor, Range hit)
{
	editor_interrupt(editor);
	editor->select = SELECT_SHIFT;
	editor->anchor = boundary_before(editor, hit.start);
	editor->cursor = boundary_from(editor, hit.end);
	editor->goal = -1;
}

bool editor_find(Editor *editor, const char *needle)
{
	Search search;
	Range hit;
	search_init(&search, needle);
	bool found = search.folded.len &&
		(find_from(editor, &search, editor->cursor, &hit) ||
			find_from(editor, &search, 0, &hit));
	if (found)
		select_hit(editor, hit);
	search_release(&search);
	return found;
}
