// SPDX-License-Identifier: MIT
#include "config/alias_file.h"

#include "config/node.h"

static const ConfigKey entry_keys[] = {
	{ .name = "name", .type = CFG_LINE, .offset = offsetof(AliasEntry, name) },
	{ .name = "spellings", .type = CFG_LINES, .offset = offsetof(AliasEntry, spellings) },
	{ .type = CFG_END },
};

typedef struct {
	ConfigNode places;
} Root;

static const ConfigKey root_keys[] = {
	{ .name = "places", .type = CFG_GROUPS, .offset = offsetof(Root, places) },
	{ .type = CFG_END },
};

static bool read_entries(ConfigNode places, Arena *arena, AliasFile *out, Err *err)
{
	size_t n = config_node_count(places);
	AliasEntry *entries = arena_array(arena, n, sizeof(*entries));
	for (size_t i = 0; i < n; i++)
		if (!config_node_read(
			    config_node_at(places, i), entry_keys, arena, &entries[i], err))
			return false;
	*out = (AliasFile){ entries, n };
	return true;
}

bool alias_file_read(const char *path, Arena *arena, AliasFile *out, Err *err)
{
	ConfigFile *file = NULL;
	Root root;
	if (!config_file_open(path, &file, err))
		return false;
	bool ok = config_node_read(config_file_root(file), root_keys, arena, &root, err) &&
		  read_entries(root.places, arena, out, err);
	config_file_free(file);
	return ok;
}
