// SPDX-License-Identifier: MIT
// How a round's screen looks.
#include "tui/views/round_screen.h"

#include "base/tr.h"
#include "text/width.h"

#include <stdio.h>

// In a tight window the one to call stands below only.
enum { TIGHT = 70, DETAIL_ROWS = 3 };

static const char *short_day(const char *iso, char out[6])
{
	Date day;
	out[0] = '\0';
	if (date_parse(iso, &day))
		date_show_short(day, out);
	return out;
}

Style reporter_style(const Reporter *reporter)
{
	if (reporter->report.state != REPORT_NONE)
		return reporter->late ? STYLE_WARN : STYLE_GOOD;
	return reporter->overdue ? STYLE_LATE : STYLE_PLAIN;
}

static void standing(const View *view, const Reporter *reporter, char *out, size_t size)
{
	char day[6];
	Date due;
	const char *said = report_state_name(reporter->report.state);
	short_day(reporter->report.received, day);
	long long left = date_parse(reporter->due, &due) ?
		(long long)(date_days(due) - date_days(core_day(view->core))) : 0;
	if (reporter->late)
		snprintf(out, size, tr("%s %s, chậm %d ngày"), said, day, reporter->days);
	else if (reporter->report.state != REPORT_NONE)
		snprintf(out, size, "%s %s", said, day);
	else if (reporter->overdue)
		snprintf(out, size, tr("! chưa nộp, quá hạn %d ngày"), reporter->days);
	else
		snprintf(out, size, tr("chưa nộp, còn %lld ngày"), left);
}

const char *reporter_standing(View *view, const Reporter *reporter)
{
	char words[80];
	standing(view, reporter, words, sizeof(words));
	return arena_strdup(&view->arena, words);
}

// Rows ------------------------------------------------------------------------------------------

typedef struct {
	int state, rest; // where these columns begin
} AllColumns;

static AllColumns all_columns(int cols)
{
	int title = cols < TIGHT ? 17 : 24;
	return (AllColumns){ title, title + 29 };
}

static void draw_all(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const RoundScreen *screen = view->state;
	const Reporter *reporter = vec_at(&screen->rows[ROUND_ALL], (size_t)index);
	AllColumns columns = all_columns(rect.cols);
	char words[80], rest[160];
	Style style = reporter_style(reporter);
	standing(view, reporter, words, sizeof(words));
	snprintf(rest, sizeof(rest), "%s%s%s", reporter->report.document,
		*reporter->report.document && *reporter->report.note ? " · " : "", reporter->report.note);
	canvas_text_clip(canvas, rect, 0, 0, columns.state - 1, STYLE_PLAIN, reporter->title);
	canvas_text_clip(canvas, rect, 0, columns.state, columns.rest - columns.state - 1, style, words);
	canvas_text_clip(canvas, rect, 0, columns.rest, rect.cols - columns.rest, STYLE_PLAIN, rest);
}

typedef struct {
	int silent, reminded, phone, contact;
} CallColumns;

static CallColumns call_columns(int cols)
{
	int title = cols < TIGHT ? 15 : 20;
	return (CallColumns){ title, title + 6, title + 21, title + 35 };
}

static void draw_call(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const RoundScreen *screen = ((const View *)opaque)->state;
	const Reporter *reporter = vec_at(&screen->rows[ROUND_MISSING], (size_t)index);
	CallColumns columns = call_columns(rect.cols);
	char day[6];
	canvas_text_clip(canvas, rect, 0, 0, columns.silent - 1, STYLE_PLAIN, reporter->title);
	if (reporter->silent)
		canvas_textf(canvas, rect, 0, columns.silent, STYLE_LATE, tr("%d kỳ"), reporter->silent);
	if (reporter->reminders)
		canvas_textf(canvas, rect, 0, columns.reminded, STYLE_PLAIN, tr("%d lần, %s"),
			reporter->reminders, short_day(reporter->reminded_on, day));
	else
		canvas_text(canvas, rect, 0, columns.reminded, STYLE_DIM, tr("chưa"));
	canvas_text_clip(canvas, rect, 0, columns.phone, 13, STYLE_PLAIN,
		*reporter->phone ? reporter->phone : tr("chưa có số"));
	if (rect.cols >= TIGHT)
		canvas_text_clip(canvas, rect, 0, columns.contact, rect.cols - columns.contact,
			STYLE_PLAIN, reporter->contact);
}

// Around them -----------------------------------------------------------------------------------

static const struct {
	const char *title;
	ListRow *row;
	const char *empty;
} panes[ROUND_PANES] = {
	[ROUND_ALL] = { N_("Tất cả"), draw_all, N_("Kỳ này không yêu cầu nơi nào báo cáo.") },
	[ROUND_MISSING] = { N_("Chưa nộp, gọi điện"), draw_call, N_("Tất cả đã nộp.") },
};

static void draw_tabs(const View *view, Canvas *canvas, Rect rect, int row)
{
	RoundScreen *screen = view->state;
	int col = 1;
	for (int pane = 0; pane < ROUND_PANES; pane++) {
		bool here = pane == view->pane;
		int start = col;
		col += canvas_textf(canvas, rect, row, col, here ? STYLE_TITLE : STYLE_PLAIN,
			here ? "[%s %d]" : " %s %d ", tr(panes[pane].title), (int)screen->rows[pane].len);
		screen->tabs[pane] = (Rect){ .row = rect.row + row, .col = rect.col + start, .rows = 1,
			.cols = col - start };
	}
	canvas_textf(canvas, rect, row, col + 1, STYLE_DIM, tr("đã nộp %d/%d · chậm %d"),
		screen->round.sent, screen->round.asked, screen->round.late);
	if (rect.cols >= TIGHT)
		canvas_text_right(canvas, rect, row, rect.cols - 1, STYLE_DIM, "Tab");
}

static void draw_head(const View *view, Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	AllColumns all = all_columns(line.cols);
	CallColumns call = call_columns(line.cols);
	canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("NƠI BÁO CÁO"));
	if (view->pane == ROUND_ALL) {
		canvas_text(canvas, line, 0, all.state, STYLE_DIM, tr("TÌNH TRẠNG"));
		canvas_text(canvas, line, 0, all.rest, STYLE_DIM, tr("VĂN BẢN"));
		return;
	}
	canvas_text(canvas, line, 0, call.silent, STYLE_DIM, tr("THIẾU"));
	canvas_text(canvas, line, 0, call.reminded, STYLE_DIM, tr("ĐÔN ĐỐC"));
	canvas_text(canvas, line, 0, call.phone, STYLE_DIM, tr("ĐIỆN THOẠI"));
	if (line.cols >= TIGHT)
		canvas_text(canvas, line, 0, call.contact, STYLE_DIM, tr("NGƯỜI LIÊN HỆ"));
}

static void draw_due(Canvas *canvas, Rect rect, int row, const Reporter *reporter)
{
	Date due;
	char shown[11] = "";
	if (date_parse(reporter->due, &due))
		date_show(due, shown);
	int col = 1 + canvas_textf(canvas, rect, row, 1, STYLE_PLAIN, tr("Hạn %s"), shown);
	if (reporter->extensions)
		canvas_textf(canvas, rect, row, col, STYLE_PLAIN, tr(", gia hạn %d lần: %s"),
			reporter->extensions, reporter->due_reason);
}

static void draw_contact(Canvas *canvas, Rect rect, int row, const Reporter *reporter)
{
	int col = 1;
	if (*reporter->phone)
		col += canvas_textf(canvas, rect, row, col, STYLE_PLAIN, "%s · ", reporter->phone);
	canvas_text_clip(canvas, rect, row, col, rect.cols - col - 1,
		*reporter->contact ? STYLE_PLAIN : STYLE_DIM,
		*reporter->contact ? reporter->contact : tr("chưa có người liên hệ có số điện thoại"));
}

// Reminders, what was withdrawn, the note: whichever there are.
static void draw_told(Canvas *canvas, Rect rect, int row, const Reporter *reporter)
{
	char day[6];
	int col = 1;
	if (reporter->reminders)
		col += canvas_textf(canvas, rect, row, col, STYLE_PLAIN,
			tr("Đã đôn đốc %d lần, gần nhất %s qua %s"), reporter->reminders,
			short_day(reporter->reminded_on, day), reporter->reminded_by);
	if (*reporter->withdrawn)
		col += canvas_textf(canvas, rect, row, col, STYLE_WARN, tr("%sĐã rút: %s"),
			col > 1 ? " · " : "", reporter->withdrawn);
	if (*reporter->report.note)
		canvas_textf(canvas, rect, row, col, STYLE_PLAIN, "%s%s", col > 1 ? " · " : "",
			reporter->report.note);
}

static void draw_detail(const View *view, Canvas *canvas, Rect rect, int row)
{
	const Reporter *reporter = round_selected(view);
	draw_due(canvas, rect, row, reporter);
	draw_contact(canvas, rect, row + 1, reporter);
	draw_told(canvas, rect, row + 2, reporter);
}

void round_draw(const View *view, Canvas *canvas, Rect rect)
{
	RoundScreen *screen = view->state;
	List *list = &screen->lists[view->pane];
	int detail = list->count && rect.rows > 9 ? DETAIL_ROWS + 1 : 0;
	Rect area = { .row = rect.row + 3, .col = rect.col, .rows = rect.rows - 3 - detail,
		.cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_PLAIN, screen->head);
	draw_tabs(view, canvas, rect, 1);
	draw_head(view, canvas, rect, 2);
	list_draw(list, canvas, area, LIST_FOCUSED, panes[view->pane].row, view);
	if (!list->count)
		canvas_text(canvas, rect, 3, LIST_MARGIN, STYLE_DIM, tr(panes[view->pane].empty));
	if (!detail)
		return;
	canvas_hline(canvas, rect, rect.rows - detail, 0, rect.cols, STYLE_DIM);
	draw_detail(view, canvas, rect, rect.rows - detail + 1);
}
