// SPDX-License-Identifier: MIT
#include "core/check.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/directive.h"

#include <string.h>

static bool starts_character(const char *text, int64_t at)
{
	return ((unsigned char)text[at] & 0xC0) != 0x80;
}

// text_len is looked at before the text is: a damaged row may point anywhere.
static bool holds(Stmt *stmt, const char *text, int64_t text_len)
{
	int64_t start = stmt_get_int(stmt, 2), end = stmt_get_int(stmt, 3);
	return start >= 0 && start < end && end <= text_len && start >= stmt_get_int(stmt, 4) &&
	       end <= stmt_get_int(stmt, 5) && starts_character(text, start) &&
	       starts_character(text, end);
}

typedef struct {
	CheckComplaint *report;
	void *state;
} Listener;

static void complain(const Listener *listener, const Directive *directive, Stmt *stmt)
{
	Buf line = BUF_INIT;
	buf_addf(&line, tr("%s, %s (%s): đoạn %lld–%lld không nằm đúng trong văn bản."),
		directive->number, stmt_get_text(stmt, 0), stmt_get_text(stmt, 1),
		(long long)stmt_get_int(stmt, 2), (long long)stmt_get_int(stmt, 3));
	listener->report(listener->state, line.bytes);
	buf_release(&line);
}

static bool check_directive(
	Core *core, const Directive *directive, const Listener *listener, int64_t *count, Err *err)
{
	int64_t text_len = (int64_t)strlen(directive->text);
	Stmt *stmt = db_query(core_db(core), Q_CHECK_RANGES);
	stmt_int(stmt, directive->id);
	stmt_int(stmt, text_len);
	while (stmt_row(stmt)) {
		++*count;
		if (!holds(stmt, directive->text, text_len))
			complain(listener, directive, stmt);
	}
	return stmt_done(stmt, err);
}

bool check_ranges(Core *core, CheckComplaint *report, void *state, int64_t *count, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec all;
	const Listener listener = { report, state };
	*count = 0;
	vec_init(&all, sizeof(Directive));
	bool ok = directive_list(core, &arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		Directive whole;
		const Directive *listed = vec_at(&all, i);
		ok = directive_get(core, listed->id, &arena, &whole, err) &&
		     check_directive(core, &whole, &listener, count, err);
	}
	vec_release(&all);
	arena_release(&arena);
	return ok;
}
