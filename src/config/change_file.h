// SPDX-License-Identifier: MIT
// Files of dated changes to the structure, beside the region files. Each change has its first day and
// one verb:
//
//	changes = (
//		{ on = "2025-07-01"; level = "xã, phường, đặc khu"; },
//		{ on = "2025-07-01"; rename = "kien-hai"; name = "Kiên Hải"; kind = "đặc khu"; },
//		{ on = "2025-07-01"; split = "phu-quoc"; document = "…"; into = (
//			{ code = "phu-quoc-2025"; name = "Phú Quốc"; kind = "đặc khu"; order = 14; },
//			{ code = "tho-chau"; name = "Thổ Châu"; kind = "đặc khu"; order = 16; } ); },
//		{ on = "2025-07-01"; merge = ( "a", "b" ); into = ( { code = "c"; … } ); },
//		{ on = "2025-07-01"; replace = ( "a", "b" ); into = ( { code = "c"; … }, … ); },
//		{ on = "2025-07-01"; close = "d"; },
//		{ on = "2025-07-01"; move = "go-quao"; region = "umt"; }
//	);
//
// The bodies have a list of their own, and their own codes; what is new needs a name, and may have a
// short one:
//
//	body_changes = (
//		{ on = "2025-07-01"; rename = "a"; name = "…"; short = "…"; },
//		{ on = "2025-07-01"; merge = ( "b", "c" ); into = ( { code = "d"; name = "…"; short = "…"; } ); },
//		{ on = "2025-07-01"; close = "e"; }
//	);
//
// In into, a code alone is a district that is there already and takes on what others leave; a new one
// needs name, kind and order, and lies in the region of whom it follows unless region says otherwise.
#ifndef CONFIG_CHANGE_FILE_H
#define CONFIG_CHANGE_FILE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/vec.h"
#include "config/file.h"
#include "config/node.h"

typedef enum {
	CHANGE_RENAME,
	CHANGE_SPLIT,   // one into several
	CHANGE_MERGE,   // several into one
	CHANGE_REPLACE, // any number into any number
	CHANGE_CLOSE,   // without successor
	CHANGE_MOVE,
	CHANGE_LEVEL,
} ChangeVerb;

typedef enum { CHANGE_PLACES, CHANGE_BODIES } ChangeSubject;

// Text is "" and order 0 where absent. kind of a body: its short name.
typedef struct {
	const char *code, *name, *kind, *region;
	int order;
} ChangeHeir;

typedef struct {
	ChangeVerb verb;
	ChangeSubject subject;
	const char *on;       // YYYY-MM-DD, the first day of what is new
	const char *document; // that decided it
	ConfigTexts codes;    // whom the verb is about; none for a level
	const char *name, *kind, *region;
	const char *level;
	const ChangeHeir *into;
	size_t into_n;
	const char *path;
	int line;
} RegionChange;

// Whether a file of the directory is one of changes rather than a region's.
bool change_file_is(ConfigNode root);
// Appends its RegionChange to out; everything lives in the arena.
bool change_file_read(ConfigNode root, const char *path, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

#endif
