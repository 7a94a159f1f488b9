// SPDX-License-Identifier: MIT
#include "core/indicator_table.h"

#include <string.h>

typedef struct {
	int64_t district_id, value;
	ReadingKind kind;
	int period;
} Datum;

// A row of where districts were and are. Days "" are open.
typedef struct {
	int64_t district_id, region_id;
	const char *from, *to;               // of the district
	const char *member_from, *member_to; // of its membership
} Stay;

// Periods are numbered from the year 0 on.
static int period_number(IndicatorRhythm rhythm, Date day)
{
	int months = rhythm_months(rhythm);
	return (day.year * 12 + day.month - 1) / months;
}

void indicator_table_period(const IndicatorTable *table, int period, Date *from, Date *to)
{
	int month = (table->first + period) * rhythm_months(table->indicator.rhythm);
	const Date day = { .year = month / 12, .month = month % 12 + 1, .day = 1 };
	rhythm_period(table->indicator.rhythm, day, from, to);
}

// Loading ---------------------------------------------------------------------------------------

static bool read_data(const IndicatorTable *table, int64_t indicator_id, Vec *out, Err *err)
{
	Date day;
	Stmt *stmt = db_query(core_db(table->core), Q_READING_DATA);
	stmt_int(stmt, indicator_id);
	while (stmt_row(stmt)) {
		Datum datum = { .district_id = stmt_get_int(stmt, 0), .value = stmt_get_int(stmt, 3) };
		if (!reading_kind_parse(stmt_get_text(stmt, 1), &datum.kind) ||
			!date_parse(stmt_get_text(stmt, 2), &day))
			continue; // the schema lets no others in
		datum.period = period_number(table->indicator.rhythm, day);
		*(Datum *)vec_push(out) = datum;
	}
	return stmt_done(stmt, err);
}

static bool read_stays(const IndicatorTable *table, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(table->core), Q_READING_PLACES);
	while (stmt_row(stmt))
		*(Stay *)vec_push(out) = (Stay){
			.district_id = stmt_get_int(stmt, 0),
			.region_id = stmt_get_int(stmt, 1),
			.from = stmt_get_string(stmt, 2, table->arena),
			.to = stmt_get_string(stmt, 3, table->arena),
			.member_from = stmt_get_string(stmt, 4, table->arena),
			.member_to = stmt_get_string(stmt, 5, table->arena),
		};
	return stmt_done(stmt, err);
}

static int district_index(const IndicatorTable *table, int64_t district_id)
{
	for (size_t i = 0; i < table->districts.len; i++)
		if (*(const int64_t *)vec_at(&table->districts, i) == district_id)
			return (int)i;
	return -1;
}

static void number_districts(IndicatorTable *table, const Vec *stays)
{
	for (size_t i = 0; i < stays->len; i++) {
		const Stay *stay = vec_at(stays, i);
		if (district_index(table, stay->district_id) < 0)
			*(int64_t *)vec_push(&table->districts) = stay->district_id;
	}
}

static bool holds(const char *from, const char *to, const char *day)
{
	return (!*from || strcmp(from, day) <= 0) && (!*to || strcmp(to, day) >= 0);
}

static void place_districts(
	const IndicatorTable *table, const Vec *stays, const char *day, TablePlace *out, int step)
{
	for (size_t i = 0; i < stays->len; i++) {
		const Stay *stay = vec_at(stays, i);
		TablePlace *place = &out[(size_t)district_index(table, stay->district_id) * (size_t)step];
		if (!holds(stay->from, stay->to, day))
			continue;
		place->exists = true;
		if (holds(stay->member_from, stay->member_to, day))
			place->region_id = stay->region_id;
	}
}

static void place_all(IndicatorTable *table, const Vec *stays)
{
	Date from, to, today = core_day(table->core);
	char day[11];
	date_iso(today, day);
	table->now = arena_array(table->arena, table->districts.len, sizeof(TablePlace));
	place_districts(table, stays, day, table->now, 1);
	size_t n = table->districts.len * (size_t)table->periods_n;
	table->places = arena_array(table->arena, n, sizeof(TablePlace));
	for (int period = 0; period < table->periods_n; period++) {
		indicator_table_period(table, period, &from, &to);
		date_iso(date_compare(to, today) < 0 ? to : today, day);
		place_districts(table, stays, day, table->places + period, table->periods_n);
	}
}

static void find_range(IndicatorTable *table, const Vec *data)
{
	int last = -1;
	for (size_t i = 0; i < data->len; i++) {
		int period = ((const Datum *)vec_at(data, i))->period;
		if (i == 0 || period < table->first)
			table->first = period;
		if (period > last)
			last = period;
	}
	table->periods_n = data->len ? last - table->first + 1 : 0;
	if (table->periods_n <= TABLE_PERIODS_MAX)
		return;
	table->first = last - TABLE_PERIODS_MAX + 1;
	table->periods_n = TABLE_PERIODS_MAX;
}

static TableCell *cells_new(const IndicatorTable *table)
{
	return arena_array(table->arena, table->districts.len * (size_t)table->periods_n,
		sizeof(TableCell));
}

// Data come in the order in which they count. What lies before the table is kept where it carries on.
static void put(const IndicatorTable *table, TableCell *cells, const Datum *datum, size_t order)
{
	int district = district_index(table, datum->district_id);
	int period = datum->period - table->first;
	if (district >= 0 && period >= 0 && period < table->periods_n)
		cells[district * table->periods_n + period] =
			(TableCell){ true, datum->value, (int64_t)order };
}

static void fill_above(IndicatorTable *table, const Vec *data)
{
	for (int kind = 0; kind < READING_KINDS; kind++)
		table->above[kind] = cells_new(table);
	for (size_t i = 0; i < data->len; i++) {
		const Datum *datum = vec_at(data, i);
		put(table, table->above[datum->kind], datum, i);
	}
}

// A plan or a population is told once and holds until it is told anew.
static void fill_below(IndicatorTable *table, const Vec *data)
{
	table->below = cells_new(table);
	for (size_t i = 0; i < data->len; i++) {
		Datum datum = *(const Datum *)vec_at(data, i);
		if (datum.period < table->first)
			datum.period = table->first;
		put(table, table->below, &datum, i);
	}
	for (size_t d = 0; d < table->districts.len; d++) {
		TableCell *row = table->below + d * (size_t)table->periods_n;
		for (int period = 1; period < table->periods_n; period++)
			if (!row[period].has)
				row[period] = row[period - 1];
	}
}

static bool set_rule(IndicatorTable *table, Err *err)
{
	const Indicator *indicator = &table->indicator;
	Indicator above, below;
	table->rule = (AmountRule){ .aggregation = indicator->aggregation, .scale = indicator->scale,
		.factor = strcmp(indicator->unit, "%") == 0 ? 100 : 1 };
	if (indicator->aggregation != AGGREGATE_RATIO)
		return true;
	if (!indicator_get(table->core, indicator->numerator_id, table->arena, &above, err) ||
		!indicator_get(table->core, indicator->denominator_id, table->arena, &below, err))
		return false;
	table->rule.above_scale = above.scale;
	table->rule.below_scale = below.scale;
	return true;
}

static bool load(IndicatorTable *table, Vec *stays, Vec *above, Vec *below, Err *err)
{
	const Indicator *indicator = &table->indicator;
	bool ratio = indicator->aggregation == AGGREGATE_RATIO;
	if (!set_rule(table, err) || !read_stays(table, stays, err) ||
		!target_list(table->core, indicator->id, table->arena, &table->targets, err) ||
		!read_data(table, ratio ? indicator->numerator_id : indicator->id, above, err) ||
		(ratio && !read_data(table, indicator->denominator_id, below, err)))
		return false;
	number_districts(table, stays);
	find_range(table, above);
	place_all(table, stays);
	fill_above(table, above);
	if (ratio)
		fill_below(table, below);
	return true;
}

bool indicator_table_load(IndicatorTable *table, Core *core, const Indicator *indicator,
	Arena *arena, Err *err)
{
	Vec stays, above, below;
	*table = (IndicatorTable){ .core = core, .arena = arena, .indicator = *indicator };
	vec_init(&table->targets, sizeof(IndicatorTarget));
	vec_init(&table->districts, sizeof(int64_t));
	vec_init(&stays, sizeof(Stay));
	vec_init(&above, sizeof(Datum));
	vec_init(&below, sizeof(Datum));
	bool ok = load(table, &stays, &above, &below, err);
	vec_release(&stays);
	vec_release(&above);
	vec_release(&below);
	if (!ok)
		indicator_table_release(table);
	return ok;
}

void indicator_table_release(IndicatorTable *table)
{
	vec_release(&table->targets);
	vec_release(&table->districts);
}

// Figures ---------------------------------------------------------------------------------------

static const TablePlace *place_at(const IndicatorTable *table, size_t district, int period)
{
	if (period < 0 || period >= table->periods_n)
		return &table->now[district];
	return &table->places[district * (size_t)table->periods_n + (size_t)period];
}

static bool belongs(const IndicatorTable *table, Place place, size_t district, int period)
{
	const TablePlace *there = place_at(table, district, period);
	if (!there->exists)
		return false;
	if (place.district_id)
		return *(const int64_t *)vec_at(&table->districts, district) == place.district_id;
	return !place.region_id || place.region_id == there->region_id;
}

static bool share_at(
	const IndicatorTable *table, size_t district, int period, ReadingKind kind, Share *out)
{
	size_t at = district * (size_t)table->periods_n + (size_t)period;
	if (period < 0 || period >= table->periods_n || !table->above[kind][at].has)
		return false;
	if (table->below && !table->below[at].has)
		return false;
	*out = (Share){ .value = table->above[kind][at].value, .order = table->above[kind][at].order };
	if (table->below)
		out->below = table->below[at].value;
	return true;
}

Amount indicator_table_amount(
	const IndicatorTable *table, Place place, int period, ReadingKind kind)
{
	Vec shares;
	int all = 0;
	vec_init(&shares, sizeof(Share));
	for (size_t d = 0; d < table->districts.len; d++) {
		Share share;
		if (!belongs(table, place, d, period))
			continue;
		all++;
		if (share_at(table, d, period, kind, &share))
			*(Share *)vec_push(&shares) = share;
	}
	Amount amount = amount_of(&table->rule, shares.items, shares.len, all);
	vec_release(&shares);
	return amount;
}

Amount indicator_table_last_year(const IndicatorTable *table, Place place, int period,
	ReadingKind kind, int64_t *base)
{
	Vec now, before;
	int all = 0, year = 12 / rhythm_months(table->indicator.rhythm);
	vec_init(&now, sizeof(Share));
	vec_init(&before, sizeof(Share));
	for (size_t d = 0; d < table->districts.len; d++) {
		Share this, last;
		if (!belongs(table, place, d, period))
			continue;
		all++;
		if (!share_at(table, d, period, kind, &this) ||
			!share_at(table, d, period - year, READING_ACTUAL, &last))
			continue;
		*(Share *)vec_push(&now) = this;
		*(Share *)vec_push(&before) = last;
	}
	Amount result = amount_of(&table->rule, now.items, now.len, all);
	Amount last = amount_of(&table->rule, before.items, before.len, all);
	*base = last.value;
	result.known = result.known && last.known &&
		       amount_percent(result.value, last.value, LAST_YEAR_SCALE, &result.value);
	vec_release(&now);
	vec_release(&before);
	return result;
}

int64_t indicator_table_region(const IndicatorTable *table, int64_t district_id, int period)
{
	int district = district_index(table, district_id);
	return district < 0 ? 0 : place_at(table, (size_t)district, period)->region_id;
}
