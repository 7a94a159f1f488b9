// SPDX-License-Identifier: MIT
#include "tui/presence_line.h"

#include "base/tr.h"

#include <string.h>

enum { NAMED = 2 };

// A form or text that is open is edited, whether or not something has been typed yet.
static PresenceHow how_of(const App *app)
{
	for (const View *view = app->top; view; view = view->below) {
		if (view->draft)
			return PRESENCE_EDITS;
		if (view->ops->kind == VIEW_SCREEN)
			break;
	}
	return PRESENCE_READS;
}

static void add(const App *app, const Other *other, Buf *out)
{
	const char *format = other->how == PRESENCE_EDITS ? tr("đ/c %s đang sửa") : tr("cũng đang mở: đ/c %s");
	if (out->len)
		buf_adds(out, "; ");
	if (other->person_id == core_actor(app->core)->id)
		buf_adds(out, other->how == PRESENCE_EDITS ? tr("phiên khác của đồng chí đang sửa") :
							     tr("phiên khác của đồng chí cũng đang mở"));
	else
		buf_addf(out, format, other->name);
}

bool presence_follow(App *app)
{
	Buf line = BUF_INIT;
	presence_set(app->presence, app->top->thing, how_of(app));
	const Vec *others = presence_others(app->presence);
	for (size_t i = 0; i < others->len && i < NAMED; i++)
		add(app, vec_at(others, i), &line);
	if (others->len > NAMED)
		buf_addf(&line, tr(" và %d người khác"), (int)others->len - NAMED);
	bool changed = strcmp(line.len ? line.bytes : "", app->others.len ? app->others.bytes : "") != 0;
	buf_clear(&app->others);
	buf_adds(&app->others, line.len ? line.bytes : "");
	buf_release(&line);
	return changed;
}
