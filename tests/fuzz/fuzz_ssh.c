// SPDX-License-Identifier: MIT
// What comes from outside before anybody is known: a line that should be a public key, and the command
// that a client of SSH sends. A key that is taken is taken again as it was written; no line feed and no
// option is ever part of it.
#include "cli/split.h"
#include "core/ssh_key.h"

#include "base/arena.h"

#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_key(const char *line, Arena *arena)
{
	SshKey key, again;
	Err err = ERR_INIT;
	bool ok = ssh_key_read(line, arena, &key, &err);
	demand(ok == (err.kind == ERR_NONE) && (ok || *err.message));
	if (!ok)
		return;
	demand(!strpbrk(key.type, " \t\r\n\",") && !strpbrk(key.base64, " \t\r\n\",") &&
		!strpbrk(key.comment, "\r\n"));
	demand(ssh_key_read(arena_printf(arena, "%s %s", key.type, key.base64), arena, &again, &err));
	demand(strcmp(again.base64, key.base64) == 0 && strcmp(again.fingerprint, key.fingerprint) == 0);
}

static void check_command(const char *line, Arena *arena)
{
	char **words;
	int n = 0;
	Err err = ERR_INIT;
	bool ok = split_line(line, arena, &words, &n, &err);
	demand(ok == (err.kind == ERR_NONE) && (ok || *err.message));
	if (!ok)
		return;
	demand(n >= 0 && n <= SPLIT_WORDS_MAX && !words[n]);
	for (int i = 0; i < n; i++)
		demand(words[i] && strlen(words[i]) <= strlen(line));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena = ARENA_INIT;
	demand(sodium_init() >= 0);
	const char *line = arena_strndup(&arena, size ? (const char *)data : "", size);
	check_key(line, &arena);
	check_command(line, &arena);
	arena_release(&arena);
	return 0;
}
