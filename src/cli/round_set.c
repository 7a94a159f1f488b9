// SPDX-License-Identifier: MIT
// round set, round withdraw, round extend, remind: what is entered about one reporter of a round.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/prose.h"
#include "cli/round_parts.h"
#include "core/person.h"

static bool find_reporter(Cli *cli, ReporterId who, RoundTarget *out, Err *err)
{
	Vec all;
	Round round;
	bool found = false;
	vec_init(&all, sizeof(Reporter));
	bool ok = round_get(cli->core, out->series.id, out->round, &cli->arena, &round, &all, err);
	for (size_t i = 0; ok && !found && i < all.len; i++) {
		out->reporter = *(const Reporter *)vec_at(&all, i);
		found = out->reporter.who.district_id == who.district_id &&
			out->reporter.who.body_id == who.body_id;
	}
	vec_release(&all);
	if (!ok || found)
		return ok;
	err_set(err, ERR_NOT_FOUND, tr("Kỳ %s không yêu cầu nơi này báo cáo."), round.code);
	return err_hint(err, "%s", tr("Xem ai phải báo cáo: dieuphoi round show MÃ."));
}

bool round_target(Cli *cli, const char *code, const char *who, RoundTarget *out, Err *err)
{
	ReporterId id;
	const char *title;
	return cli_open(cli, DB_OPEN, err) &&
	       report_round_find(cli->core, code, &cli->arena, &out->series, &out->round, err) &&
	       reporter_find(cli->core, who, &cli->arena, &id, &title, err) &&
	       find_reporter(cli, id, out, err);
}

// round set -------------------------------------------------------------------------------------

typedef struct {
	const char *code, *who, *received, *document, *dated, *note;
	bool unchanged;
} SetValues;

static const Option set_arguments[] = {
	ROUND_ARGUMENT(SetValues),
	REPORTER_ARGUMENT(SetValues),
	{ 0 },
};

static const Option set_options[] = {
	{ .name = "unchanged",
		.type = OPTION_FLAG,
		.offset = offsetof(SetValues, unchanged),
		.help = N_("báo cáo không thay đổi; không ghi là đã nộp") },
	{ .name = "received",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, received),
		.value = N_("NGÀY"),
		.help = N_("ngày nhận; mặc định hôm nay") },
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("số của báo cáo") },
	{ .name = "dated",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, dated),
		.value = N_("NGÀY"),
		.help = N_("ngày ghi trên văn bản") },
	{ .name = "note",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, note),
		.value = N_("LỜI"),
		.help = N_("ghi chú") },
	{ 0 },
};

// What is not given stays as it was.
static bool read_report(Cli *cli, const SetValues *given, Report *report, Err *err)
{
	const char *received, *dated;
	if (!cli_date(cli, "received", given->received, &received, err) ||
		!cli_date(cli, "dated", given->dated, &dated, err))
		return false;
	report->state = given->unchanged ? REPORT_UNCHANGED : REPORT_SENT;
	report->received = *received ? received : report->received;
	report->dated = *dated ? dated : report->dated;
	report->document = *given->document ? given->document : report->document;
	report->note = *given->note ? given->note : report->note;
	return true;
}

static bool run_set(Cli *cli, const void *values, Err *err)
{
	const SetValues *given = values;
	RoundTarget target;
	size_t failed;
	if (!round_target(cli, given->code, given->who, &target, err))
		return false;
	ReportInput input = { .who = target.reporter.who, .report = target.reporter.report };
	if (!read_report(cli, given, &input.report, err) ||
		!report_save_many(cli->core, target.series.id, target.round, &input, 1, &failed, err))
		return false;
	buf_addf(&cli->out, "%s.%d, %s: %s.\n", target.series.code, target.round,
		target.reporter.title, report_state_name(input.report.state));
	return true;
}

const Command round_set_command = {
	.name = "round set",
	.summary = N_("Ghi báo cáo nhận được của một nơi"),
	.arguments = set_arguments,
	.options = set_options,
	.values_size = sizeof(SetValues),
	.run = run_set,
};

// round withdraw --------------------------------------------------------------------------------

typedef struct {
	const char *code, *who;
} WithdrawValues;

static const Option withdraw_arguments[] = {
	ROUND_ARGUMENT(WithdrawValues),
	REPORTER_ARGUMENT(WithdrawValues),
	{ 0 },
};

static bool run_withdraw(Cli *cli, const void *values, Err *err)
{
	const WithdrawValues *given = values;
	RoundTarget target;
	if (!round_target(cli, given->code, given->who, &target, err) ||
		!report_withdraw(cli->core, target.reporter.report.id, target.reporter.report.rev, err))
		return false;
	buf_addf(&cli->out, tr("%s.%d, %s: đã rút, lại là chưa nộp.\n"), target.series.code, target.round,
		target.reporter.title);
	return true;
}

const Command round_withdraw_command = {
	.name = "round withdraw",
	.summary = N_("Rút một báo cáo đã ghi; dòng ấy vẫn còn để xem"),
	.arguments = withdraw_arguments,
	.options = no_options,
	.values_size = sizeof(WithdrawValues),
	.run = run_withdraw,
};

// round extend ----------------------------------------------------------------------------------

typedef struct {
	const char *code, *who, *due, *reason, *agreed_by;
} ExtendValues;

static const Option extend_arguments[] = {
	ROUND_ARGUMENT(ExtendValues),
	REPORTER_ARGUMENT(ExtendValues),
	{ 0 },
};

static const Option extend_options[] = {
	{ .name = "due",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ExtendValues, due),
		.value = N_("NGÀY"),
		.help = N_("hạn mới của nơi này") },
	{ .name = "reason",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ExtendValues, reason),
		.value = N_("LỜI"),
		.help = N_("lý do gia hạn") },
	{ .name = "agreed-by",
		.type = OPTION_LINE,
		.offset = offsetof(ExtendValues, agreed_by),
		.value = N_("NGƯỜI"),
		.help = N_("người đồng ý") },
	{ 0 },
};

static bool run_extend(Cli *cli, const void *values, Err *err)
{
	const ExtendValues *given = values;
	RoundTarget target;
	ReportExtension extension = { .reason = given->reason, .agreed_by = given->agreed_by };
	if (!round_target(cli, given->code, given->who, &target, err) ||
		!cli_date(cli, "due", given->due, &extension.new_due, err) ||
		!report_extend(cli->core, target.series.id, target.round, target.reporter.who, &extension,
			err))
		return false;
	buf_addf(&cli->out, tr("%s.%d, %s: hạn mới %s.\n"), target.series.code, target.round,
		target.reporter.title, day_shown(extension.new_due, &cli->arena));
	return true;
}

const Command round_extend_command = {
	.name = "round extend",
	.summary = N_("Gia hạn báo cáo của một nơi, có lý do"),
	.arguments = extend_arguments,
	.options = extend_options,
	.values_size = sizeof(ExtendValues),
	.run = run_extend,
};

// remind ----------------------------------------------------------------------------------------

typedef struct {
	const char *code, *who, *channel, *on, *person, *note;
} RemindValues;

static const Option remind_arguments[] = {
	ROUND_ARGUMENT(RemindValues),
	REPORTER_ARGUMENT(RemindValues),
	{ 0 },
};

static const char *const channels[] = { "phone", "document", "message", NULL };

static const Option remind_options[] = {
	{ .name = "channel",
		.type = OPTION_WORD,
		.offset = offsetof(RemindValues, channel),
		.words = channels,
		.value = N_("CÁCH"),
		.help = N_("một trong") },
	{ .name = "on",
		.type = OPTION_LINE,
		.offset = offsetof(RemindValues, on),
		.value = N_("NGÀY"),
		.help = N_("ngày đôn đốc; mặc định hôm nay") },
	{ .name = "person",
		.type = OPTION_LINE,
		.offset = offsetof(RemindValues, person),
		.value = N_("NGƯỜI"),
		.help = N_("người được đôn đốc; mặc định người liên hệ của nơi ấy") },
	{ .name = "note",
		.type = OPTION_LINE,
		.offset = offsetof(RemindValues, note),
		.value = N_("LỜI"),
		.help = N_("hứa nộp khi nào, vướng gì") },
	{ 0 },
};

static bool read_reminder(Cli *cli, const RemindValues *given, const RoundTarget *target, Reminder *out,
	Err *err)
{
	Person person = { .id = target->reporter.contact_id };
	*out = (Reminder){ .channel = CHANNEL_PHONE, .note = given->note };
	if (*given->channel && !channel_parse(given->channel, &out->channel))
		return err_set(err, ERR_INVALID, tr("--channel: “%s” không dùng được."), given->channel);
	if ((*given->person && !person_find(cli->core, given->person, &cli->arena, &person, err)) ||
		!cli_date(cli, "on", given->on, &out->on, err))
		return false;
	out->person_id = person.id;
	return true;
}

static bool run_remind(Cli *cli, const void *values, Err *err)
{
	int nth;
	const RemindValues *given = values;
	RoundTarget target;
	Reminder reminder;
	if (!round_target(cli, given->code, given->who, &target, err) ||
		!read_reminder(cli, given, &target, &reminder, err) ||
		!reminder_add(cli->core, target.series.id, target.round, target.reporter.who, &reminder,
			&nth, err))
		return false;
	buf_addf(&cli->out, tr("%s.%d, %s: đã đôn đốc lần %d qua %s.\n"), target.series.code,
		target.round, target.reporter.title, nth, channel_name(reminder.channel));
	return true;
}

const Command remind_command = {
	.name = "remind",
	.summary = N_("Ghi một lần đôn đốc nơi chưa nộp báo cáo"),
	.arguments = remind_arguments,
	.options = remind_options,
	.values_size = sizeof(RemindValues),
	.run = run_remind,
};
