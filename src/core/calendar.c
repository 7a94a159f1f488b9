// SPDX-License-Identifier: MIT
#include "core/calendar.h"

#include "base/tr.h"
#include "core/meeting.h"
#include "core/remark.h"
#include "core/report.h"
#include "core/review.h"
#include "core/right.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *code, *name;
} kinds[CALENDAR_KINDS] = {
	[CALENDAR_MEETING] = { "meeting", N_("buổi làm việc") },
	[CALENDAR_DEADLINE] = { "deadline", N_("hạn nhiệm vụ") },
	[CALENDAR_REVIEW] = { "review", N_("sơ kết") },
	[CALENDAR_ROUND] = { "round", N_("kỳ báo cáo") },
	[CALENDAR_REMARK] = { "remark", N_("ý kiến chỉ đạo") },
};

const char *calendar_kind_code(CalendarKind kind)
{
	return kinds[kind].code;
}

const char *calendar_kind_name(CalendarKind kind)
{
	return tr(kinds[kind].name);
}

// What entries are looked for, and where they go. Days are ISO.
typedef struct {
	Core *core;
	const char *from, *to;
	Arena *arena;
	Vec *out;
} Calendar;

static void push(Calendar *calendar, CalendarLine line)
{
	line.place = line.place ? line.place : "";
	line.state = line.state ? line.state : "";
	*(CalendarLine *)vec_push(calendar->out) = line;
}

// Meetings -------------------------------------------------------------------------------------

static const char *const meeting_words[] = {
	[MEETING_WORK] = N_("Làm việc với vùng %s"),
	[MEETING_CONFERENCE] = N_("Hội nghị vùng %s"),
	[MEETING_SURVEY] = N_("Khảo sát vùng %s"),
};

// Short: they stand at the end of a narrow line.
static const char *const meeting_states[] = {
	[MEETING_PLANNED] = N_("dự kiến"),
	[MEETING_IN_PROGRESS] = N_("đang họp"),
	[MEETING_DRAFT] = N_("bản nháp"),
	[MEETING_FINAL] = N_("hoàn tất"),
};

typedef struct {
	CalendarLine line;
	int64_t region_id;
	MeetingState state;
} MeetingEntry;

static MeetingEntry meeting_entry(Stmt *stmt, Arena *arena)
{
	MeetingKind kind;
	MeetingEntry entry = { .region_id = stmt_get_int(stmt, 1), .state = MEETING_FINAL };
	if (!meeting_kind_parse(stmt_get_text(stmt, 2), &kind))
		kind = MEETING_WORK;
	for (int state = MEETING_PLANNED; state <= MEETING_FINAL; state++)
		if (strcmp(meeting_state_code((MeetingState)state), stmt_get_text(stmt, 5)) == 0)
			entry.state = (MeetingState)state;
	entry.line = (CalendarLine){
		.kind = CALENDAR_MEETING,
		.day = stmt_get_string(stmt, 3, arena),
		.text = arena_printf(arena, tr(meeting_words[kind]), stmt_get_text(stmt, 4)),
		.state = tr(meeting_states[entry.state]),
		.thing = { NOUN_MEETING, stmt_get_int(stmt, 0) },
	};
	return entry;
}

static bool read_meetings(Calendar *calendar, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(calendar->core), Q_CALENDAR_MEETINGS);
	stmt_text(stmt, calendar->from);
	stmt_text(stmt, calendar->to);
	while (stmt_row(stmt))
		*(MeetingEntry *)vec_push(out) = meeting_entry(stmt, calendar->arena);
	return stmt_done(stmt, err);
}

// Whether the acting person may open what is not final in a region.
static bool may_read(Core *core, const MeetingEntry *entry, bool *yes, Err *err)
{
	Err why = ERR_INIT;
	*yes = entry->state == MEETING_FINAL ||
	       right_check(core, RIGHT_READ_OPEN, (Place){ .region_id = entry->region_id }, &why);
	if (*yes || why.kind == ERR_DENIED)
		return true;
	*err = why;
	return false;
}

typedef bool WantMeeting(const MeetingEntry *entry);

static bool add_meetings_that(Calendar *calendar, WantMeeting *wanted, Err *err)
{
	Vec all;
	bool yes;
	vec_init(&all, sizeof(MeetingEntry));
	bool ok = read_meetings(calendar, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const MeetingEntry *entry = vec_at(&all, i);
		if (wanted && !wanted(entry))
			continue;
		ok = may_read(calendar->core, entry, &yes, err);
		if (ok && yes)
			push(calendar, entry->line);
	}
	vec_release(&all);
	return ok;
}

static bool is_planned(const MeetingEntry *entry)
{
	return entry->state == MEETING_PLANNED;
}

static bool add_meetings(Calendar *calendar, Err *err)
{
	return add_meetings_that(calendar, NULL, err);
}

static bool add_planned(Calendar *calendar, Err *err)
{
	return add_meetings_that(calendar, is_planned, err);
}

// Deadlines ------------------------------------------------------------------------------------

typedef struct {
	CalendarLine line;
	Place place;
	int64_t leaf_id;
	int leaves, open;
} Deadline;

// A directive's task is known by its code; a conclusion's code says nothing to a reader.
static Deadline deadline_row(Stmt *stmt, Arena *arena)
{
	bool coded = strcmp(stmt_get_text(stmt, 7), "directive") == 0;
	return (Deadline){
		.line = {
			.kind = CALENDAR_DEADLINE,
			.day = stmt_get_string(stmt, 0, arena),
			.text = arena_printf(arena, "%s%s%s", coded ? stmt_get_text(stmt, 5) : "",
				coded ? " " : "", stmt_get_text(stmt, 6)),
			.thing = { NOUN_TASK, stmt_get_int(stmt, 1) },
		},
		.leaves = (int)stmt_get_int(stmt, 2),
		.open = (int)stmt_get_int(stmt, 3),
		.leaf_id = stmt_get_int(stmt, 4),
		.place = { stmt_get_int(stmt, 8), stmt_get_int(stmt, 9) },
	};
}

static bool read_deadlines(Calendar *calendar, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(calendar->core), Q_CALENDAR_DEADLINES);
	stmt_text(stmt, calendar->from);
	stmt_text(stmt, calendar->to);
	while (stmt_row(stmt))
		*(Deadline *)vec_push(out) = deadline_row(stmt, calendar->arena);
	return stmt_done(stmt, err);
}

// Where: the one place, or how many; how far: all done, or how many are open.
static bool complete_deadline(Calendar *calendar, Deadline *deadline, const char *today, Err *err)
{
	const char *code;
	CalendarLine *line = &deadline->line;
	Arena *arena = calendar->arena;
	line->late = deadline->open && strcmp(line->day, today) < 0;
	line->state = !deadline->open ? tr("hoàn thành") :
		deadline->leaves == 1 ? tr("chưa xong") :
		arena_printf(arena, tr("còn %d/%d"), deadline->open, deadline->leaves);
	line->place = deadline->leaves == 1 ? "" : arena_printf(arena, tr("%d nơi"), deadline->leaves);
	if (deadline->leaves > 1)
		return true;
	line->thing = (Thing){ NOUN_LEAF, deadline->leaf_id };
	return place_name(calendar->core, deadline->place, arena, &line->place, &code, err);
}

static bool add_deadlines_that(Calendar *calendar, bool open_only, Err *err)
{
	Vec all;
	char today[11];
	core_day_iso(calendar->core, today);
	vec_init(&all, sizeof(Deadline));
	bool ok = read_deadlines(calendar, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		Deadline *deadline = vec_at(&all, i);
		if (open_only && !deadline->open)
			continue;
		ok = complete_deadline(calendar, deadline, today, err);
		push(calendar, deadline->line);
	}
	vec_release(&all);
	return ok;
}

static bool add_deadlines(Calendar *calendar, Err *err)
{
	return add_deadlines_that(calendar, false, err);
}

// Reviews --------------------------------------------------------------------------------------

static void add_day(Calendar *calendar, Date day, Period period, const char *text)
{
	char iso[11];
	date_iso(day, iso);
	if (strcmp(iso, calendar->from) >= 0 && strcmp(iso, calendar->to) <= 0)
		push(calendar, (CalendarLine){ .kind = CALENDAR_REVIEW,
			.day = arena_strdup(calendar->arena, iso), .text = text, .period = period });
}

static void add_term(Calendar *calendar, Period period)
{
	char name[48];
	Date due = period_last_day(period);
	period_name(period, name, sizeof(name));
	add_day(calendar, date_add_days(due, -core_rules(calendar->core)->review_cutoff_days), period,
		tr("chốt số liệu sơ kết"));
	add_day(calendar, due, period, arena_printf(calendar->arena, tr("hạn sơ kết %s"), name));
}

static bool add_terms(Calendar *calendar, Err *err)
{
	Date to;
	Period period = review_first(calendar->core);
	(void)err;
	// The first day of a period lies after the cut-off of none that is to come.
	for (; date_parse(calendar->to, &to) && date_compare(period_first_day(period), to) <= 0;
		period = period_next(period))
		add_term(calendar, period);
	return true;
}

// The current term may be over, its reviews still due.
static bool add_coming_terms(Calendar *calendar, Err *err)
{
	Period current = review_current(calendar->core);
	(void)err;
	add_term(calendar, current);
	add_term(calendar, period_next(current));
	return true;
}

// Reports and answers ---------------------------------------------------------------------------

// How much has come of a round; of one that is still to come nothing is asked.
static bool round_state(Calendar *calendar, const ReportSeries *series, CalendarLine *line, Err *err)
{
	Round round;
	Vec reporters;
	if (line->round > report_round_on(series, core_day(calendar->core))) {
		line->round = 0;
		return true;
	}
	vec_init(&reporters, sizeof(Reporter));
	bool ok = round_get(calendar->core, series->id, line->round, calendar->arena, &round, &reporters,
		err);
	vec_release(&reporters);
	if (!ok)
		return false;
	line->late = round.overdue > 0;
	if (round.sent)
		line->state = arena_printf(calendar->arena, tr("nộp %d/%d"), round.sent, round.asked);
	return true;
}

static bool add_round(Calendar *calendar, const ReportSeries *series, int number, const char *due,
	Err *err)
{
	CalendarLine line = {
		.kind = CALENDAR_ROUND,
		.day = arena_strdup(calendar->arena, due),
		.text = arena_printf(calendar->arena, tr("Hạn nộp %s"), series->name),
		.thing = { NOUN_REPORT_SERIES, series->id },
		.round = number,
	};
	bool ok = round_state(calendar, series, &line, err);
	push(calendar, line);
	return ok;
}

static bool add_rounds_of(Calendar *calendar, const ReportSeries *series, Err *err)
{
	char due[11];
	for (int number = 1; number <= ROUNDS_MAX; number++) {
		date_iso(report_due(series, number), due);
		if (!*due || strcmp(due, calendar->to) > 0)
			return true;
		if (strcmp(due, calendar->from) >= 0 && !add_round(calendar, series, number, due, err))
			return false;
	}
	return true;
}

static bool add_rounds(Calendar *calendar, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(ReportSeries));
	bool ok = report_series_list(calendar->core, calendar->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		ok = add_rounds_of(calendar, vec_at(&all, i), err);
	vec_release(&all);
	return ok;
}

static void add_remark(Calendar *calendar, const Remark *remark)
{
	if (strcmp(remark->due, calendar->from) < 0 || strcmp(remark->due, calendar->to) > 0)
		return;
	push(calendar, (CalendarLine){
		.kind = CALENDAR_REMARK,
		.day = remark->due,
		.text = arena_printf(calendar->arena, tr("Ý kiến đ/c %s: %s"), remark->author, remark->text),
		.place = remark->place_title,
		.state = remark->state == REMARK_OPEN ? tr("chờ trả lời") : tr("đã trả lời"),
		.late = remark->late,
		.thing = remark->thing,
	});
}

static bool add_remarks(Calendar *calendar, Err *err)
{
	const RemarkFilter filter = { .states = 1U << REMARK_OPEN | 1U << REMARK_ANSWERED };
	Vec all;
	vec_init(&all, sizeof(Remark));
	bool ok = remark_list(calendar->core, &filter, calendar->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		add_remark(calendar, vec_at(&all, i));
	vec_release(&all);
	return ok;
}

// --- together ----------------------------------------------------------------------------------

typedef bool Source(Calendar *calendar, Err *err);

static int by_day(const void *a, const void *b)
{
	const CalendarLine *const *x = a, *const *y = b;
	int order = strcmp((*x)->day, (*y)->day);
	return order ? order : (*x > *y) - (*x < *y); // as they came
}

static void sort(const Vec *lines, Vec *out)
{
	Vec order;
	vec_init(&order, sizeof(const CalendarLine *));
	for (size_t i = 0; i < lines->len; i++)
		*(const CalendarLine **)vec_push(&order) = vec_at(lines, i);
	if (order.len)
		qsort(order.items, order.len, sizeof(const CalendarLine *), by_day);
	for (size_t i = 0; i < order.len; i++)
		*(CalendarLine *)vec_push(out) = **(const CalendarLine *const *)vec_at(&order, i);
	vec_release(&order);
}

static bool collect(Core *core, Source *const *sources, Date from, Date to, Arena *arena, Vec *out,
	Err *err)
{
	char first[11], last[11];
	Vec lines;
	date_iso(from, first);
	date_iso(to, last);
	vec_init(&lines, sizeof(CalendarLine));
	Calendar calendar = { .core = core, .from = first, .to = last, .arena = arena, .out = &lines };
	bool ok = true;
	for (; ok && *sources; sources++)
		ok = (*sources)(&calendar, err);
	if (ok)
		sort(&lines, out);
	vec_release(&lines);
	return ok;
}

bool calendar_between(Core *core, Date from, Date to, Arena *arena, Vec *out, Err *err)
{
	static Source *const sources[] = {
		add_meetings, add_terms, add_rounds, add_remarks, add_deadlines, NULL,
	};
	return collect(core, sources, from, to, arena, out, err);
}

// Where a month lies ahead without an appointment, what is to be done is what comes next.
static bool add_deadlines_if_quiet(Calendar *calendar, Err *err)
{
	char soon[11];
	date_iso(date_add_months(core_day(calendar->core), 1), soon);
	for (size_t i = 0; i < calendar->out->len; i++)
		if (strcmp(((const CalendarLine *)vec_at(calendar->out, i))->day, soon) <= 0)
			return true;
	return add_deadlines_that(calendar, true, err);
}

bool calendar_next(Core *core, int most, Arena *arena, Vec *out, Err *err)
{
	static Source *const sources[] = { add_planned, add_coming_terms, add_deadlines_if_quiet, NULL };
	Date today = core_day(core), end = date_add_months(today, 24);
	Vec all;
	vec_init(&all, sizeof(CalendarLine));
	bool ok = collect(core, sources, today, date_valid(end) ? end : today, arena, &all, err);
	for (size_t i = 0; ok && i < all.len && (int)i < most; i++)
		*(CalendarLine *)vec_push(out) = *(const CalendarLine *)vec_at(&all, i);
	vec_release(&all);
	return ok;
}
