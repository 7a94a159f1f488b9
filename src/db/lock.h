// SPDX-License-Identifier: MIT
// The write lock: one flock on PATH.lock around each write, so that writers and checkpoints of many
// processes never overlap and are served in turn.
#ifndef DB_LOCK_H
#define DB_LOCK_H

#include "base/err.h"

typedef struct WriteLock WriteLock;

bool write_lock_open(const char *db_path, WriteLock **out, Err *err) WARN_UNUSED;
void write_lock_close(WriteLock *lock); // NULL is fine
// Waits at most 5 s, then ERR_BUSY. Uses SIGALRM to end the wait; taking it twice is harmless.
bool write_lock_take(WriteLock *lock, Err *err) WARN_UNUSED;
void write_lock_give(WriteLock *lock);
bool write_lock_held(const WriteLock *lock);

#endif
