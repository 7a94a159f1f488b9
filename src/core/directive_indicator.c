// SPDX-License-Identifier: MIT
#include "core/directive_indicator.h"

#include "base/tr.h"
#include "core/indicator_parts.h"

#include <string.h>

// The one of that code before index n, -1 for none.
static int index_of(const NewDirective *wanted, const char *code, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(wanted->indicators[i].indicator.code, code) == 0)
			return (int)i;
	return -1;
}

static int task_index(const NewDirective *wanted, const char *code)
{
	for (size_t i = 0; i < wanted->tasks_n; i++)
		if (strcmp(wanted->tasks[i].code, code) == 0)
			return (int)i;
	return -1;
}

static bool check_names(const NewDirective *wanted, size_t index, Err *err)
{
	const NewIndicator *new = &wanted->indicators[index];
	bool ratio = new->indicator.aggregation == AGGREGATE_RATIO;
	const char *code = new->indicator.code;
	if (index_of(wanted, code, index) >= 0)
		return err_set(err, ERR_INVALID, tr("Chỉ tiêu %s có hai lần."), code);
	if (*new->task && task_index(wanted, new->task) < 0)
		return err_set(err, ERR_NOT_FOUND, tr("Chỉ tiêu %s: không có nhiệm vụ %s."), code, new->task);
	if (ratio && (index_of(wanted, new->numerator, index) < 0 ||
			     index_of(wanted, new->denominator, index) < 0))
		return err_set(err, ERR_NOT_FOUND, tr("Chỉ tiêu %s: tử số và mẫu số phải đứng trước."), code);
	return true;
}

// Its parts have no ids yet: what is left to check is checked as if it had none.
static bool check_definition(Core *core, const NewIndicator *new, Err *err)
{
	Indicator alone = new->indicator;
	alone.aggregation = AGGREGATE_SUM;
	alone.numerator_id = alone.denominator_id = 0;
	return indicator_check(core, &alone, err) ||
	       err_prefix(err, tr("Chỉ tiêu %s: "), new->indicator.code);
}

static bool find_existing(Core *core, const char *code, int64_t *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_INDICATOR_ID_OF_CODE);
	stmt_text(stmt, code);
	return db_scalar(stmt, 0, out, err);
}

static bool find_places(DirectiveIndicators *indicators, size_t index, Err *err)
{
	const NewIndicator *new = &indicators->wanted->indicators[index];
	Place *places = arena_array(indicators->arena, new->targets_n, sizeof(Place));
	indicators->places[index] = places;
	for (size_t i = 0; i < new->targets_n; i++)
		if (!place_find(indicators->core, new->places[i], &places[i], err) ||
			!target_check(&new->targets[i], err))
			return err_prefix(err, tr("Chỉ tiêu %s: "), new->indicator.code);
	return true;
}

bool directive_indicators_look_up(DirectiveIndicators *indicators, Core *core,
	const NewDirective *wanted, Arena *arena, Err *err)
{
	*indicators = (DirectiveIndicators){ .core = core, .wanted = wanted, .arena = arena };
	indicators->ids = arena_array(arena, wanted->indicators_n, sizeof(int64_t));
	indicators->places = arena_array(arena, wanted->indicators_n, sizeof(Place *));
	for (size_t i = 0; i < wanted->indicators_n; i++) {
		const NewIndicator *new = &wanted->indicators[i];
		if (!check_names(wanted, i, err) || !check_definition(core, new, err) ||
			!find_existing(core, new->indicator.code, &indicators->ids[i], err) ||
			!find_places(indicators, i, err))
			return false;
	}
	return true;
}

static void store_one(DirectiveIndicators *indicators, Change *change, size_t index,
	int64_t position, const int64_t *task_ids)
{
	const NewDirective *wanted = indicators->wanted;
	const NewIndicator *new = &wanted->indicators[index];
	Indicator row = new->indicator;
	if (*new->task)
		row.task_id = task_ids[task_index(wanted, new->task)];
	if (row.aggregation == AGGREGATE_RATIO) {
		row.numerator_id = indicators->ids[index_of(wanted, new->numerator, index)];
		row.denominator_id = indicators->ids[index_of(wanted, new->denominator, index)];
	}
	indicator_insert(change, &row, position, indicators->arena);
	indicators->ids[index] = row.id;
	for (size_t i = 0; i < new->targets_n; i++) {
		IndicatorTarget target = new->targets[i];
		target.indicator_id = row.id;
		target.place = indicators->places[index][i];
		target_insert(change, &target, indicators->arena);
	}
}

void directive_indicators_store(
	DirectiveIndicators *indicators, Change *change, const int64_t *task_ids)
{
	int64_t last = 0;
	bool ok = db_scalar(db_query(core_db(indicators->core), Q_INDICATOR_LAST_POSITION), 0, &last,
		change_err(change));
	for (size_t i = 0; ok && i < indicators->wanted->indicators_n; i++)
		if (!indicators->ids[i])
			store_one(indicators, change, i, last + 1 + (int64_t)i, task_ids);
}
