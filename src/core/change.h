// SPDX-License-Identifier: MIT
// Change: one operation of one person, in one transaction, with its journal entries. Whatever fails
// on the way is kept and comes out of change_commit(), which then rolls everything back:
//
//	Change *change = change_begin(core, "task-save");
//	Stmt *stmt = change_update(change, NOUN_TASK, id, rev);
//	…bind every column…
//	change_run(change, stmt);
//	return change_commit(change, err);
//
// Check rights and rules before change_begin(), which takes the write lock; between begin and
// commit nothing waits for a person. What rests on assignments is asked once more inside: one may
// have ended while the lock was waited for.
#ifndef CORE_CHANGE_H
#define CORE_CHANGE_H

#include "core/core.h"
#include "core/noun.h"
#include "core/right.h"

typedef struct Change Change;

// Instead of an expected rev: whatever is there; and that there was none.
enum { REV_ANY = 0, REV_NONE = -1 };

Change *change_begin(Core *core, const char *op);
Core *change_core(Change *change);
bool change_failed(const Change *change);
void change_fail(Change *change, const Err *err);
// Something core_… returned false for, inside a change.
Err *change_err(Change *change);

// Asks once more whether one may, and fails the change as right_check() does.
void change_hold(Change *change, Right right, Place place);
// The same, asked in another way: `may` is the answer, change_err() says why not. An operation that
// rests on assignments is not committed without one of the two.
void change_allow(Change *change, bool may);

// A new row: *id is its id, bound already; bind every column, then change_run().
Stmt *change_insert(Change *change, NounKind noun, int64_t *id);

// The row as it is to become: id is bound already; bind every column, then change_run(). A row whose
// rev is not the expected one fails with ERR_CONFLICT, a missing one with ERR_NOT_FOUND.
Stmt *change_update(Change *change, NounKind noun, int64_t id, int64_t rev);

// Marks a row as about to be changed by a named query of the caller's, which must grow its rev.
void change_touch(Change *change, NounKind noun, int64_t id, int64_t rev);

// Steps and ends a statement, unless the change has failed already.
void change_run(Change *change, Stmt *stmt);

// Sets removed_at (or clears it, for an undo).
void change_remove(Change *change, NounKind noun, int64_t id, int64_t rev);

// Journals what really differs, commits and frees the change. false: nothing was done, *err why.
bool change_commit(Change *change, Err *err) WARN_UNUSED;
// Gives the change up. Returns false.
bool change_cancel(Change *change);

// For undo: this change takes the change numbered `undoes` back.
void change_set_undoes(Change *change, int64_t undoes);

#endif
