// SPDX-License-Identifier: MIT
#include "core/noun.h"

#include "base/tr.h"

#include <string.h>

const Noun nouns[NOUN_COUNT] = {
	[NOUN_BODY] = { "body", N_("cơ quan"), Q_BODY_ROW, Q_BODY_INSERT, Q_BODY_UPDATE },
	[NOUN_REGION] = { "region", N_("vùng"), Q_REGION_ROW, Q_REGION_INSERT, Q_REGION_UPDATE },
	[NOUN_DISTRICT] = { "district", N_("địa phương"), Q_DISTRICT_ROW, Q_DISTRICT_INSERT,
		Q_DISTRICT_UPDATE },
	[NOUN_MEMBERSHIP] = { "membership", N_("thuộc vùng"), Q_MEMBERSHIP_ROW, Q_MEMBERSHIP_INSERT,
		Q_MEMBERSHIP_UPDATE },
	[NOUN_PERSON] = { "person", N_("đồng chí"), Q_PERSON_ROW, Q_PERSON_INSERT, Q_PERSON_UPDATE },
	[NOUN_ROLE_GRANT] = { "role_grant", N_("vai trò"), Q_ROLE_GRANT_ROW, Q_ROLE_GRANT_INSERT,
		Q_ROLE_GRANT_UPDATE },
	[NOUN_USER_KEY] = { "user_key", N_("khóa SSH"), Q_USER_KEY_ROW, Q_USER_KEY_INSERT,
		Q_USER_KEY_UPDATE },
	[NOUN_ASSIGNMENT] = { "assignment", N_("phân công"), Q_ASSIGNMENT_ROW, Q_ASSIGNMENT_INSERT,
		Q_ASSIGNMENT_UPDATE },
	[NOUN_DIRECTIVE] = { "directive", N_("văn bản chỉ đạo"), Q_DIRECTIVE_ROW, Q_DIRECTIVE_INSERT,
		Q_DIRECTIVE_UPDATE },
	[NOUN_CLAUSE] = { "clause", N_("điểm"), Q_CLAUSE_ROW, Q_CLAUSE_INSERT, Q_CLAUSE_UPDATE },
	[NOUN_TASK] = { "task", N_("nhiệm vụ"), Q_TASK_ROW, Q_TASK_INSERT, Q_TASK_UPDATE },
	[NOUN_CITATION] = { "citation", N_("trích dẫn"), Q_CITATION_ROW, Q_CITATION_INSERT,
		Q_CITATION_UPDATE },
	[NOUN_TASK_BODY] = { "task_body", N_("cơ quan thực hiện"), Q_TASK_BODY_ROW, Q_TASK_BODY_INSERT,
		Q_TASK_BODY_UPDATE },
	[NOUN_LEAF] = { "leaf", N_("nhiệm vụ tại địa phương"), Q_LEAF_ROW, Q_LEAF_INSERT,
		Q_LEAF_UPDATE },
	[NOUN_EXTENSION] = { "extension", N_("gia hạn"), Q_EXTENSION_ROW, Q_EXTENSION_INSERT,
		Q_EXTENSION_UPDATE },
	[NOUN_PROGRESS] = { "progress", N_("tiến độ"), Q_PROGRESS_ROW, Q_PROGRESS_INSERT,
		Q_PROGRESS_UPDATE },
	[NOUN_MEETING] = { "meeting", N_("buổi làm việc"), Q_MEETING_ROW, Q_MEETING_INSERT,
		Q_MEETING_UPDATE },
	[NOUN_AGENDA_ITEM] = { "agenda_item", N_("nội dung"), Q_AGENDA_ITEM_ROW, Q_AGENDA_ITEM_INSERT,
		Q_AGENDA_ITEM_UPDATE },
	[NOUN_ATTENDANCE] = { "attendance", N_("thành phần dự"), Q_ATTENDANCE_ROW, Q_ATTENDANCE_INSERT,
		Q_ATTENDANCE_UPDATE },
	[NOUN_CONCLUSION] = { "conclusion", N_("kết luận"), Q_CONCLUSION_ROW, Q_CONCLUSION_INSERT,
		Q_CONCLUSION_UPDATE },
	[NOUN_REVIEW] = { "review", N_("sơ kết 6 tháng"), Q_REVIEW_ROW, Q_REVIEW_INSERT,
		Q_REVIEW_UPDATE },
	[NOUN_REVIEW_MARK] = { "review_mark", N_("nhận xét"), Q_REVIEW_MARK_ROW, Q_REVIEW_MARK_INSERT,
		Q_REVIEW_MARK_UPDATE },
	[NOUN_PLACE_NAME] = { "place_name", N_("tên theo thời gian"), Q_PLACE_NAME_ROW,
		Q_PLACE_NAME_INSERT, Q_PLACE_NAME_UPDATE },
	[NOUN_SUCCESSION] = { "succession", N_("kế thừa"), Q_SUCCESSION_ROW, Q_SUCCESSION_INSERT,
		Q_SUCCESSION_UPDATE },
	[NOUN_LEVEL_NAME] = { "level_name", N_("tên gọi chung của cấp"), Q_LEVEL_NAME_ROW,
		Q_LEVEL_NAME_INSERT, Q_LEVEL_NAME_UPDATE },
	[NOUN_SIGNATURE] = { "signature", N_("chữ ký số"), Q_SIGNATURE_ROW, Q_SIGNATURE_INSERT,
		Q_SIGNATURE_UPDATE },
	[NOUN_CLOSING] = { "closing", N_("khép kỳ"), Q_CLOSING_ROW, Q_CLOSING_INSERT,
		Q_CLOSING_UPDATE },
	[NOUN_CLOSING_LEAF] = { "closing_leaf", N_("quyết định khi khép kỳ"), Q_CLOSING_LEAF_ROW,
		Q_CLOSING_LEAF_INSERT, Q_CLOSING_LEAF_UPDATE },
	[NOUN_CLOSING_FIGURE] = { "closing_figure", N_("số liệu khi khép kỳ"),
		Q_CLOSING_FIGURE_ROW, Q_CLOSING_FIGURE_INSERT, Q_CLOSING_FIGURE_UPDATE },
	[NOUN_REMARK] = { "remark", N_("ý kiến chỉ đạo"), Q_REMARK_ROW, Q_REMARK_INSERT,
		Q_REMARK_UPDATE },
	[NOUN_REPORT_SERIES] = { "report_series", N_("báo cáo định kỳ"), Q_REPORT_SERIES_ROW,
		Q_REPORT_SERIES_INSERT, Q_REPORT_SERIES_UPDATE },
	[NOUN_REPORT_ASKED] = { "report_asked", N_("nơi phải báo cáo"), Q_REPORT_ASKED_ROW,
		Q_REPORT_ASKED_INSERT, Q_REPORT_ASKED_UPDATE },
	[NOUN_REPORT_ENTRY] = { "report_entry", N_("báo cáo nhận được"), Q_REPORT_ENTRY_ROW,
		Q_REPORT_ENTRY_INSERT, Q_REPORT_ENTRY_UPDATE },
	[NOUN_REPORT_EXTENSION] = { "report_extension", N_("gia hạn báo cáo"),
		Q_REPORT_EXTENSION_ROW, Q_REPORT_EXTENSION_INSERT, Q_REPORT_EXTENSION_UPDATE },
	[NOUN_REMINDER] = { "reminder", N_("đôn đốc"), Q_REMINDER_ROW, Q_REMINDER_INSERT,
		Q_REMINDER_UPDATE },
	[NOUN_INDICATOR] = { "indicator", N_("chỉ tiêu"), Q_INDICATOR_ROW, Q_INDICATOR_INSERT,
		Q_INDICATOR_UPDATE },
	[NOUN_TARGET] = { "target", N_("kế hoạch của chỉ tiêu"), Q_TARGET_ROW, Q_TARGET_INSERT,
		Q_TARGET_UPDATE },
	[NOUN_READING] = { "reading", N_("số liệu của chỉ tiêu"), Q_READING_ROW, Q_READING_INSERT,
		Q_READING_UPDATE },
};

NounKind noun_by_table(const char *table)
{
	for (int kind = 0; kind < NOUN_COUNT; kind++)
		if (strcmp(nouns[kind].table, table) == 0)
			return (NounKind)kind;
	return NOUN_COUNT;
}
