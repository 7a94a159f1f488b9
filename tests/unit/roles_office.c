// SPDX-License-Identifier: MIT
#include "unit/roles.h"

#include "core/handover.h"

static bool add_directive(World *w)
{
	return fixture_directive_add(w->f, "02-CV/TU", NULL, w->err);
}

static bool add_body(World *w)
{
	Body body = { .code = "so-moi", .name = "Sở Mới", .short_name = "" };
	return body_add(w->core, &body, w->err);
}

static bool assign(World *w)
{
	Assignment assignment = { .person_id = world_person(w, "other"), .document = "", .from = "2021-11-23",
		.to = "", .district_id = w->district.district_id };
	return assignment_add(w->core, &assignment, w->err);
}

static void assigned(World *w)
{
	Vec all;
	world_as(w, "office");
	vec_init(&all, sizeof(Assignment));
	assert_done(assignment_of_place(w->core, w->region, "2021-11-23", w->arena, &all, w->err), w->err);
	w->id = ((const Assignment *)vec_at(&all, 0))->id;
	w->rev = ((const Assignment *)vec_at(&all, 0))->rev;
	vec_release(&all);
}

static bool end_assignment(World *w)
{
	return assignment_end(w->core, w->id, w->rev, "2021-12-31", w->err);
}

static bool hand_over(World *w)
{
	const Handover wanted = { .from = { .person_id = world_person(w, w->lead), .place = w->region },
		.successor_id = world_person(w, "member"), .first_day = "2021-12-01", .document = "QĐ 99" };
	return handover_run(w->core, &wanted, w->err);
}

static ReportAsked asked(World *w)
{
	ReportAsked all;
	assert_done(report_asked_read(w->core, "kien-hai, tan-hiep", "", w->arena, &all, w->err), w->err);
	return all;
}

static bool add_series(World *w)
{
	const ReportAsked all = asked(w);
	w->series = (ReportSeries){ .code = "thang", .name = "Báo cáo tháng", .rhythm = RHYTHM_MONTH,
		.first_due = "2021-08-31" };
	return report_series_add(w->core, &w->series, &all, w->err);
}

static void with_series(World *w)
{
	world_as(w, "office");
	assert_done(add_series(w), w->err);
	w->id = w->series.id;
	assert_done(report_series_get(w->core, w->id, w->arena, &w->series, w->err), w->err);
}

static bool save_series(World *w)
{
	const ReportAsked all = asked(w);
	ReportSeries series = w->series;
	series.name = "Báo cáo khác";
	return report_series_save(w->core, &series, &all, w->err);
}

static ReporterId who(World *w)
{
	return (ReporterId){ .district_id = w->district.district_id };
}

static bool save_report(World *w)
{
	const ReportInput input = { who(w), { .state = REPORT_SENT, .received = "2021-09-01",
		.document = "BC 9", .dated = "2021-08-31", .note = "" } };
	size_t failed;
	return report_save_many(w->core, w->id, 1, &input, 1, &failed, w->err);
}

void world_report(World *w)
{
	Vec reporters;
	Round round;
	with_series(w);
	assert_done(save_report(w), w->err);
	vec_init(&reporters, sizeof(Reporter));
	assert_done(round_get(w->core, w->id, 1, w->arena, &round, &reporters, w->err), w->err);
	for (size_t i = 0; i < reporters.len; i++) {
		const Reporter *reporter = vec_at(&reporters, i);
		if (reporter->who.district_id == w->district.district_id)
			w->report = reporter->report;
	}
	vec_release(&reporters);
}

static bool withdraw_report(World *w)
{
	return report_withdraw(w->core, w->report.id, w->report.rev, w->err);
}

static bool extend_report(World *w)
{
	const ReportExtension wanted = { .new_due = "2021-12-10", .reason = "bão", .agreed_by = "" };
	return report_extend(w->core, w->id, 3, who(w), &wanted, w->err);
}

static bool remind(World *w)
{
	const Reminder reminder = { .person_id = world_person(w, "leader"), .on = "2021-11-23", .note = "" };
	int nth;
	return reminder_add(w->core, w->id, 1, who(w), &reminder, &nth, w->err);
}

static bool add_indicator(World *w)
{
	Indicator indicator = { .code = "khach", .name = "Khách", .unit = "người" };
	bool ok = indicator_add(w->core, &indicator, w->err);
	w->id = indicator.id;
	return ok;
}

static void with_indicator(World *w)
{
	world_as(w, "office");
	assert_done(add_indicator(w), w->err);
}

static bool save_indicator(World *w)
{
	Indicator indicator;
	assert_done(indicator_get(w->core, w->id, w->arena, &indicator, w->err), w->err);
	indicator.name = "Khách quốc tế";
	return indicator_save(w->core, &indicator, w->err);
}

static bool set_target(World *w)
{
	const IndicatorTarget target = { .indicator_id = w->id, .place = w->district, .value = 9,
		.from = "2021-01-01", .to = "2021-12-31", .document = "" };
	return target_set(w->core, &target, w->err);
}

void world_target(World *w)
{
	Vec all;
	with_indicator(w);
	assert_done(set_target(w), w->err);
	vec_init(&all, sizeof(IndicatorTarget));
	assert_done(target_list(w->core, w->id, w->arena, &all, w->err), w->err);
	w->target = *(const IndicatorTarget *)vec_at(&all, 0);
	vec_release(&all);
}

static bool remove_target(World *w)
{
	return target_remove(w->core, w->target.id, w->target.rev, w->err);
}

const RoleRow roles_of_office[] = {
	{ "directive-add", MAY_DIRECT, NULL, add_directive, false, ERR_NONE },
	{ "body-add", MAY_DIRECT, NULL, add_body, false, ERR_NONE },
	{ "assignment-add", MAY_DIRECT, NULL, assign, false, ERR_NONE },
	{ "assignment-end", MAY_DIRECT, assigned, end_assignment, false, ERR_NONE },
	{ "assignment-handover", MAY_DIRECT, NULL, hand_over, false, ERR_NONE },
	{ "report-series-add", MAY_DIRECT, NULL, add_series, false, ERR_NONE },
	{ "report-series-save", MAY_DIRECT, with_series, save_series, false, ERR_NONE },
	{ "report-save", MAY_DIRECT, with_series, save_report, false, ERR_NONE },
	{ "report-withdraw", MAY_DIRECT, world_report, withdraw_report, false, ERR_NONE },
	{ "report-extend", MAY_DIRECT, with_series, extend_report, false, ERR_NONE },
	{ "reminder-add", MAY_DIRECT, with_series, remind, false, ERR_NONE },
	{ "indicator-add", MAY_DIRECT, NULL, add_indicator, false, ERR_NONE },
	{ "indicator-save", MAY_DIRECT, with_indicator, save_indicator, false, ERR_NONE },
	{ "target-set", MAY_DIRECT, with_indicator, set_target, false, ERR_NONE },
	{ "target-remove", MAY_DIRECT, world_target, remove_target, false, ERR_NONE },
	{ 0 },
};
