// SPDX-License-Identifier: MIT
// Region files: one economic region each, with the districts that lie in it wholly or in part.
//
//	code = "tsh"; name = "Tây Sông Hậu"; order = 2; from = "2021-01-01"; note = "…";
//	districts = (
//		{ code = "tan-hiep"; name = "Tân Hiệp"; kind = "huyện"; order = 6;
//		  from = "2021-01-01"; main = true; partial = true; note = "…"; },
//	);
#ifndef CONFIG_REGION_FILE_H
#define CONFIG_REGION_FILE_H

#include "base/arena.h"
#include "base/err.h"
#include "config/change_file.h"

#include <stddef.h>

// How a district lies in a region. A district's figures count in its main region only.
typedef enum {
	MEMBERSHIP_WHOLE,     // main, not partial: the only region of the district
	MEMBERSHIP_MAIN_PART, // main and partial
	MEMBERSHIP_PART,      // partial, its main region is another
} MembershipKind;

// Dates are YYYY-MM-DD, the first and the last day, "" for open. Text is "" where absent, never
// NULL. Everything lives in the arena.
typedef struct {
	const char *code, *name;
	const char *kind; // free words: "thành phố", "huyện", "xã", "phường", "đặc khu"
	int order;        // among all districts of the province
	const char *from, *to;
	MembershipKind membership;
	const char *note; // about the membership
	int line;         // in its file
} RegionDistrict;

typedef struct {
	const char *path;
	const char *code, *name, *note;
	int order; // among the regions
	const char *from, *to;
	const RegionDistrict *districts; // as they stand in the file
	size_t districts_n;
	int line; // of its code
} RegionFile;

// In the order of the files' names.
typedef struct {
	const RegionFile *regions;
	size_t regions_n;
	const RegionChange *changes; // of all files of changes
	size_t changes_n;
} RegionSet;

// One file, checked by itself: names not empty, codes well formed, from not after to, no code
// twice.
bool region_file_read(const char *path, Arena *arena, RegionFile *out, Err *err) WARN_UNUSED;

// All *.cfg of a directory, regions' and changes' (change_file.h), and what holds between them: regions and districts share one name space
// ("province", "regions" and "districts" are reserved); a district in several regions is partial in
// each, has exactly one main region, and is described alike everywhere.
bool regions_read(const char *dir, Arena *arena, RegionSet *out, Err *err) WARN_UNUSED;

// Whether a code is free to be used: some stand for something else.
bool region_code_check(ConfigNode group, const char *code, Err *err) WARN_UNUSED;

// The same checks over files already read: between them, and within one.
bool regions_check(const RegionSet *set, Err *err) WARN_UNUSED;
bool region_codes_check(const RegionFile *region, Err *err) WARN_UNUSED;

#endif
