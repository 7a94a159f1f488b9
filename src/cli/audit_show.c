// SPDX-License-Identifier: MIT
// audit show: the history of one thing, what each change made of what.
#include "core/audit.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/kind.h"
#include "cli/moment.h"
#include "cli/prose.h"
#include "core/journal_op.h"
#include "text/diff.h"
#include "text/width.h"

#include <string.h>

typedef struct {
	const char *kind, *id;
} Values;

static const Option arguments[] = {
	{ .name = N_("LOẠI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, kind),
		.value = N_("LOẠI"),
		.help = N_("loại như `audit log` in ra: task, leaf, meeting, review, person…") },
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, id),
		.value = N_("SỐ"),
		.help = N_("số hiệu; hoặc mã, tên đăng nhập, số văn bản") },
	{ 0 },
};

static void print_change(const AuditField *field, Buf *out)
{
	Buf words = BUF_INIT;
	diff_words(field->before, field->after, &words);
	prose_print(words.bytes, "    ", out);
	buf_release(&words);
}

static bool takes_lines(const AuditField *field)
{
	return strchr(field->before, '\n') || strchr(field->after, '\n') ||
	       text_width(field->label) + text_width(field->before) + text_width(field->after) >
		       PROSE_COLUMNS - 8;
}

static void print_field(Cli *cli, const AuditField *field)
{
	Buf *out = &cli->out;
	if (takes_lines(field)) {
		buf_addf(out, "  %s:\n", field->label);
		print_change(field, out);
	} else if (*field->before) {
		buf_addf(out, "  %s: %s → %s\n", field->label, field->before,
			*field->after ? field->after : tr("(trống)"));
	} else {
		buf_addf(out, "  %s: %s\n", field->label, field->after);
	}
}

static bool print_entry(Cli *cli, const JournalEntry *entry, Err *err)
{
	Vec fields;
	Buf *out = &cli->out;
	buf_addf(out, tr("Mục %lld · %s · %s · %s\n"), (long long)entry->seq,
		moment_shown(cli->core, entry->at, &cli->arena), moment_person(entry->person),
		op_name(entry->op));
	if (entry->undoes)
		buf_addf(out, tr("  hoàn tác mục %lld\n"), (long long)entry->undoes);
	if (!entry->body)
		buf_addf(out, "  %s\n", tr("(nội dung đã xóa vì bảo mật)"));
	vec_init(&fields, sizeof(AuditField));
	bool ok = audit_fields(cli->core, entry, &cli->arena, &fields, err);
	for (size_t i = 0; ok && i < fields.len; i++)
		print_field(cli, vec_at(&fields, i));
	vec_release(&fields);
	return ok;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	NounKind noun;
	int64_t id = 0;
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	bool ok = kind_read(given->kind, &noun, err) && cli_open(cli, DB_OPEN, err) &&
		  audit_find(cli->core, noun, given->id, &cli->arena, &id, err) &&
		  audit_thing(cli->core, noun, id, &cli->arena, &entries, err);
	for (size_t i = 0; ok && i < entries.len; i++)
		ok = print_entry(cli, vec_at(&entries, i), err);
	vec_release(&entries);
	return ok;
}

const Command audit_show_command = {
	.name = "audit show",
	.summary = N_("Lịch sử của một đối tượng: ai đã sửa gì thành gì, lúc nào"),
	.help = N_("[cũ → mới] là chữ đã đổi; dòng - là lời cũ, dòng + là lời mới. Dành cho Văn phòng."),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run,
};
