// SPDX-License-Identifier: MIT
// As many people as a province has, each with the screen open on one file: idle they cost nothing, and
// what one writes shows on all of them without a key.
#include "fault/terminal.h"

#include "fault/common.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SESSIONS_MAX = 200, IDLE_MS = 3000, SHOWN_MS = 60000, END_MS = 10000, OWN_KB = 16 * 1024 };

typedef struct {
	Fixture fixture;
	char program[PATH_MAX];
	RawTerminal terminals[SESSIONS_MAX];
	int n;
} Case;

#ifdef __SANITIZE_ADDRESS__
static const bool memory_is_ours = false;
#else
static const bool memory_is_ours = true;
#endif

static int set_up(void **state)
{
	Case *test = calloc(1, sizeof(*test));
	fixture_open(&test->fixture);
	fixture_directive(&test->fixture);
	built_path("dieuphoi", test->program);
	test->n = memory_is_ours ? rounds(40, SESSIONS_MAX) : 8;
	*state = test;
	return 0;
}

static int tear_down(void **state)
{
	Case *test = *state;
	char command[200];
	snprintf(command, sizeof(command), "rm -rf '%s.drafts'", test->fixture.path);
	assert_int_equal(system(command), 0);
	fixture_close(&test->fixture);
	free(test);
	return 0;
}

static void open_all(Case *test)
{
	static const char *const logins[] = { "office", "leader", "secretary", "member", "viewer" };
	for (int i = 0; i < test->n; i++) {
		const char *const argv[] = { test->program, "--db", test->fixture.path, "--as",
			logins[i % 5], NULL };
		terminal_start(&test->terminals[i], test->fixture.dir, argv, NULL, 24, 80);
	}
	for (int i = 0; i < test->n; i++)
		assert_true(terminal_wait_mark(&test->terminals[i], 0));
}

static void read_all(Case *test, int64_t until)
{
	do {
		for (int i = 0; i < test->n; i++)
			assert_true(terminal_read(&test->terminals[i], 0));
		poll(NULL, 0, 20);
	} while (now_ms() < until);
}

// In clock ticks, of all of them.
static long cpu_ticks(const Case *test)
{
	long total = 0;
	for (int i = 0; i < test->n; i++) {
		char path[40];
		unsigned long user = 0, kernel = 0;
		snprintf(path, sizeof(path), "/proc/%d/stat", (int)test->terminals[i].pid);
		FILE *file = fopen(path, "r");
		assert_non_null(file);
		assert_int_equal(fscanf(file, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
					 &user, &kernel), 2);
		fclose(file);
		total += (long)(user + kernel);
	}
	return total;
}

// What no other process shares.
static long own_kb(pid_t pid)
{
	char path[40], line[200];
	long kb = 0;
	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "RssAnon: %ld", &kb) == 1)
			break;
	if (file)
		fclose(file);
	return kb;
}

static void check_cost(Case *test)
{
	read_all(test, now_ms() + 500);
	long before = cpu_ticks(test);
	int64_t since = now_ms();
	read_all(test, since + IDLE_MS);
	double second = (double)(cpu_ticks(test) - before) / (double)sysconf(_SC_CLK_TCK) * 1000.0 /
			(double)(now_ms() - since) / test->n;
	printf("# %d sessions: %.2f %% of a processor each, %ld KB of its own\n", test->n, second * 100,
		own_kb(test->terminals[0].pid));
	assert_true(second < 0.005);
	for (int i = 0; memory_is_ours && i < test->n; i++)
		assert_in_range(own_kb(test->terminals[i].pid), 1, OWN_KB);
}

// A bar grew by what was done.
static bool shows_more(const RawTerminal *terminal, size_t from)
{
	return strstr(terminal->seen.bytes + from, "█") != NULL;
}

static void check_refresh(Case *test)
{
	size_t from[SESSIONS_MAX];
	int64_t leaf_id = fixture_leaf(&test->fixture, "2.1a", "phu-quoc");
	int64_t until = now_ms() + SHOWN_MS;
	for (int i = 0; i < test->n; i++)
		from[i] = test->terminals[i].seen.len;
	fixture_as(&test->fixture, "office");
	assert_done(write_one(test->fixture.core, leaf_id, 1, 40, &test->fixture.err),
		&test->fixture.err);
	for (int i = 0; i < test->n; i++) {
		while (!shows_more(&test->terminals[i], from[i]) && now_ms() < until)
			read_all(test, 0);
		if (!shows_more(&test->terminals[i], from[i]))
			fail_msg("session %d of %d does not show it: %s", i, test->n, test->terminals[i].seen.bytes + from[i]);
	}
}

static void leave_all(Case *test)
{
	for (int i = 0; i < test->n; i++)
		terminal_send(&test->terminals[i], "\033[21~");
	for (int i = 0; i < test->n; i++) {
		int status = terminal_end(&test->terminals[i], END_MS);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
		terminal_release(&test->terminals[i]);
	}
}

static void test_many_sessions(void **state)
{
	Case *test = *state;
	open_all(test);
	check_cost(test);
	check_refresh(test);
	leave_all(test);
	assert_whole(test->fixture.path, &test->fixture.instant);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_many_sessions, set_up, tear_down),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
