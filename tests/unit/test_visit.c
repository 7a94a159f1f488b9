// SPDX-License-Identifier: MIT
// Where one stood: kept at an orderly end, and found again after none.
#include "unit/fixture.h"

#include "core/visit.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void stand_and_die(Fixture *f, const char *place)
{
	pid_t child = fork();
	if (child == 0) {
		VisitTrace *trace = visit_trace_open(f->core);
		visit_trace_set(trace, "home:0:0::0:0");
		visit_trace_set(trace, place);
		_exit(0);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static Visit last(Fixture *f)
{
	Visit visit;
	assert_done(visit_of(f->core, core_actor(f->core)->id, &f->arena, &visit, &f->err), &f->err);
	visit_trace_left(f->core, &f->arena, &visit);
	return visit;
}

static int files(const Fixture *f)
{
	char path[200];
	int n = 0;
	snprintf(path, sizeof(path), "%s.open", f->path);
	DIR *dir = opendir(path);
	for (const struct dirent *entry; dir && (entry = readdir(dir));)
		n += strstr(entry->d_name, VISIT_TRACE_SUFFIX) != NULL;
	if (dir)
		closedir(dir);
	return n;
}

static void test_a_killed_session_s_place_is_found_once(void **state)
{
	Fixture *f = *state;
	stand_and_die(f, "home:0:0::0:2;region:5:0::1:0");
	assert_int_equal(files(f), 1);
	Visit visit = last(f);
	assert_string_equal(visit.place, "home:0:0::0:2;region:5:0::1:0");
	assert_int_equal(visit.end, VISIT_DROPPED);
	assert_int_equal(visit.last_at, core_now(f->core));
	assert_int_equal(files(f), 0);
	assert_string_equal(last(f).place, "");
}

static void test_it_is_one_s_own(void **state)
{
	Fixture *f = *state;
	stand_and_die(f, "home:0:0::0:2");
	fixture_as(f, "leader");
	assert_string_equal(last(f).place, "");
	fixture_as(f, "office");
	assert_string_equal(last(f).place, "home:0:0::0:2");
}

static void test_an_orderly_end_leaves_nothing(void **state)
{
	Fixture *f = *state;
	VisitTrace *trace = visit_trace_open(f->core);
	visit_trace_set(trace, "home:0:0::0:2");
	assert_int_equal(files(f), 1);
	assert_string_equal(last(f).place, ""); // it lives
	assert_int_equal(files(f), 1);
	visit_trace_close(trace);
	assert_int_equal(files(f), 0);
}

static void test_a_later_end_is_the_last(void **state)
{
	Fixture *f = *state;
	stand_and_die(f, "home:0:0::0:2");
	fixture_today(f, "2021-11-24");
	assert_done(visit_store(f->core, "home:0:0::0:1", VISIT_LEFT, &f->err), &f->err);
	Visit visit = last(f);
	assert_string_equal(visit.place, "home:0:0::0:1");
	assert_int_equal(visit.end, VISIT_LEFT);
}

static void test_a_place_without_end_is_not_kept(void **state)
{
	Fixture *f = *state;
	char place[5000];
	memset(place, 'x', sizeof(place) - 1);
	place[sizeof(place) - 1] = '\0';
	stand_and_die(f, place);
	assert_string_equal(last(f).place, "home:0:0::0:0");
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_a_killed_session_s_place_is_found_once),
		CASE(test_it_is_one_s_own),
		CASE(test_an_orderly_end_leaves_nothing),
		CASE(test_a_later_end_is_the_last),
		CASE(test_a_place_without_end_is_not_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
