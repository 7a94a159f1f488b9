// SPDX-License-Identifier: MIT
// A review to read: one section, or all of it; once approved, the frozen text and nothing else.
#include "tui/views.h"

#include "base/tr.h"
#include "tui/views/prose_draw.h"
#include "tui/views/review_screen.h"

#include <string.h>

enum { MARK_INDENT = 22 };

typedef struct {
	Pager pager;
} TextScreen;

static bool open_text(View *view, Err *err)
{
	TextScreen *screen = view->state;
	(void)err;
	pager_init(&screen->pager);
	return true;
}

static void close_text(View *view)
{
	TextScreen *screen = view->state;
	pager_release(&screen->pager);
}

static void add_section(View *view, const Review *review, int section)
{
	TextScreen *screen = view->state;
	const char *text = review->sections[section];
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL,
		view_printf(view, "%d. %s", section + 1, review_section_title(section)));
	pager_add(&screen->pager, *text ? STYLE_PLAIN : STYLE_DIM, 1, NULL,
		*text ? text : tr("(chưa ghi)"));
	pager_space(&screen->pager);
}

static const char *mark_words(View *view, const Review *review, const ReviewMark *mark)
{
	bool decided = *mark->marked_by;
	Mark said = decided ? mark->mark : mark->proposed;
	const char *reason = decided ? mark->mark_reason : mark->proposed_reason;
	const char *words = view_printf(
		view, "%s%s%s", mark_name(said), *reason ? tr("; lý do: ") : "", reason);
	return decided || review->state == REVIEW_APPROVED
		       ? words
		       : view_printf(view, tr("%s (dự kiến)"), words);
}

static bool add_marks(View *view, const Review *review, Err *err)
{
	TextScreen *screen = view->state;
	Vec marks;
	vec_init(&marks, sizeof(ReviewMark));
	bool ok = review_marks(view->core, review, &view->arena, &marks, err);
	pager_add(&screen->pager, STYLE_TITLE, 1, NULL, tr("Nhận xét các địa phương"));
	for (size_t i = 0; ok && i < marks.len; i++) {
		const ReviewMark *mark = vec_at(&marks, i);
		pager_add(&screen->pager, STYLE_PLAIN, MARK_INDENT,
			view_printf(view, " %s", mark->district), mark_words(view, review, mark));
	}
	vec_release(&marks);
	return ok;
}

static bool add_open(View *view, const Review *review, Err *err)
{
	TextScreen *screen = view->state;
	pager_add(&screen->pager, STYLE_DIM, 1, NULL, review_dates(view, review));
	pager_add(&screen->pager, STYLE_DIM, 1, NULL, review_course(view, review));
	pager_space(&screen->pager);
	for (int i = 0; i < REVIEW_SECTIONS; i++)
		add_section(view, review, i);
	return add_marks(view, review, err);
}

static bool add_signed(View *view, const Review *review, Err *err)
{
	const char *words;
	Style style;
	TextScreen *screen = view->state;
	if (!review_signed(view, review, &words, &style, err))
		return false;
	if (*words)
		pager_add(&screen->pager, style, 1, NULL, words);
	return true;
}

// Line by line, so that what is indented stays so where it wraps.
static void add_frozen(View *view, const Review *review)
{
	TextScreen *screen = view->state;
	for (const char *line = review->frozen; *line;) {
		size_t n = strcspn(line, "\n"), blanks = strspn(line, " ");
		blanks = blanks > n ? n : blanks;
		bool section = strncmp(line, "Mục ", strlen("Mục ")) == 0;
		pager_add(&screen->pager, section ? STYLE_TITLE : STYLE_PLAIN, 1 + (int)blanks,
			NULL, arena_strndup(&view->arena, line + blanks, n - blanks));
		line += n + (line[n] == '\n');
	}
	pager_space(&screen->pager);
	pager_add(&screen->pager, STYLE_DIM, 1, NULL,
		view_printf(
			view, tr("Mã kiểm tra của toàn văn trên (SHA-256): %s"), review->digest));
}

static bool check_readable(const View *view, const Review *review, Err *err)
{
	if (!review->id)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Bản sơ kết này chưa bắt đầu soạn."));
	Right right = review->state == REVIEW_APPROVED ? RIGHT_READ : RIGHT_READ_OPEN;
	return right_check(view->core, right, (Place){ .region_id = review->region_id }, err);
}

static void name_screen(View *view, const Review *review, int section)
{
	char code[7];
	period_code(review->period, code);
	view->title = section ? view_printf(view, tr("Mục %d"), section) : tr("Toàn văn");
	view->note =
		review->state == REVIEW_APPROVED
			? view_printf(view,
				  tr("Sơ kết %s, %s: văn bản đã duyệt · mũi tên cuộn · Esc về"),
				  code, review->region)
			: view_printf(view, tr("Sơ kết %s, %s: %s · mũi tên cuộn · Esc về"), code,
				  review->region, review_state_name(review->state));
}

static bool load(View *view, Err *err)
{
	TextScreen *screen = view->state;
	Review review;
	Period period;
	int section = (int)view->args.other_id;
	section = section < 0 || section > REVIEW_SECTIONS ? 0 : section;
	pager_clear(&screen->pager);
	view->place = (Place){ .region_id = view->args.id };
	if (!review_screen_period(view, &period, err) ||
		!review_get(view->core, view->args.id, period, &view->arena, &review, err) ||
		!check_readable(view, &review, err))
		return false;
	name_screen(view, &review, section);
	if (section) {
		add_section(view, &review, section - 1);
		return true;
	}
	if (review.state != REVIEW_APPROVED)
		return add_open(view, &review, err);
	add_frozen(view, &review);
	return add_signed(view, &review, err);
}

static Pager *pager_of(View *view)
{
	TextScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	TextScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

const ViewOps review_text_view = {
	.name = "review-text",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(TextScreen),
	.open = open_text,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_text,
};
