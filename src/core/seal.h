// SPDX-License-Identifier: MIT
// Sealed files: backups that only the holder of a secret key can read. Whoever makes them needs the
// public key alone. The form:
//
//	"dieuphoi-sealed-1\n"
//	a stream's key, sealed to the public key (crypto_box_seal: X25519, XSalsa20-Poly1305)
//	the stream's header, then chunks of at most 64 KB (crypto_secretstream: XChaCha20-Poly1305)
//
// The first chunk vouches for all that stands before it, the last one is marked as such: a file that is
// cut, continued, reordered or altered anywhere is refused.
#ifndef CORE_SEAL_H
#define CORE_SEAL_H

#include "base/err.h"

#include <stdbool.h>

enum { SEAL_KEY = 32 };

typedef struct {
	unsigned char public_key[SEAL_KEY], secret_key[SEAL_KEY];
} SealSecret;

// A new pair: the secret key into a new file, 0600, the public one into PATH.pub. Nothing that exists
// is overwritten (ERR_CONFLICT).
bool seal_keygen(const char *path, Err *err) WARN_UNUSED;
// A public key, or the path of a file that holds one.
bool seal_public_read(const char *typed, unsigned char out[SEAL_KEY], Err *err) WARN_UNUSED;
// A file that nobody else may read: ERR_DENIED otherwise.
bool seal_secret_read(const char *path, SealSecret *out, Err *err) WARN_UNUSED;

// Whether what stands at the beginning of the file says that it is sealed. The position is kept.
bool seal_is(int fd);

// Reads from to its end, writes to, and reads what it wrote again: it opens to the same bytes. Both
// are regular files at their beginning; `name` is what the error calls the result.
bool seal_close(int from, int to, const unsigned char public_key[SEAL_KEY], const char *name,
	Err *err) WARN_UNUSED;
// The reverse. Nothing may be trusted of what was written before it returns true. ERR_DENIED for
// another key's, ERR_DATA for what is not whole.
bool seal_open(int from, int to, const SealSecret *secret, const char *name, Err *err) WARN_UNUSED;

#endif
