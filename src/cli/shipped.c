// SPDX-License-Identifier: MIT
#include "cli/shipped.h"

#include "cli/convert.h"
#include "cli/paths.h"

#include <unistd.h>

bool directives_read(const char *dir, Arena *arena, DirectiveSet *out, Err *err)
{
	ConfigTexts paths;
	if (!config_dir_list(dir, ".cfg", arena, &paths, err))
		return false;
	DirectiveFile *files = arena_array(arena, paths.n, sizeof(*files));
	for (size_t i = 0; i < paths.n; i++)
		if (!directive_file_read(paths.items[i], arena, &files[i], err))
			return false;
	*out = (DirectiveSet){ files, paths.n };
	return true;
}

bool regions_store(Core *core, const RegionSet *set, Arena *arena, Err *err)
{
	Vec steps;
	vec_init(&steps, sizeof(StructureStep));
	WantedStructure wanted = structure_of_regions(set, arena);
	bool ok = structure_apply(core, &wanted, arena, &steps, err);
	vec_release(&steps);
	return ok;
}

bool directives_store(Core *core, const DirectiveSet *set, Arena *arena, Err *err)
{
	int64_t id;
	for (size_t i = 0; i < set->n; i++) {
		NewDirective wanted = directive_of_file(&set->files[i], arena);
		if (!directive_add(core, &wanted, &id, err))
			return false;
	}
	return true;
}

bool database_create(Cli *cli, const char *path, CoreKind kind, int office, Err *err)
{
	CoreRules rules = rules_of_settings(&cli->settings);
	return path_make_directory(path_directory(path, &cli->arena), err) &&
	       core_create(path, kind, office, &rules, cli->clock, &cli->core, err) &&
	       core_act_as_founder(cli->core, err);
}

void database_abandon(Cli *cli, const char *path)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };
	if (!cli->core)
		return; // never made, or made by somebody else
	core_close(cli->core);
	cli->core = NULL;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		unlink(arena_printf(&cli->arena, "%s%s", path, suffixes[i]));
}
