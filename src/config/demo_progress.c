// SPDX-License-Identifier: MIT
// Progress in compact rows: "1.1a, 3b doing 40", "2.3b doing 70: Đã đón …".
#include "config/demo_parts.h"

#include "base/tr.h"

#include <ctype.h>
#include <string.h>

enum { ROW_TASKS_MAX = 64 };

typedef struct {
	const char *on, *by;
	DemoReport report;
	ConfigTexts rows;
} ReportEntry;

static const ConfigKey report_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(ReportEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(ReportEntry, by) },
	{ .name = "place", .type = CFG_CODE, .offset = offsetof(ReportEntry, report.place) },
	{ .name = "as_of",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ReportEntry, report.as_of) },
	{ .name = "document",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ReportEntry, report.document) },
	{ .name = "rows", .type = CFG_LINES, .offset = offsetof(ReportEntry, rows) },
	{ .type = CFG_END },
};

typedef struct {
	const char *on, *by;
	DemoWithdrawal withdrawal;
} WithdrawalEntry;

static const ConfigKey withdrawal_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(WithdrawalEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(WithdrawalEntry, by) },
	{ .name = "place",
		.type = CFG_CODE,
		.offset = offsetof(WithdrawalEntry, withdrawal.place) },
	{ .name = "task", .type = CFG_KEY, .offset = offsetof(WithdrawalEntry, withdrawal.task) },
	{ .type = CFG_END },
};

typedef struct {
	const char *on, *by;
	DemoExtension extension;
} ExtensionEntry;

static const ConfigKey extension_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(ExtensionEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(ExtensionEntry, by) },
	{ .name = "task", .type = CFG_KEY, .offset = offsetof(ExtensionEntry, extension.task) },
	{ .name = "places",
		.type = CFG_CODES,
		.offset = offsetof(ExtensionEntry, extension.places) },
	{ .name = "due", .type = CFG_DATE, .offset = offsetof(ExtensionEntry, extension.due) },
	{ .name = "reason",
		.type = CFG_LINE,
		.offset = offsetof(ExtensionEntry, extension.reason) },
	{ .name = "agreed_by",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ExtensionEntry, extension.agreed_by) },
	{ .type = CFG_END },
};

// A row while it is read from left to right.
typedef struct {
	const char *rest;
	Arena *arena;
} RowText;

static const char *take_word(RowText *text)
{
	text->rest += strspn(text->rest, " ");
	size_t n = strcspn(text->rest, " ,:");
	const char *word = arena_strndup(text->arena, text->rest, n);
	text->rest += n;
	text->rest += strspn(text->rest, " ");
	return word;
}

static bool take_tasks(RowText *text, ConfigTexts *out)
{
	const char **tasks = arena_array(text->arena, ROW_TASKS_MAX, sizeof(*tasks));
	size_t n = 0;
	do {
		text->rest += *text->rest == ',';
		tasks[n] = take_word(text);
	} while (*tasks[n++] && *text->rest == ',' && n < ROW_TASKS_MAX);
	*out = (ConfigTexts){ tasks, n };
	return *tasks[n - 1] != '\0' && *text->rest != ',';
}

static bool take_percent(RowText *text, int *out)
{
	int percent = 0, digits = 0;
	for (; isdigit((unsigned char)*text->rest) && digits < 4; text->rest++, digits++)
		percent = percent * 10 + (*text->rest - '0');
	*out = percent;
	return digits > 0 && percent <= 100;
}

static bool take_note(RowText *text, const char **out)
{
	*out = "";
	if (!*text->rest)
		return true;
	if (*text->rest != ':')
		return false;
	*out = text->rest + 1 + strspn(text->rest + 1, " ");
	return **out != '\0';
}

static bool refuse_row(ConfigNode node, const char *row, Err *err)
{
	config_node_error(node, err,
		tr("không đọc được “%.60s”, cần “MÃ, MÃ… trạng-thái phần-trăm” hoặc “MÃ … : ghi "
		   "chú”"),
		row);
	return err_hint(err, "%s",
		tr("Ví dụ “1.1a, 3b doing 40” hoặc “2.3b done 100: Đã xong.”; ghi chú chỉ cho một "
		   "mã."));
}

static bool read_row(
	ConfigNode node, const char *row, const DemoGather *gather, DemoRow *out, Err *err)
{
	RowText text = { row, gather->arena };
	out->at = demo_source(gather, node);
	if (!take_tasks(&text, &out->tasks))
		return refuse_row(node, row, err);
	out->state = take_word(&text);
	if (!take_percent(&text, &out->percent) || !take_note(&text, &out->note) ||
		(*out->note && out->tasks.n > 1))
		return refuse_row(node, row, err);
	return true;
}

static bool read_rows(ConfigNode list, const ConfigTexts *texts, const DemoGather *gather,
	DemoReport *report, Err *err)
{
	DemoRow *rows = arena_array(gather->arena, texts->n, sizeof(*rows));
	for (size_t i = 0; i < texts->n; i++)
		if (!read_row(config_node_at(list, i), texts->items[i], gather, &rows[i], err))
			return false;
	report->rows = rows;
	report->rows_n = texts->n;
	return true;
}

bool demo_read_report(ConfigNode group, DemoGather *gather, Err *err)
{
	ReportEntry entry = { .report = { .document = "" } };
	DemoReport *report = arena_alloc(gather->arena, sizeof(*report));
	if (!config_node_read(group, report_keys, gather->arena, &entry, err) ||
		!read_rows(config_node_key(group, "rows"), &entry.rows, gather, &entry.report, err))
		return false;
	*report = entry.report;
	if (!report->as_of)
		report->as_of = entry.on;
	demo_event_add(gather, group, DEMO_REPORT, entry.on, entry.by)->report = report;
	return true;
}

bool demo_read_withdrawal(ConfigNode group, DemoGather *gather, Err *err)
{
	WithdrawalEntry entry = { 0 };
	if (!config_node_read(group, withdrawal_keys, gather->arena, &entry, err))
		return false;
	DemoWithdrawal *withdrawal = arena_alloc(gather->arena, sizeof(*withdrawal));
	*withdrawal = entry.withdrawal;
	demo_event_add(gather, group, DEMO_WITHDRAW, entry.on, entry.by)->withdrawal = withdrawal;
	return true;
}

bool demo_read_extension(ConfigNode group, DemoGather *gather, Err *err)
{
	ExtensionEntry entry = { .extension = { .agreed_by = "" } };
	if (!config_node_read(group, extension_keys, gather->arena, &entry, err))
		return false;
	DemoExtension *extension = arena_alloc(gather->arena, sizeof(*extension));
	*extension = entry.extension;
	demo_event_add(gather, group, DEMO_EXTEND, entry.on, entry.by)->extension = extension;
	return true;
}
