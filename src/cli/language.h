// SPDX-License-Identifier: MIT
// The language that things are said in: --lang, else DIEUPHOI_LANG, else the setting.
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include "cli/cli.h"

// Before the options are read, so that a mistake in them is told in it. A mistake here is left to
// language_settle().
void language_begin(Cli *cli);

// Once the options are read, as many as are known by then.
bool language_settle(Cli *cli, Err *err) WARN_UNUSED;

#endif
