// SPDX-License-Identifier: MIT
// What one types into a review: a section's text, a district's mark, the approval, the return.
#include "base/tr.h"
#include "core/change.h"
#include "tui/views/forms.h"
#include "tui/views/review_screen.h"

#include <string.h>

// A section ------------------------------------------------------------------------------------

// A section's own revision: two people may write two sections of one review at the same time, and
// only a change to the same section is a conflict. FNV-1a.
static int64_t text_mark(const char *text)
{
	uint64_t hash = 14695981039346656037U;
	for (const char *c = text; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211U;
	return (int64_t)(hash >> 1);
}

static bool load_section(View *view, const char **title, const char **text, int64_t *rev, Err *err)
{
	Review review;
	int section = (int)view->args.other_id;
	if (!review_by_id(view->core, view->args.id, &view->arena, &review, err))
		return false;
	view->place = (Place){ .region_id = review.region_id };
	*title = view_printf(view, "%d. %s", section + 1, review_section_title(section));
	*text = review.sections[section];
	*rev = text_mark(*text);
	return true;
}

static bool save_section(View *view, const char *text, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	Review review;
	int section = (int)view->args.other_id;
	bool ok = review_by_id(view->core, view->args.id, &arena, &review, err);
	if (ok && text_mark(review.sections[section]) != rev) {
		err_set(err, ERR_CONFLICT, "%s", tr("Mục này vừa có người khác sửa; chưa ghi gì."));
		ok = err_hint(err, "%s", tr("Xem bản mới (Esc rồi mở lại) trước khi ghi đè."));
	}
	ok = ok && review_save_section(view->core, review.id, review.rev, section, text, err);
	arena_release(&arena);
	return ok;
}

const TextSpec review_section_text = {
	.name = "review-section",
	.load = load_section,
	.save = save_section,
	.need = RIGHT_REVIEW_WRITE,
};

bool review_section_open(View *view, const Review *review, int section, Err *err)
{
	ViewArgs args = { .id = review->id, .other_id = section };
	return text_view_open(view->app, &review_section_text, &args, err);
}

// A mark ---------------------------------------------------------------------------------------

// In the order of Mark.
static const char *const mark_labels[] = { N_("Chưa nhận xét"), N_("Tốt"), N_("Đạt yêu cầu"),
	N_("Chưa đạt yêu cầu"), NULL };

static const Field mark_fields[] = {
	{ .name = "mark",
		.label = N_("Nhận xét"),
		.kind = FIELD_CHOICE,
		.choices = mark_labels,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "reason",
		.label = N_("Lý do"),
		.kind = FIELD_LINE,
		.hint = N_("Phải ghi khi chưa đạt yêu cầu; Ctrl+S để ghi.") },
	{ 0 },
};

static bool find_mark(View *form, ReviewMark *out, Review *review, Err *err)
{
	Vec marks;
	bool found = false;
	vec_init(&marks, sizeof(ReviewMark));
	bool ok = review_by_id(form->core, form->args.id, &form->arena, review, err) &&
		  review_marks(form->core, review, &form->arena, &marks, err);
	for (size_t i = 0; ok && i < marks.len; i++) {
		const ReviewMark *mark = vec_at(&marks, i);
		if (mark->district_id != form->args.other_id)
			continue;
		*out = *mark;
		found = true;
	}
	vec_release(&marks);
	if (ok && !found)
		err_set(err, ERR_NOT_FOUND, "%s", tr("Địa phương này không còn trong bản sơ kết."));
	return ok && found;
}

// A row that has not been stored yet was read as none.
static void keep_mark_rev(View *form, const ReviewMark *mark)
{
	form_keep_rev(form, mark->id ? mark->rev : REV_NONE);
}

static bool fill_proposal(View *form, Err *err)
{
	ReviewMark mark;
	Review review;
	if (!find_mark(form, &mark, &review, err))
		return false;
	form->place = (Place){ .district_id = mark.district_id };
	keep_mark_rev(form, &mark);
	form->title = view_printf(form, tr("Dự kiến nhận xét %s"), mark.district);
	form_set_choice(form, "mark", (int)mark.proposed);
	form_set(form, "reason", mark.proposed_reason);
	return true;
}

// What was proposed stands there until the lead has said otherwise.
static bool fill_decision(View *form, Err *err)
{
	ReviewMark mark;
	Review review;
	if (!find_mark(form, &mark, &review, err))
		return false;
	bool decided = *mark.marked_by;
	form->place = (Place){ .region_id = review.region_id };
	keep_mark_rev(form, &mark);
	form->title = view_printf(form, tr("Quyết định nhận xét %s"), mark.district);
	form_set_choice(form, "mark", (int)(decided ? mark.mark : mark.proposed));
	form_set(form, "reason", decided ? mark.mark_reason : mark.proposed_reason);
	return true;
}

static MarkOf mark_of(const View *form)
{
	return (MarkOf){ form->args.other_id, form_kept_rev(form) };
}

static bool submit_proposal(View *form, Err *err)
{
	return review_propose(form->core, form->args.id, mark_of(form), (Mark)form_choice(form, "mark"), form_text(form, "reason"), err);
}

static bool submit_decision(View *form, Err *err)
{
	return review_decide(form->core, form->args.id, mark_of(form), (Mark)form_choice(form, "mark"), form_text(form, "reason"), err);
}

const FormSpec review_proposal_form = {
	.name = "review-proposal",
	.stale = FORM_MERGES,
	.title = N_("Dự kiến nhận xét"),
	.fields = mark_fields,
	.fill = fill_proposal,
	.submit = submit_proposal,
	.done = N_("Đã ghi dự kiến. F8 hoàn tác."),
	.need = RIGHT_REVIEW_MARK,
};

const FormSpec review_decision_form = {
	.name = "review-decision",
	.stale = FORM_MERGES,
	.title = N_("Quyết định nhận xét"),
	.fields = mark_fields,
	.fill = fill_decision,
	.submit = submit_decision,
	.done = N_("Đã ghi quyết định. F8 hoàn tác."),
	.need = RIGHT_REVIEW_APPROVE,
};

bool review_mark_open(View *view, const Review *review, int64_t district_id, Err *err)
{
	ViewArgs args = { .id = review->id, .other_id = district_id };
	return form_open(view->app,
		review->state == REVIEW_SUBMITTED ? &review_decision_form : &review_proposal_form, &args, err);
}

// Approval and return --------------------------------------------------------------------------

// All of these say which region's review of which period they are about.
static bool fill_region(View *form, Err *err)
{
	Review review;
	if (!form_about(form, (Thing){ NOUN_REVIEW, form->args.id }, err) ||
		!review_by_id(form->core, form->args.id, &form->arena, &review, err))
		return false;
	form->place = (Place){ .region_id = review.region_id };
	return true;
}

// other_id is the revision that the person has read on the screen below; 0 once that is known to be
// stale, and the form is filled in again from what is stored.
static bool fill_read(View *form, Err *err)
{
	Review review;
	if (!fill_region(form, err) ||
		!review_by_id(form->core, form->args.id, &form->arena, &review, err))
		return false;
	form_keep_rev(form, form->args.other_id ? form->args.other_id : review.rev);
	form->args.other_id = 0;
	return true;
}

static const Field approve_fields[] = {
	{ .name = "typed",
		.label = N_("Gõ lại mã kỳ"),
		.kind = FIELD_LINE,
		.code = true,
		.hint = N_("Mã kỳ như ghi ở trên, dạng 2021H2. Duyệt xong thì khóa.") },
	{ .name = "paper_number",
		.label = N_("Số văn bản"),
		.kind = FIELD_LINE,
		.hint = N_("Số của bản đã ký, ví dụ 52-BC/TU; có thể để trống.") },
	{ 0 },
};

static bool submit_approval(View *form, Err *err)
{
	Period period;
	char code[7];
	const char *typed = form_text(form, "typed");
	if (period_parse(typed, &period)) { // 2021h2 is as good
		period_code(period, code);
		typed = code;
	}
	return review_approve(form->core, form->args.id, form_kept_rev(form), typed,
		form_text(form, "paper_number"), err);
}

const FormSpec review_approve_form = {
	.name = "review-approve",
	.title = N_("Duyệt"),
	.fields = approve_fields,
	.fill = fill_read,
	.submit = submit_approval,
	.stale = FORM_READ_AGAIN,
	.done = N_("Đã duyệt. Nội dung, số liệu và nhận xét từ nay không đổi."),
	.need = RIGHT_REVIEW_APPROVE,
};

bool review_approve_open(View *view, const Review *review, Err *err)
{
	ViewArgs args = { .id = review->id, .other_id = review->rev };
	return form_open(view->app, &review_approve_form, &args, err);
}

static const Field return_fields[] = {
	{ .name = "reason",
		.label = N_("Lý do trả lại"),
		.kind = FIELD_TEXT,
		.rows = 5,
		.hint = N_("Cần sửa gì, ở mục nào; người soạn thấy ngay. Ctrl+S để trả lại.") },
	{ 0 },
};

static bool submit_return(View *form, Err *err)
{
	return review_return(
		form->core, form->args.id, form_kept_rev(form), form_text(form, "reason"), err);
}

const FormSpec review_return_form = {
	.name = "review-return",
	.stale = FORM_MERGES,
	.title = N_("Trả lại"),
	.fields = return_fields,
	.fill = fill_read,
	.submit = submit_return,
	.done = N_("Đã trả lại để soạn tiếp."),
	.need = RIGHT_REVIEW_RETURN,
};

bool review_return_open(View *view, const Review *review, Err *err)
{
	ViewArgs args = { .id = review->id, .other_id = review->rev };
	return form_open(view->app, &review_return_form, &args, err);
}

// The paper ------------------------------------------------------------------------------------

static bool fill_paper(View *form, Err *err)
{
	Review review;
	if (!fill_read(form, err) ||
		!review_by_id(form->core, form->args.id, &form->arena, &review, err))
		return false;
	form_set(form, "paper_number", review.paper_number);
	return true;
}

static bool submit_paper(View *form, Err *err)
{
	return review_record_paper(form->core, form->args.id, form_kept_rev(form),
		form_text(form, "paper_number"), err);
}

const FormSpec review_paper_form = {
	.name = "review-paper",
	.stale = FORM_MERGES,
	.title = N_("Ghi số văn bản"),
	.fields = approve_fields + 1,
	.fill = fill_paper,
	.submit = submit_paper,
	.done = N_("Đã ghi số văn bản; bản đã duyệt giữ nguyên."),
	.need = RIGHT_READ, // core asks: the region's lead or the Office
};

bool review_paper_open(View *view, const Review *review, Err *err)
{
	ViewArgs args = { .id = review->id, .other_id = review->rev };
	return form_open(view->app, &review_paper_form, &args, err);
}

// What follows ---------------------------------------------------------------------------------

static const Field follow_up_fields[] = {
	{ .name = "title",
		.label = N_("Việc phải làm"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.hint = N_("Nội dung việc; Tab sang ô khác, Ctrl+S để giao.") },
	{ .name = "body",
		.label = N_("Cơ quan chủ trì"),
		.kind = FIELD_PICK,
		.candidates = pick_body,
		.hint = N_("Gõ vài chữ; để trống thì là cấp ủy của địa phương được chọn.") },
	{ .name = "due",
		.label = N_("Hạn"),
		.kind = FIELD_DATE,
		.hint = N_("Như người ta viết: +15 ngày, 10/12, cuối năm, quý I-2022.") },
	{ .name = "places",
		.label = N_("Nơi thực hiện"),
		.kind = FIELD_PICK,
		.candidates = pick_region_place,
		.hint = N_("Cả vùng, hoặc một địa phương của vùng.") },
	{ 0 },
};

// other_id is the district that was selected, if one was.
static bool fill_follow_up(View *form, Err *err)
{
	if (!fill_region(form, err))
		return false;
	form_set_pick(form, "places", form->args.other_id ? form->args.other_id : PICK_WHOLE);
	return true;
}

static bool submit_follow_up(View *form, Err *err)
{
	char due[11];
	int64_t task_id, district = form_pick(form, "places");
	Place place = { .district_id = district };
	if (!form_date(form, "due", due, err))
		return false;
	const FollowUp follow_up = {
		.title = form_text(form, "title"),
		.body_id = form_pick(form, "body"),
		.due = due,
		.deadline_words = form_deadline_words(form, "due"),
		.places = &place,
		.places_n = district > 0 ? 1 : 0,
	};
	return review_follow_up(form->core, form->args.id, &follow_up, &task_id, err);
}

const FormSpec review_follow_up_form = {
	.name = "review-follow-up",
	.stale = FORM_ADDS,
	.title = N_("Giao việc sau sơ kết"),
	.fields = follow_up_fields,
	.fill = fill_follow_up,
	.submit = submit_follow_up,
	.done = N_("Đã giao thành nhiệm vụ. F8 hoàn tác."),
	.need = RIGHT_REVIEW_WRITE,
};

bool review_follow_up_open(View *view, const Review *review, Err *err)
{
	const ReviewScreen *screen = view->state;
	const ReviewRow *row = vec_at(&screen->rows, (size_t)screen->list.selected);
	ViewArgs args = { .id = review->id,
		.other_id = row->kind == REVIEW_ROW_MARK ? row->mark.district_id : 0 };
	return form_open(view->app, &review_follow_up_form, &args, err);
}
