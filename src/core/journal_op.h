// SPDX-License-Identifier: MIT
// The operations that the journal knows. change_begin() takes no other, so that each has a name that
// people read and says whether and by whom it is undone.
#ifndef CORE_JOURNAL_OP_H
#define CORE_JOURNAL_OP_H

#include "core/right.h"

typedef enum { OP_CAN_UNDO, OP_FINAL } OpUndo;

// The name of an operation, as people read it; one of a later program is called as it is stored.
const char *op_name(const char *op);
// Every operation there is, from 0; NULL behind the last.
const char *op_at(size_t index);

bool journal_op_known(const char *op);
// Of one that is not known: OP_FINAL, RIGHT_ADMINISTER.
OpUndo journal_op_undo(const char *op);
// What it took and takes to undo it; RIGHT_READ where the thing itself says who may.
Right journal_op_right(const char *op);

#endif
