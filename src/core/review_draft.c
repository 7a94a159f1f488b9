// SPDX-License-Identifier: MIT
// Section 1 of a review, told from the data: each figure with its source.
#include "base/buf.h"
#include "base/tr.h"
#include "core/figures.h"
#include "core/org.h"
#include "core/review_parts.h"

typedef struct {
	Buf text;
	char today[11], from[11], to[11]; // as people read them
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
	buf_addf(&draft->text, VN_(" (số liệu đến ngày %s, theo cập nhật trên hệ thống)"),
		draft->today);
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
	Vec lines;
	FigureLine total;
	vec_init(&lines, sizeof(FigureLine));
	bool ok = region_get(core, review->region_id, arena, &region, err) &&
		  figures_of_districts(core, review->region_id, arena, &lines, &total, err);
	if (ok) {
		tell_region(draft, region.name, &total.figures);
		tell_silent(draft, &total.figures);
		tell_undated(draft, &total.figures);
		tell_districts(draft, &lines);
		ok = tell_meetings(core, draft, review, err);
	}
	vec_release(&lines);
	return ok;
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
