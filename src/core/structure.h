// SPDX-License-Identifier: MIT
// Structure: bringing regions and districts in line with what their files say, as a plan that can
// be read before it is applied. What is the same stays untouched: applying twice changes nothing.
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
} WantedDistrict;

typedef struct {
	const char *code, *name, *note, *from, *to;
	int order;
	const WantedDistrict *districts;
	size_t districts_n;
} WantedRegion;

typedef struct {
	const WantedRegion *regions;
	size_t regions_n;
} WantedStructure;

typedef enum { STRUCTURE_ADD, STRUCTURE_CHANGE } StructureStepKind;

typedef struct {
	StructureStepKind kind;
	const char *what;    // "vùng hd", "địa phương phu-quoc", "phu-quoc trong hd"
	const char *details; // "tên: Hải đảo → Biển đảo; …", or what is added
} StructureStep;

// Vec of StructureStep. Needs no right.
bool structure_plan(Core *core, const WantedStructure *want, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// Carries the plan out, as one change; RIGHT_ADMINISTER. The steps taken are appended to out.
bool structure_apply(Core *core, const WantedStructure *want, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

#endif
