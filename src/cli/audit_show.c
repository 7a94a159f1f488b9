// SPDX-License-Identifier: MIT
// audit show: the history of one thing, what each change made of what.
#include "core/audit.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/moment.h"
#include "cli/prose.h"
#include "config/suggest.h"
#include "core/undo.h"
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

static bool read_kind(const char *typed, NounKind *out, Err *err)
{
	*out = noun_by_table(typed);
	if (*out != NOUN_COUNT)
		return true;
	Suggest suggest = suggest_begin(typed);
	for (int kind = 0; kind < NOUN_COUNT; kind++)
		suggest_offer(&suggest, nouns[kind].table);
	err_set(err, ERR_INVALID, tr("Nhật ký không có loại “%s”."), typed);
	if (suggest.best)
		return err_hint(err, tr("Có phải là %s?"), suggest.best);
	return err_hint(err, "%s", tr("Các loại có trong `dieuphoi audit log`."));
}

// What differs of two texts, in whole lines.
typedef struct {
	const char *before, *after;
} Difference;

static size_t line_length(const char *s)
{
	size_t n = strcspn(s, "\n");
	return n + (s[n] == '\n');
}

static const char *last_line(const char *start, const char *end)
{
	const char *s = end;
	if (s > start)
		s--;
	while (s > start && s[-1] != '\n')
		s--;
	return s;
}

static Difference difference_of(const char *before, const char *after, Arena *arena)
{
	size_t n;
	while (*before && (n = line_length(before)) == line_length(after) &&
		memcmp(before, after, n) == 0) {
		before += n;
		after += n;
	}
	const char *before_end = before + strlen(before), *after_end = after + strlen(after);
	while (before_end > before && after_end > after) {
		const char *a = last_line(before, before_end), *b = last_line(after, after_end);
		if (before_end - a != after_end - b || memcmp(a, b, (size_t)(before_end - a)) != 0)
			break;
		before_end = a;
		after_end = b;
	}
	return (Difference){ arena_strndup(arena, before, (size_t)(before_end - before)),
		arena_strndup(arena, after, (size_t)(after_end - after)) };
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
		Difference difference = difference_of(field->before, field->after, &cli->arena);
		buf_addf(out, "  %s:\n", field->label);
		prose_print(difference.before, "  - ", out);
		prose_print(difference.after, "  + ", out);
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
	bool ok = read_kind(given->kind, &noun, err) && cli_open(cli, DB_OPEN, err) &&
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
	.help = N_("Dòng - là lời cũ, dòng + là lời mới. Dành cho Văn phòng."),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run,
};
