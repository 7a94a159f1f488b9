// SPDX-License-Identifier: MIT
#include "core/place.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/org.h"

#include <string.h>

static bool not_found(Core *core, const char *code, Err *err)
{
	Buf codes = BUF_INIT;
	Stmt *stmt = db_query(core_db(core), Q_PLACE_CODES);
	while (stmt_row(stmt))
		buf_addf(&codes, "%s%s", codes.len ? ", " : "", stmt_get_text(stmt, 0));
	if (stmt_done(stmt, err)) {
		err_set(err, ERR_NOT_FOUND, tr("Không có vùng hay địa phương “%s”."), code);
		err_hint(err, tr("Dùng province, hoặc một trong các mã: %s."), codes.bytes);
	}
	buf_release(&codes);
	return false;
}

bool place_find(Core *core, const char *code, Place *out, Err *err)
{
	*out = (Place){ 0 };
	if (strcmp(code, "province") == 0)
		return true;
	Stmt *stmt = db_query(core_db(core), Q_PLACE_BY_CODE);
	stmt_text(stmt, code);
	bool found = stmt_row(stmt);
	if (found)
		*out = (Place){ .region_id = stmt_get_int(stmt, 0), .district_id = stmt_get_int(stmt, 1) };
	if (!stmt_done(stmt, err))
		return false;
	return found || not_found(core, code, err);
}

bool place_name(Core *core, Place place, Arena *arena, const char **name, const char **code,
	Err *err)
{
	if (place.district_id) {
		District district;
		if (!district_get(core, place.district_id, arena, &district, err))
			return false;
		*name = district.title;
		*code = district.code;
		return true;
	}
	if (place.region_id) {
		Region region;
		if (!region_get(core, place.region_id, arena, &region, err))
			return false;
		*name = region.title;
		*code = region.code;
		return true;
	}
	*name = tr("Toàn tỉnh");
	*code = "province";
	return true;
}
