// SPDX-License-Identifier: MIT
// What final minutes fixed beside their text: names, posts, the conclusions' tasks. What older
// programs have left in the text alone is read out of it once, when the database is brought up to date.
#include "unit/meeting_tools.h"

#include "core/task_edit.h"
#include "core/user.h"

#include <sqlite3.h>

static void raw(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char *message = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}

static void rename_user(F *f, const char *login, const char *name)
{
	Person person;
	assert_done(person_find(f->core, login, &f->arena, &person, &f->err), &f->err);
	UserChange wanted = { .name = name };
	fixture_as(f, "admin");
	assert_done(user_change(f->core, person.id, &wanted, &f->err), &f->err);
	fixture_as(f, "office");
}

static void conclude(F *f, int64_t meeting_id, const char *text, const ConclusionTask *task)
{
	Conclusion conclusion = { .meeting_id = meeting_id, .text = text };
	assert_done(conclusion_add(f->core, &conclusion, task, &f->err), &f->err);
}

// A note and tasks: with everything, without a lead, without a day; eleven of them, so that one's code
// begins like another's.
static Meeting with_tasks(F *f)
{
	const int64_t both[] = { fixture_place(f, "phu-quoc").district_id,
		fixture_place(f, "kien-hai").district_id };
	Body body = { .code = "so-x", .name = "Sở X", .short_name = "Sở X" };
	assert_done(body_add(f->core, &body, &f->err), &f->err);
	Meeting meeting = complete_meeting(f, MEETING_CONFERENCE, "2021-11-01");
	const ConclusionTask whole = { .body_id = body.id, .due = "2021-12-31",
		.district_ids = both, .districts_n = 2 };
	const ConclusionTask bare = { .due = "2022-01-05" };
	const ConclusionTask undated = { .body_id = body.id, .district_ids = both, .districts_n = 1 };
	conclude(f, meeting.id, "Việc đủ", &whole);
	conclude(f, meeting.id, "Việc của vùng", &bare);
	conclude(f, meeting.id, "Việc không ngày", &undated);
	for (int i = 0; i < 8; i++)
		conclude(f, meeting.id, arena_printf(&f->arena, "Nhiệm vụ %d; hạn: tại: x", i),
			i % 2 ? &whole : NULL);
	// What only looks like the minutes' own words.
	say(f, meeting.id, "KẾT LUẬN\n  Nhiệm vụ BB-1.2; chủ trì: ai đó; tại: đâu đó");
	meeting = get(f, meeting.id);
	assert_done(meeting_finalise(f->core, meeting.id, meeting.rev, 0, &f->err), &f->err);
	return get(f, meeting.id);
}

static const char *fixed(F *f, int64_t meeting_id)
{
	Vec conclusions;
	const char *text = get(f, meeting_id).region;
	vec_init(&conclusions, sizeof(Conclusion));
	assert_done(conclusion_list(f->core, meeting_id, &f->arena, &conclusions, &f->err), &f->err);
	for (size_t i = 0; i < conclusions.len; i++) {
		const Conclusion *each = vec_at(&conclusions, i);
		assert_int_equal(each->frozen, each->task_id != 0);
		text = arena_printf(&f->arena, "%s\n%d|%s|%s|%s", text, each->position, each->body,
			each->due, each->places);
	}
	vec_release(&conclusions);
	return text;
}

static const char first_lines[] = "Hải đảo\n"
				  "1|||\n"
				  "2|Sở X|2021-12-31|Phú Quốc, Kiên Hải\n"
				  "3||2022-01-05|Hải đảo\n"
				  "4|Sở X||Phú Quốc\n"
				  "5|||\n"
				  "6|Sở X|2021-12-31|Phú Quốc, Kiên Hải\n";

static void change_the_tasks(F *f, int64_t meeting_id)
{
	Task task;
	Body other = { .code = "so-y", .name = "Sở Y", .short_name = "Sở Y" };
	assert_done(body_add(f->core, &other, &f->err), &f->err);
	for (size_t i = 1; i < 4; i++) {
		int64_t task_id = conclusion_at(f, meeting_id, i).task_id;
		assert_done(task_get(f->core, task_id, &f->arena, &task, &f->err), &f->err);
		TaskEdit edit = task_edit_of(&task, &f->arena);
		edit.leads = "Sở Y";
		edit.due = *edit.due ? "2022-03-31" : "";
		assert_done(task_save(f->core, task.id, REV_ANY, &edit, &f->err), &f->err);
	}
}

static void test_conclusions_say_what_was_fixed(void **state)
{
	F *f = *state;
	Meeting meeting = with_tasks(f);
	change_the_tasks(f, meeting.id);
	const char *said = fixed(f, meeting.id);
	assert_memory_equal(said, first_lines, strlen(first_lines));
}

static MinutesVersion version_at(F *f, int64_t meeting_id, size_t index)
{
	Vec versions;
	vec_init(&versions, sizeof(MinutesVersion));
	assert_done(meeting_versions(f->core, meeting_id, &f->arena, &versions, &f->err), &f->err);
	MinutesVersion version = *(const MinutesVersion *)vec_at(&versions, index);
	vec_release(&versions);
	return version;
}

static void test_versions_name_people_as_they_were_called(void **state)
{
	F *f = *state;
	Meeting meeting = final_meeting(f, "2021-11-05");
	assert_done(meeting_reopen(f->core, meeting.id, meeting.rev, "x", &f->err), &f->err);
	rename_user(f, "office", "Ngô Thí Dụ Mới");
	meeting = get(f, meeting.id);
	assert_done(meeting_finalise(f->core, meeting.id, meeting.rev, 0, &f->err), &f->err);
	assert_string_equal(version_at(f, meeting.id, 0).finalized_by, "Ngô Thí Dụ");
	assert_string_equal(version_at(f, meeting.id, 0).reopened_by, "Ngô Thí Dụ");
	assert_string_equal(version_at(f, meeting.id, 1).finalized_by, "Ngô Thí Dụ Mới");
	assert_string_equal(version_at(f, meeting.id, 1).reopened_by, "");
}

// The database as the program before this schema left it, opened by this one.
static void through_the_old_schema(F *f)
{
	const CoreRules rules = *core_rules(f->core);
	core_close(f->core);
	f->core = NULL;
	raw(f->path,
		"ALTER TABLE attendance DROP COLUMN prefilled; ALTER TABLE minutes DROP COLUMN region;"
		"ALTER TABLE minutes DROP COLUMN conclusions; ALTER TABLE minutes DROP COLUMN finalized_name;"
		"ALTER TABLE minutes DROP COLUMN reopened_name; DELETE FROM migration WHERE version = 13");
	assert_done(core_open(f->path, DB_OPEN, &rules, clock_fixed(&f->instant), &f->core, &f->err), &f->err);
	fixture_as(f, "office");
}

static void test_older_minutes_keep_what_their_text_says(void **state)
{
	F *f = *state;
	Meeting meeting = with_tasks(f);
	Meeting twice = final_meeting(f, "2021-11-05");
	assert_done(meeting_reopen(f->core, twice.id, twice.rev, "x", &f->err), &f->err);
	change_the_tasks(f, meeting.id);
	const char *said = fixed(f, meeting.id), *reopened = fixed(f, twice.id);
	through_the_old_schema(f);
	assert_string_equal(fixed(f, meeting.id), said);
	assert_string_equal(fixed(f, twice.id), reopened);
	assert_string_equal(version_at(f, meeting.id, 0).finalized_by, "Ngô Thí Dụ");
	assert_string_equal(version_at(f, meeting.id, 0).reopened_by, "");
	assert_string_equal(version_at(f, twice.id, 0).reopened_by, "Ngô Thí Dụ");
}

// Nobody is expected before October but who chairs and who writes; who was marked stays all the same.
static void test_older_attendance_follows_too(void **state)
{
	F *f = *state;
	AttendanceMoved moved;
	Person district = { .login = "", .name = "Lâm Bí Thư", .sort_name = "", .post = "Bí thư", .phone = "",
		.district_id = fixture_place(f, "phu-quoc").district_id, .from = "2021-10-01", .to = "" };
	fixture_as(f, "admin");
	assert_done(person_add(f->core, &district, &f->err), &f->err);
	fixture_as(f, "office");
	Meeting meeting = add(f, "2021-11-25");
	Attendance marked = person_at(f, meeting.id, 1);
	assert_string_equal(marked.name, "Lê Thị Thử");
	marked.reason = "bận";
	marked.status = ATTENDANCE_ABSENT;
	assert_done(attendance_save(f->core, &marked, &f->err), &f->err);
	through_the_old_schema(f);
	meeting = get(f, meeting.id);
	meeting.held_on = "2021-09-01";
	assert_done(meeting_save(f->core, &meeting, &f->arena, &moved, &f->err), &f->err);
	assert_string_equal(moved.gone_names, "đ/c Lâm Bí Thư");
	assert_string_equal(moved.came_names, "");
	assert_string_equal(person_at(f, meeting.id, 1).reason, "bận");
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_conclusions_say_what_was_fixed),
		CASE(test_versions_name_people_as_they_were_called),
		CASE(test_older_minutes_keep_what_their_text_says),
		CASE(test_older_attendance_follows_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
