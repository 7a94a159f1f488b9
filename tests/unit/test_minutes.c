// SPDX-License-Identifier: MIT
#include "unit/meeting_tools.h"

#include "core/journal.h"
#include "core/undo.h"

static void test_gaps(void **state)
{
	F *f = *state;
	Meeting meeting = { .region_id = fixture_place(f, "tsh").region_id };
	assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	meeting = get(f, meeting.id);
	assert_string_equal(gaps(f, meeting.id),
		"chưa có người chủ trì; chưa ghi địa điểm; chưa ghi giờ bắt đầu; chưa ghi giờ kết "
		"thúc; "
		"nội dung “Nội dung làm việc” chưa ghi diễn biến; "
		"nội dung “Nội dung làm việc” chưa có kết luận và cũng chưa chuyển kỳ sau");
	assert_failed(
		meeting_finalise(f->core, meeting.id, meeting.rev, 0, &f->err), &f->err, ERR_INVALID);
	Attendance only = person_at(f, meeting.id, 0);
	assert_done(attendance_remove(f->core, only.id, only.rev, &f->err), &f->err);
	assert_non_null(strstr(gaps(f, meeting.id), "chưa có ai có mặt"));
	AgendaItem item = item_at(f, meeting.id, 0);
	item.carried_over = true;
	assert_done(agenda_save(f->core, &item, &f->err), &f->err);
	assert_null(strstr(gaps(f, meeting.id), "nội dung"));
	// With a second item, a conclusion of the whole meeting is nobody's.
	assert_done(agenda_add(f->core, &(AgendaItem){ .meeting_id = meeting.id, .title = "Hai" },
			    &f->err),
		&f->err);
	note(f, meeting.id, "Chung.");
	assert_non_null(strstr(gaps(f, meeting.id), "nội dung “Hai” chưa có kết luận"));
}

static void assert_locked(F *f, const Meeting *meeting)
{
	AgendaItem item = item_at(f, meeting->id, 0);
	Attendance person = person_at(f, meeting->id, 0);
	Conclusion conclusion = conclusion_at(f, meeting->id, 0);
	Conclusion more = { .meeting_id = meeting->id, .text = "x" };
	AgendaItem new = { .meeting_id = meeting->id, .title = "x" };
	Attendance guest = { .meeting_id = meeting->id, .name = "x" };
	ConclusionTask task = { 0 };
	AttendanceMoved moved;
	Core *c = f->core;
	Err *e = &f->err;
	assert_failed(meeting_save(c, meeting, &f->arena, &moved, e), e, ERR_DENIED);
	assert_failed(meeting_start(c, meeting->id, meeting->rev, e), e, ERR_DENIED);
	assert_failed(agenda_add(c, &new, e), e, ERR_DENIED);
	assert_failed(agenda_save(c, &item, e), e, ERR_DENIED);
	assert_failed(agenda_move(c, item.id, item.rev, 2, e), e, ERR_DENIED);
	assert_failed(attendance_add(c, &guest, e), e, ERR_DENIED);
	assert_failed(attendance_save(c, &person, e), e, ERR_DENIED);
	assert_failed(attendance_remove(c, person.id, person.rev, e), e, ERR_DENIED);
	assert_failed(conclusion_add(c, &more, NULL, e), e, ERR_DENIED);
	assert_failed(conclusion_save(c, &conclusion, e), e, ERR_DENIED);
	assert_failed(
		conclusion_make_task(c, conclusion.id, conclusion.rev, &task, e), e, ERR_DENIED);
	assert_failed(meeting_finalise(c, meeting->id, meeting->rev, 0, e), e, ERR_DENIED);
}

static void test_finalise(void **state)
{
	F *f = *state;
	const char *what;
	Meeting first = final_meeting(f, "2021-11-01");
	assert_int_equal(first.state, MEETING_FINAL);
	assert_string_equal(first.number, "01-BB/TU");
	assert_locked(f, &first);
	assert_failed(undo_run(f->core, &f->arena, &what, &f->err), &f->err, ERR_DENIED);
	fixture_as(f, "viewer");
	assert_int_equal(count(f, 0), 1);
	assert_string_equal(item_at(f, first.id, 0).proceedings, "Thành ủy Phú Quốc báo cáo.");
	assert_string_equal(final_meeting(f, "2021-11-05").number, "02-BB/TU");
	Meeting stale = add(f, "");
	say(f, stale.id, "x");
	note(f, stale.id, "y");
	assert_failed(
		meeting_finalise(f->core, stale.id, stale.rev + 1, 0, &f->err), &f->err, ERR_CONFLICT);
	assert_int_equal(get(f, stale.id).state, MEETING_DRAFT);
}

// The number belongs to a term, and each term counts from 1.
static void test_term(void **state)
{
	F *f = *state;
	assert_string_equal(final_meeting(f, "2020-10-01").number, "01-BB/TU");
	assert_string_equal(final_meeting(f, "2020-09-30").number, "01-BB/TU");
	fixture_today(f, "2025-09-30");
	assert_string_equal(final_meeting(f, "2025-09-30").number, "02-BB/TU");
	fixture_today(f, "2025-10-01");
	assert_string_equal(final_meeting(f, "2025-10-01").number, "01-BB/TU");
}

static bool journal_says(F *f, int64_t id, const char *words)
{
	Vec entries;
	bool found = false;
	vec_init(&entries, sizeof(JournalEntry));
	assert_done(
		journal_of_thing(f->core, NOUN_MEETING, id, &f->arena, &entries, &f->err), &f->err);
	for (size_t i = 0; i < entries.len; i++)
		found = found || strstr(((const JournalEntry *)vec_at(&entries, i))->body, words);
	vec_release(&entries);
	return found;
}

static void test_reopen(void **state)
{
	F *f = *state;
	int64_t checked;
	AttendanceMoved moved;
	Meeting old = final_meeting(f, "2021-11-01"), meeting = final_meeting(f, "2021-11-05");
	Core *c = f->core;
	Err *e = &f->err;
	assert_failed(meeting_reopen(c, old.id, old.rev, "sửa tên", e), e, ERR_DENIED);
	assert_field(meeting_reopen(c, meeting.id, meeting.rev, " ", e), e, "reason");
	assert_failed(
		meeting_reopen(c, meeting.id, meeting.rev + 1, "sửa tên", e), e, ERR_CONFLICT);
	fixture_as(f, "leader");
	assert_failed(meeting_reopen(c, meeting.id, meeting.rev, "sửa tên", e), e, ERR_DENIED);
	fixture_as(f, "office");
	assert_done(meeting_reopen(c, meeting.id, meeting.rev, "sửa tên", e), e);
	meeting = get(f, meeting.id);
	assert_int_equal(meeting.state, MEETING_DRAFT);
	assert_true(journal_says(f, meeting.id, "sửa tên"));
	assert_done(journal_verify(c, &checked, e), e);
	assert_failed(meeting_reopen(c, meeting.id, meeting.rev, "lại", e), e, ERR_INVALID);
	meeting.held_on = "2020-09-01";
	assert_field(meeting_save(c, &meeting, &f->arena, &moved, e), e, "held_on");
	assert_done(meeting_finalise(c, meeting.id, meeting.rev, 0, e), e);
	assert_string_equal(get(f, meeting.id).number, "02-BB/TU");
}

static void assert_order(F *f, int64_t meeting_id, const char *order)
{
	for (size_t i = 0; order[i]; i++)
		assert_int_equal(item_at(f, meeting_id, i).title[0], order[i]);
}

static bool move_to(F *f, int64_t meeting_id, size_t from, int to)
{
	AgendaItem item = item_at(f, meeting_id, from);
	return agenda_move(f->core, item.id, item.rev, to, &f->err);
}

static void test_agenda_order(void **state)
{
	F *f = *state;
	const char *what;
	Meeting meeting = add(f, "");
	const char *const titles[] = { "B", "C", "D" };
	AgendaItem first = item_at(f, meeting.id, 0);
	first.title = "A";
	assert_done(agenda_save(f->core, &first, &f->err), &f->err);
	for (size_t i = 0; i < 3; i++)
		assert_done(agenda_add(f->core, &(AgendaItem){ .meeting_id = meeting.id, .title = titles[i] },
				    &f->err), &f->err);
	assert_done(move_to(f, meeting.id, 3, 1), &f->err);
	assert_order(f, meeting.id, "DABC");
	assert_done(move_to(f, meeting.id, 1, 3), &f->err);
	assert_order(f, meeting.id, "DBAC");
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_order(f, meeting.id, "DABC");
	assert_done(move_to(f, meeting.id, 0, 4), &f->err);
	assert_order(f, meeting.id, "ABCD");
	assert_done(move_to(f, meeting.id, 2, 3), &f->err); // where it is
	assert_order(f, meeting.id, "ABCD");
	assert_field(move_to(f, meeting.id, 0, 5), &f->err, "to");
	assert_field(move_to(f, meeting.id, 0, 0), &f->err, "to");
}

// One that somebody has moved, renamed or dropped meanwhile stays where it is; a gap or a place taken twice,
// as two undos may leave them, is no hindrance.
static void test_agenda_order_meanwhile(void **state)
{
	F *f = *state;
	Meeting meeting = add(f, "");
	for (size_t i = 0; i < 2; i++)
		assert_done(agenda_add(f->core, &(AgendaItem){ .meeting_id = meeting.id, .title = i ? "C" : "B" },
				    &f->err), &f->err);
	AgendaItem stale = item_at(f, meeting.id, 1);
	assert_done(move_to(f, meeting.id, 1, 3), &f->err);
	assert_failed(agenda_move(f->core, stale.id, stale.rev, 1, &f->err), &f->err, ERR_CONFLICT);
	AgendaItem dropped = item_at(f, meeting.id, 1);
	assert_done(agenda_remove(f->core, dropped.id, dropped.rev, &f->err), &f->err);
	assert_failed(agenda_move(f->core, dropped.id, dropped.rev, 1, &f->err), &f->err, ERR_NOT_FOUND);
	assert_done(move_to(f, meeting.id, 1, 1), &f->err);
	assert_order(f, meeting.id, "B");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_agenda_order, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_agenda_order_meanwhile, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_gaps, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_finalise, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_term, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_reopen, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
