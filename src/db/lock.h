// SPDX-License-Identifier: MIT
// The write lock: one flock on PATH.lock around each write, so that writers and checkpoints of many
// processes never overlap and are served in turn.
#ifndef DB_LOCK_H
#define DB_LOCK_H

#include "base/err.h"

typedef struct WriteLock WriteLock;

// As long as it is open, the database counts as in use. ERR_BUSY while it is being replaced.
bool write_lock_open(const char *db_path, WriteLock **out, Err *err) WARN_UNUSED;
// For who replaces the file: ERR_BUSY while anybody has it open, and nobody opens it until this is
// closed. The write lock is taken.
bool write_lock_open_alone(const char *db_path, WriteLock **out, Err *err) WARN_UNUSED;
// Whether nobody else has the database open at this moment.
bool write_lock_is_alone(const WriteLock *lock);
// The time of the lock's file says when the database was last looked through: write_lock_begin_day()
// sets it. A new file's, and one of the future, say nothing.
bool write_lock_day_is_over(const WriteLock *lock);
void write_lock_begin_day(WriteLock *lock);
void write_lock_close(WriteLock *lock); // NULL is fine
// Waits at most 5 s, then ERR_BUSY. Uses SIGALRM to end the wait; taking it twice is harmless.
bool write_lock_take(WriteLock *lock, Err *err) WARN_UNUSED;
void write_lock_give(WriteLock *lock);
bool write_lock_held(const WriteLock *lock);

#endif
