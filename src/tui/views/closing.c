// SPDX-License-Identifier: MIT
// Khép kỳ: what was due in the period and is open, each with what becomes of it; many at once.
#include "tui/views/closing_screen.h"

#include "base/tr.h"
#include "tui/picks.h"
#include "tui/views/figures_draw.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <string.h>

static bool open_closing(View *view, Err *err)
{
	ClosingScreen *screen = view->state;
	(void)err;
	vec_init(&screen->leaves, sizeof(Leaf));
	vec_init(&screen->decisions, sizeof(CloseDecision));
	return true;
}

static void close_closing(View *view)
{
	ClosingScreen *screen = view->state;
	vec_release(&screen->leaves);
	vec_release(&screen->decisions);
	arena_release(&screen->words);
	buf_release(&screen->typed);
}

// What was decided about a leaf that is still there stays decided.
static void keep_decisions(ClosingScreen *screen)
{
	Vec before = screen->decisions;
	vec_init(&screen->decisions, sizeof(CloseDecision));
	for (size_t i = 0; i < screen->leaves.len; i++) {
		CloseDecision *decision = vec_push(&screen->decisions);
		*decision = (CloseDecision){ .new_due = "", .reason = "",
			.leaf_id = ((const Leaf *)vec_at(&screen->leaves, i))->leaf_id };
		for (size_t k = 0; k < before.len; k++) {
			const CloseDecision *old = vec_at(&before, k);
			if (old->leaf_id == decision->leaf_id)
				*decision = *old;
		}
	}
	vec_release(&before);
}

void closing_count(ClosingScreen *screen)
{
	memset(screen->counts, 0, sizeof(screen->counts));
	for (size_t i = 0; i < screen->decisions.len; i++)
		screen->counts[((const CloseDecision *)vec_at(&screen->decisions, i))->kind]++;
}

static bool load(View *view, Err *err)
{
	ClosingScreen *screen = view->state;
	char name[48], last[11];
	vec_clear(&screen->leaves);
	if (!closing_current(view->core, &screen->period, err) ||
		!closing_leaves(view->core, screen->period, &view->arena, &screen->leaves, err))
		return false;
	keep_decisions(screen);
	closing_count(screen);
	list_set_count(&screen->list, (int)screen->leaves.len);
	period_name(screen->period, name, sizeof(name));
	date_iso(period_last_day(screen->period), last);
	view->place = (Place){ 0 };
	view->title = view_printf(view, tr("Khép kỳ %s"), name);
	view->note = tr("F2 xong · F4 chuyển · F6 kết thúc · Space chọn · Ctrl+S khép kỳ");
	screen->head = view_printf(view, tr("Việc đến hạn trong kỳ còn mở: %d. Ngày cuối kỳ %s, %s."),
		(int)screen->leaves.len, view_day(view, last), view_days_left(view, last));
	return true;
}

static List *list_of(View *view)
{
	ClosingScreen *screen = view->state;
	return &screen->list;
}

static int64_t row_id(const View *view, int index)
{
	const ClosingScreen *screen = view->state;
	return ((const Leaf *)vec_at(&screen->leaves, (size_t)index))->leaf_id;
}

// Drawing ---------------------------------------------------------------------------------------

typedef struct {
	int place, title, percent, decision;
} Columns;

static Columns columns_of(int cols)
{
	int decision = cols - (cols >= 90 ? 36 : 25);
	return (Columns){ .place = 10, .title = cols >= 70 ? 26 : decision - 5, .percent = decision - 5,
		.decision = decision };
}

static void decision_words(const CloseDecision *decision, char *out, size_t size)
{
	Date due;
	char shown[11];
	snprintf(out, size, "%s", close_kind_name(decision->kind));
	if (decision->kind == CLOSE_CARRY && date_parse(decision->new_due, &due)) {
		date_show(due, shown);
		snprintf(out, size, tr("chuyển tiếp %s"), shown);
	}
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const ClosingScreen *screen = ((const View *)opaque)->state;
	const Leaf *leaf = vec_at(&screen->leaves, (size_t)index);
	const CloseDecision *decision = vec_at(&screen->decisions, (size_t)index);
	Columns columns = columns_of(rect.cols);
	char words[120], told[250];
	decision_words(decision, words, sizeof(words));
	snprintf(told, sizeof(told), "%s%s%s", words, *decision->reason ? ": " : "", decision->reason);
	canvas_text_clip(canvas, rect, 0, 0, columns.place - 1, STYLE_PLAIN, leaf->code);
	canvas_text_clip(canvas, rect, 0, columns.place, columns.title - columns.place - 1, STYLE_PLAIN,
		leaf->place_title);
	canvas_text_clip(canvas, rect, 0, columns.title, columns.percent - columns.title - 1,
		STYLE_PLAIN, leaf->title);
	canvas_textf(canvas, rect, 0, columns.percent, STYLE_PLAIN, "%3d%%", leaf->percent);
	canvas_text_clip(canvas, rect, 0, columns.decision, rect.cols - columns.decision,
		decision->kind == CLOSE_UNDECIDED ? STYLE_WARN : STYLE_PLAIN, told);
}

static void draw_head(Canvas *canvas, Rect rect, int row)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Columns columns = columns_of(line.cols);
	canvas_text(canvas, line, 0, 0, STYLE_DIM, tr("MÃ"));
	canvas_text(canvas, line, 0, columns.place, STYLE_DIM, tr("NƠI"));
	if (columns.title < columns.percent)
		canvas_text(canvas, line, 0, columns.title, STYLE_TITLE, tr("NHIỆM VỤ"));
	canvas_text(canvas, line, 0, columns.percent + 3, STYLE_DIM, "%");
	canvas_text(canvas, line, 0, columns.decision, STYLE_DIM, tr("QUYẾT ĐỊNH"));
}

// Where the rows have no room for it, the selected one's title.
static const char *head_of(const ClosingScreen *screen, int cols)
{
	Columns columns = columns_of(cols - LIST_MARGIN);
	if (columns.title < columns.percent || !screen->list.count)
		return screen->head;
	return ((const Leaf *)vec_at(&screen->leaves, (size_t)screen->list.selected))->title;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	ClosingScreen *screen = view->state;
	const int *counts = screen->counts;
	Rect list = { .row = rect.row + 2, .col = rect.col, .rows = rect.rows - 4, .cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_PLAIN, head_of(screen, rect.cols));
	draw_head(canvas, rect, 1);
	canvas_hline(canvas, rect, rect.rows - 2, 0, rect.cols, STYLE_DIM);
	canvas_textf(canvas, rect, rect.rows - 1, 1, counts[CLOSE_UNDECIDED] ? STYLE_WARN : STYLE_PLAIN,
		tr("Chưa quyết định %d · xong %d · chuyển tiếp %d · kết thúc %d"),
		counts[CLOSE_UNDECIDED], counts[CLOSE_DONE], counts[CLOSE_CARRY], counts[CLOSE_END]);
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text(canvas, rect, 2, LIST_MARGIN, STYLE_DIM,
			tr("Mọi việc đến hạn đều đã xong; Ctrl+S để khép kỳ."));
}

// Deciding --------------------------------------------------------------------------------------

static CloseDecision *decision_of(ClosingScreen *screen, int64_t leaf_id)
{
	for (size_t i = 0; i < screen->decisions.len; i++) {
		CloseDecision *decision = vec_at(&screen->decisions, i);
		if (decision->leaf_id == leaf_id)
			return decision;
	}
	return NULL;
}

void closing_decide(View *view, CloseKind kind, const char *new_due, const char *reason)
{
	ClosingScreen *screen = view->state;
	size_t n;
	const int64_t *ids = view_targets(view, &n);
	new_due = arena_strdup(&screen->words, new_due);
	reason = arena_strdup(&screen->words, reason);
	for (size_t i = 0; i < n; i++) {
		CloseDecision *decision = decision_of(screen, ids[i]);
		if (decision)
			*decision = (CloseDecision){ ids[i], kind, new_due, reason };
	}
	if (n == 1 && !view_picked(view))
		list_move(&screen->list, 1);
	view_unpick(view);
	closing_count(screen);
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có việc nào phải quyết định."));
}

static bool decide_done(View *view, Err *err)
{
	(void)err;
	closing_decide(view, CLOSE_DONE, "", "");
	return true;
}

static bool decide_carry(View *view, Err *err)
{
	return closing_carry_open(view->app, err);
}

static bool decide_end(View *view, Err *err)
{
	return closing_end_open(view->app, err);
}

static bool undecide(View *view, Err *err)
{
	(void)err;
	closing_decide(view, CLOSE_UNDECIDED, "", "");
	return true;
}

static bool pick_undecided(View *view, Err *err)
{
	ClosingScreen *screen = view->state;
	view_unpick(view);
	for (size_t i = 0; i < screen->decisions.len; i++) {
		const CloseDecision *decision = vec_at(&screen->decisions, i);
		if (decision->kind == CLOSE_UNDECIDED)
			view_pick(view, decision->leaf_id);
	}
	return view_picked(view) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Mọi việc đều đã được quyết định."));
}

static bool open_row(View *view, Err *err)
{
	const ClosingScreen *screen = view->state;
	ViewArgs args = { .id = row_id(view, screen->list.selected) };
	return app_open(view->app, &leaf_view, &args, err);
}

// Closing ---------------------------------------------------------------------------------------

static bool run(View *view, Err *err)
{
	ClosingScreen *screen = view->state;
	App *app = view->app;
	size_t failed;
	char code[7];
	period_code(screen->period, code);
	if (!closing_close(view->core, screen->period, screen->decisions.items, screen->decisions.len,
		    &failed, err)) {
		if (failed < screen->leaves.len)
			list_select(&screen->list, (int)failed);
		return false;
	}
	vec_clear(&screen->decisions);
	app_back(app);
	app_reload(app);
	app_say(app, tr("Đã khép kỳ %s; số liệu của kỳ được giữ nguyên. F8 hoàn tác."), code);
	return true;
}

static bool ask(View *view, Err *err)
{
	ClosingScreen *screen = view->state;
	size_t failed;
	char code[7];
	period_code(screen->period, code);
	if (!closing_check(view->core, screen->period, screen->decisions.items, screen->decisions.len,
		    &failed, err))
		return false;
	return app_confirm(view,
		view_printf(view, tr("Khép %s: %d hoàn thành, %d chuyển tiếp, %d kết thúc?"), code,
			screen->counts[CLOSE_DONE], screen->counts[CLOSE_CARRY],
			screen->counts[CLOSE_END]),
		run, err);
}

static bool leave(View *view)
{
	const ClosingScreen *screen = view->state;
	if (!screen->decisions.len ||
		screen->counts[CLOSE_UNDECIDED] == (int)screen->decisions.len)
		return true;
	return app_confirm_discard(view, tr("Chưa khép kỳ. Bỏ những gì vừa chọn?"));
}

static const Op ops[] = {
	{ "closing-done", N_("Hoàn thành"), "F2", N_("Xong"), RIGHT_DIRECT,
		N_("Việc đã xong trong kỳ: ghi 100% đến ngày cuối kỳ."), has_row, decide_done },
	{ "closing-carry", N_("Chuyển tiếp"), "F4", N_("Chuyển"), RIGHT_DIRECT,
		N_("Việc làm tiếp ở kỳ sau: hạn mới và lý do."), has_row, decide_carry },
	{ "closing-end", N_("Kết thúc"), "F6", N_("Kết thúc"), RIGHT_DIRECT,
		N_("Việc thôi làm: có lý do, không còn mở hay quá hạn."), has_row, decide_end },
	{ "closing-undecide", N_("Bỏ quyết định"), "", NULL, RIGHT_DIRECT,
		N_("Việc này chưa được quyết định."), has_row, undecide },
	{ "closing-pick-undecided", N_("Chọn mọi việc chưa quyết định"), "Ctrl+N", NULL, RIGHT_DIRECT,
		N_("Rồi F2, F4 hay F6 cho tất cả."), has_row, pick_undecided },
	{ "closing-run", N_("Khép kỳ"), "Ctrl+S", NULL, RIGHT_DIRECT,
		N_("Ghi mọi quyết định một lần; số liệu của kỳ được giữ như lúc ấy."), NULL, ask },
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ tại nơi đang chọn."), has_row,
		open_row },
	{ 0 },
};

const ViewOps closing_view = {
	.name = "closing",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ClosingScreen),
	.ops = ops,
	.row_id = row_id,
	.open = open_closing,
	.load = load,
	.draw = draw,
	.list = list_of,
	.leave = leave,
	.typing = &closing_typing,
	.close = close_closing,
};
