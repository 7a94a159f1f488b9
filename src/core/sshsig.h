// SPDX-License-Identifier: MIT
// SSHSIG: a signature that `ssh-keygen -Y sign` made, read and verified with libsodium alone. Source:
// OpenSSH's PROTOCOL.sshsig, and PROTOCOL.u2f for keys in a token.
//
// Keys: ssh-ed25519 and sk-ssh-ed25519@openssh.com (a token that was touched). Hashes: SHA-256, SHA-512.
#ifndef CORE_SSHSIG_H
#define CORE_SSHSIG_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SSHSIG_KEY = 32, SSHSIG_SECRET = 64, SSHSIG_SIGNATURE = 64, SSHSIG_ARMOUR_MAX = 8192 };

// Bytes as on the wire.
typedef struct {
	const unsigned char *bytes;
	size_t n;
} SshBytes;

// Everything points into the arena.
typedef struct {
	const char *key_line; // "ssh-ed25519 AAAA…": what an authorized_keys file says of the key
	SshBytes space;       // the namespace, as signed
	SshBytes hash_name;   // sha256 or sha512
	SshBytes application; // of a token's key; n 0: not a token
	unsigned char key[SSHSIG_KEY], signature[SSHSIG_SIGNATURE];
	unsigned char flags;  // of a token: 1 it was touched
	uint32_t counter;     // of a token
} Sshsig;

// The lines from BEGIN to END SSH SIGNATURE, nothing but blanks around them. ERR_INVALID says what it
// is instead.
bool sshsig_read(const char *armour, size_t n, Arena *arena, Sshsig *out, Err *err) WARN_UNUSED;

// Whether it signs these bytes for this use. ERR_INVALID says which of the two it is not.
bool sshsig_verify(const Sshsig *signature, const char *space, const char *text, size_t n,
	Err *err) WARN_UNUSED;

// A key of no person's: made, used for the demo's story and forgotten. A person's own never comes to this
// machine.
typedef struct {
	unsigned char secret[SSHSIG_SECRET];
	const char *line; // its public part, "ssh-ed25519 AAAA…"
} SshsigKey;

void sshsig_key_make(Arena *arena, SshsigKey *out);
void sshsig_key_forget(SshsigKey *key);
// What `ssh-keygen -Y sign -n SPACE` would print.
const char *sshsig_sign(const SshsigKey *key, const char *space, const char *text, size_t n, Arena *arena);

#endif
