// SPDX-License-Identifier: MIT
#include "core/visit.h"

bool visit_get(Core *core, Arena *arena, const char **place, int64_t *last_at, Err *err)
{
	*place = "";
	*last_at = 0;
	Stmt *stmt = db_query(core_db(core), Q_VISIT_GET);
	stmt_int(stmt, core_actor(core)->id);
	if (stmt_row(stmt)) {
		*place = stmt_get_string(stmt, 0, arena);
		*last_at = stmt_get_int(stmt, 1);
	}
	return stmt_done(stmt, err);
}

bool visit_store(Core *core, const char *place, Err *err)
{
	if (!db_write_begin(core_db(core), err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_VISIT_SET);
	stmt_int(stmt, core_actor(core)->id);
	stmt_int(stmt, core_now(core));
	stmt_text(stmt, place);
	if (!stmt_run(stmt, err))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err);
}
