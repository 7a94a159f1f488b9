// SPDX-License-Identifier: MIT
// What the tests of reporting rounds share: a series, one reporter of a round, a report that comes.
#ifndef TESTS_REPORT_TOOLS_H
#define TESTS_REPORT_TOOLS_H

#include "unit/fixture.h"

#include "core/report.h"

#include <string.h>

// A series of the tests: every month from 31/08/2021, so that on 23/11 three rounds are past.
static inline int64_t add_series(Fixture *fixture, const char *code, const char *districts)
{
	ReportAsked asked;
	ReportSeries series = { .code = code, .name = "Báo cáo tháng", .rhythm = RHYTHM_MONTH,
		.first_due = "2021-08-31" };
	assert_done(report_asked_read(fixture->core, districts, "", &fixture->arena, &asked,
		&fixture->err), &fixture->err);
	assert_done(report_series_add(fixture->core, &series, &asked, &fixture->err), &fixture->err);
	return series.id;
}

static inline Reporter reporter(Fixture *fixture, int64_t series, int round, const char *code)
{
	Vec all;
	Round out;
	Reporter found = { .code = NULL };
	vec_init(&all, sizeof(Reporter));
	assert_done(round_get(fixture->core, series, round, &fixture->arena, &out, &all, &fixture->err),
		&fixture->err);
	for (size_t i = 0; i < all.len; i++)
		if (strcmp(((const Reporter *)vec_at(&all, i))->code, code) == 0)
			found = *(const Reporter *)vec_at(&all, i);
	vec_release(&all);
	return found;
}

static inline bool enter(Fixture *fixture, int64_t series, int round, const char *code, const char *received)
{
	size_t failed;
	Reporter now = reporter(fixture, series, round, code);
	ReportInput input = { .who = now.who, .report = now.report };
	input.report.state = REPORT_SENT;
	input.report.received = received;
	input.report.document = "BC số 7-BC/HU";
	return report_save_many(fixture->core, series, round, &input, 1, &failed, &fixture->err);
}

#endif
