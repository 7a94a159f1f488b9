// SPDX-License-Identifier: MIT
// Other spellings of places' names, for search:
//
//	places = ( { name = "Giồng Riềng"; spellings = [ "Giồng Giềng", "Dồng Riềng" ]; } );
#ifndef CONFIG_ALIAS_FILE_H
#define CONFIG_ALIAS_FILE_H

#include "config/file.h"

typedef struct {
	const char *name;
	ConfigTexts spellings;
} AliasEntry;

typedef struct {
	const AliasEntry *entries;
	size_t n;
} AliasFile;

// Everything lives in the arena. ERR_NOT_FOUND where there is no such file, ERR_DATA with path and
// line.
bool alias_file_read(const char *path, Arena *arena, AliasFile *out, Err *err) WARN_UNUSED;

#endif
