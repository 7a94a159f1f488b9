// SPDX-License-Identifier: MIT
// round list, round show: which rounds there are; who has reported, late, not.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/round_parts.h"
#include "cli/table.h"

#include <stdio.h>

const char *round_number(Arena *arena, int number)
{
	return number ? arena_printf(arena, "%d", number) : "-";
}

// round list ------------------------------------------------------------------------------------

typedef struct {
	bool json;
} ListValues;

static const Option list_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON, mỗi kỳ một đối tượng") },
	{ 0 },
};

static json_t *round_json(const Round *round)
{
	return json_pack("{s:o, s:o, s:o, s:i, s:i, s:i, s:i, s:i, s:i}", "code",
		json_of_text(round->code), "name", json_of_text(round->name), "due",
		json_of_text(round->due), "asked", round->asked, "sent", round->sent, "unchanged",
		round->unchanged, "late", round->late, "missing", round->missing, "overdue",
		round->overdue);
}

static void print_rounds(Cli *cli, const Vec *rounds)
{
	static const TableColumn columns[] = {
		{ N_("Kỳ"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Đã nộp"), ALIGN_RIGHT },
		{ N_("Chậm"), ALIGN_RIGHT },
		{ N_("Chưa nộp"), ALIGN_RIGHT },
		{ N_("Báo cáo"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < rounds->len; i++) {
		const Round *round = vec_at(rounds, i);
		const char *cells[] = { round->code, day_shown(round->due, &cli->arena),
			arena_printf(&cli->arena, "%d/%d", round->sent, round->asked),
			round_number(&cli->arena, round->late), round_number(&cli->arena, round->missing),
			round->name };
		table_add(&table, cells);
	}
	table_print(&table, "", &cli->out);
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	Vec rounds;
	const ListValues *given = values;
	if (!cli_open(cli, DB_READ_ONLY, err))
		return false;
	vec_init(&rounds, sizeof(Round));
	bool ok = round_list(cli->core, &cli->arena, &rounds, err);
	if (ok && given->json) {
		json_t *array = json_array();
		for (size_t i = 0; i < rounds.len; i++)
			json_array_append_new(array, round_json(vec_at(&rounds, i)));
		json_print(array, &cli->out);
	} else if (ok) {
		print_rounds(cli, &rounds);
	}
	vec_release(&rounds);
	return ok;
}

const Command round_list_command = {
	.name = "round list",
	.summary = N_("Liệt kê các kỳ báo cáo, kỳ mới nhất trước"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// round show ------------------------------------------------------------------------------------

typedef struct {
	const char *code;
	bool missing, json;
} ShowValues;

static const Option show_arguments[] = {
	ROUND_ARGUMENT(ShowValues),
	{ 0 },
};

static const Option show_options[] = {
	{ .name = "missing",
		.type = OPTION_FLAG,
		.offset = offsetof(ShowValues, missing),
		.help = N_("chỉ nơi chưa nộp, kèm số điện thoại và số lần đã đôn đốc") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ShowValues, json),
		.help = N_("in JSON, mỗi nơi một đối tượng") },
	{ 0 },
};

json_t *round_reporter_json(const Reporter *reporter)
{
	const char *state = reporter->report.state == REPORT_NONE ?
		"missing" : report_state_code(reporter->report.state);
	json_t *out = json_pack("{s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:i}", "code",
		json_of_text(reporter->code), "name", json_of_text(reporter->title), "state", state,
		"due", json_of_text(reporter->due), "due_reason", json_of_known(reporter->due_reason),
		"received", json_of_known(reporter->report.received), "document",
		json_of_known(reporter->report.document), "dated",
		json_of_known(reporter->report.dated), "note", json_of_known(reporter->report.note),
		"extensions", reporter->extensions);
	json_t *more = json_pack("{s:b, s:b, s:i, s:i, s:i, s:o, s:o, s:o, s:o}", "late", reporter->late,
		"overdue", reporter->overdue, "days", reporter->days, "silent_rounds", reporter->silent,
		"reminders", reporter->reminders, "last_reminder", json_of_known(reporter->reminded_on),
		"contact", json_of_known(reporter->contact), "phone", json_of_known(reporter->phone),
		"withdrawn", json_of_known(reporter->withdrawn));
	json_object_update(out, more);
	json_decref(more);
	return out;
}

const char *round_standing(const Reporter *reporter, Arena *arena)
{
	const char *said = report_state_name(reporter->report.state);
	if (reporter->late)
		return arena_printf(arena, tr("%s, chậm %d ngày"), said, reporter->days);
	if (reporter->overdue)
		return arena_printf(arena, tr("%s, quá hạn %d ngày"), said, reporter->days);
	return said;
}

static void print_all(Cli *cli, const Vec *reporters)
{
	static const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ N_("Nơi báo cáo"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ N_("Ngày nhận"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Văn bản"), ALIGN_LEFT },
		{ N_("Đã rút"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 7);
	for (size_t i = 0; i < reporters->len; i++) {
		const Reporter *reporter = vec_at(reporters, i);
		const char *cells[] = { reporter->code, reporter->title,
			round_standing(reporter, &cli->arena), day_shown(reporter->report.received, &cli->arena),
			day_shown(reporter->due, &cli->arena), reporter->report.document,
			reporter->withdrawn };
		table_add(&table, cells);
	}
	table_print(&table, "", &cli->out);
}

static void print_missing(Cli *cli, const Vec *reporters)
{
	static const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ N_("Nơi báo cáo"), ALIGN_LEFT },
		{ N_("Thiếu (kỳ)"), ALIGN_RIGHT },
		{ N_("Đôn đốc (lần)"), ALIGN_RIGHT },
		{ N_("Lần cuối"), ALIGN_LEFT },
		{ N_("Điện thoại"), ALIGN_LEFT },
		{ N_("Người liên hệ"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 7);
	for (size_t i = 0; i < reporters->len; i++) {
		const Reporter *reporter = vec_at(reporters, i);
		const char *cells[] = { reporter->code, reporter->title,
			round_number(&cli->arena, reporter->silent),
			round_number(&cli->arena, reporter->reminders),
			day_shown(reporter->reminded_on, &cli->arena), reporter->phone, reporter->contact };
		if (reporter->report.state == REPORT_NONE)
			table_add(&table, cells);
	}
	table_print(&table, "", &cli->out);
}

static void print_reporters(Cli *cli, const ShowValues *given, const Round *round, const Vec *reporters)
{
	if (given->json) {
		json_t *array = json_array();
		for (size_t i = 0; i < reporters->len; i++) {
			const Reporter *reporter = vec_at(reporters, i);
			if (!given->missing || reporter->report.state == REPORT_NONE)
				json_array_append_new(array, round_reporter_json(reporter));
		}
		json_print(array, &cli->out);
		return;
	}
	buf_addf(&cli->out, tr("%s, kỳ %s, hạn %s: đã nộp %d/%d, chậm %d, chưa nộp %d.\n"), round->name,
		round->code, day_shown(round->due, &cli->arena), round->sent, round->asked, round->late,
		round->missing);
	(given->missing ? print_missing : print_all)(cli, reporters);
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	const ShowValues *given = values;
	ReportSeries series;
	Round round;
	Vec reporters;
	int number;
	if (!cli_open(cli, DB_READ_ONLY, err) ||
		!report_round_find(cli->core, given->code, &cli->arena, &series, &number, err))
		return false;
	vec_init(&reporters, sizeof(Reporter));
	bool ok = round_get(cli->core, series.id, number, &cli->arena, &round, &reporters, err);
	if (ok)
		print_reporters(cli, given, &round, &reporters);
	vec_release(&reporters);
	return ok;
}

const Command round_show_command = {
	.name = "round show",
	.summary = N_("In một kỳ báo cáo: ai đã nộp, ai chậm, ai chưa"),
	.help = N_("Mã của báo cáo không kèm số kỳ thì là kỳ của hôm nay."),
	.arguments = show_arguments,
	.options = show_options,
	.values_size = sizeof(ShowValues),
	.run = run_show,
};
