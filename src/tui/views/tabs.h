// SPDX-License-Identifier: MIT
// The panes of a screen by name, in one row: "[Địa phương 2]  Nhiệm vụ 18". Brackets mark the pane
// that shows, not a colour.
#ifndef TUI_VIEWS_TABS_H
#define TUI_VIEWS_TABS_H

#include "tui/view.h"

typedef struct {
	const char *title; // as shown
	int count;         // rows of its list
	Rect area;         // where it was last drawn, for clicks
} Tab;

// Where there is no room for all, the one that shows.
void tabs_draw(Canvas *canvas, Rect rect, int row, Tab *tabs, int n, int shown);
// The tab at a place of the canvas, -1 for none.
int tabs_at(const Tab *tabs, int n, int row, int col);

#endif
