// SPDX-License-Identifier: MIT
// Any bytes as a signature of ssh-keygen's: read or refused with a reason, and never one of a text that
// nobody signed. Once as they are, once as what stands between the lines of the armour.
#include "core/sshsig.h"

#include "base/buf.h"

#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] = "Nobody has signed this.\n";

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check(const char *bytes, size_t n)
{
	Arena arena = ARENA_INIT;
	Sshsig signature;
	Err err = ERR_INIT;
	bool ok = sshsig_read(bytes, n, &arena, &signature, &err);
	demand(ok == (err.kind == ERR_NONE));
	demand(ok || (*err.message && *err.hint));
	if (ok) {
		demand(strncmp(signature.key_line, "ssh-ed25519 ", 12) == 0 ||
			strncmp(signature.key_line, "sk-ssh-ed25519@openssh.com ", 27) == 0);
		demand(!sshsig_verify(&signature, "x", text, sizeof(text) - 1, &err));
		demand(*err.message && *err.hint);
	}
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Buf armour = BUF_INIT;
	size_t room = sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_ORIGINAL);
	char *encoded = malloc(room);
	demand(encoded && sodium_init() >= 0);
	sodium_bin2base64(encoded, room, data, size, sodium_base64_VARIANT_ORIGINAL);
	buf_adds(&armour, "-----BEGIN SSH SIGNATURE-----\n");
	buf_adds(&armour, encoded);
	buf_adds(&armour, "\n-----END SSH SIGNATURE-----\n");
	check(size ? (const char *)data : "", size);
	check(armour.bytes, armour.len);
	buf_release(&armour);
	free(encoded);
	return 0;
}
