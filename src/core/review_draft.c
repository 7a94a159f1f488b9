// SPDX-License-Identifier: MIT
// Section 1 of a review, told from the data: each figure with its source.
#include "base/buf.h"
#include "base/tr.h"
#include "core/indicator.h"
#include "core/org.h"
#include "core/review_parts.h"

typedef struct {
	Buf text;
	char today[11], until[11], from[11], to[11]; // as people read them; until: of the figures
} Draft;

static void show_day(const char *iso, char out[11])
{
	Date day = { 0 };
	if (!date_parse(iso, &day))
		day = (Date){ 0 };
	date_show(day, out);
}

static void add_source(Draft *draft)
{
	buf_addf(&draft->text, VN_(" (số liệu thực hiện đến ngày %s, theo cập nhật trên hệ thống)"),
		draft->until);
}

static void tell_region(Draft *draft, const char *region, const Figures *figures)
{
	Buf *text = &draft->text;
	buf_addf(text, VN_("Kỳ sơ kết tính từ ngày %s đến ngày %s. "), draft->from, draft->to);
	if (!figures->all) {
		buf_addf(text, VN_("Vùng %s chưa có nhiệm vụ nào xác định thời hạn"), region);
		add_source(draft);
		buf_adds(text, ".\n");
		return;
	}
	buf_addf(text,
		VN_("Vùng %s có %d nhiệm vụ xác định thời hạn; đã hoàn thành %d/%d nhiệm vụ, "
		   "trong đó %d nhiệm vụ đúng hạn, %d nhiệm vụ chậm so với thời hạn; "
		   "đang thực hiện trong hạn %d "
		   "nhiệm vụ, quá hạn chưa hoàn thành %d nhiệm vụ; tiến độ bình quân đạt %d%%"),
		region, figures->all, figures->done, figures->all, figures->done_in_time,
		figures->done_late, figures->open_in_time, figures->late, figures_percent(figures));
	add_source(draft);
	buf_adds(text, ".\n");
}

static void tell_silent(Draft *draft, const Figures *figures)
{
	if (!figures->silent)
		return;
	buf_addf(&draft->text, VN_("Còn %d nhiệm vụ xác định thời hạn chưa có báo cáo, tính là 0%%"),
		figures->silent);
	add_source(draft);
	buf_adds(&draft->text, ".\n");
}

static void tell_undated(Draft *draft, const Figures *figures)
{
	if (!(figures->good + figures->blocked + figures->mute + figures->unstarted))
		return;
	buf_addf(&draft->text,
		VN_("Đối với nhiệm vụ thường xuyên, không xác định thời hạn: %d nhiệm vụ triển khai "
		   "tốt, %d nhiệm vụ có khó khăn, vướng mắc, %d nhiệm vụ chưa triển khai, "
		   "%d nhiệm vụ chưa có "
		   "báo cáo"),
		figures->good, figures->blocked, figures->unstarted, figures->mute);
	add_source(draft);
	buf_adds(&draft->text, ".\n");
}

static void tell_district(Draft *draft, const FigureLine *line)
{
	const Figures *figures = &line->figures;
	buf_addf(&draft->text, "- %s%s: ", line->title,
		line->partial ? VN_(" (thuộc vùng một phần)") : "");
	if (figures->all)
		buf_addf(&draft->text,
			VN_("hoàn thành %d/%d nhiệm vụ xác định thời hạn, tiến độ bình quân %d%%, "
			   "quá hạn %d "
			   "nhiệm vụ"),
			figures->done, figures->all, figures_percent(figures), figures->late);
	else
		buf_adds(&draft->text, VN_("chưa có nhiệm vụ xác định thời hạn"));
	add_source(draft);
	buf_adds(&draft->text, ".\n");
}

static void tell_districts(Draft *draft, const Vec *lines)
{
	if (lines->len)
		buf_adds(&draft->text, VN_("\nKết quả theo từng địa phương:\n"));
	for (size_t i = 0; i < lines->len; i++)
		tell_district(draft, vec_at(lines, i));
}

// What is done and what is still in time, of what is due in the period: each named, so that a reader
// can say where it is too hopeful.
static void tell_estimate(Draft *draft, const ReviewFigures *figures)
{
	const Figures *period = &figures->period;
	if (!period->all)
		return;
	buf_addf(&draft->text,
		VN_("Ước thực hiện cả kỳ đến ngày %s: hoàn thành %d/%d nhiệm vụ có hạn trong kỳ, gồm %d "
		   "nhiệm vụ đã hoàn thành và %d nhiệm vụ còn trong hạn"),
		draft->to, review_estimate(figures), period->all, period->done, period->open_in_time);
	if (period->late)
		buf_addf(&draft->text, VN_("; không tính %d nhiệm vụ đã quá hạn"), period->late);
	buf_addf(&draft->text, VN_(" (tiến độ đến ngày %s, theo cập nhật trên hệ thống).\n"),
		draft->today);
}

static void add_amount(Buf *text, const char *word, const Amount *amount, const Indicator *indicator)
{
	if (!amount->known)
		return;
	buf_adds(text, word);
	amount_show(text, amount->value, indicator->scale, indicator->unit);
}

// "- Giải ngân vốn đầu tư công (11/2021): thực hiện 59,7%; ước 61%; kế hoạch 95%."
static void tell_indicator(Draft *draft, const IndicatorLine *line)
{
	const IndicatorSeries *series = &line->series;
	const Standing *target = &series->current;
	if (!target->set || series->latest < 0)
		return;
	const IndicatorPoint *point = &series->points[series->latest];
	Buf *text = &draft->text;
	buf_addf(text, "- %s (%s):", line->indicator.name, point->name);
	add_amount(text, VN_(" thực hiện "), &point->of[READING_ACTUAL], &line->indicator);
	if (point->last_year[READING_ACTUAL].known) {
		buf_adds(text, VN_(", bằng "));
		amount_show(text, point->last_year[READING_ACTUAL].value, LAST_YEAR_SCALE, "%");
		buf_adds(text, VN_(" cùng kỳ"));
	}
	add_amount(text, VN_("; ước thực hiện "), &point->of[READING_ESTIMATE], &line->indicator);
	buf_adds(text, VN_("; kế hoạch "));
	amount_show(text, target->target, target->scale,
		target->kind == TARGET_LAST_YEAR ? "%" : line->indicator.unit);
	buf_adds(text, target->kind == TARGET_LAST_YEAR ? VN_(" so với cùng kỳ") : "");
	buf_adds(text, VN_(" (theo số liệu chỉ tiêu trên hệ thống).\n"));
}

static bool tell_indicators(Core *core, Draft *draft, const Review *review, Arena *arena, Err *err)
{
	Vec lines;
	size_t before = draft->text.len;
	vec_init(&lines, sizeof(IndicatorLine));
	bool ok = indicator_lines(core, (Place){ .region_id = review->region_id }, arena, &lines, err);
	buf_adds(&draft->text, VN_("\nChỉ tiêu:\n"));
	size_t head = draft->text.len;
	for (size_t i = 0; ok && i < lines.len; i++)
		tell_indicator(draft, vec_at(&lines, i));
	if (draft->text.len == head)
		buf_truncate(&draft->text, before);
	vec_release(&lines);
	return ok;
}

static bool tell_meetings(Core *core, Draft *draft, const Review *review, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_MEETINGS);
	stmt_int(stmt, review->region_id);
	stmt_text(stmt, review->from);
	stmt_text(stmt, review->to);
	if (stmt_row(stmt) && stmt_get_int(stmt, 0)) {
		buf_addf(&draft->text,
			VN_("\nTrong kỳ đã tổ chức %d buổi làm việc với vùng, có %d kết luận, "
			   "trong đó %d kết luận được giao thành nhiệm vụ cụ thể (theo biên bản "
			   "trên hệ thống đến ngày %s).\n"),
			(int)stmt_get_int(stmt, 0), (int)stmt_get_int(stmt, 1),
			(int)stmt_get_int(stmt, 2), draft->today);
	}
	return stmt_done(stmt, err);
}

static bool tell(Core *core, Draft *draft, const Review *review, Arena *arena, Err *err)
{
	Region region;
	ReviewFigures figures;
	if (!region_get(core, review->region_id, arena, &region, err) ||
		!review_figures(core, review, arena, &figures, err))
		return false;
	show_day(figures.until, draft->until);
	tell_region(draft, region.name, &figures.total.figures);
	tell_silent(draft, &figures.total.figures);
	tell_estimate(draft, &figures);
	tell_undated(draft, &figures.total.figures);
	tell_districts(draft, &figures.districts);
	vec_release(&figures.districts);
	return tell_indicators(core, draft, review, arena, err) &&
	       tell_meetings(core, draft, review, err);
}

bool review_draft_results(
	Core *core, const Review *review, Arena *arena, const char **out, Err *err)
{
	Draft draft = { .text = BUF_INIT };
	date_show(core_today(core), draft.today);
	show_day(review->from, draft.from);
	show_day(review->to, draft.to);
	bool ok = tell(core, &draft, review, arena, err);
	if (draft.text.len)
		buf_truncate(&draft.text, draft.text.len - 1); // the last newline
	*out = arena_strdup(arena, draft.text.bytes);
	buf_release(&draft.text);
	return ok;
}
