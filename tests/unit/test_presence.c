// SPDX-License-Identifier: MIT
// Who else has the same thing open: seen, told how, and gone with the session, however that ends.
#include "unit/fixture.h"

#include "core/presence.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const Thing meeting = { NOUN_MEETING, 7 }, leaf = { NOUN_LEAF, 7 };

static const Other *only(Presence *presence)
{
	const Vec *others = presence_others(presence);
	assert_int_equal(others->len, 1);
	return vec_at(others, 0);
}

static void test_two_sessions(void **state)
{
	Fixture *f = *state;
	fixture_as(f, "office");
	Presence *office = presence_open(f->core);
	presence_set(office, meeting, PRESENCE_READS);
	assert_int_equal(presence_others(office)->len, 0);
	fixture_as(f, "leader");
	Presence *leader = presence_open(f->core);
	presence_set(leader, leaf, PRESENCE_READS); // the same number of another kind
	assert_int_equal(presence_others(office)->len, 0);
	presence_set(leader, meeting, PRESENCE_READS);
	assert_string_equal(only(office)->name, "Trần Văn Mẫu");
	assert_int_equal(only(office)->how, PRESENCE_READS);
	assert_string_equal(only(leader)->name, "Ngô Thí Dụ");
	presence_set(leader, meeting, PRESENCE_EDITS);
	assert_int_equal(only(office)->how, PRESENCE_EDITS);
	presence_set(leader, (Thing){ 0 }, PRESENCE_READS);
	assert_int_equal(presence_others(office)->len, 0);
	presence_set(leader, meeting, PRESENCE_EDITS);
	presence_close(leader);
	assert_int_equal(presence_others(office)->len, 0);
	presence_close(office);
}

// A killed session says nothing: its lock ends with it, and its file is cleared away.
static void test_a_killed_session(void **state)
{
	Fixture *f = *state;
	int ready[2];
	char byte = 0;
	Presence *office = presence_open(f->core);
	presence_set(office, meeting, PRESENCE_READS);
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		Presence *other = presence_open(f->core);
		presence_set(other, meeting, PRESENCE_EDITS);
		if (write(ready[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(only(office)->how, PRESENCE_EDITS);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(presence_others(office)->len, 0);
	presence_close(office);
	close(ready[0]);
	close(ready[1]);
}

// Where nothing can be written one is alone; nobody is kept from working.
static void test_no_place_to_write(void **state)
{
	Fixture *f = *state;
	char path[160];
	snprintf(path, sizeof(path), "%s.open", f->path);
	assert_int_equal(symlink("/tmp", path), 0);
	Presence *office = presence_open(f->core);
	presence_set(office, meeting, PRESENCE_EDITS);
	assert_int_equal(presence_others(office)->len, 0);
	presence_close(office);
}

// What stands in a file is others' bytes.
static void test_what_is_no_record(void **state)
{
	Fixture *f = *state;
	char path[200];
	Presence *office = presence_open(f->core);
	presence_set(office, meeting, PRESENCE_READS);
	snprintf(path, sizeof(path), "%s.open/1-0", f->path);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("meeting seven\n", file);
	fclose(file);
	assert_int_equal(presence_others(office)->len, 0);
	presence_close(office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_two_sessions, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_killed_session, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_no_place_to_write, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_what_is_no_record, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
