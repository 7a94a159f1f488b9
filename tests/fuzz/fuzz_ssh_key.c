// SPDX-License-Identifier: MIT
// Any bytes are a public key or not. What is one is written anew as one line without options, reads
// back the same, and its comment holds no control character.
#include "core/ssh_key.h"

#include "text/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool ok)
{
	if (!ok)
		abort();
}

static void check(const SshKey *key, Arena *arena)
{
	SshKey again;
	Err err = ERR_INIT;
	const char *line = arena_printf(arena, "%s %s %s", key->type, key->base64, key->comment);
	for (const char *c = line; *c; c++)
		need((unsigned char)*c >= ' ' && *c != 0x7F);
	need(utf8_valid(line, strlen(line)));
	need(!strchr(key->base64, ' ') && !strchr(key->base64, '"') && !strchr(key->type, ' '));
	need(ssh_key_read(line, arena, &again, &err));
	need(strcmp(again.base64, key->base64) == 0 && strcmp(again.type, key->type) == 0 &&
		strcmp(again.comment, key->comment) == 0 &&
		strcmp(again.fingerprint, key->fingerprint) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	SshKey key;
	if (ssh_key_read(arena_strndup(&arena, (const char *)data, size), &arena, &key, &err))
		check(&key, &arena);
	else
		need(err.kind == ERR_INVALID && *err.message);
	arena_release(&arena);
	return 0;
}
