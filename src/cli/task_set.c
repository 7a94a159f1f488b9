// SPDX-License-Identifier: MIT
// task set, task add: a task mended or entered by the Office.
#include "cli/task_pick.h"

#include "base/tr.h"
#include "core/directive.h"
#include "core/task_edit.h"

#include <string.h>

typedef struct {
	const char *directive, *clause, *code; // task set: the code alone
	const char *title, *lead, *cooperating, *deadline, *words, *due, *target, *at;
} Values;

static const Option set_arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã nhiệm vụ, như 2.3b, hoặc đủ cả số văn bản: 259-CV/TU/2.3b") },
	{ 0 },
};

static const Option add_arguments[] = {
	{ .name = N_("VĂN-BẢN"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, directive),
		.help = N_("số của văn bản chỉ đạo") },
	{ .name = N_("ĐIỂM"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, clause),
		.help = N_("điểm của văn bản mà nhiệm vụ thuộc về, như 2.3") },
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã mới, như 2.3g") },
	{ 0 },
};

static const char *const deadlines[] = { "date", "period", "recurring", "continuous", "none", NULL };

#define FIELD(field, type_, value_, help_)                                                         \
	.type = type_, .offset = offsetof(Values, field), .value = value_, .help = help_

static const Option options[] = {
	{ .name = "title", FIELD(title, OPTION_LINE, N_("LỜI"), N_("nội dung nhiệm vụ")) },
	{ .name = "lead",
		FIELD(lead, OPTION_LINE, N_("CƠ-QUAN;…"),
			N_("cơ quan chủ trì, theo mã hay tên, cách nhau bằng “;”")) },
	{ .name = "cooperating",
		FIELD(cooperating, OPTION_LINE, N_("CƠ-QUAN;…"), N_("cơ quan phối hợp")) },
	{ .name = "deadline", .words = deadlines,
		FIELD(deadline, OPTION_WORD, N_("LOẠI"), N_("loại thời hạn, một trong")) },
	{ .name = "words", FIELD(words, OPTION_LINE, N_("LỜI"), N_("thời hạn theo lời văn")) },
	{ .name = "due", FIELD(due, OPTION_LINE, N_("NGÀY"), N_("ngày hết hạn; none là bỏ ngày")) },
	{ .name = "target", FIELD(target, OPTION_LINE, N_("LỜI"), N_("chỉ tiêu")) },
	{ .name = "at",
		FIELD(at, OPTION_LINE, N_("NƠI,…"),
			N_("task add: nơi thực hiện, mặc định province; task set: sửa cơ quan chủ trì và hạn "
			   "riêng của nơi ấy")) },
	{ 0 },
};

static bool read_due(Cli *cli, const Values *given, const char *now, const char **out, Err *err)
{
	*out = strcmp(given->due, "none") == 0 ? "" : now;
	if (!*given->due || strcmp(given->due, "none") == 0)
		return true;
	return cli_date(cli, "due", given->due, out, err);
}

static const char *or_now(const char *given, const char *now)
{
	return *given ? given : now;
}

static bool complete(Cli *cli, const Values *given, TaskEdit *edit, Err *err)
{
	edit->title = or_now(given->title, edit->title);
	edit->leads = or_now(given->lead, edit->leads);
	edit->cooperating = or_now(given->cooperating, edit->cooperating);
	edit->deadline_kind = or_now(given->deadline, edit->deadline_kind);
	edit->deadline_words = or_now(given->words, edit->deadline_words);
	edit->target = or_now(given->target, edit->target);
	return read_due(cli, given, edit->due, &edit->due, err);
}

static bool set_task(Cli *cli, const Values *given, Err *err)
{
	Task task;
	if (!task_find(cli->core, given->code, &cli->arena, &task, err))
		return false;
	TaskEdit edit = task_edit_of(&task, &cli->arena);
	if (!complete(cli, given, &edit, err) || !task_save(cli->core, task.id, task.rev, &edit, err))
		return false;
	buf_addf(&cli->out, tr("Đã sửa nhiệm vụ %s: %s.\n"), task.code, edit.title);
	return true;
}

static bool set_leaf(Cli *cli, const Values *given, const Leaf *leaf, Err *err)
{
	Body body = { .id = 0 };
	const char *due;
	if (*given->lead && !body_find(cli->core, given->lead, &cli->arena, &body, err))
		return err_field(err, "lead");
	if (!read_due(cli, given, leaf->own_due ? leaf->due : "", &due, err) ||
		!leaf_set(cli->core, leaf->leaf_id, leaf->leaf_rev, body.id, due, err))
		return false;
	buf_addf(&cli->out, tr("%s, %s: đã sửa.\n"), leaf->code, leaf->place_title);
	return true;
}

static bool set_leaves(Cli *cli, const Values *given, Err *err)
{
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = pick_leaves(cli, given->code, given->at, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++)
		ok = set_leaf(cli, given, vec_at(&leaves, i), err);
	vec_release(&leaves);
	return ok;
}

static bool run_set(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	return *given->at ? set_leaves(cli, given, err) : set_task(cli, given, err);
}

static bool find_clause(Cli *cli, int64_t directive_id, const char *code, int64_t *out, Err *err)
{
	Vec clauses;
	*out = 0;
	vec_init(&clauses, sizeof(Clause));
	bool ok = clause_list(cli->core, directive_id, &cli->arena, &clauses, err);
	for (size_t i = 0; i < clauses.len; i++) {
		const Clause *clause = vec_at(&clauses, i);
		if (strcmp(clause->code, code) == 0)
			*out = clause->id;
	}
	vec_release(&clauses);
	if (!ok || *out)
		return ok;
	err_set(err, ERR_NOT_FOUND, tr("Văn bản không có điểm “%s”."), code);
	return err_field(err, "clause");
}

static bool add(Cli *cli, const Values *given, Vec *places, Err *err)
{
	Directive directive;
	int64_t clause, id;
	TaskEdit edit = { .title = "", .leads = "", .cooperating = "", .deadline_kind = "none",
		.deadline_words = "", .due = "", .target = "" };
	if (!directive_find(cli->core, given->directive, &cli->arena, &directive, err) ||
		!find_clause(cli, directive.id, given->clause, &clause, err) ||
		!pick_places(cli, *given->at ? given->at : "province", places, err) ||
		!complete(cli, given, &edit, err) ||
		!task_add(cli->core, (TaskHome){ directive.id, clause }, given->code, &edit, places->items, places->len,
			&id, err))
		return false;
	buf_addf(&cli->out, tr("Đã thêm nhiệm vụ %s: %s, %zu nơi.\n"), given->code, edit.title,
		places->len);
	return true;
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	Vec places;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&places, sizeof(Place));
	bool ok = add(cli, values, &places, err);
	vec_release(&places);
	return ok;
}

const Command task_set_command = {
	.name = "task set",
	.summary = N_("Sửa một nhiệm vụ: nội dung, cơ quan, thời hạn, chỉ tiêu"),
	.help = N_("Chỉ sửa những gì ghi ra; lời trích của văn bản giữ nguyên. --lead ghi lại cả danh sách."),
	.arguments = set_arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_set,
};

const Command task_add_command = {
	.name = "task add",
	.summary = N_("Thêm một nhiệm vụ vào một điểm của văn bản"),
	.arguments = add_arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_add,
};
