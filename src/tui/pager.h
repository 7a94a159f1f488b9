// SPDX-License-Identifier: MIT
// Pager: a text of styled paragraphs that is wrapped to its width and scrolled.
#ifndef TUI_PAGER_H
#define TUI_PAGER_H

#include "base/arena.h"
#include "base/vec.h"
#include "term/canvas.h"

typedef struct {
	Vec paragraphs; // of what pager_add() was given
	Vec lines;      // wrapped at `cols`
	int cols;       // 0: to be wrapped again
	int top;
	int rows; // of the last drawing
} Pager;

void pager_init(Pager *pager);
void pager_release(Pager *pager);
void pager_clear(Pager *pager); // keeps its place

// A paragraph: an indent in columns, and optionally a label that stands in the indent of its first
// line. The strings must outlive the pager's content; LF makes a new line.
void pager_add(Pager *pager, Style style, int indent, const char *label, const char *text);
void pager_space(Pager *pager);

void pager_draw(Pager *pager, Canvas *canvas, Rect rect);
void pager_scroll(Pager *pager, int lines);
void pager_page(Pager *pager, int pages);
void pager_home(Pager *pager);
void pager_end(Pager *pager);

#endif
