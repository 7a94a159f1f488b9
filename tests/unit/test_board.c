// SPDX-License-Identifier: MIT
#include "unit/fixture.h"

#include "core/board.h"
#include "core/calendar.h"
#include "core/change.h"

#include <string.h>

static Vec board(Fixture *fixture, int most, int *total)
{
	Vec lines;
	vec_init(&lines, sizeof(BoardLine));
	assert_done(board_list(fixture->core, most, &fixture->arena, &lines, total, &fixture->err),
		&fixture->err);
	return lines;
}

static void assert_board(Fixture *fixture, int most, const char *expected)
{
	static const char marks[] = { [BOARD_WAITING] = '*', [BOARD_LATE] = '!', [BOARD_SOON] = '~',
		[BOARD_GAP] = '?' };
	int total;
	Vec lines = board(fixture, most, &total);
	const char *shown = "";
	for (size_t i = 0; i < lines.len; i++) {
		const BoardLine *line = vec_at(&lines, i);
		shown = arena_printf(&fixture->arena, "%s%c %s | %s | %s\n", shown, marks[line->kind],
			line->place, line->text, line->tail);
	}
	assert_string_equal(shown, expected);
	assert_true(total >= (int)lines.len);
	vec_release(&lines);
}

static int64_t add_meeting(Fixture *fixture, const char *region, const char *day, const char *kind,
	const char *meeting_state)
{
	int64_t id;
	Change *change = change_begin(fixture->core, "meeting-add");
	change_allow(change, true); // what is there, whoever wrote it
	Stmt *stmt = change_insert(change, NOUN_MEETING, &id);
	stmt_int(stmt, fixture_place(fixture, region).region_id);
	stmt_text(stmt, kind);
	stmt_text(stmt, "");
	stmt_text(stmt, day);
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, "");
	for (int i = 0; i < 2; i++)
		stmt_text(stmt, NULL);
	stmt_text(stmt, meeting_state);
	stmt_text(stmt, NULL);
	stmt_text(stmt, "");
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, NULL);
	change_run(change, stmt);
	assert_done(change_commit(change, &fixture->err), &fixture->err);
	return id;
}

static int64_t add_review(Fixture *fixture, const char *region, const char *review_state)
{
	int64_t id;
	Change *change = change_begin(fixture->core, "review-begin");
	change_allow(change, true); // what is there, whoever wrote it
	Stmt *stmt = change_insert(change, NOUN_REVIEW, &id);
	stmt_int(stmt, fixture_place(fixture, region).region_id);
	stmt_text(stmt, "2021H2");
	stmt_text(stmt, "2021-10-07");
	stmt_text(stmt, "2021-12-31");
	stmt_text(stmt, review_state);
	for (int i = 0; i < 6; i++)
		stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	stmt_int(stmt, core_now(fixture->core));
	stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	stmt_text(stmt, "");
	bool approved = strcmp(review_state, "approved") == 0;
	stmt_text(stmt, approved ? "{}" : "");
	stmt_text(stmt, approved ? "00" : "");
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	assert_done(change_commit(change, &fixture->err), &fixture->err);
	return id;
}

static void test_office(void **state)
{
	Fixture *fixture = *state;
	add_meeting(fixture, "hd", "2021-11-20", "meeting", "draft");
	assert_board(fixture, 20,
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 12 ngày\n"
		"? Tây Sông Hậu | chưa phân công đồng chí Thường trực phụ trách | \n"
		"? Tứ giác Long Xuyên | chưa phân công đồng chí Thường trực phụ trách | \n"
		"? Kiên Hải | chưa phân công Ủy viên Ban Thường vụ | \n"
		"? Tân Hiệp | chưa phân công Ủy viên Ban Thường vụ | \n"
		"? Gò Quao | chưa phân công Ủy viên Ban Thường vụ | \n"
		"? TP Rạch Giá | chưa phân công Ủy viên Ban Thường vụ | \n"
		"? Tây Sông Hậu | chưa có buổi làm việc nào | 47 ngày\n"
		"? Tứ giác Long Xuyên | chưa có buổi làm việc nào | 47 ngày\n");
}

// Planned meetings fill no gap; a meeting too long ago is named by its day.
static void test_meeting_gap(void **state)
{
	Fixture *fixture = *state;
	fixture_today(fixture, "2021-11-21");
	add_meeting(fixture, "hd", "2021-10-07", "meeting", "final");
	add_meeting(fixture, "hd", "2021-10-20", "meeting", "planned");
	int total;
	Vec lines = board(fixture, 100, &total);
	for (size_t i = 0; i < lines.len; i++)
		assert_null(strstr(((const BoardLine *)vec_at(&lines, i))->text, "buổi làm việc"));
	vec_release(&lines);
	fixture_today(fixture, "2021-11-22");
	lines = board(fixture, 100, &total);
	BoardLine gap = { .text = "", .tail = "" };
	for (size_t i = 0; i < lines.len && !gap.id; i++) {
		const BoardLine *line = vec_at(&lines, i);
		if (strstr(line->text, "buổi làm việc"))
			gap = *line;
	}
	assert_string_equal(gap.text, "không có buổi làm việc từ 07/10/2021");
	assert_string_equal(gap.tail, "46 ngày");
	assert_int_equal(gap.id, fixture_place(fixture, "hd").region_id);
	vec_release(&lines);
}

static void test_kinds_share(void **state)
{
	Fixture *fixture = *state;
	fixture_today(fixture, "2021-12-28");
	assert_board(fixture, 4,
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 47 ngày\n"
		"? Tây Sông Hậu | chưa phân công đồng chí Thường trực phụ trách | \n"
		"? Tứ giác Long Xuyên | chưa phân công đồng chí Thường trực phụ trách | \n"
		"~ TP Phú Quốc | 2.1b Tiêm vắc xin | còn 3 ngày\n");
	assert_board(fixture, 0, "");
}

static void test_viewer(void **state)
{
	Fixture *fixture = *state;
	fixture_as(fixture, "viewer");
	fixture_today(fixture, "2021-12-31");
	assert_board(fixture, 20,
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 50 ngày\n"
		"~ TP Phú Quốc | 2.1b Tiêm vắc xin | hết hạn hôm nay\n"
		"~ Kiên Hải | 2.1b Tiêm vắc xin | hết hạn hôm nay\n"
		"~ Tân Hiệp | 2.1b Tiêm vắc xin | hết hạn hôm nay\n");
}

static void test_own_places(void **state)
{
	Fixture *fixture = *state;
	fixture_today(fixture, "2021-12-30");
	add_meeting(fixture, "hd", "2021-12-20", "meeting", "draft");
	add_review(fixture, "hd", "drafting");
	static const char leader[] =
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 49 ngày\n"
		"? Kiên Hải | chưa phân công Ủy viên Ban Thường vụ | \n"
		"~ TP Phú Quốc | 2.1b Tiêm vắc xin | còn 1 ngày\n"
		"~ Kiên Hải | 2.1b Tiêm vắc xin | còn 1 ngày\n"
		"~ Hải đảo | Sơ kết 6 tháng cuối năm 2021 (đang soạn) | còn 1 ngày\n";
	fixture_as(fixture, "leader");
	assert_board(fixture, 20, leader);
	fixture_as(fixture, "secretary");
	assert_board(fixture, 20, leader);
	fixture_as(fixture, "member");
	assert_board(fixture, 20,
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 49 ngày\n"
		"~ TP Phú Quốc | 2.1b Tiêm vắc xin | còn 1 ngày\n");
}

static void test_waiting(void **state)
{
	Fixture *fixture = *state;
	int total;
	add_meeting(fixture, "hd", "2021-11-20", "meeting", "draft");
	int64_t review = add_review(fixture, "hd", "submitted");
	add_review(fixture, "tsh", "submitted");
	fixture_as(fixture, "leader");
	assert_board(fixture, 2,
		"* Hải đảo | Duyệt sơ kết 6 tháng cuối năm 2021 | trình 23/11\n"
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 12 ngày\n");
	Vec lines = board(fixture, 1, &total);
	const BoardLine *line = vec_at(&lines, 0);
	assert_int_equal(line->target, BOARD_TO_REVIEW);
	assert_int_equal(line->id, review);
	assert_int_equal(line->region_id, fixture_place(fixture, "hd").region_id);
	assert_int_equal(line->period.half, 2);
	vec_release(&lines);
	fixture_as(fixture, "secretary");
	lines = board(fixture, 1, &total);
	assert_int_equal(((const BoardLine *)vec_at(&lines, 0))->kind, BOARD_LATE);
	vec_release(&lines);
}

static void test_reviews_overdue(void **state)
{
	Fixture *fixture = *state;
	int total, late = 0;
	add_review(fixture, "hd", "approved");
	add_review(fixture, "tsh", "returned");
	fixture_today(fixture, "2022-01-05");
	Vec lines = board(fixture, 100, &total);
	for (size_t i = 0; i < lines.len; i++) {
		const BoardLine *line = vec_at(&lines, i);
		if (line->target != BOARD_TO_REVIEW)
			continue;
		assert_int_equal(line->kind, BOARD_LATE);
		assert_string_equal(line->tail, "quá hạn 5 ngày");
		assert_string_equal(line->text, late++ ? "Sơ kết 6 tháng cuối năm 2021 (đến kỳ)" :
							 "Sơ kết 6 tháng cuối năm 2021 (trả lại)");
	}
	assert_int_equal(late, 2);
	vec_release(&lines);
}

static void test_conclusion_untold(void **state)
{
	Fixture *fixture = *state;
	int64_t id;
	int total;
	const Place place = fixture_place(fixture, "phu-quoc");
	int64_t meeting = add_meeting(fixture, "hd", "2021-11-20", "meeting", "draft");
	Change *change = change_begin(fixture->core, "conclusion-add");
	change_allow(change, true); // what is there, whoever wrote it
	const TaskDraft draft = { .origin = "meeting", .code = "BB-1.1", .title = "Rà soát bến cảng",
		.meeting_id = meeting, .places = &place, .places_n = 1 };
	task_draft_add(change, &draft, &id);
	assert_done(change_commit(change, &fixture->err), &fixture->err);
	change = change_begin(fixture->core, "conclusion-add");
	change_allow(change, true); // what is there, whoever wrote it
	const Place elsewhere = fixture_place(fixture, "kien-hai");
	const TaskDraft other = { .origin = "meeting", .code = "BB-1.2", .title = "Việc khác",
		.meeting_id = meeting, .places = &elsewhere, .places_n = 1 };
	task_draft_add(change, &other, &id);
	assert_done(change_commit(change, &fixture->err), &fixture->err);
	fixture_as(fixture, "member");
	assert_board(fixture, 20,
		"! TP Phú Quốc | 2.1a Đón khách quốc tế | quá hạn 12 ngày\n"
		"? TP Phú Quốc | Rà soát bến cảng | chưa báo cáo\n");
	fixture_report(fixture, "BB-1.1", "phu-quoc", STATE_NOT_STARTED, 0, "");
	Vec lines = board(fixture, 20, &total);
	assert_int_equal(total, 1);
	vec_release(&lines);
}

static void assert_calendar(Fixture *fixture, int most, const char *expected)
{
	Vec lines;
	vec_init(&lines, sizeof(CalendarLine));
	assert_done(calendar_next(fixture->core, most, &fixture->arena, &lines, &fixture->err),
		&fixture->err);
	const char *shown = "";
	for (size_t i = 0; i < lines.len; i++) {
		const CalendarLine *line = vec_at(&lines, i);
		shown = arena_printf(&fixture->arena, "%s%s %s\n", shown, line->day, line->text);
	}
	assert_string_equal(shown, expected);
	vec_release(&lines);
}

static void test_calendar(void **state)
{
	Fixture *fixture = *state;
	add_meeting(fixture, "hd", "2021-11-25", "meeting", "planned");
	add_meeting(fixture, "tsh", "2021-12-20", "survey", "planned");
	add_meeting(fixture, "hd", "2021-11-20", "meeting", "planned");
	add_meeting(fixture, "hd", "2021-11-23", "meeting", "draft");
	assert_calendar(fixture, 9,
		"2021-11-25 Làm việc với vùng Hải đảo\n"
		"2021-12-16 chốt số liệu sơ kết\n"
		"2021-12-20 Khảo sát vùng Tây Sông Hậu\n"
		"2021-12-31 hạn sơ kết 6 tháng cuối năm 2021\n"
		"2022-06-15 chốt số liệu sơ kết\n"
		"2022-06-30 hạn sơ kết 6 tháng đầu năm 2022\n");
	assert_calendar(fixture, 1, "2021-11-25 Làm việc với vùng Hải đảo\n");
	fixture_as(fixture, "leader");
	fixture_today(fixture, "2021-12-17");
	assert_calendar(fixture, 1, "2021-12-31 hạn sơ kết 6 tháng cuối năm 2021\n");
}

// Where a month has no appointment, what is to be done comes next.
static void test_calendar_without_appointments(void **state)
{
	Fixture *fixture = *state;
	fixture_today(fixture, "2021-11-01");
	assert_calendar(fixture, 2,
		"2021-11-11 2.1a Đón khách quốc tế\n"
		"2021-12-16 chốt số liệu sơ kết\n");
	add_meeting(fixture, "hd", "2021-11-25", "meeting", "planned");
	assert_calendar(fixture, 1, "2021-11-25 Làm việc với vùng Hải đảo\n");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DONE, 100, "");
	fixture_today(fixture, "2022-01-05");
	assert_calendar(fixture, 1, "2022-06-15 chốt số liệu sơ kết\n");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(test_office), WITH(test_meeting_gap), WITH(test_kinds_share), WITH(test_viewer),
		WITH(test_own_places), WITH(test_waiting), WITH(test_reviews_overdue),
		WITH(test_conclusion_untold), WITH(test_calendar),
		WITH(test_calendar_without_appointments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
