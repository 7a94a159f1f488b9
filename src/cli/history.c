// SPDX-License-Identifier: MIT
// history: what each change made of a thing and its parts, for everybody who may read the thing.
#include "core/history.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/kind.h"
#include "cli/moment.h"
#include "cli/prose.h"
#include "core/journal_op.h"
#include "text/diff.h"
#include "text/width.h"

#include <string.h>

typedef struct {
	const char *kind, *id;
	bool json;
} Values;

static const Option arguments[] = {
	{ .name = N_("LOẠI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, kind),
		.value = N_("LOẠI"),
		.help = N_("region, district, person, directive, task, leaf, meeting, review") },
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, id),
		.value = N_("SỐ"),
		.help = N_("số hiệu; hoặc mã, tên đăng nhập, số văn bản") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static void print_long(const AuditField *field, Buf *out)
{
	Buf words = BUF_INIT;
	diff_words(field->before, field->after, &words);
	buf_addf(out, "    %s:\n", field->label);
	prose_print(words.bytes, "      ", out);
	buf_release(&words);
}

static void print_field(const HistoryPart *part, const AuditField *field, Buf *out)
{
	bool lines = strchr(field->before, '\n') || strchr(field->after, '\n') ||
		     text_width(field->before) + text_width(field->after) > PROSE_COLUMNS / 2;
	if (lines && !part->is_new)
		print_long(field, out);
	else if (part->is_new || !*field->before)
		buf_addf(out, "    %s: %s\n", field->label, field->after);
	else
		buf_addf(out, "    %s: %s → %s\n", field->label, field->before,
			*field->after ? field->after : tr("(trống)"));
}

static void print_part(const HistoryPart *part, Buf *out)
{
	if (*part->part)
		buf_addf(out, "  %s %s\n", history_verb(part), part->part);
	for (size_t i = 0; i < part->fields_n; i++)
		print_field(part, &part->fields[i], out);
	if (part->hidden)
		buf_addf(out, "    %s\n", tr("(lời của bản chưa hoàn tất: chỉ người phụ trách, thư ký và Văn phòng xem)"));
	if (part->erased)
		buf_addf(out, "    %s\n", tr("(nội dung đã xóa vì bảo mật)"));
}

static void print(Cli *cli, const Vec *changes)
{
	for (size_t i = 0; i < changes->len; i++) {
		const HistoryChange *change = vec_at(changes, i);
		buf_addf(&cli->out, "%s · %s · %s%s\n", moment_shown(cli->core, change->at, &cli->arena),
			moment_person(change->person), change->undoes ? tr("hoàn tác: ") : "",
			op_name(change->op));
		for (size_t k = 0; k < change->parts.len; k++)
			print_part(vec_at(&change->parts, k), &cli->out);
	}
}

static json_t *json_of_part(const HistoryPart *part)
{
	json_t *fields = json_array();
	for (size_t i = 0; i < part->fields_n; i++)
		json_array_append_new(fields,
			json_pack("{s:s, s:o, s:o, s:o}", "column", part->fields[i].column, "label",
				json_of_text(part->fields[i].label), "before",
				json_of_known(part->fields[i].before), "after",
				json_of_known(part->fields[i].after)));
	return json_pack("{s:o, s:b, s:b, s:b, s:o}", "part", json_of_known(part->part), "new",
		(int)part->is_new, "removed", (int)part->removed, "hidden", (int)part->hidden, "fields",
		fields);
}

static void print_json(Cli *cli, const Vec *changes)
{
	json_t *array = json_array();
	for (size_t i = 0; i < changes->len; i++) {
		const HistoryChange *change = vec_at(changes, i);
		json_t *parts = json_array();
		for (size_t k = 0; k < change->parts.len; k++)
			json_array_append_new(parts, json_of_part(vec_at(&change->parts, k)));
		json_array_append_new(array,
			json_pack("{s:I, s:s, s:o, s:s, s:o, s:o}", "change", (json_int_t)change->seq, "at",
				moment_iso(cli->core, change->at, &cli->arena), "person",
				json_of_known(change->person), "op", change->op, "undoes",
				change->undoes ? json_integer(change->undoes) : json_null(), "parts",
				parts));
	}
	json_print(array, &cli->out);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Thing thing = { 0 };
	Vec changes;
	if (!kind_read(given->kind, &thing.noun, err) || !cli_open(cli, DB_OPEN, err) ||
		!core_read_begin(cli->core, err))
		return false;
	vec_init(&changes, sizeof(HistoryChange));
	bool ok = audit_find(cli->core, thing.noun, given->id, &cli->arena, &thing.id, err) &&
		  history_of(cli->core, thing, &cli->arena, &changes, err);
	core_read_end(cli->core);
	if (ok)
		(given->json ? print_json : print)(cli, &changes);
	history_clear(&changes);
	vec_release(&changes);
	return ok;
}

const Command history_command = {
	.name = "history",
	.summary = N_("Lịch sử của một thứ và các phần của nó: ai đã sửa gì thành gì, lúc nào"),
	.help = N_("Mới nhất trước. [cũ → mới] là chữ đã đổi; dòng - là lời cũ, dòng + là lời mới. Lời của "
		   "bản chưa hoàn tất chỉ hiện với người được xem bản ấy."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
