// SPDX-License-Identifier: MIT
// Minutes as they became final: kept, compared, never changed by what comes later; their numbers.
#include "unit/meeting_tools.h"

#include "core/remark.h"
#include "core/task_edit.h"
#include "core/undo.h"
#include "core/user.h"
#include "text/diff.h"

static const char *text_of(F *f, int64_t id)
{
	const char *text;
	assert_done(meeting_text(f->core, id, &f->arena, &text, &f->err), &f->err);
	return text;
}

static void set_post(F *f, const char *login, const char *post)
{
	Person person;
	assert_done(person_find(f->core, login, &f->arena, &person, &f->err), &f->err);
	UserChange wanted = { .post = post };
	fixture_as(f, "admin");
	assert_done(user_change(f->core, person.id, &wanted, &f->err), &f->err);
	fixture_as(f, "office");
}

static void test_posts_of_the_day(void **state)
{
	F *f = *state;
	set_post(f, "leader", "Phó Bí thư Thường trực");
	Meeting old = final_meeting(f, "2021-11-01");
	Meeting open = complete_meeting(f, MEETING_WORK, "2021-11-02");
	const char *before = text_of(f, old.id);
	assert_non_null(strstr(before, "Phó Bí thư Thường trực"));
	set_post(f, "leader", "Bí thư Tỉnh ủy");
	assert_string_equal(text_of(f, old.id), before);
	assert_string_equal(get(f, old.id).chair_post, "Phó Bí thư Thường trực");
	assert_string_equal(person_at(f, old.id, 0).post, "Phó Bí thư Thường trực");
	assert_non_null(strstr(text_of(f, open.id), "Bí thư Tỉnh ủy"));
	assert_string_equal(get(f, open.id).chair_post, "Bí thư Tỉnh ủy");
}

static void test_reopen_edit_compare(void **state)
{
	F *f = *state;
	Vec versions;
	Buf words = BUF_INIT;
	vec_init(&versions, sizeof(MinutesVersion));
	Meeting meeting = final_meeting(f, "2021-11-05");
	assert_done(meeting_reopen(f->core, meeting.id, meeting.rev, "sửa tên cơ quan", &f->err),
		&f->err);
	fixture_as(f, "viewer");
	assert_failed(meeting_versions(f->core, meeting.id, &f->arena, &versions, &f->err), &f->err,
		ERR_DENIED);
	fixture_as(f, "office");
	say(f, meeting.id, "Huyện ủy Phú Quốc báo cáo.");
	meeting = get(f, meeting.id);
	assert_done(meeting_finalise(f->core, meeting.id, meeting.rev, 0, &f->err), &f->err);
	fixture_as(f, "viewer");
	assert_done(meeting_versions(f->core, meeting.id, &f->arena, &versions, &f->err), &f->err);
	assert_int_equal(versions.len, 2);
	const MinutesVersion *first = vec_at(&versions, 0), *second = vec_at(&versions, 1);
	assert_int_equal(first->version, 1);
	assert_string_equal(first->reason, "sửa tên cơ quan");
	assert_true(first->reopened_at && !second->reopened_at);
	assert_string_equal(second->number, first->number);
	assert_non_null(strstr(first->text, "Thành ủy"));
	assert_string_equal(second->text, text_of(f, meeting.id));
	diff_words(first->text, second->text, &words);
	assert_string_equal(words.bytes, "    [Thành → Huyện] ủy Phú Quốc báo cáo.");
	buf_release(&words);
	vec_release(&versions);
}

static void test_number_by_hand(void **state)
{
	F *f = *state;
	int next;
	Core *c = f->core;
	Err *e = &f->err;
	Meeting first = complete_meeting(f, MEETING_WORK, "2021-11-01");
	assert_field(meeting_finalise(c, first.id, first.rev, MEETING_NUMBER_MAX + 1, e), e, "number");
	assert_field(meeting_finalise(c, first.id, first.rev, -1, e), e, "number");
	assert_done(meeting_finalise(c, first.id, first.rev, 5, e), e);
	assert_string_equal(get(f, first.id).number, "05-BB/TU");
	// All kinds of meeting share the series, so that no number is printed twice.
	Meeting second = complete_meeting(f, MEETING_CONFERENCE, "2021-11-02");
	assert_field(meeting_finalise(c, second.id, second.rev, 5, e), e, "number");
	assert_done(meeting_finalise(c, second.id, second.rev, 3, e), e);
	Meeting third = complete_meeting(f, MEETING_SURVEY, "2021-11-03");
	assert_done(meeting_next_number(c, third.held_on, &next, e), e);
	assert_int_equal(next, 6);
	assert_done(meeting_finalise(c, third.id, third.rev, 0, e), e);
	assert_string_equal(get(f, third.id).number, "06-BB/TU");
	third = get(f, third.id);
	assert_done(meeting_reopen(c, third.id, third.rev, "x", e), e);
	third = get(f, third.id);
	assert_field(meeting_finalise(c, third.id, third.rev, 9, e), e, "number");
	assert_done(meeting_finalise(c, third.id, third.rev, 6, e), e);
	// Another term counts anew.
	Meeting before = complete_meeting(f, MEETING_WORK, "2020-09-01");
	assert_done(meeting_finalise(c, before.id, before.rev, 5, e), e);
}

// What becomes of a task later is no matter of minutes that gave it, until they are reopened.
static void test_a_conclusion_keeps_what_it_said(void **state)
{
	F *f = *state;
	Core *c = f->core;
	Err *e = &f->err;
	Task task;
	Body body = { .code = "so-x", .name = "Sở X", .short_name = "Sở X" };
	Body other = { .code = "so-y", .name = "Sở Y", .short_name = "Sở Y" };
	assert_done(body_add(c, &body, e), e);
	assert_done(body_add(c, &other, e), e);
	Meeting meeting = complete_meeting(f, MEETING_WORK, "2021-11-01");
	const int64_t places[] = { fixture_place(f, "phu-quoc").district_id };
	ConclusionTask given = { .body_id = body.id, .due = "2021-12-31",
		.district_ids = places, .districts_n = 1 };
	Conclusion conclusion = { .meeting_id = meeting.id, .text = "Việc của Sở X" };
	assert_done(conclusion_add(c, &conclusion, &given, e), e);
	meeting = get(f, meeting.id);
	assert_done(meeting_finalise(c, meeting.id, meeting.rev, 0, e), e);
	assert_done(task_get(c, conclusion.task_id, &f->arena, &task, e), e);
	TaskEdit edit = task_edit_of(&task, &f->arena);
	edit.leads = "Sở Y";
	edit.due = "2022-01-31";
	assert_done(task_save(c, task.id, REV_ANY, &edit, e), e);
	Conclusion read = conclusion_at(f, meeting.id, 1);
	assert_true(read.frozen);
	assert_string_equal(read.body, "Sở X");
	assert_string_equal(read.due, "2021-12-31");
	assert_string_equal(read.places, "Phú Quốc");
	Vec tasks;
	vec_init(&tasks, sizeof(AgendaTask));
	assert_done(meeting_tasks(c, meeting.id, &f->arena, &tasks, e), e);
	const AgendaTask *now = vec_at(&tasks, 0);
	assert_string_equal(now->sum.lead, "Sở Y");
	assert_string_equal(now->sum.due, "2022-01-31");
	vec_release(&tasks);
	meeting = get(f, meeting.id);
	assert_done(meeting_reopen(c, meeting.id, meeting.rev, "x", e), e);
	read = conclusion_at(f, meeting.id, 1);
	assert_false(read.frozen);
	assert_string_equal(read.body, "Sở Y");
	assert_string_equal(read.due, "2022-01-31");
}

// What the region has still open ------------------------------------------------------------------

static int64_t conclude(F *f, int64_t meeting_id, const char *text, const char *due)
{
	const int64_t places[] = { fixture_place(f, "phu-quoc").district_id };
	ConclusionTask task = { .due = due, .district_ids = places, .districts_n = 1 };
	Conclusion conclusion = { .meeting_id = meeting_id, .text = text };
	assert_done(conclusion_add(f->core, &conclusion, &task, &f->err), &f->err);
	return conclusion.task_id;
}

static size_t offered(F *f, int64_t meeting_id, int64_t *first)
{
	Vec lines;
	vec_init(&lines, sizeof(AgendaTask));
	assert_done(agenda_offer(f->core, meeting_id, &f->arena, &lines, &f->err), &f->err);
	size_t n = lines.len;
	*first = n ? ((const AgendaTask *)vec_at(&lines, 0))->task_id : 0;
	vec_release(&lines);
	return n;
}

static void test_open_tasks_are_offered(void **state)
{
	F *f = *state;
	int64_t first;
	const char *what;
	Core *c = f->core;
	Err *e = &f->err;
	Meeting old = complete_meeting(f, MEETING_WORK, "2021-11-01");
	int64_t later = conclude(f, old.id, "Việc còn hạn", "2021-12-31");
	int64_t late = conclude(f, old.id, "Việc quá hạn", "2021-11-10");
	Meeting next = complete_meeting(f, MEETING_WORK, "2021-11-20");
	conclude(f, next.id, "Việc mới giao", "2021-12-01");
	assert_int_equal(offered(f, next.id, &first), 2);
	assert_int_equal(first, late);
	fixture_as(f, "viewer");
	assert_failed(agenda_add_tasks(c, next.id, &late, 1, e), e, ERR_DENIED);
	fixture_as(f, "office");
	const int64_t both[] = { late, later };
	assert_done(agenda_add_tasks(c, next.id, both, 2, e), e);
	assert_int_equal(item_at(f, next.id, 1).task_id, late);
	assert_int_equal(item_at(f, next.id, 2).task_id, later);
	assert_int_equal(offered(f, next.id, &first), 0);
	assert_failed(agenda_add_tasks(c, next.id, &late, 1, e), e, ERR_CONFLICT);
	assert_done(undo_run(c, &f->arena, &what, e), e);
	assert_int_equal(offered(f, next.id, &first), 2);
	// Carried over, an item keeps what it takes up.
	assert_done(agenda_add_tasks(c, next.id, &late, 1, e), e);
	AgendaItem item = item_at(f, next.id, 1);
	item.carried_over = true;
	assert_done(agenda_save(c, &item, e), e);
	Meeting after = complete_meeting(f, MEETING_WORK, "2021-11-22");
	assert_int_equal(item_at(f, after.id, 1).task_id, late);
	assert_string_equal(item_at(f, after.id, 1).task_code, item.task_code);
}

// Whatever they came from: of a directive the leaves here, of a remark; not the province's, not
// another region's, not what came of a later day.
static void test_tasks_of_every_origin_are_offered(void **state)
{
	F *f = *state;
	int64_t first, made;
	Core *c = f->core;
	Err *e = &f->err;
	Meeting meeting = complete_meeting(f, MEETING_WORK, "2021-11-20");
	// 1a, 2.1a, 2.1b and the region's own 3a; 2.2a is the province's.
	assert_int_equal(offered(f, meeting.id, &first), 4);
	Vec tasks;
	vec_init(&tasks, sizeof(AgendaTask));
	assert_done(agenda_offer(c, meeting.id, &f->arena, &tasks, e), e);
	const struct {
		const char *code;
		AgendaNeed need;
		int places;
	} wanted[] = {
		{ "2.1a", NEED_LATE, 1 },
		{ "2.1b", NEED_LATER, 2 },
		{ "1a", NEED_UNDATED, 2 },
		{ "3a", NEED_UNDATED, 1 },
	};
	for (size_t i = 0; i < 4; i++) {
		const AgendaTask *task = vec_at(&tasks, i);
		assert_string_equal(task->code, wanted[i].code);
		assert_int_equal(task->need, wanted[i].need);
		assert_int_equal(task->sum.places, wanted[i].places);
	}
	vec_release(&tasks);
	// Done here it is offered no more, whatever other regions have still to do.
	fixture_report(f, "2.1b", "phu-quoc", STATE_DONE, 100, "2021-11-19");
	assert_int_equal(offered(f, meeting.id, &first), 4);
	fixture_report(f, "2.1b", "kien-hai", STATE_DONE, 100, "2021-11-19");
	assert_int_equal(offered(f, meeting.id, &first), 3);
	// A remark of a later day than the meeting, and the same for the next one.
	fixture_as(f, "leader");
	Remark remark = { .thing = { NOUN_REGION, fixture_place(f, "hd").region_id },
		.to = { NOUN_DISTRICT, fixture_place(f, "kien-hai").district_id },
		.text = "Báo cáo việc cấp điện", .due = "2021-11-24", .said_on = "" };
	assert_done(remark_add(c, &remark, e), e);
	assert_done(remark_make_task(c, remark.id, REV_ANY, NULL, &made, e), e);
	fixture_as(f, "office");
	assert_int_equal(offered(f, meeting.id, &first), 3);
	Meeting next = complete_meeting(f, MEETING_WORK, "2021-11-25");
	assert_int_equal(offered(f, next.id, &first), 4);
	assert_done(agenda_add_tasks(c, next.id, &first, 1, e), e);
	assert_string_equal(item_at(f, next.id, 1).title, "Việc thực hiện 2.1a, 01-CV/TU: Đón khách quốc tế");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_posts_of_the_day, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_reopen_edit_compare, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_number_by_hand, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_conclusion_keeps_what_it_said,
			fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_open_tasks_are_offered, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_tasks_of_every_origin_are_offered,
			fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
