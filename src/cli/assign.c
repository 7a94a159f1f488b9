// SPDX-License-Identifier: MIT
// assign: who leads a region, is in charge of a district, or serves a member as secretary.
#include "cli/assign_parts.h"
#include "cli/command.h"
#include "cli/prose.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/person.h"

typedef struct {
	const char *person;
	AssignTarget target;
	const char *from, *to, *document;
	bool stand_in;
} Values;

static const Option arguments[] = {
	{ .name = N_("NGƯỜI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, person),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.region),
		.value = N_("MÃ"),
		.help = N_("phụ trách vùng này") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.district),
		.value = N_("MÃ"),
		.help = N_("phụ trách địa phương này") },
	{ .name = "member",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.member),
		.value = N_("NGƯỜI"),
		.help = N_("giúp việc cho người này") },
	{ .name = "from",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, from),
		.value = N_("NGÀY"),
		.help = N_("ngày đầu") },
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(Values, to),
		.value = N_("NGÀY"),
		.help = N_("ngày cuối; không ghi là chưa biết") },
	{ .name = "stand-in",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, stand_in),
		.help = N_("được giao thay người phụ trách") },
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(Values, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("số và ngày văn bản phân công") },
	{ 0 },
};

bool assign_check_target(const AssignTarget *given, Err *err)
{
	if (!!*given->region + !!*given->district + !!*given->member == 1)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Ghi đúng một trong --region, --district, --member."));
	err_hint(err, "%s", tr("Mỗi lần phân công một việc; việc khác thì chạy lệnh lần nữa."));
	return err_field(err, "region");
}

bool assign_find_target(
	Cli *cli, const AssignTarget *given, Assignment *out, const char **name, Err *err)
{
	Region region = { .title = "" };
	District district = { .title = "" };
	Person member = { .name = "" };
	Arena *arena = &cli->arena;
	if ((*given->region && !region_by_code(cli->core, given->region, arena, &region, err)) ||
		(*given->district &&
			!district_by_code(cli->core, given->district, arena, &district, err)) ||
		(*given->member && !person_find(cli->core, given->member, arena, &member, err)))
		return false;
	out->region_id = region.id;
	out->district_id = district.id;
	out->member_id = member.id;
	*name = *region.title ? region.title : *district.title ? district.title : member.name;
	return true;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Person person;
	const char *target;
	Assignment assignment = { .stand_in = given->stand_in, .document = given->document };
	if (!assign_check_target(&given->target, err) || !cli_open(cli, DB_OPEN, err) ||
		!person_find(cli->core, given->person, &cli->arena, &person, err) ||
		!assign_find_target(cli, &given->target, &assignment, &target, err) ||
		!cli_date(cli, "from", given->from, &assignment.from, err) ||
		!cli_date(cli, "to", given->to, &assignment.to, err))
		return false;
	assignment.person_id = person.id;
	if (!assignment_add(cli->core, &assignment, err))
		return false;
	buf_addf(&cli->out,
		assignment.member_id ? tr("Đã phân công %s giúp việc cho %s")
				     : tr("Đã phân công %s phụ trách %s"),
		person_title(&cli->arena, person.name, person.post), target);
	buf_addf(&cli->out, tr(", từ %s.\n"), day_shown(assignment.from, &cli->arena));
	return true;
}

const Command assign_command = {
	.name = "assign",
	.summary = N_("Phân công người phụ trách vùng, địa phương, hay giúp việc"),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
