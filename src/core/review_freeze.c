// SPDX-License-Identifier: MIT
// The frozen text of an approved review: what the signed paper says, in a form that stays readable
// without this program. Its words are a file format, hence never translated or changed:
//
//	Sơ kết 6 tháng cuối năm 2021
//	Vùng: Hải đảo                       one field to a line; values hold no line break
//	…
//	Địa phương: TP Phú Quốc             a block for each district, its fields indented
//	  Mã: phu-quoc
//	…
//	Mục 1. Kết quả đạt được             six sections; every line of text is indented
#include "base/buf.h"
#include "core/org.h"
#include "core/person.h"
#include "core/review_parts.h"
#include "text/clean.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static const char head_end[] = "\nMục 1. ";

static const char *const mark_words[MARK_COUNT] = {
	[MARK_NONE] = "Chưa nhận xét",
	[MARK_GOOD] = "Tốt",
	[MARK_MET] = "Đạt yêu cầu",
	[MARK_UNMET] = "Chưa đạt yêu cầu",
};

static const char *const section_words[REVIEW_SECTIONS] = {
	"Kết quả đạt được",
	"Hạn chế, khó khăn, vướng mắc",
	"Nguyên nhân (khách quan, chủ quan)",
	"Kinh nghiệm rút ra",
	"Phương hướng, nhiệm vụ, giải pháp 6 tháng tới",
	"Kiến nghị, đề xuất",
};

// --- writing -----------------------------------------------------------------------------------

static void add_field(Buf *out, const char *label, const char *value)
{
	buf_addf(out, "%s: ", label);
	text_clean(out, value, strlen(value), CLEAN_LINE);
	buf_addch(out, '\n');
}

static void add_instant(Buf *out, const Core *core, const char *label, int64_t at)
{
	int offset = core_rules(core)->utc_offset;
	char day[11], hour[6], value[48];
	date_iso(date_of_instant(at, offset), day);
	time_show(at, offset, hour);
	snprintf(value, sizeof(value), "%s %s (UTC%c%02d:%02d)", day, hour, offset < 0 ? '-' : '+',
		(offset < 0 ? -offset : offset) / 60 % 100, (offset < 0 ? -offset : offset) % 60);
	add_field(out, label, value);
}

static bool add_leads(Core *core, Buf *out, const Review *review, Arena *arena, Err *err)
{
	Vec leads;
	vec_init(&leads, sizeof(Assignment));
	bool ok = assignment_of_place_during(core, (Place){ .region_id = review->region_id },
		review->from, review->to, arena, &leads, err);
	for (size_t i = 0; ok && i < leads.len; i++) {
		const Assignment *lead = vec_at(&leads, i);
		add_field(out, lead->stand_in ? "Phụ trách thay" : "Phụ trách vùng", lead->name);
		add_field(out, "  Chức vụ", lead->post);
		add_field(out, "  Từ ngày", lead->from);
		add_field(out, "  Đến ngày", lead->to);
		add_field(out, "  Văn bản phân công", lead->document);
	}
	vec_release(&leads);
	return ok;
}

static void add_figures(Buf *out, const char *indent, const Figures *figures)
{
	buf_addf(out,
		"%sNhiệm vụ có thời hạn: %d; hoàn thành: %d (đúng hạn: %d; chậm: %d); trong hạn: "
		"%d; "
		"quá hạn: %d; chưa báo cáo: %d; tiến độ bình quân: %d%%\n",
		indent, figures->all, figures->done, figures->done_in_time, figures->done_late,
		figures->open_in_time, figures->late, figures->silent, figures_percent(figures));
	buf_addf(out,
		"%sNhiệm vụ thường xuyên: triển khai tốt: %d; có vướng mắc: %d; chưa triển khai: "
		"%d; "
		"chưa báo cáo: %d\n",
		indent, figures->good, figures->blocked, figures->unstarted, figures->mute);
}

static void add_district(Buf *out, const FigureLine *line, const Vec *marks)
{
	add_field(out, "Địa phương", line->title);
	add_field(out, "  Mã", line->code);
	add_field(out, "  Thuộc vùng", line->partial ? "một phần" : "toàn bộ");
	add_field(out, "  Phụ trách", line->person);
	add_field(out, "  Chức vụ người phụ trách", line->post);
	for (size_t i = 0; i < marks->len; i++) {
		const ReviewMark *mark = vec_at(marks, i);
		if (mark->district_id != line->id)
			continue;
		add_field(out, "  Nhận xét", mark_words[mark->mark]);
		add_field(out, "  Lý do", mark->mark_reason);
		add_field(out, "  Người nhận xét", mark->marked_by);
		add_field(out, "  Dự kiến", mark_words[mark->proposed]);
		add_field(out, "  Lý do dự kiến", mark->proposed_reason);
		add_field(out, "  Người dự kiến", mark->proposed_by);
	}
	add_figures(out, "  ", &line->figures);
}

static void add_section(Buf *out, int section, const char *text)
{
	buf_addf(out, "\nMục %d. %s\n", section + 1, section_words[section]);
	if (!*text)
		text = "Không có.";
	while (*text) {
		size_t n = strcspn(text, "\n");
		if (n) {
			buf_adds(out, "    ");
			buf_add(out, text, n);
		}
		buf_addch(out, '\n');
		text += n + (text[n] == '\n');
	}
}

static void add_head(Core *core, Buf *out, const Review *review, const Region *region)
{
	char code[7];
	period_code(review->period, code);
	buf_addf(out, "Sơ kết 6 tháng %s năm %d\n", review->period.half == 1 ? "đầu" : "cuối",
		review->period.year);
	add_field(out, "Vùng", region->title);
	add_field(out, "Mã vùng", region->code);
	add_field(out, "Kỳ", code);
	add_field(out, "Từ ngày", review->from);
	add_field(out, "Đến ngày", review->to);
	add_field(out, "Chốt số liệu", review->cutoff);
	add_field(out, "Người trình", review->submitted_by);
	add_instant(out, core, "Trình lúc", review->submitted_at);
	add_field(out, "Người duyệt", review->decided_by);
	add_field(out, "Chức vụ người duyệt", review->decided_post);
	add_instant(out, core, "Duyệt lúc", review->decided_at);
	add_field(out, "Số văn bản", review->paper_number);
}

static void add_estimate(Buf *out, const Review *review, const ReviewFigures *figures)
{
	add_field(out, "Ước thực hiện đến ngày", review->to);
	buf_addf(out, "Ước hoàn thành: %d/%d nhiệm vụ có hạn trong kỳ\n", review_estimate(figures),
		figures->period.all);
}

static bool write_all(
	Core *core, Buf *out, const Review *review, const Vec *marks, Arena *arena, Err *err)
{
	Region region;
	ReviewFigures figures;
	if (!region_get(core, review->region_id, arena, &region, err))
		return false;
	add_head(core, out, review, &region);
	if (!add_leads(core, out, review, arena, err) ||
		!review_figures(core, review, arena, &figures, err))
		return false;
	add_field(out, "Số liệu đến ngày", figures.until);
	add_figures(out, "", &figures.total.figures);
	add_estimate(out, review, &figures);
	for (size_t i = 0; i < figures.districts.len; i++)
		add_district(out, vec_at(&figures.districts, i), marks);
	vec_release(&figures.districts);
	for (int i = 0; i < REVIEW_SECTIONS; i++)
		add_section(out, i, review->sections[i]);
	return true;
}

bool review_freeze(Core *core, const Review *review, const Vec *marks, Arena *arena,
	const char **text, Err *err)
{
	Buf out = BUF_INIT;
	bool ok = write_all(core, &out, review, marks, arena, err);
	*text = arena_strndup(arena, out.bytes, out.len);
	buf_release(&out);
	return ok;
}

const char *review_digest(Arena *arena, const char *text)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * crypto_hash_sha256_BYTES + 1];
	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	return arena_strdup(arena, hex);
}

// --- reading -----------------------------------------------------------------------------------

// From the line that begins with label ("Vùng: ") in [from, end); NULL where there is none.
static const char *find_line(const char *from, const char *end, const char *label)
{
	size_t n = strlen(label);
	while (from < end) {
		if (strncmp(from, label, n) == 0)
			return from;
		const char *newline = strchr(from, '\n');
		from = newline ? newline + 1 : end;
	}
	return NULL;
}

static const char *value(Arena *arena, const char *from, const char *end, const char *label)
{
	const char *line = find_line(from, end, label);
	if (!line)
		return "";
	line += strlen(label);
	return arena_strndup(arena, line, strcspn(line, "\n"));
}

static const char *head_of(const char *frozen)
{
	const char *end = strstr(frozen, head_end);
	return end ? end : frozen + strlen(frozen);
}

void review_thaw(Review *review, Arena *arena)
{
	const char *text = review->frozen, *end = head_of(text);
	if (!*text)
		return;
	review->region = value(arena, text, end, "Vùng: ");
	review->cutoff = value(arena, text, end, "Chốt số liệu: ");
	review->submitted_by = value(arena, text, end, "Người trình: ");
	review->decided_by = value(arena, text, end, "Người duyệt: ");
	review->decided_post = value(arena, text, end, "Chức vụ người duyệt: ");
}

bool review_thaw_mark(const char *frozen, const char *code, Arena *arena, ReviewMark *mark)
{
	static const char block[] = "Địa phương: ";
	const char *end = head_of(frozen);
	const char *from = find_line(frozen, end, block);
	while (from) {
		const char *next = find_line(from + strlen(block), end, block);
		const char *last = next ? next : end;
		if (strcmp(value(arena, from, last, "  Mã: "), code) == 0) {
			mark->district = value(arena, from, last, block);
			mark->marked_by = value(arena, from, last, "  Người nhận xét: ");
			mark->proposed_by = value(arena, from, last, "  Người dự kiến: ");
			return true;
		}
		from = next;
	}
	return false;
}
