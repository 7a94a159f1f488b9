// SPDX-License-Identifier: MIT
// What one can do with a meeting.
#include "tui/views.h"

#include "base/tr.h"
#include "core/task.h"
#include "tui/views/meeting_screen.h"

static const Meeting *meeting_of(const View *view)
{
	return &((const MeetingScreen *)view->state)->minutes.meeting;
}

// Ready? ------------------------------------------------------------------------------------------

static bool is_open(View *view, Err *err)
{
	return meeting_check_open(meeting_of(view), err);
}

static bool is_open_on_item(View *view, Err *err)
{
	if (!is_open(view, err))
		return false;
	return meeting_row_item(view) ||
	       err_set(err, ERR_INVALID, "%s",
		       tr("Đứng ở một nội dung trước, rồi chọn thao tác này."));
}

// Where the item stands on the agenda, from 1.
static int place_of_item(View *view)
{
	const MeetingScreen *screen = view->state;
	const AgendaItem *item = meeting_row_item(view);
	int place = 1;
	while (vec_at(&screen->minutes.items, (size_t)place - 1) != (const void *)item)
		place++;
	return place;
}

static bool is_open_below_first(View *view, Err *err)
{
	return is_open_on_item(view, err) &&
	       (place_of_item(view) > 1 ||
		       err_set(err, ERR_INVALID, "%s", tr("Nội dung này đã ở đầu chương trình.")));
}

static bool is_open_above_last(View *view, Err *err)
{
	const MeetingScreen *screen = view->state;
	return is_open_on_item(view, err) &&
	       (place_of_item(view) < (int)screen->minutes.items.len ||
		       err_set(err, ERR_INVALID, "%s", tr("Nội dung này đã ở cuối chương trình.")));
}

static bool is_note(View *view, Err *err)
{
	const Conclusion *conclusion = meeting_row_conclusion(view);
	if (!is_open(view, err))
		return false;
	if (!conclusion)
		return err_set(err, ERR_INVALID, "%s", tr("Đứng ở một kết luận trước."));
	return !conclusion->task_id ||
	       err_set(err, ERR_INVALID, tr("Kết luận này đã là nhiệm vụ %s."),
		       conclusion->task_code);
}

static bool is_task(View *view, Err *err)
{
	const Conclusion *conclusion = meeting_row_conclusion(view);
	return (conclusion && conclusion->task_id) ||
	       err_set(err, ERR_INVALID, "%s", tr("Đứng ở một kết luận là nhiệm vụ trước."));
}

static bool in_state(View *view, MeetingState state, const char *refusal, Err *err)
{
	return meeting_of(view)->state == state || err_set(err, ERR_INVALID, "%s", refusal);
}

static bool is_planned(View *view, Err *err)
{
	return in_state(view, MEETING_PLANNED, tr("Buổi này không còn ở dự kiến."), err);
}

static bool is_in_progress(View *view, Err *err)
{
	return in_state(view, MEETING_IN_PROGRESS, tr("Buổi này không phải đang diễn ra."), err);
}

static bool is_final(View *view, Err *err)
{
	return in_state(
		view, MEETING_FINAL, tr("Biên bản chưa hoàn tất nên không cần mở lại."), err);
}

// Run -------------------------------------------------------------------------------------------

static bool view_minutes(View *view, Err *err)
{
	return minutes_open(view->app, view->args.id, err);
}

static bool open_head(View *view, Err *err)
{
	return meeting_edit_open(view->app, view->args.id, err);
}

static bool open_attendance(View *view, Err *err)
{
	return attendance_open(view->app, view->args.id, err);
}

static bool open_item(View *view, Err *err)
{
	return proceedings_open(view->app, view->args.id, meeting_row_selected(view)->id, err);
}

static bool open_conclusion(View *view, Err *err)
{
	return conclusion_edit_open(view->app, meeting_row_conclusion(view), err);
}

static bool edit_row(View *view, Err *err)
{
	static bool (*const open[])(View *, Err *) = {
		[ROW_WHEN] = open_head,
		[ROW_WHO] = open_head,
		[ROW_ATTENDANCE] = open_attendance,
		[ROW_ITEM] = open_item,
		[ROW_CONCLUSION] = open_conclusion,
	};
	return open[meeting_row_selected(view)->kind](view, err);
}

// With one item only, what is concluded is concluded of it.
static bool add_conclusion(View *view, Err *err)
{
	const MeetingScreen *screen = view->state;
	int64_t item = meeting_row_selected(view)->item_id;
	if (!item && screen->minutes.items.len == 1)
		item = ((const AgendaItem *)vec_at(&screen->minutes.items, 0))->id;
	return conclusion_add_open(view->app, view->args.id, item, err);
}

static bool add_item(View *view, Err *err)
{
	return agenda_add_open(view->app, view->args.id, err);
}

static bool offer(View *view, Err *err)
{
	return agenda_offer_open(view->app, view->args.id, err);
}

static bool rename_item(View *view, Err *err)
{
	return agenda_rename_open(view->app, meeting_row_item(view), err);
}

static bool carry_item(View *view, Err *err)
{
	AgendaItem item = *meeting_row_item(view);
	item.carried_over = !item.carried_over;
	if (!agenda_save(view->core, &item, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s",
		item.carried_over ? tr("Nội dung này sẽ nằm trong buổi sau của vùng.")
				  : tr("Đã thôi chuyển kỳ sau."));
	return true;
}

static bool move_item(View *view, int by, Err *err)
{
	const AgendaItem *item = meeting_row_item(view);
	int to = place_of_item(view) + by;
	if (!agenda_move(view->core, item->id, item->rev, to, err))
		return false;
	app_reload(view->app);
	app_say(view->app, tr("Đã đưa nội dung đến chỗ thứ %d. F8 hoàn tác."), to);
	return true;
}

static bool move_up(View *view, Err *err)
{
	return move_item(view, -1, err);
}

static bool move_down(View *view, Err *err)
{
	return move_item(view, 1, err);
}

static bool remove_item(View *view, Err *err)
{
	const AgendaItem *item = meeting_row_item(view);
	if (!agenda_remove(view->core, item->id, item->rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã bỏ nội dung khỏi chương trình. F8 hoàn tác."));
	return true;
}

static bool cancel(View *view, Err *err)
{
	App *app = view->app;
	if (!meeting_cancel(view->core, view->args.id, ((MeetingScreen *)view->state)->asked_rev, err))
		return false;
	app_back(app);
	app_reload(app);
	app_say(app, "%s", tr("Đã hủy buổi làm việc. F8 hoàn tác."));
	return true;
}

static bool ask_cancel(View *view, Err *err)
{
	((MeetingScreen *)view->state)->asked_rev = meeting_of(view)->rev;
	return app_confirm(view,
		view_printf(view, tr("Hủy buổi làm việc dự kiến %s?"),
			meeting_day(view, meeting_of(view)->held_on)),
		cancel, err);
}

static bool make_task(View *view, Err *err)
{
	return conclusion_task_open(view->app, meeting_row_conclusion(view), err);
}

static bool open_task(View *view, Err *err)
{
	Vec leaves;
	int64_t leaf = 0;
	LeafFilter filter = { .task_id = meeting_row_conclusion(view)->task_id };
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(view->core, &filter, &view->arena, &leaves, err);
	if (ok && leaves.len)
		leaf = ((const Leaf *)vec_at(&leaves, 0))->leaf_id;
	vec_release(&leaves);
	if (!ok)
		return false;
	ViewArgs args = { .id = leaf };
	return app_open(view->app, &leaf_view, &args, err);
}

// Who may not write reads: the task that came of a conclusion, else the whole minutes.
static bool open_row(View *view, Err *err)
{
	Err ignored = ERR_INIT;
	const Conclusion *conclusion = meeting_row_conclusion(view);
	bool writes = right_check(view->core, RIGHT_MEETING, view->place, &ignored) &&
		      is_open(view, &ignored);
	if (writes || meeting_row_selected(view)->kind == ROW_ATTENDANCE)
		return edit_row(view, err);
	if (conclusion && conclusion->task_id)
		return open_task(view, err);
	return view_minutes(view, err);
}

static bool start(View *view, Err *err)
{
	if (!meeting_start(view->core, view->args.id, meeting_of(view)->rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Buổi làm việc đã bắt đầu. F8 hoàn tác."));
	return true;
}

static bool end(View *view, Err *err)
{
	if (!meeting_end(view->core, view->args.id, meeting_of(view)->rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s",
		tr("Buổi làm việc đã kết thúc; biên bản là bản nháp. F8 hoàn tác."));
	return true;
}

static bool finalise(View *view, Err *err)
{
	const MeetingScreen *screen = view->state;
	if (!meeting_finalise(view->core, view->args.id, screen->asked_rev, 0, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Biên bản đã hoàn tất, được cấp số và khóa lại."));
	return true;
}

// All that is missing is named, and one stands at the first of it already.
static bool is_complete(View *view, bool *complete, Err *err)
{
	Vec gaps;
	vec_init(&gaps, sizeof(MeetingGap));
	bool ok = meeting_gaps(view->core, view->args.id, &view->arena, &gaps, err);
	*complete = gaps.len == 0;
	if (ok && !*complete)
		meeting_select_gap(view, vec_at(&gaps, 0));
	vec_release(&gaps);
	return ok && (*complete || meeting_gaps_open(view->app, view->args.id, err));
}

static bool ask_finalise(View *view, Err *err)
{
	bool complete;
	if (!is_complete(view, &complete, err))
		return false;
	if (!complete)
		return true;
	((MeetingScreen *)view->state)->asked_rev = meeting_of(view)->rev;
	const char *day = meeting_day(view, meeting_of(view)->held_on);
	return app_confirm(view,
		view_printf(view, tr("Hoàn tất biên bản buổi %s: cấp số, khóa lại?"), day),
		finalise, err);
}

static bool ask_number(View *view, Err *err)
{
	bool complete;
	if (*meeting_of(view)->number)
		return err_set(err, ERR_INVALID,
			tr("Biên bản này đã mang số %s; mở lại thì số giữ nguyên."),
			meeting_of(view)->number);
	return is_complete(view, &complete, err) &&
	       (!complete || meeting_number_open(view->app, view->args.id, err));
}

static bool versions(View *view, Err *err)
{
	return minutes_versions_open(view->app, view->args.id, err);
}

static bool reopen(View *view, Err *err)
{
	return meeting_reopen_open(view->app, view->args.id, err);
}

const Op meeting_ops[] = {
	{ "meeting-open", N_("Mở dòng đang chọn"), "Enter", NULL, RIGHT_READ,
		N_("Mở phần đầu, thành phần dự, diễn biến hoặc kết luận đang chọn."), NULL,
		open_row },
	{ "conclusion-add", N_("Thêm kết luận"), "F2", N_("Thêm"), RIGHT_MEETING,
		N_("Ghi một kết luận, ghi nhận hoặc nhiệm vụ, cho nội dung đang chọn."), is_open,
		add_conclusion },
	{ "meeting-edit", N_("Sửa dòng đang chọn"), "F4", N_("Sửa"), RIGHT_MEETING,
		N_("Sửa phần đầu, thành phần dự, diễn biến hoặc kết luận đang chọn."), is_open,
		edit_row },
	{ "minutes", N_("Xem cả biên bản"), "F6", N_("Xem"), RIGHT_READ,
		N_("Đọc biên bản từ đầu đến cuối."), NULL, view_minutes },
	{ "agenda-add", N_("Thêm nội dung"), "", NULL, RIGHT_MEETING,
		N_("Thêm một nội dung vào cuối chương trình."), is_open, add_item },
	{ "agenda-offer", N_("Đưa nhiệm vụ còn mở vào chương trình"), "", NULL, RIGHT_MEETING,
		N_("Việc chưa xong của vùng, từ mọi nguồn, quá hạn trước; chọn nhiều được."),
		is_open, offer },
	{ "agenda-rename", N_("Đổi tên nội dung"), "", NULL, RIGHT_MEETING,
		N_("Sửa tên của nội dung đang chọn."), is_open_on_item, rename_item },
	{ "agenda-up", N_("Đưa nội dung lên trước"), "Ctrl+U Ctrl+Up", NULL, RIGHT_MEETING,
		N_("Nội dung đang chọn đổi chỗ với nội dung trước nó."), is_open_below_first, move_up },
	{ "agenda-down", N_("Đưa nội dung xuống sau"), "Ctrl+D Ctrl+Down", NULL, RIGHT_MEETING,
		N_("Nội dung đang chọn đổi chỗ với nội dung sau nó."), is_open_above_last, move_down },
	{ "agenda-carry", N_("Chuyển nội dung sang kỳ sau"), "", NULL, RIGHT_MEETING,
		N_("Nội dung đang chọn nằm trong buổi sau của vùng; làm lại lần nữa thì thôi "
		   "chuyển."),
		is_open_on_item, carry_item },
	{ "agenda-remove", N_("Bỏ nội dung"), "", NULL, RIGHT_MEETING,
		N_("Bỏ khỏi chương trình một nội dung chưa ghi diễn biến, kết luận."), is_open_on_item,
		remove_item },
	{ "conclusion-task", N_("Chuyển ghi nhận thành nhiệm vụ"), "", NULL, RIGHT_MEETING,
		N_("Giao kết luận đang chọn cho một cơ quan, có hạn."), is_note, make_task },
	{ "task-open", N_("Mở nhiệm vụ của kết luận"), "", NULL, RIGHT_READ,
		N_("Xem tiến độ của nhiệm vụ mà kết luận đang chọn đã giao."), is_task, open_task },
	{ "attendance", N_("Thành phần dự"), "", NULL, RIGHT_READ, N_("Có mặt, vắng, khách mời."),
		NULL, open_attendance },
	{ "meeting-start", N_("Bắt đầu buổi làm việc"), "", NULL, RIGHT_MEETING,
		N_("Từ dự kiến sang đang diễn ra; giờ bắt đầu để trống thì lấy giờ này."),
		is_planned, start },
	{ "meeting-cancel", N_("Hủy buổi làm việc"), "", NULL, RIGHT_MEETING,
		N_("Buổi dự kiến mà không họp nữa; chương trình và thành phần dự bỏ theo."), is_planned,
		ask_cancel },
	{ "meeting-end", N_("Kết thúc buổi làm việc"), "", NULL, RIGHT_MEETING,
		N_("Sang biên bản nháp; giờ kết thúc để trống thì lấy giờ này."), is_in_progress,
		end },
	{ "meeting-finalise", N_("Hoàn tất biên bản"), "", NULL, RIGHT_FINALISE,
		N_("Cấp số và khóa biên bản; còn thiếu gì thì được nêu từng điều."), is_open,
		ask_finalise },
	{ "meeting-number", N_("Hoàn tất biên bản với số khác"), "", NULL, RIGHT_FINALISE,
		N_("Khi số tiếp theo đã dùng trên giấy: ghi số chưa dùng, được phép bỏ cách."),
		is_open, ask_number },
	{ "minutes-versions", N_("So các bản của biên bản"), "", NULL, RIGHT_READ,
		N_("Bản trước và sau mỗi lần mở lại, kèm lý do."), NULL, versions },
	{ "meeting-reopen", N_("Mở lại biên bản"), "", NULL, RIGHT_FINALISE,
		N_("Mở lại biên bản mới nhất của vùng, kèm lý do."), is_final, reopen },
	{ 0 },
};
