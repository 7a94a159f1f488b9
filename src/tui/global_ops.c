// SPDX-License-Identifier: MIT
// The operations that every screen has, and those that move a list or a text.
#include "tui/op.h"

#include "base/tr.h"
#include "core/undo.h"
#include "tui/app.h"
#include "tui/as_of.h"
#include "tui/op_list.h"
#include "tui/views.h"

typedef struct {
	int rows, pages, ends; // ends: -1 to the first, 1 to the last
} Move;

static bool move(View *view, Move move)
{
	List *list = view->ops->list ? view->ops->list(view) : NULL;
	Pager *pager = list || !view->ops->pager ? NULL : view->ops->pager(view);
	if (list && move.ends)
		(move.ends < 0 ? list_first : list_last)(list);
	else if (list && move.pages)
		list_page(list, move.pages);
	else if (list)
		list_move(list, move.rows);
	else if (pager && move.ends)
		(move.ends < 0 ? pager_home : pager_end)(pager);
	else if (pager && move.pages)
		pager_page(pager, move.pages);
	else if (pager)
		pager_scroll(pager, move.rows);
	return true;
}

static bool up(View *view, Err *err)
{
	(void)err;
	return move(view, (Move){ .rows = -1 });
}

static bool down(View *view, Err *err)
{
	(void)err;
	return move(view, (Move){ .rows = 1 });
}

static bool page_up(View *view, Err *err)
{
	(void)err;
	return move(view, (Move){ .pages = -1 });
}

static bool page_down(View *view, Err *err)
{
	(void)err;
	return move(view, (Move){ .pages = 1 });
}

static bool home(View *view, Err *err)
{
	(void)err;
	return move(view, (Move){ .ends = -1 });
}

static bool end(View *view, Err *err)
{
	(void)err;
	return move(view, (Move){ .ends = 1 });
}

static void turn_panes(View *view, int by)
{
	int panes = view->ops->panes;
	if (panes <= 1)
		return;
	view_unfilter(view);
	view->pane = (view->pane + by + panes) % panes;
}

static bool next_pane(View *view, Err *err)
{
	(void)err;
	turn_panes(view, 1);
	return true;
}

static bool previous_pane(View *view, Err *err)
{
	(void)err;
	turn_panes(view, -1);
	return true;
}

static bool has_panes(View *view, Err *err)
{
	return view->ops->panes > 1 ||
	       err_set(err, ERR_INVALID, "%s", tr("Màn hình này chỉ có một phần."));
}

const Op move_ops[] = {
	{ "up", N_("Lên một dòng"), "Up", NULL, RIGHT_READ, N_("Dòng trên."), NULL, up },
	{ "down", N_("Xuống một dòng"), "Down", NULL, RIGHT_READ, N_("Dòng dưới."), NULL, down },
	{ "page-up", N_("Lên một trang"), "PgUp", NULL, RIGHT_READ, N_("Trang trước."), NULL, page_up },
	{ "page-down", N_("Xuống một trang"), "PgDn", NULL, RIGHT_READ, N_("Trang sau."), NULL,
		page_down },
	{ "first", N_("Về đầu"), "Home", NULL, RIGHT_READ, N_("Dòng đầu tiên."), NULL, home },
	{ "last", N_("Về cuối"), "End", NULL, RIGHT_READ, N_("Dòng cuối cùng."), NULL, end },
	{ "next-pane", N_("Phần kế tiếp"), "Tab", NULL, RIGHT_READ,
		N_("Chuyển sang phần kế tiếp của màn hình."), has_panes, next_pane },
	{ "previous-pane", N_("Phần trước"), "Shift+Tab", NULL, RIGHT_READ,
		N_("Chuyển về phần trước của màn hình."), has_panes, previous_pane },
	{ 0 },
};

static bool help(View *view, Err *err)
{
	return op_help_open(view->app, err);
}

static bool menu(View *view, Err *err)
{
	return op_menu_open(view->app, err);
}

static bool command(View *view, Err *err)
{
	return op_command_open(view->app, err);
}

static bool back(View *view, Err *err)
{
	(void)err;
	if (!view->ops->leave || view->ops->leave(view))
		app_back(view->app);
	return true;
}

static bool quit(View *view, Err *err)
{
	(void)err;
	app_leave(view->app);
	return true;
}

static bool has_undo(View *view, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *what = "";
	bool ok = undo_next(view->core, &arena, &what, err);
	if (ok && !*what)
		ok = err_set(err, ERR_NOT_FOUND, "%s", tr("Đồng chí chưa thay đổi gì để hoàn tác."));
	arena_release(&arena);
	return ok;
}

static bool undo(View *view, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *what = "";
	bool ok = undo_run(view->core, &arena, &what, err);
	if (ok) {
		app_reload(view->app);
		app_say(view->app, tr("Đã hoàn tác: %s. Ctrl+R làm lại."), what);
	}
	arena_release(&arena);
	return ok;
}

static bool has_redo(View *view, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *what = "";
	bool ok = redo_next(view->core, &arena, &what, err);
	if (ok && !*what)
		ok = err_set(err, ERR_NOT_FOUND, "%s", tr("Không có gì để làm lại."));
	arena_release(&arena);
	return ok;
}

static bool redo(View *view, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *what = "";
	bool ok = redo_run(view->core, &arena, &what, err);
	if (ok) {
		app_reload(view->app);
		app_say(view->app, tr("Đã làm lại: %s."), what);
	}
	arena_release(&arena);
	return ok;
}

static bool redraw(View *view, Err *err)
{
	(void)err;
	screen_forget(view->app->screen);
	return true;
}

static bool is_not_searching(View *view, Err *err)
{
	return view->ops != &search_view ||
	       err_set(err, ERR_INVALID, "%s", tr("Gõ vào ô tìm ở đầu màn hình."));
}

static bool search(View *view, Err *err)
{
	return op_open_apart(view, &search_view, err);
}

static bool vietnamese(View *view, Err *err)
{
	return op_open_apart(view, &vietnamese_view, err);
}

const Op global_ops[] = {
	{ "search", N_("Tìm trong mọi thứ"), "F3 /", N_("Tìm"), RIGHT_READ,
		N_("Nhiệm vụ, văn bản, biên bản, kết luận, sơ kết, tiến độ, người, nơi; không dấu cũng được."),
		is_not_searching, search },
	{ "as-of", N_("Xem theo ngày"), "Ctrl+T", NULL, RIGHT_READ,
		N_("Mọi màn hình như của một ngày khác; lần nữa là về hôm nay."), as_of_ready, as_of_ask },
	{ "undo", N_("Hoàn tác"), "F8", N_("Hoàn tác"), RIGHT_READ,
		N_("Lấy lại thay đổi gần nhất của đồng chí, kể cả của lần làm việc trước."), has_undo, undo },
	{ "redo", N_("Làm lại"), "Ctrl+R", NULL, RIGHT_READ, N_("Làm lại thay đổi vừa hoàn tác."),
		has_redo, redo },
	{ "back", N_("Quay lại"), "Esc", NULL, RIGHT_READ, N_("Về màn hình trước, giữ nguyên chỗ đang đứng."),
		NULL, back },
	{ "help", N_("Trợ giúp"), "F1 ?", N_("Trợ giúp"), RIGHT_READ,
		N_("Các phím và thao tác ở màn hình này; gõ để lọc, Enter để chạy."), NULL, help },
	{ "menu", N_("Menu"), "F9", N_("Menu"), RIGHT_READ,
		N_("Các việc làm được ở đây; việc mờ thì nói rõ vì sao."), NULL, menu },
	{ "command", N_("Gõ tên thao tác"), ":", NULL, RIGHT_READ,
		N_("Tìm thao tác theo tên, gõ không dấu cũng được."), NULL, command },
	{ "redraw", N_("Vẽ lại màn hình"), "Ctrl+L", NULL, RIGHT_READ,
		N_("Vẽ lại khi màn hình bị chữ khác chen vào."), NULL, redraw },
	{ "composer", N_("Gõ Telex, VNI"), "F12 Ctrl+\\", NULL, RIGHT_READ,
		N_("Bật Telex hay VNI của chương trình, hoặc tắt; cho máy không có bộ gõ."),
		ime_shows_accents, ime_turn },
	{ "vietnamese", N_("Tiếng Việt: hiện và gõ"), "", NULL, RIGHT_READ,
		N_("Phông, UTF-8, PuTTY, tmux, console; cách gõ Telex và VNI."), NULL, vietnamese },
	{ "quit", N_("Thoát"), "F10", N_("Thoát"), RIGHT_READ,
		N_("Thoát; lần sau mở lại đúng chỗ đang đứng."), NULL, quit },
	{ 0 },
};

const Op popup_ops[] = {
	{ "back", N_("Đóng"), "Esc", NULL, RIGHT_READ, N_("Đóng, không làm gì."), NULL, back },
	{ "composer", N_("Gõ Telex, VNI"), "F12 Ctrl+\\", NULL, RIGHT_READ,
		N_("Bật Telex hay VNI của chương trình, hoặc tắt; cho máy không có bộ gõ."),
		ime_shows_accents, ime_turn },
	{ "quit", N_("Thoát"), "F10", N_("Thoát"), RIGHT_READ,
		N_("Thoát; lần sau mở lại đúng chỗ đang đứng."), NULL, quit },
	{ 0 },
};
