// SPDX-License-Identifier: MIT
// Makes the process safe to hold the province's data, then chooses: full screen, or a command.
#include "cli/cli.h"
#include "tui/tui.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

// A database opened as descriptor 1 would get every message written into it.
static void open_standard_streams(void)
{
	int fd;
	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

static void make_safe(void)
{
	const struct rlimit none = { 0, 0 };
	umask(077);
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	signal(SIGPIPE, SIG_IGN);
	setlocale(LC_CTYPE, "C.UTF-8");
	open_standard_streams();
	close_range(STDERR_FILENO + 1, ~0U, 0);
}

// The settings were checked when they were read.
static TuiComposer composer_named(const char *name)
{
	static const char *const names[] = { [TUI_COMPOSER_OFF] = "off",
		[TUI_COMPOSER_TELEX] = "telex",
		[TUI_COMPOSER_VNI] = "vni" };
	for (int i = TUI_COMPOSER_OFF; i <= TUI_COMPOSER_VNI; i++)
		if (strcmp(name, names[i]) == 0)
			return (TuiComposer)i;
	return TUI_COMPOSER_AUTO;
}

static bool open_screen(Core *core, const Settings *settings, Err *err)
{
	const TuiOptions options = {
		.mouse = settings->mouse ? TUI_MOUSE_ON : TUI_MOUSE_OFF,
		.external_editor = settings->external_editor,
		.composer = composer_named(settings->composer),
		.tone_style =
			strcmp(settings->tone_style, "new") == 0 ? TONE_STYLE_NEW : TONE_STYLE_OLD,
	};
	return tui_run(core, &options, err);
}

int main(int argc, char **argv)
{
	make_safe();
	if (argc < 1)
		return 2; // started without even a name
	return cli_main(argc, argv, open_screen);
}
