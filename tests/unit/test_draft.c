// SPDX-License-Identifier: MIT
// Drafts: what is typed is in the log, whatever becomes of the session; it is offered only to whose
// it is.
#include "unit/draft_tools.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void test_what_a_dead_session_typed_is_found(void **state)
{
	Fixture *fixture = *state;
	in_dead_session(fixture, draft_type_some);
	Drafts *drafts = drafts_open(fixture->core);
	const Left *left = left_only(drafts, fixture);
	assert_string_equal(left->of.form, "minutes");
	assert_int_equal(left->of.id, 7);
	assert_int_equal(left->of.other_id, 9);
	assert_int_equal(left->of.rev, 3);
	assert_string_equal(left->of.code, "2021H2");
	assert_string_equal(left->of.place, draft_minutes.place);
	assert_int_equal(left->session_at, core_now(fixture->core));
	assert_int_equal(left->parts.len, 1);
	assert_string_equal(left_part(left, 0)->name, "text");
	assert_string_equal(left_part(left, 0)->base, "Đoạn một.");
	assert_string_equal(left_part(left, 0)->text, "A. Đoạn một. Tố");
	assert_int_equal(left_part(left, 0)->cursor, 3);
	drafts_close(drafts);
}

static void test_files_are_one_s_own(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	struct stat info;
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_non_null(strstr(path, "/office-"));
	draft_path(fixture, "", path, sizeof(path));
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
}

static void test_nothing_is_written_before_something_is_typed(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, "như cũ");
	draft_type(drafts, draft, "như cũ");
	assert_false(draft_begun(draft));
	draft_path(fixture, "", path, sizeof(path));
	assert_int_equal(access(path, F_OK), -1);
	draft_free(draft);
	drafts_close(drafts);
}

static void test_what_is_stored_or_taken_back_is_no_draft(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, "cũ");
	draft_type(drafts, draft, "cũ mới");
	assert_true(draft_begun(draft));
	draft_type(drafts, draft, "cũ");
	assert_false(draft_begun(draft));
	draft_type(drafts, draft, "cũ mới");
	draft_end(draft);
	assert_false(draft_begun(draft));
	assert_string_equal(draft_base_text(draft, "text"), "cũ mới");
	draft_type(drafts, draft, "cũ mới");
	assert_false(draft_begun(draft));
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	draft_free(draft);
	drafts_close(drafts);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 0);
}

static void test_a_living_session_s_drafts_are_not_offered(void **state)
{
	Fixture *fixture = *state;
	Drafts *drafts = drafts_open(fixture->core), *other = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, "");
	draft_type(drafts, draft, "đang gõ");
	assert_int_equal(left_count(other, fixture), 0);
	draft_free(draft);
	drafts_close(drafts); // with its draft unended, as when the line drops
	assert_int_equal(left_count(other, fixture), 1);
	Drafts *third = drafts_open(fixture->core);
	assert_int_equal(left_count(third, fixture), 0); // the other one holds it
	drafts_close(other);
	assert_int_equal(left_count(third, fixture), 1);
	drafts_close(third);
}

static void test_others_drafts_are_not_offered(void **state)
{
	Fixture *fixture = *state;
	in_dead_session(fixture, draft_type_some);
	fixture_as(fixture, "leader");
	Drafts *drafts = drafts_open(fixture->core);
	assert_int_equal(left_count(drafts, fixture), 0);
	drafts_close(drafts);
	fixture_as(fixture, "office");
	drafts = drafts_open(fixture->core);
	assert_int_equal(left_count(drafts, fixture), 1);
	drafts_close(drafts);
}

// "office-1" is another person.
static void test_a_login_that_begins_alike_is_another(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE], renamed[PATH_SIZE];
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	draft_path(fixture, "office-1-4711-0.log", renamed, sizeof(renamed));
	assert_int_equal(rename(path, renamed), 0);
	Drafts *drafts = drafts_open(fixture->core);
	assert_int_equal(left_count(drafts, fixture), 0);
	draft_path(fixture, "office-4711-0.log", path, sizeof(path));
	assert_int_equal(rename(renamed, path), 0);
	assert_int_equal(left_count(drafts, fixture), 1);
	drafts_close(drafts);
}

static void test_dropped_ones_do_not_come_back(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	in_dead_session(fixture, draft_type_two);
	Drafts *drafts = drafts_open(fixture->core);
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	assert_int_equal(left.len, 2);
	const Left *first = *(const Left **)vec_at(&left, 0);
	bool is_a = strcmp(left_part(first, 0)->text, "một!") == 0;
	assert_done(drafts_drop(drafts, first, &fixture->err), &fixture->err);
	vec_release(&left);
	drafts_close(drafts);
	drafts = drafts_open(fixture->core);
	const Left *rest = left_only(drafts, fixture);
	assert_string_equal(left_part(rest, 0)->text, is_a ? "hai!" : "một!");
	assert_done(drafts_drop(drafts, rest, &fixture->err), &fixture->err);
	assert_int_equal(left_count(drafts, fixture), 0);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 0);
	drafts_close(drafts);
}

static void test_it_is_synced_after_five_seconds(void **state)
{
	Fixture *fixture = *state;
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, "");
	draft_keep(draft, "text", "a");
	assert_done(drafts_write(drafts, 1000, &fixture->err), &fixture->err);
	assert_true(drafts_unsynced(drafts));
	draft_keep(draft, "text", "ab");
	assert_done(drafts_write(drafts, 5999, &fixture->err), &fixture->err);
	assert_true(drafts_unsynced(drafts));
	assert_done(drafts_write(drafts, 6000, &fixture->err), &fixture->err);
	assert_false(drafts_unsynced(drafts));
	draft_end(draft);
	draft_free(draft);
	drafts_close(drafts);
}

// A megabyte ----------------------------------------------------------------------------------------

static int64_t now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int compare_times(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static void test_a_megabyte_is_recorded_in_no_time(void **state)
{
	Fixture *fixture = *state;
	enum { TIMES = 101 };
	int64_t times[TIMES];
	Buf text = BUF_INIT;
	while (text.len < 1 << 20)
		buf_adds(&text, "Thành ủy Phú Quốc báo cáo tiến độ.\n");
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, text.bytes);
	draft_type(drafts, draft, "");
	draft_type(drafts, draft, text.bytes);
	buf_splice(&text, 0, 0, "a", 1);
	draft_type(drafts, draft, text.bytes);
	for (int i = 0; i < TIMES; i++) {
		buf_splice(&text, text.len / 2, 0, "x", 1);
		int64_t start = now_us();
		draft_type(drafts, draft, text.bytes);
		times[i] = now_us() - start;
	}
	qsort(times, TIMES, sizeof(*times), compare_times);
	if (times[TIMES / 2] > 3000) // a sanitizer's build is slower; without, some 200
		fail_msg("a key takes %d us", (int)times[TIMES / 2]);
	draft_end(draft);
	draft_free(draft);
	drafts_close(drafts);
	buf_release(&text);
}

int main(void)
{
#define FIXTURE_TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_what_a_dead_session_typed_is_found),
		FIXTURE_TEST(test_files_are_one_s_own),
		FIXTURE_TEST(test_nothing_is_written_before_something_is_typed),
		FIXTURE_TEST(test_what_is_stored_or_taken_back_is_no_draft),
		FIXTURE_TEST(test_a_living_session_s_drafts_are_not_offered),
		FIXTURE_TEST(test_others_drafts_are_not_offered),
		FIXTURE_TEST(test_a_login_that_begins_alike_is_another),
		FIXTURE_TEST(test_dropped_ones_do_not_come_back),
		FIXTURE_TEST(test_it_is_synced_after_five_seconds),
		FIXTURE_TEST(test_a_megabyte_is_recorded_in_no_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
