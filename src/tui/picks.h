// SPDX-License-Identifier: MIT
// Picking several rows of a list with Space, so that one operation is done for all of them. A view
// joins by naming its rows: ViewOps.row_id.
#ifndef TUI_PICKS_H
#define TUI_PICKS_H

#include "tui/view.h"

// For views with row_id.
extern const Op pick_ops[];

size_t view_picked(const View *view); // how many
bool view_row_picked(const View *view, int index);
// The ids of the picked rows as they stand in the list, else of the row that one stands on; in the
// view's arena. *n is 0 for none.
const int64_t *view_targets(View *view, size_t *n);
void view_pick(View *view, int64_t id);
void view_unpick(View *view);
// Forgets what the list has not any more, after a reload.
void view_picks_settle(View *view);

#endif
