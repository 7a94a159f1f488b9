// SPDX-License-Identifier: MIT
// The progress of all tasks of a district or region in one grid: typed in, pasted from a
// spreadsheet, or reported unchanged; stored all at once or not at all.
#include "tui/views/progress_grid.h"

#include "base/tr.h"
#include "tui/typing.h"
#include "tui/views.h"
#include "tui/views/forms.h"
#include "tui/views/grid_view.h"


static bool open_grid(View *view, Err *err)
{
	GridScreen *screen = view->state;
	(void)err;
	screen->arena = (Arena)ARENA_INIT;
	screen->typed = (Buf)BUF_INIT;
	vec_init(&screen->leaves, sizeof(Leaf));
	vec_init(&screen->seen, sizeof(int64_t));
	progress_grid_make(view);
	return true;
}

static void close_grid(View *view)
{
	GridScreen *screen = view->state;
	grid_free(screen->grid);
	vec_release(&screen->leaves);
	vec_release(&screen->seen);
	buf_release(&screen->typed);
	arena_release(&screen->arena);
}

static bool may_record(View *view, const Leaf *leaf, bool *yes, Err *err)
{
	Err denied = ERR_INIT;
	*yes = right_check(view->core, RIGHT_PROGRESS, leaf->place, &denied);
	if (*yes || denied.kind == ERR_DENIED)
		return true;
	*err = denied;
	return false;
}

static bool load_rows(View *view, const Vec *leaves, Err *err)
{
	GridScreen *screen = view->state;
	for (size_t i = 0; i < leaves->len; i++) {
		bool mine;
		const Leaf *leaf = vec_at(leaves, i);
		if (!may_record(view, leaf, &mine, err))
			return false;
		if (!mine)
			continue;
		progress_grid_add(screen, leaf);
		if (!progress_counting(view->core, leaf->leaf_id, vec_push(&screen->seen), err))
			return false;
	}
	grid_go(screen->grid, grid_row(screen->grid), grid_column(screen->grid));
	return true;
}

// What has been typed is never replaced by a reload; what others have told meanwhile is found out when
// it is saved.
static bool load(View *view, Err *err)
{
	GridScreen *screen = view->state;
	Vec leaves;
	LeafFilter filter = { .district_id = view->args.id, .region_id = view->args.other_id };
	view->title = tr("Bảng tiến độ");
	view->note = tr("Ctrl+S ghi · Ctrl+N không thay đổi · dán bảng được · Esc về");
	view->place = (Place){ .district_id = view->args.id, .region_id = view->args.other_id };
	if (grid_any_touched(screen->grid) || grid_editing(screen->grid))
		return true;
	grid_clear(screen->grid);
	vec_clear(&screen->leaves);
	vec_clear(&screen->seen);
	arena_clear(&screen->arena);
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(view->core, &filter, &screen->arena, &leaves, err) &&
		  load_rows(view, &leaves, err);
	vec_release(&leaves);
	return ok;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	const GridScreen *screen = view->state;
	Grid *grid = screen->grid;
	if (!grid_rows(grid)) {
		canvas_text(canvas, rect, 1, LIST_MARGIN, STYLE_DIM,
			tr("Không có nhiệm vụ nào mà đồng chí được cập nhật ở đây."));
		return;
	}
	grid_view_draw(grid, canvas, rect, grid_text(grid, grid_row(grid), column_of(screen, TITLE)));
}

// Operations --------------------------------------------------------------------------------------

static bool has_rows(View *view, Err *err)
{
	const GridScreen *screen = view->state;
	return grid_rows(screen->grid) ||
	       err_set(err, ERR_NOT_FOUND, "%s", tr("Không có nhiệm vụ nào được chọn."));
}

// The row as it was, reported again today; then the next one.
static bool unchanged(View *view, Err *err)
{
	const GridScreen *screen = view->state;
	Grid *grid = screen->grid;
	int row = grid_row(grid), state = column_of(screen, STATE), percent = column_of(screen, PERCENT);
	char today[11];
	grid_settle(grid);
	if (!*grid_stored(grid, row, state))
		return err_set(err, ERR_INVALID, "%s",
			tr("Nhiệm vụ này chưa báo cáo lần nào: hãy ghi tình trạng."));
	grid_begin(grid);
	grid_put(grid, row, state, grid_stored(grid, row, state));
	grid_put(grid, row, percent, grid_stored(grid, row, percent));
	grid_put(grid, row, column_of(screen, AS_OF), today_shown(view, today));
	grid_put(grid, row, column_of(screen, NOTE), VN_("không thay đổi"));
	grid_end(grid);
	grid_go(grid, row + 1, grid_column(grid));
	return true;
}

static bool save(View *view, Err *err)
{
	GridSaved saved;
	if (!progress_grid_save(view, &saved, err))
		return false;
	grid_view_saved(view);
	if (saved.older)
		app_say(view->app, tr("Đã ghi tiến độ của %d nhiệm vụ; %d số liệu cũ hơn nên chưa được tính."),
			saved.rows, saved.older);
	else
		app_say(view->app, tr("Đã ghi tiến độ của %d nhiệm vụ. F8 hoàn tác."), saved.rows);
	return true;
}

static const Op ops[] = {
	{ "grid-save", N_("Ghi"), "Ctrl+S", NULL, RIGHT_READ,
		N_("Kiểm tra mọi dòng đã sửa rồi ghi tất cả một lần."), has_rows, save },
	{ "grid-edit", N_("Sửa ô"), "F4", N_("Sửa"), RIGHT_READ,
		N_("Sửa tiếp chữ đang có trong ô; gõ ngay thì thay cả ô."), has_rows, grid_view_edit },
	{ "grid-unchanged", N_("Không thay đổi"), "Ctrl+N", NULL, RIGHT_READ,
		N_("Ghi dòng này là không thay đổi, số liệu đến hôm nay, rồi xuống dòng sau."), has_rows,
		unchanged },
	{ "grid-undo", N_("Lấy lại ô vừa sửa"), "Ctrl+Z", NULL, RIGHT_READ,
		N_("Lấy lại ô vừa sửa hoặc cả bảng vừa dán."), has_rows, grid_view_undo },
	{ "grid-redo", N_("Làm lại ô vừa lấy lại"), "Ctrl+Y", NULL, RIGHT_READ,
		N_("Làm lại điều vừa lấy lại trong bảng."), has_rows, grid_view_redo },
	{ 0 },
};

const ViewOps progress_grid_view = {
	.name = "progress-grid",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(GridScreen),
	.ops = ops,
	.open = open_grid,
	.load = load,
	.draw = draw,
	.key = grid_view_key,
	.focus = grid_view_focus,
	.leave = grid_view_leave,
	.typing = &progress_grid_typing,
	.close = close_grid,
};

bool progress_grid_open(App *app, Place place, Err *err)
{
	ViewArgs args = { .id = place.district_id, .other_id = place.region_id };
	return app_open(app, &progress_grid_view, &args, err);
}
