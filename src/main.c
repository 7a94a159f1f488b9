// SPDX-License-Identifier: MIT
// Makes the process safe to hold the province's data, then chooses: full screen, or a command.
#include "cli/cli.h"
#include "guard/guard.h"
#include "tui/tui.h"

#include <locale.h>
#include <string.h>

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
	guard_start();
	guard_environment(GUARD_OWN);
	setlocale(LC_CTYPE, "C.UTF-8");
	if (argc < 1)
		return 2; // started without even a name
	return cli_main(argc, argv, open_screen);
}
