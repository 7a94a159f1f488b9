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

enum { DEADLINE_MS = 10000, ENVIRONMENT_MAX = 16 };

void built_path(const char *name, char out[PATH_MAX])
{
	char self[PATH_MAX] = "";
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	assert_true(n > 0);
	snprintf(out, PATH_MAX, "%.*s/%s", PATH_MAX - 40, dirname(dirname(self)), name);
}

static _Noreturn void become(const char *home, const char *const argv[],
	const char *const environment[])
{
	char home_setting[PATH_MAX];
	const char *envp[ENVIRONMENT_MAX] = { "TERM=xterm-256color", "DIEUPHOI_TEST_SYNC=1",
		"PATH=/usr/bin:/bin", "TZ=UTC", "ESCDELAY=20", home_setting };
	static const char *const kept[] = { "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS" };
	char settings[3][400];
	size_t n = 6;
	snprintf(home_setting, sizeof(home_setting), "HOME=%s", home);
	for (size_t i = 0; i < 3; i++) {
		const char *value = getenv(kept[i]);
		snprintf(settings[i], sizeof(settings[i]), "%s=%s", kept[i], value ? value : "");
		if (value)
			envp[n++] = settings[i];
	}
	for (; environment && *environment && n < ENVIRONMENT_MAX - 1; environment++)
		envp[n++] = *environment;
	// What is given as a file's name makes that file: not among the sources.
	if (chdir(home) != 0)
		_exit(126);
	execve(argv[0], (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)envp);
	_exit(127);
}

void terminal_start(RawTerminal *terminal, const char *home, const char *const argv[],
	const char *const environment[], int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	*terminal = (RawTerminal){ .seen = BUF_INIT };
	fflush(stdout);
	terminal->pid = forkpty(&terminal->fd, NULL, NULL, &size);
	assert_true(terminal->pid >= 0);
	if (terminal->pid == 0)
		become(home, argv, environment);
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
