// SPDX-License-Identifier: MIT
// The program on a terminal of its own, killed or cut off in the midst of typing: no key that it has
// answered for is lost. It answers by its sync mark, ESC ]777;N BEL, sent when what N keys did is
// drawn and the next is waited for.
#include "base/buf.h"
#include "core/draft.h"
#include "unit/fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 30, DEADLINE_MS = 20000, GONE_MS = 2000, TYPED_MAX = 4000 };

typedef struct {
	pid_t pid;
	int fd;
	Buf seen; // a sequence that is not whole yet
	unsigned long marks, marked; // how many marks came; keys that the last one answers for
	bool asked;                  // where the cursor is; once
	Buf typed;                   // into the field
	unsigned long keys_before;   // that were sent before the first letter of it
	unsigned long keys_sent;
} Terminal;

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// The program lies beside the directory of the tests.
static void program_path(char out[PATH_MAX])
{
	char self[PATH_MAX] = "";
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	assert_true(n > 0);
	snprintf(out, PATH_MAX, "%.*s/dieuphoi", PATH_MAX - 16, dirname(dirname(self)));
}

static void start(Terminal *terminal, const Fixture *fixture)
{
	char program[PATH_MAX], home[PATH_MAX];
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	program_path(program);
	snprintf(home, sizeof(home), "HOME=%s", fixture->dir);
	*terminal = (Terminal){ .seen = BUF_INIT, .typed = BUF_INIT };
	terminal->pid = forkpty(&terminal->fd, NULL, NULL, &size);
	assert_true(terminal->pid >= 0);
	if (terminal->pid == 0) {
		char *const argv[] = { program, (char[]){ "--db" }, strdup(fixture->path),
			(char[]){ "--as" }, (char[]){ "office" }, NULL };
		char *const envp[] = { home, (char[]){ "TERM=xterm-256color" },
			(char[]){ "DIEUPHOI_TEST_SYNC=1" }, (char[]){ "PATH=/usr/bin:/bin" }, NULL };
		execve(program, argv, envp);
		_exit(127);
	}
}

static void send_bytes(Terminal *terminal, const char *bytes, size_t n, unsigned long keys)
{
	terminal->keys_sent += keys;
	while (n) {
		ssize_t sent = write(terminal->fd, bytes, n);
		assert_true(sent > 0 || errno == EINTR);
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
	}
}

// The question where the cursor is gets an answer; marks are counted.
static void look(Terminal *terminal)
{
	const char *at = terminal->seen.bytes, *mark;
	if (!terminal->asked && strstr(at, "\033[6n")) {
		terminal->asked = true;
		send_bytes(terminal, "\033[1;2R", 6, 0);
	}
	while ((mark = strstr(at, "\033]777;"))) {
		const char *end = strchr(mark, '\a');
		if (!end)
			break;
		terminal->marked = strtoul(mark + 6, NULL, 10);
		terminal->marks++;
		at = end + 1;
	}
	const char *rest = strrchr(at, '\033');
	Buf kept = BUF_INIT;
	buf_adds(&kept, rest && !strchr(rest, '\a') ? rest : "");
	buf_release(&terminal->seen);
	terminal->seen = kept;
}

// What is there, waiting for it at most so long; false at the end of the line.
static bool read_some(Terminal *terminal, int wait_ms)
{
	char bytes[4096];
	struct pollfd input = { .fd = terminal->fd, .events = POLLIN };
	if (poll(&input, 1, wait_ms) <= 0)
		return true;
	ssize_t n = read(terminal->fd, bytes, sizeof(bytes));
	if (n <= 0)
		return false;
	for (ssize_t i = 0; i < n; i++)
		if (bytes[i])
			buf_addch(&terminal->seen, bytes[i]);
	look(terminal);
	return true;
}

static void wait_marked(Terminal *terminal, unsigned long keys)
{
	int64_t until = now_ms() + DEADLINE_MS;
	while (terminal->marked < keys && now_ms() < until)
		if (!read_some(terminal, 100))
			break;
	assert_true(terminal->marked >= keys);
}

// On a new meeting's subject: F2 on home, one field on.
static void go_to_subject(Terminal *terminal)
{
	int64_t until = now_ms() + DEADLINE_MS;
	while (!terminal->marks && now_ms() < until)
		if (!read_some(terminal, 100))
			break;
	assert_true(terminal->marks > 0);
	send_bytes(terminal, "\033OQ", 3, 1);
	wait_marked(terminal, terminal->keys_sent);
	send_bytes(terminal, "\t", 1, 1);
	wait_marked(terminal, terminal->keys_sent);
	terminal->keys_before = terminal->keys_sent;
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 16;
}

// A few letters at a time, as fast as they are taken, for so long.
static void type_for(Terminal *terminal, int ms, unsigned *seed)
{
	int64_t until = now_ms() + ms;
	while (now_ms() < until && terminal->typed.len < TYPED_MAX) {
		char letters[8];
		size_t n = 1 + next_random(seed) % sizeof(letters);
		for (size_t i = 0; i < n; i++)
			letters[i] = (char)('a' + (terminal->typed.len + i) % 25);
		send_bytes(terminal, letters, n, n);
		buf_add(&terminal->typed, letters, n);
		read_some(terminal, (int)(next_random(seed) % 4));
	}
}

static int wait_gone(Terminal *terminal, int deadline_ms)
{
	int status = 0;
	int64_t until = now_ms() + deadline_ms;
	while (waitpid(terminal->pid, &status, WNOHANG) == 0) {
		if (now_ms() > until) {
			kill(terminal->pid, SIGKILL);
			waitpid(terminal->pid, &status, 0);
			fail_msg("still there after %d ms", deadline_ms);
		}
		poll(NULL, 0, 5);
	}
	return status;
}

static void finish(Terminal *terminal)
{
	if (terminal->fd >= 0)
		close(terminal->fd);
	buf_release(&terminal->seen);
	buf_release(&terminal->typed);
}

// All that was answered for is in the draft, and nothing that was not typed.
static void check_draft(const Terminal *terminal, Fixture *fixture)
{
	Drafts *drafts = drafts_open(fixture->core);
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	size_t answered = terminal->marked - terminal->keys_before;
	const char *text = "";
	for (size_t i = 0; i < left.len; i++) {
		const Left *draft = *(const Left **)vec_at(&left, i);
		for (size_t k = 0; k < draft->parts.len; k++) {
			const LeftPart *part = vec_at(&draft->parts, k);
			text = strcmp(part->name, "subject") == 0 ? part->text : text;
		}
	}
	if (strlen(text) < answered)
		fail_msg("%zu letters were shown, %zu are left", answered, strlen(text));
	assert_true(strlen(text) <= terminal->typed.len);
	assert_memory_equal(text, terminal->typed.bytes, strlen(text));
	for (size_t i = 0; i < left.len; i++)
		assert_done(drafts_drop(drafts, *(const Left **)vec_at(&left, i), &fixture->err),
			&fixture->err);
	vec_release(&left);
	drafts_close(drafts);
}

static void test_kill_while_typing(void **state)
{
	Fixture *fixture = *state;
	unsigned seed = 259;
	size_t answered = 0;
	for (int round = 0; round < ROUNDS; round++) {
		Terminal terminal;
		start(&terminal, fixture);
		go_to_subject(&terminal);
		type_for(&terminal, (int)(next_random(&seed) % 150), &seed);
		kill(terminal.pid, SIGKILL);
		while (read_some(&terminal, 1000))
			;
		wait_gone(&terminal, GONE_MS);
		check_draft(&terminal, fixture);
		answered += terminal.marked - terminal.keys_before;
		finish(&terminal);
	}
	assert_true(answered > ROUNDS); // else nothing was put to the test
}

static double cpu_seconds(void)
{
	struct rusage usage;
	getrusage(RUSAGE_CHILDREN, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

typedef void Drop(Terminal *terminal);

static void hang_up(Terminal *terminal)
{
	close(terminal->fd);
	terminal->fd = -1;
}

static void end_by_signal(Terminal *terminal)
{
	kill(terminal->pid, SIGTERM);
}

// Everything answered for was drawn before; keys on the way may or may not have come.
static void drop_while_typing(Fixture *fixture, Drop *drop)
{
	unsigned seed = 17;
	for (int round = 0; round < 5; round++) {
		Terminal terminal;
		start(&terminal, fixture);
		go_to_subject(&terminal);
		type_for(&terminal, 60, &seed);
		wait_marked(&terminal, terminal.keys_sent);
		double before = cpu_seconds();
		drop(&terminal);
		int status = wait_gone(&terminal, GONE_MS);
		assert_true(WIFEXITED(status));
		assert_true(cpu_seconds() - before < 1.5);
		check_draft(&terminal, fixture);
		finish(&terminal);
	}
}

static void test_line_down_while_typing(void **state)
{
	drop_while_typing(*state, hang_up);
}

static void test_ended_while_typing(void **state)
{
	drop_while_typing(*state, end_by_signal);
}

int main(void)
{
#define FIXTURE_TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_kill_while_typing),
		FIXTURE_TEST(test_line_down_while_typing),
		FIXTURE_TEST(test_ended_while_typing),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
