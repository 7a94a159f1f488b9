// SPDX-License-Identifier: MIT
// What the commands about assignments share: how a target is named.
#ifndef CLI_ASSIGN_PARTS_H
#define CLI_ASSIGN_PARTS_H

#include "cli/cli.h"
#include "core/person.h"

// Codes of a region or district, or a member as people name him; "" where not given.
typedef struct {
	const char *region, *district, *member;
} AssignTarget;

// ERR_INVALID unless exactly one is given.
bool assign_check_target(const AssignTarget *given, Err *err) WARN_UNUSED;
// Sets what is given of the three ids in out; *name is what the one given is called, "" for none.
bool assign_find_target(Cli *cli, const AssignTarget *given, Assignment *out, const char **name,
	Err *err) WARN_UNUSED;
// The last word of a line of `assign list` and `assign handover`: "từ 07/10/2021 đến 14/12/2021".
const char *assign_days(const Assignment *assignment, Arena *arena);

#endif
