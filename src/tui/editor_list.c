// SPDX-License-Identifier: MIT
// Lists are plain text: a paragraph that begins with a sign or a number. Enter carries them on.
#include "tui/editor_parts.h"

#include <string.h>

enum { LIST_DIGITS = 4 };

// A paragraph's "- ", "1. " or the like: its bytes, with the indent; mark is where the sign or the
// number begins. 0: it is no list.
typedef struct {
	size_t mark, len;
} ListHead;

static size_t digits(const char *s, size_t n)
{
	size_t count = 0;
	while (count < n && count < LIST_DIGITS && s[count] >= '0' && s[count] <= '9')
		count++;
	return count;
}

static size_t list_sign(const char *s, size_t n)
{
	static const char *const signs[] = { "- ", "* ", "+ ", "– ", "• " };
	size_t number = digits(s, n);
	if (number && number + 1 < n && strchr(".)", s[number]) && s[number + 1] == ' ')
		return number + 2;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (n >= strlen(signs[i]) && memcmp(s, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 0;
}

static ListHead list_head(const char *s, size_t n)
{
	ListHead head = { .mark = 0 };
	while (head.mark < n && s[head.mark] == ' ')
		head.mark++;
	size_t sign = list_sign(s + head.mark, n - head.mark);
	head.len = sign ? head.mark + sign : 0;
	return head;
}

// The head of the item after the one whose head stands at s.
static void add_next_head(Buf *out, const char *s, ListHead head)
{
	size_t number = digits(s + head.mark, head.len - head.mark);
	size_t rest = head.mark + number;
	int value = 0;
	for (size_t i = head.mark; i < rest; i++)
		value = value * 10 + (s[i] - '0');
	buf_add(out, s, head.mark);
	if (number)
		buf_addf(out, "%d", value + 1);
	buf_add(out, s + rest, head.len - rest);
}

void edit_newline(Editor *editor)
{
	Range range = selection(editor);
	size_t start = paragraph_start(editor, range.start), end = paragraph_end(editor, range.end);
	const char *s = editor->text.bytes + start;
	ListHead head = list_head(s, range.start - start);
	if (head.len && end == start + head.len) {
		editor_edit(editor, EDIT_STEP, (Range){ start, end }, "", 0); // an empty item
		return;
	}
	Buf line = BUF_INIT;
	buf_addch(&line, '\n');
	if (head.len)
		add_next_head(&line, s, head);
	editor_edit(editor, EDIT_TYPE, range, line.bytes, line.len);
	buf_release(&line);
}
