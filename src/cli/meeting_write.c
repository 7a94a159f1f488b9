// SPDX-License-Identifier: MIT
// meeting item, write, carry, move, drop, tasks, attend, conclude: what belongs to a meeting.
#include "cli/meeting_parts.h"

#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "cli/task_pick.h"
#include "core/person.h"
#include "core/task.h"

#include <string.h>

bool meeting_find_item(Cli *cli, const Meeting *meeting, int nth, AgendaItem *out, Err *err)
{
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(cli->core, meeting->id, &cli->arena, &items, err);
	bool known = ok && nth >= 1 && (size_t)nth <= items.len;
	if (known)
		*out = *(const AgendaItem *)vec_at(&items, (size_t)nth - 1);
	else if (ok)
		err_set(err, ERR_NOT_FOUND, tr("Buổi làm việc số %s không có nội dung thứ %d."),
			cli_id(cli, meeting->id), nth);
	vec_release(&items);
	return known || err_field(err, "item");
}

// --- item ------------------------------------------------------------------------------------

typedef struct {
	MeetingOf of;
	const char *title;
} ItemValues;

static const Option item_arguments[] = {
	MEETING_ARGUMENT,
	{ .name = N_("TÊN"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ItemValues, title),
		.help = N_("tên nội dung") },
	{ 0 },
};

static bool run_item(Cli *cli, const void *values, Err *err)
{
	const ItemValues *given = values;
	Meeting meeting;
	AgendaItem item = { .title = given->title, .proceedings = "" };
	if (!meeting_find(cli, &given->of, &meeting, err))
		return false;
	item.meeting_id = meeting.id;
	if (!agenda_add(cli->core, &item, err))
		return false;
	buf_addf(&cli->out, tr("Đã thêm nội dung vào buổi làm việc số %s.\n"),
		cli_id(cli, meeting.id));
	return true;
}

const Command meeting_item_command = {
	.name = "meeting item",
	.summary = N_("Thêm một nội dung vào cuối chương trình"),
	.arguments = item_arguments,
	.options = no_options,
	.values_size = sizeof(ItemValues),
	.run = run_item,
};

// --- write, carry, move, drop ----------------------------------------------------------------------------

typedef struct {
	MeetingOf of;
	OptionInt item, to;
	const char *title, *text;
	bool off;
} WriteValues;

#define ITEM_OPTION \
	{ .name = "item", \
		.type = OPTION_INT, \
		.need = OPTION_REQUIRED, \
		.offset = offsetof(WriteValues, item), \
		.min = 1, \
		.max = 999, \
		.value = N_("SỐ"), \
		.help = N_("nội dung thứ mấy, từ 1") }

static const Option write_options[] = {
	ITEM_OPTION,
	{ .name = "title",
		.type = OPTION_LINE,
		.offset = offsetof(WriteValues, title),
		.value = N_("TÊN"),
		.help = N_("đổi tên nội dung") },
	{ .name = "text",
		.type = OPTION_TEXT,
		.offset = offsetof(WriteValues, text),
		.value = N_("LỜI"),
		.help = N_("cả diễn biến, thay cho lời đang có") },
	{ 0 },
};

static bool run_write(Cli *cli, const void *values, Err *err)
{
	const WriteValues *given = values;
	Meeting meeting;
	AgendaItem item;
	if (!*given->title && !*given->text)
		return err_set(err, ERR_INVALID, "%s", tr("Ghi --text hoặc --title."));
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_find_item(cli, &meeting, given->item.value, &item, err))
		return false;
	item.title = *given->title ? given->title : item.title;
	item.proceedings = *given->text ? given->text : item.proceedings;
	if (!agenda_save(cli->core, &item, err))
		return false;
	buf_addf(&cli->out, tr("Đã ghi nội dung “%s”.\n"), item.title);
	return true;
}

const Command meeting_write_command = {
	.name = "meeting write",
	.summary = N_("Ghi diễn biến của một nội dung"),
	.arguments = of_meeting,
	.options = write_options,
	.values_size = sizeof(WriteValues),
	.run = run_write,
};

static const Option carry_options[] = {
	ITEM_OPTION,
	{ .name = "off",
		.type = OPTION_FLAG,
		.offset = offsetof(WriteValues, off),
		.help = N_("thôi chuyển") },
	{ 0 },
};

static bool run_carry(Cli *cli, const void *values, Err *err)
{
	const WriteValues *given = values;
	Meeting meeting;
	AgendaItem item;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_find_item(cli, &meeting, given->item.value, &item, err))
		return false;
	item.carried_over = !given->off;
	if (!agenda_save(cli->core, &item, err))
		return false;
	buf_addf(&cli->out,
		given->off ? tr("Đã thôi chuyển kỳ sau: %s.\n")
			   : tr("Nội dung này sẽ nằm trong buổi sau của vùng: %s.\n"),
		item.title);
	return true;
}

const Command meeting_carry_command = {
	.name = "meeting carry",
	.summary = N_("Chuyển một nội dung sang buổi sau của vùng"),
	.arguments = of_meeting,
	.options = carry_options,
	.values_size = sizeof(WriteValues),
	.run = run_carry,
};

static const Option move_options[] = {
	ITEM_OPTION,
	{ .name = "to",
		.type = OPTION_INT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(WriteValues, to),
		.min = 1,
		.max = 999,
		.value = N_("SỐ"),
		.help = N_("sẽ là nội dung thứ mấy") },
	{ 0 },
};

static bool run_move(Cli *cli, const void *values, Err *err)
{
	const WriteValues *given = values;
	Meeting meeting;
	AgendaItem item;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_find_item(cli, &meeting, given->item.value, &item, err) ||
		!agenda_move(cli->core, item.id, item.rev, given->to.value, err))
		return false;
	buf_addf(&cli->out, tr("Nội dung “%s” nay là thứ %d.\n"), item.title, given->to.value);
	return true;
}

const Command meeting_move_command = {
	.name = "meeting move",
	.summary = N_("Đổi chỗ một nội dung trong chương trình"),
	.arguments = of_meeting,
	.options = move_options,
	.values_size = sizeof(WriteValues),
	.run = run_move,
};

static const Option drop_options[] = { ITEM_OPTION, { 0 } };

static bool run_drop(Cli *cli, const void *values, Err *err)
{
	const WriteValues *given = values;
	Meeting meeting;
	AgendaItem item;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_find_item(cli, &meeting, given->item.value, &item, err) ||
		!agenda_remove(cli->core, item.id, item.rev, err))
		return false;
	buf_addf(&cli->out, tr("Đã bỏ nội dung “%s”.\n"), item.title);
	return true;
}

const Command meeting_drop_command = {
	.name = "meeting drop",
	.summary = N_("Bỏ khỏi chương trình một nội dung chưa ghi gì"),
	.arguments = of_meeting,
	.options = drop_options,
	.values_size = sizeof(WriteValues),
	.run = run_drop,
};

// --- tasks -----------------------------------------------------------------------------------

typedef struct {
	MeetingOf of;
	const char *add, *need;
	bool json;
} TasksValues;

// In the order of AgendaNeed; what is closed is not offered.
static const char *const need_words[] = { "late", "before", "later", "undated", NULL };

static const Option tasks_options[] = {
	{ .name = "need",
		.type = OPTION_WORD,
		.offset = offsetof(TasksValues, need),
		.words = need_words,
		.value = N_("LOẠI"),
		.help = N_("chỉ late (quá hạn), before (đến hạn trước buổi này), later (còn hạn), undated "
			   "(thường xuyên, không nêu ngày)") },
	{ .name = "add",
		.type = OPTION_LINE,
		.offset = offsetof(TasksValues, add),
		.value = N_("MÃ,…"),
		.help = N_("đưa các nhiệm vụ này vào chương trình; all là tất cả, hay mọi việc của --need") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(TasksValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_offer(const Vec *tasks)
{
	json_t *array = json_array();
	for (size_t i = 0; i < tasks->len; i++) {
		const AgendaTask *task = vec_at(tasks, i);
		json_array_append_new(array,
			json_pack("{s:o, s:s, s:o, s:o, s:o, s:b, s:i, s:i, s:o, s:o}", "task",
				json_of_text(task->code), "need", agenda_need_code(task->need),
				"origin", json_of_text(task->origin), "places",
				json_of_text(task->places), "due", json_of_known(task->sum.due), "late",
				(int)task->sum.late, "days_late", task->sum.days_late, "percent",
				task_sum_percent(&task->sum), "lead", json_of_known(task->sum.lead),
				"text", json_of_text(task->title)));
	}
	return array;
}

static void print_offer(Cli *cli, const Vec *tasks)
{
	static const TableColumn columns[] = {
		{ N_("Nhiệm vụ"), ALIGN_LEFT },
		{ N_("Nguồn"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Quá hạn (ngày)"), ALIGN_RIGHT },
		{ N_("Tiến độ"), ALIGN_RIGHT },
		{ N_("Tại"), ALIGN_LEFT },
		{ N_("Nội dung"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 7);
	for (size_t i = 0; i < tasks->len; i++) {
		const AgendaTask *task = vec_at(tasks, i);
		const TaskSum *sum = &task->sum;
		table_add(&table,
			(const char *[]){ task->code, task->origin_words,
				*sum->due ? day_shown(sum->due, &cli->arena)
					  : deadline_kind_name(task->deadline_kind),
				sum->late ? arena_printf(&cli->arena, "%d", sum->days_late) : "",
				arena_printf(&cli->arena, "%d%%", task_sum_percent(sum)),
				task->places, task->title });
	}
	table_print(&table, "", &cli->out);
}

// Leaves those that press in the way that was asked for.
static void keep_need(Vec *tasks, const char *need)
{
	size_t kept = 0;
	for (size_t i = 0; i < tasks->len; i++) {
		const AgendaTask *task = vec_at(tasks, i);
		if (!*need || strcmp(need, agenda_need_code(task->need)) == 0)
			*(AgendaTask *)vec_at(tasks, kept++) = *task;
	}
	vec_remove(tasks, kept, tasks->len - kept);
}

static bool add_tasks(Cli *cli, int64_t meeting_id, const char *codes, const Vec *tasks, Err *err)
{
	Vec ids;
	vec_init(&ids, sizeof(int64_t));
	bool all = strcmp(codes, "all") == 0;
	for (size_t i = 0; all && i < tasks->len; i++)
		*(int64_t *)vec_push(&ids) = ((const AgendaTask *)vec_at(tasks, i))->task_id;
	bool ok = (all || pick_tasks(cli, codes, &ids, err)) &&
		  agenda_add_tasks(cli->core, meeting_id, ids.items, ids.len, err);
	if (ok)
		buf_addf(&cli->out, tr("Đã đưa %d nhiệm vụ vào chương trình.\n"), (int)ids.len);
	vec_release(&ids);
	return ok;
}

static bool run_tasks(Cli *cli, const void *values, Err *err)
{
	const TasksValues *given = values;
	Meeting meeting;
	Vec tasks;
	vec_init(&tasks, sizeof(AgendaTask));
	bool ok = meeting_find(cli, &given->of, &meeting, err) &&
		  agenda_offer(cli->core, meeting.id, &cli->arena, &tasks, err);
	if (ok)
		keep_need(&tasks, given->need);
	if (ok && *given->add)
		ok = add_tasks(cli, meeting.id, given->add, &tasks, err);
	else if (ok && given->json)
		json_print(json_of_offer(&tasks), &cli->out);
	else if (ok && !tasks.len)
		buf_adds(&cli->out, tr("Không còn nhiệm vụ nào chưa xong ngoài chương trình.\n"));
	else if (ok)
		print_offer(cli, &tasks);
	vec_release(&tasks);
	return ok;
}

const Command meeting_tasks_command = {
	.name = "meeting tasks",
	.summary = N_("Nhiệm vụ còn mở của vùng, để đưa vào chương trình"),
	.help = N_("Từ mọi nguồn: văn bản, kết luận, việc giao sau sơ kết, ý kiến chỉ đạo; quá hạn trước, rồi "
		   "việc đến hạn trước buổi này."),
	.arguments = of_meeting,
	.options = tasks_options,
	.values_size = sizeof(TasksValues),
	.run = run_tasks,
};
