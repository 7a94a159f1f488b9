// SPDX-License-Identifier: MIT
#include "core/board.h"

#include "base/tr.h"
#include "core/meeting.h"
#include "core/review.h"
#include "core/right.h"

#include <string.h>

static const char *const meeting_words[] = {
	[MEETING_WORK] = N_("Làm việc với vùng %s"),
	[MEETING_CONFERENCE] = N_("Hội nghị vùng %s"),
	[MEETING_SURVEY] = N_("Khảo sát vùng %s"),
};

static CalendarLine meeting_line(Stmt *stmt, Arena *arena)
{
	MeetingKind kind;
	if (!meeting_kind_parse(stmt_get_text(stmt, 2), &kind))
		kind = MEETING_WORK;
	return (CalendarLine){
		.day = stmt_get_string(stmt, 3, arena),
		.text = arena_printf(arena, tr(meeting_words[kind]), stmt_get_text(stmt, 4)),
		.target = BOARD_TO_MEETING,
		.id = stmt_get_int(stmt, 0),
		.region_id = stmt_get_int(stmt, 1),
	};
}

// Whether the acting person may open what is not final in a region.
static bool may_read(Core *core, int64_t region_id, bool *yes, Err *err)
{
	Err why = ERR_INIT;
	*yes = right_check(core, RIGHT_READ_OPEN, (Place){ .region_id = region_id }, &why);
	if (*yes || why.kind == ERR_DENIED)
		return true;
	*err = why;
	return false;
}

static bool add_meetings(Core *core, const char *today, Arena *arena, Vec *out, Err *err)
{
	Vec all;
	bool yes;
	vec_init(&all, sizeof(CalendarLine));
	Stmt *stmt = db_query(core_db(core), Q_CALENDAR_MEETINGS);
	stmt_text(stmt, today);
	while (stmt_row(stmt))
		*(CalendarLine *)vec_push(&all) = meeting_line(stmt, arena);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const CalendarLine *line = vec_at(&all, i);
		ok = may_read(core, line->region_id, &yes, err);
		if (ok && yes)
			*(CalendarLine *)vec_push(out) = *line;
	}
	vec_release(&all);
	return ok;
}

// After what stands on the same day already.
static void add_day(Core *core, Date day, const char *text, Arena *arena, Vec *out)
{
	char iso[11];
	size_t at = 0;
	if (date_compare(day, core_day(core)) < 0)
		return;
	date_iso(day, iso);
	while (at < out->len && strcmp(((const CalendarLine *)vec_at(out, at))->day, iso) <= 0)
		at++;
	CalendarLine line = { .day = arena_strdup(arena, iso), .text = text, .target = BOARD_TO_REVIEW };
	vec_insert(out, at, &line, 1);
}

static void add_reviews(Core *core, Arena *arena, Vec *out)
{
	char name[48];
	Period period = review_current(core);
	Date due = period_last_day(period);
	period_name(period, name, sizeof(name));
	add_day(core, date_add_days(due, -core_rules(core)->review_cutoff_days),
		tr("chốt số liệu sơ kết"), arena, out);
	add_day(core, due, arena_printf(arena, tr("hạn sơ kết %s"), name), arena, out);
}

bool calendar_list(Core *core, int most, Arena *arena, Vec *out, Err *err)
{
	Vec lines;
	char today[11];
	core_day_iso(core, today);
	vec_init(&lines, sizeof(CalendarLine));
	bool ok = add_meetings(core, today, arena, &lines, err);
	if (ok)
		add_reviews(core, arena, &lines);
	for (size_t i = 0; ok && i < lines.len && (int)i < most; i++)
		*(CalendarLine *)vec_push(out) = *(const CalendarLine *)vec_at(&lines, i);
	vec_release(&lines);
	return ok;
}
