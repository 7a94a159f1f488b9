// SPDX-License-Identifier: MIT
// History: what each change made of a thing and its parts (a meeting's agenda, a leaf's progress), for
// everybody who may read the thing. What stood in open minutes and reviews is left out for those who
// may not read them (RIGHT_READ_OPEN): they see who did what when, and what everybody may know.
#ifndef CORE_HISTORY_H
#define CORE_HISTORY_H

#include "base/vec.h"
#include "core/audit.h"
#include "core/thing.h"

// What one change made of the thing itself or of one part.
typedef struct {
	const char *part; // "nội dung Tiêm vắc xin"; "" for the thing itself
	bool is_new, removed, restored; // at most one; none: changed
	bool hidden; // something of it may not be read; fields holds the rest
	bool erased; // for confidentiality
	const AuditField *fields;
	size_t fields_n;
} HistoryPart;

typedef struct {
	int64_t seq, at, undoes; // undoes 0: none
	const char *op, *person; // op: for op_name(); person "": whoever set the database up
	Vec parts;               // of HistoryPart, in the order of the work; history_clear() frees
} HistoryChange;

// "thêm", "bỏ", "lấy lại", "sửa"
const char *history_verb(const HistoryPart *part);

// Vec of HistoryChange, newest first. ERR_DENIED where the thing may not be read, ERR_NOT_FOUND where
// it is not there, ERR_INVALID for a kind without a screen.
bool history_of(Core *core, Thing thing, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// Frees what the changes hold and empties the Vec.
void history_clear(Vec *changes);

#endif
