// SPDX-License-Identifier: MIT
// meeting attend, conclude: who was there and what was concluded.
#include "cli/meeting_parts.h"

#include "cli/task_pick.h"
#include "core/org.h"
#include "core/person.h"

#include <string.h>

// --- attend ----------------------------------------------------------------------------------

typedef struct {
	MeetingOf of;
	const char *person, *status, *reason;
	bool by_name, remove;
} AttendValues;

// In the order of AttendanceStatus.
static const char *const status_words[] = { "present", "absent", "guest", NULL };

static const Option attend_arguments[] = {
	MEETING_ARGUMENT,
	{ .name = N_("NGƯỜI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AttendValues, person),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ 0 },
};

static const Option attend_options[] = {
	{ .name = "status",
		.type = OPTION_WORD,
		.offset = offsetof(AttendValues, status),
		.words = status_words,
		.value = N_("LOẠI"),
		.help = N_("present có mặt (mặc định), absent vắng, guest khách mời") },
	{ .name = "reason",
		.type = OPTION_LINE,
		.offset = offsetof(AttendValues, reason),
		.value = N_("LỜI"),
		.help = N_("lý do vắng") },
	{ .name = "by-name",
		.type = OPTION_FLAG,
		.offset = offsetof(AttendValues, by_name),
		.help = N_("người ngoài danh sách: ghi đúng như tên, là khách mời") },
	{ .name = "remove",
		.type = OPTION_FLAG,
		.offset = offsetof(AttendValues, remove),
		.help = N_("bỏ khỏi thành phần dự") },
	{ 0 },
};

// The row that stands already, where there is one.
static bool find_row(Cli *cli, Attendance *row, Err *err)
{
	Vec people;
	vec_init(&people, sizeof(Attendance));
	bool ok = attendance_list(cli->core, row->meeting_id, &cli->arena, &people, err);
	for (size_t i = 0; ok && i < people.len; i++) {
		const Attendance *known = vec_at(&people, i);
		if (known->person_id == row->person_id &&
			(row->person_id || strcmp(known->name, row->name) == 0)) {
			row->id = known->id;
			row->rev = known->rev;
		}
	}
	vec_release(&people);
	return ok;
}

static AttendanceStatus status_of(const AttendValues *given)
{
	for (int i = 0; status_words[i]; i++)
		if (strcmp(status_words[i], given->status) == 0)
			return (AttendanceStatus)i;
	return *given->reason ? ATTENDANCE_ABSENT : ATTENDANCE_PRESENT;
}

static bool name_person(Cli *cli, const AttendValues *given, Attendance *row, Err *err)
{
	Person person;
	row->name = given->person;
	if (given->by_name)
		return true;
	if (!person_find(cli->core, given->person, &cli->arena, &person, err))
		return err_hint(err, "%s", tr("Người ngoài danh sách thì thêm --by-name."));
	row->person_id = person.id;
	row->name = person.name;
	return true;
}

static bool save_row(Cli *cli, const AttendValues *given, Attendance *row, Err *err)
{
	if (!given->remove)
		return row->id ? attendance_save(cli->core, row, err)
			       : attendance_add(cli->core, row, err);
	if (row->id)
		return attendance_remove(cli->core, row->id, row->rev, err);
	return err_set(err, ERR_NOT_FOUND, tr("%s không có trong thành phần dự."), row->name);
}

static bool run_attend(Cli *cli, const void *values, Err *err)
{
	const AttendValues *given = values;
	Meeting meeting;
	Attendance row = { .status = status_of(given), .reason = given->reason };
	if (!meeting_find(cli, &given->of, &meeting, err) || !name_person(cli, given, &row, err))
		return false;
	row.meeting_id = meeting.id;
	if (!find_row(cli, &row, err) || !save_row(cli, given, &row, err))
		return false;
	if (given->by_name && row.status == ATTENDANCE_PRESENT)
		row.status = ATTENDANCE_GUEST;
	buf_addf(&cli->out, "%s: %s\n", row.name,
		given->remove ? tr("đã bỏ khỏi thành phần dự") : attendance_name(row.status));
	return true;
}

const Command meeting_attend_command = {
	.name = "meeting attend",
	.summary = N_("Ghi một người có mặt, vắng hay là khách mời"),
	.help = N_("Ghi --reason mà không ghi --status là vắng."),
	.arguments = attend_arguments,
	.options = attend_options,
	.values_size = sizeof(AttendValues),
	.run = run_attend,
};

// --- conclude --------------------------------------------------------------------------------

typedef struct {
	MeetingOf of;
	const char *text, *body, *due, *words, *places;
	OptionInt item;
	bool task;
} ConcludeValues;

static const Option conclude_arguments[] = {
	MEETING_ARGUMENT,
	{ .name = N_("LỜI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ConcludeValues, text),
		.help = N_("lời kết luận, cũng là tên nhiệm vụ") },
	{ 0 },
};

static const Option conclude_options[] = {
	{ .name = "item",
		.type = OPTION_INT,
		.offset = offsetof(ConcludeValues, item),
		.min = 1,
		.max = 999,
		.value = N_("SỐ"),
		.help = N_("của nội dung thứ mấy; không ghi là của cả buổi") },
	{ .name = "task",
		.type = OPTION_FLAG,
		.offset = offsetof(ConcludeValues, task),
		.help = N_("là nhiệm vụ, dù chưa có cơ quan, hạn hay nơi") },
	{ .name = "body",
		.type = OPTION_LINE,
		.offset = offsetof(ConcludeValues, body),
		.value = N_("MÃ"),
		.help = N_("nhiệm vụ do cơ quan này chủ trì; một nơi thì mặc định là cấp ủy nơi ấy") },
	{ .name = "due",
		.type = OPTION_LINE,
		.offset = offsetof(ConcludeValues, due),
		.value = N_("NGÀY"),
		.help = N_("hạn của nhiệm vụ") },
	{ .name = "words",
		.type = OPTION_LINE,
		.offset = offsetof(ConcludeValues, words),
		.value = N_("LỜI"),
		.help = N_("thời hạn bằng lời, như quý I năm 2022") },
	{ .name = "places",
		.type = OPTION_LINE,
		.offset = offsetof(ConcludeValues, places),
		.value = N_("MÃ,…"),
		.help = N_("các địa phương của vùng; không ghi là cả vùng") },
	{ 0 },
};

static bool read_places(Cli *cli, const char *codes, ConclusionTask *task, Err *err)
{
	Vec places;
	vec_init(&places, sizeof(Place));
	bool ok = !*codes || pick_places(cli, codes, &places, err);
	int64_t *ids = arena_array(&cli->arena, places.len + 1, sizeof(*ids));
	for (size_t i = 0; ok && i < places.len; i++) {
		ids[i] = ((const Place *)vec_at(&places, i))->district_id;
		if (!ids[i])
			ok = err_set(err, ERR_INVALID, "%s",
				     tr("Chỉ ghi mã địa phương; không ghi --places là cả vùng.")) ||
			     err_field(err, "places");
	}
	task->district_ids = ids;
	task->districts_n = places.len;
	vec_release(&places);
	return ok;
}

static bool read_task(Cli *cli, const ConcludeValues *given, ConclusionTask *out, Err *err)
{
	Body body = { .id = 0 };
	*out = (ConclusionTask){ .deadline_words = given->words };
	if ((*given->body && !body_find(cli->core, given->body, &cli->arena, &body, err)) ||
		!cli_date(cli, "due", given->due, &out->due, err) ||
		!read_places(cli, given->places, out, err))
		return false;
	out->body_id = body.id;
	return true;
}

// With one item only, what is concluded is concluded of it.
static bool find_item(Cli *cli, const Meeting *meeting, OptionInt nth, int64_t *id, Err *err)
{
	AgendaItem item = { .id = 0 };
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = nth.given ? meeting_find_item(cli, meeting, nth.value, &item, err)
			    : agenda_list(cli->core, meeting->id, &cli->arena, &items, err);
	if (ok && items.len == 1)
		item = *(const AgendaItem *)vec_at(&items, 0);
	*id = item.id;
	vec_release(&items);
	return ok;
}

static bool run_conclude(Cli *cli, const void *values, Err *err)
{
	const ConcludeValues *given = values;
	Meeting meeting;
	ConclusionTask task;
	Task made;
	Conclusion conclusion = { .text = given->text };
	bool is_task = given->task || *given->body || *given->due || *given->words || *given->places;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!find_item(cli, &meeting, given->item, &conclusion.item_id, err) ||
		!read_task(cli, given, &task, err))
		return false;
	conclusion.meeting_id = meeting.id;
	if (!conclusion_add(cli->core, &conclusion, is_task ? &task : NULL, err))
		return false;
	buf_addf(&cli->out, tr("Đã ghi kết luận %d.\n"), conclusion.position);
	if (!conclusion.task_id)
		return true;
	if (!task_get(cli->core, conclusion.task_id, &cli->arena, &made, err))
		return false;
	buf_addf(&cli->out, tr("Nhiệm vụ %s.\n"), made.code);
	return true;
}

const Command meeting_conclude_command = {
	.name = "meeting conclude",
	.summary = N_("Ghi một kết luận: ghi nhận, hoặc nhiệm vụ"),
	.help = N_("Có --task, --body, --due, --words hoặc --places thì là nhiệm vụ, và có ngay trong "
		   "danh sách nhiệm vụ của vùng."),
	.arguments = conclude_arguments,
	.options = conclude_options,
	.values_size = sizeof(ConcludeValues),
	.run = run_conclude,
};
