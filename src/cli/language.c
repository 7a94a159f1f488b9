// SPDX-License-Identifier: MIT
#include "cli/language.h"

#include "base/tr.h"

#include <stdlib.h>

// Whoever needs the settings reads them again and tells what is wrong with them.
static const char *from_settings(Cli *cli)
{
	Err ignored = ERR_INIT;
	return cli_settings(cli, &ignored) ? cli->settings.lang : settings_default().lang;
}

bool language_settle(Cli *cli, Err *err)
{
	const char *environment = getenv("DIEUPHOI_LANG");
	bool named = environment && *environment && !*cli->global.lang;
	const char *name = named ? environment : cli->global.lang;
	TrLanguage language;
	if (!tr_language_named(*name ? name : from_settings(cli), &language, err))
		return named ? err_prefix(err, "DIEUPHOI_LANG: ") : false;
	tr_set_language(language);
	return true;
}

void language_begin(Cli *cli)
{
	Err ignored = ERR_INIT;
	bool settled = language_settle(cli, &ignored);
	(void)settled; // said once the options are read
}
