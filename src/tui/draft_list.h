// SPDX-License-Identifier: MIT
// What earlier sessions left unsaved: offered at the start, and whenever one asks.
#ifndef TUI_DRAFT_LIST_H
#define TUI_DRAFT_LIST_H

#include "tui/app.h"

extern const ViewOps draft_list_view;

// Opens the list when there is something in it.
void draft_list_offer(App *app);
bool draft_list_open(App *app, Err *err) WARN_UNUSED;

#endif
