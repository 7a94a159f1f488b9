// SPDX-License-Identifier: MIT
// Where things are: database, settings files, shipped data.
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "base/arena.h"
#include "base/err.h"

// ~/.local/share/dieuphoi/NAME, or $XDG_DATA_HOME/dieuphoi/NAME.
const char *path_user_data(const char *name, Arena *arena);

// The settings files in the order in which they are read: the system's, or the tree's own for a
// program that stands in a tree's build/; then the user's.
enum { SETTINGS_FILES = 2 };
void paths_settings(Arena *arena, const char *out[SETTINGS_FILES]);

// The directory of shipped data of that name (regions, directives, demo): below $DIEUPHOI_DATA,
// else the tree's own for a program that stands in a tree's build/, else the installed one.
const char *path_data(const char *name, Arena *arena);

// The directory that path lies in; "." where it names none.
const char *path_directory(const char *path, Arena *arena);
// Makes the directory and those above it, 0700, as far as they are missing.
bool path_make_directory(const char *dir, Err *err) WARN_UNUSED;

#endif
