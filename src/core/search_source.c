// SPDX-License-Identifier: MIT
// What of each row is searched.
#include "core/search_parts.h"

#include "base/tr.h"
#include "core/directive.h"

#include <stdlib.h>
#include <string.h>

const SearchKindRow search_kinds[SEARCH_KINDS] = {
	[SEARCH_REGION] = { "region", N_("Vùng"), Q_SEARCH_REGION, Q_SEARCH_ALL_REGIONS, 0 },
	[SEARCH_DISTRICT] = { "district", N_("Địa phương"), Q_SEARCH_DISTRICT,
		Q_SEARCH_ALL_DISTRICTS, 0 },
	[SEARCH_PERSON] = { "person", N_("Đồng chí"), Q_SEARCH_PERSON, Q_SEARCH_ALL_PEOPLE,
		SOURCE_LABEL },
	[SEARCH_TASK] = { "task", N_("Nhiệm vụ"), Q_SEARCH_TASK, Q_SEARCH_ALL_TASKS, SOURCE_LABEL },
	[SEARCH_DIRECTIVE] = { "directive", N_("Văn bản chỉ đạo"), Q_SEARCH_DIRECTIVE,
		Q_SEARCH_ALL_DIRECTIVES, SOURCE_LABEL | SOURCE_DAY },
	[SEARCH_CLAUSE] = { "clause", N_("Lời văn bản"), Q_SEARCH_CLAUSE, Q_SEARCH_ALL_DIRECTIVES,
		0 },
	[SEARCH_MEETING] = { "meeting", N_("Buổi làm việc"), Q_SEARCH_MEETING,
		Q_SEARCH_ALL_MEETINGS, SOURCE_LABEL | SOURCE_DAY },
	[SEARCH_MINUTES] = { "minutes", N_("Biên bản"), Q_SEARCH_MINUTES, Q_SEARCH_ALL_MINUTES, 0 },
	[SEARCH_CONCLUSION] = { "conclusion", N_("Kết luận"), Q_SEARCH_CONCLUSION,
		Q_SEARCH_ALL_CONCLUSIONS, 0 },
	[SEARCH_REVIEW] = { "review", N_("Sơ kết"), Q_SEARCH_REVIEW, Q_SEARCH_ALL_REVIEWS,
		SOURCE_LABEL },
	[SEARCH_PROGRESS] = { "progress", N_("Tiến độ"), Q_SEARCH_PROGRESS, Q_SEARCH_ALL_PROGRESS,
		SOURCE_LABEL | SOURCE_DAY },
	[SEARCH_REMARK] = { "remark", N_("Ý kiến chỉ đạo"), Q_SEARCH_REMARK,
		Q_SEARCH_ALL_REMARKS, SOURCE_DAY },
	[SEARCH_INDICATOR] = { "indicator", N_("Chỉ tiêu"), Q_SEARCH_INDICATOR,
		Q_SEARCH_ALL_INDICATORS, SOURCE_LABEL },
	[SEARCH_BODY] = { "body", N_("Cơ quan"), Q_SEARCH_BODY, Q_SEARCH_ALL_BODIES, 0 },
	[SEARCH_SERIES] = { "series", N_("Báo cáo định kỳ"), Q_SEARCH_SERIES,
		Q_SEARCH_ALL_SERIES, SOURCE_LABEL },
};

const char *search_kind_code(SearchKind kind)
{
	return search_kinds[kind].code;
}

const char *search_kind_name(SearchKind kind)
{
	return tr(search_kinds[kind].name);
}

// Ids -------------------------------------------------------------------------------------------

enum { KIND_SHIFT = 56, CLASS_SHIFT = 55, DAY_SHIFT = 32 };

static int64_t id_base(SearchKind kind, SearchClass openness, int64_t day)
{
	int64_t clamped = day < 0 ? 0 : day > SEARCH_LAST_DAY ? SEARCH_LAST_DAY : day;
	return (int64_t)kind << KIND_SHIFT | (int64_t)openness << CLASS_SHIFT |
	       (SEARCH_LAST_DAY - clamped) << DAY_SHIFT;
}

int64_t search_id_first(SearchKind kind, SearchClass openness, int64_t to_day)
{
	return id_base(kind, openness, to_day);
}

int64_t search_id_last(SearchKind kind, SearchClass openness, int64_t from_day)
{
	return id_base(kind, openness, from_day) | ((INT64_C(1) << DAY_SHIFT) - 1);
}

SearchKind search_id_kind(int64_t id)
{
	int64_t kind = id >> KIND_SHIFT;
	return kind > SEARCH_NOTHING && kind < SEARCH_KINDS ? (SearchKind)kind : SEARCH_NOTHING;
}

// Reading ---------------------------------------------------------------------------------------

enum { COL_LINES = 8, COL_WHOLE = 11, COL_START = 12, COL_END = 13 };

static const char *slice_of(Stmt *stmt, Arena *arena)
{
	const char *whole = stmt_get_text(stmt, COL_WHOLE);
	int64_t start = stmt_get_int(stmt, COL_START), end = stmt_get_int(stmt, COL_END);
	if (start < 0 || start >= end || end > (int64_t)strlen(whole))
		return "";
	return arena_strndup(arena, whole + start, (size_t)(end - start));
}

static void read_source(Stmt *stmt, Arena *arena, SearchSource *out)
{
	Date day;
	*out = (SearchSource){
		.part = stmt_get_int(stmt, 0),
		.iso_day = stmt_get_string(stmt, 1, arena),
		.open = stmt_get_int(stmt, 2) != 0,
		.region_id = stmt_get_int(stmt, 3),
		.district_id = stmt_get_int(stmt, 4),
		.target_id = stmt_get_int(stmt, 5),
		.code = stmt_get_string(stmt, 6, arena),
		.label = stmt_get_string(stmt, 7, arena),
	};
	if (date_parse(out->iso_day, &day))
		out->day = date_days(day);
	for (int i = 0; i < SOURCE_LINES - 1; i++)
		out->lines[i] = stmt_get_string(stmt, COL_LINES + i, arena);
	out->lines[SOURCE_LINES - 1] = slice_of(stmt, arena);
}

static int by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return (x > y) - (x < y);
}

// Where a piece of the text may begin: nowhere does one reach over a clause's bounds.
static void collect_bounds(const Vec *clauses, size_t length, Vec *bounds)
{
	*(size_t *)vec_push(bounds) = 0;
	for (size_t i = 0; i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		*(size_t *)vec_push(bounds) = clause->range.start;
		*(size_t *)vec_push(bounds) = clause->range.end;
	}
	*(size_t *)vec_push(bounds) = length;
	qsort(bounds->items, bounds->len, sizeof(size_t), by_size);
}

// The deepest clause that holds the byte: the last in document order.
static const Clause *clause_at(const Vec *clauses, size_t at)
{
	const Clause *found = NULL;
	for (size_t i = 0; i < clauses->len; i++) {
		const Clause *clause = vec_at(clauses, i);
		if (clause->range.start <= at && at < clause->range.end)
			found = clause;
	}
	return found;
}

static void add_piece(const SearchSource *whole, const char *text, const Vec *clauses, Range piece,
	Arena *arena, Vec *out)
{
	const Clause *clause = clause_at(clauses, piece.start);
	SearchSource *source = vec_push(out);
	*source = *whole;
	source->part = (int64_t)piece.start;
	source->target_id = clause ? clause->id : 0;
	if (clause)
		source->label = arena_printf(arena, "%s, %s", whole->label, clause->code);
	source->lines[SOURCE_LINES - 1] =
		arena_strndup(arena, text + piece.start, piece.end - piece.start);
}

static void add_pieces(
	const SearchSource *whole, const char *text, const Vec *clauses, Arena *arena, Vec *out)
{
	Vec bounds;
	size_t length = strlen(text);
	vec_init(&bounds, sizeof(size_t));
	collect_bounds(clauses, length, &bounds);
	for (size_t i = 0; i + 1 < bounds.len; i++) {
		Range piece = { *(const size_t *)vec_at(&bounds, i),
			*(const size_t *)vec_at(&bounds, i + 1) };
		if (piece.start < piece.end && piece.end <= length)
			add_piece(whole, text, clauses, piece, arena, out);
	}
	vec_release(&bounds);
}

static bool clause_sources(Core *core, int64_t directive_id, Arena *arena, Vec *out, Err *err)
{
	Vec clauses;
	SearchSource whole = { 0 };
	const char *text = NULL;
	Stmt *stmt = db_query(core_db(core), Q_SEARCH_CLAUSE);
	stmt_int(stmt, directive_id);
	if (stmt_row(stmt)) {
		read_source(stmt, arena, &whole);
		text = stmt_get_string(stmt, COL_WHOLE, arena);
	}
	if (!stmt_done(stmt, err))
		return false;
	if (!text)
		return true;
	vec_init(&clauses, sizeof(Clause));
	bool ok = clause_list(core, directive_id, arena, &clauses, err);
	if (ok)
		add_pieces(&whole, text, &clauses, arena, out);
	vec_release(&clauses);
	return ok;
}

bool search_sources(Core *core, SearchKind kind, int64_t thing_id, Arena *arena, Vec *out, Err *err)
{
	if (kind == SEARCH_CLAUSE)
		return clause_sources(core, thing_id, arena, out, err);
	Stmt *stmt = db_query(core_db(core), search_kinds[kind].one);
	stmt_int(stmt, thing_id);
	while (stmt_row(stmt))
		read_source(stmt, arena, vec_push(out));
	return stmt_done(stmt, err);
}

void search_day_words(SearchKind kind, const SearchSource *source, char out[11])
{
	Date day;
	out[0] = '\0';
	if (search_kinds[kind].traits & SOURCE_DAY && date_parse(source->iso_day, &day))
		date_show(day, out);
}
