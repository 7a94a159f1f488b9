// SPDX-License-Identifier: MIT
// Tasks at their places, a line each, for people.
#ifndef CLI_LEAF_TABLE_H
#define CLI_LEAF_TABLE_H

#include "cli/cli.h"
#include "core/task.h"

void leaf_table_print(Cli *cli, const Leaf *leaves, size_t n);

#endif
