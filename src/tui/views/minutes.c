// SPDX-License-Identifier: MIT
// Whole minutes, as they are read out: the text that core keeps or would keep. args.id is the
// meeting.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"

#include <string.h>

enum { MARGIN = 1, LABEL = 16 };

typedef struct {
	Pager pager;
} MinutesScreen;

static bool open_minutes(View *view, Err *err)
{
	MinutesScreen *screen = view->state;
	(void)err;
	pager_init(&screen->pager);
	return true;
}

static void close_minutes(View *view)
{
	MinutesScreen *screen = view->state;
	pager_release(&screen->pager);
}

static void add_field(View *view, char *line)
{
	MinutesScreen *screen = view->state;
	char *colon = strstr(line, ": ");
	if (!colon) {
		pager_add(&screen->pager, STYLE_PLAIN, MARGIN, NULL, line);
		return;
	}
	*colon = '\0';
	pager_add(&screen->pager, STYLE_PLAIN, LABEL, view_printf(view, " %s", line), colon + 2);
}

// Only what stands at the margin is a heading.
static void add_line(MinutesScreen *screen, const char *line)
{
	int indent = (int)strspn(line, " ");
	if (*line)
		pager_add(&screen->pager, indent ? STYLE_PLAIN : STYLE_TITLE, MARGIN + indent, NULL,
			line + indent);
	else
		pager_space(&screen->pager);
}

// The title, fields until the first empty line, then the rest.
static void add_text(View *view, const char *text, const char *state)
{
	MinutesScreen *screen = view->state;
	bool head = true;
	for (int i = 0; *text; i++) {
		size_t n = strcspn(text, "\n");
		char *line = arena_strndup(&view->arena, text, n);
		head = head && n;
		if (head && i)
			add_field(view, line);
		else
			add_line(screen, line);
		if (!i)
			pager_add(&screen->pager, STYLE_DIM, MARGIN, NULL, state);
		text += n + (text[n] == '\n');
	}
}

static bool load(View *view, Err *err)
{
	MinutesScreen *screen = view->state;
	Meeting meeting;
	const char *text;
	pager_clear(&screen->pager);
	if (!meeting_get(view->core, view->args.id, &view->arena, &meeting, err) ||
		!meeting_text(view->core, view->args.id, &view->arena, &text, err))
		return false;
	view->place = (Place){ .region_id = meeting.region_id };
	view->title = tr("Biên bản");
	view->note = tr("Mũi tên, PgUp, PgDn cuộn · Esc về");
	add_text(view, text, meeting_state_name(meeting.state));
	return true;
}

static Pager *pager_of(View *view)
{
	MinutesScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	MinutesScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

static bool compare(View *view, Err *err)
{
	return minutes_versions_open(view->app, view->args.id, err);
}

static const Op ops[] = {
	{ "minutes-versions", N_("So các bản của biên bản"), "F6", N_("So bản"), RIGHT_READ,
		N_("Bản trước và sau mỗi lần mở lại, kèm lý do."), NULL, compare },
	{ 0 },
};

static const ViewOps minutes_view = {
	.name = "minutes",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(MinutesScreen),
	.ops = ops,
	.open = open_minutes,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_minutes,
};

bool minutes_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return app_open(app, &minutes_view, &args, err);
}
