// SPDX-License-Identifier: MIT
#include "screens/pty.h"

#include "base/xalloc.h"
#include "text/utf8.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

static const char mark_start[] = "\033]777;";
enum { MARK_START = sizeof(mark_start) - 1 };

struct Pty {
	pid_t pid;
	int fd; // -1 after a hang-up
	int rows, cols;
	VTerm *vterm;
	VTermScreen *screen;
	bool ended;
	int status;
	unsigned long mark; // the last N
	size_t marks;       // how many came
	size_t mark_at;     // bytes of a mark seen so far
	unsigned long mark_number;
	size_t bytes, bursts;
	bool alternate, mouse, cursor_hidden, paste;
};

// --- the emulated terminal -------------------------------------------------------------------

static void on_answer(const char *bytes, size_t n, void *user)
{
	pty_send(user, bytes, n);
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	Pty *pty = user;
	if (property == VTERM_PROP_ALTSCREEN)
		pty->alternate = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		pty->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_hidden = !value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void emulate(Pty *pty, PtyKind kind)
{
	pty->vterm = vterm_new(pty->rows, pty->cols);
	vterm_set_utf8(pty->vterm, kind != PTY_LATIN1);
	if (kind != PTY_MUTE)
		vterm_output_set_callback(pty->vterm, on_answer, pty);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
}

// The library knows marked pastes but tells nobody.
static void watch_paste(Pty *pty, const char *bytes, size_t n)
{
	static const char on[] = "\033[?2004h", off[] = "\033[?2004l";
	for (size_t i = 0; i + sizeof(on) - 1 <= n; i++) {
		if (memcmp(bytes + i, on, sizeof(on) - 1) == 0)
			pty->paste = true;
		if (memcmp(bytes + i, off, sizeof(off) - 1) == 0)
			pty->paste = false;
	}
}

// One byte of a mark; false: it was none.
static bool mark_byte(Pty *pty, char c)
{
	if (pty->mark_at < MARK_START) {
		if (c != mark_start[pty->mark_at])
			return false;
		pty->mark_at++;
		pty->mark_number = 0;
		return true;
	}
	if (c >= '0' && c <= '9') {
		pty->mark_number = pty->mark_number * 10 + (unsigned long)(c - '0');
		return true;
	}
	pty->mark = pty->mark_number;
	pty->marks++;
	pty->mark_at = 0;
	return c == '\a';
}

// What the screen is to see of n bytes: all but the marks.
static void without_marks(Pty *pty, const char *bytes, size_t n, Buf *rest)
{
	for (size_t i = 0; i < n; i++) {
		size_t held = pty->mark_at;
		if (mark_byte(pty, bytes[i]))
			continue;
		pty->mark_at = 0;
		buf_add(rest, mark_start, held < MARK_START ? held : 0);
		if (held && bytes[i] == mark_start[0])
			pty->mark_at = 1;
		else
			buf_addch(rest, bytes[i]);
	}
}

static void feed(Pty *pty, const char *bytes, size_t n)
{
	Buf rest = BUF_INIT;
	without_marks(pty, bytes, n, &rest);
	pty->bytes += rest.len;
	pty->bursts += rest.len > 0;
	watch_paste(pty, rest.bytes, rest.len);
	vterm_input_write(pty->vterm, rest.bytes, rest.len);
	buf_release(&rest);
}

// --- the process -----------------------------------------------------------------------------

Pty *pty_start(char *const argv[], char *const envp[], int rows, int cols, PtyKind kind)
{
	Pty *pty = xcalloc(1, sizeof(*pty));
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	pty->rows = rows;
	pty->cols = cols;
	emulate(pty, kind);
	pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
	if (pty->pid == 0) {
		execvpe(argv[0], argv, envp);
		_exit(127);
	}
	return pty;
}

static void reap(Pty *pty, int flags)
{
	if (!pty->ended && waitpid(pty->pid, &pty->status, flags) == pty->pid)
		pty->ended = true;
}

void pty_free(Pty *pty)
{
	if (!pty)
		return;
	pty_hang_up(pty);
	if (!pty->ended) {
		kill(pty->pid, SIGKILL);
		reap(pty, 0);
	}
	vterm_free(pty->vterm);
	free(pty);
}

void pty_hang_up(Pty *pty)
{
	if (pty->fd >= 0)
		close(pty->fd);
	pty->fd = -1;
}

void pty_signal(Pty *pty, int number)
{
	if (!pty->ended)
		kill(pty->pid, number);
}

void pty_send(Pty *pty, const void *bytes, size_t n)
{
	const char *at = bytes;
	while (n && pty->fd >= 0) {
		ssize_t sent = write(pty->fd, at, n);
		if (sent < 0 && errno != EINTR)
			return;
		at += sent > 0 ? sent : 0;
		n -= sent > 0 ? (size_t)sent : 0;
	}
}

void pty_resize(Pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	pty->rows = rows;
	pty->cols = cols;
	vterm_set_size(pty->vterm, rows, cols);
	ioctl(pty->fd, TIOCSWINSZ, &size);
}

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Reads once. False: the deadline has passed.
static bool pump(Pty *pty, int64_t deadline)
{
	char bytes[16384];
	struct pollfd poll_in = { .fd = pty->fd, .events = POLLIN };
	int64_t left = deadline - now_ms();
	if (left <= 0)
		return false;
	// After a hang-up there is nothing to wait on but the process itself.
	int ready = poll(&poll_in, pty->fd >= 0, pty->fd >= 0 ? (int)left : 5);
	ssize_t n = ready > 0 ? read(pty->fd, bytes, sizeof(bytes)) : 0;
	if (n > 0)
		feed(pty, bytes, (size_t)n);
	else if (ready > 0)
		pty_hang_up(pty);
	if (pty->fd < 0)
		reap(pty, WNOHANG);
	return true;
}

bool pty_wait_keys(Pty *pty, unsigned long keys, Err *err)
{
	int64_t deadline = now_ms() + PTY_DEADLINE_MS;
	unsigned long wanted = pty->mark + keys;
	while (!pty->ended && (pty->marks == 0 || pty->mark < wanted))
		if (!pump(pty, deadline))
			return err_set(err, ERR_BUSY, "no sync mark for key %lu, the last was %lu",
				wanted, pty->mark);
	return true;
}

static bool shows(const Pty *pty, const char *text)
{
	bool found = false;
	for (int row = 0; row < pty->rows && !found; row++) {
		Buf line = BUF_INIT;
		pty_row(pty, row, &line);
		found = strstr(line.bytes, text) != NULL;
		buf_release(&line);
	}
	return found;
}

bool pty_wait_text(Pty *pty, const char *text, Err *err)
{
	int64_t deadline = now_ms() + PTY_DEADLINE_MS;
	while (!shows(pty, text))
		if (pty->ended || !pump(pty, deadline))
			return err_set(err, ERR_NOT_FOUND, "never saw “%s”", text);
	return true;
}

bool pty_wait_end(Pty *pty, Err *err)
{
	int64_t deadline = now_ms() + PTY_DEADLINE_MS;
	while (!pty->ended)
		if (!pump(pty, deadline))
			return err_set(err, ERR_BUSY, "the program has not ended");
	return true;
}

bool pty_has_ended(const Pty *pty)
{
	return pty->ended;
}

int pty_exit_code(const Pty *pty)
{
	if (!pty->ended)
		return -1;
	return WIFEXITED(pty->status) ? WEXITSTATUS(pty->status) : 128 + WTERMSIG(pty->status);
}

// --- the picture -----------------------------------------------------------------------------

int pty_rows(const Pty *pty)
{
	return pty->rows;
}

static void add_cell(Buf *out, const VTermScreenCell *cell)
{
	char utf8[4];
	if (cell->chars[0] == UINT32_MAX) // the right half of a wide character
		return;
	if (!cell->chars[0])
		buf_addch(out, ' ');
	for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		buf_add(out, utf8, utf8_encode(cell->chars[i], utf8));
}

void pty_row(const Pty *pty, int row, Buf *out)
{
	size_t start = out->len;
	for (int col = 0; col < pty->cols; col++) {
		VTermScreenCell cell;
		if (vterm_screen_get_cell(pty->screen, (VTermPos){ .row = row, .col = col }, &cell))
			add_cell(out, &cell);
	}
	while (out->len > start && out->bytes[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
}

static VTermPos cursor(const Pty *pty)
{
	VTermPos at;
	vterm_state_get_cursorpos(vterm_obtain_state(pty->vterm), &at);
	return at;
}

int pty_cursor_row(const Pty *pty)
{
	return cursor(pty).row;
}

int pty_cursor_col(const Pty *pty)
{
	return cursor(pty).col;
}

bool pty_marks_pastes(const Pty *pty)
{
	return pty->paste;
}

bool pty_is_restored(const Pty *pty, Err *err)
{
	if (pty->alternate)
		return err_set(err, ERR_DATA, "the alternate screen is still on");
	if (pty->mouse)
		return err_set(err, ERR_DATA, "the mouse is still on");
	if (pty->paste)
		return err_set(err, ERR_DATA, "marked paste is still on");
	if (pty->cursor_hidden)
		return err_set(err, ERR_DATA, "the cursor is hidden");
	return true;
}

void pty_count_from_here(Pty *pty)
{
	pty->bytes = 0;
	pty->bursts = 0;
}

size_t pty_bytes(const Pty *pty)
{
	return pty->bytes;
}

size_t pty_bursts(const Pty *pty)
{
	return pty->bursts;
}
