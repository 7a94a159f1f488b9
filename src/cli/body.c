// SPDX-License-Identifier: MIT
// body list, show: the bodies of a day, those that have ended, and what each leads.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/body.h"

// --- body list ---------------------------------------------------------------------------------

typedef struct {
	bool ended, json;
} ListValues;

static const Option list_options[] = {
	{ .name = "ended",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, ended),
		.help = N_("cả những cơ quan đã kết thúc, với cơ quan kế thừa") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_body(Cli *cli, Body *body, Err *err)
{
	const char *kin;
	if (!body_load_led(cli->core, body, err) ||
		!body_kin_words(cli->core, body, &cli->arena, &kin, err))
		return NULL;
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:b, s:i, s:i, s:o}", "code",
		json_of_text(body->code), "name", json_of_text(body->name), "short",
		json_of_text(body->short_name), "from", json_of_known(body->from), "to",
		json_of_known(body->to), "ended", (int)body->ended, "open", body->open, "late",
		body->late, "succession", json_of_known(kin));
}

static bool print_json(Cli *cli, const Vec *bodies, Err *err)
{
	json_t *array = json_array();
	for (size_t i = 0; i < bodies->len; i++) {
		json_t *body = json_of_body(cli, vec_at(bodies, i), err);
		if (!body) {
			json_decref(array);
			return false;
		}
		json_array_append_new(array, body);
	}
	json_print(array, &cli->out);
	return true;
}

static bool print_table(Cli *cli, const Vec *bodies, Err *err)
{
	static const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ N_("Cơ quan"), ALIGN_LEFT },
		{ N_("Việc còn mở"), ALIGN_RIGHT },
		{ N_("Quá hạn"), ALIGN_RIGHT },
		{ N_("Kế thừa"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 5);
	const char *kin;
	bool ok = true;
	for (size_t i = 0; ok && i < bodies->len; i++) {
		Body *body = vec_at(bodies, i);
		ok = body_load_led(cli->core, body, err) &&
		     body_kin_words(cli->core, body, &cli->arena, &kin, err);
		if (ok)
			table_add(&table, (const char *[]){ body->code, body->short_name,
						  arena_printf(&cli->arena, "%d", body->open),
						  arena_printf(&cli->arena, "%d", body->late), kin });
	}
	table_print(&table, "", &cli->out);
	return ok;
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec bodies;
	vec_init(&bodies, sizeof(Body));
	bool ok = cli_open(cli, DB_OPEN, err) && body_list(cli->core, &cli->arena, &bodies, err) &&
		  (!given->ended || body_list_ended(cli->core, &cli->arena, &bodies, err)) &&
		  (given->json ? print_json : print_table)(cli, &bodies, err);
	vec_release(&bodies);
	return ok;
}

const Command body_list_command = {
	.name = "body list",
	.summary = N_("Liệt kê các cơ quan với việc còn mở, hôm nay hay ở --as-of"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// --- body show ---------------------------------------------------------------------------------

typedef struct {
	const char *code;
	bool json;
} ShowValues;

static const Option show_arguments[] = {
	{ .name = N_("CƠ-QUAN"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ShowValues, code),
		.help = N_("mã hoặc tên, kể cả cơ quan đã kết thúc") },
	{ 0 },
};

static const Option show_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ShowValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static void print_names(Cli *cli, const Vec *names)
{
	for (size_t i = 0; names->len > 1 && i < names->len; i++) {
		const BodyName *name = vec_at(names, i);
		if (*name->from)
			buf_addf(&cli->out, tr("Từ %s: %s (%s)"), day_shown(name->from, &cli->arena),
				name->name, name->short_name);
		else
			buf_addf(&cli->out, tr("Lúc đầu: %s (%s)"), name->name, name->short_name);
		buf_addf(&cli->out, "%s%s\n", *name->document ? "; " : "", name->document);
	}
}

static void print_body(Cli *cli, const Body *body, const char *kin, const Vec *names)
{
	buf_addf(&cli->out, "%s (%s, %s)%s%s\n", body->name, body->short_name, body->code,
		*kin ? "; " : "", kin);
	print_names(cli, names);
	buf_addf(&cli->out, tr("Chủ trì %d việc chưa xong, %d quá hạn; xem bằng `task list --body %s`.\n"),
		body->open, body->late, body->code);
}

static bool show(Cli *cli, Body *body, const ShowValues *given, Err *err)
{
	Vec names;
	const char *kin;
	if (given->json) {
		json_t *json = json_of_body(cli, body, err);
		if (json)
			json_print(json, &cli->out);
		return json != NULL;
	}
	vec_init(&names, sizeof(BodyName));
	bool ok = body_load_led(cli->core, body, err) &&
		  body_kin_words(cli->core, body, &cli->arena, &kin, err) &&
		  body_names(cli->core, body->id, &cli->arena, &names, err);
	if (ok)
		print_body(cli, body, kin, &names);
	vec_release(&names);
	return ok;
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	const ShowValues *given = values;
	Body body;
	return cli_open(cli, DB_OPEN, err) &&
	       body_find(cli->core, given->code, &cli->arena, &body, err) && show(cli, &body, given, err);
}

const Command body_show_command = {
	.name = "body show",
	.summary = N_("Một cơ quan: tên qua các thời kỳ, cơ quan kế thừa, việc còn mở"),
	.arguments = show_arguments,
	.options = show_options,
	.values_size = sizeof(ShowValues),
	.run = run_show,
};
