// SPDX-License-Identifier: MIT
// progress withdraw: the row of progress that counts is taken back; the one before counts again.
#include "cli/command.h"
#include "cli/prose.h"

#include "base/tr.h"
#include "core/task.h"

typedef struct {
	const char *code, *place;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã nhiệm vụ, như 2.3b, hoặc đủ cả số văn bản: 259-CV/TU/2.3b") },
	{ .name = N_("NƠI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, place),
		.help = N_("mã địa phương hay vùng, hoặc province cho việc ở cấp tỉnh") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ nói sẽ rút dòng nào, không ghi") },
	{ 0 },
};

static const Progress *newest(const Vec *rows)
{
	for (size_t i = 0; i < rows->len; i++) {
		const Progress *row = vec_at(rows, i);
		if (!row->withdrawn)
			return row;
	}
	return NULL;
}

static bool withdraw(Cli *cli, const Values *given, const Leaf *leaf, Vec *rows, Err *err)
{
	if (!progress_list(cli->core, leaf->leaf_id, &cli->arena, rows, err))
		return false;
	const Progress *row = newest(rows);
	if (!row)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có dòng tiến độ nào để rút."));
	if (!given->dry_run && !progress_withdraw(cli->core, row->id, err))
		return false;
	buf_addf(&cli->out, given->dry_run ? tr("Sẽ rút: %s %d %%, số liệu đến %s, %s ghi.\n") :
					     tr("Đã rút: %s %d %%, số liệu đến %s, %s ghi.\n"),
		state_name(row->state), row->percent, day_shown(row->as_of, &cli->arena), row->person);
	return true;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Place place;
	Leaf leaf;
	Vec rows;
	if (!cli_open(cli, DB_OPEN, err) || !place_find(cli->core, given->place, &place, err) ||
		!leaf_find(cli->core, given->code, place, &cli->arena, &leaf, err))
		return false;
	vec_init(&rows, sizeof(Progress));
	bool ok = withdraw(cli, given, &leaf, &rows, err);
	vec_release(&rows);
	return ok;
}

const Command progress_withdraw_command = {
	.name = "progress withdraw",
	.summary = N_("Rút dòng tiến độ đang được tính của một nhiệm vụ tại một nơi"),
	.help = N_("Dòng đã rút vẫn xem được, có ghi “đã rút”; dòng trước đó lại có hiệu lực."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
