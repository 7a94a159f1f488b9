// SPDX-License-Identifier: MIT
// Who may read: what is open is seen by whose it is and the Office, in every list and by every way.
#include "unit/roles.h"

#include "base/buf.h"
#include "core/board.h"
#include "core/calendar.h"
#include "core/handover.h"
#include "core/history.h"
#include "core/news.h"
#include "core/search.h"

#include <string.h>

static bool get_meeting(World *w)
{
	Meeting meeting;
	return meeting_get(w->core, w->meeting.id, w->arena, &meeting, w->err);
}

typedef bool ListOf(Core *core, int64_t id, Arena *arena, Vec *out, Err *err);

static bool list(World *w, ListOf *read, int64_t id, size_t size)
{
	Vec rows;
	vec_init(&rows, size);
	bool ok = read(w->core, id, w->arena, &rows, w->err) && world_seen(w, rows.len > 0);
	vec_release(&rows);
	return ok;
}

static bool list_meetings(World *w)
{
	return list(w, meeting_list, w->region.region_id, sizeof(Meeting));
}

static bool list_agenda(World *w)
{
	return list(w, agenda_list, w->meeting.id, sizeof(AgendaItem));
}

static bool list_people(World *w)
{
	return list(w, attendance_list, w->meeting.id, sizeof(Attendance));
}

static bool list_conclusions(World *w)
{
	return list(w, conclusion_list, w->meeting.id, sizeof(Conclusion));
}

static bool list_gaps(World *w)
{
	return list(w, meeting_gaps, w->meeting.id, sizeof(MeetingGap)) ||
	       (w->err->kind == ERR_DENIED && !strcmp(w->err->message, "not seen") && (err_clear(w->err), true));
}

static bool list_all_conclusions(World *w)
{
	Vec rows;
	vec_init(&rows, sizeof(ConclusionLine));
	bool ok = conclusion_list_all(w->core, &(ConclusionFilter){ 0 }, w->arena, &rows, w->err) &&
		  world_seen(w, rows.len > 0);
	vec_release(&rows);
	return ok;
}

// Any hit, or any excerpt that shows the word.
static bool find(World *w, const char *word)
{
	SearchResult result;
	bool seen = false;
	search_result_init(&result);
	assert_done(search_run(w->core, word, (SearchLimit){ 20, 50 }, w->arena, &result, w->err), w->err);
	for (size_t i = 0; i < result.hits.len; i++) {
		const SearchHit *hit = vec_at(&result.hits, i);
		seen |= strstr(hit->line.text, word) || strstr(hit->label.text, word) || hit->thing_id;
	}
	search_result_release(&result);
	return world_seen(w, seen);
}

static bool find_proceedings(World *w)
{
	return find(w, "Zanzibar");
}

static bool find_conclusion(World *w)
{
	return find(w, "Zambezi");
}

static bool find_section(World *w)
{
	return find(w, "Zimbabwe");
}

static bool find_remark(World *w)
{
	return find(w, "Zagreb");
}

static bool in_history(World *w, Thing thing, const char *word)
{
	Vec changes;
	bool seen = false;
	vec_init(&changes, sizeof(HistoryChange));
	bool ok = history_of(w->core, thing, w->arena, &changes, w->err);
	for (size_t i = 0; ok && i < changes.len; i++) {
		const HistoryChange *change = vec_at(&changes, i);
		for (size_t k = 0; k < change->parts.len; k++) {
			const HistoryPart *part = vec_at(&change->parts, k);
			for (size_t n = 0; n < part->fields_n; n++)
				seen |= part->fields[n].after && strstr(part->fields[n].after, word);
		}
	}
	history_clear(&changes);
	vec_release(&changes);
	return ok && world_seen(w, seen);
}

static bool meeting_history(World *w)
{
	return in_history(w, (Thing){ NOUN_MEETING, w->meeting.id }, "Zanzibar");
}

static bool review_history(World *w)
{
	return in_history(w, (Thing){ NOUN_REVIEW, w->review.id }, "Zimbabwe");
}

static bool in_calendar(World *w)
{
	Vec lines;
	bool seen = false;
	vec_init(&lines, sizeof(CalendarLine));
	bool ok = calendar_between(w->core, (Date){ 2021, 11, 1 }, (Date){ 2021, 11, 30 }, w->arena, &lines,
		w->err);
	for (size_t i = 0; i < lines.len; i++)
		seen |= ((const CalendarLine *)vec_at(&lines, i))->kind == CALENDAR_MEETING;
	vec_release(&lines);
	return ok && world_seen(w, seen);
}

static bool in_news(World *w)
{
	Vec lines;
	bool seen = false;
	vec_init(&lines, sizeof(NewsLine));
	bool ok = news_list(w->core, core_first_instant(w->core, (Date){ 2021, 11, 1 }), w->arena, &lines,
		w->err);
	for (size_t i = 0; i < lines.len; i++)
		seen |= ((const NewsLine *)vec_at(&lines, i))->kind == NEWS_MEETING;
	vec_release(&lines);
	return ok && world_seen(w, seen);
}

static bool read_sections(World *w)
{
	Review review;
	return review_get(w->core, w->region.region_id, (Period){ .year = 2021, .half = 2 }, w->arena, &review, w->err) &&
	       world_seen(w, strstr(review.sections[1], "Zimbabwe"));
}

static bool read_by_id(World *w)
{
	Review review;
	return review_by_id(w->core, w->id, w->arena, &review, w->err) &&
	       world_seen(w, strstr(review.sections[1], "Zimbabwe"));
}

static bool read_in_list(World *w)
{
	Vec all;
	bool seen = false;
	vec_init(&all, sizeof(Review));
	bool ok = review_list(w->core, w->region.region_id, w->arena, &all, w->err);
	for (size_t i = 0; i < all.len; i++)
		seen |= strstr(((const Review *)vec_at(&all, i))->sections[1], "Zimbabwe") != NULL;
	vec_release(&all);
	return ok && world_seen(w, seen);
}

static bool read_marks(World *w)
{
	Vec marks;
	bool seen = false;
	vec_init(&marks, sizeof(ReviewMark));
	bool ok = review_marks(w->core, &w->review, w->arena, &marks, w->err);
	for (size_t i = 0; i < marks.len; i++) {
		const ReviewMark *mark = vec_at(&marks, i);
		seen |= mark->district_id == w->district.district_id && mark->proposed == MARK_MET;
	}
	vec_release(&marks);
	return ok && world_seen(w, seen);
}

static bool read_overview(World *w)
{
	Vec lines;
	bool seen = false;
	vec_init(&lines, sizeof(ReviewLine));
	bool ok = review_overview(w->core, (Period){ .year = 2021, .half = 2 }, w->arena, &lines, w->err);
	for (size_t i = 0; i < lines.len; i++) {
		const ReviewLine *line = vec_at(&lines, i);
		seen |= line->review.region_id == w->region.region_id && line->marks[MARK_MET] > 0;
	}
	vec_release(&lines);
	return ok && world_seen(w, seen);
}

static bool read_gaps(World *w)
{
	Vec found;
	vec_init(&found, sizeof(const char *));
	bool ok = review_gaps(w->core, &w->review, w->arena, &found, w->err);
	vec_release(&found);
	return ok;
}

// What is said of open minutes is told with them alone, but to whom it was said and who said it.
static void said_of_open_minutes(World *w)
{
	world_meeting(w);
	Thing about = { NOUN_MEETING, w->meeting.id };
	Thing to = { NOUN_PERSON, world_person(w, "office") };
	world_as(w, w->lead);
	w->remark = (Remark){ .thing = about, .to = to, .text = "Ghi rõ chuyện Zagreb", .due = "" };
	assert_done(remark_add(w->core, &w->remark, w->err), w->err);
}

static void said_of_review(World *w)
{
	world_review(w);
	Thing about = { NOUN_REVIEW, w->review.id };
	Thing to = { NOUN_PERSON, world_person(w, "office") };
	world_as(w, w->lead);
	w->remark = (Remark){ .thing = about, .to = to, .text = "Viết lại chuyện Zagreb", .due = "" };
	assert_done(remark_add(w->core, &w->remark, w->err), w->err);
}

static bool get_remark(World *w)
{
	Remark remark;
	return remark_get(w->core, w->remark.id, w->arena, &remark, w->err);
}

static bool list_remarks(World *w)
{
	Vec all;
	vec_init(&all, sizeof(Remark));
	bool ok = remark_list(w->core, &(RemarkFilter){ 0 }, w->arena, &all, w->err) &&
		  world_seen(w, all.len > 0);
	vec_release(&all);
	return ok;
}

static bool remark_history(World *w)
{
	return in_history(w, (Thing){ NOUN_REMARK, w->remark.id }, "Zagreb");
}

static bool in_work(World *w)
{
	Vec works;
	bool seen = false;
	const WorkOf of = { .person_id = world_person(w, w->lead) };
	vec_init(&works, sizeof(Work));
	bool ok = work_list(w->core, &of, "", w->arena, &works, w->err);
	for (size_t i = 0; i < works.len; i++)
		seen |= ((const Work *)vec_at(&works, i))->thing.noun == NOUN_MEETING;
	vec_release(&works);
	return ok && world_seen(w, seen);
}

// Boards that are not of one's own say no more than a screen that one may open.
static bool on_board(World *w)
{
	Vec lines;
	int total;
	vec_init(&lines, sizeof(BoardLine));
	bool ok = board_list(w->core, 100, w->arena, &lines, &total, w->err);
	for (size_t i = 0; ok && i < lines.len; i++) {
		const BoardLine *line = vec_at(&lines, i);
		Meeting meeting;
		Remark remark;
		if (line->target == BOARD_TO_MEETING)
			ok = meeting_get(w->core, line->id, w->arena, &meeting, w->err);
		else if (line->target == BOARD_TO_REMARK)
			ok = remark_get(w->core, line->id, w->arena, &remark, w->err);
	}
	vec_release(&lines);
	return ok;
}

const RoleRow roles_of_reading[] = {
	{ "open minutes among a person's work", MAY_READ_OPEN, world_meeting, in_work, true, ERR_NONE },
	{ "a board beside open minutes", MAY_READ, world_meeting, on_board, true, ERR_NONE },
	{ "a board beside a remark on them", MAY_READ, said_of_open_minutes, on_board, true, ERR_NONE },
	{ "a remark on a review", MAY_READ_OPEN, said_of_review, get_remark, true, ERR_NONE },
	{ "that one listed", MAY_READ_OPEN, said_of_review, list_remarks, true, ERR_NONE },
	{ "that one found", MAY_READ_OPEN, said_of_review, find_remark, true, ERR_NONE },
	{ "that one's history", MAY_READ_OPEN, said_of_review, remark_history, true, ERR_NONE },
	{ "open minutes", MAY_READ_OPEN, world_meeting, get_meeting, true, ERR_NONE },
	{ "open minutes listed", MAY_READ_OPEN, world_meeting, list_meetings, true, ERR_NONE },
	{ "their agenda", MAY_READ_OPEN, world_meeting, list_agenda, true, ERR_NONE },
	{ "their attendance", MAY_READ_OPEN, world_meeting, list_people, true, ERR_NONE },
	{ "their conclusions", MAY_READ_OPEN, world_meeting, list_conclusions, true, ERR_NONE },
	{ "their gaps", MAY_READ_OPEN, world_meeting, list_gaps, true, ERR_NONE },
	{ "their conclusions in all", MAY_READ_OPEN, world_meeting, list_all_conclusions, true, ERR_NONE },
	{ "their proceedings found", MAY_READ_OPEN, world_meeting, find_proceedings, true, ERR_NONE },
	{ "their conclusions found", MAY_READ_OPEN, world_meeting, find_conclusion, true, ERR_NONE },
	{ "their history", MAY_READ_OPEN, world_meeting, meeting_history, true, ERR_NONE },
	{ "open minutes in the calendar", MAY_READ_OPEN, world_meeting, in_calendar, true, ERR_NONE },
	{ "open minutes in the news", MAY_READ_OPEN, world_meeting, in_news, true, ERR_NONE },
	{ "final minutes", MAY_READ, world_final, get_meeting, true, ERR_NONE },
	{ "final minutes listed", MAY_READ, world_final, list_meetings, true, ERR_NONE },
	{ "their agenda", MAY_READ, world_final, list_agenda, true, ERR_NONE },
	{ "their conclusions in all", MAY_READ, world_final, list_all_conclusions, true, ERR_NONE },
	{ "final proceedings found", MAY_READ, world_final, find_proceedings, true, ERR_NONE },
	{ "final minutes in the calendar", MAY_READ, world_final, in_calendar, true, ERR_NONE },
	{ "a review being written", MAY_READ_OPEN, world_review, read_sections, true, ERR_NONE },
	{ "the same by its number", MAY_READ_OPEN, world_review, read_by_id, true, ERR_NONE },
	{ "the same listed", MAY_READ_OPEN, world_review, read_in_list, true, ERR_NONE },
	{ "the same found", MAY_READ_OPEN, world_review, find_section, true, ERR_NONE },
	{ "its history", MAY_READ_OPEN, world_review, review_history, true, ERR_NONE },
	{ "its gaps", MAY_READ_OPEN, world_review, read_gaps, true, ERR_NONE },
	{ "marks not approved", MAY_READ_OPEN, world_submitted, read_marks, true, ERR_NONE },
	{ "the same counted", MAY_READ_OPEN, world_submitted, read_overview, true, ERR_NONE },
	{ "an approved review", MAY_READ, world_approved, read_sections, true, ERR_NONE },
	{ "the same found", MAY_READ, world_approved, find_section, true, ERR_NONE },
	{ "its marks", MAY_READ, world_approved, read_marks, true, ERR_NONE },
	{ "the same counted", MAY_READ, world_approved, read_overview, true, ERR_NONE },
	{ "remarks on what all may read", MAY_READ, world_remark, list_remarks, true, ERR_NONE },
	{ "the same found", MAY_READ, world_remark, find_remark, true, ERR_NONE },
	{ "a remark on open minutes", MAY_READ_OPEN, said_of_open_minutes, get_remark, true, ERR_NONE },
	{ "that remark listed", MAY_READ_OPEN, said_of_open_minutes, list_remarks, true, ERR_NONE },
	{ "that remark found", MAY_READ_OPEN, said_of_open_minutes, find_remark, true, ERR_NONE },
	{ "its own history", MAY_READ_OPEN, said_of_open_minutes, remark_history, true, ERR_NONE },
	{ 0 },
};
