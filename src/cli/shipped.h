// SPDX-License-Identifier: MIT
// Loading region and directive files into the database, for the commands that do so.
#ifndef CLI_SHIPPED_H
#define CLI_SHIPPED_H

#include "cli/cli.h"
#include "config/directive_file.h"
#include "config/region_file.h"

// All *.cfg of a directory, read and checked; nothing is stored yet.
typedef struct {
	const DirectiveFile *files;
	size_t n;
} DirectiveSet;

bool directives_read(const char *dir, Arena *arena, DirectiveSet *out, Err *err) WARN_UNUSED;

// Stores them; the acting person needs the rights.
bool regions_store(Core *core, const RegionSet *set, Arena *arena, Err *err) WARN_UNUSED;
bool directives_store(Core *core, const DirectiveSet *set, Arena *arena, Err *err) WARN_UNUSED;

// A database that does not exist yet, its directory made, with the founder as actor. Taken away
// again by database_abandon().
bool database_create(Cli *cli, const char *path, CoreKind kind, int office, Err *err) WARN_UNUSED;
void database_abandon(Cli *cli, const char *path);

#endif
