// SPDX-License-Identifier: MIT
// Figures: what the leaves of a place add up to. Dated leaves are counted; undated ones are told
// apart. Each leaf counts once: a district's in its main region, a region's own there, the
// province's only in the province's line. A leaf that has ended stays in `all` with the percent last
// told of it: ending what was not done makes no place's figures look better.
#ifndef CORE_FIGURES_H
#define CORE_FIGURES_H

#include "base/vec.h"
#include "core/task.h"

typedef struct {
	int all, done, late;     // dated leaves
	int done_in_time, done_late, open_in_time; // with late and ended they add up to all
	int ended;               // ended without being done: in all, but neither done nor late
	int percent_sum;         // over dated leaves; a silent one counts 0
	int silent;              // dated leaves without a report
	int good, blocked, mute; // undated ones: going well, with obstacles, without a report,
	int unstarted;           // reported as not started,
	int stopped;             // and ended
} Figures;

int figures_percent(const Figures *figures); // the mean, rounded to nearest; 0 of nothing
void figures_add_leaf(Figures *figures, const Leaf *leaf); // needs dated, late, state, percent only
void figures_add(Figures *into, const Figures *other);

typedef struct {
	int64_t id; // of the region or district; 0 for the province
	const char *code, *title;
	Figures figures;
	bool partial, main;     // districts: how it lies in this region
	bool ended;             // a district no more, whose leaves are still counted here
	int64_t person_id;      // in charge today; 0: nobody
	const char *person;     // name; "" for nobody
	const char *post;
	const char *review;     // regions: state of the current half-year's review, as shown
} FigureLine;

// The home's lines: every region in order; *province is over all leaves.
bool figures_of_regions(Core *core, Arena *arena, Vec *out, FigureLine *province,
	Err *err) WARN_UNUSED;
// A region's districts in order, then those that have ended and left leaves; *total is the region's own line.
bool figures_of_districts(Core *core, int64_t region_id, Arena *arena, Vec *out, FigureLine *total,
	Err *err) WARN_UNUSED;
// The same of what was told of days up to `until`, whenever it was entered, and judged on that day: the
// figures at a cut-off. With due_by only leaves that are due by then.
bool figures_of_districts_until(Core *core, int64_t region_id, const char *until, const char *due_by,
	Arena *arena, Vec *out, FigureLine *total, Err *err) WARN_UNUSED;
bool figures_of_district(Core *core, int64_t district_id, Figures *out, Err *err) WARN_UNUSED;

// What every place adds up to, judged on another day than today. Vec of PlaceFigures: the province,
// then each region with the districts that count in it.
typedef struct {
	Place place;
	const char *title;
	Figures figures;
} PlaceFigures;
bool figures_snapshot(Core *core, const char *day, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

#endif
