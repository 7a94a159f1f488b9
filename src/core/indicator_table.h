// SPDX-License-Identifier: MIT
// An indicator's readings as a table, district by period: what every place's figures are made of.
#ifndef CORE_INDICATOR_TABLE_H
#define CORE_INDICATOR_TABLE_H

#include "core/indicator_math.h"
#include "core/indicator_parts.h"

enum { TABLE_PERIODS_MAX = 240 };

// The newest reading of a district in a period; of a denominator, up to its end.
typedef struct {
	bool has;
	int64_t value, order;
} TableCell;

// Where a district stands at a period's end, or today where that is to come.
typedef struct {
	bool exists;
	int64_t region_id; // the main one; 0: none
} TablePlace;

typedef struct {
	Core *core;
	Arena *arena;
	Indicator indicator;
	AmountRule rule;
	Vec targets;   // of IndicatorTarget
	Vec districts; // of int64_t, in official order
	int first;     // number of the first period
	int periods_n;
	TableCell *above[READING_KINDS]; // [district · periods_n + period]
	TableCell *below;                // of a ratio, else NULL
	TablePlace *places;              // likewise
	TablePlace *now;                 // [district], today
} IndicatorTable;

bool indicator_table_load(IndicatorTable *table, Core *core, const Indicator *indicator,
	Arena *arena, Err *err) WARN_UNUSED;
void indicator_table_release(IndicatorTable *table);

void indicator_table_period(const IndicatorTable *table, int period, Date *from, Date *to);
// A district's or region's or the province's figure in a period (0 … periods_n − 1).
Amount indicator_table_amount(
	const IndicatorTable *table, Place place, int period, ReadingKind kind);
// This period and the same one last year (actual), over the districts that have both. known is that
// of the percentage; *base is last year's figure.
Amount indicator_table_last_year(const IndicatorTable *table, Place place, int period,
	ReadingKind kind, int64_t *base);
// The region in which a district stands, 0 for none.
int64_t indicator_table_region(const IndicatorTable *table, int64_t district_id, int period);

#endif
