// SPDX-License-Identifier: MIT
// task extend, task end, task resume: what the Office decides about tasks at many places at once.
#include "cli/prose.h"
#include "cli/task_pick.h"

#include "base/tr.h"
#include "core/task.h"

typedef struct {
	PickedLeaves picked;
	const char *due, *reason, *agreed_by;
	bool dry_run;
} Values;

#define REASON                                                                                     \
	{                                                                                          \
		.name = "reason", .type = OPTION_LINE, .need = OPTION_REQUIRED,                    \
		.offset = offsetof(Values, reason), .value = N_("LỜI"), .help = N_("lý do")        \
	}

static const Option extend_options[] = {
	{ .name = "due",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, due),
		.value = N_("NGÀY"),
		.help = N_("hạn mới, sau hạn đang có") },
	REASON,
	{ .name = "agreed-by",
		.type = OPTION_LINE,
		.offset = offsetof(Values, agreed_by),
		.value = N_("NGƯỜI"),
		.help = N_("người đồng ý gia hạn") },
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ kiểm tra, không ghi") },
	{ 0 },
};

static const Option end_options[] = { REASON, { 0 } };

typedef bool Decide(Cli *cli, const Values *given, const Vec *leaves, Err *err);

static bool with_leaves(Cli *cli, const Values *given, Decide *decide, Err *err)
{
	Vec leaves;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = pick_leaves(cli, given->picked.codes, given->picked.places, &leaves, err) &&
		  decide(cli, given, &leaves, err);
	vec_release(&leaves);
	return ok;
}

static bool extend(Cli *cli, const Values *given, const Vec *leaves, Err *err)
{
	Extension extension = { .reason = given->reason, .agreed_by = given->agreed_by };
	const int64_t *ids = picked_ids(leaves, &cli->arena);
	if (!cli_date(cli, "due", given->due, &extension.new_due, err))
		return false;
	bool ok = given->dry_run ? leaf_extend_check(cli->core, ids, leaves->len, &extension, err) :
				   leaf_extend_many(cli->core, ids, leaves->len, &extension, err);
	if (!ok)
		return false;
	for (size_t i = 0; i < leaves->len; i++) {
		const Leaf *leaf = vec_at(leaves, i);
		buf_addf(&cli->out, "%s, %s: %s → %s\n", leaf->code, leaf->place_title,
			day_shown(leaf->due, &cli->arena), day_shown(extension.new_due, &cli->arena));
	}
	buf_addf(&cli->out, given->dry_run ? tr("Sẽ gia hạn %zu việc; chưa ghi gì.\n") :
					     tr("Đã gia hạn %zu việc.\n"), leaves->len);
	return true;
}

static bool end(Cli *cli, const Values *given, const Vec *leaves, Err *err)
{
	if (!leaf_end(cli->core, picked_ids(leaves, &cli->arena), leaves->len, given->reason, err))
		return false;
	buf_addf(&cli->out, tr("Đã kết thúc %zu việc.\n"), leaves->len);
	return true;
}

static bool resume(Cli *cli, const Values *given, const Vec *leaves, Err *err)
{
	(void)given;
	if (!leaf_resume(cli->core, picked_ids(leaves, &cli->arena), leaves->len, err))
		return false;
	buf_addf(&cli->out, tr("Đã mở lại %zu việc.\n"), leaves->len);
	return true;
}

static bool run_extend(Cli *cli, const void *values, Err *err)
{
	return with_leaves(cli, values, extend, err);
}

static bool run_end(Cli *cli, const void *values, Err *err)
{
	return with_leaves(cli, values, end, err);
}

static bool run_resume(Cli *cli, const void *values, Err *err)
{
	return with_leaves(cli, values, resume, err);
}

const Command task_extend_command = {
	.name = "task extend",
	.summary = N_("Gia hạn nhiệm vụ tại một hay nhiều nơi"),
	.help = N_("Tất cả hoặc không gì cả; hạn cũ và số lần gia hạn vẫn xem được."),
	.arguments = pick_arguments,
	.options = extend_options,
	.values_size = sizeof(Values),
	.run = run_extend,
};

const Command task_end_command = {
	.name = "task end",
	.summary = N_("Kết thúc nhiệm vụ chưa xong tại một hay nhiều nơi"),
	.help = N_("Việc đã kết thúc không còn mở hay quá hạn, nhưng vẫn tính là chưa hoàn thành."),
	.arguments = pick_arguments,
	.options = end_options,
	.values_size = sizeof(Values),
	.run = run_end,
};

const Command task_resume_command = {
	.name = "task resume",
	.summary = N_("Mở lại nhiệm vụ đã kết thúc"),
	.arguments = pick_arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_resume,
};
