// SPDX-License-Identifier: MIT
// Targets of indicators, and their readings in compact rows: "rach-gia 812; ha-tien 236,5".
#include "config/demo_parts.h"

#include "base/tr.h"

#include <string.h>

static const char *const kinds[] = { "actual", "estimate", NULL };

typedef struct {
	const char *on, *by;
	DemoReadings readings;
	int kind;
	ConfigTexts values;
} ReadingsEntry;

static const ConfigKey readings_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(ReadingsEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(ReadingsEntry, by) },
	{ .name = "indicator",
		.type = CFG_CODE,
		.offset = offsetof(ReadingsEntry, readings.indicator) },
	{ .name = "as_of", .type = CFG_DATE, .offset = offsetof(ReadingsEntry, readings.as_of) },
	{ .name = "kind",
		.type = CFG_WORD,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ReadingsEntry, kind),
		.words = kinds },
	{ .name = "document",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ReadingsEntry, readings.document) },
	{ .name = "values", .type = CFG_LINES, .offset = offsetof(ReadingsEntry, values) },
	{ .type = CFG_END },
};

static size_t count_pairs(const ConfigTexts *values)
{
	size_t n = values->n;
	for (size_t i = 0; i < values->n; i++)
		for (const char *s = values->items[i]; *s; s++)
			n += *s == ';';
	return n;
}

// "rach-gia 812": a code, a blank, a number.
static bool read_pair(ConfigNode node, const char *pair, Arena *arena, DemoValue *out, Err *err)
{
	size_t code = strcspn(pair, " ");
	const char *number = pair + code + strspn(pair + code, " ");
	*out = (DemoValue){ arena_strndup(arena, pair, code), number };
	if (code && *number)
		return true;
	config_node_error(node, err, tr("không đọc được “%.40s”, cần “mã-địa-phương số”"), pair);
	return err_hint(err, "%s", tr("Ví dụ “rach-gia 812; ha-tien 236,5”."));
}

static bool read_row(ConfigNode node, const char *row, Arena *arena, DemoReadings *readings,
	DemoValue *values, Err *err)
{
	while (*row) {
		row += strspn(row, " ");
		size_t n = strcspn(row, ";");
		size_t used = n;
		while (used && row[used - 1] == ' ')
			used--;
		const char *pair = arena_strndup(arena, row, used);
		if (!read_pair(node, pair, arena, &values[readings->values_n], err))
			return false;
		readings->values_n++;
		row += n + (row[n] == ';');
	}
	return true;
}

bool demo_read_readings(ConfigNode group, DemoGather *gather, Err *err)
{
	ReadingsEntry entry = { .readings = { .document = "" } };
	if (!config_node_read(group, readings_keys, gather->arena, &entry, err))
		return false;
	DemoReadings *readings = arena_alloc(gather->arena, sizeof(*readings));
	DemoValue *values = arena_array(gather->arena, count_pairs(&entry.values), sizeof(*values));
	ConfigNode list = config_node_key(group, "values");
	*readings = entry.readings;
	readings->kind = kinds[entry.kind];
	for (size_t i = 0; i < entry.values.n; i++)
		if (!read_row(config_node_at(list, i), entry.values.items[i], gather->arena, readings, values,
			    err))
			return false;
	readings->values = values;
	demo_event_add(gather, group, DEMO_READINGS, entry.on, entry.by)->readings = readings;
	return true;
}

// Targets ---------------------------------------------------------------------------------------

typedef struct {
	const char *on, *by;
	DemoTarget target;
} TargetEntry;

static const ConfigKey target_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(TargetEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(TargetEntry, by) },
	{ .name = "indicator", .type = CFG_CODE, .offset = offsetof(TargetEntry, target.indicator) },
	{ .name = "value", .type = CFG_LINE, .offset = offsetof(TargetEntry, target.value) },
	{ .name = "period", .type = CFG_LINE, .offset = offsetof(TargetEntry, target.period) },
	{ .name = "document",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TargetEntry, target.document) },
	{ .type = CFG_END },
};

bool demo_read_target(ConfigNode group, DemoGather *gather, Err *err)
{
	TargetEntry entry = { .target = { .document = "" } };
	if (!config_node_read(group, target_keys, gather->arena, &entry, err))
		return false;
	DemoTarget *target = arena_alloc(gather->arena, sizeof(*target));
	*target = entry.target;
	demo_event_add(gather, group, DEMO_TARGET, entry.on, entry.by)->target = target;
	return true;
}
