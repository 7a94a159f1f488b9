// SPDX-License-Identifier: MIT
// The operations of the view below as a list that narrows as one types, without accents too. Enter
// runs one; a grey one says why not. Help, menu and ":" are this list with different rows.
#ifndef TUI_OP_LIST_H
#define TUI_OP_LIST_H

#include "tui/view.h"

bool op_help_open(App *app, Err *err) WARN_UNUSED;    // all of them, with keys and explanations
bool op_menu_open(App *app, Err *err) WARN_UNUSED;    // what changes or opens something here
bool op_command_open(App *app, Err *err) WARN_UNUSED; // all, by name

#endif
