// SPDX-License-Identifier: MIT
// remark answer, task, seen, withdraw: what becomes of one.
#include "core/remark.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/prose.h"

// All of these begin with the number.
typedef struct {
	const char *id;
	const char *text, *document, *to, *due, *place;
} Values;

#define REMARK_ID                                                                                  \
	{                                                                                          \
		.name = N_("SỐ"), .type = OPTION_LINE, .need = OPTION_REQUIRED,                    \
		.offset = offsetof(Values, id), .help = N_("số ở cột đầu của remark list")         \
	}

static const Option id_arguments[] = { REMARK_ID, { 0 } };

static bool find(Cli *cli, const Values *given, Remark *out, Err *err)
{
	int64_t id;
	return cli_open(cli, DB_OPEN, err) && id_read(cli->core, given->id, &id, err) &&
	       remark_get(cli->core, id, &cli->arena, out, err);
}

// --- answer ----------------------------------------------------------------------------------

static const Option answer_arguments[] = {
	REMARK_ID,
	{ .name = N_("TRẢ-LỜI"),
		.type = OPTION_TEXT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, text),
		.help = N_("đã làm gì, kết quả, vướng mắc") },
	{ 0 },
};

static const Option answer_options[] = {
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(Values, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("số văn bản báo cáo") },
	{ 0 },
};

static bool run_answer(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Remark remark;
	if (!find(cli, given, &remark, err) ||
		!remark_answer(cli->core, remark.id, remark.rev, given->text, given->document, err))
		return false;
	buf_addf(&cli->out, tr("Đã trả lời ý kiến của đ/c %s.\n"), remark.author);
	return true;
}

const Command remark_answer_command = {
	.name = "remark answer",
	.summary = N_("Trả lời một ý kiến chỉ đạo"),
	.arguments = answer_arguments,
	.options = answer_options,
	.values_size = sizeof(Values),
	.run = run_answer,
};

// --- task ------------------------------------------------------------------------------------

static const Option task_options[] = {
	{ .name = "body",
		.type = OPTION_LINE,
		.offset = offsetof(Values, to),
		.value = N_("CƠ-QUAN"),
		.help = N_("cơ quan chủ trì; không ghi là nơi được gửi") },
	{ .name = "due",
		.type = OPTION_LINE,
		.offset = offsetof(Values, due),
		.value = N_("NGÀY"),
		.help = N_("hạn; không ghi là hạn của ý kiến") },
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(Values, place),
		.value = N_("MÃ"),
		.help = N_("nơi thực hiện; không ghi là nơi mà ý kiến nói đến") },
	{ 0 },
};

static bool run_task(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Remark remark;
	Body body = { 0 };
	Place place = { 0 };
	RemarkTask wanted = { .places = &place, .places_n = *given->place != '\0' };
	Task task;
	int64_t task_id;
	if (!find(cli, given, &remark, err) ||
		(*given->to && !body_find(cli->core, given->to, &cli->arena, &body, err)) ||
		(*given->place && !place_find(cli->core, given->place, &place, err)) ||
		!cli_date(cli, "due", given->due, &wanted.due, err))
		return false;
	wanted.body_id = body.id;
	if (!remark_make_task(cli->core, remark.id, remark.rev, &wanted, &task_id, err) ||
		!task_get(cli->core, task_id, &cli->arena, &task, err))
		return false;
	buf_addf(&cli->out, tr("Đã giao thành nhiệm vụ %s"), task.code);
	if (task.leads_n)
		buf_addf(&cli->out, tr("; chủ trì: %s"), task.leads[0]);
	if (*task.due)
		buf_addf(&cli->out, tr("; hạn: %s"), day_shown(task.due, &cli->arena));
	buf_adds(&cli->out, ".\n");
	return true;
}

const Command remark_task_command = {
	.name = "remark task",
	.summary = N_("Giao một ý kiến chỉ đạo thành nhiệm vụ YK-…"),
	.arguments = id_arguments,
	.options = task_options,
	.values_size = sizeof(Values),
	.run = run_task,
};

// --- seen, withdraw ----------------------------------------------------------------------------

static bool run_seen(Cli *cli, const void *values, Err *err)
{
	Remark remark;
	if (!find(cli, values, &remark, err) ||
		!remark_acknowledge(cli->core, remark.id, remark.rev, err))
		return false;
	buf_adds(&cli->out, tr("Đã ghi là đã xem trả lời.\n"));
	return true;
}

const Command remark_seen_command = {
	.name = "remark seen",
	.summary = N_("Ghi là người cho ý kiến đã xem trả lời và đồng ý"),
	.arguments = id_arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_seen,
};

static bool run_withdraw(Cli *cli, const void *values, Err *err)
{
	Remark remark;
	if (!find(cli, values, &remark, err) ||
		!remark_withdraw(cli->core, remark.id, remark.rev, err))
		return false;
	buf_adds(&cli->out, tr("Đã rút ý kiến.\n"));
	return true;
}

const Command remark_withdraw_command = {
	.name = "remark withdraw",
	.summary = N_("Rút một ý kiến chỉ đạo chưa được trả lời"),
	.arguments = id_arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_withdraw,
};
