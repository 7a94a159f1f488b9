// SPDX-License-Identifier: MIT
// directive show: a directive's head and its clauses, or its whole text.
#include "core/directive.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "text/width.h"

#include <string.h>

typedef struct {
	const char *number;
	bool text, json;
} Values;

static const Option arguments[] = {
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, number),
		.help = N_("số văn bản, như 259-CV/TU") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "text",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, text),
		.help = N_("in toàn văn như đã lưu") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

enum { CLAUSE_COLUMNS = 76 };

static void print_head(Cli *cli, const Directive *directive)
{
	Buf *out = &cli->out;
	buf_addf(out, tr("%s ngày %s\n"), directive->number,
		day_shown(directive->issued_on, &cli->arena));
	prose_field(tr("Cơ quan"), directive->issuer, out);
	prose_field(tr("Trích yếu"), directive->subject, out);
	prose_field(tr("Người ký"),
		arena_printf(&cli->arena, "%s%s%s", directive->signer_post,
			*directive->signer_post && *directive->signer_name ? ", " : "",
			directive->signer_name),
		out);
}

// The clause's own first line, which begins with its number.
static void print_clause(Cli *cli, const Directive *directive, const Clause *clause)
{
	const char *words = directive->text + clause->range.start;
	size_t n = clause->range.end - clause->range.start;
	const char *end = memchr(words, '\n', n);
	Buf line = BUF_INIT;
	buf_addf(&line, "%*s%-6s", clause->depth * 2, "", clause->code);
	buf_add(&line, words, end ? (size_t)(end - words) : n);
	text_clip(&cli->out, line.bytes, CLAUSE_COLUMNS);
	buf_release(&line);
	if (clause->tasks)
		buf_addf(&cli->out, tr(" (%d nhiệm vụ)"), clause->tasks);
	buf_adds(&cli->out, "\n");
}

static json_t *json_of_clause(Cli *cli, const Directive *directive, const Clause *clause)
{
	const char *words = arena_strndup(&cli->arena, directive->text + clause->range.start,
		clause->range.end - clause->range.start);
	return json_pack("{s:o, s:i, s:i, s:o}", "code", json_of_text(clause->code), "depth",
		clause->depth, "tasks", clause->tasks, "text", json_of_text(words));
}

static void print_json(Cli *cli, const Directive *directive, const Vec *clauses)
{
	json_t *tree = json_array();
	for (size_t i = 0; i < clauses->len; i++)
		json_array_append_new(tree, json_of_clause(cli, directive, vec_at(clauses, i)));
	json_print(json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "number",
			   json_of_text(directive->number), "issued_on",
			   json_of_known(directive->issued_on), "issuer",
			   json_of_text(directive->issuer), "subject", json_of_text(directive->subject),
			   "signer", json_of_text(directive->signer_name), "text",
			   json_of_text(directive->text), "clauses", tree),
		&cli->out);
}

static void print_tree(Cli *cli, const Directive *directive, const Vec *clauses)
{
	print_head(cli, directive);
	buf_adds(&cli->out, "\n");
	for (size_t i = 0; i < clauses->len; i++)
		print_clause(cli, directive, vec_at(clauses, i));
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Directive directive;
	Vec clauses;
	if (!cli_open(cli, DB_OPEN, err) ||
		!directive_find(cli->core, given->number, &cli->arena, &directive, err) ||
		!directive_get(cli->core, directive.id, &cli->arena, &directive, err))
		return false;
	vec_init(&clauses, sizeof(Clause));
	bool ok = clause_list(cli->core, directive.id, &cli->arena, &clauses, err);
	if (ok && given->json)
		print_json(cli, &directive, &clauses);
	else if (ok && given->text)
		buf_addf(&cli->out, "%s\n", directive.text);
	else if (ok)
		print_tree(cli, &directive, &clauses);
	vec_release(&clauses);
	return ok;
}

const Command directive_show_command = {
	.name = "directive show",
	.summary = N_("In một văn bản: phần đầu và cây điểm, hoặc toàn văn"),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
