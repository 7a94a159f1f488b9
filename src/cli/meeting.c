// SPDX-License-Identifier: MIT
// meeting list, meeting show.
#include "core/meeting.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/org.h"
#include "core/person.h"

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

typedef struct {
	const char *id;
} ShowValues;

static const Option show_arguments[] = {
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ShowValues, id),
		.help = N_("số ở cột đầu của meeting list") },
	{ 0 },
};

typedef struct {
	Meeting meeting;
	Vec items, attendance, conclusions;
} Minutes;

static bool read_minutes(Cli *cli, int64_t id, Minutes *out, Err *err)
{
	return meeting_get(cli->core, id, &cli->arena, &out->meeting, err) &&
	       agenda_list(cli->core, id, &cli->arena, &out->items, err) &&
	       attendance_list(cli->core, id, &cli->arena, &out->attendance, err) &&
	       conclusion_list(cli->core, id, &cli->arena, &out->conclusions, err);
}

static void print_head(const Meeting *meeting, Arena *arena, Buf *out)
{
	const char *times = *meeting->ends
				    ? arena_printf(arena, "%s–%s", meeting->starts, meeting->ends)
				    : meeting->starts;
	buf_addf(out, "%s, %s", meeting_kind_name(meeting->kind), meeting->region);
	buf_addf(out, " (%s)\n", meeting_state_name(meeting->state));
	prose_field(tr("Số biên bản"), meeting->number, out);
	prose_field(tr("Nội dung"), meeting->subject, out);
	prose_field(tr("Ngày"), day_shown(meeting->held_on, arena), out);
	prose_field(tr("Giờ"), times, out);
	prose_field(tr("Nơi họp"), meeting->place, out);
	prose_field(tr("Chủ trì"), person_title(arena, meeting->chair, meeting->chair_post), out);
	prose_field(tr("Ghi biên bản"), meeting->recorder, out);
}

static void print_attendance(const Vec *attendance, Arena *arena, Buf *out)
{
	for (size_t i = 0; i < attendance->len; i++) {
		const Attendance *person = vec_at(attendance, i);
		if (i == 0)
			buf_addf(out, "\n%s\n", tr("Thành phần:"));
		buf_addf(out, "  %s: %s", attendance_name(person->status),
			person->person_id ? person_title(arena, person->name, person->post)
					  : person->name);
		buf_addf(out, "%s%s\n", *person->reason ? " – " : "", person->reason);
	}
}

static void print_items(const Vec *items, Buf *out)
{
	for (size_t i = 0; i < items->len; i++) {
		const AgendaItem *item = vec_at(items, i);
		buf_addf(out, "\n%zu. %s%s\n", i + 1, item->title,
			item->carried_over ? tr(" (chuyển kỳ sau)") : "");
		prose_print(item->proceedings, "", out);
	}
}

static void print_conclusions(const Vec *conclusions, Arena *arena, Buf *out)
{
	for (size_t i = 0; i < conclusions->len; i++) {
		const Conclusion *conclusion = vec_at(conclusions, i);
		if (i == 0)
			buf_addf(out, "\n%s\n", tr("Kết luận:"));
		prose_print(arena_printf(arena, "%zu. %s", i + 1, conclusion->text), "  ", out);
		if (!conclusion->task_id)
			continue;
		buf_addf(out, tr("     Nhiệm vụ %s"), conclusion->task_code);
		if (*conclusion->body)
			buf_addf(out, tr("; chủ trì: %s"), conclusion->body);
		if (*conclusion->due)
			buf_addf(out, tr("; hạn: %s"), day_shown(conclusion->due, arena));
		buf_addch(out, '\n');
	}
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	const ShowValues *given = values;
	int64_t id;
	Minutes minutes;
	vec_init(&minutes.items, sizeof(AgendaItem));
	vec_init(&minutes.attendance, sizeof(Attendance));
	vec_init(&minutes.conclusions, sizeof(Conclusion));
	bool ok = cli_open(cli, DB_OPEN, err) && id_read(cli->core, given->id, &id, err) &&
		  read_minutes(cli, id, &minutes, err);
	if (ok) {
		print_head(&minutes.meeting, &cli->arena, &cli->out);
		print_attendance(&minutes.attendance, &cli->arena, &cli->out);
		print_items(&minutes.items, &cli->out);
		print_conclusions(&minutes.conclusions, &cli->arena, &cli->out);
	}
	vec_release(&minutes.items);
	vec_release(&minutes.attendance);
	vec_release(&minutes.conclusions);
	return ok;
}

const Command meeting_show_command = {
	.name = "meeting show",
	.summary = N_("In một buổi làm việc: thành phần, diễn biến, kết luận"),
	.arguments = show_arguments,
	.options = no_options,
	.values_size = sizeof(ShowValues),
	.run = run_show,
};
