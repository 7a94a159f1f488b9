// SPDX-License-Identifier: MIT
// An app without a terminal, and somebody who goes through with whatever an operation begins: fills in
// its forms, agrees to what it asks, writes what it lets one write. In files of their own: a letter's
// marks and a review's are called the same.
#ifndef TESTS_ROLES_APP_H
#define TESTS_ROLES_APP_H

#include "tui/view.h"

// NULL where the view cannot be opened; *err says why.
App *roles_app_new(Core *core, const ViewOps *ops, const ViewArgs *args, Err *err);
void roles_app_free(App *app); // with all of its views

// Moves to the first row, of the first pane, where the operation can be begun; or, where right is what
// is missing, to the first where nothing else is. *err says of that one why not. only: the row's id, 0 for any.
bool roles_app_find(App *app, const Op *op, int64_t only, Err *err);

// Runs it, whoever may, and goes on to the end. What stops it is told; ERR_NONE: nothing did.
void roles_app_drive(App *app, const Op *op, Err *err);

// What is typed into a screen that takes keys, and what it then shows.
void roles_app_type(App *app, const char *what, Err *err);
// All that the screen shows in all of its parts, titles too. Appends.
void roles_app_shown(App *app, Buf *out);

#endif
