// SPDX-License-Identifier: MIT
// The operations that every screen has, and those that move a list or a text.
#include "tui/op.h"

#include "base/tr.h"
#include "core/undo.h"
#include "tui/app.h"
#include "tui/as_of.h"
#include "tui/draft_list.h"
#include "tui/op_list.h"
#include "tui/typing.h"
#include "tui/views.h"

#include <stdio.h>
#include <stdlib.h>

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

// A screen of its own, about nothing that one came from.
static bool open_apart(View *view, const ViewOps *ops, Err *err)
{
	if (!app_open(view->app, ops, NULL, err))
		return false;
	app_top(view->app)->thing = (Thing){ 0 };
	return true;
}

static bool directives(View *view, Err *err)
{
	return open_apart(view, &directives_view, err);
}

static bool calendar(View *view, Err *err)
{
	return open_apart(view, &calendar_view, err);
}

static bool reviews(View *view, Err *err)
{
	return open_apart(view, &review_overview_view, err);
}

static bool tasks(View *view, Err *err)
{
	return open_apart(view, &tasks_view, err);
}

static bool closing(View *view, Err *err)
{
	return open_apart(view, &closing_view, err);
}

static bool periods(View *view, Err *err)
{
	return open_apart(view, &periods_view, err);
}

static bool conclusions(View *view, Err *err)
{
	return app_open(view->app, &conclusions_view, NULL, err);
}

static bool has_thing(View *view, Err *err)
{
	if (view->thing.id && view->thing.noun != NOUN_REMARK)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Màn hình này không nói về một việc nào."));
	return err_hint(err, "%s", tr("Mở vùng, địa phương, nhiệm vụ, buổi làm việc… trước."));
}

static bool can_remark(View *view, Err *err)
{
	if (view->ops->typing)
		return err_set(err, ERR_INVALID, "%s", tr("Ghi hoặc bỏ những gì đang gõ trước đã."));
	return has_thing(view, err);
}

static bool add_remark(View *view, Err *err)
{
	return remark_form_open(view->app, view->thing, err);
}

static bool remarks(View *view, Err *err)
{
	return open_apart(view, &remarks_view, err);
}

static bool remarks_here(View *view, Err *err)
{
	ViewArgs args = { .id = view->thing.id, .other_id = (int64_t)view->thing.noun };
	return app_open(view->app, &remarks_view, &args, err);
}

static bool rounds(View *view, Err *err)
{
	return app_open(view->app, &rounds_view, NULL, err);
}

// Of the region or district where one stands.
static bool indicators(View *view, Err *err)
{
	ViewArgs args = { .id = view->place.region_id, .other_id = view->place.district_id };
	return app_open(view->app, &indicators_view, &args, err);
}

static bool is_not_searching(View *view, Err *err)
{
	return view->ops != &search_view ||
	       err_set(err, ERR_INVALID, "%s", tr("Gõ vào ô tìm ở đầu màn hình."));
}

static bool search(View *view, Err *err)
{
	return open_apart(view, &search_view, err);
}

static bool can_list_drafts(View *view, Err *err)
{
	if (view->ops == &draft_list_view)
		return err_set(err, ERR_INVALID, "%s", tr("Đang ở danh sách bản nháp."));
	if (!typing_any(view->app))
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Ghi hoặc bỏ những gì đang gõ trước đã."));
	return err_hint(err, "%s", tr("Ctrl+S ghi, Esc bỏ."));
}

static bool list_drafts(View *view, Err *err)
{
	return draft_list_open(view->app, err);
}

static bool assignments(View *view, Err *err)
{
	return open_apart(view, &assignments_view, err);
}

static bool has_history(View *view, Err *err)
{
	if (view->ops == &history_view)
		return err_set(err, ERR_INVALID, "%s", tr("Đang xem lịch sử."));
	return view->thing.id ||
	       err_set(err, ERR_INVALID, "%s",
		       tr("Mở một nhiệm vụ, buổi làm việc, sơ kết… trước rồi xem lịch sử của nó."));
}

static bool history(View *view, Err *err)
{
	ViewArgs args = { .id = view->thing.id };
	snprintf(args.code, sizeof(args.code), "%s", nouns[view->thing.noun].table);
	return app_open(view->app, &history_view, &args, err);
}

static bool vietnamese(View *view, Err *err)
{
	return open_apart(view, &vietnamese_view, err);
}

const Op global_ops[] = {
	{ "help", N_("Trợ giúp"), "F1 ?", N_("Trợ giúp"), RIGHT_READ,
		N_("Các phím và thao tác ở màn hình này; gõ để lọc, Enter để chạy."), NULL, help },
	{ "undo", N_("Hoàn tác"), "F8", N_("Hoàn tác"), RIGHT_READ,
		N_("Lấy lại thay đổi gần nhất của đồng chí, kể cả của lần làm việc trước."), has_undo, undo },
	{ "redo", N_("Làm lại"), "Ctrl+R", NULL, RIGHT_READ, N_("Làm lại thay đổi vừa hoàn tác."),
		has_redo, redo },
	{ "menu", N_("Menu"), "F9", N_("Menu"), RIGHT_READ,
		N_("Các việc làm được ở đây; việc mờ thì nói rõ vì sao."), NULL, menu },
	{ "command", N_("Gõ tên thao tác"), ":", NULL, RIGHT_READ,
		N_("Tìm thao tác theo tên, gõ không dấu cũng được."), NULL, command },
	{ "search", N_("Tìm trong mọi thứ"), "F3 /", N_("Tìm"), RIGHT_READ,
		N_("Nhiệm vụ, văn bản, biên bản, kết luận, sơ kết, tiến độ, người, nơi; không dấu cũng được."),
		is_not_searching, search },
	{ "directives", N_("Văn bản chỉ đạo"), "", NULL, RIGHT_READ,
		N_("Danh sách văn bản, cây điểm, nhiệm vụ và phần văn bản chưa được giao."), NULL, directives },
	{ "as-of", N_("Xem theo ngày"), "Ctrl+T", NULL, RIGHT_READ,
		N_("Mọi màn hình như của một ngày khác; lần nữa là về hôm nay."), as_of_ready, as_of_ask },
	{ "calendar", N_("Lịch"), "", NULL, RIGHT_READ,
		N_("Buổi làm việc, hạn nhiệm vụ, sơ kết, báo cáo và trả lời ý kiến, theo tháng."), NULL, calendar },
	{ "reviews", N_("Sơ kết các vùng"), "", NULL, RIGHT_READ,
		N_("Mọi vùng trong một kỳ: ai đến hạn, trễ, đã trình, đã duyệt; lịch hai năm tới."), NULL, reviews },
	{ "tasks", N_("Nhiệm vụ"), "", NULL, RIGHT_READ,
		N_("Mọi nhiệm vụ ở mọi nơi: lọc, nhóm, chọn nhiều việc rồi làm một lần."), NULL, tasks },
	{ "closing", N_("Khép kỳ"), "", NULL, RIGHT_DIRECT,
		N_("Quyết định mọi việc đến hạn còn mở của kỳ; giữ số liệu của kỳ như lúc ấy."), NULL,
		closing },
	{ "periods", N_("Các kỳ"), "", NULL, RIGHT_READ,
		N_("Kỳ đang mở, và số liệu của các kỳ như khi khép."), NULL, periods },
	{ "conclusions", N_("Kết luận"), "", NULL, RIGHT_READ,
		N_("Kết luận của mọi buổi làm việc và kết quả; những điều chưa thực hiện đứng trước."),
		NULL, conclusions },
	{ "remark-add", N_("Ghi ý kiến chỉ đạo"), "Ctrl+G", NULL, RIGHT_REMARK,
		N_("Về việc đang mở: gửi ai, hạn nào; chờ trả lời ở Trang chủ của hai bên."), can_remark,
		add_remark },
	{ "remarks-here", N_("Ý kiến về việc đang mở"), "", NULL, RIGHT_READ,
		N_("Các ý kiến chỉ đạo về việc này, với trả lời và nhiệm vụ đã giao."), has_thing,
		remarks_here },
	{ "remarks", N_("Ý kiến chỉ đạo"), "", NULL, RIGHT_READ,
		N_("Tất cả: chưa trả lời, đã trả lời, đã thành nhiệm vụ, của tôi."), NULL, remarks },
	{ "assignments", N_("Phân công"), "", NULL, RIGHT_READ,
		N_("Ai phụ trách vùng, địa phương nào, ai giúp việc ai, vào ngày nào."), NULL, assignments },
	{ "history", N_("Lịch sử"), "Ctrl+P", NULL, RIGHT_READ,
		N_("Ai đã sửa gì thành gì, lúc nào, của thứ đang mở và các phần của nó."), has_history,
		history },
	{ "rounds", N_("Kỳ báo cáo"), "", NULL, RIGHT_READ,
		N_("Ai đã nộp báo cáo, ai chậm, ai chưa; đôn đốc và gia hạn."), NULL, rounds },
	{ "indicators", N_("Chỉ tiêu"), "", NULL, RIGHT_READ,
		N_("Kế hoạch, thực hiện, xu hướng của các chỉ tiêu; ở vùng hay địa phương thì của nơi ấy."), NULL,
		indicators },
	{ "drafts", N_("Bản nháp chưa ghi"), "", NULL, RIGHT_READ,
		N_("Những gì gõ ở các phiên trước mà chưa ghi: làm tiếp, hoặc bỏ."), can_list_drafts,
		list_drafts },
	{ "back", N_("Quay lại"), "Esc", NULL, RIGHT_READ, N_("Về màn hình trước, giữ nguyên chỗ đang đứng."),
		NULL, back },
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
