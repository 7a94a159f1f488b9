// SPDX-License-Identifier: MIT
// assign handover: one change that ends what somebody is assigned to and begins it for another.
#include "cli/assign_parts.h"
#include "cli/command.h"
#include "cli/json.h"

#include "base/tr.h"
#include "core/handover.h"

typedef struct {
	const char *person, *successor;
	AssignTarget target;
	const char *from, *document;
	bool dry_run, json;
} Values;

static const Option arguments[] = {
	{ .name = N_("NGƯỜI-GIAO"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, person),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ .name = N_("NGƯỜI-NHẬN"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, successor),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "from",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, from),
		.value = N_("NGÀY"),
		.help = N_("ngày đầu của người nhận; hôm trước là ngày cuối của người giao") },
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.region),
		.value = N_("MÃ"),
		.help = N_("chỉ vùng này; không ghi nơi nào là giao hết") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.district),
		.value = N_("MÃ"),
		.help = N_("chỉ địa phương này") },
	{ .name = "member",
		.type = OPTION_LINE,
		.offset = offsetof(Values, target.member),
		.value = N_("NGƯỜI"),
		.help = N_("chỉ việc giúp người này") },
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(Values, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("số và ngày văn bản phân công") },
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ in ra những gì sẽ đổi và còn mở, không ghi") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

typedef struct {
	Handover handover;
	Person from, successor;
	Vec assignments, works;
} Plan;

static bool check_target(const AssignTarget *given, Err *err)
{
	return !(*given->region || *given->district || *given->member) ||
	       assign_check_target(given, err);
}

static bool read(Cli *cli, const Values *given, Plan *plan, Err *err)
{
	Assignment target = { 0 };
	const char *name;
	if (!person_find(cli->core, given->person, &cli->arena, &plan->from, err) ||
		!person_find(cli->core, given->successor, &cli->arena, &plan->successor, err) ||
		!assign_find_target(cli, &given->target, &target, &name, err) ||
		!cli_date(cli, "from", given->from, &plan->handover.first_day, err))
		return false;
	plan->handover.from = (WorkOf){ plan->from.id, { target.region_id, target.district_id },
		target.member_id };
	plan->handover.successor_id = plan->successor.id;
	plan->handover.document = given->document;
	return handover_plan(cli->core, &plan->handover, &cli->arena, &plan->assignments, &plan->works,
		err);
}

static const char *passed_words(const Work *work)
{
	if (work->kind == WORK_DRAFT)
		return tr("của riêng người gõ");
	if (work->passes)
		return tr("chuyển cho người nhận");
	return *work->names ? tr("giữ tên, người nhận làm tiếp") : tr("người nhận làm tiếp");
}

static const char *name_of(const Plan *plan, int64_t person_id)
{
	return person_id == plan->from.id ? plan->from.name : plan->successor.name;
}

static bool print(Cli *cli, const Plan *plan, Err *err)
{
	for (size_t i = 0; i < plan->assignments.len; i++) {
		const char *target;
		const Assignment *each = vec_at(&plan->assignments, i);
		if (!assignment_target(cli->core, each, &cli->arena, &target, err))
			return false;
		buf_addf(&cli->out, "%s: %s, %s\n", target, name_of(plan, each->person_id),
			assign_days(each, &cli->arena));
	}
	buf_addf(&cli->out, tr("%zu việc còn mở.\n"), plan->works.len);
	for (size_t i = 0; i < plan->works.len; i++) {
		const Work *work = vec_at(&plan->works, i);
		buf_addf(&cli->out, "  %s: %s%s%s; %s\n", work->title, work->state,
			*work->names ? ", " : "", work->names, passed_words(work));
	}
	return true;
}

static json_t *json_of_work(const Work *work)
{
	return json_pack("{s:s, s:o, s:o, s:o, s:b}", "kind", nouns[work->thing.noun].table, "title",
		json_of_text(work->title), "state", json_of_text(work->state), "names",
		json_of_known(work->names), "passes", (int)work->passes);
}

static bool print_json(Cli *cli, const Plan *plan, Err *err)
{
	json_t *assignments = json_array(), *works = json_array();
	bool ok = true;
	for (size_t i = 0; ok && i < plan->assignments.len; i++) {
		const char *target = "";
		const Assignment *each = vec_at(&plan->assignments, i);
		ok = assignment_target(cli->core, each, &cli->arena, &target, err);
		json_array_append_new(assignments,
			json_pack("{s:o, s:o, s:o, s:o, s:o}", "target", json_of_text(target), "person",
				json_of_text(name_of(plan, each->person_id)), "from",
				json_of_known(each->from), "to", json_of_known(each->to), "document",
				json_of_known(each->document)));
	}
	for (size_t i = 0; i < plan->works.len; i++)
		json_array_append_new(works, json_of_work(vec_at(&plan->works, i)));
	json_print(json_pack("{s:o, s:o}", "assignments", assignments, "open", works), &cli->out);
	return ok;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Plan plan = { .from = { .name = "" } };
	if (!check_target(&given->target, err) || !cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&plan.assignments, sizeof(Assignment));
	vec_init(&plan.works, sizeof(Work));
	bool ok = read(cli, given, &plan, err) &&
		  (given->dry_run || handover_run(cli->core, &plan.handover, err)) &&
		  (given->json ? print_json : print)(cli, &plan, err);
	if (ok && given->dry_run && !given->json)
		buf_adds(&cli->out, tr("Chưa ghi gì (--dry-run).\n"));
	vec_release(&plan.assignments);
	vec_release(&plan.works);
	return ok;
}

const Command assign_handover_command = {
	.name = "assign handover",
	.summary = N_("Bàn giao: người này thôi, người kia nhận, trong một thay đổi"),
	.help = N_("Sơ kết đã duyệt và biên bản đã hoàn tất giữ tên cũ. Buổi làm việc sắp tới và ý kiến chờ "
		   "trả lời chuyển cho người nhận; biên bản nháp giữ tên người ghi, người nhận làm tiếp."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
