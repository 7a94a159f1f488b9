// SPDX-License-Identifier: MIT
// Conclusions of all meetings, with what became of them: those not yet put into action first.
#include "tui/views.h"

#include "base/tr.h"
#include "core/meeting.h"
#include "tui/views/figures_draw.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/prose_draw.h"
#include "tui/views/tabs.h"

enum { PANES = CONCLUSION_FATES + 1, PANE_ALL = CONCLUSION_FATES };
enum { DAY_COLS = 11, REGION_COLS = 19, NARROW = 70, DETAIL_ROWS = 6 };

typedef struct {
	ConclusionLine line;
	const char *standing, *head;
} ConclusionRow;

typedef struct {
	Vec rows[PANES]; // of ConclusionRow
	List lists[PANES];
	Tab tabs[PANES];
} ConclusionsScreen;

// In the order of ConclusionFate, then all.
static const struct {
	const char *title, *empty;
} panes[PANES] = {
	{ N_("Chưa thực hiện"), N_("Không có kết luận nào chưa thực hiện.") },
	{ N_("Đang làm"), N_("Không có kết luận nào đang làm.") },
	{ N_("Xong"), N_("Chưa có kết luận nào xong.") },
	{ N_("Ghi nhận"), N_("Không có kết luận nào chỉ ghi nhận.") },
	{ N_("Tất cả"), N_("Chưa có kết luận nào.") },
};

static bool open_conclusions(View *view, Err *err)
{
	ConclusionsScreen *screen = view->state;
	(void)err;
	for (int pane = 0; pane < PANES; pane++)
		vec_init(&screen->rows[pane], sizeof(ConclusionRow));
	return true;
}

static void close_conclusions(View *view)
{
	ConclusionsScreen *screen = view->state;
	for (int pane = 0; pane < PANES; pane++)
		vec_release(&screen->rows[pane]);
}

const char *conclusion_standing(View *view, const ConclusionLine *line)
{
	if (line->sum.late)
		return line->sum.days_late > LATE_DAYS_MOST ?
			view_printf(view, tr("! quá hạn %d năm"), late_years(line->sum.days_late)) :
			view_printf(view, tr("! quá hạn %d ngày"), line->sum.days_late);
	if (line->fate == CONCLUSION_DOING)
		return view_printf(view, tr("%d%%, hạn %s"), task_sum_percent(&line->sum), view_day(view, line->sum.due));
	if (line->fate == CONCLUSION_UNTOLD && *line->sum.due)
		return view_days_left(view, line->sum.due);
	return conclusion_fate_name(line->fate);
}

static const char *head(View *view, const ConclusionLine *line)
{
	const char *source = view_printf(view, tr("Buổi làm việc %s, %s%s%s"),
		view_day(view, line->held_on), line->region, *line->number ? ", " : "", line->number);
	if (!line->task_id)
		return source;
	return view_printf(view, tr("%s · nhiệm vụ %s, chủ trì: %s · %s %d%%"), source,
		line->task_code, *line->sum.lead ? line->sum.lead : "—", conclusion_fate_name(line->fate),
		task_sum_percent(&line->sum));
}

static bool load_rows(View *view, Err *err)
{
	ConclusionsScreen *screen = view->state;
	ConclusionFilter filter = { .region_id = 0 };
	Vec lines;
	vec_init(&lines, sizeof(ConclusionLine));
	for (int pane = 0; pane < PANES; pane++)
		vec_clear(&screen->rows[pane]);
	bool ok = conclusion_list_all(view->core, &filter, &view->arena, &lines, err);
	for (size_t i = 0; ok && i < lines.len; i++) {
		const ConclusionLine *line = vec_at(&lines, i);
		ConclusionRow row = { *line, conclusion_standing(view, line), head(view, line) };
		*(ConclusionRow *)vec_push(&screen->rows[line->fate]) = row;
		*(ConclusionRow *)vec_push(&screen->rows[PANE_ALL]) = row;
	}
	vec_release(&lines);
	return ok;
}

static bool load(View *view, Err *err)
{
	ConclusionsScreen *screen = view->state;
	if (!load_rows(view, err))
		return false;
	for (int pane = 0; pane < PANES; pane++) {
		list_set_count(&screen->lists[pane], (int)screen->rows[pane].len);
		screen->tabs[pane].title = tr(panes[pane].title);
		screen->tabs[pane].count = (int)screen->rows[pane].len;
	}
	view->place = (Place){ 0 };
	view->thing = (Thing){ 0 };
	view->title = tr("Kết luận");
	view->note = tr("Enter mở nhiệm vụ · F6 buổi làm việc · F5 lọc, ví dụ tên vùng");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const ConclusionsScreen *screen = view->state;
	return ((const ConclusionRow *)vec_at(&screen->rows[view->pane], (size_t)index))->line.id;
}

static List *list_of(View *view)
{
	ConclusionsScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static int pane_at(View *view, int row, int col)
{
	const ConclusionsScreen *screen = view->state;
	return tabs_at(screen->tabs, PANES, row, col);
}

static const ConclusionRow *selected(const View *view)
{
	const ConclusionsScreen *screen = view->state;
	const Vec *rows = &screen->rows[view->pane];
	size_t at = (size_t)screen->lists[view->pane].selected;
	return at < rows->len ? vec_at(rows, at) : NULL;
}

Style conclusion_style(const ConclusionLine *line)
{
	return line->sum.late				 ? STYLE_LATE
	       : line->fate == CONCLUSION_UNTOLD ? STYLE_WARN
						 : STYLE_DIM;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const ConclusionsScreen *screen = view->state;
	const ConclusionRow *row = vec_at(&screen->rows[view->pane], (size_t)index);
	Date day;
	char shown[11] = "";
	int text = DAY_COLS + (rect.cols >= NARROW ? REGION_COLS : 0), tail = rect.cols - 19;
	if (date_parse(row->line.held_on, &day))
		date_show(day, shown);
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, shown);
	canvas_text_clip(
		canvas, rect, 0, DAY_COLS, text - DAY_COLS - 1, STYLE_PLAIN, row->line.region);
	canvas_text_clip(canvas, rect, 0, text, tail - text - 1, STYLE_PLAIN, row->line.text);
	canvas_text_clip(canvas, rect, 0, tail, 19, conclusion_style(&row->line), row->standing);
}

static void draw_detail(const View *view, Canvas *canvas, Rect rect)
{
	const ConclusionRow *row = selected(view);
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	if (!row)
		return;
	Rect text = { .row = rect.row + 1,
		.col = rect.col + LIST_MARGIN,
		.rows = rect.rows - 1,
		.cols = rect.cols - LIST_MARGIN - 1 };
	int used = prose_draw(canvas, text, 0, 0, 2, STYLE_DIM, row->head);
	prose_draw(canvas, text, used, 0, text.rows - used, STYLE_PLAIN, row->line.text);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	ConclusionsScreen *screen = view->state;
	List *list = &screen->lists[view->pane];
	int detail = rect.rows >= 2 * DETAIL_ROWS ? DETAIL_ROWS : 0;
	Rect area = { .row = rect.row + 1,
		.col = rect.col,
		.rows = rect.rows - 1 - detail,
		.cols = rect.cols };
	Rect below = { .row = area.row + area.rows,
		.col = rect.col,
		.rows = detail,
		.cols = rect.cols };
	tabs_draw(canvas, rect, 0, screen->tabs, PANES, view->pane);
	if (detail)
		draw_detail(view, canvas, below);
	list_draw(list, canvas, area, LIST_FOCUSED, draw_row, view);
	if (!list->count)
		canvas_text(canvas, area, 0, LIST_MARGIN, STYLE_DIM, tr(panes[view->pane].empty));
}

static bool has_row(View *view, Err *err)
{
	return selected(view) || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static bool open_meeting(View *view, Err *err)
{
	const ConclusionRow *row = selected(view);
	ViewArgs args = { .id = row ? row->line.meeting_id : 0 };
	int64_t id = row ? row->line.id : 0;
	if (!app_open(view->app, &meeting_view, &args, err))
		return false;
	meeting_select(app_top(view->app), ROW_CONCLUSION, id);
	return true;
}

static bool open_row(View *view, Err *err)
{
	const ConclusionRow *row = selected(view);
	if (!row || !row->line.task_id)
		return open_meeting(view, err);
	ViewArgs args = { .id = row->line.sum.leaf_id ? row->line.sum.leaf_id : row->line.task_id };
	return app_open(view->app, row->line.sum.leaf_id ? &leaf_view : &task_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ,
		N_("Nhiệm vụ mà kết luận đã giao; ghi nhận thì buổi làm việc."), has_row, open_row },
	{ "conclusion-meeting", N_("Mở buổi làm việc"), "F6", N_("Buổi"), RIGHT_READ,
		N_("Buổi làm việc có kết luận này."), has_row, open_meeting },
	{ 0 },
};

const ViewOps conclusions_view = {
	.name = "conclusions",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ConclusionsScreen),
	.row_key = row_key,
	.ops = ops,
	.open = open_conclusions,
	.load = load,
	.draw = draw,
	.list = list_of,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_conclusions,
};
