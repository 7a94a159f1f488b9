// SPDX-License-Identifier: MIT
// meeting list, meeting show.
#include "cli/meeting_parts.h"

#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/org.h"

#include <string.h>

// --- meeting list ----------------------------------------------------------------------------

typedef struct {
	const char *region;
	bool json;
} ListValues;

static const Option list_options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(ListValues, region),
		.value = N_("MÃ"),
		.help = N_("chỉ của vùng này") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_meeting(Cli *cli, const Meeting *meeting)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i, s:i, s:i, s:i}", "id",
		json_of_text(cli_id(cli, meeting->id)), "number", json_of_known(meeting->number),
		"kind", json_of_text(meeting_kind_code(meeting->kind)), "state",
		json_of_text(meeting_state_code(meeting->state)), "region",
		json_of_text(meeting->region), "subject", json_of_text(meeting->subject), "held_on",
		json_of_text(meeting->held_on), "place", json_of_text(meeting->place), "chair",
		json_of_known(meeting->chair), "conclusions", meeting->conclusions, "tasks",
		meeting->tasks, "present", meeting->present, "absent", meeting->absent);
}

static json_t *json_of_list(Cli *cli, const Vec *meetings)
{
	json_t *array = json_array();
	for (size_t i = 0; i < meetings->len; i++)
		json_array_append_new(array, json_of_meeting(cli, vec_at(meetings, i)));
	return array;
}

static void print_table(Cli *cli, const Vec *meetings)
{
	static const TableColumn columns[] = {
		{ N_("Số"), ALIGN_RIGHT },
		{ N_("Ngày"), ALIGN_LEFT },
		{ N_("Vùng"), ALIGN_LEFT },
		{ N_("Trạng thái"), ALIGN_LEFT },
		{ N_("Biên bản"), ALIGN_LEFT },
		{ N_("Kết luận"), ALIGN_RIGHT },
		{ N_("Nội dung"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 7);
	for (size_t i = 0; i < meetings->len; i++) {
		const Meeting *meeting = vec_at(meetings, i);
		table_add(&table, (const char *[]){ cli_id(cli, meeting->id),
					  day_shown(meeting->held_on, &cli->arena), meeting->region,
					  meeting_state_name(meeting->state), meeting->number,
					  arena_printf(&cli->arena, "%d", meeting->conclusions),
					  meeting->subject });
	}
	table_print(&table, "", &cli->out);
}

static bool read_list(Cli *cli, const char *code, Vec *out, Err *err)
{
	Region region = { .id = 0 };
	return cli_open(cli, DB_OPEN, err) &&
	       (!*code || region_by_code(cli->core, code, &cli->arena, &region, err)) &&
	       meeting_list(cli->core, region.id, &cli->arena, out, err);
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec meetings;
	vec_init(&meetings, sizeof(Meeting));
	bool ok = read_list(cli, given->region, &meetings, err);
	if (ok && given->json)
		json_print(json_of_list(cli, &meetings), &cli->out);
	else if (ok && meetings.len == 0)
		buf_adds(&cli->out, tr("Chưa có buổi làm việc nào.\n"));
	else if (ok)
		print_table(cli, &meetings);
	vec_release(&meetings);
	return ok;
}

const Command meeting_list_command = {
	.name = "meeting list",
	.summary = N_("Liệt kê các buổi làm việc, mới nhất trước"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// --- meeting show ----------------------------------------------------------------------------

const Option of_meeting[] = {
	MEETING_ARGUMENT,
	{ 0 },
};

bool meeting_find(Cli *cli, const MeetingOf *of, Meeting *out, Err *err)
{
	int64_t id;
	return cli_open(cli, DB_OPEN, err) && id_read(cli->core, of->id, &id, err) &&
	       meeting_get(cli->core, id, &cli->arena, out, err);
}

// The paper's lines, wrapped behind their own indent.
static void print_text(Cli *cli, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n"), indent = strspn(text, " ");
		if (n)
			prose_print(arena_strndup(&cli->arena, text + indent, n - indent),
				arena_strndup(&cli->arena, text, indent), &cli->out);
		else
			buf_addch(&cli->out, '\n');
		text += n + (text[n] == '\n');
	}
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	Meeting meeting;
	const char *text;
	if (!meeting_find(cli, values, &meeting, err) ||
		!meeting_text(cli->core, meeting.id, &cli->arena, &text, err))
		return false;
	buf_addf(&cli->out, "(%s)\n", meeting_state_name(meeting.state));
	print_text(cli, text);
	return true;
}

const Command meeting_show_command = {
	.name = "meeting show",
	.summary = N_("In một buổi làm việc: thành phần, diễn biến, kết luận"),
	.arguments = of_meeting,
	.options = no_options,
	.values_size = sizeof(MeetingOf),
	.run = run_show,
};
