// SPDX-License-Identifier: MIT
// round history: one reporter through all rounds.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/round_parts.h"
#include "cli/table.h"

typedef struct {
	const char *who;
	bool json;
} HistoryValues;

static const Option history_arguments[] = {
	REPORTER_ARGUMENT(HistoryValues),
	{ 0 },
};

static const Option history_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(HistoryValues, json),
		.help = N_("in JSON, mỗi kỳ một đối tượng") },
	{ 0 },
};

static json_t *json_of_history(const Vec *rounds)
{
	json_t *array = json_array();
	for (size_t i = 0; i < rounds->len; i++) {
		const ReporterRound *round = vec_at(rounds, i);
		json_t *one = round_reporter_json(&round->reporter);
		json_object_set_new(one, "round", json_of_text(round->code));
		json_object_set_new(one, "round_due", json_of_text(round->round_due));
		json_object_set_new(one, "reminded", json_of_known(round->reminders));
		json_array_append_new(array, one);
	}
	return array;
}

static void print_history(Cli *cli, const Vec *rounds, const ReporterSum *sum)
{
	static const TableColumn columns[] = {
		{ N_("Kỳ"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ N_("Ngày nhận"), ALIGN_LEFT },
		{ N_("Văn bản"), ALIGN_LEFT },
		{ N_("Gia hạn"), ALIGN_LEFT },
		{ N_("Đôn đốc"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 7);
	buf_addf(&cli->out,
		tr("%s: %d kỳ, đúng hạn %d, chậm %d, chưa nộp %d, chưa đến hạn %d, gia hạn %d, đôn đốc %d lần.\n"),
		sum->title, sum->asked, sum->in_time, sum->late, sum->overdue, sum->waiting, sum->extended,
		sum->reminders);
	for (size_t i = 0; i < rounds->len; i++) {
		const ReporterRound *round = vec_at(rounds, i);
		const Reporter *reporter = &round->reporter;
		table_add(&table,
			(const char *[]){ round->code, day_shown(reporter->due, &cli->arena),
				round_standing(reporter, &cli->arena),
				day_shown(reporter->report.received, &cli->arena), reporter->report.document,
				reporter->due_reason, round->reminders });
	}
	table_print(&table, "", &cli->out);
}

static bool run_history(Cli *cli, const void *values, Err *err)
{
	const HistoryValues *given = values;
	ReporterId who;
	const char *title;
	ReporterSum sum;
	Vec rounds;
	vec_init(&rounds, sizeof(ReporterRound));
	bool ok = cli_open(cli, DB_READ_ONLY, err) &&
		  reporter_find(cli->core, given->who, &cli->arena, &who, &title, err) &&
		  reporter_history(cli->core, who, &cli->arena, &rounds, &sum, err);
	if (ok && given->json)
		json_print(json_of_history(&rounds), &cli->out);
	else if (ok)
		print_history(cli, &rounds, &sum);
	vec_release(&rounds);
	return ok;
}

const Command round_history_command = {
	.name = "round history",
	.summary = N_("In mọi kỳ báo cáo của một nơi: đúng hạn, chậm, chưa nộp, gia hạn, đôn đốc"),
	.arguments = history_arguments,
	.options = history_options,
	.values_size = sizeof(HistoryValues),
	.run = run_history,
};
