// SPDX-License-Identifier: MIT
// The rows of a review's screen: sections, marks, and what follows from it.
#include "tui/views/review_screen.h"

#include "base/tr.h"
#include "core/figures.h"
#include "text/ranges.h"
#include "tui/views/figures_draw.h"
#include "tui/views/prose_draw.h"

#include <string.h>

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \n")];
}

static const char *section_before(View *view, int section)
{
	const Review *before = &((const ReviewScreen *)view->state)->before;
	return before->id ? before->sections[section] : "";
}

static void add_sections(View *view, bool readable)
{
	ReviewScreen *screen = view->state;
	for (int i = 0; i < REVIEW_SECTIONS; i++) {
		const char *text = screen->review.sections[i];
		*(ReviewRow *)vec_push(&screen->rows) = (ReviewRow){
			.kind = REVIEW_ROW_SECTION,
			.section = i,
			.readable = readable,
			.title = view_printf(view, "%d. %s", i + 1, review_section_title(i)),
			.text = readable ? text
					 : tr("Người phụ trách, thư ký giúp việc và Văn phòng xem "
					      "được bản chưa duyệt."),
			.start = prose_start(view, text),
			.before = section_before(view, i),
			.words = range_words(text, (Range){ 0, strlen(text) }),
			// The last one may stay empty: not every half-year asks something of
			// somebody.
			.lacks = i < REVIEW_SECTIONS - 1 && is_blank(text),
		};
	}
}

static const char *spoken(
	View *view, const char *what, Mark mark, const char *reason, const char *by)
{
	return view_printf(view, "%s: %s%s%s%s%s%s", what, mark_name(mark),
		*by ? tr(" — đ/c ") : "", by, *reason ? "\n" : "", *reason ? tr("Lý do: ") : "",
		reason);
}

static const char *mark_text(View *view, const ReviewMark *mark)
{
	const char *text = *mark->proposed_by ? spoken(view, tr("Dự kiến"), mark->proposed,
							mark->proposed_reason, mark->proposed_by)
					      : tr("Chưa có dự kiến nhận xét.");
	if (!*mark->marked_by)
		return text;
	return view_printf(view, "%s\n%s",
		spoken(view, tr("Quyết định"), mark->mark, mark->mark_reason, mark->marked_by),
		text);
}

// Vec of ReviewMark of the half-year before; empty where nobody may read them.
static bool load_marks_before(View *view, Vec *out, Err *err)
{
	const Review *before = &((const ReviewScreen *)view->state)->before;
	bool readable = before->state == REVIEW_APPROVED ||
			review_right(view, RIGHT_READ_OPEN, view->place);
	return !before->id || !readable ||
	       review_marks(view->core, before, &view->arena, out, err);
}

static const char *mark_before(View *view, const Vec *marks, int64_t district_id)
{
	for (size_t i = 0; i < marks->len; i++) {
		const ReviewMark *mark = vec_at(marks, i);
		if (mark->district_id == district_id)
			return mark_text(view, mark);
	}
	return "";
}

static void add_mark(View *view, const ReviewMark *mark, const Vec *before)
{
	ReviewScreen *screen = view->state;
	bool readable =
		screen->review.state == REVIEW_APPROVED ||
		review_right(view, RIGHT_READ_OPEN, (Place){ .district_id = mark->district_id });
	bool unsaid = !*mark->proposed_by && !*mark->marked_by;
	*(ReviewRow *)vec_push(&screen->rows) = (ReviewRow){
		.kind = REVIEW_ROW_MARK,
		.mark = *mark,
		.readable = readable,
		.title = mark->district,
		.text = readable ? mark_text(view, mark)
				 : tr("Nhận xét chưa duyệt, chưa xem được."),
		.start = prose_start(
			view, *mark->marked_by ? mark->mark_reason : mark->proposed_reason),
		.before = mark_before(view, before, mark->district_id),
		.lacks = unsaid || (mark->proposed == MARK_UNMET && !*mark->proposed_reason),
	};
}

static const char *count_marks(View *view, const Vec *marks)
{
	int counts[MARK_COUNT] = { 0 };
	for (size_t i = 0; i < marks->len; i++) {
		const ReviewMark *mark = vec_at(marks, i);
		counts[*mark->marked_by ? mark->mark : mark->proposed]++;
	}
	return view_printf(view, "%s: %d · %s: %d · %s: %d · %s: %d", mark_name(MARK_GOOD),
		counts[MARK_GOOD], mark_name(MARK_MET), counts[MARK_MET], mark_name(MARK_UNMET),
		counts[MARK_UNMET], mark_name(MARK_NONE), counts[MARK_NONE]);
}

static bool add_marks(View *view, bool readable, Err *err)
{
	ReviewScreen *screen = view->state;
	Vec marks, before;
	vec_init(&marks, sizeof(ReviewMark));
	vec_init(&before, sizeof(ReviewMark));
	bool ok = review_marks(view->core, &screen->review, &view->arena, &marks, err) &&
		  load_marks_before(view, &before, err);
	if (ok)
		*(ReviewRow *)vec_push(&screen->rows) = (ReviewRow){
			.kind = REVIEW_ROW_HEADING,
			.readable = readable,
			.start = "",
			.before = "",
			.title = tr("Nhận xét các địa phương"),
			.text = readable ? count_marks(view, &marks)
					 : tr("Nhận xét chưa duyệt, chưa xem được."),
		};
	for (size_t i = 0; ok && i < marks.len; i++)
		add_mark(view, vec_at(&marks, i), &before);
	vec_release(&before);
	vec_release(&marks);
	return ok;
}

// "TP Phú Quốc · hạn 30/01/2022 · hoàn thành 0/1"; one that has no day says how it stands.
static const char *follow_up_tail(View *view, const Vec *leaves)
{
	Figures figures = { 0 };
	const Leaf *first = vec_at(leaves, 0);
	const char *where = leaves->len == 1 ? first->place_title :
					       view_printf(view, tr("%zu nơi"), leaves->len);
	for (size_t i = 0; i < leaves->len; i++)
		figures_add_leaf(&figures, vec_at(leaves, i));
	const char *state = leaves->len == 1 ? leaf_state(view, first) :
					       view_printf(view, tr("hoàn thành %d/%d"), figures.done,
						       figures.all);
	return view_printf(view, "%s · %s%s", where, figures.late ? "! " : "", state);
}

static bool add_follow_up(View *view, const Task *task, Err *err)
{
	ReviewScreen *screen = view->state;
	LeafFilter filter = { .task_id = task->id };
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(view->core, &filter, &view->arena, &leaves, err);
	if (ok)
		*(ReviewRow *)vec_push(&screen->rows) = (ReviewRow){
			.kind = REVIEW_ROW_FOLLOW_UP,
			.task_id = task->id,
			.readable = true,
			.title = task->code,
			.start = task->title,
			.before = "",
			.tail = leaves.len ? follow_up_tail(view, &leaves) : "",
			.text = view_printf(view, "%s%s%s%s%s", task->title,
				task->leads_n ? "\n" : "", task->leads_n ? task->leads[0] : "",
				*task->due ? tr("\nHạn: ") : "", view_day(view, task->due)),
		};
	vec_release(&leaves);
	return ok;
}

static bool add_follow_ups(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	Vec tasks;
	if (!screen->review.id)
		return true;
	vec_init(&tasks, sizeof(Task));
	bool ok = review_follow_ups(view->core, screen->review.id, &view->arena, &tasks, err);
	if (ok && tasks.len)
		*(ReviewRow *)vec_push(&screen->rows) = (ReviewRow){
			.kind = REVIEW_ROW_FOLLOW_HEADING,
			.readable = true,
			.start = "",
			.before = "",
			.title = tr("Việc giao sau sơ kết"),
			.text = tr("Enter trên một dòng mở nhiệm vụ; F2 giao thêm."),
		};
	for (size_t i = 0; ok && i < tasks.len; i++)
		ok = add_follow_up(view, vec_at(&tasks, i), err);
	vec_release(&tasks);
	return ok;
}

bool review_is_draft(const Review *review)
{
	return review->state == REVIEW_DRAFTING || review->state == REVIEW_RETURNED;
}

static bool load_gaps(View *view, bool readable, Err *err)
{
	ReviewScreen *screen = view->state;
	Vec gaps;
	screen->gaps = "";
	if (!readable || !review_is_draft(&screen->review))
		return true;
	vec_init(&gaps, sizeof(const char *));
	bool ok = review_gaps(view->core, &screen->review, &view->arena, &gaps, err);
	if (ok && gaps.len)
		screen->gaps = review_lacks(view, &screen->rows, &gaps);
	vec_release(&gaps);
	return ok;
}


// The half-year before the first one has no review, and needs none.
static bool load_before(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	return review_get(view->core, view->args.id, period_previous(screen->review.period),
		&view->arena, &screen->before, err);
}

bool review_rows_load(View *view, Err *err)
{
	ReviewScreen *screen = view->state;
	bool readable = screen->review.state == REVIEW_APPROVED ||
			review_right(view, RIGHT_READ_OPEN, view->place);
	vec_clear(&screen->rows);
	if (!load_before(view, err))
		return false;
	add_sections(view, readable);
	if (!add_marks(view, readable, err) || !load_gaps(view, readable, err) ||
		!add_follow_ups(view, err))
		return false;
	list_set_count(&screen->list, (int)screen->rows.len);
	return true;
}
