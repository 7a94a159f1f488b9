// SPDX-License-Identifier: MIT
// What follows from readings: every place's periods, and how they stand to their targets.
#include "core/indicator_table.h"

#include "base/tr.h"
#include "core/org.h"

#include <string.h>

// Targets ---------------------------------------------------------------------------------------

static bool in_force(const IndicatorTarget *target, const char *day)
{
	return strcmp(target->from, day) <= 0 && (!*target->to || strcmp(target->to, day) >= 0);
}

// Days that it lasts; an open one longer than any other.
static int64_t length_of(const IndicatorTarget *target)
{
	Date from, to;
	if (!date_parse(target->from, &from) || !date_parse(target->to, &to))
		return INT64_MAX;
	return date_days(to) - date_days(from);
}

static const IndicatorTarget *own_target(
	const IndicatorTable *table, Place place, const char *day)
{
	const IndicatorTarget *best = NULL;
	for (size_t i = 0; i < table->targets.len; i++) {
		const IndicatorTarget *target = vec_at(&table->targets, i);
		if (target->place.region_id != place.region_id ||
			target->place.district_id != place.district_id || !in_force(target, day))
			continue;
		int64_t shorter = best ? length_of(best) - length_of(target) : 1;
		if (shorter > 0 || (shorter == 0 && target->id > best->id))
			best = target;
	}
	return best;
}

static bool inherits(const IndicatorTable *table, const IndicatorTarget *target)
{
	return target && (target->kind == TARGET_LAST_YEAR ||
				 table->indicator.aggregation != AGGREGATE_SUM);
}

static const IndicatorTarget *target_of(
	const IndicatorTable *table, Place place, int period, const char *day)
{
	const IndicatorTarget *target = own_target(table, place, day);
	if (target || (!place.district_id && !place.region_id))
		return target;
	int64_t region =
		place.district_id ? indicator_table_region(table, place.district_id, period) : 0;
	if (region)
		target = own_target(table, (Place){ .region_id = region }, day);
	if (!inherits(table, target))
		target = own_target(table, (Place){ 0 }, day);
	return inherits(table, target) ? target : NULL;
}

static Standing standing_unknown(const IndicatorTable *table, const IndicatorTarget *target)
{
	bool last_year = target && target->kind == TARGET_LAST_YEAR;
	return (Standing){
		.set = target != NULL,
		.kind = target ? target->kind : TARGET_VALUE,
		.target = target ? target->value : 0,
		.scale = last_year ? LAST_YEAR_SCALE : table->indicator.scale,
	};
}

static Standing standing_of(const IndicatorTable *table, const IndicatorTarget *target,
	const Amount *amount, const Amount *last_year, int64_t base)
{
	Standing standing = standing_unknown(table, target);
	const Amount *compared = standing.kind == TARGET_VALUE ? amount : last_year;
	standing.known = standing.set && compared->known;
	standing.compared = compared->value;
	standing.level = standing.target;
	if (standing.known && standing.kind == TARGET_LAST_YEAR)
		standing.known = amount_part(base, standing.target, LAST_YEAR_SCALE, &standing.level);
	if (standing.known)
		standing_compare(&standing, table->indicator.direction);
	return standing;
}

// Periods ---------------------------------------------------------------------------------------

static IndicatorPoint point_of(const IndicatorTable *table, Place place, int period)
{
	IndicatorPoint point = { .name = "" };
	char day[11];
	indicator_table_period(table, period, &point.from, &point.to);
	date_iso(point.to, day);
	point.name = rhythm_period_name(table->indicator.rhythm, point.from, table->arena);
	const IndicatorTarget *target = target_of(table, place, period, day);
	for (int kind = 0; kind < READING_KINDS; kind++) {
		int64_t base;
		point.of[kind] = indicator_table_amount(table, place, period, (ReadingKind)kind);
		point.last_year[kind] =
			indicator_table_last_year(table, place, period, (ReadingKind)kind, &base);
		point.standing[kind] = standing_of(
			table, target, &point.of[kind], &point.last_year[kind], base);
	}
	return point;
}

static IndicatorSeries series_of(const IndicatorTable *table, Place place)
{
	IndicatorSeries series = { .place = place, .points_n = (size_t)table->periods_n, .latest = -1 };
	IndicatorPoint *points = arena_array(table->arena, series.points_n, sizeof(*points));
	char today[11];
	core_day_iso(table->core, today);
	for (int period = 0; period < table->periods_n; period++) {
		points[period] = point_of(table, place, period);
		if (points[period].of[READING_ACTUAL].known)
			series.latest = period;
	}
	series.points = points;
	series.current = series.latest >= 0 ?
		points[series.latest].standing[READING_ACTUAL] :
		standing_unknown(table, target_of(table, place, table->periods_n, today));
	return series;
}

// Places ----------------------------------------------------------------------------------------

static void add_series(const IndicatorTable *table, Place place, const char *title, const char *code,
	int depth, Vec *out)
{
	IndicatorSeries series = series_of(table, place);
	series.title = title;
	series.code = code;
	series.depth = depth;
	*(IndicatorSeries *)vec_push(out) = series;
}

static bool add_region(const IndicatorTable *table, const Region *region, Vec *out, Err *err)
{
	Vec districts;
	add_series(table, (Place){ .region_id = region->id }, region->title, region->code, 1, out);
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(table->core, region->id, table->arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		if (district->main)
			add_series(table, (Place){ .district_id = district->id }, district->title,
				district->code, 2, out);
	}
	vec_release(&districts);
	return ok;
}

static bool add_places(const IndicatorTable *table, Vec *out, Err *err)
{
	Vec regions;
	vec_init(&regions, sizeof(Region));
	add_series(table, (Place){ 0 }, tr("Toàn tỉnh"), "province", 0, out);
	bool ok = region_list(table->core, table->arena, &regions, err);
	for (size_t i = 0; ok && i < regions.len; i++)
		ok = add_region(table, vec_at(&regions, i), out, err);
	vec_release(&regions);
	return ok;
}

bool indicator_series_all(Core *core, int64_t indicator_id, Arena *arena, Vec *out, Err *err)
{
	Indicator indicator;
	IndicatorTable table;
	if (!indicator_get(core, indicator_id, arena, &indicator, err) ||
		!indicator_table_load(&table, core, &indicator, arena, err))
		return false;
	bool ok = add_places(&table, out, err);
	indicator_table_release(&table);
	return ok;
}

bool indicator_lines(Core *core, Place place, Arena *arena, Vec *out, Err *err)
{
	Vec indicators;
	const char *title, *code;
	vec_init(&indicators, sizeof(Indicator));
	bool ok = place_name(core, place, arena, &title, &code, err) &&
		  indicator_list(core, arena, &indicators, err);
	for (size_t i = 0; ok && i < indicators.len; i++) {
		IndicatorTable table;
		const Indicator *indicator = vec_at(&indicators, i);
		ok = indicator_table_load(&table, core, indicator, arena, err);
		if (!ok)
			break;
		IndicatorLine *line = vec_push(out);
		*line = (IndicatorLine){ *indicator, series_of(&table, place) };
		line->series.title = title;
		line->series.code = code;
		indicator_table_release(&table);
	}
	vec_release(&indicators);
	return ok;
}
