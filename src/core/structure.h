// SPDX-License-Identifier: MIT
// Structure over time: bringing regions and districts in line with what their files say, and changing
// them and the bodies from a day on, as a plan that can be read before it is applied. What is the same stays
// untouched: applying twice changes nothing.
#ifndef CORE_STRUCTURE_H
#define CORE_STRUCTURE_H

#include "base/vec.h"
#include "core/core.h"

// Dates are YYYY-MM-DD, "" for open.
typedef struct {
	const char *code, *name, *kind, *from, *to;
	int order;
	bool main, partial;
	const char *note; // about the membership
	const char *at;   // "path:line", for refusals
} WantedDistrict;

typedef struct {
	const char *code, *name, *note, *from, *to;
	int order;
	const WantedDistrict *districts;
	size_t districts_n;
} WantedRegion;

// A district or body that follows. All but the code is absent ("" and 0) for one that is there already.
typedef struct {
	const char *code, *name;
	const char *kind;   // of a district; a body's short name, "": its name
	const char *region; // of a district: code; "": the main region of whom it follows
	int order;          // of a body 0: that of whom it follows
} WantedHeir;

// What the codes of a change stand for: places share one name space, bodies have their own.
typedef enum { STRUCTURE_PLACES, STRUCTURE_BODIES, STRUCTURE_SUBJECTS } StructureSubject;

typedef enum {
	STRUCTURE_RENAME,
	STRUCTURE_SUCCEED, // codes end and into follow; whoever stands in both goes on
	STRUCTURE_CLOSE,   // without successor
	STRUCTURE_MOVE,  // a district
	STRUCTURE_LEVEL, // the word for the level
} StructureVerb;

// A change from a day on. Nothing that is stored is rewritten by it: names, memberships and
// successions are added, last days are set.
typedef struct {
	StructureVerb verb;
	StructureSubject subject;
	const char *on; // its first day
	const char *document;
	const char *const *codes;
	size_t codes_n;
	const char *name, *kind, *region, *level; // "" where absent; kind of a body: its short name
	const WantedHeir *into;
	size_t into_n;
	const char *at; // "path:line", for refusals
} WantedChange;

typedef struct {
	const WantedRegion *regions;
	size_t regions_n;
	const WantedChange *changes; // taken by their days
	size_t changes_n;
	const char *from; // the day from which names and regions that differ count; "" or NULL is today
} WantedStructure;

typedef enum {
	STRUCTURE_STEP_ADD,
	STRUCTURE_STEP_CHANGE,
	STRUCTURE_STEP_END,
	STRUCTURE_STEP_MOVE,
} StructureStepKind;

typedef struct {
	StructureStepKind kind;
	const char *what;    // "vùng hd", "địa phương phu-quoc", "phu-quoc trong vùng hd"
	const char *details; // "tên: Hải đảo → Biển đảo, từ 01/07/2025; …", or what is added
} StructureStep;

// Vec of StructureStep. Needs no right. ERR_DATA names the place of a change that cannot be.
bool structure_plan(Core *core, const WantedStructure *want, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// Carries the plan out, as one change; RIGHT_ADMINISTER. The steps taken are appended to out.
bool structure_apply(Core *core, const WantedStructure *want, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

#endif
