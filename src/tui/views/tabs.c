// SPDX-License-Identifier: MIT
#include "tui/views/tabs.h"

#include "base/tr.h"
#include "text/width.h"

#include <stdio.h>

enum { TAB_TEXT = 96, KEY_COLS = 5 };

static void name_tab(const Tab *tab, bool shown, char out[TAB_TEXT])
{
	snprintf(out, TAB_TEXT, shown ? "[%.60s %d]" : " %.60s %d ", tab->title, tab->count);
}

static int width_of(const Tab *tabs, int n, int shown)
{
	char text[TAB_TEXT];
	int cols = 1;
	for (int i = 0; i < n; i++) {
		name_tab(&tabs[i], i == shown, text);
		cols += text_width(text);
	}
	return cols;
}

void tabs_draw(Canvas *canvas, Rect rect, int row, Tab *tabs, int n, int shown)
{
	int col = 1;
	bool all = width_of(tabs, n, shown) + KEY_COLS <= rect.cols;
	for (int i = 0; i < n; i++) {
		char text[TAB_TEXT];
		tabs[i].area = (Rect){ 0 };
		if (!all && i != shown)
			continue;
		name_tab(&tabs[i], i == shown, text);
		int cols = canvas_text(canvas, rect, row, col,
			i == shown ? STYLE_TITLE : STYLE_PLAIN, text);
		tabs[i].area = (Rect){
			.row = rect.row + row, .col = rect.col + col, .rows = 1, .cols = cols
		};
		col += cols;
	}
	canvas_text_right(canvas, rect, row, rect.cols - 1, STYLE_DIM,
		all ? "Tab" : tr("Tab: phần khác"));
}

int tabs_at(const Tab *tabs, int n, int row, int col)
{
	for (int i = 0; i < n; i++) {
		const Rect *area = &tabs[i].area;
		if (area->rows && row == area->row && col >= area->col &&
			col < area->col + area->cols)
			return i;
	}
	return -1;
}
