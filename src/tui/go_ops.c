// SPDX-License-Identifier: MIT
// The screens that one goes to from every other, and what is done about the thing that is open.
#include "tui/op.h"

#include "base/tr.h"
#include "core/remark.h"
#include "tui/app.h"
#include "tui/draft_list.h"
#include "tui/typing.h"
#include "tui/views.h"

#include <stdio.h>

bool op_open_apart(View *view, const ViewOps *ops, Err *err)
{
	if (!app_open(view->app, ops, NULL, err))
		return false;
	app_top(view->app)->thing = (Thing){ 0 };
	return true;
}

static bool directives(View *view, Err *err)
{
	return op_open_apart(view, &directives_view, err);
}

static bool calendar(View *view, Err *err)
{
	return op_open_apart(view, &calendar_view, err);
}

static bool reviews(View *view, Err *err)
{
	return op_open_apart(view, &review_overview_view, err);
}

static bool tasks(View *view, Err *err)
{
	return op_open_apart(view, &tasks_view, err);
}

static bool closing(View *view, Err *err)
{
	return op_open_apart(view, &closing_view, err);
}

static bool periods(View *view, Err *err)
{
	return op_open_apart(view, &periods_view, err);
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
	return has_thing(view, err) && remark_check_about(view->thing, err);
}

static bool add_remark(View *view, Err *err)
{
	return remark_form_open(view->app, view->thing, err);
}

static bool remarks(View *view, Err *err)
{
	return op_open_apart(view, &remarks_view, err);
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

static bool can_list_drafts(View *view, Err *err)
{
	if (view->ops == &draft_list_view)
		return err_set(err, ERR_INVALID, "%s", tr("Đang ở danh sách bản nháp."));
	if (!typing_any(view->app))
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Ghi hoặc bỏ những gì đang gõ trước đã."));
	return err_hint(err, "%s", tr("Ctrl+S ghi, Esc bỏ."));
}

static bool bodies(View *view, Err *err)
{
	return op_open_apart(view, &bodies_view, err);
}

static bool list_drafts(View *view, Err *err)
{
	return draft_list_open(view->app, err);
}

static bool assignments(View *view, Err *err)
{
	return op_open_apart(view, &assignments_view, err);
}

static bool users(View *view, Err *err)
{
	return op_open_apart(view, &users_view, err);
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

const Op thing_ops[] = {
	{ "remark-add", N_("Ghi ý kiến chỉ đạo"), "Ctrl+G", NULL, RIGHT_REMARK,
		N_("Về việc đang mở: gửi ai, hạn nào; chờ trả lời ở Trang chủ của hai bên."), can_remark,
		add_remark },
	{ "remarks-here", N_("Ý kiến về việc đang mở"), "", NULL, RIGHT_READ,
		N_("Các ý kiến chỉ đạo về việc này, với trả lời và nhiệm vụ đã giao."), has_thing,
		remarks_here },
	{ "history", N_("Lịch sử"), "Ctrl+P", NULL, RIGHT_READ,
		N_("Ai đã sửa gì thành gì, lúc nào, của thứ đang mở và các phần của nó."), has_history,
		history },
	{ 0 },
};

const Op go_ops[] = {
	{ "tasks", N_("Nhiệm vụ"), "", NULL, RIGHT_READ,
		N_("Mọi nhiệm vụ ở mọi nơi: lọc, nhóm, chọn nhiều việc rồi làm một lần."), NULL, tasks },
	{ "directives", N_("Văn bản chỉ đạo"), "", NULL, RIGHT_READ,
		N_("Danh sách văn bản, cây điểm, nhiệm vụ và phần văn bản chưa được giao."), NULL, directives },
	{ "calendar", N_("Lịch"), "", NULL, RIGHT_READ,
		N_("Buổi làm việc, hạn nhiệm vụ, sơ kết, báo cáo và trả lời ý kiến, theo tháng."), NULL, calendar },
	{ "reviews", N_("Sơ kết các vùng"), "", NULL, RIGHT_READ,
		N_("Mọi vùng trong một kỳ: ai đến hạn, trễ, đã trình, đã duyệt; lịch hai năm tới."), NULL, reviews },
	{ "rounds", N_("Kỳ báo cáo"), "", NULL, RIGHT_READ,
		N_("Ai đã nộp báo cáo, ai chậm, ai chưa; đôn đốc và gia hạn."), NULL, rounds },
	{ "indicators", N_("Chỉ tiêu"), "", NULL, RIGHT_READ,
		N_("Kế hoạch, thực hiện, xu hướng của các chỉ tiêu; ở vùng hay địa phương thì của nơi ấy."), NULL,
		indicators },
	{ "remarks", N_("Ý kiến chỉ đạo"), "", NULL, RIGHT_READ,
		N_("Tất cả: chưa trả lời, đã trả lời, đã thành nhiệm vụ, của tôi."), NULL, remarks },
	{ "conclusions", N_("Kết luận"), "", NULL, RIGHT_READ,
		N_("Kết luận của mọi buổi làm việc và kết quả; những điều chưa thực hiện đứng trước."),
		NULL, conclusions },
	{ "assignments", N_("Phân công"), "", NULL, RIGHT_READ,
		N_("Ai phụ trách vùng, địa phương nào, ai giúp việc ai, vào ngày nào."), NULL, assignments },
	{ "bodies", N_("Cơ quan"), "", NULL, RIGHT_READ,
		N_("Mỗi cơ quan chủ trì việc gì; cơ quan đã kết thúc và cơ quan kế thừa."), NULL, bodies },
	{ "users", N_("Người dùng và khóa"), "", NULL, RIGHT_ADMINISTER,
		N_("Ai vào được, với vai nào, bằng khóa nào; thêm, đóng, thay khóa."), NULL, users },
	{ "periods", N_("Các kỳ"), "", NULL, RIGHT_READ,
		N_("Kỳ đang mở, và số liệu của các kỳ như khi khép."), NULL, periods },
	{ "closing", N_("Khép kỳ"), "", NULL, RIGHT_DIRECT,
		N_("Quyết định mọi việc đến hạn còn mở của kỳ; giữ số liệu của kỳ như lúc ấy."), NULL,
		closing },
	{ "drafts", N_("Bản nháp chưa ghi"), "", NULL, RIGHT_READ,
		N_("Những gì gõ ở các phiên trước mà chưa ghi: làm tiếp, hoặc bỏ."), can_list_drafts,
		list_drafts },
	{ 0 },
};
