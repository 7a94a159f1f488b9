// SPDX-License-Identifier: MIT
// Between the files of the structure: nobody outside includes this.
#ifndef CORE_STRUCTURE_PARTS_H
#define CORE_STRUCTURE_PARTS_H

#include "core/change.h"
#include "core/structure.h"

// A plan is what applying does, given up at the end: both say the same because they are the same.
typedef struct {
	Core *core;
	Change *change;
	Arena *arena; // of the steps
	Vec *steps;
	Vec fresh;        // of int64_t: rows that this walk has added
	Vec begun;        // of Begun: memberships that this walk has added, and where that is asked for
	const char *from; // the day from which files that differ count
	StructureSubject subject; // what codes stand for just now
	Err *err;
} Walk;

typedef struct {
	int64_t id, district_id;
	const char *from;
	const char *at; // "path:line"
} Begun;

// What a code stands for on a day.
typedef struct {
	NounKind noun; // NOUN_REGION, NOUN_DISTRICT, NOUN_BODY
	int64_t id;
	const char *first_kind, *first_name; // as its row was made
	const char *kind, *name;             // on that day; a body's kind is its short name
	const char *from, *to;               // "" for open
	int order;
} Known;

// Where a district lies on a day.
typedef struct {
	int64_t id, region_id;
	const char *code, *name; // of the region
	bool main;
} Lying;

void walk_step(Walk *walk, StructureStepKind kind, const char *what, const char *details);
// Whether all that was written so far went well; else *walk->err says why.
bool walk_well(Walk *walk);
// *found false where the code stands for nothing.
bool known_find(Walk *walk, const char *code, const char *day, Known *out, bool *found) WARN_UNUSED;
bool lying_on(Walk *walk, int64_t district_id, const char *day, Vec *out) WARN_UNUSED;

// "TP Phú Quốc (phu-quoc)"; "vùng Hải đảo (hd)".
const char *known_title(Walk *walk, const Known *known, const char *code);
const char *day_before(Walk *walk, const char *day);
const char *day_words(Walk *walk, const char *day); // 01/07/2025

bool place_rename(Walk *walk, const Known *known, const char *kind, const char *name, const char *on,
	const char *document) WARN_UNUSED;
typedef struct {
	int64_t region_id, district_id;
	bool main, partial;
	int order;
	const char *note, *from; // from "": since ever
	const char *at;          // "path:line" of what asks for it
} NewMembership;
bool membership_begin(Walk *walk, const NewMembership *membership) WARN_UNUSED;
bool membership_end(Walk *walk, int64_t id, const char *last_day) WARN_UNUSED;

// For changes. Each of the checks refuses with the change's place.
bool structure_refuse(Walk *walk, const WantedChange *change, const char *hint); // false; err is set
// A district; or a body, where the change is about bodies.
bool structure_district(
	Walk *walk, const WantedChange *change, const char *code, Known *out) WARN_UNUSED;
bool structure_region(
	Walk *walk, const WantedChange *change, const char *code, Known *out) WARN_UNUSED;
// There on the day before, and not ended by then.
bool structure_in_force(
	Walk *walk, const WantedChange *change, const Known *known, const char *code) WARN_UNUSED;
// What is known of the days after would contradict the change.
bool structure_nothing_later(
	Walk *walk, const WantedChange *change, const Known *known, const char *code) WARN_UNUSED;
bool structure_ask(Walk *walk, Stmt *stmt, bool *yes) WARN_UNUSED; // one number, not 0

// The queries that differ by what a change is about.
typedef struct {
	QueryId known, name_on, next_day, succeeded, left;
} StructureQueries;
const StructureQueries *structure_queries(const Walk *walk);

bool structure_succeed(Walk *walk, const WantedChange *change) WARN_UNUSED;
// One dated change. ERR_DATA with its place where it is impossible; nothing where it is done already.
bool structure_walk_change(Walk *walk, const WantedChange *change) WARN_UNUSED;

#endif
