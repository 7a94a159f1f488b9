// SPDX-License-Identifier: MIT
// The terminal that one sits at.
#include "cli/doctor_parts.h"

#include "base/tr.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ROWS_MIN = 10, COLS_MIN = 40 };

static const char *terminal_name(void)
{
	const char *name = getenv("TERM");
	return name ? name : "";
}

static Finding check_locale(Doctor *doctor)
{
	(void)doctor;
	if (setlocale(LC_CTYPE, "C.UTF-8"))
		return doctor_good("C.UTF-8");
	return (Finding){ DOCTOR_BAD, tr("hệ thống thiếu locale C.UTF-8"), "apt-get install libc-bin" };
}

static Finding check_terminal(Doctor *doctor)
{
	struct winsize size = { 0 };
	const char *name = terminal_name();
	Arena *arena = &doctor->cli->arena;
	if (!isatty(STDIN_FILENO))
		return (Finding){ DOCTOR_UNKNOWN, tr("lệnh này không chạy ở thiết bị cuối"), "" };
	if (!*name || strcmp(name, "dumb") == 0)
		return (Finding){ DOCTOR_BAD, tr("TERM không nói loại thiết bị"),
			tr("thử lại với TERM=xterm-256color hoặc TERM=linux") };
	if (strncmp(name, "vt100", 5) == 0)
		return (Finding){ DOCTOR_NOTE, tr("vt100 không có chữ Việt"),
			tr("Đặt TERM=xterm-256color rồi vào lại.") };
	if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row &&
		(size.ws_row < ROWS_MIN || size.ws_col < COLS_MIN))
		return (Finding){ DOCTOR_NOTE,
			arena_printf(arena, tr("cửa sổ %d×%d quá nhỏ"), size.ws_col, size.ws_row),
			tr("Mở rộng cửa sổ: ít nhất 40×10, vừa là 80×24.") };
	return doctor_good(arena_printf(arena, "%s, %d×%d", name, size.ws_col, size.ws_row));
}

static bool console_has_vietnamese(void)
{
	char line[256];
	bool found = false;
	FILE *file = fopen("/etc/default/console-setup", "re");
	while (file && fgets(line, sizeof(line), file))
		found |= strncmp(line, "CODESET=", 8) == 0 && strstr(line, "Vietnamese");
	if (file)
		fclose(file);
	return found;
}

// Elsewhere than at the console the font is the other machine's.
static Finding check_font(Doctor *doctor)
{
	(void)doctor;
	if (strcmp(terminal_name(), "linux") == 0 && !console_has_vietnamese())
		return (Finding){ DOCTOR_NOTE, tr("console không có phông chữ Việt"),
			tr("Chạy “dpkg-reconfigure console-setup”: UTF-8, bộ chữ Vietnamese, phông Fixed.") };
	return doctor_good(tr("do cửa sổ của người dùng chọn: Consolas, Cascadia Mono, DejaVu Sans Mono"));
}

const DoctorCheck doctor_terminal[] = {
	{ "locale", N_("Locale"), check_locale },
	{ "terminal", N_("Thiết bị cuối"), check_terminal },
	{ "font", N_("Phông chữ"), check_font },
	{ 0 },
};
