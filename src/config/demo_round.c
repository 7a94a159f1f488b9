// SPDX-License-Identifier: MIT
// Reporting rounds: "rach-gia: BC số 140-BC/TU", "an-bien unchanged".
#include "config/demo_parts.h"

#include "base/tr.h"

#include <string.h>

typedef struct {
	const char *on, *by;
	DemoSeries series;
} SeriesEntry;

#define SERIES_LINE(key, need_)                                                                    \
	{                                                                                          \
		.name = #key, .type = CFG_LINE, .need = need_,                                     \
		.offset = offsetof(SeriesEntry, series.key)                                        \
	}

static const ConfigKey series_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(SeriesEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(SeriesEntry, by) },
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(SeriesEntry, series.code) },
	SERIES_LINE(name, CFG_REQUIRED),
	{ .name = "rhythm", .type = CFG_CODE, .offset = offsetof(SeriesEntry, series.rhythm) },
	{ .name = "first", .type = CFG_DATE, .offset = offsetof(SeriesEntry, series.first) },
	{ .name = "last",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(SeriesEntry, series.last) },
	SERIES_LINE(directive, CFG_OPTIONAL),
	SERIES_LINE(districts, CFG_OPTIONAL),
	SERIES_LINE(bodies, CFG_OPTIONAL),
	{ .type = CFG_END },
};

bool demo_read_series(ConfigNode group, DemoGather *gather, Err *err)
{
	SeriesEntry entry = { .series = { .last = "", .directive = "", .districts = "", .bodies = "" } };
	if (!config_node_read(group, series_keys, gather->arena, &entry, err))
		return false;
	DemoSeries *series = arena_alloc(gather->arena, sizeof(*series));
	*series = entry.series;
	demo_event_add(gather, group, DEMO_SERIES, entry.on, entry.by)->series = series;
	return true;
}

// What has come ---------------------------------------------------------------------------------

typedef struct {
	const char *on, *by;
	DemoReceived received;
	ConfigTexts rows;
} ReceivedEntry;

static const ConfigKey received_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(ReceivedEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(ReceivedEntry, by) },
	{ .name = "round", .type = CFG_KEY, .offset = offsetof(ReceivedEntry, received.round) },
	{ .name = "rows", .type = CFG_LINES, .offset = offsetof(ReceivedEntry, rows) },
	{ .type = CFG_END },
};

static bool read_row(ConfigNode node, const char *row, const DemoGather *gather, DemoReceivedRow *out,
	Err *err)
{
	size_t n = strcspn(row, ": ");
	const char *rest = row + n;
	*out = (DemoReceivedRow){ .at = demo_source(gather, node), .document = "",
		.who = arena_strndup(gather->arena, row, n), .unchanged = strcmp(rest, " unchanged") == 0 };
	if (*rest == ':' && rest[1] == ' ' && rest[2])
		out->document = rest + 2;
	if (n && (out->unchanged || *out->document))
		return true;
	config_node_error(node, err,
		tr("không đọc được “%.60s”, cần “NƠI: số văn bản” hoặc “NƠI unchanged”"), row);
	return err_hint(err, "%s", tr("Ví dụ “rach-gia: BC số 140-BC/TU”."));
}

bool demo_read_received(ConfigNode group, DemoGather *gather, Err *err)
{
	ReceivedEntry entry = { 0 };
	if (!config_node_read(group, received_keys, gather->arena, &entry, err))
		return false;
	DemoReceived *received = arena_alloc(gather->arena, sizeof(*received));
	DemoReceivedRow *rows = arena_array(gather->arena, entry.rows.n, sizeof(*rows));
	ConfigNode list = config_node_key(group, "rows");
	for (size_t i = 0; i < entry.rows.n; i++)
		if (!read_row(config_node_at(list, i), entry.rows.items[i], gather, &rows[i], err))
			return false;
	*received = (DemoReceived){ entry.received.round, rows, entry.rows.n };
	demo_event_add(gather, group, DEMO_RECEIVED, entry.on, entry.by)->received = received;
	return true;
}

// About one reporter ----------------------------------------------------------------------------

static const char *const step_words[] = { "remind", "extend", "withdraw", NULL };

typedef struct {
	const char *on, *by;
	int what;
	DemoRoundStep step;
} StepEntry;

static const ConfigKey step_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(StepEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(StepEntry, by) },
	{ .name = "do", .type = CFG_WORD, .words = step_words, .offset = offsetof(StepEntry, what) },
	{ .name = "round", .type = CFG_KEY, .offset = offsetof(StepEntry, step.round) },
	{ .name = "who", .type = CFG_CODE, .offset = offsetof(StepEntry, step.who) },
	{ .name = "channel",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.channel) },
	{ .name = "note",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.note) },
	{ .name = "due",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.due) },
	{ .name = "reason",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.reason) },
	{ .name = "agreed_by",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.agreed_by) },
	{ .type = CFG_END },
};

bool demo_read_round_step(ConfigNode group, DemoGather *gather, Err *err)
{
	StepEntry entry = { .step = { .channel = "phone", .note = "", .due = "", .reason = "",
				    .agreed_by = "" } };
	if (!config_node_read(group, step_keys, gather->arena, &entry, err))
		return false;
	DemoRoundStep *step = arena_alloc(gather->arena, sizeof(*step));
	*step = entry.step;
	step->what = (DemoRoundDo)entry.what;
	demo_event_add(gather, group, DEMO_ROUND_STEP, entry.on, entry.by)->round_step = step;
	return true;
}
