// SPDX-License-Identifier: MIT
// A region: its districts, tasks, meetings and reviews, one pane each.
#include "tui/views.h"

#include "base/tr.h"
#include "core/closing.h"
#include "core/figures.h"
#include "core/indicator.h"
#include "core/meeting.h"
#include "core/org.h"
#include "core/person.h"
#include "core/review.h"
#include "text/upper.h"
#include "tui/picks.h"
#include "tui/views/figures_draw.h"
#include "tui/views/indicator_draw.h"
#include "tui/views/leaf_ops.h"
#include "tui/views/tabs.h"

#include <stdio.h>
#include <string.h>

enum { PANE_DISTRICTS, PANE_TASKS, PANE_MEETINGS, PANE_REVIEWS, PANE_INDICATORS, PANES };

typedef struct {
	Region region;
	FigureLine total;
	Vec rows[PANES]; // of FigureLine, Leaf, Meeting, Review, IndicatorLine
	List lists[PANES];
	const char *lead; // "Phụ trách: …": who has the region in charge
	const char *level; // the word for its districts on that day, in capitals
	Tab tabs[PANES];
} RegionScreen;

static bool open_region(View *view, Err *err)
{
	static const size_t sizes[PANES] = {
		[PANE_DISTRICTS] = sizeof(FigureLine), [PANE_TASKS] = sizeof(Leaf),
		[PANE_MEETINGS] = sizeof(Meeting), [PANE_REVIEWS] = sizeof(Review),
		[PANE_INDICATORS] = sizeof(IndicatorLine),
	};
	RegionScreen *screen = view->state;
	(void)err;
	for (int pane = 0; pane < PANES; pane++)
		vec_init(&screen->rows[pane], sizes[pane]);
	return true;
}

static void close_region(View *view)
{
	RegionScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++)
		vec_release(&screen->rows[pane]);
}

static bool load_rows(View *view, Err *err)
{
	RegionScreen *screen = view->state;
	Core *core = view->core;
	Arena *arena = &view->arena;
	LeafFilter filter = { .region_id = view->args.id };
	for (int pane = 0; pane < PANES; pane++)
		vec_clear(&screen->rows[pane]);
	if (!region_get(core, view->args.id, arena, &screen->region, err) ||
		!figures_of_districts(core, view->args.id, arena, &screen->rows[PANE_DISTRICTS],
			&screen->total, err) ||
		!leaf_list(core, &filter, arena, &screen->rows[PANE_TASKS], err) ||
		!meeting_list(core, view->args.id, arena, &screen->rows[PANE_MEETINGS], err) ||
		!review_list(core, view->args.id, arena, &screen->rows[PANE_REVIEWS], err) ||
		!indicator_lines(core, (Place){ .region_id = view->args.id }, arena,
			&screen->rows[PANE_INDICATORS], err))
		return false;
	for (int pane = 0; pane < PANES; pane++)
		list_set_count(&screen->lists[pane], (int)screen->rows[pane].len);
	return true;
}

static bool load_lead(View *view, Err *err)
{
	RegionScreen *screen = view->state;
	Vec leads;
	Place place = { .region_id = view->args.id };
	vec_init(&leads, sizeof(Assignment));
	bool ok = assignment_of_place(view->core, place, "", &view->arena, &leads, err);
	const char *who = tr("(chưa phân công lãnh đạo phụ trách)");
	if (ok && leads.len) {
		const Assignment *lead = vec_at(&leads, 0);
		who = person_title(&view->arena, lead->name, lead->post);
	}
	screen->lead = view_printf(view, tr("Phụ trách: %s"), who);
	vec_release(&leads);
	return ok;
}

static bool load_level(View *view, Err *err)
{
	RegionScreen *screen = view->state;
	const char *word;
	if (!level_word(view->core, &view->arena, &word, err))
		return false;
	screen->level = text_upper(&view->arena, word);
	return true;
}

static bool load(View *view, Err *err)
{
	RegionScreen *screen = view->state;
	if (!load_rows(view, err) || !load_lead(view, err) || !load_level(view, err))
		return false;
	Period period;
	char code[7];
	if (!closing_current(view->core, &period, err))
		return false;
	period_code(period, code);
	view->title = view_printf(view, "%s · %s", screen->region.title, code);
	view->place = (Place){ .region_id = view->args.id };
	view->thing = (Thing){ NOUN_REGION, view->args.id };
	view->note = tr("Enter mở · Tab sang phần khác · ? trợ giúp");
	return true;
}

static List *list_of(View *view)
{
	RegionScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static int pane_at(View *view, int row, int col)
{
	const RegionScreen *screen = view->state;
	return tabs_at(screen->tabs, PANES, row, col);
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_district(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RegionScreen *screen = ((const View *)opaque)->state;
	const FigureLine *line = vec_at(&screen->rows[PANE_DISTRICTS], (size_t)index);
	FigureColumns columns = figure_columns(rect.cols);
	int percent = rect.cols >= 90 ? 16 : 5;
	char title[96];
	snprintf(title, sizeof(title), "%s%s", line->title,
		line->ended ? tr(" (đã hết)") : line->main ? "" : tr(" (một phần)"));
	draw_figures(canvas, rect, title, &line->figures);
	draw_percent(canvas, rect, columns.rest, percent, &line->figures);
	int person = columns.rest + percent + 1;
	if (line->person_id || line->ended)
		canvas_text_clip(canvas, rect, 0, person, rect.cols - person,
			line->ended ? STYLE_DIM : STYLE_PLAIN,
			line->ended ? tr("đã kết thúc") : line->person);
	else
		canvas_text_clip(canvas, rect, 0, person, rect.cols - person, STYLE_WARN,
			tr("! chưa phân công"));
}

static void draw_task(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RegionScreen *screen = ((const View *)opaque)->state;
	const Leaf *leaf = vec_at(&screen->rows[PANE_TASKS], (size_t)index);
	draw_leaf(canvas, rect, leaf, leaf->place_title);
}

static int state_cols(int cols)
{
	return cols < TIGHT ? 9 : 22;
}

static void draw_meeting(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RegionScreen *screen = ((const View *)opaque)->state;
	const Meeting *meeting = vec_at(&screen->rows[PANE_MEETINGS], (size_t)index);
	Date day;
	char shown[11] = "";
	if (date_parse(meeting->held_on, &day))
		date_show(day, shown);
	int state = rect.cols - state_cols(rect.cols);
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, shown);
	canvas_text_clip(canvas, rect, 0, 12, state - 13, STYLE_PLAIN,
		*meeting->subject ? meeting->subject : meeting_kind_name(meeting->kind));
	canvas_text_clip(canvas, rect, 0, state, rect.cols - state, STYLE_DIM,
		*meeting->number ? meeting->number : meeting_state_name(meeting->state));
}

enum { REVIEW_DAYS_COL = 26 };

// In a tight window the days are left out.
static int review_state_col(int cols)
{
	return cols < TIGHT ? 24 : 39;
}

static void draw_review(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RegionScreen *screen = ((const View *)opaque)->state;
	const Review *review = vec_at(&screen->rows[PANE_REVIEWS], (size_t)index);
	char name[48], from[6] = "", to[6] = "";
	Date first, last;
	period_name(review->period, name, sizeof(name));
	if (date_parse(review->from, &first))
		date_show_short(first, from);
	if (date_parse(review->to, &last))
		date_show_short(last, to);
	int state = review_state_col(rect.cols);
	if (rect.cols >= TIGHT)
		canvas_textf(canvas, rect, 0, REVIEW_DAYS_COL, STYLE_DIM, "%s–%s", from, to);
	canvas_text_clip(canvas, rect, 0, 0, 25, STYLE_PLAIN, name);
	canvas_text_clip(canvas, rect, 0, state, 13, review->overdue ? STYLE_LATE : STYLE_PLAIN,
		review_state_name(review->state));
	if (review->overdue)
		canvas_text_clip(canvas, rect, 0, 52, rect.cols - 52, STYLE_LATE, tr("! quá hạn"));
	else
		canvas_text_clip(canvas, rect, 0, 52, rect.cols - 52, STYLE_PLAIN, review->decided_by);
}

static void draw_indicator_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RegionScreen *screen = ((const View *)opaque)->state;
	const IndicatorLine *line = vec_at(&screen->rows[PANE_INDICATORS], (size_t)index);
	draw_indicator(canvas, rect, line->indicator.name, &line->indicator, &line->series);
}

static const struct {
	const char *title;
	ListRow *row;
	const char *empty;
} panes[PANES] = {
	[PANE_DISTRICTS] = { N_("Địa phương"), draw_district, N_("Vùng chưa có địa phương nào.") },
	[PANE_TASKS] = { N_("Nhiệm vụ"), draw_task, N_("Vùng chưa có nhiệm vụ nào.") },
	[PANE_MEETINGS] = { N_("Buổi làm việc"), draw_meeting,
		N_("Chưa có buổi làm việc nào; F2 để ghi một buổi.") },
	[PANE_REVIEWS] = { N_("Sơ kết"), draw_review, N_("Chưa đến kỳ sơ kết nào.") },
	[PANE_INDICATORS] = { N_("Chỉ tiêu"), draw_indicator_row, N_("Chưa có chỉ tiêu nào.") },
};

static void draw_tabs(const View *view, Canvas *canvas, Rect rect, int row)
{
	RegionScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++) {
		screen->tabs[pane].title = tr(panes[pane].title);
		screen->tabs[pane].count = (int)screen->rows[pane].len;
	}
	tabs_draw(canvas, rect, row, screen->tabs, PANES, view->pane);
}

static void draw_head(const View *view, Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	const RegionScreen *screen = view->state;
	FigureColumns columns = figure_columns(line.cols);
	if (view->pane == PANE_DISTRICTS) {
		draw_figure_head(canvas, rect, row, screen->level, "%");
		int person = columns.rest + (line.cols >= 90 ? 16 : 5) + 1;
		canvas_text_clip(canvas, line, 0, person, line.cols - person, STYLE_DIM, tr("PHỤ TRÁCH"));
	} else if (view->pane == PANE_TASKS) {
		draw_leaf_head(canvas, rect, row, true);
	} else if (view->pane == PANE_INDICATORS) {
		draw_indicator_head(canvas, rect, row, tr("CHỈ TIÊU"));
	} else if (view->pane == PANE_MEETINGS) {
		canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("NGÀY        NỘI DUNG"));
		canvas_text(canvas, line, 0, line.cols - state_cols(line.cols), STYLE_DIM, tr("BIÊN BẢN"));
	} else {
		canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("KỲ"));
		if (line.cols >= TIGHT)
			canvas_text(canvas, line, 0, REVIEW_DAYS_COL, STYLE_DIM, tr("TỪ–ĐẾN"));
		canvas_text(canvas, line, 0, review_state_col(line.cols), STYLE_DIM, tr("TRẠNG THÁI"));
	}
}

enum { ROWS_FOR_CROSS = 9 }; // in a lower window the districts come first

static void draw_total(const View *view, Canvas *canvas, Rect rect, int row)
{
	const RegionScreen *screen = view->state;
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	FigureColumns columns = figure_columns(line.cols);
	draw_figures(canvas, line, tr("Cả vùng"), &screen->total.figures);
	draw_percent(canvas, line, columns.rest, line.cols >= 90 ? 16 : 5, &screen->total.figures);
	int cross = rect.rows >= ROWS_FOR_CROSS;
	if (cross)
		draw_cross(canvas, rect, row + 1, LIST_MARGIN, &screen->total.figures);
	draw_steady(canvas, rect, row + 1 + cross, LIST_MARGIN, &screen->total.figures);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	RegionScreen *screen = view->state;
	int footer = view->pane != PANE_DISTRICTS ? 0 : rect.rows >= ROWS_FOR_CROSS ? 3 : 2;
	List *list = &screen->lists[view->pane];
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_PLAIN, screen->lead);
	draw_tabs(view, canvas, rect, 1);
	draw_head(view, canvas, rect, 2);
	int rows = rect.rows - 3 - footer;
	if (footer && list->count < rows)
		rows = list->count;
	Rect area = { .row = rect.row + 3, .col = rect.col, .rows = rows, .cols = rect.cols };
	list_draw(list, canvas, area, LIST_FOCUSED, panes[view->pane].row, view);
	if (!list->count)
		canvas_text(canvas, rect, 3, LIST_MARGIN, STYLE_DIM,  tr(panes[view->pane].empty));
	if (footer)
		draw_total(view, canvas, rect, 3 + rows);
}

// Operations ------------------------------------------------------------------------------------

static const void *selected(const View *view)
{
	const RegionScreen *screen = view->state;
	return vec_at(&screen->rows[view->pane], (size_t)screen->lists[view->pane].selected);
}

static bool open_district_row(View *view, Err *err)
{
	const FigureLine *line = selected(view);
	ViewArgs args = { .id = line->id, .other_id = view->args.id };
	return app_open(view->app, &district_view, &args, err);
}

static bool open_task_row(View *view, Err *err)
{
	ViewArgs args = { .id = ((const Leaf *)selected(view))->leaf_id };
	return app_open(view->app, &leaf_view, &args, err);
}

static bool open_meeting_row(View *view, Err *err)
{
	ViewArgs args = { .id = ((const Meeting *)selected(view))->id };
	return app_open(view->app, &meeting_view, &args, err);
}

static bool open_review_row(View *view, Err *err)
{
	ViewArgs args = { .id = view->args.id };
	char code[7];
	period_code(((const Review *)selected(view))->period, code);
	memcpy(args.code, code, sizeof(code));
	return app_open(view->app, &review_view, &args, err);
}

static bool open_indicator_row(View *view, Err *err)
{
	ViewArgs args = { .id = ((const IndicatorLine *)selected(view))->indicator.id,
		.other_id = view->args.id };
	return app_open(view->app, &indicator_view, &args, err);
}

static bool open_row(View *view, Err *err)
{
	static bool (*const openers[PANES])(View *, Err *) = {
		[PANE_DISTRICTS] = open_district_row, [PANE_TASKS] = open_task_row,
		[PANE_MEETINGS] = open_meeting_row, [PANE_REVIEWS] = open_review_row,
		[PANE_INDICATORS] = open_indicator_row,
	};
	return openers[view->pane](view, err);
}

static int64_t district_key(const void *row)
{
	return ((const FigureLine *)row)->id;
}

static int64_t task_key(const void *row)
{
	return ((const Leaf *)row)->leaf_id;
}

static int64_t meeting_key(const void *row)
{
	return ((const Meeting *)row)->id;
}

static int64_t review_key(const void *row)
{
	const Review *review = row;
	return 2 * review->period.year + review->period.half;
}

static int64_t indicator_key(const void *row)
{
	return ((const IndicatorLine *)row)->indicator.id;
}

static int64_t row_key(const View *view, int index)
{
	static int64_t (*const keys[PANES])(const void *row) = {
		[PANE_DISTRICTS] = district_key, [PANE_TASKS] = task_key,
		[PANE_MEETINGS] = meeting_key, [PANE_REVIEWS] = review_key,
		[PANE_INDICATORS] = indicator_key,
	};
	const RegionScreen *screen = view->state;
	return keys[view->pane](vec_at(&screen->rows[view->pane], (size_t)index));
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static int64_t row_id(const View *view, int index)
{
	const RegionScreen *screen = view->state;
	return view->pane == PANE_TASKS ?
		((const Leaf *)vec_at(&screen->rows[PANE_TASKS], (size_t)index))->leaf_id : 0;
}

static bool on_task(View *view, Err *err)
{
	if (view->pane != PANE_TASKS || !list_of(view)->count)
		return err_set(err, ERR_INVALID, "%s", tr("Chọn một nhiệm vụ ở phần Nhiệm vụ (Tab) trước."));
	return leaf_may_record(view, err);
}

static bool open_grid(View *view, Err *err)
{
	if (view->pane != PANE_INDICATORS || !list_of(view)->count)
		return progress_grid_open(view->app, view->place, err);
	const IndicatorLine *line = selected(view);
	return reading_grid_open(view->app, line->indicator.id, view->place, err);
}

// F2 adds what the pane shows; a task is never added by itself.
static bool add_row(View *view, Err *err)
{
	if (view->pane == PANE_REVIEWS)
		return open_row(view, err);
	if (view->pane == PANE_INDICATORS)
		return open_grid(view, err);
	return meeting_form_open(view->app, view->args.id, err);
}

static bool may_add(View *view, Err *err)
{
	if (view->pane == PANE_REVIEWS || view->pane == PANE_INDICATORS)
		return has_row(view, err);
	if (view->pane != PANE_TASKS)
		return right_check(view->core, RIGHT_MEETING, view->place, err);
	err_set(err, ERR_INVALID, "%s", tr("Nhiệm vụ mới sinh ra từ kết luận của một buổi làm việc."));
	return err_hint(err, "%s", tr("Tab sang phần Buổi làm việc rồi F2."));
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở dòng đang chọn."), has_row, open_row },
	{ "meeting-add", N_("Thêm buổi làm việc"), "F2", N_("Thêm"), RIGHT_READ,
		N_("Ghi một buổi làm việc của vùng; ở phần Sơ kết mở kỳ đang chọn, ở phần Chỉ tiêu nhập số liệu."),
		may_add, add_row },
	{ "progress-record", N_("Cập nhật tiến độ"), "F4", N_("Sửa"), RIGHT_READ,
		N_("Ghi tiến độ của mọi việc đã chọn, hay việc đang đứng."), on_task, leaf_record },
	{ "progress-grid", N_("Bảng tiến độ"), "F6", N_("Bảng"), RIGHT_PROGRESS,
		N_("Tiến độ nhiều nhiệm vụ trong một bảng, ở phần Chỉ tiêu thì số liệu; dán được bảng tính."),
		NULL, open_grid },
	{ 0 },
};

const ViewOps region_view = {
	.name = "region",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(RegionScreen),
	.ops = ops,
	.row_ops = leaf_ops,
	.row_id = row_id,
	.row_key = row_key,
	.open = open_region,
	.load = load,
	.draw = draw,
	.list = list_of,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_region,
};
