// SPDX-License-Identifier: MIT
// What may stand behind a filter, and what could be meant by the one that is being typed.
#include "core/search_parts.h"

#include "base/tr.h"
#include "core/search_words.h"

#include <string.h>

static const char *folded_of(Arena *arena, const char *s)
{
	Buf buf = BUF_INIT;
	search_fold(&buf, s, strlen(s));
	const char *folded = arena_strdup(arena, buf.bytes);
	buf_release(&buf);
	return folded;
}

typedef enum { NAME_HIDDEN, NAME_SHOWN } NameUse;

static void add_name(
	Vec *out, Arena *arena, SearchFilter filter, int64_t id, const char *name, NameUse use)
{
	const char *folded = folded_of(arena, name);
	if (*folded)
		*(SearchName *)vec_push(out) = (SearchName){ .filter = filter,
			.id = id,
			.name = name,
			.folded = folded,
			.shown = use == NAME_SHOWN };
}

static void add_spellings(
	Core *core, Vec *out, Arena *arena, SearchFilter filter, int64_t id, const char *name)
{
	const CoreRules *rules = core_rules(core);
	const char *folded = folded_of(arena, name);
	for (size_t a = 0; a < rules->aliases_n; a++) {
		const SearchAlias *alias = &rules->aliases[a];
		if (alias->n == 0 || strcmp(folded_of(arena, alias->spellings[0]), folded) != 0)
			continue;
		for (size_t i = 1; i < alias->n; i++)
			add_name(out, arena, filter, id, alias->spellings[i], NAME_HIDDEN);
	}
}

static bool add_places(
	Core *core, QueryId query, SearchFilter filter, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), query);
	while (stmt_row(stmt)) {
		int64_t id = stmt_get_int(stmt, 0);
		const char *name = stmt_get_string(stmt, 2, arena);
		const char *kind = stmt_get_text(stmt, 3);
		add_name(out, arena, filter, id, name, NAME_SHOWN);
		add_name(out, arena, filter, id, stmt_get_string(stmt, 1, arena), NAME_HIDDEN);
		if (*kind)
			add_name(out, arena, filter, id, arena_printf(arena, "%s %s", kind, name),
				NAME_HIDDEN);
		add_spellings(core, out, arena, filter, id, name);
	}
	return stmt_done(stmt, err);
}

static void add_kinds(Arena *arena, Vec *out)
{
	for (int kind = SEARCH_NOTHING + 1; kind < SEARCH_KINDS; kind++) {
		add_name(out, arena, FILTER_KIND, kind, search_kind_name((SearchKind)kind),
			NAME_SHOWN);
		add_name(out, arena, FILTER_KIND, kind, search_kind_code((SearchKind)kind),
			NAME_HIDDEN);
	}
}

bool search_names(Core *core, Arena *arena, Vec *out, Err *err)
{
	add_kinds(arena, out);
	return add_places(core, Q_SEARCH_REGION_NAMES, FILTER_REGION, arena, out, err) &&
	       add_places(core, Q_SEARCH_DISTRICT_NAMES, FILTER_DISTRICT, arena, out, err);
}

// Completion ------------------------------------------------------------------------------------

static const struct {
	const char *shown, *folded;
} offered[] = {
	{ N_("vùng:"), "vung" },
	{ N_("địa phương:"), "dia phuong" },
	{ N_("từ:"), "tu" },
	{ N_("đến:"), "den" },
	{ N_("loại:"), "loai" },
};

static void offer(Vec *out, Arena *arena, const char *typed, size_t kept, const char *rest)
{
	const char *text = arena_printf(arena, "%.*s%s", (int)kept, typed, rest);
	*(const char **)vec_push(out) = text;
}

static void offer_names(const char *typed, size_t value, SearchFilter filter,
	const SearchContext *context, Arena *arena, Vec *out)
{
	const char *folded = folded_of(arena, typed + value);
	for (size_t i = 0; i < context->names->len; i++) {
		const SearchName *name = vec_at(context->names, i);
		if (name->filter != filter || !name->shown || strcmp(name->folded, folded) == 0 ||
			strncmp(name->folded, folded, strlen(folded)) != 0)
			continue;
		const char *form = strchr(name->name, ' ') ? "\"%s\" " : "%s ";
		offer(out, arena, typed, value, arena_printf(arena, form, name->name));
	}
}

static void offer_keys(const char *typed, size_t start, Arena *arena, Vec *out)
{
	const char *folded = folded_of(arena, typed + start);
	size_t n = strlen(folded);
	for (size_t i = 0; n > 1 && i < sizeof(offered) / sizeof(*offered); i++)
		if (strncmp(offered[i].folded, folded, n) == 0)
			offer(out, arena, typed, start, tr(offered[i].shown));
}

// The words from the last but one on, for a key of two.
static size_t last_words(const char *typed, size_t n, int words)
{
	size_t at = n;
	while (at > 0 && words > 0) {
		while (at > 0 && typed[at - 1] != ' ')
			at--;
		if (--words > 0)
			while (at > 0 && typed[at - 1] == ' ')
				at--;
	}
	return at;
}

void search_completions(const char *typed, const SearchContext *context, Arena *arena, Vec *out)
{
	size_t n = strlen(typed);
	SearchFilter filter;
	enum { WORDS = 4 }; // of a name that is typed without quotes, with its key
	for (int words = 1; words <= WORDS; words++) {
		size_t start = last_words(typed, n, words);
		size_t key = search_match_key(typed + start, n - start, &filter);
		if (!key)
			continue;
		offer_names(typed, start + key, filter, context, arena, out);
		return;
	}
	offer_keys(typed, last_words(typed, n, 2), arena, out);
	if (!out->len)
		offer_keys(typed, last_words(typed, n, 1), arena, out);
}

bool search_complete(Core *core, const char *typed, Arena *arena, Vec *out, Err *err)
{
	Vec names;
	vec_init(&names, sizeof(SearchName));
	bool ok = search_names(core, arena, &names, err);
	const SearchContext context = { .names = &names, .today = core_today(core) };
	if (ok)
		search_completions(typed, &context, arena, out);
	vec_release(&names);
	return ok;
}
