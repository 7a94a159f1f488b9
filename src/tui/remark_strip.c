// SPDX-License-Identifier: MIT
#include "tui/remark_strip.h"

#include "base/tr.h"
#include "core/remark.h"
#include "text/width.h"
#include "tui/view.h"
#include "tui/views/remark_screen.h"

enum { ROWS_MIN = 14 };

static void describe(View *view, const Remark *first, size_t more)
{
	view->strip = (RemarkStrip){
		.text = view_printf(view, tr("Ý kiến %s: %s"), remark_who(view, first), first->text),
		.tail = remark_standing(view, first),
		.style = remark_style(first),
	};
	if (more)
		view->strip.tail = view_printf(view, tr("%s (+%zu)"), view->strip.tail, more);
	if (first->late)
		view->strip.tail = view_printf(view, "! %s", view->strip.tail);
}

static bool wants_strip(const View *view)
{
	return view->ops->kind == VIEW_SCREEN && !view->ops->tells_remarks && view->thing.id &&
	       view->thing.noun != NOUN_REMARK &&
	       !(view->below && thing_same(view->thing, view->below->thing));
}

bool remark_strip_load(View *view, Err *err)
{
	Vec remarks;
	RemarkFilter filter = { .thing = view->thing };
	view->strip = (RemarkStrip){ .text = NULL };
	if (!wants_strip(view))
		return true;
	vec_init(&remarks, sizeof(Remark));
	bool ok = remark_list(view->core, &filter, &view->arena, &remarks, err);
	if (ok && remarks.len)
		describe(view, vec_at(&remarks, 0), remarks.len - 1);
	vec_release(&remarks);
	return ok;
}

int remark_strip_draw(const RemarkStrip *strip, Canvas *canvas, Rect rect)
{
	if (!strip->text || rect.rows < ROWS_MIN)
		return 0;
	int tail = text_width(strip->tail);
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - tail - 4, STYLE_PLAIN, strip->text);
	canvas_text_right(canvas, rect, 0, rect.cols - 1, strip->style, strip->tail);
	return 1;
}
