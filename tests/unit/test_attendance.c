// SPDX-License-Identifier: MIT
// The attendance follows the meeting's day, but for what somebody has written.
#include "unit/meeting_tools.h"

#include "core/undo.h"

static int64_t person_of(F *f, const char *login)
{
	Person person;
	assert_done(person_find(f->core, login, &f->arena, &person, &f->err), &f->err);
	return person.id;
}

static void add_secretary_of_district(F *f, const char *name, const char *from, const char *to)
{
	Person person = { .login = "",
		.name = name,
		.sort_name = "",
		.post = "Bí thư Thành ủy",
		.phone = "",
		.district_id = fixture_place(f, "phu-quoc").district_id,
		.from = from,
		.to = to };
	fixture_as(f, "admin");
	assert_done(person_add(f->core, &person, &f->err), &f->err);
	fixture_as(f, "office");
}

// October has Cù, November has Lâm: "Trần Văn Mẫu, Lê Thị Thử, Cù Bí Thư, Ngô Thí Dụ".
static Meeting october(F *f)
{
	add_secretary_of_district(f, "Cù Bí Thư", "", "2021-10-31");
	add_secretary_of_district(f, "Lâm Bí Thư", "2021-11-01", "");
	return add(f, "2021-10-20");
}

static const char *names(F *f, int64_t meeting_id)
{
	Vec people;
	const char *text = "";
	vec_init(&people, sizeof(Attendance));
	assert_done(attendance_list(f->core, meeting_id, &f->arena, &people, &f->err), &f->err);
	for (size_t i = 0; i < people.len; i++)
		text = arena_printf(&f->arena, "%s%s%s", text, i ? ", " : "",
			((const Attendance *)vec_at(&people, i))->name);
	vec_release(&people);
	return text;
}

static Attendance person_named(F *f, int64_t meeting_id, const char *name)
{
	for (size_t i = 0;; i++) {
		Attendance person = person_at(f, meeting_id, i);
		if (strcmp(person.name, name) == 0)
			return person;
	}
}

static AttendanceMoved move_to(F *f, int64_t meeting_id, const char *day)
{
	AttendanceMoved moved;
	Meeting meeting = get(f, meeting_id);
	meeting.held_on = day;
	assert_done(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err);
	return moved;
}

static void test_follows_the_day(void **state)
{
	F *f = *state;
	const char *what;
	int64_t id = october(f).id;
	assert_string_equal(names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Cù Bí Thư, Ngô Thí Dụ");
	AttendanceMoved moved = move_to(f, id, "2021-11-20");
	assert_string_equal(names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Lâm Bí Thư, Ngô Thí Dụ");
	assert_int_equal(moved.came, 1);
	assert_int_equal(moved.gone, 1);
	assert_string_equal(moved.came_names, "đ/c Lâm Bí Thư");
	assert_string_equal(moved.gone_names, "đ/c Cù Bí Thư");
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(get(f, id).held_on, "2021-10-20");
	assert_string_equal(names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Cù Bí Thư, Ngô Thí Dụ");
	assert_done(redo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Lâm Bí Thư, Ngô Thí Dụ");
	// And back: who went because of the day comes again with it.
	move_to(f, id, "2021-10-21");
	assert_string_equal(names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Cù Bí Thư, Ngô Thí Dụ");
	assert_int_equal(get(f, id).present, 4);
}

static void test_nothing_moves_within_a_term_of_office(void **state)
{
	F *f = *state;
	Meeting meeting = october(f);
	AttendanceMoved moved = move_to(f, meeting.id, "2021-10-25");
	assert_int_equal(moved.came + moved.gone, 0);
	assert_string_equal(moved.came_names, "");
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(person_at(f, meeting.id, i).rev, 1);
	meeting.held_on = "2021-11-20"; // stale
	assert_failed(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err, ERR_CONFLICT);
	assert_string_equal(names(f, meeting.id), "Trần Văn Mẫu, Lê Thị Thử, Cù Bí Thư, Ngô Thí Dụ");
}

static void test_who_has_been_marked_stays(void **state)
{
	F *f = *state;
	const char *what;
	int64_t id = october(f).id;
	Attendance marked = person_named(f, id, "Cù Bí Thư");
	marked.status = ATTENDANCE_ABSENT;
	marked.reason = "họp Quân khu";
	assert_done(attendance_save(f->core, &marked, &f->err), &f->err);
	assert_int_equal(move_to(f, id, "2021-11-20").gone, 0);
	assert_string_equal(
		names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Lâm Bí Thư, Cù Bí Thư, Ngô Thí Dụ");
	// An undone mark is none.
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(move_to(f, id, "2021-11-20").gone, 1);
	move_to(f, id, "2021-10-20");
	// Marked present, as he was before.
	marked = person_named(f, id, "Cù Bí Thư");
	assert_int_equal(marked.status, ATTENDANCE_PRESENT);
	assert_done(attendance_save(f->core, &marked, &f->err), &f->err);
	assert_int_equal(move_to(f, id, "2021-11-20").gone, 0);
}

static void test_what_was_done_by_hand_stays(void **state)
{
	F *f = *state;
	int64_t id = october(f).id;
	Attendance gone = person_named(f, id, "Lê Thị Thử");
	Attendance more = { .meeting_id = id, .person_id = person_of(f, "viewer") };
	Attendance guest = { .meeting_id = id, .name = "Đại diện Bộ Y tế" };
	assert_done(attendance_remove(f->core, gone.id, gone.rev, &f->err), &f->err);
	assert_done(attendance_add(f->core, &more, &f->err), &f->err);
	assert_done(attendance_add(f->core, &guest, &f->err), &f->err);
	AttendanceMoved moved = move_to(f, id, "2021-11-20");
	assert_string_equal(
		names(f, id), "Trần Văn Mẫu, Lâm Bí Thư, Ngô Thí Dụ, Đỗ Xem, Đại diện Bộ Y tế");
	assert_int_equal(moved.came, 1);
}

// Assigned only after the meeting was planned, for a day before it.
static void test_who_was_assigned_since_comes_in(void **state)
{
	F *f = *state;
	int64_t id = add(f, "2021-11-25").id;
	Assignment assignment = { .person_id = person_of(f, "viewer"),
		.district_id = fixture_place(f, "kien-hai").district_id,
		.document = "",
		.from = "2021-11-01",
		.to = "" };
	assert_done(assignment_add(f->core, &assignment, &f->err), &f->err);
	assert_string_equal(move_to(f, id, "2021-11-30").came_names, "đ/c Đỗ Xem");
	assert_string_equal(names(f, id), "Trần Văn Mẫu, Lê Thị Thử, Đỗ Xem, Ngô Thí Dụ");
}

static void test_chair_and_recorder_belong_to_it(void **state)
{
	F *f = *state;
	AttendanceMoved moved;
	Meeting meeting = add(f, "2021-11-20");
	meeting.chair_id = person_of(f, "viewer");
	meeting.recorder_id = person_of(f, "secretary");
	assert_done(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err);
	// The region's lead is expected whoever chairs.
	assert_string_equal(names(f, meeting.id), "Đỗ Xem, Trần Văn Mẫu, Lê Thị Thử, Võ Ví Dụ");
	assert_string_equal(moved.gone_names, "đ/c Ngô Thí Dụ");
	assert_string_equal(moved.came_names, "đ/c Đỗ Xem, đ/c Võ Ví Dụ");
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_follows_the_day),
		CASE(test_nothing_moves_within_a_term_of_office),
		CASE(test_who_has_been_marked_stays),
		CASE(test_what_was_done_by_hand_stays),
		CASE(test_who_was_assigned_since_comes_in),
		CASE(test_chair_and_recorder_belong_to_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
