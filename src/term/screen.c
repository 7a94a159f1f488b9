// SPDX-License-Identifier: MIT
#include "term/screen.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/xalloc.h"
#include "term/paint.h"
#include "term/signals.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { ROWS_MIN = 4, ROWS_MAX = 300, COLS_MIN = 20, COLS_MAX = 1000 };
enum { PROBE_MS = 300, ESCDELAY_MAX = 1000 };
enum { READ_SIZE = 4096, DRAIN_MAX = 4 << 20 };

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";
// On the blank first row, which is blank again afterwards. Three bytes in one column: who answers
// that it took more cannot show it. Column 1 is the answer of things that keep no count.
static const char probe[] = "\rệ\033[6n\r\033[K";

typedef enum { PROBE_NONE, PROBE_SENT, PROBE_DONE } ProbeState;

struct Screen {
	Paint *paint;
	Input *input;
	int rows, cols;
	Vec queue; // keys that came while the probe was waited for
	ProbeState probe;
	int64_t opened_at; // ms, monotonic
	int64_t input_at;  // of the last bytes
	CanvasMode mode;
	ScreenMouse mouse;
	bool no_mouse;
	bool private_modes; // a terminal of the ANSI family: knows or ignores ESC [ ? …
	bool ended;
	bool test_sync;
	bool mark_due;
	unsigned long keys_given;
};

static int64_t monotonic_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// For the few bytes that do not go through curses, which has been flushed whenever it is called.
static void send(const char *bytes, size_t n)
{
	while (n) {
		ssize_t sent = write(STDOUT_FILENO, bytes, n);
		if (sent < 0 && errno != EINTR)
			return;
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
	}
}

static int clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

static void read_size(Screen *screen)
{
	struct winsize size = { 0 };
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col)
		size = (struct winsize){ .ws_row = 24, .ws_col = 80 };
	screen->rows = clamp(size.ws_row, ROWS_MIN, ROWS_MAX);
	screen->cols = clamp(size.ws_col, COLS_MIN, COLS_MAX);
}

// --- opening and closing ---------------------------------------------------------------------

static const struct {
	const char *capability;
	KeyCode code;
} terminfo_keys[] = {
	{ "kcuu1", KEY_UP },
	{ "kcud1", KEY_DOWN },
	{ "kcub1", KEY_LEFT },
	{ "kcuf1", KEY_RIGHT },
	{ "khome", KEY_HOME },
	{ "kend", KEY_END },
	{ "kpp", KEY_PGUP },
	{ "knp", KEY_PGDN },
	{ "kich1", KEY_INS },
	{ "kdch1", KEY_DEL },
	{ "kcbt", KEY_BACKTAB },
	{ "kf1", KEY_F1 },
	{ "kf2", KEY_F1 + 1 },
	{ "kf3", KEY_F1 + 2 },
	{ "kf4", KEY_F1 + 3 },
	{ "kf5", KEY_F1 + 4 },
	{ "kf6", KEY_F1 + 5 },
	{ "kf7", KEY_F1 + 6 },
	{ "kf8", KEY_F1 + 7 },
	{ "kf9", KEY_F1 + 8 },
	{ "kf10", KEY_F1 + 9 },
	{ "kf11", KEY_F1 + 10 },
	{ "kf12", KEY_F1 + 11 },
};

static void define_keys(Input *input)
{
	for (size_t i = 0; i < sizeof(terminfo_keys) / sizeof(terminfo_keys[0]); i++) {
		const char *sequence = paint_capability(terminfo_keys[i].capability);
		if (sequence)
			input_define(input, sequence, terminfo_keys[i].code);
	}
}

// As in every curses program: ESCDELAY is in ms.
static void read_patience(Input *input)
{
	const char *text = getenv("ESCDELAY");
	long ms = text ? strtol(text, NULL, 10) : 0;
	if (ms > 0 && ms <= ESCDELAY_MAX)
		input_set_patience(input, (int)ms);
}

static const char *terminal_name(void)
{
	const char *name = getenv("TERM");
	return name ? name : "";
}

// What curses would write at its end, for when it cannot be asked any more. Allocates nothing: memory
// may have ended while curses began.
static void remember_restore(const Screen *screen)
{
	static const char *const capabilities[] = { "sgr0", "cnorm", "rmcup" };
	char restore[256];
	int n = snprintf(restore, sizeof(restore), "%s%s", screen->private_modes ? mouse_off : "",
		screen->private_modes ? paste_off : "");
	for (size_t i = 0; i < sizeof(capabilities) / sizeof(capabilities[0]); i++) {
		const char *value = paint_capability(capabilities[i]);
		if (n < (int)sizeof(restore))
			n += snprintf(restore + n, sizeof(restore) - (size_t)n, "%s", value ? value : "");
	}
	if (n < (int)sizeof(restore))
		n += snprintf(restore + n, sizeof(restore) - (size_t)n, "\r\n");
	signals_remember_terminal(restore, n < (int)sizeof(restore) ? (size_t)n : 0);
}

// A vt100 shows no Vietnamese, whatever it answers.
static void greet(Screen *screen)
{
	Buf hello = BUF_INIT;
	if (screen->private_modes)
		buf_adds(&hello, paste_on);
	if (screen->private_modes && screen->mouse == SCREEN_MOUSE_ON)
		buf_adds(&hello, mouse_on);
	if (!screen->private_modes || strcmp(terminal_name(), "vt100") == 0) {
		screen->mode = CANVAS_ASCII;
	} else {
		buf_adds(&hello, probe);
		screen->probe = PROBE_SENT;
		input_expect_report(screen->input);
	}
	send(hello.bytes, hello.len);
	buf_release(&hello);
}

// While the mouse is on, GNU screen keeps a lone Esc to itself until the next key.
static bool mouse_holds_esc(void)
{
	return strncmp(terminal_name(), "screen", 6) == 0 && !getenv("TMUX");
}

static bool check_terminals(Err *err)
{
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return true;
	err_set(err, ERR_IO, tr("màn hình cần bàn phím và thiết bị cuối ở đầu vào và đầu ra"));
	return err_hint(err, tr("đừng nối qua ống dẫn; nếu đi qua ssh thì thêm -t"));
}

Screen *screen_open(Err *err)
{
	if (!check_terminals(err))
		return NULL;
	Screen *screen = xcalloc(1, sizeof(*screen));
	read_size(screen);
	signals_remember_terminal("", 0);
	signals_install(); // before curses, which would take the window's size from its own handler
	screen->paint = paint_open(screen->rows, screen->cols, err);
	if (!screen->paint) {
		signals_restore_terminal();
		signals_remove();
		free(screen);
		return NULL;
	}
	const char *place = paint_capability("cup"), *sync = getenv("DIEUPHOI_TEST_SYNC");
	screen->private_modes = place && strncmp(place, "\033[", 2) == 0;
	remember_restore(screen);
	screen->no_mouse = mouse_holds_esc();
	screen->mouse = paint_capability("kmous") && !screen->no_mouse ? SCREEN_MOUSE_ON
								       : SCREEN_MOUSE_OFF;
	screen->input =
		input_new(paint_capability("BE") ? INPUT_PASTE_MARKED : INPUT_PASTE_GUESSED);
	screen->test_sync = sync && strcmp(sync, "1") == 0;
	screen->opened_at = monotonic_ms();
	vec_init(&screen->queue, sizeof(Key));
	define_keys(screen->input);
	read_patience(screen->input);
	greet(screen);
	return screen;
}

void screen_close(Screen *screen)
{
	if (!screen)
		return;
	screen_set_mouse(screen, SCREEN_MOUSE_OFF);
	if (screen->private_modes)
		send(paste_off, sizeof(paste_off) - 1);
	paint_close(screen->paint);
	signals_forget_terminal();
	signals_remove();
	input_free(screen->input);
	vec_release(&screen->queue);
	free(screen);
}

void screen_emergency(void)
{
	signals_restore_terminal();
}

static void send_modes(const Screen *screen, const char *paste, const char *mouse)
{
	if (!screen->private_modes)
		return;
	send(paste, strlen(paste));
	if (screen->mouse == SCREEN_MOUSE_ON)
		send(mouse, strlen(mouse));
}

void screen_suspend(Screen *screen)
{
	send_modes(screen, paste_off, mouse_off);
	paint_suspend(screen->paint);
	signals_lend_keyboard();
}

void screen_resume(Screen *screen)
{
	signals_take_keyboard();
	paint_resume(screen->paint);
	send_modes(screen, paste_on, mouse_on);
}

void screen_set_mouse(Screen *screen, ScreenMouse mouse)
{
	bool refused = mouse == SCREEN_MOUSE_ON && screen->no_mouse;
	if (mouse == screen->mouse || refused || !screen->private_modes)
		return;
	screen->mouse = mouse;
	const char *bytes = mouse == SCREEN_MOUSE_ON ? mouse_on : mouse_off;
	send(bytes, strlen(bytes));
}

int screen_rows(const Screen *screen)
{
	return screen->rows;
}

int screen_cols(const Screen *screen)
{
	return screen->cols;
}

void screen_draw(Screen *screen, const Canvas *canvas)
{
	if (paint_canvas(screen->paint, canvas))
		screen->mark_due = true;
}

void screen_forget(Screen *screen)
{
	paint_forget(screen->paint);
}

// --- keys ------------------------------------------------------------------------------------

// The terminal's answers are ours; everything else goes on.
static void accept_keys(Screen *screen, size_t from)
{
	for (size_t i = from; i < screen->queue.len;) {
		const Key *key = vec_at(&screen->queue, i);
		if (key->code != KEY_REPORT) {
			i++;
			continue;
		}
		if (screen->probe == PROBE_SENT) {
			screen->mode = key->col > 1 ? CANVAS_ASCII : CANVAS_UTF8;
			screen->probe = PROBE_DONE;
		}
		vec_remove(&screen->queue, i, 1);
	}
}

// An instant answer of nothing is the end of the line, as are an error and a hang-up.
static void read_all(Screen *screen, Buf *bytes)
{
	char chunk[READ_SIZE];
	struct pollfd poll_in = { .fd = STDIN_FILENO, .events = POLLIN };
	while (bytes->len < DRAIN_MAX && !screen->ended) {
		if (poll(&poll_in, 1, 0) <= 0 || !poll_in.revents)
			break;
		ssize_t n = read(STDIN_FILENO, chunk, sizeof(chunk));
		if (n > 0)
			buf_add(bytes, chunk, (size_t)n);
		else if (n == 0 || (errno != EINTR && errno != EAGAIN))
			screen->ended = true;
	}
}

static void drain(Screen *screen)
{
	size_t from = screen->queue.len;
	Buf bytes = BUF_INIT;
	read_all(screen, &bytes);
	if (bytes.len) {
		input_feed(screen->input, bytes.bytes, bytes.len, &screen->queue);
		screen->input_at = monotonic_ms();
	}
	buf_release(&bytes);
	accept_keys(screen, from);
}

static void take_signals(Screen *screen)
{
	int rows = screen->rows, cols = screen->cols;
	if (signals_end_wanted())
		screen->ended = true;
	if (!signals_take_resize())
		return;
	read_size(screen);
	if (rows != screen->rows || cols != screen->cols)
		paint_resize(screen->paint, screen->rows, screen->cols);
	else
		paint_forget(screen->paint);
	*(Key *)vec_push(&screen->queue) =
		(Key){ .code = KEY_RESIZE, .row = screen->rows, .col = screen->cols };
}

// Until there is input, a signal or the time is over: a time in ms (monotonic), -1 for never.
static void wait_input(int64_t until)
{
	sigset_t before;
	struct pollfd poll_in = { .fd = STDIN_FILENO, .events = POLLIN };
	int64_t left = until < 0 ? 0 : until - monotonic_ms();
	struct timespec timeout = { 0 };
	if (left > 0)
		timeout = (struct timespec){ .tv_sec = left / 1000,
			.tv_nsec = left % 1000 * 1000000 };
	signals_hold(&before);
	if (!signals_end_wanted() && !signals_resize_due())
		ppoll(&poll_in, 1, until < 0 ? NULL : &timeout, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static int64_t earlier(int64_t a, int64_t b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

// One turn: what is there, or else what a wait until then brings.
static void turn(Screen *screen, int64_t until)
{
	int patience = input_patience(screen->input);
	int64_t quiet_at = patience < 0 ? -1 : screen->input_at + patience;
	wait_input(earlier(until, quiet_at));
	take_signals(screen);
	size_t before = screen->queue.len;
	drain(screen);
	if (quiet_at >= 0 && screen->queue.len == before &&
		monotonic_ms() >= screen->input_at + patience) {
		input_quiet(screen->input, &screen->queue);
		accept_keys(screen, before);
	}
}

CanvasMode screen_mode(Screen *screen)
{
	int64_t until = screen->opened_at + PROBE_MS;
	drain(screen);
	while (screen->probe == PROBE_SENT && !screen->ended && monotonic_ms() < until)
		turn(screen, until);
	screen->probe = PROBE_DONE;
	return screen->mode;
}

static void send_mark(Screen *screen)
{
	char mark[40];
	if (!screen->test_sync || !screen->mark_due)
		return;
	screen->mark_due = false;
	send(mark, (size_t)snprintf(mark, sizeof(mark), "\033]777;%lu\a", screen->keys_given));
}

static bool give_keys(Screen *screen, Vec *keys)
{
	if (screen->ended)
		*(Key *)vec_push(&screen->queue) = (Key){ .code = KEY_EOF };
	size_t n = screen->queue.len;
	vec_insert(keys, keys->len, screen->queue.items, n);
	vec_clear(&screen->queue);
	screen->keys_given += n;
	screen->mark_due |= n > 0;
	return n > 0;
}

bool screen_keys(Screen *screen, int timeout_ms, Vec *keys)
{
	int64_t until = timeout_ms < 0 ? -1 : monotonic_ms() + timeout_ms;
	if (!screen->queue.len)
		input_forget(screen->input);
	take_signals(screen);
	drain(screen);
	if (!screen->queue.len && !screen->ended)
		send_mark(screen);
	while (!screen->queue.len && !screen->ended) {
		turn(screen, until);
		if (until >= 0 && monotonic_ms() >= until)
			break;
	}
	return give_keys(screen, keys);
}

const char *screen_paste(const Screen *screen, Key key)
{
	return input_paste(screen->input, key);
}
