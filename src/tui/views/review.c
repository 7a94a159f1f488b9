// SPDX-License-Identifier: MIT
// A region's review of a half-year: its sections and marks, and the way from draft to approval.
#include "tui/views.h"

#include "base/tr.h"
#include "tui/row_key.h"
#include "tui/thing.h"
#include "tui/views/prose_draw.h"
#include "tui/views/review_screen.h"

#include <string.h>

static bool open_review(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	(void)err;
	vec_init(&screen->rows, sizeof(ReviewRow));
	return true;
}

static void close_review(View *view)
{
	ReviewScreen *screen = view->state;
	vec_release(&screen->rows);
}

bool review_screen_period(const View *view, Period *out, Err *err)
{
	*out = review_current(view->core);
	if (!*view->args.code || period_parse(view->args.code, out))
		return true;
	return err_set(err, ERR_INVALID, tr("“%s” không phải là một kỳ sơ kết."), view->args.code);
}

static void load_words(View *view)
{
	ReviewScreen *screen = view->state;
	const Review *review = &screen->review;
	char name[48], code[7];
	period_name(review->period, name, sizeof(name));
	period_code(review->period, code);
	// The crumbs stand over the form in which this code is typed.
	view->title = view_printf(view, tr("Sơ kết %s"), code);
	screen->name = view_printf(view, tr("Sơ kết %s"), name);
	screen->state = review->overdue ? view_printf(view, tr("! %s, quá hạn"),
						  review_state_name(review->state))
					: review_state_name(review->state);
	screen->dates = review_dates(view, review);
	// What a draft lacks says more than that it is one.
	screen->course = review->state == REVIEW_DRAFTING && *screen->gaps
				 ? ""
				 : review_course(view, review);
	bool may_begin = review->state == REVIEW_DUE &&
			 review_right(view, RIGHT_REVIEW_WRITE, (Place){ .region_id = review->region_id });
	view->note = may_begin
			     ? tr("F2 bắt đầu soạn · ? trợ giúp")
			     : tr("Enter mở · F6 xem toàn văn · F9 các bước duyệt");
}

static bool load(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	Period period;
	view->place = (Place){ .region_id = view->args.id };
	if (!review_screen_period(view, &period, err) ||
		!review_get(view->core, view->args.id, period, &view->arena, &screen->review, err))
		return false;
	view->thing = (Thing){ NOUN_REVIEW, screen->review.id };
	if (!review_rows_load(view, err) ||
		!review_signed(view, &screen->review, &screen->signed_by, &screen->signed_style, err))
		return false;
	screen->sign_hint = review_sign_hint(view, &screen->review);
	load_words(view);
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const ReviewRow *row = vec_at(&((const ReviewScreen *)view->state)->rows, (size_t)index);
	int64_t ids[] = { [REVIEW_ROW_SECTION] = row->section,
		[REVIEW_ROW_MARK] = row->mark.district_id, [REVIEW_ROW_FOLLOW_UP] = row->task_id };
	return row_key_of(ids[row->kind], row->kind, 0);
}

static List *list_of(View *view)
{
	ReviewScreen *screen = view->state;
	return &screen->list;
}

// Operations -----------------------------------------------------------------------------------

static const ReviewRow *selected(const View *view)
{
	const ReviewScreen *screen = view->state;
	return vec_at(&screen->rows, (size_t)screen->list.selected);
}

static const Review *review_of(const View *view)
{
	const ReviewScreen *screen = view->state;
	return &screen->review;
}

static bool fail_state(const Review *review, Err *err)
{
	static const struct {
		const char *message, *hint;
	} reasons[] = {
		[REVIEW_DUE] = { N_("Bản sơ kết này chưa bắt đầu soạn."), N_("F2 bắt đầu soạn.") },
		[REVIEW_DRAFTING] = { N_("Bản sơ kết này đang soạn, chưa trình duyệt."), NULL },
		[REVIEW_SUBMITTED] = { N_("Bản sơ kết này đang chờ duyệt."),
			N_("Lãnh đạo vùng duyệt hoặc trả lại.") },
		[REVIEW_RETURNED] = { N_("Bản sơ kết này đã trả lại, đang soạn tiếp."), NULL },
		[REVIEW_APPROVED] = { N_("Bản sơ kết này đã duyệt nên không sửa được."),
			N_("Điều cần bổ sung ghi vào kỳ sau.") },
	};
	err_set(err, ERR_INVALID, "%s", tr(reasons[review->state].message));
	const char *hint = reasons[review->state].hint;
	return hint ? err_hint(err, "%s", tr(hint)) : false;
}

// Until it is submitted the writers', then the lead's.
static bool may_edit(View *view, Err *err)
{
	const Review *review = review_of(view);
	const ReviewRow *row = selected(view);
	if (row->kind != REVIEW_ROW_SECTION && row->kind != REVIEW_ROW_MARK)
		return err_set(err, ERR_INVALID, "%s", tr("Chọn một mục hoặc một địa phương."));
	if (review->state == REVIEW_DUE || review->state == REVIEW_APPROVED)
		return fail_state(review, err);
	if (review->state == REVIEW_SUBMITTED)
		return review_right(view, RIGHT_REVIEW_APPROVE, view->place) ||
		       fail_state(review, err);
	if (row->kind == REVIEW_ROW_SECTION)
		return right_check(view->core, RIGHT_REVIEW_WRITE, view->place, err);
	return right_check(view->core, RIGHT_REVIEW_MARK,
		(Place){ .district_id = row->mark.district_id }, err);
}

static bool edit_row(View *view, Err *err)
{
	const ReviewRow *row = selected(view);
	if (row->kind == REVIEW_ROW_SECTION)
		return review_section_open(view, review_of(view), row->section, err);
	return review_mark_open(view, review_of(view), row->mark.district_id, err);
}

static bool may_read(View *view, Err *err)
{
	if (review_of(view)->state == REVIEW_DUE)
		return fail_state(review_of(view), err);
	return review_of(view)->state == REVIEW_APPROVED ||
	       right_check(view->core, RIGHT_READ_OPEN, view->place, err);
}

static bool read_part(View *view, int section, Err *err)
{
	ViewArgs args = view->args;
	char code[7];
	period_code(review_of(view)->period, code);
	memcpy(args.code, code, sizeof(code));
	args.other_id = section;
	return app_open(view->app, &review_text_view, &args, err);
}

static bool read_all(View *view, Err *err)
{
	return read_part(view, 0, err);
}

// What may not be written may still be read; of a mark the preview shows all there is.
static bool may_open(View *view, Err *err)
{
	const ReviewRow *row = selected(view);
	Err ignored = ERR_INIT;
	if (row->kind == REVIEW_ROW_FOLLOW_UP)
		return true;
	return row->kind == REVIEW_ROW_MARK ? may_edit(view, err)
					    : may_edit(view, &ignored) || may_read(view, err);
}

static bool open_row(View *view, Err *err)
{
	const ReviewRow *row = selected(view);
	Err ignored = ERR_INIT;
	if (row->kind == REVIEW_ROW_FOLLOW_UP)
		return thing_open(view->app, (Thing){ NOUN_TASK, row->task_id }, err);
	if (may_edit(view, &ignored))
		return edit_row(view, err);
	return read_part(view, row->kind == REVIEW_ROW_SECTION ? row->section + 1 : 0, err);
}


static bool begin(View *view, Err *err)
{
	int64_t id;
	ReviewScreen *screen = view->state;
	if (!review_begin(view->core, view->args.id, screen->review.period, &id, err))
		return false;
	list_select(&screen->list, 0);
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã điền mục 1 từ số liệu; đọc lại và sửa trước khi trình."));
	return true;
}

// What can be added to a review: the draft itself, then what follows from it.
static bool add(View *view, Err *err)
{
	const Review *review = review_of(view);
	return review->state == REVIEW_DUE ? begin(view, err) :
					     review_follow_up_open(view, review, err);
}

static bool is_approved(View *view, Err *err)
{
	return review_of(view)->state == REVIEW_APPROVED || fail_state(review_of(view), err);
}

static bool paper(View *view, Err *err)
{
	return review_paper_open(view, review_of(view), err);
}

static bool signature(View *view, Err *err)
{
	return app_open(view->app, &review_signature_view, &view->args, err);
}

static bool has_before(View *view, Err *err)
{
	const ReviewScreen *screen = view->state;
	return screen->before.id || err_set(err, ERR_NOT_FOUND, "%s", tr("Kỳ trước không có bản sơ kết."));
}

static bool turn(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	(void)err;
	screen->shows = screen->shows == REVIEW_SHOWS_THIS ? REVIEW_SHOWS_BEFORE : REVIEW_SHOWS_THIS;
	return true;
}

static bool is_drafting(View *view, Err *err)
{
	return review_is_draft(review_of(view)) || fail_state(review_of(view), err);
}

static bool is_submitted(View *view, Err *err)
{
	return review_of(view)->state == REVIEW_SUBMITTED || fail_state(review_of(view), err);
}

static bool submit(View *view, Err *err)
{
	const ReviewScreen *screen = view->state;
	if (!review_submit(view->core, screen->review.id, screen->asked_rev, err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã trình duyệt."));
	return true;
}

static void select_first_gap(ReviewScreen *screen)
{
	for (size_t i = 0; i < screen->rows.len; i++) {
		if (!((const ReviewRow *)vec_at(&screen->rows, i))->lacks)
			continue;
		list_select(&screen->list, (int)i);
		return;
	}
}

static bool ask_submit(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	if (*screen->gaps) {
		select_first_gap(screen);
		return err_set(err, ERR_INVALID, "%s", screen->gaps);
	}
	screen->asked_rev = screen->review.rev;
	return app_confirm(view, tr("Trình duyệt? Sau đó chỉ lãnh đạo sửa được."), submit, err);
}

static bool approve(View *view, Err *err)
{
	return review_approve_open(view, review_of(view), err);
}

static bool give_back(View *view, Err *err)
{
	return review_return_open(view, review_of(view), err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ,
		N_("Soạn mục, nhận xét địa phương đang chọn; không sửa được thì đọc."), may_open,
		open_row },
	{ "review-add", N_("Bắt đầu soạn; giao việc sau sơ kết"), "F2", N_("Thêm"), RIGHT_REVIEW_WRITE,
		N_("Chưa soạn: lập bản nháp, mục 1 điền từ số liệu. Đã soạn: giao một việc thành nhiệm vụ."),
		NULL, add },
	{ "review-edit", N_("Sửa"), "F4", N_("Sửa"), RIGHT_READ,
		N_("Sửa mục hoặc nhận xét đang chọn."), may_edit, edit_row },
	{ "review-read", N_("Xem toàn văn"), "F6", N_("Xem"), RIGHT_READ,
		N_("Cả bản sơ kết; đã duyệt thì đúng văn bản đã khóa."), may_read, read_all },
	{ "review-before", N_("Kỳ này, kỳ trước"), "Left Right", NULL, RIGHT_READ,
		N_("Mục hay địa phương đang chọn: của kỳ này, của kỳ trước; màn hình rộng có cả hai."), has_before,
		turn },
	{ "review-submit", N_("Trình duyệt"), "", NULL, RIGHT_REVIEW_WRITE,
		N_("Trình lãnh đạo phụ trách vùng; còn thiếu phần nào thì chỉ ra."), is_drafting,
		ask_submit },
	{ "review-approve", N_("Duyệt"), "", NULL, RIGHT_REVIEW_APPROVE,
		N_("Duyệt và khóa: gõ lại mã kỳ, ghi số văn bản."), is_submitted, approve },
	{ "review-return", N_("Trả lại"), "", NULL, RIGHT_REVIEW_RETURN,
		N_("Trả lại để soạn tiếp, ghi rõ lý do."), is_submitted, give_back },
	{ "review-paper", N_("Ghi số văn bản"), "", NULL, RIGHT_REVIEW_RETURN,
		N_("Số của bản giấy đã ký, khi có sau lúc duyệt."), is_approved, paper },
	{ "review-signature", N_("Ký số"), "", NULL, RIGHT_READ,
		N_("Ai đã ký, chữ ký còn đúng không; lệnh để người đã duyệt ký."), is_approved, signature },
	{ 0 },
};

const ViewOps review_view = {
	.name = "review",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(ReviewScreen),
	.ops = ops,
	.open = open_review,
	.load = load,
	.draw = review_draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_review,
};
