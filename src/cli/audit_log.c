// SPDX-License-Identifier: MIT
// audit log: who did what, when.
#include "core/audit.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/moment.h"
#include "cli/table.h"
#include "core/journal_op.h"
#include "core/person.h"

typedef struct {
	const char *since, *person;
	bool json;
} Values;

static const Option options[] = {
	{ .name = "since",
		.type = OPTION_LINE,
		.offset = offsetof(Values, since),
		.value = N_("NGÀY"),
		.help = N_("từ ngày này") },
	{ .name = "person",
		.type = OPTION_LINE,
		.offset = offsetof(Values, person),
		.value = N_("NGƯỜI"),
		.help = N_("chỉ của người này: tên đăng nhập hoặc họ tên") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static bool read_filter(Cli *cli, const Values *given, AuditFilter *out, Err *err)
{
	const char *since;
	Date day;
	Person person = { .id = 0 };
	*out = (AuditFilter){ .since = 0 };
	if (!cli_past_date(cli, "since", given->since, &since, err))
		return false;
	if (*given->person && !person_find(cli->core, given->person, &cli->arena, &person, err))
		return false;
	if (date_parse(since, &day))
		out->since = moment_of_day(cli->core, day);
	out->person_id = person.id;
	return true;
}

static const char *what_of(Cli *cli, const AuditChange *change)
{
	const char *name = op_name(change->op);
	return change->undoes ? arena_printf(&cli->arena, tr("%s (hoàn tác mục %lld)"), name,
					(long long)change->undoes) :
				name;
}

static void print_log(Cli *cli, const Vec *changes)
{
	static const TableColumn columns[] = {
		{ N_("Mục"), ALIGN_RIGHT },
		{ N_("Lúc"), ALIGN_LEFT },
		{ N_("Người"), ALIGN_LEFT },
		{ N_("Đối tượng"), ALIGN_LEFT },
		{ N_("Dòng"), ALIGN_RIGHT },
		{ N_("Việc"), ALIGN_LEFT },
	};
	Arena *arena = &cli->arena;
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < changes->len; i++) {
		char id[24];
		const AuditChange *change = vec_at(changes, i);
		id_show(cli->core, change->thing_id, id);
		table_add(&table, (const char *[]){ arena_printf(arena, "%lld", (long long)change->seq),
					  moment_shown(cli->core, change->at, arena),
					  moment_person(change->person),
					  arena_printf(arena, "%s %s", change->kind, id),
					  arena_printf(arena, "%lld", (long long)change->entries),
					  what_of(cli, change) });
	}
	table_print(&table, "", &cli->out);
}

static json_t *json_of_change(Cli *cli, const AuditChange *change)
{
	char id[24];
	id_show(cli->core, change->thing_id, id);
	return json_pack("{s:I, s:s, s:o, s:o, s:s, s:o, s:o, s:s, s:s, s:I}", "seq",
		(json_int_t)change->seq, "at", moment_iso(cli->core, change->at, &cli->arena),
		"person", json_of_text(change->person), "login", json_of_known(change->login), "op",
		change->op, "name", json_of_text(op_name(change->op)), "undoes",
		change->undoes ? json_integer(change->undoes) : json_null(), "kind", change->kind,
		"id", id, "entries", (json_int_t)change->entries);
}

static json_t *json_of_log(Cli *cli, const Vec *changes)
{
	json_t *array = json_array();
	for (size_t i = 0; i < changes->len; i++)
		json_array_append_new(array, json_of_change(cli, vec_at(changes, i)));
	return array;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	AuditFilter filter;
	Vec changes;
	vec_init(&changes, sizeof(AuditChange));
	bool ok = cli_open(cli, DB_OPEN, err) && read_filter(cli, given, &filter, err) &&
		  audit_log(cli->core, &filter, &cli->arena, &changes, err);
	if (ok && given->json)
		json_print(json_of_log(cli, &changes), &cli->out);
	else if (ok)
		print_log(cli, &changes);
	vec_release(&changes);
	return ok;
}

const Command audit_log_command = {
	.name = "audit log",
	.summary = N_("Nhật ký: ai đã làm việc gì, lúc nào"),
	.help = N_("Mỗi dòng là một việc, cũ nhất trước, với số mục đầu tiên của nó trong nhật ký. "
		   "Dành cho Văn phòng."),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
