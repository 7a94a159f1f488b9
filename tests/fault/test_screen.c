// SPDX-License-Identifier: MIT
// The screen on a terminal that nobody reads, in windows of every size, and where memory ends.
#include "fault/terminal.h"

#include "fault/common.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// At 300 × 1000 it needs 50 MB, a little more or less.
enum { MEMORY_KB = 60 * 1024, END_MS = 5000 };

typedef struct {
	Fixture fixture;
	char program[PATH_MAX], shim[PATH_MAX];
} Case;

static int set_up(void **state)
{
	Case *test = calloc(1, sizeof(*test));
	fixture_open(&test->fixture);
	fixture_directive(&test->fixture);
	built_path("dieuphoi", test->program);
	built_path("tests/shim.so", test->shim);
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

static void start(const Case *test, RawTerminal *terminal, const char *const environment[], int rows,
	int cols)
{
	const char *const argv[] = { test->program, "--db", test->fixture.path, "--as", "office",
		NULL };
	terminal_start(terminal, test->fixture.dir, argv, environment, rows, cols);
}

// Others write while it hangs in a write() of its own. It was asked for far more drawing than a
// terminal's buffer holds.
static void test_a_stalled_reader_holds_nobody_up(void **state)
{
	Case *test = *state;
	RawTerminal terminal;
	int64_t leaf_id = fixture_leaf(&test->fixture, "2.1a", "phu-quoc");
	start(test, &terminal, NULL, 60, 200);
	assert_true(terminal_wait_mark(&terminal, 0));
	for (int i = 0; i < 100; i++) {
		terminal_resize(&terminal, i % 2 ? 60 : 50, 200);
		terminal_send(&terminal, "\f");
		poll(NULL, 0, 2);
	}
	for (int i = 1; i <= rounds(20, 500); i++) {
		int64_t before = now_ms();
		assert_done(write_one(test->fixture.core, leaf_id, 6, i, &test->fixture.err),
			&test->fixture.err);
		assert_in_range(now_ms() - before, 0, 1000);
	}
	kill(terminal.pid, SIGKILL);
	terminal_end(&terminal, END_MS);
	terminal_release(&terminal);
}

static long peak_kb(pid_t pid)
{
	char path[40], line[200];
	long kb = 0;
	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "VmHWM: %ld", &kb) == 1)
			break;
	if (file)
		fclose(file);
	return kb;
}

// A sanitizer's shadow counts as memory of the program.
static bool memory_is_ours(void)
{
#ifdef __SANITIZE_ADDRESS__
	return false;
#else
	return true;
#endif
}

static void quit(RawTerminal *terminal)
{
	if (memory_is_ours())
		assert_in_range(peak_kb(terminal->pid), 1, MEMORY_KB);
	terminal_send(terminal, "\033[21~");
	int status = terminal_end(terminal, END_MS);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	terminal_release(terminal);
}

static void test_windows_of_every_size(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 }, { 2, 500 }, { 32767, 32767 },
		{ 65535, 65535 }, { 65535, 1 }, { 1, 65535 } };
	Case *test = *state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		RawTerminal terminal;
		start(test, &terminal, NULL, sizes[i].rows, sizes[i].cols);
		assert_true(terminal_wait_mark(&terminal, 0));
		for (size_t k = 0; k < sizeof(sizes) / sizeof(*sizes); k++) {
			terminal_resize(&terminal, sizes[k].rows, sizes[k].cols);
			terminal_send(&terminal, "\033OB");
			assert_true(terminal_wait_mark(&terminal, terminal.marks));
		}
		quit(&terminal);
	}
}

static void test_a_thousand_windows_in_a_second(void **state)
{
	Case *test = *state;
	RawTerminal terminal;
	unsigned seed = 17;
	start(test, &terminal, NULL, 24, 80);
	assert_true(terminal_wait_mark(&terminal, 0));
	for (int i = 0; i < 1000; i++) {
		int64_t next = now_ms() + 1;
		terminal_resize(&terminal, (int)(next_random(&seed) % 400),
			(int)(next_random(&seed) % 1200));
		do
			assert_true(terminal_read(&terminal, 0));
		while (now_ms() < next);
	}
	terminal_resize(&terminal, 24, 80);
	terminal_send(&terminal, "\033OB");
	assert_true(terminal_wait_mark(&terminal, terminal.marks));
	quit(&terminal);
}

// Memory ---------------------------------------------------------------------------------------

static const char keys[] = "\033OB\r\033OB\r\033OQ";

// Home, a region, a district, a form, then out.
static int walk(const Case *test, RawTerminal *terminal, const char *setting)
{
	char preload[PATH_MAX + 20];
	const char *const environment[] = { preload, setting, NULL };
	snprintf(preload, sizeof(preload), "LD_PRELOAD=%s", test->shim);
	start(test, terminal, environment, 24, 80);
	bool alive = terminal_wait_mark(terminal, 0);
	for (const char *at = keys; alive && *at;) {
		char key[8] = "";
		size_t n = *at == '\033' ? 3 : 1;
		memcpy(key, at, n);
		at += n;
		terminal_send(terminal, key);
		alive = terminal_wait_mark(terminal, terminal->marks);
	}
	if (alive)
		kill(terminal->pid, SIGTERM);
	return terminal_end(terminal, END_MS);
}

static long count_allocations(const Case *test)
{
	char path[120], setting[160];
	long count = 0;
	RawTerminal terminal;
	snprintf(path, sizeof(path), "%s/count", test->fixture.dir);
	snprintf(setting, sizeof(setting), "FAULT_COUNT=%s", path);
	assert_int_equal(walk(test, &terminal, setting), 0);
	terminal_release(&terminal);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	assert_int_equal(fscanf(file, "%ld", &count), 1);
	fclose(file);
	unlink(path);
	return count;
}

static const char *last_of(const char *text, const char *what)
{
	const char *last = NULL;
	for (const char *at = text; (at = strstr(at, what)); at++)
		last = at;
	return last;
}

// What was switched on is off again, the bracketed paste and the other screen among it.
static bool is_restored(const RawTerminal *terminal)
{
	static const char *const pairs[][2] = { { "\033[?1049h", "\033[?1049l" },
		{ "\033[?2004h", "\033[?2004l" }, { "\033[?1000h", "\033[?1000l" } };
	struct termios modes;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		const char *on = last_of(terminal->seen.bytes, pairs[i][0]);
		const char *off = last_of(terminal->seen.bytes, pairs[i][1]);
		if (on && (!off || off < on))
			return false;
	}
	return tcgetattr(terminal->fd, &modes) == 0 && modes.c_lflag & ICANON &&
	       modes.c_lflag & ECHO;
}

// From the N-th on there is none: the end is clean and says why. One alone that fails may be got over.
static void end_at(const Case *test, const char *kind, long n)
{
	char setting[60];
	RawTerminal terminal;
	snprintf(setting, sizeof(setting), "%s=%ld", kind, n);
	int status = walk(test, &terminal, setting);
	bool over = status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
	if (!over && (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != 1))
		fail_msg("%s: status %x", setting, (unsigned)status);
	if (!is_restored(&terminal))
		fail_msg("%s: the terminal is not restored", setting);
	const char *last = terminal.seen.bytes + (terminal.seen.len > 400 ? terminal.seen.len - 400 : 0);
	// curses ends the process by itself, in its own words.
	if (!over && !strstr(last, "dieuphoi: ") && !strstr(last, "Out of memory"))
		fail_msg("%s: no message: %s", setting, last);
	terminal_release(&terminal);
}

static void test_memory_ends(void **state)
{
	Case *test = *state;
	if (!memory_is_ours())
		return; // nor are the allocations
	long total = count_allocations(test);
	int steps = rounds(20, 2000);
	for (int i = 0; i < steps; i++) {
		end_at(test, "FAULT_MALLOC", 1 + i * total / steps);
		end_at(test, "FAULT_MALLOC_ONCE", 1 + (2 * i + 1) * total / (2 * steps));
	}
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(test_a_stalled_reader_holds_nobody_up),
		CASE(test_windows_of_every_size),
		CASE(test_a_thousand_windows_in_a_second),
		CASE(test_memory_ends),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
