// SPDX-License-Identifier: MIT
// Reporting rounds (kỳ báo cáo): series of reports that districts and bodies are asked for in a
// rhythm, what has come in each round, extensions, and reminders (đôn đốc). Reading is everybody's,
// every change RIGHT_DIRECT.
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include "base/vec.h"
#include "core/core.h"

typedef enum {
	RHYTHM_WEEK,
	RHYTHM_TWO_WEEKS,
	RHYTHM_MONTH,
	RHYTHM_QUARTER,
	RHYTHM_HALF_YEAR,
	RHYTHM_ONCE,
	RHYTHM_COUNT,
} Rhythm;

const char *rhythm_code(Rhythm rhythm);
const char *rhythm_name(Rhythm rhythm); // "hằng tháng"
bool rhythm_parse(const char *code, Rhythm *out) WARN_UNUSED;

// Exactly one is set.
typedef struct {
	int64_t district_id, body_id;
} ReporterId;

typedef struct {
	int64_t id, rev;
	const char *code, *name;
	Rhythm rhythm;
	const char *first_due, *last_due; // last_due "": open
	int64_t directive_id;             // 0: of none
	const char *directive;            // its number, ""
} ReportSeries;

// What a series asks for beside its own row. When all_districts is set, single ones are not.
typedef struct {
	bool all_districts;
	const ReporterId *reporters;
	size_t reporters_n;
} ReportAsked;

// Schedule: the n-th round (from 1) is due so many months or weeks after the first, counted from the
// first one's day and clamped at month ends. An invalid date: there is no such round.
enum { ROUNDS_MAX = 5000 };
Date report_due(const ReportSeries *series, int round);
// The first round that is due on the day or later; where the series has ended, its last one.
int report_round_on(const ReportSeries *series, Date day);

// Vec of ReportSeries, in order of their first day.
bool report_series_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool report_series_get(Core *core, int64_t id, Arena *arena, ReportSeries *out, Err *err) WARN_UNUSED;
bool report_series_find(Core *core, const char *code, Arena *arena, ReportSeries *out,
	Err *err) WARN_UNUSED;
// "bc-259.3", or "bc-259" for the round of today.
bool report_round_find(Core *core, const char *code, Arena *arena, ReportSeries *out, int *round,
	Err *err) WARN_UNUSED;
// Whom it asks today.
bool report_asked_get(Core *core, int64_t series_id, Arena *arena, ReportAsked *out,
	Err *err) WARN_UNUSED;
// What people type for it: "tất cả" or codes of districts; codes or names of bodies; "," between.
bool report_asked_read(Core *core, const char *districts, const char *bodies, Arena *arena,
	ReportAsked *out, Err *err) WARN_UNUSED;
// A district's code or name, or a body's.
bool reporter_find(Core *core, const char *typed, Arena *arena, ReporterId *out,
	const char **title, Err *err) WARN_UNUSED;

// series->id becomes the new id.
bool report_series_add(Core *core, ReportSeries *series, const ReportAsked *asked,
	Err *err) WARN_UNUSED;
// Rhythm and first day stand once something has been entered. Whom it asks changes from today on:
// rounds that are past keep theirs.
bool report_series_save(Core *core, const ReportSeries *series, const ReportAsked *asked,
	Err *err) WARN_UNUSED;

typedef enum { REPORT_NONE, REPORT_SENT, REPORT_UNCHANGED, REPORT_STATES } ReportState;

const char *report_state_code(ReportState state); // "" sent unchanged
const char *report_state_name(ReportState state); // "chưa nộp" "đã nộp" "không thay đổi"
bool report_state_parse(const char *code, ReportState *out) WARN_UNUSED;
// As people write it: its name or the beginning, accents optional, or its code.
bool report_state_read(const char *typed, ReportState *out, Err *err) WARN_UNUSED;

// What one reporter has sent in a round.
typedef struct {
	int64_t id, rev; // 0: nothing has come
	ReportState state;
	const char *received; // YYYY-MM-DD, "" for nothing
	const char *document, *dated, *note;
} Report;

// One reporter in one round.
typedef struct {
	ReporterId who;
	const char *code, *title;
	Report report;
	const char *due;        // in force, after extensions
	const char *due_reason; // of the last extension; ""
	int extensions;
	bool late;    // came after its day
	bool overdue; // not come, and its day is past
	int days;     // late or overdue by so many
	int silent;   // rounds in a row without a report, this one or those before it included
	int reminders;             // told about these rounds
	const char *reminded_on, *reminded_by; // the last of them, and through which channel; ""
	const char *contact, *phone; // "đ/c …, Bí thư …"; "" where nobody is known
	int64_t contact_id;
	const char *withdrawn; // "BC số 19-BC/HU nhận 25/10; …": "" for none
} Reporter;

typedef struct {
	int64_t series_id;
	int round;
	const char *code, *name; // "bc-259.3", the series' name
	const char *due;
	int asked, sent, unchanged, late, missing, overdue; // unchanged and late are among sent
} Round;

// Every round up to the current one: Vec of Round, the latest due day first.
bool round_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// One of them with everybody whom it asks: Vec of Reporter, districts in official order, then
// bodies. ERR_NOT_FOUND for a round that there is not, or not yet.
bool round_get(Core *core, int64_t series_id, int round, Arena *arena, Round *out, Vec *reporters,
	Err *err) WARN_UNUSED;

// Who is silent in the last round that is past, series by series: Vec of Silence.
typedef struct {
	int64_t series_id;
	int round;
	Reporter reporter;
} Silence;
bool report_silences(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// One reporter through the rounds: how each went, and every reminder about it.
typedef struct {
	int64_t series_id;
	int round;
	const char *code, *name; // "bc-259.3", the series' name
	const char *round_due;   // everybody's; the reporter's own stands in reporter.due
	Reporter reporter;       // reminders: about this round alone; without silence and contact
	const char *reminders;   // "08/11 điện thoại, đ/c …: hứa nộp; 19/11 văn bản"; "" for none
} ReporterRound;

typedef struct {
	const char *title, *code;
	int asked, in_time, late, overdue, waiting, extended, reminders; // waiting: its day has not come
} ReporterSum;

// Vec of ReporterRound, the latest due day first. ERR_NOT_FOUND for whom nothing was ever asked of.
bool reporter_history(Core *core, ReporterId who, Arena *arena, Vec *out, ReporterSum *sum,
	Err *err) WARN_UNUSED;
// How a district stands in what it is asked for, in one line: its silence, else what was due last; "" where it is asked for nothing.
// The round is the one that the line is about.
bool report_of_district(Core *core, int64_t district_id, Arena *arena, const char **line,
	int64_t *series_id, int *round, Err *err) WARN_UNUSED;

// What somebody enters. id and rev are those that were read: where another row counts meanwhile,
// ERR_CONFLICT. received "" is today.
typedef struct {
	ReporterId who;
	Report report;
} ReportInput;
bool report_check(Core *core, const Report *report, Err *err) WARN_UNUSED;
// All of them as one change, or none. Where one is wrong, *failed is its index, else n.
bool report_save_many(Core *core, int64_t series_id, int round, const ReportInput *inputs, size_t n,
	size_t *failed, Err *err) WARN_UNUSED;
// It counts as not reported again; the row stays to be seen.
bool report_withdraw(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;

// One reporter's own day. decided_on is today.
typedef struct {
	const char *new_due, *reason, *agreed_by;
} ReportExtension;
bool report_extend(Core *core, int64_t series_id, int round, ReporterId who,
	const ReportExtension *extension, Err *err) WARN_UNUSED;

typedef enum { CHANNEL_PHONE, CHANNEL_DOCUMENT, CHANNEL_MESSAGE, CHANNEL_COUNT } Channel;

const char *channel_code(Channel channel);
const char *channel_name(Channel channel);
bool channel_parse(const char *code, Channel *out) WARN_UNUSED;

typedef struct {
	int64_t person_id; // who was spoken to; 0: nobody in particular
	Channel channel;
	const char *on; // "" is today
	const char *note;
} Reminder;
// ERR_INVALID where the report has come. *nth says the how-manieth it is.
bool reminder_add(Core *core, int64_t series_id, int round, ReporterId who, const Reminder *reminder,
	int *nth, Err *err) WARN_UNUSED;

#endif
