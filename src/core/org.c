// SPDX-License-Identifier: MIT
#include "core/org.h"

#include "base/tr.h"

#include <string.h>

static const char *region_title(Arena *arena, const char *name, bool shared)
{
	return shared ? arena_printf(arena, VN_("vùng %s"), name) : arena_strdup(arena, name);
}

// A city is written "TP …"; other kinds only where the bare name could be taken for a region.
static const char *district_title(Arena *arena, const char *kind, const char *name, bool shared)
{
	if (strcmp(kind, "thành phố") == 0)
		return arena_printf(arena, "TP %s", name);
	if (shared || strcmp(kind, "huyện") != 0)
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

static District district_row(Stmt *stmt, Arena *arena)
{
	District district = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.code = stmt_get_string(stmt, 2, arena),
		.kind = stmt_get_string(stmt, 3, arena),
		.name = stmt_get_string(stmt, 4, arena),
		.main_region_id = stmt_get_int(stmt, 6),
		.main = stmt_get_int(stmt, 7),
		.partial = stmt_get_int(stmt, 8),
		.note = stmt_get_string(stmt, 9, arena),
	};
	district.title = district_title(arena, district.kind, district.name, stmt_get_int(stmt, 5));
	return district;
}

static Stmt *query_today(Core *core, QueryId query)
{
	char today[11];
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), query);
	stmt_text(stmt, today);
	return stmt;
}

bool region_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = query_today(core, Q_REGION_ALL);
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
	char shown[24];
	id_show(core, id, shown);
	Stmt *stmt = db_query(core_db(core), Q_REGION_BY_ID);
	stmt_int(stmt, id);
	return one_region(stmt, shown, arena, out, err);
}

bool region_by_code(Core *core, const char *code, Arena *arena, Region *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_REGION_BY_CODE);
	stmt_text(stmt, code);
	return one_region(stmt, code, arena, out, err);
}

bool district_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = query_today(core, Q_DISTRICT_ALL);
	while (stmt_row(stmt))
		*(District *)vec_push(out) = district_row(stmt, arena);
	return stmt_done(stmt, err);
}

bool district_list_of(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = query_today(core, Q_DISTRICT_OF_REGION);
	stmt_int(stmt, region_id);
	while (stmt_row(stmt))
		*(District *)vec_push(out) = district_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool one_district(Stmt *stmt, const char *what, Arena *arena, District *out, Err *err)
{
	bool found = stmt_row(stmt);
	if (found)
		*out = district_row(stmt, arena);
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
	Stmt *stmt = query_today(core, Q_DISTRICT_BY_ID);
	stmt_int(stmt, id);
	return one_district(stmt, shown, arena, out, err);
}

bool district_by_code(Core *core, const char *code, Arena *arena, District *out, Err *err)
{
	Stmt *stmt = query_today(core, Q_DISTRICT_BY_CODE);
	stmt_text(stmt, code);
	return one_district(stmt, code, arena, out, err);
}
