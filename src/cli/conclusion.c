// SPDX-License-Identifier: MIT
// conclusion list.
#include "core/meeting.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/org.h"

#include <string.h>

typedef struct {
	const char *region, *state;
	bool json;
} Values;

static const char *const state_words[] = { "untold", "doing", "done", "note", "task", NULL };

static const Option options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(Values, region),
		.value = N_("MÃ"),
		.help = N_("chỉ của vùng này") },
	{ .name = "state",
		.type = OPTION_WORD,
		.words = state_words,
		.offset = offsetof(Values, state),
		.value = N_("LOẠI"),
		.help = N_("untold (chưa báo cáo), doing, done, note (ghi nhận), task (mọi nhiệm vụ)") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static unsigned fates_of(const char *word)
{
	for (int fate = 0; fate < CONCLUSION_FATES; fate++)
		if (strcmp(word, conclusion_fate_code((ConclusionFate)fate)) == 0)
			return 1u << fate;
	return *word ? (1u << CONCLUSION_FATES) - 1 - (1u << CONCLUSION_NOTED) : 0;
}

static json_t *json_of_line(Cli *cli, const ConclusionLine *line)
{
	json_t *json = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "meeting",
		json_of_text(cli_id(cli, line->meeting_id)), "held_on", json_of_text(line->held_on),
		"number", json_of_known(line->number), "region", json_of_text(line->region), "text",
		json_of_text(line->text), "task", json_of_known(line->task_code), "state",
		json_of_text(conclusion_fate_code(line->fate)));
	json_object_set_new(json, "lead", json_of_known(line->sum.lead));
	json_object_set_new(json, "due", json_of_known(line->sum.due));
	json_object_set_new(json, "late", json_boolean(line->sum.late));
	json_object_set_new(json, "percent", line->task_id ? json_integer(task_sum_percent(&line->sum)) : json_null());
	return json;
}

static const char *standing(Cli *cli, const ConclusionLine *line)
{
	const char *name = conclusion_fate_name(line->fate);
	if (line->sum.late)
		return arena_printf(&cli->arena, tr("! quá hạn %d ngày"), line->sum.days_late);
	if (line->fate != CONCLUSION_DOING)
		return name;
	return arena_printf(&cli->arena, "%s %d%%", name, task_sum_percent(&line->sum));
}

static void print_table(Cli *cli, const Vec *lines)
{
	static const TableColumn columns[] = {
		{ N_("Buổi"), ALIGN_RIGHT },
		{ N_("Ngày"), ALIGN_LEFT },
		{ N_("Vùng"), ALIGN_LEFT },
		{ N_("Nhiệm vụ"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ N_("Kết luận"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 7);
	for (size_t i = 0; i < lines->len; i++) {
		const ConclusionLine *line = vec_at(lines, i);
		table_add(&table,
			(const char *[]){ cli_id(cli, line->meeting_id),
				day_shown(line->held_on, &cli->arena), line->region, line->task_code,
				day_shown(line->sum.due, &cli->arena), standing(cli, line), line->text });
	}
	table_print(&table, "", &cli->out);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Region region = { .id = 0 };
	ConclusionFilter filter = { .fates = fates_of(given->state) };
	Vec lines;
	vec_init(&lines, sizeof(ConclusionLine));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  (!*given->region ||
			  region_by_code(cli->core, given->region, &cli->arena, &region, err));
	filter.region_id = region.id;
	ok = ok && conclusion_list_all(cli->core, &filter, &cli->arena, &lines, err);
	json_t *array = json_array();
	for (size_t i = 0; ok && i < lines.len; i++)
		json_array_append_new(array, json_of_line(cli, vec_at(&lines, i)));
	if (ok && given->json)
		json_print(json_incref(array), &cli->out);
	else if (ok && !lines.len)
		buf_adds(&cli->out, tr("Không có kết luận nào.\n"));
	else if (ok)
		print_table(cli, &lines);
	json_decref(array);
	vec_release(&lines);
	return ok;
}

const Command conclusion_list_command = {
	.name = "conclusion list",
	.summary = N_("Liệt kê kết luận của mọi buổi làm việc và kết quả"),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
