// SPDX-License-Identifier: MIT
// The story's reporting rounds.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/directive.h"
#include "core/report.h"

bool demo_play_series(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoSeries *wanted = event->series;
	ReportAsked asked;
	Directive directive = { .id = 0 };
	ReportSeries series = { .code = wanted->code, .name = wanted->name,
		.first_due = wanted->first, .last_due = wanted->last };
	if (!rhythm_parse(wanted->rhythm, &series.rhythm))
		return err_set(err, ERR_INVALID, tr("Không có nhịp báo cáo “%s”."), wanted->rhythm);
	if ((*wanted->directive && !directive_find(player->core, wanted->directive, &player->scratch,
					   &directive, err)) ||
		!report_asked_read(player->core, wanted->districts, wanted->bodies, &player->scratch,
			&asked, err))
		return false;
	series.directive_id = directive.id;
	return report_series_add(player->core, &series, &asked, err);
}

// A round with everybody in it.
typedef struct {
	int64_t series_id;
	int number;
	Vec reporters; // of Reporter
} Open;

static bool open_round(DemoPlayer *player, const char *code, Open *out, Err *err)
{
	ReportSeries series;
	Round round;
	vec_init(&out->reporters, sizeof(Reporter));
	if (!report_round_find(player->core, code, &player->scratch, &series, &out->number, err))
		return false;
	out->series_id = series.id;
	return round_get(player->core, series.id, out->number, &player->scratch, &round,
		&out->reporters, err);
}

static bool find_in(DemoPlayer *player, const Open *open, const char *who, Reporter *out, Err *err)
{
	ReporterId id;
	const char *title;
	if (!reporter_find(player->core, who, &player->scratch, &id, &title, err))
		return false;
	for (size_t i = 0; i < open->reporters.len; i++) {
		*out = *(const Reporter *)vec_at(&open->reporters, i);
		if (out->who.district_id == id.district_id && out->who.body_id == id.body_id)
			return true;
	}
	return err_set(err, ERR_NOT_FOUND, tr("Kỳ này không yêu cầu %s báo cáo."), title);
}

static bool read_row(DemoPlayer *player, const Open *open, const DemoReceivedRow *row,
	ReportInput *out, Err *err)
{
	Reporter reporter;
	player->at = row->at;
	if (!find_in(player, open, row->who, &reporter, err))
		return false;
	*out = (ReportInput){ .who = reporter.who, .report = reporter.report };
	out->report.state = row->unchanged ? REPORT_UNCHANGED : REPORT_SENT;
	out->report.document = row->document;
	return true;
}

bool demo_play_received(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Open open;
	size_t failed;
	const DemoReceived *received = event->received;
	ReportInput *inputs = arena_array(&player->scratch, received->rows_n, sizeof(*inputs));
	bool ok = open_round(player, received->round, &open, err);
	for (size_t i = 0; ok && i < received->rows_n; i++)
		ok = read_row(player, &open, &received->rows[i], &inputs[i], err);
	ok = ok && report_save_many(player->core, open.series_id, open.number, inputs,
			   received->rows_n, &failed, err);
	vec_release(&open.reporters);
	return ok;
}

static bool remind(DemoPlayer *player, const Open *open, const Reporter *reporter,
	const DemoRoundStep *step, Err *err)
{
	int nth;
	Reminder reminder = { .person_id = reporter->contact_id, .note = step->note };
	if (!channel_parse(step->channel, &reminder.channel))
		return err_set(err, ERR_INVALID, tr("Không có cách đôn đốc “%s”."), step->channel);
	return reminder_add(player->core, open->series_id, open->number, reporter->who, &reminder, &nth,
		err);
}

static bool extend(DemoPlayer *player, const Open *open, const Reporter *reporter,
	const DemoRoundStep *step, Err *err)
{
	const ReportExtension extension = { step->due, step->reason, step->agreed_by };
	return report_extend(
		player->core, open->series_id, open->number, reporter->who, &extension, err);
}

static bool withdraw(DemoPlayer *player, const Open *open, const Reporter *reporter,
	const DemoRoundStep *step, Err *err)
{
	(void)open, (void)step;
	return report_withdraw(player->core, reporter->report.id, reporter->report.rev, err);
}

bool demo_play_round_step(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	static bool (*const steps[])(DemoPlayer *, const Open *, const Reporter *,
		const DemoRoundStep *, Err *) = {
		[DEMO_ROUND_REMIND] = remind,
		[DEMO_ROUND_EXTEND] = extend,
		[DEMO_ROUND_WITHDRAW] = withdraw,
	};
	Open open;
	Reporter reporter;
	const DemoRoundStep *step = event->round_step;
	bool ok = open_round(player, step->round, &open, err) &&
		  find_in(player, &open, step->who, &reporter, err) &&
		  steps[step->what](player, &open, &reporter, step, err);
	vec_release(&open.reporters);
	return ok;
}
