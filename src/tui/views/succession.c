// SPDX-License-Identifier: MIT
// Whom a district or body follows and who follows it: the way from one to the other.
#include "tui/views.h"

#include "base/tr.h"
#include "core/body.h"
#include "core/org.h"
#include "core/succession.h"

// A district, or a body.
typedef struct {
	int64_t id;
	bool body;
	const char *title;
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

static const char *days_of(View *view, const char *from, const char *to)
{
	if (*from && *to)
		return view_printf(view, "%s–%s", shown(view, from), shown(view, to));
	if (*to)
		return view_printf(view, tr("đến %s"), shown(view, to));
	return *from ? view_printf(view, tr("từ %s"), shown(view, from)) : "";
}

static bool add_districts(View *view, const Vec *districts, const char *side, Err *err)
{
	SuccessionScreen *screen = view->state;
	for (size_t i = 0; i < districts->len; i++) {
		const District *district = vec_at(districts, i);
		Kin *kin = vec_push(&screen->rows);
		*kin = (Kin){ .id = district->id, .title = district->title, .side = side,
			.days = days_of(view, district->from, district->to) };
		if (!succession_left_of(view->core, district->id, &kin->open, err))
			return false;
	}
	return true;
}

static bool add_bodies(View *view, const Vec *bodies, const char *side, Err *err)
{
	SuccessionScreen *screen = view->state;
	for (size_t i = 0; i < bodies->len; i++) {
		Body body = *(const Body *)vec_at(bodies, i);
		if (body.ended && !body_load_led(view->core, &body, err))
			return false;
		*(Kin *)vec_push(&screen->rows) = (Kin){ .id = body.id, .body = true, .title = body.name, .side = side,
			.days = days_of(view, body.from, body.to), .open = body.open };
	}
	return true;
}

static bool get_district(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	return district_get(core, id, arena, vec_push(out), err);
}

static bool get_body(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	return body_get(core, id, arena, vec_push(out), err);
}

typedef bool ReadKin(Core *core, int64_t id, Arena *arena, Vec *out, Err *err);

static const struct {
	size_t size;
	ReadKin *here, *before, *after;
	bool (*add)(View *view, const Vec *things, const char *side, Err *err);
} families[] = {
	{ sizeof(District), get_district, district_predecessors, district_successors, add_districts },
	{ sizeof(Body), get_body, body_predecessors, body_successors, add_bodies },
};

static bool of_bodies(const View *view)
{
	return view->args.other_id == SUCCESSION_OF_BODY;
}

// *first is the first row of those that follow.
static bool load_rows(View *view, size_t *first, Err *err)
{
	SuccessionScreen *screen = view->state;
	const char *const sides[] = { tr("trước"), tr("đây"), tr("sau") };
	int family = of_bodies(view);
	ReadKin *const reads[] = { families[family].before, families[family].here, families[family].after };
	bool ok = true;
	for (int i = 0; ok && i < 3; i++) {
		Vec things;
		vec_init(&things, families[family].size);
		*first = screen->rows.len;
		ok = reads[i](view->core, view->args.id, &view->arena, &things, err) &&
		     families[family].add(view, &things, sides[i], err);
		vec_release(&things);
	}
	return ok;
}

static bool load(View *view, Err *err)
{
	SuccessionScreen *screen = view->state;
	size_t after;
	vec_clear(&screen->rows);
	view->place = (Place){ .district_id = of_bodies(view) ? 0 : view->args.id };
	bool ok = load_rows(view, &after, err);
	bool first = screen->list.count == 0;
	list_set_count(&screen->list, (int)screen->rows.len);
	// One comes to go on: to the first that follows, else to the first before.
	if (ok && first && after < screen->rows.len)
		list_select(&screen->list, (int)after);
	view->title = tr("Kế thừa");
	view->note = tr("Enter mở · Esc về");
	return ok;
}

static int64_t row_key(const View *view, int index)
{
	return ((const Kin *)vec_at(&((const SuccessionScreen *)view->state)->rows, (size_t)index))->id;
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
	int days = kin->body && rect.cols >= 70 ? rect.cols - 36 : 30;
	canvas_text_clip(canvas, rect, 0, 7, days - 8, STYLE_PLAIN, kin->title);
	canvas_text_clip(canvas, rect, 0, days, rect.cols - days, STYLE_PLAIN, kin->days);
	if (kin->open && rect.cols >= 70)
		canvas_textf(canvas, rect, 0, days + 23, STYLE_WARN, tr("còn %d việc"), kin->open);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	SuccessionScreen *screen = view->state;
	Rect area = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	canvas_text(canvas, rect, 0, 1, STYLE_TITLE, of_bodies(view) ? tr("Cơ quan trước và cơ quan kế thừa") :
				       tr("Nơi trước và nơi kế thừa"));
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_kin, view);
}

static bool open_row(View *view, Err *err)
{
	SuccessionScreen *screen = view->state;
	const Kin *kin = vec_at(&screen->rows, (size_t)screen->list.selected);
	ViewArgs args = { .id = kin->id };
	return app_open(view->app, of_bodies(view) ? &body_view : &district_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nơi hay cơ quan đang chọn."), NULL, open_row },
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
	.row_key = row_key,
	.close = close_succession,
};
