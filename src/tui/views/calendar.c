// SPDX-License-Identifier: MIT
// A month: meetings, deadlines, cut-offs and reviews by day, beside a small picture of the month.
#include "tui/views.h"

#include "base/tr.h"
#include "core/calendar.h"
#include "text/width.h"
#include "tui/row_key.h"
#include "tui/thing.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 7, WEEKS = 6, DAY_COLS = 4, MONTH_COLS = DAYS * DAY_COLS, WIDE = 76 };

typedef struct {
	Date first; // of the month
	List list;
	Vec lines;     // of CalendarLine
	bool placed;   // the cursor, at what comes next
	int busy[32];  // entries of each day
	bool late[32]; // whether one of them is
} CalendarScreen;

static bool open_calendar(View *view, Err *err)
{
	CalendarScreen *screen = view->state;
	(void)err;
	vec_init(&screen->lines, sizeof(CalendarLine));
	if (!date_parse(view->args.code, &screen->first))
		screen->first = core_day(view->core);
	screen->first.day = 1;
	return true;
}

static void close_calendar(View *view)
{
	CalendarScreen *screen = view->state;
	vec_release(&screen->lines);
}

static int day_of(const CalendarLine *line)
{
	return atoi(line->day + strlen("YYYY-MM-"));
}

static void count_days(CalendarScreen *screen)
{
	memset(screen->busy, 0, sizeof(screen->busy));
	memset(screen->late, 0, sizeof(screen->late));
	for (size_t i = 0; i < screen->lines.len; i++) {
		const CalendarLine *line = vec_at(&screen->lines, i);
		screen->busy[day_of(line)]++;
		screen->late[day_of(line)] |= line->late;
	}
}

// Where one looks first: at what comes next, where the month is this one.
static void place_cursor(CalendarScreen *screen, Date today)
{
	char iso[11];
	size_t at = 0;
	date_iso(today, iso);
	while (at < screen->lines.len &&
		strcmp(((const CalendarLine *)vec_at(&screen->lines, at))->day, iso) < 0)
		at++;
	if (!screen->placed)
		list_select(&screen->list, at < screen->lines.len ? (int)at : 0);
	screen->placed = true;
}

static Date last_of(Date first)
{
	return (Date){ first.year, first.month, date_month_days(first.year, first.month) };
}

static bool load(View *view, Err *err)
{
	CalendarScreen *screen = view->state;
	char iso[11];
	vec_clear(&screen->lines);
	if (!calendar_between(view->core, screen->first, last_of(screen->first), &view->arena,
		    &screen->lines, err))
		return false;
	count_days(screen);
	list_set_count(&screen->list, (int)screen->lines.len);
	place_cursor(screen, core_day(view->core));
	// So that the place is found again after a drop.
	date_iso(screen->first, iso);
	snprintf(view->args.code, sizeof(view->args.code), "%s", iso);
	view->title = view_printf(view, tr("Lịch tháng %d/%d"), screen->first.month, screen->first.year);
	view->note = tr("Enter mở · ← → tháng trước, tháng sau");
	return true;
}

// A task may end on several days of the month; a meeting is followed to its new day.
static int64_t row_key(const View *view, int index)
{
	const CalendarScreen *screen = view->state;
	const CalendarLine *line = vec_at(&screen->lines, (size_t)index);
	return row_key_of(line->thing.id, line->kind,
		line->kind == CALENDAR_MEETING ? 0 : row_key_words(line->day));
}

static List *list_of(View *view)
{
	CalendarScreen *screen = view->state;
	return &screen->list;
}

// Drawing ---------------------------------------------------------------------------------------

static const CalendarLine *selected(const CalendarScreen *screen)
{
	return screen->lines.len ? vec_at(&screen->lines, (size_t)screen->list.selected) : NULL;
}

// Monday is 0. The first of January 1970 was a Thursday.
static int weekday_of(Date date)
{
	return (int)(((date_days(date) + 3) % DAYS + DAYS) % DAYS);
}

// "[23]" is selected, "23*" has entries, "23!" a late one; today's number is bright.
static void draw_day(const View *view, Canvas *canvas, Rect cell, Date day)
{
	const CalendarScreen *screen = view->state;
	const CalendarLine *line = selected(screen);
	bool here = line && day_of(line) == day.day;
	bool today = date_compare(day, core_day(view->core)) == 0;
	int busy = screen->busy[day.day];
	Style style = today ? STYLE_TITLE : screen->late[day.day] ? STYLE_LATE : STYLE_PLAIN;
	canvas_textf(canvas, cell, 0, 0, style, here ? "[%2d]" : " %2d%s", day.day,
		here ? "" : screen->late[day.day] ? "!" : busy ? "*" : "");
}

static void draw_month(const View *view, Canvas *canvas, Rect rect)
{
	static const Date monday = { 2021, 11, 22 };
	const CalendarScreen *screen = view->state;
	int offset = weekday_of(screen->first);
	int days = date_month_days(screen->first.year, screen->first.month);
	for (int i = 0; i < DAYS; i++)
		canvas_text(canvas, rect, 0, i * DAY_COLS + 1, STYLE_DIM, date_weekday(date_add_days(monday, i)));
	for (int day = 1; day <= days; day++) {
		int at = offset + day - 1;
		Rect cell = { .row = rect.row + 1 + at / DAYS, .col = rect.col + at % DAYS * DAY_COLS,
			.rows = 1, .cols = DAY_COLS };
		draw_day(view, canvas, cell, (Date){ screen->first.year, screen->first.month, day });
	}
	canvas_text_clip(canvas, rect, WEEKS + 2, 1, MONTH_COLS - 1, STYLE_DIM, tr("* có việc   ! quá hạn"));
}

// Day, what, where, how far. The day is said once, unless a filter may hide where it is said.
static void draw_line(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const CalendarScreen *screen = ((const View *)opaque)->state;
	const CalendarLine *line = vec_at(&screen->lines, (size_t)index);
	const CalendarLine *before = index ? vec_at(&screen->lines, (size_t)index - 1) : NULL;
	Style style = line->late ? STYLE_LATE : line->kind == CALENDAR_DEADLINE ? STYLE_PLAIN : STYLE_TITLE;
	Date day;
	int state = rect.cols - 14;
	bool said = before && !screen->list.filter && strcmp(before->day, line->day) == 0;
	if (!said && date_parse(line->day, &day))
		canvas_textf(canvas, rect, 0, 0, STYLE_PLAIN, "%s %02d", date_weekday(day), day.day);
	int place = *line->place ? text_width(line->place) + 2 : 0;
	int room = state - 6 - 1;
	place = place > room / 2 ? room / 2 : place;
	canvas_text_clip(canvas, rect, 0, 6, room - place, style, line->text);
	canvas_text_clip(canvas, rect, 0, state - place + 1, place - 2, STYLE_DIM, line->place);
	canvas_text(canvas, rect, 0, state, line->late ? STYLE_LATE : STYLE_DIM, line->late ? "!" : "");
	canvas_text_clip(canvas, rect, 0, state + 2, 11, line->late ? STYLE_LATE : STYLE_DIM, line->state);
}

// The whole of what is selected, under the month.
static void draw_selected(const View *view, Canvas *canvas, Rect rect)
{
	const CalendarScreen *screen = view->state;
	const CalendarLine *line = selected(screen);
	if (!line)
		return;
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 1, STYLE_DIM, calendar_kind_name(line->kind));
	int row = 1 + prose_draw(canvas, rect, 1, 1, rect.rows - 3, STYLE_PLAIN, line->text);
	canvas_text_clip(canvas, rect, row, 1, rect.cols - 1, STYLE_DIM, line->place);
	canvas_text_clip(canvas, rect, row + 1, 1, rect.cols - 1,
		line->late ? STYLE_LATE : STYLE_DIM, line->state);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	CalendarScreen *screen = view->state;
	bool wide = rect.cols >= WIDE && rect.rows > WEEKS + 2;
	int left = wide ? MONTH_COLS + 1 : 0;
	Rect list = { .row = rect.row, .col = rect.col + left, .rows = rect.rows, .cols = rect.cols - left };
	if (wide) {
		Rect month = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = MONTH_COLS };
		Rect below = { .row = rect.row + WEEKS + 4, .col = rect.col,
			.rows = rect.rows - WEEKS - 4, .cols = MONTH_COLS };
		draw_month(view, canvas, month);
		draw_selected(view, canvas, below);
	}
	if (!screen->lines.len)
		canvas_text(canvas, list, 0, LIST_MARGIN, STYLE_DIM, tr("Tháng này chưa có việc nào."));
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_line, view);
}

// Operations ------------------------------------------------------------------------------------

static bool turn(View *view, int months)
{
	CalendarScreen *screen = view->state;
	screen->first = date_add_months(screen->first, months);
	screen->placed = false;
	app_reload(view->app);
	return true;
}

static bool earlier(View *view, Err *err)
{
	(void)err;
	return turn(view, -1);
}

static bool later(View *view, Err *err)
{
	(void)err;
	return turn(view, 1);
}

static bool has_line(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static bool open_line(View *view, Err *err)
{
	const CalendarScreen *screen = view->state;
	const CalendarLine *line = vec_at(&screen->lines, (size_t)screen->list.selected);
	ViewArgs args = { 0 };
	char code[7];
	if (line->kind == CALENDAR_ROUND && line->round) {
		args.id = line->thing.id;
		snprintf(args.code, sizeof(args.code), "%d", line->round);
		return app_open(view->app, &round_view, &args, err);
	}
	if (!line->period.half)
		return thing_open(view->app, line->thing, err);
	period_code(line->period, code);
	memcpy(args.code, code, sizeof(code));
	return app_open(view->app, &review_overview_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Buổi làm việc, nhiệm vụ, sơ kết, kỳ báo cáo hay ý kiến đang chọn."),
		has_line, open_line },
	{ "month-earlier", N_("Tháng trước"), "Left", NULL, RIGHT_READ, N_("Xem tháng trước."), NULL,
		earlier },
	{ "month-later", N_("Tháng sau"), "Right", NULL, RIGHT_READ, N_("Xem tháng sau."), NULL, later },
	{ 0 },
};

const ViewOps calendar_view = {
	.name = "calendar",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(CalendarScreen),
	.ops = ops,
	.open = open_calendar,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_calendar,
};
