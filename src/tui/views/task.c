// SPDX-License-Identifier: MIT
// A task as a whole: where it comes from, who leads it, and how it stands in each place.
#include "tui/views.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/views/figures_draw.h"
#include "tui/views/leaf_ops.h"
#include "tui/views/prose_draw.h"
#include "tui/views/task_form.h"
#include "tui/views/remark_screen.h"

enum { PANE_PLACES, PANE_UPDATES, PANES };
enum { LABEL = 12, FACT_ROWS = 3, LIST_MIN = 6, LATE_COLS = 17 };

// A line of the head; label "" for the quote.
typedef struct {
	Style style;
	const char *label, *text;
} Fact;

typedef struct {
	Leaf leaf;
	const char *state, *deadline;
} PlaceRow;

typedef struct {
	Task task;
	Vec facts;   // of Fact
	Vec remarks; // of const char *
	Vec rows;    // of PlaceRow
	Vec updates; // of TaskUpdate
	List lists[PANES];
} TaskScreen;

static bool open_task(View *view, Err *err)
{
	TaskScreen *screen = view->state;
	(void)err;
	vec_init(&screen->facts, sizeof(Fact));
	vec_init(&screen->remarks, sizeof(const char *));
	vec_init(&screen->rows, sizeof(PlaceRow));
	vec_init(&screen->updates, sizeof(TaskUpdate));
	return true;
}

static void close_task(View *view)
{
	TaskScreen *screen = view->state;
	vec_release(&screen->facts);
	vec_release(&screen->remarks);
	vec_release(&screen->rows);
	vec_release(&screen->updates);
}

static void add_fact(TaskScreen *screen, Style style, const char *label, const char *text)
{
	if (*text)
		*(Fact *)vec_push(&screen->facts) =
			(Fact){ .style = style, .label = label, .text = text };
}

static const char *summary(View *view)
{
	const TaskScreen *screen = view->state;
	Figures figures = { 0 };
	for (size_t i = 0; i < screen->rows.len; i++)
		figures_add_leaf(&figures, &((const PlaceRow *)vec_at(&screen->rows, i))->leaf);
	if (figures.all)
		return view_printf(view, tr("%d nơi, bình quân %d%%: %s"), (int)screen->rows.len,
			figures_percent(&figures), figures_cross(view, &figures));
	return view_printf(view,
		tr("%d nơi: %d triển khai tốt, %d có vướng mắc, %d chưa triển khai, %d chưa báo "
		   "cáo"),
		(int)screen->rows.len, figures.good, figures.blocked, figures.unstarted,
		figures.mute);
}

static void add_facts(View *view)
{
	TaskScreen *screen = view->state;
	const Task *task = &screen->task;
	if (*task->quote)
		add_fact(screen, STYLE_TITLE, "", view_printf(view, "“%s”", task->quote));
	add_fact(screen, STYLE_DIM, tr("Nguồn"),
		*task->directive_number ? view_printf(view, tr("%s, điểm %s"),
						  task->directive_number, task->clause_code)
					: task->origin_words);
	add_fact(screen, STYLE_PLAIN, tr("Chủ trì"), view_join(view, task->leads, task->leads_n));
	add_fact(screen, STYLE_PLAIN, tr("Phối hợp"),
		view_join(view, task->cooperating, task->cooperating_n));
	add_fact(screen, STYLE_PLAIN, tr("Cần đạt"), task->target_words);
	add_fact(screen, STYLE_PLAIN, tr("Hạn"), deadline_shown(task->deadline_words, task->due, &view->arena));
	add_fact(screen, STYLE_PLAIN, tr("Tình hình"), summary(view));
	for (size_t i = 0; i < screen->remarks.len; i++)
		add_fact(screen, STYLE_PLAIN, tr("Ý kiến"),
			*(const char *const *)vec_at(&screen->remarks, i));
}

static const char *short_deadline(View *view, const Leaf *leaf)
{
	if (leaf->late)
		return leaf->days_late > LATE_DAYS_MOST ?
			view_printf(view, tr("! quá %d năm"), late_years(leaf->days_late)) :
			view_printf(view, tr("! quá %d ngày"), leaf->days_late);
	if (*leaf->due)
		return view_printf(view, "%s%s", view_day(view, leaf->due),
			leaf->done_late ? tr(" trễ") : "");
	return *leaf->deadline_words ? leaf->deadline_words : "-";
}

static bool load_rows(View *view, Err *err)
{
	TaskScreen *screen = view->state;
	LeafFilter filter = { .task_id = view->args.id };
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(view->core, &filter, &view->arena, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		*(PlaceRow *)vec_push(&screen->rows) = (PlaceRow){ .leaf = *leaf,
			.state = leaf_state(view, leaf),
			.deadline = short_deadline(view, leaf) };
	}
	vec_release(&leaves);
	return ok;
}

static bool load(View *view, Err *err)
{
	TaskScreen *screen = view->state;
	vec_clear(&screen->facts);
	vec_clear(&screen->remarks);
	vec_clear(&screen->rows);
	vec_clear(&screen->updates);
	if (!task_get(view->core, view->args.id, &view->arena, &screen->task, err) ||
		!load_rows(view, err) ||
		!progress_list_of_task(
			view->core, view->args.id, &view->arena, &screen->updates, err) ||
		!remark_lines(view, (Thing){ NOUN_TASK, view->args.id }, &screen->remarks, err))
		return false;
	view->place = (Place){ 0 };
	view->thing = (Thing){ NOUN_TASK, view->args.id };
	view->title = view_printf(view, "%s %s", screen->task.code, screen->task.title);
	view->note = tr("Enter mở · Tab các lần báo cáo · F4 cập nhật · F9 sửa, trải, gom, gia hạn");
	add_facts(view);
	list_set_count(&screen->lists[PANE_PLACES], (int)screen->rows.len);
	list_set_count(&screen->lists[PANE_UPDATES], (int)screen->updates.len);
	return true;
}

static List *list_of(View *view)
{
	TaskScreen *screen = view->state;
	return &screen->lists[view->pane];
}

// Drawing --------------------------------------------------------------------------------------

// First columns; the place stands at 0.
typedef struct {
	int state, lead, deadline;
} PlaceColumns;

static PlaceColumns place_columns(int cols)
{
	int deadline = cols - LATE_COLS, state = cols >= 90 ? 28 : 20;
	return (PlaceColumns){ .state = state,
		.lead = deadline - state >= 50 ? state + 28 : deadline,
		.deadline = deadline };
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const TaskScreen *screen = ((const View *)opaque)->state;
	const PlaceRow *row = vec_at(&screen->rows, (size_t)index);
	PlaceColumns columns = place_columns(rect.cols);
	canvas_text_clip(canvas, rect, 0, 0, columns.state - 1, STYLE_PLAIN, row->leaf.place_title);
	canvas_text_clip(canvas, rect, 0, columns.state, columns.lead - columns.state - 1,
		STYLE_PLAIN, row->state);
	canvas_text_clip(canvas, rect, 0, columns.lead, columns.deadline - columns.lead - 1,
		STYLE_DIM, row->leaf.lead);
	canvas_text_clip(canvas, rect, 0, columns.deadline, LATE_COLS - 1,
		row->leaf.late ? STYLE_LATE : STYLE_PLAIN, row->deadline);
}

enum { DAY_COLS = 12 };

// "20/11/2021  TP Phú Quốc   đang triển khai 70%. Đã đón … (BC số 41-BC/TU)": a row that was withdrawn
// and one of a place that was gathered say so.
static void draw_update(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const TaskScreen *screen = ((const View *)opaque)->state;
	const TaskUpdate *update = vec_at(&screen->updates, (size_t)index);
	const Progress *progress = &update->progress;
	Style style = progress->withdrawn || update->aside ? STYLE_DIM : STYLE_PLAIN;
	Date day;
	char shown[11] = "";
	int place = rect.cols >= 90 ? 24 : 16, col = DAY_COLS + place;
	if (date_parse(progress->as_of, &day))
		date_show(day, shown);
	canvas_text(canvas, rect, 0, 0, style, shown);
	canvas_text_clip(canvas, rect, 0, DAY_COLS, place - 1, style, update->place_title);
	if (progress->withdrawn)
		col += canvas_text(canvas, rect, 0, col, STYLE_WARN, tr("[đã rút] "));
	if (update->aside)
		col += canvas_text(canvas, rect, 0, col, STYLE_WARN, tr("[đã cất] "));
	col += canvas_textf(canvas, rect, 0, col, style, "%s %d%%", state_name(progress->state),
		progress->percent);
	if (*progress->document)
		col += canvas_textf(canvas, rect, 0, col, style, " (%s)", progress->document);
	if (*progress->note) {
		col += canvas_text(canvas, rect, 0, col, style, ". ");
		canvas_text_clip(canvas, rect, 0, col, rect.cols - col, style, progress->note);
	}
}

static void draw_list_head(const View *view, Canvas *canvas, Rect rect)
{
	const TaskScreen *screen = view->state;
	Rect line = { .row = rect.row,
		.col = rect.col + LIST_MARGIN,
		.rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	PlaceColumns columns = place_columns(line.cols);
	if (view->pane == PANE_UPDATES) {
		canvas_textf(canvas, line, 0, 0, STYLE_TITLE, tr("DIỄN BIẾN: %d lần báo cáo"),
			(int)screen->updates.len);
		canvas_text_right(canvas, line, 0, line.cols - 1, STYLE_DIM, tr("Tab: các nơi"));
		return;
	}
	canvas_text(canvas, line, 0, 0, STYLE_TITLE, tr("NƠI"));
	canvas_text(canvas, line, 0, columns.state, STYLE_DIM, tr("TÌNH TRẠNG"));
	if (columns.lead < columns.deadline)
		canvas_text(canvas, line, 0, columns.lead, STYLE_DIM, tr("CHỦ TRÌ"));
	canvas_text(canvas, line, 0, columns.deadline, STYLE_DIM, tr("HẠN"));
}

// As many facts as leave room for the places.
static int draw_facts(const TaskScreen *screen, Canvas *canvas, Rect rect)
{
	Rect lines = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	int row = 0, last = rect.rows - LIST_MIN;
	for (size_t i = 0; i < screen->facts.len && row < last; i++) {
		const Fact *fact = vec_at(&screen->facts, i);
		int most = last - row < FACT_ROWS ? last - row : FACT_ROWS;
		canvas_text(canvas, lines, row, 1, STYLE_DIM, fact->label);
		row += prose_draw(canvas, lines, row, *fact->label ? LABEL : 1, most, fact->style,
			fact->text);
	}
	return row;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	TaskScreen *screen = view->state;
	int top = draw_facts(screen, canvas, rect);
	if (top)
		canvas_hline(canvas, rect, top++, 0, rect.cols, STYLE_DIM);
	Rect head = { .row = rect.row + top, .col = rect.col, .rows = 1, .cols = rect.cols };
	Rect list = {
		.row = head.row + 1, .col = rect.col, .rows = rect.rows - top - 1, .cols = rect.cols
	};
	draw_list_head(view, canvas, head);
	list_draw(&screen->lists[view->pane], canvas, list, LIST_FOCUSED,
		view->pane == PANE_UPDATES ? draw_update : draw_row, view);
	if (!screen->lists[view->pane].count)
		canvas_text(canvas, list, 0, LIST_MARGIN, STYLE_DIM,
			view->pane == PANE_UPDATES ? tr("Chưa nơi nào báo cáo.") :
						     tr("Chưa giao cho nơi nào."));
}

// Operations -----------------------------------------------------------------------------------

static int64_t row_id(const View *view, int index)
{
	const TaskScreen *screen = view->state;
	if (view->pane != PANE_PLACES)
		return 0;
	return ((const PlaceRow *)vec_at(&screen->rows, (size_t)index))->leaf.leaf_id;
}

static int64_t row_key(const View *view, int index)
{
	const TaskScreen *screen = view->state;
	return view->pane == PANE_PLACES ? row_id(view, index) :
		((const TaskUpdate *)vec_at(&screen->updates, (size_t)index))->progress.id;
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Nhiệm vụ này chưa giao cho nơi nào."));
}

static const TaskUpdate *selected_update(const View *view)
{
	const TaskScreen *screen = view->state;
	return vec_at(&screen->updates, (size_t)screen->lists[PANE_UPDATES].selected);
}

static bool open_row(View *view, Err *err)
{
	const TaskScreen *screen = view->state;
	bool update = view->pane == PANE_UPDATES;
	if (update && selected_update(view)->aside)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Nhiệm vụ không còn ở nơi này; báo cáo vẫn giữ ở đây."));
	ViewArgs args = { .id = update ? selected_update(view)->leaf_id :
					 row_id(view, screen->lists[PANE_PLACES].selected) };
	return app_open(view->app, &leaf_view, &args, err);
}

static bool may_record(View *view, Err *err)
{
	return view->pane == PANE_PLACES ? leaf_may_record(view, err) :
		err_set(err, ERR_INVALID, "%s", tr("Tab về phần các nơi rồi cập nhật."));
}

static bool on_update(View *view, Err *err)
{
	if (view->pane != PANE_UPDATES || !list_of(view)->count)
		return err_set(err, ERR_INVALID, "%s", tr("Tab sang các lần báo cáo rồi chọn một dòng."));
	if (!selected_update(view)->aside)
		return progress_may_withdraw(view->core, selected_update(view)->progress.id, err);
	return err_set(err, ERR_CONFLICT, "%s", tr("Nhiệm vụ không còn ở nơi này; báo cáo vẫn giữ ở đây."));
}

static bool withdraw_row(View *view, Err *err)
{
	if (!progress_withdraw(view->core, selected_update(view)->progress.id, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã rút; dòng trước đó lại có hiệu lực. F8 hoàn tác."));
	return true;
}

static bool ask_withdraw(View *view, Err *err)
{
	const TaskUpdate *update = selected_update(view);
	return app_confirm(view,
		view_printf(view, tr("Rút dòng %s của %s?"), view_day(view, update->progress.as_of),
			update->place_title),
		withdraw_row, err);
}

static bool edit(View *view, Err *err)
{
	return task_edit_open(view->app, view->args.id, err);
}

static bool has_clause(View *view, Err *err)
{
	const TaskScreen *screen = view->state;
	return screen->task.clause_id ||
	       err_set(err, ERR_NOT_FOUND, "%s",
		       tr("Nhiệm vụ này không trích từ văn bản chỉ đạo."));
}

static bool open_clause(View *view, Err *err)
{
	const TaskScreen *screen = view->state;
	ViewArgs args = { .id = screen->task.clause_id, .other_id = screen->task.directive_id };
	return app_open(view->app, &clause_view, &args, err);
}

static bool has_remark(View *view, Err *err)
{
	return remark_of_task(&((const TaskScreen *)view->state)->task, err);
}

static bool open_remark(View *view, Err *err)
{
	ViewArgs args = { .id = ((const TaskScreen *)view->state)->task.remark_id };
	return app_open(view->app, &remark_view, &args, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nhiệm vụ tại nơi đang chọn."),
		has_row, open_row },
	{ "progress-record", N_("Cập nhật tiến độ"), "F4 F2", N_("Sửa"), RIGHT_READ,
		N_("Ghi tiến độ tại mọi nơi đã chọn, hay nơi đang đứng."), may_record, leaf_record },
	{ "task-edit", N_("Sửa nhiệm vụ"), "", NULL, RIGHT_DIRECT,
		N_("Nội dung, cơ quan chủ trì, phối hợp, thời hạn, chỉ tiêu."), NULL, edit },
	{ "progress-withdraw", N_("Rút dòng tiến độ đang chọn"), "", NULL, RIGHT_READ,
		N_("Dòng ghi nhầm được đánh dấu đã rút; dòng trước có hiệu lực lại."), on_update,
		ask_withdraw },
	{ "clause-open", N_("Xem điểm trong văn bản"), "F6", N_("Xem"), RIGHT_READ,
		N_("Lời văn của điểm mà nhiệm vụ trích ra."), has_clause, open_clause },
	{ "remark-open", N_("Mở ý kiến đã sinh ra nhiệm vụ"), "", NULL, RIGHT_READ,
		N_("Ý kiến chỉ đạo mà nhiệm vụ này được giao từ đó."), has_remark, open_remark },
	{ 0 },
};

const ViewOps task_view = {
	.name = "task",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(TaskScreen),
	.ops = ops,
	.row_ops = leaf_ops,
	.row_id = row_id,
	.row_key = row_key,
	.panes = PANES,
	.open = open_task,
	.load = load,
	.draw = draw,
	.list = list_of,
	.tells_remarks = true,
	.close = close_task,
};
