// SPDX-License-Identifier: MIT
#include "guard/guard.h"

#include "base/arena.h"

#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// least: the least trust that is needed for it to stay.
static const struct {
	const char *name;
	GuardTrust least;
} kept[] = {
	{ "TERM", GUARD_SENT },
	{ "NO_COLOR", GUARD_SENT },
	{ "COLORTERM", GUARD_SENT },
	{ "SSH_ORIGINAL_COMMAND", GUARD_SENT },
	{ "SUDO_UID", GUARD_SENT },
	{ "HOME", GUARD_OWN },
	{ "ESCDELAY", GUARD_OWN },
	{ "TMUX", GUARD_OWN },
	{ "TERMINFO", GUARD_OWN },
	{ "TERMINFO_DIRS", GUARD_OWN },
	{ "XDG_DATA_HOME", GUARD_OWN },
	{ "XDG_CONFIG_HOME", GUARD_OWN },
	{ "XDG_STATE_HOME", GUARD_OWN },
	{ "XDG_RUNTIME_DIR", GUARD_OWN },
	{ "DIEUPHOI_DB", GUARD_OWN },
	{ "DIEUPHOI_DATA", GUARD_OWN },
	{ "DIEUPHOI_LANG", GUARD_OWN },
	{ "DIEUPHOI_TEST_SYNC", GUARD_OWN },
};

enum { KEPT = sizeof(kept) / sizeof(*kept) };

// terminfo makes a path of it.
static bool sound_terminal(const char *name)
{
	static const char good[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+._-";
	size_t n = strlen(name);
	return n && n < 64 && *name != '.' && strspn(name, good) == n;
}

static bool stays(size_t i, GuardTrust trust)
{
	const char *value = getenv(kept[i].name);
	if (!value || (trust == GUARD_SENT && kept[i].least == GUARD_OWN))
		return false;
	return strcmp(kept[i].name, "TERM") != 0 || sound_terminal(value);
}

void guard_environment(GuardTrust trust)
{
	Arena arena = ARENA_INIT;
	const char *values[KEPT] = { NULL };
	for (size_t i = 0; i < KEPT; i++)
		if (stays(i, trust))
			values[i] = arena_strdup(&arena, getenv(kept[i].name));
	clearenv();
	for (size_t i = 0; i < KEPT; i++)
		if (values[i])
			setenv(kept[i].name, values[i], 1);
	setenv("PATH", "/usr/bin:/bin", 1);
	const struct passwd *account = trust == GUARD_SENT ? getpwuid(geteuid()) : NULL;
	if (account)
		setenv("HOME", account->pw_dir, 1);
	arena_release(&arena);
}
