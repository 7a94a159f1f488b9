// SPDX-License-Identifier: MIT
// A settings, region, directive or demo file as a tree of nodes, read by tables: each group has one
// table of its keys, which checks names and types and fills a struct. libconfig stays behind it.
//
//	static const ConfigKey keys[] = {
//		{ .name = "code", .type = CFG_CODE, .offset = offsetof(Thing, code) },
//		{ .name = "note", .type = CFG_LINE, .offset = offsetof(Thing, note),
//			.need = CFG_OPTIONAL },
//		{ .type = CFG_END },
//	};
//	Thing thing = { .note = "" };
//	if (!config_node_read(node, keys, arena, &thing, err)) …
//
// All errors are ERR_DATA, "path:line: what was found, what was expected", with a hint.
#ifndef CONFIG_NODE_H
#define CONFIG_NODE_H

#include "base/arena.h"
#include "base/err.h"
#include "config/file.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ConfigFile ConfigFile;

// A value, not owned: it dies with its file. A node without setting is an absent optional one: it
// has no children.
typedef struct {
	const ConfigFile *file;
	const void *setting;
} ConfigNode;

// Opens and parses. Refused besides what config_file_text() refuses: @include, numbers other than
// whole ones of at most 9 digits, escapes other than \" \\ \n \t, more than 16 levels, wrong
// syntax. *out is set only on success and freed with config_file_free() (NULL allowed).
bool config_file_open(const char *path, ConfigFile **out, Err *err) WARN_UNUSED;
void config_file_free(ConfigFile *file);
const char *config_file_path(const ConfigFile *file);
ConfigNode config_file_root(const ConfigFile *file);

int config_node_line(ConfigNode node);
size_t config_node_count(ConfigNode node); // items of a list, keys of a group; else 0
ConfigNode config_node_at(ConfigNode node, size_t index);

// Puts "path:line: " of the node before the message; returns false. A hint may follow.
bool config_node_error(ConfigNode node, Err *err, const char *fmt, ...) PRINTF_LIKE(3, 4);

// What stands in the file, for values that no table describes. A string is valid UTF-8 but not yet
// cleaned; each of the three is asked only of a node of its kind.
typedef enum {
	CONFIG_KIND_STRING,
	CONFIG_KIND_INT,
	CONFIG_KIND_BOOL,
	CONFIG_KIND_GROUP,
	CONFIG_KIND_LIST, // ( … ) and [ … ]
	CONFIG_KIND_OTHER,
} ConfigKind;

ConfigKind config_node_kind(ConfigNode node);
const char *config_node_name(ConfigNode node); // "" for an item of a list
const char *config_node_string(ConfigNode node);
int config_node_int(ConfigNode node);
bool config_node_bool(ConfigNode node);

// What a key holds, and the C type of the field at its offset. All text is cleaned (NFC, no
// control bytes) and lives in the arena; required text is not empty.
typedef enum {
	CFG_END,    // ends a table
	CFG_LINE,   // const char *: one line
	CFG_TEXT,   // const char *: may hold line feeds
	CFG_CODE,   // const char *: [a-z0-9-]{1,40}
	CFG_KEY,    // const char *: a directive's own code, [A-Za-z0-9./-]{1,40}
	CFG_DATE,   // const char *: a day that exists, YYYY-MM-DD
	CFG_INT,    // int
	CFG_BOOL,   // bool
	CFG_WORD,   // int: the index among the key's words
	CFG_LINES,  // ConfigTexts: a list or an array of lines, none of them empty
	CFG_CODES,  // ConfigTexts: the same of codes, none of them twice
	CFG_GROUP,  // ConfigNode: { … }
	CFG_GROUPS, // ConfigNode: a list ( { … }, { … } )
} ConfigType;

typedef enum { CFG_REQUIRED, CFG_OPTIONAL } ConfigNeed;

typedef struct {
	const char *name;
	ConfigType type;
	ConfigNeed need;
	size_t offset;            // of the field in the struct that is filled
	const char *const *words; // CFG_WORD: what is allowed, ended by NULL
} ConfigKey;

// Fills *out from a group. An unknown key, a missing required one and a wrong type are refused. The
// field of an absent optional key stays as it was.
bool config_node_read(
	ConfigNode group, const ConfigKey *keys, Arena *arena, void *out, Err *err) WARN_UNUSED;

// The node of one of the group's keys, for an error about its value or a value of one's own type;
// without setting where it is absent.
ConfigNode config_node_key(ConfigNode group, const char *name);

#endif
