// SPDX-License-Identifier: MIT
// A district: who is in charge of it, its figures, and its tasks, province-wide ones included.
#include "tui/views.h"

#include "base/tr.h"
#include "core/figures.h"
#include "core/indicator.h"
#include "core/org.h"
#include "core/person.h"
#include "core/report.h"
#include "core/succession.h"
#include "text/width.h"
#include "tui/views/figures_draw.h"
#include "tui/views/leaf_ops.h"

#include <stdio.h>

typedef struct {
	District district;
	Figures figures;
	Vec leaves; // of Leaf
	List list;
	const char *assignee; // "" for nobody
	const char *regions;  // where it lies
	Vec before, after;    // of District: whom it follows, who follows it
	int left;             // open here and at no successor, once it has ended
	const char *head;
	const char *report; // how it stands with its reports; "" where it is asked for none
	int64_t series_id;  // which report that is
	int round;
	const char *aimed; // indicators with a target; "" for none
} DistrictScreen;

static bool open_district(View *view, Err *err)
{
	DistrictScreen *screen = view->state;
	(void)err;
	vec_init(&screen->leaves, sizeof(Leaf));
	vec_init(&screen->before, sizeof(District));
	vec_init(&screen->after, sizeof(District));
	return true;
}

static void close_district(View *view)
{
	DistrictScreen *screen = view->state;
	vec_release(&screen->leaves);
	vec_release(&screen->before);
	vec_release(&screen->after);
}

static bool load_assignee(View *view, Err *err)
{
	DistrictScreen *screen = view->state;
	Vec assigned;
	vec_init(&assigned, sizeof(Assignment));
	bool ok = assignment_of_place(view->core, view->place, "", &view->arena, &assigned, err);
	screen->assignee = "";
	if (ok && assigned.len) {
		const Assignment *first = vec_at(&assigned, 0);
		screen->assignee = person_title(&view->arena, first->name, first->post);
	}
	vec_release(&assigned);
	return ok;
}

static bool load_region_note(View *view, Err *err)
{
	DistrictScreen *screen = view->state;
	Region region;
	screen->regions = "";
	if (!screen->district.main_region_id)
		return true;
	if (!region_get(view->core, screen->district.main_region_id, &view->arena, &region, err))
		return false;
	screen->regions = screen->district.partial ?
		view_printf(view, tr("một phần, tính vào %s"), region.title) :
		view_printf(view, tr("thuộc %s"), region.title);
	return true;
}

static bool load_kin(View *view, Err *err)
{
	DistrictScreen *screen = view->state;
	vec_clear(&screen->before);
	vec_clear(&screen->after);
	return district_predecessors(view->core, view->args.id, &view->arena, &screen->before, err) &&
	       district_successors(view->core, view->args.id, &view->arena, &screen->after, err) &&
	       succession_left_of(view->core, view->args.id, &screen->left, err);
}

// "đặc khu Phú Quốc, đặc khu Thổ Châu"
static const char *names_of(View *view, const Vec *districts)
{
	const char *names = "";
	for (size_t i = 0; i < districts->len; i++)
		names = view_printf(view, "%s%s%s", names, i ? ", " : "",
			((const District *)vec_at(districts, i))->title);
	return names;
}

static const char *ended_words(View *view)
{
	DistrictScreen *screen = view->state;
	Date last;
	char shown[11] = "";
	if (date_parse(screen->district.to, &last))
		date_show(last, shown);
	if (!screen->after.len)
		return view_printf(view, tr("đã kết thúc %s, không có nơi kế thừa"), shown);
	return view_printf(view, tr("đã kết thúc %s, kế thừa: %s"), shown,
		names_of(view, &screen->after));
}

// Who is in charge; of what has ended, when and who follows. A new one says whom it follows.
static void load_head(View *view)
{
	DistrictScreen *screen = view->state;
	screen->head = view_printf(view, tr("Phụ trách: %s"),
		*screen->assignee ? screen->assignee : tr("! chưa phân công Ủy viên Ban Thường vụ"));
	if (screen->before.len)
		screen->regions = view_printf(view, tr("%s, kế thừa %s"), screen->regions,
			names_of(view, &screen->before));
	if (!screen->district.ended)
		return;
	screen->head = ended_words(view);
	screen->regions = screen->left ? view_printf(view, tr("còn %d việc"), screen->left) : "";
}

// "Giải ngân vốn đầu tư công 37,2% (kém 57,8 điểm %) · …"
static void add_indicator(const IndicatorLine *line, Buf *out)
{
	const IndicatorSeries *series = &line->series;
	const Standing *standing = &series->current;
	if (!standing->set)
		return;
	buf_addf(out, "%s%s ", out->len ? " · " : "", line->indicator.name);
	if (series->latest < 0) {
		buf_adds(out, tr("chưa có số liệu"));
		return;
	}
	amount_show(out, series->points[series->latest].of[READING_ACTUAL].value, line->indicator.scale,
		line->indicator.unit);
	buf_adds(out, standing->known ? " (" : "");
	standing_show_brief(out, &line->indicator, standing);
	buf_adds(out, standing->known ? ")" : "");
}

static bool load_indicators(View *view, Err *err)
{
	DistrictScreen *screen = view->state;
	Vec lines;
	Buf text = BUF_INIT;
	vec_init(&lines, sizeof(IndicatorLine));
	bool ok = indicator_lines(view->core, view->place, &view->arena, &lines, err);
	for (size_t i = 0; ok && i < lines.len; i++)
		add_indicator(vec_at(&lines, i), &text);
	screen->aimed = text.len ? view_printf(view, tr("Chỉ tiêu: %s"), text.bytes) : "";
	buf_release(&text);
	vec_release(&lines);
	return ok;
}

static bool load(View *view, Err *err)
{
	DistrictScreen *screen = view->state;
	LeafFilter filter = { .district_id = view->args.id };
	vec_clear(&screen->leaves);
	view->place = (Place){ .district_id = view->args.id };
	view->thing = (Thing){ NOUN_DISTRICT, view->args.id };
	if (!district_get(view->core, view->args.id, &view->arena, &screen->district, err) ||
		!figures_of_district(view->core, view->args.id, &screen->figures, err) ||
		!leaf_list(view->core, &filter, &view->arena, &screen->leaves, err) ||
		!load_assignee(view, err) || !load_region_note(view, err) || !load_kin(view, err) ||
		!report_of_district(view->core, view->args.id, &view->arena, &screen->report,
			&screen->series_id, &screen->round, err) ||
		!load_indicators(view, err))
		return false;
	list_set_count(&screen->list, (int)screen->leaves.len);
	view->title = screen->district.title;
	load_head(view);
	view->note = screen->district.ended ?
		tr("F7 kế thừa · Enter mở · F9 các việc khác") :
		tr("Enter mở · Space chọn · F4 cập nhật · F5 lọc, ví dụ “quá hạn”");
	return true;
}

static List *list_of(View *view)
{
	DistrictScreen *screen = view->state;
	return &screen->list;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const DistrictScreen *screen = ((const View *)opaque)->state;
	const Leaf *leaf = vec_at(&screen->leaves, (size_t)index);
	bool province = !leaf->place.district_id && !leaf->place.region_id;
	draw_leaf(canvas, rect, leaf, province ? tr("toàn tỉnh") : " ");
}

// A long post is cut, not where the district lies.
static void draw_head(const DistrictScreen *screen, Canvas *canvas, Rect rect)
{
	enum { NAME_COLS = 30 };
	int room = rect.cols - 5 - text_width(screen->regions);
	int col = 1 + canvas_text_clip(canvas, rect, 0, 1, room < NAME_COLS ? NAME_COLS : room,
			      *screen->assignee && !screen->district.ended ? STYLE_PLAIN : STYLE_WARN,
			      screen->head);
	if (*screen->regions)
		col += canvas_text(canvas, rect, 0, col, STYLE_PLAIN, " · ");
	canvas_text_clip(canvas, rect, 0, col, rect.cols - col - 1, STYLE_PLAIN, screen->regions);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	DistrictScreen *screen = view->state;
	draw_head(screen, canvas, rect);
	draw_cross(canvas, rect, 1, 1, &screen->figures);
	draw_steady(canvas, rect, 2, 1, &screen->figures);
	int row = 3;
	if (*screen->report)
		canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2, STYLE_PLAIN, screen->report);
	// Only where a table is left below it.
	if (*screen->aimed && rect.rows > 10)
		canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2, STYLE_PLAIN, screen->aimed);
	draw_leaf_head(canvas, rect, row++, true);
	Rect area = { .row = rect.row + row, .col = rect.col, .rows = rect.rows - row,
		.cols = rect.cols };
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text(canvas, rect, row, LIST_MARGIN, STYLE_DIM, tr("Chưa có nhiệm vụ nào ở đây."));
}

static const Leaf *selected(const View *view)
{
	const DistrictScreen *screen = view->state;
	return vec_at(&screen->leaves, (size_t)screen->list.selected);
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có nhiệm vụ nào được chọn."));
}

static int64_t row_id(const View *view, int index)
{
	const DistrictScreen *screen = view->state;
	return ((const Leaf *)vec_at(&screen->leaves, (size_t)index))->leaf_id;
}

static bool open_row(View *view, Err *err)
{
	ViewArgs args = { .id = selected(view)->leaf_id };
	return app_open(view->app, &leaf_view, &args, err);
}

static bool open_grid(View *view, Err *err)
{
	return progress_grid_open(view->app, view->place, err);
}

static bool has_kin(View *view, Err *err)
{
	const DistrictScreen *screen = view->state;
	return screen->before.len || screen->after.len ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Địa phương này không kế thừa nơi nào, và còn đến nay."));
}

// Where there is but one, one goes to it at once.
static bool open_kin(View *view, Err *err)
{
	const DistrictScreen *screen = view->state;
	ViewArgs args = { .id = view->args.id };
	if (screen->before.len + screen->after.len != 1)
		return app_open(view->app, &succession_view, &args, err);
	const Vec *only = screen->after.len ? &screen->after : &screen->before;
	args.id = ((const District *)vec_at(only, 0))->id;
	return app_open(view->app, &district_view, &args, err);
}

static bool has_left(View *view, Err *err)
{
	const DistrictScreen *screen = view->state;
	if (!screen->district.ended)
		return err_set(err, ERR_INVALID, "%s", tr("Địa phương này chưa kết thúc."));
	if (!screen->after.len)
		return err_set(err, ERR_INVALID, "%s", tr("Địa phương này chưa có nơi kế thừa."));
	return screen->left || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn việc nào phải giao tiếp."));
}

static bool spread(View *view, Err *err)
{
	int made;
	if (!succession_spread(view->core, view->args.id, &made, err))
		return false;
	app_reload(view->app);
	app_say(view->app, tr("Đã giao %d việc cho nơi kế thừa. F8 hoàn tác."), made);
	return true;
}

static bool ask_spread(View *view, Err *err)
{
	const DistrictScreen *screen = view->state;
	return app_confirm(view,
		view_printf(view, tr("Giao %d việc còn mở cho %s?"),
			screen->left, names_of(view, &screen->after)),
		spread, err);
}

static bool is_asked(View *view, Err *err)
{
	const DistrictScreen *screen = view->state;
	return *screen->report ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Nơi này không phải báo cáo định kỳ nào."));
}

static bool open_round(View *view, Err *err)
{
	const DistrictScreen *screen = view->state;
	ViewArgs args = { .id = screen->series_id };
	snprintf(args.code, sizeof(args.code), "%d", screen->round);
	return app_open(view->app, &round_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ đang chọn."), has_row, open_row },
	{ "progress-record", N_("Cập nhật tiến độ"), "F4 F2", N_("Sửa"), RIGHT_READ,
		N_("Ghi tiến độ của mọi việc đã chọn, hay việc đang đứng."), leaf_may_record, leaf_record },
	{ "progress-grid", N_("Bảng tiến độ"), "F6", N_("Bảng"), RIGHT_PROGRESS,
		N_("Ghi tiến độ nhiều nhiệm vụ trong một bảng; dán được bảng tính."), NULL, open_grid },
	{ "succession", N_("Nơi trước, nơi kế thừa"), "F7", NULL, RIGHT_READ,
		N_("Đi tới nơi kế thừa địa phương này, hoặc nơi mà nó kế thừa."), has_kin, open_kin },
	{ "succession-spread", N_("Giao việc còn mở cho nơi kế thừa"), "", NULL, RIGHT_DIRECT,
		N_("Mỗi nơi kế thừa nhận các việc chưa xong ở đây, giữ thời hạn."), has_left, ask_spread },
	{ "district-round", N_("Kỳ báo cáo của nơi này"), "", NULL, RIGHT_READ,
		N_("Mở kỳ báo cáo ghi ở đầu màn hình."), is_asked, open_round },
	{ 0 },
};

const ViewOps district_view = {
	.name = "district",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(DistrictScreen),
	.ops = ops,
	.row_ops = leaf_ops,
	.row_id = row_id,
	.open = open_district,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_district,
};
