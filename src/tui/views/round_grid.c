// SPDX-License-Identifier: MIT
// A round in one grid: what districts and bodies have sent, typed in or pasted from a spreadsheet,
// stored all at once or not at all.
#include "tui/views/round_grid.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/typing.h"
#include "tui/views/grid_view.h"
#include "tui/views/round_screen.h"

#include <stdio.h>

// Cells -----------------------------------------------------------------------------------------

static bool read_state(void *owner, const char *typed, Buf *out, Err *err)
{
	ReportState state;
	(void)owner;
	if (!report_state_read(typed, &state, err))
		return false;
	buf_adds(out, report_state_name(state));
	return true;
}

static bool read_day(void *owner, const char *typed, Buf *out, Err *err)
{
	const View *view = owner;
	char iso[11], shown[11];
	Date day;
	if (!progress_day_read(view->core, typed, iso, err) || !date_parse(iso, &day))
		return false;
	date_show(day, shown);
	buf_adds(out, shown);
	return true;
}

// Who writes anything about a report has it; it has come today, unless it says otherwise.
static void follow(void *owner, Grid *grid, int row, unsigned changed)
{
	const View *view = owner;
	char today[11];
	(void)changed;
	if (!grid_row_touched(grid, row))
		return;
	if (!*grid_text(grid, row, GRID_STATE) && !*grid_stored(grid, row, GRID_STATE))
		grid_put(grid, row, GRID_STATE, report_state_name(REPORT_SENT));
	date_show(core_today(view->core), today);
	if (!*grid_text(grid, row, GRID_RECEIVED) && !*grid_error(grid, row, GRID_RECEIVED))
		grid_put(grid, row, GRID_RECEIVED, today);
}

static const GridColumn columns[GRID_COLUMNS] = {
	[GRID_WHO] = { .title = N_("Nơi báo cáo"), .kind = GRID_READ_ONLY, .width = 16, .grow = 1 },
	[GRID_STATE] = { .title = N_("Tình trạng"), .kind = GRID_CHOICE, .width = 15,
		.read = read_state, .hint = N_("Chữ đầu là đủ: đã nộp, không thay đổi.") },
	[GRID_RECEIVED] = { .title = N_("Ngày nhận"), .kind = GRID_CODE, .width = 11,
		.read = read_day, .hint = N_("Ví dụ 20/11, hôm nay; sau hạn là nộp chậm.") },
	[GRID_DOCUMENT] = { .title = N_("Số văn bản"), .kind = GRID_LINE, .width = 15, .grow = 1,
		.hint = N_("Ví dụ BC số 88-BC/HU; có thể để trống.") },
	[GRID_DATED] = { .title = N_("Ngày văn bản"), .kind = GRID_CODE, .width = 12,
		.read = read_day, .hint = N_("Ngày ghi trên văn bản; không sau ngày nhận.") },
	[GRID_NOTE] = { .title = N_("Ghi chú"), .kind = GRID_LINE, .width = 12, .grow = 2,
		.hint = N_("Thiếu biểu nào, cần hỏi lại gì.") },
};

static const GridSpec spec = {
	.columns = columns, .columns_n = GRID_COLUMNS, .keys = 1, .names = true, .follow = follow
};

const Reporter *reporter_at(const RoundGrid *screen, int row)
{
	return vec_at(&screen->reporters, (size_t)row);
}

static const char *show(const char *iso, char out[11])
{
	Date day;
	out[0] = '\0';
	if (date_parse(iso, &day))
		date_show(day, out);
	return out;
}

void round_grid_cells(const Report *report, const char *cells[GRID_COLUMNS], char days[2][11])
{
	cells[GRID_STATE] = report->state == REPORT_NONE ? "" : report_state_name(report->state);
	cells[GRID_RECEIVED] = show(report->received, days[0]);
	cells[GRID_DOCUMENT] = report->document;
	cells[GRID_DATED] = show(report->dated, days[1]);
	cells[GRID_NOTE] = report->note;
}

// The screen ------------------------------------------------------------------------------------

static bool open_grid(View *view, Err *err)
{
	RoundGrid *screen = view->state;
	(void)err;
	screen->arena = (Arena)ARENA_INIT;
	screen->typed = (Buf)BUF_INIT;
	vec_init(&screen->reporters, sizeof(Reporter));
	screen->grid = grid_new(&spec, view);
	return true;
}

static void close_grid(View *view)
{
	RoundGrid *screen = view->state;
	grid_free(screen->grid);
	vec_release(&screen->reporters);
	buf_release(&screen->typed);
	arena_release(&screen->arena);
}

// Where one came from, the first time; then where one stands.
static int row_to_begin(const RoundGrid *screen, const View *view)
{
	for (int row = 0; !screen->begun && row < (int)screen->reporters.len; row++)
		if (view->args.other_id && reporter_arg(reporter_at(screen, row)->who) == view->args.other_id)
			return row;
	return grid_row(screen->grid);
}

static void fill_in(View *view)
{
	RoundGrid *screen = view->state;
	for (size_t i = 0; i < screen->reporters.len; i++) {
		const Reporter *reporter = vec_at(&screen->reporters, i);
		const char *cells[GRID_COLUMNS];
		char days[2][11];
		round_grid_cells(&reporter->report, cells, days);
		cells[GRID_WHO] = reporter->title;
		grid_add(screen->grid, cells);
	}
	grid_go(screen->grid, row_to_begin(screen, view), grid_column(screen->grid));
	screen->begun = true;
}

// What has been typed is never replaced by a reload: saving says where somebody was quicker.
static bool load(View *view, Err *err)
{
	RoundGrid *screen = view->state;
	Round round;
	if (!round_of_args(view, &screen->series, &screen->round, err))
		return false;
	view->title = view_printf(view, tr("Nhập kỳ %s.%d"), screen->series.code, screen->round);
	view->note = tr("Ctrl+S ghi · Ctrl+N không thay đổi · dán bảng được · Esc về");
	view->place = (Place){ 0 };
	view->thing = (Thing){ NOUN_REPORT_SERIES, view->args.id };
	if (!right_check(view->core, RIGHT_DIRECT, view->place, err))
		return false;
	if (grid_any_touched(screen->grid) || grid_editing(screen->grid))
		return true;
	grid_clear(screen->grid);
	vec_clear(&screen->reporters);
	arena_clear(&screen->arena);
	if (!round_get(view->core, view->args.id, screen->round, &screen->arena, &round,
		    &screen->reporters, err))
		return false;
	fill_in(view);
	return true;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	const RoundGrid *screen = view->state;
	char due[11], words[240];
	if (!grid_rows(screen->grid)) {
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM,
			tr("Kỳ này không yêu cầu nơi nào báo cáo."));
		return;
	}
	const Reporter *reporter = reporter_at(screen, grid_row(screen->grid));
	snprintf(words, sizeof(words), tr("%s · hạn %s%s%s"), reporter->title,
		show(reporter->due, due), *reporter->withdrawn ? tr(" · đã rút: ") : "",
		reporter->withdrawn);
	grid_view_draw(screen->grid, canvas, rect, words);
}

// Operations ------------------------------------------------------------------------------------

static bool has_rows(View *view, Err *err)
{
	const RoundGrid *screen = view->state;
	return grid_rows(screen->grid) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có nơi nào được chọn."));
}

static bool unchanged(View *view, Err *err)
{
	const RoundGrid *screen = view->state;
	Grid *grid = screen->grid;
	int row = grid_row(grid);
	char today[11];
	(void)err;
	grid_settle(grid);
	date_show(core_today(view->core), today);
	grid_begin(grid);
	grid_put(grid, row, GRID_STATE, report_state_name(REPORT_UNCHANGED));
	if (!*grid_text(grid, row, GRID_RECEIVED))
		grid_put(grid, row, GRID_RECEIVED, today);
	grid_end(grid);
	grid_go(grid, row + 1, grid_column(grid));
	return true;
}

static bool save(View *view, Err *err)
{
	int rows;
	if (!round_grid_save(view, &rows, err))
		return false;
	grid_view_saved(view);
	app_say(view->app, tr("Đã ghi báo cáo của %d nơi. F8 hoàn tác."), rows);
	return true;
}

static const Op ops[] = {
	{ "grid-save", N_("Ghi"), "Ctrl+S", NULL, RIGHT_DIRECT,
		N_("Kiểm tra mọi dòng đã sửa rồi ghi tất cả một lần."), has_rows, save },
	{ "grid-edit", N_("Sửa ô"), "F4", N_("Sửa"), RIGHT_DIRECT,
		N_("Sửa tiếp chữ đang có trong ô; gõ ngay thì thay cả ô."), has_rows, grid_view_edit },
	{ "grid-unchanged", N_("Không thay đổi"), "Ctrl+N", NULL, RIGHT_DIRECT,
		N_("Ghi dòng này là không thay đổi, nhận hôm nay, rồi xuống dòng sau."), has_rows, unchanged },
	{ "grid-undo", N_("Lấy lại ô vừa sửa"), "Ctrl+Z", NULL, RIGHT_DIRECT,
		N_("Lấy lại ô vừa sửa hoặc cả bảng vừa dán."), has_rows, grid_view_undo },
	{ "grid-redo", N_("Làm lại ô vừa lấy lại"), "Ctrl+Y", NULL, RIGHT_DIRECT,
		N_("Làm lại điều vừa lấy lại trong bảng."), has_rows, grid_view_redo },
	{ 0 },
};

const ViewOps round_grid_view = {
	.name = "round-grid",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(RoundGrid),
	.ops = ops,
	.open = open_grid,
	.load = load,
	.draw = draw,
	.key = grid_view_key,
	.focus = grid_view_focus,
	.leave = grid_view_leave,
	.typing = &round_grid_typing,
	.close = close_grid,
};
