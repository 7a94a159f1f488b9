// SPDX-License-Identifier: MIT
// SshKey: one public key as ssh-keygen writes it, "TYPE BASE64 [COMMENT]", taken apart to the last
// byte and put together anew, so that nothing but a key ever reaches the file of keys. Formats: RFC
// 4253 6.6 (RSA), RFC 5656 3.1 (ECDSA), RFC 8709 4 (Ed25519), OpenSSH's PROTOCOL.u2f (sk-…).
#ifndef CORE_SSH_KEY_H
#define CORE_SSH_KEY_H

#include "base/arena.h"

#include <stddef.h>

enum { SSH_KEY_LINE_MAX = 8192 }; // bytes; the longest RSA key allowed has 2,800

typedef struct {
	const char *type;        // one of those known
	const char *base64;      // encoded anew
	const char *comment;     // cleaned, may be ""
	const char *fingerprint; // "SHA256:…", as ssh-keygen -l prints it
} SshKey;

// ERR_INVALID says what the line is instead of a key: options, a private key, a certificate, a type
// that is too weak. One line feed at the end is allowed.
bool ssh_key_read(const char *line, Arena *arena, SshKey *out, Err *err) WARN_UNUSED;

#endif
