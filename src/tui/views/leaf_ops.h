// SPDX-License-Identifier: MIT
// What can be done about tasks at their places, for all that are picked at once: the same in every
// list of them.
#ifndef TUI_VIEWS_LEAF_OPS_H
#define TUI_VIEWS_LEAF_OPS_H

#include "tui/views.h"

// For a view whose row_id is a leaf's.
extern const Op leaf_ops[];

// Progress of the row one stands on, or one row of progress for each that is picked.
bool leaf_record(View *view, Err *err);
bool leaf_may_record(View *view, Err *err);

// The leaves that an operation's form, opened over `screen`, is about; in the form's arena.
const int64_t *leaf_form_ids(View *form, size_t *n);
// Says at the form's head which they are; a form's fill() where nothing else is filled in.
bool leaf_form_about(View *form, Err *err) WARN_UNUSED;
bool leaf_extend_open(App *app, Err *err) WARN_UNUSED;
bool leaf_end_open(App *app, Err *err) WARN_UNUSED;
bool leaf_progress_open(App *app, Err *err) WARN_UNUSED;
bool leaf_set_open(App *app, int64_t leaf_id, Err *err) WARN_UNUSED;
// Spreads the tasks of what is picked.
bool spread_open(App *app, const int64_t *task_ids, size_t n, Err *err) WARN_UNUSED;

#endif
