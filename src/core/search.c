// SPDX-License-Identifier: MIT
// Asks the index for a few hits of each kind, in the order of ids. Nothing is ever ranked: that
// would read all hits of a common word.
#include "core/search_parts.h"

#include "core/place.h"
#include "core/right.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	int64_t id;
	bool exact;
} Found;

// Of what is not yet open to everybody, the acting person may read that of no region, of some, of
// all.
typedef enum { REACH_NOTHING, REACH_SOME, REACH_EVERYTHING } Reach;

typedef struct {
	Core *core;
	const SearchQuery *query;
	Vec found; // of Found, in the order of finding
	int each;
	int counts[SEARCH_KINDS];
	unsigned more;
	Reach reach;
	int64_t own[SEARCH_PLACES]; // regions, for REACH_SOME
	size_t own_n;
	bool exact; // what is being asked now
} Scan;

void search_result_init(SearchResult *result)
{
	*result = (SearchResult){ .problem = "" };
	vec_init(&result->hits, sizeof(SearchHit));
}

void search_result_release(SearchResult *result)
{
	vec_release(&result->hits);
}

// Rights ----------------------------------------------------------------------------------------

static bool learn_reach(Scan *scan, const Vec *names, Err *err)
{
	size_t regions = 0;
	int64_t last = 0;
	for (size_t i = 0; i < names->len; i++) {
		const SearchName *name = vec_at(names, i);
		Err why = ERR_INIT;
		if (name->filter != FILTER_REGION || name->id == last)
			continue;
		last = name->id;
		regions++;
		bool may = right_check(
			scan->core, RIGHT_READ_OPEN, (Place){ .region_id = name->id }, &why);
		if (!may && why.kind != ERR_DENIED) {
			*err = why;
			return false;
		}
		if (may && scan->own_n < SEARCH_PLACES)
			scan->own[scan->own_n++] = name->id;
	}
	scan->reach = scan->own_n == 0        ? REACH_NOTHING
		      : scan->own_n < regions ? REACH_SOME
					      : REACH_EVERYTHING;
	return true;
}

static bool place_is_own(const Scan *scan, const char *place)
{
	for (size_t i = 0; i < scan->own_n; i++) {
		char token[24];
		snprintf(token, sizeof(token), "r%lld", (long long)scan->own[i]);
		if (strcmp(place, token) == 0)
			return true;
	}
	return false;
}

// Scanning --------------------------------------------------------------------------------------

// Ids of one kind and class within the days asked for.
typedef struct {
	int64_t first, last;
	SearchClass openness;
} Window;

static bool is_wanted(const Scan *scan, SearchKind kind, SearchClass openness)
{
	if (scan->query->kinds && !(scan->query->kinds & 1U << kind))
		return false;
	return !(scan->more & 1U << kind) &&
	       (openness == SEARCH_CLOSED || scan->reach != REACH_NOTHING);
}

// The first wanted window that holds the id or lies after it.
static bool next_window(const Scan *scan, int64_t id, Window *out)
{
	for (int kind = SEARCH_NOTHING + 1; kind < SEARCH_KINDS; kind++)
		for (int openness = SEARCH_OPEN; openness <= SEARCH_CLOSED; openness++) {
			out->openness = (SearchClass)openness;
			out->first =
				search_id_first((SearchKind)kind, out->openness, scan->query->to);
			out->last =
				search_id_last((SearchKind)kind, out->openness, scan->query->from);
			if (out->last >= id && is_wanted(scan, (SearchKind)kind, out->openness))
				return true;
		}
	return false;
}

static bool already_found(const Scan *scan, int64_t id)
{
	for (size_t i = 0; i < scan->found.len; i++)
		if (((const Found *)vec_at(&scan->found, i))->id == id)
			return true;
	return false;
}

// Whether a document that is not open to everybody is to the acting person.
static bool check_open(const Scan *scan, int64_t id, bool *may, Err *err)
{
	*may = scan->reach == REACH_EVERYTHING;
	if (scan->reach != REACH_SOME)
		return true;
	Stmt *stmt = db_query(core_db(scan->core), Q_SEARCH_THING);
	stmt_int(stmt, id);
	if (stmt_row(stmt))
		*may = place_is_own(scan, stmt_get_text(stmt, 2));
	return stmt_done(stmt, err);
}

static bool take(Scan *scan, int64_t id, const Window *window, Err *err)
{
	bool may = true;
	SearchKind kind = search_id_kind(id);
	if (already_found(scan, id))
		return true;
	if (window->openness == SEARCH_OPEN && !check_open(scan, id, &may, err))
		return false;
	if (!may)
		return true;
	if (scan->counts[kind] >= scan->each) {
		scan->more |= 1U << kind;
		return true;
	}
	scan->counts[kind]++;
	*(Found *)vec_push(&scan->found) = (Found){ id, scan->exact };
	return true;
}

// Nothing behind it is wanted.
static int64_t last_wanted(const Scan *scan)
{
	for (int kind = SEARCH_KINDS - 1; kind > SEARCH_NOTHING; kind--)
		if (is_wanted(scan, (SearchKind)kind, SEARCH_CLOSED))
			return search_id_last((SearchKind)kind, SEARCH_CLOSED, scan->query->from);
	return 0;
}

static Stmt *ask(Scan *scan, const char *expression, int64_t from)
{
	Stmt *stmt = db_query(core_db(scan->core), *expression ? Q_SEARCH_MATCH : Q_SEARCH_RANGE);
	if (*expression)
		stmt_text(stmt, expression);
	stmt_int(stmt, from);
	stmt_int(stmt, last_wanted(scan));
	return stmt;
}

// Reads on from an id until the window is left or its kind has enough; *from is then where to go
// on, 0 at the end of everything.
static bool scan_on(Scan *scan, const char *expression, Window window, int64_t *from, Err *err)
{
	Err failed = ERR_INIT;
	bool ok = true;
	Stmt *stmt = ask(scan, expression, *from < window.first ? window.first : *from);
	*from = 0;
	while (ok && !*from && stmt_row(stmt)) {
		int64_t id = stmt_get_int(stmt, 0);
		if (id > window.last) {
			*from = id;
			break;
		}
		ok = take(scan, id, &window, &failed);
		if (scan->more & 1U << search_id_kind(id))
			*from = id + 1;
	}
	bool done = stmt_done(stmt, err);
	if (!ok)
		*err = failed;
	return ok && done;
}

static bool scan_all(Scan *scan, const char *expression, Err *err)
{
	Window window;
	int64_t from = 1;
	while (from && next_window(scan, from, &window))
		if (!scan_on(scan, expression, window, &from, err))
			return false;
	return true;
}

static bool scan_form(Scan *scan, SearchForm form, Err *err)
{
	Buf expression = BUF_INIT;
	bool possible = true;
	scan->exact = form == FORM_EXACT;
	bool ok = search_expression(scan->core, scan->query, form, &expression, &possible, err);
	if (ok && possible)
		ok = scan_all(scan, expression.bytes, err);
	buf_release(&expression);
	return ok;
}

// Hits ------------------------------------------------------------------------------------------

// The documents of the thing that was read last: neighbours are often of one.
typedef struct {
	SearchKind kind;
	int64_t thing_id;
	Vec sources; // of SearchSource
} Last;

static bool read_thing(Core *core, int64_t id, SearchHit *hit, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_SEARCH_THING);
	stmt_int(stmt, id);
	hit->kind = search_id_kind(id);
	if (stmt_row(stmt)) {
		hit->thing_id = stmt_get_int(stmt, 0);
		hit->part = stmt_get_int(stmt, 1);
	}
	return stmt_done(stmt, err);
}

static bool read_sources(Core *core, const SearchHit *hit, Last *last, Arena *arena, Err *err)
{
	if (last->kind == hit->kind && last->thing_id == hit->thing_id)
		return true;
	vec_clear(&last->sources);
	last->kind = hit->kind;
	last->thing_id = hit->thing_id;
	return search_sources(core, hit->kind, hit->thing_id, arena, &last->sources, err);
}

static bool name_place(
	Core *core, const SearchSource *source, Arena *arena, SearchHit *hit, Err *err)
{
	const char *code;
	const Place place = { .region_id = source->district_id ? 0 : source->region_id,
		.district_id = source->district_id };
	hit->place = "";
	if ((!place.region_id && !place.district_id) || hit->kind <= SEARCH_DISTRICT)
		return true;
	return place_name(core, place, arena, &hit->place, &code, err);
}

// What the index still has but the rows no longer say is passed over: `check` tells of it.
static bool add_hit(Scan *scan, const Found *found, Last *last, Arena *arena, Vec *out, Err *err)
{
	SearchHit hit = { .exact = found->exact };
	if (!read_thing(scan->core, found->id, &hit, err) ||
		!read_sources(scan->core, &hit, last, arena, err))
		return false;
	for (size_t i = 0; i < last->sources.len; i++) {
		const SearchSource *source = vec_at(&last->sources, i);
		if (source->part != hit.part)
			continue;
		hit.target_id = source->target_id;
		hit.code = source->code;
		hit.day = source->iso_day;
		search_excerpt(scan->query, source, arena, &hit);
		if (!name_place(scan->core, source, arena, &hit, err))
			return false;
		*(SearchHit *)vec_push(out) = hit;
	}
	return true;
}

static bool add_hits(Scan *scan, Arena *arena, Vec *out, Err *err)
{
	Last last = { .kind = SEARCH_NOTHING };
	bool ok = true;
	vec_init(&last.sources, sizeof(SearchSource));
	for (int kind = SEARCH_NOTHING + 1; kind < SEARCH_KINDS; kind++)
		for (size_t i = 0; ok && scan->counts[kind] && i < scan->found.len; i++) {
			const Found *found = vec_at(&scan->found, i);
			if (search_id_kind(found->id) == (SearchKind)kind)
				ok = add_hit(scan, found, &last, arena, out, err);
		}
	vec_release(&last.sources);
	return ok;
}

// Asking ----------------------------------------------------------------------------------------

// A region holds its districts of today; a district that is named as well is what is meant.
static bool add_districts(Core *core, SearchQuery *query, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	if (query->districts_n)
		query->regions_n = 0;
	for (size_t i = 0; i < query->regions_n; i++) {
		Stmt *stmt = db_query(core_db(core), Q_SEARCH_DISTRICTS_OF_REGION);
		stmt_int(stmt, query->region_ids[i]);
		stmt_text(stmt, today);
		while (stmt_row(stmt) && query->districts_n < SEARCH_PLACES)
			query->district_ids[query->districts_n++] = stmt_get_int(stmt, 0);
		if (!stmt_done(stmt, err))
			return false;
	}
	return true;
}

static bool is_single(unsigned kinds)
{
	return kinds && !(kinds & (kinds - 1));
}

static bool run(Core *core, SearchQuery *query, const Vec *names, SearchLimit limit, Arena *arena,
	SearchResult *out, Err *err)
{
	Scan scan = { .core = core,
		.query = query,
		.each = is_single(query->kinds) ? limit.single : limit.each };
	vec_init(&scan.found, sizeof(Found));
	bool ok = learn_reach(&scan, names, err) && add_districts(core, query, err) &&
		  (!search_has_exact(query) || scan_form(&scan, FORM_EXACT, err)) &&
		  scan_form(&scan, FORM_FOLDED, err) && add_hits(&scan, arena, &out->hits, err);
	out->more = scan.more;
	vec_release(&scan.found);
	return ok;
}

// Whether anything was asked. What could not be understood finds nothing, rather than everything.
static bool is_asked(const SearchQuery *query)
{
	return !*query->problem &&
	       (query->terms_n || query->kinds || query->regions_n || query->districts_n ||
		       query->from > 0 || query->to < SEARCH_LAST_DAY);
}

bool search_run(
	Core *core, const char *typed, SearchLimit limit, Arena *arena, SearchResult *out, Err *err)
{
	Vec names;
	SearchQuery query;
	const CoreRules *rules = core_rules(core);
	vec_clear(&out->hits);
	vec_init(&names, sizeof(SearchName));
	bool ok = search_names(core, arena, &names, err);
	const SearchContext context = { .names = &names,
		.aliases = rules->aliases,
		.aliases_n = rules->aliases_n,
		.today = core_day(core) };
	search_parse(typed, &context, arena, &query);
	out->problem = query.problem;
	out->more = 0;
	if (ok && is_asked(&query))
		ok = run(core, &query, &names, limit, arena, out, err);
	vec_release(&names);
	return ok;
}
