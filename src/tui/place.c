// SPDX-License-Identifier: MIT
// Where one stands, as text: "home:0:0::0:2;region:5:0::1:0", for each screen its name, id, other id,
// code, pane and selected row. Popups and forms are not places. Of what a draft is about the ids follow:
// "tasks:0:0::0:5|123,456".
#include "tui/app.h"

#include "base/tr.h"
#include "tui/picks.h"
#include "tui/views.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int selected(const View *view)
{
	View *mutable_view = (View *)(uintptr_t)view; // list() hands out the list for moving as well
	const List *list = view->ops->list ? view->ops->list(mutable_view) : NULL;
	return list ? list->selected : 0;
}

static void write_view(const View *view, Buf *out)
{
	if (view->below)
		write_view(view->below, out);
	if (!view_by_name(view->ops->name))
		return;
	buf_addf(out, "%s%s:%" PRId64 ":%" PRId64 ":%s:%d:%d", out->len ? ";" : "", view->ops->name,
		view->args.id, view->args.other_id, view->args.code, view->pane, selected(view));
}

void place_write(const App *app, Buf *out)
{
	write_view(app->top, out);
}

void place_write_below(const View *view, Buf *out)
{
	if (view->below)
		write_view(view->below, out);
}

static bool picks(const View *view)
{
	return view_by_name(view->ops->name) && view->ops->row_id && view->ops->list;
}

// The row one stands on, where nothing is picked: another may stand there by then.
void place_write_picks(View *view, Buf *out)
{
	size_t n;
	if (!picks(view))
		return;
	const int64_t *ids = view_targets(view, &n);
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%c%" PRId64, i ? ',' : '|', ids[i]);
}

typedef struct {
	char name[24];
	ViewArgs args;
	int pane, row;
} Waypoint;

// Fields are split by hand: sscanf cannot take an empty one.
static bool parse_waypoint(const char *text, size_t n, Waypoint *point)
{
	char copy[160];
	char *fields[6];
	if (n >= sizeof(copy))
		return false;
	memcpy(copy, text, n);
	copy[n] = '\0';
	char *rest = copy;
	for (int i = 0; i < 6; i++) {
		fields[i] = strsep(&rest, ":");
		if (!fields[i])
			return false;
	}
	*point = (Waypoint){ .pane = atoi(fields[4]), .row = atoi(fields[5]) };
	point->args.id = strtoll(fields[1], NULL, 10);
	point->args.other_id = strtoll(fields[2], NULL, 10);
	snprintf(point->name, sizeof(point->name), "%s", fields[0]);
	snprintf(point->args.code, sizeof(point->args.code), "%s", fields[3]);
	return true;
}

static void put_cursor(View *view, const Waypoint *point)
{
	if (point->pane >= 0 && point->pane < view->ops->panes)
		view->pane = point->pane;
	List *list = view->ops->list ? view->ops->list(view) : NULL;
	if (list)
		list_select(list, point->row);
}

static bool take_waypoint(App *app, const Waypoint *point, Err *err)
{
	const ViewOps *ops = view_by_name(point->name);
	if (!ops)
		return false;
	// Home is open already: it is what the stack stands on.
	if (ops != &home_view && !app_open(app, ops, &point->args, err))
		return false;
	put_cursor(app_top(app), point);
	return true;
}

static bool has_row(View *view, int64_t id)
{
	const List *list = view->ops->list(view);
	for (int i = 0; i < list->count; i++)
		if (view->ops->row_id(view, i) == id)
			return true;
	return false;
}

// All or none: what is done with fewer is not what was meant.
static bool put_picks(View *view, const char *ids, Err *err)
{
	char *end;
	bool all = picks(view);
	for (const char *at = ids; all && *at && *at != ';'; at = end + (*end == ',')) {
		int64_t id = strtoll(at, &end, 10);
		all = end > at && has_row(view, id);
		if (all)
			view_pick(view, id);
	}
	if (all)
		return true;
	if (picks(view))
		view_unpick(view);
	return err_set(err, ERR_NOT_FOUND, "%s", tr("Có việc đã chọn lúc gõ nay không còn ở đây."));
}

bool place_restore(App *app, const char *place, Err *err)
{
	while (*place) {
		Waypoint point;
		size_t n = strcspn(place, ";|");
		if (!parse_waypoint(place, n, &point) || !take_waypoint(app, &point, err))
			return false;
		place += n;
		if (*place == '|' && !put_picks(app_top(app), place + 1, err))
			return false;
		place += strcspn(place, ";");
		place += *place == ';';
	}
	return true;
}
