// SPDX-License-Identifier: MIT
// Patch: some columns of a row set anew inside a change, the others left as they are.
#ifndef CORE_PATCH_H
#define CORE_PATCH_H

#include "core/change.h"

#include <jansson.h>

// Takes over the reference to columns, an object by column name. Fails the change as
// change_update() does.
void change_patch(Change *change, NounKind noun, int64_t id, int64_t rev, json_t *columns);

// A new reference: null for no id.
json_t *json_id(int64_t id);

#endif
