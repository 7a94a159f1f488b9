// SPDX-License-Identifier: MIT
// Whom a district follows and who follows it: the way from one to the other.
#include "tui/views.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/succession.h"

typedef struct {
	District district;
	const char *side; // "trước", "đây", "sau"
	const char *days; // "đến 30/06/2025"
	int open;         // leaves that it left behind
} Kin;

typedef struct {
	Vec rows; // of Kin
	List list;
} SuccessionScreen;

static bool open_succession(View *view, Err *err)
{
	SuccessionScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows, sizeof(Kin));
	return true;
}

static void close_succession(View *view)
{
	SuccessionScreen *screen = view->state;
	vec_release(&screen->rows);
}

static const char *shown(View *view, const char *iso)
{
	Date day;
	char text[11] = "";
	if (date_parse(iso, &day))
		date_show(day, text);
	return view_printf(view, "%s", text);
}

static const char *days_of(View *view, const District *district)
{
	if (*district->from && *district->to)
		return view_printf(view, "%s–%s", shown(view, district->from), shown(view, district->to));
	if (*district->to)
		return view_printf(view, tr("đến %s"), shown(view, district->to));
	return *district->from ? view_printf(view, tr("từ %s"), shown(view, district->from)) : "";
}

static bool add_kin(View *view, const District *district, const char *side, Err *err)
{
	SuccessionScreen *screen = view->state;
	Kin *kin = vec_push(&screen->rows);
	*kin = (Kin){ .district = *district, .side = side, .days = days_of(view, district) };
	return succession_left_of(view->core, district->id, &kin->open, err);
}

static bool add_all(View *view, const Vec *districts, const char *side, Err *err)
{
	for (size_t i = 0; i < districts->len; i++)
		if (!add_kin(view, vec_at(districts, i), side, err))
			return false;
	return true;
}

static bool load(View *view, Err *err)
{
	SuccessionScreen *screen = view->state;
	District here;
	Vec before, after;
	vec_clear(&screen->rows);
	vec_init(&before, sizeof(District));
	vec_init(&after, sizeof(District));
	view->place = (Place){ .district_id = view->args.id };
	bool ok = district_get(view->core, view->args.id, &view->arena, &here, err) &&
		  district_predecessors(view->core, here.id, &view->arena, &before, err) &&
		  district_successors(view->core, here.id, &view->arena, &after, err) &&
		  add_all(view, &before, tr("trước"), err) && add_kin(view, &here, tr("đây"), err) &&
		  add_all(view, &after, tr("sau"), err);
	bool first = screen->list.count == 0;
	list_set_count(&screen->list, (int)screen->rows.len);
	// One comes to go on: to the first that follows, else to the first before.
	if (ok && first && after.len)
		list_select(&screen->list, (int)before.len + 1);
	view->title = tr("Kế thừa");
	view->note = tr("Enter mở · Esc về");
	vec_release(&before);
	vec_release(&after);
	return ok;
}

static List *list_of(View *view)
{
	SuccessionScreen *screen = view->state;
	return &screen->list;
}

static void draw_kin(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const SuccessionScreen *screen = ((const View *)opaque)->state;
	const Kin *kin = vec_at(&screen->rows, (size_t)index);
	canvas_text(canvas, rect, 0, 0, STYLE_DIM, kin->side);
	canvas_text_clip(canvas, rect, 0, 7, 22, STYLE_PLAIN, kin->district.title);
	canvas_text_clip(canvas, rect, 0, 30, rect.cols - 30, STYLE_PLAIN, kin->days);
	if (kin->open && rect.cols >= 70)
		canvas_textf(canvas, rect, 0, 53, STYLE_WARN, tr("còn %d việc"), kin->open);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	SuccessionScreen *screen = view->state;
	Rect area = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	canvas_text(canvas, rect, 0, 1, STYLE_TITLE, tr("Nơi trước và nơi kế thừa"));
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_kin, view);
}

static bool open_row(View *view, Err *err)
{
	SuccessionScreen *screen = view->state;
	const Kin *kin = vec_at(&screen->rows, (size_t)screen->list.selected);
	ViewArgs args = { .id = kin->district.id };
	return app_open(view->app, &district_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở địa phương đang chọn."), NULL, open_row },
	{ 0 },
};

const ViewOps succession_view = {
	.name = "succession",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(SuccessionScreen),
	.ops = ops,
	.open = open_succession,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_succession,
};
