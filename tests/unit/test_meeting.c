// SPDX-License-Identifier: MIT
#include "unit/meeting_tools.h"

#include "core/person.h"
#include "core/undo.h"

static void test_words(void **state)
{
	(void)state;
	for (int i = MEETING_WORK; i <= MEETING_SURVEY; i++) {
		MeetingKind back;
		assert_true(meeting_kind_parse(meeting_kind_code((MeetingKind)i), &back));
		assert_int_equal(back, i);
		assert_true(*meeting_kind_name((MeetingKind)i));
	}
	MeetingKind none;
	assert_false(meeting_kind_parse("party", &none));
	for (int i = MEETING_PLANNED; i <= MEETING_FINAL; i++)
		assert_true(*meeting_state_code((MeetingState)i) &&
			    *meeting_state_name((MeetingState)i));
	assert_string_equal(attendance_name(ATTENDANCE_ABSENT), "vắng");
}

static void test_add(void **state)
{
	F *f = *state;
	fixture_as(f, "secretary");
	Meeting meeting = add(f, "");
	assert_string_equal(meeting.held_on, "2021-11-23");
	assert_string_equal(meeting.starts, "14:00");
	assert_string_equal(meeting.ends, "16:10");
	assert_int_equal(meeting.state, MEETING_DRAFT);
	assert_string_equal(meeting.chair, "Trần Văn Mẫu");
	assert_string_equal(meeting.chair_post, "Phó Bí thư");
	assert_string_equal(meeting.recorder, "Võ Ví Dụ");
	assert_string_equal(meeting.region, "Hải đảo");
	assert_string_equal(meeting.number, "");
	assert_int_equal(meeting.present, 3);
	assert_string_equal(person_at(f, meeting.id, 0).name, "Trần Văn Mẫu");
	assert_string_equal(person_at(f, meeting.id, 1).name, "Lê Thị Thử");
	assert_string_equal(person_at(f, meeting.id, 2).name, "Võ Ví Dụ");
	assert_string_equal(item_at(f, meeting.id, 0).title, "Đón khách quốc tế");
}

// District leaders are there by their post; who has left it is not, nor who is assigned elsewhere.
static void test_expected(void **state)
{
	F *f = *state;
	int64_t phu_quoc = fixture_place(f, "phu-quoc").district_id;
	Person now = { .login = "",
		.name = "Lâm Bí Thư",
		.sort_name = "",
		.post = "Bí thư Thành ủy",
		.phone = "",
		.district_id = phu_quoc,
		.from = "2021-11-01",
		.to = "" };
	Person then = now;
	then.name = "Cù Bí Thư";
	then.from = "";
	then.to = "2021-10-31";
	fixture_as(f, "admin");
	assert_done(person_add(f->core, &now, &f->err), &f->err);
	assert_done(person_add(f->core, &then, &f->err), &f->err);
	fixture_as(f, "office");
	Meeting november = add(f, "2021-11-20"), october = add(f, "2021-10-20");
	assert_string_equal(person_at(f, november.id, 2).name, "Lâm Bí Thư");
	assert_string_equal(person_at(f, october.id, 2).name, "Cù Bí Thư");
	assert_int_equal(november.present, 4);
	assert_int_equal(october.present, 4);
}

static void test_add_refused(void **state)
{
	F *f = *state;
	Meeting meeting = { .region_id = fixture_place(f, "hd").region_id };
	assert_failed(meeting_add(f->core, &(Meeting){ .region_id = 7 }, &f->err), &f->err,
		ERR_NOT_FOUND);
	static const char *const bad_times[] = { "25:00", "14:60", "14", "14:", "x", "14:00x",
		"-1:00" };
	for (size_t i = 0; i < sizeof(bad_times) / sizeof(*bad_times); i++) {
		meeting.starts = bad_times[i];
		assert_field(meeting_add(f->core, &meeting, &f->err), &f->err, "starts");
	}
	meeting.starts = "14h";
	meeting.ends = "14:00";
	assert_field(meeting_add(f->core, &meeting, &f->err), &f->err, "ends");
	meeting.ends = "";
	meeting.held_on = "2021-02-30";
	assert_field(meeting_add(f->core, &meeting, &f->err), &f->err, "held_on");
	meeting.held_on = "";
	meeting.chair_id = 5;
	assert_failed(meeting_add(f->core, &meeting, &f->err), &f->err, ERR_NOT_FOUND);
	assert_int_equal(count(f, 0), 0);
}

static void test_rights(void **state)
{
	static const char *const may[] = { "office", "leader", "secretary" };
	static const char *const may_not[] = { "member", "admin", "viewer" };
	F *f = *state;
	Meeting meeting = { .region_id = fixture_place(f, "hd").region_id };
	for (size_t i = 0; i < 3; i++) {
		fixture_as(f, may_not[i]);
		assert_failed(meeting_add(f->core, &meeting, &f->err), &f->err, ERR_DENIED);
		fixture_as(f, may[i]);
		assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	}
	int64_t id = meeting.id;
	for (size_t i = 0; i < 3; i++) {
		Vec out;
		fixture_as(f, may_not[i]);
		vec_init(&out, sizeof(AgendaItem));
		assert_int_equal(count(f, meeting.region_id), 0);
		assert_failed(meeting_get(f->core, id, &f->arena, &meeting, &f->err), &f->err,
			ERR_DENIED);
		assert_failed(
			agenda_list(f->core, id, &f->arena, &out, &f->err), &f->err, ERR_DENIED);
		assert_failed(attendance_list(f->core, id, &f->arena, &out, &f->err), &f->err,
			ERR_DENIED);
		assert_failed(conclusion_list(f->core, id, &f->arena, &out, &f->err), &f->err,
			ERR_DENIED);
		assert_failed(
			meeting_gaps(f->core, id, &f->arena, &out, &f->err), &f->err, ERR_DENIED);
		assert_failed(agenda_add(f->core, &(AgendaItem){ .meeting_id = id, .title = "x" },
				      &f->err),
			&f->err, ERR_DENIED);
		assert_int_equal(count(f, 0), 0);
		vec_release(&out);
	}
	fixture_as(f, "leader");
	assert_int_equal(count(f, 0), 3);
	assert_failed(meeting_finalise(f->core, id, 1, 0, &f->err), &f->err, ERR_DENIED);
}

static void test_planned(void **state)
{
	F *f = *state;
	Meeting meeting = { .region_id = fixture_place(f, "hd").region_id,
		.held_on = "2021-11-25" };
	assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	meeting = get(f, meeting.id);
	assert_int_equal(meeting.state, MEETING_PLANNED);
	assert_field(meeting_start(f->core, meeting.id, meeting.rev, &f->err), &f->err, "held_on");
	assert_failed(meeting_end(f->core, meeting.id, meeting.rev, &f->err), &f->err, ERR_INVALID);
	fixture_today(f, "2021-11-25");
	assert_failed(meeting_start(f->core, meeting.id, meeting.rev + 1, &f->err), &f->err,
		ERR_CONFLICT);
	assert_done(meeting_start(f->core, meeting.id, meeting.rev, &f->err), &f->err);
	meeting = get(f, meeting.id);
	assert_int_equal(meeting.state, MEETING_IN_PROGRESS);
	assert_string_equal(meeting.starts, "10:42");
	assert_non_null(strstr(gaps(f, meeting.id), "chưa kết thúc"));
	assert_done(meeting_end(f->core, meeting.id, meeting.rev, &f->err), &f->err);
	meeting = get(f, meeting.id);
	assert_int_equal(meeting.state, MEETING_DRAFT);
	assert_string_equal(meeting.ends, ""); // the clock still says 10:42
	assert_failed(
		meeting_start(f->core, meeting.id, meeting.rev, &f->err), &f->err, ERR_INVALID);
}

static void test_save(void **state)
{
	F *f = *state;
	AttendanceMoved moved;
	Meeting meeting = add(f, "");
	Meeting other = meeting;
	meeting.kind = MEETING_SURVEY;
	meeting.subject = "Cảng\nBãi Vòng \033[31m";
	meeting.ends = "17:00";
	assert_done(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err);
	assert_failed(meeting_save(f->core, &other, &f->arena, &moved, &f->err), &f->err, ERR_CONFLICT);
	meeting = get(f, meeting.id);
	assert_int_equal(meeting.kind, MEETING_SURVEY);
	assert_string_equal(meeting.subject, "Cảng Bãi Vòng");
	assert_string_equal(meeting.ends, "17:00");
	const char *what;
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(get(f, meeting.id).subject, "Đón khách quốc tế");
	assert_failed(
		meeting_get(f->core, 99, &f->arena, &meeting, &f->err), &f->err, ERR_NOT_FOUND);
}

// Until somebody calls it otherwise.
static void test_the_first_item_is_called_as_the_meeting(void **state)
{
	F *f = *state;
	AttendanceMoved moved;
	Meeting meeting = { .region_id = fixture_place(f, "hd").region_id };
	assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	meeting = get(f, meeting.id);
	assert_string_equal(item_at(f, meeting.id, 0).title, "Nội dung làm việc");
	meeting.subject = "Cảng Bãi Vòng";
	assert_done(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err);
	AgendaItem item = item_at(f, meeting.id, 0);
	assert_string_equal(item.title, "Cảng Bãi Vòng");
	item.title = "Bến cảng";
	assert_done(agenda_save(f->core, &item, &f->err), &f->err);
	meeting = get(f, meeting.id);
	meeting.subject = "Đường ven biển";
	assert_done(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err);
	assert_string_equal(item_at(f, meeting.id, 0).title, "Bến cảng");
}

static void test_agenda(void **state)
{
	F *f = *state;
	Meeting meeting = add(f, "");
	AgendaItem item = { .meeting_id = meeting.id, .title = " " };
	assert_field(agenda_add(f->core, &item, &f->err), &f->err, "title");
	item.title = "Vắc xin";
	assert_done(agenda_add(f->core, &item, &f->err), &f->err);
	assert_int_equal(item.position, 2);
	item = item_at(f, meeting.id, 1);
	AgendaItem stale = item;
	item.proceedings = "Dòng một\r\nDòng hai";
	item.carried_over = true;
	assert_done(agenda_save(f->core, &item, &f->err), &f->err);
	assert_failed(agenda_save(f->core, &stale, &f->err), &f->err, ERR_CONFLICT);
	item = item_at(f, meeting.id, 1);
	assert_string_equal(item.proceedings, "Dòng một\nDòng hai");
	assert_true(item.carried_over);
	item.id = 99;
	assert_failed(agenda_save(f->core, &item, &f->err), &f->err, ERR_NOT_FOUND);
	Meeting next = add(f, "");
	assert_string_equal(item_at(f, next.id, 1).title, "Vắc xin");
	assert_string_equal(item_at(f, next.id, 1).proceedings, "");
}

static void test_agenda_item_dropped(void **state)
{
	F *f = *state;
	const char *what;
	Meeting meeting = add(f, "");
	AgendaItem item = { .meeting_id = meeting.id, .title = "Vắc xin" };
	assert_done(agenda_add(f->core, &item, &f->err), &f->err);
	item = item_at(f, meeting.id, 1);
	assert_failed(agenda_remove(f->core, item.id, item.rev + 1, &f->err), &f->err, ERR_CONFLICT);
	assert_done(agenda_remove(f->core, item.id, item.rev, &f->err), &f->err);
	assert_failed(agenda_remove(f->core, item.id, item.rev, &f->err), &f->err, ERR_NOT_FOUND);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	item = item_at(f, meeting.id, 1);
	item.proceedings = "Đã bàn.";
	assert_done(agenda_save(f->core, &item, &f->err), &f->err);
	item = item_at(f, meeting.id, 1);
	assert_failed(agenda_remove(f->core, item.id, item.rev, &f->err), &f->err, ERR_CONFLICT);
	item = item_at(f, meeting.id, 0);
	Conclusion conclusion = { .meeting_id = meeting.id, .item_id = item.id, .text = "Thống nhất" };
	assert_done(conclusion_add(f->core, &conclusion, NULL, &f->err), &f->err);
	item = item_at(f, meeting.id, 0);
	assert_failed(agenda_remove(f->core, item.id, item.rev, &f->err), &f->err, ERR_CONFLICT);
}

static size_t parts_of(F *f, int64_t meeting_id)
{
	Vec items, people;
	vec_init(&items, sizeof(AgendaItem));
	vec_init(&people, sizeof(Attendance));
	assert_done(agenda_list(f->core, meeting_id, &f->arena, &items, &f->err), &f->err);
	assert_done(attendance_list(f->core, meeting_id, &f->arena, &people, &f->err), &f->err);
	size_t n = items.len + people.len;
	vec_release(&items);
	vec_release(&people);
	return n;
}

static void test_cancel(void **state)
{
	F *f = *state;
	const char *what;
	Meeting held = add(f, ""), planned = add(f, "2021-11-25");
	assert_failed(meeting_cancel(f->core, held.id, held.rev, &f->err), &f->err, ERR_INVALID);
	assert_failed(
		meeting_cancel(f->core, planned.id, planned.rev + 1, &f->err), &f->err, ERR_CONFLICT);
	size_t parts = parts_of(f, planned.id);
	assert_true(parts > 1);
	assert_done(meeting_cancel(f->core, planned.id, planned.rev, &f->err), &f->err);
	assert_failed(
		meeting_get(f->core, planned.id, &f->arena, &planned, &f->err), &f->err, ERR_NOT_FOUND);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(get(f, planned.id).state, MEETING_PLANNED);
	assert_int_equal(parts_of(f, planned.id), parts);
}

static void test_attendance(void **state)
{
	F *f = *state;
	Meeting meeting = add(f, "");
	Attendance guest = { .meeting_id = meeting.id, .name = "Đại diện Bộ Y tế" };
	assert_done(attendance_add(f->core, &guest, &f->err), &f->err);
	assert_field(attendance_add(f->core, &(Attendance){ .meeting_id = meeting.id }, &f->err),
		&f->err, "person");
	Attendance twice = { .meeting_id = meeting.id, .person_id = meeting.chair_id };
	assert_field(attendance_add(f->core, &twice, &f->err), &f->err, "person");
	Attendance last = person_at(f, meeting.id, 3);
	assert_string_equal(last.name, "Đại diện Bộ Y tế");
	assert_int_equal(last.status, ATTENDANCE_GUEST);
	Attendance member = person_at(f, meeting.id, 1);
	member.status = ATTENDANCE_ABSENT;
	assert_done(attendance_save(f->core, &member, &f->err), &f->err);
	assert_non_null(strstr(gaps(f, meeting.id), "lý do vắng của đ/c Lê Thị Thử"));
	assert_failed(attendance_save(f->core, &member, &f->err), &f->err, ERR_CONFLICT);
	member = person_at(f, meeting.id, 1);
	member.reason = "họp Quân khu";
	assert_done(attendance_save(f->core, &member, &f->err), &f->err);
	assert_null(strstr(gaps(f, meeting.id), "lý do vắng"));
	assert_int_equal(get(f, meeting.id).absent, 1);
	assert_failed(
		attendance_remove(f->core, last.id, last.rev + 1, &f->err), &f->err, ERR_CONFLICT);
	assert_done(attendance_remove(f->core, last.id, last.rev, &f->err), &f->err);
	assert_failed(
		attendance_remove(f->core, last.id, last.rev, &f->err), &f->err, ERR_NOT_FOUND);
}

static void test_conclusion_task(void **state)
{
	F *f = *state;
	int64_t districts[2];
	char shown[24];
	Leaf leaf;
	Body body = { .code = "tu-phu-quoc", .name = "Thành ủy Phú Quốc", .short_name = "" };
	assert_done(body_add(f->core, &body, &f->err), &f->err);
	districts[0] = fixture_place(f, "phu-quoc").district_id;
	districts[1] = districts[0];
	Meeting meeting = add(f, "");
	note(f, meeting.id, "Thống nhất lộ trình.");
	Conclusion conclusion = { .meeting_id = meeting.id,
		.item_id = item_at(f, meeting.id, 0).id,
		.text = "Hoàn thành khu cách ly" };
	ConclusionTask task = { .due = "2021-12-10",
		.deadline_words = "+15 ngày",
		.district_ids = districts,
		.districts_n = 2 };
	assert_done(conclusion_add(f->core, &conclusion, &task, &f->err), &f->err);
	conclusion = conclusion_at(f, meeting.id, 1);
	id_show(f->core, meeting.id, shown);
	assert_string_equal(conclusion.task_code, arena_printf(&f->arena, "BB-%s.2", shown));
	assert_string_equal(conclusion.due, "2021-12-10");
	assert_string_equal(conclusion.body, "Thành ủy Phú Quốc");
	assert_int_equal(item_at(f, meeting.id, 0).conclusions, 1);
	assert_done(leaf_find(f->core, conclusion.task_code, (Place){ .district_id = districts[0] },
			    &f->arena, &leaf, &f->err),
		&f->err);
	assert_string_equal(leaf.title, "Hoàn thành khu cách ly");
	assert_string_equal(leaf.due, "2021-12-10");
	conclusion.text = "Hoàn thành khu cách ly đón khách";
	assert_done(conclusion_save(f->core, &conclusion, &f->err), &f->err);
	assert_failed(conclusion_save(f->core, &conclusion, &f->err), &f->err, ERR_CONFLICT);
	assert_done(leaf_get(f->core, leaf.leaf_id, &f->arena, &leaf, &f->err), &f->err);
	assert_string_equal(leaf.title, "Hoàn thành khu cách ly đón khách");
	assert_int_equal(get(f, meeting.id).conclusions, 2);
	assert_int_equal(get(f, meeting.id).tasks, 1);
}

// A note becomes a task of the region; undone and made again, its code is a new one.
static void test_make_task(void **state)
{
	F *f = *state;
	const char *what;
	Meeting meeting = add(f, "");
	note(f, meeting.id, "Khảo sát cảng Bãi Vòng.");
	Conclusion conclusion = conclusion_at(f, meeting.id, 0);
	ConclusionTask task = { 0 };
	assert_failed(
		conclusion_make_task(f->core, conclusion.id, conclusion.rev + 1, &task, &f->err),
		&f->err, ERR_CONFLICT);
	assert_done(conclusion_make_task(f->core, conclusion.id, conclusion.rev, &task, &f->err),
		&f->err);
	conclusion = conclusion_at(f, meeting.id, 0);
	const char *first = conclusion.task_code;
	Leaf leaf;
	assert_done(leaf_find(f->core, first, fixture_place(f, "hd"), &f->arena, &leaf, &f->err),
		&f->err);
	assert_failed(conclusion_make_task(f->core, conclusion.id, conclusion.rev, &task, &f->err),
		&f->err, ERR_CONFLICT);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	conclusion = conclusion_at(f, meeting.id, 0);
	assert_int_equal(conclusion.task_id, 0);
	assert_done(conclusion_make_task(f->core, conclusion.id, conclusion.rev, &task, &f->err),
		&f->err);
	conclusion = conclusion_at(f, meeting.id, 0);
	assert_true(strcmp(conclusion.task_code, first) != 0);
}

static void test_conclusion_refused(void **state)
{
	F *f = *state;
	int64_t elsewhere = fixture_place(f, "rach-gia").district_id;
	Meeting meeting = add(f, "");
	Conclusion conclusion = { .meeting_id = meeting.id, .text = "" };
	assert_field(conclusion_add(f->core, &conclusion, NULL, &f->err), &f->err, "text");
	conclusion.text = "Kết luận";
	conclusion.item_id = 5;
	assert_field(conclusion_add(f->core, &conclusion, NULL, &f->err), &f->err, "item");
	conclusion.item_id = 0;
	ConclusionTask task = { .due = "2021-11-22" };
	assert_field(conclusion_add(f->core, &conclusion, &task, &f->err), &f->err, "due");
	task.due = "10/12/2021";
	assert_field(conclusion_add(f->core, &conclusion, &task, &f->err), &f->err, "due");
	task = (ConclusionTask){ .district_ids = &elsewhere, .districts_n = 1 };
	assert_field(conclusion_add(f->core, &conclusion, &task, &f->err), &f->err, "places");
	assert_int_equal(get(f, meeting.id).conclusions, 0);
}

static ConclusionLine fate_line(F *f, size_t index, unsigned fates, size_t n)
{
	Vec lines;
	ConclusionFilter filter = { .fates = fates };
	ConclusionLine line = { .text = "" };
	vec_init(&lines, sizeof(ConclusionLine));
	assert_done(conclusion_list_all(f->core, &filter, &f->arena, &lines, &f->err), &f->err);
	assert_int_equal(lines.len, n);
	if (index < lines.len)
		line = *(const ConclusionLine *)vec_at(&lines, index);
	vec_release(&lines);
	return line;
}

// What became of a conclusion follows its leaves: untold, doing, done at every place.
static void test_fates(void **state)
{
	F *f = *state;
	const int64_t places[] = { fixture_place(f, "phu-quoc").district_id,
		fixture_place(f, "kien-hai").district_id };
	Meeting meeting = add(f, "2021-11-10");
	Conclusion conclusion = { .meeting_id = meeting.id, .text = "Làm đường" };
	ConclusionTask task = { .due = "2021-11-20", .district_ids = places, .districts_n = 2 };
	note(f, meeting.id, "Thống nhất");
	assert_done(conclusion_add(f->core, &conclusion, &task, &f->err), &f->err);
	assert_string_equal(fate_line(f, 0, 0, 2).text, "Thống nhất");
	assert_int_equal(fate_line(f, 0, 0, 2).fate, CONCLUSION_NOTED);
	ConclusionLine line = fate_line(f, 0, 1u << CONCLUSION_UNTOLD, 1);
	assert_true(line.sum.late);
	assert_int_equal(line.sum.days_late, 3);
	assert_int_equal(line.sum.leaf_id, 0);
	const char *code = arena_strdup(&f->arena, line.task_code);
	fixture_report(f, code, "phu-quoc", STATE_DONE, 100, "2021-11-19");
	line = fate_line(f, 0, 1u << CONCLUSION_DOING, 1);
	assert_int_equal(task_sum_percent(&line.sum), 50);
	fixture_report(f, code, "kien-hai", STATE_DONE, 100, "2021-11-21");
	line = fate_line(f, 0, 1u << CONCLUSION_DONE, 1);
	assert_int_equal(task_sum_percent(&line.sum), 100);
	assert_false(line.sum.late);
	fixture_as(f, "viewer"); // the minutes are open
	fate_line(f, 0, 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test_setup_teardown(test_add, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_fates, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_expected, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_add_refused, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_rights, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_planned, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_save, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_the_first_item_is_called_as_the_meeting, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_agenda, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_agenda_item_dropped, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_cancel, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_attendance, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_conclusion_task, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_make_task, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_conclusion_refused, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
