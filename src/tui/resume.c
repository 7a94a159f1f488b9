// SPDX-License-Identifier: MIT
// Going on where one was: after leaving, after a drop, after a kill.
#include "tui/app.h"

#include "base/tr.h"
#include "tui/views.h"

// What was typed is offered by the list of drafts.
static void say_resumed(App *app, int64_t at)
{
	char time[6], day[6];
	int offset = core_rules(app->core)->utc_offset;
	time_show(at, offset, time);
	date_show_short(date_of_instant(at, offset), day);
	app_say(app, tr("Tiếp tục phiên %s ngày %s, bị ngắt giữa chừng."), time, day);
}

bool app_resume(App *app, Err *err)
{
	Visit visit;
	Err ignored = ERR_INIT;
	if (!visit_of(app->core, core_actor(app->core)->id, &app->arena, &visit, err) ||
		!app_open(app, &home_view, NULL, err))
		return false;
	visit_trace_left(app->core, &app->arena, &visit);
	// What one stood on may be gone since: then one stands as near as there is.
	bool restored = place_restore(app, visit.place, &ignored);
	(void)restored;
	app->version = db_version(core_db(app->core));
	if (visit.end == VISIT_DROPPED)
		say_resumed(app, visit.last_at);
	return true;
}

void app_trace(App *app)
{
	Buf place = BUF_INIT;
	place_write(app, &place);
	visit_trace_set(app->trace, place.bytes);
	buf_release(&place);
}

void app_keep_place(App *app)
{
	Buf place = BUF_INIT;
	Err ignored = ERR_INIT;
	place_write(app, &place);
	// A place that cannot be stored (disk full, read-only) must not keep anybody from leaving.
	bool stored = visit_store(
		app->core, place.bytes, app->dropped ? VISIT_DROPPED : VISIT_LEFT, &ignored);
	(void)stored;
	buf_release(&place);
}
