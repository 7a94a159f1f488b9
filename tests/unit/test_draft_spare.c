// SPDX-License-Identifier: MIT
// Where the database's own directory takes no drafts, they lie elsewhere, and are offered from there.
#include "unit/draft_tools.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void in_fixture(const Fixture *fixture, const char *name, char out[PATH_SIZE])
{
	snprintf(out, PATH_SIZE, "%s/%s", fixture->dir, name);
}

static void set_state(const Fixture *fixture, const char *name)
{
	char path[PATH_SIZE];
	in_fixture(fixture, name, path);
	setenv("XDG_STATE_HOME", path, 1);
}

// Whatever the rights of whoever runs the tests.
static void block_own_directory(const Fixture *fixture)
{
	char path[PATH_SIZE];
	draft_path(fixture, "", path, sizeof(path));
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
}

static int logs_below(const char *directory)
{
	int n = 0;
	DIR *dir = opendir(directory);
	for (const struct dirent *entry; dir && (entry = readdir(dir));) {
		char path[2 * PATH_SIZE];
		snprintf(path, sizeof(path), "%s/%s", directory, entry->d_name);
		if (strstr(entry->d_name, ".log"))
			n++;
		else if (entry->d_name[0] != '.')
			n += logs_below(path);
	}
	if (dir)
		closedir(dir);
	return n;
}

static int logs_in(const Fixture *fixture, const char *name)
{
	char path[PATH_SIZE];
	in_fixture(fixture, name, path);
	return logs_below(path);
}

static void test_a_directory_that_cannot_be_written(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	struct stat info;
	set_state(fixture, "a/state");
	block_own_directory(fixture);
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(logs_in(fixture, "a/state/dieuphoi"), 1);
	in_fixture(fixture, "a/state/dieuphoi", path);
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
}

// Beside the database stands no directory again: what lies elsewhere is offered, and goes once dropped.
static void test_it_is_offered_from_there(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	set_state(fixture, "state");
	block_own_directory(fixture);
	in_dead_session(fixture, draft_type_some);
	draft_path(fixture, "", path, sizeof(path));
	assert_int_equal(unlink(path), 0);
	left_check(fixture, "A. Đoạn một. Tố");
	Drafts *drafts = drafts_open(fixture->core);
	assert_done(drafts_drop(drafts, left_only(drafts, fixture), &fixture->err), &fixture->err);
	drafts_close(drafts);
	left_check(fixture, NULL);
	assert_int_equal(logs_in(fixture, "state"), 0);
}

static void test_another_database_s_are_not(void **state)
{
	Fixture *fixture = *state;
	Fixture other;
	set_state(fixture, "state");
	block_own_directory(fixture);
	in_dead_session(fixture, draft_type_some);
	fixture_open(&other);
	left_check(&other, NULL);
	fixture_close(&other);
}

// A link, and a directory of somebody else, where the first spare would be.
static void check_base_is_refused(Fixture *fixture, const char *base)
{
	char name[PATH_SIZE], target[PATH_SIZE];
	set_state(fixture, "state");
	block_own_directory(fixture);
	in_fixture(fixture, "elsewhere", target);
	in_fixture(fixture, base, name);
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(logs_below(target), 0);
	assert_int_equal(logs_below(name), 0);
	Drafts *drafts = drafts_open(fixture->core);
	// It went on to the next one: this user's in /var/tmp.
	assert_done(drafts_drop(drafts, left_only(drafts, fixture), &fixture->err), &fixture->err);
	drafts_close(drafts);
}

static void test_links_are_not_followed(void **state)
{
	Fixture *fixture = *state;
	char state_path[PATH_SIZE], link[PATH_SIZE], target[PATH_SIZE];
	in_fixture(fixture, "state", state_path);
	in_fixture(fixture, "state/dieuphoi", link);
	in_fixture(fixture, "elsewhere", target);
	assert_int_equal(mkdir(state_path, 0700), 0);
	assert_int_equal(mkdir(target, 0700), 0);
	assert_int_equal(symlink(target, link), 0);
	check_base_is_refused(fixture, "elsewhere");
}

static void test_others_directories_are_not_used(void **state)
{
	Fixture *fixture = *state;
	char state_path[PATH_SIZE], base[PATH_SIZE];
	if (geteuid() != 0)
		skip(); // nobody else can give one a directory
	in_fixture(fixture, "state", state_path);
	in_fixture(fixture, "state/dieuphoi", base);
	assert_int_equal(mkdir(state_path, 0700), 0);
	assert_int_equal(mkdir(base, 0777), 0);
	assert_int_equal(chown(base, 12345, 12345), 0);
	check_base_is_refused(fixture, "state/dieuphoi");
}

// The disk fills up in the middle: what was typed before goes along.
static void fill_up(Drafts *drafts)
{
	struct rlimit limit = { 200, 200 };
	Draft *draft = draft_begin(drafts, "Đoạn một.");
	draft_type(drafts, draft, "Đoạn một. T");
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	draft_type(drafts, draft, "Đoạn một. Tố");
}

static void test_nothing_takes_it(void **state)
{
	Fixture *fixture = *state;
	set_state(fixture, "state");
	// Every file is as full as the others: it is told, and kept in memory.
	pid_t child = fork();
	if (child == 0) {
		fill_up(drafts_open(fixture->core));
		_exit(0);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0x100); // draft_type() ends so when it is told
	left_check(fixture, "Đoạn một. T");
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_a_directory_that_cannot_be_written),
		CASE(test_it_is_offered_from_there),
		CASE(test_another_database_s_are_not),
		CASE(test_links_are_not_followed),
		CASE(test_others_directories_are_not_used),
		CASE(test_nothing_takes_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
