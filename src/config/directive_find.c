// SPDX-License-Identifier: MIT
#include "config/directive_find.h"

#include "base/tr.h"
#include "text/utf8.h"

#include <string.h>

enum { EXCERPT_BYTES = 60, EXCERPT_GRAPHEMES = 24 };

static const char *find(const char *text, Range part, const char *words, size_t n)
{
	return part.start < part.end ? memmem(text + part.start, part.end - part.start, words, n)
				     : NULL;
}

FoundCount words_find(const char *text, Range part, const char *words, Range *first)
{
	size_t n = strlen(words);
	const char *at = n ? find(text, part, words, n) : NULL;
	if (!at)
		return FOUND_NONE;
	*first = (Range){ (size_t)(at - text), (size_t)(at - text) + n };
	Range rest = { first->start + 1, part.end };
	return find(text, rest, words, n) ? FOUND_MORE : FOUND_ONCE;
}

// How much of the n bytes to show: whole graphemes of one line, at most EXCERPT_BYTES.
static int excerpt(const char *s, size_t n)
{
	size_t end = 0;
	while (end < n && s[end] != '\n') {
		size_t next = grapheme_next(s, n, end);
		if (next > EXCERPT_BYTES)
			break;
		end = next;
	}
	return (int)end;
}

// The longest beginning of the words that the part has; a longer one is never there when a shorter
// one is not, so halving finds it.
static size_t longest_match(const char *text, Range part, const char *words)
{
	size_t low = 0;
	size_t high = strlen(words);
	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;
		if (find(text, part, words, middle))
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

// Where the agreement ends, and how the text goes on there.
static bool hint_match(const char *text, Range part, const char *words, Err *err)
{
	size_t match = longest_match(text, part, words);
	while (match > 0 && ((unsigned char)words[match] & 0xC0) == 0x80)
		match--;
	if (!match)
		return err_hint(err, "%s", tr("Chép lại từ tệp văn bản, cả dấu câu và chữ hoa."));
	size_t tail = match;
	for (int i = 0; i < EXCERPT_GRAPHEMES && tail > 0; i++)
		tail = grapheme_prev(words, match, tail);
	const char *goes_on = find(text, part, words, match) + match;
	size_t rest = part.end - (size_t)(goes_on - text);
	return err_hint(err, tr("Khớp đến “…%.*s”, sau đó văn bản viết “%.*s…”."),
		(int)(match - tail), words + tail, excerpt(goes_on, rest), goes_on);
}

static bool refuse_missing(const char *text, Range part, const char *words, const char *where,
	ConfigNode node, Err *err)
{
	config_node_error(node, err, tr("không thấy “%.*s…” trong %s, cần chép nguyên văn"),
		excerpt(words, strlen(words)), words, where);
	return hint_match(text, part, words, err);
}

static bool refuse_ambiguous(const char *words, const char *where, ConfigNode node, Err *err)
{
	config_node_error(node, err, tr("“%.*s…” có hơn một chỗ trong %s, cần đúng một chỗ"),
		excerpt(words, strlen(words)), words, where);
	return err_hint(err, "%s", tr("Chép thêm vài chữ liền trước hoặc liền sau."));
}

bool words_locate(const char *text, Range part, const char *words, const char *where,
	ConfigNode node, Range *out, Err *err)
{
	Range first = { 0, 0 };
	FoundCount found = words_find(text, part, words, &first);
	if (found == FOUND_NONE)
		return refuse_missing(text, part, words, where, node, err);
	if (found == FOUND_MORE)
		return refuse_ambiguous(words, where, node, err);
	*out = first;
	return true;
}

bool words_span(const char *text, Range part, ConfigNode group, const char *begins,
	const char *ends, const char *where, Range *out, Err *err)
{
	Range first = { 0, 0 }, last = first;
	if (!words_locate(text, part, begins, where, config_node_key(group, "begins"), &first, err))
		return false;
	Range rest = { first.start, part.end };
	if (!words_locate(text, rest, ends, where, config_node_key(group, "ends"), &last, err))
		return false;
	*out = (Range){ first.start, last.end > first.end ? last.end : first.end };
	return true;
}
