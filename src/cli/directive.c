// SPDX-License-Identifier: MIT
// directive add, directive list.
#include "core/directive.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/convert.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"

// --- directive add ---------------------------------------------------------------------------

typedef struct {
	const char *file;
} AddValues;

static const Option add_arguments[] = {
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, file),
		.help = N_("tệp .cfg của văn bản; mẫu là 259-cv-tu.cfg đi kèm chương trình") },
	{ 0 },
};

static bool run_add(Cli *cli, const void *values, Err *err)
{
	const AddValues *given = values;
	DirectiveFile file;
	int64_t id;
	if (!directive_file_read(given->file, &cli->arena, &file, err) ||
		!cli_open(cli, DB_OPEN, err))
		return false;
	NewDirective wanted = directive_of_file(&file, &cli->arena);
	if (!directive_add(cli->core, &wanted, &id, err))
		return false;
	buf_addf(&cli->out, tr("Đã thêm văn bản %s: %zu điểm, %zu nhiệm vụ.\n"), file.number,
		file.clauses_n, file.tasks_n);
	return true;
}

const Command directive_add_command = {
	.name = "directive add",
	.summary = N_("Thêm một văn bản chỉ đạo cùng các nhiệm vụ của nó"),
	.help = N_("Lời trích nào không có trong văn bản thì báo dòng, và không thêm gì."),
	.arguments = add_arguments,
	.options = no_options,
	.values_size = sizeof(AddValues),
	.run = run_add,
};

// --- directive list --------------------------------------------------------------------------

typedef struct {
	bool json;
} ListValues;

static const Option list_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_directive(const Directive *directive)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i}", "number",
		json_of_text(directive->number), "date", json_of_text(directive->issued_on), "kind",
		json_of_text(directive->kind), "issuer", json_of_text(directive->issuer), "subject",
		json_of_text(directive->subject), "signer_post",
		json_of_text(directive->signer_post), "signer_name",
		json_of_text(directive->signer_name), "tasks", directive->tasks);
}

static void print_json(const Vec *directives, Buf *out)
{
	json_t *array = json_array();
	for (size_t i = 0; i < directives->len; i++)
		json_array_append_new(array, json_of_directive(vec_at(directives, i)));
	json_print(array, out);
}

static void print_table(Cli *cli, const Vec *directives)
{
	static const TableColumn columns[] = {
		{ N_("Số"), ALIGN_LEFT },
		{ N_("Ngày"), ALIGN_LEFT },
		{ N_("Nhiệm vụ"), ALIGN_RIGHT },
		{ N_("Trích yếu"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 4);
	for (size_t i = 0; i < directives->len; i++) {
		const Directive *directive = vec_at(directives, i);
		table_add(&table, (const char *[]){ directive->number,
					  day_shown(directive->issued_on, &cli->arena),
					  arena_printf(&cli->arena, "%d", directive->tasks),
					  directive->subject });
	}
	table_print(&table, "", &cli->out);
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec directives;
	vec_init(&directives, sizeof(Directive));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  directive_list(cli->core, &cli->arena, &directives, err);
	if (ok && given->json)
		print_json(&directives, &cli->out);
	else if (ok && directives.len == 0)
		buf_adds(&cli->out, tr("Chưa có văn bản nào.\n"));
	else if (ok)
		print_table(cli, &directives);
	vec_release(&directives);
	return ok;
}

const Command directive_list_command = {
	.name = "directive list",
	.summary = N_("Liệt kê các văn bản chỉ đạo"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};
