// SPDX-License-Identifier: MIT
// What a review's head says: what it covers, and how far it has come.
#include "tui/views/review_screen.h"

#include "base/tr.h"
#include "tui/views/prose_draw.h"

bool review_right(View *view, Right right, Place place)
{
	Err ignored = ERR_INIT;
	return right_check(view->core, right, place, &ignored);
}

// All of them lie in the half-year that is named beside them.
static const char *short_day(View *view, const char *iso)
{
	Date day;
	char shown[6];
	if (!date_parse(iso, &day))
		return iso;
	date_show_short(day, shown);
	return arena_strdup(&view->arena, shown);
}

const char *review_dates(View *view, const Review *review)
{
	char code[7];
	Date due;
	period_code(review->period, code);
	const char *dates = view_printf(view, tr("Kỳ %s (%s–%s) · chốt số liệu %s · hạn %s"), code,
		short_day(view, review->from), view_day(view, review->to),
		short_day(view, review->cutoff), short_day(view, review->due));
	if (review->state == REVIEW_APPROVED || !date_parse(review->due, &due))
		return dates;
	int past = (int)(date_days(core_day(view->core)) - date_days(due));
	if (past > 0)
		return view_printf(view, tr("%s, quá %d ngày"), dates, past);
	return view_printf(view, "%s, %s", dates, view_days_left(view, review->due));
}

static const char *comrade(View *view, const char *name, const char *post)
{
	return view_printf(
		view, "%s%s%s%s", *name ? tr("đ/c ") : "", name, *post ? ", " : "", post);
}

static const char *submitted(View *view, const Review *review)
{
	if (!review->submitted_at)
		return "";
	return view_printf(view, tr("Trình: %s, %s."), comrade(view, review->submitted_by, ""),
		view_instant(view, review->submitted_at));
}

static const char *decided(View *view, const Review *review, const char *what)
{
	return view_printf(view, "%s: %s, %s.", what,
		comrade(view, review->decided_by, review->decided_post),
		view_instant(view, review->decided_at));
}

static const char *approved(View *view, const Review *review)
{
	const char *paper = *review->paper_number
				    ? view_printf(view, tr(" Số văn bản %s."), review->paper_number)
				    : "";
	return view_printf(view, tr("%s %s%s Đã khóa, mã kiểm tra %.12s."), submitted(view, review),
		decided(view, review, tr("Duyệt")), paper, review->digest);
}

static Place region_of(const Review *review)
{
	return (Place){ .region_id = review->region_id };
}

static const char *due(View *view, const Review *review)
{
	return review_right(view, RIGHT_REVIEW_WRITE, region_of(review))
		       ? tr("Chưa soạn. F2 bắt đầu soạn: mục 1 được điền sẵn từ số liệu, ghi rõ "
			    "nguồn.")
		       : tr("Chưa soạn.");
}

static const char *waiting(View *view, const Review *review)
{
	const char *next = review_right(view, RIGHT_REVIEW_APPROVE, region_of(review))
				   ? tr("Chờ đồng chí: F9 › Duyệt hoặc Trả lại.")
				   : tr("Chờ lãnh đạo phụ trách vùng duyệt.");
	return view_printf(view, "%s %s", submitted(view, review), next);
}

static const char *drafting(View *view, const Review *review)
{
	(void)review;
	return review_right(view, RIGHT_REVIEW_WRITE, region_of(review))
		       ? tr("Đang soạn; đủ các phần thì F9 › Trình duyệt.")
		       : tr("Đang soạn.");
}

// The reason first: it is what the writers look for.
static const char *returned(View *view, const Review *review)
{
	if (!*review->return_reason)
		return decided(view, review, tr("Trả lại"));
	return view_printf(view, tr("Trả lại: %s (%s, %s)"), review->return_reason,
		comrade(view, review->decided_by, ""), view_instant(view, review->decided_at));
}

const char *review_course(View *view, const Review *review)
{
	static const char *(*const words[])(View *, const Review *) = {
		[REVIEW_DUE] = due,
		[REVIEW_DRAFTING] = drafting,
		[REVIEW_SUBMITTED] = waiting,
		[REVIEW_RETURNED] = returned,
		[REVIEW_APPROVED] = approved,
	};
	return words[review->state](view, review);
}

// What is missing ------------------------------------------------------------------------------

typedef enum { LACK_SECTION, LACK_MARK, LACK_REASON, LACK_COUNT } Lack;

static Lack lack_of(const ReviewRow *row)
{
	if (row->kind == REVIEW_ROW_SECTION)
		return LACK_SECTION;
	return *row->mark.proposed_by || *row->mark.marked_by ? LACK_REASON : LACK_MARK;
}

const char *review_lacks(View *view, const Vec *rows, const Vec *gaps)
{
	static const char *const heads[LACK_COUNT] = {
		[LACK_SECTION] = N_("mục"),
		[LACK_MARK] = N_("nhận xét"),
		[LACK_REASON] = N_("lý do của"),
	};
	const char *lists[LACK_COUNT] = { "", "", "" }, *all = "";
	for (size_t i = 0; i < rows->len; i++) {
		const ReviewRow *row = vec_at(rows, i);
		if (!row->lacks)
			continue;
		const char **list = &lists[lack_of(row)];
		const char *name = row->kind == REVIEW_ROW_SECTION
					   ? view_printf(view, "%d", row->section + 1)
					   : row->mark.district;
		*list = view_printf(view, "%s%s%s", *list, **list ? ", " : "", name);
	}
	for (int i = 0; i < LACK_COUNT; i++)
		if (*lists[i])
			all = view_printf(
				view, "%s%s%s %s", all, *all ? "; " : "", tr(heads[i]), lists[i]);
	// Core decides; should it ever ask for more than a row shows, its own words stand.
	return view_printf(
		view, tr("Còn thiếu: %s."), *all ? all : view_join(view, gaps->items, gaps->len));
}
