// SPDX-License-Identifier: MIT
// One reporter through all rounds: in time, late, not at all, put off, reminded. args.id is a district,
// or minus a body.
#include "tui/views/round_screen.h"

#include "base/tr.h"
#include "tui/views/prose_draw.h"

enum { DUE_COLS = 12, CODE_COLS = 14, STATE_COLS = 30, DETAIL_ROWS = 6, NARROW = 70 };

typedef struct {
	Vec rounds; // of ReporterRound
	ReporterSum sum;
	const char *head;
	const char **standings; // of each round
	List list;
} ReporterScreen;

static bool open_reporter(View *view, Err *err)
{
	ReporterScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rounds, sizeof(ReporterRound));
	return true;
}

static void close_reporter(View *view)
{
	ReporterScreen *screen = view->state;
	vec_release(&screen->rounds);
}

static const ReporterRound *round_at(const View *view, int index)
{
	const ReporterScreen *screen = view->state;
	return vec_at(&screen->rounds, (size_t)index);
}

// Loading ---------------------------------------------------------------------------------------

static const char *sum_up(View *view, const ReporterSum *sum)
{
	const char *text = view_printf(view, tr("%d kỳ: đúng hạn %d · chậm %d"), sum->asked, sum->in_time,
		sum->late);
	if (sum->overdue)
		text = view_printf(view, tr("%s · ! chưa nộp %d"), text, sum->overdue);
	if (sum->waiting)
		text = view_printf(view, tr("%s · chưa đến hạn %d"), text, sum->waiting);
	if (sum->extended)
		text = view_printf(view, tr("%s · gia hạn %d kỳ"), text, sum->extended);
	if (sum->reminders)
		text = view_printf(view, tr("%s · đôn đốc %d lần"), text, sum->reminders);
	return text;
}

static bool load(View *view, Err *err)
{
	ReporterScreen *screen = view->state;
	vec_clear(&screen->rounds);
	if (!reporter_history(view->core, reporter_of_arg(view->args.id), &view->arena, &screen->rounds,
		    &screen->sum, err))
		return false;
	size_t n = screen->rounds.len;
	screen->standings = arena_array(&view->arena, n, sizeof(*screen->standings));
	for (size_t i = 0; i < n; i++)
		screen->standings[i] = reporter_standing(view, &round_at(view, (int)i)->reporter);
	screen->head = sum_up(view, &screen->sum);
	list_set_count(&screen->list, (int)n);
	view->place = (Place){ 0 };
	view->title = view_printf(view, tr("Báo cáo của %s"), screen->sum.title);
	view->note = tr("Enter mở kỳ · F6 nơi báo cáo · F5 lọc, ví dụ “chậm”");
	return true;
}

static List *list_of(View *view)
{
	ReporterScreen *screen = view->state;
	return &screen->list;
}

static int64_t row_key(const View *view, int index)
{
	const ReporterRound *round = round_at(view, index);
	return round_key(round->series_id, round->round);
}

// Drawing ---------------------------------------------------------------------------------------

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const View *view = opaque;
	const ReporterScreen *screen = view->state;
	const ReporterRound *round = round_at(view, index);
	Date due;
	char shown[11] = "";
	int rest = DUE_COLS + CODE_COLS + STATE_COLS;
	if (date_parse(round->reporter.due, &due))
		date_show(due, shown);
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, shown);
	canvas_text_clip(canvas, rect, 0, DUE_COLS, CODE_COLS - 1, STYLE_PLAIN, round->code);
	canvas_text_clip(canvas, rect, 0, DUE_COLS + CODE_COLS, STATE_COLS - 1,
		reporter_style(&round->reporter), screen->standings[index]);
	canvas_text_clip(canvas, rect, 0, rest, rect.cols - rest, STYLE_PLAIN,
		round->reporter.report.document);
}

static void draw_head(Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("HẠN"));
	canvas_text(canvas, line, 0, DUE_COLS, STYLE_DIM, tr("KỲ"));
	canvas_text(canvas, line, 0, DUE_COLS + CODE_COLS, STYLE_DIM, tr("TÌNH TRẠNG"));
	if (rect.cols >= NARROW)
		canvas_text(canvas, line, 0, DUE_COLS + CODE_COLS + STATE_COLS, STYLE_DIM, tr("VĂN BẢN"));
}

typedef struct {
	const char *label, *text;
} Told;

// Whatever there is to tell of the selected round, a line for each.
static void draw_detail(const View *view, Canvas *canvas, Rect rect)
{
	const ReporterScreen *screen = view->state;
	const ReporterRound *round = round_at(view, screen->list.selected);
	const Reporter *reporter = &round->reporter;
	Rect text = { .row = rect.row + 1, .col = rect.col + 1, .rows = rect.rows - 1,
		.cols = rect.cols - 2 };
	const Told told[] = {
		{ tr("Gia hạn"), reporter->due_reason },
		{ tr("Đôn đốc"), round->reminders },
		{ tr("Đã rút"), reporter->withdrawn },
		{ tr("Văn bản"), reporter->report.document },
		{ tr("Ghi chú"), reporter->report.note },
	};
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	int row = prose_draw(canvas, text, 0, 0, 1, STYLE_TITLE, round->name);
	for (size_t i = 0; i < sizeof(told) / sizeof(*told) && row < text.rows; i++) {
		if (!*told[i].text)
			continue;
		int col = canvas_textf(canvas, text, row, 0, STYLE_DIM, "%s: ", told[i].label);
		row += prose_draw(canvas, text, row, col, text.rows - row, STYLE_PLAIN, told[i].text);
	}
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	ReporterScreen *screen = view->state;
	int detail = rect.rows > 2 * DETAIL_ROWS ? DETAIL_ROWS : 0;
	Rect area = { .row = rect.row + 2, .col = rect.col, .rows = rect.rows - 2 - detail,
		.cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_PLAIN, screen->head);
	draw_head(canvas, rect, 1);
	if (detail)
		draw_detail(view, canvas,
			(Rect){ .row = area.row + area.rows, .col = rect.col, .rows = detail,
				.cols = rect.cols });
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
}

// Operations ------------------------------------------------------------------------------------

static bool open_row(View *view, Err *err)
{
	const ReporterScreen *screen = view->state;
	const ReporterRound *round = round_at(view, screen->list.selected);
	return round_open(view->app, round->series_id, round->round, err);
}

static bool open_place(View *view, Err *err)
{
	return reporter_place_open(view->app, reporter_of_arg(view->args.id), err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Kỳ đang chọn, với mọi nơi báo cáo."), NULL,
		open_row },
	{ "round-place", N_("Mở địa phương, cơ quan"), "F6", N_("Nơi"), RIGHT_READ,
		N_("Màn hình của chính nơi báo cáo."), NULL, open_place },
	{ 0 },
};

const ViewOps reporter_view = {
	.name = "reporter",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ReporterScreen),
	.ops = ops,
	.row_key = row_key,
	.open = open_reporter,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_reporter,
};

bool reporter_place_open(App *app, ReporterId who, Err *err)
{
	ViewArgs args = { .id = who.district_id ? who.district_id : who.body_id };
	return app_open(app, who.district_id ? &district_view : &body_view, &args, err);
}

bool reporter_open(App *app, ReporterId who, Err *err)
{
	ViewArgs args = { .id = reporter_arg(who) };
	return app_open(app, &reporter_view, &args, err);
}
