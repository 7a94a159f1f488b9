// SPDX-License-Identifier: MIT
// Closings of periods, a decision a row: "2.5b phu-quoc carry 2022-01-31: lý do".
#include "config/demo_parts.h"

#include "base/tr.h"

#include <string.h>

typedef struct {
	const char *on, *by, *period, *rest;
	ConfigTexts decisions;
} ClosingEntry;

static const ConfigKey closing_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(ClosingEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(ClosingEntry, by) },
	{ .name = "period", .type = CFG_KEY, .offset = offsetof(ClosingEntry, period) },
	{ .name = "rest",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ClosingEntry, rest) },
	{ .name = "decisions", .type = CFG_LINES, .offset = offsetof(ClosingEntry, decisions) },
	{ .type = CFG_END },
};

static const char *take_word(const char **rest, Arena *arena)
{
	*rest += strspn(*rest, " ");
	size_t n = strcspn(*rest, " :");
	const char *word = arena_strndup(arena, *rest, n);
	*rest += n;
	return word;
}

// `named`: with task and place, else of what no row names.
typedef enum { ROW_NAMED, ROW_REST } RowKind;

static bool read_decision(ConfigNode node, const char *row, RowKind named, const DemoGather *gather,
	DemoDecision *out, Err *err)
{
	const char *rest = row;
	*out = (DemoDecision){ .at = demo_source(gather, node), .task = "", .place = "" };
	if (named == ROW_NAMED) {
		out->task = take_word(&rest, gather->arena);
		out->place = take_word(&rest, gather->arena);
	}
	out->kind = take_word(&rest, gather->arena);
	out->due = take_word(&rest, gather->arena);
	if (*out->kind && *rest == ':') {
		out->reason = rest + 1 + strspn(rest + 1, " ");
		return true;
	}
	config_node_error(node, err,
		tr("không đọc được “%.60s”, cần “MÃ NƠI quyết-định: lý do”"), row);
	return err_hint(err, "%s", tr("Ví dụ “2.5b phu-quoc carry 2022-01-31: còn nghiệm thu”."));
}

bool demo_read_closing(ConfigNode group, DemoGather *gather, Err *err)
{
	ClosingEntry entry = { .rest = "" };
	if (!config_node_read(group, closing_keys, gather->arena, &entry, err))
		return false;
	ConfigNode list = config_node_key(group, "decisions");
	DemoClosing *closing = arena_alloc(gather->arena, sizeof(*closing));
	DemoDecision *rows = arena_array(gather->arena, entry.decisions.n, sizeof(*rows));
	for (size_t i = 0; i < entry.decisions.n; i++)
		if (!read_decision(config_node_at(list, i), entry.decisions.items[i], ROW_NAMED, gather,
			    &rows[i], err))
			return false;
	*closing = (DemoClosing){ .period = entry.period, .decisions = rows,
		.decisions_n = entry.decisions.n };
	if (*entry.rest &&
		!read_decision(group, entry.rest, ROW_REST, gather, &closing->rest, err))
		return false;
	demo_event_add(gather, group, DEMO_CLOSE, entry.on, entry.by)->closing = closing;
	return true;
}
