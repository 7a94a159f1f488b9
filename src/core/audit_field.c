// SPDX-License-Identifier: MIT
// The columns of the editable tables in people's words.
#include "core/audit.h"

#include "base/tr.h"
#include "core/indicator.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Returns what people read for a value; strings live in the arena.
typedef struct Column Column;
typedef const char *Show(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err);

struct Column {
	const char *name, *label;
	Show *show;    // NULL: of no interest to people
	QueryId query; // for show_name
};

static const char *show_plain(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	(void)core, (void)column, (void)err;
	const char *text = json_string_value(value);
	if (json_is_integer(value))
		return arena_printf(arena, "%lld", (long long)json_integer_value(value));
	return text ? text : "";
}

static const char *show_day(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	Date day;
	char shown[11];
	const char *text = show_plain(core, value, column, arena, err);
	if (!date_parse(text, &day))
		return text;
	date_show(day, shown);
	return arena_strdup(arena, shown);
}

static const char *show_instant(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	char day[11], time[6];
	int offset = core_rules(core)->utc_offset;
	(void)column, (void)err;
	if (!json_is_integer(value))
		return "";
	date_show(date_of_instant(json_integer_value(value), offset), day);
	time_show(json_integer_value(value), offset, time);
	return arena_printf(arena, "%s %s", day, time);
}

static const char *show_flag(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	(void)core, (void)column, (void)arena, (void)err;
	return json_integer_value(value) ? tr("có") : tr("không");
}

// An id whose row is gone keeps its number.
static const char *show_name(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	char id[24];
	const char *name = "";
	if (!json_is_integer(value))
		return "";
	Stmt *stmt = db_query(core_db(core), column->query);
	stmt_int(stmt, json_integer_value(value));
	if (stmt_row(stmt))
		name = stmt_get_string(stmt, 0, arena);
	if (!stmt_done(stmt, err))
		return "";
	id_show(core, json_integer_value(value), id);
	return *name ? name : arena_printf(arena, tr("số %s"), id);
}

static const struct {
	const char *column, *code, *word;
} words[] = {
	{ "state", "not-started", N_("chưa triển khai") },
	{ "state", "doing", N_("đang triển khai") },
	{ "state", "done", N_("hoàn thành") },
	{ "state", "blocked", N_("có vướng mắc") },
	{ "state", "planned", N_("dự kiến") },
	{ "state", "in-progress", N_("đang diễn ra") },
	{ "state", "draft", N_("biên bản nháp") },
	{ "state", "final", N_("biên bản đã hoàn tất") },
	{ "state", "drafting", N_("đang soạn") },
	{ "state", "submitted", N_("trình duyệt") },
	{ "state", "returned", N_("trả lại") },
	{ "state", "approved", N_("đã duyệt") },
	{ "state", "open", N_("chưa trả lời") },
	{ "state", "answered", N_("đã trả lời") },
	{ "state", "task", N_("đã thành nhiệm vụ") },
	{ "state", "withdrawn", N_("đã rút") },
	{ "thing_kind", "region", N_("vùng") },
	{ "thing_kind", "district", N_("địa phương") },
	{ "thing_kind", "directive", N_("văn bản chỉ đạo") },
	{ "thing_kind", "task", N_("nhiệm vụ") },
	{ "thing_kind", "leaf", N_("nhiệm vụ tại địa phương") },
	{ "thing_kind", "meeting", N_("buổi làm việc") },
	{ "thing_kind", "review", N_("sơ kết 6 tháng") },
	{ "kind", "meeting", N_("buổi làm việc") },
	{ "kind", "conference", N_("hội nghị") },
	{ "kind", "survey", N_("khảo sát") },
	{ "status", "present", N_("có mặt") },
	{ "status", "absent", N_("vắng") },
	{ "status", "guest", N_("khách mời") },
	{ "mark", "none", N_("Chưa nhận xét") },
	{ "mark", "good", N_("Tốt") },
	{ "mark", "met", N_("Đạt yêu cầu") },
	{ "mark", "unmet", N_("Chưa đạt yêu cầu") },
	{ "proposed", "none", N_("Chưa nhận xét") },
	{ "proposed", "good", N_("Tốt") },
	{ "proposed", "met", N_("Đạt yêu cầu") },
	{ "proposed", "unmet", N_("Chưa đạt yêu cầu") },
	{ "role", "leader", N_("lãnh đạo") },
	{ "role", "secretary", N_("thư ký") },
	{ "role", "office", N_("Văn phòng") },
	{ "role", "admin", N_("quản trị") },
	{ "role", "viewer", N_("người xem") },
	{ "deadline_kind", "date", N_("có ngày") },
	{ "deadline_kind", "period", N_("theo kỳ") },
	{ "deadline_kind", "recurring", N_("định kỳ") },
	{ "deadline_kind", "continuous", N_("thường xuyên") },
	{ "deadline_kind", "none", N_("không nêu") },
	{ "origin", "directive", N_("văn bản chỉ đạo") },
	{ "origin", "meeting", N_("buổi làm việc") },
	{ "origin", "review", N_("sơ kết 6 tháng") },
	{ "origin", "remark", N_("ý kiến chỉ đạo") },
	{ "part", "lead", N_("chủ trì") },
	{ "decision", "done", N_("hoàn thành") },
	{ "decision", "carried", N_("chuyển tiếp") },
	{ "decision", "ended", N_("kết thúc") },
	{ "part", "cooperating", N_("phối hợp") },
	{ "part", "quote", N_("lời trích") },
	{ "part", "target", N_("chỉ tiêu") },
	{ "part", "deadline", N_("thời hạn") },
	{ "part", "place", N_("địa điểm") },
	{ "state", "sent", N_("đã nộp") },
	{ "state", "unchanged", N_("không thay đổi") },
	{ "rhythm", "week", N_("hằng tuần") },
	{ "rhythm", "two-weeks", N_("hai tuần một lần") },
	{ "rhythm", "month", N_("hằng tháng") },
	{ "rhythm", "quarter", N_("hằng quý") },
	{ "rhythm", "half-year", N_("sáu tháng một lần") },
	{ "rhythm", "once", N_("một lần") },
	{ "channel", "phone", N_("điện thoại") },
	{ "channel", "document", N_("văn bản") },
	{ "channel", "message", N_("tin nhắn") },
	{ "direction", "higher", N_("cao hơn là tốt") },
	{ "direction", "lower", N_("thấp hơn là tốt") },
	{ "aggregation", "sum", N_("cộng") },
	{ "aggregation", "mean", N_("bình quân") },
	{ "aggregation", "last", N_("số mới nhất") },
	{ "aggregation", "ratio", N_("tỷ lệ của hai chỉ tiêu") },
	{ "rhythm", "half", N_("6 tháng") },
	{ "rhythm", "year", N_("năm") },
	{ "kind", "actual", N_("thực hiện") },
	{ "kind", "estimate", N_("ước thực hiện") },
	{ "kind", "value", N_("giá trị") },
	{ "kind", "last-year", N_("so cùng kỳ") },
};

// A directive's kind (CV) or a district's (huyện) stands for itself.
static const char *show_word(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	const char *code = show_plain(core, value, column, arena, err);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i].column, column->name) == 0 && strcmp(words[i].code, code) == 0)
			return tr(words[i].word);
	return code;
}

static const Column columns[] = {
	{ "aggregation", N_("cách tính chung"), show_word, 0 },
	{ "agreed_by", N_("người đồng ý"), show_plain, 0 },
	{ "answer", N_("trả lời"), show_plain, 0 },
	{ "answered_at", N_("trả lời lúc"), show_instant, 0 },
	{ "answered_by", N_("người trả lời"), show_name, Q_AUDIT_NAME_PERSON },
	{ "armour", N_("chữ ký"), show_plain, 0 },
	{ "as_of", N_("số liệu đến ngày"), show_day, 0 },
	{ "author_id", N_("người cho ý kiến"), show_name, Q_AUDIT_NAME_PERSON },
	{ "blob", N_("khóa"), show_plain, 0 },
	{ "blocked", N_("có vướng mắc"), show_plain, 0 },
	{ "body_id", N_("cơ quan"), show_name, Q_AUDIT_NAME_BODY },
	{ "carried_over", N_("chuyển kỳ sau"), show_flag, 0 },
	{ "chair_id", N_("chủ trì"), show_name, Q_AUDIT_NAME_PERSON },
	{ "channel", N_("cách đôn đốc"), show_word, 0 },
	{ "clause_id", N_("điểm"), show_name, Q_AUDIT_NAME_CLAUSE },
	{ "closed_on", N_("ngày khép kỳ"), show_day, 0 },
	{ "closing_id", N_("khép kỳ"), show_name, Q_AUDIT_NAME_CLOSING },
	{ "code", N_("mã"), show_plain, 0 },
	{ "conclusions", N_("nhiệm vụ trong biên bản"), NULL, 0 },
	{ "dated_on", N_("ngày văn bản"), show_day, 0 },
	{ "deadline_kind", N_("loại thời hạn"), show_word, 0 },
	{ "deadline_words", N_("thời hạn theo văn bản"), show_plain, 0 },
	{ "comment", N_("chú thích"), show_plain, 0 },
	{ "decided_at", N_("quyết định lúc"), show_instant, 0 },
	{ "decided_by", N_("người quyết định"), show_name, Q_AUDIT_NAME_PERSON },
	{ "decided_on", N_("ngày quyết định"), show_day, 0 },
	{ "decision", N_("quyết định"), show_word, 0 },
	{ "denominator_id", N_("mẫu số"), show_name, Q_AUDIT_NAME_INDICATOR },
	{ "digest", N_("mã của bản đã duyệt"), show_plain, 0 },
	{ "direction", N_("hướng tốt"), show_word, 0 },
	{ "directive_id", N_("văn bản chỉ đạo"), show_name, Q_AUDIT_NAME_DIRECTIVE },
	{ "district_id", N_("địa phương"), show_name, Q_AUDIT_NAME_DISTRICT },
	{ "document", N_("văn bản"), show_plain, 0 },
	{ "done_in_time", N_("xong đúng hạn"), show_plain, 0 },
	{ "done_late", N_("xong trễ hạn"), show_plain, 0 },
	{ "due_on", N_("hạn"), show_day, 0 },
	{ "end_byte", N_("đoạn đến byte"), show_plain, 0 },
	{ "ended", N_("kết thúc khi chưa xong"), show_plain, 0 },
	{ "ended_on", N_("kết thúc ngày"), show_day, 0 },
	{ "ended_reason", N_("lý do kết thúc"), show_plain, 0 },
	{ "ends", N_("kết thúc"), show_plain, 0 },
	{ "entered_at", N_("nhập lúc"), show_instant, 0 },
	{ "finalized_at", N_("hoàn tất lúc"), show_instant, 0 },
	{ "finalized_by", N_("người hoàn tất"), show_name, Q_AUDIT_NAME_PERSON },
	{ "finalized_name", N_("tên người hoàn tất"), NULL, 0 },
	{ "fingerprint", N_("dấu vân tay"), show_plain, 0 },
	{ "first_due", N_("hạn kỳ đầu"), show_day, 0 },
	{ "from_date", N_("từ ngày"), show_day, 0 },
	{ "frozen", N_("bản đã duyệt"), show_plain, 0 },
	{ "good", N_("triển khai tốt"), show_plain, 0 },
	{ "guest", N_("khách mời"), show_plain, 0 },
	{ "held_on", N_("ngày họp"), show_day, 0 },
	{ "indicator_id", N_("chỉ tiêu"), show_name, Q_AUDIT_NAME_INDICATOR },
	{ "issued_on", N_("ngày ban hành"), show_day, 0 },
	{ "issuer", N_("cơ quan ban hành"), show_plain, 0 },
	{ "item_id", N_("nội dung"), show_name, Q_AUDIT_NAME_AGENDA_ITEM },
	{ "key_line", N_("khóa"), show_plain, 0 },
	{ "kind", N_("loại"), show_word, 0 },
	{ "last_due", N_("hạn kỳ cuối"), show_day, 0 },
	{ "lead_words", N_("chủ trì theo văn bản"), show_plain, 0 },
	{ "leaf_id", N_("nhiệm vụ tại"), show_name, Q_AUDIT_NAME_LEAF },
	{ "login", N_("tên đăng nhập"), show_plain, 0 },
	{ "main", N_("là vùng chính"), show_flag, 0 },
	{ "mark", N_("nhận xét"), show_word, 0 },
	{ "mark_reason", N_("lý do nhận xét"), show_plain, 0 },
	{ "marked_by", N_("người nhận xét"), show_name, Q_AUDIT_NAME_PERSON },
	{ "meeting_id", N_("buổi làm việc"), show_name, Q_AUDIT_NAME_MEETING },
	{ "member_id", N_("giúp việc cho"), show_name, Q_AUDIT_NAME_PERSON },
	{ "mute", N_("chưa báo cáo"), show_plain, 0 },
	{ "name", N_("tên"), show_plain, 0 },
	{ "new_body_id", N_("cơ quan kế thừa"), show_name, Q_AUDIT_NAME_BODY },
	{ "new_district_id", N_("địa phương kế thừa"), show_name, Q_AUDIT_NAME_DISTRICT },
	{ "new_due", N_("hạn mới"), show_day, 0 },
	{ "note", N_("ghi chú"), show_plain, 0 },
	{ "nth", N_("lần thứ"), show_plain, 0 },
	{ "number", N_("số"), show_plain, 0 },
	{ "number_text", N_("số biên bản"), show_plain, 0 },
	{ "numerator_id", N_("tử số"), show_name, Q_AUDIT_NAME_INDICATOR },
	{ "old_body_id", N_("cơ quan đã kết thúc"), show_name, Q_AUDIT_NAME_BODY },
	{ "old_district_id", N_("địa phương đã kết thúc"), show_name, Q_AUDIT_NAME_DISTRICT },
	{ "old_due", N_("hạn cũ"), show_day, 0 },
	{ "on_date", N_("từ ngày"), show_day, 0 },
	{ "open_in_time", N_("chưa xong, trong hạn"), show_plain, 0 },
	{ "open_late", N_("chưa xong, quá hạn"), show_plain, 0 },
	{ "origin", N_("nguồn"), show_word, 0 },
	{ "paper_number", N_("số bản ký"), show_plain, 0 },
	{ "parent_id", N_("thuộc điểm"), show_name, Q_AUDIT_NAME_CLAUSE },
	{ "part", N_("phần"), show_word, 0 },
	{ "partial", N_("một phần"), show_flag, 0 },
	{ "people", N_("những người trong biên bản"), NULL, 0 },
	{ "percent", N_("phần trăm"), show_plain, 0 },
	{ "percent_sum", N_("tổng phần trăm"), show_plain, 0 },
	{ "period", N_("kỳ"), show_plain, 0 },
	{ "person_id", N_("đồng chí"), show_name, Q_AUDIT_NAME_PERSON },
	{ "phone", N_("điện thoại"), show_plain, 0 },
	{ "place", N_("địa điểm"), show_plain, 0 },
	{ "position", N_("thứ tự"), show_plain, 0 },
	{ "post", N_("chức vụ"), show_plain, 0 },
	{ "prefilled", N_("ghi sẵn theo ngày"), NULL, 0 },
	{ "proceedings", N_("diễn biến"), show_plain, 0 },
	{ "proposed", N_("dự kiến nhận xét"), show_word, 0 },
	{ "proposed_by", N_("người dự kiến"), show_name, Q_AUDIT_NAME_PERSON },
	{ "proposed_reason", N_("lý do dự kiến"), show_plain, 0 },
	{ "rank", N_("thứ tự lễ tân"), show_plain, 0 },
	{ "reason", N_("lý do"), show_plain, 0 },
	{ "received_on", N_("ngày nhận"), show_day, 0 },
	{ "recipients", N_("nơi nhận"), show_plain, 0 },
	{ "recorder_id", N_("người ghi"), show_name, Q_AUDIT_NAME_PERSON },
	{ "region", N_("tên vùng trong biên bản"), NULL, 0 },
	{ "region_id", N_("vùng"), show_name, Q_AUDIT_NAME_REGION },
	{ "remark_id", N_("ý kiến chỉ đạo"), show_name, Q_AUDIT_NAME_REMARK },
	{ "reminded_on", N_("ngày đôn đốc"), show_day, 0 },
	{ "removed_at", N_("bỏ lúc"), show_instant, 0 },
	{ "reopened_at", N_("mở lại lúc"), show_instant, 0 },
	{ "reopened_by", N_("người mở lại"), show_name, Q_AUDIT_NAME_PERSON },
	{ "reopened_name", N_("tên người mở lại"), NULL, 0 },
	{ "return_reason", N_("lý do trả lại"), show_plain, 0 },
	{ "rhythm", N_("nhịp"), show_word, 0 },
	{ "review_id", N_("sơ kết"), show_name, Q_AUDIT_NAME_REVIEW },
	{ "rhythm", N_("kỳ số liệu"), show_word, 0 },
	{ "role", N_("vai trò"), show_word, 0 },
	{ "said_on", N_("ngày cho ý kiến"), show_day, 0 },
	{ "round", N_("kỳ thứ"), show_plain, 0 },
	{ "scale", N_("số chữ số lẻ"), show_plain, 0 },
	{ "section1", N_("mục 1, kết quả"), show_plain, 0 },
	{ "section2", N_("mục 2, hạn chế"), show_plain, 0 },
	{ "section3", N_("mục 3, nguyên nhân"), show_plain, 0 },
	{ "section4", N_("mục 4, kinh nghiệm"), show_plain, 0 },
	{ "section5", N_("mục 5, phương hướng"), show_plain, 0 },
	{ "section6", N_("mục 6, kiến nghị"), show_plain, 0 },
	{ "seen_at", N_("đã xem lúc"), show_instant, 0 },
	{ "series_id", N_("báo cáo định kỳ"), show_name, Q_AUDIT_NAME_REPORT_SERIES },
	{ "short_name", N_("tên gọn"), show_plain, 0 },
	{ "signed_at", N_("ký lúc"), show_instant, 0 },
	{ "silent", N_("có hạn, chưa báo cáo"), show_plain, 0 },
	{ "signer_name", N_("người ký"), show_plain, 0 },
	{ "signer_post", N_("chức vụ người ký"), show_plain, 0 },
	{ "sort_key", N_("khóa xếp thứ tự"), NULL, 0 },
	{ "sort_name", N_("tên để xếp"), show_plain, 0 },
	{ "stand_in", N_("giao thay"), show_flag, 0 },
	{ "start_byte", N_("đoạn từ byte"), show_plain, 0 },
	{ "starts", N_("bắt đầu"), show_plain, 0 },
	{ "state", N_("trạng thái"), show_word, 0 },
	{ "status", N_("dự họp"), show_word, 0 },
	{ "stopped", N_("thường xuyên, đã kết thúc"), show_plain, 0 },
	{ "subject", N_("trích yếu"), show_plain, 0 },
	{ "submitted_at", N_("trình lúc"), show_instant, 0 },
	{ "submitted_by", N_("người trình"), show_name, Q_AUDIT_NAME_PERSON },
	{ "target_words", N_("chỉ tiêu theo văn bản"), show_plain, 0 },
	{ "task_id", N_("nhiệm vụ"), show_name, Q_AUDIT_NAME_TASK },
	{ "text", N_("toàn văn"), show_plain, 0 },
	{ "text_digest", N_("mã của bản được ký"), show_plain, 0 },
	{ "thing_id", N_("về số"), NULL, 0 },
	{ "thing_kind", N_("về loại"), show_word, 0 },
	{ "title", N_("nội dung"), show_plain, 0 },
	{ "to_body_id", N_("gửi cơ quan"), show_name, Q_AUDIT_NAME_BODY },
	{ "to_date", N_("đến ngày"), show_day, 0 },
	{ "to_district_id", N_("gửi cấp ủy"), show_name, Q_AUDIT_NAME_DISTRICT },
	{ "to_person_id", N_("gửi đồng chí"), show_name, Q_AUDIT_NAME_PERSON },
	{ "type", N_("kiểu khóa"), show_plain, 0 },
	{ "unstarted", N_("chưa triển khai"), show_plain, 0 },
	{ "unit", N_("đơn vị"), show_plain, 0 },
	{ "value", N_("giá trị"), show_plain, 0 },
	{ "version", N_("bản thứ"), show_plain, 0 },
};

static const Column *column_of(const char *name)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		if (strcmp(columns[i].name, name) == 0)
			return &columns[i];
	return NULL;
}

// For a column that a later program wrote.
static const Column unknown = { .label = "", .show = show_plain };

static const char *show(
	Core *core, const json_t *value, const Column *column, Arena *arena, Err *err)
{
	if (!value || json_is_null(value))
		return "";
	return arena_strdup(arena, column->show(core, value, column, arena, err));
}

static bool add_field(Core *core, const char *name, const json_t *before, const json_t *value,
	Arena *arena, Vec *out, Err *err)
{
	const Column *known = column_of(name);
	const Column *column = known ? known : &unknown;
	if (!column->show)
		return true;
	AuditField field = {
		.column = known ? known->name : arena_strdup(arena, name),
		.label = known ? tr(known->label) : arena_strdup(arena, name),
		.before = show(core, json_object_get(before, name), column, arena, err),
		.after = show(core, value, column, arena, err),
	};
	if (err->kind != ERR_NONE)
		return false;
	if (*field.before || *field.after)
		*(AuditField *)vec_push(out) = field;
	return true;
}

// A figure alone says nothing: 950 is 95,0 % where the indicator has one decimal.
static const struct {
	NounKind noun;
	QueryId scale; // decimals and unit by the row's id
} figures[] = {
	{ NOUN_TARGET, Q_AUDIT_SCALE_TARGET },
	{ NOUN_READING, Q_AUDIT_SCALE_READING },
};

static const char *figure_words(const char *typed, int scale, const char *unit, Arena *arena)
{
	Buf text = BUF_INIT;
	if (!*typed)
		return typed;
	amount_show(&text, strtoll(typed, NULL, 10), scale, unit);
	const char *shown = arena_strdup(arena, text.bytes);
	buf_release(&text);
	return shown;
}

static bool scale_fields(
	Core *core, const JournalEntry *entry, Arena *arena, Vec *out, size_t first, Err *err)
{
	QueryId query = Q_AUDIT_SCALE_TARGET;
	int scale = 0;
	const char *unit = "";
	bool found = false;
	for (size_t i = 0; i < sizeof(figures) / sizeof(*figures); i++)
		if (strcmp(nouns[figures[i].noun].table, entry->kind) == 0) {
			query = figures[i].scale;
			found = true;
		}
	if (!found)
		return true;
	Stmt *stmt = db_query(core_db(core), query);
	stmt_int(stmt, entry->thing_id);
	if (stmt_row(stmt)) {
		scale = (int)stmt_get_int(stmt, 0);
		unit = stmt_get_string(stmt, 1, arena);
	}
	for (size_t i = first; i < out->len; i++) {
		AuditField *field = vec_at(out, i);
		if (strcmp(field->column, "value") != 0)
			continue;
		field->before = figure_words(field->before, scale, unit, arena);
		field->after = figure_words(field->after, scale, unit, arena);
	}
	return stmt_done(stmt, err);
}

bool audit_fields(Core *core, const JournalEntry *entry, Arena *arena, Vec *out, Err *err)
{
	const char *name;
	json_t *value;
	bool ok = true;
	size_t first = out->len;
	json_t *body = entry->body ? json_loads(entry->body, 0, NULL) : NULL;
	json_t *before = json_object_get(body, "before"), *after = json_object_get(body, "after");
	json_object_foreach(after, name, value)
		ok = ok && add_field(core, name, before, value, arena, out, err);
	json_decref(body);
	return ok && scale_fields(core, entry, arena, out, first, err);
}
