// SPDX-License-Identifier: MIT
#include "tui/pager.h"

#include "text/wrap.h"

#include <string.h>

typedef struct {
	Style style;
	int indent;
	const char *label, *text; // label NULL: none
} Paragraph;

typedef struct {
	size_t paragraph;
	size_t start, end; // bytes of its text
} Line;

void pager_init(Pager *pager)
{
	*pager = (Pager){ .top = 0 };
	vec_init(&pager->paragraphs, sizeof(Paragraph));
	vec_init(&pager->lines, sizeof(Line));
}

void pager_release(Pager *pager)
{
	vec_release(&pager->paragraphs);
	vec_release(&pager->lines);
}

void pager_clear(Pager *pager)
{
	vec_clear(&pager->paragraphs);
	pager->cols = 0;
}

void pager_add(Pager *pager, Style style, int indent, const char *label, const char *text)
{
	Paragraph *paragraph = vec_push(&pager->paragraphs);
	*paragraph = (Paragraph){ .style = style, .indent = indent, .label = label, .text = text };
	pager->cols = 0;
}

void pager_space(Pager *pager)
{
	pager_add(pager, STYLE_PLAIN, 0, NULL, "");
}

static void wrap_paragraph(Pager *pager, size_t index, int cols, Vec *wrapped)
{
	const Paragraph *paragraph = vec_at(&pager->paragraphs, index);
	vec_clear(wrapped);
	text_wrap(wrapped, paragraph->text, strlen(paragraph->text), cols - paragraph->indent);
	for (size_t i = 0; i < wrapped->len; i++) {
		const WrapLine *line = vec_at(wrapped, i);
		*(Line *)vec_push(&pager->lines) =
			(Line){ .paragraph = index, .start = line->start, .end = line->end };
	}
	if (wrapped->len == 0)
		*(Line *)vec_push(&pager->lines) = (Line){ .paragraph = index };
}

static void wrap_all(Pager *pager, int cols)
{
	Vec wrapped;
	vec_init(&wrapped, sizeof(WrapLine));
	vec_clear(&pager->lines);
	for (size_t i = 0; i < pager->paragraphs.len; i++)
		wrap_paragraph(pager, i, cols, &wrapped);
	vec_release(&wrapped);
	pager->cols = cols;
}

static void clamp_top(Pager *pager)
{
	int last = (int)pager->lines.len - pager->rows;
	if (pager->top > last)
		pager->top = last;
	if (pager->top < 0)
		pager->top = 0;
}

static void draw_line(const Pager *pager, Canvas *canvas, Rect rect, int row, const Line *line)
{
	const Paragraph *paragraph = vec_at(&pager->paragraphs, line->paragraph);
	if (line->start == 0 && paragraph->label)
		canvas_text(canvas, rect, row, 0, STYLE_DIM, paragraph->label);
	canvas_textn(canvas, rect, row, paragraph->indent, paragraph->style,
		paragraph->text + line->start, line->end - line->start);
}

void pager_draw(Pager *pager, Canvas *canvas, Rect rect)
{
	if (pager->cols != rect.cols)
		wrap_all(pager, rect.cols);
	pager->rows = rect.rows;
	clamp_top(pager);
	for (int i = 0; i < rect.rows && (size_t)(pager->top + i) < pager->lines.len; i++)
		draw_line(pager, canvas, rect, i, vec_at(&pager->lines, (size_t)(pager->top + i)));
	canvas_cursor(canvas, rect.row, rect.col);
}

void pager_scroll(Pager *pager, int lines)
{
	pager->top += lines;
	clamp_top(pager);
}

void pager_page(Pager *pager, int pages)
{
	pager_scroll(pager, pages * (pager->rows > 2 ? pager->rows - 1 : 1));
}

void pager_home(Pager *pager)
{
	pager->top = 0;
}

void pager_end(Pager *pager)
{
	pager->top = (int)pager->lines.len;
	clamp_top(pager);
}
