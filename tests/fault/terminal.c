// SPDX-License-Identifier: MIT
#include "fault/terminal.h"

#include "fault/common.h"

#include <errno.h>
#include <libgen.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DEADLINE_MS = 10000 };

void built_path(const char *name, char out[PATH_MAX])
{
	char self[PATH_MAX] = "";
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	assert_true(n > 0);
	snprintf(out, PATH_MAX, "%.*s/%s", PATH_MAX - 40, dirname(dirname(self)), name);
}

// What the child's environment is, and where it stands: what is given as a file's name makes that file,
// not among the sources.
static void settle(const char *home, const char *const environment[])
{
	static const char *const kept[] = { "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS" };
	char settings[3][400];
	for (size_t i = 0; i < 3; i++) {
		const char *value = getenv(kept[i]);
		snprintf(settings[i], sizeof(settings[i]), "%s", value ? value : "");
	}
	clearenv();
	setenv("TERM", "xterm-256color", 1);
	setenv("DIEUPHOI_TEST_SYNC", "1", 1);
	setenv("PATH", "/usr/bin:/bin", 1);
	setenv("TZ", "UTC", 1);
	setenv("ESCDELAY", "20", 1);
	setenv("HOME", home, 1);
	for (size_t i = 0; i < 3; i++)
		if (*settings[i])
			setenv(kept[i], settings[i], 1);
	for (; environment && *environment; environment++)
		putenv((char *)(uintptr_t)*environment);
	// cmocka would go on with the next test, here.
	static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		signal(faults[i], SIG_DFL);
	if (chdir(home) != 0)
		_exit(126);
}

void terminal_fork(RawTerminal *terminal, const char *home, const char *const environment[], int rows,
	int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	*terminal = (RawTerminal){ .seen = BUF_INIT };
	fflush(stdout);
	terminal->pid = forkpty(&terminal->fd, NULL, NULL, &size);
	assert_true(terminal->pid >= 0);
	if (terminal->pid == 0)
		settle(home, environment);
}

void terminal_start(RawTerminal *terminal, const char *home, const char *const argv[],
	const char *const environment[], int rows, int cols)
{
	terminal_fork(terminal, home, environment, rows, cols);
	if (terminal->pid != 0)
		return;
	execv(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

void terminal_send(RawTerminal *terminal, const char *bytes)
{
	size_t n = strlen(bytes);
	while (n) {
		ssize_t sent = write(terminal->fd, bytes, n);
		if (sent < 0 && errno != EINTR)
			return; // it has ended: the caller sees that
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
	}
}

void terminal_resize(const RawTerminal *terminal, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	ioctl(terminal->fd, TIOCSWINSZ, &size);
}

// The question where the cursor is gets an answer; marks are counted.
static void look(RawTerminal *terminal)
{
	const char *at = terminal->seen.bytes + terminal->looked, *end;
	if (!terminal->asked && strstr(terminal->seen.bytes, "\033[6n")) {
		terminal->asked = true;
		terminal_send(terminal, "\033[1;2R");
	}
	while ((at = strstr(at, "\033]777;")) && (end = strchr(at, '\a'))) {
		terminal->marks++;
		at = end + 1;
		terminal->looked = (size_t)(at - terminal->seen.bytes);
	}
}

bool terminal_read(RawTerminal *terminal, int wait_ms)
{
	char bytes[65536];
	struct pollfd input = { .fd = terminal->fd, .events = POLLIN };
	if (poll(&input, 1, wait_ms) <= 0)
		return true;
	ssize_t n = read(terminal->fd, bytes, sizeof(bytes));
	for (ssize_t i = 0; i < n; i++)
		if (bytes[i])
			buf_addch(&terminal->seen, bytes[i]);
	if (n > 0)
		look(terminal);
	return n > 0;
}

bool terminal_wait_mark(RawTerminal *terminal, unsigned long marks)
{
	int64_t until = now_ms() + DEADLINE_MS;
	while (terminal->marks <= marks && now_ms() < until)
		if (!terminal_read(terminal, 100))
			break;
	return terminal->marks > marks;
}

int terminal_end(RawTerminal *terminal, int wait_ms)
{
	int status = -1;
	int64_t until = now_ms() + wait_ms;
	bool open = true;
	while (waitpid(terminal->pid, &status, WNOHANG) == 0) {
		if (now_ms() > until) {
			kill(terminal->pid, SIGKILL);
			waitpid(terminal->pid, &status, 0);
			return -1;
		}
		open = open && terminal_read(terminal, 5);
		if (!open)
			usleep(1000);
	}
	while (open && terminal_read(terminal, 100))
		;
	return status;
}

void terminal_release(RawTerminal *terminal)
{
	if (terminal->fd >= 0)
		close(terminal->fd);
	buf_release(&terminal->seen);
}
