// SPDX-License-Identifier: MIT
// assign end: the last day of what somebody is assigned to.
#include "cli/assign_parts.h"
#include "cli/command.h"
#include "cli/prose.h"

#include "base/tr.h"

typedef struct {
	const char *person;
	AssignTarget target;
	const char *to;
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
		.help = N_("thôi phụ trách vùng này") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.district),
		.value = N_("MÃ"),
		.help = N_("thôi phụ trách địa phương này") },
	{ .name = "member",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.member),
		.value = N_("NGƯỜI"),
		.help = N_("thôi giúp việc cho người này") },
	{ .name = "to",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, to),
		.value = N_("NGÀY"),
		.help = N_("ngày cuối") },
	{ 0 },
};

// The newest one with that target.
static bool find(Cli *cli, const Person *person, const Assignment *wanted, Assignment *out, Err *err)
{
	Vec all;
	bool found = false;
	vec_init(&all, sizeof(Assignment));
	bool ok = assignment_of_person_ever(cli->core, person->id, &cli->arena, &all, err);
	for (size_t i = 0; ok && !found && i < all.len; i++) {
		*out = *(const Assignment *)vec_at(&all, i);
		found = out->region_id == wanted->region_id && out->district_id == wanted->district_id &&
			out->member_id == wanted->member_id;
	}
	vec_release(&all);
	if (!ok || found)
		return ok;
	err_set(err, ERR_NOT_FOUND, tr("Đồng chí %s không có phân công ấy."), person->name);
	return err_hint(err, "%s", tr("Xem ai phụ trách gì bằng `dieuphoi assign list`."));
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Person person;
	Assignment wanted = { 0 }, found = { 0 };
	const char *target, *to;
	if (!assign_check_target(&given->target, err) || !cli_open(cli, DB_OPEN, err) ||
		!person_find(cli->core, given->person, &cli->arena, &person, err) ||
		!assign_find_target(cli, &given->target, &wanted, &target, err) ||
		!cli_date(cli, "to", given->to, &to, err) ||
		!find(cli, &person, &wanted, &found, err) ||
		!assignment_end(cli->core, found.id, found.rev, to, err))
		return false;
	buf_addf(&cli->out,
		found.member_id ? tr("%s giúp việc cho %s đến hết ngày %s.\n")
				: tr("%s phụ trách %s đến hết ngày %s.\n"),
		person_title(&cli->arena, person.name, person.post), target, day_shown(to, &cli->arena));
	return true;
}

const Command assign_end_command = {
	.name = "assign end",
	.summary = N_("Ghi ngày cuối của một phân công"),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
