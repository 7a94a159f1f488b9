// SPDX-License-Identifier: MIT
// Home: which region lags, what is late, what comes next; for a leader, what waits for him.
#include "tui/views.h"

#include "base/tr.h"
#include "core/board.h"
#include "core/calendar.h"
#include "core/closing.h"
#include "core/figures.h"
#include "core/news.h"
#include "core/review.h"
#include "core/visit.h"
#include "text/width.h"
#include "tui/row_key.h"
#include "tui/views/figures_draw.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <string.h>

enum { PANE_REGIONS, PANE_BOARD, PANES };
enum { BOARD_MOST = 40, CALENDAR_MOST = 3, REGION_ROWS_MAX = 12, BOARD_ROWS_MIN = 3 };

typedef struct {
	List regions, board;
	Vec figures;  // of FigureLine
	Vec lines;    // of BoardLine
	Vec calendar; // of CalendarLine
	FigureLine province;
	int total; // board lines in all
	int64_t since;    // the end of the person's visit before this one, 0: there was none
	const char *news; // what has happened since then, "" for nothing
	const char *due; // how far away the current review's last day is
} Home;

// A leader's home begins with what waits for him, everybody else's with the regions.
static bool leads(const View *view)
{
	unsigned roles = core_actor(view->core)->roles;
	return roles & ROLE_LEADER && !(roles & ROLE_OFFICE);
}

// Once: what this visit leaves behind is not news to it.
static bool read_since(View *view, Err *err)
{
	Home *state = view->state;
	Visit visit;
	if (!visit_of(view->core, core_actor(view->core)->id, &view->arena, &visit, err))
		return false;
	state->since = visit.last_at;
	return true;
}

static bool open_home(View *view, Err *err)
{
	Home *state = view->state;
	vec_init(&state->figures, sizeof(FigureLine));
	vec_init(&state->lines, sizeof(BoardLine));
	vec_init(&state->calendar, sizeof(CalendarLine));
	view->pane = leads(view) ? PANE_BOARD : PANE_REGIONS;
	return read_since(view, err);
}

static void close_home(View *view)
{
	Home *state = view->state;
	vec_release(&state->figures);
	vec_release(&state->lines);
	vec_release(&state->calendar);
}

// Which period everything is about: the one that is not closed yet, also when it is over.
static bool load_title(View *view, Err *err)
{
	char name[48], code[7];
	Period period;
	if (!closing_current(view->core, &period, err))
		return false;
	period_name(period, name, sizeof(name));
	view->title = view_printf(view, "%s · %s", tr("Trang chủ"), name);
	period_code(period, code);
	if (closing_is_due(view->core, period))
		view->title = view_printf(view, tr("Trang chủ · kỳ %s chưa khép"), code);
	return true;
}

static void load_texts(View *view)
{
	Home *state = view->state;
	Period period = review_current(view->core);
	Date due = period_last_day(period);
	int past = (int)(date_days(core_day(view->core)) - date_days(due));
	char iso[11];
	date_iso(due, iso);
	state->due = past > 0 ? view_printf(view, tr("! quá %d ngày"), past) :
				view_days_left(view, iso);
}

static bool load_news(View *view, Err *err)
{
	Home *state = view->state;
	Vec lines;
	state->news = "";
	if (!state->since)
		return true;
	vec_init(&lines, sizeof(NewsLine));
	bool ok = news_list(view->core, state->since, &view->arena, &lines, err);
	if (ok)
		state->news = news_sum(&lines, &view->arena);
	vec_release(&lines);
	return ok;
}

static bool load(View *view, Err *err)
{
	Home *state = view->state;
	vec_clear(&state->figures);
	vec_clear(&state->lines);
	vec_clear(&state->calendar);
	if (!figures_of_regions(view->core, &view->arena, &state->figures, &state->province, err) ||
		!board_list(view->core, BOARD_MOST, &view->arena, &state->lines, &state->total, err) ||
		!calendar_next(view->core, CALENDAR_MOST, &view->arena, &state->calendar, err) ||
		!load_title(view, err) || !load_news(view, err))
		return false;
	list_set_count(&state->regions, (int)state->figures.len);
	list_set_count(&state->board, (int)state->lines.len);
	load_texts(view);
	view->note = tr("Enter mở · Tab sang phần khác · ? trợ giúp");
	return true;
}

static List *list_of(View *view)
{
	Home *state = view->state;
	return view->pane == PANE_BOARD ? &state->board : &state->regions;
}

// The one that has the focus first: in a low window the other is not shown.
static int pane_at(View *view, int row, int col)
{
	Home *state = view->state;
	if (list_at(list_of(view), row, col) >= 0)
		return view->pane;
	if (list_at(&state->board, row, col) >= 0)
		return PANE_BOARD;
	return list_at(&state->regions, row, col) >= 0 ? PANE_REGIONS : -1;
}

// Drawing ---------------------------------------------------------------------------------------

enum { REVIEW_COLS = 12 };

static void draw_line(Canvas *canvas, Rect rect, const FigureLine *line, const char *review)
{
	int rest = figure_columns(rect.cols).rest;
	int room = rect.cols - rest;
	draw_figures(canvas, rect, line->title, &line->figures);
	draw_percent(canvas, rect, rest, room - REVIEW_COLS - 3, &line->figures);
	canvas_text_clip(canvas, rect, 0, rest + (room - REVIEW_COLS >= 18 ? 18 : 6), room, STYLE_PLAIN,
		review);
}

static void draw_region(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const Home *state = ((const View *)opaque)->state;
	const FigureLine *line = vec_at(&state->figures, (size_t)index);
	draw_line(canvas, rect, line, line->review);
}

static Style board_style(BoardKind kind)
{
	static const Style styles[] = {
		[BOARD_WAITING] = STYLE_TITLE, [BOARD_LATE] = STYLE_LATE,
		[BOARD_SOON] = STYLE_WARN, [BOARD_GAP] = STYLE_WARN,
	};
	return styles[kind];
}

static void draw_board(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	static const char *const marks[] = {
		[BOARD_WAITING] = "*", [BOARD_LATE] = "!", [BOARD_SOON] = "~", [BOARD_GAP] = "!",
	};
	const Home *state = ((const View *)opaque)->state;
	const BoardLine *line = vec_at(&state->lines, (size_t)index);
	int place = rect.cols >= 90 ? 24 : 17;
	int tail = rect.cols >= 70 ? 20 : 17;
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, marks[line->kind]);
	canvas_text_clip(canvas, rect, 0, 2, place - 3, STYLE_PLAIN, line->place);
	canvas_text_clip(canvas, rect, 0, place, rect.cols - place - tail - 1, STYLE_PLAIN, line->text);
	canvas_text_clip(canvas, rect, 0, rect.cols - tail, tail, board_style(line->kind), line->tail);
}

static void draw_regions(const View *view, Canvas *canvas, Rect rect)
{
	Home *state = view->state;
	int rows = (int)state->figures.len;
	rows = rows > REGION_ROWS_MAX ? REGION_ROWS_MAX : rows;
	rows = rows > rect.rows - 3 ? rect.rows - 3 : rows;
	draw_figure_head(canvas, rect, 0, tr("VÙNG"), rect.cols < 70 ? "%" : tr("TIẾN ĐỘ"));
	int rest = LIST_MARGIN + figure_columns(rect.cols - LIST_MARGIN).rest;
	canvas_text(canvas, rect, 0, rest + (rect.cols - rest - REVIEW_COLS >= 18 ? 18 : 6), STYLE_DIM,
		tr("SƠ KẾT"));
	Rect list = { .row = rect.row + 1, .col = rect.col, .rows = rows, .cols = rect.cols };
	list_draw(&state->regions, canvas, list,
		view->pane == PANE_REGIONS ? LIST_FOCUSED : LIST_UNFOCUSED, draw_region, view);
	Rect total = { .row = rect.row + 1 + rows, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	draw_line(canvas, total, &state->province, state->due);
	draw_steady(canvas, rect, rows + 2, 1, &state->province.figures);
}

// Whole entries only: half an appointment is none.
static void draw_calendar(const View *view, Canvas *canvas, Rect rect, int row)
{
	const Home *state = view->state;
	int col = 1 + canvas_text(canvas, rect, row, 1, STYLE_TITLE, tr("LỊCH")) + 1;
	if (!state->calendar.len)
		canvas_text(canvas, rect, row, col, STYLE_DIM, tr("chưa có lịch"));
	for (size_t i = 0; i < state->calendar.len; i++) {
		const CalendarLine *entry = vec_at(&state->calendar, i);
		Date day;
		char shown[6] = "", text[200];
		if (date_parse(entry->day, &day))
			date_show_short(day, shown);
		snprintf(text, sizeof(text), "%s%s %s", i ? "· " : "", shown, entry->text);
		if (i && col + text_width(text) >= rect.cols)
			break;
		col += canvas_text_clip(canvas, rect, row, col, rect.cols - col, STYLE_PLAIN, text) + 1;
	}
}

// "TỪ LẦN VÀO TRƯỚC (09/11) 7 hoàn thành · 2 quá hạn mới"
static void draw_news(const View *view, Canvas *canvas, Rect rect, int row)
{
	const Home *state = view->state;
	char day[6];
	date_show_short(date_of_instant(state->since, core_rules(view->core)->utc_offset), day);
	int col = 1 + canvas_textf(canvas, rect, row, 1, STYLE_TITLE, tr("TỪ LẦN VÀO TRƯỚC (%s)"), day);
	canvas_text_clip(canvas, rect, row, col + 1, rect.cols - col - 1, STYLE_PLAIN, state->news);
}

static const char *board_title(const View *view)
{
	const Home *state = view->state;
	const BoardLine *first = state->lines.len ? vec_at(&state->lines, 0) : NULL;
	if (!leads(view))
		return tr("CẦN ĐÔN ĐỐC");
	return first && first->kind == BOARD_WAITING ? tr("CHỜ ĐỒNG CHÍ, CẦN QUAN TÂM") :
						       tr("CẦN QUAN TÂM");
}

static void draw_board_list(const View *view, Canvas *canvas, Rect rect)
{
	Home *state = view->state;
	int col = 1 + canvas_text(canvas, rect, 0, 1, STYLE_TITLE, board_title(view));
	if (state->total)
		canvas_textf(canvas, rect, 0, col + 1, STYLE_DIM, "(%d)", state->total);
	Rect board = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	list_draw(&state->board, canvas, board,
		view->pane == PANE_BOARD ? LIST_FOCUSED : LIST_UNFOCUSED, draw_board, view);
	if (!state->lines.len)
		canvas_text(canvas, rect, 1, 3, STYLE_DIM, tr("Không có việc nào cần đôn đốc."));
}

static int region_rows(const Home *state)
{
	int rows = (int)state->figures.len;
	return (rows > REGION_ROWS_MAX ? REGION_ROWS_MAX : rows) + 3;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	const Home *state = view->state;
	int table = region_rows(state), news = *state->news ? 1 : 0;
	// Too low for both: the part that one stands in.
	if (rect.rows < table + BOARD_ROWS_MIN + 2 + news) {
		(view->pane == PANE_BOARD ? draw_board_list : draw_regions)(view, canvas, rect);
		return;
	}
	Rect regions = { .row = rect.row, .col = rect.col, .rows = table, .cols = rect.cols };
	Rect board = { .row = rect.row + table + 1, .col = rect.col, .rows = rect.rows - table - 2 - news,
		.cols = rect.cols };
	int rule = table;
	if (leads(view)) {
		board.row = rect.row;
		rule = board.rows;
		regions.row = rect.row + rule + 1;
	}
	draw_regions(view, canvas, regions);
	canvas_hline(canvas, rect, rule, 0, rect.cols, STYLE_DIM);
	draw_board_list(view, canvas, board);
	if (news)
		draw_news(view, canvas, rect, rect.rows - 2);
	draw_calendar(view, canvas, rect, rect.rows - 1);
}

// Operations ------------------------------------------------------------------------------------

static bool open_region_line(View *view, Err *err)
{
	const Home *state = view->state;
	const FigureLine *line = vec_at(&state->figures, (size_t)state->regions.selected);
	ViewArgs args = { .id = line->id };
	return app_open(view->app, &region_view, &args, err);
}

static const ViewOps *const board_views[] = {
	[BOARD_TO_LEAF] = &leaf_view, [BOARD_TO_REGION] = &region_view,
	[BOARD_TO_DISTRICT] = &district_view, [BOARD_TO_BODY] = &body_view,
	[BOARD_TO_REVIEW] = &review_view,
	[BOARD_TO_MEETING] = &meeting_view, [BOARD_TO_CLOSING] = &closing_view,
	[BOARD_TO_REMARK] = &remark_view,
	[BOARD_TO_ROUND] = &round_view,
	[BOARD_TO_INDICATOR] = &indicator_view,
};

static bool open_board_line(View *view, Err *err)
{
	const Home *state = view->state;
	const BoardLine *line = vec_at(&state->lines, (size_t)state->board.selected);
	ViewArgs args = { .id = line->id, .other_id = line->place_id };
	if (line->target == BOARD_TO_REVIEW) {
		char code[7];
		period_code(line->period, code);
		args = (ViewArgs){ .id = line->region_id };
		memcpy(args.code, code, sizeof(code));
	}
	if (line->target == BOARD_TO_ROUND)
		snprintf(args.code, sizeof(args.code), "%d", line->round);
	return app_open(view->app, board_views[line->target], &args, err);
}

static bool open_line(View *view, Err *err)
{
	if (view->pane == PANE_BOARD)
		return open_board_line(view, err);
	return open_region_line(view, err);
}

// One region may lack several things, each told in its own words; those of a report or an indicator change
// with what is told there.
static int64_t board_key(const BoardLine *line)
{
	bool numbered = line->target == BOARD_TO_ROUND || line->target == BOARD_TO_INDICATOR;
	return row_key_of(line->id ? line->id : line->region_id, line->target,
		row_key_words(numbered ? line->place : line->text) + line->round);
}

static int64_t row_key(const View *view, int index)
{
	const Home *state = view->state;
	if (view->pane == PANE_REGIONS)
		return ((const FigureLine *)vec_at(&state->figures, (size_t)index))->id;
	return board_key(vec_at(&state->lines, (size_t)index));
}

static bool has_line(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

// From home, a meeting is of the region under the cursor.
static bool add_meeting(View *view, Err *err)
{
	const Home *state = view->state;
	if (!state->figures.len)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có vùng nào; nạp bằng `dieuphoi regions apply`."));
	const FigureLine *line = vec_at(&state->figures, (size_t)state->regions.selected);
	return meeting_form_open(view->app, line->id, err);
}

static bool may_add_meeting(View *view, Err *err)
{
	const Home *state = view->state;
	const FigureLine *line = state->figures.len ?
		vec_at(&state->figures, (size_t)state->regions.selected) : NULL;
	return right_check(view->core, RIGHT_MEETING, (Place){ .region_id = line ? line->id : 0 }, err);
}

static bool search(View *view, Err *err)
{
	return app_open(view->app, &search_view, NULL, err);
}

// From home one looks for something anywhere, rather than in the few lines of its lists.
static bool has_news(View *view, Err *err)
{
	const Home *state = view->state;
	return state->since || err_set(err, ERR_NOT_FOUND, "%s", tr("Đây là lần vào đầu tiên."));
}

static bool open_news(View *view, Err *err)
{
	const Home *state = view->state;
	ViewArgs args = { .id = state->since };
	return app_open(view->app, &news_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở vùng, hoặc nơi xử lý việc đang chọn."), has_line,
		open_line },
	{ "news", N_("Từ lần vào trước"), "F6", N_("Mới"), RIGHT_READ,
		N_("Việc hoàn thành, quá hạn mới, vướng mắc, buổi làm việc, sơ kết từ lần vào trước."), has_news,
		open_news },
	{ "meeting-add", N_("Thêm buổi làm việc"), "F2", N_("Thêm"), RIGHT_READ,
		N_("Ghi một buổi làm việc của vùng đang chọn."), may_add_meeting, add_meeting },
	{ "search", N_("Tìm trong mọi thứ"), "F3 /", N_("Tìm"), RIGHT_READ,
		N_("Nhiệm vụ, văn bản, biên bản, kết luận, sơ kết, tiến độ, người, nơi; không dấu cũng được."),
		NULL, search },
	{ 0 },
};

const ViewOps home_view = {
	.name = "home",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(Home),
	.ops = ops,
	.open = open_home,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_home,
};
