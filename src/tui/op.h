// SPDX-License-Identifier: MIT
// Finding and running operations: by key, by name, by function key for the bar.
#ifndef TUI_OP_H
#define TUI_OP_H

#include "tui/view.h"

// The operations that a view offers, in order of precedence: its own, those of its rows and of
// picking them, those about the thing that is open, those that go to other screens, those that move
// its list or text, and those that work everywhere; a popup has but its own. Ends with NULL.
enum { OP_TABLES = 9 };
void op_tables(View *view, const Op *tables[OP_TABLES]);

bool op_has_key(const Op *op, Key key);
const Op *op_by_key(View *view, Key key);
const Op *op_by_name(View *view, const char *name);

// Whether the person may and can run it now; false says why not.
bool op_check(View *view, const Op *op, Err *err) WARN_UNUSED;
bool op_run(View *view, const Op *op, Err *err) WARN_UNUSED;

// The first key's name, "" without.
void op_key_name(const Op *op, char out[KEY_NAME_SIZE]);

extern const Op filter_ops[]; // for screens with a list
extern const Op move_ops[];   // for views with a list or a pager
extern const Op thing_ops[];  // for screens: about what is open
extern const Op go_ops[];     // for screens: the way to other screens
extern const Op global_ops[]; // for screens
extern const Op popup_ops[];  // for popups

// Opens a screen about nothing that one came from.
bool op_open_apart(View *view, const ViewOps *ops, Err *err) WARN_UNUSED;

// Takes a view's filter away, as when another pane is turned to.
void view_unfilter(View *view);
// The same where nothing passes it any more, after a reload.
void view_filter_settle(View *view);

#endif
