// SPDX-License-Identifier: MIT
// A reporting round: who has reported, late, not; and whom to call.
#include "tui/views/round_screen.h"

#include "base/tr.h"
#include "tui/op.h"

#include <stdio.h>
#include <stdlib.h>

static bool open_screen(View *view, Err *err)
{
	RoundScreen *screen = view->state;
	(void)err;
	for (int pane = 0; pane < ROUND_PANES; pane++)
		vec_init(&screen->rows[pane], sizeof(Reporter));
	return true;
}

static void close_screen(View *view)
{
	RoundScreen *screen = view->state;
	for (int pane = 0; pane < ROUND_PANES; pane++)
		vec_release(&screen->rows[pane]);
}

bool round_of_args(View *view, ReportSeries *series, int *round, Err *err)
{
	if (!report_series_get(view->core, view->args.id, &view->arena, series, err))
		return false;
	*round = *view->args.code ? atoi(view->args.code) :
				    report_round_on(series, core_day(view->core));
	return true;
}

static void set_round(ViewArgs *args, int round)
{
	snprintf(args->code, sizeof(args->code), "%d", round);
}

static void take_missing(RoundScreen *screen)
{
	for (size_t i = 0; i < screen->rows[ROUND_ALL].len; i++) {
		const Reporter *reporter = vec_at(&screen->rows[ROUND_ALL], i);
		if (reporter->report.state == REPORT_NONE)
			*(Reporter *)vec_push(&screen->rows[ROUND_MISSING]) = *reporter;
	}
	for (int pane = 0; pane < ROUND_PANES; pane++)
		list_set_count(&screen->lists[pane], (int)screen->rows[pane].len);
}

static void take_texts(View *view)
{
	RoundScreen *screen = view->state;
	Date due;
	char shown[11] = "";
	const char *weekday = "";
	if (date_parse(screen->round.due, &due)) {
		date_show(due, shown);
		weekday = date_weekday(due);
	}
	view->title = view_printf(view, tr("Kỳ %s"), screen->round.code);
	screen->head = view_printf(view, tr("Hạn %s %s · %s · %s"), weekday, shown,
		rhythm_name(screen->series.rhythm), screen->series.name);
	view->note = tr("Enter mọi kỳ · F2 đôn đốc · F6 bảng · Cách: không đổi · ← → kỳ");
}

static bool load(View *view, Err *err)
{
	RoundScreen *screen = view->state;
	int round;
	for (int pane = 0; pane < ROUND_PANES; pane++)
		vec_clear(&screen->rows[pane]);
	view->place = (Place){ 0 };
	view->thing = (Thing){ NOUN_REPORT_SERIES, view->args.id };
	if (!round_of_args(view, &screen->series, &round, err) ||
		!round_get(view->core, view->args.id, round, &view->arena, &screen->round,
			&screen->rows[ROUND_ALL], err))
		return false;
	take_missing(screen);
	take_texts(view);
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const RoundScreen *screen = view->state;
	return reporter_arg(((const Reporter *)vec_at(&screen->rows[view->pane], (size_t)index))->who);
}

static List *list_of(View *view)
{
	RoundScreen *screen = view->state;
	return &screen->lists[view->pane];
}

static int pane_at(View *view, int row, int col)
{
	const RoundScreen *screen = view->state;
	if (list_at(list_of(view), row, col) >= 0)
		return view->pane;
	for (int pane = 0; pane < ROUND_PANES; pane++) {
		Rect tab = screen->tabs[pane];
		if (row == tab.row && col >= tab.col && col < tab.col + tab.cols)
			return pane;
	}
	return -1;
}

const Reporter *round_selected(const View *view)
{
	const RoundScreen *screen = view->state;
	return vec_at(&screen->rows[view->pane], (size_t)screen->lists[view->pane].selected);
}

// Operations ------------------------------------------------------------------------------------

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có nơi nào được chọn."));
}

static bool has_missing(View *view, Err *err)
{
	if (!has_row(view, err))
		return false;
	return round_selected(view)->report.state == REPORT_NONE ||
	       err_set(err, ERR_INVALID, tr("%s đã nộp báo cáo kỳ này."), round_selected(view)->title);
}

static bool has_report(View *view, Err *err)
{
	if (!has_row(view, err))
		return false;
	return round_selected(view)->report.id ||
	       err_set(err, ERR_INVALID, tr("%s chưa nộp báo cáo kỳ này."), round_selected(view)->title);
}

static bool open_row(View *view, Err *err)
{
	return reporter_place_open(view->app, round_selected(view)->who, err);
}

static bool open_history(View *view, Err *err)
{
	return reporter_open(view->app, round_selected(view)->who, err);
}

static bool unchanged(View *view, Err *err)
{
	const RoundScreen *screen = view->state;
	const Reporter *reporter = round_selected(view);
	size_t failed;
	ReportInput input = { .who = reporter->who, .report = { .state = REPORT_UNCHANGED } };
	if (!report_save_many(view->core, screen->series.id, screen->round.round, &input, 1, &failed, err))
		return false;
	app_say(view->app, tr("%s: không thay đổi, nhận hôm nay. F8 hoàn tác."), reporter->title);
	if (view->pane == ROUND_ALL)
		list_move(list_of(view), 1);
	app_reload(view->app);
	return true;
}

static bool open_grid(View *view, Err *err)
{
	const RoundScreen *screen = view->state;
	ViewArgs args = { .id = screen->series.id };
	if (list_of(view)->count)
		args.other_id = reporter_arg(round_selected(view)->who);
	set_round(&args, screen->round.round);
	return round_grid_open(view->app, &args, err);
}

static bool remind(View *view, Err *err)
{
	return reminder_form_open(view, round_selected(view), err);
}

static bool extend(View *view, Err *err)
{
	return extend_form_open(view, round_selected(view), err);
}

static bool withdraw_asked(View *view, Err *err)
{
	const RoundScreen *screen = view->state;
	if (!report_withdraw(view->core, screen->withdrawn, screen->withdrawn_rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã rút báo cáo; dòng ấy vẫn còn để xem. F8 hoàn tác."));
	return true;
}

static bool ask_withdraw(View *view, Err *err)
{
	RoundScreen *screen = view->state;
	const Reporter *reporter = round_selected(view);
	screen->withdrawn = reporter->report.id;
	screen->withdrawn_rev = reporter->report.rev;
	return app_confirm(view,
		view_printf(view, tr("Rút báo cáo của %s? Nơi này lại là chưa nộp."), reporter->title),
		withdraw_asked, err);
}

static bool edit_series(View *view, Err *err)
{
	return series_edit_open(view, view->args.id, err);
}

// Left and Right go through the rounds.
static bool has_round(const View *view, int by)
{
	const RoundScreen *screen = view->state;
	int round = screen->round.round + by;
	return round >= 1 && round <= report_round_on(&screen->series, core_day(view->core));
}

static bool has_previous(View *view, Err *err)
{
	return has_round(view, -1) || err_set(err, ERR_NOT_FOUND, "%s", tr("Đây là kỳ đầu tiên."));
}

static bool has_next(View *view, Err *err)
{
	return has_round(view, 1) || err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa đến kỳ sau."));
}

static bool turn(View *view, int by)
{
	const RoundScreen *screen = view->state;
	view_unfilter(view);
	set_round(&view->args, screen->round.round + by);
	app_reload(view->app);
	return true;
}

static bool previous(View *view, Err *err)
{
	(void)err;
	return turn(view, -1);
}

static bool next(View *view, Err *err)
{
	(void)err;
	return turn(view, 1);
}

static const Op ops[] = {
	{ "reporter-open", N_("Mọi kỳ của nơi này"), "Enter", NULL, RIGHT_READ,
		N_("Các kỳ đã nộp đúng hạn, chậm, chưa nộp, gia hạn, và các lần đôn đốc."), has_row,
		open_history },
	{ "round-place", N_("Mở địa phương, cơ quan"), "", NULL, RIGHT_READ,
		N_("Màn hình của chính nơi báo cáo."), has_row, open_row },
	{ "round-unchanged", N_("Không thay đổi"), "Space", NULL, RIGHT_DIRECT,
		N_("Ghi nơi đang chọn báo cáo không thay đổi, nhận hôm nay."), has_missing, unchanged },
	{ "reminder-add", N_("Ghi đôn đốc"), "F2", N_("Đôn đốc"), RIGHT_DIRECT,
		N_("Đã gọi, gửi văn bản hay nhắn tin cho nơi đang chọn."), has_missing, remind },
	{ "round-grid", N_("Nhập báo cáo trong bảng"), "F6 F4", N_("Bảng"), RIGHT_DIRECT,
		N_("Ghi cả kỳ trong một bảng; dán được bảng tính."), NULL, open_grid },
	{ "report-extend", N_("Gia hạn báo cáo"), "", NULL, RIGHT_DIRECT,
		N_("Hạn riêng của nơi đang chọn, có lý do."), has_missing, extend },
	{ "report-withdraw", N_("Rút báo cáo"), "", NULL, RIGHT_DIRECT,
		N_("Báo cáo ghi nhầm hoặc bị trả lại: nơi ấy lại là chưa nộp; có hỏi lại."), has_report,
		ask_withdraw },
	{ "round-previous", N_("Kỳ trước"), "Left", NULL, RIGHT_READ, N_("Sang kỳ trước."),
		has_previous, previous },
	{ "round-next", N_("Kỳ sau"), "Right", NULL, RIGHT_READ, N_("Sang kỳ sau."), has_next, next },
	{ "series-edit", N_("Sửa báo cáo định kỳ"), "", NULL, RIGHT_DIRECT,
		N_("Đổi tên, hạn kỳ cuối, ai phải báo cáo từ nay."), NULL, edit_series },
	{ 0 },
};

const ViewOps round_view = {
	.name = "round",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(RoundScreen),
	.ops = ops,
	.row_key = row_key,
	.open = open_screen,
	.load = load,
	.draw = round_draw,
	.list = list_of,
	.panes = ROUND_PANES,
	.pane_at = pane_at,
	.close = close_screen,
};

bool round_open(App *app, int64_t series_id, int round, Err *err)
{
	ViewArgs args = { .id = series_id };
	if (round)
		set_round(&args, round);
	return app_open(app, &round_view, &args, err);
}

bool round_grid_open(App *app, const ViewArgs *args, Err *err)
{
	return app_open(app, &round_grid_view, args, err);
}
