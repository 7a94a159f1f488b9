// SPDX-License-Identifier: MIT
// Undo and redo, per person and over sessions: a new change with the inverse, refused with a reason
// where somebody has changed the thing since. What was approved, finalised or granted is not undone
// this way.
#ifndef CORE_UNDO_H
#define CORE_UNDO_H

#include "core/core.h"

// What the next undo or redo would take back, in words ("ghi tiến độ"); "" for nothing. ERR_DENIED
// for what cannot be undone.
bool undo_next(Core *core, Arena *arena, const char **what, Err *err) WARN_UNUSED;
bool redo_next(Core *core, Arena *arena, const char **what, Err *err) WARN_UNUSED;
// ERR_NOT_FOUND where there is nothing, ERR_CONFLICT where it has been changed since, ERR_DENIED
// for what cannot be undone. *what says what was taken back.
bool undo_run(Core *core, Arena *arena, const char **what, Err *err) WARN_UNUSED;
bool redo_run(Core *core, Arena *arena, const char **what, Err *err) WARN_UNUSED;

#endif
