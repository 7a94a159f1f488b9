// SPDX-License-Identifier: MIT
// Guard: what the process may still do. Everything here takes power away and never gives any; it is
// done before anything of others is read.
#ifndef GUARD_GUARD_H
#define GUARD_GUARD_H

// First of all: umask 077, no core dumps, no other process looks into this one's memory, no new
// privileges, no inherited descriptors but the three standard ones, which are open.
void guard_start(void);

// Whose environment it is. GUARD_OWN: of who owns the data and may say where it is. GUARD_SENT: of
// somebody who comes over SSH or sudo; what is left says which terminal they have, what they sent and
// which account called sudo; the home is the account's.
typedef enum { GUARD_OWN, GUARD_SENT } GuardTrust;

// Empties the environment but for a short list. PATH is fixed.
void guard_environment(GuardTrust trust);

enum { GUARD_SPARES = 3 };

typedef struct {
	const char *directory; // read and written, with all below it
	const char *home;      // the same; NULL or "": nothing
	const char *spares[GUARD_SPARES]; // the same
	const char *program;   // may be run, with what is installed and temporary directories; the same
} GuardReach;

typedef enum {
	GUARD_CONFINED,
	GUARD_NO_KERNEL, // the kernel does not offer it
	GUARD_NOT_BUILT, // a build that writes reports of its own, for tests
} GuardConfined;

// From now on this process and its children open only what reach names and what a terminal needs
// (terminfo, locale), make no connection and signal nobody outside. For good. Best effort: what is
// open stays so.
GuardConfined guard_confine(const GuardReach *reach);

// Whether guard_confine() would work, and does: tried in a child.
GuardConfined guard_try_confine(void);

#endif
