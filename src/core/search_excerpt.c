// SPDX-License-Identifier: MIT
// Where the words of a query stand in the texts of a hit, and the line around them.
#include "core/search_parts.h"

#include "base/tr.h"
#include "core/search_words.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

typedef struct {
	const char *s;
	Buf folded;
	Vec words; // of SearchWord
} Split;

static void split_init(Split *split, const char *s, size_t n)
{
	*split = (Split){ .s = s, .folded = BUF_INIT };
	vec_init(&split->words, sizeof(SearchWord));
	search_split(s, n, &split->folded, &split->words);
}

static void split_release(Split *split)
{
	buf_release(&split->folded);
	vec_release(&split->words);
}

// Words that are equal, the last of which may only begin so: how many, and where in the text they
// end.
static bool says(const Split *split, size_t first, const char *form, bool grows, size_t *end)
{
	size_t i = first;
	while (*form) {
		size_t n = strcspn(form, " ");
		const SearchWord *word = i < split->words.len ? vec_at(&split->words, i) : NULL;
		if (!word || word->len < n || memcmp(split->folded.bytes + word->at, form, n) != 0)
			return false;
		bool last = form[n] == '\0';
		if (word->len > n && !(last && grows))
			return false;
		*end = word->end;
		if (word->len > n) {
			Buf folded = BUF_INIT;
			Vec offsets;
			vec_init(&offsets, sizeof(size_t));
			text_fold_map(
				&folded, &offsets, split->s + word->start, word->end - word->start);
			*end = word->start + *(size_t *)vec_at(&offsets, n);
			vec_release(&offsets);
			buf_release(&folded);
		}
		form += n + !last;
		i++;
	}
	return i > first;
}

static bool find_term(const Split *split, const SearchTerm *term, size_t first, Range *out)
{
	const SearchWord *word = vec_at(&split->words, first);
	for (size_t i = 0; i < term->folded_n; i++)
		if (says(split, first, term->folded[i], i == 0 && term->grows, &out->end)) {
			out->start = word->start;
			return true;
		}
	return false;
}

static void add_mark(Vec *marks, Range range)
{
	Range *last = marks->len ? vec_at(marks, marks->len - 1) : NULL;
	if (last && range.start < last->end)
		last->end = range.end > last->end ? range.end : last->end;
	else
		*(Range *)vec_push(marks) = range;
}

unsigned search_marks(const SearchQuery *query, const char *text, size_t n, Vec *marks)
{
	unsigned found = 0;
	Split split;
	split_init(&split, text, n);
	for (size_t first = 0; first < split.words.len; first++)
		for (size_t t = 0; t < query->terms_n; t++) {
			Range range;
			if (!find_term(&split, &query->terms[t], first, &range))
				continue;
			found |= 1U << t;
			add_mark(marks, range);
		}
	split_release(&split);
	return found;
}

// The line that says most of the query -----------------------------------------------------------

typedef struct {
	const char *text; // the line it stands in
	Range line;
	size_t first; // byte of its first mark
	int terms;    // how many of the query's stand in it
	int field;
} Best;

static int count_bits(unsigned bits)
{
	int n = 0;
	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

static void consider(const SearchQuery *query, const char *text, Range line, int field, Best *best)
{
	Vec marks;
	vec_init(&marks, sizeof(Range));
	int terms =
		count_bits(search_marks(query, text + line.start, line.end - line.start, &marks));
	if (terms > best->terms || !best->text) {
		size_t first = marks.len ? ((const Range *)vec_at(&marks, 0))->start : 0;
		*best = (Best){ text, line, line.start + first, terms, field };
	}
	vec_release(&marks);
}

// Looking ends with the first line that says it all.
static void find_best(const SearchQuery *query, const SearchSource *source, Best *best)
{
	for (int field = 0; field < SOURCE_LINES; field++) {
		const char *text = source->lines[field];
		for (size_t at = 0;
			text[at] && !(best->text && best->terms >= (int)query->terms_n);) {
			size_t n = strcspn(text + at, "\n");
			if (n)
				consider(query, text, (Range){ at, at + n }, field, best);
			at += n + (text[at + n] == '\n');
		}
	}
}

// The excerpt -----------------------------------------------------------------------------------

enum { LINE_MOST = 300, BEFORE_MOST = 160, BEFORE_KEPT = 100 };

static size_t back_to_word(const char *text, size_t from, size_t at)
{
	size_t wanted = at > BEFORE_KEPT ? at - BEFORE_KEPT : 0;
	wanted = wanted < from ? from : wanted;
	while (wanted < at && text[wanted] != ' ')
		wanted++;
	return wanted < at ? wanted + 1 : at;
}

static SearchText marked(const SearchQuery *query, const char *text, Arena *arena)
{
	Vec marks;
	vec_init(&marks, sizeof(Range));
	search_marks(query, text, strlen(text), &marks);
	Range *copy = arena_array(arena, marks.len, sizeof(*copy));
	if (marks.len)
		memcpy(copy, marks.items, marks.len * sizeof(*copy));
	SearchText out = { .text = text, .marks = copy, .marks_n = marks.len };
	vec_release(&marks);
	return out;
}

static const char *cut(const Best *best, Arena *arena)
{
	size_t start = best->line.start, end = best->line.end;
	const char *before = "", *after = "";
	if (best->first > start + BEFORE_MOST) {
		start = back_to_word(best->text, start, best->first);
		before = "… ";
	}
	if (end - start > LINE_MOST) {
		end = start + LINE_MOST;
		while (end > start && ((unsigned char)best->text[end] & 0xC0) == 0x80)
			end--;
		after = "…";
	}
	return arena_printf(
		arena, "%s%.*s%s", before, (int)(end - start), best->text + start, after);
}

void search_excerpt(
	const SearchQuery *query, const SearchSource *source, Arena *arena, SearchHit *hit)
{
	Best best = { .terms = 0 };
	find_best(query, source, &best);
	hit->label = marked(query, source->label, arena);
	hit->line = marked(query, best.text ? cut(&best, arena) : "", arena);
	hit->at = (size_t)source->part +
		  (best.text && best.field == SOURCE_LINES - 1 ? best.first : 0);
}
