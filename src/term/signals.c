// SPDX-License-Identifier: MIT
#include "term/signals.h"

#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t resized, end_wanted, terminal_changed;

// Written only while terminal_changed is 0, so that a handler finds it whole.
static struct termios saved_modes;
static char saved_restore[256];
static size_t saved_restore_len;

void signals_remember_terminal(const char *restore, size_t n)
{
	bool known = terminal_changed;
	terminal_changed = 0;
	if (!known)
		tcgetattr(STDIN_FILENO, &saved_modes);
	saved_restore_len = n < sizeof(saved_restore) ? n : 0;
	memcpy(saved_restore, restore, saved_restore_len);
	terminal_changed = 1;
}

void signals_forget_terminal(void)
{
	terminal_changed = 0;
}

void signals_restore_terminal(void)
{
	if (!terminal_changed)
		return;
	terminal_changed = 0;
	ssize_t ignored = write(STDOUT_FILENO, saved_restore, saved_restore_len);
	(void)ignored;
	tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
}

static void on_resize(int number)
{
	(void)number;
	resized = 1;
}

static void on_end(int number)
{
	if (end_wanted) {
		signals_restore_terminal();
		_exit(128 + number);
	}
	end_wanted = 1;
}

// Runs once (SA_RESETHAND): the signal raised again has its ordinary effect.
static void on_fatal(int number)
{
	signals_restore_terminal();
	raise(number);
}

static const struct {
	int number;
	void (*handler)(int);
	int flags;
} table[] = {
	{ SIGWINCH, on_resize, SA_RESTART },
	{ SIGHUP, on_end, SA_RESTART },
	{ SIGTERM, on_end, SA_RESTART },
	{ SIGINT, on_end, SA_RESTART },
	{ SIGQUIT, on_end, SA_RESTART },
	{ SIGTSTP, SIG_IGN, 0 },
	{ SIGSEGV, on_fatal, (int)SA_RESETHAND | SA_NODEFER },
	{ SIGBUS, on_fatal, (int)SA_RESETHAND | SA_NODEFER },
	{ SIGFPE, on_fatal, (int)SA_RESETHAND | SA_NODEFER },
	{ SIGILL, on_fatal, (int)SA_RESETHAND | SA_NODEFER },
	{ SIGABRT, on_fatal, (int)SA_RESETHAND | SA_NODEFER },
};
enum { TABLE = sizeof(table) / sizeof(table[0]) };

// A sanitizer's handlers for fatal signals are left alone: they know more.
static bool is_free(int number)
{
	struct sigaction now;
	return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_DFL;
}

// curses ends the process itself where it finds no memory: exit(), in its own words.
static void restore_at_exit(void)
{
	static bool asked;
	if (!asked)
		asked = atexit(signals_restore_terminal) == 0;
}

void signals_install(void)
{
	restore_at_exit();
	resized = 0;
	end_wanted = 0;
	for (size_t i = 0; i < TABLE; i++) {
		struct sigaction action = { .sa_handler = table[i].handler,
			.sa_flags = table[i].flags };
		sigemptyset(&action.sa_mask);
		if (table[i].handler != on_fatal || is_free(table[i].number))
			sigaction(table[i].number, &action, NULL);
	}
}

void signals_remove(void)
{
	for (size_t i = 0; i < TABLE; i++) {
		struct sigaction now;
		if (sigaction(table[i].number, NULL, &now) == 0 &&
			now.sa_handler == table[i].handler)
			signal(table[i].number, SIG_DFL);
	}
}

static void handle_keyboard(void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGQUIT, &action, NULL);
}

void signals_lend_keyboard(void)
{
	handle_keyboard(SIG_IGN);
}

void signals_take_keyboard(void)
{
	handle_keyboard(on_end);
}

bool signals_resize_due(void)
{
	return resized;
}

bool signals_take_resize(void)
{
	bool was = resized;
	resized = 0;
	return was;
}

bool signals_end_wanted(void)
{
	return end_wanted;
}

void signals_hold(sigset_t *before)
{
	sigset_t ours;
	sigemptyset(&ours);
	for (size_t i = 0; i < TABLE; i++)
		if (table[i].handler == on_resize || table[i].handler == on_end)
			sigaddset(&ours, table[i].number);
	sigprocmask(SIG_BLOCK, &ours, before);
}
