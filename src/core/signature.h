// SPDX-License-Identifier: MIT
// Signatures of approved reviews: whoever approved one signs its canonical text with an SSH key of
// their own, away from this machine. That text holds the frozen review and the hash of the journal's
// entry that approved it, so that it speaks for the whole journal until then.
#ifndef CORE_SIGNATURE_H
#define CORE_SIGNATURE_H

#include "base/buf.h"
#include "base/vec.h"
#include "core/core.h"

#define SIGNATURE_SPACE "dieuphoi-review-v1"

typedef struct {
	int64_t id, person_id, at; // at: when it was handed in
	const char *login, *person;
	const char *key_line; // "ssh-ed25519 AAAA…"
	const char *armour;   // as ssh-keygen made it
	const char *text_digest;
	const char *fingerprint, *comment; // of that key, as its owner has it; "" where nobody has
} Signature;

// What is signed, the same whenever it is asked for. RIGHT_READ; ERR_INVALID unless approved.
bool signature_text(Core *core, int64_t review_id, Arena *arena, const char **text,
	Err *err) WARN_UNUSED;

// Takes a signature in. Only from who approved the review (ERR_DENIED), with a key that is theirs and
// in force today, over exactly that text and for this use; ERR_CONFLICT where they have signed.
bool signature_submit(Core *core, int64_t review_id, const char *armour, size_t n,
	Err *err) WARN_UNUSED;

// Whether the acting person can sign it: approved it, has not signed, and has a key for it in force
// today. false says why not: ERR_DENIED, ERR_CONFLICT, ERR_NOT_FOUND in that order.
bool signature_may_submit(Core *core, int64_t review_id, Err *err) WARN_UNUSED;

// Vec of Signature, oldest first.
bool signature_list(Core *core, int64_t review_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// Whether one that is stored still holds: text, key, and that the key was the person's when it was
// handed in.
bool signature_check(Core *core, int64_t review_id, const Signature *signature, Err *err) WARN_UNUSED;

// Everybody's keys with their validity, as `ssh-keygen -Y verify -f` reads them. Appends.
bool signature_allowed_signers(Core *core, Buf *out, Err *err) WARN_UNUSED;

#endif
