// SPDX-License-Identifier: MIT
#include "core/org.h"

#include "base/tr.h"

#include <string.h>

static const char *region_title(Arena *arena, const char *name, bool shared)
{
	return shared ? arena_printf(arena, VN_("vùng %s"), name) : arena_strdup(arena, name);
}

// A city is written "TP …"; other kinds only where the bare name could be taken for a region.
const char *district_title(Arena *arena, const char *kind, const char *name, TitleKind title)
{
	if (strcmp(kind, "thành phố") == 0)
		return arena_printf(arena, "TP %s", name);
	if (title == TITLE_SHARED || strcmp(kind, "huyện") != 0)
		return arena_printf(arena, "%s %s", kind, name);
	return arena_strdup(arena, name);
}

static Region region_row(Stmt *stmt, Arena *arena)
{
	Region region = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.code = stmt_get_string(stmt, 2, arena),
		.name = stmt_get_string(stmt, 3, arena),
		.note = stmt_get_string(stmt, 4, arena),
	};
	region.title = region_title(arena, region.name, stmt_get_int(stmt, 5));
	return region;
}

static District district_row(Core *core, Stmt *stmt, Arena *arena)
{
	char day[11];
	District district = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.code = stmt_get_string(stmt, 2, arena),
		.kind = stmt_get_string(stmt, 3, arena),
		.name = stmt_get_string(stmt, 4, arena),
		.main_region_id = stmt_get_int(stmt, 6),
		.from = stmt_get_string(stmt, 7, arena),
		.to = stmt_get_string(stmt, 8, arena),
		.main = stmt_get_int(stmt, 9),
		.partial = stmt_get_int(stmt, 10),
		.note = stmt_get_string(stmt, 11, arena),
	};
	core_day_iso(core, day);
	district.ended = *district.to && strcmp(district.to, day) < 0;
	district.title = district_title(arena, district.kind, district.name,
		stmt_get_int(stmt, 5) ? TITLE_SHARED : TITLE_OWN);
	return district;
}

static Stmt *query_on_day(Core *core, const QueryId *pieces, size_t n)
{
	char day[11];
	core_day_iso(core, day);
	Stmt *stmt = db_query_join(core_db(core), pieces, n);
	stmt_text(stmt, day);
	return stmt;
}

bool region_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_REGION_COLUMNS, Q_REGION_IN_FORCE };
	Stmt *stmt = query_on_day(core, pieces, 2);
	while (stmt_row(stmt))
		*(Region *)vec_push(out) = region_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool one_region(Stmt *stmt, const char *what, Arena *arena, Region *out, Err *err)
{
	bool found = stmt_row(stmt);
	if (found)
		*out = region_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (found)
		return true;
	err_set(err, ERR_NOT_FOUND, tr("Không có vùng “%s”."), what);
	return err_hint(err, "%s", tr("Mã các vùng có trong thư mục regions/."));
}

bool region_get(Core *core, int64_t id, Arena *arena, Region *out, Err *err)
{
	const QueryId pieces[] = { Q_REGION_COLUMNS, Q_REGION_WHERE_ID };
	char shown[24];
	id_show(core, id, shown);
	Stmt *stmt = query_on_day(core, pieces, 2);
	stmt_int(stmt, id);
	return one_region(stmt, shown, arena, out, err);
}

bool region_by_code(Core *core, const char *code, Arena *arena, Region *out, Err *err)
{
	const QueryId pieces[] = { Q_REGION_COLUMNS, Q_REGION_WHERE_CODE };
	Stmt *stmt = query_on_day(core, pieces, 2);
	stmt_text(stmt, code);
	return one_region(stmt, code, arena, out, err);
}

static bool add_districts(Core *core, Stmt *stmt, Arena *arena, Vec *out, Err *err)
{
	while (stmt_row(stmt))
		*(District *)vec_push(out) = district_row(core, stmt, arena);
	return stmt_done(stmt, err);
}

bool district_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_DISTRICT_COLUMNS, Q_DISTRICT_ANYWHERE, Q_DISTRICT_ALL,
		Q_DISTRICT_IN_FORCE, Q_DISTRICT_ORDER };
	return add_districts(core, query_on_day(core, pieces, 5), arena, out, err);
}

bool district_list_ended(Core *core, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_DISTRICT_COLUMNS, Q_DISTRICT_ANYWHERE, Q_DISTRICT_ALL,
		Q_DISTRICT_ENDED, Q_DISTRICT_ORDER };
	return add_districts(core, query_on_day(core, pieces, 5), arena, out, err);
}

static bool list_of_region(Core *core, int64_t region_id, QueryId which, Arena *arena, Vec *out,
	Err *err)
{
	const QueryId pieces[] = { Q_DISTRICT_COLUMNS, Q_DISTRICT_IN_REGION, which,
		Q_DISTRICT_REGION_ORDER };
	Stmt *stmt = query_on_day(core, pieces, 4);
	stmt_int(stmt, region_id);
	return add_districts(core, stmt, arena, out, err);
}

bool district_list_of(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	return list_of_region(core, region_id, Q_DISTRICT_IN_FORCE, arena, out, err);
}

bool district_list_ended_of(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	return list_of_region(core, region_id, Q_DISTRICT_ENDED, arena, out, err);
}

static Stmt *query_districts(Core *core, QueryId where)
{
	const QueryId pieces[] = { Q_DISTRICT_COLUMNS, Q_DISTRICT_ANYWHERE, where };
	return query_on_day(core, pieces, 3);
}

static bool one_district(
	Core *core, Stmt *stmt, const char *what, Arena *arena, District *out, Err *err)
{
	bool found = stmt_row(stmt);
	if (found)
		*out = district_row(core, stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (found)
		return true;
	err_set(err, ERR_NOT_FOUND, tr("Không có địa phương “%s”."), what);
	return err_hint(err, "%s", tr("Mã các địa phương có trong thư mục regions/."));
}

bool district_get(Core *core, int64_t id, Arena *arena, District *out, Err *err)
{
	char shown[24];
	id_show(core, id, shown);
	Stmt *stmt = query_districts(core, Q_DISTRICT_WHERE_ID);
	stmt_int(stmt, id);
	return one_district(core, stmt, shown, arena, out, err);
}

bool district_by_code(Core *core, const char *code, Arena *arena, District *out, Err *err)
{
	Stmt *stmt = query_districts(core, Q_DISTRICT_WHERE_CODE);
	stmt_text(stmt, code);
	return one_district(core, stmt, code, arena, out, err);
}

// Succession ------------------------------------------------------------------------------------

static bool list_kin(Core *core, QueryId which, int64_t id, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_DISTRICT_COLUMNS, Q_DISTRICT_ANYWHERE, which, Q_DISTRICT_ORDER };
	Stmt *stmt = query_on_day(core, pieces, 4);
	stmt_int(stmt, id);
	return add_districts(core, stmt, arena, out, err);
}

bool district_successors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	return list_kin(core, Q_DISTRICT_AFTER, id, arena, out, err);
}

bool district_predecessors(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	return list_kin(core, Q_DISTRICT_BEFORE, id, arena, out, err);
}

bool level_word(Core *core, Arena *arena, const char **out, Err *err)
{
	char day[11];
	core_day_iso(core, day);
	Stmt *stmt = db_query(core_db(core), Q_LEVEL_NAME_ON);
	stmt_text(stmt, day);
	*out = stmt_row(stmt) ? stmt_get_string(stmt, 0, arena) : tr("địa phương");
	return stmt_done(stmt, err);
}
