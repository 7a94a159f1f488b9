// SPDX-License-Identifier: MIT
// What has been decided about the leaves of a period and is not closed yet is a draft like anything that
// is typed: a line for each, as the command line takes them: "259-CV/TU/1.2b ha-tien carry 2022-03-31: lý do".
#include "tui/views/closing_screen.h"

#include "base/tr.h"

#include <string.h>

static const char *form(const View *view)
{
	return view->ops->name;
}

// Two directives may have the same code; no other origin may.
static void write_names(const Leaf *leaf, Buf *out)
{
	bool directive = strcmp(leaf->origin, "directive") == 0;
	buf_addf(out, "%s%s%s %s ", directive ? leaf->origin_words : "", directive ? "/" : "", leaf->code,
		leaf->place_code);
}

static void write_decision(const Leaf *leaf, const CloseDecision *decision, Buf *out)
{
	if (decision->kind == CLOSE_UNDECIDED)
		return;
	write_names(leaf, out);
	buf_addf(out, "%s%s%s%s%s\n", close_kind_code(decision->kind), *decision->new_due ? " " : "",
		decision->new_due, *decision->reason ? ": " : "", decision->reason);
}

static void parts(const View *view, Vec *out)
{
	ClosingScreen *screen = view->state;
	buf_clear(&screen->typed);
	for (size_t i = 0; i < screen->decisions.len; i++)
		write_decision(vec_at(&screen->leaves, i), vec_at(&screen->decisions, i), &screen->typed);
	*(TypedPart *)vec_push(out) = (TypedPart){ .name = "decisions", .label = tr("Quyết định"),
		.kind = TYPED_TEXT, .text = screen->typed.len ? screen->typed.bytes : "" };
}

// "done", "carry 2022-03-31: lý do", "end: lý do"; anything else decides nothing.
static void read_decision(ClosingScreen *screen, CloseDecision *decision, const char *text)
{
	size_t kind = strcspn(text, " :"), due = kind + (text[kind] == ' ');
	size_t colon = due + strcspn(text + due, ":"), reason = colon + strspn(text + colon, ": ");
	if (!close_kind_parse(arena_strndup(&screen->words, text, kind), &decision->kind))
		return;
	decision->new_due = arena_strndup(&screen->words, text + due, colon - due);
	decision->reason = arena_strdup(&screen->words, text + reason);
}

static void put_line(View *view, const char *line)
{
	ClosingScreen *screen = view->state;
	Buf names = BUF_INIT;
	bool found = false;
	for (size_t i = 0; i < screen->leaves.len && !found; i++) {
		buf_clear(&names);
		write_names(vec_at(&screen->leaves, i), &names);
		found = strncmp(line, names.bytes, names.len) == 0;
		if (found)
			read_decision(screen, vec_at(&screen->decisions, i), line + names.len);
	}
	buf_release(&names);
}

// What is there no more, or has been done meanwhile, is not decided again.
static void put(View *view, const LeftPart *part)
{
	ClosingScreen *screen = view->state;
	for (size_t i = 0; i < screen->decisions.len; i++)
		((CloseDecision *)vec_at(&screen->decisions, i))->kind = CLOSE_UNDECIDED;
	for (const char *line = part->text; *line;) {
		size_t n = strcspn(line, "\n");
		put_line(view, arena_strndup(&screen->words, line, n));
		line += n + (line[n] == '\n');
	}
	closing_count(screen);
}

const Typing closing_typing = { .form = form, .parts = parts, .put = put };
