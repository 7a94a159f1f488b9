// SPDX-License-Identifier: MIT
// From what files say (config) to what core takes: neither room knows the other.
#ifndef CLI_CONVERT_H
#define CLI_CONVERT_H

#include "base/arena.h"
#include "config/alias_file.h"
#include "config/directive_file.h"
#include "config/region_file.h"
#include "config/settings.h"
#include "core/core.h"
#include "core/directive.h"
#include "core/structure.h"

// Texts are shared with the source; arrays live in the arena.
CoreRules rules_of_settings(const Settings *settings);
WantedStructure structure_of_regions(const RegionSet *set, Arena *arena);
NewDirective directive_of_file(const DirectiveFile *file, Arena *arena);
const SearchAlias *aliases_of_file(const AliasFile *file, Arena *arena); // file->n of them

#endif
