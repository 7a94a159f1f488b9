// SPDX-License-Identifier: MIT
// A row of an editable table as a JSON object, for the journal: whole, compared, and put back.
#ifndef CORE_ROW_H
#define CORE_ROW_H

#include "core/core.h"
#include "core/noun.h"

#include <jansson.h>

// A new reference; NULL where there is no such row, or on failure (then err->kind is set).
// *rev is the row's. Blobs stand as "blob:" and hex digits.
json_t *row_read(Core *core, NounKind noun, int64_t id, int64_t *rev, Err *err);

// {"before": {…}, "after": {…}} with the columns that differ; NULL where none does. before is NULL
// for a new row.
json_t *row_difference(const json_t *before, const json_t *after);

// Binds every column of row to an update statement whose id is bound.
void row_bind(Stmt *stmt, const json_t *row);

#endif
