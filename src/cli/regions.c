// SPDX-License-Identifier: MIT
// regions apply: brings regions and districts in line with their files.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/convert.h"
#include "cli/paths.h"

typedef struct {
	const char *dir, *from;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("THƯ-MỤC"),
		.type = OPTION_PATH,
		.offset = offsetof(Values, dir),
		.help = N_("nơi có các tệp *.cfg; mặc định là thư mục đi kèm chương trình") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "from",
		.type = OPTION_LINE,
		.offset = offsetof(Values, from),
		.value = N_("NGÀY"),
		.help = N_("tên và vùng khác với trước thì tính từ ngày này; mặc định hôm nay") },
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ nói sẽ thay đổi gì, không ghi") },
	{ 0 },
};

static const char *const step_signs[] = {
	[STRUCTURE_STEP_ADD] = "+",
	[STRUCTURE_STEP_CHANGE] = "~",
	[STRUCTURE_STEP_END] = "-",
	[STRUCTURE_STEP_MOVE] = ">",
};

static void tell(const Vec *steps, const Values *given, Buf *out)
{
	for (size_t i = 0; i < steps->len; i++) {
		const StructureStep *step = vec_at(steps, i);
		buf_addf(out, "%s %s: %s\n", step_signs[step->kind], step->what, step->details);
	}
	if (steps->len == 0)
		buf_adds(out, tr("Không có gì thay đổi.\n"));
	else if (given->dry_run)
		buf_addf(out, tr("Sẽ có %zu thay đổi; chưa ghi gì.\n"), steps->len);
	else
		buf_addf(out, tr("Đã ghi %zu thay đổi.\n"), steps->len);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	RegionSet set;
	const char *dir = *given->dir ? given->dir : path_data("regions", &cli->arena);
	if (!regions_read(dir, &cli->arena, &set, err) || !cli_open(cli, DB_OPEN, err))
		return false;
	Vec steps;
	WantedStructure wanted = structure_of_regions(&set, &cli->arena);
	if (!cli_date(cli, "from", given->from, &wanted.from, err))
		return false;
	vec_init(&steps, sizeof(StructureStep));
	bool ok = given->dry_run ? structure_plan(cli->core, &wanted, &cli->arena, &steps, err)
				 : structure_apply(cli->core, &wanted, &cli->arena, &steps, err);
	if (ok)
		tell(&steps, given, &cli->out);
	vec_release(&steps);
	return ok;
}

const Command regions_apply_command = {
	.name = "regions apply",
	.summary = N_("Đưa các vùng và địa phương về đúng như trong tệp, kể cả thay đổi theo ngày"),
	.help = N_("Đổi tên, chia, gộp, kết thúc, chuyển vùng từ một ngày thì ghi ở tệp có changes = (…), "
		   "xem regions/examples. Không gì bị xóa, dời hay viết lại: trước ngày ấy mọi màn hình vẫn như cũ. "
		   "Nên chạy với --dry-run trước. Chạy lần nữa thì không đổi gì."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
