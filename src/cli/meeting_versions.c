// SPDX-License-Identifier: MIT
// meeting versions, diff: minutes that were reopened, before and after.
#include "cli/meeting_parts.h"

#include "cli/json.h"
#include "cli/moment.h"
#include "cli/table.h"
#include "text/diff.h"

#include <string.h>

typedef struct {
	MeetingOf of;
	bool json;
} Values;

static const Option options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

// What is being written since a reopening stands last, as version 0.
static bool read_versions(Cli *cli, const Values *given, Vec *out, Err *err)
{
	Meeting meeting;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_versions(cli->core, meeting.id, &cli->arena, out, err))
		return false;
	if (!out->len || !((const MinutesVersion *)vec_at(out, out->len - 1))->reopened_at)
		return true;
	MinutesVersion open = {
		.number = meeting.number, .finalized_by = "", .reopened_by = "", .reason = ""
	};
	bool ok = meeting_text(cli->core, meeting.id, &cli->arena, &open.text, err);
	if (ok)
		*(MinutesVersion *)vec_push(out) = open;
	return ok;
}

static const char *instant(Cli *cli, int64_t at)
{
	return at ? moment_iso(cli->core, at, &cli->arena) : "";
}

// --- versions --------------------------------------------------------------------------------

static json_t *json_of_version(Cli *cli, const MinutesVersion *version)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "version",
		version->version ? json_integer(version->version) : json_null(), "number",
		json_of_known(version->number), "finalized_at",
		json_of_known(instant(cli, version->finalized_at)), "finalized_by",
		json_of_known(version->finalized_by), "reopened_at",
		json_of_known(instant(cli, version->reopened_at)), "reopened_by",
		json_of_known(version->reopened_by), "reason", json_of_known(version->reason),
		"text", json_of_text(version->text));
}

static const char *shown(Cli *cli, int64_t at)
{
	return at ? moment_shown(cli->core, at, &cli->arena) : "";
}

static void print_versions(Cli *cli, const Vec *versions)
{
	static const TableColumn columns[] = {
		{ N_("Bản"), ALIGN_RIGHT },
		{ N_("Biên bản"), ALIGN_LEFT },
		{ N_("Hoàn tất"), ALIGN_LEFT },
		{ N_("Người hoàn tất"), ALIGN_LEFT },
		{ N_("Mở lại"), ALIGN_LEFT },
		{ N_("Lý do mở lại"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < versions->len; i++) {
		const MinutesVersion *version = vec_at(versions, i);
		table_add(&table,
			(const char *[]){ version->version ? arena_printf(&cli->arena, "%d",
								     version->version)
							   : tr("nháp"),
				version->number, shown(cli, version->finalized_at),
				version->finalized_by, shown(cli, version->reopened_at),
				version->reason });
	}
	table_print(&table, "", &cli->out);
}

static bool run_versions(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Vec versions;
	vec_init(&versions, sizeof(MinutesVersion));
	bool ok = read_versions(cli, given, &versions, err);
	json_t *array = json_array();
	for (size_t i = 0; ok && i < versions.len; i++)
		json_array_append_new(array, json_of_version(cli, vec_at(&versions, i)));
	if (ok && given->json)
		json_print(json_incref(array), &cli->out);
	else if (ok && !versions.len)
		buf_adds(&cli->out, tr("Biên bản chưa hoàn tất lần nào.\n"));
	else if (ok)
		print_versions(cli, &versions);
	json_decref(array);
	vec_release(&versions);
	return ok;
}

const Command meeting_versions_command = {
	.name = "meeting versions",
	.summary = N_("Các bản của một biên bản, và vì sao đã mở lại"),
	.arguments = of_meeting,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_versions,
};

// --- diff ------------------------------------------------------------------------------------

static const char *words_of(Cli *cli, const MinutesVersion *before, const MinutesVersion *after)
{
	Buf words = BUF_INIT;
	diff_words(before->text, after->text, &words);
	const char *text = arena_strdup(&cli->arena, words.bytes);
	buf_release(&words);
	return text;
}

static json_t *json_of_pair(Cli *cli, const MinutesVersion *before, const MinutesVersion *after)
{
	return json_pack("{s:i, s:o, s:o, s:o}", "from", before->version, "to",
		after->version ? json_integer(after->version) : json_null(), "reason",
		json_of_known(before->reason), "diff", json_of_text(words_of(cli, before, after)));
}

static void print_pair(Cli *cli, const MinutesVersion *before, const MinutesVersion *after)
{
	const char *words = words_of(cli, before, after);
	const char *name = after->version ? arena_printf(&cli->arena, tr("bản %d"), after->version)
					  : tr("bản nháp đang sửa");
	buf_addf(&cli->out, tr("Bản %d → %s. Mở lại %s, %s: %s\n"), before->version, name,
		shown(cli, before->reopened_at), before->reopened_by, before->reason);
	buf_addf(&cli->out, "%s\n", *words ? words : tr("(không khác chữ nào)"));
}

static bool run_diff(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Vec versions;
	vec_init(&versions, sizeof(MinutesVersion));
	bool ok = read_versions(cli, given, &versions, err);
	json_t *array = json_array();
	for (size_t i = 1; ok && i < versions.len; i++) {
		const MinutesVersion *before = vec_at(&versions, i - 1);
		json_array_append_new(array, json_of_pair(cli, before, vec_at(&versions, i)));
		if (!given->json)
			print_pair(cli, before, vec_at(&versions, i));
	}
	if (ok && given->json)
		json_print(json_incref(array), &cli->out);
	else if (ok && versions.len < 2)
		buf_adds(&cli->out, tr("Biên bản chưa mở lại lần nào, nên không có gì để so.\n"));
	json_decref(array);
	vec_release(&versions);
	return ok;
}

const Command meeting_diff_command = {
	.name = "meeting diff",
	.summary = N_("So biên bản trước và sau mỗi lần mở lại"),
	.help = N_("Chỉ những đoạn khác nhau: [cũ → mới], [+ thêm], [- bỏ]."),
	.arguments = of_meeting,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_diff,
};
