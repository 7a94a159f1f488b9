// SPDX-License-Identifier: MIT
// Forms of a whole task.
#ifndef TUI_VIEWS_TASK_FORM_H
#define TUI_VIEWS_TASK_FORM_H

#include "tui/view.h"

bool task_edit_open(App *app, int64_t task_id, Err *err) WARN_UNUSED;
bool task_add_open(App *app, int64_t directive_id, int64_t clause_id, Err *err) WARN_UNUSED;

#endif
