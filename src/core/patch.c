// SPDX-License-Identifier: MIT
#include "core/patch.h"

#include "core/row.h"

void change_patch(Change *change, NounKind noun, int64_t id, int64_t rev, json_t *columns)
{
	int64_t have = 0;
	json_t *row = NULL;
	Stmt *stmt = change_update(change, noun, id, rev);
	if (!change_failed(change))
		row = row_read(change_core(change), noun, id, &have, change_err(change));
	if (row) {
		json_object_update_existing(row, columns);
		row_bind(stmt, row);
	}
	change_run(change, stmt);
	json_decref(row);
	json_decref(columns);
}

json_t *json_id(int64_t id)
{
	return id ? json_integer(id) : json_null();
}
