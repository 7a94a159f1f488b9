// SPDX-License-Identifier: MIT
// What the files about users and their keys share.
#ifndef TUI_VIEWS_USER_SCREEN_H
#define TUI_VIEWS_USER_SCREEN_H

#include "tui/view.h"

// The forms; the new user's own screen opens when it is added.
bool user_add_open(App *app, Err *err) WARN_UNUSED;
bool user_roles_open(App *app, int64_t person_id, Err *err) WARN_UNUSED;
bool user_close_open(App *app, int64_t person_id, Err *err) WARN_UNUSED;
bool key_add_open(App *app, int64_t person_id, Err *err) WARN_UNUSED;
bool key_replace_open(App *app, int64_t person_id, Err *err) WARN_UNUSED;

#endif
