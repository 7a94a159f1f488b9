// SPDX-License-Identifier: MIT
// The demo: an invented province in a database of its own, whose story is played up to a day.
#ifndef CLI_DEMO_H
#define CLI_DEMO_H

#include "cli/cli.h"

typedef struct {
	const char *today; // as typed; "" is not given
	bool reset;        // make it anew
} DemoOptions;

// Makes the demo database where there is none, moves an existing one forward to a later day, or
// makes it anew. What was done is told in cli->out. ERR_DENIED where the database is a real one,
// ERR_INVALID for a day before the one that it stands at.
bool demo_fill(Cli *cli, const DemoOptions *options, Err *err) WARN_UNUSED;

#endif
