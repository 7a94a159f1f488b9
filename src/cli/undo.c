// SPDX-License-Identifier: MIT
// undo, redo: the acting person's last change, taken back or made again.
#include "core/undo.h"

#include "base/tr.h"
#include "cli/command.h"

typedef struct {
	bool dry_run;
} Values;

static const Option options[] = {
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ nói sẽ là việc gì, không làm") },
	{ 0 },
};

typedef bool Step(Core *core, Arena *arena, const char **what, Err *err);

static bool take(
	Cli *cli, const Values *given, Step *look, Step *carry_out, const char *format, Err *err)
{
	const char *what = "";
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	if (!given->dry_run) {
		if (!carry_out(cli->core, &cli->arena, &what, err))
			return false;
		buf_addf(&cli->out, format, what);
		return true;
	}
	if (!look(cli->core, &cli->arena, &what, err))
		return false;
	buf_addf(&cli->out, "%s\n", *what ? what : tr("Không có gì."));
	return true;
}

static bool run_undo(Cli *cli, const void *values, Err *err)
{
	return take(cli, values, undo_next, undo_run, tr("Đã hoàn tác: %s.\n"), err);
}

static bool run_redo(Cli *cli, const void *values, Err *err)
{
	return take(cli, values, redo_next, redo_run, tr("Đã làm lại: %s.\n"), err);
}

const Command undo_command = {
	.name = "undo",
	.summary = N_("Hoàn tác thay đổi cuối của mình"),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_undo,
};

const Command redo_command = {
	.name = "redo",
	.summary = N_("Làm lại thay đổi vừa hoàn tác"),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_redo,
};
