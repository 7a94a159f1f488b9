// SPDX-License-Identifier: MIT
// A meeting as an outline: when and where, who, attendance, the agenda with its conclusions; below
// it the whole text of what is selected.
#include "tui/views.h"

#include "base/tr.h"
#include "text/ranges.h"
#include "text/width.h"
#include "tui/row_key.h"
#include "tui/views/meeting_screen.h"

#include <string.h>

static bool open_meeting(View *view, Err *err)
{
	MeetingScreen *screen = view->state;
	(void)err;
	minutes_init(&screen->minutes);
	vec_init(&screen->rows, sizeof(MeetingRow));
	pager_init(&screen->preview);
	return true;
}

static void close_meeting(View *view)
{
	MeetingScreen *screen = view->state;
	minutes_release(&screen->minutes);
	vec_release(&screen->rows);
	pager_release(&screen->preview);
}

// Rows ------------------------------------------------------------------------------------------

const MeetingRow *meeting_row_selected(const View *view)
{
	const MeetingScreen *screen = view->state;
	return vec_at(&screen->rows, (size_t)screen->list.selected);
}

static const AgendaItem *item_by_id(const MeetingScreen *screen, int64_t id)
{
	for (size_t i = 0; i < screen->minutes.items.len; i++) {
		const AgendaItem *item = vec_at(&screen->minutes.items, i);
		if (item->id == id)
			return item;
	}
	return NULL;
}

const AgendaItem *meeting_row_item(const View *view)
{
	return item_by_id(view->state, meeting_row_selected(view)->item_id);
}

const Conclusion *meeting_row_conclusion(const View *view)
{
	const MeetingScreen *screen = view->state;
	const MeetingRow *row = meeting_row_selected(view);
	return row->kind == ROW_CONCLUSION ? vec_at(&screen->minutes.conclusions, row->index)
					   : NULL;
}

void meeting_select(View *view, MeetingRowKind kind, int64_t id)
{
	MeetingScreen *screen = view->state;
	for (size_t i = 0; i < screen->rows.len; i++) {
		const MeetingRow *row = vec_at(&screen->rows, i);
		if (row->kind == kind && row->id == id)
			list_select(&screen->list, (int)i);
	}
}

void meeting_select_added(App *app, MeetingRowKind kind, int64_t id)
{
	View *top = app_top(app);
	if (top->ops == &meeting_view)
		top->wanted = row_key_of(id, kind, 0);
}

void meeting_select_gap(View *view, const MeetingGap *gap)
{
	static const MeetingRowKind rows[] = {
		[GAP_WHEN] = ROW_WHEN,
		[GAP_WHO] = ROW_WHO,
		[GAP_ATTENDANCE] = ROW_ATTENDANCE,
		[GAP_AGENDA] = ROW_ITEM,
	};
	meeting_select(view, rows[gap->part], gap->item_id);
}

static void add_row(
	MeetingScreen *screen, MeetingRowKind kind, int64_t id, int64_t item_id, size_t index)
{
	*(MeetingRow *)vec_push(&screen->rows) =
		(MeetingRow){ .kind = kind, .id = id, .item_id = item_id, .index = index };
}

// item NULL: those of the whole meeting, and of items that are there no more.
static void add_conclusions(MeetingScreen *screen, const AgendaItem *item)
{
	for (size_t i = 0; i < screen->minutes.conclusions.len; i++) {
		const Conclusion *conclusion = vec_at(&screen->minutes.conclusions, i);
		if (item_by_id(screen, conclusion->item_id) == item)
			add_row(screen, ROW_CONCLUSION, conclusion->id, item ? item->id : 0, i);
	}
}

static void add_rows(MeetingScreen *screen)
{
	vec_clear(&screen->rows);
	add_row(screen, ROW_WHEN, 0, 0, 0);
	add_row(screen, ROW_WHO, 0, 0, 0);
	add_row(screen, ROW_ATTENDANCE, 0, 0, 0);
	for (size_t i = 0; i < screen->minutes.items.len; i++) {
		const AgendaItem *item = vec_at(&screen->minutes.items, i);
		add_row(screen, ROW_ITEM, item->id, item->id, i);
		add_conclusions(screen, item);
	}
	add_conclusions(screen, NULL);
	list_set_count(&screen->list, (int)screen->rows.len);
}

static const char *title_of(View *view)
{
	const Meeting *meeting = &((const MeetingScreen *)view->state)->minutes.meeting;
	const char *day = meeting_day(view, meeting->held_on);
	day = strchr(day, ' ') ? strchr(day, ' ') + 1 : day;
	// Under its region the region's name stands in the crumbs already.
	if (view->below && view->below->ops == &region_view)
		return view_printf(view, "%s %s", meeting_kind_title(meeting->kind), day);
	return view_printf(
		view, "%s %s, %s", meeting_kind_title(meeting->kind), day, meeting->region);
}

static bool load(View *view, Err *err)
{
	MeetingScreen *screen = view->state;
	if (!minutes_load(view, view->args.id, &screen->minutes, err))
		return false;
	add_rows(screen);
	meeting_previews(view);
	screen->previewed = -1;
	view->place = (Place){ .region_id = screen->minutes.meeting.region_id };
	view->thing = (Thing){ NOUN_MEETING, view->args.id };
	view->title = title_of(view);
	view->note = screen->minutes.meeting.state == MEETING_FINAL
			     ? tr("Enter xem · F6 cả biên bản · F9 việc khác")
			     : tr("Enter mở · F2 thêm kết luận · F9 việc khác");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const MeetingRow *row = vec_at(&((const MeetingScreen *)view->state)->rows, (size_t)index);
	return row_key_of(row->id, row->kind, 0);
}

static List *list_of(View *view)
{
	MeetingScreen *screen = view->state;
	return &screen->list;
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_when(const MeetingScreen *screen, Canvas *canvas, Rect rect, const MeetingRow *row)
{
	const Meeting *meeting = &screen->minutes.meeting;
	Buf state = BUF_INIT;
	if (meeting->state == MEETING_FINAL)
		buf_addf(&state, tr("%s · đã hoàn tất"), meeting->number);
	else
		buf_adds(&state, meeting_state_name(meeting->state));
	int room = rect.cols - text_width(state.bytes) - 3;
	canvas_text_clip(canvas, rect, 0, 0, room, STYLE_TITLE, row->head);
	canvas_text_right(canvas, rect, 0, rect.cols - 1, STYLE_BANNER, state.bytes);
	buf_release(&state);
}

static void draw_plain(
	const MeetingScreen *screen, Canvas *canvas, Rect rect, const MeetingRow *row)
{
	(void)screen;
	canvas_text_clip(canvas, rect, 0, 0, rect.cols - 1, STYLE_PLAIN, row->head);
}

static void draw_item(const MeetingScreen *screen, Canvas *canvas, Rect rect, const MeetingRow *row)
{
	const AgendaItem *item = vec_at(&screen->minutes.items, row->index);
	int half = rect.cols / 2, width = text_width(row->head);
	int col = (width < half ? width : half) + 2;
	canvas_text_clip(canvas, rect, 0, 0, col - 2, STYLE_TITLE, row->head);
	if (item->carried_over)
		col += canvas_text(canvas, rect, 0, col, STYLE_WARN, tr("→ kỳ sau")) + 2;
	if (row->standing)
		col += canvas_text(canvas, rect, 0, col, STYLE_WARN, row->standing) + 2;
	if (!*item->proceedings) {
		canvas_text_clip(canvas, rect, 0, col, rect.cols - col - 1, STYLE_DIM,
			tr("(chưa ghi diễn biến)"));
		return;
	}
	col += canvas_textf(canvas, rect, 0, col, STYLE_DIM, tr("%zu chữ: "),
		range_words(item->proceedings, (Range){ .end = strlen(item->proceedings) }));
	canvas_text_clip(canvas, rect, 0, col, rect.cols - col - 1, STYLE_DIM, item->proceedings);
}

// Right of a task: who and until when. Returns the columns taken.
static int draw_task_tail(Canvas *canvas, Rect rect, const Conclusion *conclusion)
{
	Date day;
	char due[11] = "";
	int body = rect.cols >= 90 ? 28 : rect.cols >= 70 ? 18 : 0;
	int tail = body + 12;
	if (date_parse(conclusion->due, &day))
		date_show(day, due);
	if (body)
		canvas_text_clip(
			canvas, rect, 0, rect.cols - tail, body - 1, STYLE_PLAIN, conclusion->body);
	canvas_text(canvas, rect, 0, rect.cols - 11, STYLE_PLAIN, *due ? due : tr("không hạn"));
	return tail + 1;
}

static void draw_conclusion(
	const MeetingScreen *screen, Canvas *canvas, Rect rect, const MeetingRow *row)
{
	const Conclusion *conclusion = vec_at(&screen->minutes.conclusions, row->index);
	int col = row->item_id ? 2 : 0;
	col += canvas_text(canvas, rect, 0, col, STYLE_PLAIN, row->head) + 1;
	int tail = conclusion->task_id ? draw_task_tail(canvas, rect, conclusion) : 1;
	canvas_text_clip(
		canvas, rect, 0, col, rect.cols - tail - col, STYLE_PLAIN, conclusion->text);
}

typedef void DrawRow(const MeetingScreen *screen, Canvas *canvas, Rect rect, const MeetingRow *row);

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	static DrawRow *const drawers[] = {
		[ROW_WHEN] = draw_when,
		[ROW_WHO] = draw_plain,
		[ROW_ATTENDANCE] = draw_plain,
		[ROW_ITEM] = draw_item,
		[ROW_CONCLUSION] = draw_conclusion,
	};
	const MeetingScreen *screen = ((const View *)opaque)->state;
	const MeetingRow *row = vec_at(&screen->rows, (size_t)index);
	drawers[row->kind](screen, canvas, rect, row);
}

static void draw_preview(MeetingScreen *screen, Canvas *canvas, Rect rect)
{
	const MeetingRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	if (screen->previewed != screen->list.selected) {
		pager_clear(&screen->preview);
		pager_add(&screen->preview, STYLE_PLAIN, 0, NULL, row->preview);
		pager_home(&screen->preview);
		screen->previewed = screen->list.selected;
	}
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	Rect body = { .row = rect.row + 1,
		.col = rect.col + LIST_MARGIN,
		.rows = rect.rows - 1,
		.cols = rect.cols - LIST_MARGIN - 1 };
	pager_draw(&screen->preview, canvas, body);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	MeetingScreen *screen = view->state;
	int least = rect.rows / 3;
	int rows = screen->list.count < rect.rows - least ? screen->list.count : rect.rows - least;
	Rect outline = { .row = rect.row, .col = rect.col, .rows = rows, .cols = rect.cols };
	Rect below = {
		.row = rect.row + rows, .col = rect.col, .rows = rect.rows - rows, .cols = rect.cols
	};
	draw_preview(screen, canvas, below);
	// After the preview: the cursor stands on the selected row.
	list_draw(&screen->list, canvas, outline, LIST_FOCUSED, draw_row, view);
}

const ViewOps meeting_view = {
	.name = "meeting",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(MeetingScreen),
	.ops = meeting_ops,
	.open = open_meeting,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_meeting,
};
