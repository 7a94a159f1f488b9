// SPDX-License-Identifier: MIT
// The indicators by which a directive's tasks are measured, with the targets that it names.
#include "config/directive_parts.h"

#include "base/tr.h"
#include "text/number.h"

#include <string.h>

// As core stores them.
static const char *const directions[] = { "higher", "lower", NULL };
static const char *const aggregations[] = { "sum", "mean", "last", "ratio", NULL };
static const char *const rhythms[] = { "month", "quarter", "half", "year", NULL };
static const char *const target_kinds[] = { "value", "last-year", NULL };

enum { RATIO = 3, LAST_YEAR = 1, SCALE_MOST = 4, PERCENT_SCALE = 1 };

typedef struct {
	DirectiveIndicator indicator;
	int direction, aggregation, rhythm;
	ConfigNode targets;
} IndicatorEntry;

static const ConfigKey indicator_keys[] = {
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(IndicatorEntry, indicator.code) },
	{ .name = "name", .type = CFG_LINE, .offset = offsetof(IndicatorEntry, indicator.name) },
	{ .name = "unit", .type = CFG_LINE, .offset = offsetof(IndicatorEntry, indicator.unit) },
	{ .name = "scale",
		.type = CFG_INT,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, indicator.scale) },
	{ .name = "better",
		.type = CFG_WORD,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, direction),
		.words = directions },
	{ .name = "aggregation",
		.type = CFG_WORD,
		.offset = offsetof(IndicatorEntry, aggregation),
		.words = aggregations },
	{ .name = "rhythm",
		.type = CFG_WORD,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, rhythm),
		.words = rhythms },
	{ .name = "numerator",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, indicator.numerator) },
	{ .name = "denominator",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, indicator.denominator) },
	{ .name = "task",
		.type = CFG_KEY,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, indicator.task) },
	{ .name = "targets",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(IndicatorEntry, targets) },
	{ .type = CFG_END },
};

typedef struct {
	DirectiveTarget target;
	const char *value;
	int kind;
} TargetEntry;

static const ConfigKey target_keys[] = {
	{ .name = "place",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TargetEntry, target.place) },
	{ .name = "kind",
		.type = CFG_WORD,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TargetEntry, kind),
		.words = target_kinds },
	{ .name = "value", .type = CFG_LINE, .offset = offsetof(TargetEntry, value) },
	{ .name = "from", .type = CFG_DATE, .offset = offsetof(TargetEntry, target.from) },
	{ .name = "to",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TargetEntry, target.to) },
	{ .type = CFG_END },
};

static bool read_target(
	ConfigNode group, Arena *arena, int scale, DirectiveTarget *out, Err *err)
{
	TargetEntry entry = { .target = { .place = "province", .to = "" } };
	Err number = ERR_INIT;
	if (!config_node_read(group, target_keys, arena, &entry, err))
		return false;
	*out = entry.target;
	out->kind = target_kinds[entry.kind];
	if (number_read(entry.value, entry.kind == LAST_YEAR ? PERCENT_SCALE : scale, &out->value, &number))
		return true;
	config_node_error(config_node_key(group, "value"), err, "%s", number.message);
	return err_hint(err, "%s", number.hint);
}

static bool read_targets(ConfigNode list, Arena *arena, DirectiveIndicator *out, Err *err)
{
	size_t n = config_node_count(list);
	DirectiveTarget *targets = arena_array(arena, n, sizeof(*targets));
	for (size_t i = 0; i < n; i++)
		if (!read_target(config_node_at(list, i), arena, out->scale, &targets[i], err))
			return false;
	out->targets = targets;
	out->targets_n = n;
	return true;
}

static const DirectiveIndicator *find(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->indicators_n; i++)
		if (strcmp(file->indicators[i].code, code) == 0)
			return &file->indicators[i];
	return NULL;
}

static bool check_part(
	ConfigNode group, const DirectiveFile *file, const char *key, const char *code, Err *err)
{
	const DirectiveIndicator *part = find(file, code);
	if (part && !*part->numerator)
		return true;
	config_node_error(config_node_key(group, key), err,
		tr("không có chỉ tiêu “%s” có số liệu, cần một chỉ tiêu ghi ở trên"), code);
	return err_hint(err, "%s", tr("Ghi tử số và mẫu số trước tỷ lệ."));
}

static bool check_ratio(
	ConfigNode group, const DirectiveFile *file, const IndicatorEntry *entry, Err *err)
{
	const DirectiveIndicator *indicator = &entry->indicator;
	bool ratio = entry->aggregation == RATIO;
	if (ratio == (*indicator->numerator != '\0') && ratio == (*indicator->denominator != '\0'))
		return !ratio || (check_part(group, file, "numerator", indicator->numerator, err) &&
					 check_part(group, file, "denominator", indicator->denominator, err));
	config_node_error(group, err, "%s", tr("numerator và denominator đi với aggregation = \"ratio\""));
	return err_hint(err, "%s", tr("Tỷ lệ cần cả hai; các cách tính khác không có."));
}

static bool check_entry(
	ConfigNode group, const DirectiveFile *file, const IndicatorEntry *entry, Err *err)
{
	const DirectiveIndicator *indicator = &entry->indicator;
	if (find(file, indicator->code)) {
		config_node_error(config_node_key(group, "code"), err,
			tr("mã “%s” đã có, cần mã khác"), indicator->code);
		return err_hint(err, "%s", tr("Mỗi mã chỉ dùng một lần."));
	}
	if (indicator->scale < 0 || indicator->scale > SCALE_MOST)
		return config_node_error(config_node_key(group, "scale"), err,
			tr("%d chữ số lẻ, cần từ 0 đến 4"), indicator->scale);
	if (*indicator->task && !directive_task_find(file, indicator->task)) {
		config_node_error(config_node_key(group, "task"), err,
			tr("không có nhiệm vụ “%s”, cần một mã trong tasks"), indicator->task);
		return err_hint(err, "%s", tr("Ghi mã của nhiệm vụ được đo."));
	}
	return check_ratio(group, file, entry, err);
}

static bool read_indicator(
	ConfigNode group, Arena *arena, const DirectiveFile *file, DirectiveIndicator *out, Err *err)
{
	IndicatorEntry entry = { .indicator = { .numerator = "", .denominator = "", .task = "" } };
	if (!config_node_read(group, indicator_keys, arena, &entry, err) ||
		!check_entry(group, file, &entry, err))
		return false;
	*out = entry.indicator;
	out->direction = directions[entry.direction];
	out->aggregation = aggregations[entry.aggregation];
	out->rhythm = rhythms[entry.rhythm];
	return read_targets(entry.targets, arena, out, err);
}

bool directive_indicators_read(ConfigNode list, Arena *arena, DirectiveFile *file, Err *err)
{
	size_t n = config_node_count(list);
	DirectiveIndicator *indicators = arena_array(arena, n, sizeof(*indicators));
	file->indicators = indicators;
	for (; file->indicators_n < n; file->indicators_n++)
		if (!read_indicator(config_node_at(list, file->indicators_n), arena, file,
			    &indicators[file->indicators_n], err))
			return false;
	return true;
}
