// SPDX-License-Identifier: MIT
// When the rounds of a series are due, and the words of small enumerations.
#include "core/report.h"

#include "base/tr.h"
#include "text/fold.h"

#include <string.h>

static const struct {
	const char *code, *name;
	int days, months; // from one round to the next; neither: there is one only
} rhythms[RHYTHM_COUNT] = {
	[RHYTHM_WEEK] = { "week", N_("hằng tuần"), 7, 0 },
	[RHYTHM_TWO_WEEKS] = { "two-weeks", N_("hai tuần một lần"), 14, 0 },
	[RHYTHM_MONTH] = { "month", N_("hằng tháng"), 0, 1 },
	[RHYTHM_QUARTER] = { "quarter", N_("hằng quý"), 0, 3 },
	[RHYTHM_HALF_YEAR] = { "half-year", N_("sáu tháng một lần"), 0, 6 },
	[RHYTHM_ONCE] = { "once", N_("một lần"), 0, 0 },
};

const char *rhythm_code(Rhythm rhythm)
{
	return rhythms[rhythm].code;
}

const char *rhythm_name(Rhythm rhythm)
{
	return tr(rhythms[rhythm].name);
}

bool rhythm_parse(const char *code, Rhythm *out)
{
	for (int rhythm = 0; rhythm < RHYTHM_COUNT; rhythm++)
		if (strcmp(rhythms[rhythm].code, code) == 0) {
			*out = (Rhythm)rhythm;
			return true;
		}
	return false;
}

static Date nth_due(const ReportSeries *series, Date first, int round)
{
	int days = rhythms[series->rhythm].days, months = rhythms[series->rhythm].months;
	if (months)
		return date_add_months(first, (round - 1) * months);
	return date_add_days(first, (round - 1) * days);
}

Date report_due(const ReportSeries *series, int round)
{
	Date first, last;
	bool once = series->rhythm == RHYTHM_ONCE;
	if (round < 1 || round > ROUNDS_MAX || (once && round > 1) ||
		!date_parse(series->first_due, &first))
		return (Date){ 0 };
	Date due = nth_due(series, first, round);
	if (round > 1 && date_parse(series->last_due, &last) && date_compare(due, last) > 0)
		return (Date){ 0 };
	return due;
}

int report_round_on(const ReportSeries *series, Date day)
{
	int round = 1;
	while (date_compare(report_due(series, round), day) < 0 &&
		date_valid(report_due(series, round + 1)))
		round++;
	return round;
}

// States ----------------------------------------------------------------------------------------

static const struct {
	const char *code, *name;
} states[REPORT_STATES] = {
	[REPORT_NONE] = { "", N_("chưa nộp") },
	[REPORT_SENT] = { "sent", N_("đã nộp") },
	[REPORT_UNCHANGED] = { "unchanged", N_("không thay đổi") },
};

const char *report_state_code(ReportState state)
{
	return states[state].code;
}

const char *report_state_name(ReportState state)
{
	return tr(states[state].name);
}

bool report_state_parse(const char *code, ReportState *out)
{
	for (int state = REPORT_SENT; state < REPORT_STATES; state++)
		if (strcmp(states[state].code, code) == 0) {
			*out = (ReportState)state;
			return true;
		}
	return false;
}

// "nộp" and "x" are how lists on paper say it.
static const struct {
	ReportState state;
	const char *words;
} spellings[] = {
	{ REPORT_SENT, VN_("đã nộp") },
	{ REPORT_UNCHANGED, VN_("không thay đổi") },
	{ REPORT_SENT, VN_("nộp") },
	{ REPORT_SENT, "x" },
	{ REPORT_SENT, VN_("có") },
	{ REPORT_SENT, VN_("nộp chậm") },
};

static bool begins(const char *words, const char *typed)
{
	Buf whole = BUF_INIT, part = BUF_INIT;
	text_fold(&whole, words, strlen(words));
	text_fold(&part, typed, strlen(typed));
	bool found = part.len && strncmp(whole.bytes, part.bytes, part.len) == 0 &&
		     text_contains(words, typed);
	buf_release(&whole);
	buf_release(&part);
	return found;
}

bool report_state_read(const char *typed, ReportState *out, Err *err)
{
	if (report_state_parse(typed, out))
		return true;
	for (int state = REPORT_SENT; state < REPORT_STATES; state++)
		if (begins(report_state_name((ReportState)state), typed)) {
			*out = (ReportState)state;
			return true;
		}
	for (size_t i = 0; i < sizeof(spellings) / sizeof(*spellings); i++)
		if (begins(spellings[i].words, typed)) {
			*out = spellings[i].state;
			return true;
		}
	err_set(err, ERR_INVALID, tr("“%.40s” không phải là một tình trạng báo cáo."), typed);
	err_hint(err, "%s", tr("Ghi đã nộp hoặc không thay đổi; chữ đầu cũng được."));
	return err_field(err, "state");
}

// Channels --------------------------------------------------------------------------------------

static const struct {
	const char *code, *name;
} channels[CHANNEL_COUNT] = {
	[CHANNEL_PHONE] = { "phone", N_("điện thoại") },
	[CHANNEL_DOCUMENT] = { "document", N_("văn bản") },
	[CHANNEL_MESSAGE] = { "message", N_("tin nhắn") },
};

const char *channel_code(Channel channel)
{
	return channels[channel].code;
}

const char *channel_name(Channel channel)
{
	return tr(channels[channel].name);
}

bool channel_parse(const char *code, Channel *out)
{
	for (int channel = 0; channel < CHANNEL_COUNT; channel++)
		if (strcmp(channels[channel].code, code) == 0) {
			*out = (Channel)channel;
			return true;
		}
	return false;
}
