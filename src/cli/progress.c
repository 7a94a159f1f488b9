// SPDX-License-Identifier: MIT
// progress set: what a place tells of a task.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/prose.h"
#include "core/task.h"

#include <string.h>

typedef struct {
	const char *code, *place, *state, *note, *as_of, *document;
	OptionInt percent;
} Values;

static const Option arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã nhiệm vụ, như 2.3b, hoặc đủ cả số văn bản: 259-CV/TU/2.3b") },
	{ .name = N_("NƠI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, place),
		.help = N_("mã địa phương hay vùng, hoặc province cho việc ở cấp tỉnh") },
	{ 0 },
};

static const char *const states[] = { "not-started", "doing", "done", "blocked", NULL };

static const Option options[] = {
	{ .name = "state",
		.type = OPTION_WORD,
		.offset = offsetof(Values, state),
		.words = states,
		.value = N_("TÌNH-TRẠNG"),
		.help = N_("một trong") },
	{ .name = "percent",
		.type = OPTION_INT,
		.offset = offsetof(Values, percent),
		.max = 100,
		.value = N_("SỐ"),
		.help = N_("phần trăm đã làm, 0 đến 100; 100 là xong") },
	{ .name = "note",
		.type = OPTION_TEXT,
		.offset = offsetof(Values, note),
		.value = N_("LỜI"),
		.help = N_("kết quả, vướng mắc") },
	{ .name = "as-of",
		.type = OPTION_LINE,
		.offset = offsetof(Values, as_of),
		.value = N_("NGÀY"),
		.help = N_("số liệu đến ngày; mặc định hôm nay") },
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(Values, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("số của báo cáo") },
	{ 0 },
};

static bool complete(const Values *given, const Leaf *before, ProgressInput *input, Err *err)
{
	if (!*given->state && !given->percent.given) {
		err_set(err, ERR_INVALID, "%s", tr("Ghi --state, --percent hoặc cả hai."));
		err_hint(err, "%s", tr("Thêm --help để xem cách dùng."));
		return err_field(err, "state");
	}
	if (*given->state && !state_parse(given->state, &input->state))
		return err_set(
			err, ERR_INVALID, tr("--state: “%s” không dùng được."), given->state);
	input->percent = given->percent.given ? given->percent.value : -1;
	progress_complete(before, input);
	return true;
}

// A report of an earlier day is kept but does not count while there is a later one.
static void tell(Cli *cli, const Leaf *before, const Leaf *after, const char *as_of)
{
	const char *day = day_shown(after->as_of, &cli->arena);
	if (*as_of && strcmp(as_of, after->as_of) < 0) {
		buf_addf(&cli->out,
			tr("%s, %s: đã ghi số liệu đến %s; số liệu đến %s vẫn được tính.\n"),
			after->code, after->place_title, day_shown(as_of, &cli->arena), day);
		return;
	}
	buf_addf(&cli->out, tr("%s, %s: %s %d %%, số liệu đến %s.\n"), after->code,
		after->place_title, state_name(after->state), after->percent, day);
	if (before->state == STATE_SILENT)
		buf_addf(&cli->out, tr("Trước đó: %s.\n"), state_name(before->state));
	else
		buf_addf(&cli->out, tr("Trước đó: %s %d %%.\n"), state_name(before->state),
			before->percent);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Place place;
	Leaf before, after;
	ProgressInput input = { .note = given->note, .document = given->document };
	if (!cli_open(cli, DB_OPEN, err) || !place_find(cli->core, given->place, &place, err) ||
		!leaf_find(cli->core, given->code, place, &cli->arena, &before, err) ||
		!complete(given, &before, &input, err) ||
		!cli_date(cli, "as-of", given->as_of, &input.as_of, err) ||
		!progress_record(cli->core, before.leaf_id, &input, err) ||
		!leaf_get(cli->core, before.leaf_id, &cli->arena, &after, err))
		return false;
	tell(cli, &before, &after, input.as_of);
	return true;
}

const Command progress_set_command = {
	.name = "progress set",
	.summary = N_("Ghi tiến độ của một nhiệm vụ tại một nơi"),
	.help = N_("Chỉ ghi --state done thì là 100 %; chỉ ghi --percent 100 thì là xong."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
