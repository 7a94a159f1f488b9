// SPDX-License-Identifier: MIT
#include "core/visit.h"

bool visit_of(Core *core, int64_t person_id, Arena *arena, Visit *out, Err *err)
{
	*out = (Visit){ .place = "" };
	Stmt *stmt = db_query(core_db(core), Q_VISIT_GET);
	stmt_int(stmt, person_id);
	if (stmt_row(stmt)) {
		out->place = stmt_get_string(stmt, 0, arena);
		out->last_at = stmt_get_int(stmt, 1);
		out->end = stmt_get_int(stmt, 2) ? VISIT_DROPPED : VISIT_LEFT;
	}
	return stmt_done(stmt, err);
}

bool visit_store(Core *core, const char *place, VisitEnd end, Err *err)
{
	if (!db_write_begin(core_db(core), err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_VISIT_SET);
	stmt_int(stmt, core_actor(core)->id);
	stmt_int(stmt, core_now(core));
	stmt_text(stmt, place);
	stmt_int(stmt, end == VISIT_DROPPED);
	if (!stmt_run(stmt, err))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err);
}
